#include "schemas/link.h"

#include <algorithm>

namespace acta {
namespace {

bool Overlap(Span a, Span b) { return a.begin < b.end && b.begin < a.end; }

// The places of an order: its mentions, its action, and its date.
std::vector<Span> Places(const Directive& directive) {
  std::vector<Span> places = directive.head.mentions;
  if (directive.action) places.push_back(directive.action->span);
  if (directive.deadline) places.push_back(directive.deadline->span);
  return places;
}

// Names, as "deadline:0", the records of which a mention meets one of the places.
template <class Record>
std::vector<std::string> Within(const std::vector<Span>& places, const std::vector<Record>& records) {
  std::vector<std::string> names;
  for (size_t n = 0; n < records.size(); ++n) {
    const std::vector<Span>& mentions = records[n].head.mentions;
    bool within = std::any_of(mentions.begin(), mentions.end(), [&](Span mention) {
      return std::any_of(places.begin(), places.end(), [&](Span place) { return Overlap(place, mention); });
    });
    if (within) names.push_back(std::string(Record::kKind) + ":" + std::to_string(n));
  }
  return names;
}

}  // namespace

void LinkByPlace(Facts& facts) {
  for (Directive& directive : facts.directives) {
    const std::vector<Span> places = Places(directive);
    if (directive.links.deadlines.empty()) directive.links.deadlines = Within(places, facts.deadlines);
    if (directive.links.targets.empty()) directive.links.targets = Within(places, facts.targets);
  }
}

}  // namespace acta
