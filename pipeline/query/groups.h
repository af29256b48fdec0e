// Orders to "all departments" concern each department: the collective addressees that a body belongs to.
#pragma once

#include <string>
#include <string_view>

namespace acta {

// The groups of the three languages that a body of this name belongs to, as an FTS5 expression over folded names:
// "Sở Y tế" → "\"cac so\" OR \"so nganh\" OR departments …". "\"\"", which finds nothing, when the name does not say
// what kind of body it is.
std::string GroupsOf(std::string_view agency);

}  // namespace acta
