// Records as JSON lines, both ways. The shape is facts.schema.json; docs/records.md tells its meaning.
//
//   std::string line = ExtractLine(article, facts);      // one line, no line end
//   Result<Extraction> reading = ParseExtractLine(line);    // reading->facts == facts
//
// Offsets in JSON count Unicode code points of `article.text`; in the structs they count bytes. A value
// that is not known is null, a list is never null, a number without a fraction is printed without one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/text/article.h"
#include "pipeline/text/result.h"
#include "schemas/records.h"

namespace acta {

// One article and what it states.
struct Extraction {
  Article article;
  Facts facts;
};

// The line of `acta extract`: source, article, one list per record kind, pack.
std::string ExtractLine(const Article& article, const Facts& facts);

// The same keys with empty lists, and `error` (what happened) and `error_kind` (its stable word).
std::string ExtractErrorLine(const std::string& source, const Error& error);

// The line of `acta clean`: metadata and the body text, without the headline.
std::string CleanLine(const Article& article);
std::string CleanErrorLine(const std::string& source, const Error& error);

// The inverse of ExtractLine. Fails with kind "bad_json" (not JSON), "bad_record" (a missing or wrong
// field, a word outside its vocabulary, evidence that does not quote the text; the message names the
// place) or, for a line of ExtractErrorLine, with the error that it reports. Unknown keys are ignored.
Result<Extraction> ParseExtractLine(std::string_view line);

// The article of a line of ExtractLine, without its records; nothing where the line has none.
std::optional<Article> ArticleOfLine(std::string_view line);

// `source` of a line of either kind; "" when it has none.
std::string SourceOfLine(std::string_view line);

}  // namespace acta
