// Forms of one block into entities.
//
//   std::vector<Entity> entities = ClusterForms(forms_of_a_block, world);
//
// People: within one place, spellings are one name as name_groups.h says, and different offices keep namesakes
// apart; a form of no known place joins the only one that it can be, if there is only one. Bodies: each form is an
// entity. Instruments: a form without a year joins the only year of its number. What could be two stays by itself:
// a wrong merge is worse than a missed one. Pure; the order of forms does not matter.
#pragma once

#include <vector>

#include "pipeline/resolve/links.h"
#include "pipeline/resolve/world.h"

namespace acta {

// The block of the form with this key.
std::string BlockOfForm(const std::string& form);

std::vector<Entity> ClusterForms(std::vector<Form> forms, const World& world);

}  // namespace acta
