// Which state an article is of, so that its bodies are not taken for those of another: "Министерство строительства" of
// a Russian region is not Vietnam's Bộ Xây dựng.
//
//   Result<States> states = States::Load(folder + "/states.tsv");
//   states->Of(article.text)      // "russia": the state that it names most; "" when it names none
//
// Immutable; safe to share. The bodies of BodyCatalog are those of the state that is home().
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

class States {
 public:
  // The first row is home. Fails as ReadTable does.
  static Result<States> Load(const std::string& path);

  // Home when it is named at all; else the state that most words name, "" when none does or two do so alike.
  std::string Of(std::string_view text) const;

  const std::string& home() const { return ids_.front(); }
  // Whether pages of this language, or under this host's domain, are home's.
  bool SpeaksAtHome(std::string_view language) const { return language == home_language_; }
  bool HostedAtHome(std::string_view url) const;

 private:
  size_t Find(std::string_view word) const;  // of ids_; their number when the word names none

  std::vector<std::string> ids_;
  std::string home_language_, home_domain_;
  std::map<std::string, size_t, std::less<>> words_;  // whole words
  std::map<std::string, size_t, std::less<>> stems_;  // beginnings of words
  size_t shortest_ = ~size_t{0}, longest_ = 0;        // of stems, in bytes
};

}  // namespace acta
