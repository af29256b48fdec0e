#include "extractors/engine/bodies.h"

#include <algorithm>

#include "extractors/engine/people.h"

namespace acta {

namespace {

// The id of a body is its own or its head's, not that of another body inside its name ("Office of …").
std::optional<Found> IdOf(const TreeView& view, uint32_t unit) {
  if (auto own = view.Own(unit, "id")) return own;
  const Unit& u = view.unit(unit);
  if (u.source != Unit::Source::kRule) return std::nullopt;
  for (uint32_t c = 0; c < u.child_count; ++c) {
    uint32_t child = view.tree().children[u.first_child + c];
    if (view.KindOf(child) == "agency") continue;
    if (auto found = view.Find(child, "id")) return found;
  }
  return std::nullopt;
}

}  // namespace

void Bodies::Add(uint32_t unit) {
  const TreeView& view = view_;
  Agency agency;
  Span span = view.unit(unit).span;
  std::string name = view.Nominative(unit);
  auto id = IdOf(view, unit);
  std::string key = id ? std::string(id->text) : ComparisonKey(view.pack(), name);
  std::string place;
  if (auto units = view.Captured(unit, "place"); !units.empty()) {
    agency.place = At<std::string>{view.Nominative(units), *view.CapturedSpan(unit, "place")};
    if (auto standard = view.Find(units.front(), "place")) agency.place->value = std::string(standard->text);
    agency.place_basis = At<std::string>{"printed", agency.place->span};
    place = ComparisonKey(view.pack(), agency.place->value);
  }
  for (size_t i : by_key_[key]) {
    if (!place.empty() && !places_[i].empty() && place != places_[i]) continue;
    Agency& known = agencies_[i];
    known.head.mentions.push_back(span);
    if (place.size() > places_[i].size()) {
      places_[i] = place;
      known.place = agency.place;
      known.place_basis = agency.place_basis;
    }
    if (name.size() > known.name->value.size()) known.name = At<std::string>{name, span};
    return;
  }
  agency.name = At<std::string>{name, span};
  if (auto kind = view.Find(unit, "kind")) agency.kind = At<std::string>{std::string(kind->text), span};
  if (auto level = view.Find(unit, "level")) agency.level = At<std::string>{std::string(level->text), span};
  agency.head.rule = view.pack().rules[view.unit(unit).index].place.ToString();
  agency.head.mentions.push_back(span);
  by_key_[key].push_back(agencies_.size());
  agencies_.push_back(std::move(agency));
  places_.push_back(std::move(place));
}

}  // namespace acta
