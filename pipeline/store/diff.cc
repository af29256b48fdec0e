#include "pipeline/store/diff.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "pipeline/store/align.h"

namespace acta {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kChangedFrom = 0.3;  // words in common of paragraphs that are one

// Keys of a record that tell where and how it was read, not what it says. Links name ids, which change with the text.
const std::set<std::string_view> kHidden = {"id", "rule", "basis", "mentions", "evidence", "links"};

std::vector<std::string> Paragraphs(const Article& article) {
  std::vector<std::string> out;
  for (const Paragraph& paragraph : article.paragraphs) out.emplace_back(paragraph.span.In(article.text));
  return out;
}

void Align(const std::vector<std::string>& left, const std::vector<std::string>& right,
           std::vector<DiffRow>& rows) {
  size_t l = 0, r = 0;
  // Between two paragraphs that are kept: those alike stand beside each other, in order.
  auto gap = [&](size_t to_l, size_t to_r) {
    while (l < to_l || r < to_r) {
      if (l < to_l && r < to_r && WordsInCommon(left[l], right[r]) >= kChangedFrom) {
        rows.push_back({DiffMark::kChanged, left[l++], right[r++]});
        continue;
      }
      const bool right_comes_later =
          l < to_l &&
          std::any_of(right.begin() + static_cast<long>(r), right.begin() + static_cast<long>(to_r),
                      [&](const std::string& one) { return WordsInCommon(left[l], one) >= kChangedFrom; });
      if (r < to_r && (right_comes_later || l == to_l)) {
        rows.push_back({DiffMark::kRight, "", right[r++]});
      } else {
        rows.push_back({DiffMark::kLeft, left[l++], ""});
      }
    }
  };
  for (const auto& [same_l, same_r] : CommonSubsequence(left, right)) {
    gap(same_l, same_r);
    rows.push_back({DiffMark::kSame, left[l++], right[r++]});
  }
  gap(left.size(), right.size());
}

struct KnownRecord {
  std::string id, fields, name;
  Json values;
};

std::vector<KnownRecord> RecordsOf(const Json& line, const std::string& plural) {
  std::vector<KnownRecord> out;
  for (const Json& record : line[plural]) {
    KnownRecord known;
    known.values = Json::object();
    for (const auto& [key, value] : record.items()) {
      if (key == "id" && value.is_string()) known.id = value.get<std::string>();
      const bool empty = value.is_null() || (value.is_array() && value.empty());
      const bool links = value.is_object() || (value.is_array() && !value.empty() && value[0].is_string() &&
                                               value[0].get<std::string>().starts_with("acta-"));
      if (!kHidden.contains(key) && !empty && !links) known.values[key] = value;
    }
    // What people call it by: a document its number, anything else the first that is known of it.
    const auto number = known.values.find("number");
    if (number != known.values.end()) {
      known.name = number->dump();
    } else if (!known.values.empty()) {
      known.name = known.values.begin()->dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    known.fields = known.values.dump(-1, ' ', false, Json::error_handler_t::replace);
    out.push_back(std::move(known));
  }
  return out;
}

// How much two values agree: texts by their words, all others wholly or not.
double Agreement(const Json& a, const Json& b) {
  if (a == b) return 1;
  if (!a.is_string() || !b.is_string()) return 0;
  return WordsInCommon(a.get_ref<const std::string&>(), b.get_ref<const std::string&>());
}

// 0 when these are two things; more, the likelier they are one that changed.
double Likeness(const KnownRecord& a, const KnownRecord& b) {
  double agreed = 0;
  for (const auto& [key, value] : a.values.items()) {
    const auto other = b.values.find(key);
    if (other != b.values.end()) agreed += Agreement(value, *other);
  }
  const size_t fields = std::max<size_t>(1, std::max(a.values.size(), b.values.size()));
  const double share = agreed / static_cast<double>(fields);
  return (a.name == b.name ? 1 : 0) + (share >= 0.5 ? share : 0);
}

void CompareRecords(const std::string& kind, const std::vector<KnownRecord>& left,
                    std::vector<KnownRecord> right, std::vector<RecordDiff>& out) {
  std::vector<const KnownRecord*> open;
  auto take = [&](const KnownRecord& one, std::vector<KnownRecord>::iterator other, DiffMark mark) {
    out.push_back({mark, kind, one.fields, other->fields, one.id, other->id});
    right.erase(other);
  };
  for (const KnownRecord& one : left) {
    auto same = std::find_if(right.begin(), right.end(),
                             [&](const KnownRecord& r) { return r.fields == one.fields; });
    if (same != right.end()) {
      take(one, same, DiffMark::kSame);
    } else {
      open.push_back(&one);
    }
  }
  for (const KnownRecord* one : open) {
    auto best = std::max_element(right.begin(), right.end(), [&](const KnownRecord& a, const KnownRecord& b) {
      return Likeness(*one, a) < Likeness(*one, b);
    });
    if (best != right.end() && Likeness(*one, *best) > 0) {
      take(*one, best, DiffMark::kChanged);
    } else {
      out.push_back({DiffMark::kLeft, kind, one->fields, "", one->id, ""});
    }
  }
  for (const KnownRecord& one : right) out.push_back({DiffMark::kRight, kind, "", one.fields, "", one.id});
}

}  // namespace

size_t ArticleDiff::Changes() const {
  auto differs = [](const auto& row) { return row.mark != DiffMark::kSame; };
  return static_cast<size_t>(std::count_if(text.begin(), text.end(), differs) +
                             std::count_if(records.begin(), records.end(), differs));
}

ArticleDiff CompareArticles(const Extraction& left, const Extraction& right) {
  ArticleDiff diff;
  Align(Paragraphs(left.article), Paragraphs(right.article), diff.text);
  const Json before = Json::parse(ExtractLine(left.article, left.facts));
  const Json now = Json::parse(ExtractLine(right.article, right.facts));
  Facts::Lists(left.facts, [&](const auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    const std::string plural(Record::kPlural);
    CompareRecords(std::string(Record::kKind), RecordsOf(before, plural), RecordsOf(now, plural),
                   diff.records);
  });
  return diff;
}

}  // namespace acta
