// Answers that unpack to far more than they are, in every coding that is accepted.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include "pipeline/fetch/fetcher.h"
#include "tests/fetch/deflated.h"
#include "tests/fetch/fake_clock.h"
#include "tests/fetch/hostile_server.h"

namespace acta {
namespace {

constexpr size_t kUnpacked = 32 << 20;

// RFC 8878: a frame of run-length blocks, four bytes for 128 KiB each.
std::string ZstdBomb(size_t size) {
  constexpr size_t kBlock = 128 * 1024;
  std::string out("\x28\xB5\x2F\xFD\x00\x58", 6);  // magic, no content size, a window of 2 MiB
  for (size_t i = 0; i < size; i += kBlock) {
    bool last = i + kBlock >= size;
    uint32_t header = static_cast<uint32_t>(kBlock << 3) | 1 << 1 | (last ? 1 : 0);
    for (int shift = 0; shift < 24; shift += 8) out += static_cast<char>(header >> shift);
    out += 'a';
  }
  return out;
}

// RFC 7932: 32 MiB of 'a' in 51 bytes.
std::string BrotliBomb() {
  return std::string(
      "\xcb\xff\xff\x3f\x00\x24\xc2\xe2\xb1\x40\x72\xef\xff\xf8\xff\xff\x07\x80\x04\x40\x1c\x16\x80\xee\xfd"
      "\x1f"
      "\xff\xff\xff\x00\x90\x00\x88\xc3\x02\xd0\xbd\xff\xcb\xff\xff\x3f\x00\x12\x00\x71\x58\x00\xba\xf7\x7f",
      51);
}

[[maybe_unused]] long PeakKiB() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

class BombTest : public testing::Test {
 protected:
  Result<Page> Fetch(const std::string& body, const std::string& coding) {
    server_.On("/x", Reply(200, body, "Content-Encoding: " + coding + "\r\n"));
    FetchOptions options;
    options.allow_private = true;
    options.obey_robots = false;
    options.limits = limits_;
    auto fetcher = *Fetcher::Create(options, &clock_);
    fetcher->Add({server_.Url("/x")});
    return fetcher->Next()->page;
  }

  std::string KindOf(const std::string& body, const std::string& coding) {
    Result<Page> page = Fetch(body, coding);
    return page ? "ok" : page.error().kind;
  }

  FakeClock clock_;
  HostileServer server_;
  TransferLimits limits_;
};

TEST_F(BombTest, TheBombsAreReal) {
  limits_.max_body_bytes = 2 * kUnpacked;
  limits_.max_ratio = 1e9;
  std::string plain(kUnpacked, 'a');
  std::pair<std::string, std::string> bombs[] = {{"gzip", Deflated(plain, 31)},
                                                 {"deflate", Deflated(plain, 15)},
                                                 {"br", BrotliBomb()},
                                                 {"zstd", ZstdBomb(kUnpacked)}};
  for (const auto& [coding, bomb] : bombs) {
    Result<Page> page = Fetch(bomb, coding);
    ASSERT_TRUE(page) << coding << ": " << page.error().message;
    EXPECT_EQ(page->bytes, plain) << coding;
  }
}

TEST_F(BombTest, EveryCodingIsStopped) {
  std::string plain(kUnpacked, 'a');
  std::string gzip = Deflated(plain, 31);
  std::pair<std::string, std::string> bombs[] = {{"gzip", gzip},
                                                 {"deflate", Deflated(plain, 15)},
                                                 {"br", BrotliBomb()},
                                                 {"zstd", ZstdBomb(kUnpacked)},
                                                 {"gzip, gzip", Deflated(gzip, 31)},
                                                 {"gzip, br, gzip, gzip, deflate, zstd, gzip", gzip}};
  [[maybe_unused]] long before = PeakKiB();
  for (const auto& [coding, bomb] : bombs) {
    limits_.max_body_bytes = 10 << 20;
    limits_.max_ratio = 1e9;
    std::string by_size = KindOf(bomb, coding);
    limits_.max_body_bytes = 1 << 30;
    limits_.max_ratio = 200;
    std::string by_ratio = KindOf(bomb, coding);
    bool nonsense = coding.find("br, ") != std::string::npos;  // more codings than anybody uses
    EXPECT_EQ(by_size, nonsense ? "bad_encoding" : "too_large") << coding;
    EXPECT_EQ(by_ratio, nonsense ? "bad_encoding" : "too_large") << coding;
  }
#ifndef __SANITIZE_ADDRESS__  // which keeps freed memory for a while
  EXPECT_LT(PeakKiB() - before, 64 * 1024);
#endif
}

TEST_F(BombTest, WhatIsWellCompressedIsNoBomb) {
  std::string table;
  for (int i = 0; table.size() < (3 << 20); ++i)
    table += "<tr><td>" + std::to_string(i * 7919 % 10007) + "</td></tr>\n";
  Result<Page> page = Fetch(Deflated(table, 31), "gzip");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->bytes, table);
}

}  // namespace
}  // namespace acta
