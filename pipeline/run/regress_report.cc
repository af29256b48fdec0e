// The report of a regression run, for people and for diff.
#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "pipeline/run/regress.h"

namespace acta {
namespace {

std::string Share(double value) { return value < 0 ? "    -" : fmt::format("{:5.3f}", value); }

using Table = std::map<std::string, std::map<std::string, Tally>>;

const Tally& Cell(const Table& table, const std::string& slice, const std::string& row) {
  static const Tally none;
  auto column = table.find(slice);
  if (column == table.end()) return none;
  auto cell = column->second.find(row);
  return cell == column->second.end() ? none : cell->second;
}

void WriteTable(const Table& table, const std::string& head, const std::vector<std::string>& rows,
                const std::vector<std::string>& columns, std::ostream& out) {
  out << fmt::format("{:<24}{:>6}{:>6}{:>6}  {:>5}  {:>5}  {:>5} |", head, "gold", "hit", "false", "P", "R",
                     "F1");
  for (const std::string& column : columns) out << fmt::format("{:>9}", column);
  out << "  (F1)\n";
  for (const std::string& row : rows) {
    const Tally& all = Cell(table, "all", row);
    if (all == Tally{}) continue;
    out << fmt::format("{:<24}{:>6}{:>6}{:>6}  {}  {}  {} |", row, all.gold(), all.hit, all.false_alarm,
                       Share(all.precision()), Share(all.recall()), Share(all.f1()));
    for (const std::string& column : columns) out << "    " << Share(Cell(table, column, row).f1());
    out << '\n';
  }
}

}  // namespace

void WriteRegression(const Regression& run, const RegressionView& view, std::ostream& out) {
  std::vector<std::string> columns = run.languages;
  for (const auto& [slice, unused] : run.scores.measures) {
    bool known = slice == "all" || std::find(columns.begin(), columns.end(), slice) != columns.end();
    if (!known) columns.push_back(slice);
  }
  std::vector<std::string> measures = {"text"};
  measures.insert(measures.end(), MeasureNames().begin(), MeasureNames().end());
  std::vector<std::string> fields;
  if (auto all = run.scores.fields.find("all"); all != run.scores.fields.end()) {
    for (const auto& [name, unused] : all->second) fields.push_back(name);
  }
  out << run.cases << " cases, " << run.records.size() << " records\n\n";
  WriteTable(run.scores.measures, "records", measures, columns, out);
  out << '\n';
  WriteTable(run.scores.fields, "fields of found records", fields, columns, out);
  for (const Refusal& refusal : run.refusals)
    out << "\nrefused " << refusal.case_id << ": " << refusal.error.message << '\n';
  if (view.details) {
    out << '\n';
    for (const Fault& fault : run.scores.faults) {
      out << fmt::format("{}  {:<20} {} {}\n", fault.case_id, fault.measure,
                         fault.missed ? "missed" : "false ", fault.record);
    }
  }
  if (!run.has_baseline) {
    out << "\nno baseline; --accept writes it\n";
    return;
  }
  if (!run.differences.empty()) out << '\n';
  for (const Difference& difference : run.differences) WriteDifference(difference, out);
  out << fmt::format("\nagainst the baseline: {} lost, {} changed, {} found\n",
                     run.Count(Difference::What::kLost), run.Count(Difference::What::kChanged),
                     run.Count(Difference::What::kFound));
}

}  // namespace acta
