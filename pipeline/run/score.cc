#include "pipeline/run/score.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <nlohmann/json.hpp>

#include "pipeline/run/score_text.h"
#include "schemas/records.h"
#include "schemas/walk.h"

namespace acta {
namespace {

using Json = nlohmann::json;
using namespace score;

constexpr size_t kMostWords = 60;      // of an action or quote that are read
constexpr int kPostsOfAnOptional = 9;  // posts that an optional person may have unseen
constexpr double kHalf = 0.5, kAlike = 0.6, kAlikeBody = 0.75, kAlikeAction = 0.4;

// ---- JSON whose shape is not trusted

const Json& Member(const Json& json, std::string_view key) {
  static const Json null;
  if (!json.is_object()) return null;
  auto found = json.find(key);
  return found == json.end() ? null : *found;
}

// A string, "" for null and for what is none.
std::string Text(const Json& json) { return json.is_string() ? json.get<std::string>() : std::string(); }
std::string Text(const Json& json, std::string_view key) { return Text(Member(json, key)); }
bool Flag(const Json& json, std::string_view key) {
  return Member(json, key).is_boolean() && Member(json, key).get<bool>();
}

std::vector<Json> List(const Json& json) {
  return json.is_array() ? json.get<std::vector<Json>>() : std::vector<Json>();
}

// Nothing: null, "", no entry.
bool Absent(const Json& json) {
  return json.is_null() || (json.is_string() && json.get_ref<const std::string&>().empty());
}

// The right values of a field: the entry's own first, then those under `accept`.
std::vector<Json> Alternatives(const Json& gold, std::string_view field) {
  std::vector<Json> out = {Member(gold, field)};
  const Json& accept = Member(gold, "accept");
  bool list_field = field == "assignees" || field == "posts" || field == "resolutions";
  for (const Json& one : accept.is_array() ? List(accept) : std::vector<Json>{accept}) {
    if (!one.is_object() || !one.contains(field)) continue;
    const Json& value = Member(one, field);
    // A list of values; for fields that are lists themselves a list of lists, or one list.
    bool of_lists = value.is_array() && !value.empty() &&
                    std::all_of(value.begin(), value.end(), [](const Json& v) { return v.is_array(); });
    bool several = list_field ? of_lists : value.is_array();
    if (several) {
      for (const Json& v : value) out.push_back(v);
    } else {
      out.push_back(list_field && !value.is_array() ? Json::array({value}) : value);
    }
  }
  return out;
}

template <class Test>
bool AnyOf(const Json& gold, std::string_view field, Test&& test) {
  auto values = Alternatives(gold, field);
  return std::any_of(values.begin(), values.end(), test);
}

// ---- values

bool SameDay(const Json& gold, const Json& got) {
  std::string a = Text(gold), b = Text(got);
  if (a.empty() || b.empty()) return a.empty() && b.empty();
  return a == b || (a.starts_with("????") && b.size() >= 4 && a.substr(4) == b.substr(4));
}

bool SameNumber(const Json& gold, const Json& got) {
  if (!gold.is_number() || !got.is_number()) return gold.is_null() && got.is_null();
  double a = gold.get<double>(), b = got.get<double>();
  return std::abs(a - b) <= 1e-9 * std::max(1.0, std::abs(a));
}

// Nobody where nobody is wanted; else somebody right, and no more wrong ones than right ones.
bool SameAssignees(const Json& gold, const Json& got) {
  std::vector<std::string> names;
  for (const Json& one : List(Member(got, "assignees")))
    names.push_back(one.is_object() ? Text(one, "name") : Text(one));
  return AnyOf(gold, "assignees", [&](const Json& value) {
    auto want = List(value);
    if (want.empty()) return names.empty();
    auto right = std::count_if(names.begin(), names.end(), [&](const std::string& name) {
      return std::any_of(want.begin(), want.end(),
                         [&](const Json& one) { return SameAddressee(Text(one), name); });
    });
    return right > 0 && 2 * static_cast<size_t>(right) >= names.size();
  });
}

// ---- how well a record fits a gold entry: 0 = not at all, more is better

double PersonFit(const Json& gold, const Json& got) {
  auto names = Alternatives(gold, "name");
  for (size_t n = 0; n < names.size(); ++n) {
    if (SamePerson(Text(names[n]), Text(got, "name"))) return 1.0 - static_cast<double>(n) / 100;
  }
  return 0;
}

// Entries of posts carry their person under `who`.
double PostFit(const Json& gold, const Json& got) {
  bool role =
      Flag(gold, "any") || AnyOf(gold, "role", [&](const Json& v) { return v == Member(got, "role"); });
  return role ? PersonFit(Member(gold, "who"), Member(got, "who")) : 0;
}

double PostAndBodyFit(const Json& gold, const Json& got) {
  std::string body = Text(got, "body");
  bool same = Flag(gold, "any") || AnyOf(gold, "body", [&](const Json& v) {
                return Absent(v) ? body.empty() : SameBody(Text(v), body, kAlike) > 0;
              });
  return same ? PostFit(gold, got) : 0;
}

double AgencyFit(const Json& gold, const Json& got) {
  double best = 0;
  for (const Json& name : Alternatives(gold, "name"))
    best = std::max(best, SameBody(Text(name), Text(got, "name"), kAlikeBody));
  return best;
}

double TitleFit(const Json& gold, const Json& got) {
  if (!AnyOf(gold, "kind", [&](const Json& v) { return v == Member(got, "kind"); })) return 0;
  std::string title = Text(got, "title"), whole = title + " " + Text(got, "issuer");
  double best = 0;
  for (const Json& t : Alternatives(gold, "title")) {
    for (const Json& i : Alternatives(gold, "issuer")) {
      best = std::max({best, Contain(Text(t), title), Contain(Text(t) + " " + Text(i), whole)});
    }
  }
  return best >= kHalf ? best : 0;
}

double DocumentFit(const Json& gold, const Json& got) {
  std::string number = Text(got, "number");
  for (const Json& want : Alternatives(gold, "number")) {
    if (!Absent(want) && !number.empty() && DocumentNumber(Text(want)) == DocumentNumber(number)) {
      return 1.0 + Dice(Text(gold, "title"), Text(got, "title"));
    }
    if (Absent(want) && number.empty()) {
      if (double fit = TitleFit(gold, got); fit > 0) return fit;
    }
  }
  return 0;
}

double DocumentAndDateFit(const Json& gold, const Json& got) {
  return AnyOf(gold, "issued", [&](const Json& v) { return SameDay(v, Member(got, "issued")); })
             ? DocumentFit(gold, got)
             : 0;
}

double ValueFit(const Json& gold, const Json& got) {
  bool same = AnyOf(gold, "value", [&](const Json& v) { return SameNumber(v, Member(got, "value")); });
  return same ? 1.0 + Dice(Text(gold, "quote"), Text(got, "quote")) : 0;
}

// Units that `other` cannot stand for.
bool IsCoreUnit(const std::string& unit) {
  static const std::vector<std::string> core = {"percent",   "vnd",       "usd",  "rub",     "task",
                                                "household", "person",    "km",   "hectare", "commune",
                                                "project",   "procedure", "rank", "ratio"};
  return std::find(core.begin(), core.end(), unit) != core.end();
}

double TargetFit(const Json& gold, const Json& got) {
  std::string unit = Unit(Text(got, "unit"));
  bool core = AnyOf(gold, "unit", [](const Json& v) { return IsCoreUnit(Unit(Text(v))); });
  bool right =
      AnyOf(gold, "unit", [&](const Json& v) { return Unit(Text(v)) == unit; }) || (unit == "other" && !core);
  if (!right || !AnyOf(gold, "status", [&](const Json& v) { return v == Member(got, "status"); })) return 0;
  if (!Member(gold, "value_max").is_null() &&
      !SameNumber(Member(gold, "value_max"), Member(got, "value_max")))
    return 0;
  return ValueFit(gold, got);
}

double DateFit(const Json& gold, const Json& got) {
  if (!AnyOf(gold, "date", [&](const Json& v) { return SameDay(v, Member(got, "date")); })) return 0;
  return 1.0 + Dice(Text(gold, "task"), Text(got, "task")) + Dice(Text(gold, "quote"), Text(got, "quote"));
}

double DeadlineFit(const Json& gold, const Json& got) {
  return AnyOf(gold, "precision", [&](const Json& v) { return v == Member(got, "precision"); })
             ? DateFit(gold, got)
             : 0;
}

double DeadlineAndAssigneeFit(const Json& gold, const Json& got) {
  return SameAssignees(gold, got) ? DeadlineFit(gold, got) : 0;
}

double ActionFit(const Json& gold, const Json& got) {
  std::string action = FirstWords(Text(got, "action"), kMostWords),
              quote = FirstWords(Text(got, "quote"), kMostWords);
  double best = 0;
  for (const Json& value : Alternatives(gold, "action")) {
    std::string want = Text(value), folded = Norm(want);
    bool inside = !folded.empty() && (Norm(action).find(folded) != std::string::npos ||
                                      Norm(quote).find(folded) != std::string::npos);
    size_t least = std::min<size_t>(3, Words(want).size());
    best = std::max(best, (inside ? 1.0 : 0.0) + std::max(Dice(want, action), Contain(want, action, least)));
  }
  return best >= kAlikeAction ? best : 0;
}

double DirectiveFit(const Json& gold, const Json& got) {
  return SameAssignees(gold, got) ? ActionFit(gold, got) : 0;
}

double DirectiveAndIssuerFit(const Json& gold, const Json& got) {
  std::string issuer = Text(got, "issuer");
  bool same = AnyOf(gold, "issuer", [&](const Json& v) {
    std::string want = Text(v);
    if (want.empty() || issuer.empty()) return want.empty() && issuer.empty();
    return Dice(want, issuer) >= kAlikeBody || Contain(want, issuer) == 1.0 || SamePerson(want, issuer);
  });
  return same ? DirectiveFit(gold, got) : 0;
}

double SameStateFit(const Json& gold, const Json& got) {
  if (!AnyOf(gold, "state", [&](const Json& v) { return v == Member(got, "state"); })) return 0;
  if (!AnyOf(gold, "value", [&](const Json& v) { return SameNumber(v, Member(got, "value")); })) return 0;
  return 1.0 + Dice(Text(gold, "task"), Text(got, "task"));
}

double EventFit(const Json& gold, const Json& got) {
  return AnyOf(gold, "kind", [&](const Json& v) { return v == Member(got, "kind"); })
             ? 1.0 + Dice(Text(gold, "place"), Text(got, "place"))
             : 0;
}

using Fit = double (*)(const Json& gold, const Json& got);

struct Measure {
  std::string_view name, list;
  Fit fit, spare;        // `spare` recognises an optional entry
  bool primary = false;  // the measure whose pairs the fields are compared of
};

constexpr Measure kMeasures[] = {
    {"officials", "officials", PersonFit, PersonFit, true},
    {"official_post", "posts", PostFit, PostFit, true},
    {"official_post_body", "posts", PostAndBodyFit, PostFit},
    {"agencies", "agencies", AgencyFit, AgencyFit, true},
    {"resolutions", "resolutions", DocumentFit, DocumentFit, true},
    {"resolution_date", "resolutions", DocumentAndDateFit, DocumentFit},
    {"targets", "targets", TargetFit, ValueFit},
    {"target_value", "targets", ValueFit, ValueFit, true},
    {"deadlines", "deadlines", DeadlineFit, DateFit},
    {"deadline_date", "deadlines", DateFit, DateFit, true},
    {"deadline_assignee", "deadlines", DeadlineAndAssigneeFit, DateFit},
    {"directives", "directives", DirectiveFit, ActionFit},
    {"directive_action", "directives", ActionFit, ActionFit, true},
    {"directive_issuer", "directives", DirectiveAndIssuerFit, ActionFit},
    {"progress", "progress", SameStateFit, SameStateFit, true},
    {"events", "events", EventFit, EventFit, true},
};

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
    for (const Measure& measure : kMeasures) out.emplace_back(measure.name);
    return out;
  }();
  return names;
}

void ScoreCase(const Json& gold, const Json& got, Scores& scores) {
  std::vector<std::string> slices = {"all", Text(gold, "language"), Text(gold, "domain")};
  slices.erase(std::remove(slices.begin(), slices.end(), ""), slices.end());
  for (const Measure& measure : kMeasures) {
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
