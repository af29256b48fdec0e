// Where an article plays: the province or city under central rule that most of it speaks of.
//
//   PlaceUse place = ArticlePlace(article, facts, world);   // {"an-giang", "An Giang", "text"}
//
// The site and the bodies that are named with their place count for most, the headline for more than the body. A
// province outside the gazetteer ("tỉnh Long Giang") counts by the word before or after it. Unknown when two places
// are named alike often.
#pragma once

#include "pipeline/resolve/account.h"

namespace acta {

PlaceUse ArticlePlace(const Article& article, const Facts& facts, const World& world);

// How many provinces of places.tsv the headline and the first lines name.
size_t ProvincesNamed(const Article& article, const Facts& facts, const World& world);

}  // namespace acta
