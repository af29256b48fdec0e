// The end of the line of the soak: what `acta ingest` does with a page, without its messages.
#pragma once

#include "pipeline/run/line.h"
#include "pipeline/run/prepare_page.h"
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
    if (!reading.rows) PreparePage(reading);
    visit.page = std::move(reading.identity);
    if (!*reading.rows) return tl::unexpected(reading.rows->error());
    Result<Stored> stored = store.PutRows(*reading.article, std::move(**reading.rows), visit);
    if (!stored) return tl::unexpected(stored.error());
    return {};
  };
}

}  // namespace acta::soak
