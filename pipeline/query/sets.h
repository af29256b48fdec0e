// Sets of records that a filter stands for, as common table expressions: conditions name them, SetsOf adds them.
//
//   const std::string sql = "SELECT … WHERE v.record IN (SELECT record FROM agency_record)";
//   db.Prepare(SetsOf(sql) + sql);
//
// The sets, there when their filter is given:
//
//   subject_named (record, article, field)   records that name the subject, an official or a body
//   named_document (record, article)         resolutions that are the subject
//   agency_record (record, article)          records that name the body, or a group that it belongs to
//   official_record (record, article)        records that name the person
//   document_record (record, article)        resolutions that are the instrument, and records that stand in relation to one
//   place_article (article)                  articles of the place
//   agency_name (name), agency_form (form) …   few even where the records are many: for conditions of one row
//
// Without a filter:
//
//   province_name (place, name)   each place of stories by its name in Vietnamese, else in Latin letters, else as it is
//
// They are made of the parameters of their filters (parameters.h). Their texts are put together once in a process.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/query/filter.h"

namespace acta {

// "WITH agency_record AS (…) " with the sets that `sql` names; empty when it names none.
std::string SetsOf(std::string_view sql);

// "SELECT count(*) …": about how many records a filter by name stands for, counted up to :few: of people and bodies the
// articles that name them. Empty for other filters.
std::string ProbeOf(FilterBy by);

}  // namespace acta
