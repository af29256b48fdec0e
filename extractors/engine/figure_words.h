// What words do beside a figure: the table `figures` of language.toml, and what the engine knows of names and numbers.
//
//   const uint32_t roles = pack.figure_words.roles[unit.symbol];
//   if (roles & figure::kStop) …
//
// One look-up for a word: the roles of each symbol are put together when the pack is loaded (pack.h: FigureWords).
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace acta::figure {

using Role = uint32_t;

// Of the table, by its keys.
inline constexpr Role kVerb = 1 << 0;    // `verbs`: stands between a thing and its figure, or is a participle
inline constexpr Role kFinite = 1 << 1;  // `finite`: a verb that is no participle
inline constexpr Role kStop = 1 << 2;    // `stops`: no part of what is measured, which may begin behind it
inline constexpr Role kEnd = 1 << 3;     // `ends`: ends the words behind a figure
inline constexpr Role kLight = 1 << 4;   // `light`: never opens or closes it
inline constexpr Role kLink = 1 << 5;    // `links`: nor does this, a preposition
inline constexpr Role kOf = 1 << 6;      // `of`: leads from an amount to what it is a part of
inline constexpr Role kJoin = 1 << 7;    // `joins`: parts figures, and makes lists
inline constexpr Role kHead = 1 << 8;    // `heads`: opens what is measured
inline constexpr Role kBareHead = 1 << 9;  // `bare_heads`: does so, but says nothing alone
inline constexpr Role kNoun = 1 << 25;     // `nouns`: is none of these verbs and stops
inline constexpr Role kDeed = 1 << 24;     // `deeds`: printed with the lone noun that it was done to
// Of the engine.
inline constexpr Role kBody = 1 << 10;      // an agency or locality
inline constexpr Role kPlace = 1 << 11;     // a bare place
inline constexpr Role kOwner = 1 << 12;     // a common word for a body or place: the government
inline constexpr Role kPerson = 1 << 13;    // a person, post or reference to a body
inline constexpr Role kGroup = 1 << 14;     // a nameless group
inline constexpr Role kNumber = 1 << 15;    // a number or scale
inline constexpr Role kQuantity = 1 << 16;  // a number with what it counts
inline constexpr Role kAmount = 1 << 17;    // a quantity that measures: percents, money
inline constexpr Role kName = 1 << 18;      // taken whole, as a document's name is
// Of the unit itself.
inline constexpr Role kFigure = 1 << 19;  // a word of a quantity
inline constexpr Role kMark = 1 << 20;    // a mark of punctuation
inline constexpr Role kDash = 1 << 21;
inline constexpr Role kStatus = 1 << 22;  // tells a goal or a result
inline constexpr Role kDigits = 1 << 23;

inline constexpr Role kOwners = kBody | kPlace;
inline constexpr Role kActors = kOwners | kOwner | kPerson;
inline constexpr Role kVerbs = kVerb | kFinite;
inline constexpr Role kHeads = kHead | kBareHead;

// The keys of the table.
inline constexpr std::pair<std::string_view, Role> kKeys[] = {
    {"verbs", kVerb},  {"finite", kFinite},       {"stops", kStop}, {"ends", kEnd},
    {"light", kLight}, {"links", kLink},          {"of", kOf},      {"joins", kJoin},
    {"heads", kHead},  {"bare_heads", kBareHead}, {"deeds", kDeed}, {"nouns", kNoun}};

// Kinds that have roles in every pack.
inline constexpr std::pair<std::string_view, uint32_t> kKinds[] = {
    {"agency", kBody | kName},   {"locality", kBody | kPlace | kName},
    {"place", kPlace | kName},   {"owner", kOwner | kName},
    {"person", kPerson | kName}, {"official", kPerson | kName},
    {"post", kPerson | kName},   {"body_ref", kPerson | kName},
    {"group", kGroup},           {"resolution", kName},
    {"date", kLight | kName},    {"deadline", kLight | kName},
    {"period", kLight | kName},  {"number", kNumber},
    {"scale", kNumber},          {"fraction", kNumber},
    {"quantity", kQuantity},     {"share", kQuantity},
    {"percent", kAmount},        {"percent_quantity", kAmount},
    {"money", kAmount}};

}  // namespace acta::figure
