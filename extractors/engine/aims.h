// Aimed at or reached: whether the figure of a target is a goal or a result.
//
//   Aims aims(view, units);
//   target.status = aims.IsGoal(at) ? "goal" : "result";
//
// What decides, the first that says something:
//
// 1. the attribute `status` of the target's rule or words (measures.cc); a word of results in it yields where goals were
//    announced (4), no past date stands before it and no word behind the figure before it says otherwise;
// 2. the attribute `tense` of the target's rule or words: future, or past; but lists of goals are told in any tense
//    (“(7) coverage reached 96%”), so a past tense yields where goals were announced (4);
// 3. an order or task around it; then “40% of firms are expected to …”: a figure that opens its clause is the
//    subject of the verb behind it, so the first word behind it with an attribute `tense`, in its clause; then the
//    nearest word before it, in its sentence, with an attribute `status`;
// 4. goals that were announced: a register `goals`, or a unit of that kind before it in its sentence;
// 5. a date before it that is still to come; or one that opens an earlier sentence of the paragraph, while none with
//    another date, or a word of results, stands between (“In 2026, the province will …; 5 schools;”). A month or year that was running when
//    the article appeared is none.
//
// What nothing tells is a result. Linear in the sentence; never fails.
#pragma once

#include <optional>
#include <vector>

#include "extractors/engine/fact_unit.h"
#include "extractors/engine/tree_view.h"

namespace acta {

class Aims {
 public:
  Aims(const TreeView& view, const std::vector<FactUnit>& units);

  bool IsGoal(const FactUnit& at);
  // Whether goals were announced before a figure, and no word behind that says otherwise.
  bool IsAnnounced(const FactUnit& at);

 private:
  // What the words before a figure say.
  struct Before {
    std::optional<bool> goal;            // of the nearest with a `status`
    std::optional<bool> goal_in_clause;  // of the nearest behind the figure before
    bool to_come = false;                // a date
    bool past = false;                   // the last date is not to come
    bool announced = false;              // goals
    bool opens_clause = true;  // nothing but dates, comparators and articles stands between it and a mark
  };
  Before WordsBefore(const FactUnit& at) const;
  // Whether the predicate of which the figure is the subject tells the future; nullopt when it has none that tells.
  std::optional<bool> Predicate(const FactUnit& at) const;
  // A date, and whether a word like “by” stands before it.
  bool IsToCome(uint32_t date, bool bounded) const;
  bool InGoals(const FactUnit& at) const;
  // Whether the last sentence of the paragraph with a date, before this one, opens with one that is still to come.
  bool GoesOnFromDateToCome(uint32_t sentence) const;
  struct Opening {
    uint32_t date = 0;     // the unit, + 1; 0: a deadline without one
    bool bounded = false;  // “by the end of …”
  };
  // What of a date a sentence opens with; nullopt when it opens with none.
  std::optional<Opening> OpeningDate(uint32_t sentence) const;
  // “By the end of 2024, 98% of …”, told in 2025: a task whose day is gone is what was reached.
  bool OpensWithDayGone(uint32_t sentence) const;
  // Whether the date that a sentence opens with is still to come; nullopt when it opens with none.
  std::optional<bool> OpensWithDateToCome(uint32_t sentence) const;
  // The date or deadline that a unit begins with, else its first leaf.
  uint32_t DateThatOpens(uint32_t unit) const;
  bool HasDate(uint32_t sentence) const;
  // Whether it has a date, or a word of results.
  bool TellsOtherwise(uint32_t sentence) const;
  Span FigureOf(const FactUnit& at) const;
  bool Is(uint32_t unit, uint32_t kind) const {
    return kind != Names::kNone && view_.pack().alphabet.Has(view_.unit(unit).symbol, kind);
  }
  // The attribute of a word, phrase or date itself.
  std::optional<Found> Said(uint32_t leaf, std::string_view name, uint32_t bit) const;
  // Fills `leaves_` with the units of a sentence that have no parts, and its dates and announcements whole.
  void Enter(uint32_t sentence);

  const TreeView& view_;
  const std::vector<FactUnit>& units_;
  const uint32_t status_, tense_;  // bits of these attributes
  const uint32_t date_, goals_, by_, and_, comparator_, article_, cont_, para_, deadline_;  // kinds
  uint32_t sentence_ = ~0u;  // whose leaves these are
  std::vector<uint32_t> leaves_, stack_;
};

}  // namespace acta
