#include "pipeline/clean/charset.h"

#include <uchardet.h>
#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

#include "pipeline/clean/legacy_vietnamese.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

struct Label {
  std::string_view label;
  std::string_view encoding;
};

// Labels whose WHATWG encoding is not what their name says, or that ICU does not know (Encoding 4.2).
constexpr std::array<Label, 24> kLabels = {{
    {"utf8", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"utf-16", "utf-16le"},
    {"unicode", "utf-16le"},
    {"ucs-2", "utf-16le"},
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"ascii", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"x-cp1251", "windows-1251"},
    {"cp1251", "windows-1251"},
    {"win-1251", "windows-1251"},
    {"cp1258", "windows-1258"},
    {"x-cp1258", "windows-1258"},
    {"koi8", "koi8-r"},
    {"koi", "koi8-r"},
    {"cp866", "ibm866"},
    {"866", "ibm866"},
    {"iso-8859-9", "windows-1254"},
    {"gb2312", "gbk"},
    {"ks_c_5601-1987", "windows-949"},
    {"euc-kr", "windows-949"},
}};

std::string EncodingOf(std::string_view label) {
  std::string name = AsciiLower(Trim(label));
  for (const Label& known : kLabels) {
    if (known.label == name) return std::string(known.encoding);
  }
  return name;
}

std::string CharsetOf(std::string_view content_type) {
  std::string lower = AsciiLower(content_type);
  size_t at = lower.find("charset");
  if (at == lower.npos) return "";
  at = lower.find_first_not_of(" \t", at + 7);
  if (at == lower.npos || lower[at] != '=') return "";
  at = lower.find_first_not_of(" \t\"'", at + 1);
  if (at == lower.npos) return "";
  return EncodingOf(std::string_view(lower).substr(at, lower.find_first_of(" \t\"';,>/", at) - at));
}

// --- Decoding ---

struct Utf8Check {
  size_t multibyte = 0;  // well-formed sequences of more than one byte
  size_t malformed = 0;
};

Utf8Check CheckUtf8(std::string_view bytes) {
  Utf8Check check;
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  auto size = static_cast<int32_t>(bytes.size());
  for (int32_t i = 0; i < size;) {
    uint64_t eight;
    if (i + 8 <= size && (std::memcpy(&eight, data + i, 8), (eight & 0x8080808080808080) == 0)) {
      i += 8;  // ASCII
      continue;
    }
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    UChar32 c;
    U8_NEXT(data, i, size, c);
    ++(c < 0 ? check.malformed : check.multibyte);
  }
  return check;
}

// Malformed sequences become U+FFFD, one for each maximal part (Encoding 4.1).
std::string RepairUtf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  auto size = static_cast<int32_t>(bytes.size());
  for (int32_t i = 0; i < size;) {
    int32_t begin = i;
    UChar32 c;
    U8_NEXT(data, i, size, c);
    if (c < 0) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(bytes.substr(static_cast<size_t>(begin), static_cast<size_t>(i - begin)));
    }
  }
  return out;
}

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// nullopt when ICU does not know the encoding.
std::optional<std::string> Convert(std::string_view bytes, const std::string& encoding) {
  if (encoding == "utf-8") return RepairUtf8(bytes);
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(encoding.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  std::vector<UChar> wide(bytes.size() + 16);
  UChar* target = wide.data();
  const char* source = bytes.data();
  ucnv_toUnicode(converter.get(), &target, wide.data() + wide.size(), &source, bytes.data() + bytes.size(),
                 nullptr, true, &status);
  if (U_FAILURE(status)) return std::nullopt;
  auto wide_size = static_cast<int32_t>(target - wide.data());
  std::string out(static_cast<size_t>(wide_size) * 3, '\0');
  int32_t size = 0;
  u_strToUTF8WithSub(out.data(), static_cast<int32_t>(out.size()), &size, wide.data(), wide_size, 0xFFFD,
                     nullptr, &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<size_t>(size));
  return out;
}

std::string Detect(std::string_view bytes) {
  struct Closer {
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
  };
  std::unique_ptr<std::remove_pointer_t<uchardet_t>, Closer> detector(uchardet_new());
  constexpr size_t kSample = 200'000;
  if (uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), kSample)) != 0) return "";
  uchardet_data_end(detector.get());
  return EncodingOf(uchardet_get_charset(detector.get()));
}

// --- Is what came out a text? ---

struct Salad {
  size_t letters = 0;       // beyond ASCII
  size_t replacements = 0;  // U+FFFD
  size_t controls = 0;      // C0 and C1, white space aside
  size_t case_jumps = 0;    // a small letter, then a capital, inside a word
  size_t cyrillic = 0;
  size_t capitals = 0;       // Cyrillic
  size_t latin_accents = 0;  // Latin letters U+00C0 … U+017F
  size_t accent_pairs = 0;   // two of those in a row
  size_t symbols = 0;        // U+00A1 … U+00BF but for « » ° §
  size_t characters = 0;
};

Salad Taste(std::string_view text) {
  Salad salad;
  const auto* data = reinterpret_cast<const uint8_t*>(text.data());
  auto size = static_cast<int32_t>(std::min<size_t>(text.size(), 400'000));
  bool was_small = false;
  bool was_accent = false;
  for (int32_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT(data, i, size, c);
    ++salad.characters;
    if (c < 0x80 && c >= 0) {
      if (c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') ++salad.controls;
      was_small = was_accent = false;
      continue;
    }
    if (c < 0 || c == 0xFFFD) {
      ++salad.replacements;
    } else if (c < 0xA0) {
      ++salad.controls;
    }
    salad.symbols += c > 0xA0 && c < 0xC0 && c != 0xAB && c != 0xBB && c != 0xB0 && c != 0xA7;
    bool accent = c >= 0xC0 && c <= 0x17F;
    bool cyrillic = c >= 0x400 && c <= 0x4FF;
    if (accent || cyrillic || c > 0x17F) ++salad.letters;
    bool capital = cyrillic && ((c >= 0x410 && c <= 0x42F) || c < 0x410);
    if (capital && was_small) ++salad.case_jumps;
    salad.cyrillic += cyrillic;
    salad.capitals += capital;
    was_small = cyrillic && !capital;
    if (accent) ++salad.latin_accents;
    if (accent && was_accent) ++salad.accent_pairs;
    was_accent = accent;
  }
  return salad;
}

bool LooksLikeText(const Salad& salad) {
  if (salad.controls * 100 > salad.characters) return false;
  if (salad.replacements * 20 > salad.letters + salad.replacements && salad.replacements > 3) return false;
  if (salad.case_jumps * 10 > salad.letters && salad.case_jumps > 5) return false;
  if (salad.symbols * 3 > salad.letters + salad.symbols && salad.symbols > 30) return false;
  if (salad.capitals * 10 > salad.cyrillic * 6 && salad.cyrillic > 60)
    return false;  // koi8-r and 1251 swap case
  return !(salad.accent_pairs * 3 > salad.latin_accents && salad.accent_pairs > 20);
}

// Bytes of a file that was never text: zero bytes all over, or control characters.
bool LooksBinary(std::string_view bytes) {
  std::string_view head = bytes.substr(0, 4096);
  for (std::string_view magic : {"%PDF-", "\x89PNG", "GIF8", "PK\x03\x04", "\xFF\xD8\xFF", "\x1F\x8B",
                                 "\x7F"
                                 "ELF"}) {
    if (head.starts_with(magic)) return true;
  }
  size_t controls = 0;
  for (char c : head) {
    auto b = static_cast<unsigned char>(c);
    controls += b < 0x20 && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != 0x1B;
  }
  return controls * 20 > head.size();
}

// UTF-16 without a mark: nearly every second byte of markup is zero.
std::string Utf16ByZeros(std::string_view bytes) {
  std::string_view head = bytes.substr(0, 2048);
  size_t even = 0;
  size_t odd = 0;
  for (size_t i = 0; i < head.size(); ++i) (i % 2 == 0 ? even : odd) += head[i] == '\0';
  size_t half = head.size() / 2;
  if (half < 8) return "";
  if (odd * 10 > half * 2 && even * 50 < half) return "utf-16le";
  if (even * 10 > half * 2 && odd * 50 < half) return "utf-16be";
  return "";
}

struct Decoding {
  std::string encoding;
  const char* how;
};

Result<Decoded> Decode(std::string_view bytes, std::vector<Decoding> candidates) {
  Utf8Check utf8 = CheckUtf8(bytes);
  if (utf8.malformed == 0) {
    bool declared = !candidates.empty() && candidates[0].encoding == "utf-8";
    return Decoded{std::string(bytes), "utf-8", declared ? candidates[0].how : "utf-8 by its bytes"};
  }
  // A few broken bytes in an otherwise multi-byte text: still UTF-8.
  if (utf8.multibyte > 20 * utf8.malformed) return Decoded{RepairUtf8(bytes), "utf-8", "utf-8 by its bytes"};
  if (std::optional<std::string> latin = Convert(bytes, "windows-1252");
      latin && !LegacyVietnameseOf(*latin).empty()) {
    return Decoded{*std::move(latin), "windows-1252", "detected"};
  }
  candidates.push_back({"", "detected"});  // detection is done only when it is needed
  candidates.push_back({"windows-1251", "default"});
  candidates.push_back({"windows-1252", "default"});
  std::optional<Decoded> first;
  for (Decoding& candidate : candidates) {
    if (candidate.how == std::string_view("detected")) candidate.encoding = Detect(bytes);
    if (candidate.encoding.empty()) continue;
    if (candidate.encoding == "utf-8" && utf8.malformed > utf8.multibyte) continue;
    std::optional<std::string> text = Convert(bytes, candidate.encoding);
    if (!text) continue;
    Salad salad = Taste(*text);
    bool legacy = !LegacyVietnameseOf(*text).empty();
    if (LooksLikeText(salad) || legacy) return Decoded{std::move(*text), candidate.encoding, candidate.how};
    bool control = salad.controls * 100 > salad.characters;
    if (!first && !control) first = Decoded{std::move(*text), candidate.encoding, candidate.how};
  }
  if (!first) return Fail("not_text", "no character encoding makes text of these bytes");
  return *std::move(first);
}

// Byte order marks decide alone (Encoding 6.1).
std::optional<Decoded> DecodeByMark(std::string_view bytes) {
  struct Mark {
    std::string_view bytes, encoding;
  };
  static constexpr std::array<Mark, 3> kMarks = {
      {{"\xEF\xBB\xBF", "utf-8"}, {"\xFF\xFE", "utf-16le"}, {"\xFE\xFF", "utf-16be"}}};
  for (const Mark& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    std::optional<std::string> text = Convert(bytes.substr(mark.bytes.size()), std::string(mark.encoding));
    if (text) return Decoded{std::move(*text), std::string(mark.encoding), "bom"};
  }
  return std::nullopt;
}

Result<Decoded> DecodeAny(std::string_view bytes, std::string_view content_type, bool html) {
  if (bytes.empty()) return Fail("empty", "the page has no bytes");
  if (std::optional<Decoded> marked = DecodeByMark(bytes)) return *std::move(marked);
  if (std::string wide = Utf16ByZeros(bytes); !wide.empty()) {
    if (std::optional<std::string> text = Convert(bytes, wide))
      return Decoded{std::move(*text), wide, "detected"};
  }
  if (LooksBinary(bytes))
    return Fail("not_text",
                "the bytes are not text: " + std::to_string(bytes.size()) + " bytes of binary data");
  std::vector<Decoding> candidates;
  if (std::string http = CharsetOf(content_type); !http.empty()) candidates.push_back({http, "http"});
  if (std::string meta = html ? PrescanMeta(bytes) : ""; !meta.empty()) candidates.push_back({meta, "meta"});
  return Decode(bytes, std::move(candidates));
}

}  // namespace

std::string ToNfc(std::string text) {
  static const icu::Normalizer2* const nfc = [] {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
    return U_SUCCESS(status) ? instance : nullptr;
  }();
  if (!nfc) return text;
  UErrorCode status = U_ZERO_ERROR;
  if (nfc->isNormalizedUTF8(text, status) && U_SUCCESS(status)) return text;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  status = U_ZERO_ERROR;
  nfc->normalizeUTF8(0, text, sink, nullptr, status);
  return U_SUCCESS(status) ? out : text;
}

std::string ConvertLegacy(std::string& text) {
  std::string legacy = LegacyVietnameseOf(text);
  if (!legacy.empty()) text = ConvertLegacyVietnamese(text, legacy);
  return legacy;
}

Result<void> CheckReadable(std::string_view text, std::string_view legacy) {
  if (!IsUnreadableVietnamese(text, legacy)) return {};
  return Fail("not_text",
              "Vietnamese in an old font encoding that is none of TCVN3, VNI and windows-1258: "
              "its letters cannot be told");
}

std::string PrescanMeta(std::string_view bytes) {
  constexpr size_t kPrescan = 16'384;
  std::string head = AsciiLower(bytes.substr(0, kPrescan));
  for (size_t at = head.find("<meta"); at != head.npos; at = head.find("<meta", at + 5)) {
    std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    std::string charset = CharsetOf(tag);
    if (charset.starts_with("utf-16")) return "utf-8";  // it was read as ASCII just now (13.2.3.3, step 16)
    if (!charset.empty()) return charset;
  }
  if (head.starts_with("<?xml")) {
    size_t at = head.find("encoding=");
    if (at != head.npos && at < 200 && at + 10 < head.size()) {
      size_t end = head.find(head[at + 9], at + 10);
      if (end != head.npos) return EncodingOf(std::string_view(head).substr(at + 10, end - at - 10));
    }
  }
  return "";
}

Result<Decoded> DecodeHtml(std::string_view bytes, std::string_view content_type) {
  return DecodeAny(bytes, content_type, true);
}

Result<std::string> DecodeText(std::string_view bytes, std::string_view content_type) {
  Result<Decoded> decoded = DecodeAny(bytes, content_type, false);
  if (!decoded) return tl::unexpected(decoded.error());
  const std::string legacy = ConvertLegacy(decoded->text);
  std::string text = ToNfc(std::move(decoded->text));
  if (Result<void> readable = CheckReadable(text, legacy); !readable) return tl::unexpected(readable.error());
  return text;
}

}  // namespace acta
