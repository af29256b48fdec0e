#include "pipeline/run/corpus_case.h"

#include <fmt/format.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

#include "schemas/json.h"

namespace acta {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr size_t kMostWords = 6;  // of a slug
constexpr size_t kLongestSlug = 48;

// What a person would write of a record: no ids, evidence or rules, nothing that is unknown.
Json DraftOf(const Json& record) {
  static const std::set<std::string> hidden = {"id", "rule", "mentions", "evidence", "links", "basis"};
  Json out = Json::object();
  for (const auto& [key, value] : record.items()) {
    if (!hidden.contains(key) && !value.is_null() && !(value.is_array() && value.empty())) out[key] = value;
  }
  return out;
}

Json NullIfEmpty(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string Draft(const Article& article, const Facts& facts, const std::string& id, size_t& records) {
  Json draft = {
      {"id", id},
      {"language", article.language},
      {"domain", "other"},
      {"source_url", NullIfEmpty(article.canonical_url.empty() ? article.url : article.canonical_url)},
      {"site", NullIfEmpty(article.site)},
      {"published", NullIfEmpty(article.published.substr(0, 10))},
      {"title", NullIfEmpty(article.title)},
      {"byline", NullIfEmpty(article.byline)},
      {"must_have", Json::array()},
      {"boilerplate", Json::array()},
      {"note", "A draft by the program: correct it, fill must_have and boilerplate, name it gold.json."}};
  const Json line = Json::parse(ExtractLine(article, facts));
  Facts::Lists(facts, [&](const auto& list) {
    using Record = typename std::remove_cvref_t<decltype(list)>::value_type;
    Json& records_of_kind = draft[std::string(Record::kPlural)] = Json::array();
    for (const Json& record : line[std::string(Record::kPlural)]) records_of_kind.push_back(DraftOf(record));
    records += list.size();
  });
  return draft.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string BytesOf(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// The folder of a case with the same page, or "".
std::string CaseWith(const std::string& bytes, const fs::path& corpus) {
  std::error_code error;
  for (fs::recursive_directory_iterator it(corpus, error), end; !error && it != end; it.increment(error)) {
    if (it->path().filename() != "page.html" || it->file_size(error) != bytes.size()) continue;
    if (BytesOf(it->path()) == bytes) return it->path().parent_path().string();
  }
  return {};
}

int NextNumber(const fs::path& folder) {
  int last = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    std::string name = entry.path().filename().string();
    int number = 0;
    std::from_chars(name.data(), name.data() + name.size(), number);
    last = std::max(last, number);
  }
  return last + 1;
}

bool Write(const fs::path& path, const std::string& bytes) {
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  return !out.fail();
}

}  // namespace

std::string SlugOf(const std::string& title) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<icu::Transliterator> latin(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(title);
  if (U_SUCCESS(status)) latin->transliterate(text);
  std::string ascii, slug;
  text.toUTF8String(ascii);
  size_t words = 0;
  for (size_t begin = 0; begin < ascii.size() && words < kMostWords;) {
    auto in_word = [](unsigned char c) {
      return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\'';
    };
    size_t end = begin;
    while (end < ascii.size() && in_word(static_cast<unsigned char>(ascii[end]))) ++end;
    std::string word = ascii.substr(begin, end - begin);
    std::erase(word, '\'');  // a soft sign, an apostrophe
    if (!word.empty() && slug.size() + word.size() < kLongestSlug) {
      slug += (slug.empty() ? "" : "-") + word;
      ++words;
    }
    begin = end + 1;
  }
  return slug.empty() ? "page" : slug;
}

Result<NewCase> AddCase(const Page& page, const fs::path& corpus, const Tools& tools,
                        const ReadOptions& options) {
  Result<Article> article = ReadPage(page, tools.clean, options);
  if (!article) return tl::unexpected(article.error());
  Result<Facts> facts = ReadFacts(*article, tools.packs);
  if (!facts) return tl::unexpected(facts.error());
  if (std::string known = CaseWith(page.bytes, corpus); !known.empty())
    return Fail("exists", known + " has this page already");
  fs::path language = corpus / article->language;
  std::error_code error;
  fs::create_directories(language, error);
  NewCase added;
  std::string id = fmt::format("{:04}-{}", NextNumber(language), SlugOf(article->title));
  added.folder = language / id;
  if (error || !fs::create_directory(added.folder, error))
    return Fail("io", added.folder.string() + ": cannot be made");
  std::string draft = Draft(*article, *facts, id, added.records);
  if (Write(added.folder / "page.html", page.bytes) && Write(added.folder / "draft.json", draft))
    return added;
  fs::remove_all(added.folder, error);
  return Fail("io", added.folder.string() + ": cannot be written");
}

}  // namespace acta
