#include "pipeline/run/sources.h"

#include <cstdio>
#include <utility>

namespace acta {
namespace {

// Several sources, one after the other. They stay until the end, for pages are done later than they come.
class ChainSource : public PageSource {
 public:
  explicit ChainSource(std::vector<std::unique_ptr<PageSource>> sources) : sources_(std::move(sources)) {}

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    for (; current_ < sources_.size(); ++current_) {
      if (std::optional<SourcedPage> page = sources_[current_]->Next(stop)) return page;
    }
    return std::nullopt;
  }

  void Done(const std::string& ticket) override {
    for (const auto& source : sources_) source->Done(ticket);
  }

 private:
  const std::vector<std::unique_ptr<PageSource>> sources_;
  size_t current_ = 0;
};

SourcedPage Refused(const std::string& argument, const Error& error) {
  SourcedPage refused;
  refused.input = refused.source = argument;
  refused.page = tl::unexpected(error);
  return refused;
}

// Standard input as one page, under the limit of a file.
SourcedPage ReadStandardInput() {
  constexpr size_t kMaxBytes = 64 << 20;
  Page page;
  page.source = "-";
  char piece[1 << 16];
  while (size_t got = std::fread(piece, 1, sizeof piece, stdin)) {
    page.bytes.append(piece, got);
    if (page.bytes.size() > kMaxBytes)
      return Refused("-", {"too_large", "more than 64 MiB on standard input"});
  }
  SourcedPage sourced;
  sourced.input = sourced.source = "-";
  sourced.page = std::move(page);
  return sourced;
}

std::unique_ptr<PageSource> OpenUrls(std::vector<std::string> urls, const FetchOptions& options,
                                     size_t limit) {
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(options);
  if (fetcher) return WebSource(std::move(*fetcher), std::move(urls), limit);
  std::vector<SourcedPage> refused;
  for (const std::string& url : urls) refused.push_back(Refused(url, fetcher.error()));
  return MemorySource(std::move(refused));
}

}  // namespace

bool IsUrl(std::string_view argument) {
  for (std::string_view scheme : {"http://", "https://"}) {
    if (argument.size() < scheme.size()) continue;
    bool same = true;
    for (size_t i = 0; i < scheme.size(); ++i) same = same && (argument[i] | 0x20) == (scheme[i] | 0x20);
    if (same) return true;
  }
  return false;
}

std::unique_ptr<PageSource> OpenSources(const std::vector<std::string>& arguments,
                                        const FetchOptions& options, size_t feed_limit) {
  std::vector<std::unique_ptr<PageSource>> sources;
  for (size_t i = 0; i < arguments.size();) {
    if (arguments[i] == "-") {
      sources.push_back(MemorySource({ReadStandardInput()}));
      ++i;
      continue;
    }
    const bool urls = IsUrl(arguments[i]);
    std::vector<std::string> alike;
    for (; i < arguments.size() && arguments[i] != "-" && IsUrl(arguments[i]) == urls; ++i)
      alike.push_back(arguments[i]);
    sources.push_back(urls ? OpenUrls(std::move(alike), options, feed_limit) : FileSource(std::move(alike)));
  }
  return std::make_unique<ChainSource>(std::move(sources));
}

}  // namespace acta
