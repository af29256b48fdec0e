#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/xml.h"

namespace acta {
namespace {

// HTML 4, section 24.2.1: the names of U+00A0 … U+00FF in order.
constexpr std::array<std::string_view, 96> kLatin1 = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr struct {
  std::string_view name;
  uint32_t code;
} kOthers[] = {
    {"amp", '&'},       {"lt", '<'},        {"gt", '>'},        {"quot", '"'},      {"apos", '\''},
    {"ndash", 0x2013},  {"mdash", 0x2014},  {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"sbquo", 0x201A},
    {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"bdquo", 0x201E},  {"hellip", 0x2026}, {"bull", 0x2022},
    {"lsaquo", 0x2039}, {"rsaquo", 0x203A}, {"euro", 0x20AC},   {"trade", 0x2122},  {"minus", 0x2212},
    {"ensp", 0x2002},   {"emsp", 0x2003},   {"thinsp", 0x2009}, {"zwnj", 0x200C},   {"zwj", 0x200D},
    {"lrm", 0x200E},    {"rlm", 0x200F},    {"scaron", 0x0161}, {"Scaron", 0x0160}, {"oelig", 0x0153},
    {"OElig", 0x0152},  {"numero", 0x2116}, {"rarr", 0x2192},   {"larr", 0x2190}};

std::optional<uint32_t> NamedEntity(std::string_view name) {
  for (const auto& entry : kOthers) {
    if (entry.name == name) return entry.code;
  }
  auto at = std::find(kLatin1.begin(), kLatin1.end(), name);
  if (at == kLatin1.end()) return std::nullopt;
  return static_cast<uint32_t>(0xA0 + (at - kLatin1.begin()));
}

std::optional<uint32_t> NumericEntity(std::string_view digits) {
  int base = 10;
  if (!digits.empty() && ascii::Lower(digits[0]) == 'x') {
    base = 16;
    digits.remove_prefix(1);
  }
  uint32_t code = 0;
  auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, base);
  if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  bool surrogate = code >= 0xD800 && code < 0xE000;
  bool control = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
  if (surrogate || control || code > 0x10FFFF) return 0xFFFD;
  return code;
}

void AppendUtf8(std::string& out, uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    out += static_cast<char>(0xE0 | code >> 12);
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | code >> 18);
    out += static_cast<char>(0x80 | (code >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (code & 0x3F));
  }
}

}  // namespace

std::string DecodeEntities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size(); ++i) {
    std::optional<uint32_t> code;
    size_t end =
        text[i] == '&' ? text.substr(0, std::min(text.size(), i + 12)).find(';', i) : std::string_view::npos;
    if (end != std::string_view::npos) {
      std::string_view name = text.substr(i + 1, end - i - 1);
      code = name.starts_with('#') ? NumericEntity(name.substr(1)) : NamedEntity(name);
    }
    if (!code) {
      out += text[i];
      continue;
    }
    AppendUtf8(out, *code);
    i = end;
  }
  return out;
}

std::string PlainTextOfHtml(std::string_view html) {
  std::string bare;
  for (size_t i = 0; i < html.size(); ++i) {
    bool tag = html[i] == '<' && i + 1 < html.size() &&
               (ascii::IsAlpha(html[i + 1]) || html[i + 1] == '/' || html[i + 1] == '!');
    size_t end = tag ? html.find('>', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      bare += html[i];
    } else {
      bare += ' ';
      i = end;
    }
  }
  std::string decoded = DecodeEntities(bare), out;
  for (size_t i = 0; i < decoded.size(); ++i) {
    bool no_break = decoded.compare(i, 2, "\xC2\xA0") == 0;
    if (no_break) ++i;
    if (no_break || ascii::IsSpace(decoded[i])) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (static_cast<unsigned char>(decoded[i]) >= 0x20 && decoded[i] != 0x7F) {
      out += decoded[i];
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

}  // namespace acta
