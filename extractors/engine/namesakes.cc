#include "extractors/engine/namesakes.h"

#include <algorithm>

#include "extractors/engine/people.h"

namespace acta {
namespace {

// Roles that many hold in one body, or one person in many.
constexpr std::string_view kShared[] = {"member",   "standing_member", "alternate_member",
                                        "delegate", "ambassador",      "other"};
// Bodies of which a place has one.
constexpr std::string_view kOneOfItsKind[] = {"peoples_committee", "peoples_council", "assembly",
                                              "government"};
constexpr size_t kStem = 8;  // bytes of a word that tell it from others in spite of its ending

std::vector<std::string> WordsIn(const TreeView& view, uint32_t unit, bool capitalised) {
  std::vector<std::string> words;
  std::vector<Token> tokens;
  std::string text = view.Nominative(unit);
  Annotator::Tokenize(text, 0, tokens);
  for (const Token& token : tokens) {
    bool cap = token.token_class == TokenClass::kCap || token.token_class == TokenClass::kUpper;
    if (token.token_class == TokenClass::kPunct || (capitalised && !cap)) continue;
    words.push_back(ComparisonKey(view.pack(), token.span().In(text)));
  }
  return words;
}

bool SameWord(std::string_view a, std::string_view b) {
  return a == b || (std::min(a.size(), b.size()) >= kStem && a.substr(0, kStem) == b.substr(0, kStem));
}

size_t Common(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return static_cast<size_t>(std::count_if(a.begin(), a.end(), [&](const std::string& word) {
    return std::any_of(b.begin(), b.end(), [&](const std::string& other) { return SameWord(word, other); });
  }));
}

}  // namespace

Seat SeatOf(const TreeView& view, uint32_t unit, const Post& post) {
  Seat seat;
  bool held = !post.capacity || post.capacity->value == "current" || post.capacity->value == "acting" ||
              post.capacity->value == "in_charge";
  bool shared =
      post.role && std::find(std::begin(kShared), std::end(kShared), post.role->value) != std::end(kShared);
  if (!post.role || shared || !held) return seat;
  seat.role = post.role->value;
  for (uint32_t body : view.Captured(unit, "body")) {
    if (auto kind = view.Find(body, "kind")) seat.kind = kind->text;
    if (auto level = view.Find(body, "level")) seat.level = level->text;
    for (uint32_t place : view.Captured(body, "place")) {
      for (std::string& word : WordsIn(view, place, true)) seat.place.push_back(std::move(word));
    }
  }
  for (uint32_t sector : view.Inside(unit, {"sector"})) {
    for (std::string& word : WordsIn(view, sector, false)) seat.sector.push_back(std::move(word));
  }
  return seat;
}

std::vector<std::string> PlacesIn(const TreeView& view, uint32_t unit) {
  std::vector<std::string> words;
  for (uint32_t place : view.Inside(unit, {"locality", "place"})) {
    for (std::string& word : WordsIn(view, place, true)) words.push_back(std::move(word));
  }
  return words;
}

bool SamePlace(const Seat& a, const Seat& b) {
  return a.place.empty() || b.place.empty() || Common(a.place, b.place) > 0;
}

bool SameSeat(const Seat& a, const Seat& b) {
  bool one = std::find(std::begin(kOneOfItsKind), std::end(kOneOfItsKind), a.kind) != std::end(kOneOfItsKind);
  return one && !a.role.empty() && !a.level.empty() && a.role == b.role && a.kind == b.kind &&
         a.level == b.level && SamePlace(a, b);
}

bool Excludes(const Seat& a, const Seat& b) {
  if (a.role.empty() || a.role != b.role || a.kind != b.kind || a.level != b.level) return false;
  if (!a.place.empty() && !b.place.empty())
    return Common(a.place, b.place) < std::min(a.place.size(), b.place.size());
  return a.place.empty() && b.place.empty() && !a.sector.empty() && !b.sector.empty() &&
         Common(a.sector, b.sector) == 0;
}

}  // namespace acta
