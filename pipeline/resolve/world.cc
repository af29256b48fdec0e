#include "pipeline/resolve/world.h"

#include <fstream>
#include <sstream>

#include "schemas/identity.h"

namespace acta {

Result<World> World::Load(const std::string& folder) {
  Result<Transcription> transcription = Transcription::Load(folder + "/transcription.tsv");
  if (!transcription) return tl::unexpected(transcription.error());
  Result<Gazetteer> places = Gazetteer::Load(folder + "/places.tsv");
  if (!places) return tl::unexpected(places.error());
  Result<BodyCatalog> bodies = BodyCatalog::Load(folder + "/bodies.tsv", folder + "/body_terms.tsv");
  if (!bodies) return tl::unexpected(bodies.error());
  Result<States> states = States::Load(folder + "/states.tsv");
  if (!states) return tl::unexpected(states.error());
  Result<NumberCodes> codes = NumberCodes::Load(folder + "/number_codes.tsv");
  if (!codes) return tl::unexpected(codes.error());
  Result<PlaceWords> place_words = PlaceWords::Load(folder + "/place_words.tsv");
  if (!place_words) return tl::unexpected(place_words.error());
  std::stringstream tables;
  for (const char* name : {"/transcription.tsv", "/places.tsv", "/bodies.tsv", "/body_terms.tsv",
                           "/states.tsv", "/number_codes.tsv", "/place_words.tsv"})
    tables << std::ifstream(folder + name).rdbuf();
  return World{std::move(*transcription),
               std::move(*places),
               std::move(*bodies),
               std::move(*states),
               std::move(*codes),
               std::move(*place_words),
               Sha256Hex(tables.str()).substr(0, 8)};
}

}  // namespace acta
