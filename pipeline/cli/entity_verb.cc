// acta entity: a person, body, instrument or task whole, and corrections of what the rules made one.
#include <fmt/chrono.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>

#include "pipeline/cli/common.h"
#include "pipeline/cli/resolution.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/resolve/entity_store.h"
#include "pipeline/resolve/entity_view.h"
#include "pipeline/resolve/person_names.h"
#include "pipeline/store/open.h"
#include "pipeline/store/text_width.h"

namespace acta::cli {
namespace {

struct EntityVerb {
  std::string db, packs, corrections, format;
  std::vector<std::string> ids, records, forms;
  std::string who, why;
  int64_t line = 0;
};

// The entities that are called so; more than one are named, to choose from.
Result<std::string> IdOf(const Database& db, const std::string& named) {
  if (IsEntityId(named)) return named;
  Result<std::vector<Namesake>> namesakes = FindNamesakes(db, named, "");
  if (!namesakes) return tl::unexpected(namesakes.error());
  if (namesakes->size() == 1) return namesakes->front().id;
  if (namesakes->empty()) {
    return Fail("not_found", "no person, body or instrument of this database is called \"" + named +
                                 "\"; acta query search finds words in the articles");
  }
  return Fail("usage", Listed(named, *namesakes) + "\nname one by its id");
}

int Show(const EntityVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  for (const std::string& named : verb.ids) {
    Result<std::string> id = IdOf(*db, named);
    if (!id) return Complain(id.error());
    Result<std::string> view = verb.format == "json" ? EntityJson(*db, *id) : EntityText(*db, *id);
    if (!view) return Complain(view.error());
    std::cout << *view << '\n';
  }
  return kOk;
}

std::string Now() { return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))); }

// Appends the correction and makes the database follow it.
int Correct(const EntityVerb& verb, const std::string& what, std::vector<std::string> subjects,
            std::string old) {
  if (subjects.empty()) return Complain({"usage", "nothing was named to correct"});
  Correction correction{0, what, Now(), verb.who, verb.why, std::move(subjects), std::move(old)};
  const std::string path = CorrectionsPath(verb.db, verb.corrections);
  Result<Corrections> known = Corrections::Load(path);
  if (!known) return Complain(known.error());
  if (Result<void> added = Append(path, correction); !added) return Complain(added.error());
  const int status = BringUpToDate({verb.db, verb.packs, verb.corrections, false, true});
  const size_t line = known->all().size() + 1;
  if (status == kOk) {
    fmt::print(stderr, "acta: line {} of {}; acta entity undo {} --why \"…\" takes it back\n", line,
               Harmless(path), line);
  }
  return status;
}

int Merge(const EntityVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  std::vector<std::string> ids;
  for (const std::string& named : verb.ids) {
    Result<std::string> id = IdOf(*db, named);
    if (!id) return Complain(id.error());
    if (std::find(ids.begin(), ids.end(), *id) != ids.end())
      return Complain(
          {"usage", "\"" + named + "\" is " + *id + ", which was named before: they are one already"});
    ids.push_back(std::move(*id));
  }
  Result<CorrectionDraft> draft = DraftMerge(*db, ids);
  if (!draft) return Complain(draft.error());
  return Correct(verb, "merge", draft->subjects, draft->old);
}

int SplitOff(const EntityVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  Result<std::string> id = IdOf(*db, verb.ids.front());
  if (!id) return Complain(id.error());
  Result<CorrectionDraft> draft = DraftSplit(*db, *id, verb.records, verb.forms);
  if (!draft) return Complain(draft.error());
  return Correct(verb, "split", draft->subjects, draft->old);
}

int Wrong(const EntityVerb& verb) {
  Result<Database> db = OpenForReading(verb.db);
  if (!db) return Complain(db.error());
  Result<CorrectionDraft> draft = DraftWrong(*db, verb.ids);
  if (!draft) return Complain(draft.error());
  return Correct(verb, "wrong", draft->subjects, draft->old);
}

int Undo(const EntityVerb& verb) {
  Result<Corrections> known = Corrections::Load(CorrectionsPath(verb.db, verb.corrections));
  if (!known) return Complain(known.error());
  if (verb.line < 1 || verb.line > static_cast<int64_t>(known->all().size())) {
    return Complain(
        {"usage", "there is no line " + std::to_string(verb.line) + " in the file of corrections"});
  }
  if (!known->Holds(verb.line)) {
    return Complain({"usage", "line " + std::to_string(verb.line) +
                                  " of the file of corrections is taken back already; undo the line that did "
                                  "it to have it again"});
  }
  return Correct(verb, "undo", {std::to_string(verb.line)}, "{}");
}

void AddWho(CLI::App& verb, EntityVerb& options) {
  const passwd* user = getpwuid(geteuid());
  options.who = user ? user->pw_name : "";
  auto* who = verb.add_option("--who", options.who, "Who decides [default: the user]");
  if (options.who.empty()) who->required();
  verb.add_option("--why", options.why, "The reason, for those who review it")->required();
  verb.add_option("--corrections", options.corrections,
                  "File of corrections [default: <database>.corrections.jsonl]")
      ->type_name("FILE");
  AddDbOption(verb, options.db);
  AddPacksOption(verb, options.packs);
}

}  // namespace

void AddEntity(CLI::App& app, Verbs& verbs) {
  CLI::App* entity =
      app.add_subcommand("entity", "People, bodies, instruments and tasks: show, merge, split, correct");
  entity->require_subcommand(1);
  std::string examples = "Examples:";
  auto add = [&](const char* name, const char* help, const std::string& example,
                 int (*run)(const EntityVerb&)) {
    auto& options = verbs.Own<EntityVerb>();
    CLI::App* verb = entity->add_subcommand(name, help);
    verb->footer("Examples:" + example);
    examples += example;
    verb->callback([&verbs, &options, run] { verbs.action = [&options, run] { return run(options); }; });
    return std::pair<CLI::App*, EntityVerb*>(verb, &options);
  };
  auto [show, shown] =
      add("show", "All names, records and posts of an entity, or statements of a task, and why they are one",
          "\n  acta entity show \"Tran Quoc Thinh\"\n  acta entity show official-18b37287b42dedc7", Show);
  show->add_option("NAME", shown->ids,
                   "A name in any spelling, or an id: official-…, agency-…, resolution-…, task-…")
      ->required();
  AddDbOption(*show, shown->db);
  AddFormatOption(*show, shown->format, {"table", "json"});
  auto [merge, merged] = add("merge", "Say that two or more entities, or tasks, are one",
                             "\n  acta entity merge official-18b37287b42dedc7 official-3c87a9c9fe8d0a64 "
                             "--why \"one person: decree of 3 May\"",
                             Merge);
  merge
      ->add_option("NAME", merged->ids,
                   "Two entities or tasks or more, each by its id or a name that only it has")
      ->required()
      ->expected(2, 100);
  AddWho(*merge, *merged);
  auto [split, parted] =
      add("split", "Say that records or forms are not this entity, or not of this task",
          "\n  acta entity split official-18b37287b42dedc7 --record acta-0c2c72ea9a3b8792 --why \"namesake\"",
          SplitOff);
  split->add_option("NAME", parted->ids, "The entity or task, by its id or a name that only it has")
      ->required()
      ->expected(1);
  split->add_option("--record", parted->records,
                    "Record that is another entity or says another task: acta-…");
  split->add_option("--form", parted->forms, "Form that is another entity, as entity show prints it");
  AddWho(*split, *parted);
  auto [wrong, faulty] =
      add("wrong", "Say that records are wrong: they are shown no more",
          "\n  acta entity wrong acta-0c2c72ea9a3b8792 --why \"a journalist, no official\"", Wrong);
  wrong->add_option("RECORD", faulty->ids, "Ids of records: acta-…")->required();
  AddWho(*wrong, *faulty);
  auto [undo, undone] = add("undo", "Take back the correction in this line of the file",
                            "\n  acta entity undo 3 --why \"merged by mistake\"", Undo);
  undo->add_option("LINE", undone->line, "Number of the line, from 1")->required();
  AddWho(*undo, *undone);
  entity->footer(
      "Corrections are lines of a file beside the database that is only ever added to. They hold after "
      "everything\n"
      "is read again. Keep the file under version control and review it.\n\n" +
      examples);
}

}  // namespace acta::cli
