// acta fetch: URLs to bytes, a line for each in the order of the arguments.
#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/fetch/page_source.h"
#include "pipeline/run/interrupt.h"
#include "pipeline/run/sources.h"

namespace acta::cli {
namespace {

using Json = nlohmann::ordered_json;

struct FetchVerb {
  std::vector<std::string> urls;
  std::string save, format;
  FetchOptions fetch;
};

Json LineOf(const FetchOutcome& outcome, const std::string& folder) {
  Json line = {{"source", outcome.request.source}};
  Result<std::string> saved = std::string();
  if (outcome.page && !folder.empty()) saved = SavePage(*outcome.page, folder);
  if (outcome.page) {
    const Page& page = *outcome.page;
    line["url"] = page.url;
    line["status"] = page.status;
    line["content_type"] = std::string(HeaderValue(page.headers, "content-type"));
    line["bytes"] = page.bytes.size();
    line["fetched_at"] = page.fetched_at;
    line["tls_unverified"] = page.tls_unverified;
    line["saved"] = saved && !saved->empty() ? Json(*saved) : Json();
  }
  line["redirects"] = outcome.redirects;
  line["attempts"] = outcome.attempts;
  if (!outcome.page || !saved) {
    const Error& error = outcome.page ? saved.error() : outcome.page.error();
    line["error"] = error.message;
    line["error_kind"] = error.kind;
    Say(outcome.request.source + ": " + error.message);
  }
  return line;
}

// "-" is the list on standard input, as for ingest.
Result<std::vector<std::string>> UrlsOf(const std::vector<std::string>& arguments) {
  std::vector<std::string> urls;
  for (const std::string& argument : arguments) {
    if (argument != "-") {
      urls.push_back(argument);
      continue;
    }
    Result<std::vector<std::string>> listed = ListOnStandardInput();
    if (!listed) return listed;
    urls.insert(urls.end(), listed->begin(), listed->end());
  }
  return urls;
}

int Fetch(const FetchVerb& verb) {
  Interrupt interrupt;
  Result<std::vector<std::string>> urls = UrlsOf(verb.urls);
  if (!urls) return Complain(urls.error());
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(verb.fetch);
  if (!fetcher) return Complain(fetcher.error());
  // Answers come in any order; a line waits until all before it are out. The number is the place.
  std::vector<std::optional<Json>> lines(urls->size());
  for (size_t i = 0; i < urls->size(); ++i) {
    FetchRequest request;
    request.url = (*urls)[i];
    request.source = std::to_string(i);
    (*fetcher)->Add(std::move(request));
  }
  RunReport report;
  size_t next = 0;
  while (std::optional<FetchOutcome> outcome = (*fetcher)->Next(interrupt.token())) {
    const size_t place = std::stoul(outcome->request.source);
    outcome->request.source = (*urls)[place];
    lines[place] = LineOf(*outcome, verb.save);
    ++report.inputs;
    ++(lines[place]->contains("error") ? report.refused : report.read);
    for (; next < lines.size() && lines[next]; ++next) {
      std::cout << lines[next]->dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
      *lines[next] = Json();
    }
  }
  return StatusOf(report, interrupt.requested());
}

}  // namespace

void AddFetch(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<FetchVerb>();
  CLI::App* verb = app.add_subcommand("fetch", "Fetch pages, politely");
  verb->add_option("URL", options.urls, "http or https, or - for a list of them on standard input")
      ->required();
  verb->add_option("--save", options.save,
                   "Write bytes and a sidecar with URL and headers here; clean reads them")
      ->type_name("DIR");
  AddFormatOption(*verb, options.format, {"jsonl"});
  AddFetchOptions(*verb, options.fetch);
  verb->footer(
      "Prints one JSON line for each URL, also for one that is refused (then with \"error\"). robots.txt is\n"
      "obeyed; a host gets one request at a time, at least a second apart.\n"
      "\n"
      "Examples:\n"
      "  acta fetch https://example.org/news/1 --contact me@example.org --save saved\n"
      "  acta fetch - --contact me@example.org --save saved < urls.txt\n"
      "  acta fetch http://127.0.0.1:8000/a.html --allow-private");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Fetch(options); }; });
}

}  // namespace acta::cli
