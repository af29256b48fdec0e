// acta rules: for who writes the language packs.
#include <filesystem>
#include <iostream>

#include "extractors/engine/examples.h"
#include "extractors/engine/explain.h"
#include "extractors/engine/extract.h"
#include "pipeline/cli/common.h"
#include "pipeline/cli/verbs.h"
#include "pipeline/run/data_folder.h"

namespace acta::cli {
namespace {

struct RulesVerb {
  std::vector<std::string> languages;
  std::string packs, language, text, published;
};

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
    std::cout << language << ": " << report.rules << " rules, " << report.examples << " examples, "
              << report.never << " counter-examples, " << report.failures.size() << " failed\n";
    failures += report.failures.size();
  }
  return failures ? kFailed : kOk;
}

int ExplainText(const RulesVerb& verb) {
  Result<PackSet> packs = Load(verb);
  if (!packs) return Complain(packs.error());
  const Pack* pack = packs->Find(verb.language);
  if (!pack) return Complain({"usage", "there is no pack \"" + verb.language + "\""});
  std::cout << Explain(*pack, verb.text, verb.published);
  return kOk;
}

}  // namespace

void AddRules(CLI::App& app, Verbs& verbs) {
  CLI::App* rules = app.add_subcommand("rules", "Check and explain the rules of the language packs");
  rules->require_subcommand(1);

  auto& check_options = verbs.Own<RulesVerb>();
  CLI::App* check = rules->add_subcommand("check", "Load the packs and run the examples of all rules");
  check->add_option("LANGUAGE", check_options.languages, "Packs to check [default: all]");
  AddPacksOption(*check, check_options.packs);
  check->footer("Examples:\n  acta rules check\n  acta rules check vi --packs my/extractors");
  check->callback(
      [&verbs, &check_options] { verbs.action = [&check_options] { return Check(check_options); }; });

  auto& options = verbs.Own<RulesVerb>();
  CLI::App* explain = rules->add_subcommand("explain", "Show how a text is read");
  explain->add_option("TEXT", options.text, "The text; lines are paragraphs")->required();
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
