#include "pipeline/store/find_write.h"

#include <algorithm>
#include <cctype>
#include <vector>

#include "pipeline/store/fold.h"
#include "pipeline/store/store.h"
#include "schemas/identity.h"
#include "schemas/walk.h"

namespace acta {
namespace {

// Fields that name a person, a body or a place, whatever record they stand in.
constexpr std::string_view kNameFields[] = {"name",      "body",     "issuer", "signer",  "on_behalf_of",
                                            "assignees", "reporter", "chair",  "subject", "place"};

// "posts.0.body" → "posts.body"
std::string FieldOf(const std::string& path) {
  std::string field;
  for (size_t at = 0; at < path.size();) {
    const size_t end = std::min(path.find('.', at), path.size());
    if (!std::isdigit(static_cast<unsigned char>(path[at]))) {
      field += (field.empty() ? "" : ".") + path.substr(at, end - at);
    }
    at = end + 1;
  }
  return field;
}

bool IsName(std::string_view field) {
  if (field == "title") return true;  // of an instrument; that of a post is none
  const std::string_view last = field.substr(field.rfind('.') + 1);
  return std::find(std::begin(kNameFields), std::end(kNameFields), last) != std::end(kNameFields);
}

std::string ValueOf(const Maybe<std::string>& value) { return value ? value->value : std::string(); }

// A row of find_row.
struct Row {
  std::string question;
  std::string day;
  int64_t record;
  std::string part;
  int64_t other = 0;
};

constexpr size_t kMostKnown = 200'000;  // names, kept in memory

constexpr std::string_view kNoDay = "~";  // after all days, those without a year too

std::string DayOr(const Maybe<Date>& day, const std::string& otherwise) {
  if (day) return ToIso(day->value);
  return otherwise.empty() ? std::string(kNoDay) : otherwise;
}

// For each due row of an order and each number of an instrument that the order stands in relation to: a row "under
// NUMBER" of the same day; migration 8 says the same in SQL.
void AddUnder(const Facts& facts, const Directive& order, int64_t article, std::vector<Row>& rows) {
  auto key = [&](const std::string& id) { return RecordKey(article, id); };
  for (const ResolutionLink& link : order.links.resolutions) {
    const auto cited = std::ranges::find(facts.resolutions, link.id, [](auto& one) { return one.head.id; });
    if (cited == facts.resolutions.end() || !cited->number_key || !cited->number) continue;
    const std::string question = "under " + cited->number_key->value, &number = cited->number->value;
    if (order.deadline && order.links.deadlines.empty()) {
      rows.push_back({question, DayOr(order.deadline, ""), key(order.head.id), number});
    }
    for (const std::string& id : order.links.deadlines) {
      const auto due = std::ranges::find(facts.deadlines, id, [](auto& one) { return one.head.id; });
      if (due != facts.deadlines.end()) rows.push_back({question, DayOr(due->date, ""), key(id), number});
    }
  }
}

// The rows that the questions have of an article's records; migration 3 says the same in SQL.
std::vector<Row> RowsOf(const std::string& published, const Facts& facts, int64_t article) {
  std::vector<Row> rows;
  const std::string of_article = DayOr({}, published);
  auto key = [&](const std::string& id) { return RecordKey(article, id); };
  for (const Deadline& one : facts.deadlines)
    rows.push_back({"due", DayOr(one.date, ""), key(one.head.id), ""});
  for (const Directive& one : facts.directives) {
    const int64_t record = key(one.head.id);
    if (one.deadline && one.links.deadlines.empty())
      rows.push_back({"due", DayOr(one.deadline, ""), record, ""});
    if (one.issuer) rows.push_back({"official", DayOr(one.given, published), record, "ordered"});
    if (ValueOf(one.strength) == "propose") rows.push_back({"request", of_article, record, ""});
    for (const ResolutionLink& link : one.links.resolutions) {
      const std::string relation = link.relation.empty() ? "concerns" : link.relation;
      rows.push_back({"resolution", of_article, record, relation, key(link.id)});
    }
    AddUnder(facts, one, article, rows);
  }
  for (const Official& one : facts.officials) {
    for (size_t n = 0; n < std::max<size_t>(one.posts.size(), 1); ++n) {
      rows.push_back({"official", of_article, key(one.head.id), "post", static_cast<int64_t>(n)});
    }
  }
  for (const Event& one : facts.events) {
    if (one.chair) rows.push_back({"official", DayOr(one.date, published), key(one.head.id), "chaired"});
  }
  for (const Resolution& one : facts.resolutions) {
    const int64_t record = key(one.head.id);
    rows.push_back({"resolution", of_article, record, "cited", record});
    if (one.signer) rows.push_back({"official", DayOr(one.issued, published), record, "signed"});
  }
  for (const Target& one : facts.targets) {
    rows.push_back({"target", DayOr(one.by ? one.by : one.as_of, published), key(one.head.id), ""});
  }
  for (const Progress& one : facts.progress) {
    const int64_t record = key(one.head.id);
    rows.push_back({"progress", DayOr(one.as_of, published), record, ""});
    if (one.reporter) rows.push_back({"official", DayOr(one.as_of, published), record, "reported"});
  }
  return rows;
}

}  // namespace

Result<void> FindWriter::AddArticle(const Article& article, int64_t key) {
  const std::string day = article.published.substr(0, 10), host = HostOf(article.url);
  Result<void> added = statements_.Run(
      "INSERT INTO find_article (article, current, source, host, published, language, partial, records, "
      "stored) VALUES (?1, 0, nullif(?2, ''), nullif(?3, ''), nullif(?4, ''), nullif(?5, ''), ?6, 0, ?7)",
      key, article.url, host, day, article.language, int64_t{article.status != "ok"}, run_);
  if (!added) return added;
  const std::string_view text = article.text;
  texts_.push_back({key, FoldForSearch(article.title), FoldForSearch(text.substr(text.find('\n') + 1))});
  return {};
}

Result<void> FindWriter::AddRecords(const Article& article, const Facts& facts, int64_t article_key) {
  Result<void> status;
  int64_t count = 0;
  WalkRecords(facts, [&](const auto& record) {
    const int64_t key = RecordKey(article_key, record.head.id);
    ++count;
    WalkValues(record, [&](const std::string& path, size_t, const auto& at) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(at.value)>, std::string>) {
        const std::string field = FieldOf(path);
        if (status && IsName(field)) status = AddName(key, at.value, field);
      }
    });
  });
  for (const Target& target : facts.targets) {
    const std::string series = FoldForSearch(ValueOf(target.subject)) + "|" +
                               FoldForSearch(ValueOf(target.indicator)) + "|" + ValueOf(target.unit);
    const std::string what = ValueOf(target.status);
    if (!status) break;
    status =
        statements_.Run("INSERT INTO find_series (record, series, status) VALUES (?1, ?2, nullif(?3, ''))",
                        RecordKey(article_key, target.head.id), series, what);
  }
  for (const Row& row : RowsOf(article.published.substr(0, 10), facts, article_key)) {
    if (!status) break;
    status = statements_.Run(
        "INSERT OR IGNORE INTO find_row (question, day, article, record, part, other) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        row.question, row.day, article_key, row.record, row.part, row.other);
  }
  if (!status) return status;
  return statements_.Run("UPDATE find_article SET records = ?2 WHERE article = ?1", article_key, count);
}

Result<void> FindWriter::AddName(int64_t record, std::string_view name, std::string_view field) {
  auto known = known_.find(name);
  if (known == known_.end()) {
    if (known_.size() > kMostKnown) known_.clear();
    const int64_t key = ContentKey(name), before = statements_.db().changes();
    Result<void> added =
        statements_.Run("INSERT OR IGNORE INTO find_name (key, name) VALUES (?1, ?2)", key, name);
    if (!added) return added;
    if (statements_.db().changes() != before) names_.push_back({key, std::string(name)});
    known = known_.emplace(name, key).first;
  }
  return statements_.Run("INSERT OR IGNORE INTO find_record (record, name, field) VALUES (?1, ?2, ?3)",
                         record, known->second, field);
}

void FindWriter::UndoToMark() {
  for (size_t n = marked_names_; n < names_.size(); ++n) known_.erase(names_[n].name);
  texts_.resize(marked_texts_);
  names_.resize(marked_names_);
}

void FindWriter::UndoAll() {
  texts_.clear();
  names_.clear();
  known_.clear();
  Mark();
}

Result<void> FindWriter::Flush() {
  std::sort(texts_.begin(), texts_.end(), [](const Text& a, const Text& b) { return a.article < b.article; });
  std::sort(names_.begin(), names_.end(), [](const Name& a, const Name& b) { return a.key < b.key; });
  Result<void> status;
  for (const Text& one : texts_) {
    if (!status) return status;
    status = statements_.Run("INSERT INTO find_text (rowid, title, body) VALUES (?1, ?2, ?3)", one.article,
                             one.title, one.body);
  }
  for (const Name& one : names_) {
    if (!status) return status;
    status = statements_.Run("INSERT INTO find_words (rowid, name) VALUES (?1, ?2)", one.key,
                             FoldForSearch(one.name));
  }
  texts_.clear();
  names_.clear();
  Mark();
  return status;
}

}  // namespace acta
