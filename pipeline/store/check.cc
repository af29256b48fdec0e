#include "pipeline/store/check.h"

#include <nlohmann/json.hpp>

#include "pipeline/store/keys.h"
#include "pipeline/store/record_read.h"
#include "schemas/conform.h"
#include "schemas/identity.h"
#include "schemas/walk.h"

namespace acta {
namespace {

// Collects faults; an Error ends the check only when the file cannot be read.
class Checker {
 public:
  explicit Checker(const Database& db) : db_(db) {}

  Result<StoreCheck> Run() {
    Pragma("PRAGMA integrity_check(10)", "ok", "integrity: ");
    Pragma("PRAGMA foreign_key_check", "", "a row refers to one that is not there, in ");
    Counts();
    Quotes();
    Articles();
    Records();
    if (error_) return tl::unexpected(*error_);
    return report_;
  }

 private:
  template <class Each>
  void Select(const std::string& sql, Each&& each) {
    if (error_) return;
    Result<Statement> rows = db_.Prepare(sql);
    while (rows) {
      Result<bool> row = rows->Step();
      if (!row) {
        error_ = row.error();
        return;
      }
      if (!*row) return;
      each(*rows);
    }
    error_ = rows.error();
  }

  void Fault(std::string what) {
    if (report_.faults.size() < StoreCheck::kMostFaults) report_.faults.push_back(std::move(what));
  }

  void Pragma(const std::string& sql, std::string_view fine, const std::string& prefix) {
    Select(sql, [&](const Statement& row) {
      if (fine.empty() || row.Text(0) != fine) Fault(prefix + std::string(row.Text(0)));
    });
  }

  void Counts() {
    Select(
        "SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM record), (SELECT count(*) FROM input)",
        [&](const Statement& row) {
          report_.articles = row.Int(0);
          report_.records = row.Int(1);
          report_.inputs = row.Int(2);
        });
  }

  // substr counts code points from 1, so this is text[start:end] == quote.
  void Quotes() {
    Select(
        "SELECT r.id, r.start, r.quote FROM record r JOIN article a ON a.key = r.article "
        "WHERE r.start IS NOT NULL AND (substr(a.text, r.start + 1, r.\"end\" - r.start) IS NOT r.quote "
        "OR r.\"end\" < r.start OR r.start < 0) LIMIT 100",
        [&](const Statement& row) {
          Fault(std::string(row.Text(0)) + " at " + std::to_string(row.Int(1)) +
                " does not quote the text: \"" + std::string(row.Text(2)) + "\"");
        });
  }

  void Articles() {
    Select("SELECT key, text_hash FROM article ORDER BY key", [&](const Statement& row) {
      const int64_t key = row.Int(0);
      Result<Extraction> reading = LoadExtraction(db_, key);
      if (!reading) return Fault(reading.error().message);
      const Article& article = reading->article;
      WalkRecords(reading->facts, [&](const auto& record) {
        report_.mentions += static_cast<int64_t>(record.head.mentions.size());
        WalkValues(record, [&](const std::string&, size_t, const auto&) { ++report_.values; });
      });
      if (Conform(reading->facts) > 0)
        Fault("article " + std::to_string(key) + ": a word outside its vocabulary");
      if (ArticleKey(article) != key)
        Fault("article " + std::to_string(key) + ": its key is not that of its content");
      if (Sha256Hex(article.text) != row.Text(1))
        Fault("article " + std::to_string(key) + ": its text hash is wrong");
    });
  }

  void Records() {
    Select("SELECT key, article, id FROM record", [&](const Statement& row) {
      if (RecordKey(row.Int(1), row.Text(2)) != row.Int(0))
        Fault("record " + std::string(row.Text(2)) + ": its key is not that of its id");
    });
  }

  const Database& db_;
  StoreCheck report_;
  std::optional<Error> error_;
};

nlohmann::json Cell(const Statement& row, int column) {
  switch (row.TypeOf(column)) {
    case Statement::Type::kInteger:
      return row.Int(column);
    case Statement::Type::kReal:
      return row.Real(column);
    case Statement::Type::kNull:
      return nullptr;
    default:
      return std::string(row.Text(column));
  }
}

// "a, b" for the columns of a table's primary key.
Result<std::string> PrimaryKey(const Database& db, const std::string& table) {
  Result<Statement> columns = db.Prepare("SELECT name FROM pragma_table_info(?1) WHERE pk > 0 ORDER BY pk");
  if (!columns) return tl::unexpected(columns.error());
  columns->Bind(1, table);
  std::string key;
  Result<bool> row = columns->Step();
  for (; row && *row; row = columns->Step())
    key += (key.empty() ? "\"" : ", \"") + std::string(columns->Text(0)) + "\"";
  if (!row) return tl::unexpected(row.error());
  return key;
}

Result<void> DumpTable(const Database& db, const std::string& table, std::ostream& out) {
  Result<std::string> key = PrimaryKey(db, table);
  if (!key) return tl::unexpected(key.error());
  Result<Statement> rows = db.Prepare("SELECT * FROM \"" + table + "\" ORDER BY " + *key);
  if (!rows) return tl::unexpected(rows.error());
  Result<bool> row = rows->Step();
  for (; row && *row; row = rows->Step()) {
    nlohmann::json line = {table};
    for (int column = 0; column < rows->columns(); ++column) line.push_back(Cell(*rows, column));
    out << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
  if (!row) return tl::unexpected(row.error());
  return {};
}

}  // namespace

Result<StoreCheck> CheckStore(const Database& db) { return Checker(db).Run(); }

Result<void> DumpStore(const Database& db, std::ostream& out) {
  Result<Statement> tables = db.Prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT IN ('visit', "
      "'sighting', 'forgotten') "
      "AND name NOT LIKE 'sqlite%' AND substr(name, 1, 5) <> 'find_' "
      "AND substr(name, 1, 9) <> 'frontier_' "  // what a crawl plans is no content
      "ORDER BY name");
  if (!tables) return tl::unexpected(tables.error());
  while (true) {
    Result<bool> row = tables->Step();
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    if (Result<void> dumped = DumpTable(db, std::string(tables->Text(0)), out); !dumped) return dumped;
  }
}

}  // namespace acta
