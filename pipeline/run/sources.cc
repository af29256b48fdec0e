#include "pipeline/run/sources.h"

#include <cstdio>
#include <filesystem>
#include <utility>

#include "pipeline/archive/capture_note.h"
#include "pipeline/archive/warc_reader.h"
#include "pipeline/archive/warc_source.h"
#include "pipeline/archive/warc_writer.h"
#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

// Several sources, one after the other. They stay until the end, for pages are done later than they come.
class ChainSource : public PageSource {
 public:
  ChainSource(std::vector<std::unique_ptr<PageSource>> sources, std::vector<std::string> notes)
      : sources_(std::move(sources)), notes_(std::move(notes)) {}

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    for (; current_ < sources_.size(); ++current_) {
      if (std::optional<SourcedPage> page = sources_[current_]->Next(stop)) return page;
    }
    return std::nullopt;
  }

  void Done(const std::string& ticket) override {
    for (const auto& source : sources_) source->Done(ticket);
  }

  std::vector<std::string> Notes() const override {
    std::vector<std::string> notes = notes_;
    for (const auto& source : sources_) {
      for (std::string& note : source->Notes()) notes.push_back(std::move(note));
    }
    return notes;
  }

 private:
  const std::vector<std::unique_ptr<PageSource>> sources_;
  const std::vector<std::string> notes_;  // of what was passed over when they were opened
  size_t current_ = 0;
};

SourcedPage Refused(const std::string& argument, const Error& error) {
  SourcedPage refused;
  refused.input = refused.source = argument;
  refused.page = tl::unexpected(error);
  return refused;
}

// Standard input whole, under the limit of a file.
Result<std::string> ReadStandardInput() {
  constexpr size_t kMaxBytes = 64 << 20;
  std::string bytes;
  char piece[1 << 16];
  while (size_t got = std::fread(piece, 1, sizeof piece, stdin)) {
    bytes.append(piece, got);
    if (bytes.size() > kMaxBytes) return Fail("too_large", "more than 64 MiB on standard input");
  }
  return bytes;
}

std::unique_ptr<PageSource> PageOnStandardInput() {
  SourcedPage sourced;
  sourced.input = sourced.source = "-";
  Result<std::string> bytes = ReadStandardInput();
  if (bytes) {
    sourced.page->source = "-";
    sourced.page->bytes = std::move(*bytes);
  } else {
    sourced.page = tl::unexpected(bytes.error());
  }
  return MemorySource({std::move(sourced)});
}

std::unique_ptr<PageSource> OpenUrls(std::vector<std::string> urls, const SourceOptions& options) {
  FetchOptions fetch = options.fetch;
  fetch.exchanges = options.archive;
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(fetch);
  if (!fetcher) {
    std::vector<SourcedPage> refused;
    for (const std::string& url : urls) refused.push_back(Refused(url, fetcher.error()));
    return MemorySource(std::move(refused));
  }
  std::unique_ptr<PageSource> web = WebSource(std::move(*fetcher), std::move(urls), options.feed_limit);
  return options.archive ? ArchivingSource(std::move(web), *options.archive) : std::move(web);
}

// Files of a folder that are neither pages nor archives nor belong to one, in a sentence for people.
std::string OthersNote(const std::string& folder, const std::vector<std::string>& others) {
  const std::string first = std::filesystem::path(others.front()).filename().string();
  return folder + ": " +
         (others.size() == 1
              ? first + " is no page by its name"
              : std::to_string(others.size()) + " files are no pages by their names, as " + first) +
         "; a file that is named itself is read";
}

// A folder holds pages, WARC files, or both.
void OpenFolder(const std::string& folder, std::vector<std::unique_ptr<PageSource>>& sources,
                std::vector<std::string>& notes) {
  std::vector<std::string> warcs, pages, others;
  const Result<std::vector<std::string>> files = FilesBelow(folder, [](const std::string&) { return true; });
  for (const std::string& path : files ? *files : std::vector<std::string>()) {
    const std::string name = ascii::Lower(path);
    const bool is_warc = name.ends_with(".warc") || name.ends_with(".warc.gz"), is_page = IsPageFile(path);
    if (is_warc) warcs.push_back(path);
    if (is_page) pages.push_back(path);
    if (!is_warc && !is_page && !IsSidecar(path)) others.push_back(path);
  }
  // FileSource says what is wrong with a folder that has neither.
  if (warcs.empty() || !pages.empty()) sources.push_back(FileSource({folder}));
  if (!warcs.empty()) sources.push_back(WarcSource(std::move(warcs)));
  if (!others.empty()) notes.push_back(OthersNote(folder, others));
}

// What kind of source an argument is; neighbours of a kind are opened together.
enum class Kind { kUrl, kWarc, kLines, kFolder, kFile, kStandardInput };

Kind KindOf(const std::string& argument) {
  if (argument == "-") return Kind::kStandardInput;
  if (IsUrl(argument)) return Kind::kUrl;
  std::error_code error;
  if (std::filesystem::is_directory(argument, error)) return Kind::kFolder;
  if (ascii::Lower(argument).ends_with(".jsonl")) return Kind::kLines;
  return IsWarcFile(argument) ? Kind::kWarc : Kind::kFile;
}

}  // namespace

Result<std::vector<std::string>> ListOnStandardInput() {
  Result<std::string> text = ReadStandardInput();
  if (!text) return tl::unexpected(text.error());
  std::vector<std::string> arguments;
  for (size_t at = 0; at < text->size();) {
    const size_t end = std::min(text->find('\n', at), text->size());
    const std::string_view line = ascii::Trim(std::string_view(*text).substr(at, end - at));
    if (!line.empty() && line[0] != '#' && line != "-") arguments.emplace_back(line);
    at = end + 1;
  }
  if (arguments.empty()) return Fail("empty", "standard input lists nothing");
  return arguments;
}

bool IsUrl(std::string_view argument) {
  const size_t end = argument.find("://");
  return end != argument.npos && end > 0 &&
         argument.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.") ==
             end;
}

std::unique_ptr<PageSource> OpenSources(const std::vector<std::string>& arguments,
                                        const SourceOptions& options) {
  std::vector<std::unique_ptr<PageSource>> sources;
  std::vector<std::string> notes;
  for (size_t i = 0; i < arguments.size();) {
    const Kind kind = KindOf(arguments[i]);
    std::vector<std::string> alike = {arguments[i++]};
    const bool one_source = kind == Kind::kUrl || kind == Kind::kWarc || kind == Kind::kFile;
    while (one_source && i < arguments.size() && KindOf(arguments[i]) == kind)
      alike.push_back(arguments[i++]);
    switch (kind) {
      case Kind::kUrl:
        sources.push_back(OpenUrls(std::move(alike), options));
        break;
      case Kind::kWarc:
        sources.push_back(WarcSource(std::move(alike)));
        break;
      case Kind::kLines:
        sources.push_back(LineSource(alike[0], options.lines));
        break;
      case Kind::kFolder:
        OpenFolder(alike[0], sources, notes);
        break;
      case Kind::kFile:
        sources.push_back(FileSource(std::move(alike)));
        break;
      case Kind::kStandardInput:
        if (!options.list_on_stdin) {
          sources.push_back(PageOnStandardInput());
        } else if (Result<std::vector<std::string>> listed = ListOnStandardInput()) {
          sources.push_back(OpenSources(*listed, options));
        } else {
          sources.push_back(MemorySource({Refused("-", listed.error())}));
        }
        break;
    }
  }
  return std::make_unique<ChainSource>(std::move(sources), std::move(notes));
}

}  // namespace acta
