#include "extractors/engine/directives.h"

#include <algorithm>

#include "extractors/engine/each_word.h"
#include "extractors/engine/quoted_speech.h"
#include "extractors/engine/shared_head.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

constexpr int kMostWords = 60;  // of an action

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

// Whether a text has a mark that parts clauses; a comma without a blank is one of a number.
bool HasBreak(std::string_view text) {
  for (size_t i = text.find_first_of(",;:"); i != text.npos; i = text.find_first_of(",;:", i + 1)) {
    if (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n') return true;
  }
  return false;
}

// Whether a straight mark ends a quotation: a word or a mark stands before it, and none behind it.
bool ClosesStraight(std::string_view text, size_t at) {
  constexpr std::string_view kBehind = " \n.,;:!?)";
  return at > 0 && text[at - 1] != ' ' && text[at - 1] != '(' &&
         (at + 1 == text.size() || kBehind.find(text[at + 1]) != kBehind.npos);
}

// Whether a mark that opens a quotation ends at a byte.
bool OpensQuotation(std::string_view text, size_t end) {
  for (size_t size = 1; size <= std::min<size_t>(3, end); ++size) {
    const QuotationMark* mark = QuotationMarkAt(text, end - size);
    if (mark && mark->text.size() == size) return mark->kind != QuotationMark::Kind::kCloses;
  }
  return false;
}

// Whether the sentence goes on behind a mark that closes after a word: “is to «pull» the works up”.
bool GoesOn(std::string_view text, size_t mark, size_t size) {
  const size_t behind = mark + size + 1;
  return text.substr(0, mark).find(' ') == text.npos && behind < text.size() && text[behind - 1] == ' ' &&
         std::string_view("-–—(").find(text[behind]) == std::string_view::npos;
}

// Without what follows the end of a quotation that began before it: “…», said the minister”. `opened`: right before it.
std::string_view InsideQuotation(std::string_view text, bool opened) {
  QuotationDepth open;  // of those that began here
  for (size_t i = 0; i < text.size(); ++i) {
    const QuotationMark* mark = QuotationMarkAt(text, i);
    if (!mark) continue;
    const bool straight = mark->kind == QuotationMark::Kind::kStraight;
    const bool ends = open.depth() == 0 && (straight ? ClosesStraight(text, i) : open.Closes(*mark));
    if (ends && !(opened && GoesOn(text, i, mark->text.size()))) return text.substr(0, i);
    if (!ends) open.Pass(*mark);
  }
  return text;
}

// Whether two names are one, or one has a single word more (“Department of Education of An Giang [province]”).
bool OneName(const Pack& pack, const std::string& a, const std::string& b) {
  constexpr size_t kLongName = 5;  // words; shorter ones may well be two bodies
  if (a == b) return true;
  const std::string a_key = ComparisonKey(pack, a), b_key = ComparisonKey(pack, b);
  std::vector<std::string_view> shorter, longer;
  ForEachWord(a_key, [&](std::string_view word) { shorter.push_back(word); });
  ForEachWord(b_key, [&](std::string_view word) { longer.push_back(word); });
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  if (shorter.size() < kLongName || longer.size() != shorter.size() + 1) return false;
  const auto [ends, goes_on] = std::mismatch(shorter.begin(), shorter.end(), longer.begin());
  return std::equal(ends, shorter.end(), goes_on + 1);
}

constexpr int kMostHeads = 4;        // words at the head of a task that are no part of it
constexpr size_t kMostTold = 40;     // units of a list of addressees behind a comma
constexpr size_t kModalWithin = 14;  // units of a task from its beginning to a modal

// The first visible words of a unit, and where each begins.
void FirstLeaves(const TreeView& view, uint32_t at, std::vector<uint32_t>& leaves) {
  const Unit& unit = view.unit(at);
  if (unit.source != Unit::Source::kRule) {
    if (!unit.span.empty()) leaves.push_back(at);
    return;
  }
  for (uint32_t c = 0; c < unit.child_count && leaves.size() <= kMostHeads; ++c)
    FirstLeaves(view, view.tree().children[unit.first_child + c], leaves);
}

// A task without the words at its head that only say that it is one: “*will* publish”, “*to* publish”.
Span WithoutHead(const TreeView& view, const std::vector<uint32_t>& units, Span span) {
  std::vector<uint32_t> leaves;
  for (size_t i = 0; i < units.size() && leaves.size() <= kMostHeads; ++i)
    FirstLeaves(view, units[i], leaves);
  size_t head = 0;
  for (; head < leaves.size(); ++head) {
    const uint32_t leaf = leaves[head];
    const bool particle = view.HasKind(leaf, "goal_word") && !view.Own(leaf, "status");
    if (!particle && !view.HasKind(leaf, "modal") && !view.HasKind(leaf, "will")) break;
  }
  if (head == 0 || head == leaves.size() || view.unit(leaves[head]).span.begin >= span.end) return span;
  return {view.unit(leaves[head]).span.begin, span.end};
}

// What is to be done, from its first words, with the bytes that state it.
At<std::string> TaskText(const TreeView& view, Span span) {
  std::string_view text = FirstWords(
      InsideQuotation(view.Printed(span), OpensQuotation(view.article().text, span.begin)), kMostWords);
  return {OneLine(text), {span.begin, span.begin + static_cast<uint32_t>(text.size())}};
}

}  // namespace

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
    AddName({OneLine(view_.Printed(span)), span, source.basis}, true, names, parties, role);
    return;
  }
  for (uint32_t one : source.units) {
    auto named = view_.Inside(
        one, {"agency", "group", "official", "post", "person", "body_ref", "body_head", "locality"});
    if (named.empty()) named = view_.Inside(one, {"place", "place_word"});  // “asks Dong Nai to …”
    for (uint32_t unit : named) {
      for (NamedPart& part : AddressedBy(unit)) {
        if (auto lettered = WithoutLetters(part.name)) part.name = std::move(lettered->name);
        const bool group = view_.HasKind(unit, "group");
        AddName({std::move(part.name), part.span, source.basis}, group, names, parties, role);
      }
    }
    // “He is also tasked with …”, “Ha is responsible for …”
    if (const Official* meant = named.empty() ? people_.Resolve(one) : nullptr) {
      AddName({meant->name->value, view_.unit(one).span, std::max(source.basis, Basis::kResolved)}, false,
              names, parties, role);
    }
  }
}

std::optional<Orders::Subject> Orders::SubjectOfTask(uint32_t order) const {
  if (!view_.Captured(order, "assignees").empty()) return std::nullopt;
  return SubjectIn(view_.Captured(order, "action"), view_.CapturedSpan(order, "action")->end);
}

std::optional<Orders::Subject> Orders::SubjectIn(const std::vector<uint32_t>& units, uint32_t end) const {
  auto is = [&](size_t i, std::initializer_list<const char*> kinds) {
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const char* kind) { return view_.HasKind(units[i], kind); });
  };
  size_t modal = 0;
  while (modal < units.size() && modal < kModalWithin && !is(modal, {"modal"})) ++modal;
  if (modal == 0 || modal + 1 >= units.size() || modal == kModalWithin) return std::nullopt;
  // What something must be done to does nothing.
  size_t deed = modal + 1;
  while (deed + 1 < units.size() && is(deed, {"adverb", "modal"})) ++deed;
  if (is(deed, {"be", "be_inf", "passive"})) return std::nullopt;
  size_t first = modal;
  Subject subject;
  for (; first > 0; --first) {
    if (is(first - 1, {"agency", "group", "official", "post", "body_ref", "locality", "place"})) {
      subject.units.insert(subject.units.begin(), units[first - 1]);
    } else if (!is(first - 1, {"sep", "and", "article"}) ||
               (subject.units.empty() && is(first - 1, {"sep"}))) {
      break;
    }
  }
  const bool opens = first == 0 || is(first - 1, {"deadline", "date", "which_word"}) ||
                     (first < modal && is(first, {"sep"}));
  if (subject.units.empty() || !opens) return std::nullopt;
  subject.action = {view_.unit(units[deed]).span.begin, end};
  return subject;
}

Span Orders::ActionOf(uint32_t order) const {
  const auto subject = SubjectOfTask(order);
  const Span span =
      subject ? subject->action
              : WithoutHead(view_, view_.Captured(order, "action"), *view_.CapturedSpan(order, "action"));
  const auto& further = FurtherTasks(order);
  return further.empty() || further.front().begin <= span.begin ? span
                                                                : Span{span.begin, further.front().begin};
}

const std::vector<Orders::FurtherTask>& Orders::FurtherTasks(uint32_t order) const {
  auto [known, first_time] = further_tasks_.try_emplace(order);
  if (!first_time || view_.Captured(order, "assignees").empty()) return known->second;
  const Unit& whole = view_.unit(order);
  bool to = false;  // the first task is led by a particle: “asks him *to* …”
  const auto action = view_.Captured(order, "action");
  for (uint32_t c = 1; c < whole.child_count; ++c) {
    const uint32_t* children = &view_.tree().children[whole.first_child];
    if (!action.empty() && children[c] == action.front()) to = view_.HasKind(children[c - 1], "goal_word");
  }
  std::vector<uint32_t> units;
  for (uint32_t unit : action) AddPartsOfTask(unit, units);
  auto is = [&](size_t i, std::initializer_list<const char*> kinds) {
    return i < units.size() && std::any_of(kinds.begin(), kinds.end(),
                                           [&](const char* kind) { return view_.HasKind(units[i], kind); });
  };
  auto parts = [&](size_t i) {
    return is(i, {"sep", "and"}) || (i < units.size() && view_.Printed(view_.unit(units[i]).span) == ",");
  };
  auto named = [&](size_t i) { return is(i, {"agency", "official", "post"}); };
  auto of_list = [&](size_t i) {
    return named(i) || is(i, {"group", "person", "place", "locality", "place_word"});
  };
  std::vector<FurtherTask>& found = known->second;
  for (size_t i = 1; i + 2 < units.size(); ++i) {
    // Behind a name a comma goes on with a list of them.
    if (!parts(i) || named(i) || of_list(i - 1)) continue;
    FurtherTask task;
    task.begin = view_.unit(units[i]).span.begin;
    size_t n = i + 1;
    for (; n <= i + kMostTold && (named(n) || ((is(n, {"article"}) || parts(n)) && !is(n, {"task_verb"})));
         ++n) {
      if (named(n)) task.told.push_back(units[n]);
    }
    const bool must = is(n, {"modal"}), led = !must && is(n, {"goal_word"}) && !is(n, {"task_verb"});
    if (task.told.empty() || (!must && led != to)) continue;
    n += led || must;
    std::vector<uint32_t> leaves;
    if (n < units.size()) FirstLeaves(view_, units[n], leaves);
    if (leaves.empty() || !view_.HasKind(leaves.front(), "task_verb")) continue;
    task.action = {view_.unit(leaves.front()).span.begin, view_.unit(units.back()).span.end};
    if (!found.empty()) found.back().action.end = task.begin;
    found.push_back(std::move(task));
    i = n;
  }
  return found;
}

void Orders::AddPartsOfTask(uint32_t unit, std::vector<uint32_t>& parts) const {
  const Unit& u = view_.unit(unit);
  if (u.source != Unit::Source::kRule || !view_.HasKind(unit, "task")) {
    if (!u.span.empty()) parts.push_back(unit);
    return;
  }
  for (uint32_t c = 0; c < u.child_count; ++c)
    AddPartsOfTask(view_.tree().children[u.first_child + c], parts);
}

size_t Orders::PartOfOrder(uint32_t order, Span span) const {
  const auto& further = FurtherTasks(order);
  auto begun = [&](const FurtherTask& one) { return one.begin < span.begin; };
  return static_cast<size_t>(std::partition_point(further.begin(), further.end(), begun) - further.begin());
}

Many<std::string> Orders::ToldIn(const FactUnit& at, std::vector<Party>& parties) const {
  const auto subject = SubjectOfTask(at.unit);
  if (!subject) return NamesIn(at, "assignees", parties, "lead");
  Many<std::string> names;
  AddNames({subject->units, Basis::kPrinted, 0}, names, parties, "lead");
  return names;
}

std::vector<NamedPart> Orders::AddressedBy(uint32_t unit) const {
  std::vector<NamedPart> said;
  if (view_.HasKind(unit, "official")) {
    for (const Official* person : people_.ResolveAll(unit))
      said.push_back({person->name->value, view_.unit(unit).span, {}, {}});
  }
  if (view_.HasKind(unit, "person")) {
    const Official* known = people_.Resolve(unit);
    std::string name = known ? known->name->value : FullestName(PersonName(view_, unit));
    said.push_back({std::move(name), view_.unit(unit).span, {}, {}});
  }
  if (const Agency* body = view_.HasKind(unit, "body_ref") ? BodyMeant(unit) : nullptr)
    said.push_back({body->name->value, view_.unit(unit).span, {}, {}});
  return said.empty() ? PartsOf(view_, unit) : said;
}

void Orders::AddName(At<std::string> name, bool group, Many<std::string>& names, std::vector<Party>& parties,
                     const char* role) {
  if (std::any_of(names.begin(), names.end(), [&](const auto& known) { return known.value == name.value; }))
    return;
  Party party;
  party.name = name;
  party.role = At<std::string>{role, name.span, name.basis};
  party.group = At<bool>{group, name.span, name.basis};
  parties.push_back(std::move(party));
  names.push_back(std::move(name));
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
  const uint32_t date_kind = pack.Kind("date"), event_day = pack.Kind("event_day"),
                 session = pack.Kind("session"), floor = pack.Kind("floor");
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
      if (is(date_kind) || is(event_day)) {
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

bool Orders::IsOfFigure(const FactUnit& deadline) {
  return goal_dates_.IsOfFigure(deadline.sentence, view_.unit(deadline.unit).span);
}

Maybe<Date> Orders::DueOf(const FactUnit& at, size_t part, bool& term) {
  const auto published = view_.article().published_day();
  const auto action = view_.CapturedSpan(at.unit, "action");
  for (uint32_t due : view_.Inside(at.unit, {"deadline"})) {
    if (PartOfOrder(at.unit, view_.unit(due).span) != part) continue;
    const bool counted = view_.Find(due, "count").has_value();
    term = term || counted;
    if (counted || view_.CapturedSpan(due, "recurrence")) continue;  // no one day
    const auto date = ReadDue(view_, due, published);
    const Span span = view_.unit(due).span;
    if (!date) continue;
    // “to reach 98% by 2026” is the task; in “to review the plan, so that 98% are reached by 2026” it is not.
    const bool behind =
        action && HasBreak(view_.Printed({action->begin, std::max(action->begin, span.begin)}));
    if (behind && date->precision == "year" && goal_dates_.IsOfFigure(at.sentence, span)) continue;
    return DateAt(*date, span);
  }
  return std::nullopt;
}

std::optional<Directive> Orders::Read(const FactUnit& at) {
  Directive directive;
  auto action = view_.CapturedSpan(at.unit, "action");
  if (!action) return std::nullopt;
  directive.action = TaskText(view_, ActionOf(at.unit));
  const Giver giver = GiverOf(at);
  directive.issuer = giver.name;
  if (!giver.name && HasLentFloor(at)) return std::nullopt;  // he who said it has no say here
  HearOrder(at, giver);
  directive.assignees = ToldIn(at, directive.parties);
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
  bool term = false;  // so long from an event
  directive.deadline = DueOf(at, 0, term);
  // An issuer that is only inherited, and of himself: that is a report of what he did.
  if (directive.issuer && directive.issuer->basis != Basis::kPrinted && directive.assignees.size() == 1 &&
      OneName(view_.pack(), directive.assignees.front().value, directive.issuer->value))
    return std::nullopt;
  // A rule may want a date to come, or a term, as the proof that it reads an order and not a report.
  auto only_with = view_.Own(at.unit, "only_with");
  if (only_with && only_with->text == "deadline" && !directive.deadline && !term) return std::nullopt;
  AddResolutions(at, giver.document, directive);
  directive.head.rule = view_.pack().rules[view_.unit(at.unit).index].place.ToString();
  directive.head.mentions.push_back(view_.unit(at.unit).span);
  return directive;
}

bool Orders::IsToldBefore(const FactUnit& at) const {
  const auto told = view_.Own(at.unit, "told");
  return told && told->text == "before";
}

Orders::ToldBefore Orders::ReadToldBefore(const FactUnit& at) {
  ToldBefore told;
  if (at.sentence == 0) return told;
  told.sentence = at.sentence - 1;
  const uint32_t paragraph = view_.tree().sentences[told.sentence].paragraph;
  if (view_.article().paragraphs[paragraph].kind == ParagraphKind::kTitle) return told;
  const Giver giver = GiverOf(at);
  if (!giver.name) return told;
  told.issuer = giver.name;
  for (const FactUnit& one : UnitsOf(units_, told.sentence)) {
    if (one.kind != "directive") continue;
    const auto known = givers_.find(one.unit);
    const bool named =
        known != givers_.end() && known->second.name && known->second.name->basis == Basis::kPrinted;
    if (named) return {};
    told.order = &one;
    givers_[one.unit] = giver;
  }
  const auto units = told.order ? std::vector<uint32_t>() : TaskOfSentence(told.sentence);
  if (units.empty()) return told;
  Directive directive;
  const auto subject = SubjectIn(units, view_.unit(units.back()).span.end);
  const Span whole{view_.unit(units.front()).span.begin, view_.unit(units.back()).span.end};
  directive.action = TaskText(view_, subject ? subject->action : WithoutHead(view_, units, whole));
  directive.issuer = giver.name;
  if (subject) AddNames({subject->units, Basis::kPrinted, 0}, directive.assignees, directive.parties, "lead");
  if (const auto strength = view_.Find(at.unit, "strength"))
    directive.strength = At<std::string>{std::string(strength->text), strength->span};
  directive.given = given_[at.sentence];
  AddResolutions({at.unit, told.sentence}, giver.document, directive);
  directive.head.rule = view_.pack().rules[view_.unit(at.unit).index].place.ToString();
  directive.head.mentions.push_back(whole);
  told.directive = std::move(directive);
  return told;
}

std::vector<uint32_t> Orders::TaskOfSentence(uint32_t sentence) const {
  const SentenceUnits& all = view_.tree().sentences[sentence];
  std::vector<uint32_t> units;
  bool must = false;
  for (uint32_t i = 0; i < all.count; ++i) {
    const uint32_t root = view_.tree().roots[all.first + i];
    if (view_.unit(root).span.empty()) continue;
    must = must || !view_.Inside(root, {"modal", "task", "deadline", "goal_word", "will"}).empty();
    AddPartsOfTask(root, units);
  }
  if (!must) units.clear();
  return units;
}

std::vector<Directive> Orders::ReadFurther(const FactUnit& at, const Directive& first) {
  std::vector<Directive> directives;
  for (const FurtherTask& task : FurtherTasks(at.unit)) {
    Directive directive = first;
    directive.action = TaskText(view_, task.action);
    directive.parties.clear();
    directive.assignees.clear();
    AddNames({task.told, Basis::kPrinted, 0}, directive.assignees, directive.parties, "lead");
    bool term = false;
    directive.deadline = DueOf(at, directives.size() + 1, term);
    directive.head.mentions = {{task.begin, task.action.end}};
    directives.push_back(std::move(directive));
  }
  return directives;
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
  if (const std::optional<Found> kind = EventKind(at.unit))
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
  if (!event.kind && !event.chair) return std::nullopt;
  event.head.rule = view_.pack().rules[view_.unit(at.unit).index].place.ToString();
  event.head.mentions.push_back(view_.unit(at.unit).span);
  return event;
}

Maybe<std::string> Orders::ReporterOf(const FactUnit& at) {
  const Span here = view_.unit(at.unit).span;
  if (auto named = view_.Captured(at.unit, NameId("reporter")); !named.empty())
    return GiverIn({std::move(named)}, here.begin).name;
  const Official* who = speakers_.In(at.sentence, here.begin);
  return who ? Maybe<std::string>(At<std::string>{who->name->value, here, Basis::kResolved}) : std::nullopt;
}

const FactUnit* Orders::OrderOf(const FactUnit& at) const {
  if (const FactUnit* around = OrderAround(units_, at)) return around;
  const bool carried = view_.HasKind(at.unit, "carried_deadline");
  if (!carried && begins_[at.sentence] == at.sentence) return nullptr;
  const Pack& pack = view_.pack();
  const uint32_t set = view_.HeldIn(at.sentence, pack.RegisterOf(pack.Kind("directive")));
  const auto found = set == 0 ? orders_.end() : orders_.find(set - 1);
  if (found == orders_.end()) return nullptr;
  const bool same = begins_[found->second->sentence] == begins_[at.sentence];
  return carried || same ? found->second : nullptr;
}

std::vector<uint32_t> Orders::BeginningsOfSentences() const {
  const Tree& tree = view_.tree();
  const uint32_t cont = view_.pack().Kind("cont");
  std::vector<uint32_t> begins;
  for (uint32_t s = 0; s < tree.sentences.size(); ++s) {
    const bool goes_on =
        view_.pack().alphabet.Has(view_.unit(tree.roots[tree.sentences[s].first]).symbol, cont);
    begins.push_back(goes_on && s > 0 ? begins.back() : s);
  }
  return begins;
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
    const size_t part = PartOfOrder(around.unit, view_.unit(at.unit).span);
    const FurtherTask* further = part == 0 ? nullptr : &FurtherTasks(around.unit)[part - 1];
    if (view_.CapturedSpan(around.unit, "action") && !deadline.task && inside)
      deadline.task = TaskText(view_, further ? further->action : ActionOf(around.unit));
    std::vector<Party> ignored;
    if (further && deadline.assignees.empty())
      AddNames({further->told, Basis::kPrinted, 0}, deadline.assignees, ignored, "lead");
    if (deadline.assignees.empty()) deadline.assignees = ToldIn(around, ignored);
    if (inside) return;
  }
  // A task or goal that is no order: `task` units name what is due.
  const Tree& tree = view_.tree();
  const SentenceUnits& sentence = tree.sentences[at.sentence];
  for (uint32_t i = 0; i < sentence.count && !deadline.task; ++i) {
    for (uint32_t task : view_.Inside(tree.roots[sentence.first + i], {"task"})) {
      if (!view_.unit(task).span.Contains(view_.unit(at.unit).span)) continue;
      const Span span = view_.CapturedSpan(task, "action").value_or(view_.unit(task).span);
      auto units = view_.Captured(task, "action");
      if (units.empty()) units.push_back(task);
      deadline.task = TaskText(view_, WithoutHead(view_, units, span));
      std::vector<Party> ignored;
      if (deadline.assignees.empty())
        deadline.assignees = NamesIn({task, at.sentence}, "assignees", ignored, "lead");
    }
  }
  const FactUnit* before = deadline.assignees.empty() ? OrderGoneOnWith(at) : nullptr;
  if (!before) return;
  std::vector<Party> ignored;
  deadline.assignees = ToldIn(*before, ignored);
  for (At<std::string>& name : deadline.assignees) name.basis = std::max(name.basis, Basis::kResolved);
}

const FactUnit* Orders::OrderGoneOnWith(const FactUnit& at) const {
  const Tree& tree = view_.tree();
  const SentenceUnits& sentence = tree.sentences[at.sentence];
  const bool opens_with_task = OpensWithTask(at.sentence);
  for (uint32_t i = 0; i < sentence.count && !opens_with_task; ++i) {
    const uint32_t root = tree.roots[sentence.first + i];
    if (view_.unit(root).span.begin >= view_.unit(at.unit).span.begin) break;
    if (!view_.Inside(root, {"agency", "official", "post", "person", "group"}).empty()) return nullptr;
  }
  if (!opens_with_task && !IsItem(at.sentence) && !SaysWhatMust(at) && !IsTermAlone(at)) return nullptr;
  // A date beside a figure is that of a goal.
  const auto beside = UnitsOf(units_, at.sentence);
  if (std::any_of(beside.begin(), beside.end(), [](const FactUnit& one) { return one.kind == "target"; }))
    return nullptr;
  // A list of tasks, each a sentence: all are those of the order before the first.
  for (uint32_t before = at.sentence; before > 0; --before) {
    if (tree.sentences[before - 1].paragraph != sentence.paragraph) return nullptr;
    const FactUnit* order = nullptr;
    for (const FactUnit& one : UnitsOf(units_, before - 1)) {
      if (one.kind == "directive") order = &one;
    }
    if (order) return order;
    if (!OpensWithTask(before - 1)) return nullptr;
  }
  return nullptr;
}

bool Orders::IsItem(uint32_t sentence) const {
  if (begins_[sentence] != sentence) return true;
  const Tree& tree = view_.tree();
  if (sentence == 0 || tree.sentences[sentence - 1].paragraph != tree.sentences[sentence].paragraph)
    return false;
  const SentenceUnits& before = tree.sentences[sentence - 1];
  for (uint32_t i = before.count; i > 0; --i) {
    const Span span = view_.unit(tree.roots[before.first + i - 1]).span;
    if (!span.empty()) return view_.Printed(span).ends_with(';');
  }
  return false;
}

bool Orders::IsTermAlone(const FactUnit& at) const {
  if (!view_.Captured(at.unit, "task").empty()) return true;
  const SentenceUnits& sentence = view_.tree().sentences[at.sentence];
  const Span span = view_.unit(at.unit).span;
  for (uint32_t i = 0; i < sentence.count; ++i) {
    const Span root = view_.unit(view_.tree().roots[sentence.first + i]).span;
    if (root.begin < span.begin || root.end > span.end + 1) return false;  // a full stop may be left
  }
  return true;
}

bool Orders::SaysWhatMust(const FactUnit& at) const {
  const SentenceUnits& sentence = view_.tree().sentences[at.sentence];
  for (uint32_t i = 0; i < sentence.count; ++i) {
    for (uint32_t unit : view_.Inside(view_.tree().roots[sentence.first + i], {"which_word", "modal"})) {
      if (view_.unit(unit).span.begin >= view_.unit(at.unit).span.begin) return false;
      if (!view_.HasKind(unit, "will")) return true;
    }
  }
  return false;
}

bool Orders::OpensWithTask(uint32_t sentence) const {
  const SentenceUnits& units = view_.tree().sentences[sentence];
  for (uint32_t i = 0; i < units.count; ++i) {
    const uint32_t root = view_.tree().roots[units.first + i];
    if (view_.unit(root).span.begin == view_.unit(root).span.end) continue;
    const auto action =
        view_.HasKind(root, "task") ? view_.Captured(root, "action") : std::vector<uint32_t>{root};
    return !action.empty() && view_.HasKind(action.front(), "task_verb") &&
           !view_.HasKind(action.front(), "noun_like");
  }
  return false;
}

}  // namespace acta
