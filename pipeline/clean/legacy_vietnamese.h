// Vietnamese text in the font encodings of the 1990s: bytes that a special font drew as Vietnamese letters
// and that everything else reads as Latin-1 ("Uû ban nh©n d©n" in TCVN3, "Uûy ban nhaân daân" in VNI).
//
// Input is the text as decoded (windows-1252 or the like), output is Unicode; ASCII passes unchanged, so that
// markup survives.
#pragma once

#include <string>
#include <string_view>

namespace acta {

// "tcvn3", "vni", "windows-1258" (decoded as windows-1252), "mojibake" (UTF-8 that was decoded as windows-1252), or "" for anything else, plain Vietnamese
// included. Needs about ten telling words to be sure. One pass.
std::string LegacyVietnameseOf(std::string_view text);

// `encoding` as returned by LegacyVietnameseOf. The result is valid UTF-8, not necessarily NFC.
std::string ConvertLegacyVietnamese(std::string_view text, std::string_view encoding);

// Vietnamese whose letters are lost: its words without marks are there, those with marks are not. So look the
// encodings that are not converted (VISCII, VPS, BK HCM …), also when they were taken for TCVN3. `text` is NFC, of an
// article, `legacy` the encoding that it was converted from, if any; Vietnamese that was written without marks is none of
// it.
bool IsUnreadableVietnamese(std::string_view text, std::string_view legacy);

}  // namespace acta
