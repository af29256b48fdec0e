#include "schemas/link.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace acta {
namespace {

// The places of an order: its mentions, its action, and its date.
std::vector<Span> Places(const Directive& directive) {
  std::vector<Span> places = directive.head.mentions;
  if (directive.action) places.push_back(directive.action->span);
  if (directive.deadline) places.push_back(directive.deadline->span);
  return places;
}

// Where records of a kind are mentioned, in the order of the text.
template <class Record>
class Mentions {
 public:
  explicit Mentions(const std::vector<Record>& records) {
    for (size_t n = 0; n < records.size(); ++n) {
      for (Span span : records[n].head.mentions) mentions_.push_back({span, n, 0});
    }
    std::ranges::sort(mentions_, {}, [](const Mention& one) { return one.span.begin; });
    uint32_t reach = 0;
    for (Mention& one : mentions_) one.reach = reach = std::max(reach, one.span.end);
  }

  // Names, as "deadline:0", the records of which a mention meets one of the places, in their order.
  std::vector<std::string> Within(const std::vector<Span>& places) const {
    std::set<size_t> records;
    for (Span place : places) {
      auto end = std::ranges::lower_bound(mentions_, place.end, {},
                                          [](const Mention& one) { return one.span.begin; });
      while (end != mentions_.begin() && std::prev(end)->reach > place.begin) {
        --end;
        if (end->span.end > place.begin) records.insert(end->record);
      }
    }
    std::vector<std::string> names;
    for (size_t n : records) names.push_back(std::string(Record::kKind) + ":" + std::to_string(n));
    return names;
  }

 private:
  struct Mention {
    Span span;
    size_t record;
    uint32_t reach;  // how far it or one before it goes
  };
  std::vector<Mention> mentions_;
};

}  // namespace

void LinkByPlace(Facts& facts) {
  const Mentions deadlines(facts.deadlines);
  const Mentions targets(facts.targets);
  for (Directive& directive : facts.directives) {
    const std::vector<Span> places = Places(directive);
    if (directive.links.deadlines.empty()) directive.links.deadlines = deadlines.Within(places);
    if (directive.links.targets.empty()) directive.links.targets = targets.Within(places);
  }
}

}  // namespace acta
