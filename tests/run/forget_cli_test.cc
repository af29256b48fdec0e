// acta forget as a person uses it: what it prints, its exit statuses, and the run that meets the page again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/run/program.h"

namespace acta {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ForgetCli, ShowsRemovesAndKeepsOut) {
  TempFolder folder;
  const std::string db = folder.path("a.db");
  const std::string of_person = CorpusPage("vi/0001-bon-nghi-quyet-tru-cot"),
                    other = CorpusPage("vi/0002-giai-ngan-dau-tu-cong");
  ASSERT_EQ(RunActa({"ingest", of_person, other, "--db", db}).status, 0);

  const Ran dry = RunActa({"forget", "tran quoc thinh", "--dry-run", "--db", db});
  EXPECT_EQ(dry.status, 0);
  EXPECT_THAT(dry.out, HasSubstr("  Trần Quốc Thịnh\n"));
  EXPECT_THAT(dry.out, HasSubstr("1 articles, "));
  EXPECT_THAT(dry.out, HasSubstr("would be removed and kept out from then on\n"));
  EXPECT_THAT(ReadWhole(db), HasSubstr("Trần Quốc Thịnh"));

  const Ran ran = RunActa({"forget", "tran quoc thinh", "--db", db});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("removed and kept out from now on\n"));
  EXPECT_THAT(ReadWhole(db), Not(HasSubstr("Quốc Thịnh")));
  EXPECT_EQ(RunActa({"check", "--db", db}).status, 0);

  const Ran again = RunActa({"ingest", of_person, other, "--db", db});
  EXPECT_EQ(again.status, 0) << "left out as asked is no failure";
  EXPECT_THAT(again.err, HasSubstr("2 inputs"));
  EXPECT_THAT(again.err, HasSubstr("1 left out: removed on request before (acta forget)\n"));
  EXPECT_THAT(ReadWhole(db), Not(HasSubstr("Quốc Thịnh")));

  EXPECT_EQ(RunActa({"forget", "TRAN QUOC THINH", "--undo", "--db", db}).status, 0);
  EXPECT_EQ(RunActa({"forget", "TRAN QUOC THINH", "--undo", "--db", db}).status, 1);
  EXPECT_THAT(RunActa({"ingest", of_person, "--db", db}).err, HasSubstr("1 read (1 new"));
}

TEST(ForgetCli, Errors) {
  TempFolder folder;
  const std::string db = folder.path("a.db");
  ASSERT_EQ(RunActa({"ingest", CorpusPage("vi/0002-giai-ngan-dau-tu-cong"), "--db", db}).status, 0);
  EXPECT_EQ(RunActa({"forget", "--db", db}).status, 2);
  EXPECT_EQ(RunActa({"forget", "Bình", "--db", db}).status, 2) << "one word is no name";
  EXPECT_EQ(RunActa({"forget", "official-0123456789abcdef", "--db", db}).status, 1);
  EXPECT_EQ(RunActa({"forget", "https://site.example/none", "--db", db}).status, 1);
  EXPECT_EQ(RunActa({"forget", "https://site.example/none", "--db", folder.path("none.db")}).status, 6);
}

TEST(EntityCli, ShowFindsAPersonByAnySpelling) {
  TempFolder folder;
  const std::string db = folder.path("a.db");
  ASSERT_EQ(RunActa({"ingest", CorpusPage("vi/0001-bon-nghi-quyet-tru-cot"),
                     CorpusPage("ru/0001-long-giang-four-resolutions"), "--db", db})
                .status,
            0);
  const std::string whole = RunActa({"entity", "show", "Trần Quốc Thịnh", "--db", db}).out;
  EXPECT_THAT(whole, HasSubstr("Trần Quốc Thịnh"));
  for (const char* name : {"tran quoc thinh", "Чан Куок Тхинь", "Чану Куоку Тхиню"})
    EXPECT_EQ(RunActa({"entity", "show", name, "--db", db}).out, whole) << name;
  const Ran none = RunActa({"entity", "show", "Không Có Ai", "--db", db});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("is called \"Không Có Ai\""));
  const Ran many = RunActa({"entity", "show", "Sở", "--db", db});
  EXPECT_EQ(many.status, 2);
  EXPECT_THAT(many.err, HasSubstr("name one by its id"));
}

}  // namespace
}  // namespace acta
