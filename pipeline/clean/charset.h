// Bytes of unknown encoding to UTF-8.
//
//   Result<Decoded> page = DecodeHtml(bytes, "text/html; charset=windows-1251");
//
// The order is that of the WHATWG (Encoding Standard 6, HTML 13.2.3.2): byte order mark, charset of the
// Content-Type header, prescan of <meta>, then detection (uchardet). A declaration is believed only as far as
// the bytes bear it out: a page that says windows-1251 and is UTF-8 is read as UTF-8, and text that comes out
// as letter salad is read by the next candidate. Old Vietnamese font encodings (TCVN3, VNI) and UTF-8 that was
// read as Latin-1 before it was stored are recognised after decoding and converted (ConvertLegacy).
#pragma once

#include <string>
#include <string_view>

#include "pipeline/text/result.h"

namespace acta {

struct Decoded {
  std::string text;     // valid UTF-8, not yet NFC; malformed input appears as U+FFFD
  std::string charset;  // what was used: "utf-8", "windows-1251", "tcvn3" …
  std::string how;      // "bom", "http", "meta", "detected", "utf-8 by its bytes", "default"
};

// Fails with kind "empty" for no bytes and "not_text" for bytes that no encoding makes text of.
// Cost: one or two passes over the bytes. Safe to call from several threads.
Result<Decoded> DecodeHtml(std::string_view bytes, std::string_view content_type);

// Converts decoded text that is in an old Vietnamese font encoding; the name of that encoding, or "" when there
// was nothing to do. Meant for markup without its scripts: one quick pass over ordinary pages.
std::string ConvertLegacy(std::string& text);

// Fails with "not_text" for Vietnamese whose letters are lost: an old font encoding that is not known, or not
// certain. `text` is of an article, without markup; `legacy` is what ConvertLegacy said of it.
Result<void> CheckReadable(std::string_view text, std::string_view legacy);

// DecodeHtml for a plain-text file, without the <meta> prescan. Bytes that are valid UTF-8 in NFC come back
// unchanged (a byte order mark aside), so that offsets into the result are offsets into the file.
Result<std::string> DecodeText(std::string_view bytes, std::string_view content_type);

// Lower-case charset named by the first <meta> of the head, or "" (HTML 13.2.3.3, over the first 16 KB:
// pages put the tag later than the 1,024 bytes of the standard).
std::string PrescanMeta(std::string_view bytes);

// NFC of valid UTF-8; the input itself when it is normalised already.
std::string ToNfc(std::string text);

}  // namespace acta
