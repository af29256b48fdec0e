// What was removed on request and must not come back: pages by their addresses, people by their names.
//
//   Result<Forgotten> forgotten = Forgotten::Load(db);
//   if (forgotten->Bars(article, visit.source, visit.page)) …    // Store::Put fails with "forgotten"
//
// The table `forgotten` holds hashes, never the address or the name itself. Whoever has a list of names can still try
// them one by one; the hash keeps the name out of the file, it does not keep the fact of the removal secret.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/store/sqlite.h"
#include "pipeline/text/article.h"

namespace acta {

// An address as it is compared: without scheme, "www.", fragment and last slash, the host in lower case. A path of a
// file stays as it is.
std::string AddressKey(std::string_view address);

// The words of a text as names are compared: lower case, the tone of a syllable wherever it is written (hoà, hòa), a
// Cyrillic word without marks and the ending of its case (Тхинь, Тхиня, Тхинем). "Trần" and "Tran" differ: a name that
// is printed with its marks is not that of a namesake with others. Everything between words is passed over.
std::vector<std::string> WordsOfName(std::string_view text);

// Finds names of any number of words in texts.
class NameFinder {
 public:
  // A name without a word is passed over.
  void Add(std::string_view name);
  bool empty() const { return names_.empty(); }

  // Whether one of the names stands in the text, word by word. Linear in the text.
  bool Stands(std::string_view text) const;

 private:
  std::set<std::vector<std::string>> names_;
  std::set<size_t> lengths_;
};

class Forgotten {
 public:
  // What the file says; nothing when it has no such table.
  static Result<Forgotten> Load(const Database& db);

  bool empty() const { return pages_.empty() && names_.empty(); }
  bool BarsPage(std::string_view address) const;
  bool BarsText(std::string_view text) const;  // a forgotten name stands in it
  // `source` and `page` as in Visit. A canonical URL that is not the page's says nothing: sites state their front page.
  bool Bars(const Article& article, std::string_view source, std::string_view page) const;

  // Notes addresses and ways in which a name is printed, as one request. Within a transaction; what was loaded stays
  // as it was.
  static Result<void> Add(const Database& db, const std::vector<std::string>& pages,
                          const std::vector<std::string>& names, int64_t now);
  // Takes back the request that this address or name belongs to, whole; how many entries it had, 0 when there is none.
  static Result<int64_t> Remove(const Database& db, std::string_view named);

 private:
  std::set<std::string, std::less<>> pages_;
  std::set<std::pair<size_t, std::string>> names_;  // words, hash
};

// Makes acta_names(text, names) known to SQL: 1 when one of the names, one a line, stands in the text. Part of
// AddSqlFunctions (fold.h).
Result<void> AddNameFunctions(const Database& db);

}  // namespace acta
