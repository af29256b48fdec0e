// An article as the resolver sees it: who and what it names, where it plays, and what it counts.
//
//   Account account = AccountOf(article, facts, world);
//
// A Account holds all that is compared between articles and nothing else; it is made from one article alone, so it
// is the same whenever and after whatever it is read. The World must outlive it.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "pipeline/resolve/person_name.h"
#include "pipeline/resolve/world.h"
#include "pipeline/text/article.h"
#include "schemas/records.h"

namespace acta {

// Where an article plays, or whose body it is. `key` is an id of the gazetteer, else PlaceKey of the name.
struct PlaceUse {
  std::string key, name;
  std::string basis;  // "printed", "site", "text"; empty when it is not known

  bool known() const { return !key.empty(); }
};

struct PostUse {
  std::string title, role, capacity, body;  // as in the record
  std::vector<const Body*> candidates;      // of the body
  PlaceUse place;                           // printed in the body's name
};

struct PersonUse {
  std::string record;  // id of the record
  std::string printed;
  PersonName name;
  std::vector<PostUse> posts;
};

struct BodyUse {
  std::string record, printed, kind, level;
  std::vector<const Body*> candidates;  // bodies that bear the name; empty: not in the catalog
  std::string stems;                    // what the name says without its place: BodyReading::Key
  bool whole = false;                   // it is understood in full, so that the key holds in any language
  PlaceUse place;                       // printed in the name
  bool assigned = false;                // an order of this article, but of the centre's, has it do something
};

struct DocumentUse {
  std::string record, printed, kind, number, issuer, title;  // number: folded, may be bare digits
  std::optional<Date> issued;

  bool numbered() const { return number.find_first_not_of("0123456789") != std::string::npos; }
};

// An order, a term or a report of a task.
struct TaskUse {
  std::string record, kind, action;    // kind: directive, deadline, target or progress
  std::vector<std::string> assignees;  // as written
  std::optional<Date> due;
  std::string state;                        // of a report
  std::string part;                         // of a target that an order sets: the order's record
  std::vector<std::string> documents = {};  // records of the instruments that the order names
  bool asked = false;                       // proposed or hoped for, not ordered
};

struct Account {
  std::string article;  // what the caller knows it by
  std::string language, title;
  std::optional<Date> day;
  PlaceUse place;
  // Of an article from abroad: the state's id in states.tsv, "?" when it names none. Empty: of the state whose bodies
  // are in the catalog. An article is from abroad when nothing in it is of home: neither its language, host and place,
  // nor the country's name, two of its provinces, a Vietnamese name of three words, a people's committee or council.
  std::string abroad;
  std::vector<PersonUse> people;
  std::vector<BodyUse> bodies;
  std::vector<DocumentUse> documents;
  std::vector<TaskUse> tasks;
  std::set<std::string> figures;  // "95 percent": amounts that are not the common ones
  std::set<std::string> dates;    // deadlines and days of documents
};

Account AccountOf(const Article& article, const Facts& facts, const World& world);

}  // namespace acta
