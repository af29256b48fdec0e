#include "pipeline/store/article_rows.h"

#include <string_view>

#include "pipeline/store/fold.h"
#include "pipeline/store/keys.h"
#include "pipeline/store/record_rows.h"
#include "pipeline/text/likeness.h"
#include "schemas/identity.h"
#include "schemas/walk.h"

namespace acta {
namespace {

void AddPage(const Article& article, ArticleRows& to) {
  to.page.Add("article")
      .Set("key", to.key)
      .SetOrNull("url", article.url)
      .SetOrNull("canonical_url", article.canonical_url)
      .SetOrNull("source_url", article.source_url)
      .SetOrNull("site", article.site)
      .Set("title", article.title)
      .SetOrNull("byline", article.byline)
      .SetOrNull("published", article.published)
      .SetOrNull("language", article.language)
      .Set("status", article.status)
      .Set("captions", CaptionsJson(article))
      .Set("text", article.text)
      .Set("text_hash", to.text_hash)
      .Set("pack", to.pack);
  const Utf8Index index(article.text);
  for (size_t n = 0; n < article.paragraphs.size(); ++n) {
    const Paragraph& paragraph = article.paragraphs[n];
    to.page.Add("paragraph")
        .Set("article", to.key)
        .Set("n", static_cast<int64_t>(n))
        .Set("start", static_cast<int64_t>(index.CodePoint(paragraph.span.begin)))
        .Set("end", static_cast<int64_t>(index.CodePoint(paragraph.span.end)))
        .Set("kind", kParagraphKinds[static_cast<size_t>(paragraph.kind)]);
  }
}

ArticleCard CardOf(const Article& article, const Facts& facts) {
  ArticleCard card{article.url, HostOf(article.url), article.published.substr(0, 10), article.language,
                   article.status != "ok"};
  WalkRecords(facts, [&](const auto&) { ++card.records; });
  return card;
}

}  // namespace

Result<ArticleRows> RowsOf(const Article& article, const Facts& facts) {
  ArticleRows rows;
  rows.key = ArticleKey(article);
  rows.text_hash = Sha256Hex(article.text);
  rows.pack = facts.pack;
  AddPage(article, rows);
  if (Result<void> added = AddRecordRows(article, facts, rows.key, rows.records); !added)
    return tl::unexpected(added.error());
  rows.names = AddFindRows(article, facts, rows.key, rows.records);
  rows.card = CardOf(article, facts);
  const std::string_view text = article.text;
  rows.title = FoldForSearch(article.title);
  rows.body = FoldForSearch(text.substr(text.find('\n') + 1));
  const ShingleSet shingles = Shingles(article.text);
  rows.sketch = SketchOf(shingles);
  rows.bands = Bands(shingles);
  rows.page.Sort();
  rows.records.Sort();
  return rows;
}

}  // namespace acta
