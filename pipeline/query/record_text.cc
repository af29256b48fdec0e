// A record drawn for people.
#include <algorithm>
#include <map>

#include "pipeline/query/record_view.h"
#include "pipeline/store/text_width.h"

namespace acta {
namespace {

constexpr size_t kUnknownWidth = 100;  // columns, when there is no terminal
constexpr size_t kIndent = 2;

char LineOf(Basis basis) { return basis == Basis::kPrinted ? '^' : basis == Basis::kResolved ? '~' : '.'; }

std::string Dressed(const std::string& value, std::string_view basis) {
  if (basis == "resolved") return "(" + value + ")";
  return basis == "inferred" ? "[" + value + "]" : value;
}

struct Line {
  size_t begin, end;  // bytes of the passage
};

// The passage in lines of at most `room` columns, broken at blanks.
std::vector<Line> Wrapped(const std::string& text, size_t room) {
  std::vector<Line> lines;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    for (size_t next = at; next < text.size();) {
      next = std::min(text.find(' ', next + 1), text.size());
      if (end > at && DisplayWidth(std::string_view(text).substr(at, next - at)) > room) break;
      end = next;
    }
    lines.push_back({at, end});
    at = end < text.size() ? end + 1 : end;
  }
  return lines;
}

size_t Columns(const std::string& text, size_t begin, size_t end) {
  return DisplayWidth(Harmless(std::string_view(text).substr(begin, end - begin)));
}

// One row under a line of a passage: what is drawn, and the fields whose characters it shows.
struct Underline {
  std::string drawn, fields;
};

// Fields with the same characters share a row; the items of a list too.
std::vector<Underline> UnderlinesOf(const EvidencePassage& passage, Line line) {
  std::map<std::string, std::string> drawn_by_field;
  std::vector<std::string> fields;
  for (const EvidenceMark& mark : passage.marks) {
    const size_t begin = std::max(mark.begin, line.begin), end = std::min(mark.end, line.end);
    if (begin >= end) continue;
    auto [found, is_new] = drawn_by_field.try_emplace(mark.field);
    if (is_new) fields.push_back(mark.field);
    const size_t first = Columns(passage.text, line.begin, begin),
                 last = Columns(passage.text, line.begin, end);
    std::string& drawn = found->second;
    if (drawn.size() < last) drawn.resize(last, ' ');
    std::fill(drawn.begin() + static_cast<ptrdiff_t>(first), drawn.begin() + static_cast<ptrdiff_t>(last),
              LineOf(mark.basis));
  }
  std::vector<Underline> rows;
  for (const std::string& field : fields) {
    const std::string& drawn = drawn_by_field[field];
    auto same = std::ranges::find(rows, drawn, &Underline::drawn);
    if (same == rows.end()) {
      rows.push_back({drawn, field});
    } else {
      same->fields += ", " + field;
    }
  }
  return rows;
}

void WritePassage(const EvidencePassage& passage, size_t width, std::ostream& out) {
  const std::string indent(kIndent, ' ');
  const size_t room = width > kIndent + 20 ? width - kIndent : 20;
  for (const Line& line : Wrapped(passage.text, room)) {
    out << indent << Harmless(std::string_view(passage.text).substr(line.begin, line.end - line.begin))
        << '\n';
    for (const Underline& row : UnderlinesOf(passage, line)) {
      out << indent << row.drawn << ' ' << Harmless(row.fields) << '\n';
    }
  }
}

void WriteValues(const Rows& fields, size_t width, std::ostream& out) {
  size_t label = 0;
  for (const auto& row : fields.rows) label = std::max(label, DisplayWidth(std::get<std::string>(row[0])));
  for (const auto& row : fields.rows) {
    const std::string &field = std::get<std::string>(row[0]), &value = std::get<std::string>(row[1]),
                      &basis = std::get<std::string>(row[2]);
    const std::string dressed = Dressed(Harmless(value), basis);
    const size_t indent = kIndent + label + 2, room = width > indent + 20 ? width - indent : 20;
    bool first = true;
    for (const Line& line : Wrapped(dressed, room)) {
      const std::string head = first ? std::string(kIndent, ' ') + Harmless(field) : std::string();
      out << head << std::string(indent - DisplayWidth(head), ' ')
          << dressed.substr(line.begin, line.end - line.begin) << '\n';
      first = false;
    }
  }
}

}  // namespace

void WriteRecord(const RecordView& view, size_t width, std::ostream& out) {
  if (width == 0) width = kUnknownWidth;
  out << view.kind << ' ' << view.id << "   " << view.basis << "   " << Harmless(view.rule) << "   pack "
      << Harmless(view.pack) << '\n'
      << Harmless(view.title) << '\n'
      << Harmless(view.source) << (view.published.empty() ? "" : "   published " + Harmless(view.published))
      << (view.fetched.empty() ? "" : "   fetched " + view.fetched) << '\n';
  if (view.wrong)
    out << "marked wrong on " << Harmless(view.wrong->at.substr(0, 10)) << " by " << Harmless(view.wrong->who)
        << ": " << Harmless(view.wrong->why) << '\n';
  for (size_t i = 0; i < view.passages.size(); ++i) {
    out << (i == 1 ? "\nelsewhere in the article\n" : "\n");
    WritePassage(view.passages[i], width, out);
  }
  out << "\nvalues\n";
  WriteValues(view.fields, width, out);
  out << "\n^ printed   ~ (value) from elsewhere in the article   . [value] inferred\n";
}

}  // namespace acta
