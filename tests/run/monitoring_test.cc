// What watches a run: lines of the log, the metrics on a port.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/fetch/fetcher.h"
#include "pipeline/run/log.h"
#include "pipeline/run/metrics.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

constexpr int64_t kTime = 1'710'983'700;

TEST(Log, TextIsLogfmt) {
  EXPECT_EQ(LogLine(Log::Form::kText, kTime, "info", "visit",
                    {{"url", "https://a.example/1"}, {"status", int64_t{200}}, {"tls", true}, {"empty", ""}}),
            "2024-03-21T01:15:00Z info visit url=https://a.example/1 status=200 tls=true");
  EXPECT_EQ(LogLine(Log::Form::kText, kTime, "error", "x", {{"m", "a \"b\" c"}, {"s", 0.5}}),
            "2024-03-21T01:15:00Z error x m=\"a \\\"b\\\" c\" s=0.500");
}

TEST(Log, JsonIsOneObjectALine) {
  EXPECT_EQ(LogLine(Log::Form::kJsonl, kTime, "info", "end", {{"n", int64_t{1}}, {"title", "Tin \"tức\""}}),
            R"({"time":"2024-03-21T01:15:00Z","level":"info","event":"end","n":1,"title":"Tin \"tức\""})");
}

TEST(Log, NothingCommandsATerminal) {
  for (Log::Form form : {Log::Form::kText, Log::Form::kJsonl}) {
    const std::string line =
        LogLine(form, kTime, "info", "visit", {{"url", "https://a.example/\x1b[31m\nfake line\r\x07\xff"}});
    EXPECT_EQ(line.find_first_of("\x1b\n\r\x07"), std::string::npos) << line;
  }
}

TEST(Log, AppendsAndSaysWhereItCannot) {
  TempFolder folder;
  for (int i = 0; i < 2; ++i) (*Log::Open(folder.path("log"), Log::Form::kText))->Write("info", "start", {});
  std::ifstream in(folder.path("log"));
  std::string all(std::istreambuf_iterator<char>(in), {});
  EXPECT_EQ(std::count(all.begin(), all.end(), '\n'), 2);
  EXPECT_EQ(Log::Open(folder.path("no/log"), Log::Form::kText).error().kind, "unwritable");
}

TEST(Metrics, OnAPortOfThisMachine) {
  Result<std::unique_ptr<MetricsServer>> server = MetricsServer::Start(0, [] { return "acta_up 1\n"; });
  ASSERT_TRUE(server) << server.error().message;
  const std::string base = "http://127.0.0.1:" + std::to_string((*server)->port());
  FetchOptions options;
  options.allow_private = true;
  options.obey_robots = false;
  auto fetcher = *Fetcher::Create(options);
  auto get = [&](const std::string& path) {
    fetcher->Add({.url = base + path});
    return fetcher->Next()->page;
  };
  Result<Page> page = get("/metrics");
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->bytes, "acta_up 1\n");
  EXPECT_EQ(HeaderValue(page->headers, "content-type"), "text/plain; version=0.0.4; charset=utf-8");
  EXPECT_EQ(get("/").error().kind, "http_404");
  EXPECT_EQ(MetricsServer::Start((*server)->port(), [] { return ""; }).error().kind, "port");
}

}  // namespace
}  // namespace acta
