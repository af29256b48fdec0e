#include "extractors/engine/people.h"

#include <algorithm>
#include <unordered_set>

#include "extractors/engine/bodies.h"
#include "extractors/engine/each_word.h"
#include "extractors/engine/nominative.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

constexpr size_t kMostSeats = 8;      // of a person, compared with those of namesakes
constexpr int kMostLookedBack = 64;   // names of another gender that a pronoun passes
constexpr size_t kMostNamesakes = 8;  // of one article; who comes after them is taken for the first

// One letter of a folded name: “д” of “д . хатуов”.
bool IsInitial(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.empty() ? 0 : word.front());
  return word.size() == (lead < 0x80 ? 1u : lead < 0xE0 ? 2u : 3u);
}

// The initials of a folded name, and the words that are none: “д . хатуов”.
struct Initialled {
  std::vector<std::string> initials;
  std::string family;
  explicit Initialled(std::string_view key) {
    ForEachWord(key, [&](std::string_view word) {
      if (word == ".") return;
      if (IsInitial(word)) {
        initials.emplace_back(word);
      } else {
        family.append(family.empty() ? "" : " ").append(word);
      }
    });
  }
};

// Whether the words of a folded name that are not its family name begin with these initials.
bool BeginsSo(const Initialled& one, std::string_view key) {
  size_t told = 0;
  bool same = true, family = false;
  ForEachWord(key, [&](std::string_view word) {
    const bool last = (" " + one.family + " ").find(" " + std::string(word) + " ") != std::string::npos;
    family = family || last;
    if (told == one.initials.size() || last) return;
    same = same && !IsInitial(word) && word.starts_with(one.initials[told++]);
  });
  return same && family && told == one.initials.size();
}

}  // namespace

std::vector<std::string> FamilyForms(const Pack& pack, const std::string& key) {
  std::vector<std::string> forms = {key};
  for (const auto& one : pack.names_of_people.declensions) {
    if (!key.ends_with(one.from) || key.size() == one.from.size()) continue;
    std::string form = key.substr(0, key.size() - one.from.size()) + one.to;
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
  }
  return forms;
}

bool IsByInitials(const std::string& initials, std::string_view key) {
  const Initialled one(initials);
  return !one.initials.empty() && !one.family.empty() && BeginsSo(one, key);
}

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

std::string_view GenderShown(const TreeView& view, uint32_t unit) {
  auto shown = view.Own(unit, "gender");
  return shown ? shown->text : std::string_view();
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

void People::AddOfficial(uint32_t unit, uint32_t sentence) {
  for (const Named& named : NamesIn(unit)) {
    if (!named.name.empty()) AddNamed(named, unit, sentence);
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

void People::AddNamed(const Named& named, uint32_t unit, uint32_t sentence) {
  std::vector<Held> posts;
  for (uint32_t one : JoinedPostUnits(unit, sentence)) posts.push_back(HeldOf(one));
  for (Held& one : PostsIn(unit, named.span)) posts.push_back(std::move(one));
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
    if (longer.empty()) longer = BearersOfInitials(keys_[i]);
    std::erase_if(longer, [&](size_t j) { return joined[j] || !MayHold(j, seats_[i]); });
    if (longer.size() != 1) continue;
    Official& into = officials_[longer.front()];
    Official from = std::move(officials_[i]);
    joined[i] = true;
    TakePosts(i, from.posts, longer.front());
    into.head.mentions.insert(into.head.mentions.end(), from.head.mentions.begin(), from.head.mentions.end());
  }
  std::vector<Official> kept;
  std::vector<std::string> cores;
  for (size_t i = 0; i < officials_.size(); ++i) {
    if (joined[i]) continue;
    posts_.push_back(HeldBy(i));
    kept.push_back(std::move(officials_[i]));
    cores.push_back(std::move(cores_[i]));
  }
  officials_ = std::move(kept);
  cores_ = std::move(cores);
  LengthenNames();
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
  CollectGenders();
}

void People::LengthenNames() {
  // The longest name of the article with this last word; none when two names with it differ.
  struct Longest {
    std::string name, key;
    Span span;
  };
  auto last_word = [](const std::string& key) { return key.substr(key.rfind(' ') + 1); };
  std::unordered_map<std::string, Longest> longest;
  for (uint32_t unit : mentions_) {
    Longest one{PersonName(view_, unit), {}, view_.unit(unit).span};
    one.key = ComparisonKey(view_.pack(), one.name);
    if (one.key.find(' ') == one.key.npos) continue;
    auto [known, fresh] = longest.try_emplace(last_word(one.key), one);
    if (fresh) continue;
    Longest& old = known->second;
    if (old.key.ends_with(one.key)) continue;
    if (!one.key.ends_with(old.key)) one.name.clear();
    old = std::move(one);
  }
  for (Official& official : officials_) {
    const std::string key = ComparisonKey(view_.pack(), official.name->value);
    auto found = key.find(' ') == key.npos ? longest.find(key) : longest.end();
    if (found == longest.end() || found->second.name.empty()) continue;
    official.name = At<std::string>{found->second.name, found->second.span};
  }
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

void People::CollectGenders() {
  std::unordered_map<uint32_t, std::string_view> address;  // by the byte where a form of address ends
  for (uint32_t unit = 0; unit < view_.tree().units.size(); ++unit) {
    if (view_.unit(unit).source != Unit::Source::kPhrase || !view_.HasKind(unit, "honorific")) continue;
    if (auto shown = GenderShown(view_, unit); !shown.empty())
      address.emplace(view_.unit(unit).span.end, shown);
  }
  for (const Official& official : officials_) {
    std::string_view shown;
    for (Span mention : official.head.mentions) {
      auto before = address.find(mention.begin - 1);
      if (shown.empty() && before != address.end()) shown = before->second;
    }
    genders_.push_back(shown.empty() ? GenderOfName(view_.pack(), official.name->value) : shown);
  }
}

bool People::MayBe(const Official* person, std::string_view gender) const {
  const std::string_view shown = genders_[static_cast<size_t>(person - officials_.data())];
  return gender.empty() || shown.empty() || shown == gender;
}

std::vector<size_t> People::BearersOfInitials(const std::string& key) const {
  const Initialled one(key);
  auto found = one.initials.empty() ? bearers_.end() : bearers_.find(one.family);
  if (found == bearers_.end()) return {};
  std::vector<size_t> meant;
  auto check = [&](size_t official) {
    if (BeginsSo(one, keys_[official])) meant.push_back(official);
  };
  for (size_t official : found->second.whole) check(official);
  for (size_t official : found->second.tail) check(official);
  return meant;
}

const Official* People::Known(const std::string& name) const {
  const std::string key = ComparisonKey(view_.pack(), name);
  auto found = bearers_.find(key);
  if (found == bearers_.end()) {
    std::vector<size_t> meant;
    for (const std::string& form : FamilyForms(view_.pack(), key)) {
      if (meant.empty()) meant = BearersOfInitials(form);
    }
    return meant.size() == 1 ? &officials_[meant.front()] : nullptr;
  }
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

People::Seen People::LastBefore(uint32_t byte, std::string_view gender) const {
  auto after =
      std::partition_point(named_.begin(), named_.end(), [&](const NamedAt& one) { return one.end <= byte; });
  for (int left = kMostLookedBack; after != named_.begin() && left > 0; --left) {
    --after;
    const Official* who = &officials_[after->official];
    if (MayBe(who, gender)) return {who, after->begin};
  }
  return {};
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
  if (!posts.empty()) {
    const Official* holder = HolderOf(posts.front(), speakers);
    const Official* leader = holder ? holder : LeaderOf(posts.front(), speakers);
    return leader ? leader : SpeakerCalled(posts.front(), speakers);
  }
  if (auto pronoun = view_.Inside(unit, {"pronoun"}); !pronoun.empty())
    return LastBefore(view_.unit(unit).span.begin, GenderShown(view_, pronoun.front())).who;
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
