#include "extractors/engine/events.h"

#include <algorithm>
#include <string_view>

namespace acta {
namespace {

constexpr uint32_t kBeside = 2;     // sentences between what is told of one event
constexpr size_t kMostEvents = 50;  // events of an article; more are a list of many

std::string_view KindOf(const Event& one) {
  if (!one.kind) return "";
  return one.kind->value == "session" ? std::string_view("meeting") : std::string_view(one.kind->value);
}

// Whether neither says another thing than the other.
template <class T>
bool Agree(const Maybe<T>& a, const Maybe<T>& b) {
  return !a || !b || a->value == b->value;
}

bool MayBeOne(const Event& a, const Event& b, bool beside) {
  const bool kinds = !a.kind || !b.kind || KindOf(a) == KindOf(b);
  const bool both_chairs = a.chair && b.chair;
  const bool completes = (a.chair || b.chair) && (!a.date || !b.date);
  return kinds && Agree(a.date, b.date) && Agree(a.place, b.place) && Agree(a.chair, b.chair) &&
         (both_chairs || (beside && completes));
}

void Complete(Event& known, Event&& more) {
  FillFrom(known.kind, more.kind);
  FillFrom(known.date, more.date);
  FillFrom(known.place, more.place);
  FillFrom(known.chair, more.chair);
  known.head.mentions.insert(known.head.mentions.end(), more.head.mentions.begin(), more.head.mentions.end());
}

}  // namespace

void JoinEvents(const std::vector<uint32_t>& sentences, std::vector<Event>& events) {
  std::vector<Event> kept;
  std::vector<uint32_t> last_told;  // beside `kept`
  for (size_t i = 0; i < events.size(); ++i) {
    size_t same = 0;
    while (same < std::min(kept.size(), kMostEvents) &&
           !MayBeOne(kept[same], events[i], sentences[i] - last_told[same] <= kBeside))
      ++same;
    if (same < std::min(kept.size(), kMostEvents)) {
      Complete(kept[same], std::move(events[i]));
      last_told[same] = sentences[i];
    } else {
      kept.push_back(std::move(events[i]));
      last_told.push_back(sentences[i]);
    }
  }
  std::erase_if(kept, [](const Event& one) { return !one.kind; });
  events = std::move(kept);
}

}  // namespace acta
