// Which body of a story each agency is.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/resolve/story_resolution.h"

namespace acta {
namespace {

struct BodyHere {
  const Account* article;
  const BodyUse* body;
  const Body* chosen = nullptr;  // null: not in the catalog
  Reason reason;
};

bool Local(const Body& body) { return body.level != "central"; }

class Bodies {
 public:
  Bodies(const StoryContext& context, StoryWriter& out) : context_(context), out_(out) {
    for (const Account* article : context.articles) {
      for (const BodyUse& body : article->bodies) uses_.push_back({article, &body, nullptr, {}});
    }
    for (const Account* article : context.articles) {
      for (const BodyUse& body : article->bodies) NoteBelow(body.candidates, body.place);
      for (const PersonUse& person : article->people) {
        for (const PostUse& post : person.posts) NoteBelow(post.candidates, post.place);
      }
    }
    for (const BodyHere& use : uses_) {
      if (std::any_of(use.body->candidates.begin(), use.body->candidates.end(),
                      [](const Body* body) { return body->level == "province"; })) {
        provincial_.insert(use.article);
      }
    }
  }

  void Run() {
    for (BodyHere& use : uses_) {
      Choose(use);
      if (use.chosen) chosen_.insert(use.chosen->id);
    }
    MatchStrangers();
    for (BodyHere& use : uses_) {
      if (!adopted_.contains(use.body))
        out_.Link(*use.article, use.body->record, use.body->printed, FormOf(use), use.reason);
    }
    for (const auto& [body, other] : adopted_) {
      const auto use =
          std::find_if(uses_.begin(), uses_.end(), [&](const BodyHere& each) { return each.body == body; });
      out_.Link(*use->article, body->record, body->printed, FormOf(*other),
                {"only_counterpart", 0.6, fmt::format("{} = {}", body->printed, other->body->printed)});
    }
  }

 private:
  // A translation is read as the body that a version of more authority names, if it can be that one.
  void Choose(BodyHere& use) {
    const std::vector<const Body*>& candidates = use.body->candidates;
    if (candidates.empty()) {
      use.reason = {"same_name", 0.7, "not in the catalog"};
      return;
    }
    for (const Body* body : candidates) {
      if (chosen_.contains(body->id)) return Take(use, body, {"catalog", 1, "named so in the story"});
    }
    for (const Body* body : candidates) {
      for (const Body* relative : context_.world.bodies.Relatives(*body)) {
        if (use.article->language == "vi" || !chosen_.contains(relative->id)) continue;
        return Take(use, relative,
                    {"translated_head", 0.8, use.body->printed + " stands for " + relative->vi});
      }
    }
    const Body* best = ByLevel(use);
    if (const Body* department = RaisedDepartment(use, *best)) {
      return Take(use, department, {"raised_by_translation", 0.7, "a provincial body is told to act"});
    }
    Take(use, best, {"catalog", candidates.size() == 1 ? 1.0 : 0.8, ""});
  }

  static void Take(BodyHere& use, const Body* body, Reason reason) {
    use.chosen = body;
    use.reason = std::move(reason);
  }

  const Body* ByLevel(const BodyHere& use) const {
    const Province* place = context_.world.places.Get(Scope(*use.body));
    const bool city = place && place->type == "city";
    const Body* best = nullptr;
    int most = -1;
    for (const Body* body : use.body->candidates) {
      int points = 0;
      if (!use.body->level.empty() && body->level == use.body->level) points += 4;
      if (!use.body->kind.empty() && body->kind == use.body->kind) points += 2;
      if (city == body->id.starts_with("city-")) points += 1;
      if (use.article->day && body->valid_to && *body->valid_to < *use.article->day) points -= 1;
      if (points > most) {
        most = points;
        best = body;
      }
    }
    return best;
  }

  // "Министерство юстиции" of a province that orders it about is its department.
  const Body* RaisedDepartment(const BodyHere& use, const Body& ministry) const {
    if (use.article->language == "vi" || ministry.kind != "ministry" || !use.body->assigned) return nullptr;
    if (!context_.place.known() || !provincial_.contains(use.article)) return nullptr;
    for (const Body* relative : context_.world.bodies.Relatives(ministry)) {
      if (relative->level == "province") return relative;
    }
    return nullptr;
  }

  std::string Scope(const BodyUse& body) const {
    return body.place.known() ? context_.Key(body.place) : context_.LocalScope();
  }

  // Of a commune or a district: the one that the name has, else the only one of its level that the story names.
  std::string ScopeBelow(const BodyUse& body, const std::string& level) const {
    const auto named = below_.find(level);
    const bool only = named != below_.end() && named->second.size() == 1;
    const std::string unit = body.place.known() ? context_.Key(body.place)
                             : only             ? *named->second.begin()
                                                : "?" + context_.id;
    return context_.LocalScope() + "/" + unit;
  }

  // Of a ministry or the like of another state: the region that the story plays in may have its own.
  std::string ScopeAbroad(const Account& article) const {
    return context_.place.known() || article.abroad == "?" ? context_.LocalScope() : article.abroad;
  }

  // Notes a place below the province that a body of `candidates` is of.
  void NoteBelow(const std::vector<const Body*>& candidates, const PlaceUse& place) {
    if (!place.known() || context_.world.places.Get(context_.Key(place))) return;
    for (const Body* body : candidates) {
      if (body->level == "district" || body->level == "commune")
        below_[body->level].insert(context_.Key(place));
    }
  }

  Form FormOf(const BodyHere& use) const {
    Form form;
    form.type = EntityType::kAgency;
    form.language = use.article->language;
    form.name = use.body->printed;
    form.kind = use.chosen ? use.chosen->kind : use.body->kind;
    const std::string level = use.chosen && use.chosen->level != "any" ? use.chosen->level : use.body->level;
    if (use.chosen ? Local(*use.chosen) : level != "central") {
      form.scope = Scope(*use.body);
      if (level == "district" || level == "commune") form.scope = ScopeBelow(*use.body, level);
    } else {
      form.scope = use.article->abroad.empty() ? "central" : ScopeAbroad(*use.article);
    }
    form.part = use.chosen        ? use.chosen->id
                : use.body->whole ? "says " + use.body->stems
                                  : form.kind + " " + form.language + " " + use.body->stems;
    form.key = "agency|" + form.part + "|" + form.scope;
    form.block = form.key;
    return form;
  }

  // A body that is in no catalog is the one of its kind that the other version has and does not name otherwise.
  void MatchStrangers() {
    std::map<std::string, std::map<std::string, std::vector<const BodyHere*>>>
        by_kind;  // kind → language → uses
    std::set<std::string> seen;
    for (const BodyHere& use : uses_) {
      if (use.chosen && NamedInOther(use)) continue;
      if (!seen.insert(use.article->language + " " + (use.chosen ? use.chosen->id : use.body->stems)).second)
        continue;
      by_kind[use.body->kind][use.article->language].push_back(&use);
    }
    for (const auto& [kind, languages] : by_kind) {
      if (kind.empty() || languages.size() < 2) continue;
      const bool single = std::all_of(languages.begin(), languages.end(),
                                      [](const auto& uses) { return uses.second.size() == 1; });
      if (!single) continue;
      const BodyHere* head = nullptr;
      for (const char* language : {"vi", "en", "ru"}) {
        const auto found = languages.find(language);
        if (found == languages.end()) continue;
        const BodyHere* use = found->second.front();
        if (!head) {
          head = use;
        } else if (CanBeOne(*head, *use)) {
          adopted_[use->body] = head;
        }
      }
    }
  }

  // What is known of the fields of one says nothing against its being the other: a committee for finance is not the
  // assembly that has it. A body of the catalog has no more fields than its name says.
  bool CanBeOne(const BodyHere& head, const BodyHere& use) const {
    if ((head.chosen && use.chosen) || !LevelsMeet(*head.body, *use.body)) return false;
    const std::set<std::string> of_head = FieldsOf(head), of_use = FieldsOf(use);
    const bool head_has_all = std::includes(of_head.begin(), of_head.end(), of_use.begin(), of_use.end());
    const bool use_has_all = std::includes(of_use.begin(), of_use.end(), of_head.begin(), of_head.end());
    return (head_has_all && !use.chosen) || (use_has_all && !head.chosen);
  }

  // A steering committee whose level a version does not say is the one that the other has: a place has few.
  static bool LevelsMeet(const BodyUse& a, const BodyUse& b) {
    if (a.level == b.level) return true;
    return a.kind == "steering_committee" && (a.level.empty() || b.level.empty());
  }

  std::set<std::string> FieldsOf(const BodyHere& use) const {
    return context_.world.bodies.Read(use.body->printed, use.body->place.name).Fields();
  }

  // Whether a version in another language names the same body.
  bool NamedInOther(const BodyHere& use) const {
    return std::any_of(uses_.begin(), uses_.end(), [&](const BodyHere& other) {
      return other.chosen == use.chosen && other.article->language != use.article->language;
    });
  }

  const StoryContext& context_;
  StoryWriter& out_;
  std::vector<BodyHere> uses_;
  std::set<const Account*> provincial_;
  std::map<std::string, std::set<std::string>> below_;  // level → keys of the places that the story names
  std::set<std::string> chosen_;                        // ids
  std::map<const BodyUse*, const BodyHere*> adopted_;
};

}  // namespace

void ResolveBodies(const StoryContext& context, StoryWriter& out) { Bodies(context, out).Run(); }

}  // namespace acta
