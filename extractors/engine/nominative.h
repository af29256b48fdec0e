// The dictionary form of what stands in any case: “Ханойского народного комитета” is “Ханойский народный
// комитет”, “министерствам и ведомствам” “министерства и ведомства”.
//
// The leading word takes its lemma. Words before it that no lexicon knows agree with it, by the endings of
// `names.agreement`. In a nameless group the items of the list take theirs, too; what depends on an item
// (“главам районов”) stays. What cannot be turned stays as printed, whole: half a phrase is worse.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/engine/tree_view.h"

namespace acta {

// One blank between words; the capitals of the text. Linear in the units. Never fails.
std::string DictionaryForm(const TreeView& view, const std::vector<uint32_t>& units);

// The grammatical cases that the first listed word of a unit may show, read as one of these kinds (any kind
// when none is given); empty when it shows none.
std::vector<std::string_view> CasesOf(const TreeView& view, uint32_t at,
                                      std::initializer_list<std::string_view> kinds = {});

}  // namespace acta
