// What the cleaner knows as data: names of elements, phrases around articles, function words, names of months.
//
//   Result<CleanRules> rules = CleanRules::Load("share/acta/clean");
//
// The folder holds tables, tab separated, one header line, "#" begins a comment line:
//   markup.tsv   role, words: what the class or id of an element says of its content
//   phrases.tsv  language, action, match, phrase: lines around an article, and what to do with them
//                (match: "line" the whole line, "start" its beginning, "inside" anywhere in it)
//   words.tsv    language, words: function words that tell the language of a text
//   dates.tsv    language, kind, value, words: names of months and days, labels of dates
// Immutable once loaded; safe to share between threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

// What the names of an element say of what is in it. Bits: an element may be several.
enum Role : uint32_t {
  kBodyRole = 1 << 0,      // the text of the article and little else: "article-body"
  kWrapRole = 1 << 1,      // the article with its head and tail: "content", "main"
  kAsideRole = 1 << 2,     // not article: related links, share bars, menus, advertisements
  kCommentRole = 1 << 3,   // readers' comments
  kHiddenRole = 1 << 4,    // not shown: "sr-only", "print-only"
  kCaptionRole = 1 << 5,   // caption or credit of a picture
  kBylineRole = 1 << 6,    // who wrote it
  kDateRole = 1 << 7,      // when it was published
  kLeadRole = 1 << 8,      // standfirst, "sapo"
  kTitleRole = 1 << 9,     // headline
  kRelatedRole = 1 << 10,  // lists of other articles (their dates are not ours)
  kSourceRole = 1 << 11,   // "Source: …"
  kSoftRole = 1 << 12,     // mostly not article ("widget", "box"), unless it holds running text
};

enum class PhraseAction : uint8_t {
  kEnd,
  kCut,
  kDrop,
  kByline,
  kSource,
  kCaption,
  kPublished,
  kUpdated,
  kPromo,
  kSite
};

struct PagePhrase {
  std::string language;
  std::string text;  // as listed
  PhraseAction action;
  bool whole_line;  // else: the line begins with it
};

enum class DateWord : uint8_t { kMonth, kWeekday, kFiller, kAm, kPm, kYearMark, kToday, kYesterday };
struct DateWordEntry {
  DateWord kind;
  int value;
};

class CleanRules {
 public:
  // Fails with kind "rules" and file:line of the first bad row.
  static Result<CleanRules> Load(const std::string& folder);

  // Roles of an element by the value of its class or id attribute.
  uint32_t RolesOf(std::string_view names) const;

  // The phrase that a line is or begins with; nullptr when none. `line` as made by Words().
  // Numbers do not count: "Comments (12)" is "Comments".
  const PagePhrase* Find(const std::vector<std::string>& line) const;

  // The promotion ("sign up for our newsletter") that a line contains anywhere; nullptr when none.
  const PagePhrase* FindPromo(std::string_view word_key) const;

  // The line begins as names of sites do ("Official website of …"). `line` as made by Words().
  bool NamesSite(const std::vector<std::string>& line) const;

  // For the words of dates.tsv, lower case.
  const DateWordEntry* FindDateWord(const std::string& word) const;

  struct LanguageWords {
    std::string language;
    std::unordered_set<std::string> words;
  };
  const std::vector<LanguageWords>& function_words() const { return function_words_; }

 private:
  struct StringHash {
    using is_transparent = void;
    size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  template <class T>
  using Map = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

  std::optional<Error> LoadMarkup(const std::string& path);
  std::optional<Error> LoadPhrases(const std::string& path);
  std::optional<Error> LoadWords(const std::string& path);
  std::optional<Error> LoadDates(const std::string& path);

  Map<uint32_t> roles_;                                     // key: words joined by a space
  Map<PagePhrase> whole_lines_;                             // key: WordKey
  Map<PagePhrase> openings_;                                // key: WordKey
  size_t longest_opening_ = 0;                              // words
  std::vector<std::pair<std::string, PagePhrase>> promos_;  // WordKey between two spaces
  std::vector<std::vector<std::string>> site_names_;        // how they begin, as made by Words()
  std::vector<LanguageWords> function_words_;
  Map<DateWordEntry> date_words_;
};

}  // namespace acta
