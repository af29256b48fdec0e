// The end of the line of the soak: what `acta ingest` does with a page, without its messages.
#pragma once

#include "pipeline/archive/page_identity.h"
#include "pipeline/fetch/url.h"
#include "pipeline/run/line.h"
#include "pipeline/store/store.h"

namespace acta::soak {

inline PageSink KeepIn(Store& store) {
  return [&store](PageReading& reading, RunReport&) -> Result<void> {
    Visit visit;
    if (reading.from.page) visit = VisitOf(*reading.from.page);
    visit.source = reading.from.source;
    if (!reading.article) {
      if (reading.article.error().kind == "cancelled") return {};
      return store.Refuse(visit, reading.article.error());
    }
    visit.page = PageIdentity(*reading.article, visit.source);
    if (Result<Url> url = ParseUrl(reading.article->url)) reading.article->url = IdentityKey(*url);
    Result<Stored> stored = store.Put(*reading.article, reading.facts, visit);
    if (!stored) return tl::unexpected(stored.error());
    return {};
  };
}

}  // namespace acta::soak
