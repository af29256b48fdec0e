// Links that follow from where records stand.
//
//   LinkByPlace(facts);          // before AssignIds, which makes them final
//
// A deadline or target that stands within an order, in its action or where its date is printed, belongs to
// it. Lists that the rules filled already are left alone. How an order stands to a resolution cannot be seen
// from places alone: those links are only made by rules.
#pragma once

#include "schemas/records.h"

namespace acta {

void LinkByPlace(Facts& facts);

}  // namespace acta
