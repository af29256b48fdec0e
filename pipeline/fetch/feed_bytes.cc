#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <zlib.h>

#include <memory>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/feed_parts.h"

namespace acta {
namespace {

constexpr size_t kMaxInflated = 64 << 20;

// RFC 1952. What a broken stream gave before it broke is kept: a cut sitemap still names pages.
Result<std::string> Gunzip(std::string_view bytes) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) return Fail("internal", "zlib cannot start");
  std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  std::string piece(64 * 1024, '\0');
  int status = Z_OK;
  while (status == Z_OK) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    status = inflate(&stream, Z_NO_FLUSH);
    size_t got = piece.size() - stream.avail_out;
    out.append(piece, 0, got);
    if (out.size() > kMaxInflated) return Fail("too_large", "the feed inflates to more than 64 MiB");
    if (got == 0 && status == Z_OK && stream.avail_in == 0) break;
  }
  if (out.empty()) return Fail("bad_feed", "the gzip data is broken");
  return out;
}

// The value of `name` in "text/xml; charset=utf-8" or `<?xml encoding='utf-8'?>`, quotes removed.
std::string_view Parameter(std::string_view text, std::string_view name) {
  size_t at = ascii::FindIgnoreCase(text, name);
  if (at == std::string_view::npos) return {};
  text.remove_prefix(at + name.size());
  text = ascii::Trim(text);
  if (text.empty() || text[0] != '=') return {};
  text = ascii::Trim(text.substr(1));
  if (!text.empty() && (text[0] == '"' || text[0] == '\'')) {
    char quote = text[0];
    text.remove_prefix(1);
    return text.substr(0, text.find(quote));
  }
  return text.substr(0, text.find_first_of("; \t?>"));
}

std::string_view DeclaredInXml(std::string_view bytes) {
  size_t at = bytes.substr(0, 1024).find("<?xml");
  if (at == std::string_view::npos) return {};
  std::string_view declaration = bytes.substr(at, 300);
  return Parameter(declaration.substr(0, declaration.find("?>")), "encoding");
}

// The WHATWG Encoding Standard reads these labels as their Windows supersets.
std::string ConverterName(std::string_view label) {
  std::string name = ascii::Lower(ascii::Trim(label));
  if (name == "iso-8859-1" || name == "latin1" || name == "us-ascii" || name == "ascii")
    return "windows-1252";
  if (name == "gb2312" || name == "gbk") return "gb18030";
  if (name == "utf8") return "utf-8";
  if (name == "cp1251" || name == "win-1251") return "windows-1251";
  return name;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Broken sequences become U+FFFD. "" when ICU does not know the charset.
std::string Decode(std::string_view bytes, std::string_view label) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(ConverterName(label).c_str(), &status));
  if (U_FAILURE(status)) return {};
  icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
  std::string out;
  if (U_SUCCESS(status)) text.toUTF8String(out);
  return out;
}

bool IsUtf8(std::string_view bytes) {
  for (size_t i = 0; i < bytes.size();) {
    auto lead = static_cast<unsigned char>(bytes[i]);
    size_t size = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (size == 0 || i + size > bytes.size()) return false;
    for (size_t k = 1; k < size; ++k) {
      if ((static_cast<unsigned char>(bytes[i + k]) & 0xC0) != 0x80) return false;
    }
    i += size;
  }
  return true;
}

std::string ToUtf8(std::string_view bytes, std::string_view content_type) {
  using namespace std::string_view_literals;
  struct {
    std::string_view mark, name;
  } static constexpr kMarks[] = {
      {"\xEF\xBB\xBF", "utf-8"},
      {"\xFF\xFE\0\0"sv, "utf-32le"},  // before that of UTF-16, which it begins with
      {"\0\0\xFE\xFF"sv, "utf-32be"},
      {"\xFF\xFE", "utf-16le"},
      {"\xFE\xFF", "utf-16be"}};
  for (const auto& [mark, name] : kMarks) {
    if (bytes.starts_with(mark)) {
      bytes.remove_prefix(mark.size());
      return name == "utf-8" && IsUtf8(bytes) ? std::string(bytes) : Decode(bytes, name);
    }
  }
  // Without a mark "<" or "<?" shows the width of a character (XML 1.0, appendix F).
  struct {
    std::string_view opening, name;
  } static constexpr kOpenings[] = {{"<\0\0\0"sv, "utf-32le"},
                                    {"\0\0\0<"sv, "utf-32be"},
                                    {"<\0?\0"sv, "utf-16le"},
                                    {"\0<\0?"sv, "utf-16be"},
                                    {"\x4C\x6F\xA7\x94"sv, "ibm-37"}};  // EBCDIC
  for (const auto& [opening, name] : kOpenings) {
    if (bytes.starts_with(opening)) return Decode(bytes, name);
  }
  // Servers add a charset to everything; bytes that are UTF-8 by their form are hardly ever anything else.
  if (IsUtf8(bytes)) {
    std::string declared = ConverterName(DeclaredInXml(bytes));
    if (!declared.starts_with("iso-2022") && declared != "hz-gb-2312" && declared != "utf-7")
      return std::string(bytes);
  }
  for (std::string_view label : {Parameter(content_type, "charset"), DeclaredInXml(bytes)}) {
    if (label.empty() || ascii::StartsWithIgnoreCase(label, "utf-") || ascii::EqualsIgnoreCase(label, "utf8"))
      continue;
    if (std::string text = Decode(bytes, label); !text.empty()) return text;
  }
  bool said_utf8 = ascii::FindIgnoreCase(DeclaredInXml(bytes), "utf") != std::string_view::npos;
  return Decode(bytes, said_utf8 ? "utf-8" : "windows-1252");
}

}  // namespace

Result<std::string> FeedText(std::string_view bytes, std::string_view content_type) {
  if (bytes.size() > kMaxInflated) return Fail("too_large", "the feed has more than 64 MiB");
  if (!bytes.starts_with("\x1F\x8B")) return ToUtf8(bytes, content_type);
  Result<std::string> inflated = Gunzip(bytes);
  if (!inflated) return inflated;
  return ToUtf8(*inflated, content_type);
}

}  // namespace acta
