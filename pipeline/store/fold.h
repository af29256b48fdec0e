// How texts are compared when people search: blind to case, diacritics and look-alike letters.
#pragma once

#include <string>
#include <string_view>

#include "pipeline/store/sqlite.h"

namespace acta {

// Lower case without marks: "Đảng ủy" → "dang uy", "Отчёт" → "отчет". Runs of white space become one
// blank. Bytes that are not UTF-8 become U+FFFD.
std::string FoldForSearch(std::string_view text);

// A document number as a key: upper case, no blanks, no number sign, Cyrillic letters that look Latin
// made Latin, Đ made D, no leading zeros: "№ 05-НQ/ТU" → "5-NQ/TU".
std::string FoldNumber(std::string_view number);

// Whether a reference means the document that is asked for. "57" finds "57-NQ/TW" and not "157-NQ/TW";
// a question without a digit is looked for as words.
bool CitesDocument(std::string_view reference, std::string_view asked);

// Makes acta_fold(text) and acta_cites(reference, asked) known to SQL.
Result<void> AddSqlFunctions(const Database& db);

}  // namespace acta
