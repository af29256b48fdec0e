// How a text was read: the tree of each sentence, and which readings were refused.
#pragma once

#include <string>

#include "extractors/engine/tree_view.h"

namespace acta {

// The sentences of a tree, one unit a line, parts indented under their unit:
//
//   directive “…yêu cầu Sở Y tế báo cáo kết quả”   vi/directive.toml:3
//     issuer: post “Chủ tịch UBND tỉnh”   vi/phrases.toml:31
//     …
std::string DrawTree(const TreeView& view);

// Reads `text`, as an example is read (examples.h), as an article of the pack's language, draws it, and adds the records and abstentions.
// `published` is an ISO date or empty.
std::string Explain(const Pack& pack, const std::string& text, const std::string& published);

}  // namespace acta
