// The records are said three times: in records.h, in store.sql and in facts.schema.json. Here they agree,
// or the test names what is missing.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "pipeline/store/schema.h"
#include "pipeline/store/sqlite.h"
#include "schemas/walk.h"

namespace acta {
namespace {

using Json = nlohmann::json;
using Names = std::vector<std::string>;

std::string ReadFile(const std::string& path) {
  std::ifstream in(std::string(ACTA_SOURCE_DIR) + "/" + path);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

// A field as C++ declares it.
struct Column {
  std::string type;  // TEXT, REAL, INTEGER
  bool required = false;
  std::set<std::string> words;
  bool operator==(const Column&) const = default;
};

template <class T>
std::string SqlType() {
  return std::is_same_v<T, double> ? "REAL" : std::is_same_v<T, bool> ? "INTEGER" : "TEXT";
}

using Tables = std::map<std::string, std::map<std::string, Column>>;

template <class Part>
void Declare(const std::string& table, Tables& tables) {
  Part part;
  tables[table];
  Part::Fields(part, [&](const Field& field, auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    const std::string name(field.name);
    const std::set<std::string> words(field.one_of.begin(), field.one_of.end());
    if constexpr (MaybeField<Value>) {
      tables[table][name] = {SqlType<typename shape::MaybeOf<Value>::Value>(), field.required, words};
    } else if constexpr (ManyField<Value>) {
      tables[table + "_" + name]["value"] = {"TEXT", true, words};
    } else if constexpr (PartsField<Value>) {
      Declare<typename shape::ElementOf<Value>::Element>(table + "_" + name, tables);
    } else {
      const std::set<std::string> relations(std::begin(vocabulary::kRelation),
                                            std::end(vocabulary::kRelation));
      tables[table + "_" + name] = {{"list", {"TEXT", true, {"deadlines", "targets", "resolutions"}}},
                                    {"target", {"INTEGER", true, {}}},
                                    {"relation", {"TEXT", false, relations}}};
    }
  });
}

Tables Declared() {
  Tables tables;
  Facts facts;
  Facts::Lists(facts, [&](auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    Declare<Record>(std::string(Record::kKind), tables);
  });
  return tables;
}

// The words of `CHECK (name IN ('a', 'b'))` in the text of a table.
std::set<std::string> CheckedWords(const std::string& sql, const std::string& name) {
  std::smatch check;
  std::set<std::string> words;
  if (!std::regex_search(sql, check, std::regex("CHECK \\(\"?" + name + "\"? IN \\(([^)]*)\\)")))
    return words;
  const std::string list = check[1];
  const std::regex word("'([^']*)'");
  for (std::sregex_iterator i(list.begin(), list.end(), word), end; i != end; ++i) words.insert((*i)[1]);
  return words;
}

Tables InSql() {
  Database db = Database::Open(":memory:", Database::Mode::kCreate).value();
  EXPECT_TRUE(db.Execute(std::string(kSchemaSql) + std::string(kViewsSql)));
  Statement tables = db.Prepare(
                           "SELECT t.name, s.sql FROM pragma_table_list t JOIN sqlite_schema s USING (name) "
                           "WHERE t.type = 'table' AND s.type = 'table'")
                         .value();
  Tables found;
  while (tables.Step().value()) {
    const std::string table(tables.Text(0)), sql(tables.Text(1));
    Statement columns = db.Prepare("SELECT name, type, \"notnull\" FROM pragma_table_info(?1)").value();
    columns.Bind(1, table);
    while (columns.Step().value()) {
      const std::string name(columns.Text(0));
      found[table][name] = {std::string(columns.Text(1)), columns.Int(2) != 0, CheckedWords(sql, name)};
    }
  }
  return found;
}

TEST(SchemaDrift, StoreSqlHasTheFieldsOfRecordsH) {
  const Tables sql = InSql(), declared = Declared();
  for (const auto& [table, columns] : declared) {
    ASSERT_TRUE(sql.contains(table)) << "store.sql lacks the table " << table;
    Names names, found;
    for (const auto& [name, column] : columns) names.push_back(name);
    for (const auto& [name, column] : sql.at(table)) {
      if (name != "record" && name != "n") found.push_back(name);
    }
    EXPECT_EQ(found, names) << "columns of " << table;
    for (const auto& [name, column] : columns) {
      if (!sql.at(table).contains(name)) continue;
      const Column& in_sql = sql.at(table).at(name);
      EXPECT_EQ(in_sql.type, column.type) << table << "." << name;
      EXPECT_EQ(in_sql.required, column.required) << table << "." << name;
      if (column.type == "TEXT") {
        EXPECT_EQ(in_sql.words, column.words) << table << "." << name;
      }
    }
  }
}

TEST(SchemaDrift, StoreSqlHasNoOtherRecordTables) {
  const Tables declared = Declared();
  const std::set<std::string> own = {
      "article",    "paragraph",    "input",         "visit",     "record",   "entity",   "entity_form",
      "entity_use", "story",        "story_article", "story_key", "task",     "task_key", "task_statement",
      "correction", "wrong_record", "version",       "sighting",  "forgotten"};
  for (const auto& [table, columns] : InSql()) {
    if (table.starts_with("find_")) continue;  // derived
    EXPECT_TRUE(own.contains(table) || declared.contains(table)) << table << " is not in records.h";
  }
}

TEST(SchemaDrift, TheKindsAndBasesOfStoreSql) {
  const Tables sql = InSql();
  std::set<std::string> kinds;
  Facts facts;
  Facts::Lists(facts, [&](auto& list) {
    kinds.insert(std::string(std::remove_cvref_t<decltype(list)>::value_type::kKind));
  });
  const std::set<std::string> bases(std::begin(vocabulary::kBasis), std::end(vocabulary::kBasis));
  EXPECT_EQ(sql.at("record").at("kind").words, kinds);
  EXPECT_EQ(sql.at("record").at("basis").words, bases);
}

TEST(SchemaDrift, EveryTableIsStrictAndEveryColumnCommented) {
  std::istringstream lines{std::string(kSchemaSql)};
  std::string line, table;
  size_t columns = 0;
  const std::regex column(R"re(^  "?[a-z_]+"? (TEXT|INTEGER|REAL|BLOB)\b)re");
  while (std::getline(lines, line)) {
    if (line.starts_with("CREATE TABLE ")) table = line.substr(13, line.find(' ', 13) - 13);
    if (line.starts_with(")")) {
      if (!table.empty()) {
        EXPECT_NE(line.find("STRICT"), std::string::npos) << table;
      }
      table.clear();
    }
    if (table.empty() || !std::regex_search(line, column)) continue;
    ++columns;
    EXPECT_TRUE(std::regex_search(line, std::regex(R"( -- \S.{2,})"))) << table << ": " << line;
  }
  size_t in_sql = 0;
  for (const auto& [name, all] : InSql()) in_sql += all.size();
  EXPECT_EQ(columns, in_sql) << "a column is not written on a line of its own";
}

// ---- facts.schema.json

const Json& Schema() {
  static const Json schema = Json::parse(ReadFile("schemas/facts.schema.json"));
  return schema;
}

std::set<std::string> Words(const Json& property, bool* nullable) {
  std::set<std::string> words;
  *nullable = false;
  for (const Json& word : property.value("enum", Json::array())) {
    if (word.is_null()) *nullable = true;
    if (word.is_string()) words.insert(word.get<std::string>());
  }
  return words;
}

template <class T>
void ExpectScalar(const Field& field, Json property, const std::string& where) {
  bool nullable = false;
  if (property.contains("anyOf")) {
    nullable = property["anyOf"][1] == Json{{"type", "null"}};
    Json one = property["anyOf"][0];
    property.erase("anyOf");
    property.update(one);
  }
  if (!field.one_of.empty()) {
    EXPECT_EQ(Words(property, &nullable), std::set<std::string>(field.one_of.begin(), field.one_of.end()))
        << where;
  } else if constexpr (std::is_same_v<T, Date>) {
    EXPECT_EQ(property.value("$ref", ""), "#/$defs/date") << where;
  } else {
    const std::string type = std::is_same_v<T, double> ? "number"
                             : std::is_same_v<T, bool> ? "boolean"
                                                       : "string";
    Json said = property["type"];
    if (said.is_array()) {
      EXPECT_EQ(said, Json({type, "null"})) << where;
      nullable = true;
    } else {
      EXPECT_EQ(said, type) << where;
    }
  }
  EXPECT_EQ(nullable, !field.required) << where;
}

template <class Part>
void ExpectObject(const Json& object, const std::string& where, std::set<std::string> names = {}) {
  Part part;
  Part::Fields(part, [&](const Field& field, auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    const std::string name(field.name), at = where + "." + name;
    names.insert(name);
    ASSERT_TRUE(object["properties"].contains(name)) << at << " is not in facts.schema.json";
    const Json& property = object["properties"][name];
    if constexpr (MaybeField<Value>) {
      ExpectScalar<typename shape::MaybeOf<Value>::Value>(field, property, at);
    } else if constexpr (ManyField<Value>) {
      EXPECT_EQ(property["type"], "array") << at;
      EXPECT_EQ(property["items"]["type"], "string") << at;
    } else if constexpr (OptionalPart<Value>) {
      EXPECT_EQ(property["type"], Json({"object", "null"})) << at;
      ExpectObject<typename Value::value_type>(property, at);
    } else if constexpr (PartsField<Value>) {
      EXPECT_EQ(property["type"], "array") << at;
      ExpectObject<typename Value::value_type>(property["items"], at);
    } else {
      EXPECT_EQ(property["$ref"], "#/$defs/links") << at;
    }
  });
  std::set<std::string> said, required;
  for (const auto& [name, property] : object["properties"].items()) said.insert(name);
  for (const Json& name : object["required"]) required.insert(name.get<std::string>());
  EXPECT_EQ(said, names) << where;
  EXPECT_EQ(required, names) << where << ": every key is always there";
  EXPECT_EQ(object["additionalProperties"], false) << where;
}

TEST(SchemaDrift, JsonSchemaHasTheFieldsOfRecordsH) {
  Facts facts;
  Facts::Lists(facts, [&](auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    const std::string kind(Record::kKind), plural(Record::kPlural);
    EXPECT_EQ(Schema()["properties"][plural]["items"]["$ref"], "#/$defs/" + kind);
    ExpectObject<Record>(Schema()["$defs"][kind], kind, {"id", "rule", "basis", "mentions", "evidence"});
  });
}

TEST(SchemaDrift, JsonSchemaHasTheVocabulariesOutsideTheFieldTables) {
  bool nullable;
  EXPECT_EQ(Words(Schema()["$defs"]["basis"], &nullable),
            std::set<std::string>(std::begin(vocabulary::kBasis), std::end(vocabulary::kBasis)));
  EXPECT_EQ(Words(Schema()["$defs"]["links"]["properties"]["resolutions"]["items"]["properties"]["relation"],
                  &nullable),
            std::set<std::string>(std::begin(vocabulary::kRelation), std::end(vocabulary::kRelation)));
}

}  // namespace
}  // namespace acta
