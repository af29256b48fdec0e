// acta query: questions to the database, answered as a table or as data.
#include <algorithm>
#include <cctype>
#include <iostream>
#include <optional>
#include <utility>

#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/query/asked.h"
#include "pipeline/query/ics.h"
#include "pipeline/query/question.h"
#include "pipeline/query/unknown.h"
#include "pipeline/query/write_rows.h"
#include "pipeline/run/data_folder.h"
#include "pipeline/store/open.h"
#include "pipeline/text/date.h"
#include "schemas/vocabulary.h"

namespace acta::cli {
namespace {

constexpr int64_t kPageOfTerminal = 100;  // rows, when none were asked for and a person looks

struct QueryVerb {
  std::string db, format, from, to, today;
  Filter filter;
  int64_t page = 0;
  std::vector<std::string> columns;
  bool raw = false, ics = false;
};

// Which rows: --page counts pages of --limit rows from 1; a terminal gets a page at a time, all else everything.
void ChoosePage(QueryVerb& verb) {
  const bool for_eyes = TerminalWidth() > 0 && (verb.format == "table" || verb.format == "list");
  if (verb.filter.limit < 0 && (for_eyes || verb.page > 0) && !verb.ics) verb.filter.limit = kPageOfTerminal;
  if (verb.page > 0) verb.filter.offset = (verb.page - 1) * verb.filter.limit;
}

void SayMore(const QueryVerb& verb) {
  const int64_t limit = verb.filter.limit, last = verb.filter.offset + limit;
  const bool whole_pages = limit > 0 && verb.filter.offset % limit == 0;
  Say("rows " + std::to_string(verb.filter.offset + 1) + " to " + std::to_string(last) + "; more follow: " +
      (whole_pages ? "--page " + std::to_string(last / limit + 1) +
                         (limit == kPageOfTerminal ? "" : " --limit " + std::to_string(limit))
                   : "--offset " + std::to_string(last)));
}

int Answered(const Database& db, const Question& question, const QueryVerb& verb, const Rows& rows) {
  if (verb.ics) {
    const size_t left_out = WriteCalendar(rows, std::cout);
    if (left_out > 0)
      Say(std::to_string(left_out) + " deadlines have no day with a year and are not in the calendar");
  } else {
    const size_t width = TerminalWidth();
    WriteRows(rows, *ParseRowFormat(verb.format), {width, verb.raw, !verb.raw && width == 0}, std::cout);
    std::string left_out;
    if (verb.format == "table" && !rows.rows.empty()) {
      for (std::string_view name : LeftOut(rows, width))
        left_out += (left_out.empty() ? "" : ", ") + std::string(name);
    }
    if (!left_out.empty())
      Say("no room for " + left_out + "; they are in --format list, or choose --columns");
  }
  Result<std::string> unknown = UnknownNames(db, question, verb.filter);
  if (!unknown) return Complain(unknown.error());
  if (!unknown->empty()) {
    const bool of_groups = !rows.rows.empty() && !verb.filter.agency.empty();
    const std::string stop = unknown->ends_with('?') ? " The" : "; the";
    Say(*unknown + (of_groups ? stop + " rows are orders to all such bodies" : ""));
  } else if (rows.rows.empty()) {
    Result<std::string> why = WhyEmpty(db, question, verb.filter);
    if (!why) return Complain(why.error());
    if (!why->empty()) Say(*why);
  }
  if (rows.more && TerminalWidth() > 0) SayMore(verb);
  return kOk;
}

// Gives a place the name that the database has it by. A program without its tables takes it as it is written.
Result<void> FindPlace(const Database& db, const Result<DataFolders>& data, std::string& place) {
  if (place.empty()) return {};
  Result<bool> same = IsStoryPlace(db, place);
  if (!same) return tl::unexpected(same.error());
  if (*same) return {};
  const Result<World> world = data ? World::Load(data->resolve.string()) : tl::unexpected(data.error());
  if (!world) return {};
  Result<std::string> known = PlaceAsked(db, place, *world);
  if (!known) return tl::unexpected(known.error());
  place = std::move(*known);
  return {};
}

// The same of bodies: those of the catalog that are called so, for their names in other languages.
std::vector<std::string> FindBodies(const Result<DataFolders>& data, const std::string& name) {
  if (name.empty() || !data) return {};
  const std::string catalog = (data->resolve / "bodies.tsv").string();
  std::vector<std::string> bodies = BodiesCalled(name, catalog).value_or(std::vector<std::string>());
  if (const std::string several = SeveralBodies(name, bodies, catalog).value_or(""); !several.empty())
    Say(several);
  return bodies;
}

// Gives a person the name that the database has, and says so where that is more than the honorific left out.
Result<void> FindPerson(const Database& db, const Result<DataFolders>& data, std::string& name) {
  if (name.empty() || !data) return {};
  Result<bool> known = IsNameKnown(db, name);
  if (!known) return tl::unexpected(known.error());
  if (*known) return {};
  const Result<AskedWords> words = AskedWords::Load(data->packs.string());
  const Result<Transcription> table = Transcription::Load((data->resolve / "transcription.tsv").string());
  if (!words || !table) return {};
  Result<std::string> person = PersonAsked(db, name, *words, *table);
  if (!person) return tl::unexpected(person.error());
  if (*person != name && *person != words->NameIn(name))
    Say("\"" + name + "\" is read as \"" + *person + "\"");
  name = std::move(*person);
  return {};
}

// Takes the words before a number away: "nghị quyết 57".
void FindNumber(const Result<DataFolders>& data, std::string& number) {
  const size_t digit = number.find_first_of("0123456789");
  const bool plain = digit == number.npos || (digit == 0 && number.find(' ') == number.npos);
  if (plain || !data) return;
  if (const Result<AskedWords> words = AskedWords::Load(data->packs.string()))
    number = words->NumberIn(number);
}

Result<void> FindAsked(const Database& db, const Question& question, Filter& filter) {
  const Result<DataFolders> data = FindData("");
  filter.agency_bodies = FindBodies(data, filter.agency);
  FindNumber(data, filter.resolution);
  if (question.subject == "NUMBER") FindNumber(data, filter.name);
  if (question.name == "agency") filter.name_bodies = FindBodies(data, filter.name);
  if (Result<void> found = FindPerson(db, data, filter.official); !found) return found;
  if (question.subject == "NAME" && question.name != "agency") {
    if (Result<void> found = FindPerson(db, data, filter.name); !found) return found;
  }
  return FindPlace(db, data, filter.place);
}

int AskDatabase(const Question& question, QueryVerb verb) {
  std::ranges::transform(verb.filter.language, verb.filter.language.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (const auto period = PeriodOf(verb.from)) verb.filter.from = period->first;
  if (const auto period = PeriodOf(verb.to)) verb.filter.to = period->second;
  verb.filter.today = ParseIsoDate(verb.today).value_or(Date{});
  if (const auto period = PeriodOf(verb.filter.since)) verb.filter.since = ToIso(period->first);
  if (question.name == "new" && verb.filter.since.empty()) verb.filter.since = "last";
  if (verb.filter.from && verb.filter.to && *verb.filter.to < *verb.filter.from) {
    return Complain({"usage", "--from " + verb.from + " is after --to " + verb.to});
  }
  if (verb.page > 0 && verb.filter.offset > 0)
    return Complain({"usage", "--page and --offset exclude each other"});
  ChoosePage(verb);
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  if (Result<void> found = FindAsked(*db, question, verb.filter); !found) return Complain(found.error());
  Result<Rows> rows = Ask(*db, question, verb.filter);
  if (!rows) return Complain(rows.error());
  if (!verb.columns.empty()) {
    if (Result<void> taken = TakeColumns(*rows, verb.columns); !taken) return Complain(taken.error());
  }
  return Answered(*db, question, verb, *rows);
}

template <class Words>
std::vector<std::string> List(const Words& words) {
  return {std::begin(words), std::end(words)};
}

std::string CheckSince(const std::string& text) { return text == "last" ? "" : CheckPeriod(text); }

// The filters that the question knows, and no others: --help of a question is the truth about it.
void AddFilters(CLI::App& verb, const Question& question, QueryVerb& options) {
  Filter& filter = options.filter;
  auto knows = [&](FilterBy by) { return Knows(question, by); };
  if (knows(FilterBy::kFrom))
    verb.add_option("--from", options.from, "First day, or a month (YYYY-MM) or year from its first day")
        ->type_name("YYYY-MM-DD")
        ->check(CheckPeriod);
  if (knows(FilterBy::kTo))
    verb.add_option("--to", options.to, "Last day, or a month or year to its last day")
        ->type_name("YYYY-MM-DD")
        ->check(CheckPeriod);
  auto text = [&](FilterBy by, std::string& value, const char* doc, const char* type) {
    if (knows(by))
      verb.add_option("--" + std::string(NameOf(by)), value, doc)->type_name(type)->check(CheckNotEmpty);
  };
  text(FilterBy::kPlace, filter.place, "A province or other place, with or without marks", "PLACE");
  text(FilterBy::kAgency, filter.agency,
       "Words of a body's name, with or without marks; orders to all such bodies are found too", "NAME");
  text(FilterBy::kOfficial, filter.official, "Words of the name of an official concerned", "NAME");
  text(FilterBy::kResolution, filter.resolution, "Number, or words of the title, of an instrument concerned",
       "NUMBER");
  text(FilterBy::kLanguage, filter.language, "Of the article: vi, en, ru", "xx");
  text(FilterBy::kSource, filter.source, "Part of the URL or path", "TEXT");
  if (knows(FilterBy::kSince))
    verb.add_option(
            "--since", filter.since,
            "What was stored since a day, or the first day of a month (YYYY-MM) or year, or by the last "
            "run that stored anything [default: last]")
        ->type_name("YYYY-MM-DD|last")
        ->check(CheckSince);
  if (knows(FilterBy::kStrength)) {
    verb.add_option("--strength", filter.strength, "How binding an order is")
        ->check(CLI::IsMember(List(vocabulary::kStrength)));
  }
  if (knows(FilterBy::kBasis)) {
    verb.add_option("--basis", filter.basis, "How a record is known at its weakest")
        ->check(CLI::IsMember(List(vocabulary::kBasis)));
  }
  if (knows(FilterBy::kEach))
    verb.add_flag("--each", filter.each,
                  "A row for each statement: each article that says it, and each language");
}

bool IsCount(const std::string& text) {
  return !text.empty() && text.size() < 10 && text.find_first_not_of("0123456789") == text.npos;
}

// "" for a count of one or more, as a check of an option.
std::string CheckCount(const std::string& text) {
  return IsCount(text) && text.find_first_not_of('0') != text.npos
             ? ""
             : "\"" + text + "\" is no count; write 1 or more";
}

// The same of none or more.
std::string CheckOffset(const std::string& text) {
  return IsCount(text) ? "" : "\"" + text + "\" is no count; write 0 or more";
}

void AddPaging(CLI::App& verb, QueryVerb& options) {
  verb.add_option("--limit", options.filter.limit, "At most so many rows [default: all; 100 on a terminal]")
      ->check(CheckCount)
      ->type_name("N");
  verb.add_option("--page", options.page, "The N-th page of --limit rows, from 1")
      ->check(CheckCount)
      ->type_name("N");
  verb.add_option("--offset", options.filter.offset, "Rows to pass over first")
      ->check(CheckOffset)
      ->type_name("N");
}

std::string ColumnsOf(const Answer& answer) {
  std::string lines;
  for (const QuestionColumn& column : answer.columns) {
    std::string name(column.shown.name);
    name.resize(std::max<size_t>(name.size() + 1, 12), ' ');
    lines += "  " + name + std::string(column.shown.doc) + "\n";
  }
  return lines;
}

std::string FooterOf(const Question& question) {
  std::string footer = "Columns:\n" + ColumnsOf(question.answer);
  const std::string each = question.each ? ColumnsOf(*question.each) : "";
  if (!each.empty() && each != ColumnsOf(question.answer)) footer += "\nColumns with --each:\n" + each;
  footer += "\nExamples:\n";
  std::string_view examples = question.examples;
  while (!examples.empty()) {
    const size_t end = std::min(examples.find('\n'), examples.size());
    footer += "  acta query " + std::string(examples.substr(0, end)) + "\n";
    examples.remove_prefix(std::min(end + 1, examples.size()));
  }
  return footer;
}

void AddQuestion(CLI::App& query, const Question& question, Verbs& verbs) {
  auto& options = verbs.Own<QueryVerb>();
  CLI::App* verb = query.add_subcommand(std::string(question.name), std::string(question.doc));
  if (!question.subject.empty()) {
    CLI::Option* subject = verb->add_option(
        std::string(question.subject), options.filter.name,
        question.subject_required ? "What to look for" : "What is asked about [default: all]");
    subject->required(question.subject_required)->check(CheckNotEmpty);
  }
  AddDbOption(*verb, options.db);
  AddFormatOption(*verb, options.format, List(kRowFormatNames));
  AddFilters(*verb, question, options);
  AddPaging(*verb, options);
  verb->add_flag(
      "--raw", options.raw,
      "CSV exactly as stored, for programs; else it begins with a byte order mark, and no cell is a "
      "formula to a spreadsheet");
  CLI::Option* columns =
      verb->add_option("--columns", options.columns, "These columns, in this order: due,lead,task")
          ->delimiter(',')
          ->type_name("NAME,…")
          ->allow_extra_args(false);
  if (question.name == "due") {
    verb->add_flag("--ics", options.ics, "A calendar (iCalendar) instead of rows")
        ->excludes(verb->get_option("--format"))
        ->excludes(columns);
  }
  if (question.name == "overdue") {
    verb->add_option("--today", options.today, "The day to measure by [default: today]")
        ->type_name("YYYY-MM-DD")
        ->check(CheckDay);
  }
  verb->footer(FooterOf(question));
  verb->callback([&verbs, &options, &question] {
    verbs.action = [&options, &question] { return AskDatabase(question, options); };
  });
}

}  // namespace

void AddQuery(CLI::App& app, Verbs& verbs) {
  CLI::App* query = app.add_subcommand("query", "Ask the database");
  query->require_subcommand(1);
  query->footer(
      "Examples:\n"
      "  acta query due --from 2025-09-01 --to 2025-09-30\n"
      "  acta query official \"Tran Quoc Thinh\"\n"
      "  acta query resolution 57-NQ/TW --format json\n"
      "  acta query search \"dang uy\"\n"
      "  acta query coverage");
  for (const Question* question : Questions()) AddQuestion(*query, *question, verbs);
}

}  // namespace acta::cli
