#include "extractors/engine/pack_loader.h"

#include "extractors/engine/rule_error.h"

namespace acta {

Result<Pack> PackLoader::Load(const std::string& language) {
  pack_.language = language;
  pack_.version = files_.version;
  pack_.folder = nullptr;
  using Step = bool (PackLoader::*)();
  for (Step step : {&PackLoader::Settings, &PackLoader::LexiconEntries, &PackLoader::TextPatterns,
                    &PackLoader::Phases, &PackLoader::Parts, &PackLoader::ReadRuleEntries,
                    &PackLoader::Literals, &PackLoader::CloseAlphabet, &PackLoader::CompileRules}) {
    if (!(this->*step)()) return tl::unexpected(std::move(error_));
  }
  return std::move(pack_);
}

std::vector<std::string> PackLoader::KindsOf(const Draft& draft) {
  std::vector<std::string> kinds = {draft.entry->values.at("kind").text};
  if (auto also = draft.entry->lists.find("also"); also != draft.entry->lists.end()) {
    for (const Located& kind : also->second) kinds.push_back(kind.text);
  }
  return kinds;
}

bool PackLoader::Broken(const std::string& file, int line, int column, const std::string& message,
                        const std::string& source) {
  error_ = RuleError(file, line, column, message, source);
  return false;
}

bool PackLoader::Broken(const RuleFile& file, int line, int column, const std::string& message) {
  bool known = line >= 1 && static_cast<size_t>(line) <= file.lines.size();
  return Broken(file.name, line, column, message, known ? file.lines[static_cast<size_t>(line) - 1] : "");
}

bool PackLoader::Broken(const RuleFile& file, const Located& at, const std::string& message) {
  return Broken(file, at.line, at.column, message);
}

}  // namespace acta
