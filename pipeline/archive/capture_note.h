// What acta's own archives say of each page, beside the bytes: which input it came from, what its feed said of it,
// or why there is no page. With it a replay gives what the live run gave; without it (files of other programs)
// the bytes have to do.
//
//   writer.NoteFields(url, page.capture, NoteOf(sourced));       // a `metadata` record, application/warc-fields
//   std::optional<SourcedPage> again = PageOfNote(fields);       // as it was, but for the bytes
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "pipeline/fetch/page_source.h"
#include "pipeline/text/page.h"

namespace acta {

class WarcWriter;

// The field of a `warcinfo` that says: pages are given by their notes.
inline constexpr std::string_view kOwnForm = "acta-form";

// Named values, a line each: "name: value". Line ends and controls within values become blanks.
std::string FormatWarcFields(const Headers& fields);

Headers NoteOf(const SourcedPage& sourced);

// nullopt when these are not the fields of a note. The page has no bytes, headers or URL yet; of a refused input
// it is the Error.
std::optional<SourcedPage> PageOfNote(const Headers& fields);

// As any other source, but what passes is noted in `archive` before it is given on. When that fails, the run
// ends: one last input is refused with the archive's error. What is given by reference must outlive it.
std::unique_ptr<PageSource> ArchivingSource(PageSource& inner, WarcWriter& archive);
std::unique_ptr<PageSource> ArchivingSource(std::unique_ptr<PageSource> inner, WarcWriter& archive);

}  // namespace acta
