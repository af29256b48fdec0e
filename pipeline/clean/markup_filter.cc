#include "pipeline/clean/markup_filter.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace acta {
namespace {

constexpr size_t kEnd = std::string_view::npos;

bool IsAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsBlank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }
bool EndsTagName(char c) { return IsBlank(c) || c == '/' || c == '>'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool StartsWithNoCase(std::string_view text, std::string_view lower) {
  if (text.size() < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if (Lower(text[i]) != lower[i]) return false;
  }
  return true;
}

template <size_t N>
bool OneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements whose content the tokenizer reads as text up to their own end tag.
constexpr std::array<std::string_view, 8> kRawText = {"script", "style",  "textarea", "title",
                                                      "xmp",    "iframe", "noembed",  "noframes"};
// Elements that stay open until they are closed: what a nesting bomb is made of.
constexpr std::array<std::string_view, 27> kContainers = {
    "div", "span", "b",      "i",     "u",    "em",      "strong",  "font",   "small",
    "big", "s",    "strike", "tt",    "code", "section", "article", "center", "blockquote",
    "ul",  "ol",   "dl",     "table", "form", "a",       "sub",     "sup",    "fieldset"};
// Start tags that end foreign content (13.2.6.5).
constexpr std::array<std::string_view, 12> kBreakOut = {"div", "p",  "span", "table", "ul",   "ol",
                                                        "h1",  "h2", "h3",   "img",   "body", "br"};

class Filter {
 public:
  Filter(std::string_view in, const FilterLimits& limits) : in_(in), limits_(limits) {}

  FilteredMarkup Run() {
    out_.markup.reserve(std::min(in_.size(), limits_.bytes) / 2);
    while (at_ < in_.size() && out_.markup.size() < limits_.bytes) {
      size_t open = Find('<', at_);
      Copy(at_, open == kEnd ? in_.size() : open);
      if (open == kEnd) break;
      at_ = open;
      Tag();
    }
    if (out_.markup.size() >= limits_.bytes && at_ < in_.size()) {
      out_.markup.resize(limits_.bytes);
      TrimPartialCharacter();
      out_.cut = "size";
    }
    return std::move(out_);
  }

 private:
  struct StartTag {
    std::string_view name;
    std::string_view type;      // value of the attribute `type`
    size_t end = 0;             // one past '>'
    size_t attributes_end = 0;  // where the kept attributes stop, when there are too many
    bool self_closing = false;
  };

  size_t Find(char c, size_t from) const {
    const void* hit = from < in_.size() ? std::memchr(in_.data() + from, c, in_.size() - from) : nullptr;
    return hit == nullptr ? kEnd : static_cast<size_t>(static_cast<const char*>(hit) - in_.data());
  }
  void Copy(size_t begin, size_t end) { out_.markup.append(in_.substr(begin, end - begin)); }

  void TrimPartialCharacter() {
    std::string& text = out_.markup;
    while (!text.empty() && (static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
    if (!text.empty() && static_cast<unsigned char>(text.back()) >= 0xC0) text.pop_back();
  }

  // At '<'.
  void Tag() {
    std::string_view rest = in_.substr(at_);
    if (rest.starts_with("<!--")) return CopyThrough("-->", 2);
    if (rest.starts_with("<![CDATA[") && foreign_ > 0) return CopyThrough("]]>", 9);
    if (rest.size() > 2 && rest[1] == '/' && IsAlpha(rest[2])) return End();
    if (rest.size() > 1 && IsAlpha(rest[1])) return Start();
    if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?' || rest[1] == '/')) return CopyThrough(">", 1);
    Copy(at_, at_ + 1);
    ++at_;
  }

  // Copies a construct that ends with `closing`, looked for from `skip` characters after its start.
  void CopyThrough(std::string_view closing, size_t skip) {
    size_t end = in_.find(closing, at_ + skip);
    end = end == kEnd ? in_.size() : end + closing.size();
    Copy(at_, end);
    at_ = end;
  }

  std::string_view NameAt(size_t begin) {
    size_t end = begin;
    while (end < in_.size() && !EndsTagName(in_[end])) ++end;
    size_t size = std::min<size_t>(end - begin, sizeof name_);
    for (size_t i = 0; i < size; ++i) name_[i] = Lower(in_[begin + i]);
    return std::string_view(name_, size);
  }

  void End() {
    std::string_view name = NameAt(at_ + 2);
    size_t close = Find('>', at_);
    size_t end = close == kEnd ? in_.size() : close + 1;
    if ((name == "svg" || name == "math") && foreign_ > 0) --foreign_;
    bool dropped = false;
    if (OneOf(name, kContainers)) {
      if (dropped_ > 0) {
        --dropped_;
        dropped = true;
      } else if (depth_ > 0) {
        --depth_;
      }
    }
    if (!dropped) Copy(at_, end);
    at_ = end;
  }

  void Start() {
    StartTag tag = ScanStart();
    if (OneOf(tag.name, kContainers) && !tag.self_closing) {
      if (depth_ >= limits_.depth) {
        ++dropped_;
        out_.cut = "depth";
        at_ = tag.end;
        return;
      }
      ++depth_;
    }
    CopyStart(tag);
    at_ = tag.end;
    if (foreign_ > 0 && OneOf(tag.name, kBreakOut)) foreign_ = 0;
    if ((tag.name == "svg" || tag.name == "math") && !tag.self_closing) ++foreign_;
    if (foreign_ > 0) return;
    if (OneOf(tag.name, kRawText)) Raw(tag);
    if (tag.name == "plaintext") {
      Copy(at_, in_.size());
      at_ = in_.size();
    }
  }

  void CopyStart(const StartTag& tag) {
    if (tag.attributes_end == 0) return Copy(at_, tag.end);
    Copy(at_, tag.attributes_end);
    out_.markup += '>';
    out_.cut = "attributes";
  }

  // Reads a start tag and its attributes (13.2.5.32 to 13.2.5.40).
  StartTag ScanStart() {
    StartTag tag;
    tag.name = NameAt(at_ + 1);
    size_t i = at_ + 1;
    while (i < in_.size() && !EndsTagName(in_[i])) ++i;
    for (int count = 0; i < in_.size(); ++count) {
      while (i < in_.size() && (IsBlank(in_[i]) || in_[i] == '/')) ++i;
      if (i >= in_.size() || in_[i] == '>') break;
      if (count == limits_.attributes) tag.attributes_end = i;
      i = ScanAttribute(i, tag);
    }
    tag.self_closing = i < in_.size() && in_[i - 1] == '/';
    tag.end = std::min(i + 1, in_.size());
    return tag;
  }

  size_t ScanAttribute(size_t i, StartTag& tag) {
    size_t name_begin = i++;
    while (i < in_.size() && !EndsTagName(in_[i]) && in_[i] != '=') ++i;
    std::string_view name = in_.substr(name_begin, i - name_begin);
    while (i < in_.size() && IsBlank(in_[i])) ++i;
    if (i >= in_.size() || in_[i] != '=') return i;
    ++i;
    while (i < in_.size() && IsBlank(in_[i])) ++i;
    if (i >= in_.size()) return i;
    size_t value_begin = i;
    size_t value_end = i;
    if (in_[i] == '"' || in_[i] == '\'') {
      value_begin = i + 1;
      value_end = std::min(Find(in_[i], value_begin), in_.size());
      i = std::min(value_end + 1, in_.size());
    } else {
      while (i < in_.size() && !IsBlank(in_[i]) && in_[i] != '>') ++i;
      value_end = i;
    }
    if (name.size() == 4 && StartsWithNoCase(name, "type")) {
      tag.type = in_.substr(value_begin, value_end - value_begin);
    }
    return i;
  }

  // After the start tag of a raw text element: keeps or cuts its body, leaves its end tag to the next turn.
  void Raw(const StartTag& tag) {
    bool script = tag.name == "script";
    size_t end = script ? ScriptEnd() : EndTagOf(tag.name, at_);
    std::string_view body = in_.substr(at_, end - at_);
    if (script && StartsWithNoCase(tag.type, "application/ld+json")) out_.json_ld.push_back(body);
    if (script && !StartsWithNoCase(tag.type, "application/ld+json") && body.size() > 1000)
      out_.scripts.push_back(body);
    if (!script && tag.name != "style") Copy(at_, end);
    at_ = end;
  }

  // Where "</name" stands next, or the end of the page.
  size_t EndTagOf(std::string_view name, size_t from) const {
    for (size_t open = Find('<', from); open != kEnd; open = Find('<', open + 1)) {
      if (IsEndTag(open, name)) return open;
    }
    return in_.size();
  }
  bool IsEndTag(size_t open, std::string_view name) const {
    size_t after = open + 2 + name.size();
    return after < in_.size() && in_[open + 1] == '/' && StartsWithNoCase(in_.substr(open + 2), name) &&
           EndsTagName(in_[after]);
  }
  bool IsStartTag(size_t open, std::string_view name) const {
    size_t after = open + 1 + name.size();
    return after < in_.size() && StartsWithNoCase(in_.substr(open + 1), name) && EndsTagName(in_[after]);
  }

  // Script data: after "<!--" a "<script" hides one "</script", until "-->" (13.2.5.20 to 13.2.5.31).
  size_t ScriptEnd() const {
    bool escaped = false;
    bool doubly = false;
    for (size_t i = at_; i < in_.size(); ++i) {
      if (!escaped) {
        i = Find('<', i);
        if (i == kEnd) return in_.size();
      }
      if (in_[i] == '<') {
        if (in_.substr(i, 4) == "<!--") {
          escaped = true;
          i += 1;
        } else if (IsEndTag(i, "script")) {
          if (!doubly) return i;
          doubly = false;
        } else if (escaped && IsStartTag(i, "script")) {
          doubly = true;
        }
      } else if (in_[i] == '-' && in_.substr(i, 3) == "-->") {
        escaped = doubly = false;
      }
    }
    // A comment that never closes does not swallow the page: the first end tag counts, as it does for people.
    return EndTagOf("script", at_);
  }

  std::string_view in_;
  FilterLimits limits_;
  FilteredMarkup out_;
  size_t at_ = 0;
  int depth_ = 0;
  int dropped_ = 0;
  int foreign_ = 0;
  char name_[16] = {};
};

}  // namespace

FilteredMarkup FilterMarkup(std::string_view markup, const FilterLimits& limits) {
  return Filter(markup, limits).Run();
}

}  // namespace acta
