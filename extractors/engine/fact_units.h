// The units of an article's trees that are to become records.
//
//   for (const FactUnit& one : FactUnitsOf(view, &abstentions)) …
//
// A unit whose rule refuses it, or that stands outside of what its rule wants around it, is none: the reason goes to
// `abstentions`, which may be nullptr.
#pragma once

#include <vector>

#include "extractors/engine/extract.h"
#include "extractors/engine/fact_unit.h"
#include "extractors/engine/tree_view.h"

namespace acta {

// Units of the kinds of records, and persons, in order of the text; what a unit stands in comes before it.
std::vector<FactUnit> FactUnitsOf(const TreeView& view, std::vector<Abstention>* abstentions);

}  // namespace acta
