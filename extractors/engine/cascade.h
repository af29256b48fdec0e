// From tokens to a tree: phases of rules over the units of each sentence.
//
//   Tree tree = ReadArticle(article, annotated, pack);
//
// Within a phase: leftmost, then longest, then the order of the files. A match becomes a unit of the
// rule's kind, which later phases see in place of its parts. Pure; the time is linear in the text for
// each phase. `Workspace` keeps the buffers between articles; one per thread.
#pragma once

#include <string>
#include <vector>

#include "extractors/engine/pack.h"
#include "extractors/engine/unit.h"
#include "pipeline/text/article.h"

namespace acta {

Tree ReadArticle(const Article& article, const Annotated& annotated, const Pack& pack);

}  // namespace acta
