// An entity as people and programs look at it, and corrections of it as they are written down.
//
//   Result<std::string> text = EntityText(db, "official-18b37287b42dedc7");
//   Result<CorrectionDraft> draft = DraftMerge(db, {first, second});
//
// Reads only. Fails with "not_found" when an id names nothing, with "usage" when what is asked makes no sense.
#pragma once

#include <string>
#include <vector>

#include "pipeline/store/sqlite.h"

namespace acta {

Result<std::string> EntityText(const Database& db, const std::string& id);  // several lines, no line end
Result<std::string> EntityJson(const Database& db, const std::string& id);  // one line

// Whether it has the form of the id of a task: "task-18b37287b42dedc7". EntityText, EntityJson and the drafts below
// take such an id too.
bool IsTaskId(const std::string& id);

// What a correction is about, and what held before it, as a JSON object.
struct CorrectionDraft {
  std::vector<std::string> subjects;
  std::string old;
};

// The forms of all the entities, or the records that state the tasks.
Result<CorrectionDraft> DraftMerge(const Database& db, const std::vector<std::string>& entities);
// Records and forms of the entity; at least one, and not all of its forms. Of a task records, and not all of them.
Result<CorrectionDraft> DraftSplit(const Database& db, const std::string& entity,
                                   const std::vector<std::string>& records,
                                   const std::vector<std::string>& forms);
Result<CorrectionDraft> DraftWrong(const Database& db, const std::vector<std::string>& records);

}  // namespace acta
