// A new case of a corpus: a page, and beside it the program's own reading as a draft of the answer.
//
//   Result<NewCase> added = AddCase(page, "corpus", tools, {});
//   added->folder                     // "corpus/en/0011-minister-opens-bridge"
//
//   page.html     the bytes of the page
//   draft.json    what the program read, in the form of gold.json
//
// A draft is no answer: what the program overlooked is not in it. A person corrects it and names it gold.json;
// until then `acta regress` does not see the folder.
#pragma once

#include <filesystem>
#include <string>

#include "pipeline/run/read_page.h"
#include "pipeline/text/result.h"

namespace acta {

struct NewCase {
  std::filesystem::path folder;
  size_t records = 0;  // in the draft
};

// Makes DIR/<language>/<number>-<words of the title>, with the number after the last one there. Fails as
// ReadPage and ReadFacts do, with "exists" when a case of DIR has the same page, or with "io". What cannot be
// written whole is not left behind.
Result<NewCase> AddCase(const Page& page, const std::filesystem::path& corpus, const Tools& tools,
                        const ReadOptions& options);

// "bo-truong-mo-cau" of “Bộ trưởng mở cầu!”: at most six words in Latin letters and digits, or "page".
std::string SlugOf(const std::string& title);

}  // namespace acta
