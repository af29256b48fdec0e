// Reading allocates for what it finds, never for a token: counted by an allocator of this program's own.

#include <gtest/gtest.h>

#include <atomic>
#include <cstdlib>
#include <new>

#include "extractors/engine/cascade.h"
#include "extractors/engine/extract.h"

namespace {
std::atomic<size_t> allocations{0};
}  // namespace

void* operator new(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  std::abort();
}
// std::stable_sort's buffer comes from this one: all of them count, and all are given back to free().
void* operator new(size_t size, const std::nothrow_t&) noexcept {
  ++allocations;
  return std::malloc(size == 0 ? 1 : size);
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }

namespace acta {
namespace {

const PackSet& AllPacks() {
  static const PackSet packs = std::move(LoadPacks(std::string(ACTA_SOURCE_DIR) + "/extractors").value());
  return packs;
}

Article Repeated(std::string_view piece, int times) {
  std::string text = "\n\n";
  for (int i = 0; i < times; ++i) text += piece;
  Article article = PlainTextArticle("test", text);
  article.published = "2025-09-10";
  return article;
}

template <class Read>
size_t Count(Read&& read) {
  size_t before = allocations;
  read();
  return allocations - before;
}

constexpr size_t kGrowth = 40;  // each of a handful of vectors doubles once or twice more

struct Case {
  const char* name;
  const char* language;
  const char* text;
  size_t for_groups = 0;  // RE2 allocates to find the groups of a text pattern: how often in `text`
};

void PrintTo(const Case& value, std::ostream* out) { *out << value.name; }

class Allocations : public testing::TestWithParam<Case> {};

INSTANTIATE_TEST_SUITE_P(
    All, Allocations,
    testing::Values(
        Case{"EnglishWords", "en",
             "The weather of the week was mild and the harvest went on as the farmers had hoped. "},
        Case{"EnglishFigures", "en",
             "Some 12,345 people and 17 percent of the 1,200 Minister Finance March words. ", 4},
        Case{"RussianWords", "ru",
             "Погода на неделе была мягкой, и уборка урожая шла так, как надеялись крестьяне. "},
        Case{"RussianFigures", "ru", "Около 12 345 человек, 17 процентов министр финансов март новых слов. "},
        Case{"VietnameseWords", "vi",
             "Thời tiết trong tuần dịu mát và bà con nông dân thu hoạch lúa đúng như mong đợi. "},
        Case{"VietnameseFigures", "vi",
             "Khoảng 12.345 người và 17% Bộ trưởng Bộ Tài chính tháng ba từ mới. "}),
    [](const auto& param) { return param.param.name; });

TEST_P(Allocations, OfReadingDoNotGrowWithTheText) {
  const Pack* pack = AllPacks().Find(GetParam().language);
  ASSERT_TRUE(pack);
  auto read = [&](const Article& article) {
    Tree tree = ReadArticle(article, pack->annotator->Annotate(article), *pack);
    EXPECT_GT(tree.units.size(), article.text.size() / 10);
  };
  Article once = Repeated(GetParam().text, 400), twice = Repeated(GetParam().text, 800);
  read(twice);  // the automata are made, the buffers have their size
  size_t first = Count([&] { read(once); });
  size_t second = Count([&] { read(twice); });
  EXPECT_LE(second, first + kGrowth + 400 * GetParam().for_groups);
  EXPECT_LE(first, 400 * (1 + GetParam().for_groups));
}

}  // namespace
}  // namespace acta
