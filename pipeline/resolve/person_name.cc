#include "pipeline/resolve/person_name.h"

#include <algorithm>
#include <array>

#include "pipeline/resolve/letters.h"

namespace acta {
namespace {

// Cyrillic letters of names that are not Vietnamese, in Latin.
constexpr std::pair<char32_t, std::string_view> kRomanised[] = {
    {U'а', "a"},  {U'б', "b"},  {U'в', "v"}, {U'г', "g"},  {U'д', "d"},  {U'е', "e"},
    {U'ж', "zh"}, {U'з', "z"},  {U'и', "i"}, {U'й', "y"},  {U'к', "k"},  {U'л', "l"},
    {U'м', "m"},  {U'н', "n"},  {U'о', "o"}, {U'п', "p"},  {U'р', "r"},  {U'с', "s"},
    {U'т', "t"},  {U'у', "u"},  {U'ф', "f"}, {U'х', "kh"}, {U'ц', "ts"}, {U'ч', "ch"},
    {U'ш', "sh"}, {U'щ', "sh"}, {U'ы', "y"}, {U'э', "e"},  {U'ю', "yu"}, {U'я', "ya"}};

std::string Romanised(std::string_view word) {
  std::string latin;
  for (char32_t c : Letters(word)) {
    const auto* found = std::find_if(std::begin(kRomanised), std::end(kRomanised),
                                     [&](const auto& row) { return row.first == c; });
    if (found != std::end(kRomanised)) latin += found->second;
  }
  return latin;
}

// The consonants of a word in plain letters, spellings of one sound made one: "alexander", "aleksandr" → "alksndr".
std::string Consonants(std::string word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kSounds = {{{"ck", "k"},
                                                                                             {"x", "ks"},
                                                                                             {"ph", "f"},
                                                                                             {"kh", "h"},
                                                                                             {"tch", "ch"},
                                                                                             {"sch", "sh"},
                                                                                             {"dzh", "j"},
                                                                                             {"w", "v"},
                                                                                             {"c", "k"},
                                                                                             {"q", "k"}}};
  for (const auto& [from, to] : kSounds) {
    if (from == "c") {
      for (size_t at = 0; at < word.size(); ++at) {
        if (word[at] == 'c' && (at + 1 == word.size() || word[at + 1] != 'h')) word[at] = 'k';
      }
      continue;
    }
    for (size_t at = 0; (at = word.find(from, at)) != std::string::npos; at += to.size())
      word.replace(at, from.size(), to);
  }
  std::string kept;
  for (char c : word) {
    const bool vowel = std::string_view("aeiouyj'").find(c) != std::string_view::npos;
    if (vowel && !kept.empty()) continue;
    if (!kept.empty() && kept.back() == c) continue;
    kept += vowel ? 'a' : c;
  }
  return kept;
}

// Classes of first sounds that the spellings of one onset share, in both scripts.
char OnsetClass(const Syllable& syllable) {
  static constexpr std::pair<std::string_view, char> kClasses[] = {
      {"t", 'T'},  {"th", 'T'}, {"ch", 'T'}, {"tr", 'T'}, {"s", 'T'},  {"x", 'T'}, {"d", 'D'}, {"đ", 'D'},
      {"gi", 'D'}, {"r", 'D'},  {"c", 'K'},  {"q", 'K'},  {"kh", 'K'}, {"h", 'K'}, {"g", 'K'}, {"n", 'N'},
      {"nh", 'N'}, {"ng", 'N'}, {"p", 'P'},  {"ph", 'P'}, {"b", 'B'},  {"v", 'V'}, {"l", 'L'}, {"m", 'M'}};
  for (const auto& [onset, name] : kClasses) {
    if (syllable.onset == onset) return name;
  }
  return 'A';
}

char OnsetClass(std::u32string_view word) {
  if (word.starts_with(U"кс")) return 'T';
  switch (word.empty() ? U' ' : word[0]) {
    case U'т':
    case U'ч':
    case U'ш':
    case U'щ':
    case U'с':
      return 'T';
    case U'д':
    case U'з':
    case U'ж':
    case U'р':
      return 'D';
    case U'к':
    case U'ц':  // of the English letters: "Цао" is Cao
    case U'х':
    case U'г':
      return 'K';
    case U'н':
      return 'N';
    case U'п':
    case U'ф':
      return 'P';
    case U'б':
      return 'B';
    case U'в':
      return 'V';
    case U'л':
      return 'L';
    case U'м':
      return 'M';
    default:
      return 'A';
  }
}

// Of the last sounds: n, m, a stop, or a vowel.
char FinalClass(std::string_view rime) {
  if (rime.ends_with("m")) return 'm';
  if (rime.ends_with("n") || rime.ends_with("ng") || rime.ends_with("nh")) return 'n';
  if (rime.ends_with("t") || rime.ends_with("c") || rime.ends_with("ch")) return 't';
  if (rime.ends_with("p")) return 'p';
  return 'a';
}

char FinalClass(std::u32string_view word) {
  while (!word.empty() && word.back() == U'ь') word.remove_suffix(1);
  if (word.ends_with(U"нх") || word.ends_with(U"нг")) return 'n';
  switch (word.empty() ? U' ' : word.back()) {
    case U'м':
      return 'm';
    case U'н':
      return 'n';
    case U'т':
    case U'ч':
    case U'к':
    case U'х':
      return 't';
    case U'п':
      return 'p';
    default:
      return 'a';
  }
}

void Join(std::string& to, std::string_view word) {
  if (!to.empty()) to += ' ';
  to += word;
}

void ReadCyrillic(PersonName& name, const Transcription& table) {
  name.script = Script::kCyrillic;
  name.vietnamese = name.words.size() >= 2 && name.words.size() <= 5;
  std::vector<std::string> nominative;
  for (const std::string& word : name.words) {
    nominative.push_back(table.Nominative(word));
    name.vietnamese = name.vietnamese && table.IsSpelling(nominative.back());
  }
  if (name.vietnamese) name.words = std::move(nominative);
  for (const std::string& word : name.words) {
    Join(name.key, word);
    Join(name.plain, Romanised(word));
    const std::u32string letters = Letters(word);
    if (name.vietnamese) Join(name.block, std::string{OnsetClass(letters), FinalClass(letters)});
  }
}

void ReadLatin(PersonName& name, std::string_view language, std::string_view printed,
               const Transcription& table) {
  name.script = language == "vi" || HasMarks(printed) ? Script::kVietnamese : Script::kPlain;
  const bool exact = name.script == Script::kVietnamese;
  name.vietnamese = name.words.size() >= 2 && name.words.size() <= 6;
  for (const std::string& word : name.words) {
    name.syllables.push_back(SplitSyllable(word));
    name.vietnamese = name.vietnamese && table.IsSyllable(name.syllables.back(), exact);
  }
  for (size_t n = 0; n < name.words.size(); ++n) {
    const Syllable& syllable = name.syllables[n];
    const std::string letters = name.vietnamese ? syllable.onset + syllable.rime : name.words[n];
    Join(name.key, name.vietnamese && exact ? letters + syllable.tone : letters);
    Join(name.plain, Ascii(letters));
    if (name.vietnamese)
      Join(name.block, std::string{OnsetClass(syllable), FinalClass(Ascii(syllable.rime))});
  }
}

std::optional<double> CrossScriptCost(const PersonName& latin, const PersonName& cyrillic,
                                      const Transcription& table) {
  if (latin.vietnamese != cyrillic.vietnamese || latin.words.size() != cyrillic.words.size())
    return std::nullopt;
  if (!latin.vietnamese) {
    for (size_t n = 0; n < latin.words.size(); ++n) {
      if (Consonants(Ascii(latin.words[n])) == Consonants(Romanised(cyrillic.words[n]))) continue;
      // Names of the highlands are Vietnamese in part: "Y Thanh Hà Niê Kđăm".
      if (!table.Cost(latin.syllables[n], latin.script == Script::kVietnamese, cyrillic.words[n]))
        return std::nullopt;
    }
    return 0.2;
  }
  if (table.IsTraditional(latin.plain, cyrillic.key)) return 0.0;
  double sum = 0;
  for (size_t n = 0; n < latin.words.size(); ++n) {
    const auto cost = table.Cost(latin.syllables[n], latin.script == Script::kVietnamese, cyrillic.words[n]);
    if (!cost) return std::nullopt;
    sum += *cost;
  }
  return sum <= kMostNameCost ? std::optional(sum) : std::nullopt;
}

}  // namespace

PersonName ParseName(std::string_view printed, std::string_view language, const Transcription& table) {
  PersonName name;
  const bool cyrillic = HasCyrillic(printed);
  name.words = cyrillic ? Split(FoldCyrillic(printed), ' ') : NameWords(printed);
  if (cyrillic) {
    ReadCyrillic(name, table);
  } else {
    ReadLatin(name, language, printed, table);
  }
  // Of other names the consonants of the last word, which is the family name in most of the world.
  if (!name.vietnamese && !name.words.empty()) {
    const std::string& last = name.words.back();
    name.block = "other " + Consonants(cyrillic ? Romanised(last) : Ascii(last));
  }
  return name;
}

std::optional<double> NameCost(const PersonName& a, const PersonName& b, const Transcription& table) {
  if (a.block != b.block || a.words.empty()) return std::nullopt;
  const bool a_cyrillic = a.script == Script::kCyrillic, b_cyrillic = b.script == Script::kCyrillic;
  if (a_cyrillic != b_cyrillic)
    return a_cyrillic ? CrossScriptCost(b, a, table) : CrossScriptCost(a, b, table);
  if (a.script == b.script) return a.key == b.key ? std::optional(0.0) : std::nullopt;
  return a.plain == b.plain ? std::optional(0.0) : std::nullopt;
}

}  // namespace acta
