// The day (and time) of publication, as the page states it. Null rather than a page clock.
#pragma once

#include <string>

#include "pipeline/clean/headline.h"
#include "pipeline/clean/page_view.h"
#include "pipeline/clean/reading.h"

namespace acta {

// "2024-03-21T08:15:00+07:00", "2024-03-21" or "". Trust, in this order: JSON-LD, <meta>, <time> and elements
// named as dates near the headline, labelled lines ("Ngày đăng: …"), a lone date between headline and text,
// the URL. Never from related lists, comments, or what stands far above the headline.
std::string FindPublished(const PageView& view, const Reading& reading, const Headline& headline);

}  // namespace acta
