// Orders: who tells whom to do what; and what the text said before that an order relies on (registers).
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extractors/engine/bodies.h"
#include "extractors/engine/documents.h"
#include "extractors/engine/fact_unit.h"
#include "extractors/engine/goal_dates.h"
#include "extractors/engine/hearers.h"
#include "extractors/engine/mandates.h"
#include "extractors/engine/people.h"
#include "extractors/engine/quotations.h"
#include "extractors/engine/shared_head.h"
#include "extractors/engine/speakers.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class Orders {
 public:
  Orders(const TreeView& view, const std::vector<FactUnit>& units, const People& people, const Bodies& bodies,
         const Documents& documents)
      : view_(view),
        units_(units),
        people_(people),
        bodies_(bodies),
        documents_(documents),
        mandates_(view, units, people, documents),
        speakers_(view, people),
        hearers_(view, bodies),
        goal_dates_(view, units),
        quotations_(view) {
    for (const FactUnit& one : units) {
      if (one.kind == "directive") orders_.emplace(one.unit, &one);
    }
    for (const Setting& one : view.tree().settings) set_in_.emplace(one.unit, one.sentence);
    given_ = DaysOfOrders();
    begins_ = BeginningsOfSentences();
  }

  // Directives in the order of the text: who gave one may be who gave the one before.
  std::optional<Directive> Read(const FactUnit& at);
  // “The streets must be cleared by May. *The mayor gave that order.*”: what an order whose rule sets `told = "before"` says of
  // the sentence before it. The order that stands there has its issuer from it; where none does, the sentence is one.
  struct ToldBefore {
    const FactUnit* order = nullptr;     // read before, of nobody that its own words name
    std::optional<Directive> directive;  // else the order, its issuer included
    Maybe<std::string> issuer;
    uint32_t sentence = 0;
  };
  bool IsToldBefore(const FactUnit& at) const;
  ToldBefore ReadToldBefore(const FactUnit& at);
  // What the same words tell others to do: “asks the ministry to plan and *the board to build*”. `first` is what Read() found.
  std::vector<Directive> ReadFurther(const FactUnit& at, const Directive& first);
  // Which of them a place in an order belongs to, from 1; 0 for the first one.
  size_t PartOfOrder(uint32_t order, Span span) const;
  // An event, or only who presided: JoinEvents() tells at what.
  std::optional<Event> ReadEvent(const FactUnit& at) const;

  // Who says what a unit reports: whom it names, or the speaker of its sentence.
  Maybe<std::string> ReporterOf(const FactUnit& at);

  // The order that a unit belongs to: the one around it or, where the order's sentence goes on after a semicolon, the
  // one before. nullptr when there is none.
  const FactUnit* OrderOf(const FactUnit& at) const;

  // The day on which an order was given: that of its document, else the one that the text tells. Orders that were not
  // read yet have none.
  Maybe<Date> DayOf(const FactUnit& order) const;

  // Whether a deadline is the date of the figure before it in its clause, and so not that of the order around it.
  bool IsOfFigure(const FactUnit& deadline);

  // An order whose giver nobody before it names is of who orders, speaks or chairs first behind it: a lead tells the order,
  // the next paragraph whose it is. Once, after all were read.
  Maybe<std::string> GiverAfter(uint32_t byte);

  // Who turns out to hold a post that the article gives to nobody (HolderUnnamed), with that post: of one who orders,
  // speaks or chairs. Once, after all were read.
  std::optional<Official> HolderOfPost();

  // Gives a deadline the task and the assignees of the order or task around it.
  void Describe(const FactUnit& at, Deadline& deadline) const;

 private:
  static constexpr int kMostInherited = 64;  // orders in a row that go on with what the one before said

  // What a field holds: its capture, or the part of a register that the rule inherits from.
  struct Source {
    std::vector<uint32_t> units;
    Basis basis = Basis::kPrinted;
    uint32_t set = 0;  // the unit, + 1, of the register; 0 if the sentence says it
  };
  // Where a unit stands whose rule takes fields from registers.
  struct Place {
    uint32_t unit = 0, sentence = 0;
  };
  static Place PlaceOf(const FactUnit& at) { return {at.unit, at.sentence}; }
  // Fields are ids of Pack::names.
  std::vector<Source> SourcesOf(Place at, uint32_t field, int depth) const;
  // What registers that were set before hold for a field, by the ways a rule names (its `inherit` or its `join`).
  void AddFromRegisters(Place at, uint32_t field, const std::vector<Inheritance>& ways, int depth,
                        std::vector<Source>& sources) const;
  // The first of them that names somebody.
  Source SourceOf(Place at, uint32_t field, int depth) const;
  // Of sources whose first one only says “the department”, the one that the text before has of that head (the body that the
  // meeting is with); 0 when there is none.
  size_t MeantBefore(const std::vector<Source>& sources) const;
  // What the text before joins to a field, then what the field itself holds.
  std::vector<Source> AllSources(Place at, uint32_t field, int depth) const;
  // The unit, + 1, that set a register last before a place: in its sentence, else before the sentence began; 0 if none.
  uint32_t SetBefore(Place at, const Inheritance::Source& from) const;
  uint32_t LastSet(Place at, size_t reg) const;
  // Whether a unit that set a register gave nobody the floor, or only for its paragraph, and `at` is not in that.
  bool WordTakenBack(uint32_t unit, Place at) const;
  // “The order directs …”: a document or body that the text does not name.
  bool NamesNobody(uint32_t setting) const;
  const std::vector<uint32_t>& Inherited(uint32_t unit, uint32_t part, int depth) const;
  // The kind that a unit states of an event: by its capture, else of itself. What its chair is, or his body, is
  // no kind of the event.
  std::optional<Found> EventKind(uint32_t unit) const;
  uint32_t NameId(std::string_view name) const { return view_.pack().names.Find(name); }
  // The first capture of this name in a unit or its parts.
  std::vector<uint32_t> PartOf(uint32_t unit, uint32_t name) const;

  // Who gives an order: as printed, the person if it is one, and the document that gives it.
  struct Giver {
    Maybe<std::string> name;
    const Official* person = nullptr;
    std::optional<size_t> document;
    uint32_t unit = 0;  // that says who it is
  };
  Giver GiverOf(const FactUnit& at);
  // Who is named behind a quotation said what is ordered in it, whoever spoke before.
  void AddWhoSaidIt(const FactUnit& at, std::vector<Source>& sources) const;
  // Of an order by a pronoun before which nobody has spoken: Speakers::OpensBefore().
  std::optional<Giver> GiverWhoOpens(uint32_t order);
  // “The governor, turning to the minister, ordered …”: who stands there in an oblique case does not order where the
  // sentence gave somebody else the floor.
  void PreferSubject(const FactUnit& at, std::vector<Source>& sources) const;
  bool IsOblique(uint32_t unit) const;
  // The gender of a pronoun before the verb of an order, whose issuer its rule takes from registers; "" for none.
  std::string_view GenderBefore(uint32_t order) const;
  // Whether something of whom an order begins with is told before it (a unit of kind `of`): “praised the work *of* …”.
  bool IsOwner(const FactUnit& at) const;
  // Whether an order is read as one of who has the floor, which only the end of its quotation tells.
  bool HasLentFloor(const FactUnit& at) const;
  // Keeps to whom an order went, and whether it was a hearer of earlier orders who gave it.
  void HearOrder(const FactUnit& at, const Giver& giver);
  // `order` is the byte where the order begins.
  Giver GiverIn(Source source, uint32_t order);
  // A document orders in the name of who issued it.
  Giver GiverBy(std::optional<size_t> document) const;
  // The document that is cited in the printed issuer of an order, or that its sentence says before it that something is
  // told in.
  std::optional<size_t> DocumentBeside(const FactUnit& at, std::optional<uint32_t> issuer) const;
  // The body of the post of this title by which somebody was last called who spoke or ordered.
  std::optional<std::string> BodyOfTitle(uint32_t post) const;
  // “The Commission”: a reference that no body of the article is, by its printed head; nothing when that is a common noun.
  Maybe<std::string> NameByHead(uint32_t unit) const;
  // A post that is of no body, as printed: of a field (“Minister of Finance”) or of a place (“Governor of the region”);
  // of a country its title (“Prime Minister” of Vietnam). Nothing for the others.
  Maybe<std::string> PostWithoutBody(uint32_t unit, const Post& post) const;
  // Who goes by a post of a whole country, region or town that nobody in the article is given: the one who orders, speaks or
  // chairs under a bare name, if only one does.
  Maybe<std::string> HolderUnnamed(uint32_t post, const Post& said);
  // Whether the article tells of another post of that rank: the president beside the premier. Who speaks may hold either.
  bool NamesPeerOf(std::string_view role);
  Official HolderFound(const std::string& name, uint32_t post, const Post& said) const;
  // The longer name of the article that ends with this one, else this one.
  std::string FullestName(std::string name) const;
  // The names, each under its fullest form, of those who order, speak or chair without any post.
  std::vector<std::string> BareSpeakers() const;
  // A body by the name that it has in full.
  At<std::string> BodyNamed(std::string name, Span span, Basis basis) const;
  // The document that the text before says a source's orders stand in.
  std::optional<size_t> DocumentOf(const Source& source) const;
  // The body that a unit of kind `body_ref` ("the ministry") stands for.
  const Agency* BodyMeant(uint32_t unit) const;
  // The first day by which an order is to be carried out.
  Maybe<Date> DueOf(const FactUnit& at, size_t part, bool& term);
  // The last order of the paragraph where a sentence names nobody before a unit: a deadline there goes on with it.
  const FactUnit* OrderGoneOnWith(const FactUnit& at) const;
  // “These reports must be sent by …”: what is owed, of what was told before or not; “the bridge will be open by …” is not.
  bool SaysWhatMust(const FactUnit& at) const;
  bool IsTermAlone(const FactUnit& at) const;   // “Deadline: 15 October.”, with the words that call it so
  bool IsItem(uint32_t sentence) const;         // goes on with a list after a semicolon
  bool OpensWithTask(uint32_t sentence) const;  // “Develop a plan by …”: nobody is named to do it
  // The names in a field; those who bear them become parties.
  Many<std::string> NamesIn(const FactUnit& at, std::string_view field, std::vector<Party>& parties,
                            const char* role) const;
  void AddNames(const Source& source, Many<std::string>& names, std::vector<Party>& parties,
                const char* role) const;
  // Who stands before the modal of a task whose order names nobody to do it (“asked that in May *the city* should …”).
  struct Subject {
    std::vector<uint32_t> units;
    Span action;  // behind the modal
  };
  std::optional<Subject> SubjectOfTask(uint32_t order) const;
  std::optional<Subject> SubjectIn(const std::vector<uint32_t>& units, uint32_t end) const;
  // The parts of a sentence that says what must be, by a modal, a task or a day to come; nothing for another one.
  std::vector<uint32_t> TaskOfSentence(uint32_t sentence) const;
  // A task behind a comma or “and” with addressees of its own and no verb of ordering.
  struct FurtherTask {
    std::vector<uint32_t> told;
    uint32_t begin = 0;  // of what parts it from the task before
    Span action;
  };
  const std::vector<FurtherTask>& FurtherTasks(uint32_t order) const;
  void AddPartsOfTask(uint32_t unit, std::vector<uint32_t>& parts) const;
  // What an order wants done, without the words that only say so, and who is to do it.
  Span ActionOf(uint32_t order) const;
  Many<std::string> ToldIn(const FactUnit& at, std::vector<Party>& parties) const;
  // Whom a unit names in a list of addressees.
  std::vector<NamedPart> AddressedBy(uint32_t unit) const;
  static void AddName(At<std::string> name, bool group, Many<std::string>& names, std::vector<Party>& parties,
                      const char* role);
  void AddResolutions(const FactUnit& at, std::optional<size_t> issued_in, Directive& directive) const;
  // What the words of an order say of its manner: how urgent it is, that something must not be done, who is
  // exempt; units of kind `urgency`, `negation`, `exception`.
  void AddManner(const FactUnit& at, Directive& directive) const;
  // The day on which orders are given: for each sentence the last day printed so far beside a meeting,
  // a speaker or a document.
  std::vector<Maybe<Date>> DaysOfOrders() const;
  // For each sentence the one that begins what goes on in it after a semicolon: itself if nothing does.
  std::vector<uint32_t> BeginningsOfSentences() const;

  const TreeView& view_;
  const std::vector<FactUnit>& units_;
  const People& people_;
  const Bodies& bodies_;
  const Documents& documents_;
  Mandates mandates_;
  Speakers speakers_;
  Hearers hearers_;
  GoalDates goal_dates_;
  Quotations quotations_;
  std::unordered_set<uint32_t> in_passing_;               // units that set a register where a hearer orders
  std::unordered_map<uint32_t, Giver> givers_;            // of the directives read
  std::unordered_map<uint32_t, const FactUnit*> orders_;  // the directives among the units
  std::unordered_map<uint32_t, uint32_t> set_in_;         // units that set a register, and their sentences
  std::vector<Maybe<Date>> given_;
  std::vector<uint32_t> begins_;  // BeginningsOfSentences()
  mutable std::optional<std::vector<std::pair<std::string, std::string>>>
      names_;                                              // of all people, and folded; when first needed
  std::optional<std::vector<std::string>> bare_speakers_;  // BareSpeakers(), when first needed
  std::optional<std::set<std::string_view>> roles_;        // of the posts in the article, when first needed
  std::optional<Official> holder_found_;
  mutable std::unordered_map<uint32_t, std::vector<FurtherTask>>
      further_tasks_;  // by order, when first needed
  // What units of registers hold, by unit and part: orders in a row ask for the same again and again.
  mutable std::unordered_map<uint64_t, std::vector<uint32_t>> inherited_;
};

}  // namespace acta
