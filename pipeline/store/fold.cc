#include "pipeline/store/fold.h"

#include <sqlite3.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "pipeline/store/forgotten.h"
#include "pipeline/store/store.h"
#include "pipeline/store/versions.h"
#include "schemas/identity.h"

namespace acta {
namespace {

// Cyrillic capitals and the Latin ones that look like them, in the same order.
constexpr std::u16string_view kCyrillic = u"АВЕКМНОРСТУХЅІЈĐÐ";
constexpr std::u16string_view kLatin = u"ABEKMHOPCTYXSIJDD";

icu::UnicodeString Decomposed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  auto from = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  return U_SUCCESS(error) ? nfd->normalize(from, error) : from;
}

bool IsAsciiAlnum(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

std::string_view TextArgument(sqlite3_value* value) {
  auto text = reinterpret_cast<const char*>(sqlite3_value_text(value));
  return text ? std::string_view(text, static_cast<size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

// A function of one text that gives a text; null for null.
template <std::string (*Function)(std::string_view)>
void SqlText(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  const std::string text = Function(TextArgument(values[0]));
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void SqlCites(sqlite3_context* context, int, sqlite3_value** values) {
  sqlite3_result_int(context, CitesDocument(TextArgument(values[0]), TextArgument(values[1])));
}

void SqlKey(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  sqlite3_result_int64(context, ContentKey(TextArgument(values[0])));
}

void SqlRecordKey(sqlite3_context* context, int, sqlite3_value** values) {
  sqlite3_result_int64(context, RecordKey(sqlite3_value_int64(values[0]), TextArgument(values[1])));
}

}  // namespace

std::string FoldForSearch(std::string_view text) {
  icu::UnicodeString from = Decomposed(text).foldCase();
  icu::UnicodeString to;
  bool blank = false;
  for (int32_t i = 0; i < from.length(); i = from.moveIndex32(i, 1)) {
    UChar32 c = from.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    if (u_isUWhiteSpace(c)) {
      blank = !to.isEmpty();
      continue;
    }
    if (blank) to.append(UChar32{' '});
    blank = false;
    to.append(c == 0x111 ? UChar32{'d'} : c);  // đ has no decomposition
  }
  std::string folded;
  return to.toUTF8String(folded);
}

std::string FoldNumber(std::string_view number) {
  auto from =
      icu::UnicodeString::fromUTF8(icu::StringPiece(number.data(), static_cast<int32_t>(number.size())));
  from.toUpper(icu::Locale::getRoot());
  icu::UnicodeString to;
  for (int32_t i = 0; i < from.length(); ++i) {
    char16_t c = from.charAt(i);
    if (u_isUWhiteSpace(c) || c == u'№') continue;
    if (u_charType(c) == U_DASH_PUNCTUATION) c = u'-';
    size_t alike = kCyrillic.find(c);
    to.append(alike == kCyrillic.npos ? c : kLatin[alike]);
  }
  std::string folded;
  to.toUTF8String(folded);
  for (std::string_view sign : {"NO.", "NO:", "SỐ:", "SỐ"}) {
    if (folded.starts_with(sign)) folded.erase(0, sign.size());
  }
  size_t zeros = std::min(folded.find_first_not_of('0'), folded.size());
  bool digits_follow = zeros < folded.size() && folded[zeros] >= '1' && folded[zeros] <= '9';
  return digits_follow ? folded.substr(zeros) : folded;
}

bool CitesDocument(std::string_view reference, std::string_view asked) {
  if (asked.find_first_of("0123456789") == asked.npos) {
    return FoldForSearch(reference).find(FoldForSearch(asked)) != std::string::npos;
  }
  std::string number = FoldNumber(reference), wanted = FoldNumber(asked);
  if (!number.starts_with(wanted)) return false;
  return number.size() == wanted.size() || !IsAsciiAlnum(number[wanted.size()]);
}

std::string HostOf(std::string_view source) {
  const size_t scheme = source.find("://");
  if (scheme == source.npos) {
    const size_t slash = source.rfind('/');
    return slash == source.npos ? std::string() : std::string(source.substr(0, slash));
  }
  std::string_view host = source.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  host.remove_prefix(host.rfind('@') + 1);  // npos + 1 is 0
  std::string lower(host);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower.starts_with("www.") ? lower.substr(4) : lower;
}

Result<void> AddSqlFunctions(const Database& db) {
  struct Function {
    const char* name;
    int arguments;
    void (*run)(sqlite3_context*, int, sqlite3_value**);
  };
  constexpr Function kFunctions[] = {{"acta_fold", 1, SqlText<FoldForSearch>},
                                     {"acta_number", 1, SqlText<FoldNumber>},
                                     {"acta_host", 1, SqlText<HostOf>},
                                     {"acta_cites", 2, SqlCites},
                                     {"acta_key", 1, SqlKey},
                                     {"acta_record_key", 2, SqlRecordKey}};
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  for (const Function& function : kFunctions) {
    if (sqlite3_create_function_v2(db.handle(), function.name, function.arguments, kFlags, nullptr,
                                   function.run, nullptr, nullptr, nullptr)) {
      return Fail("db", db.path() + ": the functions of the queries could not be added");
    }
  }
  if (Result<void> added = AddNameFunctions(db); !added) return added;
  return AddLikenessFunctions(db);
}

}  // namespace acta
