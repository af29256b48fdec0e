#include "pipeline/run/score.h"

#include <algorithm>

#include "pipeline/run/score_fit.h"
#include "pipeline/run/score_text.h"
#include "schemas/records.h"
#include "schemas/walk.h"

namespace acta {
namespace {

using namespace score;

constexpr int kPostsOfAnOptional = 9;  // posts that an optional person may have unseen

// ---- pairing

// A largest one-to-one pairing, the best fits tried first: for each record the gold entry, or -1.
class Pairing {
 public:
  Pairing(const std::vector<Json>& gold, const std::vector<Json>& got, Fit fit)
      : near_(gold.size()), owner_(got.size(), -1) {
    struct Edge {
      double fit;
      size_t gold, got;
    };
    std::vector<Edge> edges;
    for (size_t i = 0; i < gold.size(); ++i) {
      for (size_t j = 0; j < got.size(); ++j) {
        if (double value = fit(gold[i], got[j]); value > 0) edges.push_back({value, i, j});
      }
    }
    std::stable_sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) { return a.fit > b.fit; });
    std::vector<size_t> order;
    for (const Edge& edge : edges) {
      near_[edge.gold].push_back(edge.got);
      if (std::find(order.begin(), order.end(), edge.gold) == order.end()) order.push_back(edge.gold);
    }
    for (size_t i : order) {
      std::vector<bool> seen(got.size());
      Place(i, seen);
    }
  }

  const std::vector<int>& owner() const { return owner_; }

 private:
  bool Place(size_t gold, std::vector<bool>& seen) {
    for (size_t j : near_[gold]) {
      if (seen[j]) continue;
      seen[j] = true;
      if (owner_[j] < 0 || Place(static_cast<size_t>(owner_[j]), seen)) {
        owner_[j] = static_cast<int>(gold);
        return true;
      }
    }
    return false;
  }

  std::vector<std::vector<size_t>> near_;
  std::vector<int> owner_;
};

struct Comparison {
  std::vector<std::pair<Json, Json>> hits;  // gold, record
  std::vector<Json> misses, false_alarms;
};

Comparison Compare(const std::vector<Json>& gold, const std::vector<Json>& got, const Measure& measure,
                   const std::vector<Json>& groups) {
  Comparison out;
  std::vector<Json> must, may;
  for (const Json& one : gold) (Flag(one, "optional") ? may : must).push_back(one);
  auto owner = Pairing(must, got, measure.fit).owner();
  std::vector<bool> found(must.size());
  std::vector<Json> rest;
  for (size_t j = 0; j < got.size(); ++j) {
    if (owner[j] < 0) {
      rest.push_back(got[j]);
      continue;
    }
    found[static_cast<size_t>(owner[j])] = true;
    out.hits.emplace_back(must[static_cast<size_t>(owner[j])], got[j]);
  }
  for (size_t i = 0; i < must.size(); ++i) {
    if (!found[i]) out.misses.push_back(must[i]);
  }
  auto spared = Pairing(may, rest, measure.spare).owner();
  for (size_t j = 0; j < rest.size(); ++j) {
    bool group = std::any_of(groups.begin(), groups.end(), [&](const Json& g) {
      return Dice(Text(g), Text(rest[j], "name")) >= kAlikeBody;
    });
    if (spared[j] < 0 && !group) out.false_alarms.push_back(rest[j]);
  }
  return out;
}

std::vector<Json> GoldPosts(const Json& gold) {
  std::vector<Json> out;
  for (const Json& official : List(Member(gold, "officials"))) {
    bool optional = Flag(official, "optional");
    auto add = [&](Json post, bool spare) {
      if (!post.is_object()) return;
      post["who"] = official;
      post["optional"] = spare;
      out.push_back(std::move(post));
    };
    for (const Json& post : List(Member(official, "posts"))) add(post, optional || Flag(post, "optional"));
    auto alternatives = Alternatives(official, "posts");
    for (size_t i = 1; i < alternatives.size(); ++i) {
      for (const Json& post : List(alternatives[i])) add(post, true);
    }
    for (int i = 0; optional && i < kPostsOfAnOptional; ++i) add(Json{{"any", true}}, true);
  }
  return out;
}

std::vector<Json> PostsOf(const Json& got) {
  std::vector<Json> out;
  for (const Json& official : List(Member(got, "officials"))) {
    for (Json post : List(Member(official, "posts"))) {
      post["who"] = official;
      out.push_back(std::move(post));
    }
  }
  return out;
}

// ---- fields

// One value against the gold's: closed words, days and figures exactly, free text by its words.
bool SameValue(const Field& field, const Json& want, const Json& got) {
  if (want.is_number() || got.is_number()) return SameNumber(want, got);
  if (!want.is_string() || !got.is_string()) return want == got;
  std::string a = Text(want), b = Text(got);
  if (!field.one_of.empty()) return a == b;
  bool day = a.size() == 10 && a[4] == '-' && a[7] == '-';
  if (day) return SameDay(want, got);
  return Norm(a) == Norm(b) || (field.name == "number" && DocumentNumber(a) == DocumentNumber(b)) ||
         SamePerson(a, b) || Dice(a, b) >= kAlike || Contain(a, b) == 1.0;
}

void TallyList(const Field& field, const std::vector<Json>& want, const std::vector<Json>& got,
               Tally& tally) {
  std::vector<bool> used(got.size());
  for (const Json& one : want) {
    size_t j = 0;
    while (j < got.size() && (used[j] || !SameValue(field, one, got[j]))) ++j;
    if (j < got.size()) used[j] = true;
    ++(j < got.size() ? tally.hit : tally.miss);
  }
  tally.false_alarm += static_cast<int>(std::count(used.begin(), used.end(), false));
}

void TallyField(const Field& field, const Json& gold, const Json& got, Tally& tally) {
  std::string name(field.name);
  if (!gold.contains(name)) return;
  const Json &want = Member(gold, name), &have = Member(got, name);
  if (want.is_array() || have.is_array()) return TallyList(field, List(want), List(have), tally);
  if (AnyOf(gold, name,
            [&](const Json& v) { return (Absent(v) && Absent(have)) || SameValue(field, v, have); })) {
    if (!Absent(have)) ++tally.hit;
    return;
  }
  if (!Absent(want)) ++tally.miss;
  if (!Absent(have)) ++tally.false_alarm;
}

// Calls visit(Field) for every plain field of the records of a list of the gold, or of posts.
template <class Visit>
void VisitFields(std::string_view list, Visit&& visit) {
  auto plain = [&](const Field& field, const auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (MaybeField<Value> || ManyField<Value>) visit(field);
  };
  if (list == "posts") {
    Post post;
    Post::Fields(post, plain);
  }
  Facts facts;
  Facts::Lists(facts, [&](auto& records) {
    using Record = typename std::remove_cvref_t<decltype(records)>::value_type;
    if (list != Record::kPlural) return;
    Record record;
    Record::Fields(record, plain);
  });
}

// A record for a reader: without offsets, ids and what is not known.
std::string Brief(const Json& record) {
  Json out = Json::object();
  if (record.contains("who")) out["who"] = Text(record["who"], "name");
  for (const auto& [key, value] : record.items()) {
    static const std::vector<std::string> hidden = {"accept", "note",     "mentions", "evidence",
                                                    "who",    "optional", "id",       "rule",
                                                    "basis",  "links",    "parties"};
    bool empty = value.is_null() || (value.is_array() && value.empty());
    if (!empty && std::find(hidden.begin(), hidden.end(), key) == hidden.end()) out[key] = value;
  }
  return out.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

const std::vector<std::string>& MeasureNames() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> out;
    for (const Measure& measure : Measures()) out.emplace_back(measure.name);
    return out;
  }();
  return names;
}

void ScoreCase(const Json& gold, const Json& got, Scores& scores) {
  std::vector<std::string> slices = {"all", Text(gold, "language"), Text(gold, "domain")};
  slices.erase(std::remove(slices.begin(), slices.end(), ""), slices.end());
  for (const Measure& measure : Measures()) {
    bool posts = measure.list == "posts";
    if (!posts && !gold.contains(measure.list)) continue;  // what a case does not give is not judged
    auto want = posts ? GoldPosts(gold) : List(Member(gold, measure.list));
    auto have = posts ? PostsOf(got) : List(Member(got, measure.list));
    auto groups = measure.list == "agencies" ? List(Member(gold, "groups")) : std::vector<Json>();
    Comparison result = Compare(want, have, measure, groups);
    Tally tally{static_cast<int>(result.hits.size()), static_cast<int>(result.misses.size()),
                static_cast<int>(result.false_alarms.size())};
    for (const std::string& slice : slices) scores.measures[slice][std::string(measure.name)] += tally;
    for (const Json& one : result.misses)
      scores.faults.push_back({Text(gold, "id"), std::string(measure.name), true, Brief(one)});
    for (const Json& one : result.false_alarms)
      scores.faults.push_back({Text(gold, "id"), std::string(measure.name), false, Brief(one)});
    if (!measure.primary) continue;
    VisitFields(measure.list, [&](const Field& field) {
      Tally of_field;
      for (const auto& [entry, record] : result.hits) TallyField(field, entry, record, of_field);
      std::string name = std::string(measure.list) + "." + std::string(field.name);
      for (const std::string& slice : slices) scores.fields[slice][name] += of_field;
    });
  }
}

}  // namespace acta
