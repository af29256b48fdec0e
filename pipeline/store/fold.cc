#include "pipeline/store/fold.h"

#include <sqlite3.h>
#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "pipeline/store/copies.h"
#include "pipeline/store/forgotten.h"
#include "pipeline/store/keys.h"
#include "pipeline/store/sql_values.h"
#include "schemas/identity.h"

namespace acta {
namespace {

// Cyrillic capitals and the Latin ones that look like them, in the same order; then those by which translations into
// Russian spell the letters of a number: "48-КЛ/ТВ" is 48-KL/TW.
constexpr std::u16string_view kCyrillic = u"АВЕКМНОРСТУХЅІЈĐÐЛДПЦГ";
constexpr std::u16string_view kLatin = u"ABEKMHOPCTYXSIJDDLDPCG";
constexpr std::u16string_view kCentreInCyrillic = u"/ТВ", kCentre = u"/TW";

icu::UnicodeString Decomposed(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  auto from = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  return U_SUCCESS(error) ? nfd->normalize(from, error) : from;
}

bool IsAsciiAlnum(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

// As ICU does it, whatever the text.
std::string FoldAnyText(std::string_view text) {
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

// What the letters of our languages fold to, each for itself: nine texts of ten have no others, and are folded ten times
// as fast. Made by FoldAnyText, so that both say the same.
class FoldTable {
 public:
  FoldTable() {
    for (const auto& [first, last] : kRanges) {
      for (UChar32 c = first; c <= last; ++c) entries_.push_back(EntryOf(c));
    }
  }

  // False when the text has another character, or is no UTF-8; `folded` is then of no use.
  bool Fold(std::string_view text, std::string& folded) const {
    bool blank = false;
    const auto size = static_cast<int64_t>(text.size());
    for (int64_t at = 0; at < size;) {
      UChar32 c = 0;
      U8_NEXT(text.data(), at, size, c);
      const Entry* entry = Find(c);
      if (!entry || entry->size == kOther) return false;
      if (entry->size == 0) continue;
      if (entry->size == kBlank) {
        blank = !folded.empty();
        continue;
      }
      if (blank) folded += ' ';
      blank = false;
      folded.append(entry->bytes.data(), entry->size);
    }
    return true;
  }

 private:
  // Latin, marks, Greek, Cyrillic; Vietnamese; punctuation and signs.
  static constexpr std::pair<UChar32, UChar32> kRanges[] = {{0, 0x52F}, {0x1E00, 0x1EFF}, {0x2000, 0x214F}};
  static constexpr uint8_t kBlank = 0xFF, kOther = 0xFE;
  struct Entry {
    uint8_t size = 0;  // of bytes; 0: nothing is left of it
    std::array<char, 7> bytes{};
  };

  const Entry* Find(UChar32 c) const {
    size_t before = 0;
    for (const auto& [first, last] : kRanges) {
      if (c >= first && c <= last) return &entries_[before + static_cast<size_t>(c - first)];
      before += static_cast<size_t>(last - first + 1);
    }
    return nullptr;
  }

  static Entry EntryOf(UChar32 c) {
    Entry entry;
    if (u_isUWhiteSpace(c)) {
      entry.size = kBlank;
      return entry;
    }
    std::string letter;
    const std::string folded = FoldAnyText(icu::UnicodeString(c).toUTF8String(letter));
    if (folded.size() > entry.bytes.size()) {
      entry.size = kOther;
      return entry;
    }
    entry.size = static_cast<uint8_t>(folded.size());
    std::copy(folded.begin(), folded.end(), entry.bytes.begin());
    return entry;
  }

  std::vector<Entry> entries_;
};

// A function of one text that gives a text; null for null.
template <std::string (*Function)(std::string_view)>
void SqlText(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  const std::string text = Function(TextOf(values[0]));
  sqlite3_result_text64(context, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void SqlCites(sqlite3_context* context, int, sqlite3_value** values) {
  sqlite3_result_int(context, CitesDocument(TextOf(values[0]), TextOf(values[1])));
}

void SqlKey(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  sqlite3_result_int64(context, ContentKey(TextOf(values[0])));
}

void SqlRecordKey(sqlite3_context* context, int, sqlite3_value** values) {
  sqlite3_result_int64(context, RecordKey(sqlite3_value_int64(values[0]), TextOf(values[1])));
}

}  // namespace

std::string FoldForSearch(std::string_view text) {
  static const FoldTable table;
  std::string folded;
  folded.reserve(text.size());
  return table.Fold(text, folded) ? folded : FoldAnyText(text);
}

std::string FoldNumber(std::string_view number) {
  auto from =
      icu::UnicodeString::fromUTF8(icu::StringPiece(number.data(), static_cast<int32_t>(number.size())));
  from.toUpper(icu::Locale::getRoot());
  const icu::UnicodeString centre(kCentreInCyrillic.data(), static_cast<int32_t>(kCentreInCyrillic.size()));
  if (from.endsWith(centre)) {
    from.truncate(from.length() - centre.length());
    from.append(kCentre.data(), static_cast<int32_t>(kCentre.size()));
  }
  icu::UnicodeString to;
  for (int32_t i = 0; i < from.length(); ++i) {
    char16_t c = from.charAt(i);
    if (u_isUWhiteSpace(c) || c == u'№') continue;
    if (u_charType(c) == U_DASH_PUNCTUATION) c = u'-';
    if (c == u'Н' && from.charAt(i + 1) == u'Q') c = u'N';  // there is no HQ
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
  std::ranges::replace(number, '/', '-');
  std::ranges::replace(wanted, '/', '-');
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
