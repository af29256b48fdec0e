#include "pipeline/run/score_fit.h"

#include <cmath>

#include "pipeline/run/score_text.h"

namespace acta::score {

const Json& Member(const Json& json, std::string_view key) {
  static const Json null;
  if (!json.is_object()) return null;
  auto found = json.find(key);
  return found == json.end() ? null : *found;
}

std::string Text(const Json& json) { return json.is_string() ? json.get<std::string>() : std::string(); }
std::string Text(const Json& json, std::string_view key) { return Text(Member(json, key)); }
bool Flag(const Json& json, std::string_view key) {
  return Member(json, key).is_boolean() && Member(json, key).get<bool>();
}

std::vector<Json> List(const Json& json) {
  return json.is_array() ? json.get<std::vector<Json>>() : std::vector<Json>();
}

bool Absent(const Json& json) {
  return json.is_null() || (json.is_string() && json.get_ref<const std::string&>().empty());
}

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

namespace {

constexpr size_t kMostWords = 60;  // of an action or quote that are read
constexpr double kHalf = 0.5, kAlikeAction = 0.4;

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

}  // namespace

std::span<const Measure> Measures() { return kMeasures; }

}  // namespace acta::score
