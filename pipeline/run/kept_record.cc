#include "pipeline/run/kept_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "extractors/engine/tree_view.h"
#include "pipeline/run/score_text.h"
#include "schemas/json.h"

namespace acta {
namespace {

using OrderedJson = nlohmann::ordered_json;

std::string Dump(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

// What of a record is kept: everything known that does not move when other text or rules change.
OrderedJson KeptFields(const OrderedJson& record) {
  static const std::set<std::string> hidden = {"id", "rule", "mentions", "evidence", "links"};
  OrderedJson out = OrderedJson::object();
  for (const auto& [key, value] : record.items()) {
    if (hidden.contains(key) || value.is_null() || (value.is_array() && value.empty())) continue;
    out[key] = value;
  }
  return out;
}

// The sentence around the first mention.
std::string SentenceOf(const Article& article, const Annotated& annotated,
                       const std::vector<Span>& mentions) {
  if (mentions.empty()) return {};
  for (const Sentence& s : annotated.sentences) {
    Span span{annotated.tokens[s.first].begin, annotated.tokens[s.last - 1].end};
    if (span.end > mentions.front().begin) return OneLine(span.In(article.text));
  }
  return {};
}

// The field that names a record: the first required one, or the number of a document.
template <class Record>
std::string KeyOf(const OrderedJson& fields) {
  std::string key = fields.contains("number") ? "number" : fields.contains("title") ? "title" : "";
  Record empty;
  Record::Fields(empty, [&](const Field& field, const auto&) {
    if (key.empty() && field.required) key = field.name;
  });
  if (!fields.contains(key)) return {};
  return fields[key].is_string() ? fields[key].template get<std::string>() : Dump(fields[key]);
}

// How much two different records of one case and kind look like one that changed; 0 = not at all.
double Likeness(const KeptRecord& before, const KeptRecord& now) {
  bool key = !before.key.empty() && before.key == now.key;
  double words = score::Dice(before.fields, now.fields);
  if (!key && (before.sentence != now.sentence || words < 0.4)) return 0;
  return words + (key ? 1 : 0) + (before.sentence == now.sentence ? 1 : 0);
}

// Compares the records of one case and kind.
void CompareGroup(std::vector<KeptRecord> before, std::vector<KeptRecord> now, std::vector<Difference>& out) {
  std::erase_if(before, [&](const KeptRecord& one) {
    auto same = std::find_if(now.begin(), now.end(),
                             [&](const KeptRecord& other) { return other.fields == one.fields; });
    if (same == now.end()) return false;
    now.erase(same);
    return true;
  });
  for (const KeptRecord& one : before) {
    auto best = now.end();
    double likeness = 0;
    for (auto it = now.begin(); it != now.end(); ++it) {
      if (double value = Likeness(one, *it); value > likeness) likeness = value, best = it;
    }
    if (best == now.end()) {
      out.push_back({Difference::What::kLost, one, {}});
    } else {
      out.push_back({Difference::What::kChanged, one, *best});
      now.erase(best);
    }
  }
  for (KeptRecord& one : now) out.push_back({Difference::What::kFound, {}, std::move(one)});
}

// The fields in which two records differ: "name: “A” -> “B”".
std::string ChangedFields(const std::string& before, const std::string& now) {
  auto a = OrderedJson::parse(before, nullptr, false), b = OrderedJson::parse(now, nullptr, false);
  std::string out;
  auto note = [&](const std::string& key) {
    auto x = a.value(key, OrderedJson()), y = b.value(key, OrderedJson());
    if (x != y) out += fmt::format("    {}: {} -> {}\n", key, x.dump(), y.dump());
  };
  for (const auto& [key, unused] : a.items()) note(key);
  for (const auto& [key, unused] : b.items()) {
    if (!a.contains(key)) note(key);
  }
  return out;
}

}  // namespace

void KeepRecords(const std::string& case_id, const Article& article, const Facts& facts, const PackSet& packs,
                 std::vector<KeptRecord>& out) {
  const OrderedJson line = OrderedJson::parse(ExtractLine(article, facts), nullptr, false);
  const Annotated annotated = packs.Find(article.language)->annotator->Annotate(article);
  Facts::Lists(facts, [&](const auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    const OrderedJson& records = line[std::string(Record::kPlural)];
    for (size_t i = 0; i < list.size(); ++i) {
      OrderedJson fields = KeptFields(records[i]);
      out.push_back({case_id, std::string(Record::kKind), Dump(fields), KeyOf<Record>(fields),
                     SentenceOf(article, annotated, list[i].head.mentions)});
    }
  });
}

std::vector<Difference> CompareRecords(const std::vector<KeptRecord>& before,
                                       const std::vector<KeptRecord>& now) {
  std::map<std::pair<std::string, std::string>, std::pair<std::vector<KeptRecord>, std::vector<KeptRecord>>>
      groups;
  for (const KeptRecord& one : before) groups[{one.case_id, one.kind}].first.push_back(one);
  for (const KeptRecord& one : now) groups[{one.case_id, one.kind}].second.push_back(one);
  std::vector<Difference> out;
  for (auto& [unused, group] : groups) CompareGroup(std::move(group.first), std::move(group.second), out);
  return out;
}

void WriteDifference(const Difference& difference, std::ostream& out) {
  static constexpr const char* kNames[] = {"lost", "changed", "found"};
  bool lost = difference.what == Difference::What::kLost;
  const KeptRecord& shown = lost ? difference.before : difference.now;
  out << fmt::format("{:<8}{}  {}  {}\n", kNames[static_cast<int>(difference.what)], shown.case_id,
                     shown.kind, shown.key);
  if (difference.what == Difference::What::kChanged) {
    out << ChangedFields(difference.before.fields, difference.now.fields);
  } else {
    out << "    " << shown.fields << '\n';
  }
  out << "    “" << shown.sentence << "”\n";
}

}  // namespace acta
