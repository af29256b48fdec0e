// An Article is what a reader would call the article: cleaned once, never changed again.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/text/date.h"
#include "pipeline/text/span.h"

namespace acta {

// What a paragraph is for a reader; rules read `kBody` and `kTitle`, officials also `kCaption`.
enum class ParagraphKind : uint8_t { kTitle, kBody, kHeading, kListItem, kCaption };

struct Paragraph {
  Span span;  // of Article::text, without the line end
  ParagraphKind kind = ParagraphKind::kBody;
};

struct Article {
  std::string source;         // path or URL as given
  std::string url;            // final URL, or empty
  std::string canonical_url;  // as the page states it, absolute; or empty
  std::string title;
  std::string byline;     // names joined by "; "
  std::string published;  // "2024-03-21" or "2024-03-21T08:15:00+07:00" as stated; empty = not known
  std::string site;
  std::string language;    // ISO 639-1 of the article's text; empty = not known
  std::string source_url;  // "Source: …" of a syndicated copy, if it is a URL
  std::vector<std::string> captions;

  // Title, an empty line, then the body, one paragraph a line (of a plain-text file: the whole file).
  // UTF-8, NFC. Every Span of every record counts bytes of this string.
  std::string text;
  std::vector<Paragraph> paragraphs;  // in order, tiling all lines of `text` that are not blank

  // "ok", or why the reading is partial: "truncated: depth", "truncated: time", "truncated: size" …
  std::string status = "ok";

  // The day of `published`, when it is known.
  std::optional<Date> published_day() const {
    return published.size() >= 10 ? ParseIsoDate(std::string_view(published).substr(0, 10)) : std::nullopt;
  }
  // `text` without the title line and the empty line after it.
  std::string_view body() const;
};

// An Article of plain text: the decoded file is the text, line 1 the title, offsets the file's own.
// `text` must be valid UTF-8. Metadata other than the title stays empty.
Article PlainTextArticle(std::string source, std::string text);

// Fills `paragraphs` from the lines of `text`: line 1 is the title, lines that open with a bullet or a
// number are list items, short lines that end with a colon are headings.
void SplitParagraphs(Article& article);

}  // namespace acta
