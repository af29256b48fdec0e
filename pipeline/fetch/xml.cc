#include "pipeline/fetch/xml.h"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

struct Strict {
  XmlHandler* handler;
  XML_Parser parser;
};

void XMLCALL OnStart(void* data, const XML_Char* name, const XML_Char** pairs) {
  auto* strict = static_cast<Strict*>(data);
  XmlAttributes attributes;
  for (; pairs[0] != nullptr; pairs += 2) attributes.emplace_back(pairs[0], pairs[1]);
  if (!strict->handler->Start(name, attributes)) XML_StopParser(strict->parser, XML_FALSE);
}

void XMLCALL OnEnd(void* data, const XML_Char* name) { static_cast<Strict*>(data)->handler->End(name); }

void XMLCALL OnText(void* data, const XML_Char* text, int size) {
  static_cast<Strict*>(data)->handler->Text({text, static_cast<size_t>(size)});
}

bool IsNameStart(char c) {
  return ascii::IsAlpha(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}
bool IsNameChar(char c) { return IsNameStart(c) || ascii::IsDigit(c) || c == '-' || c == '.'; }

std::string_view NameAt(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && IsNameChar(text[end])) ++end;
  return text.substr(at, end - at);
}

// The lenient reader: one pass, a stack of open names.
class Soup {
 public:
  Soup(std::string_view text, XmlHandler& handler, bool html) : text_(text), handler_(handler), html_(html) {}

  void Read() {
    while (at_ < text_.size() && !stopped_) {
      size_t tag = text_.find('<', at_);
      if (tag > at_) EmitText(text_.substr(at_, tag - at_));
      if (tag == std::string_view::npos) return;
      at_ = tag;
      ReadMarkup();
    }
  }

 private:
  void EmitText(std::string_view raw) { handler_.Text(DecodeEntities(raw)); }

  // Moves behind `closing`, or to the end of the text when it is not there.
  std::string_view TakeUntil(size_t from, std::string_view closing) {
    size_t end = text_.find(closing, from);
    at_ = end == std::string_view::npos ? text_.size() : end + closing.size();
    return text_.substr(from, end == std::string_view::npos ? end : end - from);
  }

  void ReadMarkup() {
    std::string_view rest = text_.substr(at_);
    if (rest.starts_with("<![CDATA[")) {
      handler_.Text(TakeUntil(at_ + 9, "]]>"));
    } else if (rest.starts_with("<!--")) {
      TakeUntil(at_ + 4, "-->");
    } else if (rest.starts_with("<?") || rest.starts_with("<!")) {
      TakeUntil(at_ + 2, ">");
    } else if (rest.size() > 2 && rest[1] == '/' && IsNameStart(rest[2])) {
      std::string name = Name(at_ + 2);
      TakeUntil(at_ + 2, ">");
      Close(name);
    } else if (rest.size() > 1 && IsNameStart(rest[1])) {
      ReadStartTag();
    } else {
      handler_.Text("<");
      ++at_;
    }
  }

  void ReadStartTag() {
    std::string name = Name(at_ + 1);
    at_ += 1 + name.size();
    XmlAttributes attributes;
    bool empty = false;
    while (at_ < text_.size() && text_[at_] != '>') {
      if (text_[at_] == '<') break;  // the '>' is missing: the next tag begins
      empty = text_[at_] == '/';
      if (IsNameStart(text_[at_])) {
        ReadAttribute(attributes);
      } else {
        ++at_;
      }
    }
    if (at_ < text_.size() && text_[at_] == '>') ++at_;
    stopped_ = !handler_.Start(name, attributes);
    if (html_ && (name == "script" || name == "style")) SkipRawText(name);
    if (empty || (html_ && IsVoid(name))) {
      handler_.End(name);
    } else {
      open_.push_back(std::move(name));
    }
  }

  std::string Name(size_t at) const {
    std::string name(NameAt(text_, at));
    return html_ ? ascii::Lower(name) : name;
  }

  static bool IsVoid(std::string_view name) {
    static constexpr std::string_view kVoid[] = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                 "input", "link", "meta", "param", "source", "track", "wbr"};
    return std::find(std::begin(kVoid), std::end(kVoid), name) != std::end(kVoid);
  }

  void SkipRawText(const std::string& name) {
    size_t end = ascii::FindIgnoreCase(text_.substr(at_), "</" + name);
    at_ = end == std::string_view::npos ? text_.size() : at_ + end;
  }

  void ReadAttribute(XmlAttributes& attributes) {
    std::string name = Name(at_);
    at_ += name.size();
    SkipSpace();
    if (at_ >= text_.size() || text_[at_] != '=') return;
    ++at_;
    SkipSpace();
    if (at_ >= text_.size()) return;
    char quote = text_[at_];
    size_t begin = quote == '"' || quote == '\'' ? at_ + 1 : at_;
    size_t end = begin > at_ ? text_.find(quote, begin) : text_.find_first_of(" \t\r\n>", begin);
    end = std::min(end, text_.size());
    attributes.emplace_back(std::move(name), DecodeEntities(text_.substr(begin, end - begin)));
    at_ = begin > at_ ? std::min(end + 1, text_.size()) : end;
  }

  void SkipSpace() {
    while (at_ < text_.size() && ascii::IsSpace(text_[at_])) ++at_;
  }

  void Close(std::string_view name) {
    // Looks back a bounded way, so that endless unmatched tags stay linear.
    size_t floor = open_.size() > 64 ? open_.size() - 64 : 0;
    for (size_t i = open_.size(); i > floor; --i) {
      if (open_[i - 1] != name) continue;
      while (open_.size() >= i) {
        handler_.End(open_.back());
        open_.pop_back();
      }
      return;
    }
  }

  std::string_view text_;
  XmlHandler& handler_;
  bool html_;
  size_t at_ = 0;
  std::vector<std::string> open_;
  bool stopped_ = false;
};

}  // namespace

Result<bool> ReadXml(std::string_view text, XmlHandler& handler) {
  std::unique_ptr<std::remove_pointer_t<XML_Parser>, FreeParser> parser(XML_ParserCreate("UTF-8"));
  Strict strict{&handler, parser.get()};
  XML_SetUserData(parser.get(), &strict);
  XML_SetElementHandler(parser.get(), OnStart, OnEnd);
  XML_SetCharacterDataHandler(parser.get(), OnText);
  constexpr size_t kPiece = 1 << 20;  // Expat counts in int
  for (size_t at = 0; at < text.size() || at == 0; at += kPiece) {
    std::string_view piece = text.substr(at, kPiece);
    bool last = at + kPiece >= text.size();
    if (XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()), last) != XML_STATUS_ERROR)
      continue;
    return Fail("bad_xml", "line " + std::to_string(XML_GetCurrentLineNumber(parser.get())) + ", column " +
                               std::to_string(XML_GetCurrentColumnNumber(parser.get()) + 1) + ": " +
                               XML_ErrorString(XML_GetErrorCode(parser.get())));
  }
  return true;
}

void ReadBrokenXml(std::string_view text, XmlHandler& handler) { Soup(text, handler, /*html=*/false).Read(); }

void ReadHtml(std::string_view text, XmlHandler& handler) { Soup(text, handler, /*html=*/true).Read(); }

}  // namespace acta
