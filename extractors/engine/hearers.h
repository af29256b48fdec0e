// Bodies that were told to do something. What such a body orders in its turn is told as a part of that: it speaks in
// its paragraph, and after that the word is again with who told it.
//
//   hearers.Told(units, "Trần Văn Bình");      // after his order was read: to whom it went
//   if (hearers.IsHearer(unit)) …              // a body that orders: somebody told it to do something before
//
// “The Prime Minister asked the Ministry of Health (MoH) to … The MoH has directed hospitals to … Schools must …”: the
// schools must for the Prime Minister. A body is known by its id, else by its long name, folded.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "extractors/engine/bodies.h"
#include "extractors/engine/tree_view.h"

namespace acta {

class Hearers {
 public:
  Hearers(const TreeView& view, const Bodies& bodies) : view_(view), bodies_(bodies) {}

  // An order of `giver` went to the bodies in these units, and to those of the posts in them.
  void Told(const std::vector<uint32_t>& units, const std::string& giver);
  bool IsHearer(uint32_t unit) const;

 private:
  std::vector<std::string> KeysIn(uint32_t unit) const;
  std::string KeyOf(uint32_t body) const;

  const TreeView& view_;
  const Bodies& bodies_;
  std::unordered_set<std::string> told_;
};

}  // namespace acta
