#include "pipeline/cli/guide.h"

#include <functional>
#include <sstream>

namespace acta::cli {
namespace {

constexpr std::string_view kExamples = "Examples:\n";

// A footer is notes, then examples.
struct Footer {
  std::string notes, examples;
};

std::string Trimmed(std::string text) {
  text.erase(text.find_last_not_of(" \n") + 1);
  text.erase(0, text.find_first_not_of('\n'));
  return text;
}

Footer FooterOf(const CLI::App& app) {
  const std::string footer = app.get_footer();
  const size_t examples = footer.find(kExamples);
  if (examples == footer.npos) return {Trimmed(footer), ""};
  return {Trimmed(footer.substr(0, examples)), Trimmed(footer.substr(examples + kExamples.size()))};
}

// "TEXT:{table,list}" → table, list.
std::vector<std::string> ChoicesOf(const std::string& type) {
  std::vector<std::string> choices;
  const size_t open = type.find('{'), close = type.rfind('}');
  if (open == type.npos || close == type.npos) return choices;
  std::istringstream words(type.substr(open + 1, close - open - 1));
  for (std::string word; std::getline(words, word, ',');) choices.push_back(word);
  return choices;
}

GuideOption OptionOf(const CLI::Option& option) {
  GuideOption text;
  if (option.nonpositional()) {
    for (const std::string& name : option.get_lnames()) text.names.push_back("--" + name);
    for (const std::string& name : option.get_snames()) text.names.push_back("-" + name);
  } else {
    text.names.push_back(option.get_name(true));
  }
  const bool flag = option.get_type_size() == 0;
  if (!flag) {
    const std::string type = option.get_type_name();
    text.choices = ChoicesOf(type);
    text.value = text.choices.empty() ? type.substr(0, type.find_first_of(":[ ")) : "WORD";
    if (!option.nonpositional() && text.value == "TEXT") text.value.clear();  // its name says what it is
  }
  text.help = option.get_description();
  text.required = option.get_required();
  text.many = option.get_expected_max() > 1;
  return text;
}

Guide GuideUnder(const CLI::App& app, const std::string& above) {
  const Footer footer = FooterOf(app);
  Guide guide;
  guide.name = app.get_name();
  guide.path = above.empty() ? guide.name : above + " " + guide.name;
  guide.help = app.get_description();
  guide.notes = footer.notes;
  guide.examples = footer.examples;
  for (const CLI::Option* option : app.get_options())
    (option->nonpositional() ? guide.options : guide.arguments).push_back(OptionOf(*option));
  for (const CLI::App* verb : app.get_subcommands(std::function<bool(const CLI::App*)>{}))
    guide.verbs.push_back(GuideUnder(*verb, guide.path));
  return guide;
}

class ExamplesFirstFormatter : public CLI::Formatter {
 public:
  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    if (mode == CLI::AppFormatMode::Sub) return make_expanded(app);
    const Footer footer = FooterOf(*app);
    std::string help = make_description(app);
    if (!footer.examples.empty()) help += "\n" + std::string(kExamples) + footer.examples + "\n";
    help += "\n" + make_usage(app, std::move(name)) + make_positionals(app) + make_groups(app, mode) +
            make_subcommands(app, mode);
    return footer.notes.empty() ? help : help + "\n" + footer.notes + "\n";
  }
};

}  // namespace

Guide GuideOf(const CLI::App& app) { return GuideUnder(app, ""); }

std::shared_ptr<CLI::FormatterBase> ExamplesFirst() { return std::make_shared<ExamplesFirstFormatter>(); }

}  // namespace acta::cli
