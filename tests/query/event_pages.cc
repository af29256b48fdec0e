#include "tests/query/event_pages.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "pipeline/run/read_page.h"
#include "pipeline/store/open.h"
#include "pipeline/store/store.h"

namespace acta {
namespace {

constexpr const char* kPages[] = {"vi/0001-bon-nghi-quyet-tru-cot",
                                  "en/0001-long-giang-pillar-resolutions",
                                  "ru/0001-long-giang-four-resolutions",
                                  "vi/0002-giai-ngan-dau-tu-cong",
                                  "en/0002-disbursement-conference",
                                  "ru/0002-disbursement-conference",
                                  "vi/0013-gia-han-mot-nhiem-vu",
                                  "en/0013-long-giang-longer-review",
                                  "ru/0013-long-giang-review-until-november"};

std::string TextOf(const RowCell& cell) {
  std::string text;
  if (const auto* value = std::get_if<std::string>(&cell)) text = *value;
  if (const auto* number = std::get_if<int64_t>(&cell)) text = std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) text = std::to_string(*number);
  if (const auto* list = std::get_if<std::vector<std::string>>(&cell)) {
    for (const std::string& item : *list) text += (text.empty() ? "" : "; ") + item;
  }
  return text;
}

}  // namespace

void StoreEventPages(const std::string& path, std::initializer_list<std::string_view> events) {
  const std::string root = ACTA_SOURCE_DIR;
  Result<Tools> tools = LoadTools({root + "/extractors", root + "/pipeline/clean/data", {}});
  ASSERT_TRUE(tools) << tools.error().message;
  Store store = Store::Open(path).value();
  for (const std::string name : kPages) {
    const std::string_view number = std::string_view(name).substr(3, 4);
    if (std::find(events.begin(), events.end(), number) == events.end()) continue;
    std::ifstream in(root + "/corpus/" + name + "/page.html", std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    Page page;
    page.source = page.url = "https://site.example/" + name + ".html";
    page.bytes = bytes.str();
    Result<Article> article = ReadPage(page, tools->clean, {});
    ASSERT_TRUE(article) << name << ": " << article.error().message;
    Result<Facts> facts = ReadFacts(*article, tools->packs);
    ASSERT_TRUE(facts) << name << ": " << facts.error().message;
    ASSERT_TRUE(store.Put(*article, *facts, {page.source}));
  }
  ASSERT_TRUE(store.Close());
}

std::vector<Row> AnswerRows(const std::string& path, std::string_view question, const Filter& filter,
                            int64_t few) {
  Database db = OpenForReading(path).value();
  Result<Rows> rows = Ask(db, *FindQuestion(question), filter, few);
  EXPECT_TRUE(rows) << rows.error().message;
  std::vector<Row> answer;
  for (const auto& cells : rows->rows) {
    Row& row = answer.emplace_back();
    for (size_t i = 0; i < cells.size(); ++i) row[std::string(rows->columns[i].name)] = TextOf(cells[i]);
  }
  return answer;
}

}  // namespace acta
