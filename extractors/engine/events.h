// One event that several sentences tell is one record: “The committee met on 5 May. Chairman A presided.”
//
//   JoinEvents({0, 1}, facts.events);
#pragma once

#include <cstdint>
#include <vector>

#include "schemas/records.h"

namespace acta {

// Joins each event with the first before it that may be the same: of its kind (meetings and sessions are one), with no
// other day, place or chair; either both name the chair, or the sentences stand side by side. The first keeps the places
// of both among its mentions. Then drops what is of no kind: who presided, where no event was told. `sentences` stands
// beside `events`, in order.
void JoinEvents(const std::vector<uint32_t>& sentences, std::vector<Event>& events);

}  // namespace acta
