// The keys of articles and records: derived from content, the same on every machine, in whatever order things come.
//
//   const int64_t article = ArticleKey(a);                       // column article.key
//   const int64_t record = RecordKey(article, "acta-…");         // column record.key
//
// Pure, safe from any thread; no key is negative.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "pipeline/text/article.h"

namespace acta {

// The key of an article: 63 bits of all that is stored of it, `source` apart.
int64_t ArticleKey(const Article& article);

// The captions as the column has them, a JSON array: they are part of the key.
std::string CaptionsJson(const Article& article);

// The key of the record `id` of that article: the article's, and 44 bits of the id added to it. So the rows of an
// article lie together in every table that has them by record.
int64_t RecordKey(int64_t article, std::string_view id);

}  // namespace acta
