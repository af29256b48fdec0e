// acta sources: the file that names what is followed.
#include <algorithm>
#include <iostream>

#include "pipeline/cli/sources_check.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/crawl/probe.h"
#include "pipeline/fetch/url.h"
#include "pipeline/query/write_rows.h"
#include "pipeline/run/interrupt.h"

namespace acta::cli {
namespace {

struct SourcesVerb {
  std::string file, format;
  std::string input;                // of add and import
  std::vector<std::string> inputs;  // of check
  std::string name, kind, language, every, delay;
  bool tls_exception = false, no_check = false, all = false, links = false;
  FetchOptions fetch;
};

// The sources of the file; none when there is no file yet.
Result<std::vector<Source>> SourcesSoFar(const std::string& file) {
  if (access(file.c_str(), F_OK) != 0) return std::vector<Source>();
  return LoadSources(file);
}

std::optional<std::string> NameOf(const std::vector<Source>& sources, const std::string& url) {
  Result<Url> wanted = ParseUrl(url);
  for (const Source& source : sources) {
    Result<Url> there = ParseUrl(source.url);
    if (wanted && there && IdentityKey(*wanted) == IdentityKey(*there)) return source.name;
  }
  return std::nullopt;
}

// A source with what the options say, checked as if it stood in the file.
Result<Source> SourceOf(const SourcesVerb& verb, const std::string& url, const std::string& kind,
                        const std::string& name) {
  Source plain;
  plain.name = name;
  plain.url = url;
  plain.language = verb.language;
  plain.tls_exception = verb.tls_exception;
  std::string text = SourceAsToml(plain);
  if (!kind.empty()) text += "kind = \"" + kind + "\"\n";
  if (!verb.every.empty()) text += "every = \"" + verb.every + "\"\n";
  if (!verb.delay.empty()) text += "delay = \"" + verb.delay + "\"\n";
  Result<std::vector<Source>> read = ParseSources(text, url);
  if (!read) return Fail("usage", read.error().message);
  return read->front();
}

// What is at the URL: the URL itself when it is not to be asked.
Result<std::vector<ProbedSource>> LookAt(const SourcesVerb& verb, std::stop_token stop) {
  if (verb.no_check) {
    ProbedSource unseen;
    unseen.url = verb.input;
    unseen.kind = SourceKind::kAuto;
    return std::vector<ProbedSource>{unseen};
  }
  if (Result<void> allowed = RequireContact(verb.fetch); !allowed) return tl::unexpected(allowed.error());
  Result<std::unique_ptr<Fetcher>> fetcher = Fetcher::Create(verb.fetch);
  if (!fetcher) return tl::unexpected(fetcher.error());
  Result<std::vector<ProbedSource>> found = Probe(**fetcher, verb.input, stop);
  if (found && found->empty()) {
    return Fail("bad_feed",
                verb.input + ": no feed, no sitemap and no list of stories; --no-check adds it all the same");
  }
  return found;
}

int Add(const SourcesVerb& verb) {
  Interrupt interrupt;
  if (Result<Url> url = ParseUrl(verb.input); !url) return Complain({"usage", url.error().message});
  Result<std::vector<Source>> sources = SourcesSoFar(verb.file);
  if (!sources) return Complain(sources.error());
  Result<std::vector<ProbedSource>> found = LookAt(verb, interrupt.token());
  if (!found) return Complain(found.error());
  std::vector<Source> added;
  for (const ProbedSource& each : *found) {
    if (std::optional<std::string> name = NameOf(*sources, each.url)) {
      Say(each.url + " is followed already, as \"" + *name + '"');
      if (!verb.all) return kOk;
      continue;
    }
    std::string kind = !verb.kind.empty() ? verb.kind : std::string(SourceKindName(each.kind));
    Result<Source> source =
        SourceOf(verb, each.url, kind, FreeSourceName(verb.name.empty() ? each.url : verb.name, *sources));
    if (!source) return Complain(source.error());
    std::cout << source->name << ": " << source->url << " (" << kind;
    if (!verb.no_check) std::cout << ", " << each.form << ", " << each.links << " links";
    std::cout << ")\n";
    sources->push_back(*source);
    added.push_back(std::move(*source));
    if (!verb.all) break;
  }
  if (!verb.all && found->size() > 1)
    Say(std::to_string(found->size() - 1) +
        " more are there; --all adds them, acta sources check shows them");
  if (added.empty()) return kOk;
  Result<void> written = AppendSources(verb.file, added);
  return written ? kOk : Complain(written.error());
}

int List(const SourcesVerb& verb) {
  Result<std::vector<Source>> sources = LoadSources(verb.file);
  if (!sources) return Complain(sources.error());
  Rows rows;
  for (const char* name : {"name", "kind", "language", "every_s", "delay_s", "enabled", "url"})
    rows.columns.push_back({name, ""});
  for (const Source& source : *sources) {
    auto stated = [](int64_t value) { return value > 0 ? RowCell(value) : RowCell(); };
    rows.rows.push_back({source.name, std::string(SourceKindName(source.kind)),
                         source.language.empty() ? RowCell() : RowCell(source.language),
                         stated(source.every_s), stated(source.delay_ms / 1000),
                         source.enabled ? "yes" : "no", source.url});
  }
  WriteRows(rows, *ParseRowFormat(verb.format), {TerminalWidth()}, std::cout);
  return kOk;
}

int Import(const SourcesVerb& verb) {
  std::unique_ptr<PageSource> file = FileSource({verb.input});
  std::optional<SourcedPage> read = file->Next();
  if (!read || !read->page) {
    return Complain({"not_found", verb.input + ": " + (read ? read->page.error().message : "not there")});
  }
  Result<Subscriptions> list = ParseOpml(read->page->bytes);
  if (!list) return Complain({list.error().kind, verb.input + ": " + list.error().message});
  Result<std::vector<Source>> sources = SourcesSoFar(verb.file);
  if (!sources) return Complain(sources.error());
  std::vector<Source> added;
  for (Source& source : list->sources) {
    if (NameOf(*sources, source.url)) continue;
    source.name = FreeSourceName(source.name, *sources);
    sources->push_back(source);
    added.push_back(std::move(source));
  }
  if (!added.empty()) {
    if (Result<void> written = AppendSources(verb.file, added); !written) return Complain(written.error());
  }
  std::cout << added.size() << " added, " << list->sources.size() - added.size() << " followed already, "
            << list->rejected << " without a usable address\n";
  return list->rejected == 0 ? kOk : added.empty() ? kFailed : kPartial;
}

int Export(const SourcesVerb& verb) {
  Result<std::vector<Source>> sources = LoadSources(verb.file);
  if (!sources) return Complain(sources.error());
  std::cout << SourcesAsOpml(*sources);
  return kOk;
}

void AddFileOption(CLI::App& verb, SourcesVerb& options) {
  options.file = "sources.toml";
  verb.add_option("--sources", options.file, "The file [default: sources.toml]")->type_name("FILE");
}

// A verb below "sources" with its options and its run.
template <class Action>
CLI::App* SubVerb(CLI::App& sources, Verbs& verbs, const char* name, const char* help, SourcesVerb& options,
                  Action action) {
  CLI::App* verb = sources.add_subcommand(name, help);
  AddFileOption(*verb, options);
  verb->callback(
      [&verbs, &options, action] { verbs.action = [&options, action] { return action(options); }; });
  return verb;
}

void AddAdd(CLI::App& sources, Verbs& verbs) {
  auto& options = verbs.Own<SourcesVerb>();
  CLI::App* verb = SubVerb(sources, verbs, "add", "Look at a site and follow it", options, Add);
  verb->add_option("URL", options.input, "A feed, a sitemap, a home page, or a page that lists news")
      ->required();
  verb->add_option("--name", options.name, "In reports [default: its host]");
  verb->add_option("--kind", options.kind, "What it is, when that is not to be found out")
      ->check(CLI::IsMember({"auto", "feed", "sitemap", "listing", "page"}));
  verb->add_option("--language", options.language, "Of pages that do not say")->type_name("xx");
  verb->add_option("--every", options.every, "First interval between visits; it adapts")->type_name("2h");
  verb->add_option("--pace", options.delay, "Between requests to its host")->type_name("5s");
  verb->add_flag("--tls-exception", options.tls_exception,
                 "Its certificate is not verified; its records say so");
  verb->add_flag("--all", options.all, "All feeds that were found, not only the best");
  verb->add_flag("--no-check", options.no_check, "As it is, without asking it");
  AddFetchOptions(*verb, options.fetch);
  verb->footer(
      "Examples:\n"
      "  acta sources add https://news.example.org/ --contact me@example.org\n"
      "  acta sources add https://news.example.org/rss.xml --no-check --name news --every 30m");
}

void AddCheckVerb(CLI::App& sources, Verbs& verbs) {
  auto& options = verbs.Own<SourceCheck>();
  CLI::App* verb =
      sources.add_subcommand("check", "What is understood of sources, feeds, sitemaps, robots.txt");
  options.sources = "sources.toml";
  verb->add_option(
      "WHAT", options.inputs,
      "URLs, names of sources, or files: feed, sitemap, robots.txt, OPML, web page [default: all "
      "enabled sources]");
  verb->add_option("--sources", options.sources, "The file [default: sources.toml]")->type_name("FILE");
  verb->add_option("--base", options.base, "The URL of the files, for their relative links")
      ->type_name("URL");
  verb->add_option("--agent", options.agent, "Whose rules to take from a robots.txt [default: acta]");
  verb->add_flag("--links", options.links, "Every link, too");
  AddFormatOption(*verb, options.format, {"table", "jsonl"});
  AddFetchOptions(*verb, options.fetch);
  verb->footer(
      "Files are only read, nothing is asked for them. Exit status 3 when some could not be understood, 1 "
      "when none.\n"
      "\n"
      "Examples:\n"
      "  acta sources check --contact me@example.org\n"
      "  acta sources check https://news.example.org/ --contact me@example.org\n"
      "  acta sources check feed.xml robots.txt --base https://news.example.org/ --format jsonl --links");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return CheckSources(options); }; });
}

}  // namespace

void AddSources(CLI::App& app, Verbs& verbs) {
  CLI::App* sources = app.add_subcommand("sources", "What is followed: sources.toml");
  sources->require_subcommand(1);
  AddAdd(*sources, verbs);
  auto& list = verbs.Own<SourcesVerb>();
  CLI::App* verb = SubVerb(*sources, verbs, "list", "The sources of the file", list, List);
  AddFormatOption(*verb, list.format, {"table", "jsonl", "json", "csv"});
  verb->footer("Examples:\n  acta sources list\n  acta sources list --format csv");
  AddCheckVerb(*sources, verbs);
  auto& import = verbs.Own<SourcesVerb>();
  verb = SubVerb(*sources, verbs, "import", "Add the feeds of a subscription list", import, Import);
  verb->add_option("OPML", import.input, "As feed readers export it")->required();
  verb->footer("Examples:\n  acta sources import subscriptions.opml");
  auto& xport = verbs.Own<SourcesVerb>();
  verb = SubVerb(*sources, verbs, "export", "The sources as a subscription list (OPML 2.0)", xport, Export);
  verb->footer("Examples:\n  acta sources export > subscriptions.opml");
  sources->footer(
      "Examples:\n"
      "  acta sources add https://news.example.org/ --contact me@example.org\n"
      "  acta sources import subscriptions.opml\n"
      "  acta sources check --contact me@example.org");
}

}  // namespace acta::cli
