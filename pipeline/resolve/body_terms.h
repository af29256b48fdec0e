// What a body's name says, whatever its language: "Ban Tổ chức Tỉnh ủy", "Organizing Committee of the Provincial Party
// Committee" and «Организационный отдел обкома» all say head-board, organisation, party-committee, province.
//
//   Result<BodyTerms> terms = BodyTerms::Load(folder + "/body_terms.tsv");
//   BodyReading reading = terms->Read(NameStemList("Sở Tư pháp tỉnh"));
//   reading.terms     // head-department, justice, province
//   reading.whole()   // every word is understood
//
// Phrases that stand together are read first, the longest first; what is left may be found in any order, since
// Russian and English turn names about. Immutable; safe to share. Cost: words of the name times
// the phrases that begin with one of them.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

struct BodyReading {
  std::set<std::string> terms;  // numbers among them, as "#3"
  std::set<std::string> rest;   // stems of words that no phrase has

  bool whole() const { return rest.empty() && !terms.empty(); }
  bool Says(std::string_view term) const { return terms.contains(std::string(term)); }
  // Terms and rest, sorted, joined by blanks; without those that begin with `prefix`, if one is given.
  std::string Key(std::string_view without = "") const;
  // The terms that say a field of work, not a level, a kind of body or a number.
  std::set<std::string> Fields() const;
  bool HasField() const { return !Fields().empty(); }
};

bool IsLevelTerm(std::string_view term);

// The stem of each word of a name, in order, small words left out.
std::vector<std::string> NameStemList(std::string_view name);

class BodyTerms {
 public:
  static Result<BodyTerms> Load(const std::string& path);

  BodyReading Read(std::vector<std::string> stems) const;

  // Stems of the words for the country, which a name may leave out.
  const std::set<std::string>& country() const { return country_; }

 private:
  struct Phrase {
    std::vector<std::string> stems, terms;
    bool turns = false;  // its words may stand in any order
  };
  bool Together(const Phrase& phrase, std::vector<std::string>& stems, BodyReading& reading) const;
  bool Apart(const Phrase& phrase, std::vector<std::string>& stems, BodyReading& reading) const;

  std::vector<size_t> Possible(const std::vector<std::string>& stems) const;

  std::set<std::string> country_;
  std::vector<Phrase> phrases_;                          // the longest first
  std::map<std::string, std::vector<size_t>> by_first_;  // first word → phrases
};

}  // namespace acta
