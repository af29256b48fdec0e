#include "pipeline/store/row_table.h"

#include <sqlite3.h>

#include <memory>
#include <string>

namespace acta {
namespace {

using Rows = std::vector<RowRef>;

// What SQLite is given of the table, and of a reading of it. They begin with what it keeps there itself.
struct Table : sqlite3_vtab {
  const Rows* rows;
};
struct Cursor : sqlite3_vtab_cursor {
  const Rows* rows;
  size_t at;
};

Cursor& Of(sqlite3_vtab_cursor* cursor) { return *static_cast<Cursor*>(cursor); }

int Connect(sqlite3* db, void* rows, int, const char* const*, sqlite3_vtab** table, char**) {
  std::string columns;
  for (int n = 0; n < RowTable::kMostColumns; ++n) columns += (n ? ", c" : "c") + std::to_string(n);
  const int declared = sqlite3_declare_vtab(db, ("CREATE TABLE acta_rows (" + columns + ")").c_str());
  if (declared != SQLITE_OK) return declared;
  sqlite3_vtab_config(db, SQLITE_VTAB_DIRECTONLY);
  *table = new Table{{}, static_cast<const Rows*>(rows)};
  return SQLITE_OK;
}

int Disconnect(sqlite3_vtab* table) {
  delete static_cast<Table*>(table);
  return SQLITE_OK;
}

// There is one way to read it: all rows, in their order.
int BestIndex(sqlite3_vtab*, sqlite3_index_info*) { return SQLITE_OK; }

int Open(sqlite3_vtab* table, sqlite3_vtab_cursor** cursor) {
  *cursor = new Cursor{{}, static_cast<Table*>(table)->rows, 0};
  return SQLITE_OK;
}

int Close(sqlite3_vtab_cursor* cursor) {
  delete static_cast<Cursor*>(cursor);
  return SQLITE_OK;
}

int Filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**) {
  Of(cursor).at = 0;
  return SQLITE_OK;
}

int Next(sqlite3_vtab_cursor* cursor) {
  ++Of(cursor).at;
  return SQLITE_OK;
}

int Eof(sqlite3_vtab_cursor* cursor) { return Of(cursor).at >= Of(cursor).rows->size(); }

int Column(sqlite3_vtab_cursor* cursor, sqlite3_context* result, int n) {
  const RowRef& row = (*Of(cursor).rows)[Of(cursor).at];
  if (static_cast<size_t>(n) >= row.width) return SQLITE_OK;
  const Cell& cell = row.cells[n];
  switch (cell.type) {
    case Cell::Type::kNull:
      break;
    case Cell::Type::kInteger:
      sqlite3_result_int64(result, cell.integer);
      break;
    case Cell::Type::kReal:
      sqlite3_result_double(result, cell.real);
      break;
    case Cell::Type::kText:
      const std::string_view text = row.set->text(cell);
      sqlite3_result_text64(result, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
      break;
  }
  return SQLITE_OK;
}

int RowId(sqlite3_vtab_cursor* cursor, sqlite3_int64* id) {
  *id = static_cast<sqlite3_int64>(Of(cursor).at);
  return SQLITE_OK;
}

// Without xCreate the table is there by its name alone.
constexpr sqlite3_module kModule = [] {
  sqlite3_module module{};
  module.xConnect = Connect;
  module.xBestIndex = BestIndex;
  module.xDisconnect = Disconnect;
  module.xOpen = Open;
  module.xClose = Close;
  module.xFilter = Filter;
  module.xNext = Next;
  module.xEof = Eof;
  module.xColumn = Column;
  module.xRowid = RowId;
  return module;
}();

}  // namespace

Result<RowTable> RowTable::Make(const Database& db) {
  auto rows = std::make_unique<Rows>();
  auto forget = [](void* kept) { delete static_cast<Rows*>(kept); };
  Rows* shown = rows.release();  // SQLite forgets them also when this fails
  if (sqlite3_create_module_v2(db.handle(), "acta_rows", &kModule, shown, forget) != SQLITE_OK)
    return Fail("db", sqlite3_errmsg(db.handle()));
  return RowTable(*shown);
}

}  // namespace acta
