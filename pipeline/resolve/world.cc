#include "pipeline/resolve/world.h"

namespace acta {

Result<World> World::Load(const std::string& folder) {
  Result<Transcription> transcription = Transcription::Load(folder + "/transcription.tsv");
  if (!transcription) return tl::unexpected(transcription.error());
  Result<Gazetteer> places = Gazetteer::Load(folder + "/places.tsv");
  if (!places) return tl::unexpected(places.error());
  Result<BodyCatalog> bodies = BodyCatalog::Load(folder + "/bodies.tsv");
  if (!bodies) return tl::unexpected(bodies.error());
  return World{std::move(*transcription), std::move(*places), std::move(*bodies)};
}

}  // namespace acta
