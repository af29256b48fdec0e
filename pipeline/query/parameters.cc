#include "pipeline/query/parameters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "pipeline/query/groups.h"
#include "pipeline/store/fold.h"

namespace acta {
namespace {

std::string ListOf(const std::vector<std::string>& texts) { return nlohmann::json(texts).dump(); }

// What resolution.number_key begins with for a number: its first run of letters and digits; acta_cites looks at the
// rest. What no key begins with when it is no number.
std::string NumberKeyOf(std::string_view text) {
  if (!HasDigit(text)) return "\x7f";
  const std::string key = FoldNumber(text);
  const auto end =
      std::ranges::find_if(key, [](char c) { return c == '-' || c == '/' || c == '.' || c == ' '; });
  return {key.begin(), end};
}

std::string TitleWordsOf(std::string_view text) { return HasDigit(text) ? "\"\"" : PhraseOf(text); }

}  // namespace

std::vector<std::string> WordsOf(std::string_view text) {
  const std::string folded = FoldForSearch(text);
  std::vector<std::string> words(1);
  const auto size = static_cast<int32_t>(folded.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 c;
    U8_NEXT(folded.data(), at, size, c);
    if (c >= 0 && u_isalnum(c)) {
      words.back().append(folded, static_cast<size_t>(begin), static_cast<size_t>(at - begin));
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

std::string Joined(std::span<const std::string> words) {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
  return joined;
}

bool HasDigit(std::string_view text) { return text.find_first_of("0123456789") != text.npos; }

std::string FoldedWords(std::string_view text) { return Joined(WordsOf(text)); }

std::string PhraseOf(std::string_view text) {
  const std::vector<std::string> words = WordsOf(text);
  return words.empty() ? "\"\"" : "\"" + Joined(words) + "\" *";
}

TextQuery TextQueryOf(std::string_view text) {
  std::string query;
  auto add = [&](std::string_view part, bool quoted) {
    const std::vector<std::string> words = WordsOf(part);
    if (words.empty()) return;
    query += (query.empty() ? "\"" : " AND \"") + Joined(words) + "\"";
    if (!quoted && part.ends_with('*')) query += " *";
  };
  for (size_t at = 0; at < text.size();) {
    const bool quoted = text[at] == '"';
    const size_t begin = quoted ? at + 1 : at;
    const size_t end = std::min(text.find_first_of(quoted ? "\"" : " \t\n\"", begin), text.size());
    add(text.substr(begin, end - begin), quoted);
    at = quoted || (end < text.size() && text[end] != '"') ? end + 1 : end;
  }
  if (query.empty()) return {"\"\"", "\"\""};
  // Words that follow each other in the text as they were asked come first.
  const std::vector<std::string> all = WordsOf(text);
  const bool plain = text.find_first_of("\"*") == text.npos;
  if (!plain || all.size() < 2) return {query, "\"\""};
  const std::string together = "\"" + Joined(all) + "\"";
  return {together, "(" + query + ") NOT " + together};
}

Parameters::Parameters(const Filter& filter, int64_t since_seconds) : since_(since_seconds) {
  const TextQuery text = TextQueryOf(filter.name);
  const std::string from = filter.from ? ToIso(*filter.from) : "0000-00-00";
  const std::string to = filter.to ? ToIso(*filter.to) : "9999-99-99";
  const std::string no_year(4, '?');
  // A day without a year lies between two days of one year when its month and day do; over a turn of year it lies
  // before its end or after its beginning; within a longer time always.
  std::pair<std::string, std::string> yearless[] = {{no_year + "-00-00", no_year + "-99-99"}, {"~~", "~"}};
  if (filter.from && filter.to && ToDays(*filter.to) - ToDays(*filter.from) < 366) {
    const std::string first = no_year + from.substr(4), last = no_year + to.substr(4);
    if (filter.from->year == filter.to->year) {
      yearless[0] = {first, last};
    } else {
      yearless[0] = {no_year + "-00-00", last};
      yearless[1] = {first, no_year + "-99-99"};
    }
  }
  texts_ = {{":from", from},
            {":to", to},
            {":yearless_from", yearless[0].first},
            {":yearless_to", yearless[0].second},
            {":yearless_from2", yearless[1].first},
            {":yearless_to2", yearless[1].second},
            {":today", IsValid(filter.today) ? ToIso(filter.today) : "9999-99-99"},
            {":name", filter.name},
            {":name_words", PhraseOf(filter.name)},
            {":name_number", NumberKeyOf(filter.name)},
            {":name_title", TitleWordsOf(filter.name)},
            {":text", text.first},
            {":text_then", text.then},
            {":place", PhraseOf(filter.place)},
            {":place_fold", FoldForSearch(filter.place)},
            {":agency", PhraseOf(filter.agency)},
            {":groups", GroupsOf(filter.agency)},
            {":agency_bodies", ListOf(filter.agency_bodies)},
            {":body_bodies", ListOf(filter.name_bodies)},
            {":subject_bodies", "[]"},
            {":official_bodies", "[]"},
            {":official", PhraseOf(filter.official)},
            {":resolution", filter.resolution},
            {":number", NumberKeyOf(filter.resolution)},
            {":title", TitleWordsOf(filter.resolution)},
            {":language", filter.language},
            {":source", filter.source},
            {":strength", filter.strength},
            {":basis", filter.basis}};
}

void Parameters::BindTo(Statement& statement) const {
  for (const Text& text : texts_) {
    if (int parameter = statement.Parameter(text.name)) statement.Bind(parameter, text.value);
  }
  if (int parameter = statement.Parameter(":since")) statement.Bind(parameter, since_);
}

}  // namespace acta
