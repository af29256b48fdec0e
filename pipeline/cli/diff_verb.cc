// acta diff: two versions of a page, or two pages, side by side.
#include <fmt/format.h>

#include <iostream>
#include <nlohmann/json.hpp>

#include "pipeline/archive/page_identity.h"
#include "pipeline/archive/warc_record.h"
#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/store/diff.h"
#include "pipeline/store/open.h"
#include "pipeline/store/record_read.h"
#include "pipeline/store/text_width.h"
#include "pipeline/store/versions.h"

namespace acta::cli {
namespace {

using Json = nlohmann::ordered_json;

struct DiffVerb {
  std::string db, page, other, format;
  int from = 0, to = 0;
  bool all = false;
};

// The versions of what the user names: an input, a page, or any other spelling of its URL.
Result<std::vector<Version>> Find(const Database& db, const std::string& named) {
  Result<std::vector<Version>> versions = VersionsOf(db, named);
  if (versions && versions->empty()) {
    Article article;
    article.url = named;
    versions = VersionsOf(db, PageIdentity(article, named));
  }
  if (versions && versions->empty())
    return Fail("not_found", "\"" + named + "\" is no page or input of " + db.path());
  return versions;
}

// The n-th; counted from the end when it is not positive.
Result<Version> Choose(const std::vector<Version>& versions, int n) {
  const auto count = static_cast<int>(versions.size());
  const int index = n > 0 ? n - 1 : count - 1 + n;
  if (index >= 0 && index < count) return versions[static_cast<size_t>(index)];
  const std::string page = versions[0].page;
  return Fail("usage", n > 0 ? fmt::format("{} has no version {}: there are {}", page, n, count)
                             : page + " has one version only; name another page to compare it with");
}

std::string Day(int64_t seconds) {
  return seconds ? FormatWarcDate(seconds * 1000).substr(0, 16) + "Z" : "?";
}

std::string Heading(const Version& version) {
  return fmt::format("{}  version {} of {}, seen {}{}", version.page, version.n, version.of,
                     Day(version.first_seen),
                     version.last_seen > version.first_seen ? " … " + Day(version.last_seen) : "");
}

Json AsJson(const Version& version) {
  return {{"page", version.page},
          {"version", version.n},
          {"versions", version.of},
          {"article", version.article},
          {"first_seen", version.first_seen ? Json(FormatWarcDate(version.first_seen * 1000)) : Json()},
          {"last_seen", version.last_seen ? Json(FormatWarcDate(version.last_seen * 1000)) : Json()},
          {"current", version.current}};
}

Json OrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::string_view Word(DiffMark mark) {
  switch (mark) {
    case DiffMark::kSame:
      return "same";
    case DiffMark::kChanged:
      return "changed";
    case DiffMark::kLeft:
      return "lost";
    default:
      return "found";
  }
}

void PrintJson(const Version& left, const Version& right, const ArticleDiff& diff) {
  Json json = {
      {"left", AsJson(left)}, {"right", AsJson(right)}, {"text", Json::array()}, {"records", Json::array()}};
  for (const DiffRow& row : diff.text)
    json["text"].push_back(
        {{"change", Word(row.mark)}, {"left", OrNull(row.left)}, {"right", OrNull(row.right)}});
  for (const RecordDiff& record : diff.records) {
    json["records"].push_back({{"change", Word(record.mark)},
                               {"kind", record.kind},
                               {"left", record.left.empty() ? Json() : Json::parse(record.left)},
                               {"right", record.right.empty() ? Json() : Json::parse(record.right)},
                               {"left_id", OrNull(record.left_id)},
                               {"right_id", OrNull(record.right_id)}});
  }
  std::cout << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

int Diff(const DiffVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  Result<std::vector<Version>> before = Find(*db, verb.page);
  if (!before) return Complain(before.error());
  Result<std::vector<Version>> now = verb.other.empty() ? before : Find(*db, verb.other);
  if (!now) return Complain(now.error());
  // One page: the last two versions unless others are named. Two pages: the last of each.
  const int from = verb.from > 0 ? verb.from : verb.other.empty() ? (verb.to > 1 ? verb.to - 1 : -1) : 0;
  Result<Version> left = Choose(*before, from);
  if (!left) return Complain(left.error());
  Result<Version> right = Choose(*now, verb.to);
  if (!right) return Complain(right.error());
  Result<Extraction> one = LoadExtraction(*db, left->article), two = LoadExtraction(*db, right->article);
  if (!one) return Complain(one.error());
  if (!two) return Complain(two.error());

  const ArticleDiff diff = CompareArticles(*one, *two);
  if (verb.format == "json") {
    PrintJson(*left, *right, diff);
  } else {
    const size_t terminal = TerminalWidth();
    WriteDiff(diff, {Heading(*left), Heading(*right), terminal ? terminal : 160, verb.all}, std::cout);
  }
  return kOk;
}

}  // namespace

void AddDiff(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<DiffVerb>();
  CLI::App* verb =
      app.add_subcommand("diff", "What changed between two versions of a page: text and records");
  verb->add_option("PAGE", options.page, "URL or path of an input")->required();
  verb->add_option("OTHER", options.other, "Another page, to compare it with");
  verb->add_option("--from", options.from, "Version on the left [default: the last but one]")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  verb->add_option("--to", options.to, "Version on the right [default: the last]")
      ->check(CLI::PositiveNumber)
      ->type_name("N");
  verb->add_flag("--all", options.all, "What is the same, too");
  AddDbOption(*verb, options.db);
  AddFormatOption(*verb, options.format, {"text", "json"});
  verb->footer(
      "An article that was edited keeps what it said before. < and > stand beside what is on one side only,\n"
      "| beside what changed, with the words that did in [brackets].\n"
      "\n"
      "Examples:\n"
      "  acta diff https://example.org/news/1\n"
      "  acta diff https://example.org/news/1 --from 1 --to 3 --format json\n"
      "  acta diff https://example.org/news/1 https://copy.example/story");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return Diff(options); }; });
}

}  // namespace acta::cli
