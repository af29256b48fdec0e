#include "pipeline/store/keys.h"

#include <charconv>
#include <limits>
#include <nlohmann/json.hpp>
#include <string>

#include "schemas/identity.h"

namespace acta {

std::string CaptionsJson(const Article& article) { return nlohmann::json(article.captions).dump(); }

int64_t ArticleKey(const Article& article) {
  std::string all;
  for (const std::string* part :
       {&article.url, &article.canonical_url, &article.source_url, &article.site, &article.title,
        &article.byline, &article.published, &article.language, &article.status, &article.text}) {
    all += std::to_string(part->size()) + ":" + *part;  // lengths keep the parts apart
  }
  return ContentKey(all + CaptionsJson(article));
}

int64_t RecordKey(int64_t article, std::string_view id) {
  constexpr size_t kPrefix = 5, kDigits = 11;  // "acta-", then as many hexadecimal digits as make 44 bits
  uint64_t of_id = 0;
  if (IsRecordId(id)) {
    const char* digits = id.data() + kPrefix;
    std::from_chars(digits, digits + kDigits, of_id, 16);
  } else {
    of_id = static_cast<uint64_t>(ContentKey(id)) >> (63 - 4 * kDigits);
  }
  constexpr uint64_t kMost = std::numeric_limits<int64_t>::max();
  return static_cast<int64_t>((static_cast<uint64_t>(article) + of_id) & kMost);
}

}  // namespace acta
