#include "pipeline/query/ics.h"

#include <map>
#include <string>
#include <vector>

#include "pipeline/store/text_width.h"
#include "pipeline/text/date.h"

namespace acta {
namespace {

constexpr size_t kLineOctets = 75;  // RFC 5545, 3.1

// A content line, folded: no line is longer than 75 octets, and no character is cut in two.
void WriteLine(const std::string& line, std::ostream& out) {
  size_t room = kLineOctets;
  for (size_t at = 0; at < line.size();) {
    size_t end = std::min(at + room, line.size());
    while (end < line.size() && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
    out << (at > 0 ? " " : "") << line.substr(at, end - at) << "\r\n";
    at = end;
    room = kLineOctets - 1;  // the blank counts
  }
}

// A TEXT value (3.3.11). What terminals must not see, calendars need not see either.
std::string Text(std::string_view value) {
  std::string text;
  for (char c : Harmless(value)) {
    if (c == '\\' || c == ';' || c == ',') text += '\\';
    text += c;
  }
  return text;
}

std::string Basic(const Date& day) {
  std::string iso = ToIso(day);
  std::erase(iso, '-');
  return iso;
}

using Cells = std::map<std::string_view, std::string>;

Cells CellsOf(const Rows& rows, const std::vector<RowCell>& row) {
  Cells cells;
  for (size_t i = 0; i < row.size(); ++i) {
    std::string& text = cells[rows.columns[i].name];
    if (const auto* value = std::get_if<std::string>(&row[i])) text = *value;
    if (const auto* list = std::get_if<std::vector<std::string>>(&row[i])) {
      for (const std::string& item : *list) text += (text.empty() ? "" : "; ") + item;
    }
  }
  return cells;
}

void WriteEvent(Cells& cells, const std::string& id, const Date& due, std::ostream& out) {
  std::string about;
  // "Within September" stands on its last day.
  if (const std::string& unit = cells["precision"]; !unit.empty() && unit != "day")
    about = "due: within the " + Text(unit == "half_year" ? "half year" : unit);
  for (std::string_view name : {"lead", "support", "issuer", "under", "quote"}) {
    if (!cells[name].empty()) {
      about += (about.empty() ? "" : "\\n") + std::string(name) + ": " + Text(cells[name]);
    }
  }
  // The stamp is that of the statement, not of the export: equal databases give equal calendars.
  const std::optional<Date> published = ParseIsoDate(cells["published"]);
  WriteLine("BEGIN:VEVENT", out);
  WriteLine("UID:" + id + "@acta", out);
  WriteLine("DTSTAMP:" + Basic(published && published->has_year() ? *published : due) + "T000000Z", out);
  WriteLine("DTSTART;VALUE=DATE:" + Basic(due), out);
  WriteLine("DTEND;VALUE=DATE:" + Basic(AddDays(due, 1)), out);
  WriteLine("SUMMARY:" + Text(cells["lead"].empty() ? cells["task"] : cells["lead"] + ": " + cells["task"]),
            out);
  if (!about.empty()) WriteLine("DESCRIPTION:" + about, out);
  if (cells["source"].find("://") != std::string::npos) WriteLine("URL:" + Harmless(cells["source"]), out);
  WriteLine("TRANSP:TRANSPARENT", out);
  WriteLine("END:VEVENT", out);
}

}  // namespace

size_t WriteCalendar(const Rows& due, std::ostream& out) {
  WriteLine("BEGIN:VCALENDAR", out);
  WriteLine("VERSION:2.0", out);
  WriteLine("PRODID:-//acta//query due//EN", out);
  WriteLine("CALSCALE:GREGORIAN", out);
  std::vector<Cells> rows;
  std::map<std::string, int> rows_of_task;
  for (const auto& row : due.rows) {
    rows.push_back(CellsOf(due, row));
    ++rows_of_task[rows.back()["task_id"]];
  }
  size_t left_out = 0;
  for (Cells& cells : rows) {
    const std::optional<Date> day = ParseIsoDate(cells["due"]);
    if (day && day->has_year()) {
      // An event called by its task stays what it is when a later article moves its day. Where the calendar has several
      // days or statements of a task, each event is called by its record.
      const std::string& task = cells["task_id"];
      WriteEvent(cells, task.empty() || rows_of_task[task] > 1 ? cells["id"] : task, *day, out);
    } else {
      ++left_out;
    }
  }
  WriteLine("END:VCALENDAR", out);
  return left_out;
}

}  // namespace acta
