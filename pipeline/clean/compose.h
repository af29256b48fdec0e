// The blocks of a reading, made into the text of the article: asides, labels and repeated lines go, captions
// are set apart, the head and the tail are cut where the article begins and ends.
//
//   Composed text = ComposeText(view, reading, headline);
#pragma once

#include <string>
#include <vector>

#include "pipeline/clean/headline.h"
#include "pipeline/clean/page_view.h"
#include "pipeline/clean/reading.h"
#include "pipeline/clean/stated_body.h"

namespace acta {

struct Line {
  std::string text;
  ParagraphKind kind = ParagraphKind::kBody;
  uint32_t block = kNoBlock;
};

struct Composed {
  std::vector<Line> lines;
  std::vector<std::string> captions;
  std::string byline;      // from "Tác giả: …" or a signature under the text
  std::string source_url;  // from "Nguồn: https://…"
};

// `stated` may be empty. Where it covers most of the reading, lines that it does not have go, and lines that it
// has stay; where it is much longer than the reading and holds it, it is the text.
Composed ComposeText(const PageView& view, const Reading& reading, const Headline& headline,
                     const StatedBody& stated);

}  // namespace acta
