#include <fmt/format.h>

#include "extractors/engine/figure_words.h"
#include "extractors/engine/pack_loader.h"
#include "pipeline/text/suggestion.h"

namespace acta {

// The kinds of the table: those that the pack has, and words in quotes.
bool PackLoader::FigureKinds() {
  for (const auto& [key, listed] : files_.language.figures) {
    for (const Located& kind : listed) {
      if (kind.text.starts_with('"')) {
        AddLiteral(kind.text);
        continue;
      }
      const uint32_t id = pack_.kinds.Find(kind.text);
      if (id != Names::kNone && known_.contains(id)) continue;
      std::vector<std::string> known;
      for (uint32_t one : known_) known.emplace_back(pack_.kinds[one]);
      return BrokenLanguage(kind, fmt::format("figures.{}: unknown kind “{}”{}", key, kind.text,
                                              Suggestion(kind.text, known, "“", "”")));
    }
  }
  return true;
}

// What each symbol does beside a figure.
void PackLoader::FigureRoles() {
  FigureWords& words = pack_.figure_words;
  std::vector<uint32_t> roles(pack_.kinds.size());  // by kind
  auto add = [&](std::string_view kind, uint32_t role) {
    if (const uint32_t id = pack_.kinds.Find(kind); id != Names::kNone) roles[id] |= role;
  };
  for (const auto& [kind, role] : figure::kKinds) add(kind, role);
  words.told = !files_.language.figures.empty();
  for (const auto& [key, role] : figure::kKeys) {
    auto listed = files_.language.figures.find(std::string(key));
    if (listed == files_.language.figures.end()) continue;
    for (const Located& kind : listed->second) add(kind.text, role);
    words.heads = words.heads || (role & figure::kHeads) != 0;
    words.of = words.of || role == figure::kOf;
  }
  words.roles.reserve(pack_.alphabet.size());
  for (Symbol symbol = 0; symbol < pack_.alphabet.size(); ++symbol) {
    uint32_t all = 0;
    for (uint32_t kind : pack_.alphabet.kinds(symbol)) all |= roles[kind];
    if ((all & figure::kNoun) != 0) all &= ~(figure::kVerbs | figure::kStop | figure::kEnd | figure::kLight);
    words.roles.push_back(all);
  }
}

}  // namespace acta
