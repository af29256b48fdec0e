#include "extractors/engine/pack_loader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "pipeline/text/suggestion.h"

namespace acta {
namespace {

bool IsTokenClass(std::string_view name) {
  return std::find(std::begin(kTokenClassNames), std::end(kTokenClassNames), name) !=
         std::end(kTokenClassNames);
}

}  // namespace

bool PackLoader::Literals() {
  for (const Affix& affix : pack_.affixes) known_.insert(affix.kind);
  for (uint32_t kind = 0; kind < lexicon_kinds_.size(); ++kind) {
    if (lexicon_kinds_[kind]) known_.insert(kind);
  }
  for (const TextPattern& pattern : pack_.text_patterns) {
    known_.insert(pattern.kind);
    known_.insert(pattern.also.begin(), pattern.also.end());
  }
  for (const Register& one : pack_.registers) known_.insert(one.live_kind);
  for (std::string_view kind : kParagraphKindNames) known_.insert(pack_.kinds.Add(kind));
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
  if (!FigureKinds()) return false;
  pack_.lexicon.Close();
  const WordTable& words = pack_.lexicon.words();
  pack_.affix_of_word.assign(words.size() + 1, 0);
  words.ForEach([&](std::string_view word, uint32_t id) { pack_.affix_of_word[id] = pack_.AffixOf(word); });
  FindHeads();
  return true;
}

bool PackLoader::CheckKinds(const Draft& draft) {
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
    const std::string where = test.part.empty() ? "" : fmt::format(" in @{}", test.part);
    fine = BrokenPattern(
        *draft.file, draft.pattern_at, test.at,
        fmt::format("unknown kind <{}>{}{}", test.kind, where, Suggestion(test.kind, known, "<", ">")));
  });
  return fine;
}

void PackLoader::AddLiteral(const std::string& quoted) {
  if (pack_.kinds.Find(quoted) != Names::kNone) return;
  uint32_t kind = pack_.kinds.Add(quoted);
  std::string_view word = std::string_view(quoted).substr(1, quoted.size() - 2);
  tokens_.clear();
  Annotator::Tokenize(word, 0, tokens_);
  std::vector<uint32_t> words;
  for (const Token& token : tokens_) words.push_back(Word(token.span().In(word)));
  if (words.empty()) return;
  pack_.lexicon.Add(words, ConditionOf(tokens_.front()), kind, {}, {});
  if (words.size() > 1) return;
  if (const uint32_t affix = pack_.AffixOf(pack_.folder->Fold(word));
      affix != 0 && !pack_.affixes[affix - 1].unnamed)
    affix_kind_of_literal_.emplace(kind, pack_.affixes[affix - 1].kind);
}

bool PackLoader::CloseAlphabet() {
  Alphabet& alphabet = pack_.alphabet;
  PhraseSymbols();
  uint32_t unlisted = pack_.Kind("unlisted");
  pack_.unknown.push_back(Symbols({unlisted}));
  for (const Affix& affix : pack_.affixes) {
    std::set<uint32_t> kinds = {unlisted, affix.kind};
    pack_.unknown.push_back(Symbols({kinds.begin(), kinds.end()}));
  }
  for (TextPattern& pattern : pack_.text_patterns) {
    std::set<uint32_t> kinds(pattern.also.begin(), pattern.also.end());
    kinds.insert(pattern.kind);
    pattern.symbols = Symbols({kinds.begin(), kinds.end()});
  }
  for (Draft& draft : drafts_) {
    std::set<uint32_t> kinds;
    for (const std::string& kind : KindsOf(draft)) kinds.insert(pack_.kinds.Find(kind));
    draft.symbols = Symbols({kinds.begin(), kinds.end()});
  }
  pack_.end = alphabet.Add({pack_.Kind("eos")}, TokenClass::kPunct);
  StartSymbols();
  alphabet.Close(pack_.kinds.size());
  FigureRoles();
  if (alphabet.size() > kMostSymbols) {
    return Broken(files_.language.name, 1, 1,
                  fmt::format("{} symbols, more than {}", alphabet.size(), kMostSymbols), "");
  }
  return true;
}

void PackLoader::PhraseSymbols() {
  std::vector<bool> literal;  // by kind
  for (std::string_view kind : pack_.kinds) literal.push_back(kind.starts_with('"'));
  const uint32_t unlisted = pack_.Kind("unlisted");
  std::vector<uint32_t> kinds, last;
  std::array<std::optional<Symbol>, kTokenClasses> known;  // symbols of the kinds `last`
  auto& phrases = pack_.lexicon.phrases();
  for (size_t i = 0; i < phrases.size(); ++i) {
    kinds.clear();
    for (uint32_t reading : phrases[i].readings) kinds.push_back(pack_.lexicon.reading(reading).kind);
    // A word that only patterns name is listed in no lexicon and keeps the reading of its ending.
    if (std::all_of(kinds.begin(), kinds.end(), [&](uint32_t kind) { return literal[kind]; })) {
      if (auto affix = affix_kind_of_literal_.find(kinds.front()); affix != affix_kind_of_literal_.end())
        kinds.push_back(affix->second);
      kinds.push_back(unlisted);
    }
    std::sort(kinds.begin(), kinds.end());
    kinds.erase(std::unique(kinds.begin(), kinds.end()), kinds.end());
    if (kinds != last) {  // neighbours are often alike
      last = kinds;
      known = {};
    }
    TokenClass token_class = pack_.lexicon.phrase_classes()[i];
    auto& symbol = known[static_cast<size_t>(token_class)];
    if (!symbol) symbol = pack_.alphabet.Add(kinds, token_class);
    phrases[i].symbol = *symbol;
  }
}

std::array<Symbol, kTokenClasses> PackLoader::Symbols(const std::vector<uint32_t>& kinds) {
  std::array<Symbol, kTokenClasses> symbols{};
  for (int c = 0; c < kTokenClasses; ++c)
    symbols[static_cast<size_t>(c)] = pack_.alphabet.Add(kinds, static_cast<TokenClass>(c));
  return symbols;
}

}  // namespace acta
