// acta robots: what a robots.txt says of addresses, without asking anyone.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/fetch/page_source.h"
#include "pipeline/fetch/robots.h"
#include "pipeline/fetch/url.h"
#include "pipeline/run/sources.h"
#include "pipeline/store/text_width.h"

namespace acta::cli {
namespace {

struct RobotsVerb {
  std::string file, agent = "acta";
  std::vector<std::string> urls;
};

// The path of a URL, or of "/a?b" itself.
Result<std::string> PathOf(const std::string& argument) {
  if (argument.starts_with('/')) return argument;
  Result<Url> url = ParseUrl(argument);
  if (!url) return Fail("usage", url.error().message);
  return url->PathAndQuery();
}

int Judge(const RobotsVerb& verb) {
  std::unique_ptr<PageSource> files = FileSource({verb.file});
  std::optional<SourcedPage> file = files->Next();
  if (!file || !file->page) {
    return Complain({"usage", verb.file + ": " + (file ? file->page.error().message : "not there")});
  }
  const RobotsTxt robots = RobotsTxt::Parse(file->page->bytes);
  bool all = true;
  for (const std::string& argument : verb.urls) {
    Result<std::string> path = PathOf(argument);
    if (!path) return Complain(path.error());
    const bool allowed = robots.Allows(verb.agent, *path);
    all = all && allowed;
    std::cout << (allowed ? "allowed" : "disallowed") << '\t' << Harmless(argument) << '\n';
  }
  return all ? kOk : kFailed;
}

}  // namespace

void AddRobots(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<RobotsVerb>();
  CLI::App* verb = app.add_subcommand("robots", "What a robots.txt allows");
  verb->add_option("FILE", options.file, "The robots.txt; \"-\": standard input")->required();
  verb->add_option("URL", options.urls, "http, https, or a path")->required();
  verb->add_option("--agent", options.agent, "Product token of the crawler [default: acta]");
  verb->footer(
      "Judges by RFC 9309 as the fetcher does. Exit status 0 when every URL is allowed, 1 when one is not.\n"
      "\n"
      "Examples:\n"
      "  acta robots robots.txt https://example.org/news/1 /search?q=x\n"
      "  acta robots robots.txt /news/ --agent otherbot");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Judge(options); }; });
}

}  // namespace acta::cli
