// Stable ids. The same input has the same ids on every machine and in every run.
//
//   Facts facts = Extract(article, pack);
//   AssignIds(article, facts);              // every Head::id and every link is final
//
// A record is identified by what it is read from, never by the rule that read it: its kind, the text of
// its article, its first mention and its required fields. So an improved rule keeps the ids of what it
// still finds. Two records that agree in all of these are told apart by their order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/text/article.h"
#include "schemas/records.h"

namespace acta {

// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string Sha256Hex(std::string_view bytes);

// The first 63 bits of a SHA-256, for keys derived from content. Never negative.
int64_t ContentKey(std::string_view bytes);

// Gives every record its id, "acta-" and 16 hexadecimal digits, and rewrites the links between records.
//
// Before the call a link names its record either by the Head::id that the record then has, or by kind
// and place in its list, "deadline:0". Links to a record that is not there are dropped. Calling it again
// changes nothing. Cost: one hash per record. Pure but for `facts`.
void AssignIds(const Article& article, Facts& facts);

// Whether `id` has the form of an id: "acta-" and 16 lower-case hexadecimal digits.
bool IsRecordId(std::string_view id);

}  // namespace acta
