#include "extractors/engine/cascade.h"

#include <algorithm>
#include <bit>

#include "extractors/engine/quoted_speech.h"

namespace acta {
namespace {

class Reader {
 public:
  Reader(const Article& article, const Annotated& annotated, const Pack& pack)
      : article_(article),
        annotated_(annotated),
        pack_(pack),
        registers_(pack.registers.size()),
        floor_(pack.RegisterOf(pack.Kind("floor"))),
        workspace_(pack.workspaces->Take()) {
    if (work_.matchers.empty()) {
      for (const Phase& phase : pack.phases) work_.matchers.emplace_back(phase.automaton);
    }
  }

  Tree Read() {
    for (const Sentence& sentence : annotated_.sentences) ReadSentence(sentence);
    pack_.workspaces->Return(std::move(workspace_));
    return std::move(tree_);
  }

 private:
  struct RegisterState {
    uint32_t unit = 0;       // + 1; 0 = not set
    uint32_t paragraph = 0;  // of the last unit that set or used it
    uint32_t sentence = 0;   // that set it
  };

  void ReadSentence(const Sentence& sentence) {
    AgeRegisters(sentence);
    for (const RegisterState& one : registers_) tree_.registers.push_back(one.unit);
    work_.sequence.clear();
    work_.sequence.push_back(StartUnit(sentence));
    InitialUnits(sentence);
    Unit end;
    uint32_t last_byte = annotated_.tokens[sentence.last - 1].end;
    end.span = {last_byte, last_byte};
    end.symbol = pack_.end;
    end.source = Unit::Source::kEnd;
    work_.sequence.push_back(Add(end));
    NoteSymbols();
    for (size_t p = 0; (p += NextPhase(p)) < pack_.phases.size(); ++p) RunPhase(p);
    auto first = static_cast<uint32_t>(tree_.roots.size());
    tree_.roots.insert(tree_.roots.end(), work_.sequence.begin(), work_.sequence.end());
    tree_.sentences.push_back({first, static_cast<uint32_t>(work_.sequence.size()), sentence.paragraph});
    UpdateRegisters(sentence);
  }

  uint32_t Add(const Unit& unit) {
    tree_.units.push_back(unit);
    return static_cast<uint32_t>(tree_.units.size() - 1);
  }

  // ---- registers

  void AgeRegisters(const Sentence& sentence) {
    for (size_t r = 0; r < registers_.size(); ++r) {
      if (pack_.registers[r].until != Register::Until::kClause) continue;
      bool next = registers_[r].sentence + 1 == tree_.sentences.size();
      if (!next || sentence.start != Sentence::Start::kContinued) registers_[r].unit = 0;
    }
    if (sentence.start != Sentence::Start::kParagraph) return;
    ParagraphKind kind = article_.paragraphs[sentence.paragraph].kind;
    for (size_t r = 0; r < registers_.size(); ++r) {
      RegisterState& state = registers_[r];
      if (state.unit == 0) continue;
      switch (pack_.registers[r].until) {
        case Register::Until::kArticle:
        case Register::Until::kClause:
          break;
        case Register::Until::kSection:
          if (kind == ParagraphKind::kHeading) state.unit = 0;
          break;
        case Register::Until::kParagraph:
          state.unit = 0;
          break;
        case Register::Until::kItems:
          if (sentence.paragraph > state.paragraph + 1) state.unit = 0;
          // A picture between two items parts them no more than the page's margin does.
          if (kind == ParagraphKind::kCaption)
            state.paragraph = std::max(state.paragraph, sentence.paragraph);
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
    work_.stack.assign(1, root);
    while (!work_.stack.empty()) {
      uint32_t at = work_.stack.back();
      work_.stack.pop_back();
      const Unit& unit = tree_.units[at];
      if (unit.source != Unit::Source::kRule) continue;
      const Rule& rule = pack_.rules[unit.index];
      for (size_t r = 0; r < registers_.size(); ++r) {
        if (pack_.registers[r].kind != rule.kind) continue;
        auto index = static_cast<uint32_t>(tree_.sentences.size() - 1);
        registers_[r] = {at + 1, sentence.paragraph, index};
        tree_.settings.push_back({index, static_cast<uint32_t>(r), at});
      }
      for (uint32_t c = 0; c < unit.child_count; ++c) {
        uint32_t child = tree_.children[unit.first_child + c];
        if (tree_.units[child].source == Unit::Source::kStart) UseRegisters(sentence);
        work_.stack.push_back(child);
      }
    }
  }

  void UseRegisters(const Sentence& sentence) {
    for (RegisterState& one : registers_) {
      if (one.unit != 0) one.paragraph = std::max(one.paragraph, sentence.paragraph);
    }
  }

  // Whether a sentence begins inside a quotation behind which its speaker is named; one that is all of it tells him itself.
  bool IsSpoken(const Sentence& sentence, uint32_t begin) {
    if (floor_ == registers_.size()) return false;
    if (sentence.start == Sentence::Start::kParagraph)
      FindQuotedSpeech(article_.text, article_.paragraphs[sentence.paragraph].span, spoken_);
    auto it =
        std::partition_point(spoken_.begin(), spoken_.end(), [&](Span one) { return one.end <= begin; });
    if (it == spoken_.end() || it->begin > begin) return false;
    return it->begin < begin || it->end >= annotated_.tokens[sentence.last - 1].end;
  }

  uint32_t StartUnit(const Sentence& sentence) {
    size_t live = 0;
    for (size_t r = 0; r < registers_.size(); ++r) live |= size_t{registers_[r].unit != 0} << r;
    const uint32_t begin = annotated_.tokens[sentence.first].begin;
    if (IsSpoken(sentence, begin)) live |= size_t{1} << floor_;
    size_t row = static_cast<size_t>(article_.paragraphs[sentence.paragraph].kind) * kSentenceStarts +
                 static_cast<size_t>(sentence.start);
    Unit unit;
    unit.span = {begin, begin};
    unit.symbol = pack_.start[row][live];
    unit.source = Unit::Source::kStart;
    return Add(unit);
  }

  // ---- words to units

  void InitialUnits(const Sentence& sentence) {
    size_t count = sentence.last - sentence.first;
    work_.words.resize(count);
    work_.classes.resize(count);
    for (size_t i = 0; i < count; ++i) {
      const Token& token = annotated_.tokens[sentence.first + i];
      work_.key.clear();
      pack_.folder->Fold(token.span().In(article_.text), work_.key);
      work_.words[i] = pack_.lexicon.words().Find(work_.key);
      work_.classes[i] = token.token_class;
    }
    for (size_t i = 0; i < count;) i += NextUnit(sentence, i, count);
  }

  // Adds the unit that begins at token `i` of the sentence; returns its length in tokens.
  size_t NextUnit(const Sentence& sentence, size_t i, size_t count) {
    Lexicon::Hit hit;
    if (work_.words[i] != 0) hit = pack_.lexicon.Find(work_.words.data(), work_.classes.data(), i, count);
    Unit unit;
    uint32_t tokens = MatchText(sentence, i, count, std::max(hit.tokens, 1u), unit);
    if (tokens == 0) {
      tokens = std::max(hit.tokens, 1u);
      if (hit.tokens > 0) {
        const Phrase& phrase = pack_.lexicon.phrases()[hit.phrase];
        unit.symbol = phrase.symbol;
        unit.says = phrase.says;
        unit.source = Unit::Source::kPhrase;
        unit.index = hit.phrase;
      } else {
        unit.symbol = UnlistedSymbol(annotated_.tokens[sentence.first + i], work_.words[i]);
      }
    }
    unit.span = {annotated_.tokens[sentence.first + i].begin,
                 annotated_.tokens[sentence.first + i + tokens - 1].end};
    work_.sequence.push_back(Add(unit));
    return tokens;
  }

  // The symbol of a token that no phrase or pattern covers.
  Symbol UnlistedSymbol(const Token& token, uint32_t word) {
    auto token_class = static_cast<size_t>(token.token_class);
    bool letters = token.token_class != TokenClass::kPunct && token.token_class != TokenClass::kDigits;
    if (!letters || pack_.affixes.empty()) return pack_.unknown[0][token_class];
    if (word != 0) return pack_.unknown[pack_.affix_of_word[word]][token_class];
    work_.key.clear();
    pack_.folder->Fold(token.span().In(article_.text), work_.key);
    return pack_.unknown[pack_.AffixOf(work_.key)][token_class];
  }

  // The longest text pattern at token `i` of at least `least` tokens; 0 if there is none.
  uint32_t MatchText(const Sentence& sentence, size_t i, size_t count, uint32_t least, Unit& unit) {
    const Token& first = annotated_.tokens[sentence.first + i];
    std::string_view text = article_.text;
    re2::StringPiece rest(text.data(), annotated_.tokens[sentence.last - 1].end);
    uint32_t best = 0;
    for (uint64_t some = Candidates(first); some != 0; some &= some - 1) {
      auto p = static_cast<uint32_t>(std::countr_zero(some));
      const TextPattern& pattern = pack_.text_patterns[p];
      if (!pattern.heads.empty() && !pattern.heads[work_.words[i]]) continue;
      re2::StringPiece match;
      if (!pattern.regex->Match(rest, first.begin, rest.size(), RE2::ANCHOR_START, &match, 1)) continue;
      auto end = static_cast<uint32_t>(match.data() + match.size() - text.data());
      uint32_t tokens = TokensUntil(sentence, i, count, end);
      if (tokens < std::max(least, best + 1)) continue;
      if (!TakeGroups(pattern, rest, first.begin, end, unit)) continue;
      best = tokens;
      unit.symbol = pattern.symbols[static_cast<size_t>(first.token_class)];
      unit.says = pattern.says | SaidInGroups(unit);
      unit.source = Unit::Source::kText;
      unit.index = p;
    }
    return best;
  }

  // The text patterns that may match at a token.
  uint64_t Candidates(const Token& token) const {
    const TextFilter& filter = pack_.text_filter;
    uint64_t some = filter.by_class[static_cast<size_t>(token.token_class)];
    if (some != 0) some = Pass(filter.first, token.begin, some);
    if (some == 0 || token.token_class == TokenClass::kPunct) return some;
    const bool digits = token.token_class == TokenClass::kDigits;
    return Pass(digits ? filter.behind_digits : filter.behind_letters, token.end, some);
  }

  // Those of `some` that the bytes from `at` on allow.
  uint64_t Pass(const TextFilter::ByByte& table, size_t at, uint64_t some) const {
    const std::string& text = article_.text;
    for (size_t i = 0; i < table.size() && some != 0 && at + i < text.size(); ++i)
      some &= table[i][static_cast<unsigned char>(text[at + i])];
    return some;
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
    unit.first_capture = static_cast<uint32_t>(tree_.groups.size());
    unit.capture_count = 0;
    if (pattern.groups.empty()) return true;
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

  uint32_t SaidInGroups(const Unit& unit) const {
    uint32_t says = 0;
    for (uint32_t g = unit.first_capture; g < unit.first_capture + unit.capture_count; ++g) {
      const TextGroup& group = tree_.groups[g];
      says |= AttributeBit(group.name);
      if (group.reading >= 0)
        says |= AttributeBits(pack_.lexicon.reading(static_cast<uint32_t>(group.reading)).attributes);
    }
    return says;
  }

  // The reading of kind `kind` of the phrase that `span` is, or -1.
  int32_t ReadingOf(Span span, uint32_t kind) {
    work_.group_tokens.clear();
    Annotator::Tokenize(span.In(article_.text), span.begin, work_.group_tokens);
    if (work_.group_tokens.empty()) return -1;
    work_.group_words.clear();
    work_.group_classes.clear();
    for (const Token& token : work_.group_tokens) {
      work_.key.clear();
      pack_.folder->Fold(token.span().In(article_.text), work_.key);
      work_.group_words.push_back(pack_.lexicon.words().Find(work_.key));
      work_.group_classes.push_back(token.token_class);
    }
    size_t count = work_.group_words.size();
    if (work_.group_words[0] == 0) return -1;
    Lexicon::Hit hit = pack_.lexicon.Find(work_.group_words.data(), work_.group_classes.data(), 0, count);
    if (hit.tokens != count) return -1;
    for (uint32_t reading : pack_.lexicon.phrases()[hit.phrase].readings) {
      if (pack_.lexicon.reading(reading).kind == kind) return static_cast<int32_t>(reading);
    }
    return -1;
  }

  // ---- phases

  // How many phases from `p` on have nothing to find.
  size_t NextPhase(size_t p) const {
    return p < kMostPhases ? static_cast<size_t>(std::countr_zero(work_.phases >> p)) : 0;
  }

  void RunPhase(size_t p) {
    const Phase& phase = pack_.phases[p];
    Matcher& matcher = work_.matchers[p];
    matcher.Find(work_.symbols, work_.matches);
    if (work_.matches.empty()) return;
    work_.next.clear();
    auto done = work_.sequence.begin();
    for (const RuleMatch& match : work_.matches) {
      auto begin = work_.sequence.begin() + match.begin;
      work_.next.insert(work_.next.end(), done, begin);
      work_.next.push_back(MakeUnit(matcher, match, phase.rules[match.rule]));
      done = work_.sequence.begin() + match.end;
    }
    work_.next.insert(work_.next.end(), done, work_.sequence.end());
    std::swap(work_.sequence, work_.next);
    NoteSymbols();
  }

  // What the automata see of the sequence, and which of them may find something in it.
  void NoteSymbols() {
    work_.symbols.clear();
    uint64_t starts = 0, triggers = 0;
    for (uint32_t at : work_.sequence) {
      Symbol symbol = tree_.units[at].symbol;
      work_.symbols.push_back(symbol);
      starts |= pack_.phase_use[symbol].starts;
      triggers |= pack_.phase_use[symbol].triggers;
    }
    work_.phases = starts & triggers;
  }

  uint32_t MakeUnit(Matcher& matcher, const RuleMatch& match, uint32_t index) {
    const Rule& rule = pack_.rules[index];
    matcher.Captures(match, rule.fields.size(), work_.slots);
    Unit unit;
    unit.source = Unit::Source::kRule;
    unit.index = index;
    unit.says = rule.says;
    unit.first_child = static_cast<uint32_t>(tree_.children.size());
    unit.child_count = static_cast<uint32_t>(match.end - match.begin);
    tree_.children.insert(tree_.children.end(), work_.sequence.begin() + match.begin,
                          work_.sequence.begin() + match.end);
    unit.first_capture = static_cast<uint32_t>(tree_.captures.size());
    for (size_t f = 0; f < rule.fields.size(); ++f) {
      uint32_t first = work_.slots[2 * f], last = work_.slots[2 * f + 1];
      if (first == Matcher::kUnset || last == Matcher::kUnset || first == last) continue;
      tree_.captures.push_back({rule.fields[f], first - match.begin, last - match.begin});
      unit.says |= AttributeBit(rule.fields[f]);
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
      unit.says |= child.says;
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
  const size_t floor_;        // the register of who speaks
  std::vector<Span> spoken_;  // quotations of the paragraph
  std::unique_ptr<Workspace> workspace_;
  Workspace& work_ = *workspace_;
  std::vector<re2::StringPiece> submatches_;
};

}  // namespace

Tree ReadArticle(const Article& article, const Annotated& annotated, const Pack& pack) {
  return Reader(article, annotated, pack).Read();
}

}  // namespace acta
