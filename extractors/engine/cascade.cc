#include "extractors/engine/cascade.h"

#include <algorithm>

namespace acta {
namespace {

class Reader {
 public:
  Reader(const Article& article, const Annotated& annotated, const Pack& pack)
      : article_(article), annotated_(annotated), pack_(pack), registers_(pack.registers.size()) {}

  Tree Read() {
    for (const Sentence& sentence : annotated_.sentences) ReadSentence(sentence);
    return std::move(tree_);
  }

 private:
  struct RegisterState {
    uint32_t unit = 0;       // + 1; 0 = not set
    uint32_t paragraph = 0;  // of the last unit that set or used it
  };

  // A rule's next match in the sequence, in units.
  struct Candidate {
    uint32_t rule = 0;
    size_t begin = 0, end = 0;
  };

  void ReadSentence(const Sentence& sentence) {
    AgeRegisters(sentence);
    for (const RegisterState& one : registers_) tree_.registers.push_back(one.unit);
    sequence_.clear();
    sequence_.push_back(StartUnit(sentence));
    InitialUnits(sentence);
    Unit end;
    uint32_t last_byte = annotated_.tokens[sentence.last - 1].end;
    end.span = {last_byte, last_byte};
    end.symbol = pack_.end;
    end.source = Unit::Source::kEnd;
    sequence_.push_back(Add(end));
    for (const auto& phase : pack_.phases) RunPhase(phase);
    auto first = static_cast<uint32_t>(tree_.roots.size());
    tree_.roots.insert(tree_.roots.end(), sequence_.begin(), sequence_.end());
    tree_.sentences.push_back({first, static_cast<uint32_t>(sequence_.size()), sentence.paragraph});
    UpdateRegisters(sentence);
  }

  uint32_t Add(const Unit& unit) {
    tree_.units.push_back(unit);
    return static_cast<uint32_t>(tree_.units.size() - 1);
  }

  // ---- registers

  void AgeRegisters(const Sentence& sentence) {
    if (sentence.start != Sentence::Start::kParagraph) return;
    ParagraphKind kind = article_.paragraphs[sentence.paragraph].kind;
    for (size_t r = 0; r < registers_.size(); ++r) {
      RegisterState& state = registers_[r];
      if (state.unit == 0) continue;
      switch (pack_.registers[r].until) {
        case Register::Until::kArticle:
          break;
        case Register::Until::kSection:
          if (kind == ParagraphKind::kHeading) state.unit = 0;
          break;
        case Register::Until::kParagraph:
          state.unit = 0;
          break;
        case Register::Until::kItems:
          if (sentence.paragraph > state.paragraph + 1) state.unit = 0;
          break;
      }
    }
  }

  // The last unit of a register's kind in the sentence sets it; a rule that began with `in_…` uses it.
  void UpdateRegisters(const Sentence& sentence) {
    if (registers_.empty()) return;
    const SentenceUnits& units = tree_.sentences.back();
    for (uint32_t i = 0; i < units.count; ++i) NoteRegisters(tree_.roots[units.first + i], sentence);
  }

  void NoteRegisters(uint32_t root, const Sentence& sentence) {
    stack_.assign(1, root);
    while (!stack_.empty()) {
      uint32_t at = stack_.back();
      stack_.pop_back();
      const Unit& unit = tree_.units[at];
      if (unit.source != Unit::Source::kRule) continue;
      const Rule& rule = pack_.rules[unit.index];
      for (size_t r = 0; r < registers_.size(); ++r) {
        if (pack_.registers[r].kind == rule.kind) registers_[r] = {at + 1, sentence.paragraph};
      }
      for (uint32_t c = 0; c < unit.child_count; ++c) {
        uint32_t child = tree_.children[unit.first_child + c];
        if (tree_.units[child].source == Unit::Source::kStart)
          UseRegisters(tree_.units[child].symbol, sentence);
        stack_.push_back(child);
      }
    }
  }

  void UseRegisters(Symbol start, const Sentence& sentence) {
    for (size_t r = 0; r < registers_.size(); ++r) {
      if (registers_[r].unit != 0 && pack_.alphabet.Has(start, pack_.registers[r].live_kind)) {
        registers_[r].paragraph = std::max(registers_[r].paragraph, sentence.paragraph);
      }
    }
  }

  uint32_t StartUnit(const Sentence& sentence) {
    size_t live = 0;
    for (size_t r = 0; r < registers_.size(); ++r) live |= size_t{registers_[r].unit != 0} << r;
    size_t row = static_cast<size_t>(article_.paragraphs[sentence.paragraph].kind) * kSentenceStarts +
                 static_cast<size_t>(sentence.start);
    Unit unit;
    uint32_t begin = annotated_.tokens[sentence.first].begin;
    unit.span = {begin, begin};
    unit.symbol = pack_.start[row][live];
    unit.source = Unit::Source::kStart;
    return Add(unit);
  }

  // ---- words to units

  void InitialUnits(const Sentence& sentence) {
    size_t count = sentence.last - sentence.first;
    words_.resize(count);
    classes_.resize(count);
    for (size_t i = 0; i < count; ++i) {
      const Token& token = annotated_.tokens[sentence.first + i];
      key_.clear();
      pack_.folder->Fold(token.span().In(article_.text), key_);
      words_[i] = pack_.lexicon.words().Find(key_);
      classes_[i] = token.token_class;
    }
    for (size_t i = 0; i < count;) i += NextUnit(sentence, i, count);
  }

  // Adds the unit that begins at token `i` of the sentence; returns its length in tokens.
  size_t NextUnit(const Sentence& sentence, size_t i, size_t count) {
    Lexicon::Hit hit;
    if (words_[i] != 0) hit = pack_.lexicon.Find(words_.data(), classes_.data(), i, count);
    Unit unit;
    uint32_t tokens = MatchText(sentence, i, count, std::max(hit.tokens, 1u), unit);
    if (tokens == 0) {
      tokens = std::max(hit.tokens, 1u);
      if (hit.tokens > 0) {
        unit.symbol = pack_.lexicon.phrases()[hit.phrase].symbol;
        unit.source = Unit::Source::kPhrase;
        unit.index = hit.phrase;
      } else {
        unit.symbol = UnknownSymbol(annotated_.tokens[sentence.first + i]);
      }
    }
    unit.span = {annotated_.tokens[sentence.first + i].begin,
                 annotated_.tokens[sentence.first + i + tokens - 1].end};
    sequence_.push_back(Add(unit));
    return tokens;
  }

  Symbol UnknownSymbol(const Token& token) {
    auto token_class = static_cast<size_t>(token.token_class);
    if (token.token_class == TokenClass::kPunct || token.token_class == TokenClass::kDigits)
      return pack_.unknown[0][token_class];
    if (pack_.affixes.empty()) return pack_.unknown[0][token_class];
    key_.clear();
    pack_.folder->Fold(token.span().In(article_.text), key_);
    for (size_t a = 0; a < pack_.affixes.size(); ++a) {
      if (key_.size() > pack_.affixes[a].suffix.size() && key_.ends_with(pack_.affixes[a].suffix)) {
        return pack_.unknown[1 + a][token_class];
      }
    }
    return pack_.unknown[0][token_class];
  }

  // The longest text pattern at token `i` of at least `least` tokens; 0 if there is none.
  uint32_t MatchText(const Sentence& sentence, size_t i, size_t count, uint32_t least, Unit& unit) {
    const Token& first = annotated_.tokens[sentence.first + i];
    std::string_view text = article_.text;
    re2::StringPiece rest(text.data(), annotated_.tokens[sentence.last - 1].end);
    uint32_t best = 0;
    for (uint32_t p = 0; p < pack_.text_patterns.size(); ++p) {
      const TextPattern& pattern = pack_.text_patterns[p];
      if (!(pattern.starts >> static_cast<int>(first.token_class) & 1)) continue;
      re2::StringPiece match;
      if (!pattern.regex->Match(rest, first.begin, rest.size(), RE2::ANCHOR_START, &match, 1)) continue;
      auto end = static_cast<uint32_t>(match.data() + match.size() - text.data());
      uint32_t tokens = TokensUntil(sentence, i, count, end);
      if (tokens < std::max(least, best + 1)) continue;
      if (!TakeGroups(pattern, rest, first.begin, end, unit)) continue;
      best = tokens;
      unit.symbol = pack_.of_kind[pattern.kind][static_cast<size_t>(first.token_class)];
      unit.source = Unit::Source::kText;
      unit.index = p;
    }
    return best;
  }

  // Tokens from `i` up to byte `end`; 0 when `end` cuts a token.
  uint32_t TokensUntil(const Sentence& sentence, size_t i, size_t count, uint32_t end) const {
    for (size_t k = i; k < count; ++k) {
      uint32_t token_end = annotated_.tokens[sentence.first + k].end;
      if (token_end == end) return static_cast<uint32_t>(k - i + 1);
      if (token_end > end) return 0;
    }
    return 0;
  }

  bool TakeGroups(const TextPattern& pattern, re2::StringPiece rest, uint32_t begin, uint32_t end,
                  Unit& unit) {
    submatches_.assign(pattern.groups.size() + 1, {});
    pattern.regex->Match(rest, begin, end, RE2::ANCHOR_BOTH, submatches_.data(),
                         static_cast<int>(submatches_.size()));
    auto first = static_cast<uint32_t>(tree_.groups.size());
    for (size_t g = 0; g < pattern.groups.size(); ++g) {
      const re2::StringPiece& piece = submatches_[g + 1];
      if (piece.data() == nullptr) continue;
      auto at = static_cast<uint32_t>(piece.data() - article_.text.data());
      TextGroup group{pattern.groups[g].name, {at, at + static_cast<uint32_t>(piece.size())}, -1};
      if (pattern.groups[g].lexicon_kind) {
        group.reading = ReadingOf(group.span, *pattern.groups[g].lexicon_kind);
        if (group.reading < 0) {
          tree_.groups.resize(first);
          return false;
        }
      }
      tree_.groups.push_back(group);
    }
    unit.first_capture = first;
    unit.capture_count = static_cast<uint32_t>(tree_.groups.size()) - first;
    return true;
  }

  // The reading of kind `kind` of the phrase that `span` is, or -1.
  int32_t ReadingOf(Span span, uint32_t kind) {
    group_tokens_.clear();
    Annotator::Tokenize(span.In(article_.text), span.begin, group_tokens_);
    if (group_tokens_.empty()) return -1;
    std::vector<uint32_t> words;
    std::vector<TokenClass> classes;
    for (const Token& token : group_tokens_) {
      words.push_back(pack_.lexicon.words().Find(pack_.folder->Fold(token.span().In(article_.text))));
      classes.push_back(token.token_class);
    }
    if (words[0] == 0) return -1;
    Lexicon::Hit hit = pack_.lexicon.Find(words.data(), classes.data(), 0, words.size());
    if (hit.tokens != words.size()) return -1;
    for (uint32_t reading : pack_.lexicon.phrases()[hit.phrase].readings) {
      if (pack_.lexicon.reading(reading).kind == kind) return static_cast<int32_t>(reading);
    }
    return -1;
  }

  // ---- phases

  void RunPhase(const std::vector<uint32_t>& rules) {
    EncodeSequence();
    candidates_.clear();
    for (uint32_t r : rules) {
      if (!CanMatch(pack_.rules[r])) continue;
      Candidate candidate{r, 0, 0};
      if (FindNext(candidate, 0)) candidates_.push_back(candidate);
    }
    if (candidates_.empty()) return;
    next_.clear();
    size_t done = 0;
    while (!candidates_.empty()) {
      auto best = std::min_element(candidates_.begin(), candidates_.end(),
                                   [](const Candidate& a, const Candidate& b) {
                                     return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
                                   });
      Candidate match = *best;
      next_.insert(next_.end(), sequence_.begin() + static_cast<long>(done),
                   sequence_.begin() + static_cast<long>(match.begin));
      next_.push_back(MakeUnit(match));
      done = match.end;
      std::erase_if(candidates_, [&](Candidate& c) { return c.begin < done && !FindNext(c, done); });
    }
    next_.insert(next_.end(), sequence_.begin() + static_cast<long>(done), sequence_.end());
    std::swap(sequence_, next_);
  }

  void EncodeSequence() {
    symbols_.clear();
    present_.assign((pack_.alphabet.size() + 63) / 64, 0);
    for (uint32_t at : sequence_) {
      Symbol symbol = tree_.units[at].symbol;
      Alphabet::Append(symbol, symbols_);
      present_[symbol / 64] |= uint64_t{1} << (symbol % 64);
    }
  }

  bool CanMatch(const Rule& rule) const {
    for (const auto& set : rule.required) {
      bool meets = false;
      for (size_t i = 0; i < set.size() && !meets; ++i) meets = (set[i] & present_[i]) != 0;
      if (!meets) return false;
    }
    return true;
  }

  bool FindNext(Candidate& candidate, size_t from) const {
    re2::StringPiece match;
    if (!pack_.rules[candidate.rule].regex->Match(symbols_, from * 4, symbols_.size(), RE2::UNANCHORED,
                                                  &match, 1))
      return false;
    candidate.begin = static_cast<size_t>(match.data() - symbols_.data()) / 4;
    candidate.end = candidate.begin + match.size() / 4;
    return true;
  }

  uint32_t MakeUnit(const Candidate& match) {
    const Rule& rule = pack_.rules[match.rule];
    submatches_.assign(rule.fields.size() + 1, {});
    rule.regex->Match(symbols_, match.begin * 4, match.end * 4, RE2::ANCHOR_BOTH, submatches_.data(),
                      static_cast<int>(submatches_.size()));
    Unit unit;
    unit.source = Unit::Source::kRule;
    unit.index = match.rule;
    unit.first_child = static_cast<uint32_t>(tree_.children.size());
    unit.child_count = static_cast<uint32_t>(match.end - match.begin);
    tree_.children.insert(tree_.children.end(), sequence_.begin() + static_cast<long>(match.begin),
                          sequence_.begin() + static_cast<long>(match.end));
    unit.first_capture = static_cast<uint32_t>(tree_.captures.size());
    for (size_t f = 0; f < rule.fields.size(); ++f) {
      const re2::StringPiece& piece = submatches_[f + 1];
      if (piece.data() == nullptr || piece.empty()) continue;
      auto first = static_cast<size_t>(piece.data() - symbols_.data()) / 4 - match.begin;
      tree_.captures.push_back(
          {rule.fields[f], static_cast<uint32_t>(first), static_cast<uint32_t>(first + piece.size() / 4)});
    }
    unit.capture_count = static_cast<uint32_t>(tree_.captures.size()) - unit.first_capture;
    SetExtent(unit, rule);
    return Add(unit);
  }

  // The span of the visible parts, and the symbol of the rule's kind with the class of the first of them.
  void SetExtent(Unit& unit, const Rule& rule) {
    bool first = true;
    TokenClass token_class = TokenClass::kPunct;
    for (uint32_t c = 0; c < unit.child_count; ++c) {
      const Unit& child = tree_.units[tree_.children[unit.first_child + c]];
      if (child.span.empty()) continue;
      if (first) {
        unit.span.begin = child.span.begin;
        token_class = pack_.alphabet.token_class(child.symbol);
        first = false;
      }
      unit.span.end = child.span.end;
    }
    unit.symbol = rule.symbols[static_cast<size_t>(token_class)];
  }

  const Article& article_;
  const Annotated& annotated_;
  const Pack& pack_;
  Tree tree_;
  std::vector<RegisterState> registers_;
  std::vector<uint32_t> sequence_, next_, words_, stack_;
  std::vector<TokenClass> classes_;
  std::vector<Token> group_tokens_;
  std::vector<Candidate> candidates_;
  std::vector<re2::StringPiece> submatches_;
  std::vector<uint64_t> present_;
  std::string symbols_, key_;
};

}  // namespace

Tree ReadArticle(const Article& article, const Annotated& annotated, const Pack& pack) {
  return Reader(article, annotated, pack).Read();
}

}  // namespace acta
