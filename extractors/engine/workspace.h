// The memory of one reading: buffers, and the automata that texts have made so far. It is kept from article to
// article, so that a reading allocates nothing for a token.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "extractors/engine/annotate.h"
#include "extractors/engine/automaton.h"

namespace acta {

struct Workspace {
  std::vector<Matcher> matchers;  // one a phase
  // Of the sentence that is read.
  std::vector<uint32_t> sequence, next, words, stack, slots;
  std::vector<TokenClass> classes;
  std::vector<Symbol> symbols;
  uint64_t phases = 0;  // bits of those that may find something in the sentence
  std::vector<RuleMatch> matches;
  // Of a group of a text pattern.
  std::vector<Token> group_tokens;
  std::vector<uint32_t> group_words;
  std::vector<TokenClass> group_classes;
  std::string key;
};

// Workspaces that nobody uses at the moment. Safe to share between threads; it holds as many as readings went
// on at one time.
class WorkspacePool {
 public:
  // A fresh one when there is none: without matchers.
  std::unique_ptr<Workspace> Take() {
    std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Workspace>();
    auto workspace = std::move(free_.back());
    free_.pop_back();
    return workspace;
  }
  void Return(std::unique_ptr<Workspace> workspace) {
    std::lock_guard lock(mutex_);
    free_.push_back(std::move(workspace));
  }
  void Clear() {
    std::lock_guard lock(mutex_);
    free_.clear();
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Workspace>> free_;
};

}  // namespace acta
