// The posts of people.h: what a unit says of them, and which of them are one.

#include <algorithm>

#include "extractors/engine/bodies.h"
#include "extractors/engine/people.h"

namespace acta {
namespace {

// Posts by which people go for short.
bool SameRole(std::string_view said, std::string_view held) {
  if (said == held) return true;
  return (said == "vice_chair" && held == "standing_vice_chair") ||
         (said == "deputy_secretary" && held == "standing_deputy_secretary");
}

std::string KeyOf(const Pack& pack, const Maybe<std::string>& value) {
  return value ? ComparisonKey(pack, value->value) : std::string();
}

// What a post leads, whatever it is called.
enum class Leads { kNothing, kPlace, kGovernment, kBody };

Leads LedBy(std::string_view role, const Seat& seat) {
  if (role == "governor" || role == "mayor") return Leads::kPlace;
  if (role == "prime_minister") return Leads::kGovernment;
  const bool chairs = role == "chair" || role == "head";
  if (chairs && seat.kind == "government") return Leads::kGovernment;
  if (chairs && seat.kind == "peoples_committee") return Leads::kPlace;
  if (role == "head" && seat.kind.empty() && !seat.place.empty()) return Leads::kPlace;
  const bool leads = chairs || role == "director" || role == "secretary" || role == "commander";
  return leads ? Leads::kBody : Leads::kNothing;
}

// A governor leads a province; who leads a place under a mayor's name may lead one of any level.
bool SameLevel(std::string_view role, const Seat& seat, std::string_view other_role, const Seat& other) {
  auto below = [](std::string_view one, const Seat& at) {
    return one == "mayor" || at.level == "district" || at.level == "commune";
  };
  if ((role == "governor" && below(other_role, other)) || (other_role == "governor" && below(role, seat)))
    return false;
  return seat.level.empty() || other.level.empty() || seat.level == other.level;
}

// Whether the words of `part` stand together in `name`.
bool HasWords(std::string_view name, std::string_view part) {
  for (size_t at = name.find(part); at != name.npos; at = name.find(part, at + 1)) {
    const size_t end = at + part.size();
    if ((at == 0 || name[at - 1] == ' ') && (end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

bool SameBody(const std::string& a, const std::string& b) {
  return a == b || (!a.empty() && !b.empty() && (HasWords(a, b) || HasWords(b, a)));
}

}  // namespace

bool IsDeputyRole(std::string_view role) {
  return role.find("deputy") != role.npos || role.find("vice") != role.npos;
}

Post PostOf(const TreeView& view, uint32_t unit) {
  Post post;
  auto title = view.Captured(unit, "title");
  Span span = view.CapturedSpan(unit, "title").value_or(view.unit(unit).span);
  post.title = At<std::string>{title.empty() ? view.Nominative(unit) : view.Nominative(title), span};
  // “*heads* the department”: the rule tells the title that the words stand for.
  if (const Unit& u = view.unit(unit); u.source == Unit::Source::kRule) {
    const Rule& rule = view.pack().rules[u.index];
    if (const auto named = AttributeOf(rule.attributes, view.pack().names.Find("title")))
      post.title = At<std::string>{std::string(*named), span, Basis::kResolved};
  }
  if (auto role = view.Find(unit, "role")) post.role = At<std::string>{std::string(role->text), role->span};
  if (auto body = view.Captured(unit, "body"); !body.empty()) {
    std::string name = view.Nominative(body);
    if (auto lettered = WithoutLetters(name)) name = std::move(lettered->name);
    post.body = At<std::string>{std::move(name), *view.CapturedSpan(unit, "body")};
  } else if (auto implied = view.Find(unit, "body")) {
    post.body = At<std::string>{std::string(implied->text), implied->span, Basis::kResolved};
  }
  if (auto capacity = view.Find(unit, "capacity")) {
    post.capacity = At<std::string>{std::string(capacity->text), capacity->span};
  }
  return post;
}

std::vector<uint32_t> People::PostUnitsIn(uint32_t unit, Span name) const {
  std::vector<Span> inner;
  const Unit& u = view_.unit(unit);
  for (uint32_t c = 0; c < u.child_count; ++c) {
    for (uint32_t one : view_.Inside(view_.tree().children[u.first_child + c], {"official"}))
      inner.push_back(view_.unit(one).span);
  }
  std::vector<uint32_t> all = view_.Inside(unit, {"post"}), told;
  bool own = std::any_of(inner.begin(), inner.end(), [&](Span one) { return one.Contains(name); });
  for (uint32_t post : all) {
    auto around = std::find_if(inner.begin(), inner.end(),
                               [&](Span one) { return one.Contains(view_.unit(post).span); });
    own = own || around == inner.end();
    if (around == inner.end() || around->Contains(name)) told.push_back(post);
  }
  return own ? told : all;
}

std::vector<People::Held> People::PostsIn(uint32_t unit, Span name) const {
  // The others were known before (“Secretary X was elected …”).
  auto told = view_.CapturedSpan(unit, "posts");
  auto own = view_.Own(unit, "capacity");
  std::vector<Held> posts;
  for (uint32_t post_unit : PostUnitsIn(unit, name)) {
    Held held = HeldOf(post_unit);
    const Maybe<std::string> printed = held.post.capacity;
    if (own && !printed) {
      held.post.capacity = At<std::string>{std::string(own->text), own->span};
      held.seat = SeatOf(view_, post_unit, held.post);
    }
    if (told && !told->Contains(view_.unit(post_unit).span)) held.post.capacity = printed;
    posts.push_back(std::move(held));
  }
  return posts;
}

People::Held People::HeldOf(uint32_t post_unit) const {
  Held held{PostOf(view_, post_unit), {}, {}, {}, {}};
  held.seat = SeatOf(view_, post_unit, held.post);
  held.body = KeyOf(view_.pack(), held.post.body);
  if (const std::string* full =
          bodies_ && held.post.body ? bodies_->LongName(held.post.body->value) : nullptr)
    held.long_body = ComparisonKey(view_.pack(), *full);
  for (uint32_t body : view_.Captured(post_unit, "body")) {
    if (auto id = IdOf(view_, body)) held.body_id = id->text;
    // A country under its other name: “РФ”.
    const auto place = view_.HasKind(body, "locality") ? view_.Find(body, "place") : std::nullopt;
    if (place && held.long_body.empty()) held.long_body = ComparisonKey(view_.pack(), place->text);
  }
  return held;
}

std::vector<uint32_t> People::JoinedPostUnits(uint32_t unit, uint32_t sentence) const {
  std::vector<uint32_t> posts;
  const Unit& u = view_.unit(unit);
  if (u.source != Unit::Source::kRule) return posts;
  for (const Inheritance& one : view_.pack().rules[u.index].join) {
    if (view_.pack().names[one.field] != "posts") continue;
    for (const Inheritance::Source& source : one.sources) {
      const uint32_t set = view_.HeldIn(sentence, view_.pack().RegisterOf(source.kind));
      if (set == 0) continue;
      for (uint32_t post : view_.Inside(set - 1, {"post"})) posts.push_back(post);
      break;
    }
  }
  return posts;
}

// “Secretary” alone is the post of that title which the text gives him, whatever its role: “Secretary of Energy”.
bool People::TitleOf(const Post& alone, const Post& post) const {
  return !alone.body && post.body && alone.title && post.title &&
         ComparisonKey(view_.pack(), alone.title->value) == ComparisonKey(view_.pack(), post.title->value);
}

bool People::SamePost(const Held& a, const Held& b) const {
  if (!a.post.role || !b.post.role) return false;
  if (a.post.role->value != b.post.role->value && !TitleOf(a.post, b.post) && !TitleOf(b.post, a.post))
    return false;
  // Who was the acting director and became the director has had two posts.
  if (a.post.capacity && b.post.capacity && a.post.capacity->value != b.post.capacity->value) return false;
  if (a.body.empty() || b.body.empty() || SameBody(a.body, b.body) || SameSeat(a.seat, b.seat)) return true;
  // One of them by the letters that stand for its name.
  if (SameBody(a.long_body, b.body) || SameBody(a.body, b.long_body)) return true;
  return !a.body_id.empty() && a.body_id == b.body_id && !Excludes(a.seat, b.seat);
}

void People::AddPosts(size_t official, std::vector<Held> more) {
  std::vector<Post>& posts = officials_[official].posts;
  std::vector<Held>& held = held_[official];
  for (Held& fresh : more) {
    auto same = std::find_if(held.begin(), held.end(), [&](const Held& one) { return SamePost(one, fresh); });
    if (same == held.end()) {
      posts.push_back(fresh.post);
      held.push_back(std::move(fresh));
      continue;
    }
    Post& known = posts[static_cast<size_t>(same - held.begin())];
    if (TitleOf(known, fresh.post)) known.role = same->post.role = fresh.post.role;
    if (!known.capacity) same->post.capacity = known.capacity = fresh.post.capacity;
    if (fresh.post.body && (!known.body || fresh.post.body->value.size() > known.body->value.size())) {
      known.body = fresh.post.body;
      same->body = fresh.body, same->body_id = fresh.body_id, same->seat = fresh.seat;
    }
  }
}

void People::TakePosts(size_t from, std::vector<Post>& posts, size_t into) {
  std::vector<Post>& known = officials_[into].posts;
  for (size_t p = 0; p < posts.size(); ++p) {
    bool held = std::any_of(known.begin(), known.end(), [&](const Post& one) {
      return (one.role && posts[p].role && SameRole(posts[p].role->value, one.role->value)) ||
             TitleOf(posts[p], one);
    });
    if (held) continue;
    known.push_back(std::move(posts[p]));
    held_[into].push_back(std::move(held_[from][p]));
  }
}

std::vector<People::HeldPost> People::HeldBy(size_t official) {
  std::vector<HeldPost> posts;
  for (size_t p = 0; p < held_[official].size(); ++p) {
    const Post& post = officials_[official].posts[p];
    posts.push_back({KeyOf(view_.pack(), post.body), KeyOf(view_.pack(), post.title),
                     std::move(held_[official][p].seat), std::move(held_[official][p].long_body),
                     std::move(held_[official][p].body_id)});
  }
  return posts;
}

bool People::SameBodies(const Held& said, const HeldPost& held) const {
  return SameBody(said.body, held.body) || SameBody(said.long_body, held.body) ||
         SameBody(said.body, held.long_body) ||
         (!said.long_body.empty() && said.long_body == held.long_body) ||
         (!said.body_id.empty() && said.body_id == held.body_id);
}

// Of those who hold a post of this role and body: who alone is called by just this title, else who spoke last,
// else who was named last.
const Official* People::HolderOf(uint32_t unit, const std::vector<const Official*>& speakers) const {
  const Held called = HeldOf(unit);
  const Post& said = called.post;
  if (!said.role) return nullptr;
  const std::string title = KeyOf(view_.pack(), said.title);
  uint32_t here = view_.unit(unit).span.begin;
  const Official* best = nullptr;
  int64_t best_score = -1;
  for (size_t i = 0; i < officials_.size(); ++i) {
    const Official& official = officials_[i];
    for (size_t p = 0; p < official.posts.size(); ++p) {
      const Post& post = official.posts[p];
      if (!post.role || !SameRole(said.role->value, post.role->value)) continue;
      // An acting chairman is not the chairman, nor is a former one.
      if (said.capacity && (!post.capacity || post.capacity->value != said.capacity->value)) continue;
      const std::string &held = posts_[i][p].body, &held_title = posts_[i][p].title;
      const Seat& held_seat = posts_[i][p].seat;
      const bool bodies_told = !called.body.empty() && !held.empty();
      if (bodies_told && !SameBodies(called, posts_[i][p]) && !SameSeat(called.seat, held_seat)) continue;
      // A post of the same body first, then one of the same title; then the one who spoke last; then the one
      // named last before here. One named only later is better than nobody.
      const auto& mentions = official.head.mentions;
      auto later = std::partition_point(mentions.begin(), mentions.end(),
                                        [&](Span span) { return span.begin < here; });
      int64_t score = later == mentions.begin() ? 0 : int64_t{std::prev(later)->begin} + 1;
      auto turn = std::find(speakers.begin(), speakers.end(), &official);
      score += (speakers.end() - turn) << 32;
      if (title == held_title) score += int64_t{1} << 40;
      if (bodies_told) score += int64_t{1} << 41;
      if (score > best_score) best_score = score, best = &official;
    }
  }
  return best;
}

const Official* People::LeaderOf(uint32_t unit, const std::vector<const Official*>& speakers) const {
  Held said = HeldOf(unit);
  if (!said.post.role || said.post.capacity) return nullptr;
  const std::string& role = said.post.role->value;
  if (said.seat.kind.empty() && said.seat.place.empty()) said.seat.place = PlacesIn(view_, unit);
  const Leads led = LedBy(role, said.seat);
  auto leads_it = [&](const Post& post, const HeldPost& held) {
    if (!post.role || held.seat.role.empty() || LedBy(post.role->value, held.seat) != led) return false;
    if (led != Leads::kBody)
      return SamePlace(said.seat, held.seat) && SameLevel(role, said.seat, post.role->value, held.seat);
    if (said.body.empty() || (role != "head" && post.role->value != "head")) return false;
    return SameBodies(said, held);
  };
  std::vector<const Official*> found;
  for (size_t i = 0; i < officials_.size() && led != Leads::kNothing; ++i) {
    for (size_t p = 0; p < officials_[i].posts.size(); ++p) {
      if (!leads_it(officials_[i].posts[p], posts_[i][p])) continue;
      found.push_back(&officials_[i]);
      break;
    }
  }
  for (const Official* speaker : speakers) {
    if (std::find(found.begin(), found.end(), speaker) != found.end()) return speaker;
  }
  return found.size() == 1 ? found.front() : nullptr;
}

const Official* People::Titled(const std::string& title) const {
  const std::string key = ComparisonKey(view_.pack(), title);
  const Official* holder = nullptr;
  for (size_t i = 0; i < officials_.size(); ++i) {
    const std::vector<Post>& posts = officials_[i].posts;
    bool holds = false;
    for (size_t p = 0; p < posts.size() && !holds; ++p) {
      if (!posts[p].title || (posts[p].capacity && posts[p].capacity->value == "former")) continue;
      const std::string& held = posts_[i][p].title;
      holds = key == held ||
              (posts[p].role && posts[p].role->value == "prime_minister" && key.starts_with(held + " "));
    }
    if (holds && holder) return nullptr;
    if (holds) holder = &officials_[i];
  }
  return holder;
}

// Whether the word behind “the head” shows that he leads something else than the holder of a post: “of the *department*”,
// “of the *district*” beside a governor.
bool People::LeadsOther(uint32_t unit, const Post& post, const HeldPost& held) const {
  const uint32_t end = view_.unit(unit).span.end;
  for (uint32_t one = unit; one > 0; --one) {  // words come before the units that rules make of them
    const Unit& word = view_.unit(one - 1);
    if (word.source == Unit::Source::kStart) break;
    if (word.source == Unit::Source::kRule || word.span.begin != end + 1) continue;
    if (view_.HasKind(one - 1, "body_head")) {
      const std::string head = ComparisonKey(view_.pack(), view_.Nominative(one - 1));
      return held.body.find(head) == held.body.npos;
    }
    const auto level = view_.HasKind(one - 1, "place_word") ? view_.Own(one - 1, "level") : std::nullopt;
    return level &&
           (level->text == "province") !=
               (post.role->value != "mayor" && held.seat.level != "district" && held.seat.level != "commune");
  }
  return false;
}

// Whether who holds a post may be called by this one, which is none of his: “the head of the ministry” of the minister,
// “the secretary” of the Secretary of the Interior.
bool People::MayBeCalled(uint32_t unit, const Held& said, const Post& post, const HeldPost& held) const {
  static constexpr std::string_view kShort[] = {"secretary", "director", "chair", "minister", "commander"};
  if (!post.role || held.seat.role.empty() || IsDeputyRole(post.role->value)) return false;
  const std::string& role = said.post.role->value;
  if (said.post.body)
    return said.seat.kind == "ministry" && post.role->value == "minister" && held.seat.kind.empty();
  if (!PlacesIn(view_, unit).empty()) return false;
  // “Head of the district” is a title of its own, and no governor's.
  const bool of_its_own = said.post.title->value.find(' ') != std::string::npos;
  if (role == "head") return !(of_its_own && post.role->value == "governor") && !LeadsOther(unit, post, held);
  if (std::find(std::begin(kShort), std::end(kShort), role) == std::end(kShort)) return false;
  const std::string title = KeyOf(view_.pack(), said.post.title);
  return held.title == title || held.title.ends_with(" " + title) || held.title.starts_with(title + " ");
}

const Official* People::SpeakerCalled(uint32_t unit, const std::vector<const Official*>& speakers) const {
  const Held said = HeldOf(unit);
  if (speakers.empty() || !said.post.role || said.post.capacity) return nullptr;
  const auto last = static_cast<size_t>(speakers.front() - officials_.data());
  for (size_t p = 0; p < officials_[last].posts.size(); ++p) {
    if (MayBeCalled(unit, said, officials_[last].posts[p], posts_[last][p])) return speakers.front();
  }
  return nullptr;
}

}  // namespace acta
