// Two people of one name: told apart when each holds an office that the other cannot hold.
//
//   Seat a = SeatOf(view, post_of_the_one), b = SeatOf(view, post_of_the_other);
//   if (Excludes(a, b)) …   // “Chairman of Hoa My commune”, “Chairman of Dong Lac commune”
//
// Only what is printed counts, and only the same role now held at two bodies of one kind or level that differ in
// their place or their field. All else may be one person: a secretary who is also chairman, a body under two
// names, a chairman who was one elsewhere before.
#pragma once

#include <string>
#include <vector>

#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

// An office as far as it tells people apart. Words are folded and in the nominative.
struct Seat {
  std::string role;                 // "" when it tells nothing: no role, not held now, one of many members
  std::string kind, level;          // of the body; "" when the pack does not know
  std::vector<std::string> place;   // words of the body's place
  std::vector<std::string> sector;  // words of its field
};

// The seat of a unit of kind `post` that was read as `post`.
Seat SeatOf(const TreeView& view, uint32_t unit, const Post& post);

// Whether one person can hold only one of them: two places, or two fields of one level.
bool Excludes(const Seat& a, const Seat& b);

// The words of the places that a unit names.
std::vector<std::string> PlacesIn(const TreeView& view, uint32_t unit);

// Whether no two places are told of them.
bool SamePlace(const Seat& a, const Seat& b);

// Whether they are one office under two names of its body: of the kinds of which a place has one body.
bool SameSeat(const Seat& a, const Seat& b);

}  // namespace acta
