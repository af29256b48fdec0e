#include "extractors/engine/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace acta {
namespace {

constexpr int kDeepest = 100;  // brackets inside brackets

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  tl::expected<PatternNode, PatternError> Parse() {
    PatternNode node = Alternation();
    if (!failed_ && at_ < text_.size()) Complain(at_, fmt::format("unexpected “{}”", text_[at_]));
    if (!failed_ && CanBeEmpty(node)) Complain(0, "the pattern can match nothing");
    if (failed_) return tl::unexpected(error_);
    return node;
  }

 private:
  void Complain(size_t at, std::string message) {
    if (failed_) return;
    failed_ = true;
    error_ = {at, std::move(message)};
  }

  void SkipBlanks() {
    while (at_ < text_.size()) {
      if (std::isspace(static_cast<unsigned char>(text_[at_]))) {
        ++at_;
      } else if (text_[at_] == '#') {
        while (at_ < text_.size() && text_[at_] != '\n') ++at_;
      } else {
        break;
      }
    }
  }

  char Peek() {
    SkipBlanks();
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  bool Take(char c) {
    if (Peek() != c) return false;
    ++at_;
    return true;
  }

  PatternNode Alternation() {
    PatternNode node{.type = PatternNode::Type::kAlternation, .at = at_};
    do {
      node.children.push_back(Sequence());
    } while (!failed_ && Take('|'));
    if (node.children.size() == 1) return std::move(node.children.front());
    return node;
  }

  PatternNode Sequence() {
    PatternNode node{.type = PatternNode::Type::kSequence, .at = at_};
    while (!failed_ && Peek() != '\0' && Peek() != '|' && Peek() != ')') node.children.push_back(Item());
    if (!failed_ && node.children.empty()) Complain(at_, "nothing between the bars or brackets");
    return node;
  }

  PatternNode Item() {
    std::string field = FieldName();
    size_t at = at_;
    PatternNode node = Repeated(Atom());
    if (field.empty()) return node;
    PatternNode capture{.type = PatternNode::Type::kCapture, .field = std::move(field), .at = at};
    capture.children.push_back(std::move(node));
    return capture;
  }

  // A name followed by a colon, or "".
  std::string FieldName() {
    SkipBlanks();
    size_t end = at_;
    while (end < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[end])) || text_[end] == '_'))
      ++end;
    if (end == at_ || end >= text_.size() || text_[end] != ':') return {};
    std::string name(text_.substr(at_, end - at_));
    at_ = end + 1;
    return name;
  }

  PatternNode Atom() {
    switch (Peek()) {
      case '<':
        return Set();
      case '"':
        return Words();
      case '(': {
        size_t at = at_++;
        if (++depth_ > kDeepest) {
          Complain(at, fmt::format("brackets are nested more than {} deep", kDeepest));
          return {};
        }
        PatternNode node = Alternation();
        --depth_;
        if (!failed_ && !Take(')')) Complain(at, "this bracket is not closed");
        return node;
      }
      case '.':
        ++at_;
        return {.type = PatternNode::Type::kAny, .at = at_ - 1};
      default:
        Complain(at_, "here must stand <kind>, \"word\", ( or .");
        return {};
    }
  }

  PatternNode Set() {
    size_t open = at_++;
    PatternNode node{.type = PatternNode::Type::kSet, .at = open};
    node.negated = Take('^');
    do {
      std::vector<KindTest> term;
      do {
        KindTest test{.kind = "", .negated = Take('^'), .at = 0};
        SkipBlanks();
        test.at = at_;
        test.kind = KindName();
        term.push_back(std::move(test));
      } while (!failed_ && Take('&'));
      node.terms.push_back(std::move(term));
    } while (!failed_ && Take('|'));
    if (!failed_ && !Take('>')) Complain(open, "this < is not closed");
    return node;
  }

  std::string KindName() {
    if (at_ < text_.size() && text_[at_] == '"') {
      size_t close = text_.find('"', at_ + 1);
      if (close == text_.npos) {
        Complain(at_, "this quotation mark is not closed");
        return {};
      }
      std::string word(text_.substr(at_, close + 1 - at_));
      at_ = close + 1;
      return word;
    }
    size_t begin = at_;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) || text_[at_] == '_'))
      ++at_;
    if (at_ == begin) Complain(at_, "here must stand the name of a kind");
    return std::string(text_.substr(begin, at_ - begin));
  }

  // "một số" is two units: "một" "số".
  PatternNode Words() {
    size_t open = at_;
    size_t close = text_.find('"', at_ + 1);
    if (close == text_.npos) {
      Complain(open, "this quotation mark is not closed");
      return {};
    }
    std::string_view inside = text_.substr(open + 1, close - open - 1);
    at_ = close + 1;
    PatternNode node{.type = PatternNode::Type::kSequence, .at = open};
    std::vector<Token> tokens;
    Annotator::Tokenize(inside, 0, tokens);
    for (const Token& token : tokens) {
      PatternNode word{.type = PatternNode::Type::kSet, .at = open};
      word.terms.push_back(
          {KindTest{fmt::format("\"{}\"", token.span().In(inside)), false, open + 1 + token.begin}});
      node.children.push_back(std::move(word));
    }
    if (node.children.empty()) Complain(open, "no word between the quotation marks");
    if (node.children.size() == 1) return std::move(node.children.front());
    return node;
  }

  PatternNode Repeated(PatternNode atom) {
    int min = 1, max = 1;
    size_t at = at_;
    switch (Peek()) {
      case '*':
        min = 0, max = -1;
        break;
      case '+':
        max = -1;
        break;
      case '?':
        min = 0;
        break;
      case '{':
        if (!Bounds(min, max)) return atom;
        --at_;  // Bounds() has read the bracket that is skipped below
        break;
      default:
        return atom;
    }
    ++at_;
    PatternNode node{.type = PatternNode::Type::kRepeat, .min = min, .max = max, .at = at};
    node.children.push_back(std::move(atom));
    return node;
  }

  bool Bounds(int& min, int& max) {
    size_t open = at_++;
    min = Number();
    max = Take(',') ? (Peek() == '}' ? -1 : Number()) : min;
    if (!Take('}') || min < 0 || (max >= 0 && max < min) || max > 100 || min > 100) {
      Complain(open, "bounds are {m}, {m,} or {m,n} with m ≤ n ≤ 100");
      return false;
    }
    return true;
  }

  int Number() {
    SkipBlanks();
    int value = 0, digits = 0;
    while (at_ < text_.size() && std::isdigit(static_cast<unsigned char>(text_[at_])) && digits < 4) {
      value = value * 10 + (text_[at_++] - '0');
      ++digits;
    }
    return digits == 0 ? -1 : value;
  }

  static bool CanBeEmpty(const PatternNode& node) {
    switch (node.type) {
      case PatternNode::Type::kSet:
      case PatternNode::Type::kAny:
        return false;
      case PatternNode::Type::kSequence:
        return std::all_of(node.children.begin(), node.children.end(), CanBeEmpty);
      case PatternNode::Type::kAlternation:
        return std::any_of(node.children.begin(), node.children.end(), CanBeEmpty);
      case PatternNode::Type::kRepeat:
        return node.min == 0 || CanBeEmpty(node.children.front());
      case PatternNode::Type::kCapture:
        return CanBeEmpty(node.children.front());
    }
    return true;
  }

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
  PatternError error_;
};

class Compiler {
 public:
  Compiler(const Alphabet& alphabet, const Names& kinds) : alphabet_(alphabet), kinds_(kinds) {}

  CompiledPattern Compile(const PatternNode& node) {
    out_.regex = Regex(node);
    Require(node);
    return std::move(out_);
  }

 private:
  // A KindTest with its name looked up: a class of tokens, or a kind.
  struct Test {
    int token_class = -1;
    uint32_t kind = Names::kNone;
    bool negated = false;
  };

  Test Resolve(const KindTest& test) const {
    for (int c = 0; c < kTokenClasses; ++c) {
      if (test.kind == kTokenClassNames[c]) return {c, Names::kNone, test.negated};
    }
    return {-1, kinds_.Find(test.kind), test.negated};
  }

  bool Holds(const Test& test, Symbol symbol) const {
    bool is = test.token_class >= 0 ? static_cast<int>(alphabet_.token_class(symbol)) == test.token_class
                                    : alphabet_.Has(symbol, test.kind);
    return is != test.negated;
  }

  SymbolSet Symbols(const PatternNode& node) const {
    std::vector<std::vector<Test>> terms;
    for (const auto& term : node.terms) {
      std::vector<Test>& tests = terms.emplace_back();
      for (const KindTest& test : term) tests.push_back(Resolve(test));
    }
    SymbolSet set(alphabet_.size());
    for (Symbol s = 0; s < alphabet_.size(); ++s) {
      bool in = node.type == PatternNode::Type::kAny ||
                std::any_of(terms.begin(), terms.end(), [&](const auto& term) {
                  return std::all_of(term.begin(), term.end(), [&](const Test& t) { return Holds(t, s); });
                });
      set[s] = in != node.negated;
    }
    return set;
  }

  // A character class; one that no symbol is in matches a code point that never occurs.
  static std::string CharacterClass(const SymbolSet& set) {
    std::string out = "[";
    for (size_t s = 0; s < set.size(); ++s) {
      if (!set[s]) continue;
      size_t last = s;
      while (last + 1 < set.size() && set[last + 1]) ++last;
      out += fmt::format("\\x{{{:X}}}", kFirstSymbol + s);
      if (last > s) out += fmt::format("-\\x{{{:X}}}", kFirstSymbol + last);
      s = last;
    }
    if (out == "[") out += "\\x{10FFFD}";
    return out + "]";
  }

  std::string Regex(const PatternNode& node) {
    std::string out;
    switch (node.type) {
      case PatternNode::Type::kSet:
      case PatternNode::Type::kAny:
        return CharacterClass(Symbols(node));
      case PatternNode::Type::kSequence:
        for (const PatternNode& child : node.children) out += Regex(child);
        return "(?:" + out + ")";
      case PatternNode::Type::kAlternation:
        for (const PatternNode& child : node.children) out += (out.empty() ? "" : "|") + Regex(child);
        return "(?:" + out + ")";
      case PatternNode::Type::kRepeat:
        out = "(?:" + Regex(node.children.front()) + ")";
        if (node.max < 0)
          return out + (node.min == 0 ? "*" : node.min == 1 ? "+" : fmt::format("{{{},}}", node.min));
        return node.min == 0 && node.max == 1 ? out + "?"
                                              : out + fmt::format("{{{},{}}}", node.min, node.max);
      case PatternNode::Type::kCapture:
        out_.fields.push_back(node.field);
        return "(" + Regex(node.children.front()) + ")";
    }
    return out;
  }

  // Sets that every match holds: atoms that are neither optional nor one of several.
  void Require(const PatternNode& node) {
    switch (node.type) {
      case PatternNode::Type::kSet:
        if (!node.negated) out_.required.push_back(Symbols(node));
        return;
      case PatternNode::Type::kAny:
        return;
      case PatternNode::Type::kAlternation: {
        SymbolSet any(alphabet_.size());
        if (Initials(node, any)) out_.required.push_back(std::move(any));
        return;
      }
      case PatternNode::Type::kRepeat:
        if (node.min == 0) return;
        [[fallthrough]];
      case PatternNode::Type::kSequence:
      case PatternNode::Type::kCapture:
        for (const PatternNode& child : node.children) Require(child);
    }
  }

  // Adds to `set` one necessary symbol set of each branch; false when a branch has none.
  bool Initials(const PatternNode& node, SymbolSet& set) const {
    switch (node.type) {
      case PatternNode::Type::kSet:
        if (node.negated) return false;
        for (size_t s = 0; auto in : Symbols(node)) {
          if (in) set[s] = true;
          ++s;
        }
        return true;
      case PatternNode::Type::kAny:
        return false;
      case PatternNode::Type::kAlternation:
        return std::all_of(node.children.begin(), node.children.end(),
                           [&](const auto& n) { return Initials(n, set); });
      case PatternNode::Type::kRepeat:
        return node.min > 0 && Initials(node.children.front(), set);
      case PatternNode::Type::kSequence:
      case PatternNode::Type::kCapture: {
        for (const PatternNode& child : node.children) {
          SymbolSet trial = set;
          if (Initials(child, trial)) {
            set = std::move(trial);
            return true;
          }
        }
        return false;
      }
    }
    return false;
  }

  const Alphabet& alphabet_;
  const Names& kinds_;
  CompiledPattern out_;
};

}  // namespace

tl::expected<PatternNode, PatternError> ParsePattern(std::string_view text) { return Parser(text).Parse(); }

CompiledPattern CompilePattern(const PatternNode& node, const Alphabet& alphabet, const Names& kinds) {
  return Compiler(alphabet, kinds).Compile(node);
}

}  // namespace acta
