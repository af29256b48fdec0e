// The documents that an article reports: in whose name each orders, and which of them an order is part of.
//
//   Mandates mandates(view, units, people, documents);
//   auto document = mandates.Of("Trần Văn Bình", byte);   // index of the dispatch that he has just signed
//
// “The Chairman signed Official Dispatch No. 19/CD-UBND. He requested the communes to …”: the order is in the
// dispatch. It is not where a meeting that somebody chairs stands between the two, for there he orders by word of
// mouth. Immutable once built.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extractors/engine/documents.h"
#include "extractors/engine/fact_unit.h"
#include "extractors/engine/people.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

// In whose name a document orders: its issuer, else who signed it; a deputy signs for his body, where one is told.
Maybe<std::string> IssuerOf(const Resolution& document, const People& people);

class Mandates {
 public:
  Mandates(const TreeView& view, const std::vector<FactUnit>& units, const People& people,
           const Documents& documents);

  // The document announced before `byte`, in the name of `issuer`, that his order there is part of.
  std::optional<size_t> Of(const std::string& issuer, uint32_t byte) const;
  // The numbered document that a unit names as its capture `document`.
  std::optional<size_t> NamedBy(uint32_t unit) const;

 private:
  struct Announced {
    uint32_t byte = 0;
    size_t document = 0;
    std::vector<std::string> givers;  // folded names of people and bodies
  };

  void Announce(uint32_t unit, size_t document, const std::vector<uint32_t>& issuer);
  void AddGiver(const Official& person, Announced& announced) const;
  bool Orders(const Resolution& document) const;

  const TreeView& view_;
  const People& people_;
  const Documents& documents_;
  std::vector<Announced> announced_;  // in order of the text
  std::vector<uint32_t> meetings_;    // where sessions were set
};

}  // namespace acta
