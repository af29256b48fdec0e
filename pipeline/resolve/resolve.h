// One world out of many articles: stories, the forms that their records use, the entities that the forms mean.
//
//   Result<World> world = World::Load(folder);
//   OneWorld all = ResolveAll(accounts, *world);
//   for (const Entity& entity : all.entities) …
//
// The same articles give the same world, in whatever order they are given. Pure.
#pragma once

#include <vector>

#include "pipeline/resolve/account.h"
#include "pipeline/resolve/links.h"
#include "pipeline/resolve/story_resolution.h"

namespace acta {

struct OneWorld {
  std::vector<StoryResolution> stories;  // by id
  std::vector<Entity> entities;          // by type and id
};

OneWorld ResolveAll(const std::vector<Account>& accounts, const World& world);

}  // namespace acta
