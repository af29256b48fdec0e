#include "tests/bench/big_store.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "pipeline/resolve/entity_store.h"
#include "pipeline/run/data_folder.h"
#include "pipeline/run/read_page.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/store.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

const std::string kRoot = ACTA_SOURCE_DIR;

// Reads the corpus into the store at `path` and resolves it; gives the number of articles.
Result<int64_t> PutCorpus(const std::string& path) {
  Result<Tools> tools = LoadTools({kRoot + "/extractors", kRoot + "/pipeline/clean/data"});
  if (!tools) return tl::unexpected(tools.error());
  Result<Store> store = Store::Open(path);
  if (!store) return tl::unexpected(store.error());
  std::vector<fs::path> pages;
  for (const char* language : {"vi", "en", "ru"}) {
    for (const auto& entry : fs::directory_iterator(kRoot + "/corpus/" + language)) {
      pages.push_back(entry.path() / "page.html");
    }
  }
  std::sort(pages.begin(), pages.end());
  for (const fs::path& file : pages) {
    std::ifstream in(file, std::ios::binary);
    Page page;
    page.source = page.url = "https://site0.example/" + file.parent_path().filename().string();
    page.bytes.assign(std::istreambuf_iterator<char>(in), {});
    Result<Article> article = ReadPage(page, tools->clean, {});
    if (!article) return tl::unexpected(article.error());
    Result<Facts> facts = ReadFacts(*article, tools->packs);
    if (!facts) return tl::unexpected(facts.error());
    Result<Stored> stored = store->Put(*article, *facts, {page.source});
    if (!stored) return tl::unexpected(stored.error());
  }
  if (Result<void> closed = store->Close(); !closed) return tl::unexpected(closed.error());
  Result<World> world = World::Load(kRoot + "/pipeline/resolve/data");
  if (!world) return tl::unexpected(world.error());
  Result<ResolveReport> resolved = ResolveStore(path, *world, {});
  if (!resolved) return tl::unexpected(resolved.error());
  return static_cast<int64_t>(pages.size());
}

// The columns of a table as the copy :n has them. Keys are mapped so that a copy's rows lie together and in order.
std::string CopiedColumn(const std::string& table, const std::string& column, bool is_key) {
  const std::string quoted = "t.\"" + column + "\"";
  // People, bodies and instruments are those of the province: its copies share them.
  const bool of_entity = table == "entity" || table == "entity_form";
  if ((of_entity && is_key && column != "form") || (table == "entity_use" && column == "form"))
    return "(:province_n << 50) | (" + quoted + " & 1125899906842623)";
  if (of_entity && (column == "id" || column == "form" || column == "block")) return quoted + " || :province";
  if ((of_entity || table == "entity_use") && column.starts_with("name")) return quoted + " || :province";
  if (table == "story" && (column == "place" || column == "place_name")) return quoted + " || :province";
  if (is_key) return "(:n << 50) | (" + quoted + " & 1125899906842623)";
  const bool day = column == "date" || column == "deadline" || column == "by" || column == "as_of" ||
                   column == "given" || column == "published" || column == "due" || column == "first_due" ||
                   column == "said" || ((table == "find_row" || table == "find_day") && column == "day");
  if (day)
    return "CASE WHEN " + quoted + " GLOB '[0-9]*' THEN date(substr(" + quoted + ", 1, 10), :days) ELSE " +
           quoted + " END";
  if (table == "sighting" && column == "n") return quoted + " + :n * 1000";
  const bool url = column == "url" || column == "source" || column == "page";
  if (url) return "replace(" + quoted + ", 'site0.example/', :site)";
  if (column == "host") return "replace(" + quoted + ", 'site0.example', :host)";
  if (table == "find_row" && column == "other") {
    return "CASE question WHEN 'resolution' THEN (:n << 50) | (" + quoted + " & 1125899906842623) ELSE " +
           quoted + " END";
  }
  if (column == "id") return quoted + " || :n";
  const bool named =
      (table == "official" || table == "agency" || table == "directive_parties") && column == "name";
  const bool valued = (table == "directive_assignees" || table == "deadline_assignees") && column == "value";
  const bool other = column == "issuer" || column == "reporter" || column == "chair" || column == "body" ||
                     column == "signer" || (table == "agency" && column == "place");
  if (named || valued || other) return quoted + " || :province";
  if (table == "resolution" && column == "number") {
    return "CASE WHEN " + quoted + " LIKE '%UBND%' OR " + quoted + " LIKE '%HĐND%' THEN :n || " + quoted +
           " ELSE " + quoted + " END";
  }
  if (table == "resolution" && column == "number_key") {
    return "CASE WHEN t.number LIKE '%UBND%' OR t.number LIKE '%HĐND%' THEN :n || " + quoted + " ELSE " +
           quoted + " END";
  }
  return quoted;
}

// INSERT … SELECT for every table of records; those that are looked things up by are made from them.
Result<std::vector<Statement>> CopyStatements(const Database& db) {
  std::vector<Statement> statements;
  Result<Statement> tables = db.Prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE "
      "'sqlite%' "
      "AND name NOT IN ('find_name', 'find_named', 'find_article', 'find_form') ORDER BY name");
  if (!tables) return tl::unexpected(tables.error());
  while (tables->Step().value_or(false)) {
    const std::string table(tables->Text(0));
    Result<Statement> columns = db.Prepare("SELECT name FROM pragma_table_info(?1)");
    if (!columns) return tl::unexpected(columns.error());
    columns->Bind(1, table);
    std::string names, values;
    std::string order = "1";
    while (columns->Step().value_or(false)) {
      const std::string column(columns->Text(0));
      const bool key = column == "key" || column == "record" || column == "article" || column == "target" ||
                       column == "story" || column == "task" || column == "entity" || column == "form";
      names += (names.empty() ? "\"" : ", \"") + column + "\"";
      values += (values.empty() ? "" : ", ") +
                CopiedColumn(table, column, key && !(table == "target" && column == "target"));
    }
    Result<Statement> copy =
        db.Prepare("INSERT OR IGNORE INTO main.\"" + table + "\" (" + names + ") SELECT " + values +
                   " FROM base.\"" + table + "\" t ORDER BY " + order);
    if (!copy) return tl::unexpected(copy.error());
    statements.push_back(std::move(*copy));
  }
  for (
      const char* sql :
      {"INSERT INTO find_article SELECT (:n << 50) | (article & 1125899906842623), 1, "
       "replace(source, 'site0.example/', :site), replace(host, 'site0.example', :host), "
       "date(published, :days), language, partial, records, stored + :n * 60 FROM base.find_article ORDER "
       "BY 1",
       "INSERT INTO find_text (rowid, title, body) SELECT (:n << 50) | (key & 1125899906842623), "
       "acta_fold(title), "
       "acta_fold(substr(text, instr(text, char(10)) + 1) || :province) FROM base.article ORDER BY 1",
       "INSERT OR IGNORE INTO find_name SELECT acta_key(name || :province), name || :province FROM "
       "base.find_name n "
       "WHERE EXISTS (SELECT 1 FROM base.find_record WHERE name = n.key AND field NOT IN ('title', "
       "'subject'))",
       "INSERT OR IGNORE INTO find_name SELECT key, name FROM base.find_name n "
       "WHERE EXISTS (SELECT 1 FROM base.find_record WHERE name = n.key AND field IN ('title', 'subject'))",
       "INSERT INTO find_named SELECT (:n << 50) | (article & 1125899906842623) AS article, CASE WHEN field "
       "IN "
       "('title', 'subject') THEN name ELSE acta_key((SELECT name FROM base.find_name WHERE key = r.name) || "
       ":province) END AS name, json_group_array(((:n << 50) | (record & 1125899906842623)) || ' ' || field) "
       "FROM base.find_record r GROUP BY 1, 2"}) {
    Result<Statement> copy = db.Prepare(sql);
    if (!copy) return tl::unexpected(copy.error());
    statements.push_back(std::move(*copy));
  }
  return statements;
}

Result<void> Fill(const Database& db, const std::string& base, int64_t copies) {
  for (const std::string& sql :
       {"ATTACH '" + base + "' AS base", std::string("PRAGMA foreign_keys = OFF"),
        std::string("PRAGMA ignore_check_constraints = ON"), std::string("PRAGMA synchronous = OFF"),
        std::string("PRAGMA cache_size = -400000"), std::string("PRAGMA wal_autocheckpoint = 65536"),
        std::string("DROP TRIGGER input_came"), std::string("DROP TRIGGER input_changed"),
        std::string("DROP TRIGGER input_went"), std::string("BEGIN")}) {
    if (Result<void> done = db.Execute(sql); !done) return done;
  }
  Result<std::vector<Statement>> statements = CopyStatements(db);
  if (!statements) return tl::unexpected(statements.error());
  for (int64_t n = 1; n <= copies; ++n) {
    const std::string province = " tinh" + std::to_string(n % 63),
                      days = std::to_string(n * 37 % 3650 - 1825) + " days";
    const std::string host = "site" + std::to_string(n % 63) + ".example",
                      site = host + "/" + std::to_string(n) + "/";
    for (Statement& statement : *statements) {
      if (int p = statement.Parameter(":n")) statement.Bind(p, n);
      if (int p = statement.Parameter(":province_n")) statement.Bind(p, n % 63);
      if (int p = statement.Parameter(":days")) statement.Bind(p, days);
      if (int p = statement.Parameter(":site")) statement.Bind(p, site);
      if (int p = statement.Parameter(":host")) statement.Bind(p, host);
      if (int p = statement.Parameter(":province")) statement.Bind(p, province);
      if (Result<void> run = statement.Run(); !run) return run;
    }
    if (n % 200 == 0) {
      if (Result<void> done = db.Execute("COMMIT; BEGIN"); !done) return done;
    }
  }
  return db.Execute(
      "INSERT INTO find_words (rowid, name) SELECT key, acta_fold(name) FROM find_name; COMMIT; "
      "PRAGMA analysis_limit = 1000; ANALYZE; PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace

Result<BigStore> MakeBigStore(const std::string& path, int64_t articles) {
  const auto begin = std::chrono::steady_clock::now();
  const std::string base = path + ".base";
  Result<int64_t> corpus = PutCorpus(base);
  if (!corpus) return tl::unexpected(corpus.error());
  {
    Result<Store> empty = Store::Open(path);
    if (!empty) return tl::unexpected(empty.error());
  }
  BigStore big;
  {
    Result<Database> db = Database::Open(path, Database::Mode::kWrite);
    if (!db) return tl::unexpected(db.error());
    if (Result<void> added = AddSqlFunctions(*db); !added) return tl::unexpected(added.error());
    const int64_t copies = (articles + *corpus - 1) / *corpus;
    if (Result<void> filled = Fill(*db, base, copies); !filled) return tl::unexpected(filled.error());
    big.articles = db->Integer("SELECT count(*) FROM article").value_or(0);
    big.records = db->Integer("SELECT count(*) FROM record").value_or(0);
  }
  for (const char* rest : {"", "-wal", "-shm", "-lock"}) fs::remove(base + rest);
  big.bytes = static_cast<int64_t>(fs::file_size(path));
  big.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
  return big;
}

}  // namespace acta
