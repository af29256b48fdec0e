#include "pipeline/query/write_rows.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "pipeline/store/text_width.h"
#include "pipeline/text/suggestion.h"

namespace acta {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kGap = "  ";
constexpr size_t kNeverCut = 10;    // columns of so many characters stay whole: days, words of a vocabulary
constexpr size_t kNarrowest = 6;    // a wider column is not cut below this
constexpr size_t kListWidth = 100;  // lists wrap here when there is no terminal

// 80 and 7.25, and no "80.0"; amounts of money whole.
std::string NumberText(double number) {
  const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
  return whole ? std::to_string(static_cast<int64_t>(number)) : Json(number).dump();
}

std::string Text(const RowCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return NumberText(*number);
  std::string joined;
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
    for (const std::string& item : *list) joined += (joined.empty() ? "" : "; ") + item;
  }
  return joined;
}

// Indices of the columns that people see: those of `least` and of the words of Shown before it.
std::vector<size_t> ShownColumns(const Rows& rows, Shown least) {
  std::vector<size_t> shown;
  for (size_t i = 0; i < rows.columns.size(); ++i) {
    if (rows.columns[i].where <= least) shown.push_back(i);
  }
  return shown;
}

bool IsNumber(const RowCell& cell) {
  return std::holds_alternative<int64_t>(cell) || std::holds_alternative<double>(cell);
}

// An address in `room` columns: its host, and of the rest the end, by which articles differ. Whole where it fits.
std::string FitAddress(const std::string& address, size_t room) {
  if (DisplayWidth(address) <= room) return address;
  std::string_view rest(address);
  rest.remove_prefix(rest.find("://") + 3);
  if (rest.starts_with("www.")) rest.remove_prefix(4);
  if (DisplayWidth(rest) <= room) return std::string(rest);
  const std::string host(rest.substr(0, rest.find('/')));
  constexpr size_t kShortestEnd = 4;
  if (DisplayWidth(host) + 2 + kShortestEnd > room) return FitWidth(rest, room);
  size_t end = rest.size();
  for (size_t at = rest.size(); at-- > host.size();) {
    if ((static_cast<unsigned char>(rest[at]) & 0xC0) == 0x80) continue;  // inside of a character
    if (DisplayWidth(host) + 2 + DisplayWidth(rest.substr(at)) > room) break;
    end = at;
  }
  return host + "/…" + std::string(rest.substr(end));
}

bool IsAddress(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

// Takes from the column that is widest for its weight until the line fits. What is `whole` stays so: half a number is
// another number.
void Shrink(std::vector<size_t>& widths, const std::vector<bool>& whole, const std::vector<int>& weights,
            size_t room) {
  const size_t gaps = kGap.size() * (widths.empty() ? 0 : widths.size() - 1);
  size_t total = std::accumulate(widths.begin(), widths.end(), gaps);
  std::vector<size_t> wide;
  for (size_t i = 0; i < widths.size(); ++i) {
    if (widths[i] > kNeverCut && !whole[i]) wide.push_back(i);
  }
  while (total > room && !wide.empty()) {
    const auto wider = [&](size_t a, size_t b) {
      return widths[a] * static_cast<size_t>(weights[b]) < widths[b] * static_cast<size_t>(weights[a]);
    };
    const auto widest = std::ranges::max_element(wide, wider);
    if (widths[*widest] <= kNarrowest) {
      wide.erase(widest);
      continue;
    }
    --widths[*widest];
    --total;
  }
}

// What a table shows where it has `terminal` columns; 0: as many as it wants.
Shown MostOf(size_t terminal) {
  return terminal > 0 && terminal < kWideTable ? Shown::kAlways : Shown::kWide;
}

void WriteLine(const std::vector<std::string>& cells, const std::vector<size_t>& widths, std::ostream& out) {
  std::string line;
  for (size_t i = 0; i < cells.size(); ++i) {
    std::string cell = IsAddress(cells[i]) ? FitAddress(cells[i], widths[i]) : FitWidth(cells[i], widths[i]);
    line += cell + std::string(widths[i] - DisplayWidth(cell), ' ');
    if (i + 1 < cells.size()) line += kGap;
  }
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << '\n';
}

void WriteTable(const Rows& rows, size_t terminal, std::ostream& out) {
  const std::vector<size_t> shown = ShownColumns(rows, MostOf(terminal));
  std::vector<std::vector<std::string>> lines(1);
  std::vector<int> weights;
  for (size_t column : shown) {
    lines[0].emplace_back(rows.columns[column].name);
    weights.push_back(rows.columns[column].weight);
  }
  std::vector<bool> numbers(shown.size(), false);
  for (const auto& row : rows.rows) {
    auto& line = lines.emplace_back();
    for (size_t i = 0; i < shown.size(); ++i) {
      line.push_back(Harmless(Text(row[shown[i]])));
      numbers[i] = numbers[i] || IsNumber(row[shown[i]]);
    }
  }
  std::vector<size_t> widths(shown.size(), 0);
  for (const auto& line : lines) {
    for (size_t i = 0; i < line.size(); ++i) widths[i] = std::max(widths[i], DisplayWidth(line[i]));
  }
  if (terminal > 0) Shrink(widths, numbers, weights, terminal);

  std::vector<std::string> rule;
  for (size_t width : widths) rule.emplace_back(width, '-');
  WriteLine(lines[0], widths, out);
  WriteLine(rule, widths, out);
  for (size_t i = 1; i < lines.size(); ++i) WriteLine(lines[i], widths, out);
}

// `text` in lines of at most `room` columns, broken at blanks.
std::vector<std::string> Wrap(const std::string& text, size_t room) {
  std::vector<std::string> lines(1);
  for (size_t at = 0; at < text.size();) {
    size_t end = std::min(text.find(' ', at), text.size());
    std::string word = text.substr(at, end - at);
    std::string& line = lines.back();
    if (line.empty()) {
      line = word;
    } else if (DisplayWidth(line) + 1 + DisplayWidth(word) <= room) {
      line += ' ' + word;
    } else {
      lines.push_back(word);
    }
    at = end + 1;
  }
  return lines;
}

void WriteList(const Rows& rows, size_t terminal, std::ostream& out) {
  size_t label = 0;
  for (size_t column : ShownColumns(rows, Shown::kWhole))
    label = std::max(label, DisplayWidth(rows.columns[column].name));
  const size_t width = terminal ? terminal : kListWidth;
  const size_t room = width > label + 22 ? width - label - 2 : 20;
  for (size_t i = 0; i < rows.rows.size(); ++i) {
    if (i > 0) out << '\n';
    for (size_t column : ShownColumns(rows, Shown::kWhole)) {
      std::string text = Harmless(Text(rows.rows[i][column]));
      if (text.empty()) continue;
      std::string name(rows.columns[column].name);
      for (const std::string& line : Wrap(text, room)) {
        out << name << std::string(label + 2 - DisplayWidth(name), ' ') << line << '\n';
        name.clear();
      }
    }
  }
}

Json RowJson(const Rows& rows, const std::vector<RowCell>& row) {
  Json json = Json::object();
  for (size_t i = 0; i < row.size(); ++i) {
    std::visit(
        [&](const auto& value) {
          if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, std::monostate>) {
            json[std::string(rows.columns[i].name)] = nullptr;
          } else {
            json[std::string(rows.columns[i].name)] = value;
          }
        },
        row[i]);
  }
  return json;
}

std::string Dump(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

void WriteJson(const Rows& rows, std::ostream& out) {
  out << '[';
  for (size_t i = 0; i < rows.rows.size(); ++i) out << (i ? ",\n " : "") << Dump(RowJson(rows, rows.rows[i]));
  out << "]\n";
}

// A number is no formula, a negative one neither.
std::string CsvCell(const RowCell& cell, bool raw) {
  std::string text = Text(cell);
  if (!raw && !IsNumber(cell) && !text.empty() &&
      std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos) {
    text.insert(0, 1, '\'');
  }
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
  return quoted + '"';
}

void WriteCsv(const Rows& rows, bool raw, std::ostream& out) {
  for (size_t i = 0; i < rows.columns.size(); ++i) out << (i ? "," : "") << rows.columns[i].name;
  out << "\r\n";
  for (const auto& row : rows.rows) {
    for (size_t i = 0; i < row.size(); ++i) out << (i ? "," : "") << CsvCell(row[i], raw);
    out << "\r\n";
  }
}

std::string MarkdownCell(const RowCell& cell) {
  std::string escaped;
  for (char c : Harmless(Text(cell))) {
    if (std::string_view("\\|`*_<>[]").find(c) != std::string_view::npos) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

void WriteMarkdown(const Rows& rows, std::ostream& out) {
  const std::vector<size_t> shown = ShownColumns(rows, Shown::kWide);
  out << '|';
  for (size_t column : shown) out << ' ' << rows.columns[column].name << " |";
  out << "\n|";
  for (size_t i = 0; i < shown.size(); ++i) out << " --- |";
  out << '\n';
  for (const auto& row : rows.rows) {
    out << '|';
    for (size_t column : shown) out << ' ' << MarkdownCell(row[column]) << " |";
    out << '\n';
  }
}

}  // namespace

std::optional<RowFormat> ParseRowFormat(std::string_view name) {
  for (size_t i = 0; i < std::size(kRowFormatNames); ++i) {
    if (kRowFormatNames[i] == name) return static_cast<RowFormat>(i);
  }
  return std::nullopt;
}

void WriteRows(const Rows& rows, RowFormat format, const WriteOptions& options, std::ostream& out) {
  switch (format) {
    case RowFormat::kTable:
      return WriteTable(rows, options.width, out);
    case RowFormat::kList:
      return WriteList(rows, options.width, out);
    case RowFormat::kJson:
      return WriteJson(rows, out);
    case RowFormat::kCsv:
      if (options.mark) out << "\xEF\xBB\xBF";
      return WriteCsv(rows, options.raw, out);
    case RowFormat::kMarkdown:
      return WriteMarkdown(rows, out);
    case RowFormat::kJsonl:
      for (const auto& row : rows.rows) out << Dump(RowJson(rows, row)) << '\n';
  }
}

std::vector<std::string_view> LeftOut(const Rows& rows, size_t width) {
  std::vector<std::string_view> left;
  for (const RowColumn& column : rows.columns) {
    if (column.where <= Shown::kWide && column.where > MostOf(width)) left.push_back(column.name);
  }
  return left;
}

Result<void> TakeColumns(Rows& rows, const std::vector<std::string>& names) {
  std::vector<size_t> taken;
  std::vector<std::string_view> known;
  for (const RowColumn& column : rows.columns) known.push_back(column.name);
  for (const std::string& name : names) {
    const auto found = std::ranges::find(known, name);
    if (found == known.end())
      return Fail("usage", "there is no column \"" + name + "\"" + Suggestion(name, known, "", ""));
    taken.push_back(static_cast<size_t>(found - known.begin()));
  }
  auto take = [&](auto& cells) {
    std::remove_reference_t<decltype(cells)> kept;
    for (size_t column : taken) kept.push_back(cells[column]);
    cells = std::move(kept);
  };
  take(rows.columns);
  for (RowColumn& column : rows.columns) column.where = Shown::kAlways;
  for (auto& row : rows.rows) take(row);
  return {};
}

}  // namespace acta
