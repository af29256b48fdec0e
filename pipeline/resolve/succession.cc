#include "pipeline/resolve/succession.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/resolve/story_resolution.h"

namespace acta {

std::string Succession::Text() const { return fmt::format("until {}, then {} ({})", ToIso(last), name, to); }

Validity ValidityOf(const Form& agency, const World& world) {
  Validity validity;
  const Body* body = world.bodies.Get(agency.part);
  if (!body) return validity;
  validity = {body->valid_from, body->valid_to};
  // What is of a commune has its province before the slash.
  if (const Province* place = world.places.Get(agency.scope.substr(0, agency.scope.find('/')))) {
    if (place->valid_from)
      validity.from = std::max(validity.from.value_or(*place->valid_from), *place->valid_from);
    if (place->valid_to) validity.to = std::min(validity.to.value_or(*place->valid_to), *place->valid_to);
  }
  return validity;
}

std::optional<Succession> SuccessionOf(const Form& agency, const World& world) {
  const Body* body = world.bodies.Get(agency.part);
  const std::optional<Date> last = ValidityOf(agency, world).to;
  if (!body || !last || agency.scope.find('/') != std::string::npos) return std::nullopt;
  const std::string part = body->merged_into.empty() ? body->id : body->merged_into;
  const Province* place = world.places.Get(agency.scope);
  const std::string scope = place ? world.places.Successor(place->id) : agency.scope;
  if (part == agency.part && scope == agency.scope) return std::nullopt;  // it ended, and nothing took over
  const Body* next = world.bodies.Get(part);
  if (!next) return std::nullopt;
  const Province* unit = world.places.Get(scope);
  return Succession{DerivedId("agency", "agency|" + part + "|" + scope),
                    next->vi + (unit ? ", " + unit->vi.front() : ""), *last};
}

}  // namespace acta
