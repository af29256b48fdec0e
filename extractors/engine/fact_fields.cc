#include "extractors/engine/fact_fields.h"

#include <map>

#include "schemas/records.h"

namespace acta {
namespace {

constexpr std::string_view kTense[] = {"past", "future"};  // of the verb that tells a figure

template <class Record>
std::vector<FactField> Table(std::initializer_list<std::string_view> parts) {
  std::vector<FactField> fields;
  Record record;
  Record::Fields(record, [&](const Field& field, auto&) {
    fields.push_back({std::string(field.name), field.one_of});
  });
  for (std::string_view part : parts) fields.push_back({std::string(part), {}});
  return fields;
}

std::map<std::string, std::vector<FactField>, std::less<>> AllTables() {
  std::map<std::string, std::vector<FactField>, std::less<>> tables;
  tables["official"] = Table<Official>({"addition"});
  tables["agency"] = Table<Agency>({"head", "id", "items"});
  tables["resolution"] = Table<Resolution>({"code", "document"});
  tables["target"] = Table<Target>({"quantity", "maximum"});
  tables["target"].push_back({"tense", kTense});
  tables["deadline"] = Table<Deadline>({"due", "count", "from", "plus"});
  tables["directive"] = Table<Directive>(
      {"order", "support", "advised", "recipient", "via", "goal", "quote", "only_with", "told"});
  tables["progress"] = Table<Progress>({"quantity"});
  tables["event"] = Table<Event>({"who"});
  return tables;
}

}  // namespace

const std::vector<FactField>& FactFields(std::string_view kind) {
  static const auto tables = AllTables();
  static const std::vector<FactField> none;
  auto found = tables.find(kind);
  return found == tables.end() ? none : found->second;
}

}  // namespace acta
