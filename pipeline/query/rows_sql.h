// SQL of the questions that have one row for a statement: v of find_row, f the card of its article, r its record.
//
//   {.from = sql::FromRows("due"), .order = sql::kRowsOrder, .conditions = sql::RowConditions(sql::RowNamesBody())}
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/question.h"

namespace acta::sql {

// SELECT of the records that a correction calls wrong; looked up once a statement.
inline constexpr const char* kWrongRecords =
    "SELECT x.key FROM wrong_record w CROSS JOIN record x ON x.id = w.id";

// Answer::from: the rows of the question that current articles state. `joins` come before WHERE.
//
// A record is joined from the left, so that SQLite leaves it out where no condition looks at it: a row of `record` is
// the dearest of all to read.
std::string FromRows(std::string_view question, std::string_view joins = "");

// By day, the statements of one article together; the order in which find_row lies.
inline constexpr const char* kRowsOrder = "v.day, v.article, v.record, v.part, v.other";

// What tells such a row, and v by these keys: for Answer::keys and Answer::group_of.
inline constexpr const char* kRowKeys = "v.record, v.part, v.other, v.day, v.article";
inline constexpr const char* kRowOfKeys =
    "(SELECT :k1 AS record, :k2 AS part, :k3 AS other, :k4 AS day, :k5 AS article) v";

// Whether `is` holds of c, the record of the row, or of an order c that it is the deadline of.
std::string RowOrOrder(std::string_view is);

// Whether the record of the row is in a set of (record, article).
std::string RowIn(std::string_view set);

// Whether the party p of an order is a group of bodies to which the one that was asked for belongs.
std::string IsGroup();

// Whether the row or its order names the body of --agency in any of its fields, or a group of bodies that it is of.
std::string RowNamesBody();

// The conditions of such rows, but that of --resolution. A day without a year sorts after all others and passes when it
// can lie between. `agency_walk` is Condition::walk of --agency: RowNamesBody(), or less where the records of the
// question name bodies in few places.
std::vector<Condition> RowConditions(std::string agency_walk);

// That of --resolution: the row is under the instrument.
Condition UnderCondition();

// Those of `parts`, one after the other.
std::vector<Condition> Joined(std::initializer_list<std::vector<Condition>> parts);

}  // namespace acta::sql
