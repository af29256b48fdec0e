// acta export: the database in the formats that other programs read.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/export/export.h"
#include "pipeline/store/open.h"

namespace acta::cli {
namespace {

struct ExportVerb {
  std::string db, format, output;
  ExportFilter filter;
  ExportOptions options;
};

int RunExport(ExportVerb verb) {
  const std::optional<ExportFormat> format = ParseExportFormat(verb.format);
  if (*format == ExportFormat::kCsv && verb.filter.kind.empty()) {
    return Complain({"usage", "a CSV holds one kind of record; name it, as in --kind deadline"});
  }
  if (const auto period = PeriodOf(verb.filter.from)) verb.filter.from = ToIso(period->first);
  if (const auto period = PeriodOf(verb.filter.to)) verb.filter.to = ToIso(period->second);
  if (!verb.filter.from.empty() && !verb.filter.to.empty() && verb.filter.from > verb.filter.to) {
    return Complain({"usage", "--from " + verb.filter.from + " is after --to " + verb.filter.to});
  }
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  Result<ExportCount> count = verb.output.empty() || verb.output == "-"
                                  ? Export(*db, *format, verb.filter, verb.options, std::cout)
                                  : ExportToFile(*db, *format, verb.filter, verb.options, verb.output);
  if (!count) return Complain(count.error());
  if (!verb.output.empty() && verb.output != "-") {
    Say(verb.output + ": " + std::to_string(count->items) + " items of " + std::to_string(count->articles) +
        " articles");
  }
  return kOk;
}

}  // namespace

void AddExport(CLI::App& app, Verbs& verbs) {
  auto& options = verbs.Own<ExportVerb>();
  CLI::App* verb = app.add_subcommand("export", "The database in the formats that other programs read");
  AddDbOption(*verb, options.db);
  AddFormatOption(*verb, options.format, {std::begin(kExportFormatNames), std::end(kExportFormatNames)});
  verb->add_option("-o,--output", options.output,
                   "File to write, whole or not at all [default: standard output]")
      ->type_name("FILE");
  verb->add_option("--kind", options.filter.kind, "Only records of this kind; a CSV needs one")
      ->check(CLI::IsMember(
          {"official", "agency", "resolution", "target", "deadline", "directive", "progress", "event"}));
  verb->add_option("--from", options.filter.from, "Articles published on this day, month or year, or later")
      ->type_name("YYYY-MM-DD")
      ->check(CheckPeriod);
  verb->add_option("--to", options.filter.to, "Articles published on this day, month or year, or earlier")
      ->type_name("YYYY-MM-DD")
      ->check(CheckPeriod);
  verb->add_option("--language", options.filter.language, "Articles in this language: vi, en, ru")
      ->check(CheckNotEmpty);
  verb->add_flag("--raw", options.options.raw, "CSV exactly as stored: for programs, not for spreadsheets");
  verb->footer(
      "jsonl keeps everything, with the evidence; csv is a table of one kind of record, safe to open in a\n"
      "spreadsheet; ftm is for Aleph and OpenSanctions, popolo for civic tools, annotations (W3C) for the "
      "evidence.\n"
      "Ids are the same on every machine: exports of several databases may be put together.\n"
      "\n"
      "Examples:\n"
      "  acta export -o records.jsonl\n"
      "  acta export --format csv --kind deadline -o deadlines.csv\n"
      "  acta export --format ftm --from 2025-09-01 | ftm validate");
  verb->callback([&verbs, &options] { verbs.action = [&options] { return RunExport(options); }; });
}

}  // namespace acta::cli
