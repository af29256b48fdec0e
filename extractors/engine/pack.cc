#include "extractors/engine/pack.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "extractors/engine/fact_fields.h"
#include "extractors/engine/inflect.h"
#include "extractors/engine/pack_files.h"
#include "extractors/engine/pattern.h"
#include "extractors/engine/program.h"
#include "extractors/engine/regex_head.h"
#include "extractors/engine/utf.h"
#include "pipeline/text/article.h"

namespace acta {
namespace {

constexpr int64_t kRegexMemory = 64 << 20;  // bytes for one compiled pattern and its automata
constexpr std::string_view kStartKinds[] = {"headline", "prose", "heading", "item",
                                            "caption"};  // by ParagraphKind
constexpr size_t kMostRegisters = 6;

int EditDistance(std::string_view a, std::string_view b) {
  std::vector<int> row(b.size() + 1);
  for (size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
  for (size_t i = 1; i <= a.size(); ++i) {
    int diagonal = row[0];
    row[0] = static_cast<int>(i);
    for (size_t j = 1; j <= b.size(); ++j) {
      int above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// "; did you mean <x>?" for the nearest known name, or "".
template <class Range>
std::string Suggestion(std::string_view name, const Range& known, std::string_view open,
                       std::string_view close) {
  std::string best;
  int best_distance = 3;
  for (const auto& candidate : known) {
    std::string_view other(candidate);
    if (other.starts_with('"')) continue;
    if (int distance = EditDistance(name, other); distance < best_distance) {
      best_distance = distance;
      best = other;
    }
  }
  return best.empty() ? "" : fmt::format("; did you mean {}{}{}?", open, best, close);
}

// The words that an attribute of this name may hold: those of the records' fields of that name. Empty when
// the records have no such field, or free text in it.
std::vector<std::string_view> WordsOf(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::string_view kind :
       {"official", "agency", "resolution", "target", "deadline", "directive", "progress", "event"}) {
    for (const FactField& field : FactFields(kind)) {
      if (field.name == name) words.insert(words.end(), field.one_of.begin(), field.one_of.end());
    }
  }
  if (name == "role") words.assign(std::begin(vocabulary::kRole), std::end(vocabulary::kRole));
  if (name == "capacity") words.assign(std::begin(vocabulary::kCapacity), std::end(vocabulary::kCapacity));
  return words;
}

bool IsTokenClass(std::string_view name) {
  return std::find(std::begin(kTokenClassNames), std::end(kTokenClassNames), name) !=
         std::end(kTokenClassNames);
}

class Loader {
 public:
  explicit Loader(PackFiles files) : files_(std::move(files)) {}

  Result<Pack> Load(const std::string& language) {
    pack_.language = language;
    pack_.version = files_.version;
    pack_.folder = nullptr;
    using Step = bool (Loader::*)();
    for (Step step :
         {&Loader::Settings, &Loader::LexiconEntries, &Loader::TextPatterns, &Loader::Phases,
          &Loader::ReadRuleEntries, &Loader::Literals, &Loader::CloseAlphabet, &Loader::CompileRules}) {
      if (!(this->*step)()) return tl::unexpected(std::move(error_));
    }
    return std::move(pack_);
  }

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
  static std::vector<std::string> KindsOf(const Draft& draft) {
    std::vector<std::string> kinds = {draft.entry->values.at("kind").text};
    if (auto also = draft.entry->lists.find("also"); also != draft.entry->lists.end()) {
      for (const Located& kind : also->second) kinds.push_back(kind.text);
    }
    return kinds;
  }

  bool Broken(const std::string& file, int line, int column, const std::string& message,
              const std::string& source) {
    error_ = RuleError(file, line, column, message, source);
    return false;
  }

  bool Broken(const RuleFile& file, int line, int column, const std::string& message) {
    bool known = line >= 1 && static_cast<size_t>(line) <= file.lines.size();
    return Broken(file.name, line, column, message, known ? file.lines[static_cast<size_t>(line) - 1] : "");
  }

  bool Broken(const RuleFile& file, const Located& at, const std::string& message) {
    return Broken(file, at.line, at.column, message);
  }

  // ---- language.toml

  bool BrokenLanguage(const Located& at, const std::string& message) {
    const LanguageFile& file = files_.language;
    bool known = at.line >= 1 && static_cast<size_t>(at.line) <= file.lines.size();
    return Broken(file.name, std::max(at.line, 1), std::max(at.column, 1), message,
                  known ? file.lines[static_cast<size_t>(at.line) - 1] : "");
  }

  bool Settings() {
    const LanguageFile& from = files_.language;
    for (const Located& word : from.abbreviations) pack_.text.abbreviations.push_back(word.text);
    pack_.text.fold = from.fold;
    pack_.text.breaks = from.breaks;
    pack_.text.endings = from.endings;
    pack_.text.endings_not_after = from.endings_not_after;
    pack_.folder = std::make_unique<Folder>(pack_.text);
    pack_.annotator = std::make_unique<Annotator>(pack_.text);
    auto decimal = ToUtf32(from.decimal.text);
    if (decimal.size() != 1) return BrokenLanguage(from.decimal, "numbers.decimal is one character");
    pack_.numbers.decimal = decimal[0];
    pack_.numbers.group = ToUtf32(from.group);
    pack_.names_of_people.short_form = from.name_short;
    pack_.names_of_people.nominative = from.name_nominative;
    for (const auto& line : from.agreement)
      pack_.names_of_people.agreement.push_back({line.heads, line.forms});
    for (const auto& line : from.declensions) {
      pack_.names_of_people.declensions.push_back({line.grammatical_case, line.from, line.to});
    }
    if (from.document_kind.text != "noun" && from.document_kind.text != "code") {
      return BrokenLanguage(from.document_kind,
                            fmt::format("documents.kind is noun or code, not “{}”", from.document_kind.text));
    }
    pack_.code_decides_kind = from.document_kind.text == "code";
    if (!from.name_syllable.text.empty()) {
      pack_.names_of_people.syllable = std::make_unique<RE2>(from.name_syllable.text, RE2::Quiet);
      if (!pack_.names_of_people.syllable->ok()) {
        return BrokenLanguage(from.name_syllable,
                              "names.syllable: " + pack_.names_of_people.syllable->error());
      }
    }
    for (const auto& line : from.affixes) {
      uint32_t kind = pack_.kinds.Add(line.kind);
      for (const std::string& suffix : line.suffixes)
        pack_.affixes.push_back({kind, pack_.folder->Fold(suffix)});
    }
    std::stable_sort(pack_.affixes.begin(), pack_.affixes.end(),
                     [](const Affix& a, const Affix& b) { return a.suffix.size() > b.suffix.size(); });
    return Registers();
  }

  bool Registers() {
    if (files_.language.registers.size() > kMostRegisters) {
      return BrokenLanguage({"", files_.language.registers[kMostRegisters].line, 1},
                            fmt::format("at most {} registers", kMostRegisters));
    }
    static const std::map<std::string, Register::Until> kUntil = {{"article", Register::Until::kArticle},
                                                                  {"section", Register::Until::kSection},
                                                                  {"paragraph", Register::Until::kParagraph},
                                                                  {"items", Register::Until::kItems}};
    for (const auto& line : files_.language.registers) {
      auto until = kUntil.find(line.until);
      if (until == kUntil.end()) {
        return BrokenLanguage(
            {"", line.line, 1},
            fmt::format("until is article, section, paragraph or items, not “{}”", line.until));
      }
      pack_.registers.push_back(
          {pack_.kinds.Add(line.kind), pack_.kinds.Add("in_" + line.kind), until->second});
    }
    return true;
  }

  // ---- lexicon/*.tsv

  bool LexiconEntries() {
    Paradigms paradigms;
    for (const auto& line : files_.paradigms) paradigms[line.name].endings = line.endings;
    for (const LexiconLine& line : files_.lexicon) {
      auto forms = Inflect(paradigms, line.phrase);
      if (!forms) return BrokenLexicon(line, line.kind.size() + 1, forms.error().message);
      uint32_t kind = pack_.kinds.Add(line.kind);
      std::vector<Attribute> attributes = Attributes(line);
      if (!CheckAttributes(line, attributes)) return false;
      for (const Form& form : *forms) AddForm(kind, attributes, form, forms->front().text);
    }
    return true;
  }

  // `at`: byte of the line.
  bool BrokenLexicon(const LexiconLine& line, size_t at, const std::string& message) {
    auto column = std::count_if(line.source.begin(),
                                line.source.begin() + static_cast<long>(std::min(at, line.source.size())),
                                [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    return Broken(line.place.file, line.place.line, static_cast<int>(column) + 1, message, line.source);
  }

  // An attribute named as a field with a closed vocabulary holds one of its words.
  bool CheckAttributes(const LexiconLine& line, const std::vector<Attribute>& attributes) {
    for (const Attribute& one : attributes) {
      auto [known, fresh] = words_of_.try_emplace(one.name);
      if (fresh) known->second = WordsOf(pack_.names[one.name]);
      const std::vector<std::string_view>& words = known->second;
      if (words.empty() || std::find(words.begin(), words.end(), one.value) != words.end()) continue;
      return BrokenLexicon(line, line.kind.size() + line.phrase.size() + 2,
                           fmt::format("“{}” is no {}{}", one.value, pack_.names[one.name],
                                       Suggestion(one.value, words, "“", "”")));
    }
    return true;
  }

  // "role=chair level=province", or one bare value, which is named as the kind. A blank inside a value
  // is written with quotation marks: body="Tỉnh ủy".
  std::vector<Attribute> Attributes(const LexiconLine& line) {
    std::vector<Attribute> out;
    const std::string& text = line.attributes;
    if (text.find('=') == text.npos) {
      if (!text.empty()) out.push_back({pack_.names.Add(line.kind), text});
      return out;
    }
    for (size_t i = 0; i < text.size();) {
      size_t equals = text.find('=', i);
      if (equals == text.npos) break;
      std::string name = text.substr(i, equals - i);
      size_t begin = equals + 1, end;
      if (begin < text.size() && text[begin] == '"') {
        end = std::min(text.find('"', ++begin), text.size());
        i = end + 1;
      } else {
        end = std::min(text.find(' ', begin), text.size());
        i = end;
      }
      out.push_back({pack_.names.Add(name), text.substr(begin, end - begin)});
      while (i < text.size() && text[i] == ' ') ++i;
    }
    return out;
  }

  static Capital ConditionOf(const Token& first) {
    if (first.token_class == TokenClass::kUpper) return Capital::kAll;
    if (first.token_class == TokenClass::kCap) return Capital::kFirst;
    return Capital::kAny;
  }

  void AddForm(uint32_t kind, std::vector<Attribute> attributes, const Form& form, const std::string& lemma) {
    if (!form.grammatical_case.empty())
      attributes.push_back({pack_.names.Add("case"), form.grammatical_case});
    tokens_.clear();
    Annotator::Tokenize(form.text, 0, tokens_);
    if (tokens_.empty()) return;
    std::vector<uint32_t> words;
    for (const Token& token : tokens_) words.push_back(Word(token.span().In(form.text)));
    std::string kept_lemma = form.text == lemma ? std::string() : lemma;
    pack_.lexicon.Add(words, ConditionOf(tokens_.front()),
                      LexiconReading{kind, std::move(attributes), std::move(kept_lemma)});
  }

  uint32_t Word(std::string_view printed) {
    key_.clear();
    pack_.folder->Fold(printed, key_);
    return pack_.lexicon.words().Add(key_);
  }

  // ---- text.toml

  bool TextPatterns() {
    for (const RuleFile& file : files_.text) {
      for (const RuleFile::Entry& entry : file.entries) {
        if (!AddTextPattern(file, entry)) return false;
      }
    }
    return true;
  }

  // Every key of an entry must be one of `known`.
  bool CheckKeys(const RuleFile& file, const RuleFile::Entry& entry, const std::set<std::string>& known) {
    auto unknown = [&](const std::string& key, int line) {
      return !known.contains(key) &&
             !Broken(file, line, 1, fmt::format("unknown key “{}”{}", key, Suggestion(key, known, "“", "”")));
    };
    for (const auto& [key, value] : entry.values) {
      if (unknown(key, value.line)) return false;
    }
    for (const auto& [key, values] : entry.lists) {
      if (unknown(key, values.empty() ? entry.line : values.front().line)) return false;
    }
    for (const auto& [key, value] : entry.tables) {
      if (unknown(key, entry.line)) return false;
    }
    return true;
  }

  bool AddTextPattern(const RuleFile& file, const RuleFile::Entry& entry) {
    static const std::set<std::string> kKeys = {"kind", "regex", "starts", "set", "note"};
    if (!CheckKeys(file, entry, kKeys)) return false;
    auto kind = entry.values.find("kind");
    auto regex = entry.values.find("regex");
    if (kind == entry.values.end() || regex == entry.values.end()) {
      return Broken(file, entry.line, 1, "a text pattern has a kind and a regex");
    }
    TextPattern pattern;
    pattern.kind = pack_.kinds.Add(kind->second.text);
    pattern.place = {file.name, entry.line};
    RE2::Options options(RE2::Quiet);
    options.set_longest_match(true);
    options.set_max_mem(kRegexMemory);
    pattern.regex = std::make_unique<RE2>(regex->second.text, options);
    if (!pattern.regex->ok()) return Broken(file, regex->second, pattern.regex->error());
    if (RE2::FullMatch("", *pattern.regex))
      return Broken(file, regex->second, "the pattern can match nothing");
    pattern.starts = 1u << static_cast<int>(TokenClass::kDigits);
    if (auto starts = entry.lists.find("starts"); starts != entry.lists.end()) {
      pattern.starts = 0;
      for (const Located& name : starts->second) {
        auto found = std::find(std::begin(kTokenClassNames), std::end(kTokenClassNames), name.text);
        if (found == std::end(kTokenClassNames))
          return Broken(file, name, fmt::format("no token class “{}”", name.text));
        pattern.starts |= 1u << (found - std::begin(kTokenClassNames));
      }
    }
    for (const auto& [index, name] : pattern.regex->CapturingGroupNames()) {
      if (pattern.groups.size() < static_cast<size_t>(index))
        pattern.groups.resize(static_cast<size_t>(index));
      TextPattern::Group& group = pattern.groups[static_cast<size_t>(index) - 1];
      group.name = pack_.names.Add(name);
      if (IsLexiconKind(name)) group.lexicon_kind = pack_.kinds.Find(name);
    }
    if (static_cast<size_t>(pattern.regex->NumberOfCapturingGroups()) != pattern.groups.size()) {
      return Broken(file, regex->second, "every group has a name: (?P<name>…) or (?:…)");
    }
    if (auto set = entry.tables.find("set"); set != entry.tables.end()) {
      for (const auto& [name, values] : set->second) {
        if (!values.empty()) pattern.attributes.push_back({pack_.names.Add(name), values.front().text});
      }
    }
    size_t index = pack_.text_patterns.size();
    if (index == kMostTextPatterns)
      return Broken(file, entry.line, 1, fmt::format("more than {} text patterns", kMostTextPatterns));
    HeadBytes heads = HeadBytesOf(regex->second.text);
    for (size_t c = 0; c < kTokenClasses; ++c)
      pack_.text_filter.by_class[c] |= uint64_t{pattern.starts >> c & 1} << index;
    for (size_t at = 0; at < kHeadBytes; ++at) {
      for (size_t b = 0; b < 256; ++b)
        pack_.text_filter.by_byte[at][b] |= uint64_t{heads[at][b]} << index;
    }
    pack_.text_patterns.push_back(std::move(pattern));
    return true;
  }

  bool IsLexiconKind(const std::string& name) const {
    return std::any_of(files_.lexicon.begin(), files_.lexicon.end(),
                       [&](const LexiconLine& line) { return line.kind == name; });
  }

  // ---- phases and rules

  bool Phases() {
    if (files_.language.phases.empty()) return BrokenLanguage({}, "phases: the list of phases is missing");
    std::set<std::string> seen;
    for (const Located& phase : files_.language.phases) {
      if (!seen.insert(phase.text).second) {
        return BrokenLanguage(phase, fmt::format("phase “{}” stands twice", phase.text));
      }
      pack_.phase_names.push_back(phase.text);
    }
    pack_.phases.resize(pack_.phase_names.size());
    return true;
  }

  bool ReadRuleEntries() {
    for (const RuleFile& file : files_.rules) {
      for (const RuleFile::Entry& entry : file.entries) {
        if (!ReadRule(file, entry)) return false;
      }
    }
    // Kinds that rules of one phase make are known to later phases only.
    std::stable_sort(drafts_.begin(), drafts_.end(),
                     [](const Draft& a, const Draft& b) { return a.phase < b.phase; });
    return true;
  }

  bool ReadRule(const RuleFile& file, const RuleFile::Entry& entry) {
    static const std::set<std::string> kKeys = {"kind",  "name",   "phase",  "pattern", "examples",
                                                "never", "reject", "within", "set",     "inherit",
                                                "given", "note",   "also"};
    if (!CheckKeys(file, entry, kKeys)) return false;
    auto kind = entry.values.find("kind");
    auto pattern = entry.values.find("pattern");
    if (kind == entry.values.end()) return Broken(file, entry.line, 1, "a rule has a kind");
    if (pattern == entry.values.end()) return Broken(file, entry.line, 1, "a rule has a pattern");
    auto examples = entry.lists.find("examples");
    if (examples == entry.lists.end() || examples->second.empty()) {
      return Broken(file, entry.line, 1, "a rule without examples does not load");
    }
    auto phase_name = entry.values.find("phase");
    const Located& phase = phase_name == entry.values.end() ? kind->second : phase_name->second;
    auto at = std::find(pack_.phase_names.begin(), pack_.phase_names.end(), phase.text);
    if (at == pack_.phase_names.end()) {
      return Broken(file, phase,
                    fmt::format("“{}” is no phase of {}{}", phase.text, files_.language.name,
                                Suggestion(phase.text, pack_.phase_names, "“", "”")));
    }
    auto parsed = ParsePattern(pattern->second.text);
    if (!parsed) return BrokenPattern(file, pattern->second, parsed.error().at, parsed.error().message);
    drafts_.push_back({&file,
                       &entry,
                       std::move(*parsed),
                       pattern->second,
                       static_cast<size_t>(at - pack_.phase_names.begin()),
                       {}});
    return true;
  }

  // The place of byte `at` of a pattern: patterns may run over several lines.
  bool BrokenPattern(const RuleFile& file, const Located& pattern, size_t at, const std::string& message) {
    std::string_view before = std::string_view(pattern.text).substr(0, at);
    auto newlines = std::count(before.begin(), before.end(), '\n');
    size_t line_start = before.rfind('\n') + 1;  // npos + 1 = 0
    auto characters = std::count_if(before.begin() + static_cast<long>(line_start), before.end(),
                                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
    bool first = newlines == 0 && !SourceOpensBlock(file, pattern.line);
    int line = pattern.line + static_cast<int>(newlines) + (SourceOpensBlock(file, pattern.line) ? 1 : 0);
    int column = first ? pattern.column + 1 + static_cast<int>(characters) : static_cast<int>(characters) + 1;
    return Broken(file, line, column, message);
  }

  static bool SourceOpensBlock(const RuleFile& file, int line) {
    if (line < 1 || static_cast<size_t>(line) > file.lines.size()) return false;
    const std::string& source = file.lines[static_cast<size_t>(line) - 1];
    return source.ends_with("'''") || source.ends_with("\"\"\"");
  }

  // ---- the words and kinds that patterns name

  bool Literals() {
    for (const Affix& affix : pack_.affixes) known_.insert(affix.kind);
    for (const LexiconLine& line : files_.lexicon) known_.insert(pack_.kinds.Find(line.kind));
    for (const TextPattern& pattern : pack_.text_patterns) known_.insert(pattern.kind);
    for (const Register& one : pack_.registers) known_.insert(one.live_kind);
    for (std::string_view kind : kStartKinds) known_.insert(pack_.kinds.Add(kind));
    for (std::string_view kind : {"bos", "para", "cont", "eos", "unlisted"})
      known_.insert(pack_.kinds.Add(kind));
    std::set<uint32_t> fresh;
    size_t phase = 0;
    for (const Draft& draft : drafts_) {
      if (draft.phase != phase) {
        known_.insert(fresh.begin(), fresh.end());
        fresh.clear();
        phase = draft.phase;
      }
      if (!CheckKinds(draft)) return false;
      for (const std::string& kind : KindsOf(draft)) fresh.insert(pack_.kinds.Add(kind));
    }
    known_.insert(fresh.begin(), fresh.end());
    pack_.lexicon.Close();
    return true;
  }

  bool CheckKinds(const Draft& draft) {
    bool fine = true;
    VisitKinds(draft.pattern, [&](const KindTest& test) {
      if (!fine || IsTokenClass(test.kind)) return;
      if (test.kind.starts_with('"')) {
        AddLiteral(test.kind);
        return;
      }
      uint32_t kind = pack_.kinds.Find(test.kind);
      if (kind != Names::kNone && known_.contains(kind)) return;
      std::vector<std::string> known(std::begin(kTokenClassNames), std::end(kTokenClassNames));
      for (uint32_t k : known_) known.emplace_back(pack_.kinds[k]);
      fine = BrokenPattern(
          *draft.file, draft.pattern_at, test.at,
          fmt::format("unknown kind <{}>{}", test.kind, Suggestion(test.kind, known, "<", ">")));
    });
    return fine;
  }

  void AddLiteral(const std::string& quoted) {
    if (pack_.kinds.Find(quoted) != Names::kNone) return;
    uint32_t kind = pack_.kinds.Add(quoted);
    std::string_view word = std::string_view(quoted).substr(1, quoted.size() - 2);
    tokens_.clear();
    Annotator::Tokenize(word, 0, tokens_);
    std::vector<uint32_t> words;
    for (const Token& token : tokens_) words.push_back(Word(token.span().In(word)));
    if (!words.empty()) pack_.lexicon.Add(words, ConditionOf(tokens_.front()), LexiconReading{kind, {}, {}});
  }

  // ---- the alphabet

  bool CloseAlphabet() {
    Alphabet& alphabet = pack_.alphabet;
    auto& phrases = pack_.lexicon.phrases();
    for (size_t i = 0; i < phrases.size(); ++i) {
      std::set<uint32_t> kinds;
      for (uint32_t reading : phrases[i].readings) kinds.insert(pack_.lexicon.reading(reading).kind);
      // A word that only patterns name is listed in no lexicon.
      bool literal = std::all_of(kinds.begin(), kinds.end(),
                                 [&](uint32_t kind) { return pack_.kinds[kind].starts_with('"'); });
      if (literal) kinds.insert(pack_.Kind("unlisted"));
      phrases[i].symbol = alphabet.Add({kinds.begin(), kinds.end()}, pack_.lexicon.phrase_classes()[i]);
    }
    uint32_t unlisted = pack_.Kind("unlisted");
    pack_.unknown.push_back(Symbols({unlisted}));
    for (const Affix& affix : pack_.affixes) {
      std::set<uint32_t> kinds = {unlisted, affix.kind};
      pack_.unknown.push_back(Symbols({kinds.begin(), kinds.end()}));
    }
    pack_.of_kind.resize(pack_.kinds.size());
    for (const TextPattern& pattern : pack_.text_patterns)
      pack_.of_kind[pattern.kind] = Symbols({pattern.kind});
    for (Draft& draft : drafts_) {
      std::set<uint32_t> kinds;
      for (const std::string& kind : KindsOf(draft)) kinds.insert(pack_.kinds.Find(kind));
      draft.symbols = Symbols({kinds.begin(), kinds.end()});
    }
    pack_.end = alphabet.Add({pack_.Kind("eos")}, TokenClass::kPunct);
    StartSymbols();
    alphabet.Close(pack_.kinds.size());
    if (alphabet.size() > kMostSymbols) {
      return Broken(files_.language.name, 1, 1,
                    fmt::format("{} symbols, more than {}", alphabet.size(), kMostSymbols), "");
    }
    return true;
  }

  std::array<Symbol, kTokenClasses> Symbols(const std::vector<uint32_t>& kinds) {
    std::array<Symbol, kTokenClasses> symbols{};
    for (int c = 0; c < kTokenClasses; ++c)
      symbols[static_cast<size_t>(c)] = pack_.alphabet.Add(kinds, static_cast<TokenClass>(c));
    return symbols;
  }

  void StartSymbols() {
    size_t sets = size_t{1} << pack_.registers.size();
    for (std::string_view paragraph : kStartKinds) {
      for (std::string_view start : {"", "para", "cont"}) {
        std::vector<Symbol> row;
        for (size_t live = 0; live < sets; ++live) {
          std::set<uint32_t> kinds = {pack_.Kind("bos"), pack_.Kind(paragraph)};
          if (!start.empty()) kinds.insert(pack_.Kind(start));
          for (size_t r = 0; r < pack_.registers.size(); ++r) {
            if (live >> r & 1) kinds.insert(pack_.registers[r].live_kind);
          }
          row.push_back(pack_.alphabet.Add({kinds.begin(), kinds.end()}, TokenClass::kPunct));
        }
        pack_.start.push_back(std::move(row));
      }
    }
  }

  // ---- compiling

  bool CompileRules() {
    for (const Draft& draft : drafts_) {
      Rule rule;
      rule.symbols = draft.symbols;
      if (!CompileRule(draft, rule) || !FillRule(draft, rule)) return false;
      pack_.phases[draft.phase].rules.push_back(static_cast<uint32_t>(pack_.rules.size()));
      pack_.rules.push_back(std::move(rule));
    }
    for (size_t p = 0; p < pack_.phases.size(); ++p) SetPhase(pack_, p, pack_.phases[p].rules);
    return true;
  }

  bool CompileRule(const Draft& draft, Rule& rule) {
    auto compiled = CompilePattern(draft.pattern, pack_.alphabet, pack_.kinds, pack_.sets);
    if (!compiled) return BrokenPattern(*draft.file, draft.pattern_at, 0, "the pattern is too large");
    rule.pattern = std::move(*compiled);
    const std::string& kind = draft.entry->values.at("kind").text;
    const auto& allowed = FactFields(kind);
    for (const std::string& field : rule.pattern.fields) {
      if (!allowed.empty() &&
          std::none_of(allowed.begin(), allowed.end(), [&](const FactField& f) { return f.name == field; })) {
        std::vector<std::string> names;
        for (const FactField& f : allowed) names.push_back(f.name);
        return BrokenPattern(
            *draft.file, draft.pattern_at, draft.pattern_at.text.find(field + ":"),
            fmt::format("{} has no field “{}”{}", kind, field, Suggestion(field, names, "“", "”")));
      }
      rule.fields.push_back(pack_.names.Add(field));
    }
    return true;
  }

  bool FillRule(const Draft& draft, Rule& rule) {
    const RuleFile::Entry& entry = *draft.entry;
    const std::string& kind = entry.values.at("kind").text;
    rule.kind = pack_.Kind(kind);
    rule.place = {draft.file->name, entry.line};
    if (auto name = entry.values.find("name"); name != entry.values.end()) rule.name = name->second.text;
    if (auto reject = entry.values.find("reject"); reject != entry.values.end())
      rule.reject = reject->second.text;
    auto texts = [&](const char* key, std::vector<std::string>& out) {
      auto found = entry.lists.find(key);
      if (found == entry.lists.end()) return;
      for (const Located& text : found->second) out.push_back(text.text);
    };
    texts("examples", rule.examples);
    texts("never", rule.never);
    if (auto within = entry.lists.find("within"); within != entry.lists.end()) {
      for (const Located& name : within->second) {
        uint32_t container = pack_.kinds.Find(name.text);
        if (container == Names::kNone)
          return Broken(*draft.file, name, fmt::format("within: unknown kind “{}”", name.text));
        rule.within.push_back(container);
      }
    }
    if (auto given = entry.tables.find("given"); given != entry.tables.end()) {
      if (auto published = given->second.find("published"); published != given->second.end()) {
        rule.given_published = published->second.front().text;
        if (!ParseIsoDate(rule.given_published))
          return Broken(*draft.file, published->second.front(), "published is YYYY-MM-DD");
      }
    }
    return FillConstants(draft, rule) && FillInheritance(draft, rule);
  }

  bool FillConstants(const Draft& draft, Rule& rule) {
    auto set = draft.entry->tables.find("set");
    if (set == draft.entry->tables.end()) return true;
    const auto& allowed = FactFields(draft.entry->values.at("kind").text);
    for (const auto& [name, values] : set->second) {
      if (values.empty()) continue;
      const Located& value = values.front();
      for (const FactField& field : allowed) {
        if (field.name == name && !field.one_of.empty() && !vocabulary::Has(field.one_of, value.text)) {
          return Broken(*draft.file, value,
                        fmt::format("“{}” is no {}{}", value.text, name,
                                    Suggestion(value.text, field.one_of, "“", "”")));
        }
      }
      rule.attributes.push_back({pack_.names.Add(name), value.text});
    }
    return true;
  }

  bool FillInheritance(const Draft& draft, Rule& rule) {
    auto inherit = draft.entry->tables.find("inherit");
    if (inherit == draft.entry->tables.end()) return true;
    for (const auto& [field, sources] : inherit->second) {
      Inheritance out{pack_.names.Add(field), {}};
      for (const Located& source : sources) {
        size_t dot = source.text.find('.');
        uint32_t kind = pack_.kinds.Find(source.text.substr(0, dot));
        bool known =
            dot != source.text.npos && std::any_of(pack_.registers.begin(), pack_.registers.end(),
                                                   [&](const Register& one) { return one.kind == kind; });
        if (!known)
          return Broken(*draft.file, source,
                        fmt::format("inherit takes register.part; “{}” is none", source.text));
        out.sources.push_back({kind, pack_.names.Add(source.text.substr(dot + 1))});
      }
      rule.inherit.push_back(std::move(out));
    }
    return true;
  }

  PackFiles files_;
  Pack pack_;
  Error error_;
  std::vector<Draft> drafts_;
  std::set<uint32_t> known_;
  std::map<uint32_t, std::vector<std::string_view>> words_of_;  // attribute name to its vocabulary
  std::vector<Token> tokens_;
  std::string key_;
};

}  // namespace

void SetPhase(Pack& pack, size_t phase, std::vector<uint32_t> rules) {
  std::vector<const CompiledPattern*> patterns;
  for (uint32_t rule : rules) patterns.push_back(&pack.rules[rule].pattern);
  pack.phases[phase] = {std::move(rules), Automaton(patterns, pack.sets, pack.alphabet.size())};
  pack.workspaces->Clear();
}

Result<Pack> LoadPack(const std::string& folder, const std::string& language) {
  auto files = ReadPackFiles(folder, language);
  if (!files) return tl::unexpected(files.error());
  return Loader(std::move(*files)).Load(language);
}

}  // namespace acta
