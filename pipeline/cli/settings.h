// Settings that are kept: what the arguments do not say is taken from the environment, then from acta.toml.
//
//   # acta.toml
//   contact = "me@example.org"     # for every verb that has --contact
//   db = "province.db"
//   [run]
//   metrics-port = 9464            # for acta run alone
//
// A key is the long name of an option, its environment variable ACTA_ and that name (ACTA_METRICS_PORT). The
// file is that of --config or $ACTA_CONFIG, else the first of ./acta.toml, $XDG_CONFIG_HOME/acta/acta.toml
// (by default ~/.config/acta/acta.toml) and /etc/acta/acta.toml that is there.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "pipeline/text/result.h"

namespace acta::cli {

// What an option of the chosen verb has, and who says so.
struct Setting {
  std::string option;  // its long name, without dashes
  std::string value;   // as it would be written as an argument; "" when nobody says anything
  std::string from;    // "argument", "$ACTA_DELAY", "acta.toml:3" or "default"
};

// Fills in the options of the chosen verb that have no value yet; call it after app.parse(). `file` is the
// value of --config. Gives back all options of the verb, in the order of its help. Fails with "config": a file
// that was named is not there, is no TOML, has a key that no verb knows, or a value that its option does not
// take. Errors name file, line and column.
Result<std::vector<Setting>> ApplySettings(CLI::App& app, const std::string& file);

// Environment variables that look like the setting of a verb and are none, a sentence for each. Others that begin with
// ACTA_ may be anyone's.
std::vector<std::string> MisspeltVariables(const CLI::App& app);

// The settings file that would be read, "" for none.
std::string SettingsFile(const std::string& named);

}  // namespace acta::cli
