// The closed vocabularies of the records. The one place where they are spelled: rules and lexicons are
// checked against them when a pack is loaded, store.sql and facts.schema.json by schema_drift_test.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace acta::vocabulary {

using Words = std::span<const std::string_view>;

inline constexpr std::string_view kBasis[] = {"printed", "resolved", "inferred"};

inline constexpr std::string_view kRole[] = {"general_secretary",
                                             "president",
                                             "vice_president",
                                             "prime_minister",
                                             "deputy_prime_minister",
                                             "minister",
                                             "deputy_minister",
                                             "secretary",
                                             "deputy_secretary",
                                             "standing_deputy_secretary",
                                             "chair",
                                             "vice_chair",
                                             "standing_vice_chair",
                                             "director",
                                             "deputy_director",
                                             "head",
                                             "deputy_head",
                                             "chief_of_office",
                                             "member",
                                             "standing_member",
                                             "alternate_member",
                                             "delegate",
                                             "commander",
                                             "governor",
                                             "deputy_governor",
                                             "mayor",
                                             "deputy_mayor",
                                             "ambassador",
                                             "other"};

inline constexpr std::string_view kCapacity[] = {"current",   "former",   "acting",  "in_charge",
                                                 "appointed", "relieved", "deceased"};

inline constexpr std::string_view kAgencyKind[] = {"peoples_committee",
                                                   "peoples_council",
                                                   "party_committee",
                                                   "ministry",
                                                   "department",
                                                   "division",
                                                   "office",
                                                   "police",
                                                   "military",
                                                   "court",
                                                   "procuracy",
                                                   "inspectorate",
                                                   "front",
                                                   "association",
                                                   "steering_committee",
                                                   "assembly",
                                                   "government",
                                                   "politburo",
                                                   "central_committee",
                                                   "agency",
                                                   "school",
                                                   "hospital",
                                                   "other"};

inline constexpr std::string_view kLevel[] = {"central", "province", "district", "commune"};

inline constexpr std::string_view kResolutionKind[] = {
    "resolution",   "decision",   "directive",       "conclusion", "plan",           "programme",
    "project",      "law",        "decree",          "circular",   "joint_circular", "code",
    "constitution", "dispatch",   "official_letter", "notice",     "report",         "order",
    "ordinance",    "regulation", "strategy",        "planning",   "other"};

inline constexpr std::string_view kResolutionState[] = {"issued", "draft", "to_be_written"};

inline constexpr std::string_view kUnit[] = {"percent",     "vnd",         "usd",
                                             "rub",         "eur",         "php",
                                             "inr",         "task",        "project",
                                             "procedure",   "dossier",     "criterion",
                                             "document",    "household",   "person",
                                             "job",         "student",     "bed",
                                             "enterprise",  "cooperative", "commune",
                                             "village",     "district",    "province",
                                             "locality",    "school",      "km",
                                             "metre",       "hectare",     "square_metre",
                                             "cubic_metre", "tonne",       "tonne_per_hectare",
                                             "megawatt",    "day",         "month",
                                             "year",        "rank",        "ratio",
                                             "times",       "point",       "other"};

inline constexpr std::string_view kComparator[] = {"at_least", "at_most", "equal", "approx", "range"};
inline constexpr std::string_view kDirection[] = {"increase", "decrease", "reach"};
inline constexpr std::string_view kTargetStatus[] = {"goal", "result"};

inline constexpr std::string_view kPrecision[] = {"day", "month", "quarter", "half_year", "year"};
inline constexpr std::string_view kDeadlineKind[] = {"obligation", "expected", "vision"};

inline constexpr std::string_view kStrength[] = {"order",     "assign",  "request", "remind",
                                                 "emphasise", "propose", "hope"};
inline constexpr std::string_view kPartyRole[] = {"lead", "support", "advised", "recipient", "via"};
inline constexpr std::string_view kRelation[] = {"under", "implements", "issued_in", "to_draft"};

inline constexpr std::string_view kProgressState[] = {"done", "on_schedule", "late", "not_started",
                                                      "cancelled"};
inline constexpr std::string_view kEventKind[] = {"meeting", "inspection", "ceremony", "visit",
                                                  "signing", "session",    "congress", "other"};

inline bool Has(Words words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace acta::vocabulary
