// Inflection as data: word@paradigm to all forms of the word.
//
//   paradigms.toml              [m-anim]
//                               nom = ""
//                               gen = "а"
//                               dat = "у"
//   lexicon                     министр@m-anim юстиции
//   Inflect(paradigms, …)       министр юстиции (nom), министра юстиции (gen), министру юстиции (dat)
//
// All marked words of a phrase agree: they take the same case. A word must end as its nominative says.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

struct Paradigm {
  std::vector<std::pair<std::string, std::string>> endings;  // case name, ending; the first is the lemma's
};

using Paradigms = std::map<std::string, Paradigm, std::less<>>;

struct InflectedForm {
  std::string text;
  std::string grammatical_case;  // "" for a phrase without marked words
};

// The forms of a phrase; the first is the lemma. Cases that one of the marked words lacks are left out.
// Errors: an unknown paradigm, a word that does not end in its lemma's ending.
Result<std::vector<InflectedForm>> Inflect(const Paradigms& paradigms, std::string_view phrase);

}  // namespace acta
