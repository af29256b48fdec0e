#include "pipeline/run/read_page.h"

#include <algorithm>
#include <array>

#include "pipeline/fetch/ascii.h"
#include "schemas/conform.h"
#include "schemas/identity.h"
#include "schemas/link.h"

namespace acta {
namespace {

constexpr size_t kSniffed = 4096;  // bytes of a page that are looked at

// Beginnings of tags that stand early in every page of HTML and seldom in a plain text.
constexpr std::string_view kTags[] = {
    "!doctype html", "html", "head", "body", "meta",   "title",   "div",  "p>",     "p ", "h1",
    "table",         "span", "br",   "!--",  "script", "article", "main", "section"};

bool TypeIs(std::string_view content_type, std::string_view type) {
  return content_type.size() >= type.size() &&
         std::equal(type.begin(), type.end(), content_type.begin(),
                    [](char a, char b) { return a == (b >= 'A' && b <= 'Z' ? b + 32 : b); });
}

// The first bytes in lower case, without the zeros of UTF-16.
std::string Opening(std::string_view bytes) {
  std::string opening;
  for (char c : bytes.substr(0, kSniffed)) {
    if (c) opening += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  }
  return opening;
}

// Whether every line is an address: what was meant is what it lists. Empty lines and those that begin with '#' are passed
// over, as where a list is read.
bool IsList(std::string_view text) {
  size_t addresses = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = ascii::Trim(text.substr(at, end - at));
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    const bool web =
        ascii::StartsWithIgnoreCase(line, "http://") || ascii::StartsWithIgnoreCase(line, "https://");
    if (!web || line.find_first_of(" \t") != line.npos) return false;
    ++addresses;
  }
  return addresses > 0;
}

Result<Article> ReadPlainText(const Page& page, const CleanRules& rules) {
  Result<std::string> text = DecodeText(page.bytes, HeaderValue(page.headers, "content-type"));
  if (!text) return tl::unexpected(text.error());
  if (IsList(*text))
    return Fail("a_list",
                "it is a list of addresses and no text; to read what it lists: acta ingest - < FILE");
  Article article = PlainTextArticle(page.source, std::move(*text));
  if (article.paragraphs.empty()) return Fail("empty", "there is no text in it");
  article.url = page.url;
  article.language = DetectLanguage(article.text, rules);
  return article;
}

}  // namespace

Result<Tools> LoadTools(const DataFolders& folders) {
  Result<CleanRules> clean = CleanRules::Load(folders.clean.string());
  if (!clean) return tl::unexpected(clean.error());
  Result<PackSet> packs = LoadPacks(folders.packs.string());
  if (!packs) return tl::unexpected(packs.error());
  return Tools{std::move(*clean), std::move(*packs)};
}

bool LooksLikeHtml(std::string_view bytes, std::string_view content_type) {
  if (TypeIs(content_type, "text/html") || TypeIs(content_type, "application/xhtml")) return true;
  if (TypeIs(content_type, "text/plain")) return false;
  const std::string opening = Opening(bytes);
  for (size_t at = opening.find('<'); at != std::string::npos; at = opening.find('<', at + 1)) {
    for (std::string_view tag : kTags) {
      if (std::string_view(opening).substr(at + 1).starts_with(tag)) return true;
    }
  }
  return false;
}

Result<Article> ReadPage(const Page& page, const CleanRules& rules, const ReadOptions& options,
                         CleanTrace* trace) {
  if (page.bytes.empty()) return Fail("empty", "there is nothing in it");
  const bool html = LooksLikeHtml(page.bytes, HeaderValue(page.headers, "content-type"));
  CleanOptions clean;
  clean.sites = &options.sites;
  Result<Article> article = html ? CleanPage(page, rules, trace, clean) : ReadPlainText(page, rules);
  if (!article) return article;
  if (!options.published.empty()) article->published = options.published;
  if (!options.language.empty()) article->language = options.language;
  return article;
}

Result<Facts> ReadFacts(const Article& article, const PackSet& packs, size_t* corrected) {
  const Pack* pack = packs.Find(article.language);
  if (!pack) {
    std::string known;
    for (const auto& [language, unused] : packs.packs()) known += (known.empty() ? "" : ", ") + language;
    std::string found = article.language.empty() ? "its language could not be told"
                                                 : "its language is \"" + article.language + "\"";
    return Fail("language", found + "; there are packs for " + known + " (--language says which to use)");
  }
  Facts facts = Extract(article, *pack);
  const size_t set_right = Conform(facts);
  if (corrected) *corrected = set_right;
  LinkByPlace(facts);
  AssignIds(article, facts);
  return facts;
}

}  // namespace acta
