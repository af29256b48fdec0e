// RFC 5545: what a calendar program must be able to load.
#include <gtest/gtest.h>

#include <sstream>
#include <utility>

#include "pipeline/query/ics.h"

namespace acta {
namespace {

Rows Due(std::string due, std::string task, std::string source = "https://example.test/a") {
  return {
      {{"due", ""}, {"lead", ""}, {"task", ""}, {"quote", ""}, {"source", ""}, {"published", ""}, {"id", ""}},
      {{std::move(due), std::vector<std::string>{"Sở Y tế", "Sở Tài chính"}, std::move(task),
        std::string("Giao Sở Y tế; báo cáo, trước 15/9."), std::move(source), std::string("2025-09-05"),
        std::string("acta-0123456789abcdef")}}};
}

std::string Calendar(const Rows& rows, size_t left_out = 0) {
  std::ostringstream out;
  EXPECT_EQ(WriteCalendar(rows, out), left_out);
  return out.str();
}

TEST(Calendar, AWholeDayForEachDeadline) {
  EXPECT_EQ(Calendar(Due("2025-12-31", "báo cáo")),
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//acta//query due//EN\r\nCALSCALE:GREGORIAN\r\n"
            "BEGIN:VEVENT\r\nUID:acta-0123456789abcdef@acta\r\nDTSTAMP:20250905T000000Z\r\n"
            "DTSTART;VALUE=DATE:20251231\r\nDTEND;VALUE=DATE:20260101\r\n"
            "SUMMARY:Sở Y tế\\; Sở Tài chính: báo cáo\r\n"
            "DESCRIPTION:lead: Sở Y tế\\; Sở Tài chính\\nquote: Giao Sở Y tế\\;\r\n"
            "  báo cáo\\, trước 15/9.\r\n"
            "URL:https://example.test/a\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

// A later article may put a task off: the event keeps its name. Two rows of one task are two events.
TEST(Calendar, AnEventIsCalledByItsTask) {
  auto with_task = [](const std::string& task, const std::string& record) {
    Rows rows = Due("2025-12-31", "báo cáo");
    rows.columns.push_back({"task_id", ""});
    rows.rows[0][6] = record;
    rows.rows[0].emplace_back(task);
    return rows;
  };
  EXPECT_NE(Calendar(with_task("task-1", "acta-1")).find("UID:task-1@acta"), std::string::npos);
  EXPECT_NE(Calendar(with_task("", "acta-1")).find("UID:acta-1@acta"), std::string::npos);
  Rows both = with_task("task-1", "acta-1");
  both.rows.push_back(with_task("task-1", "acta-2").rows[0]);
  const std::string two = Calendar(both);
  EXPECT_NE(two.find("UID:acta-1@acta"), std::string::npos);
  EXPECT_NE(two.find("UID:acta-2@acta"), std::string::npos);
}

TEST(Calendar, ADeadlineOfAMonthSaysSoOnItsLastDay) {
  for (auto [precision, said] : {std::pair{"month", "DESCRIPTION:due: within the month\\nlead: "},
                                 std::pair{"half_year", "DESCRIPTION:due: within the half year\\nlead: "},
                                 std::pair{"day", "DESCRIPTION:lead: "}}) {
    Rows rows = Due("2025-09-30", "báo cáo");
    rows.columns.push_back({"precision", ""});
    rows.rows[0].emplace_back(std::string(precision));
    EXPECT_NE(Calendar(rows).find(said), std::string::npos) << Calendar(rows);
  }
}

TEST(Calendar, DaysThatAreNotKnownAreLeftOutAndCounted) {
  EXPECT_EQ(Calendar(Due(std::string(4, '?') + "-09-20", "x"), 1).find("VEVENT"), std::string::npos);
  EXPECT_EQ(Calendar(Due("", "x"), 1).find("VEVENT"), std::string::npos);
}

TEST(Calendar, LinesHaveAtMost75OctetsAndWholeCharacters) {
  std::string task;
  for (int n = 0; n < 60; ++n) task += "đường\n";
  std::istringstream lines(Calendar(Due("2025-09-15", task, "page.html")));
  std::string unfolded;
  for (std::string line; std::getline(lines, line);) {
    ASSERT_TRUE(line.ends_with('\r')) << line;
    line.pop_back();
    EXPECT_LE(line.size(), 75u) << line;
    EXPECT_NE(static_cast<unsigned char>(line[0]) & 0xC0, 0x80) << "a character is cut";
    unfolded += line.starts_with(' ') ? line.substr(1) : "\n" + line;
  }
  EXPECT_NE(unfolded.find("đường đường đường"), std::string::npos);
  EXPECT_EQ(unfolded.find("URL:"), std::string::npos) << "a path is no URL";
}

}  // namespace
}  // namespace acta
