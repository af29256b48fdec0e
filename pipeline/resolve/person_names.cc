#include "pipeline/resolve/person_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/store/fold.h"
#include "pipeline/store/forgotten.h"

namespace acta {
namespace {

enum Rank { kPrinted, kAlike, kPart };  // with its marks; but for marks and case; words of a longer name

bool IsCyrillic(std::string_view folded) { return static_cast<unsigned char>(folded.front()) >= 0xd0; }

// All the words, in the full text index of names; a Cyrillic one in any case.
std::string QueryOf(const std::vector<std::string>& words) {
  std::string query;
  for (const std::string& word : words) {
    const std::string folded = FoldForSearch(word);
    query += (query.empty() ? "\"" : " AND \"") + folded + "\"" + (IsCyrillic(folded) ? " *" : "");
  }
  return query;
}

std::vector<std::string> Plain(std::vector<std::string> words) {
  for (std::string& word : words) word = FoldForSearch(word);
  return words;
}

Rank RankOf(const std::vector<std::string>& words, const std::vector<std::string>& asked) {
  if (words == asked) return kPrinted;
  return Plain(words) == Plain(asked) ? kAlike : kPart;
}

constexpr std::string_view kColumns =
    "e.id, e.name, coalesce(e.place, ''), (SELECT count(DISTINCT u.article) FROM entity_form f JOIN "
    "entity_use u ON "
    "u.form = f.key WHERE f.entity = e.key)";

// Entities with the best rank of their names.
using Found = std::map<std::string, std::pair<Rank, Namesake>>;

void Note(Found& found, Rank rank, const Statement& row) {
  Namesake one{std::string(row.Text(1)), std::string(row.Text(2)), std::string(row.Text(3)), row.Int(4)};
  auto [known, is_new] = found.try_emplace(one.id, rank, one);
  if (!is_new) known->second.first = std::min(known->second.first, rank);
}

Result<Found> Look(const Database& db, const std::vector<std::string>& asked, const std::string& type) {
  Found found;
  // First by the names that records have; then, for names of the catalog that no article prints, by all entities.
  for (const std::string& sql : {"SELECT n.name, " + std::string(kColumns) +
                                     " FROM find_words w CROSS JOIN find_name n ON n.key = w.rowid CROSS "
                                     "JOIN find_record r ON r.name = n.key "
                                     "AND r.field = 'name' CROSS JOIN entity_use x ON x.record = r.record "
                                     "CROSS JOIN entity_form y ON y.key = "
                                     "x.form CROSS JOIN entity e ON e.key = y.entity WHERE find_words MATCH "
                                     "?1 AND (?2 = '' OR e.type = ?2) "
                                     "GROUP BY n.name, e.key",
                                 "SELECT n.value, " + std::string(kColumns) +
                                     " FROM entity e, json_each(json_array(e.name, e.name_en, e.name_ru)) n "
                                     "WHERE n.value IS NOT NULL AND "
                                     "acta_names(n.value, ?1) AND (?2 = '' OR e.type = ?2)"}) {
    Result<Statement> rows = db.Prepare(sql);
    if (!rows) return tl::unexpected(rows.error());
    std::string argument = QueryOf(asked);
    if (sql.find("find_words") == sql.npos) {
      argument.clear();
      for (const std::string& word : asked) argument += word + " ";
    }
    Result<bool> row = rows->Bind(1, argument).Bind(2, type).Step();
    for (; row && *row; row = rows->Step()) Note(found, RankOf(WordsOfName(rows->Text(0)), asked), *rows);
    if (!row) return tl::unexpected(row.error());
    if (!found.empty()) break;
  }
  return found;
}

// Those of the best rank; marks that were not given tell nothing.
std::vector<Namesake> Best(const Found& found, const std::vector<std::string>& asked, Rank worst) {
  const bool marked = Plain(asked) != asked;
  Rank best = kPart;
  for (const auto& [id, one] : found) best = std::min(best, one.first);
  if (best == kPrinted && !marked) best = kAlike;
  std::vector<Namesake> namesakes;
  for (const auto& [id, one] : found) {
    if (one.first <= best && one.first <= worst) namesakes.push_back(one.second);
  }
  return namesakes;
}

// Every way in which the entity is printed, and each without marks.
Result<void> AddNames(const Database& db, const std::string& entity, std::vector<std::string>& names) {
  Result<Statement> rows = db.Prepare(
      "SELECT name FROM (SELECT e.name, 0 AS n FROM entity e WHERE e.id = ?1 UNION SELECT e.name_en, 1 FROM "
      "entity e "
      "WHERE e.id = ?1 UNION SELECT e.name_ru, 2 FROM entity e WHERE e.id = ?1 UNION SELECT f.name, 3 FROM "
      "entity e "
      "JOIN entity_form f ON f.entity = e.key WHERE e.id = ?1 UNION SELECT u.name, 3 FROM entity e JOIN "
      "entity_form "
      "f ON f.entity = e.key JOIN entity_use u ON u.form = f.key WHERE e.id = ?1) WHERE name IS NOT NULL "
      "ORDER BY n, name");
  if (!rows) return tl::unexpected(rows.error());
  Result<bool> row = rows->Bind(1, entity).Step();
  for (; row && *row; row = rows->Step()) names.emplace_back(rows->Text(0));
  if (!row) return tl::unexpected(row.error());
  return {};
}

// Each way once; the names themselves before what is made of them. A single word is no one's name alone.
std::vector<std::string> Distinct(const std::vector<std::string>& names) {
  std::set<std::vector<std::string>> known;
  std::vector<std::string> distinct;
  auto add = [&](const std::string& name) {
    const std::vector<std::string> words = WordsOfName(name);
    if (words.size() > 1 && known.insert(words).second) distinct.push_back(name);
  };
  for (const std::string& name : names) add(name);
  for (const std::string& name : names) add(FoldForSearch(name));
  return distinct;
}

}  // namespace

std::string Listed(const std::string& named, const std::vector<Namesake>& namesakes) {
  std::string message = std::to_string(namesakes.size()) + " are called \"" + named + "\"";
  for (const Namesake& one : namesakes) {
    message += "\n  " + one.id + "  " + one.name + (one.place.empty() ? "" : "  " + one.place) + "  " +
               std::to_string(one.articles) + (one.articles == 1 ? " article" : " articles");
  }
  return message;
}

bool IsEntityId(const std::string& named) {
  const size_t dash = named.rfind('-');
  return dash != named.npos && named.size() - dash == 17 &&
         named.find_first_not_of("0123456789abcdef", dash + 1) == named.npos;
}

Result<std::vector<Namesake>> FindNamesakes(const Database& db, const std::string& name,
                                            const std::string& type) {
  const std::vector<std::string> asked = WordsOfName(name);
  if (asked.empty()) return std::vector<Namesake>();
  Result<Found> found = Look(db, asked, type);
  if (!found) return tl::unexpected(found.error());
  return Best(*found, asked, kPart);
}

Result<PersonNames> FindPerson(const Database& db, const std::string& named, bool all) {
  PersonNames person;
  std::vector<std::string> names;
  if (IsEntityId(named)) {
    if (!named.starts_with("official-"))
      return Fail("usage", named + " is no person; forget takes people and pages");
    person.entity = named;
    if (Result<void> added = AddNames(db, named, names); !added) return tl::unexpected(added.error());
    if (names.empty()) return Fail("not_found", "no official of this database has the id " + named);
  } else {
    const std::vector<std::string> asked = WordsOfName(named);
    if (asked.size() < 2) {
      return Fail("usage", "\"" + named +
                               "\" is neither stored as a page nor a whole name; a single word would take "
                               "every article that has it");
    }
    Result<Found> found = Look(db, asked, "official");
    if (!found) return tl::unexpected(found.error());
    const std::vector<Namesake> namesakes = Best(*found, asked, kAlike);
    if (namesakes.size() > 1 && !all) {
      return Fail("usage", Listed(named, namesakes) + "\nname one by its id, or take --all of them");
    }
    for (const Namesake& one : namesakes) {
      if (Result<void> added = AddNames(db, one.id, names); !added) return tl::unexpected(added.error());
    }
    names.push_back(named);
  }
  person.names = Distinct(names);
  return person;
}

}  // namespace acta
