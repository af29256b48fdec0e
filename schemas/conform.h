// Facts that keep to records.h, whatever the rules made.
//
//   size_t corrected = Conform(facts);      // 0 with packs that are in order
//
// A word outside its vocabulary becomes "other" where there is such a word and is left out where there is
// none; a record without a required field is left out. So one wrong line of a lexicon costs one value, not
// the page. Returns how many values and records were touched.
#pragma once

#include <cstddef>

#include "schemas/records.h"

namespace acta {

size_t Conform(Facts& facts);

}  // namespace acta
