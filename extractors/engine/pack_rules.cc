#include "extractors/engine/pack_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/text/suggestion.h"

namespace acta {

bool PackLoader::Phases() {
  if (files_.language.phases.empty()) return BrokenLanguage({}, "phases: the list of phases is missing");
  std::set<std::string> seen;
  for (const Located& phase : files_.language.phases) {
    if (!seen.insert(phase.text).second) {
      return BrokenLanguage(phase, fmt::format("phase “{}” stands twice", phase.text));
    }
    if (pack_.phase_names.size() == kMostPhases)
      return BrokenLanguage(phase, fmt::format("more than {} phases", kMostPhases));
    pack_.phase_names.push_back(phase.text);
  }
  pack_.phases.resize(pack_.phase_names.size());
  return true;
}

bool PackLoader::Parts() {
  for (const RuleFile& file : files_.parts) {
    for (const RuleFile::Entry& entry : file.entries) {
      if (!ReadPart(file, entry)) return false;
    }
  }
  return true;
}

bool PackLoader::ReadPart(const RuleFile& file, const RuleFile::Entry& entry) {
  static const std::set<std::string> kKeys = {"name", "pattern", "note"};
  if (!CheckKeys(file, entry, kKeys)) return false;
  auto name = entry.values.find("name");
  auto pattern = entry.values.find("pattern");
  if (name == entry.values.end()) return Broken(file, entry.line, 1, "a part has a name");
  if (pattern == entry.values.end()) return Broken(file, entry.line, 1, "a part has a pattern");
  if (parts_.contains(name->second.text))
    return Broken(file, name->second, fmt::format("part “{}” stands twice", name->second.text));
  auto parsed = ParsePart(pattern->second.text, parts_);
  if (!parsed) return BrokenPattern(file, pattern->second, parsed.error().at, parsed.error().message);
  parts_.emplace(name->second.text, std::move(*parsed));
  return true;
}

bool PackLoader::ReadRuleEntries() {
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

bool PackLoader::ReadRule(const RuleFile& file, const RuleFile::Entry& entry) {
  static const std::set<std::string> kKeys = {"kind",  "name",   "phase",  "pattern", "examples",
                                              "never", "reject", "within", "set",     "inherit",
                                              "given", "note",   "also",   "share",   "join"};
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
  auto parsed = ParsePattern(pattern->second.text, parts_);
  if (!parsed) return BrokenPattern(file, pattern->second, parsed.error().at, parsed.error().message);
  drafts_.push_back({&file,
                     &entry,
                     std::move(*parsed),
                     pattern->second,
                     static_cast<size_t>(at - pack_.phase_names.begin()),
                     {}});
  return true;
}

// Every key of an entry must be one of `known`.
bool PackLoader::CheckKeys(const RuleFile& file, const RuleFile::Entry& entry,
                           const std::set<std::string>& known) {
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

// The place of byte `at` of a pattern: patterns may run over several lines.
bool PackLoader::BrokenPattern(const RuleFile& file, const Located& pattern, size_t at,
                               const std::string& message) {
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

bool PackLoader::SourceOpensBlock(const RuleFile& file, int line) {
  if (line < 1 || static_cast<size_t>(line) > file.lines.size()) return false;
  const std::string& source = file.lines[static_cast<size_t>(line) - 1];
  return source.ends_with("'''") || source.ends_with("\"\"\"");
}

}  // namespace acta
