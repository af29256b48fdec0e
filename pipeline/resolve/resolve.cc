#include "pipeline/resolve/resolve.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "pipeline/resolve/cluster.h"
#include "pipeline/resolve/story.h"

namespace acta {

OneWorld ResolveAll(const std::vector<Account>& accounts, const World& world) {
  OneWorld all;
  std::map<std::string, std::map<std::string, Form>> blocks;  // block → key → form
  for (const std::vector<size_t>& story : FindStories(accounts, world)) {
    std::vector<const Account*> articles;
    for (size_t n : story) articles.push_back(&accounts[n]);
    all.stories.push_back(ResolveStory(std::move(articles), world));
    for (const Form& form : all.stories.back().forms) {
      // Of two stories' names for a form the first in the alphabet is shown, whichever story came first.
      const auto [known, is_new] = blocks[form.block].emplace(form.key, form);
      if (!is_new && form.name < known->second.name) known->second.name = form.name;
    }
  }
  for (const auto& [block, forms] : blocks) {
    std::vector<Form> list;
    for (const auto& [key, form] : forms) list.push_back(form);
    for (Entity& entity : ClusterForms(std::move(list), world)) all.entities.push_back(std::move(entity));
  }
  std::sort(all.stories.begin(), all.stories.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  std::sort(all.entities.begin(), all.entities.end(),
            [](const Entity& a, const Entity& b) { return std::tie(a.type, a.id) < std::tie(b.type, b.id); });
  return all;
}

}  // namespace acta
