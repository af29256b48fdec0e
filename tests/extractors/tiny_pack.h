// A pack of a few lines, written to a folder of the test's own and loaded.
//
//   Result<Pack> pack = TinyPack().Lexicon("a\tx\n").Rules(kRules).Load();
//
// The language is called xx. Unless said otherwise it has one phase, `thing`.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <string>

#include "extractors/engine/cascade.h"
#include "extractors/engine/explain.h"
#include "extractors/engine/facts.h"
#include "extractors/engine/pack.h"
#include "tests/store/temp_folder.h"

namespace acta {

// What several of the small packs have: years and numbers, a bare year for a date, a percentage for a quantity.
inline constexpr const char kYearsAndNumbers[] =
    "[[pattern]]\nkind = 'year_number'\nregex = '(?P<year>20\\d\\d)'\n"
    "[[pattern]]\nkind = 'number'\nregex = '\\d{1,2}'\n";
inline constexpr const char kDatesAndShares[] =
    "[[rule]]\nkind = 'date'\npattern = '<year_number>'\nexamples = ['2030']\n"
    "[[rule]]\nkind = 'quantity'\npattern = '<number> <unit>'\nexamples = ['5%']\n";

class TinyPack {
 public:
  TinyPack() { Language("phases = [\"thing\"]\n"); }

  TinyPack& Language(const std::string& toml) { return Write("language.toml", toml); }
  TinyPack& Paradigms(const std::string& toml) { return Write("paradigms.toml", toml); }
  TinyPack& Lexicon(const std::string& tsv) { return Write("lexicon/words.tsv", tsv); }
  TinyPack& Text(const std::string& toml) { return Write("text.toml", toml); }
  TinyPack& Rules(const std::string& toml) { return Write("rules.toml", toml); }
  TinyPack& Write(const std::string& name, const std::string& content) {
    folder_.Write("xx/" + name, content);
    return *this;
  }

  Result<Pack> Load(PackUse use = PackUse::kReading) const { return LoadPack(folder_.path(), "xx", use); }
  // A pack that has to load: the test fails with its error.
  Pack Loaded() const {
    auto pack = Load();
    EXPECT_TRUE(pack) << pack.error().message;
    return std::move(*pack);
  }
  // The message of the error, or "ok".
  std::string Verdict() const {
    auto pack = Load();
    return pack ? "ok" : pack.error().kind + "\n" + pack.error().message;
  }
  std::string folder() const { return folder_.path(); }

 private:
  TempFolder folder_;
};

// A text as read by a pack: the tree of each sentence as DrawTree draws it.
inline std::string Draw(const Pack& pack, const std::string& text) {
  Article article = PlainTextArticle("test", "\n\n" + text);
  Tree tree = ReadArticle(article, pack.annotator->Annotate(article), pack);
  return DrawTree(TreeView(article, tree, pack));
}

inline Article ArticleOf(const std::string& text, const std::string& published = "") {
  Article article = PlainTextArticle("test", "\n\n" + text);
  article.published = published;
  return article;
}

// Who gives the orders of a text, "-" where nobody is known: "Ann, -".
inline std::string IssuersOf(const Facts& facts) {
  std::string out;
  for (const Directive& one : facts.directives)
    out += (out.empty() ? "" : ", ") + (one.issuer ? one.issuer->value : "-");
  return out;
}

struct OrderedBy {
  const char* text;
  const char* issuers;  // as IssuersOf() has them
};

// Each text has just these orders, of these issuers.
inline void ExpectIssuers(const Pack& pack, std::initializer_list<OrderedBy> cases) {
  for (const OrderedBy& one : cases)
    EXPECT_EQ(IssuersOf(Extract(ArticleOf(one.text), pack)), one.issuers) << one.text;
}

}  // namespace acta
