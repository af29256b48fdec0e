// Who gives an order: the givers of directives.h.

#include <unicode/uchar.h>

#include <algorithm>
#include <span>

#include "extractors/engine/directives.h"
#include "extractors/engine/nominative.h"
#include "extractors/engine/number_issuers.h"
#include "extractors/engine/utf.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

// Roles.
constexpr std::string_view kOfCountries[] = {"president", "prime_minister", "general_secretary"};
constexpr std::string_view kOfTowns[] = {"governor", "mayor"};

bool Among(std::span<const std::string_view> roles, std::string_view one) {
  return std::find(roles.begin(), roles.end(), one) != roles.end();
}

constexpr uint32_t kMostPassed = 3;  // paragraphs behind a lead in which nobody need order, speak or chair

}  // namespace

Orders::Giver Orders::GiverOf(const FactUnit& at) {
  Giver giver;
  std::vector<Source> sources = SourcesOf(PlaceOf(at), NameId("issuer"), kMostInherited);
  if (sources.empty() || sources.front().set != 0) AddWhoSaidIt(at, sources);
  PreferSubject(at, sources);
  bool pronoun = false;  // whether one is printed as the issuer
  const std::string_view gender = GenderBefore(at.unit);
  const bool names_one = !sources.empty() && sources.front().set == 0;
  const auto printed = names_one ? std::optional(sources.front().units.front()) : std::nullopt;
  for (Source& source : sources) {
    std::optional<size_t> document = DocumentOf(source);
    const bool inherited = source.set != 0;
    const auto pronouns =
        inherited ? std::vector<uint32_t>() : view_.Inside(source.units.front(), {"pronoun"});
    pronoun = pronoun || !pronouns.empty();
    const bool shows_gender = !pronouns.empty() && !GenderShown(view_, pronouns.front()).empty();
    const bool in_passing = inherited && in_passing_.contains(source.set - 1);
    // Who gave the order that this one goes on from is known by now.
    const auto before = inherited ? givers_.find(source.set - 1) : givers_.end();
    if (before != givers_.end() && before->second.name) {
      giver = before->second;
      giver.name->basis = std::max(giver.name->basis, source.basis);
    } else {
      const uint32_t unit = source.units.front();
      giver = GiverIn(std::move(source), view_.unit(at.unit).span.begin);
      if (giver.unit == 0) giver.unit = unit;
    }
    if (giver.person && inherited && !people_.MayBe(giver.person, gender)) {
      giver = {};  // “She asked …” goes on with no man
      continue;
    }
    if (!giver.name && shows_gender) break;  // “she”, and only he has spoken
    if (!giver.name) continue;
    if (in_passing) in_passing_.insert(at.unit);
    if (!giver.document) giver.document = document;
    if (!giver.document) giver.document = mandates_.Of(giver.name->value, view_.unit(at.unit).span.begin);
    break;
  }
  if (!giver.name && pronoun) {
    if (auto opener = GiverWhoOpens(view_.unit(at.unit).span.begin)) giver = std::move(*opener);
  }
  if (!giver.name) {
    if (const auto beside = DocumentBeside(at, printed)) giver = GiverBy(beside);
  }
  if (giver.name) speakers_.Ordered(giver.person, giver.unit, at.sentence);
  return givers_[at.unit] = giver;
}

void Orders::AddWhoSaidIt(const FactUnit& at, std::vector<Source>& sources) const {
  const uint32_t begin = view_.unit(at.unit).span.begin;
  const auto said = quotations_.SaidBy(at.sentence, begin);
  auto units = said ? PartOf(*said, NameId("issuer")) : std::vector<uint32_t>();
  if (said && units.empty()) units = PartOf(*said, NameId("who"));
  if (!units.empty()) sources.insert(sources.begin(), {std::move(units), Basis::kResolved, *said + 1});
  if (said || !sources.empty()) return;
  if (const auto named = quotations_.NamedBehind(at.sentence, begin, units_))
    sources.push_back({{*named}, Basis::kResolved, 0});
}

std::optional<Orders::Giver> Orders::GiverWhoOpens(uint32_t order) {
  const uint32_t opens = speakers_.OpensBefore(order);
  if (opens == 0) return std::nullopt;
  Giver giver = GiverIn({{opens - 1}, Basis::kResolved, opens}, order);
  if (giver.unit == 0) giver.unit = opens - 1;
  return giver;
}

std::string_view Orders::GenderBefore(uint32_t order) const {
  const auto verb = view_.CapturedSpan(order, "order");
  const auto pronouns = view_.Inside(order, {"pronoun"});
  if (!verb || pronouns.empty() || view_.unit(pronouns.front()).span.begin >= verb->begin) return {};
  return GenderShown(view_, pronouns.front());
}

bool Orders::HasLentFloor(const FactUnit& at) const {
  const Unit& order = view_.unit(at.unit);
  const uint32_t first = order.child_count > 0 ? view_.tree().children[order.first_child] : at.unit;
  const Pack& pack = view_.pack();
  const size_t floor = pack.RegisterOf(pack.Kind("floor"));
  return floor < pack.registers.size() && view_.unit(first).source == Unit::Source::kStart &&
         pack.alphabet.Has(view_.unit(first).symbol, pack.registers[floor].live_kind) &&
         view_.HeldIn(at.sentence, floor) == 0;
}

bool Orders::IsOblique(uint32_t unit) const {
  const auto cases = CasesOf(view_, unit);
  return !cases.empty() &&
         std::none_of(cases.begin(), cases.end(), [](std::string_view one) { return one.ends_with("nom"); });
}

bool Orders::IsOwner(const FactUnit& at) const {
  const SentenceUnits& sentence = view_.tree().sentences[at.sentence];
  const uint32_t* first = view_.tree().roots.data() + sentence.first;
  const uint32_t *end = first + sentence.count, begin = view_.unit(at.unit).span.begin;
  const uint32_t* here =
      std::partition_point(first, end, [&](uint32_t root) { return view_.unit(root).span.begin < begin; });
  while (here != end && *here != at.unit && view_.unit(*here).span.begin == begin) ++here;
  if (here == end || *here != at.unit) return false;
  if (here != first && view_.HasKind(here[-1], "number")) --here;  // “the work of 2 new deputies”
  return here != first && view_.HasKind(here[-1], "of");
}

void Orders::PreferSubject(const FactUnit& at, std::vector<Source>& sources) const {
  if (sources.empty() || sources.front().set != 0) return;
  const Span issuer = view_.unit(sources.front().units.front()).span;
  const bool owner = issuer.begin == view_.unit(at.unit).span.begin && IsOwner(at);
  if (!owner && !IsOblique(sources.front().units.front())) return;
  const auto& settings = view_.tree().settings;
  auto one = std::partition_point(settings.begin(), settings.end(),
                                  [&](const Setting& setting) { return setting.sentence < at.sentence; });
  std::optional<Source> subject;
  for (; one != settings.end() && one->sentence == at.sentence; ++one) {
    if (view_.unit(one->unit).span.end > issuer.begin) continue;
    for (const char* part : {"who", "chair"}) {
      auto units = PartOf(one->unit, NameId(part));
      if (!units.empty() && !IsOblique(units.front()))
        subject = {std::move(units), Basis::kResolved, one->unit + 1};
    }
  }
  if (subject) sources.insert(sources.begin(), std::move(*subject));
}

void Orders::HearOrder(const FactUnit& at, const Giver& giver) {
  if (!giver.name) return;
  const auto issuer = view_.Captured(at.unit, NameId("issuer"));
  // A hearer who issues a document of his own speaks in it.
  const bool in_passing =
      !issuer.empty() && !giver.person && !giver.document && hearers_.IsHearer(issuer.front()) &&
      view_.Inside(issuer.front(), {"resolution", "doc_kind", "document_ref", "post"}).empty();
  if (in_passing) {
    const Span order = view_.unit(at.unit).span;
    const auto& settings = view_.tree().settings;
    auto one = std::partition_point(settings.begin(), settings.end(),
                                    [&](const Setting& setting) { return setting.sentence < at.sentence; });
    for (; one != settings.end() && one->sentence == at.sentence; ++one) {
      if (order.Contains(view_.unit(one->unit).span)) in_passing_.insert(one->unit);
    }
  }
  hearers_.Told(view_.Captured(at.unit, NameId("assignees")), giver.name->value);
}

std::optional<size_t> Orders::DocumentOf(const Source& source) const {
  for (uint32_t unit : view_.Inside(source.units.front(), {"mandate"})) {
    if (auto document = mandates_.NamedBy(unit)) return document;
  }
  if (source.set == 0) return std::nullopt;
  auto order = givers_.find(source.set - 1);
  return order != givers_.end() ? order->second.document : mandates_.NamedBy(source.set - 1);
}

std::optional<size_t> Orders::DocumentBeside(const FactUnit& at, std::optional<uint32_t> issuer) const {
  if (issuer) {
    for (uint32_t cited : view_.Inside(*issuer, {"resolution"}))
      if (auto document = documents_.IndexOf(cited)) return document;
  }
  const auto& settings = view_.tree().settings;
  auto one = std::partition_point(settings.begin(), settings.end(),
                                  [&](const Setting& setting) { return setting.sentence < at.sentence; });
  std::optional<size_t> last;
  for (; one != settings.end() && one->sentence == at.sentence; ++one) {
    if (view_.unit(one->unit).span.end > view_.unit(at.unit).span.begin) continue;
    if (auto document = mandates_.NamedBy(one->unit)) last = document;
  }
  return last;
}

Orders::Giver Orders::GiverBy(std::optional<size_t> document) const {
  if (!document) return {};
  const Resolution& one = documents_.resolutions()[*document];
  Giver giver{IssuerOf(one, people_), nullptr, document};
  if (giver.name && IsIssuerByNumber(one) && giver.name->value == one.issuer->value) {
    giver.person = people_.Titled(giver.name->value);
    if (giver.person) giver.name->value = giver.person->name->value;
  }
  return giver;
}

Orders::Giver Orders::GiverIn(Source source, uint32_t order) {
  for (const char* part : {"issuer", "who"}) {  // of a document that orders, of one who speaks
    auto inner = PartOf(source.units.front(), NameId(part));
    if (inner.empty()) continue;
    source.units = std::move(inner);
    break;
  }
  if (auto cited = view_.Inside(source.units.front(), {"resolution"}); !cited.empty())
    return GiverBy(documents_.IndexOf(cited.front()));
  Span span{view_.unit(source.units.front()).span.begin, view_.unit(source.units.back()).span.end};
  for (uint32_t unit : view_.Inside(source.units.front(), {"document_ref", "body_ref"})) {
    if (view_.HasKind(unit, "body_ref")) {
      if (const Agency* body = BodyMeant(unit))
        return {At<std::string>{body->name->value, span, Basis::kResolved}, nullptr, {}};
      return {NameByHead(unit), nullptr, {}};
    }
    auto kind = view_.Find(unit, "kind");
    return GiverBy(kind ? documents_.Meant(kind->text, view_.unit(unit).span.begin) : std::nullopt);
  }
  for (uint32_t unit : source.units) {
    bool printed = !view_.Inside(unit, {"person"}).empty();
    const auto pronouns = view_.Inside(unit, {"pronoun"});
    const bool pronoun = !printed && view_.Inside(unit, {"post", "title"}).empty() && !pronouns.empty();
    // “Mr. X she asked to …”: who is told stands before her and is not meant.
    const uint32_t begin = view_.unit(unit).span.begin,
                   here = source.set == 0 ? std::min(begin, order) : begin;
    const Speakers::Meant meant = pronoun ? speakers_.Pronoun(here, GenderShown(view_, pronouns.front()))
                                          : Speakers::Meant{people_.Resolve(unit, speakers_.Before(here)), 0};
    if (!meant.who && meant.unit != 0) {
      Giver giver = GiverIn({{meant.unit - 1}, std::max(source.basis, Basis::kResolved), meant.unit}, order);
      if (giver.name) giver.name->span = span;
      giver.unit = meant.unit - 1;
      return giver;
    }
    if (!meant.who) continue;
    Basis basis = printed ? source.basis : std::max(source.basis, Basis::kResolved);
    return {At<std::string>{meant.who->name->value, span, basis}, meant.who, {}};
  }
  for (uint32_t unit : source.units) {
    // Nobody who holds a post: by the fullest name that the article has for him.
    const auto persons = view_.Inside(unit, {"person", "post", "agency"});
    if (persons.size() != 1 || !view_.HasKind(persons.front(), "person")) continue;
    return {
        At<std::string>{FullestName(PersonName(view_, persons.front())), span, source.basis}, nullptr, {}};
  }
  for (uint32_t unit : source.units) {
    auto posts = view_.Inside(unit, {"post"});
    if (posts.empty()) continue;
    Post post = PostOf(view_, posts.front());
    if (auto holder = HolderUnnamed(posts.front(), post)) return {std::move(holder), nullptr, {}};
    if (auto alone = PostWithoutBody(posts.front(), post)) {
      alone->basis = source.basis;
      return {std::move(alone), nullptr, {}};
    }
    if (post.body) return {BodyNamed(post.body->value, span, source.basis), nullptr, {}};
    if (auto body = BodyOfTitle(posts.front()))
      return {BodyNamed(*body, span, Basis::kResolved), nullptr, {}};
    return {At<std::string>{view_.Nominative(posts.front()), view_.unit(posts.front()).span, source.basis},
            nullptr,
            {}};
  }
  if (source.units.size() == 1 && !view_.Inside(source.units.front(), {"pronoun"}).empty()) return {};
  // “Dr Mehta”: the name without what goes before it.
  if (source.units.size() == 1 && view_.HasKind(source.units.front(), "addressed")) {
    if (auto name = view_.Captured(source.units.front(), NameId("name")); !name.empty())
      return {At<std::string>{FullestName(view_.Nominative(name)), span, source.basis}, nullptr, {}};
  }
  // An event that names neither who presided nor whose it was.
  if (source.units.size() == 1 && view_.HasKind(source.units.front(), "event")) return {};
  return {BodyNamed(view_.Nominative(source.units), span, source.basis), nullptr, {}};
}

std::string Orders::FullestName(std::string name) const {
  constexpr size_t kMostNames = 256;  // of an article, compared with each other
  if (!names_) {
    names_.emplace();
    const Tree& tree = view_.tree();
    for (uint32_t unit = 0; unit < tree.units.size() && names_->size() < kMostNames; ++unit) {
      if (view_.KindOf(unit) != "person") continue;
      std::string full = PersonName(view_, unit), key = " " + ComparisonKey(view_.pack(), full);
      auto same = [&](const auto& one) { return one.second == key; };
      if (std::none_of(names_->begin(), names_->end(), same))
        names_->emplace_back(std::move(full), std::move(key));
    }
  }
  const std::string key = " " + ComparisonKey(view_.pack(), name);
  for (const auto& [full, folded] : *names_) {
    if (folded.size() > key.size() && folded.ends_with(key)) return full;
  }
  if (key.find(" . ") == key.npos) return name;
  const std::string* meant = nullptr;  // by initials
  for (const std::string& form : FamilyForms(view_.pack(), key.substr(1))) {
    for (const auto& [full, folded] : *names_) {
      if (!IsByInitials(form, std::string_view(folded).substr(1))) continue;
      if (meant) return name;
      meant = &full;
    }
  }
  return meant ? *meant : name;
}

std::vector<std::string> Orders::BareSpeakers() const {
  std::vector<std::string> names, keys;
  const std::string blank = " ";
  auto add = [&](std::string name) {
    std::string key = ComparisonKey(view_.pack(), name);
    for (size_t i = 0; i < names.size(); ++i) {
      if (keys[i] == key || keys[i].ends_with(blank + key)) return;
      if (!key.ends_with(blank + keys[i])) continue;
      names[i] = std::move(name), keys[i] = std::move(key);
      return;
    }
    names.push_back(std::move(name));
    keys.push_back(std::move(key));
  };
  for (const Setting& one : view_.tree().settings) {
    if (names.size() > 1) break;
    for (const char* part : {"issuer", "who", "chair"}) {
      for (uint32_t unit : view_.Captured(one.unit, part)) {
        if (!view_.Inside(unit, {"official", "post", "title", "agency"}).empty()) continue;
        for (uint32_t person : view_.Inside(unit, {"person"})) {
          std::string name = PersonName(view_, person);
          if (!name.empty() && !people_.Known(name)) add(std::move(name));
        }
      }
    }
  }
  return names;
}

Maybe<std::string> Orders::HolderUnnamed(uint32_t unit, const Post& said) {
  static constexpr std::string_view kOfPlaces[] = {"president", "prime_minister", "governor", "mayor",
                                                   "general_secretary"};
  if (!said.role || said.capacity ||
      std::find(std::begin(kOfPlaces), std::end(kOfPlaces), said.role->value) == std::end(kOfPlaces))
    return std::nullopt;
  if (!bare_speakers_) bare_speakers_ = BareSpeakers();
  if (bare_speakers_->empty()) {
    // “The head of the city” is the governor or mayor of the article, when it has but one.
    static constexpr std::string_view kHeads[] = {"governor", "mayor"};
    auto heads = [](const Maybe<std::string>& role) {
      return role && std::find(std::begin(kHeads), std::end(kHeads), role->value) != std::end(kHeads);
    };
    const Official* head = nullptr;
    for (const Official& one : people_.officials()) {
      if (std::none_of(one.posts.begin(), one.posts.end(),
                       [&](const Post& post) { return heads(post.role); }))
        continue;
      if (head) return std::nullopt;
      head = &one;
    }
    if (!head || !heads(said.role)) return std::nullopt;
    return At<std::string>{head->name->value, view_.unit(unit).span, Basis::kInferred};
  }
  if (bare_speakers_->size() != 1 || NamesPeerOf(said.role->value)) return std::nullopt;
  const std::string name = FullestName(bare_speakers_->front());
  if (!holder_found_) holder_found_ = HolderFound(name, unit, said);
  return At<std::string>{name, view_.unit(unit).span, Basis::kInferred};
}

bool Orders::NamesPeerOf(std::string_view role) {
  if (!roles_) {
    roles_.emplace();
    for (uint32_t unit = 0; unit < view_.tree().units.size(); ++unit) {
      if (view_.KindOf(unit) != "post") continue;
      if (const auto held = view_.Find(unit, "role")) roles_->insert(held->text);
    }
  }
  const bool country = Among(kOfCountries, role);
  return std::any_of(roles_->begin(), roles_->end(), [&](std::string_view held) {
    return held != role && (country ? Among(kOfCountries, held) : Among(kOfTowns, held));
  });
}

std::optional<Official> Orders::HolderOfPost() {
  for (const Setting& one : view_.tree().settings) {
    if (holder_found_) break;
    for (const char* part : {"issuer", "who", "chair"}) {
      for (uint32_t unit : view_.Captured(one.unit, part)) {
        const auto posts = view_.Inside(unit, {"post"});
        if (posts.empty() || !view_.Inside(unit, {"person"}).empty() || people_.Resolve(posts.front()))
          continue;
        HolderUnnamed(posts.front(), PostOf(view_, posts.front()));
      }
    }
  }
  return std::move(holder_found_);
}

Official Orders::HolderFound(const std::string& name, uint32_t post, const Post& said) const {
  Official holder;
  for (uint32_t unit = 0; unit < view_.tree().units.size(); ++unit) {
    if (view_.KindOf(unit) != "person" || FullestName(PersonName(view_, unit)) != name) continue;
    holder.head.mentions.push_back(view_.unit(unit).span);
  }
  if (holder.head.mentions.empty()) return holder;
  holder.name = At<std::string>{name, holder.head.mentions.front()};
  holder.head.rule = view_.pack().rules[view_.unit(post).index].place.ToString();
  Post inferred = said;
  for (Maybe<std::string>* field : {&inferred.title, &inferred.role, &inferred.body}) {
    if (*field) (*field)->basis = Basis::kInferred;
  }
  inferred.capacity = At<std::string>{"current", inferred.title->span, Basis::kInferred};
  holder.posts.push_back(std::move(inferred));
  return holder;
}

Maybe<std::string> Orders::GiverAfter(uint32_t byte) {
  const auto& settings = view_.tree().settings;
  auto it = std::partition_point(settings.begin(), settings.end(),
                                 [&](const Setting& one) { return view_.unit(one.unit).span.begin <= byte; });
  const auto& sentences = view_.tree().sentences;
  const auto here = std::partition_point(sentences.begin(), sentences.end(), [&](const SentenceUnits& one) {
    return view_.unit(view_.tree().roots[one.first]).span.begin < byte;
  });
  if (here == sentences.begin()) return std::nullopt;
  const uint32_t last = std::prev(here)->paragraph + kMostPassed;
  for (; it != settings.end() && sentences[it->sentence].paragraph <= last; ++it) {
    for (const char* part : {"issuer", "who", "chair"}) {
      std::vector<uint32_t> units = PartOf(it->unit, NameId(part));
      if (units.empty()) continue;
      Maybe<std::string> name = GiverIn({std::move(units), Basis::kInferred, it->unit + 1}, byte).name;
      if (!name) continue;
      name->basis = Basis::kInferred;
      return name;
    }
  }
  return std::nullopt;
}

Maybe<std::string> Orders::PostWithoutBody(uint32_t unit, const Post& post) const {
  const auto body = view_.Captured(unit, "body");
  if (body.empty() || view_.HasKind(body.front(), "agency") || view_.HasKind(body.front(), "body"))
    return std::nullopt;
  if (view_.HasKind(body.front(), "sector"))
    return At<std::string>{view_.Nominative(unit), view_.unit(unit).span};
  bool place = std::all_of(body.begin(), body.end(), [&](uint32_t one) {
    return view_.HasKind(one, "place") || view_.HasKind(one, "locality");
  });
  if (!place || !post.title) return std::nullopt;
  const bool country = post.role && Among(kOfCountries, post.role->value);
  return country ? post.title : At<std::string>{view_.Nominative(unit), view_.unit(unit).span};
}

Maybe<std::string> Orders::NameByHead(uint32_t unit) const {
  const auto head = view_.CapturedSpan(unit, "head");
  if (!head || head->begin == view_.unit(unit).span.begin) return std::nullopt;
  const std::u32string letters = ToUtf32(view_.Printed(*head));
  if (letters.empty() || !u_isupper(static_cast<UChar32>(letters.front()))) return std::nullopt;
  return At<std::string>{OneLine(view_.Printed(*head)), *head};
}

std::optional<std::string> Orders::BodyOfTitle(uint32_t post) const {
  const auto& settings = view_.tree().settings;
  const Post said = PostOf(view_, post);
  const std::string title = ComparisonKey(view_.pack(), said.title->value);
  auto it = std::partition_point(settings.begin(), settings.end(), [&](const Setting& one) {
    return view_.unit(one.unit).span.begin < view_.unit(post).span.begin;
  });
  for (int left = kMostInherited; it != settings.begin() && left > 0; --left) {
    --it;
    for (uint32_t one : view_.Inside(it->unit, {"post"})) {
      const Post held = PostOf(view_, one);
      if (!held.body || ComparisonKey(view_.pack(), held.title->value) != title) continue;
      // “Prime Minister of Vietnam”: a country orders nothing, the post does.
      if (PostWithoutBody(one, held)) return std::nullopt;
      return held.body->value;
    }
  }
  return std::nullopt;
}

At<std::string> Orders::BodyNamed(std::string name, Span span, Basis basis) const {
  if (auto lettered = WithoutLetters(name)) name = std::move(lettered->name);
  if (const std::string* full = bodies_.LongName(name)) return {*full, span, Basis::kResolved};
  return {std::move(name), span, basis};
}

const Agency* Orders::BodyMeant(uint32_t unit) const {
  auto noun = view_.CapturedSpan(unit, "head");
  return noun ? bodies_.Meant(view_.Printed(*noun), view_.unit(unit).span.begin) : nullptr;
}

}  // namespace acta
