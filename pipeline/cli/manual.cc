// The man page.
#include <string_view>

#include "pipeline/cli/guide.h"

namespace acta::cli {
namespace {

// Text that is no request of roff: backslashes, hyphens, dots and quotes at the beginning of a line.
std::string Escaped(std::string_view text) {
  std::string escaped;
  bool begins = true;
  for (char c : text) {
    if (begins && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\') {
      escaped += "\\e";
    } else if (c == '-') {
      escaped += "\\-";
    } else {
      escaped += c;
    }
    begins = c == '\n';
  }
  return escaped;
}

// Lines as they stand.
std::string Literal(std::string_view text) {
  return text.empty() ? "" : ".PP\n.nf\n" + Escaped(text) + "\n.fi\n";
}

std::string Names(const GuideOption& option) {
  std::string names;
  for (const std::string& name : option.names)
    names += (names.empty() ? "" : ", ") + std::string("\\fB") + Escaped(name) + "\\fR";
  std::string value = option.value;
  if (!option.choices.empty()) {
    value.clear();
    for (const std::string& choice : option.choices) value += (value.empty() ? "" : "|") + choice;
  }
  return value.empty() ? names : names + " \\fI" + Escaped(value) + "\\fR";
}

std::string Listed(const std::vector<GuideOption>& options) {
  std::string text;
  for (const GuideOption& option : options) {
    if (option.names.front() == "--help") continue;  // every verb has it
    std::string help = option.help;
    for (char& c : help) c = c == '\n' ? ' ' : c;
    text += ".TP\n" + Names(option) + "\n" + Escaped(help) + (option.required ? " (required)" : "") + "\n";
  }
  return text;
}

std::string Usage(const Guide& guide) {
  std::string usage = "\\fB" + Escaped(guide.path) + "\\fR [\\fIoptions\\fR]";
  for (const GuideOption& argument : guide.arguments) {
    const std::string name = "\\fI" + Escaped(argument.names.front()) + "\\fR" + (argument.many ? "..." : "");
    usage += argument.required ? " " + name : " [" + name + "]";
  }
  return usage + (guide.verbs.empty() ? "" : " \\fIverb\\fR");
}

// A verb, and those below it.
std::string Section(const Guide& guide) {
  std::string text =
      ".SS " + Escaped(guide.path) + "\n" + Escaped(guide.help) + ".\n.PP\n" + Usage(guide) + "\n";
  text += Listed(guide.arguments) + Listed(guide.options) + Literal(guide.notes) + Literal(guide.examples);
  for (const Guide& verb : guide.verbs) text += Section(verb);
  return text;
}

}  // namespace

std::string ManualPage(const Guide& guide, const std::string& version) {
  std::string text =
      ".\\\" Made by: acta man\n.TH ACTA 1 \"\" \"acta " + Escaped(version) + "\" \"User Commands\"\n";
  text += ".SH NAME\nacta \\- government news pages to records with the words that state them\n";
  text += ".SH SYNOPSIS\n" + Usage(guide) + "\n";
  text += ".SH EXAMPLES\n.nf\n" + Escaped(guide.examples) + "\n.fi\n";
  text += ".SH DESCRIPTION\n" + Escaped(guide.help) + "\n" + Literal(guide.notes);
  text += ".SH OPTIONS\n.TP\n\\fB\\-\\-help\\fR, \\fB\\-h\\fR\nHelp on any verb\n" + Listed(guide.options);
  text += ".SH VERBS\n";
  for (const Guide& verb : guide.verbs) text += Section(verb);
  text +=
      ".SH ENVIRONMENT\nAny option can be set by a variable: ACTA_ and its name in capitals, \\- as _.\n"
      ".TP\n\\fBACTA_DB\\fR\nThe database\n.TP\n\\fBACTA_CONTACT\\fR\nWho is told to the sites that are "
      "asked\n"
      ".TP\n\\fBACTA_CONFIG\\fR\nThe file of settings\n"
      ".SH FILES\n.TP\n\\fIacta.toml\\fR, \\fI~/.config/acta/acta.toml\\fR, "
      "\\fI/etc/acta/acta.toml\\fR\nSettings, the first "
      "that is there\n.TP\n\\fIsources.toml\\fR\nThe sites that are followed\n.TP\n\\fIacta.db\\fR\nThe "
      "database\n";
  return text;
}

}  // namespace acta::cli
