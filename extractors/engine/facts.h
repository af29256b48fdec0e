// A tree to Facts: units of record kinds become records, read by the field tables; then what the article
// says elsewhere completes them (people.h, bodies.h), and what it tells twice is told once (told_once.h).
#pragma once

#include <vector>

#include "extractors/engine/extract.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

Facts FactsOf(const TreeView& view, std::vector<Abstention>* abstentions);

}  // namespace acta
