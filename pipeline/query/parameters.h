// What the SQL of a question may name: the values of the filter, bound when the SQL names them. For the sets of records
// that a filter stands for, sets.h.
//
//   :from :to           days, open ends as 0000-00-00 and 9999-99-99
//   :yearless_from … :yearless_to2   the same between days without a year, "????-09-01"; two ranges, for a turn of year
//   :today              the day that "overdue" is measured by
//   :name :name_words   the subject as it was given; as an FTS5 phrase over folded words
//   :text :text_then    the subject as FTS5 expressions over texts: what is to be found first, and then
//   :language :source :strength :basis
//   :since              seconds since 1970, UTC
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/query/filter.h"
#include "pipeline/store/sqlite.h"

namespace acta {

// Gives the parameters that the statement has their values. `filter.since` must be resolved to a day or empty.
class Parameters {
 public:
  Parameters(const Filter& filter, int64_t since_seconds);

  // The values stay with this object, which must outlive the statement's steps.
  void BindTo(Statement& statement) const;

 private:
  struct Text {
    const char* name;
    std::string value;
  };
  std::vector<Text> texts_;
  int64_t since_;
};

// The words of a text as the index has them: runs of letters, digits and marks of the folded text, as its tokenizer parts
// them. "SỞ Y-tế" → "so", "y", "te"; `FoldedWords` has a blank between two.
std::vector<std::string> WordsOf(std::string_view text);
std::string Joined(std::span<const std::string> words);
std::string FoldedWords(std::string_view text);

bool HasDigit(std::string_view text);

// The words of a text as one FTS5 phrase, the last one as a beginning: "so y t" → "\"so y t\" *". "\"\"" without words.
std::string PhraseOf(std::string_view text);

// Words and "quoted phrases", all of them wanted; a word that ends in * is a beginning. `first`: plain words as they follow
// each other, `then` those that stand apart; else `first` is all. An expression that finds nothing is "\"\"".
struct TextQuery {
  std::string first, then;
};
TextQuery TextQueryOf(std::string_view text);

}  // namespace acta
