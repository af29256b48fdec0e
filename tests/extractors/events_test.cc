// Which tellings are one event.

#include "extractors/engine/events.h"

#include <gtest/gtest.h>

#include <string>

namespace acta {
namespace {

Maybe<std::string> Text(const char* text) {
  return *text ? Maybe<std::string>(At<std::string>{text, {}}) : std::nullopt;
}

Event Told(uint32_t at, const char* kind, int8_t day, const char* chair, const char* place = "") {
  Event out;
  out.kind = Text(kind);
  out.chair = Text(chair);
  out.place = Text(place);
  if (day > 0) out.date = At<Date>{Date{2025, 10, day}, {}};
  out.head.mentions.push_back({at, at + 1});
  return out;
}

// "kind day chair mentions; …"
std::string Joined(const std::vector<uint32_t>& sentences, std::vector<Event> events) {
  JoinEvents(sentences, events);
  std::string out;
  for (const Event& one : events) {
    out += (out.empty() ? "" : "; ") + one.kind->value + " " +
           (one.date ? std::to_string(one.date->value.day) : "-") + " " +
           (one.chair ? one.chair->value : "-") + " " + std::to_string(one.head.mentions.size());
  }
  return out;
}

TEST(JoinEvents, WhatIsToldInSentencesSideBySide) {
  // “The committee met on the 14th. Ann presided.”
  EXPECT_EQ(Joined({0, 1}, {Told(0, "meeting", 14, ""), Told(1, "", 0, "Ann")}), "meeting 14 Ann 2");
  EXPECT_EQ(Joined({0, 1}, {Told(0, "session", 14, ""), Told(1, "meeting", 0, "Ann")}), "session 14 Ann 2");
  // Far below, somebody presides at something else.
  EXPECT_EQ(Joined({0, 9}, {Told(0, "meeting", 14, ""), Told(1, "meeting", 0, "Ann")}),
            "meeting 14 - 1; meeting - Ann 1");
}

TEST(JoinEvents, WhatAHeadlineSaysOfTheSameChair) {
  EXPECT_EQ(Joined({0, 9}, {Told(0, "meeting", 0, "Ann"), Told(1, "meeting", 14, "Ann")}),
            "meeting 14 Ann 2");
  EXPECT_EQ(Joined({0, 1}, {Told(0, "meeting", 14, "Ann"), Told(1, "meeting", 15, "Ann")}),
            "meeting 14 Ann 1; meeting 15 Ann 1");
  EXPECT_EQ(Joined({0, 1}, {Told(0, "meeting", 14, "Ann"), Told(1, "visit", 14, "Ann")}),
            "meeting 14 Ann 1; visit 14 Ann 1");
  EXPECT_EQ(Joined({0, 1}, {Told(0, "meeting", 14, "Ann", "Alba"), Told(1, "meeting", 0, "Ann", "Berg")}),
            "meeting 14 Ann 1; meeting - Ann 1");
}

TEST(JoinEvents, WhoPresidedAtNothingIsNoEvent) {
  EXPECT_EQ(Joined({0}, {Told(0, "", 0, "Ann")}), "");
  EXPECT_EQ(Joined({0, 1}, {Told(0, "meeting", 14, "Bob"), Told(1, "", 0, "Ann")}), "meeting 14 Bob 1");
}

}  // namespace
}  // namespace acta
