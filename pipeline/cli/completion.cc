// Completions of shells. A script keeps the verbs that were typed so far ("acta query due") and offers what may follow.
#include "pipeline/cli/guide.h"

namespace acta::cli {
namespace {

std::string Joined(const std::vector<std::string>& words, const char* between = " ") {
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : between) + word;
  return joined;
}

// In single quotes of a shell; fish and the POSIX shells differ in how a quote gets in.
std::string Quoted(std::string text, const char* quote = "'\\''") {
  for (size_t at = text.find('\''); at != text.npos;
       at = text.find('\'', at + std::string_view(quote).size()))
    text.replace(at, 1, quote);
  for (char& c : text) c = c == '\n' ? ' ' : c;
  return "'" + text + "'";
}

// All verbs, from the program down.
std::vector<const Guide*> All(const Guide& guide) {
  std::vector<const Guide*> all = {&guide};
  for (const Guide& verb : guide.verbs) {
    for (const Guide* each : All(verb)) all.push_back(each);
  }
  return all;
}

std::vector<std::string> WordsOf(const Guide& guide) {
  std::vector<std::string> words;
  for (const Guide& verb : guide.verbs) words.push_back(verb.name);
  for (const GuideOption& option : guide.options)
    words.insert(words.end(), option.names.begin(), option.names.end());
  return words;
}

// "'acta query due --format'|'acta query due -f'", the words after which a value stands.
std::string Before(const Guide& guide, const GuideOption& option) {
  std::string patterns;
  for (const std::string& name : option.names)
    patterns += (patterns.empty() ? "" : "|") + Quoted(guide.path + " " + name);
  return patterns;
}

std::string Paths(const Guide& guide) {
  std::string patterns;
  for (const Guide* verb : All(guide)) {
    if (verb != &guide) patterns += (patterns.empty() ? "" : "|") + Quoted(verb->path);
  }
  return patterns;
}

// Words that are file names are left to the shell: -o default.
std::string Bash(const Guide& guide) {
  std::string script =
      "# bash completion of acta; made by: acta completions bash\n"
      "_acta() {\n"
      "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} at=" +
      guide.path +
      " word words=\n"
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
      "    case \"$at $word\" in\n      " +
      Paths(guide) +
      ") at=\"$at $word\" ;;\n    esac\n  done\n"
      "  COMPREPLY=()\n"
      "  case \"$at $prev\" in\n";
  for (const Guide* verb : All(guide)) {
    for (const GuideOption& option : verb->options) {
      if (!option.takes_value()) continue;
      script += "    " + Before(*verb, option) + ")";
      if (!option.choices.empty())
        script += " COMPREPLY=($(compgen -W " + Quoted(Joined(option.choices)) + " -- \"$cur\"));";
      script += " return ;;\n";
    }
  }
  script += "  esac\n  case \"$at\" in\n";
  for (const Guide* verb : All(guide))
    script += "    " + Quoted(verb->path) + ") words=" + Quoted(Joined(WordsOf(*verb))) + " ;;\n";
  return script +
         "  esac\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
         "}\n"
         "complete -o default -F _acta acta\n";
}

std::string Described(const std::vector<std::pair<std::string, std::string>>& items) {
  std::string list;
  for (const auto& [name, help] : items) list += " " + Quoted(name + ":" + help.substr(0, help.find('\n')));
  return list;
}

std::string Zsh(const Guide& guide) {
  std::string script =
      "#compdef acta\n# zsh completion of acta; made by: acta completions zsh\n"
      "_acta() {\n"
      "  local at=" +
      guide.path +
      " word prev=${words[CURRENT-1]}\n  local -a verbs options\n"
      "  for word in \"${(@)words[2,CURRENT-1]}\"; do\n"
      "    case \"$at $word\" in\n      " +
      Paths(guide) +
      ") at=\"$at $word\" ;;\n    esac\n  done\n"
      "  case \"$at $prev\" in\n";
  for (const Guide* verb : All(guide)) {
    for (const GuideOption& option : verb->options) {
      if (!option.takes_value()) continue;
      script += "    " + Before(*verb, option) + ") ";
      script += !option.choices.empty() ? "compadd -- " + Joined(option.choices)
                : option.takes_path()   ? "_files"
                                        : "_message " + Quoted(option.value);
      script += "; return ;;\n";
    }
  }
  script += "  esac\n  case \"$at\" in\n";
  for (const Guide* verb : All(guide)) {
    std::vector<std::pair<std::string, std::string>> verbs, options;
    for (const Guide& each : verb->verbs) verbs.emplace_back(each.name, each.help);
    for (const GuideOption& option : verb->options) {
      for (const std::string& name : option.names) options.emplace_back(name, option.help);
    }
    script += "    " + Quoted(verb->path) + ")\n      verbs=(" + Described(verbs) + " )\n      options=(" +
              Described(options) + " ) ;;\n";
  }
  return script +
         "  esac\n"
         "  (( $#verbs )) && _describe -t verbs verb verbs\n"
         "  [[ $PREFIX == -* ]] && _describe -t options option options\n"
         "  (( $#verbs )) || _files\n"
         "}\n"
         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _acta \"$@\"; else compdef _acta acta; fi\n";
}

std::string Fish(const Guide& guide) {
  std::string script =
      "# fish completion of acta; made by: acta completions fish\n"
      "function __acta_at\n"
      "  set -l at " +
      guide.path +
      "\n  for word in (commandline -opc)[2..-1]\n"
      "    if contains -- \"$at $word\"";
  for (const Guide* verb : All(guide)) {
    if (verb != &guide) script += " " + Quoted(verb->path);
  }
  script +=
      "\n      set at \"$at $word\"\n    end\n  end\n"
      "  test \"$at\" = \"$argv\"\nend\n";
  for (const Guide* verb : All(guide)) {
    const std::string when = "complete -c acta -n " + Quoted("__acta_at " + verb->path);
    for (const Guide& each : verb->verbs)
      script += when + " -f -a " + each.name + " -d " + Quoted(each.help, "\\'") + "\n";
    for (const GuideOption& option : verb->options) {
      script += when;
      for (const std::string& name : option.names)
        script += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.choices.empty()) {
        script += " -x -a " + Quoted(Joined(option.choices), "\\'");
      } else if (option.takes_value()) {
        script += option.takes_path() ? " -r -F" : " -x";
      }
      script += " -d " + Quoted(option.help, "\\'") + "\n";
    }
  }
  return script;
}

}  // namespace

std::string Completion(const Guide& guide, const std::string& shell) {
  if (shell == "bash") return Bash(guide);
  if (shell == "zsh") return Zsh(guide);
  return shell == "fish" ? Fish(guide) : std::string();
}

}  // namespace acta::cli
