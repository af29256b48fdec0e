// What resolution says: a record uses a form, a form means an entity, and why.
//
//   record of an article ──UseLink──▶ Form ──FormLink──▶ Entity
//
// A Form is a name in a context: "Hồ Văn Mừng" among the leaders of An Giang, "2/QĐ-UBND" of An Giang in 2024.
// Account one story decides which form a record uses; the forms of one block alone decide which of them are one
// entity. So neither step looks at more of the world than it must, and both give the same whatever came first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/resolve/task_words.h"

namespace acta {

enum class EntityType : uint8_t { kOfficial, kAgency, kResolution };

inline constexpr std::string_view kEntityTypes[] = {"official", "agency", "resolution"};
inline std::string_view ToString(EntityType type) { return kEntityTypes[static_cast<size_t>(type)]; }

// Why something is linked. `rule` is a stable word that docs/resolution.md explains; `strength` is between 0 and 1;
// `evidence` is for people.
struct Reason {
  std::string rule;
  double strength = 1;
  std::string evidence;

  friend bool operator==(const Reason&, const Reason&) = default;
};

struct Form {
  EntityType type = EntityType::kOfficial;
  std::string key;               // unique: type and all that follows, `name` and `detail` apart
  std::string block;             // forms that may be one entity share their block
  std::string language;          // vi, en or ru: of the name
  std::string name;              // to show
  std::string name_en, name_ru;  // as English and Russian articles have it; may be empty
  std::string kind;              // agency: kind; resolution: kind
  std::string scope;             // place whose official, body or document it is; "central"; empty = not known
  std::string
      part;  // official: office that keeps namesakes apart; agency: id of the catalog; resolution: year

  friend bool operator==(const Form&, const Form&) = default;
};

struct UseLink {
  std::string article, record;  // ids
  std::string form;             // key
  std::string name;             // as this article names it
  Reason reason;
};

// Whose word outranks whose: 0 the Vietnamese original, 1 English, 2 Russian, 3 any other language.
inline int AuthorityOf(std::string_view language) {
  return language == "vi" ? 0 : language == "en" ? 1 : language == "ru" ? 2 : 3;
}

// What an article says of a task.
struct TaskStatement {
  std::string article, record;                           // ids
  std::string kind, action, language, state, said, due;  // days as ISO dates, empty = not known
  std::vector<std::string> assignees;                    // keys of forms
  std::string bundle;                                    // statements of one story that are one task share it
  TaskWords words;                                       // of the action
  std::string page = {};  // on which the article stands, where it is one of several versions
  bool replaced = false;  // a newer version of the page has come
};

// An entity: forms that mean one, the first the one to show, each with the reason why it belongs to the first.
struct Entity {
  std::string id;  // "official-" and 16 hexadecimal digits, derived from its forms
  EntityType type = EntityType::kOfficial;
  std::vector<Form> forms;
  std::vector<Reason> reasons;  // beside forms
};

}  // namespace acta
