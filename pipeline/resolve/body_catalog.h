// Public bodies by their names in three languages: "Sở Tư pháp", "Department of Justice" and "Департамент юстиции"
// are department-of-justice, of a province that the context names.
//
//   Result<BodyCatalog> bodies = BodyCatalog::Load(folder + "/bodies.tsv", folder + "/body_terms.tsv");
//   for (const Body* body : bodies->Find("People's Committee of An Giang province", "An Giang")) …
//
// Names are compared as sets of word stems, so the order of words, their endings and small words do not matter:
// "Народный комитет провинции" is "Провинциальный народный комитет". A name that the table does not have is read for
// what it says (body_terms.h) and is the body that another name says the same of. Immutable; safe to share.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/resolve/body_terms.h"
#include "pipeline/text/date.h"
#include "pipeline/text/result.h"

namespace acta {

struct Body {
  std::string id, kind, level;  // level "any": the names do not tell
  std::string vi, en, ru;       // the name to show; may be empty
  std::optional<Date> valid_from, valid_to;
  std::string merged_into;  // id of the body that took over its work, or empty
};

// The stems of a name, sorted, small words left out, joined by blanks: "committe people provinc".
std::string NameStems(std::string_view name);

class BodyCatalog {
 public:
  static Result<BodyCatalog> Load(const std::string& path, const std::string& terms_path);

  // All bodies that bear the name, in order of the table; `place`, as it is written in the name, is taken off, and
  // `unit` ("province", "city" or empty) is what that place is.
  std::vector<const Body*> Find(std::string_view name, std::string_view place,
                                std::string_view unit = "") const;
  // What the name says, without its place and country.
  BodyReading Read(std::string_view name, std::string_view place) const;
  const Body* Get(std::string_view id) const;

  // Bodies of the same field one step down or up: what a translation may have made of the name. Of
  // ministry-of-justice: department-of-justice, division-of-justice.
  std::vector<const Body*> Relatives(const Body& body) const;

 private:
  using Index = std::map<std::string, std::set<size_t>, std::less<>>;  // of bodies_
  std::vector<const Body*> In(const Index& index, const std::string& key) const;
  std::vector<const Body*> ByTerms(const BodyReading& reading, std::string_view unit) const;
  std::optional<BodyReading> ReadByResolution(const std::vector<std::string>& stems) const;

  BodyTerms terms_;
  std::vector<Body> bodies_;
  Index by_stems_;
  Index by_terms_;  // by all that the name says
  Index by_field_;  // without the kind of body, of names that are understood whole
  std::map<std::string, size_t, std::less<>> by_id_;
};

}  // namespace acta
