// Names that share a head: “Sở Tài chính, Xây dựng” are two bodies, “Sở Tài chính” and “Sở Xây dựng”.
//
//   for (const NamedPart& part : PartsOf(view, unit)) Record(part.name, part.span);
//
// A rule says so by `share = { head = "…", items = "…" }`, two of its captures: each item of the list, parted by
// commas and units of the kinds `sep` and `and`, is a name with the head, in the order of the text. The head is given in
// its dictionary form, or as its attribute `singular` says ("Ministries": singular=Ministry). With `first` instead of
// `head` the first name is a whole one, of which the others take the head: the longest phrase of kind `body_head` that it
// begins with, or its first word (“Bộ Công an, Quốc phòng”). With `as = "place"` each item is its body's place. A unit around
// such a one ("Chairmen of the Hue and Hanoi People's Committees") has a name for each of its parts, too.
#pragma once

#include <string>
#include <vector>

#include "extractors/engine/tree_view.h"

namespace acta {

struct NamedPart {
  std::string name;
  Span span;                               // the item, with the head where it stands beside it
  Span item;                               // without it
  std::vector<uint32_t> place;             // units captured as its place, or as that of all parts
  bool is_place = false;                   // the item is the place
  const LexiconReading* listed = nullptr;  // what the lexicon says of it; filled by those who ask
};

// One part, the unit itself, when it shares nothing. Linear in the unit. Never fails.
std::vector<NamedPart> PartsOf(const TreeView& view, uint32_t unit);

// Whether a unit, or one inside it, has parts of their own.
bool IsShared(const TreeView& view, uint32_t unit);

// What the lexicon says of a name as a whole: its readings of kind `body`; nullptr when it is not listed.
const LexiconReading* ListedBody(const Pack& pack, std::string_view name);

}  // namespace acta
