// A Pack is one language: its lexicons, text patterns and rules, validated and compiled.
//
//   Result<Pack> pack = LoadPack("extractors", "vi");
//
// A folder extractors/<language> holds plain text only (docs/rules.md tells how to write it):
//
//   language.toml      how the language writes, the order of the phases, the registers
//   paradigms.toml     endings, for word@paradigm in lexicons
//   lexicon/*.tsv      kind, phrase, attributes, note
//   text.toml          RE2 over characters: what has a shape
//   *.toml             rules over units, each with its examples; parts.toml: what their patterns share
//
// extractors/shared/ (text.toml, lexicon/) belongs to every language. Everything is checked while
// loading; an Error of kind "rule" names file, line and column, quotes the line and sets a caret.
// A loaded Pack is immutable and safe to share between threads.
#pragma once

#include <re2/re2.h>

#include <array>
#include <bitset>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/engine/alphabet.h"
#include "extractors/engine/annotate.h"
#include "extractors/engine/automaton.h"
#include "extractors/engine/lexicon.h"
#include "extractors/engine/names.h"
#include "extractors/engine/pattern.h"
#include "extractors/engine/program.h"
#include "extractors/engine/workspace.h"
#include "pipeline/text/result.h"

namespace acta {

// Where something was written: "vi/directive.toml", line from 1.
struct Place {
  std::string file;
  int line = 0;
  std::string ToString() const { return file + ":" + std::to_string(line); }
};

// What has a shape: tried at every token of the classes it may begin with.
struct TextPattern {
  uint32_t kind = 0;
  std::vector<uint32_t> also;  // kinds that its units are read as, too
  Place place;
  std::array<Symbol, kTokenClasses> symbols{};  // of its units, by class of the first token
  std::unique_ptr<RE2> regex;
  unsigned starts = 0;  // bit per TokenClass
  struct Group {
    uint32_t name = 0;                     // attribute that the group's text becomes
    std::optional<uint32_t> lexicon_kind;  // the text must be a phrase of this kind
  };
  std::vector<Group> groups;  // capturing groups 1 …
  std::vector<Attribute> attributes;
  uint32_t says = 0;        // AttributeBits() of its attributes
  std::vector<bool> heads;  // by word: whether a match can begin with it; empty when any can
};

// Which text patterns may match at a token, by its class, by its first bytes and by those behind it: bits of pattern
// indices.
inline constexpr size_t kMostTextPatterns = 64;
struct TextFilter {
  using ByByte = std::array<std::array<uint64_t, 256>, 4>;
  std::array<uint64_t, kTokenClasses> by_class{};
  ByByte first{}, behind_letters{}, behind_digits{};
};

// "issuer comes from the register `floor`, part `who`".
struct Inheritance {
  uint32_t field = 0;
  struct Source {
    uint32_t kind = 0;  // a register
    uint32_t part = 0;  // a capture of the unit in it
  };
  std::vector<Source> sources;  // the first that is set wins
};

// Captures of a rule whose unit names several: each item with the head.
struct SharedHead {
  uint32_t head = 0, items = 0;
  bool whole = false;   // the head is that of a whole name: “Bộ” of “Bộ Công an”
  bool places = false;  // each item is its body's place
};

struct Rule {
  uint32_t kind = 0;
  std::string name;
  Place place;
  PatternNode parsed;  // kept for PackUse::kMutating only
  CompiledPattern pattern;
  std::array<Symbol, kTokenClasses>
      symbols{};                      // of its units: its kind and `also`, by class of the first token
  std::vector<uint32_t> fields;       // of the capturing groups
  std::vector<Attribute> attributes;  // from `set`
  uint32_t says = 0;                  // AttributeBits() of them
  std::vector<Inheritance> inherit;   // fields that the text does not give
  std::vector<Inheritance> join;      // fields to which the text before gives more
  std::optional<SharedHead> share;
  std::vector<uint32_t> within;  // kinds; a record only inside one of them
  std::string reject;            // why this reading is no record
  std::vector<std::string> examples, never;
  std::string given_published;  // date that the examples are read with
};

// What rules call the kinds of paragraphs, by ParagraphKind.
inline constexpr std::string_view kParagraphKindNames[] = {"headline", "prose", "heading", "item", "caption"};

// A unit that stays in force after its sentence.
inline constexpr size_t kMostRegisters = 12;
struct Register {
  uint32_t kind = 0;       // units of this kind set it
  uint32_t live_kind = 0;  // reading of a sentence's start while it is set: in_<kind>
  enum class Until { kArticle, kSection, kParagraph, kItems, kClause } until = Until::kArticle;
};

struct NumberFormat {
  char32_t decimal = U'.';
  std::u32string group;  // characters that separate thousands
};

// Readings of words that no lexicon knows, by their ending.
struct Affix {
  uint32_t kind = 0;
  std::string suffix;    // folded
  bool unnamed = false;  // not of words that rules name
};

// How personal names behave.
struct NameSettings {
  std::string short_form = "last";  // which word stands alone for the person
  std::vector<std::pair<std::string, std::string>>
      nominative;                 // endings of oblique cases and what they become
  std::unique_ptr<RE2> syllable;  // a whole word that is already in the nominative
  struct Declension {
    std::string grammatical_case, from, to;  // an ending in that case, and in the nominative
  };
  std::vector<Declension> declensions;  // for the words of a name whose case another word shows
  // Endings of adjectives before a word whose dictionary form ends in one of `heads`: any case, nominative.
  struct Agreement {
    std::vector<std::string> heads;
    std::vector<std::pair<std::string, std::string>> forms;
  };
  std::vector<Agreement> agreement;
  // What tells the gender of a name: endings of its words, words in its midst. Folded.
  struct Gender {
    std::string gender;
    std::vector<std::string> endings, middle;
  };
  std::vector<Gender> genders;
};

// What words do beside a figure: the table `figures` of language.toml.
struct FigureWords {
  bool told = false;   // whether the pack has the table
  bool heads = false;  // whether it names words that open what is measured: then nothing else does
  bool of = false;     // whether it names words that lead from an amount to its own; else any may follow it
  std::vector<uint32_t> roles;  // by symbol (figure_words.h)
};

// Rules that are tried together, in file order.
struct Phase {
  std::vector<uint32_t> rules;
  Automaton automaton;
};

// The phases in which a symbol may begin a match, and those in which a match may need it: bits of phases. A phase
// is run for a sentence that has symbols of both sorts.
inline constexpr size_t kMostPhases = 64;
struct PhaseUse {
  uint64_t starts = 0, triggers = 0;
};

// Who issues documents with certain letters in their numbers: by name, or the body of this kind that the article names.
struct NumberIssuer {
  std::string name, kind;
};

struct Pack {
  std::string language;
  std::string version;  // hash of all files of the pack
  TextSettings text;
  NumberFormat numbers;
  NameSettings names_of_people;
  FigureWords figure_words;
  bool code_decides_kind = false;  // of a document: its number's code, not the noun before it
  std::map<std::string, NumberIssuer, std::less<>>
      number_issuers;  // by the folded letters of a number, or a whole one

  Names texts;  // what attributes and readings say
  Names names;  // attributes and captures
  Names kinds;
  std::unique_ptr<Folder> folder;
  std::unique_ptr<Annotator> annotator;
  Lexicon lexicon;
  Alphabet alphabet;
  std::vector<TextPattern> text_patterns;
  TextFilter text_filter;
  std::vector<Affix> affixes;  // longest suffix first
  WordTable suffixes;          // of `affixes`: word i + 1 is that of affix suffix_affix[i]
  std::vector<uint32_t> suffix_affix;
  std::vector<size_t> suffix_lengths;   // in bytes, longest first
  std::vector<uint32_t> affix_of_word;  // 1 + the affix that a word of the lexicon ends in, or 0
  std::vector<Rule> rules;
  std::vector<std::string> phase_names;
  std::vector<Phase> phases;
  std::vector<PhaseUse> phase_use;  // by symbol
  SetTable sets;                    // that the rules name
  std::vector<Register> registers;

  // Symbols by token class of words that no lexicon knows, [0] without an affix, [1 + i] with affix i.
  std::vector<std::array<Symbol, kTokenClasses>> unknown;
  // Symbol of a sentence's start: [paragraph kind * kSentenceStarts + start][set of live registers]. Sets that no
  // rule tells apart have one symbol, with the readings of the smallest of them.
  std::vector<std::vector<Symbol>> start;
  Symbol end = 0;
  std::unique_ptr<WorkspacePool> workspaces = std::make_unique<WorkspacePool>();

  uint32_t Kind(std::string_view name) const { return kinds.Find(name); }
  // The index of the register that holds units of a kind; the number of registers if none does.
  size_t RegisterOf(uint32_t kind) const;
  // 1 + the index of the longest affix that a folded word ends in, or 0.
  uint32_t AffixOf(std::string_view key) const;
};

// Gives a phase these rules instead of its own: what would the pack read without one of them? Not while
// another thread reads with the pack.
void SetPhase(Pack& pack, size_t phase, std::vector<uint32_t> rules);

// What a pack is loaded for. The trees of its patterns, a tenth of its memory, are for MutatePack alone.
enum class PackUse : uint8_t { kReading, kMutating };

// `folder` is the one that holds shared/ and the languages.
Result<Pack> LoadPack(const std::string& folder, const std::string& language,
                      PackUse use = PackUse::kReading);

}  // namespace acta
