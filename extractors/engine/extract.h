// An Article to Facts: the public face of the rule engine.
//
//   Result<PackSet> packs = LoadPacks("extractors");
//   if (const Pack* pack = packs->Find(article.language)) Facts facts = Extract(article, *pack);
//
// Extract is pure and cannot fail; an article with nothing to record gives empty lists. Record ids are
// left empty: they belong to who stores or prints the records. PackSet is immutable and safe to share.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/engine/pack.h"
#include "pipeline/text/article.h"
#include "pipeline/text/result.h"
#include "schemas/records.h"

namespace acta {

class PackSet {
 public:
  const Pack* Find(std::string_view language) const;
  const std::map<std::string, Pack, std::less<>>& packs() const { return packs_; }

 private:
  friend Result<PackSet> LoadPacks(const std::string& folder);
  std::map<std::string, Pack, std::less<>> packs_;
};

// Every folder of `folder` that holds a language.toml. The first broken pack is the error; a folder
// without any pack is an error of kind "config".
Result<PackSet> LoadPacks(const std::string& folder);

// A reading that was refused: which rule, where, why. For `explain`.
struct Abstention {
  Span span;
  std::string rule, reason;
};

Facts Extract(const Article& article, const Pack& pack, std::vector<Abstention>* abstentions = nullptr);

}  // namespace acta
