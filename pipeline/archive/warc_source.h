// WARC files as a source of pages: what was fetched once, without asking anybody again.
//
//   std::unique_ptr<PageSource> source = WarcSource({"crawl-0.warc.gz", "crawl-1.warc.gz"});
//
// Of acta's own files come the inputs of the live run, in its order, refused ones too. Of other programs' files
// (wget, Heritrix, warcio …) come the answers with status 200 that are HTML or plain text, and `resource` records
// of these types; answers with an error status are refused as the fetcher would have refused them. A `revisit` gives
// the page whose body it repeats, which must stand in one of the files, before it. Passed over: requests, robots.txt,
// redirects, feeds, pictures and the like; Notes() counts them.
//
// Errors of a page: "http_404" …, "bad_response", "bad_encoding", "too_large"; "truncated" (the answer, or the file,
// ends within it), "bad_digest" (its bytes are not those that were written), "missing_original" (of a revisit).
// Of a file: "not_found", "unreadable", "not_warc", and those of warc_reader.h, whose source is "FILE@BYTE".
//
// Memory: one record, and 60 bytes for each page read so far.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pipeline/fetch/page_source.h"

namespace acta {

std::unique_ptr<PageSource> WarcSource(std::vector<std::string> files);

}  // namespace acta
