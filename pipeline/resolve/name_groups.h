// Forms of names into names: which of several spellings, in three scripts, are one name.
//
//   std::vector<NameGroup> groups = GroupNames({&vi, &en, &ru}, table);
//
// Spellings with all marks tell names apart. A spelling without marks joins the one name that it can be, a Cyrillic
// one the name that it costs least to be, if no other is nearly as near (kNameMargin). What could be two names stays
// by itself.
#pragma once

#include <functional>
#include <vector>

#include "pipeline/resolve/links.h"
#include "pipeline/resolve/person_name.h"

namespace acta {

struct NameGroup {
  struct Member {
    size_t name;  // index of what was given
    Reason reason;
  };
  std::vector<Member> members;  // the one with most marks first
  bool unclear = false;         // a spelling that could be two of the other names
};

// `handicap(a, b)` is added to the cost of taking a for b, by index: what else speaks against it. May be empty.
std::vector<NameGroup> GroupNames(const std::vector<const PersonName*>& names, const Transcription& table,
                                  const std::function<double(size_t, size_t)>& handicap = {});

}  // namespace acta
