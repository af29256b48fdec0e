#include "extractors/engine/lint.h"

#include <fmt/format.h>

#include <charconv>
#include <set>
#include <unordered_map>

#include "extractors/engine/fact_fields.h"
#include "extractors/engine/pack_files.h"
#include "extractors/engine/pattern.h"
#include "pipeline/text/suggestion.h"

namespace acta {
namespace {

using WordSet = std::set<std::string, std::less<>>;

// Kinds that the engine itself asks for.
constexpr std::string_view kEngineKinds[] = {
    "and",         "article", "body",   "body_head", "by",         "exception",       "finish",  "link",
    "name_suffix", "no",      "number", "place",     "possessive", "pronoun",         "scale",   "sector",
    "sep",         "title",   "unit",   "urgency",   "negation",   "vietnamese_name", "weekday", "month",
    "doc_kind",    "of",      "owner"};

// Attributes that the engine reads and that are no fields of records.
constexpr std::string_view kEngineAttributes[] = {
    "body",           "case",          "code_kind", "count",       "day",         "day_offset",
    "gender",         "deadline_kind", "half",      "half_offset", "id",          "level",
    "month",          "month_offset",  "months",    "negated",     "nth",         "number",
    "part",           "place",         "plus",      "plus_unit",   "precision",   "quarter",
    "quarter_offset", "role",          "capacity",  "scale",       "singular",    "tense",
    "usual_kind",     "week_offset",   "weekday",   "year",        "year_offset", "year_to"};

// Attributes that hold whole numbers.
constexpr std::string_view kWhole[] = {"day",          "day_offset", "half_offset", "month",
                                       "month_offset", "nth",        "plus",        "quarter_offset",
                                       "week_offset",  "weekday",    "year",        "year_offset"};

template <class List>
bool Has(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

void AddCaptures(const PatternNode& node, WordSet& names) {
  if (!node.field.empty()) names.insert(node.field);
  for (const PatternNode& child : node.children) AddCaptures(child, names);
}

// “(?P<name>” of a regular expression.
void AddGroups(std::string_view regex, WordSet& names) {
  constexpr std::string_view kOpen = "(?P<";
  for (size_t at = regex.find(kOpen); at != regex.npos; at = regex.find(kOpen, at + 1)) {
    const std::string_view rest = regex.substr(at + kOpen.size());
    names.emplace(rest.substr(0, rest.find('>')));
  }
}

// What the rules, the text patterns and the engine read.
struct Readers {
  WordSet kinds, attributes, parts;

  explicit Readers(const PackFiles& files)
      : kinds(std::begin(kEngineKinds), std::end(kEngineKinds)),
        attributes(std::begin(kEngineAttributes), std::end(kEngineAttributes)) {
    for (std::string_view record :
         {"official", "agency", "resolution", "target", "deadline", "directive", "progress", "event"}) {
      for (const FactField& field : FactFields(record)) attributes.insert(field.name);
    }
    for (const Located& kind : files.language.unread) kinds.insert(kind.text);
    for (const auto& [key, listed] : files.language.figures) {
      for (const Located& kind : listed) kinds.insert(kind.text);
    }
    for (const RuleFile& file : files.text) {
      for (const RuleFile::Entry& entry : file.entries) AddText(entry);
    }
    for (const RuleFile& file : files.parts) {
      for (const RuleFile::Entry& entry : file.entries) AddPart(entry);
    }
    for (const RuleFile& file : files.rules) {
      for (const RuleFile::Entry& entry : file.entries) AddRule(entry);
    }
  }

 private:
  void AddText(const RuleFile::Entry& entry) {
    auto regex = entry.values.find("regex");
    if (regex == entry.values.end()) return;
    AddGroups(regex->second.text, kinds);
    AddGroups(regex->second.text, attributes);
  }

  void AddPart(const RuleFile::Entry& entry) {
    auto name = entry.values.find("name"), pattern = entry.values.find("pattern");
    if (name == entry.values.end() || pattern == entry.values.end()) return;
    auto node = ParsePart(pattern->second.text, parsed_);
    if (!node) return;  // LoadPack tells
    VisitKinds(*node, [&](const KindTest& test) { parts.insert(test.part); });
    parsed_.emplace(name->second.text, std::move(*node));
  }

  void AddRule(const RuleFile::Entry& entry) {
    auto pattern = entry.values.find("pattern");
    if (pattern == entry.values.end()) return;
    auto node = ParsePattern(pattern->second.text, parsed_);
    if (!node) return;  // LoadPack tells
    VisitKinds(*node, [&](const KindTest& test) {
      kinds.insert(test.kind);
      parts.insert(test.part);
    });
    AddCaptures(*node, attributes);
  }

  PatternParts parsed_;
};

class Linter {
 public:
  explicit Linter(const PackFiles& files) : files_(files), readers_(files) {}

  std::vector<PackMistake> Run() {
    for (const LexiconLine& line : files_.lexicon) {
      CheckKind(line);
      CheckAttributes(line);
      CheckTwice(line);
    }
    for (const RuleFile& file : files_.parts) {
      for (const RuleFile::Entry& entry : file.entries) CheckPart(file, entry);
    }
    return std::move(out_);
  }

 private:
  void Add(const LexiconLine& line, std::string message) {
    out_.push_back({{std::string(line.file), line.line}, std::move(message)});
  }

  void CheckKind(const LexiconLine& line) {
    if (readers_.kinds.contains(line.kind)) return;
    Add(line, fmt::format("nothing reads the kind “{}”{}", line.kind,
                          Suggestion(line.kind, readers_.kinds, "“", "”")));
  }

  void CheckPart(const RuleFile& file, const RuleFile::Entry& entry) {
    auto name = entry.values.find("name");
    if (name == entry.values.end() || readers_.parts.contains(name->second.text)) return;
    out_.push_back(
        {{file.name, entry.line}, fmt::format("no pattern names the part “{}”", name->second.text)});
  }

  void CheckAttributes(const LexiconLine& line) {
    for (auto [name, value] : AttributesOf(line)) {
      if (!readers_.attributes.contains(name)) {
        Add(line, fmt::format("nothing reads the attribute “{}”{}", name,
                              Suggestion(name, readers_.attributes, "“", "”")));
      } else if (Has(kWhole, name) && !IsWhole(value)) {
        Add(line, fmt::format("{} is no whole number: “{}”", name, value));
      }
    }
  }

  void CheckTwice(const LexiconLine& line) {
    const std::string key = fmt::format("{}\t{}", line.kind, line.phrase);
    auto [first, fresh] = seen_.try_emplace(key, &line);
    if (fresh) return;
    const LexiconLine& other = *first->second;
    const char* how =
        other.attributes == line.attributes ? "stands twice" : "stands twice, with other attributes";
    Add(line, fmt::format("{} “{}” {}: {}:{}", line.kind, line.phrase, how, other.file, other.line));
  }

  static bool IsWhole(std::string_view value) {
    if (value.starts_with('+')) value.remove_prefix(1);
    int number = 0;
    auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    return error == std::errc() && end == value.data() + value.size();
  }

  // "role=chair body=\"Tỉnh ủy\""; one bare value is named as the kind, and needs no look.
  static std::vector<std::pair<std::string_view, std::string_view>> AttributesOf(const LexiconLine& line) {
    std::vector<std::pair<std::string_view, std::string_view>> out;
    std::string_view text = line.attributes;
    for (size_t equals = text.find('='); equals != text.npos; equals = text.find('=')) {
      const std::string_view name = text.substr(0, equals);
      const bool quoted = equals + 1 < text.size() && text[equals + 1] == '"';
      const size_t begin = equals + (quoted ? 2 : 1);
      const size_t end = std::min(text.find(quoted ? '"' : ' ', begin), text.size());
      out.emplace_back(name, text.substr(begin, end - begin));
      text.remove_prefix(std::min(text.find_first_not_of(" \"", end), text.size()));
    }
    return out;
  }

  const PackFiles& files_;
  Readers readers_;
  std::unordered_map<std::string, const LexiconLine*> seen_;
  std::vector<PackMistake> out_;
};

}  // namespace

Result<std::vector<PackMistake>> LintPack(const std::string& folder, const std::string& language) {
  auto files = ReadPackFiles(folder, language);
  if (!files) return tl::unexpected(files.error());
  return Linter(*files).Run();
}

}  // namespace acta
