#include "extractors/engine/measures.h"

#include <algorithm>
#include <charconv>

#include "extractors/engine/directives.h"
#include "extractors/engine/people.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

constexpr double kLeastSum = 1e9;  // what counts no things any more
constexpr int kVisionYears = 15;   // so far ahead a date is a vision

// Records count in days, months and years; that days are working days is left to the words.
void CountInDays(Anchor& anchor) {
  if (!anchor.unit) return;
  if (anchor.unit->value == "week" && anchor.count) anchor.count->value *= 7;
  if (anchor.unit->value == "week" || anchor.unit->value == "workday") anchor.unit->value = "day";
}

template <size_t n>
bool IsOneOf(std::string_view unit, const std::string_view (&units)[n]) {
  return std::find(std::begin(units), std::end(units), unit) != std::end(units);
}

constexpr std::string_view kCurrencies[] = {"vnd", "usd", "rub", "eur", "php", "inr"};
bool IsMoney(std::string_view unit) { return IsOneOf(unit, kCurrencies); }

// Units that measure something else; those of other figures are what is counted.
constexpr std::string_view kMeasures[] = {
    "percent",  "km",  "metre", "hectare", "square_metre", "cubic_metre", "tonne", "tonne_per_hectare",
    "megawatt", "day", "month", "year",    "rank",         "ratio",       "times", "point"};
bool IsAmount(std::string_view unit) { return IsOneOf(unit, kMeasures); }

}  // namespace

Maybe<std::string> Measures::Printed(uint32_t unit, std::string_view capture) const {
  auto span = view_.CapturedSpan(unit, capture);
  if (!span) return std::nullopt;
  return At<std::string>{OneLine(view_.Printed(*span)), *span};
}

Maybe<std::string> Measures::Word(uint32_t unit, std::string_view attribute) const {
  auto found = view_.Find(unit, attribute);
  if (!found) return std::nullopt;
  return At<std::string>{std::string(found->text), found->span};
}

Maybe<double> Measures::Figure(uint32_t unit, std::string_view capture) const {
  for (uint32_t one : view_.Captured(unit, capture)) {
    if (auto value = QuantityValue(view_, one)) return At<double>{*value, *view_.CapturedSpan(unit, capture)};
  }
  return std::nullopt;
}

Maybe<Date> Measures::DateIn(uint32_t unit, std::string_view capture) const {
  for (uint32_t one : view_.Captured(unit, capture)) {
    if (auto date = ReadDate(view_, one, view_.article().published_day(), DateUse::kDeadline))
      return DateAt(*date, view_.unit(one).span);
  }
  return std::nullopt;
}

void Measures::Abstain(uint32_t unit, const char* reason) const {
  if (!abstentions_) return;
  const Unit& u = view_.unit(unit);
  abstentions_->push_back({u.span, view_.pack().rules[u.index].place.ToString(), reason});
}

void Measures::ReadFigures(uint32_t unit, Maybe<double>& value, Maybe<double>& of) const {
  auto captured = view_.Captured(unit, "value");
  // A target that stands for the figure (progress) has its own.
  if (captured.size() == 1 && view_.KindOf(captured.front()) == "target") {
    ReadFigures(captured.front(), value, of);
    if (auto whole = Figure(unit, "of")) of = whole;
    if (value) return;
  }
  if (auto share = captured.empty() ? std::nullopt : FractionValue(view_, captured.front())) {
    Span figure = *view_.CapturedSpan(unit, "value");
    value = At<double>{share->part, figure};
    of = At<double>{share->whole, figure};
  } else {
    value = Figure(unit, "value");
  }
  if (!value) value = Figure(unit, "quantity");
  if (auto whole = Figure(unit, "of")) of = whole;
  ShareScale(captured, value, view_.Captured(unit, "of"), of);
}

void Measures::ShareScale(const std::vector<uint32_t>& low_units, Maybe<double>& low,
                          const std::vector<uint32_t>& high_units, const Maybe<double>& high) const {
  if (!low || !high || low_units.empty() || high_units.empty() || ScaleOf(view_, low_units.front()) != 1)
    return;
  const double scale = ScaleOf(view_, high_units.front());
  if (low->value * scale <= high->value) low->value *= scale;
}

At<std::string> Measures::UnitBefore(const FactUnit& at, const At<double>& value) const {
  const auto captured = view_.Captured(at.unit, "value");
  const bool bare = captured.size() == 1 && view_.HasKind(captured.front(), "number");
  if (!bare || !unit_ || unit_in_ != at.sentence || unit_->value == "percent")
    return At<std::string>{"other", value.span};
  At<std::string> unit = *unit_;
  unit.basis = Basis::kResolved;
  return unit;
}

std::optional<Target> Measures::FigureOf(const FactUnit& at, const Progress& progress) {
  if (!progress.value || !view_.Inside(at.unit, {"target"}).empty()) return std::nullopt;
  Target target;
  target.value = progress.value;
  target.of = progress.of;
  const Span span = view_.unit(at.unit).span;
  target.quote = At<std::string>{OneLine(view_.Printed(span)), span};
  target.unit = Word(at.unit, "unit");
  if (!target.unit) {
    target.unit = UnitBefore(at, *target.value);
    if (target.unit->value == "other")
      target.unit->value = "task";  // what progress tells of, where it does not say
  }
  unit_ = target.unit, unit_in_ = at.sentence;
  target.indicator = indicators_.Of(at, {}).what;
  target.comparator = At<std::string>{"equal", target.value->span};
  target.direction = At<std::string>{"reach", target.value->span};
  target.status = At<std::string>{"result", span};
  target.subject = subjects_.Of(at);
  target.as_of = progress.as_of;
  target.head.rule = progress.head.rule;
  target.head.mentions.push_back(span);
  return target;
}

FigureAsked Measures::Asked(const FactUnit& at, const Target& target) const {
  FigureAsked asked;
  asked.captured = Printed(at.unit, "indicator");
  const auto values = view_.Captured(at.unit, "value");
  asked.money = std::any_of(values.begin(), values.end(),
                            [&](uint32_t one) { return !view_.Inside(one, {"money"}).empty(); });
  // A sum of a currency that records do not name is money too.
  const bool sum = target.unit->value == "other" && target.value->value >= kLeastSum;
  asked.money = asked.money || sum || IsMoney(target.unit->value);
  asked.amount = asked.money || IsAmount(target.unit->value);
  return asked;
}

std::optional<Target> Measures::ReadTarget(const FactUnit& at) {
  Target target;
  ReadFigures(at.unit, target.value, target.of);
  if (!target.value) {
    Abstain(at.unit, "no figure that can be read");
    return std::nullopt;
  }
  target.value_max = Figure(at.unit, "value_max");
  if (!target.value_max) target.value_max = Figure(at.unit, "maximum");
  auto high = view_.Captured(at.unit, "value_max");
  if (high.empty()) high = view_.Captured(at.unit, "maximum");
  ShareScale(view_.Captured(at.unit, "value"), target.value, high, target.value_max);
  Span span = view_.unit(at.unit).span;
  target.quote = Printed(at.unit, "quote");
  if (!target.quote) target.quote = At<std::string>{OneLine(view_.Printed(span)), span};
  for (const char* part : {"value", "quantity"}) {
    for (uint32_t one : view_.Captured(at.unit, part)) {
      if (!target.unit) target.unit = Word(one, "unit");
    }
  }
  if (!target.unit) target.unit = Word(at.unit, "unit");
  if (!target.unit) target.unit = UnitBefore(at, *target.value);
  unit_ = target.unit, unit_in_ = at.sentence;
  const Indicator told = indicators_.Of(at, Asked(at, target));
  target.indicator = told.what;
  target.comparator = Word(at.unit, "comparator");
  if (!target.comparator)
    target.comparator = At<std::string>{target.value_max ? "range" : "equal", target.value->span};
  target.direction = Word(at.unit, "direction");
  if (!target.direction) target.direction = At<std::string>{"reach", target.value->span};
  target.status = Word(at.unit, "status");
  // A word of results in a list of goals is no more than a past tense.
  if (target.status && target.status->value == "result" && !view_.Own(at.unit, "status") &&
      aims_.IsAnnounced(at))
    target.status->value = "goal";
  if (!target.status) target.status = At<std::string>{aims_.IsGoal(at) ? "goal" : "result", span};
  target.by = DateIn(at.unit, "by");
  target.as_of = DateIn(at.unit, "as_of");
  target.subject = Printed(at.unit, "subject");
  if (!target.subject) target.subject = subjects_.Of(at);
  if (!target.subject) target.subject = told.owner;
  target.period = Printed(at.unit, "period");
  target.baseline = Printed(at.unit, "baseline");
  if (target.status->value == "goal" && !target.by) target.by = goal_dates_.Of(at);
  AddContext(at, target);
  target.head.rule = view_.pack().rules[view_.unit(at.unit).index].place.ToString();
  target.head.mentions.push_back(target.quote->span);
  return target;
}

std::optional<uint32_t> Measures::Beside(const FactUnit& at, std::string_view kind, bool behind_first) const {
  const Tree& tree = view_.tree();
  const SentenceUnits& sentence = tree.sentences[at.sentence];
  Span here = view_.unit(at.unit).span;
  std::optional<uint32_t> before, behind;
  for (uint32_t i = 0; i < sentence.count; ++i) {
    for (uint32_t unit : view_.Inside(tree.roots[sentence.first + i], {kind})) {
      Span span = view_.unit(unit).span;
      if (span.end <= here.begin) before = unit;
      if (span.begin >= here.end && !behind) behind = unit;
    }
  }
  auto is_cut_off = [&](uint32_t unit) {
    Span span = view_.unit(unit).span;
    auto units = UnitsOf(units_, at.sentence);
    return std::any_of(units.begin(), units.end(), [&](const FactUnit& one) {
      uint32_t begin = view_.unit(one.unit).span.begin;
      return one.kind == "target" && begin > here.end && begin < span.begin;
    });
  };
  if (behind && is_cut_off(*behind)) behind.reset();
  if (behind_first) return behind ? behind : before;
  return before ? before : behind;
}

Maybe<Date> Measures::AsOfBeside(const FactUnit& at) const {
  auto unit = Beside(at, "as_of", false);
  if (!unit) return std::nullopt;
  auto published = view_.article().published_day();
  auto dates = view_.Inside(*unit, {"date"});
  auto date = ReadDate(view_, dates.empty() ? *unit : dates.front(), published, DateUse::kPast);
  if (!date || (published && date->date.has_year() && date->date > *published)) return std::nullopt;
  return DateAt(*date, view_.unit(*unit).span);
}

void Measures::AddContext(const FactUnit& at, Target& target) const {
  auto printed = [&](uint32_t unit) {
    Span span = view_.CapturedSpan(unit, "what").value_or(view_.unit(unit).span);
    return At<std::string>{OneLine(view_.Printed(span)), span};
  };
  Span here = view_.unit(at.unit).span;
  if (auto base = Beside(at, "baseline", true);
      base && !target.baseline && view_.unit(*base).span.begin >= here.end)
    target.baseline = printed(*base);
  if (target.status->value != "result") return;
  auto published = view_.article().published_day();
  if (!target.as_of) target.as_of = AsOfBeside(at);
  if (auto unit = Beside(at, "date", false); unit && !target.period) {
    auto date = ReadDate(view_, *unit, published, DateUse::kPast);
    bool inside_context = target.as_of && target.as_of->span.Contains(view_.unit(*unit).span);
    inside_context =
        inside_context || (target.baseline && target.baseline->span.Contains(view_.unit(*unit).span));
    if (date && date->precision != "day" && !inside_context) target.period = printed(*unit);
  }
}

Anchor Measures::AnchorOf(uint32_t unit, Span span) const {
  Anchor anchor;
  std::vector<uint32_t> counted = view_.Captured(unit, "count");
  if (counted.empty()) counted.push_back(unit);
  anchor.count = Figure(unit, "count");
  for (uint32_t one : counted) {
    if (!anchor.count) {
      // In words, as the lexicon counts them: "within three days from …".
      auto listed = view_.Find(one, "plus");
      int plus = 0;
      if (listed) std::from_chars(listed->text.data(), listed->text.data() + listed->text.size(), plus);
      double count = plus != 0 ? plus : QuantityValue(view_, one).value_or(0);
      anchor.count = At<double>{count, listed ? listed->span : span};
    }
    if (!anchor.unit) anchor.unit = Word(one, "plus_unit");
    if (!anchor.unit) anchor.unit = Word(one, "unit");
  }
  anchor.from = Printed(unit, "from");
  CountInDays(anchor);
  return anchor;
}

bool Measures::FramesFigures(const FactUnit& at, const Orders& orders) const {
  if (orders.OrderOf(at) || view_.CapturedSpan(at.unit, "task") || view_.Find(at.unit, "deadline_kind") ||
      !view_.Inside(at.unit, {"by"}).empty())
    return false;
  auto units = UnitsOf(units_, at.sentence);
  if (std::none_of(units.begin(), units.end(), [](const FactUnit& one) { return one.kind == "target"; }))
    return false;
  // “100 schools are to be completed in 2025”: the period binds.
  const SentenceUnits& sentence = view_.tree().sentences[at.sentence];
  for (uint32_t i = 0; i < sentence.count; ++i) {
    if (!view_.Inside(view_.tree().roots[sentence.first + i], {"finish"}).empty()) return false;
  }
  return true;
}

std::optional<Deadline> Measures::ReadDeadline(const FactUnit& at, const Orders& orders) const {
  Deadline deadline;
  auto published = view_.article().published_day();
  auto due = view_.Captured(at.unit, "due");
  uint32_t date_unit = due.empty() ? at.unit : due.front();
  // So long from an event, or a day that comes again: no date is invented.
  auto count = view_.Find(at.unit, "count");
  auto recurrence = Printed(at.unit, "recurrence");
  auto date = count || recurrence ? std::nullopt : ReadDate(view_, date_unit, published, DateUse::kDeadline);
  if (!date && !count && !recurrence) {
    Abstain(at.unit, "no date that can be read");
    return std::nullopt;
  }
  Span span = view_.unit(at.unit).span;
  if (auto quote = view_.CapturedSpan(at.unit, "quote")) span = *quote;
  Span raw = due.empty() ? span : view_.unit(due.front()).span;
  if (date) {
    bool past = published && date->date.has_year() && date->date < *published;
    if (const FactUnit* order = past ? orders.OrderOf(at) : nullptr) {
      // Seen from the day of the order, which the article reports afterwards.
      const Maybe<Date> given = orders.DayOf(*order);
      past = !given || !given->value.has_year() || date->date < given->value;
    }
    if (past && !view_.Find(at.unit, "kind")) {
      Abstain(at.unit, "lies before the article");
      return std::nullopt;
    }
    const bool running =
        published ? WasRunning(*date, *published) : date->precision == "year" && !date->date.has_year();
    if (running && !view_.Find(date_unit, "part") && FramesFigures(at, orders)) {
      Abstain(at.unit, "a period that frames figures");
      return std::nullopt;
    }
    deadline.date = DateAt(*date, raw);
    deadline.precision = At<std::string>{date->precision, raw};
  } else if (count) {
    deadline.anchor = AnchorOf(at.unit, span);
  }
  deadline.quote = At<std::string>{OneLine(view_.Printed(span)), span};
  deadline.raw = At<std::string>{OneLine(view_.Printed(raw)), raw};
  deadline.kind = Word(at.unit, "deadline_kind");
  deadline.recurrence = recurrence;
  deadline.task = Printed(at.unit, "task");
  orders.Describe(at, deadline);
  if (!deadline.kind) {
    // What is ordered, or said to be a deadline, is owed; the rest is only expected.
    bool owed = orders.OrderOf(at) || view_.CapturedSpan(at.unit, "task");
    bool far = date && published && date->date.year >= published->year + kVisionYears;
    deadline.kind = At<std::string>{owed ? "obligation" : far ? "vision" : "expected", span};
  }
  deadline.head.rule = view_.pack().rules[view_.unit(at.unit).index].place.ToString();
  deadline.head.mentions.push_back(span);
  return deadline;
}

std::optional<Progress> Measures::ReadProgress(const FactUnit& at, Orders& orders) {
  Progress progress;
  progress.state = Word(at.unit, "state");
  if (!progress.state || !vocabulary::Has(vocabulary::kProgressState, progress.state->value)) {
    Abstain(at.unit, "no state of the tasks");
    return std::nullopt;
  }
  ReadFigures(at.unit, progress.value, progress.of);
  progress.task = Printed(at.unit, "task");
  progress.body = Printed(at.unit, "body");
  if (!progress.body) progress.body = subjects_.Of(at);
  progress.as_of = DateIn(at.unit, "as_of");
  if (!progress.as_of) progress.as_of = AsOfBeside(at);
  progress.reporter = orders.ReporterOf(at);
  // “41 of 58 tasks are done, 14 under way, 3 overdue”: the parts of one whole.
  if (progress_ && progress_in_ == at.sentence) {
    bool part = progress.value && progress_->of && progress.value->value <= progress_->of->value;
    if (!progress.of && part) progress.of = progress_->of, progress.of->basis = Basis::kResolved;
    if (!progress.task && part && progress_->task)
      progress.task = progress_->task, progress.task->basis = Basis::kResolved;
    if (!progress.as_of) progress.as_of = progress_->as_of;
    if (!progress.reporter) progress.reporter = progress_->reporter;
  }
  Span span = view_.unit(at.unit).span;
  progress.head.rule = view_.pack().rules[view_.unit(at.unit).index].place.ToString();
  progress.head.mentions.push_back(span);
  progress_ = progress, progress_in_ = at.sentence;
  return progress;
}

}  // namespace acta
