// What a fetcher had, written and read again.
#include "pipeline/archive/warc_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>

#include "pipeline/archive/capture_note.h"
#include "pipeline/archive/warc_reader.h"
#include "pipeline/archive/warc_source.h"
#include "tests/archive/warc_text.h"
#include "tests/fetch/hostile_server.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::SizeIs;

const std::string kLong(400, 'x');  // long enough for a revisit

std::vector<std::string> FilesIn(const std::string& folder) {
  std::vector<std::string> files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

std::vector<WarcRecord> Records(const std::string& folder) {
  std::vector<WarcRecord> records;
  for (const std::string& file : FilesIn(folder)) {
    WarcReader reader = WarcReader::Open(file).value();
    while (auto record = reader.Next()) records.push_back(record->value());
  }
  return records;
}

class Writer : public testing::Test {
 protected:
  Writer() {
    server_.On("/feed", Reply(200,
                              "<rss version=\"2.0\"><channel><language>vi</language>"
                              "<item><link>/a</link><title>A\n&amp; B</title>"
                              "<pubDate>Thu, 21 Mar 2024 08:15:00 +0700</pubDate></item>"
                              "<item><link>/again</link></item><item><link>/moved</link></item>"
                              "<item><link>/none</link></item><item><link>/zip</link></item></channel></rss>",
                              "Content-Type: application/rss+xml\r\n"));
    server_.On("/a", Reply(200, Html(kLong)));
    server_.On("/again", Reply(200, Html(kLong)));
    server_.On("/moved", Redirect("/b"));
    server_.On("/b",
               Reply(200, Html("moved"), "Content-Type: text/html; charset=windows-1251\r\nX-Own: 1\r\n"));
    server_.On("/zip", Reply(200, GzipMember(Html("zipped")),
                             "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"));
  }

  // Fetches the feed and the pages that it names; gives what the source gave.
  std::vector<SourcedPage> Fetch(WarcOptions options) {
    options.software = "test";
    archive_ = WarcWriter::Create(options).value();
    FetchOptions fetch;
    fetch.allow_private = true;
    fetch.exchanges = archive_.get();
    auto source =
        ArchivingSource(WebSource(Fetcher::Create(fetch).value(), {server_.Url("/feed")}), *archive_);
    return All(*source);
  }

  static std::vector<SourcedPage> All(PageSource& source) {
    std::vector<SourcedPage> pages;
    while (auto next = source.Next()) pages.push_back(std::move(*next));
    return pages;
  }

  std::string warc() const { return folder_.path("warc"); }

  TempFolder folder_;
  HostileServer server_;
  std::unique_ptr<WarcWriter> archive_;
};

TEST_F(Writer, AReplayGivesWhatTheLiveRunGave) {
  const std::vector<SourcedPage> live = Fetch({.folder = warc()});
  ASSERT_THAT(live, SizeIs(5));
  auto source = WarcSource(FilesIn(warc()));
  const std::vector<SourcedPage> again = All(*source);
  ASSERT_EQ(again.size(), live.size());
  for (size_t i = 0; i < live.size(); ++i) {
    EXPECT_EQ(again[i].source, live[i].source);
    EXPECT_EQ(again[i].input, live[i].input);
    ASSERT_EQ(again[i].link.has_value(), live[i].link.has_value());
    FeedLink link = *live[i].link;
    EXPECT_EQ(*again[i].link, link);
    ASSERT_EQ(again[i].page.has_value(), live[i].page.has_value());
    if (!live[i].page) {
      EXPECT_EQ(again[i].page.error(), live[i].page.error());
      continue;
    }
    EXPECT_EQ(again[i].page->bytes, live[i].page->bytes);
    EXPECT_EQ(again[i].page->url, live[i].page->url);
    EXPECT_EQ(again[i].page->source, live[i].page->source);
    EXPECT_EQ(again[i].page->status, live[i].page->status);
    EXPECT_EQ(again[i].page->fetched_at, live[i].page->fetched_at);
    EXPECT_EQ(HeaderValue(again[i].page->headers, "content-type"),
              HeaderValue(live[i].page->headers, "content-type"));
  }
}

TEST_F(Writer, EveryExchangeIsThereWithItsRequest) {
  Fetch({.folder = warc()});
  std::map<std::string, int> counts;
  std::map<std::string, WarcRecord> responses;  // by the end of the URI
  for (WarcRecord& record : Records(warc())) {
    ++counts[record.type()];
    EXPECT_EQ(CheckDigest(record.Field("warc-block-digest"), record.block), DigestCheck::kMatches);
    if (record.type() == "request") {
      EXPECT_THAT(record.block, HasSubstr("User-Agent: acta/"));
    }
    if (record.type() == "response" || record.type() == "revisit") {
      EXPECT_EQ(record.Field("warc-ip-address"), "127.0.0.1");
      const std::string target(record.target());
      responses[target.substr(target.rfind('/'))] = std::move(record);
    }
  }
  EXPECT_EQ(counts, (std::map<std::string, int>{
                        {"warcinfo", 1}, {"response", 7}, {"revisit", 1}, {"request", 8}, {"metadata", 5}}));
  EXPECT_EQ(responses.size(), 8u) << "robots.txt, the feed, five links, and where one was redirected";
  EXPECT_THAT(responses["/zip"].block, HasSubstr("x-archive-orig-content-encoding: gzip\r\n"));
  EXPECT_THAT(responses["/zip"].block, testing::EndsWith("\r\n\r\n" + Html("zipped")));
  EXPECT_THAT(responses["/b"].block, HasSubstr("x-own: 1\r\n"));
  const bool second = responses["/again"].type() == "revisit";
  WarcRecord& revisit = responses[second ? "/again" : "/a"];
  EXPECT_EQ(revisit.type(), "revisit");
  EXPECT_EQ(revisit.Field("warc-refers-to-target-uri"), server_.Url(second ? "/a" : "/again"));
  EXPECT_EQ(CheckDigest(revisit.Field("warc-payload-digest"), Html(kLong)), DigestCheck::kMatches);
}

TEST_F(Writer, FilesGiveWayToTheNextAndNeverToAnotherRun) {
  Fetch({.folder = warc(), .digest = DigestKind::kSha256, .max_file_bytes = 1000});
  const size_t first = FilesIn(warc()).size();
  EXPECT_GE(first, 3u);
  EXPECT_EQ(All(*WarcSource(FilesIn(warc()))).size(), 5u) << "notes and answers may be in different files";
  Fetch({.folder = warc()});
  EXPECT_EQ(FilesIn(warc()).size(), first + 1);
  EXPECT_EQ(All(*WarcSource(FilesIn(warc()))).size(), 10u);
}

TEST_F(Writer, ARunCutAnywhereLeavesAFileThatIsRead) {
  const size_t whole = Fetch({.folder = warc()}).size();
  archive_.reset();
  const std::string file = FilesIn(warc()).at(0);
  size_t last = 0;
  for (size_t size = 600; size < fs::file_size(file); size += 97) {
    const std::string cut = folder_.path("cut.warc.gz");
    fs::copy_file(file, cut, fs::copy_options::overwrite_existing);
    fs::resize_file(cut, size);
    const std::vector<SourcedPage> pages = All(*WarcSource({cut}));
    for (const SourcedPage& page : pages) EXPECT_EQ(page.source.find(".gz@"), std::string::npos) << size;
    EXPECT_GE(pages.size(), last);
    last = pages.size();
  }
  EXPECT_GE(last, whole - 1);
}

TEST_F(Writer, AFullDiskEndsTheRun) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "there is no /dev/full";
  EXPECT_EQ(WarcWriter::Create({.folder = "/dev/null/x"}).error().kind, "unwritable");
  Fetch({.folder = warc()});
  // The folder is taken away under the writer: the next file cannot be made.
  archive_ = WarcWriter::Create({.folder = folder_.path("gone")}).value();
  fs::remove(folder_.path("gone"));
  auto source =
      ArchivingSource(MemorySource({{"i", "s", Page(), std::nullopt, "t"}, {"i", "s", Page()}}), *archive_);
  SourcedPage last = source->Next().value();
  EXPECT_EQ(last.page.error().kind, "unwritable");
  EXPECT_EQ(last.ticket, "") << "nobody may take it for stored";
  EXPECT_FALSE(source->Next());
}

// npm's warcio, where ./run test has put it.
TEST_F(Writer, FilesPassTheCheckOfWarcio) {
  const std::string modules = ACTA_NODE_FOLDER;
  if (!fs::exists(modules + "/node_modules/warcio") || std::system("node --version > /dev/null 2>&1") != 0) {
    GTEST_SKIP() << "node and its package warcio are not installed (npm install --prefix " << modules
                 << " warcio)";
  }
  for (const DigestKind kind : {DigestKind::kSha1, DigestKind::kSha256}) {
    Fetch({.folder = warc(), .digest = kind});
    std::string command = "node " ACTA_SOURCE_DIR "/tests/archive/check_warc.mjs " + modules;
    for (const std::string& file : FilesIn(warc())) command += " " + file;
    EXPECT_EQ(std::system((command + " > " + folder_.path("said")).c_str()), 0)
        << command << "\nsays what is wrong";
  }
  // The check is one: it finds a changed byte.
  std::string bytes;
  for (const WarcRecord& record : Records(warc())) {
    WarcRecord changed = record;
    std::erase_if(changed.fields, [](const auto& field) { return field.first == "content-length"; });
    if (record.type() == "response") changed.block.back() = '!';
    bytes += GzipMember(FormatRecord(changed));
  }
  std::ofstream(folder_.path("changed.warc.gz"), std::ios::binary) << bytes;
  EXPECT_NE(std::system(("node " ACTA_SOURCE_DIR "/tests/archive/check_warc.mjs " + modules + " " +
                         folder_.path("changed.warc.gz") + " > " + folder_.path("said"))
                            .c_str()),
            0);
}

}  // namespace
}  // namespace acta
