// The public bodies of an article, each once, under its fullest written form.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extractors/engine/shared_head.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

// The words of a name in alphabetical order, so that their order in the text does not count.
struct Wording {
  std::vector<std::string> words, places;
};

// The id of a body is its own or its head's, not that of another body inside its name ("Office of …").
std::optional<Found> IdOf(const TreeView& view, uint32_t unit);

// The noun that a body's name is built on ("Department of …"), folded and in the nominative; "" when no rule captures it
// as `head`.
std::string HeadOf(const TreeView& view, uint32_t unit);

// A name without the short form in its midst: “People's Committee (PPC) of Lang Son” and its letters; nullopt when it has
// none.
struct Lettered {
  std::string name, letters;
};
std::optional<Lettered> WithoutLetters(const std::string& name);

class Bodies {
 public:
  explicit Bodies(const TreeView& view) : view_(view) {}

  // Takes a unit of kind `agency`. Two names are one body when the lexicon gives them one id, or they fold
  // to one key, and their places do not differ. A unit whose items share a head is several bodies.
  void Add(uint32_t unit);

  // The body that a bare noun ("the ministry") means: the last one named before `byte` of which it is the head, else the
  // first one after it; where it is the head of none, one whose name has the noun. nullptr when there is none.
  const Agency* Meant(std::string_view noun, uint32_t byte) const;

  // The body of a kind (of vocabulary::kAgencyKind) that the article names, if it names but one.
  const Agency* OnlyOf(std::string_view kind) const;

  // The name that a short form stands for, as the article says (“People's Committee (PPC)”); nullptr for what is none.
  const std::string* LongName(const std::string& name) const;

  // Joins a name without a place ("the provincial People's Committee") with the one body that has the same
  // words and a place. Once, after everything was added.
  void Join();

  std::vector<Agency> Take() { return std::move(agencies_); }

 private:
  // An attribute that the lexicon has of the part itself; nothing when the part is not listed or has none.
  std::optional<std::string_view> Listed(const NamedPart& part, std::string_view attribute) const;
  // `key`: the id, or "" for a body that is known by its name. `wording()` is asked for when the body is new.
  template <class MakeWording>
  void AddNamed(uint32_t unit, NamedPart part, std::string key, MakeWording&& wording);
  const Agency* Nearest(uint32_t byte, const std::string& word, bool of_head) const;
  std::optional<size_t> LongFormOf(size_t short_name, const std::vector<std::string>& keys) const;

  const TreeView& view_;
  std::vector<Agency> agencies_;
  std::vector<std::string> places_;  // beside agencies_
  std::vector<std::string> heads_;   // beside agencies_: folded, "" when not captured
  std::unordered_map<std::string, std::vector<size_t>> by_key_;  // indices of agencies_
  std::unordered_map<std::string, std::string> short_forms_;  // their keys to the keys of what they stand for
  std::unordered_map<std::string, std::string> long_names_;   // … and to those names
  std::vector<Wording> wordings_;                             // beside agencies_, until Join()
  std::vector<std::string> keys_;                             // folded names; after Join()
};

}  // namespace acta
