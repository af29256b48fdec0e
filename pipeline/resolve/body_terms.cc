#include "pipeline/resolve/body_terms.h"

#include <algorithm>
#include <iterator>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/table.h"
#include "pipeline/resolve/transcription.h"

namespace acta {
namespace {

constexpr std::string_view kSmallWords[] = {"of",  "the", "and", "for", "on", "in", "a", "to", "và",
                                            "của", "về",  "и",   "по",  "в",  "на", "о", "об", "при",
                                            "для", "с",   "số",  "no",  "го", "й",  "я", "му"};
constexpr std::string_view kLevels[] = {"province", "city",         "district", "commune",
                                        "ward",     "special-zone", "national", "central"};
constexpr std::string_view kHead = "head-", kCountry = "country";
constexpr size_t kEnglishStem = 7, kRussianStem = 5;

bool IsSmall(const std::string& word) {
  return std::find(std::begin(kSmallWords), std::end(kSmallWords), word) != std::end(kSmallWords);
}

std::string RussianStem(const std::string& word) {
  std::u32string letters = Letters(FoldCyrillic(word));
  // "по делам" is as short as «дела»: its ending would be taken for the stem.
  if (letters.size() == kRussianStem && (letters.ends_with(U"ам") || letters.ends_with(U"ах")))
    letters.resize(3);
  if (letters.size() > kRussianStem) letters.resize(kRussianStem);
  while (letters.size() > 2 &&
         std::u32string_view(U"аеиоуыэюяьй").find(letters.back()) != std::u32string_view::npos) {
    letters.pop_back();
  }
  return FromLetters(letters);
}

std::string Stem(const std::string& word) {
  if (HasCyrillic(word)) return RussianStem(word);
  if (HasMarks(word)) {
    const Syllable syllable = SplitSyllable(word);
    return syllable.onset + syllable.rime + syllable.tone;
  }
  std::string stem = word.ends_with("'s") ? word.substr(0, word.size() - 2) : word;
  if (stem.size() > 3 && stem.ends_with('s') && !stem.ends_with("ss")) stem.pop_back();
  if (stem.ends_with("centre")) stem = "center";
  if (stem.starts_with("defence")) stem = "defense";
  if (stem.starts_with("labor")) stem = "labour";
  if (stem.starts_with("organiz")) stem = "organis";
  if (stem.starts_with("mobiliz")) stem = "mobilis";
  return stem.substr(0, kEnglishStem);
}

bool IsNumber(const std::string& stem) {
  return !stem.empty() && stem.find_first_not_of("0123456789") == std::string::npos;
}

}  // namespace

bool IsLevelTerm(std::string_view term) {
  return std::find(std::begin(kLevels), std::end(kLevels), term) != std::end(kLevels);
}

std::string BodyReading::Key(std::string_view without) const {
  std::string key;
  for (const std::set<std::string>* part : {&terms, &rest}) {
    for (const std::string& word : *part) {
      if (!without.empty() && word.starts_with(without)) continue;
      key += (key.empty() ? "" : " ") + word;
    }
  }
  return key;
}

std::set<std::string> BodyReading::Fields() const {
  std::set<std::string> fields = terms;
  std::erase_if(fields, [](const std::string& term) {
    return term.starts_with(kHead) || IsLevelTerm(term) || term[0] == '#';
  });
  return fields;
}

std::vector<std::string> NameStemList(std::string_view name) {
  std::vector<std::string> stems;
  for (const std::string& word : NameWords(name)) {
    if (!IsSmall(word)) stems.push_back(Stem(word));
  }
  return stems;
}

Result<BodyTerms> BodyTerms::Load(const std::string& path) {
  BodyTerms table;
  Result<void> read = ReadTable(path, 4, [&](const std::vector<std::string>& row) {
    for (size_t language = 1; language < 4; ++language) {
      for (const std::string& text : Variants(row[language])) {
        Phrase phrase{NameStemList(text), Split(row[0], ' '), language > 1};
        if (phrase.stems.empty()) return "the phrase \"" + text + "\" has no word";
        if (row[0] == kCountry) {
          table.country_.insert(phrase.stems.begin(), phrase.stems.end());
          continue;
        }
        table.phrases_.push_back(std::move(phrase));
      }
    }
    return std::string();
  });
  if (!read) return tl::unexpected(read.error());
  std::stable_sort(table.phrases_.begin(), table.phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.stems.size() > b.stems.size(); });
  for (size_t n = 0; n < table.phrases_.size(); ++n) table.by_first_[table.phrases_[n].stems[0]].push_back(n);
  return table;
}

bool BodyTerms::Together(const Phrase& phrase, std::vector<std::string>& stems, BodyReading& reading) const {
  const auto found = std::search(stems.begin(), stems.end(), phrase.stems.begin(), phrase.stems.end());
  if (found == stems.end()) return false;
  // An empty stem holds the place: words on both sides of it do not stand together.
  std::fill_n(found, phrase.stems.size(), "");
  reading.terms.insert(phrase.terms.begin(), phrase.terms.end());
  return true;
}

bool BodyTerms::Apart(const Phrase& phrase, std::vector<std::string>& stems, BodyReading& reading) const {
  if (!phrase.turns) return false;
  std::vector<std::string> left = stems;
  for (const std::string& stem : phrase.stems) {
    const auto found = std::find(left.begin(), left.end(), stem);
    if (found == left.end()) return false;
    found->clear();
  }
  stems = std::move(left);
  reading.terms.insert(phrase.terms.begin(), phrase.terms.end());
  return true;
}

// Phrases whose first word the name has, the longest first.
std::vector<size_t> BodyTerms::Possible(const std::vector<std::string>& stems) const {
  std::set<size_t> possible;
  for (const std::string& stem : stems) {
    if (const auto found = by_first_.find(stem); found != by_first_.end())
      possible.insert(found->second.begin(), found->second.end());
  }
  return {possible.begin(), possible.end()};
}

BodyReading BodyTerms::Read(std::vector<std::string> stems) const {
  BodyReading reading;
  const std::vector<size_t> possible = Possible(stems);
  auto take = [&](auto way, bool single) {
    for (size_t n : possible) {
      if ((phrases_[n].stems.size() == 1) != single) continue;
      while ((this->*way)(phrases_[n], stems, reading)) {
      }
    }
  };
  take(&BodyTerms::Together, false);
  take(&BodyTerms::Apart, false);
  take(&BodyTerms::Together, true);
  for (const std::string& stem : stems) {
    if (IsNumber(stem)) {
      reading.terms.insert("#" + stem);
    } else if (!stem.empty()) {
      reading.rest.insert(stem);
    }
  }
  return reading;
}

}  // namespace acta
