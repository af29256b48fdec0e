#include "extractors/engine/regex_head.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "extractors/engine/utf.h"

namespace acta {
namespace {

// The offsets at which a part of the expression may begin or end, as bits; those past the head are dropped. First
// those behind anything, then those behind an ASCII letter: where a match ends there, a word ends. The last bit:
// still in the run behind which the offsets are counted.
using Offsets = unsigned;
constexpr Offsets kInHead = (1u << kHeadBytes) - 1;
constexpr unsigned kBehindLetter = kHeadBytes;  // by so many bits
constexpr Offsets kInRun = 1u << 2 * kHeadBytes;
constexpr char32_t kAscii = 0x80;

Offsets Places(Offsets from) { return (from | from >> kBehindLetter) & kInHead; }

bool IsLetter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

class HeadReader {
 public:
  HeadReader(std::string_view regex, HeadFrom from) : text_(regex), run_(from) {}

  HeadBytes Read() {
    const Offsets start = run_ == HeadFrom::kStart ? 1 : kInRun;
    Offsets ends = Alternation(start);
    if (gave_up_ || at_ < text_.size()) ends = 1;
    End(ends);
    return heads_;
  }

 private:
  bool More() const { return at_ < text_.size(); }
  bool Takes(std::string_view what) {
    if (!text_.substr(at_).starts_with(what)) return false;
    at_ += what.size();
    return true;
  }

  // From these offsets on there may be any byte.
  Offsets Unknown(Offsets from) {
    const Offsets places = Places(from);
    bool open = (from & kInRun) != 0;
    for (size_t o = 0; o < kHeadBytes; ++o) {
      open = open || (places >> o & 1);
      if (open) heads_[o].set();
    }
    return 0;
  }

  // Anything may stand behind a match; but it counts only where it ends with a word.
  void End(Offsets ends) {
    Unknown(ends & (kInHead | kInRun));
    for (size_t o = 0; o < kHeadBytes; ++o) {
      if ((ends >> kBehindLetter >> o & 1) == 0) continue;
      for (char32_t b = 0; b < 256; ++b) {
        if (!IsLetter(b)) heads_[o].set(b);
      }
      if (o + 1 < kHeadBytes) Unknown(2u << o);
    }
  }

  Offsets GiveUp() {
    at_ = text_.size();
    gave_up_ = true;
    return 0;
  }

  // Whether the run goes on with an ASCII character; others may belong to it or end it.
  bool GoesOn(char32_t c) const {
    if (run_ == HeadFrom::kBehindDigits) return c >= '0' && c <= '9';
    return IsLetter(c);
  }

  // One character of [first, last].
  Offsets Range(Offsets from, char32_t first, char32_t last) {
    Offsets out = Bytes(Places(from), first, last);
    if ((from & kInRun) == 0) return out;
    for (char32_t c = first; c < kAscii && c <= last; ++c) {
      if (GoesOn(c)) out |= kInRun;
      if (!GoesOn(c)) out |= Bytes(1, c, c);
      if (c == '\'') out |= kInRun;  // one that begins a word is a part of it
    }
    if (last >= kAscii) out |= kInRun | Bytes(1, std::max(first, kAscii), last);
    return out;
  }

  // Any letter, ASCII or not; or any character.
  Offsets AnyLetter(Offsets from) { return Range(from, 'A', 'Z') | Range(from, 'a', 'z') | Foreign(from); }
  Offsets AnyCharacter(Offsets from) { return Range(from, 0, kAscii - 1) | Foreign(from); }

  // Any character that is not ASCII: two to four bytes.
  Offsets Foreign(Offsets from) {
    Offsets out = from & kInRun, at = Places(from) | (out != 0 ? 1 : 0);
    for (size_t i = 0; i < U8_MAX_LENGTH; ++i, at <<= 1) {
      for (size_t o = 0; o < kHeadBytes; ++o) {
        if ((at >> o & 1) == 0) continue;
        for (size_t b = i == 0 ? 0xC2 : 0x80; b < (i == 0 ? 0xF5u : 0xC0u); ++b) heads_[o].set(b);
      }
      if (i > 0) out |= at << 1 & kInHead;
    }
    return out;
  }

  // A character of [first, last] at these offsets.
  Offsets Bytes(Offsets from, char32_t first, char32_t last) {
    if (from == 0) return 0;
    Offsets out = 0;
    for (char32_t begin = first; begin <= last;) {
      if (++steps_ > kMostSteps) return GiveUp();
      // Characters of as many bytes as `begin`, with the same first bytes but for the last of them.
      char32_t end =
          begin < kAscii ? std::min<char32_t>(last, kAscii - 1) : std::min<char32_t>(last, begin | 0x3F);
      std::string low, high;
      AppendUtf8(begin, low);
      AppendUtf8(end, high);
      for (size_t o = 0; o < kHeadBytes; ++o) {
        if (!(from >> o & 1)) continue;
        for (size_t i = 0; i < low.size() && o + i < kHeadBytes; ++i) {
          for (int b = static_cast<uint8_t>(low[i]); b <= static_cast<uint8_t>(high[i]); ++b)
            heads_[o + i].set(static_cast<size_t>(b));
        }
      }
      const Offsets behind = from << low.size() & kInHead;
      for (char32_t c = begin; c <= end && c < kAscii; ++c)
        out |= IsLetter(c) ? behind << kBehindLetter : behind;
      if (end >= kAscii) out |= behind;
      begin = end + 1;
    }
    return out;
  }

  Offsets Alternation(Offsets from) {
    Offsets out = Sequence(from);
    while (More() && text_[at_] == '|') {
      ++at_;
      out |= Sequence(from);
    }
    return out;
  }

  Offsets Sequence(Offsets from) {
    while (More() && text_[at_] != '|' && text_[at_] != ')') from = Repeated(from);
    return from;
  }

  Offsets Repeated(Offsets from) {
    size_t begin = at_;
    Offsets after = Atom(from);
    if (!More()) return after;
    int min = 1;
    bool more = false;
    switch (text_[at_]) {
      case '?':
        min = 0;
        break;
      case '*':
        min = 0, more = true;
        break;
      case '+':
        more = true;
        break;
      case '{': {
        size_t close = text_.find('}', at_);
        std::string_view bounds = text_.substr(at_, close - at_);
        if (close == text_.npos || bounds.size() < 2) return GiveUp();
        min = bounds[1] == '0' && (bounds.size() == 2 || bounds[2] == ',') ? 0 : 1;
        more = true;
        at_ = close;
        break;
      }
      default:
        return after;
    }
    size_t end = ++at_;
    if (min == 0) after |= from;
    // As often as the head is long; fewer times are allowed too, which only adds bytes.
    for (size_t i = run_ == HeadFrom::kStart ? 1 : 0; more && i < kHeadBytes && !gave_up_; ++i) {
      at_ = begin;
      after |= Atom(after);
      if (!gave_up_) at_ = end;
    }
    if (More() && text_[at_] == '?') ++at_;  // lazy
    return after;
  }

  Offsets Atom(Offsets from) {
    if (++steps_ > kMostSteps || at_ >= text_.size()) return GiveUp();
    char c = text_[at_];
    switch (c) {
      case '(': {
        ++at_;
        if (Takes("?")) {
          if (Takes("P<")) {
            at_ = text_.find('>', at_);
            if (at_ == text_.npos) return GiveUp();
            ++at_;
          } else if (!Takes(":")) {
            return GiveUp();  // flags
          }
        }
        if (++depth_ > kDeepest) return GiveUp();
        Offsets out = Alternation(from);
        --depth_;
        if (!Takes(")")) return GiveUp();
        return out;
      }
      case '[':
        return Class(from);
      case '\\':
        return Escape(from);
      case '.':
        ++at_;
        return Unknown(from);
      case '^':
      case '$':
        ++at_;
        return from;
      default: {
        char32_t letter = Letter();
        return Range(from, letter, letter);
      }
    }
  }

  char32_t Letter() {
    UChar32 letter;
    auto i = static_cast<int32_t>(at_);
    U8_NEXT_OR_FFFD(text_.data(), i, static_cast<int32_t>(text_.size()), letter);
    at_ = static_cast<size_t>(i);
    return static_cast<char32_t>(letter);
  }

  // The character of \x{…} or \xHH or of an escaped mark; 0 for what is none of them.
  char32_t EscapedLetter() {
    if (Takes("\\x{")) {
      size_t close = text_.find('}', at_);
      if (close == text_.npos) return 0;
      std::string digits(text_.substr(at_, close - at_));
      at_ = close + 1;
      return static_cast<char32_t>(std::strtoul(digits.c_str(), nullptr, 16));
    }
    if (at_ + 1 >= text_.size()) return 0;
    auto mark = static_cast<unsigned char>(text_[at_ + 1]);
    if (mark >= 0x80 || std::isalnum(mark)) return 0;
    at_ += 2;
    return mark;
  }

  Offsets Escape(Offsets from) {
    if (Takes("\\d")) return Range(from, '0', '9');
    if (Takes("\\s")) return Range(from, '\t', '\r') | Range(from, ' ', ' ');
    if (Takes("\\b")) return from;
    if (Takes("\\p")) {  // a class of Unicode: L, {Lu}, {Cyrillic}
      const bool letters = text_.substr(at_).starts_with("L") || text_.substr(at_).starts_with("{L");
      if (!Takes("{")) {
        ++at_;
      } else if (at_ = text_.find('}', at_); at_ == text_.npos || !Takes("}")) {
        return GiveUp();
      }
      return letters ? AnyLetter(from) : AnyCharacter(from);
    }
    char32_t letter = EscapedLetter();
    return letter == 0 ? GiveUp() : Range(from, letter, letter);
  }

  Offsets Class(Offsets from) {
    ++at_;
    if (More() && text_[at_] == '^') return GiveUp();
    Offsets out = 0;
    for (bool first = true; More() && (first || text_[at_] != ']'); first = false) {
      if (text_[at_] == '[') return GiveUp();  // [:alpha:]
      if (Takes("\\d")) {
        out |= Range(from, '0', '9');
        continue;
      }
      if (Takes("\\s")) {
        out |= Range(from, '\t', '\r') | Range(from, ' ', ' ');
        continue;
      }
      char32_t low = text_[at_] == '\\' ? EscapedLetter() : Letter();
      char32_t high = low;
      if (at_ + 1 < text_.size() && text_[at_] == '-' && text_[at_ + 1] != ']') {
        ++at_;
        high = text_[at_] == '\\' ? EscapedLetter() : Letter();
      }
      if (low == 0 || high == 0) return GiveUp();
      out |= Range(from, low, high);
    }
    if (!Takes("]")) return GiveUp();
    return out;
  }

  static constexpr int kDeepest = 50;
  static constexpr int kMostSteps = 20'000;  // repetitions inside repetitions are read again and again

  std::string_view text_;
  HeadFrom run_;
  size_t at_ = 0;
  int depth_ = 0, steps_ = 0;
  bool gave_up_ = false;
  HeadBytes heads_{};
};

}  // namespace

HeadBytes HeadBytesOf(std::string_view regex, HeadFrom from) { return HeadReader(regex, from).Read(); }

std::string_view LeadingGroupOf(std::string_view regex) {
  constexpr std::string_view kOpen = "(?P<";
  size_t close_name = regex.find('>');
  if (!regex.starts_with(kOpen) || close_name == regex.npos) return {};
  int depth = 0;
  size_t end = 0;  // of the group
  for (size_t i = 0; i < regex.size(); ++i) {
    if (regex[i] == '\\') {
      ++i;
    } else if (regex[i] == '[') {
      i = regex.find(']', i + 2);  // a bracket that stands first is a member
      while (i != regex.npos && regex[i - 1] == '\\') i = regex.find(']', i + 1);
      if (i == regex.npos) return {};
    } else if (regex[i] == '(') {
      ++depth;
    } else if (regex[i] == ')') {
      if (--depth == 0 && end == 0) end = i + 1;
    } else if (regex[i] == '|' && depth == 0) {
      return {};
    }
  }
  std::string_view rest = regex.substr(end);
  if (end == 0 || (!rest.empty() && std::string_view("?*+{").find(rest.front()) != rest.npos)) return {};
  if (!rest.empty()) {
    const HeadBytes heads = HeadBytesOf(rest);
    for (size_t b = 0; b < 256; ++b) {
      bool of_word = b >= 0x80 || std::isalnum(static_cast<int>(b)) || b == '\'';
      if (of_word && heads[0].test(b)) return {};
    }
  }
  return regex.substr(kOpen.size(), close_name - kOpen.size());
}

}  // namespace acta
