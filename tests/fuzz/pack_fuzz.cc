// Any bytes are a file of a pack, or an error of kind "rule". The first byte says which file.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "extractors/engine/extract.h"
#include "tests/store/temp_folder.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace acta;
  if (size == 0) return 0;
  static const TempFolder folder;
  static constexpr const char* kFiles[] = {"xx/rules.toml", "xx/language.toml", "xx/text.toml",
                                           "xx/paradigms.toml", "xx/lexicon/words.tsv"};
  static constexpr const char* kSound[] = {
      "[[rule]]\nkind = 'official'\npattern = 'posts:<title> name:<Cap>+'\nexamples = ['minister Ann']\n",
      "phases = ['official']\n[[register]]\nkind = 'official'\n",
      "[[pattern]]\nkind = 'number'\nregex = '\\d+'\n", "[m]\nnom = ''\ngen = 'a'\n",
      "title\tminister@m\trole=minister\n"};
  size_t damaged = data[0] % std::size(kFiles);
  for (size_t i = 0; i < std::size(kFiles); ++i) folder.Write(kFiles[i], kSound[i]);
  folder.Write(kFiles[damaged], std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
  auto pack = LoadPack(folder.path(), "xx");
  if (!pack) {
    if (pack.error().kind != "rule" || pack.error().message.empty()) std::abort();
    return 0;
  }
  Extract(PlainTextArticle("fuzz", "A title\n\nThe minister Ann Lee said 5."), *pack);
  return 0;
}
