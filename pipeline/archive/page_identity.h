// Which page an article is of, so that what it said before and what it says now are versions of one thing.
//
//   visit.page = PageIdentity(article, source);
//
// In this order: the canonical URL that the page states, if it may be believed; the URL it was had from; the path
// of its file. URLs are normalised (IdentityKey: tracking parameters, session ids, fragments dropped) and lose
// "www.", "m." or "amp." and the difference between http and https, for these never make another page.
//
// A canonical URL is believed when it is of the same site and names something of the URL itself: the last part of
// its path, or a number of four digits or more in it. Sites that state their front page or their section as canonical for every
// article are not followed, and a copy that names its original elsewhere stays a page of its own: a copy.
//
// Pure, safe from any thread.
#pragma once

#include <string>

#include "pipeline/text/article.h"

namespace acta {

std::string PageIdentity(const Article& article, const std::string& source);

}  // namespace acta
