#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/store/align.h"
#include "pipeline/store/diff.h"
#include "pipeline/store/text_width.h"

namespace acta {
namespace {

using Json = nlohmann::ordered_json;

// The words of `text`, those that `other` has not in brackets.
std::string Marked(const std::string& text, const std::string& other) {
  const std::vector<std::string> words = SplitWords(text);
  std::vector<bool> kept(words.size(), false);
  for (const auto& [mine, theirs] : CommonSubsequence(words, SplitWords(other))) kept[mine] = true;
  std::string out;
  bool within = false;
  for (size_t i = 0; i < words.size(); ++i) {
    if (within && kept[i]) out += "]";
    if (i) out += " ";
    if (!within && !kept[i]) out += "[";
    out += words[i];
    within = !kept[i];
  }
  return out + (within ? "]" : "");
}

// Lines of at most `width` columns; a word that is longer is cut.
std::vector<std::string> Wrapped(const std::string& text, size_t width) {
  std::vector<std::string> lines = {""};
  size_t used = 0;
  for (const std::string& word : SplitWords(Harmless(text))) {
    const std::string fitted = FitWidth(word, width);
    const size_t wide = DisplayWidth(fitted);
    if (used > 0 && used + 1 + wide > width) {
      lines.emplace_back();
      used = 0;
    }
    if (used > 0) lines.back() += " ", ++used;
    lines.back() += fitted;
    used += wide;
  }
  return lines;
}

void WriteRow(DiffMark mark, const std::string& left, const std::string& right, size_t width,
              std::ostream& out) {
  const std::vector<std::string> before = Wrapped(left, width), now = Wrapped(right, width);
  for (size_t i = 0; i < std::max(before.size(), now.size()); ++i) {
    const std::string l = i < before.size() ? before[i] : "", r = i < now.size() ? now[i] : "";
    std::string line = l + std::string(width - std::min(width, DisplayWidth(l)), ' ');
    line += std::string(" ") + static_cast<char>(mark) + " " + r;
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
  }
}

// "name: Sở Y tế; kind: department"
std::string Shown(const std::string& fields) {
  if (fields.empty()) return "";
  std::string out;
  const Json values = Json::parse(fields, nullptr, false);
  for (const auto& [key, value] : values.items()) {
    const std::string text = value.is_string() ? value.get<std::string>()
                                               : value.dump(-1, ' ', false, Json::error_handler_t::replace);
    out += (out.empty() ? "" : "; ") + key + ": " + text;
  }
  return out;
}

}  // namespace

void WriteDiff(const ArticleDiff& diff, const DiffView& view, std::ostream& out) {
  const size_t width = (std::max<size_t>(view.width, 40) - 3) / 2;
  WriteRow(DiffMark::kSame, view.left, view.right, width, out);
  out << std::string(width, '-') << "   " << std::string(width, '-') << '\n';

  const auto& rows = diff.text;
  auto changed = [&](size_t i) { return i < rows.size() && rows[i].mark != DiffMark::kSame; };
  bool skipped = false;
  for (size_t i = 0; i < rows.size(); ++i) {
    const DiffRow& row = rows[i];
    if (!view.all && !changed(i) && !changed(i + 1) && !(i > 0 && changed(i - 1))) {
      if (!skipped) out << "…\n";
      skipped = true;
      continue;
    }
    skipped = false;
    const bool both = row.mark == DiffMark::kChanged;
    WriteRow(row.mark, both ? Marked(row.left, row.right) : row.left,
             both ? Marked(row.right, row.left) : row.right, width, out);
  }

  std::string kind;
  for (const RecordDiff& record : diff.records) {
    if (!view.all && record.mark == DiffMark::kSame) continue;
    if (record.kind != kind) out << '\n' << record.kind << '\n';
    kind = record.kind;
    const std::string left = Shown(record.left), right = Shown(record.right);
    const bool both = record.mark == DiffMark::kChanged;
    WriteRow(record.mark, both ? Marked(left, right) : left, both ? Marked(right, left) : right, width, out);
  }
  const auto same = std::count_if(diff.records.begin(), diff.records.end(),
                                  [](const RecordDiff& record) { return record.mark == DiffMark::kSame; });
  out << fmt::format(
      "\n{} of {} paragraphs and {} of {} records differ\n",
      std::count_if(rows.begin(), rows.end(), [](const DiffRow& row) { return row.mark != DiffMark::kSame; }),
      rows.size(), static_cast<std::ptrdiff_t>(diff.records.size()) - same, diff.records.size());
}

}  // namespace acta
