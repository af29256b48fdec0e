#include "extractors/engine/directives.h"

#include <algorithm>

#include "extractors/engine/shared_head.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

constexpr int kMostWords = 60;        // of an action
constexpr int kMostInherited = 64;    // orders in a row that go on with what the one before said
constexpr size_t kMostJoined = 1000;  // units that such orders have gathered

// The first `most` words of a text, without the marks that end the sentence.
std::string_view FirstWords(std::string_view text, int most) {
  int words = 0;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' && ++words == most) {
      text = text.substr(0, i);
      break;
    }
  }
  while (!text.empty() && std::string_view(" .,;:/").find(text.back()) != std::string_view::npos)
    text.remove_suffix(1);
  return text;
}

// What is to be done, from its first words, with the bytes that state it.
At<std::string> TaskText(const TreeView& view, Span span) {
  std::string_view text = FirstWords(view.Printed(span), kMostWords);
  return {OneLine(text), {span.begin, span.begin + static_cast<uint32_t>(text.size())}};
}

}  // namespace

void Orders::AddFromRegisters(Place at, uint32_t field, const std::vector<Inheritance>& ways, int depth,
                              std::vector<Source>& sources) const {
  if (depth == 0) return;
  const bool speaker = field == NameId("issuer");
  for (const Inheritance& one : ways) {
    if (one.field != field) continue;
    for (const Inheritance::Source& from : one.sources) {
      uint32_t set = SetBefore(at, from);
      while (speaker && set != 0 && WordTakenBack(set - 1, at))
        set = SetBefore({set - 1, set_in_.at(set - 1)}, from);
      if (set == 0) continue;
      const auto& units = Inherited(set - 1, from.part, depth);
      if (!units.empty()) sources.push_back({units, Basis::kResolved, set});
    }
  }
}

std::vector<Orders::Source> Orders::SourcesOf(Place at, uint32_t field, int depth) const {
  std::vector<Source> sources;
  if (auto units = view_.Captured(at.unit, field); !units.empty())
    sources.push_back({std::move(units), Basis::kPrinted, 0});
  const size_t printed = sources.size();
  AddFromRegisters(at, field, view_.pack().rules[view_.unit(at.unit).index].inherit, depth, sources);
  // Of several registers that know it, the one that was set last.
  std::stable_sort(sources.begin() + static_cast<long>(printed), sources.end(),
                   [](const Source& a, const Source& b) { return a.set > b.set; });
  return sources;
}

Orders::Source Orders::SourceOf(Place at, uint32_t field, int depth) const {
  std::vector<Source> sources = SourcesOf(at, field, depth);
  for (Source& source : sources) {
    bool nameless = std::all_of(source.units.begin(), source.units.end(), [&](uint32_t unit) {
      return view_.HasKind(unit, "body_ref") && !BodyMeant(unit);
    });
    if (!nameless) return std::move(source);
  }
  return sources.empty() ? Source() : std::move(sources.front());
}

std::vector<Orders::Source> Orders::AllSources(Place at, uint32_t field, int depth) const {
  std::vector<Source> sources;
  AddFromRegisters(at, field, view_.pack().rules[view_.unit(at.unit).index].join, depth, sources);
  sources.push_back(SourceOf(at, field, depth));
  return sources;
}

uint32_t Orders::SetBefore(Place at, const Inheritance::Source& from) const {
  const auto& registers = view_.pack().registers;
  size_t reg = 0;
  while (reg < registers.size() && registers[reg].kind != from.kind) ++reg;
  return reg == registers.size() ? 0 : LastSet(at, reg);
}

uint32_t Orders::LastSet(Place at, size_t reg) const {
  const Tree& tree = view_.tree();
  uint32_t begin = view_.unit(at.unit).span.begin, last = 0, last_end = 0;
  auto first = std::partition_point(tree.settings.begin(), tree.settings.end(),
                                    [&](const Setting& one) { return one.sentence < at.sentence; });
  for (auto it = first; it != tree.settings.end() && it->sentence == at.sentence; ++it) {
    uint32_t end = view_.unit(it->unit).span.end;
    if (it->reg == reg && end <= begin && end >= last_end) last = it->unit + 1, last_end = end;
  }
  return last != 0 ? last : tree.registers[at.sentence * view_.pack().registers.size() + reg];
}

bool Orders::WordTakenBack(uint32_t unit, Place at) const {
  const auto& sentences = view_.tree().sentences;
  return in_passing_.contains(unit) &&
         sentences[set_in_.at(unit)].paragraph != sentences[at.sentence].paragraph;
}

// A part of a register's unit. One that says no such part has what it inherited itself.
const std::vector<uint32_t>& Orders::Inherited(uint32_t unit, uint32_t part, int depth) const {
  const uint64_t key = uint64_t{unit} << 32 | part;
  if (auto known = inherited_.find(key); known != inherited_.end()) return known->second;
  const Rule& rule = view_.pack().rules[view_.unit(unit).index];
  std::vector<uint32_t> units;
  if (!orders_.contains(unit) && rule.inherit.empty() && rule.join.empty()) {
    units = PartOf(unit, part);
  } else {
    for (const Source& source : AllSources({unit, set_in_.at(unit)}, part, depth - 1))
      units.insert(units.end(), source.units.begin(), source.units.end());
  }
  if (units.size() > kMostJoined) units.erase(units.begin(), units.end() - kMostJoined);
  return inherited_.emplace(key, std::move(units)).first->second;
}

std::vector<uint32_t> Orders::PartOf(uint32_t unit, uint32_t name) const {
  const Unit& u = view_.unit(unit);
  if (u.source != Unit::Source::kRule || (u.says & AttributeBit(name)) == 0) return {};
  auto units = view_.Captured(unit, name);
  for (uint32_t c = 0; c < u.child_count && units.empty(); ++c)
    units = PartOf(view_.tree().children[u.first_child + c], name);
  return units;
}

Orders::Giver Orders::GiverOf(const FactUnit& at) {
  Giver giver;
  for (Source& source : SourcesOf(PlaceOf(at), NameId("issuer"), kMostInherited)) {
    std::optional<size_t> document = DocumentOf(source);
    const bool in_passing = source.set != 0 && in_passing_.contains(source.set - 1);
    giver = GiverIn(std::move(source));
    if (!giver.name) continue;
    if (in_passing) in_passing_.insert(at.unit);
    if (!giver.document) giver.document = document;
    if (!giver.document) giver.document = mandates_.Of(giver.name->value, view_.unit(at.unit).span.begin);
    break;
  }
  if (giver.person) speakers_.Ordered(giver.person, at.sentence);
  return givers_[at.unit] = giver;
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
    for (const Setting& one : view_.tree().settings) {
      if (one.sentence == at.sentence && order.Contains(view_.unit(one.unit).span))
        in_passing_.insert(one.unit);
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

Orders::Giver Orders::GiverBy(std::optional<size_t> document) const {
  if (!document) return {};
  return {IssuerOf(documents_.resolutions()[*document], people_), nullptr, document};
}

Orders::Giver Orders::GiverIn(Source source) {
  if (auto inner = PartOf(source.units.front(), NameId("issuer")); !inner.empty())
    source.units = std::move(inner);
  if (auto cited = view_.Inside(source.units.front(), {"resolution"}); !cited.empty())
    return GiverBy(documents_.IndexOf(cited.front()));
  Span span{view_.unit(source.units.front()).span.begin, view_.unit(source.units.back()).span.end};
  for (uint32_t unit : view_.Inside(source.units.front(), {"document_ref", "body_ref"})) {
    if (view_.HasKind(unit, "body_ref")) {
      const Agency* body = BodyMeant(unit);
      return body ? Giver{At<std::string>{body->name->value, span, Basis::kResolved}, nullptr, {}} : Giver();
    }
    auto kind = view_.Find(unit, "kind");
    return GiverBy(kind ? documents_.Meant(kind->text, view_.unit(unit).span.begin) : std::nullopt);
  }
  for (uint32_t unit : source.units) {
    bool printed = !view_.Inside(unit, {"person"}).empty();
    bool pronoun =
        !printed && view_.Inside(unit, {"post", "title"}).empty() && !view_.Inside(unit, {"pronoun"}).empty();
    const uint32_t here = view_.unit(unit).span.begin;
    const Official* person =
        pronoun ? speakers_.Pronoun(here) : people_.Resolve(unit, speakers_.Before(here));
    if (!person) continue;
    Basis basis = printed ? source.basis : std::max(source.basis, Basis::kResolved);
    return {At<std::string>{person->name->value, span, basis}, person, {}};
  }
  for (uint32_t unit : source.units) {
    auto posts = view_.Inside(unit, {"post"});
    if (posts.empty()) continue;
    Post post = PostOf(view_, posts.front());
    if (post.body) return {BodyNamed(post.body->value, span, source.basis), nullptr, {}};
    if (auto body = BodyOfTitle(posts.front()))
      return {BodyNamed(*body, span, Basis::kResolved), nullptr, {}};
    return {At<std::string>{view_.Nominative(posts.front()), view_.unit(posts.front()).span, source.basis},
            nullptr,
            {}};
  }
  if (source.units.size() == 1 && !view_.Inside(source.units.front(), {"pronoun"}).empty()) return {};
  return {BodyNamed(view_.Nominative(source.units), span, source.basis), nullptr, {}};
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
      if (held.body && ComparisonKey(view_.pack(), held.title->value) == title) return held.body->value;
    }
  }
  return std::nullopt;
}

At<std::string> Orders::BodyNamed(std::string name, Span span, Basis basis) const {
  if (const std::string* full = bodies_.LongName(name)) return {*full, span, Basis::kResolved};
  return {std::move(name), span, basis};
}

const Agency* Orders::BodyMeant(uint32_t unit) const {
  auto noun = view_.CapturedSpan(unit, "head");
  return noun ? bodies_.Meant(view_.Printed(*noun), view_.unit(unit).span.begin) : nullptr;
}

Many<std::string> Orders::NamesIn(const FactUnit& at, std::string_view field, std::vector<Party>& parties,
                                  const char* role) const {
  Many<std::string> names;
  for (const Source& source : AllSources(PlaceOf(at), NameId(field), kMostInherited))
    AddNames(source, names, parties, role);
  return names;
}

void Orders::AddNames(const Source& source, Many<std::string>& names, std::vector<Party>& parties,
                      const char* role) const {
  if (!source.units.empty() && view_.HasKind(source.units.front(), "actor")) {
    // Nobody that a list knows: the words themselves, as a group.
    Span span{view_.unit(source.units.front()).span.begin, view_.unit(source.units.back()).span.end};
    At<std::string> value{OneLine(view_.Printed(span)), span, source.basis};
    Party party;
    party.name = value;
    party.role = At<std::string>{role, span, source.basis};
    party.group = At<bool>{true, span, source.basis};
    parties.push_back(std::move(party));
    names.push_back(std::move(value));
    return;
  }
  for (uint32_t one : source.units) {
    for (uint32_t unit : view_.Inside(
             one, {"agency", "group", "official", "post", "person", "body_ref", "body_head", "locality"})) {
      bool group = view_.HasKind(unit, "group");
      std::vector<NamedPart> said;
      if (view_.HasKind(unit, "official")) {
        for (const Official* person : people_.ResolveAll(unit))
          said.push_back({person->name->value, view_.unit(unit).span, {}, {}});
      }
      if (const Agency* body = view_.HasKind(unit, "body_ref") ? BodyMeant(unit) : nullptr)
        said.push_back({body->name->value, view_.unit(unit).span, {}, {}});
      if (said.empty()) said = PartsOf(view_, unit);
      for (NamedPart& part : said) {
        const Span span = part.span;
        if (std::any_of(names.begin(), names.end(),
                        [&](const auto& known) { return known.value == part.name; }))
          continue;
        At<std::string> value{std::move(part.name), span, source.basis};
        Party party;
        party.name = value;
        party.role = At<std::string>{role, span, source.basis};
        party.group = At<bool>{group, span, source.basis};
        parties.push_back(std::move(party));
        names.push_back(std::move(value));
      }
    }
  }
}

void Orders::AddResolutions(const FactUnit& at, std::optional<size_t> issued_in, Directive& directive) const {
  auto add = [&](size_t index, Span span, Basis basis, const char* relation) {
    const Resolution& document = documents_.resolutions()[index];
    const auto& name = document.number ? document.number : document.title;
    bool known = name && std::any_of(directive.resolutions.begin(), directive.resolutions.end(),
                                     [&](const auto& one) { return one.value == name->value; });
    if (!name || known) return;
    directive.resolutions.push_back({name->value, span, basis});
    directive.links.resolutions.push_back({"resolution:" + std::to_string(index), relation});
  };
  for (const FactUnit& one : UnitsOf(units_, at.sentence)) {
    auto index = one.kind == "resolution" ? documents_.IndexOf(one.unit) : std::nullopt;
    if (!index) continue;
    const auto& state = documents_.resolutions()[*index].state;
    const char* relation = issued_in == index                  ? "issued_in"
                           : state && state->value != "issued" ? "to_draft"
                                                               : "under";
    add(*index, view_.unit(one.unit).span, Basis::kPrinted, relation);
  }
  if (!issued_in) return;
  const Resolution& document = documents_.resolutions()[*issued_in];
  add(*issued_in, document.head.mentions.front(), Basis::kResolved, "issued_in");
  if (document.issued && document.issued->value.has_year())
    directive.given = At<Date>{document.issued->value, document.issued->span, Basis::kResolved};
}

void Orders::AddManner(const FactUnit& at, Directive& directive) const {
  auto printed = [&](Span span) { return At<std::string>{OneLine(view_.Printed(span)), span}; };
  if (auto span = view_.CapturedSpan(at.unit, "urgency")) directive.urgency = printed(*span);
  if (auto span = view_.CapturedSpan(at.unit, "except")) directive.except = printed(*span);
  if (auto urgent = view_.Inside(at.unit, {"urgency"}); !urgent.empty() && !directive.urgency)
    directive.urgency = printed(view_.unit(urgent.front()).span);
  for (uint32_t exception : view_.Inside(at.unit, {"exception"})) {
    if (auto what = view_.CapturedSpan(exception, "what"); what && !directive.except)
      directive.except = printed(*what);
  }
  if (auto negated = view_.Own(at.unit, "negated"))
    directive.negated = At<bool>{negated->text != "false", negated->span};
  auto action = view_.Captured(at.unit, "action");
  if (!action.empty() && view_.HasKind(action.front(), "negation") && !directive.negated)
    directive.negated = At<bool>{true, view_.unit(action.front()).span};
}

std::vector<Maybe<Date>> Orders::DaysOfOrders() const {
  constexpr int kDaysBefore = 31;  // older days are history
  const Tree& tree = view_.tree();
  const Pack& pack = view_.pack();
  const uint32_t date_kind = pack.Kind("date"), session = pack.Kind("session"), floor = pack.Kind("floor");
  const uint32_t own_days[] = {pack.Kind("deadline"), pack.Kind("as_of"), pack.Kind("resolution")};
  const uint32_t event = pack.Kind("event"), directive = pack.Kind("directive");
  auto published = view_.article().published_day();
  std::vector<Maybe<Date>> days;
  Maybe<Date> last;
  std::vector<uint32_t> stack;
  for (const SentenceUnits& sentence : tree.sentences) {
    Maybe<Date> day;
    bool told = false;
    for (uint32_t i = sentence.count; i > 0; --i) stack.push_back(tree.roots[sentence.first + i - 1]);
    while (!stack.empty()) {
      uint32_t unit = stack.back();
      stack.pop_back();
      const Unit& u = view_.unit(unit);
      if (u.source == Unit::Source::kToken) continue;
      auto is = [&](uint32_t kind) { return pack.alphabet.Has(u.symbol, kind); };
      told = told || is(session) || is(floor) || is(event);
      if (is(date_kind)) {
        auto date = ReadDate(view_, unit, published, DateUse::kPast);
        bool near = date && (!published || !date->date.has_year() ||
                             (date->date <= *published && AddDays(date->date, kDaysBefore) >= *published));
        if (near && date->precision == "day" && !day) {
          day = At<Date>{date->date, view_.unit(unit).span, Basis::kResolved};
        }
        continue;
      }
      const bool own_day =
          std::any_of(std::begin(own_days), std::end(own_days), is);  // of what is due, issued
      if (is(directive)) {                                            // what is ordered has days of its own
        for (uint32_t part : view_.Captured(unit, "issuer")) stack.push_back(part);
        continue;
      }
      if (u.source != Unit::Source::kRule || own_day) continue;
      for (uint32_t c = u.child_count; c > 0; --c) stack.push_back(tree.children[u.first_child + c - 1]);
    }
    if (told && day) last = day;
    days.push_back(last);
  }
  return days;
}

std::optional<Directive> Orders::Read(const FactUnit& at) {
  Directive directive;
  auto action = view_.CapturedSpan(at.unit, "action");
  if (!action) return std::nullopt;
  directive.action = TaskText(view_, *action);
  const Giver giver = GiverOf(at);
  directive.issuer = giver.name;
  HearOrder(at, giver);
  directive.assignees = NamesIn(at, "assignees", directive.parties, "lead");
  for (const char* role : {"support", "advised", "recipient", "via"})
    NamesIn(at, role, directive.parties, role);
  auto word = [&](const char* name) -> Maybe<std::string> {
    auto found = view_.Find(at.unit, name);
    return found ? Maybe<std::string>(At<std::string>{std::string(found->text), found->span}) : std::nullopt;
  };
  directive.strength = word("strength");
  if (!directive.strength) {
    // Told on in the manner of the order before.
    for (uint32_t unit : SourceOf(PlaceOf(at), NameId("order"), kMostInherited).units) {
      if (auto before = view_.Find(unit, "strength"); before && !directive.strength)
        directive.strength = At<std::string>{std::string(before->text), before->span, Basis::kResolved};
    }
  }
  AddManner(at, directive);
  directive.given = given_[at.sentence];
  auto published = view_.article().published_day();
  bool term = false;  // so long from an event
  for (uint32_t due : view_.Inside(at.unit, {"deadline"})) {
    const bool counted = view_.Find(due, "count").has_value();
    term = term || counted;
    if (counted || view_.CapturedSpan(due, "recurrence")) continue;  // no one day
    auto date = ReadDue(view_, due, published);
    if (!date) continue;
    directive.deadline = DateAt(*date, view_.unit(due).span);
    break;
  }
  // An issuer that is only inherited, and of himself: that is a report of what he did.
  if (directive.issuer && directive.issuer->basis != Basis::kPrinted && directive.assignees.size() == 1 &&
      directive.assignees.front().value == directive.issuer->value)
    return std::nullopt;
  // A rule may want a date to come, or a term, as the proof that it reads an order and not a report.
  auto only_with = view_.Own(at.unit, "only_with");
  if (only_with && only_with->text == "deadline" && !directive.deadline && !term) return std::nullopt;
  AddResolutions(at, giver.document, directive);
  directive.head.rule = view_.pack().rules[view_.unit(at.unit).index].place.ToString();
  directive.head.mentions.push_back(view_.unit(at.unit).span);
  return directive;
}

std::optional<Found> Orders::EventKind(uint32_t unit) const {
  for (uint32_t part : view_.Captured(unit, "kind")) {
    if (auto kind = EventKind(part)) return kind;
  }
  const std::optional<Found> own = view_.Own(unit, "kind");
  return own && vocabulary::Has(vocabulary::kEventKind, own->text) ? own : std::nullopt;
}

std::optional<Event> Orders::ReadEvent(const FactUnit& at) const {
  Event event;
  const std::optional<Found> kind = EventKind(at.unit);
  if (!kind) return std::nullopt;
  event.kind = At<std::string>{std::string(kind->text), kind->span};
  for (uint32_t unit : view_.Captured(at.unit, "date")) {
    if (auto date = ReadDate(view_, unit, view_.article().published_day(), DateUse::kPast))
      event.date = DateAt(*date, view_.unit(unit).span);
  }
  if (auto place = view_.CapturedSpan(at.unit, "place"))
    event.place = At<std::string>{OneLine(view_.Printed(*place)), *place};
  for (uint32_t unit : PartOf(at.unit, NameId("chair"))) {
    if (const Official* person = people_.Resolve(unit)) {
      event.chair = At<std::string>{person->name->value, view_.unit(unit).span};
    }
  }
  event.head.rule = view_.pack().rules[view_.unit(at.unit).index].place.ToString();
  event.head.mentions.push_back(view_.unit(at.unit).span);
  return event;
}

Maybe<std::string> Orders::ReporterOf(const FactUnit& at) {
  const Span here = view_.unit(at.unit).span;
  const Official* who = speakers_.In(at.sentence, here.begin);
  return who ? Maybe<std::string>(At<std::string>{who->name->value, here, Basis::kResolved}) : std::nullopt;
}

const FactUnit* Orders::OrderOf(const FactUnit& at) const {
  for (int c = at.container; c >= 0; c = units_[static_cast<size_t>(c)].container) {
    if (units_[static_cast<size_t>(c)].kind == "directive") return &units_[static_cast<size_t>(c)];
  }
  const Pack& pack = view_.pack();
  const Tree& tree = view_.tree();
  Symbol start = view_.unit(tree.roots[tree.sentences[at.sentence].first]).symbol;
  if (!pack.alphabet.Has(start, pack.Kind("cont")) && !view_.HasKind(at.unit, "carried_deadline"))
    return nullptr;
  for (size_t r = 0; r < pack.registers.size(); ++r) {
    if (pack.kinds[pack.registers[r].kind] != "directive") continue;
    uint32_t set = tree.registers[at.sentence * pack.registers.size() + r];
    if (auto found = orders_.find(set - 1); set != 0 && found != orders_.end()) return found->second;
  }
  return nullptr;
}

Maybe<Date> Orders::DayOf(const FactUnit& order) const {
  auto giver = givers_.find(order.unit);
  if (giver == givers_.end()) return std::nullopt;
  if (giver->second.document) {
    const Maybe<Date>& issued = documents_.resolutions()[*giver->second.document].issued;
    if (issued && issued->value.has_year()) return issued;
  }
  return given_[order.sentence];
}

void Orders::Describe(const FactUnit& at, Deadline& deadline) const {
  if (const FactUnit* order = OrderOf(at)) {
    const FactUnit& around = *order;
    bool inside = view_.unit(around.unit).span.Contains(view_.unit(at.unit).span);
    inside = inside || view_.HasKind(at.unit, "carried_deadline");
    if (auto action = view_.CapturedSpan(around.unit, "action"); action && !deadline.task && inside) {
      deadline.task = TaskText(view_, *action);
    }
    std::vector<Party> ignored;
    if (deadline.assignees.empty()) deadline.assignees = NamesIn(around, "assignees", ignored, "lead");
    if (inside) return;
  }
  // A task or goal that is no order: `task` units name what is due.
  const Tree& tree = view_.tree();
  const SentenceUnits& sentence = tree.sentences[at.sentence];
  for (uint32_t i = 0; i < sentence.count && !deadline.task; ++i) {
    for (uint32_t task : view_.Inside(tree.roots[sentence.first + i], {"task"})) {
      if (!view_.unit(task).span.Contains(view_.unit(at.unit).span)) continue;
      Span span = view_.CapturedSpan(task, "action").value_or(view_.unit(task).span);
      deadline.task = TaskText(view_, span);
      std::vector<Party> ignored;
      if (deadline.assignees.empty())
        deadline.assignees = NamesIn({task, at.sentence}, "assignees", ignored, "lead");
    }
  }
}

}  // namespace acta
