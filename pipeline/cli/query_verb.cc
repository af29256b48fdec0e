// acta query: questions to the database, answered as a table or as data.
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/store/open.h"
#include "pipeline/store/query.h"
#include "pipeline/store/write_rows.h"

namespace acta::cli {
namespace {

struct QueryVerb {
  std::string db, format, from, to;
  Filter filter;
  bool raw = false;
};

int Ask(const Question& question, QueryVerb verb) {
  verb.filter.from = ParseIsoDate(verb.from);
  verb.filter.to = ParseIsoDate(verb.to);
  if (verb.filter.from && verb.filter.to && *verb.filter.to < *verb.filter.from) {
    return Complain({"usage", "--from " + verb.from + " is after --to " + verb.to});
  }
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  Result<Rows> rows = question.ask(*db, verb.filter);
  if (!rows) return Complain(rows.error());
  WriteRows(*rows, *ParseRowFormat(verb.format), {TerminalWidth(), verb.raw}, std::cout);
  return kOk;
}

void AddFilters(CLI::App& verb, QueryVerb& options) {
  Filter& filter = options.filter;
  verb.add_option("--from", options.from, "First day")->type_name("YYYY-MM-DD")->check(CheckDay);
  verb.add_option("--to", options.to, "Last day")->type_name("YYYY-MM-DD")->check(CheckDay);
  verb.add_option("--agency", filter.agency, "Words of a body's name, with or without marks");
  verb.add_option("--official", filter.official, "Words of the name of the official who gave the order");
  verb.add_option("--resolution", filter.resolution,
                  "Number, or words of the title, of the instrument concerned");
  verb.add_option("--language", filter.language, "Of the article: vi, en, ru")->type_name("xx");
  verb.add_option("--source", filter.source, "Part of the URL or path");
  verb.add_option("--strength", filter.strength, "How binding an order is")
      ->check(CLI::IsMember(
          std::vector<std::string>(std::begin(vocabulary::kStrength), std::end(vocabulary::kStrength))));
  verb.add_option("--basis", filter.basis, "How a record is known at its weakest")
      ->check(CLI::IsMember(
          std::vector<std::string>(std::begin(vocabulary::kBasis), std::end(vocabulary::kBasis))));
  verb.add_option("--limit", filter.limit, "At most so many rows")->check(CLI::NonNegativeNumber);
  verb.add_option("--offset", filter.offset, "Rows to pass over first")->check(CLI::NonNegativeNumber);
  verb.add_flag("--raw", options.raw,
                "CSV exactly as stored, for programs; else no cell is a formula to a spreadsheet");
}

std::string_view ExamplesOf(std::string_view question) {
  if (question == "due") {
    return "Examples:\n"
           "  acta query due\n"
           "  acta query due --from 2025-09-01 --to 2025-09-30 --agency \"so y te\"\n"
           "  acta query due --resolution 57-NQ/TW --format csv > due.csv";
  }
  if (question == "official") {
    return "Examples:\n"
           "  acta query official \"Ho Van Mung\"\n"
           "  acta query official --agency \"UBND\" --format jsonl";
  }
  return "Examples:\n"
         "  acta query resolution 57-NQ/TW\n"
         "  acta query resolution --from 2025-01-01 --format list";
}

}  // namespace

void AddQuery(CLI::App& app, Verbs& verbs) {
  CLI::App* query = app.add_subcommand("query", "Ask the database");
  query->require_subcommand(1);
  query->footer(
      "Examples:\n"
      "  acta query due --from 2025-09-01 --to 2025-09-30\n"
      "  acta query official \"Ho Van Mung\"\n"
      "  acta query resolution 57-NQ/TW --format json");
  for (const Question& question : Questions()) {
    auto& options = verbs.Own<QueryVerb>();
    CLI::App* verb = query->add_subcommand(std::string(question.name), std::string(question.doc));
    if (!question.subject.empty()) {
      verb->add_option(std::string(question.subject), options.filter.name,
                       "What is asked about [default: all]");
    }
    AddDbOption(*verb, options.db);
    AddFormatOption(*verb, options.format,
                    std::vector<std::string>(std::begin(kRowFormatNames), std::end(kRowFormatNames)));
    AddFilters(*verb, options);
    verb->footer(std::string(ExamplesOf(question.name)));
    verb->callback([&verbs, &options, asked = &question] {
      verbs.action = [&options, asked] { return Ask(*asked, options); };
    });
  }
}

}  // namespace acta::cli
