// Rows in memory as a table of SQL, and what writes them.
#include "pipeline/store/row_table.h"

#include <gtest/gtest.h>

#include <array>

#include "pipeline/store/row_writer.h"

namespace acta {
namespace {

Database InMemory(const std::string& schema) {
  Database db = Database::Open(":memory:", Database::Mode::kCreate).value();
  EXPECT_TRUE(db.Execute(schema));
  return db;
}

std::string Told(const Database& db, const std::string& select) {
  Statement rows = db.Prepare(select).value();
  std::string told;
  while (rows.Step().value()) {
    for (int n = 0; n < rows.columns(); ++n)
      told += (n ? " " : "") + (rows.IsNull(n) ? std::string("-") : std::string(rows.Text(n)));
    told += "\n";
  }
  return told;
}

TEST(RowTable, ShowsEveryTypeInTheOrderGiven) {
  const Database db = InMemory("");
  RowSet set;
  set.Add("t").Set("a", int64_t{7}).Set("b", "seven");
  set.Add("t").Set("a", int64_t{-1}).SetNull("b");
  set.Add("u").Set("a", 2.5);
  const TableRows &t = set.tables()[0], &u = set.tables()[1];
  RowTable table = RowTable::Make(db).value();
  EXPECT_EQ(Told(db, "SELECT * FROM acta_rows"), "");

  table.Show({{&set, &t.cells[2], 2}, {&set, &u.cells[0], 1}, {&set, &t.cells[0], 2}});
  EXPECT_EQ(Told(db, "SELECT c0, c1, c31 FROM acta_rows"), "-1 - -\n2.5 - -\n7 seven -\n");
  EXPECT_EQ(Told(db, "SELECT typeof(c0), a.c1 FROM acta_rows a ORDER BY c0 DESC LIMIT 1"), "integer seven\n");
}

TEST(RowTable, OrdersRowsByTheirCells) {
  RowSet set;
  set.Add("t").Set("a", int64_t{10}).Set("b", "x");
  set.Add("t").Set("a", int64_t{9}).Set("b", "y");
  set.Add("t").Set("a", int64_t{9}).SetNull("b");
  set.Add("t").Set("a", "9").Set("b", "");
  auto row = [&](size_t n) { return RowRef{&set, &set.tables()[0].cells[2 * n], 2}; };
  EXPECT_TRUE(row(1) < row(0));
  EXPECT_TRUE(row(2) < row(1));  // null is before a text
  EXPECT_TRUE(row(0) < row(3));  // and a number before a text
  EXPECT_FALSE(row(0) < row(0));
}

TEST(RowSet, SortsTheRowsOfEachTable) {
  RowSet set;
  set.Add("t").Set("a", int64_t{2}).Set("b", "x");
  set.Add("u").Set("a", "only");
  set.Add("t").Set("a", int64_t{2}).SetNull("b");
  set.Add("t").Set("a", int64_t{1}).Set("b", "z");
  set.Sort();
  std::string told;
  for (const Cell& cell : set.tables()[0].cells) {
    told += cell.type == Cell::Type::kInteger ? std::to_string(cell.integer)
            : cell.type == Cell::Type::kText  ? std::string(set.text(cell))
                                              : "-";
  }
  EXPECT_EQ(told, "1z2-2x");
  EXPECT_EQ(set.text(set.tables()[1].cells[0]), "only");
}

TEST(RowWriter, WritesTheRowsOfManySetsAndFindsKeysAmongThem) {
  const Database db =
      InMemory("CREATE TABLE t (key INTEGER PRIMARY KEY, \"of\" TEXT); CREATE TABLE t_part (record, n)");
  Statements statements(db);
  RowWriter writer(statements);
  RowSet one, two;
  two.Add("t").Set("key", int64_t{2}).Set("of", "two");
  one.Add("t").Set("key", int64_t{5}).SetNull("of");
  one.Add("t", "part").Set("record", int64_t{5}).Set("n", int64_t{0});
  one.Add("t").Set("key", int64_t{1}).Set("of", "one");
  ASSERT_TRUE(writer.Write(std::array{static_cast<const RowSet*>(&one), static_cast<const RowSet*>(&two)}));
  EXPECT_EQ(Told(db, "SELECT * FROM t"), "1 one\n2 two\n5 -\n");
  EXPECT_EQ(Told(db, "SELECT * FROM t_part"), "5 0\n");

  RowSet asked;
  for (int64_t key : {9, 5, 2, 3}) asked.Add("t").Set("key", key);
  const auto known =
      writer.KeysAmong(asked, "SELECT c0 FROM acta_rows WHERE EXISTS (SELECT 1 FROM t WHERE key = c0)");
  EXPECT_EQ(known.value(), (std::vector<int64_t>{2, 5}));
  EXPECT_EQ(writer.KeysAmong({}, "SELECT c0 FROM acta_rows").value(), std::vector<int64_t>());

  const Result<void> twice = writer.Write(std::array{static_cast<const RowSet*>(&two)});
  ASSERT_FALSE(twice);
  EXPECT_EQ(twice.error().kind, "bad_record");
}

}  // namespace
}  // namespace acta
