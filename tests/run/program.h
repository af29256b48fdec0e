// Runs the program as a user does and gives back what it printed.
#pragma once

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "tests/store/temp_folder.h"

namespace acta {

struct Ran {
  int status = -1;  // exit status; 128 + signal when killed by one
  std::string out, err;
};

inline std::string ReadWhole(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream all;
  all << in.rdbuf();
  return all.str();
}

// The page of a case: "vi/0001-bon-nghi-quyet-tru-cot".
inline std::string CorpusPage(const std::string& name) {
  return std::string(ACTA_SOURCE_DIR) + "/corpus/" + name + "/page.html";
}

// Starts the program; its output goes to files in `folder`.
inline pid_t StartActa(const std::vector<std::string>& arguments, const TempFolder& folder,
                       const std::string& input = "/dev/null") {
  std::vector<std::string> all = {ACTA_PROGRAM};
  all.insert(all.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (std::string& argument : all) argv.push_back(argument.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, input.c_str(), O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, folder.path(".out").c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                   0600);
  posix_spawn_file_actions_addopen(&files, 2, folder.path(".err").c_str(), O_WRONLY | O_CREAT | O_TRUNC,
                                   0600);
  pid_t child = -1;
  posix_spawn(&child, ACTA_PROGRAM, &files, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  return child;
}

inline int WaitFor(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

// `input`: a file, for standard input.
inline Ran RunActa(const std::vector<std::string>& arguments, const std::string& input = "/dev/null") {
  TempFolder folder;
  Ran ran;
  ran.status = WaitFor(StartActa(arguments, folder, input));
  ran.out = ReadWhole(folder.path(".out"));
  ran.err = ReadWhole(folder.path(".err"));
  return ran;
}

}  // namespace acta
