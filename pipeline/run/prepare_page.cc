#include "pipeline/run/prepare_page.h"

#include "pipeline/archive/page_identity.h"
#include "pipeline/fetch/url.h"

namespace acta {

void PreparePage(PageReading& page) {
  Article& article = *page.article;
  page.identity = PageIdentity(article, page.from.source);
  if (Result<Url> url = ParseUrl(article.url)) article.url = IdentityKey(*url);
  page.rows = RowsOf(article, page.facts);
  page.facts = {};
}

}  // namespace acta
