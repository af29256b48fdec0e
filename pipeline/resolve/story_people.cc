// Which person of a story each official is.
#include <algorithm>
#include <map>
#include <set>

#include "pipeline/resolve/name_groups.h"
#include "pipeline/resolve/story_resolution.h"
#include "schemas/vocabulary.h"

namespace acta {
namespace {

struct PersonHere {
  const Account* article;
  const PersonUse* person;
};

constexpr std::string_view kCentralRoles[] = {
    "general_secretary",     "president", "vice_president", "prime_minister",
    "deputy_prime_minister", "minister",  "deputy_minister"};
constexpr std::string_view kMemberRoles[] = {"member", "standing_member", "alternate_member", "delegate"};
constexpr std::string_view kLeaderRoles[] = {"chair",     "vice_chair",       "standing_vice_chair",
                                             "secretary", "deputy_secretary", "standing_deputy_secretary"};

template <size_t N>
bool OneOf(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// Level of the body of a post; empty when nothing tells.
std::string LevelOf(const PostUse& post) {
  for (const Body* body : post.candidates) {
    if (body->level != "any") return body->level;
  }
  return OneOf(kCentralRoles, post.role) && post.body.empty() ? "central" : "";
}

// The place whose official this is: "central", a key of a place, or empty.
std::string ScopeOf(const StoryContext& context, const PersonUse& person) {
  std::string scope;
  for (const PostUse& post : person.posts) {
    if (post.capacity == "former") continue;
    const std::string level = LevelOf(post);
    if (level == "central" || OneOf(kCentralRoles, post.role)) {
      // A seat in a central committee does not make a provincial leader a central one.
      if (scope.empty() && !OneOf(kMemberRoles, post.role)) scope = "central";
      continue;
    }
    if (post.place.known() && (level == "province" || level.empty())) return context.Key(post.place);
    if (!level.empty() && context.place.known()) return context.Key(context.place);
  }
  return scope;
}

// The office that tells namesakes of one place apart; empty when the posts do not single one out.
std::string OfficeOf(const StoryContext& context, const PersonUse& person) {
  std::set<std::string> offices;
  for (const PostUse& post : person.posts) {
    if (post.capacity == "former" || post.candidates.empty()) continue;
    const std::string level = LevelOf(post);
    const Body& body = *post.candidates.front();
    if (level == "district" || level == "commune") {
      if (post.place.known()) offices.insert(context.Key(post.place));
    } else if (level == "province" && !OneOf(kMemberRoles, post.role)) {
      offices.insert(OneOf(kLeaderRoles, post.role) ? "leaders" : body.id);
    }
  }
  return offices.size() == 1 ? *offices.begin() : "";
}

// Posts that one person hardly holds at once speak against taking one name for another.
bool PostsMeet(const PersonUse& a, const PersonUse& b) {
  if (a.posts.empty() || b.posts.empty()) return true;
  for (const PostUse& one : a.posts) {
    for (const PostUse& other : b.posts) {
      if (one.role.empty() || other.role.empty() || one.role == other.role) return true;
    }
  }
  return false;
}

Form FormOf(const PersonHere& use, const std::string& scope, const std::string& office) {
  const PersonName& name = use.person->name;
  Form form;
  form.type = EntityType::kOfficial;
  form.block = "official|" + name.block;
  form.language = name.script == Script::kCyrillic ? "ru" : name.script == Script::kPlain ? "en" : "vi";
  form.name = use.person->printed;
  form.scope = scope;
  form.part = office;
  form.key = form.block + "|" + form.language + "|" + name.key + "|" + scope + "|" + office;
  return form;
}

// The scope and office that the uses agree on: the first known, in order of authority; conflicting offices cancel.
void Settle(const StoryContext& context, const std::vector<PersonHere>& uses, std::string& scope,
            std::string& office) {
  std::set<std::string> offices;
  for (const PersonHere& use : uses) {
    const std::string found = ScopeOf(context, *use.person);
    if (scope.empty() || (scope == "central" && !found.empty())) scope = found.empty() ? scope : found;
    if (std::string part = OfficeOf(context, *use.person); !part.empty()) offices.insert(part);
  }
  if (offices.size() == 1) office = *offices.begin();
}

}  // namespace

void ResolvePeople(const StoryContext& context, StoryWriter& out) {
  std::vector<PersonHere> uses;
  for (const Account* article : context.articles) {
    for (const PersonUse& person : article->people) uses.push_back({article, &person});
  }
  std::vector<const PersonName*> names;
  for (const PersonHere& use : uses) names.push_back(&use.person->name);
  auto handicap = [&](size_t a, size_t b) { return PostsMeet(*uses[a].person, *uses[b].person) ? 0.0 : 0.2; };
  for (const NameGroup& group : GroupNames(names, context.world.transcription, handicap)) {
    std::vector<PersonHere> same;
    for (const auto& member : group.members) same.push_back(uses[member.name]);
    std::string scope, office;
    Settle(context, same, scope, office);
    const Form form = FormOf(same.front(), scope, office);
    for (const auto& member : group.members) {
      const PersonHere& use = uses[member.name];
      out.Link(*use.article, use.person->record, use.person->printed, form, member.reason);
    }
  }
}

}  // namespace acta
