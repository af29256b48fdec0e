// Files of a pack, as read, to a Pack: a step for each kind of file, in an order in which each finds what it
// needs. The steps stand in the files pack_*.cc, as told below; each gives false, and error_ says why.
//
//   return PackLoader(std::move(files), PackUse::kReading).Load("vi");
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "extractors/engine/inflect.h"
#include "extractors/engine/pack.h"
#include "extractors/engine/pack_files.h"
#include "extractors/engine/pattern.h"

namespace acta {

class PackLoader {
 public:
  PackLoader(PackFiles files, PackUse use) : files_(std::move(files)), use_(use) {}

  Result<Pack> Load(const std::string& language);

 private:
  struct Draft {  // a rule between reading and compiling
    const RuleFile* file;
    const RuleFile::Entry* entry;
    PatternNode pattern;
    Located pattern_at;
    size_t phase;
    std::array<Symbol, kTokenClasses> symbols{};
  };

  // The kind of a rule's units, and what else they are (`also`).
  static std::vector<std::string> KindsOf(const Draft& draft);

  // Notes what is wrong and where; false.
  bool Broken(const std::string& file, int line, int column, const std::string& message,
              const std::string& source);
  bool Broken(const RuleFile& file, int line, int column, const std::string& message);
  bool Broken(const RuleFile& file, const Located& at, const std::string& message);

  // ---- pack_language.cc: language.toml

  bool BrokenLanguage(const Located& at, const std::string& message);
  bool Settings();
  bool Registers();

  // ---- pack_lexicon.cc: lexicon/*.tsv

  bool LexiconEntries();
  bool BrokenLexicon(const LexiconLine& line, size_t at, const std::string& message);
  bool CheckAttributes(const LexiconLine& line, const std::vector<Attribute>& attributes);
  std::vector<Attribute> Attributes(const LexiconLine& line);
  static Capital ConditionOf(const Token& first);
  void AddForm(uint32_t kind, std::span<const Attribute> attributes, std::string_view form,
               std::string_view lemma);
  // The same text, kept as long as the pack.
  std::string_view Text(std::string_view text);
  uint32_t Word(std::string_view printed);

  // ---- pack_text.cc: text.toml

  bool TextPatterns();
  bool AddTextPattern(const RuleFile& file, const RuleFile::Entry& entry);
  bool IsLexiconKind(const std::string& name) const;
  void FindHeads();

  // ---- pack_rules.cc: the phases, parts.toml, and the rules as written

  bool Phases();
  bool Parts();
  bool ReadPart(const RuleFile& file, const RuleFile::Entry& entry);
  bool ReadRuleEntries();
  bool ReadRule(const RuleFile& file, const RuleFile::Entry& entry);
  bool CheckKeys(const RuleFile& file, const RuleFile::Entry& entry, const std::set<std::string>& known);
  bool BrokenPattern(const RuleFile& file, const Located& pattern, size_t at, const std::string& message);
  static bool SourceOpensBlock(const RuleFile& file, int line);

  // ---- pack_kinds.cc: the words and kinds that patterns name, and the alphabet that they make

  bool Literals();
  bool CheckKinds(const Draft& draft);
  void AddLiteral(const std::string& quoted);
  bool CloseAlphabet();
  void PhraseSymbols();
  std::array<Symbol, kTokenClasses> Symbols(const std::vector<uint32_t>& kinds);

  // ---- pack_figures.cc: the table `figures` of language.toml

  bool FigureKinds();
  void FigureRoles();

  // ---- pack_start.cc: the symbols of sentences' starts

  void StartSymbols();
  std::vector<Symbol> StartRow(const std::set<uint32_t>& kinds, bool continued,
                               const std::vector<const PatternNode*>& sets);

  // ---- pack_compile.cc: the rules as they run

  bool CompileRules();
  bool CompileRule(Draft& draft, Rule& rule);
  bool FillRule(const Draft& draft, Rule& rule);
  bool FillConstants(const Draft& draft, Rule& rule);
  bool FillShare(const Draft& draft, Rule& rule);
  bool FillSources(const Draft& draft, const std::string& table, std::vector<Inheritance>& into);

  PackFiles files_;
  PackUse use_;
  PatternParts parts_;
  Pack pack_;
  Error error_;
  std::vector<Draft> drafts_;
  std::set<uint32_t> known_;
  std::map<uint32_t, std::vector<std::string_view>> words_of_;  // attribute name to its vocabulary
  std::vector<std::pair<uint32_t, uint32_t>> first_words_;      // kind and first word of each listed phrase
  std::vector<std::string> leading_groups_;                     // by text pattern
  std::map<uint32_t, uint32_t> affix_kind_of_literal_;          // of words that patterns name
  std::vector<bool> lexicon_kinds_;  // by kind: whether a lexicon has phrases of it
  std::vector<Token> tokens_;
  std::vector<uint32_t> form_words_;
  std::string key_;
};

}  // namespace acta
