// What an answer is narrowed to. Filters combine: a row passes all that are given.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/date.h"

namespace acta {

struct Filter {
  std::string name{};                // what the question is about: an official, a number, words; empty = all
  std::optional<Date> from{}, to{};  // inclusive; a day without a year passes when it can lie between them
  std::string place{};               // a province or other place, in any spelling
  std::string agency{};              // words of a body that is concerned, in any spelling
  std::string official{};            // words of a person who is concerned, in any spelling
  std::string resolution{};          // the number, or words of the title, of an instrument concerned
  std::string language{};            // ISO 639-1, of the article
  std::string source{};              // part of the URL or path
  std::string strength{};            // a word of the vocabulary: how binding an order is
  std::string basis{};               // a word of the vocabulary: how a record is known at its weakest
  std::string since{};               // a day, or "last": what the last run brought

  // Bodies of the catalog by their ids (asked.h) that `agency`, and `name` of a body, stand for in any language.
  std::vector<std::string> agency_bodies{}, name_bodies{};

  bool each = false;   // the statements under each row, one row for each
  Date today{};        // what "overdue" is measured by; not valid = the clock's day, in local time
  int64_t limit = -1;  // -1 = all
  int64_t offset = 0;
};

// A filter by its name, for questions to say which ones they know.
enum class FilterBy {
  kName,
  kFrom,
  kTo,
  kBetween,   // from and to together
  kYearless,  // the same, for days whose year is not known
  kPlace,
  kAgency,
  kOfficial,
  kResolution,
  kLanguage,
  kSource,
  kStrength,
  kBasis,
  kSince,
  kEach,
};

// As it is written on the command line and in links: "agency".
std::string_view NameOf(FilterBy by);

// Whether the filter is given.
bool Has(const Filter& filter, FilterBy by);

// The filters that are given, in the order of FilterBy; kBetween is given when from and to are.
std::vector<FilterBy> Given(const Filter& filter);

// The same without that one.
Filter Without(Filter filter, FilterBy by);

}  // namespace acta
