#include "pipeline/resolve/states.h"

#include <algorithm>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/table.h"
#include "pipeline/store/fold.h"

namespace acta {

Result<States> States::Load(const std::string& path) {
  States states;
  auto read = ReadTable(path, 4, [&](const std::vector<std::string>& row) -> std::string {
    const size_t state = states.ids_.size();
    if (state == 0) {
      states.home_language_ = row[1];
      states.home_domain_ = row[2];
    }
    states.ids_.push_back(row[0]);
    for (std::string word : Variants(row[3])) {
      const bool stem = word.ends_with('*');
      if (stem) word.pop_back();
      const std::vector<std::string> words = NameWords(word);
      if (words.size() != 1) return "\"" + word + "\" is not one word";
      if (!(stem ? states.stems_ : states.words_).emplace(words[0], state).second)
        return "\"" + word + "\" stands there twice";
      if (!stem) continue;
      states.shortest_ = std::min(states.shortest_, words[0].size());
      states.longest_ = std::max(states.longest_, words[0].size());
    }
    return "";
  });
  if (!read) return tl::unexpected(read.error());
  if (states.ids_.empty()) return Fail("rules", path + ": it names no state");
  return states;
}

size_t States::Find(std::string_view word) const {
  if (const auto whole = words_.find(word); whole != words_.end()) return whole->second;
  for (size_t size = std::min(longest_, word.size()); size >= shortest_; --size) {
    if (const auto stem = stems_.find(word.substr(0, size)); stem != stems_.end()) return stem->second;
  }
  return ids_.size();
}

std::string States::Of(std::string_view text) const {
  std::vector<int> named(ids_.size() + 1, 0);
  for (const std::string& word : WrittenWords(text)) {
    if (!BeginsWithCapital(word)) continue;
    const std::vector<std::string> lower = NameWords(word);
    if (lower.size() == 1) ++named[Find(lower[0])];
  }
  if (named[0] > 0) return home();
  named.pop_back();
  const auto most = std::max_element(named.begin(), named.end());
  const bool alone = std::count(named.begin(), named.end(), *most) == 1;
  return alone ? ids_[static_cast<size_t>(most - named.begin())] : "";
}

bool States::HostedAtHome(std::string_view url) const {
  if (url.find("://") == url.npos) return false;
  const std::string host = HostOf(url);
  return std::string_view(host).substr(0, host.find(':')).ends_with(home_domain_);
}

}  // namespace acta
