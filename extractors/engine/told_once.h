// What an article tells twice is one record: a headline or caption repeats the body, a lead the order that is quoted
// below it.
//
//   KeepToldOnce(view, {target_sentences, deadline_sentences, directive_sentences}, facts);
//
// The record that stays has the places of both among its mentions.
#pragma once

#include <cstdint>
#include <vector>

#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

// The sentences that records stand in, beside the records.
struct ToldIn {
  std::vector<uint32_t> targets, deadlines, directives, events;
};

void KeepToldOnce(const TreeView& view, const ToldIn& in, Facts& facts);

}  // namespace acta
