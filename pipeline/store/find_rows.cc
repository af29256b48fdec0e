#include "pipeline/store/find_rows.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_map>

#include "pipeline/store/fold.h"
#include "pipeline/store/keys.h"
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

  friend auto operator<=>(const Row&, const Row&) = default;
};

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

void AddRows(std::vector<Row> rows, int64_t article, RowSet& to) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  const Row* last = nullptr;
  for (const Row& row : rows) {
    to.Add("find", "row")
        .Set("question", row.question)
        .Set("day", row.day)
        .Set("article", article)
        .Set("record", row.record)
        .Set("part", row.part)
        .Set("other", row.other);
    if (last && last->question == row.question && last->day == row.day) continue;
    to.Add("find", "day").Set("article", article).Set("question", row.question).Set("day", row.day);
    last = &row;
  }
}

// The names of an article, and who gives them where.
class Names {
 public:
  void Add(int64_t record, const std::string& name, const std::string& field) {
    const auto [known, is_new] = places_.try_emplace(name, names_.size());
    if (is_new) names_.push_back({{ContentKey(name), name}, {}});
    names_[known->second].uses.push_back("\"" + std::to_string(record) + " " + field + "\"");
  }

  // The rows of find_named, and the names themselves.
  std::vector<FoundName> Take(int64_t article, RowSet& to) {
    std::ranges::sort(names_, {}, [](const Named& one) { return one.name.key; });
    std::vector<FoundName> found;
    for (Named& one : names_) {
      to.Add("find", "named").Set("article", article).Set("name", one.name.key).Set("uses", ListOf(one.uses));
      found.push_back(std::move(one.name));
    }
    return found;
  }

 private:
  struct Named {
    FoundName name;
    std::vector<std::string> uses;  // as JSON
  };

  static std::string ListOf(std::vector<std::string>& uses) {
    std::sort(uses.begin(), uses.end());
    uses.erase(std::unique(uses.begin(), uses.end()), uses.end());
    std::string list;
    for (const std::string& use : uses) list += (list.empty() ? "[" : ",") + use;
    return list + "]";
  }

  std::vector<Named> names_;
  std::unordered_map<std::string_view, size_t> places_;  // in names_, of the names as records have them
};

}  // namespace

std::vector<FoundName> AddFindRows(const Article& article, const Facts& facts, int64_t article_key,
                                   RowSet& rows) {
  Names names;
  WalkRecords(facts, [&](const auto& record) {
    const int64_t key = RecordKey(article_key, record.head.id);
    WalkValues(record, [&](const std::string& path, size_t, const auto& at) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(at.value)>, std::string>) {
        const std::string field = FieldOf(path);
        if (IsName(field)) names.Add(key, at.value, field);
      }
    });
  });
  for (const Target& target : facts.targets) {
    rows.Add("find", "series")
        .Set("record", RecordKey(article_key, target.head.id))
        .Set("series", FoldForSearch(ValueOf(target.subject)) + "|" +
                           FoldForSearch(ValueOf(target.indicator)) + "|" + ValueOf(target.unit))
        .SetOrNull("status", ValueOf(target.status));
  }
  AddRows(RowsOf(article.published.substr(0, 10), facts, article_key), article_key, rows);
  return names.Take(article_key, rows);
}

}  // namespace acta
