#include "pipeline/store/forgotten.h"

#include <sqlite3.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "pipeline/store/fold.h"
#include "pipeline/store/sql_values.h"
#include "schemas/identity.h"

namespace acta {
namespace {

// Endings of case, the longest first; й is и without its mark.
constexpr std::u16string_view kEndings[] = {
    u"ого", u"его", u"ому", u"ему", u"ыми", u"ими", u"ым", u"им", u"ом", u"ем", u"ои", u"еи", u"ыи",
    u"ии",  u"ых",  u"их",  u"а",   u"я",   u"у",   u"ю",  u"е",  u"ы",  u"и",  u"о",  u"ь"};

bool IsCyrillic(UChar32 c) { return c >= 0x400 && c < 0x530; }

bool IsTone(UChar32 c) { return c == 0x300 || c == 0x301 || c == 0x303 || c == 0x309 || c == 0x323; }

// What is left of a name's word without the ending of its case: only words that end in a consonant take one.
icu::UnicodeString Stem(const icu::UnicodeString& word) {
  static constexpr std::u16string_view kVowels = u"аеиоуыэюяьй";
  for (std::u16string_view ending : kEndings) {
    const auto size = static_cast<int32_t>(ending.size());
    if (word.length() < size + 2) continue;
    if (word.compare(word.length() - size, size, ending.data(), 0, size) != 0) continue;
    const char16_t last = word.charAt(word.length() - size - 1);
    if (kVowels.find(last) == kVowels.npos) return word.tempSubString(0, word.length() - size);
  }
  return word;
}

// One word, in lower case and decomposed, as names are compared.
std::string NameWord(const icu::UnicodeString& word) {
  icu::UnicodeString letters, tones;
  bool cyrillic = false;
  for (int32_t i = 0; i < word.length(); i = word.moveIndex32(i, 1)) {
    const UChar32 c = word.char32At(i);
    cyrillic = cyrillic || IsCyrillic(c);
    const bool mark = u_charType(c) == U_NON_SPACING_MARK;
    if (mark && cyrillic) continue;
    (IsTone(c) ? tones : letters).append(c);
  }
  std::string key;
  (cyrillic ? Stem(letters) : letters.append(tones)).toUTF8String(key);
  return key;
}

std::string HashOf(const std::vector<std::string>& words, size_t begin, size_t count) {
  std::string joined;
  for (size_t i = begin; i < begin + count; ++i) joined += words[i] + ' ';
  return Sha256Hex(joined);
}

std::string PageHash(std::string_view address) { return Sha256Hex(AddressKey(address)); }

// The names are the same for all rows of a statement: SQLite keeps what is made of them.
void SqlNames(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* kept = static_cast<const NameFinder*>(sqlite3_get_auxdata(context, 1));
  std::unique_ptr<NameFinder> made;
  if (!kept) {
    made = std::make_unique<NameFinder>();
    const std::string_view names = TextOf(values[1]);
    for (size_t at = 0; at < names.size();) {
      const size_t end = std::min(names.find('\n', at), names.size());
      made->Add(names.substr(at, end - at));
      at = end + 1;
    }
    kept = made.get();
  }
  sqlite3_result_int(context, kept->Stands(TextOf(values[0])));
  if (made) {
    sqlite3_set_auxdata(context, 1, made.release(),
                        [](void* finder) { delete static_cast<NameFinder*>(finder); });
  }
}

}  // namespace

std::string AddressKey(std::string_view address) {
  const size_t scheme = address.find("://");
  if (scheme == address.npos) return std::string(address);
  std::string_view rest = address.substr(scheme + 3);
  rest = rest.substr(0, rest.find('#'));
  while (rest.ends_with('/')) rest.remove_suffix(1);
  std::string key(rest);
  const size_t host = std::min(key.find_first_of("/?"), key.size());
  std::transform(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(host), key.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return key.starts_with("www.") ? key.substr(4) : key;
}

std::vector<std::string> WordsOfName(std::string_view text) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(error);
  auto from = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  if (U_SUCCESS(error)) from = nfd->normalize(from.foldCase(), error);
  std::vector<std::string> words;
  icu::UnicodeString word;
  for (int32_t i = 0; i < from.length(); i = from.moveIndex32(i, 1)) {
    const UChar32 c = from.char32At(i);
    if (u_isalnum(c) || (u_charType(c) == U_NON_SPACING_MARK && !word.isEmpty())) {
      word.append(c);
    } else if (!word.isEmpty()) {
      words.push_back(NameWord(word));
      word.remove();
    }
  }
  if (!word.isEmpty()) words.push_back(NameWord(word));
  return words;
}

void NameFinder::Add(std::string_view name) {
  std::vector<std::string> words = WordsOfName(name);
  if (words.empty()) return;
  lengths_.insert(words.size());
  names_.insert(std::move(words));
}

bool NameFinder::Stands(std::string_view text) const {
  if (names_.empty()) return false;
  const std::vector<std::string> words = WordsOfName(text);
  for (size_t length : lengths_) {
    for (size_t begin = 0; begin + length <= words.size(); ++begin) {
      const auto first = words.begin() + static_cast<std::ptrdiff_t>(begin);
      if (names_.contains({first, first + static_cast<std::ptrdiff_t>(length)})) return true;
    }
  }
  return false;
}

Result<Forgotten> Forgotten::Load(const Database& db) {
  Forgotten forgotten;
  Result<int64_t> has = db.Integer("SELECT count(*) FROM sqlite_schema WHERE name = 'forgotten'");
  if (!has) return tl::unexpected(has.error());
  if (*has == 0) return forgotten;
  Result<Statement> rows = db.Prepare("SELECT what, hash, words FROM forgotten");
  if (!rows) return tl::unexpected(rows.error());
  Result<bool> row = rows->Step();
  for (; row && *row; row = rows->Step()) {
    if (rows->Text(0) == "page") forgotten.pages_.emplace(rows->Text(1));
    if (rows->Text(0) == "name")
      forgotten.names_.emplace(static_cast<size_t>(rows->Int(2)), std::string(rows->Text(1)));
  }
  if (!row) return tl::unexpected(row.error());
  return forgotten;
}

bool Forgotten::BarsPage(std::string_view address) const {
  return !pages_.empty() && !address.empty() && pages_.contains(PageHash(address));
}

bool Forgotten::BarsText(std::string_view text) const {
  if (names_.empty()) return false;
  const std::vector<std::string> words = WordsOfName(text);
  for (auto name = names_.begin(); name != names_.end();) {
    const size_t length = name->first;
    for (size_t begin = 0; begin + length <= words.size(); ++begin) {
      if (names_.contains({length, HashOf(words, begin, length)})) return true;
    }
    while (name != names_.end() && name->first == length) ++name;  // each length once
  }
  return false;
}

bool Forgotten::Bars(const Article& article, std::string_view source, std::string_view page) const {
  if (empty()) return false;
  if (BarsPage(source) || BarsPage(page) || BarsPage(article.url)) return true;
  for (std::string_view text :
       {std::string_view(article.text), std::string_view(article.title), std::string_view(article.byline),
        std::string_view(article.url), std::string_view(article.canonical_url),
        std::string_view(article.source_url), source, page}) {
    if (BarsText(text)) return true;
  }
  return std::any_of(article.captions.begin(), article.captions.end(),
                     [&](const std::string& caption) { return BarsText(caption); });
}

Result<void> Forgotten::Add(const Database& db, const std::vector<std::string>& pages,
                            const std::vector<std::string>& names, int64_t now) {
  struct Entry {
    const char* what;
    std::string hash;
    size_t words;
  };
  std::vector<Entry> entries;
  std::string all = std::to_string(now);
  for (const std::string& page : pages) entries.push_back({"page", PageHash(page), 0});
  for (const std::string& name : names) {
    const std::vector<std::string> words = WordsOfName(name);
    if (!words.empty()) entries.push_back({"name", HashOf(words, 0, words.size()), words.size()});
  }
  for (const Entry& entry : entries) all += entry.hash;
  Result<Statement> insert = db.Prepare(
      "INSERT OR IGNORE INTO forgotten (what, hash, words, request, at) VALUES (?1, ?2, ?3, ?4, ?5)");
  if (!insert) return tl::unexpected(insert.error());
  for (const Entry& entry : entries) {
    insert->Bind(1, entry.what).Bind(2, entry.hash).Bind(3, static_cast<int64_t>(entry.words));
    if (Result<void> run = insert->Bind(4, ContentKey(all)).Bind(5, now).Run(); !run) return run;
  }
  return {};
}

Result<int64_t> Forgotten::Remove(const Database& db, std::string_view named) {
  std::vector<std::string> hashes = {PageHash(named)};
  for (const std::string& name : {std::string(named), FoldForSearch(named)}) {
    const std::vector<std::string> words = WordsOfName(name);
    hashes.push_back(HashOf(words, 0, words.size()));
  }
  const int64_t before = db.changes();
  Result<Statement> remove = db.Prepare(
      "DELETE FROM forgotten WHERE request IN (SELECT request FROM forgotten WHERE hash IN (?1, ?2, ?3))");
  if (!remove) return tl::unexpected(remove.error());
  for (size_t n = 0; n < hashes.size(); ++n) remove->Bind(static_cast<int>(n) + 1, hashes[n]);
  if (Result<void> run = remove->Run(); !run) return tl::unexpected(run.error());
  return db.changes() - before;
}

Result<void> AddNameFunctions(const Database& db) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  if (sqlite3_create_function_v2(db.handle(), "acta_names", 2, kFlags, nullptr, SqlNames, nullptr, nullptr,
                                 nullptr) != SQLITE_OK) {
    return Fail("db", db.path() + ": the function that finds names could not be added");
  }
  return {};
}

}  // namespace acta
