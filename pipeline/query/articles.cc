// The articles themselves: what is new, full text search, and what was read at all.
#include <fmt/format.h>

#include "pipeline/query/questions.h"

namespace acta {
namespace {

using namespace fmt::literals;

std::vector<Condition> SearchConditions() {
  return {{FilterBy::kFrom, "v.published >= :from"},
          {FilterBy::kTo, "v.published <= :to"},
          {FilterBy::kPlace, "v.article IN (SELECT article FROM place_article)"},
          {FilterBy::kLanguage, "v.language = :language"},
          {FilterBy::kSource, "instr(v.source, :source) > 0"}};
}

std::vector<QuestionColumn> SearchColumns() {
  return {
      {{"article", "the headline", Shown::kAlways, 2}, "v.title"},
      {{"snippet", "where the words stand, between ⟦ and ⟧", Shown::kAlways, 2}, "", CellKind::kSnippet},
      {{"published", "the day of the article"}, "v.published"},
      {{"language", "of the article", Shown::kWhole}, "v.language"},
      SourceColumn(),
      {{"records", "how many records it has", Shown::kWhole}, "v.records"},
  };
}

// The articles in which an FTS5 expression is found.
std::string Found(std::string_view text) {
  return fmt::format(R"sql(
      find_text t JOIN find_article v ON v.article = t.rowid
      WHERE find_text MATCH {text} AND v.current)sql",
                     "text"_a = text);
}

std::vector<Condition> CoverageConditions() {
  return {{FilterBy::kSource, "instr(v.host, :source) > 0"},
          {FilterBy::kLanguage, "instr(v.languages, :language) > 0"},
          {FilterBy::kFrom, "v.last >= :from"},
          {FilterBy::kTo, "v.first <= :to"}};
}

std::vector<QuestionColumn> CoverageColumns() {
  return {
      {{"source", "the host, or the folder of files"}, "v.host"},
      {{"first", "day of the oldest article"}, "v.first"},
      {{"last", "day of the newest article"}, "v.last"},
      {{"articles", "that are stored and current"}, "v.articles"},
      {{"languages", "of the articles"}, "v.languages", CellKind::kList},
      {{"records", "that were read from them"}, "v.records"},
      {{"empty", "articles in which nothing was found"}, "v.empty"},
      {{"partial", "articles that could be read in part only"}, "v.partial"},
      {{"undated", "articles without a day"}, "v.undated"},
      {{"refused", "inputs that could not be read"}, "v.refused"},
      {{"reasons", "why, with how often"}, "v.reasons", CellKind::kList},
  };
}

std::vector<Condition> NewConditions() {
  return {{FilterBy::kFrom, "f.published >= :from"},
          {FilterBy::kTo, "f.published <= :to"},
          {FilterBy::kPlace, "f.article IN (SELECT article FROM place_article)"},
          {FilterBy::kLanguage, "f.language = :language"},
          {FilterBy::kSource, "instr(f.source, :source) > 0"},
          {FilterBy::kSince, "f.stored >= :since"}};
}

// Articles that tell one story are one row; an article whose story is not known is its own. The headline is the smallest
// text of language, day and article, cut to the article: of a story the Vietnamese one gives it, then the oldest.
constexpr const char* kNewStories = R"sql(
    (SELECT
       coalesce(sa.story, f.article) AS story,
       max(f.published) AS published,
       count(*) AS articles,
       sum(f.records) AS records,
       json_group_array(DISTINCT f.host) AS sources,
       json_group_array(DISTINCT f.language) FILTER (WHERE f.language IS NOT NULL) AS languages,
       substr(
         min((coalesce(f.language, '') <> 'vi') || coalesce(f.published, '9999-99-99')
             || printf('%020d', f.article)),
         12) AS headline
     FROM find_article f
     LEFT JOIN story_article sa ON sa.article = f.article
     WHERE f.current /*conditions*/
     GROUP BY coalesce(sa.story, f.article)) v)sql";

constexpr const char* kDisagreements = R"sql(
    (SELECT json_group_array(DISTINCT t.action)
     FROM story_article sa
     JOIN record r ON r.article = sa.article
     JOIN task_statement s ON s.record = r.key
     JOIN task t ON t.key = s.task AND t.disputed
     WHERE sa.story = v.story))sql";

std::vector<QuestionColumn> NewColumns() {
  return {
      {{"story", "the headline, in Vietnamese where there is one"},
       "(SELECT title FROM article WHERE key = CAST(v.headline AS INTEGER))"},
      {{"published", "the day of its newest article"}, "v.published"},
      {{"sources", "hosts that tell it"}, "v.sources", CellKind::kList},
      {{"languages", "in which it is told"}, "v.languages", CellKind::kList},
      {{"articles", "that are new"}, "v.articles"},
      {{"new_records", "that were read from them"}, "v.records"},
      {{"disagreements", "tasks for which they name different days"}, kDisagreements, CellKind::kList},
      {{"source", "of the headline", Shown::kWhole},
       "(SELECT source FROM find_article WHERE article = CAST(v.headline AS INTEGER))"},
      {{"story_id", "the story", Shown::kPrograms}, "(SELECT id FROM story WHERE key = v.story)"},
  };
}

}  // namespace

const Question& NewQuestion() {
  static const Question question = {
      .name = "new",
      .doc = "What came in: a row for each story, over languages and sources",
      .examples = "new\nnew --since last\nnew --since 2025-09-01 --place \"Long Giang\" --format markdown",
      .empty = "nothing is stored",
      .answer = {.keys = "",
                 .from = kNewStories,
                 .order = "v.published DESC NULLS LAST, v.story",
                 .columns = NewColumns(),
                 .conditions = NewConditions()}};
  return question;
}

// Articles in which the words stand together come first. Where they fill the page, the others are not even ranked.
const Question& SearchQuestion() {
  static const Question question = {
      .name = "search",
      .doc = "Articles that have the words, blind to case, marks, đ/d and ё/е",
      .subject = "WORDS",
      .subject_required = true,
      .examples =
          "search \"dang uy\"\nsearch '\"de an\" phat*' --from 2025-01-01\nsearch отчет "
          "--language ru",
      .empty = "no article has all these words",
      .answer = {.keys = "v.article",
                 .from = Found(":text"),
                 .then = Found(":text_then"),
                 .order = "t.rank, v.article",
                 .row = "(SELECT *, 0 AS start, 0 AS \"end\" FROM v_article) v WHERE v.article = :k1",
                 .columns = SearchColumns(),
                 .conditions = SearchConditions()}};
  return question;
}

const Question& CoverageQuestion() {
  static const Question question = {
      .name = "coverage",
      .doc = "What was read: sources, days, languages, failures, so that absence means something",
      .subject = "",
      .examples = "coverage\ncoverage --source 127.0.0.1 --format csv",
      .empty = "nothing was ever read into this database",
      .answer = {.keys = "",
                 .from = "v_coverage v",
                 .order = "v.host",
                 .row = "",
                 .columns = CoverageColumns(),
                 .conditions = CoverageConditions()}};
  return question;
}

}  // namespace acta
