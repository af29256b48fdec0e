#include "extractors/engine/people.h"

#include <algorithm>
#include <unordered_set>

#include "extractors/engine/bodies.h"
#include "extractors/engine/nominative.h"
#include "extractors/engine/values.h"

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

constexpr size_t kMostSeats = 8;      // of a person, compared with those of namesakes
constexpr size_t kMostNamesakes = 8;  // of one article; who comes after them is taken for the first

bool SameBody(const std::string& a, const std::string& b) {
  return a == b || (!a.empty() && !b.empty() && (a.find(b) != a.npos || b.find(a) != b.npos));
}

}  // namespace

std::string ComparisonKey(const Pack& pack, std::string_view text) {
  std::vector<Token> tokens;
  tokens.reserve(text.size() / 3 + 1);
  Annotator::Tokenize(text, 0, tokens);
  std::string key;
  key.reserve(text.size() + 1);
  for (const Token& token : tokens) {
    if (!key.empty()) key += ' ';
    pack.folder->Fold(token.span().In(text), key);
  }
  return key;
}

Post PostOf(const TreeView& view, uint32_t unit) {
  Post post;
  auto title = view.Captured(unit, "title");
  Span span = view.CapturedSpan(unit, "title").value_or(view.unit(unit).span);
  post.title = At<std::string>{title.empty() ? view.Nominative(unit) : view.Nominative(title), span};
  if (auto role = view.Find(unit, "role")) post.role = At<std::string>{std::string(role->text), role->span};
  if (auto body = view.Captured(unit, "body"); !body.empty()) {
    post.body = At<std::string>{view.Nominative(body), *view.CapturedSpan(unit, "body")};
  } else if (auto implied = view.Find(unit, "body")) {
    post.body = At<std::string>{std::string(implied->text), implied->span, Basis::kResolved};
  }
  if (auto capacity = view.Find(unit, "capacity")) {
    post.capacity = At<std::string>{std::string(capacity->text), capacity->span};
  }
  return post;
}

// The case of the first post's own words: a name beside it has the same. An undeclined “acting” hides it.
std::string_view People::CaseOfPosts(uint32_t unit) const {
  auto posts = view_.Inside(unit, {"post"});
  if (posts.empty()) return {};
  auto words = view_.Captured(posts.front(), "capacity");
  if (words.empty()) words = view_.Captured(posts.front(), "title");
  auto cases = words.empty() ? std::vector<std::string_view>()
                             : CasesOf(view_, words.front(), {"title", "own_title", "capacity"});
  if (cases.empty()) return {};
  std::string_view shown = cases.front();
  bool plural = shown.starts_with('p');
  return plural ? shown.substr(1) : shown;
}

// “benjamin abalos” of “Benjamin Abalos Jr.”: the press goes on with “Abalos”.
std::string People::CoreOf(uint32_t unit, const std::string& name) const {
  auto suffixes = view_.Inside(unit, {"name_suffix"});
  if (suffixes.empty()) return {};
  std::string key = ComparisonKey(view_.pack(), name);
  const std::string suffix = ComparisonKey(view_.pack(), view_.Printed(view_.unit(suffixes.back()).span));
  if (!key.ends_with(" " + suffix)) return {};
  key.resize(key.size() - suffix.size() - 1);
  return key;
}

std::vector<People::Named> People::NamesIn(uint32_t unit) const {
  std::vector<Named> names;
  auto add = [&](uint32_t part, std::string name, Span span) {
    std::string core = CoreOf(part, name);
    names.push_back({std::move(name), span, std::move(core)});
  };
  auto captured = view_.Captured(unit, "name");
  for (uint32_t one : captured) {
    for (uint32_t person : view_.Inside(one, {"person"}))
      add(person, PersonName(view_, {person}, CaseOfPosts(unit)), view_.unit(person).span);
  }
  if (!names.empty()) return names;
  if (!captured.empty()) {
    add(captured.back(), PersonName(view_, captured, CaseOfPosts(unit)), *view_.CapturedSpan(unit, "name"));
    return names;
  }
  if (auto people = view_.Inside(unit, {"person"}); !people.empty())
    add(people.front(), PersonName(view_, people.front()), view_.unit(people.front()).span);
  return names;
}

std::vector<People::Held> People::PostsIn(uint32_t unit) const {
  // The others were known before (“Secretary X was elected …”).
  auto told = view_.CapturedSpan(unit, "posts");
  auto own = view_.Own(unit, "capacity");
  std::vector<Held> posts;
  for (uint32_t post_unit : view_.Inside(unit, {"post"})) {
    Held held{PostOf(view_, post_unit), {}, {}, {}};
    const Maybe<std::string> printed = held.post.capacity;
    if (own && !printed) held.post.capacity = At<std::string>{std::string(own->text), own->span};
    held.seat = SeatOf(view_, post_unit, held.post);
    if (told && !told->Contains(view_.unit(post_unit).span)) held.post.capacity = printed;
    held.body = KeyOf(view_.pack(), held.post.body);
    for (uint32_t body : view_.Captured(post_unit, "body")) {
      if (auto id = IdOf(view_, body)) held.body_id = id->text;
    }
    posts.push_back(std::move(held));
  }
  return posts;
}

bool People::SamePost(const Held& a, const Held& b) {
  if (!a.post.role || !b.post.role || a.post.role->value != b.post.role->value) return false;
  // Who was the acting director and became the director has had two posts.
  if (a.post.capacity && b.post.capacity && a.post.capacity->value != b.post.capacity->value) return false;
  if (a.body.empty() || b.body.empty() || SameBody(a.body, b.body) || SameSeat(a.seat, b.seat)) return true;
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
    if (!known.capacity) same->post.capacity = known.capacity = fresh.post.capacity;
    if (fresh.post.body && (!known.body || fresh.post.body->value.size() > known.body->value.size())) {
      known.body = fresh.post.body;
      same->body = fresh.body;
    }
  }
}

void People::AddOfficial(uint32_t unit) {
  for (const Named& named : NamesIn(unit)) {
    if (!named.name.empty()) AddNamed(named, unit);
  }
}

bool People::MayHold(size_t official, const std::vector<Seat>& seats) const {
  return std::none_of(seats.begin(), seats.end(), [&](const Seat& seat) {
    return std::any_of(seats_[official].begin(), seats_[official].end(),
                       [&](const Seat& held) { return Excludes(seat, held); });
  });
}

Official* People::Bearer(const std::string& name, const std::vector<Seat>& seats) {
  auto found = bearers_.find(ComparisonKey(view_.pack(), name));
  if (found == bearers_.end()) return nullptr;
  const auto& [whole, tail] = found->second;
  for (size_t one : whole) {
    if (MayHold(one, seats)) return &officials_[one];
  }
  if (whole.size() >= kMostNamesakes) return &officials_[whole.front()];
  bool short_name = whole.empty() && tail.size() == 1 && MayHold(tail.front(), seats);
  return short_name ? &officials_[tail.front()] : nullptr;
}

void People::AddNamed(const Named& named, uint32_t unit) {
  std::vector<Held> posts = PostsIn(unit);
  std::vector<Seat> seats;
  for (const Held& one : posts) {
    if (!one.seat.role.empty() && seats.size() < kMostSeats) seats.push_back(one.seat);
  }
  Official* known = Bearer(named.name, seats);
  if (!known) {
    Official fresh;
    fresh.name = At<std::string>{named.name, named.span};
    const Unit& u = view_.unit(unit);
    if (u.source == Unit::Source::kRule) fresh.head.rule = view_.pack().rules[u.index].place.ToString();
    officials_.push_back(std::move(fresh));
    seats_.emplace_back();
    held_.emplace_back();
    cores_.push_back(named.core);
    Index(officials_.size() - 1);
    known = &officials_.back();
  }
  std::vector<Seat>& held = seats_[static_cast<size_t>(known - officials_.data())];
  for (Seat& seat : seats) {
    if (held.size() < kMostSeats) held.push_back(std::move(seat));
  }
  known->head.mentions.push_back(named.span);
  AddPosts(static_cast<size_t>(known - officials_.data()), std::move(posts));
}

void People::AddMention(uint32_t unit) { mentions_.push_back(unit); }

// A name is found by all of its words, and by any number of its last ones: "Mừng" of "Hồ Văn Mừng".
void People::Index(size_t official) {
  std::string key = ComparisonKey(view_.pack(), officials_[official].name->value);
  bearers_[key].whole.push_back(official);
  IndexTails(key, official);
  if (const std::string& core = cores_[official]; !core.empty()) {
    bearers_[core].tail.push_back(official);
    IndexTails(core, official);
  }
  keys_.push_back(std::move(key));
}

void People::IndexTails(const std::string& key, size_t official) {
  for (size_t blank = key.find(' '); blank != key.npos; blank = key.find(' ', blank + 1)) {
    bearers_[key.substr(blank + 1)].tail.push_back(official);
  }
}

void People::Join() {
  // A short name joins the one person whose name ends with it.
  std::vector<bool> joined(officials_.size());
  for (size_t i = 0; i < officials_.size(); ++i) {
    std::vector<size_t> longer = bearers_[keys_[i]].tail;
    std::erase_if(longer, [&](size_t j) { return joined[j] || !MayHold(j, seats_[i]); });
    if (longer.size() != 1) continue;
    Official& into = officials_[longer.front()];
    Official from = std::move(officials_[i]);
    joined[i] = true;
    for (size_t p = 0; p < from.posts.size(); ++p) {
      Post& post = from.posts[p];
      bool held = std::any_of(into.posts.begin(), into.posts.end(), [&](const Post& known) {
        return known.role && post.role && SameRole(post.role->value, known.role->value);
      });
      if (held) continue;
      into.posts.push_back(std::move(post));
      held_[longer.front()].push_back(std::move(held_[i][p]));
    }
    into.head.mentions.insert(into.head.mentions.end(), from.head.mentions.begin(), from.head.mentions.end());
  }
  std::vector<Official> kept;
  std::vector<std::string> cores;
  for (size_t i = 0; i < officials_.size(); ++i) {
    if (joined[i]) continue;
    std::vector<HeldPost>& known = posts_.emplace_back();
    for (size_t p = 0; p < held_[i].size(); ++p) {
      known.push_back({KeyOf(view_.pack(), officials_[i].posts[p].body),
                       KeyOf(view_.pack(), officials_[i].posts[p].title), std::move(held_[i][p].seat)});
    }
    kept.push_back(std::move(officials_[i]));
    cores.push_back(std::move(cores_[i]));
  }
  officials_ = std::move(kept);
  cores_ = std::move(cores);
  keys_.clear();
  bearers_.clear();
  for (size_t i = 0; i < officials_.size(); ++i) Index(i);
  seats_.clear();  // every namesake is told apart by now
  held_.clear();
  for (Official& official : officials_)
    std::sort(official.head.mentions.begin(), official.head.mentions.end());
  std::vector<std::pair<size_t, Span>> further;
  for (uint32_t unit : mentions_) {
    Span span = view_.unit(unit).span;
    if (const Official* known = WhoIs({PersonName(view_, unit), span, {}}))
      further.push_back({static_cast<size_t>(known - officials_.data()), span});
  }
  for (auto [official, span] : further) officials_[official].head.mentions.push_back(span);
  CollectMentions();
}

void People::CollectMentions() {
  const uint32_t possessive = view_.pack().Kind("possessive");
  std::unordered_set<uint32_t> owned;  // where what a name owns begins
  for (const Unit& unit : view_.tree().units) {
    if (view_.pack().alphabet.Has(unit.symbol, possessive)) owned.insert(unit.span.begin);
  }
  for (size_t i = 0; i < officials_.size(); ++i) {
    auto& mentions = officials_[i].head.mentions;
    std::sort(mentions.begin(), mentions.end());
    for (Span span : mentions) {
      if (!owned.contains(span.end)) named_.push_back({span.end, span.begin, i});
    }
  }
  std::sort(named_.begin(), named_.end());
}

const Official* People::Known(const std::string& name) const {
  auto found = bearers_.find(ComparisonKey(view_.pack(), name));
  if (found == bearers_.end()) return nullptr;
  const auto& [whole, tail] = found->second;
  if (!whole.empty()) return &officials_[whole.front()];
  return tail.size() == 1 ? &officials_[tail.front()] : nullptr;
}

const Official* People::WhoIs(const Named& named) const {
  auto found = bearers_.find(ComparisonKey(view_.pack(), named.name));
  if (found == bearers_.end() || found->second.whole.size() < 2) return Known(named.name);
  // Their mentions are sorted by now.
  const Official* last = &officials_[found->second.whole.front()];
  uint32_t latest = 0;
  for (size_t one : found->second.whole) {
    const auto& mentions = officials_[one].head.mentions;
    auto after = std::upper_bound(mentions.begin(), mentions.end(), named.span);
    if (after == mentions.begin()) continue;
    if (*std::prev(after) == named.span) return &officials_[one];
    if (std::prev(after)->end > latest) latest = std::prev(after)->end, last = &officials_[one];
  }
  return last;
}

People::Seen People::LastBefore(uint32_t byte) const {
  auto after =
      std::partition_point(named_.begin(), named_.end(), [&](const NamedAt& one) { return one.end <= byte; });
  if (after == named_.begin()) return {};
  return {&officials_[std::prev(after)->official], std::prev(after)->begin};
}

// Of those who hold a post of this role and body: who alone is called by just this title, else who spoke last,
// else who was named last.
const Official* People::HolderOf(uint32_t unit, const std::vector<const Official*>& speakers) const {
  Post said = PostOf(view_, unit);
  if (!said.role) return nullptr;
  std::string body = KeyOf(view_.pack(), said.body), title = KeyOf(view_.pack(), said.title);
  const Seat seat = SeatOf(view_, unit, said);
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
      const auto& [held, held_title, held_seat] = posts_[i][p];
      const bool bodies_told = !body.empty() && !held.empty();
      if (bodies_told && !SameBody(body, held) && !SameSeat(seat, held_seat)) continue;
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

const Official* People::Resolve(uint32_t unit, const std::vector<const Official*>& speakers) const {
  auto all = ResolveAll(unit, speakers);
  return all.empty() ? nullptr : all.front();
}

std::vector<const Official*> People::ResolveAll(uint32_t unit,
                                                const std::vector<const Official*>& speakers) const {
  std::vector<const Official*> people;
  auto names = NamesIn(unit);
  for (const Named& named : names) {
    if (const Official* known = WhoIs(named)) people.push_back(known);
  }
  if (names.empty()) {
    if (const Official* meant = Meant(unit, speakers)) people.push_back(meant);
  }
  return people;
}

const Official* People::Meant(uint32_t unit, const std::vector<const Official*>& speakers) const {
  auto posts = view_.Inside(unit, {"post", "title"});
  if (!posts.empty()) return HolderOf(posts.front(), speakers);
  if (!view_.Inside(unit, {"pronoun"}).empty()) return LastBefore(view_.unit(unit).span.begin).who;
  return nullptr;
}

std::vector<Official> People::Take() {
  // A post without a word on its tenure is held now: as far as the article says.
  for (Official& official : officials_) {
    for (Post& post : official.posts) {
      if (!post.capacity && post.title)
        post.capacity = At<std::string>{"current", post.title->span, Basis::kInferred};
    }
  }
  return std::move(officials_);
}

}  // namespace acta
