// Vietnamese syllables in Cyrillic letters: one to many, both ways.
//
//   Result<Transcription> table = Transcription::Load(folder + "/transcription.tsv");
//   table->Cost({"m", "ưng"}, true, "мунг")   // 0.1: the second spelling of the rime
//   table->Cost({"m", "ung"}, false, "мынг")  // 0: without marks the syllable may be "mưng"
//   table->Cost({"m", "ưng"}, true, "ман")    // nullopt: no spelling of it
//
// A spelling is an onset and a rime of data/transcription.tsv. Its cost is 0 for the usual one, a tenth for each
// place further down the cell, half a point more for a row that is marked loose. Cyrillic words are lower case,
// ё written е. Immutable; safe to share.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/resolve/letters.h"
#include "pipeline/text/result.h"

namespace acta {

class Transcription {
 public:
  static Result<Transcription> Load(const std::string& path);

  // nullopt when `cyrillic` is no spelling of the syllable. `exact` says that marks, where there are none, are not
  // merely left out.
  std::optional<double> Cost(const Syllable& syllable, bool exact, std::string_view cyrillic) const;

  // Whether `cyrillic`, one word, spells the syllables run together: "лонгзянг" the two of "Long Giang".
  bool SpellsJoined(const std::vector<Syllable>& syllables, bool exact, std::string_view cyrillic) const;

  // Whether the syllable can be written in Vietnamese; in plain letters if not `exact`.
  bool IsSyllable(const Syllable& syllable, bool exact) const;
  // Whether a Vietnamese syllable can be written so. With `loose`, also in the spellings of the loose rows.
  bool IsSpelling(std::string_view cyrillic, bool loose = true) const;

  // The nominative of a Vietnamese name's word: "мунгу" → "мунг", "тхинем" → "тхинь", "ча" stays.
  std::string Nominative(std::string_view cyrillic) const;

  // Whether `cyrillic` is a traditional spelling of the whole name; both as words joined by a blank, the first
  // without marks: "ho chi minh", "хо ши мин".
  bool IsTraditional(const std::string& plain, const std::string& cyrillic) const;

 private:
  struct Onset {
    std::string spelling;
    bool soft;
    double cost;
  };
  enum Place { kPlain, kSoft, kInitial };
  struct Rime {
    std::string spelling;
    double cost;
  };
  struct Rimes {
    std::vector<Rime> spellings[3];
  };

  std::string AddRow(const std::vector<std::string>& row);
  void Index();
  std::optional<double> RimeCost(const std::string& rime, Place place, std::string_view rest) const;

  std::map<std::string, std::vector<Onset>, std::less<>> onsets_;
  std::map<std::string, Rimes, std::less<>> rimes_;
  std::map<std::string, std::vector<std::string>, std::less<>> plain_rimes_;  // "ung" → "ung", "ưng"
  std::map<std::string, std::vector<std::string>> syllables_;                 // "gi ang" → whole spellings
  std::set<std::pair<std::string, std::string>> names_;                       // plain, Cyrillic
  std::set<std::string, std::less<>> rime_spellings_[2][3];                   // strict, loose; by place
};

// Lower case, ё as е.
std::string FoldCyrillic(std::string_view text);

}  // namespace acta
