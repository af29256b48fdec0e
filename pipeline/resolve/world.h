// What the resolver knows before it has read an article: the tables of pipeline/resolve/data.
//
//   Result<World> world = World::Load(folders.resolve);
//
// Loaded once, never changed, safe to share.
#pragma once

#include <string>

#include "pipeline/resolve/body_catalog.h"
#include "pipeline/resolve/gazetteer.h"
#include "pipeline/resolve/number_codes.h"
#include "pipeline/resolve/place_words.h"
#include "pipeline/resolve/states.h"
#include "pipeline/resolve/transcription.h"

namespace acta {

struct World {
  Transcription transcription;
  Gazetteer places;
  BodyCatalog bodies;
  States states;
  NumberCodes codes;
  PlaceWords place_words;
  std::string version;  // changes with any of the tables

  static Result<World> Load(const std::string& folder);
};

}  // namespace acta
