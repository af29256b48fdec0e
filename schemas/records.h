// The records: what acta takes from an article. Read this file first.
//
// Every record is a plain struct with a table of its fields, Fields(). JSON, the store, the regression
// run and the rule loader read that table and nothing else, so a field is said once:
//
//   Deadline::Fields(deadline, [&](const Field& field, auto& value) { … field.name … });
//
// Meaning of the fields: the record guide in docs/records.md. store.sql and facts.schema.json say the
// same in their languages; schema_drift_test fails when the three disagree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/date.h"
#include "pipeline/text/span.h"
#include "schemas/vocabulary.h"

namespace acta {

// How a value is known: it stands in the text beside the record, it was resolved from elsewhere in the
// same article, or inferred from the article's date, place or site.
enum class Basis : uint8_t { kPrinted, kResolved, kInferred };

inline std::string_view ToString(Basis basis) { return vocabulary::kBasis[static_cast<size_t>(basis)]; }

// A value and the bytes of Article::text that state it. An inferred value that no characters of the
// article state (a year taken from the publication date alone) still points at what it completes.
template <class T>
struct At {
  T value{};
  Span span{};
  Basis basis = Basis::kPrinted;

  friend bool operator==(const At&, const At&) = default;
};

template <class T>
using Maybe = std::optional<At<T>>;  // nullopt = not said in the text

// What `more` says and `known` does not.
template <class T>
void FillFrom(Maybe<T>& known, Maybe<T>& more) {
  if (!known && more) known = std::move(more);
}

template <class T>
using Many = std::vector<At<T>>;

// One line of a field table. `one_of` is empty for free text. A required field is never absent.
struct Field {
  std::string_view name;
  std::string_view doc;
  vocabulary::Words one_of{};
  bool required = false;
};

// What every record has besides its own fields.
struct Head {
  std::string id;                 // stable: same article text, same record, same id on every machine
  std::string rule;               // "vi/directive.toml:31", the rule that made it
  Basis basis = Basis::kPrinted;  // the weakest basis of its fields
  std::vector<Span> mentions;     // every place where it stands, in order; the first made the record

  friend bool operator==(const Head&, const Head&) = default;
};

// A post that a person holds. Part of an Official.
struct Post {
  Maybe<std::string> title, role, body, capacity;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    using namespace vocabulary;
    visit(Field{"title", "the post as written, Russian in the nominative"}, self.title);
    visit(Field{"role", "the kind of post", kRole}, self.role);
    visit(Field{"body", "the body as written beside the title, Russian in the nominative"}, self.body);
    visit(Field{"capacity", "whether the post is held, was held, or is held for another", kCapacity},
          self.capacity);
  }
  friend bool operator==(const Post&, const Post&) = default;
};

// A named person who holds a public, party, military or public-body post.
struct Official {
  static constexpr std::string_view kKind = "official", kPlural = "officials";
  Head head;
  Maybe<std::string> name;
  std::vector<Post> posts;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    visit(Field{"name", "the fullest form in the article, no title, Russian in the nominative", {}, true},
          self.name);
    visit(Field{"posts", "all posts that the article gives"}, self.posts);
  }
  friend bool operator==(const Official&, const Official&) = default;
};

// A specific, named public body.
struct Agency {
  static constexpr std::string_view kKind = "agency", kPlural = "agencies";
  Head head;
  Maybe<std::string> name, kind, level, place, place_basis;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    using namespace vocabulary;
    visit(Field{"name", "the fullest written form, Russian in the nominative", {}, true}, self.name);
    visit(Field{"kind", "the kind of body", kAgencyKind}, self.kind);
    visit(Field{"level", "the level of government", kLevel}, self.level);
    visit(Field{"place", "the place whose body it is"}, self.place);
    visit(Field{"place_basis", "whether the place is printed or inferred", kBasis}, self.place_basis);
  }
  friend bool operator==(const Agency&, const Agency&) = default;
};

// An official instrument that the article cites, told apart by kind.
struct Resolution {
  static constexpr std::string_view kKind = "resolution", kPlural = "resolutions";
  Head head;
  Maybe<std::string> kind, subkind, number, number_key, issuer, title, state, signer, on_behalf_of;
  Maybe<Date> issued;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    using namespace vocabulary;
    visit(Field{"kind", "the kind of instrument", kResolutionKind}, self.kind);
    visit(Field{"subkind", "the finer kind, as the state names it"}, self.subkind);
    visit(Field{"number", "exactly as printed, without the number sign"}, self.number);
    visit(Field{"number_key", "the number folded for comparison"}, self.number_key);
    visit(Field{"issued", "the day it was issued"}, self.issued);
    visit(Field{"issuer", "the body or person that issued it, as written"}, self.issuer);
    visit(Field{"title", "what it is about, as written"}, self.title);
    visit(Field{"state", "issued, a draft, or still to be written", kResolutionState}, self.state);
    visit(Field{"signer", "the person who signed it"}, self.signer);
    visit(Field{"on_behalf_of", "for whom it was signed"}, self.on_behalf_of);
  }
  friend bool operator==(const Resolution&, const Resolution&) = default;
};

// A measured quantity that is to be reached or was reached.
struct Target {
  static constexpr std::string_view kKind = "target", kPlural = "targets";
  Head head;
  Maybe<std::string> quote, indicator, unit, comparator, direction, status, subject, period, baseline;
  Maybe<double> value, value_max, of;
  Maybe<Date> by, as_of;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    using namespace vocabulary;
    visit(Field{"quote", "the shortest phrase that states it", {}, true}, self.quote);
    visit(Field{"indicator", "what is measured, as written"}, self.indicator);
    visit(Field{"value", "the figure, amounts multiplied out, percent as 30", {}, true}, self.value);
    visit(Field{"value_max", "the upper figure of a range"}, self.value_max);
    visit(Field{"of", "the whole that the value is counted out of"}, self.of);
    visit(Field{"unit", "the unit of the value", kUnit}, self.unit);
    visit(Field{"comparator", "how the figure binds", kComparator}, self.comparator);
    visit(Field{"direction", "growth, fall, or a level", kDirection}, self.direction);
    visit(Field{"by", "the last day of the date that goes with it"}, self.by);
    visit(Field{"status", "a goal, or a result or estimate", kTargetStatus}, self.status);
    visit(Field{"subject", "whose figure it is"}, self.subject);
    visit(Field{"period", "of which period, as written"}, self.period);
    visit(Field{"as_of", "as of which day"}, self.as_of);
    visit(Field{"baseline", "compared with what, as written"}, self.baseline);
  }
  friend bool operator==(const Target&, const Target&) = default;
};

// "Within 10 days from the signing": counted from an event whose day is not known.
struct Anchor {
  Maybe<double> count;
  Maybe<std::string> unit, from;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    visit(Field{"count", "how many units"}, self.count);
    visit(Field{"unit", "day, month or year", vocabulary::kUnit}, self.unit);
    visit(Field{"from", "the event it is counted from, as written"}, self.from);
  }
  friend bool operator==(const Anchor&, const Anchor&) = default;
};

// A point or period by which a task is to be done.
struct Deadline {
  static constexpr std::string_view kKind = "deadline", kPlural = "deadlines";
  Head head;
  Maybe<Date> date;
  Maybe<std::string> precision, quote, task, raw, kind, recurrence;
  Many<std::string> assignees;
  std::optional<Anchor> anchor;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    using namespace vocabulary;
    visit(Field{"date", "the last day that still meets it; null when only an anchor is known"}, self.date);
    visit(Field{"precision", "the unit printed", kPrecision}, self.precision);
    visit(Field{"quote", "the shortest phrase that states it", {}, true}, self.quote);
    visit(Field{"task", "what is due"}, self.task);
    visit(Field{"assignees", "who has to do it, as written"}, self.assignees);
    visit(Field{"raw", "the date as printed"}, self.raw);
    visit(Field{"kind", "an obligation, an expectation or a vision", kDeadlineKind}, self.kind);
    visit(Field{"recurrence", "as printed, when it comes again"}, self.recurrence);
    visit(Field{"anchor", "the event it is counted from"}, self.anchor);
  }
  friend bool operator==(const Deadline&, const Deadline&) = default;
};

// A body or group that an order names, and its part in it.
struct Party {
  Maybe<std::string> name, role;
  Maybe<bool> group;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    visit(Field{"name", "as written, Russian in the nominative", {}, true}, self.name);
    visit(Field{"role", "its part in the task", vocabulary::kPartyRole}, self.role);
    visit(Field{"group", "true for a collective addressee without a name"}, self.group);
  }
  friend bool operator==(const Party&, const Party&) = default;
};

// A resolution that an order stands in relation to; `id` is that of a Resolution of the same article.
struct ResolutionLink {
  std::string id, relation;
  friend bool operator==(const ResolutionLink&, const ResolutionLink&) = default;
};

struct Links {
  std::vector<std::string> deadlines, targets;  // ids of records of the same article
  std::vector<ResolutionLink> resolutions;
  friend bool operator==(const Links&, const Links&) = default;
};

// Someone with authority assigns, asks or proposes that a body do a task.
struct Directive {
  static constexpr std::string_view kKind = "directive", kPlural = "directives";
  Head head;
  Maybe<std::string> issuer, action, strength, urgency, except;
  Many<std::string> assignees, resolutions;
  Maybe<Date> deadline, given;
  Maybe<bool> negated;
  std::vector<Party> parties;
  Links links;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    using namespace vocabulary;
    visit(Field{"issuer", "the person's bare name if the article gives it, else the body"}, self.issuer);
    visit(Field{"assignees", "the leads, as written"}, self.assignees);
    visit(Field{"action", "the task from its verb, its clause, at most 60 words", {}, true}, self.action);
    visit(Field{"deadline", "the first date of the task"}, self.deadline);
    visit(Field{"resolutions", "numbers or titles of the instruments concerned"}, self.resolutions);
    visit(Field{"strength", "how binding it is", kStrength}, self.strength);
    visit(Field{"parties", "everyone who has a part, with the part"}, self.parties);
    visit(Field{"given", "the day it was given"}, self.given);
    visit(Field{"urgency", "as written"}, self.urgency);
    visit(Field{"negated", "true when something is not to be done"}, self.negated);
    visit(Field{"except", "who is exempted, as written"}, self.except);
    visit(Field{"links", "the deadlines, targets and resolutions of this order"}, self.links);
  }
  friend bool operator==(const Directive&, const Directive&) = default;
};

// What became of tasks.
struct Progress {
  static constexpr std::string_view kKind = "progress", kPlural = "progress";
  Head head;
  Maybe<std::string> body, task, state, reporter;
  Maybe<double> value, of;
  Maybe<Date> as_of;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    visit(Field{"body", "whose tasks"}, self.body);
    visit(Field{"task", "which tasks, as written"}, self.task);
    visit(Field{"value", "how many"}, self.value);
    visit(Field{"of", "out of how many"}, self.of);
    visit(Field{"state", "what became of them", vocabulary::kProgressState, true}, self.state);
    visit(Field{"as_of", "as of which day"}, self.as_of);
    visit(Field{"reporter", "who says so"}, self.reporter);
  }
  friend bool operator==(const Progress&, const Progress&) = default;
};

// The meeting, inspection or ceremony that the article reports.
struct Event {
  static constexpr std::string_view kKind = "event", kPlural = "events";
  Head head;
  Maybe<std::string> kind, place, chair;
  Maybe<Date> date;

  template <class Self, class Visit>
  static void Fields(Self& self, Visit&& visit) {
    visit(Field{"kind", "the kind of event", vocabulary::kEventKind, true}, self.kind);
    visit(Field{"date", "the day it took place"}, self.date);
    visit(Field{"place", "where"}, self.place);
    visit(Field{"chair", "the person who chaired it"}, self.chair);
  }
  friend bool operator==(const Event&, const Event&) = default;
};

// Everything that one article states.
struct Facts {
  std::vector<Official> officials;
  std::vector<Agency> agencies;
  std::vector<Resolution> resolutions;
  std::vector<Target> targets;
  std::vector<Deadline> deadlines;
  std::vector<Directive> directives;
  std::vector<Progress> progress;
  std::vector<Event> events;
  std::string pack;  // name and version of the pack that read the article: "vi 1f3a…"

  // Visits each list once, in the order above: visit(std::vector<Record>&).
  template <class Self, class Visit>
  static void Lists(Self& self, Visit&& visit) {
    visit(self.officials);
    visit(self.agencies);
    visit(self.resolutions);
    visit(self.targets);
    visit(self.deadlines);
    visit(self.directives);
    visit(self.progress);
    visit(self.events);
  }
  friend bool operator==(const Facts&, const Facts&) = default;
};

}  // namespace acta
