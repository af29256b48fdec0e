#include "extractors/engine/pattern.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <utility>

#include "pipeline/text/suggestion.h"

namespace acta {
namespace {

constexpr int kDeepest = 100;        // brackets inside brackets
constexpr size_t kMostNodes = 5000;  // that parts bring into a pattern: parts of parts grow fast

bool IsNameByte(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// What a part brings with it.
struct Content {
  size_t nodes = 0;
  bool captures = false, looks = false;
};

void AddContent(const PatternNode& node, Content& content) {
  ++content.nodes;
  content.captures = content.captures || node.type == PatternNode::Type::kCapture;
  content.looks = content.looks || node.type == PatternNode::Type::kLook;
  for (const PatternNode& child : node.children) AddContent(child, content);
}

// Errors in what a part says are told where the pattern names the part.
void PlaceAt(PatternNode& node, size_t at, std::string_view part) {
  node.at = at;
  for (auto& term : node.terms) {
    for (KindTest& test : term) test.at = at, test.part = part;
  }
  for (PatternNode& child : node.children) PlaceAt(child, at, part);
}

class Parser {
 public:
  Parser(std::string_view text, const PatternParts& parts) : text_(text), parts_(parts) {}

  tl::expected<PatternNode, PatternError> Parse(bool may_be_empty) {
    PatternNode node = Alternation();
    if (!failed_ && at_ < text_.size()) Complain(at_, fmt::format("unexpected “{}”", text_[at_]));
    if (!failed_ && !may_be_empty && CanBeEmpty(node)) Complain(0, "the pattern can match nothing");
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
    if (!field.empty() && looking_) Complain(at, "a look ahead captures nothing");
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
    while (end < text_.size() && IsNameByte(text_[end])) ++end;
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
        if (text_.substr(at_).starts_with("(?")) return Look();
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
      case '@':
        return Part();
      default:
        Complain(at_, "here must stand <kind>, \"word\", (, @part or .");
        return {};
    }
  }

  // (?= … ) or (?! … ): what must follow or must not.
  PatternNode Look() {
    size_t open = at_;
    char sign = open + 2 < text_.size() ? text_[open + 2] : '\0';
    if (sign != '=' && sign != '!') {
      Complain(open, "a look ahead is (?= … ) or (?! … )");
      return {};
    }
    if (std::exchange(looking_, true)) {
      Complain(open, "a look ahead inside a look ahead");
      return {};
    }
    at_ += 3;
    PatternNode node{.type = PatternNode::Type::kLook, .negated = sign == '!', .at = open};
    node.children.push_back(Alternation());
    looking_ = false;
    if (!failed_ && !Take(')')) Complain(open, "this bracket is not closed");
    if (!failed_ && CanBeEmpty(node.children.front())) Complain(open, "the look ahead can match nothing");
    return node;
  }

  PatternNode Part() {
    const size_t open = at_++;
    while (at_ < text_.size() && IsNameByte(text_[at_])) ++at_;
    const std::string_view name = text_.substr(open + 1, at_ - open - 1);
    const auto found = parts_.find(name);
    if (found == parts_.end()) {
      std::set<std::string> known;
      for (const auto& [known_name, node] : parts_) known.insert(known_name);
      Complain(open, fmt::format("no part is called “{}”{}", name, Suggestion(name, known, "“", "”")));
      return {};
    }
    Content content;
    AddContent(found->second, content);
    nodes_ += content.nodes;
    if (nodes_ > kMostNodes) Complain(open, "the parts make this pattern too long");
    if (looking_ && content.captures) Complain(open, "a look ahead captures nothing, and this part does");
    if (looking_ && content.looks) Complain(open, "a look ahead inside a look ahead, by this part");
    if (failed_) return {};
    PatternNode node = found->second;
    PlaceAt(node, open, name);
    return node;
  }

  PatternNode Set() {
    size_t open = at_++;
    PatternNode node{.type = PatternNode::Type::kSet, .at = open};
    node.negated = Take('^');
    do {
      std::vector<KindTest> term;
      do {
        KindTest test{.kind = "", .negated = Take('^')};
        SkipBlanks();
        test.at = at_;
        test.kind = KindName();
        term.push_back(std::move(test));
      } while (!failed_ && Take('&'));
      node.terms.push_back(std::move(term));
    } while (!failed_ && Take('|'));
    if (!failed_ && !Take('>')) Complain(open, "this < is not closed");
    UnderstandNeither(node);
    return node;
  }

  // <^a&^b>: where another kind of a lone term is negated too, the first '^' is that of its kind.
  static void UnderstandNeither(PatternNode& set) {
    if (!set.negated || set.terms.size() != 1) return;
    auto& tests = set.terms.front();
    if (std::none_of(tests.begin() + 1, tests.end(), [](const KindTest& test) { return test.negated; }))
      return;
    set.negated = false;
    tests.front().negated = !tests.front().negated;
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
    while (at_ < text_.size() && IsNameByte(text_[at_])) ++at_;
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
          {KindTest{fmt::format("\"{}\"", token.span().In(inside)), false, open + 1 + token.begin, {}}});
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

  std::string_view text_;
  const PatternParts& parts_;
  size_t at_ = 0;
  size_t nodes_ = 0;  // that parts brought
  int depth_ = 0;
  bool looking_ = false;
  bool failed_ = false;
  PatternError error_;
};

}  // namespace

bool CanBeEmpty(const PatternNode& node) {
  switch (node.type) {
    case PatternNode::Type::kSet:
    case PatternNode::Type::kAny:
      return false;
    case PatternNode::Type::kLook:
      return true;
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

tl::expected<PatternNode, PatternError> ParsePattern(std::string_view text, const PatternParts& parts) {
  return Parser(text, parts).Parse(false);
}

tl::expected<PatternNode, PatternError> ParsePart(std::string_view text, const PatternParts& parts) {
  return Parser(text, parts).Parse(true);
}

}  // namespace acta
