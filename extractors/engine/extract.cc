#include "extractors/engine/extract.h"

#include <filesystem>
#include <future>

#include "extractors/engine/annotate.h"
#include "extractors/engine/cascade.h"
#include "extractors/engine/facts.h"

namespace acta {

const Pack* PackSet::Find(std::string_view language) const {
  auto found = packs_.find(language);
  return found == packs_.end() ? nullptr : &found->second;
}

Result<PackSet> LoadPacks(const std::string& folder) {
  namespace fs = std::filesystem;
  std::map<std::string, std::future<Result<Pack>>> loading;  // beside each other, in the order of their names
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (!fs::is_regular_file(entry.path() / "language.toml")) continue;
    std::string language = entry.path().filename().string();
    loading.emplace(language, std::async(std::launch::async, LoadPack, folder, language, PackUse::kReading));
  }
  if (error) return Fail("config", folder + ": " + error.message());
  PackSet set;
  for (auto& [language, future] : loading) {
    Result<Pack> pack = future.get();
    if (!pack) return tl::unexpected(pack.error());
    set.packs_.emplace(language, std::move(*pack));
  }
  if (set.packs_.empty()) return Fail("config", folder + ": no folder with a language.toml in it");
  return set;
}

Facts Extract(const Article& article, const Pack& pack, std::vector<Abstention>* abstentions) {
  Annotated annotated = pack.annotator->Annotate(article);
  Tree tree = ReadArticle(article, annotated, pack);
  return FactsOf(TreeView(article, tree, pack), abstentions);
}

}  // namespace acta
