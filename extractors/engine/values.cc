#include "extractors/engine/values.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "extractors/engine/each_word.h"
#include "extractors/engine/utf.h"

namespace acta {
namespace {

// Cyrillic letters that look or sound like those of the document codes.
char32_t LatinLookalike(char32_t c) {
  static constexpr std::pair<char32_t, char32_t> kPairs[] = {
      {U'А', 'A'}, {U'В', 'B'}, {U'Е', 'E'}, {U'К', 'K'}, {U'М', 'M'}, {U'Н', 'H'}, {U'О', 'O'}, {U'Р', 'P'},
      {U'С', 'C'}, {U'Т', 'T'}, {U'У', 'Y'}, {U'Х', 'X'}, {U'І', 'I'}, {U'Ј', 'J'}, {U'Ѕ', 'S'}, {U'Д', 'D'},
      {U'Л', 'L'}, {U'П', 'P'}, {U'Ц', 'C'}, {U'Г', 'G'}, {U'Đ', 'D'}, {U'Ð', 'D'}, {U'Ɖ', 'D'}};
  for (auto [from, to] : kPairs) {
    if (c == from) return to;
  }
  return c;
}

struct NameWord {
  std::string text;
  bool known = false;   // by its lemma
  bool spaced = false;  // a blank stands before it
};

// Whether a listed word is itself in this case, and its dictionary form: “Александра” is a woman in the
// nominative, or a man in the genitive, by the case that the post beside the name shows.
std::optional<std::string> ReadAs(const TreeView& view, uint32_t at, std::string_view shown) {
  const Unit& unit = view.unit(at);
  if (shown.empty() || unit.source != Unit::Source::kPhrase) return std::nullopt;
  uint32_t name = view.pack().names.Find("case");
  for (uint32_t id : view.pack().lexicon.phrases()[unit.index].readings) {
    const LexiconReading& reading = view.pack().lexicon.reading(id);
    for (const Attribute& one : reading.attributes) {
      if (one.name == name && one.value == shown)
        return reading.lemma.empty() ? OneLine(view.Printed(unit.span)) : std::string(reading.lemma);
    }
  }
  return std::nullopt;
}

// A syllable of a name that is a word elsewhere keeps its capital: “Зуй Донгу” and the currency.
std::string CapitalAsPrinted(std::string_view printed, const std::string& word) {
  std::u32string from = ToUtf32(printed), to = ToUtf32(word);
  if (from.empty() || to.empty() || !u_isupper(static_cast<UChar32>(from[0]))) return word;
  std::string out;
  AppendUtf8(static_cast<char32_t>(u_toupper(static_cast<UChar32>(to[0]))), out);
  for (size_t i = 1; i < to.size(); ++i) AppendUtf8(to[i], out);
  return out;
}

void CollectNameWords(const TreeView& view, uint32_t at, std::string_view shown, std::vector<NameWord>& words,
                      std::string& grammatical_case) {
  const Unit& unit = view.unit(at);
  if (unit.source == Unit::Source::kRule) {
    for (uint32_t c = 0; c < unit.child_count; ++c) {
      CollectNameWords(view, view.tree().children[unit.first_child + c], shown, words, grammatical_case);
    }
    return;
  }
  if (unit.span.empty()) return;
  bool spaced =
      unit.span.begin > 0 && u_isspace(static_cast<unsigned char>(view.article().text[unit.span.begin - 1]));
  if (unit.span.begin > 1 && view.Printed({unit.span.begin - 2, unit.span.begin}) == "\xC2\xA0")
    spaced = true;
  auto listed = view.Own(at, "case");
  auto read = listed ? ReadAs(view, at, shown) : std::nullopt;
  if (listed && grammatical_case.empty()) grammatical_case = read ? shown : listed->text;
  std::string word = read ? *read : view.Nominative(at);
  words.push_back({CapitalAsPrinted(view.Printed(unit.span), word), listed.has_value(), spaced});
}

// “НАЗАРБАЕВ” is “Назарбаев”: names are compared as they are mostly written. Short words are initials.
std::string TitleCase(const std::string& word) {
  std::u32string letters = ToUtf32(word);
  bool capitals = letters.size() > 2 && std::all_of(letters.begin(), letters.end(), [](char32_t c) {
                    return u_isupper(static_cast<UChar32>(c));
                  });
  if (!capitals) return word;
  std::string out;
  AppendUtf8(letters.front(), out);
  for (size_t i = 1; i < letters.size(); ++i)
    AppendUtf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(letters[i]))), out);
  return out;
}

std::string Declined(const std::string& word, std::string_view grammatical_case,
                     const NameSettings& settings) {
  for (const auto& one : settings.declensions) {
    if (one.grammatical_case == grammatical_case && word.size() > one.from.size() &&
        word.ends_with(one.from)) {
      return word.substr(0, word.size() - one.from.size()) + one.to;
    }
  }
  return word;
}

// The word without a case ending, when only that makes it a name.
std::string NominativeSyllable(const std::string& word, const NameSettings& settings) {
  if (!settings.syllable || RE2::FullMatch(word, *settings.syllable)) return word;
  for (const auto& [ending, plain] : settings.nominative) {
    if (!word.ends_with(ending) || word.size() == ending.size()) continue;
    std::string candidate = word.substr(0, word.size() - ending.size()) + plain;
    if (RE2::FullMatch(candidate, *settings.syllable)) return candidate;
  }
  return word;
}

// A name of three words or more that are all such syllables, the last without its ending: one that a list takes for a
// given name in the nominative (“Ким”, “Шон”) shows no case there.
bool OfSyllables(const std::vector<NameWord>& words, const NameSettings& settings) {
  if (!settings.syllable || words.size() < 3) return false;
  return std::all_of(words.begin(), words.end(), [&](const NameWord& word) {
    const std::string plain = &word == &words.back() ? NominativeSyllable(word.text, settings) : word.text;
    return RE2::FullMatch(plain, *settings.syllable);
  });
}

}  // namespace

std::string NumberKey(std::string_view printed) {
  std::string out;
  bool leading = true;
  for (char32_t c : ToUtf32(printed)) {
    c = LatinLookalike(static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))));
    if (u_isspace(static_cast<UChar32>(c)) || c == 0xA0) continue;
    bool separator =
        c == U'/' || c == U'-' || c == U'.' || c == 0x2044 || c == 0x2215 || (c >= 0x2010 && c <= 0x2015);
    if (separator) {
      if (!out.empty() && out.back() != '-') out += '-';
      leading = false;
      continue;
    }
    if (leading && c == U'0') continue;
    leading = false;
    AppendUtf8(c, out);
  }
  return out;
}

std::string_view GenderOfName(const Pack& pack, std::string_view name) {
  std::string_view shown;
  bool several = false;
  std::string key;
  ForEachWord(name, [&](std::string_view word) {
    const bool middle = word.data() != name.data() && word.data() + word.size() != name.data() + name.size();
    key.clear();
    pack.folder->Fold(word, key);
    for (const NameSettings::Gender& one : pack.names_of_people.genders) {
      const bool tells =
          (middle && std::find(one.middle.begin(), one.middle.end(), key) != one.middle.end()) ||
          std::any_of(one.endings.begin(), one.endings.end(), [&](const std::string& ending) {
            return key.size() > ending.size() && key.ends_with(ending);
          });
      if (!tells) continue;
      several = several || (!shown.empty() && one.gender != shown);  // “Чан Тхи Тин”
      shown = one.gender;
    }
  });
  return several ? std::string_view() : shown;
}

std::string PersonName(const TreeView& view, const std::vector<uint32_t>& units, std::string_view shown) {
  const NameSettings& settings = view.pack().names_of_people;
  std::vector<NameWord> words;
  std::string grammatical_case;
  for (uint32_t unit : units) CollectNameWords(view, unit, shown, words, grammatical_case);
  if (grammatical_case == "nom" && OfSyllables(words, settings)) grammatical_case.clear();
  std::string name;
  for (size_t i = 0; i < words.size(); ++i) {
    std::string word = TitleCase(words[i].text);
    bool last = i + 1 == words.size();
    if (!words[i].known && !grammatical_case.empty()) {
      if (grammatical_case != "nom") word = Declined(word, grammatical_case, settings);
    } else if (!words[i].known && shown != "nom") {
      std::string plain = last ? NominativeSyllable(word, settings) : word;
      bool syllable = settings.syllable && RE2::FullMatch(plain, *settings.syllable);
      word = syllable || shown.empty() ? plain : Declined(word, shown, settings);
    }
    if (!name.empty() && words[i].spaced) name += ' ';
    name += word;
  }
  return name;
}

}  // namespace acta
