// What became of a body: its own end, or that of its province. Told, never taken for sameness: who was in the
// people's committee of Thái Bình in 2024 was not in that of Hưng Yên.
//
//   std::optional<Succession> next = SuccessionOf(form, world);
//   next->to      // "agency-…": the entity that took over, whether or not an article has named it
//   next->last    // 2025-06-30: the last day of the old body
//
// Pure.
#pragma once

#include <optional>
#include <string>

#include "pipeline/resolve/links.h"
#include "pipeline/resolve/world.h"

namespace acta {

struct Succession {
  std::string to, name;  // id and name of the body that took over
  Date last;

  std::string Text() const;  // "until 2025-06-30, then UBND tỉnh, hung-yen (agency-…)"
};

// Days between which a body of the catalog, of this place, was there; empty = not known.
struct Validity {
  std::optional<Date> from, to;
};
Validity ValidityOf(const Form& agency, const World& world);

// nullopt while it stands, and of what is not in the catalog.
std::optional<Succession> SuccessionOf(const Form& agency, const World& world);

}  // namespace acta
