// Each format: what it holds, that it is stable, and that a file is whole or not there.
#include "pipeline/export/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

class ExportTest : public testing::Test {
 protected:
  void SetUp() override {
    Store store = Store::Open(folder_.path("a.db")).value();
    for (int n = 0; n < 3; ++n) {
      Article article = SampleArticle("https://example.test/" + std::to_string(n));
      article.text += "Bài số " + std::to_string(n) + ".\n";
      SplitParagraphs(article);
      const Facts facts = n ? SampleFacts(article) : EveryField(article).Make();
      ASSERT_TRUE(store.Put(article, facts, {article.source, 1000 + n, 200}));
    }
    ASSERT_TRUE(store.Close());
    db_ = OpenForReading(folder_.path("a.db")).value();
  }

  std::string Text(ExportFormat format, const ExportFilter& filter = {}, const ExportOptions& options = {}) {
    std::ostringstream out;
    Result<ExportCount> count = Export(*db_, format, filter, options, out);
    EXPECT_TRUE(count) << count.error().message;
    return out.str();
  }

  std::vector<Json> Lines(ExportFormat format, const ExportFilter& filter = {}) {
    std::vector<Json> lines;
    std::istringstream in(Text(format, filter));
    for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
    return lines;
  }

  TempFolder folder_;
  std::optional<Database> db_;
};

TEST_F(ExportTest, JsonlKeepsEveryRecordWithItsEvidence) {
  const std::vector<Json> lines = Lines(ExportFormat::kJsonl);
  const int64_t records = db_->Integer("SELECT count(*) FROM record").value();
  EXPECT_EQ(static_cast<int64_t>(lines.size()), records);
  int64_t places = 0;
  for (const Json& line : lines) {
    EXPECT_EQ(line["schema"], "acta.record/1");
    EXPECT_EQ(line["article"]["text_sha256"].get<std::string>().size(), 64u);
    for (const auto& [field, list] : line["evidence"].items()) places += static_cast<int64_t>(list.size());
  }
  EXPECT_EQ(places, db_->Integer("SELECT count(*) FROM evidence").value());
}

TEST_F(ExportTest, FiltersByKindDayAndLanguage) {
  for (const Json& line : Lines(ExportFormat::kJsonl, {.kind = "deadline"}))
    EXPECT_EQ(line["record"], "deadline");
  const std::string day =
      Lines(ExportFormat::kJsonl)[0]["article"]["published"].get<std::string>().substr(0, 10);
  EXPECT_FALSE(Lines(ExportFormat::kJsonl, {.from = day, .to = day}).empty());
  EXPECT_TRUE(Lines(ExportFormat::kJsonl, {.from = "2099-01-01"}).empty());
  EXPECT_TRUE(Lines(ExportFormat::kJsonl, {.to = "1999-01-01"}).empty());
  EXPECT_TRUE(Lines(ExportFormat::kJsonl, {.language = "xx"}).empty());
}

TEST_F(ExportTest, CsvHasARowARecordAndNoFormula) {
  std::ostringstream none;
  EXPECT_EQ(Export(*db_, ExportFormat::kCsv, {}, {}, none).error().kind, "usage");
  const std::string csv = Text(ExportFormat::kCsv, {.kind = "directive"});
  EXPECT_THAT(csv, testing::StartsWith("\xEF\xBB\xBF"
                                       "id,entity,issuer,assignees,action,"));
  int64_t rows = 0;
  for (size_t at = 0; (at = csv.find("\r\n", at)) != csv.npos; at += 2) ++rows;
  EXPECT_EQ(rows - 1, db_->Integer("SELECT count(*) FROM record WHERE kind = 'directive'").value());
}

TEST(ExportCsv, AFormulaIsMadeATextUnlessRaw) {
  TempFolder folder;
  Article article = SampleArticle("https://example.test/formula");
  article.title = "=HYPERLINK(\"http://example.test\")";
  Facts facts = SampleFacts(article);
  {
    Store store = Store::Open(folder.path("a.db")).value();
    ASSERT_TRUE(store.Put(article, facts, {article.source, 1, 200}));
  }
  Database db = OpenForReading(folder.path("a.db")).value();
  std::ostringstream safe, raw;
  ASSERT_TRUE(Export(db, ExportFormat::kCsv, {.kind = "official"}, {}, safe));
  ASSERT_TRUE(Export(db, ExportFormat::kCsv, {.kind = "official"}, {.raw = true}, raw));
  EXPECT_THAT(safe.str(), HasSubstr("\"'=HYPERLINK"));
  EXPECT_THAT(raw.str(), HasSubstr("\"=HYPERLINK"));
}

TEST_F(ExportTest, FtmEntitiesReferToEntitiesThatAreThere) {
  std::set<std::string> ids;
  std::vector<Json> lines = Lines(ExportFormat::kFtm);
  for (const Json& line : lines) EXPECT_TRUE(ids.insert(line["id"]).second) << line;
  std::set<std::string> schemas;
  for (const Json& line : lines) {
    schemas.insert(line["schema"]);
    for (const char* reference :
         {"holder", "post", "organization", "subject", "object", "document", "resolved", "proof"})
      for (const Json& id : line["properties"].value(reference, Json::array()))
        EXPECT_TRUE(ids.contains(id)) << reference << " of " << line;
    EXPECT_FALSE(line["properties"].contains("startDate")) << line;  // a mention is no beginning
  }
  EXPECT_THAT(schemas, testing::IsSupersetOf({"Article", "Person", "PublicBody", "Mention"}));
}

TEST_F(ExportTest, PopoloRefersToWhatIsThere) {
  const Json popolo = Json::parse(Text(ExportFormat::kPopolo));
  std::set<std::string> ids;
  for (const auto& [list, items] : popolo.items())
    for (const Json& item : items) EXPECT_TRUE(ids.insert(item["id"]).second);
  EXPECT_FALSE(popolo["persons"].empty());
  EXPECT_FALSE(popolo["memberships"].empty());
  for (const Json& membership : popolo["memberships"]) {
    EXPECT_TRUE(ids.contains(membership["person_id"]));
    EXPECT_TRUE(ids.contains(membership["post_id"]));
  }
}

TEST_F(ExportTest, AnnotationsQuoteTheText) {
  std::map<std::string, std::string> texts;  // by hash
  Statement select = db_->Prepare("SELECT text_hash, text FROM article").value();
  while (select.Step().value()) texts[std::string(select.Text(0))] = select.Text(1);
  const std::vector<Json> lines = Lines(ExportFormat::kAnnotations);
  EXPECT_EQ(static_cast<int64_t>(lines.size()), db_->Integer("SELECT count(*) FROM evidence").value());
  for (const Json& line : lines) {
    const std::string& text = texts.at(line["target"]["acta:textSha256"]);
    const Json& quote = line["target"]["selector"][0];
    EXPECT_THAT(text, HasSubstr(quote["prefix"].get<std::string>() + quote["exact"].get<std::string>() +
                                quote["suffix"].get<std::string>()));
  }
}

TEST_F(ExportTest, TwoExportsSayTheSame) {
  for (ExportFormat format :
       {ExportFormat::kJsonl, ExportFormat::kFtm, ExportFormat::kPopolo, ExportFormat::kAnnotations})
    EXPECT_EQ(Text(format), Text(format));
}

TEST_F(ExportTest, AFileIsWholeOrNotThere) {
  const std::string path = folder_.path("out.jsonl");
  ASSERT_TRUE(ExportToFile(*db_, ExportFormat::kJsonl, {}, {}, path));
  std::ifstream in(path);
  std::stringstream written;
  written << in.rdbuf();
  EXPECT_EQ(written.str(), Text(ExportFormat::kJsonl));

  EXPECT_EQ(ExportToFile(*db_, ExportFormat::kJsonl, {}, {}, folder_.path("no/such/out")).error().kind,
            "unwritable");
  EXPECT_FALSE(ExportToFile(*db_, ExportFormat::kCsv, {}, {}, folder_.path("out.csv")));  // no kind
  EXPECT_FALSE(std::filesystem::exists(folder_.path("out.csv")));
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
    EXPECT_THAT(entry.path().string(), testing::Not(HasSubstr(".part")));

  std::ofstream full("/dev/full");
  EXPECT_EQ(Export(*db_, ExportFormat::kJsonl, {}, {}, full).error().kind, "unwritable");
}

}  // namespace
}  // namespace acta
