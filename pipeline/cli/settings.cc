#include "pipeline/cli/settings.h"

#include <toml++/toml.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <optional>
#include <set>
#include <vector>

#include "pipeline/text/suggestion.h"
#include "pipeline/text/toml_letters.h"

namespace acta::cli {
namespace {

std::string Variable(std::string_view name) {
  const char* value = std::getenv(std::string(name).c_str());
  return value ? value : "";
}

std::string EnvironmentName(const std::string& option) {
  std::string name = "ACTA_";
  for (char c : option)
    name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return name;
}

bool KnowsOption(const CLI::App& verb, const std::string& name) {
  if (verb.get_option_no_throw("--" + name) != nullptr) return true;
  for (const CLI::App* each : verb.get_subcommands(std::function<bool(const CLI::App*)>{})) {
    if (KnowsOption(*each, name)) return true;
  }
  return false;
}

const CLI::App* FindVerb(const CLI::App& app, const std::string& name) {
  for (const CLI::App* each : app.get_subcommands(std::function<bool(const CLI::App*)>{})) {
    if (each->get_name() == name) return each;
  }
  return nullptr;
}

// Gives the option a value as if it had been an argument; what is wrong with it, else nothing.
std::optional<std::string> Fill(CLI::Option& option, const std::string& value) {
  try {
    option.run_callback_for_default()->default_val(value);
  } catch (const CLI::Error& error) {
    return error.what();
  }
  return std::nullopt;
}

std::optional<std::string> AsArgument(const toml::node& node) {
  if (auto text = node.value_exact<std::string>()) return *text;
  if (auto flag = node.value_exact<bool>()) return *flag ? "true" : "false";
  if (auto number = node.value_exact<int64_t>()) return std::to_string(*number);
  if (auto number = node.value_exact<double>()) return std::to_string(*number);
  return std::nullopt;
}

class Settings {
 public:
  Settings(CLI::App& app, std::string file) : app_(app), file_(std::move(file)) {}

  Result<void> Read() {
    std::ifstream in(file_, std::ios::binary);
    if (!in || std::filesystem::is_directory(file_)) return Fail("config", file_ + ": cannot be read");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    if (Result<void> fine = RequireLettersInQuotes(text, file_); !fine) return fine;
    try {
      table_ = toml::parse(text, file_);
    } catch (const toml::parse_error& error) {
      return Wrong(error.source(), std::string(error.description()));
    }
    for (const auto& [key, node] : table_) {
      const std::string name(key.str());
      if (const toml::table* of_verb = node.as_table()) {
        const CLI::App* verb = FindVerb(app_, name);
        if (!verb) return Wrong(node.source(), "there is no verb '" + name + "'");
        for (const auto& [option, value] : *of_verb) {
          if (Result<void> fine = CheckKey(*verb, std::string(option.str()), value); !fine) return fine;
        }
      } else if (Result<void> fine = CheckKey(app_, name, node); !fine) {
        return fine;
      }
    }
    return {};
  }

  // The value for an option of the verbs on the way to the chosen one: the nearest says it.
  const toml::node* Find(const std::vector<CLI::App*>& way, const std::string& option) const {
    for (auto verb = way.rbegin(); verb != way.rend(); ++verb) {
      const toml::table* of_verb = table_[(*verb)->get_name()].as_table();
      if (of_verb && of_verb->contains(option)) return of_verb->get(option);
    }
    const toml::node* node = table_.get(option);
    return node && !node->is_table() ? node : nullptr;
  }

  std::string LineOf(const toml::node& node) const {
    return file_ + ":" + std::to_string(node.source().begin.line);
  }

  Result<void> Wrong(const toml::source_region& where, const std::string& what) const {
    std::string place = file_;
    if (where.begin.line > 0)
      place += ":" + std::to_string(where.begin.line) + ":" + std::to_string(where.begin.column);
    return Fail("config", place + ": " + what);
  }

 private:
  Result<void> CheckKey(const CLI::App& verb, const std::string& name, const toml::node& node) const {
    if (name == "config" || !KnowsOption(verb, name))
      return Wrong(node.source(), "no option is called '" + name + "'");
    if (!AsArgument(node))
      return Wrong(node.source(), "'" + name + "' must be a text, a number, true or false");
    return {};
  }

  CLI::App& app_;
  std::string file_;
  toml::table table_;
};

// The verbs that were chosen, from the outermost in.
std::vector<CLI::App*> ChosenVerbs(CLI::App& app) {
  std::vector<CLI::App*> way;
  for (CLI::App* at = &app;;) {
    std::vector<CLI::App*> chosen = at->get_subcommands();
    if (chosen.empty()) return way;
    at = chosen.front();
    way.push_back(at);
  }
}

std::string JoinedValues(const std::vector<std::string>& values) {
  std::string all;
  for (const std::string& value : values) all += (all.empty() ? "" : " ") + value;
  return all;
}

// What its help says: "… [default: 60]"; a flag that is not given is false.
std::string DefaultOf(const CLI::Option& option) {
  if (option.get_expected_max() == 0) return "false";
  constexpr std::string_view kMark = "[default: ";
  const std::string about = option.get_description();
  const size_t begin = about.find(kMark);
  if (begin == std::string::npos) return option.get_default_str();
  const size_t from = begin + kMark.size();
  return about.substr(from, about.find(']', from) - from);
}

}  // namespace

namespace {

void AddOptionNames(const CLI::App& app, std::set<std::string>& names) {
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.insert(EnvironmentName(name));
  }
  for (const CLI::App* verb : app.get_subcommands(std::function<bool(const CLI::App*)>{}))
    AddOptionNames(*verb, names);
}

}  // namespace

std::vector<std::string> MisspeltVariables(const CLI::App& app) {
  std::set<std::string> known = {"ACTA_CONFIG", "ACTA_HOME"};
  AddOptionNames(app, known);
  std::vector<std::string> said;
  for (char** variable = environ; *variable; ++variable) {
    const std::string_view text(*variable);
    const std::string name(text.substr(0, text.find('=')));
    if (!name.starts_with("ACTA_") || known.contains(name)) continue;
    const std::string meant = Suggestion(name, known, "$", "");
    if (!meant.empty()) said.push_back("$" + name + " is no setting" + meant);
  }
  return said;
}

std::string SettingsFile(const std::string& named) {
  if (!named.empty()) return named;
  if (std::string path = Variable("ACTA_CONFIG"); !path.empty()) return path;
  std::string user = Variable("XDG_CONFIG_HOME");
  if (const std::string home = Variable("HOME"); user.empty() && !home.empty()) user = home + "/.config";
  std::vector<std::string> places = {"acta.toml"};
  if (!user.empty()) places.push_back(user + "/acta/acta.toml");
  places.push_back("/etc/acta/acta.toml");
  for (const std::string& place : places) {
    if (access(place.c_str(), F_OK) == 0) return place;
  }
  return "";
}

Result<std::vector<Setting>> ApplySettings(CLI::App& app, const std::string& file) {
  const std::string path = SettingsFile(file);
  Settings settings(app, path);
  if (!path.empty()) {
    if (Result<void> read = settings.Read(); !read) return tl::unexpected(read.error());
  }
  std::vector<Setting> all;
  const std::vector<CLI::App*> way = ChosenVerbs(app);
  for (CLI::App* verb : way) {
    for (CLI::Option* option : verb->get_options()) {
      if (option->get_lnames().empty()) continue;
      const std::string name = option->get_lnames().front();
      if (name == "help") continue;
      Setting& setting = all.emplace_back(Setting{name, DefaultOf(*option), "default"});
      if (option->count() > 0) {
        setting.value = JoinedValues(option->results()), setting.from = "argument";
        continue;
      }
      const std::string variable = EnvironmentName(name);
      if (std::string value = Variable(variable); !value.empty()) {
        if (auto wrong = Fill(*option, value)) return Fail("config", "$" + variable + ": " + *wrong);
        setting.value = value, setting.from = "$" + variable;
        continue;
      }
      const toml::node* node = path.empty() ? nullptr : settings.Find(way, name);
      if (!node) continue;
      setting.value = *AsArgument(*node), setting.from = settings.LineOf(*node);
      if (auto wrong = Fill(*option, setting.value))
        return tl::unexpected(settings.Wrong(node->source(), *wrong).error());
    }
  }
  return all;
}

}  // namespace acta::cli
