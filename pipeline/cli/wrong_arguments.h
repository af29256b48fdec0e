// What is wrong with a command line, in a sentence of ours: of which verb, what was likely meant, and where its help is.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "pipeline/text/result.h"

namespace acta::cli {

// `words`: the command line, without the program; `error`: what app.parse() threw of it, and not for --help. "usage".
Error WrongArguments(const CLI::App& app, const std::vector<std::string>& words,
                     const CLI::ParseError& error);

}  // namespace acta::cli
