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
// made Latin, Đ made D, no leading zeros: "№ 05-КН/ТU" → "5-KH/TU", "48-КЛ/ТВ" → "48-KL/TW".
std::string FoldNumber(std::string_view number);

// Whether a reference means the document that is asked for. "57" finds "57-NQ/TW" and not "157-NQ/TW";
// a question without a digit is looked for as words.
bool CitesDocument(std::string_view reference, std::string_view asked);

// The host of a URL in lower case without "www.", the folder of a path; empty when there is neither.
std::string HostOf(std::string_view source);

// Makes them known to SQL: acta_fold(text), acta_number(number), acta_cites(reference, asked), acta_host(source),
// acta_names(text, names) (forgotten.h) and acta_key(text), the key that identity.h derives from content. Null gives
// null.
Result<void> AddSqlFunctions(const Database& db);

}  // namespace acta
