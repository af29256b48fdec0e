// acta rules: for who writes the language packs.
#include <filesystem>
#include <iostream>

#include "extractors/engine/examples.h"
#include "extractors/engine/explain.h"
#include "extractors/engine/extract.h"
#include "extractors/engine/lint.h"
#include "extractors/engine/mutate.h"
#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/run/data_folder.h"

namespace acta::cli {
namespace {

struct RulesVerb {
  std::vector<std::string> languages;
  std::string packs, language, text, published;
  bool mutate = false, all = false;
};

constexpr size_t kFirstSurvivors = 10;  // what --mutate lists unless asked for all

Result<PackSet> Load(const RulesVerb& verb) {
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return tl::unexpected(data.error());
  return LoadPacks(data->packs.string());
}

// "extractors/vi" is the pack "vi": a pack may be named by its folder.
std::string PackName(const std::string& named) {
  std::filesystem::path path(named);
  return (path.has_filename() ? path : path.parent_path()).filename().string();
}

// Takes the rules of a pack apart, and tells what no example notices.
int Mutate(const RulesVerb& verb, const std::string& language) {
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return Complain(data.error());
  Result<Pack> pack = LoadPack(data->packs.string(), language, PackUse::kMutating);
  if (!pack) return Complain(pack.error());
  MutationReport report = MutatePack(*pack);
  const size_t most = verb.all ? report.survivors.size() : std::min(kFirstSurvivors, report.survivors.size());
  for (size_t i = 0; i < most; ++i)
    std::cout << report.survivors[i].place.ToString() << ": no example notices it "
              << report.survivors[i].what << '\n';
  if (most < report.survivors.size())
    std::cout << "… and " << report.survivors.size() - most << " more; --all lists them\n";
  std::cout << language << ": " << report.rules_noticed << " of " << report.rules << " rules and "
            << report.parts_noticed << " of " << report.parts
            << " parts of rules are missed when taken out\n";
  return report.rules_noticed == report.rules ? kOk : kFailed;
}

// Tells the mistakes in the lexicons of a pack; how many there are.
Result<size_t> Lint(const RulesVerb& verb, const std::string& language) {
  Result<DataFolders> data = FindData(verb.packs);
  if (!data) return tl::unexpected(data.error());
  auto mistakes = LintPack(data->packs.string(), language);
  if (!mistakes) return tl::unexpected(mistakes.error());
  for (const PackMistake& one : *mistakes) std::cout << one.place.ToString() << ": " << one.message << '\n';
  return mistakes->size();
}

int Check(const RulesVerb& verb) {
  Result<PackSet> packs = Load(verb);
  if (!packs) return Complain(packs.error());
  std::vector<std::string> languages = verb.languages;
  if (languages.empty()) {
    for (const auto& [language, pack] : packs->packs()) languages.push_back(language);
  }
  size_t failures = 0;
  for (const std::string& named : languages) {
    std::string language = PackName(named);
    const Pack* pack = packs->Find(language);
    if (!pack) return Complain({"usage", "there is no pack \"" + language + "\""});
    CheckReport report = CheckPack(*pack);
    for (const ExampleFailure& failure : report.failures) {
      std::cout << failure.place.ToString() << ": " << failure.message << "\n  " << failure.example << '\n';
    }
    Result<size_t> mistakes = Lint(verb, language);
    if (!mistakes) return Complain(mistakes.error());
    std::cout << language << ": " << report.rules << " rules, " << report.examples << " examples, "
              << report.never << " counter-examples, " << report.failures.size() << " failed";
    if (*mistakes != 0)
      std::cout << "; " << *mistakes << (*mistakes == 1 ? " mistake" : " mistakes")
                << " in lexicons or parts";
    std::cout << '\n';
    failures += report.failures.size() + *mistakes;
    if (verb.mutate && Mutate(verb, language) != kOk) ++failures;
  }
  return failures ? kFailed : kOk;
}

int ExplainText(const RulesVerb& verb) {
  Result<PackSet> packs = Load(verb);
  if (!packs) return Complain(packs.error());
  const Pack* pack = packs->Find(verb.language);
  if (!pack) return Complain({"usage", "there is no pack \"" + verb.language + "\""});
  std::string text = verb.text;
  if (text == "-") text.assign(std::istreambuf_iterator<char>(std::cin), {});
  std::cout << Explain(*pack, text, verb.published);
  return kOk;
}

}  // namespace

void AddRules(CLI::App& app, Verbs& verbs) {
  CLI::App* rules = app.add_subcommand("rules", "Check and explain the rules of the language packs");
  rules->require_subcommand(1);
  rules->footer(
      "Examples:\n  acta rules check\n"
      "  acta rules explain --language en \"The Ministry shall report before 15 September 2025.\"");

  auto& check_options = verbs.Own<RulesVerb>();
  CLI::App* check = rules->add_subcommand(
      "check", "Load the packs, look over their lexicons and run the examples of all rules");
  check->add_option("LANGUAGE", check_options.languages, "Packs to check [default: all]");
  check->add_flag("--mutate", check_options.mutate,
                  "Also take out each rule and each part of a rule: does an example notice? (minutes)");
  check->add_flag("--all", check_options.all,
                  "With --mutate: list all that no example notices, not the first ten");
  AddPacksOption(*check, check_options.packs);
  check->footer(
      "Examples:\n  acta rules check\n  acta rules check vi --packs my/extractors\n  acta rules check en "
      "--mutate");
  check->callback(
      [&verbs, &check_options] { verbs.action = [&check_options] { return Check(check_options); }; });

  auto& options = verbs.Own<RulesVerb>();
  CLI::App* explain = rules->add_subcommand("explain", "Show how a text is read");
  explain->add_option("TEXT", options.text, "The text, or - for standard input; lines are paragraphs")
      ->required();
  explain->add_option("--language", options.language, "The pack to read it with")
      ->required()
      ->type_name("xx");
  explain->add_option("--published", options.published, "As if published on this day")
      ->type_name("YYYY-MM-DD")
      ->check(CheckDay);
  AddPacksOption(*explain, options.packs);
  explain->footer(
      "Examples:\n  acta rules explain --language en \"The Ministry shall report before 15 September "
      "2025.\"");
  explain->callback([&verbs, &options] { verbs.action = [&options] { return ExplainText(options); }; });
}

}  // namespace acta::cli
