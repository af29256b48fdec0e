// What an article costs to resolve as the database grows: it should not cost more.
//
//   resolve_bench [ARTICLES ...]     default 1000 10000; 100000 takes some minutes and a few gigabytes
//
// Articles are those of the corpus with other people, numbers, figures and days: each copy plays in one of 63
// provinces, on a day of three years, with leaders that the province keeps and some people that come once.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>
#include <sstream>

#include "pipeline/resolve/entity_store.h"
#include "pipeline/run/read_page.h"
#include "pipeline/store/store.h"
#include "schemas/identity.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

struct Case {
  Article article;
  Facts facts;
};

std::vector<Case> Corpus() {
  const fs::path root = ACTA_SOURCE_DIR;
  const Tools tools = LoadTools({root / "extractors", root / "pipeline/clean/data", {}}).value();
  std::vector<Case> cases;
  for (const fs::directory_entry& folder : fs::directory_iterator(root / "corpus/vi")) {
    std::ifstream in(folder.path() / "page.html", std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    Page page;
    page.source = folder.path().filename().string();
    page.bytes = bytes.str();
    Result<Article> article = ReadPage(page, tools.clean, {});
    if (!article) continue;
    if (Result<Facts> facts = ReadFacts(*article, tools.packs))
      cases.push_back({std::move(*article), std::move(*facts)});
  }
  std::sort(cases.begin(), cases.end(),
            [](const Case& a, const Case& b) { return a.article.source < b.article.source; });
  return cases;
}

std::string PersonName(uint32_t number) {
  static constexpr const char* kFamily[] = {"Nguyễn", "Trần", "Lê",  "Phạm", "Hoàng",
                                            "Võ",     "Đặng", "Bùi", "Đỗ",   "Hồ"};
  static constexpr const char* kMiddle[] = {"Văn", "Thị", "Đức", "Quốc", "Minh", "Hữu", "Thanh", "Xuân"};
  static constexpr const char* kGiven[] = {"Hùng", "Lan", "Mừng", "Thắng", "Dũng", "Hoa",  "Bình",  "Khánh",
                                           "Phúc", "Sơn", "Tâm",  "Hải",   "Long", "Nam",  "Trung", "Quang",
                                           "Vinh", "Lộc", "Trí",  "Thịnh", "Anh",  "Cường"};
  return fmt::format("{} {} {}", kFamily[number % 10], kMiddle[number / 10 % 8], kGiven[number / 80 % 22]);
}

// A task in words of its own; every fourth article repeats one that the province's paper told before.
std::string Action(uint32_t number) {
  static constexpr const char* kVerb[] = {"rà soát",   "tổng hợp",      "kiểm tra",
                                          "hướng dẫn", "lập danh sách", "thẩm định"};
  static constexpr const char* kObject[] = {
      "hồ sơ dự án", "quy hoạch sử dụng đất", "kinh phí chi thường xuyên", "trạm y tế",
      "trường học",  "thủ tục hành chính",    "công trình thủy lợi"};
  return fmt::format("{} {} giai đoạn {} tại khu vực {} và cụm {}", kVerb[number % 6],
                     kObject[number / 6 % 7], number / 42 % 50, PersonName(number), number % 997);
}

// The n-th article: the same for the same n, whoever asks.
Case Copy(const std::vector<Case>& corpus, uint32_t n) {
  Case copy = corpus[n % corpus.size()];
  std::mt19937 random(n);
  const uint32_t province = random() % 63;
  copy.article.source = copy.article.url = fmt::format("https://news.example/{}", n);
  copy.article.canonical_url.clear();
  copy.article.site = fmt::format("Cổng thông tin tỉnh {}", PersonName(province * 7).substr(0, 12));
  copy.article.published = ToIso(AddDays({2024, 1, 1}, random() % 1095));
  for (size_t i = 0; i < copy.facts.officials.size(); ++i) {
    const uint32_t person = random() % 4 ? province * 97 + static_cast<uint32_t>(i) : random();
    copy.facts.officials[i].name->value = PersonName(person);
  }
  for (Resolution& resolution : copy.facts.resolutions) {
    if (resolution.number) resolution.number->value = fmt::format("{}/QĐ-UBND", 1 + random() % 4000);
  }
  for (Target& target : copy.facts.targets) target.value->value = static_cast<double>(random() % 100000);
  for (size_t i = 0; i < copy.facts.directives.size(); ++i) {
    const uint32_t task = random() % 4 ? random() : province * 31 + random() % 20;
    if (copy.facts.directives[i].action) copy.facts.directives[i].action->value = Action(task);
  }
  AssignIds(copy.article, copy.facts);
  return copy;
}

double Seconds(std::chrono::steady_clock::time_point since) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - since).count();
}

int Main(int argc, char** argv) {
  std::vector<uint32_t> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(static_cast<uint32_t>(std::strtoul(argv[i], nullptr, 10)));
  if (sizes.empty()) sizes = {1000, 10000};
  const World world = World::Load(std::string(ACTA_SOURCE_DIR) + "/pipeline/resolve/data").value();
  const std::vector<Case> corpus = Corpus();
  const fs::path path =
      fs::temp_directory_path() / fmt::format("acta-resolve-bench-{}.db", std::random_device{}());
  std::cout << "articles  ms an article  entities  stories  tasks\n";
  uint32_t done = 0;
  for (uint32_t size : sizes) {
    // All but the last thousand first, so that what is measured is an article that comes to a store of this size.
    for (uint32_t until : {size > 1000 ? size - 1000 : 0, size}) {
      if (until <= done) continue;
      Store store = Store::Open(path.string()).value();
      const uint32_t before = done;
      for (; done < until; ++done) {
        const Case copy = Copy(corpus, done);
        if (auto stored = store.Put(copy.article, copy.facts, {copy.article.source}); !stored) {
          std::cerr << stored.error().message << '\n';
          return 1;
        }
      }
      if (!store.Close()) return 1;
      const auto begin = std::chrono::steady_clock::now();
      const Result<ResolveReport> report = ResolveStore(path.string(), world, {});
      if (!report) {
        std::cerr << report.error().message << '\n';
        return 1;
      }
      if (done == size) {
        std::cout << fmt::format("{:8} {:14.2f} {:9} {:8} {:6}\n", size,
                                 1000 * Seconds(begin) / (done - before), report->entities, report->stories,
                                 report->tasks)
                  << std::flush;
      }
    }
  }
  for (const char* tail : {"", "-wal", "-shm", "-lock"}) fs::remove(path.string() + tail);
  return 0;
}

}  // namespace
}  // namespace acta

int main(int argc, char** argv) { return acta::Main(argc, argv); }
