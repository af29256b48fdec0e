// SQL of instruments: whether a record is the one that was asked for, by its number, its title or what it is known as.
//
//   sql::IsDocument("v.record", sql::kFilterDocument)   // whether the record of the row is that of --resolution
#pragma once

#include <string>
#include <string_view>

namespace acta::sql {

// How an instrument is asked for: parameters that hold the words as they were given, the beginning of a number and the
// words of a title, and the set of the entities that bear the number (sets.h).
struct AskedDocument {
  std::string_view words, number, title, entities;
};
inline constexpr AskedDocument kSubjectDocument{":name", ":name_number", ":name_title", "named_entity"};
inline constexpr AskedDocument kFilterDocument{":resolution", ":number", ":title", "document_entity"};

// Whether the record of an article, by default that of the row, is the instrument that was asked for.
std::string IsDocument(std::string_view record, const AskedDocument& asked,
                       std::string_view article = "v.article");

// Of a row of entity_form: whether it is that of an instrument that bears the number.
std::string IsFormOf(const AskedDocument& asked);

// Whether c is an order under the instrument of --resolution.
std::string IsUnder();

}  // namespace acta::sql
