#include "pipeline/query/unknown.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <span>
#include <tuple>

#include "pipeline/query/asked.h"
#include "pipeline/query/documents_sql.h"
#include "pipeline/query/names_sql.h"
#include "pipeline/query/parameters.h"
#include "pipeline/query/sets.h"
#include "pipeline/resolve/letters.h"
#include "pipeline/text/suggestion.h"

namespace acta {
namespace {

using namespace fmt::literals;

// What a filter names: how to see whether it is known, and where to look for names that are near.
struct Named {
  std::string_view asked;
  std::string_view what;  // "no person is called"
  std::string known;      // SELECT that has a row when something is called so
  std::string names;      // SELECT of all names, or of the numbers
};

std::string Called(std::string_view words) {
  return fmt::format("SELECT 1 FROM find_words WHERE find_words MATCH {words}", "words"_a = words);
}

std::string Numbered(const sql::AskedDocument& asked) {
  return fmt::format(R"sql(
      SELECT 1 FROM resolution WHERE {numbered} AND acta_cites(number, {words})
      UNION ALL
      SELECT 1 FROM entity_form WHERE {is_form})sql",
                     "numbered"_a = sql::BeginsWith("number_key", asked.number), "words"_a = asked.words,
                     "is_form"_a = sql::IsFormOf(asked));
}

// Of entities of a type, in all languages.
std::string NamesOf(std::string_view type) {
  return fmt::format(R"sql(
      SELECT name FROM entity WHERE type = '{type}'
      UNION SELECT name_en FROM entity WHERE type = '{type}'
      UNION SELECT name_ru FROM entity WHERE type = '{type}')sql",
                     "type"_a = type);
}

Named Person(std::string_view asked, std::string_view words) {
  return {asked, "no person or body is called", Called(words), NamesOf("official")};
}

Named Body(std::string_view asked, std::string_view words) {
  return {asked, "no body is called", Called(words), NamesOf("agency")};
}

Named Document(std::string_view words, const sql::AskedDocument& asked) {
  return {words, "no instrument is called", HasDigit(words) ? Numbered(asked) : Called(asked.title),
          "SELECT DISTINCT number FROM resolution"};
}

Named Place(std::string_view asked) {
  return {asked, "no article is known to play in, and no record names,",
          "SELECT 1 FROM place_key UNION ALL " + Called(":place"), "SELECT DISTINCT place_name FROM story"};
}

Named Language(std::string_view asked) {
  return {asked, "no article is in", "SELECT 1 FROM find_article WHERE language = :language", ""};
}

// What the subject of the question names; nothing asked for where it names nothing.
Named Subject(const Question& question, const Filter& filter) {
  if (question.subject == "NUMBER") return Document(filter.name, sql::kSubjectDocument);
  if (question.name == "agency")
    return Body(filter.name_bodies.empty() ? std::string_view(filter.name) : "", ":name_words");
  return Person(question.subject == "NAME" ? std::string_view(filter.name) : "", ":name_words");
}

std::vector<Named> NamesIn(const Question& question, const Filter& filter) {
  std::vector<Named> names = {
      Subject(question, filter),
      Body(filter.agency_bodies.empty() ? std::string_view(filter.agency) : "", ":agency"),
      Person(filter.official, ":official"),
      Document(filter.resolution, sql::kFilterDocument),
      Place(filter.place),
      Language(filter.language)};
  std::erase_if(names, [](const Named& one) { return one.asked.empty(); });
  return names;
}

Result<std::vector<std::string>> TextsOf(const Database& db, std::string_view sql) {
  std::vector<std::string> texts;
  Result<Statement> select = db.Prepare(std::string(sql));
  if (!select) return tl::unexpected(select.error());
  Result<bool> row = select->Step();
  for (; row && *row; row = select->Step()) {
    if (!select->IsNull(0)) texts.emplace_back(select->Text(0));
  }
  return row ? Result<std::vector<std::string>>(std::move(texts)) : tl::unexpected(row.error());
}

std::string Listed(const std::vector<std::string>& names, std::string_view last) {
  std::string list;
  for (size_t i = 0; i < names.size(); ++i) {
    if (i > 0) list += i + 1 == names.size() ? " " + std::string(last) + " " : ", ";
    list += "\"" + names[i] + "\"";
  }
  return list;
}

// "; 2 articles have the words: acta query search …" where what no record names stands in texts.
Result<std::string> InTexts(const Database& db, const Parameters& parameters, std::string_view asked) {
  constexpr int64_t kMany = 1000;
  Result<Statement> count = db.Prepare(R"sql(
      SELECT count(*) FROM (
        SELECT 1 FROM find_text t CROSS JOIN find_article f ON f.article = t.rowid
        WHERE find_text MATCH :place AND f.current LIMIT 1000))sql");
  if (!count) return tl::unexpected(count.error());
  parameters.BindTo(*count);
  if (Result<bool> row = count->Step(); !row) return tl::unexpected(row.error());
  const int64_t articles = count->Int(0);
  if (articles == 0) return std::string();
  return "; " + std::string(articles == kMany ? "at least " : "") + std::to_string(articles) +
         (articles == 1 ? " article has" : " articles have") + " the words: acta query search '\"" +
         std::string(asked) + "\"'";
}

constexpr int kFar = std::numeric_limits<int>::max();

// In how many letters the words differ from a run of those of the name; 1 where they stand in another order, or with
// initials.
int DistanceOf(const std::vector<std::string>& asked, const std::vector<std::string>& name) {
  const std::u32string words = Letters(Joined(asked));
  int least = kFar;
  for (size_t count = std::max<size_t>(asked.size(), 2) - 1; count <= asked.size() + 1; ++count) {
    for (size_t first = 0; first + count <= name.size(); ++first) {
      const std::u32string run = Letters(Joined(std::span(name).subspan(first, count)));
      const size_t longer = std::max(run.size(), words.size()), shorter = std::min(run.size(), words.size());
      if (longer - shorter <= 3) least = std::min(least, EditDistance(words, run));
    }
  }
  const bool all = asked.size() > 1 && std::ranges::all_of(asked, [&](const std::string& word) {
                     return std::ranges::find(name, word) != name.end();
                   });
  return all || FitsInitials(asked, name) ? std::min(least, 1) : least;
}

// A number with another digit is another instrument; with two of them changed about it may be meant.
std::string DigitsOf(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
  std::ranges::sort(digits);
  return digits;
}

}  // namespace

std::vector<std::string> NearestNames(std::string_view asked, const std::vector<std::string>& known) {
  const std::vector<std::string> words = WordsOf(asked);
  size_t letters = 0;
  for (const std::string& word : words) letters += Letters(word).size();
  if (words.empty()) return {};
  // One letter of a short name, two of a longer one.
  const int most = letters < 5 ? 1 : letters < 20 ? 2 : 4;
  // The nearest, of these the shortest; of spellings that differ in marks alone, the one that has them.
  std::map<std::tuple<int, size_t, std::string>, std::string> near;
  for (const std::string& name : known) {
    if (DigitsOf(name) != DigitsOf(asked)) continue;
    const int distance = DistanceOf(words, WordsOf(name));
    if (distance > most) continue;
    const std::string folded = FoldedWords(name);
    std::string& kept = near[{distance, folded.size(), folded}];
    if (name.size() > kept.size()) kept = name;
  }
  std::vector<std::string> nearest;
  for (const auto& [place, name] : near) {
    if (nearest.size() == 3 || std::get<0>(place) > std::get<0>(near.begin()->first)) break;
    nearest.push_back(name);
  }
  return nearest;
}

Result<std::string> UnknownNames(const Database& db, const Question& question, const Filter& filter) {
  std::string unknown;
  const Parameters parameters(filter, 0);
  for (const Named& named : NamesIn(question, filter)) {
    const std::string sql = "SELECT 1 FROM (" + named.known + ") LIMIT 1";
    Result<Statement> known = db.Prepare(SetsOf(sql) + sql);
    if (!known) return tl::unexpected(known.error());
    parameters.BindTo(*known);
    Result<bool> row = known->Step();
    if (!row) return tl::unexpected(row.error());
    if (*row) continue;
    unknown +=
        (unknown.empty() ? "" : "; ") + std::string(named.what) + " \"" + std::string(named.asked) + "\"";
    if (named.names.empty()) {
      Result<std::vector<std::string>> there = TextsOf(
          db, "SELECT DISTINCT language FROM find_article WHERE language IS NOT NULL AND current ORDER BY 1");
      if (!there) return tl::unexpected(there.error());
      if (!there->empty()) unknown += "; there are " + Listed(*there, "and");
      continue;
    }
    Result<std::vector<std::string>> names = TextsOf(db, named.names);
    if (!names) return tl::unexpected(names.error());
    const std::vector<std::string> nearest = NearestNames(named.asked, *names);
    if (named.asked == filter.place) {
      Result<std::string> in_texts = InTexts(db, parameters, named.asked);
      if (!in_texts) return tl::unexpected(in_texts.error());
      unknown += *in_texts;
    }
    if (!nearest.empty()) unknown += "; did you mean " + Listed(nearest, "or") + "?";
  }
  return unknown;
}

}  // namespace acta
