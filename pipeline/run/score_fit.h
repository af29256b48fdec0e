// How well a record fits an entry of the gold: the measures of docs/regression.md, each a function of two JSON objects.
//
// JSON whose shape is not trusted: what has not the shape that it should have counts as not there.
#pragma once

#include <algorithm>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace acta::score {

using Json = nlohmann::json;

constexpr double kAlike = 0.6, kAlikeBody = 0.75;  // of Dice

// The member of an object, null when there is none.
const Json& Member(const Json& json, std::string_view key);
// A string, "" for null and for what is none.
std::string Text(const Json& json);
std::string Text(const Json& json, std::string_view key);
bool Flag(const Json& json, std::string_view key);
std::vector<Json> List(const Json& json);
// Nothing: null, "", no entry.
bool Absent(const Json& json);

// The right values of a field: the entry's own first, then those under `accept`.
std::vector<Json> Alternatives(const Json& gold, std::string_view field);

template <class Test>
bool AnyOf(const Json& gold, std::string_view field, Test&& test) {
  auto values = Alternatives(gold, field);
  return std::any_of(values.begin(), values.end(), test);
}

bool SameDay(const Json& gold, const Json& got);
bool SameNumber(const Json& gold, const Json& got);

// 0 = not at all, more is better.
using Fit = double (*)(const Json& gold, const Json& got);

struct Measure {
  std::string_view name, list;
  Fit fit, spare;        // `spare` recognises an optional entry
  bool primary = false;  // the measure whose pairs the fields are compared of
};

// In the order in which they are shown.
std::span<const Measure> Measures();

}  // namespace acta::score
