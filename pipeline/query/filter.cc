#include "pipeline/query/filter.h"

#include <iterator>
#include <type_traits>

namespace acta {
namespace {

constexpr std::string_view kNames[] = {"name",   "from",     "to",       "between",    "yearless",
                                       "place",  "agency",   "official", "resolution", "language",
                                       "source", "strength", "basis",    "since",      "each"};

// The text that holds a filter; null when it is no text. `Any` is Filter or const Filter.
template <class Any>
auto* TextOf(Any& filter, FilterBy by) {
  using Text = std::conditional_t<std::is_const_v<Any>, const std::string, std::string>;
  Text* none = nullptr;
  switch (by) {
    case FilterBy::kName:
      return &filter.name;
    case FilterBy::kPlace:
      return &filter.place;
    case FilterBy::kAgency:
      return &filter.agency;
    case FilterBy::kOfficial:
      return &filter.official;
    case FilterBy::kResolution:
      return &filter.resolution;
    case FilterBy::kLanguage:
      return &filter.language;
    case FilterBy::kSource:
      return &filter.source;
    case FilterBy::kStrength:
      return &filter.strength;
    case FilterBy::kBasis:
      return &filter.basis;
    case FilterBy::kSince:
      return &filter.since;
    default:
      return none;
  }
}

}  // namespace

std::string_view NameOf(FilterBy by) { return kNames[static_cast<size_t>(by)]; }

bool Has(const Filter& filter, FilterBy by) {
  switch (by) {
    case FilterBy::kFrom:
      return filter.from.has_value();
    case FilterBy::kTo:
      return filter.to.has_value();
    case FilterBy::kBetween:
    case FilterBy::kYearless:
      return filter.from && filter.to;
    case FilterBy::kEach:
      return filter.each;
    default:
      return !TextOf(filter, by)->empty();
  }
}

std::vector<FilterBy> Given(const Filter& filter) {
  std::vector<FilterBy> given;
  for (size_t i = 0; i < std::size(kNames); ++i) {
    const auto by = static_cast<FilterBy>(i);
    if (by != FilterBy::kYearless && Has(filter, by)) given.push_back(by);
  }
  return given;
}

Filter Without(Filter filter, FilterBy by) {
  switch (by) {
    case FilterBy::kFrom:
      filter.from.reset();
      break;
    case FilterBy::kTo:
      filter.to.reset();
      break;
    case FilterBy::kBetween:
    case FilterBy::kYearless:
      filter.from.reset();
      filter.to.reset();
      break;
    case FilterBy::kEach:
      filter.each = false;
      break;
    default:
      TextOf(filter, by)->clear();
  }
  return filter;
}

}  // namespace acta
