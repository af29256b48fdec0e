// The files of a pack as read: strings with their places, nothing interpreted. The one file that knows
// TOML, so that the loader speaks of rules only.
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/engine/pack.h"
#include "pipeline/text/result.h"

namespace acta {

// A value of a TOML file with its place. `column` is that of the first character of the value.
struct Located {
  std::string text;
  int line = 0, column = 0;
};

struct RuleFile {
  struct Entry {  // one [[rule]], [[pattern]] or [[part]]
    int line = 0;
    std::map<std::string, Located> values;                                      // strings
    std::map<std::string, std::vector<Located>> lists;                          // arrays of strings
    std::map<std::string, std::map<std::string, std::vector<Located>>> tables;  // set, inherit, given
  };
  std::string name;  // "vi/directive.toml"
  std::vector<std::string> lines;
  std::vector<Entry> entries;
};

// A part of PackFiles::lexicon_texts: a pack has many thousand lines.
struct LexiconLine {
  std::string_view kind, phrase, attributes;
  std::string_view source;  // the line
  std::string_view file;
  int line = 0;
};

struct LanguageFile {
  std::string name;
  std::vector<std::string> lines;
  std::vector<Located> phases, abbreviations, unread;
  std::map<std::string, std::vector<Located>> figures;  // kinds, by the keys of the table `figures`
  std::vector<std::pair<std::string, std::string>> fold, endings;
  std::string endings_not_after, breaks, group;
  Located decimal, name_syllable, document_kind;
  struct IssuerLine {
    std::string code, name;
    Located kind;  // "" where there is a name
  };
  std::vector<IssuerLine> issuers;
  std::string name_short;
  std::vector<std::pair<std::string, std::string>> name_nominative;
  struct DeclensionLine {
    std::string grammatical_case, from, to;
  };
  std::vector<DeclensionLine> declensions;
  struct AgreementLine {
    std::vector<std::string> heads;
    std::vector<std::pair<std::string, std::string>> forms;
  };
  std::vector<AgreementLine> agreement;
  struct GenderLine {
    std::string gender;
    std::vector<std::string> endings, middle;
  };
  std::vector<GenderLine> genders;
  struct AffixLine {
    std::string kind;
    std::vector<std::string> suffixes;
    bool unnamed = false;
  };
  std::vector<AffixLine> affixes;
  struct RegisterLine {
    std::string kind, until;
    int line = 0;
  };
  std::vector<RegisterLine> registers;
};

struct ParadigmLine {
  std::string name;
  std::vector<std::pair<std::string, std::string>> endings;
};

struct PackFiles {
  LanguageFile language;
  std::vector<ParadigmLine> paradigms;
  std::vector<LexiconLine> lexicon;
  std::deque<std::string> lexicon_texts;  // names and contents of the files
  std::vector<RuleFile> text;             // text.toml, shared first
  std::vector<RuleFile> parts;            // parts.toml, shared first
  std::vector<RuleFile> rules;            // in order of their names
  std::string version;                    // hash of all bytes read
};

Result<PackFiles> ReadPackFiles(const std::string& folder, const std::string& language);

}  // namespace acta
