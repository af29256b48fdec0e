// The reader of WARC files against files that are right, old, cut and broken.
#include "pipeline/archive/warc_reader.h"

#include <gtest/gtest.h>

#include <fstream>

#include "tests/archive/warc_text.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

class Reader : public testing::Test {
 protected:
  std::string Write(const std::string& bytes) {
    const std::string path = folder_.path("x.warc");
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
    return path;
  }

  // "a b !broken_record c": the last part of target URIs, and errors, in order.
  std::string Read(const std::string& bytes, size_t max_block = 1 << 20) {
    Result<WarcReader> reader = WarcReader::Open(Write(bytes), {}, max_block);
    if (!reader) return "!" + reader.error().kind;
    std::string seen;
    for (int i = 0; i < 1000; ++i) {
      std::optional<Result<WarcRecord>> record = reader->Next();
      if (!record) return seen;
      seen += seen.empty() ? "" : " ";
      seen += *record ? std::string((*record)->target().substr((*record)->target().rfind('/') + 1))
                      : "!" + record->error().kind;
    }
    return "endless";
  }

  TempFolder folder_;
};

const std::string kA = Response("http://h/a", "first");
const std::string kB = Response("http://h/b", "second");
const std::string kC = Response("http://h/c", "third");

TEST_F(Reader, TakesEveryFormOfAWholeFile) {
  EXPECT_EQ(Read(kA + kB + kC), "a b c") << "plain";
  EXPECT_EQ(Read(Members({kA, kB, kC})), "a b c") << "a member for each record";
  EXPECT_EQ(Read(GzipMember(kA + kB + kC)), "a b c") << "in one piece";
  EXPECT_EQ(Read(kA + "\r\n\r\n\n" + kB), "a b") << "more empty lines than there should be";
  EXPECT_EQ(Read(Members({kA, kB}) + std::string(100, '\0')), "a b !broken_record") << "padding";
  std::string lf = kA;
  std::erase(lf, '\r');
  lf.replace(lf.find("Content-Length: "), lf.find("\n\n") - lf.find("Content-Length: "),
             "Content-Length: " + std::to_string(HttpText(Html("first")).size() - 3));
  EXPECT_EQ(Read(lf + kB), "a b") << "line ends without CR";
}

TEST_F(Reader, GoesOnAfterDamage) {
  const std::string too_long = "Content-Length: 9999";
  const std::string length = "Content-Length: " + std::to_string(HttpText(Html("second")).size());
  auto with = [&](std::string record, const std::string& line) {
    return record.replace(record.find(length), length.size(), line);
  };
  EXPECT_EQ(Read(kA + with(kB, too_long) + kC), "a !broken_record c");
  EXPECT_EQ(Read(Members({kA, with(kB, too_long), kC})), "a !broken_record c");
  EXPECT_EQ(Read(kA + with(kB, "Content-Length: 170") + kC), "a !broken_record c") << "reaches into the next";
  EXPECT_EQ(Read(kA + with(kB, "Content-Length: 20") + kC), "a !broken_record c");
  EXPECT_EQ(Read(kA + with(kB, "Content-Length: -1") + kC), "a !broken_record c");
  EXPECT_EQ(Read(kA + with(kB, "Content-Length: 99999999999999999999") + kC), "a !broken_record c");
  EXPECT_EQ(Read(kA + with(kB, "X-Length: 1") + kC), "a !broken_record c");
  EXPECT_EQ(Read(kA + "what is this?\r\nWARC/ no\r\n" + kB), "a !broken_record b");
  EXPECT_EQ(Read(kA + "WARC/1.0\r\n" + std::string(100'000, 'x') + "\r\n" + kB), "a !broken_record b");

  std::string broken = GzipMember(kB);
  broken[broken.size() / 2] = static_cast<char>(broken[broken.size() / 2] ^ 0x55);
  EXPECT_EQ(Read(GzipMember(kA) + broken + GzipMember(kC)).substr(0, 3), "a !");
  EXPECT_TRUE(Read(GzipMember(kA) + broken + GzipMember(kC)).ends_with(" c"));
  EXPECT_EQ(Read(GzipMember(kA) + "garbage between" + GzipMember(kC)), "a !broken_record c");
  EXPECT_EQ(Read(Members({kA, kB}), 60), "!too_large !too_large");
}

TEST_F(Reader, AFileCutAnywhereGivesWhatIsWhole) {
  const std::string plain = kA + kB, members = Members({kA, kB}), whole = GzipMember(kA + kB);
  for (const std::string* file : {&plain, &members, &whole}) {
    for (size_t size = 0; size < file->size(); size += 3) {
      const std::string seen = Read(file->substr(0, size));
      const std::string_view rest = std::string_view(seen).substr(std::min(seen.find('!'), seen.size()));
      const bool known = rest == "" || rest == "!not_warc" || rest == "!truncated" ||
                         rest == "!truncated !broken_record" || (rest == "!broken_record" && file == &plain);
      EXPECT_TRUE(known) << size << ": " << seen;
      if (file == &members && size >= GzipMember(kA).size()) {
        EXPECT_TRUE(seen.starts_with("a")) << size;
      }
    }
  }
}

TEST_F(Reader, FindsARecordAgainByItsPlace) {
  const std::string files[] = {kA + kB + kC, Members({kA, kB, kC}), GzipMember(kA + kB + kC)};
  for (const std::string& bytes : files) {
    const std::string path = Write(bytes);
    WarcReader reader = WarcReader::Open(path).value();
    std::vector<WarcRecord> records;
    while (auto record = reader.Next()) records.push_back(record->value());
    ASSERT_EQ(records.size(), 3u);
    for (const WarcRecord& record : records) {
      WarcReader again = WarcReader::Open(path, record.where).value();
      EXPECT_EQ(again.Next()->value().block, record.block);
    }
  }
}

TEST_F(Reader, WhatIsNoArchiveIsSaidSo) {
  EXPECT_EQ(Read("<html>no archive</html>"), "!not_warc");
  EXPECT_EQ(Read(""), "!not_warc");
  EXPECT_EQ(Read(GzipMember("<html>")), "!not_warc");
  EXPECT_EQ(WarcReader::Open(folder_.path("missing")).error().kind, "not_found");
  EXPECT_EQ(WarcReader::Open(folder_.path("")).error().kind, "unreadable");
}

}  // namespace
}  // namespace acta
