// One page through the stages that need nothing but the page: bytes → article → facts.
//
//   Result<Tools> tools = LoadTools(FindData("").value());
//   Result<Article> article = ReadPage(page, *tools, {});
//   Result<Facts> facts = ReadFacts(*article, *tools);
//
// Pure functions of their input and the tools; safe to call from any number of threads.
#pragma once

#include <optional>
#include <string>

#include "extractors/engine/extract.h"
#include "pipeline/clean/clean.h"
#include "pipeline/run/data_folder.h"
#include "pipeline/text/article.h"
#include "pipeline/text/page.h"
#include "schemas/records.h"

namespace acta {

// What the stages know. Loaded once, never changed, shared by all workers.
struct Tools {
  CleanRules clean;
  PackSet packs;
};

Result<Tools> LoadTools(const DataFolders& folders);

// What the user says about the pages, where it is to hold for all of them. Empty = as the page says.
struct ReadOptions {
  std::string published;              // ISO date
  std::string language;               // ISO 639-1
  std::vector<SiteRules> sites = {};  // where single sites have their body, title, date
};

// An HTML page is cleaned; plain text (by its Content-Type, else by its content) is taken as it is. Errors
// as of CleanPage and DecodeText.
Result<Article> ReadPage(const Page& page, const CleanRules& rules, const ReadOptions& options,
                         CleanTrace* trace = nullptr);

// The records, with their links and final ids, within the vocabularies (conform.h; `corrected` says how many
// values had to be set right for that). Fails with "language" when no pack reads the article's language.
Result<Facts> ReadFacts(const Article& article, const PackSet& packs, size_t* corrected = nullptr);

// Whether these bytes are to be read as HTML.
bool LooksLikeHtml(std::string_view bytes, std::string_view content_type);

}  // namespace acta
