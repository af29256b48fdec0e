// A record as people see it: every value with the characters that state it.
#include "pipeline/query/record_view.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "pipeline/store/open.h"
#include "pipeline/store/store.h"
#include "tests/schemas/sample_facts.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

class ShowRecord : public testing::Test {
 protected:
  ShowRecord() : article_(SampleArticle()), facts_(SampleFacts(article_)) {
    Store store = Store::Open(folder_.path("a.db")).value();
    EXPECT_TRUE(store.Put(article_, facts_, {.source = article_.source, .fetched_at = 1757034123}));
    db_ = std::make_unique<Database>(OpenForReading(folder_.path("a.db")).value());
  }

  RecordView View(const std::string& id) { return ViewRecord(*db_, id).value().at(0); }
  std::string Written(const std::string& id, size_t width = 60) {
    std::ostringstream out;
    WriteRecord(View(id), width, out);
    return out.str();
  }

  TempFolder folder_;
  Article article_;
  Facts facts_;
  std::unique_ptr<Database> db_;
};

// The questions leave such a record out, so who shows it must know.
TEST_F(ShowRecord, SaysThatACorrectionCallsItWrong) {
  const std::string id = facts_.directives[0].head.id;
  EXPECT_FALSE(View(id).wrong);
  ASSERT_TRUE(
      Database::Open(folder_.path("a.db"), Database::Mode::kWrite)
          ->Execute("INSERT INTO correction VALUES (1, 'wrong', '2026-01-02T03:04:05Z', 'lan', 'no order', "
                    "'[]', '{}'); INSERT INTO wrong_record VALUES ('" +
                    id + "', 1)"));
  EXPECT_NE(Written(id).find("\nmarked wrong on 2026-01-02 by lan: no order\n"), std::string::npos);
  std::ostringstream json;
  WriteRecordJson(View(id), json);
  EXPECT_EQ(nlohmann::json::parse(json.str())["wrong"]["why"], "no order");
}

TEST_F(ShowRecord, UnderlinesWhatEachFieldIsReadFrom) {
  const std::string id = facts_.directives[0].head.id;
  EXPECT_EQ(Written(id), "directive " + id +
                             "   resolved   vi/directive.toml:1   pack vi test\n"
                             "Giao ban tháng 9\n"
                             "https://example.test/a   published 2025-09-05   fetched 2025-09-05T01:02:03Z\n"
                             "\n"
                             "  Thực hiện Nghị quyết số 57-NQ/TW, Chủ tịch UBND tỉnh giao\n"
                             "                          ^^^^^^^^ resolutions\n"
                             "                                                       ^^^^ strength\n"
                             "  Sở Y tế, Sở Tài chính báo cáo kết quả trước ngày\n"
                             "  ^^^^^^^  ^^^^^^^^^^^^ assignees\n"
                             "                        ^^^^^^^^^^^^^^^ action\n"
                             "  ^^^^^^^ parties.0.name, parties.0.role, parties.0.group\n"
                             "           ^^^^^^^^^^^^ parties.1.name, parties.1.role, parties.1.group\n"
                             "  15/9/2025.\n"
                             "  ^^^^^^^^^ deadline\n"
                             "\n"
                             "elsewhere in the article\n"
                             "  Sáng 5/9, tại Hà An, Chủ tịch UBND tỉnh Trần Văn Bình chủ\n"
                             "                                          ~~~~~~~~~~~~~ issuer\n"
                             "  trì cuộc họp.\n"
                             "\n"
                             "values\n"
                             "  issuer           (Trần Văn Bình)\n"
                             "  assignees        Sở Y tế\n"
                             "  assignees        Sở Tài chính\n"
                             "  action           báo cáo kết quả\n"
                             "  deadline         2025-09-15\n"
                             "  resolutions      57-NQ/TW\n"
                             "  strength         assign\n"
                             "  parties.0.name   Sở Y tế\n"
                             "  parties.0.role   lead\n"
                             "  parties.0.group  false\n"
                             "  parties.1.name   Sở Tài chính\n"
                             "  parties.1.role   lead\n"
                             "  parties.1.group  false\n"
                             "\n"
                             "^ printed   ~ (value) from elsewhere in the article   . [value] inferred\n");
}

TEST_F(ShowRecord, InferredValuesLookUnlikePrintedOnes) {
  const std::string text = Written(facts_.events[0].head.id, 100);
  EXPECT_NE(text.find("       ... date\n"), std::string::npos) << text;
  EXPECT_NE(text.find("  date   [2025-09-05]\n"), std::string::npos) << text;
}

TEST_F(ShowRecord, NoLineIsLongerThanTheTerminal) {
  WalkRecords(facts_, [&](const auto& record) {
    const RecordView view = View(record.head.id);
    for (const EvidencePassage& passage : view.passages) {
      for (const EvidenceMark& mark : passage.marks) {
        ASSERT_LE(mark.end, passage.text.size());
        EXPECT_EQ(article_.text.substr(passage.begin + mark.begin, mark.end - mark.begin),
                  passage.text.substr(mark.begin, mark.end - mark.begin));
      }
    }
  });
}

TEST_F(ShowRecord, AsJson) {
  std::ostringstream out;
  WriteRecordJson(View(facts_.deadlines[0].head.id), out);
  const auto json = nlohmann::json::parse(out.str());
  EXPECT_EQ(json["id"], facts_.deadlines[0].head.id);
  EXPECT_EQ(json["kind"], "deadline");
  EXPECT_EQ(json["article"]["source"], "https://example.test/a");
  EXPECT_EQ(json["record"]["date"], "2025-09-15");
  EXPECT_TRUE(json["sentence"].get<std::string>().starts_with("Thực hiện")) << json["sentence"];
}

TEST_F(ShowRecord, AnUnknownIdIsSaidToBeUnknown) {
  EXPECT_EQ(ViewRecord(*db_, "acta-0000000000000000").error(),
            (Error{"not_found", "there is no record acta-0000000000000000"}));
}

}  // namespace
}  // namespace acta
