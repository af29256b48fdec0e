#include "pipeline/store/query.h"

#include <nlohmann/json.hpp>

#include "pipeline/store/fold.h"
#include "pipeline/store/sentence.h"

namespace acta {
namespace {

// A SELECT that grows by conditions. Every value is bound, never spelled in the SQL.
class Select {
 public:
  explicit Select(std::string sql) : sql_(std::move(sql)) {}

  // Each '?' of the condition takes the next value.
  void Where(const std::string& condition, std::vector<std::string> values) {
    sql_ += (values_.empty() && !has_where_ ? " WHERE (" : " AND (") + condition + ")";
    has_where_ = true;
    for (std::string& value : values) values_.push_back(std::move(value));
  }

  // `column` has the words of `value`, blind to case and marks.
  void HasWords(const std::string& column, const std::string& value) {
    if (!value.empty()) Where("instr(acta_fold(" + column + "), ?) > 0", {FoldForSearch(value)});
  }
  void Equals(const std::string& column, const std::string& value) {
    if (!value.empty()) Where(column + " = ?", {value});
  }

  void Between(const std::string& column, const Filter& filter);

  Result<Statement> Prepare(const Database& db, const std::string& order, const Filter& filter) {
    sql_ += " ORDER BY " + order + " LIMIT ? OFFSET ?";
    Result<Statement> statement = db.Prepare(sql_);
    if (!statement) return statement;
    int parameter = 0;
    for (const std::string& value : values_) statement->Bind(++parameter, value);
    statement->Bind(parameter + 1, filter.limit).Bind(parameter + 2, filter.offset);
    return statement;
  }

 private:
  std::string sql_;
  bool has_where_ = false;
  std::vector<std::string> values_;
};

void Select::Between(const std::string& column, const Filter& filter) {
  if (!filter.from && !filter.to) return;
  const std::string from = filter.from ? ToIso(*filter.from) : "0000-00-00";
  const std::string to = filter.to ? ToIso(*filter.to) : "9999-99-99";
  // "????-09-20" can lie between two days of one year when its day does, and always within a longer time.
  std::string yearless = "1";
  std::vector<std::string> values = {from, to};
  if (filter.from && filter.to && ToDays(*filter.to) - ToDays(*filter.from) < 366) {
    bool turns_year = filter.from->year != filter.to->year;
    yearless =
        "substr(" + column + ", 6) >= ? " + (turns_year ? "OR" : "AND") + " substr(" + column + ", 6) <= ?";
    values.push_back(from.substr(5));
    values.push_back(to.substr(5));
  }
  // '?' sorts after the digits, so a day without a year is never between two days.
  Where("(" + column + " >= ? AND " + column + " <= ?) OR (substr(" + column + ", 1, 1) = '?' AND (" +
            yearless + "))",
        values);
}

std::vector<std::string> ListOf(std::string_view json) {
  std::vector<std::string> list;
  auto parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_array()) return list;
  for (const auto& item : parsed) {
    if (item.is_string()) list.push_back(item.get<std::string>());
  }
  return list;
}

RowCell CellOf(const Statement& row, int column, bool is_list) {
  if (is_list) return ListOf(row.Text(column));
  switch (row.TypeOf(column)) {
    case Statement::Type::kNull:
      return {};
    case Statement::Type::kInteger:
      return row.Int(column);
    default:
      return std::string(row.Text(column));
  }
}

// The sentence that holds text[start:end], code points.
std::string Sentence(std::string_view text, int64_t start, int64_t end) {
  if (start < 0 || end < start) return "";
  Utf8Index index(text);
  Span span{static_cast<uint32_t>(index.Byte(static_cast<size_t>(start))),
            static_cast<uint32_t>(index.Byte(static_cast<size_t>(end)))};
  return std::string(SentenceAround(text, span));
}

bool IsList(std::string_view name) { return name == "assignees" || name == "under"; }

// Runs a SELECT of `columns`, each named as in the view, over `view`; "quote" becomes the sentence.
class Answer {
 public:
  Answer(std::string view, std::vector<RowColumn> columns)
      : columns_(std::move(columns)), select_(Sql(view)) {}

  Select& select() { return select_; }

  Result<Rows> Run(const Database& db, const std::string& order, const Filter& filter) {
    Result<Statement> statement = select_.Prepare(db, order, filter);
    if (!statement) return tl::unexpected(statement.error());
    Rows rows{columns_, {}};
    const int quote_at = static_cast<int>(columns_.size());
    while (true) {
      Result<bool> found = statement->Step();
      if (!found) return tl::unexpected(found.error());
      if (!*found) return rows;
      std::vector<RowCell>& row = rows.rows.emplace_back();
      for (int i = 0; i < quote_at; ++i) {
        std::string_view name = columns_[static_cast<size_t>(i)].name;
        if (name == "quote" && !statement->IsNull(quote_at)) {
          row.push_back(Sentence(statement->Text(quote_at + 2), statement->Int(quote_at),
                                 statement->Int(quote_at + 1)));
        } else {
          row.push_back(CellOf(*statement, i, IsList(name)));
        }
      }
    }
  }

 private:
  std::string Sql(const std::string& view) const {
    std::string sql = "SELECT ";
    for (const RowColumn& column : columns_) sql += "v.\"" + std::string(column.name) + "\", ";
    return sql + "v.start, v.\"end\", a.text FROM " + view + " v JOIN article a ON a.key = v.article";
  }

  std::vector<RowColumn> columns_;
  Select select_;
};

void CommonFilters(Select& select, const Filter& filter) {
  select.Equals("v.language", filter.language);
  select.Equals("v.basis", filter.basis);
  if (!filter.source.empty()) select.Where("instr(v.source, ?) > 0", {filter.source});
}

constexpr RowColumn kQuote{"quote", "the sentence that says so"};
constexpr RowColumn kSource{"source", "where it was read"};
constexpr RowColumn kId{"id", "the record; see it whole with: acta show ID", true};

}  // namespace

Result<Rows> QueryDue(const Database& db, const Filter& filter) {
  Answer answer("v_due", {{"due", "the last day that still meets it"},
                          {"precision", "the unit printed"},
                          {"assignees", "who has to do it"},
                          {"task", "what is due"},
                          {"issuer", "who gave the order"},
                          {"under", "the instruments concerned"},
                          kQuote,
                          kSource,
                          kId});
  Select& select = answer.select();
  select.Between("v.due", filter);
  CommonFilters(select, filter);
  select.HasWords("v.assignees || ' ' || coalesce(v.issuer, '')", filter.agency);
  select.HasWords("v.issuer", filter.official);
  select.Equals("v.strength", filter.strength);
  if (!filter.resolution.empty()) {
    select.Where("EXISTS (SELECT 1 FROM json_each(v.under) WHERE acta_cites(value, ?))", {filter.resolution});
  }
  return answer.Run(db, "v.due IS NULL, v.due, v.published, v.source, v.start, v.id", filter);
}

Result<Rows> QueryOfficial(const Database& db, const Filter& filter) {
  Answer answer("v_official", {{"date", "of the event or order, else of the article"},
                               {"official", "the name"},
                               {"what", "post, chaired, ordered or signed"},
                               {"detail", "the post, the kind of event, the task, the document"},
                               {"role", "the kind of post"},
                               {"body", "of the post; the place of an event; the issuer of a document"},
                               {"capacity", "current, former, acting …"},
                               kQuote,
                               kSource,
                               kId});
  Select& select = answer.select();
  select.Between("v.date", filter);
  CommonFilters(select, filter);
  select.HasWords("v.official", filter.name);
  select.HasWords("v.official", filter.official);
  select.HasWords("v.body", filter.agency);
  return answer.Run(db, "v.official, v.date IS NULL, v.date, v.source, v.start, v.what, v.detail, v.id",
                    filter);
}

Result<Rows> QueryResolution(const Database& db, const Filter& filter) {
  Answer answer("v_resolution",
                {{"number", "as printed"},
                 {"kind", "the kind of instrument"},
                 {"title", "what it is about"},
                 {"relation", "cited; or how an order stands to it, named when it does not say"},
                 {"issuer", "of the instrument, or of the order"},
                 {"assignees", "who was ordered"},
                 {"task", "what was ordered"},
                 {"due", "by when"},
                 kQuote,
                 kSource,
                 kId});
  Select& select = answer.select();
  select.Between("substr(v.published, 1, 10)", filter);
  CommonFilters(select, filter);
  for (const std::string& asked : {filter.name, filter.resolution}) {
    if (!asked.empty()) {
      select.Where("acta_cites(coalesce(v.number, ''), ?) OR acta_cites(coalesce(v.title, ''), ?)",
                   {asked, asked});
    }
  }
  select.HasWords("v.assignees || ' ' || coalesce(v.issuer, '')", filter.agency);
  select.HasWords("v.issuer", filter.official);
  return answer.Run(
      db, "v.number IS NULL, v.number, v.title, v.published, v.source, v.start, v.relation, v.id", filter);
}

std::span<const Question> Questions() {
  static constexpr Question kQuestions[] = {
      {"due", "What is due, who has to do it, and the sentence that says so", "", QueryDue},
      {"official", "What officials are and did", "NAME", QueryOfficial},
      {"resolution", "Who cites a resolution and what was ordered under it", "NUMBER", QueryResolution},
  };
  return kQuestions;
}

}  // namespace acta
