// Deadlines for a calendar, by RFC 5545.
#pragma once

#include <cstddef>
#include <ostream>

#include "pipeline/query/rows.h"

namespace acta {

// Writes the rows of "due" as a VCALENDAR: an event of a whole day for each, its UID the record's id, so that loading
// a newer calendar moves an event and does not double it. The same rows give the same bytes. Returns how many rows
// have no day with a year and were left out.
size_t WriteCalendar(const Rows& due, std::ostream& out);

}  // namespace acta
