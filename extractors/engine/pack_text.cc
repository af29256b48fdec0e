#include "extractors/engine/pack_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "extractors/engine/regex_head.h"

namespace acta {
namespace {

constexpr int64_t kRegexMemory = 64 << 20;  // bytes for one compiled pattern and its automata

}  // namespace

bool PackLoader::TextPatterns() {
  for (const RuleFile& file : files_.text) {
    for (const RuleFile::Entry& entry : file.entries) {
      if (!AddTextPattern(file, entry)) return false;
    }
  }
  return true;
}

bool PackLoader::AddTextPattern(const RuleFile& file, const RuleFile::Entry& entry) {
  static const std::set<std::string> kKeys = {"kind", "also", "regex", "starts", "set", "note"};
  if (!CheckKeys(file, entry, kKeys)) return false;
  auto kind = entry.values.find("kind");
  auto regex = entry.values.find("regex");
  if (kind == entry.values.end() || regex == entry.values.end()) {
    return Broken(file, entry.line, 1, "a text pattern has a kind and a regex");
  }
  TextPattern pattern;
  pattern.kind = pack_.kinds.Add(kind->second.text);
  if (auto also = entry.lists.find("also"); also != entry.lists.end()) {
    for (const Located& one : also->second) pattern.also.push_back(pack_.kinds.Add(one.text));
  }
  pattern.place = {file.name, entry.line};
  RE2::Options options(RE2::Quiet);
  options.set_longest_match(true);
  options.set_max_mem(kRegexMemory);
  pattern.regex = std::make_unique<RE2>(regex->second.text, options);
  if (!pattern.regex->ok()) return Broken(file, regex->second, pattern.regex->error());
  if (RE2::FullMatch("", *pattern.regex)) return Broken(file, regex->second, "the pattern can match nothing");
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
    if (pattern.groups.size() < static_cast<size_t>(index)) pattern.groups.resize(static_cast<size_t>(index));
    TextPattern::Group& group = pattern.groups[static_cast<size_t>(index) - 1];
    group.name = pack_.names.Add(name);
    if (IsLexiconKind(name)) group.lexicon_kind = pack_.kinds.Find(name);
  }
  if (static_cast<size_t>(pattern.regex->NumberOfCapturingGroups()) != pattern.groups.size()) {
    return Broken(file, regex->second, "every group has a name: (?P<name>…) or (?:…)");
  }
  if (auto set = entry.tables.find("set"); set != entry.tables.end()) {
    for (const auto& [name, values] : set->second) {
      if (!values.empty()) pattern.attributes.push_back({pack_.names.Add(name), Text(values.front().text)});
    }
  }
  pattern.says = AttributeBits(pattern.attributes);
  size_t index = pack_.text_patterns.size();
  if (index == kMostTextPatterns)
    return Broken(file, entry.line, 1, fmt::format("more than {} text patterns", kMostTextPatterns));
  leading_groups_.emplace_back(LeadingGroupOf(regex->second.text));
  TextFilter& filter = pack_.text_filter;
  for (size_t c = 0; c < kTokenClasses; ++c) filter.by_class[c] |= uint64_t{pattern.starts >> c & 1} << index;
  for (auto [from, table] : {std::pair{HeadFrom::kStart, &filter.first},
                             {HeadFrom::kBehindLetters, &filter.behind_letters},
                             {HeadFrom::kBehindDigits, &filter.behind_digits}}) {
    const HeadBytes bytes = HeadBytesOf(regex->second.text, from);
    for (size_t at = 0; at < kHeadBytes; ++at) {
      for (size_t b = 0; b < 256; ++b) (*table)[at][b] |= uint64_t{bytes[at][b]} << index;
    }
  }
  pack_.text_patterns.push_back(std::move(pattern));
  return true;
}

bool PackLoader::IsLexiconKind(const std::string& name) const {
  uint32_t kind = pack_.kinds.Find(name);
  return kind < lexicon_kinds_.size() && lexicon_kinds_[kind];
}

// A pattern that begins with the phrase of a lexicon begins with the first word of one.
void PackLoader::FindHeads() {
  std::map<uint32_t, std::vector<TextPattern*>> by_kind;
  for (size_t p = 0; p < pack_.text_patterns.size(); ++p) {
    const std::string& group = leading_groups_[p];
    if (group.empty() || !IsLexiconKind(group)) continue;
    pack_.text_patterns[p].heads.resize(pack_.lexicon.words().size() + 1);
    by_kind[pack_.kinds.Find(group)].push_back(&pack_.text_patterns[p]);
  }
  for (auto [kind, word] : first_words_) {
    auto found = by_kind.find(kind);
    if (found == by_kind.end()) continue;
    for (TextPattern* pattern : found->second) pattern->heads[word] = true;
  }
}

}  // namespace acta
