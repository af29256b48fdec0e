#include "extractors/engine/pack_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "extractors/engine/utf.h"
#include "extractors/engine/values.h"
#include "schemas/vocabulary.h"

namespace acta {
bool PackLoader::BrokenLanguage(const Located& at, const std::string& message) {
  const LanguageFile& file = files_.language;
  bool known = at.line >= 1 && static_cast<size_t>(at.line) <= file.lines.size();
  return Broken(file.name, std::max(at.line, 1), std::max(at.column, 1), message,
                known ? file.lines[static_cast<size_t>(at.line) - 1] : "");
}

bool PackLoader::Settings() {
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
  for (const auto& line : from.agreement) pack_.names_of_people.agreement.push_back({line.heads, line.forms});
  for (const auto& line : from.genders) {
    NameSettings::Gender gender{line.gender, {}, {}};
    for (const std::string& ending : line.endings) gender.endings.push_back(pack_.folder->Fold(ending));
    for (const std::string& word : line.middle) gender.middle.push_back(pack_.folder->Fold(word));
    pack_.names_of_people.genders.push_back(std::move(gender));
  }
  for (const auto& line : from.declensions) {
    pack_.names_of_people.declensions.push_back({line.grammatical_case, line.from, line.to});
  }
  if (from.document_kind.text != "noun" && from.document_kind.text != "code") {
    return BrokenLanguage(from.document_kind,
                          fmt::format("documents.kind is noun or code, not “{}”", from.document_kind.text));
  }
  pack_.code_decides_kind = from.document_kind.text == "code";
  for (const auto& line : from.issuers) {
    if (!line.kind.text.empty() && !vocabulary::Has(vocabulary::kAgencyKind, line.kind.text))
      return BrokenLanguage(line.kind, fmt::format("no body is of the kind “{}”", line.kind.text));
    pack_.number_issuers[NumberKey(line.code)] = {line.name, line.kind.text};
  }
  if (!from.name_syllable.text.empty()) {
    pack_.names_of_people.syllable = std::make_unique<RE2>(from.name_syllable.text, RE2::Quiet);
    if (!pack_.names_of_people.syllable->ok()) {
      return BrokenLanguage(from.name_syllable, "names.syllable: " + pack_.names_of_people.syllable->error());
    }
  }
  for (const auto& line : from.affixes) {
    uint32_t kind = pack_.kinds.Add(line.kind);
    for (const std::string& suffix : line.suffixes)
      pack_.affixes.push_back({kind, pack_.folder->Fold(suffix), line.unnamed});
  }
  std::stable_sort(pack_.affixes.begin(), pack_.affixes.end(),
                   [](const Affix& a, const Affix& b) { return a.suffix.size() > b.suffix.size(); });
  for (size_t a = 0; a < pack_.affixes.size(); ++a) {
    const std::string& suffix = pack_.affixes[a].suffix;
    if (suffix.empty() || pack_.suffixes.Find(suffix)) continue;  // of two that are alike the first counts
    pack_.suffixes.Add(suffix);
    pack_.suffix_affix.push_back(static_cast<uint32_t>(a));
    if (pack_.suffix_lengths.empty() || pack_.suffix_lengths.back() != suffix.size())
      pack_.suffix_lengths.push_back(suffix.size());
  }
  return Registers();
}

bool PackLoader::Registers() {
  if (files_.language.registers.size() > kMostRegisters) {
    return BrokenLanguage({"", files_.language.registers[kMostRegisters].line, 1},
                          fmt::format("at most {} registers", kMostRegisters));
  }
  static const std::map<std::string, Register::Until> kUntil = {{"article", Register::Until::kArticle},
                                                                {"section", Register::Until::kSection},
                                                                {"paragraph", Register::Until::kParagraph},
                                                                {"items", Register::Until::kItems},
                                                                {"clause", Register::Until::kClause}};
  for (const auto& line : files_.language.registers) {
    auto until = kUntil.find(line.until);
    if (until == kUntil.end()) {
      return BrokenLanguage(
          {"", line.line, 1},
          fmt::format("until is article, section, paragraph, items or clause, not “{}”", line.until));
    }
    pack_.registers.push_back(
        {pack_.kinds.Add(line.kind), pack_.kinds.Add("in_" + line.kind), until->second});
  }
  return true;
}

}  // namespace acta
