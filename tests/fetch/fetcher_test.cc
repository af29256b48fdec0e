// The fetcher against servers on loopback. Time is a FakeClock: no test sleeps for politeness.
#include "pipeline/fetch/fetcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <map>
#include <thread>

#include "tests/fetch/fake_clock.h"
#include "tests/fetch/hostile_server.h"

namespace acta {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

class FetcherTest : public testing::Test {
 protected:
  FetcherTest() {
    options_.allow_private = true;
    options_.contact = "https://contact.example/bot";
    options_.private_delay_ms = 0;
    options_.limits.connect_timeout_ms = 2000;
    options_.limits.total_timeout_ms = 5000;
  }

  std::unique_ptr<Fetcher> Make() {
    return *Fetcher::Create(options_, &clock_, [] { return 0.5; });
  }

  std::vector<FetchOutcome> FetchAll(const std::vector<std::string>& urls) {
    std::unique_ptr<Fetcher> fetcher = Make();
    for (const std::string& url : urls) fetcher->Add({url});
    std::vector<FetchOutcome> outcomes;
    while (std::optional<FetchOutcome> outcome = fetcher->Next()) outcomes.push_back(std::move(*outcome));
    return outcomes;
  }

  FetchOutcome Fetch(const std::string& url) {
    std::vector<FetchOutcome> outcomes = FetchAll({url});
    EXPECT_EQ(outcomes.size(), 1u);
    return std::move(outcomes.at(0));
  }

  // "ok", or the kind of the error.
  std::string KindOf(const std::string& url) {
    FetchOutcome outcome = Fetch(url);
    return outcome.page ? "ok" : outcome.page.error().kind;
  }

  FakeClock clock_;
  FetchOptions options_;
  HostileServer server_{"127.0.0.1", &clock_};
};

// ---- pages

TEST_F(FetcherTest, FetchesAPage) {
  server_.On("/a",
             Reply(200, "<p>hi</p>", "Content-Type: text/html; charset=utf-8\r\nX-Two: 1\r\nx-two: 2\r\n"));
  FetchOutcome outcome = Fetch(server_.Url("/a#part"));
  ASSERT_TRUE(outcome.page) << outcome.page.error().message;
  EXPECT_EQ(outcome.page->bytes, "<p>hi</p>");
  EXPECT_EQ(outcome.page->status, 200);
  EXPECT_EQ(outcome.page->url, server_.Url("/a"));
  EXPECT_EQ(outcome.page->source, server_.Url("/a#part"));
  EXPECT_EQ(outcome.page->fetched_at, 1'700'000'000);
  EXPECT_EQ(HeaderValue(outcome.page->headers, "content-type"), "text/html; charset=utf-8");
  EXPECT_EQ(HeaderValue(outcome.page->headers, "x-two"), "1");
  EXPECT_EQ(outcome.attempts, 1);
}

TEST_F(FetcherTest, SaysWhoItIs) {
  server_.On("/a", Reply(200, "x"));
  Fetch(server_.Url("/a"));
  EXPECT_THAT(server_.log().back().head,
              HasSubstr("User-Agent: acta/0.1 (+https://contact.example/bot)\r\n"));
}

TEST_F(FetcherTest, ContactMustBeOne) {
  for (const char* contact : {"me", "https://a/\r\nX-Injected: 1", "a@b\n"}) {
    options_.contact = contact;
    EXPECT_EQ(Fetcher::Create(options_).error().kind, "usage") << contact;
  }
  options_.contact = "crawler@example.org";
  EXPECT_TRUE(Fetcher::Create(options_));
  options_.delay_ms = 10;
  EXPECT_EQ(Fetcher::Create(options_).error().kind, "usage");
}

TEST_F(FetcherTest, ConditionalRequest) {
  server_.On("/a", [](Connection& c) {
    bool same = c.Header("if-none-match") == "\"v1\"" &&
                c.Header("if-modified-since") == "Thu, 21 Mar 2024 01:15:00 GMT";
    c.Send(same ? "HTTP/1.1 304 Not Modified\r\nETag: \"v1\"\r\n\r\n"
                : "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx");
  });
  std::unique_ptr<Fetcher> fetcher = Make();
  fetcher->Add({server_.Url("/a"), "", "\"v1\"", "Thu, 21 Mar 2024 01:15:00 GMT"});
  FetchOutcome outcome = *fetcher->Next();
  ASSERT_TRUE(outcome.page);
  EXPECT_TRUE(outcome.not_modified());
  EXPECT_EQ(outcome.page->bytes, "");
  EXPECT_FALSE(fetcher->Next());
}

TEST_F(FetcherTest, A304NobodyAskedForIsAnError) {
  server_.On("/a", [](Connection& c) { c.Send("HTTP/1.1 304 Not Modified\r\n\r\n"); });
  EXPECT_EQ(KindOf(server_.Url("/a")), "http_other");
}

TEST_F(FetcherTest, APartIsNoPage) {
  server_.On("/part", Reply(206, "<p>half a", "Content-Range: bytes 0-8/90\r\nContent-Type: text/html\r\n"));
  server_.On("/whole", [](Connection& c) {
    EXPECT_EQ(c.Header("Range"), "");
    EXPECT_EQ(c.Header("If-Range"), "");
    Reply(200, "x", "Accept-Ranges: bytes\r\n")(c);
  });
  FetchOutcome part = Fetch(server_.Url("/part"));
  ASSERT_FALSE(part.page);
  EXPECT_EQ(part.page.error().kind, "bad_response");
  EXPECT_THAT(part.page.error().message, HasSubstr("206"));
  EXPECT_EQ(KindOf(server_.Url("/whole")), "ok");
}

// What broke off is asked for again from its beginning, and is a page only when it came whole.
TEST_F(FetcherTest, WhatBrokeOffIsAskedForWhole) {
  auto cut = [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\nAccept-Ranges: bytes\r\nETag: \"1\"\r\nContent-Length: 99\r\n\r\n<p>begin");
  };
  server_.On("/a", InTurn({cut, [](Connection& c) {
                             EXPECT_EQ(c.Header("Range"), "");
                             Reply(200, "<p>all of it")(c);
                           }}));
  server_.On("/b", cut);
  FetchOutcome whole = Fetch(server_.Url("/a"));
  ASSERT_TRUE(whole.page) << whole.page.error().message;
  EXPECT_EQ(whole.page->bytes, "<p>all of it");
  EXPECT_EQ(whole.attempts, 2);
  EXPECT_EQ(KindOf(server_.Url("/b")), "truncated");
}

TEST_F(FetcherTest, EveryUrlComesBackOnce) {
  for (int i = 0; i < 20; ++i) server_.On("/" + std::to_string(i), Reply(i % 3 == 0 ? 404 : 200, "x"));
  std::vector<std::string> urls;
  for (int i = 0; i < 20; ++i) urls.push_back(server_.Url("/" + std::to_string(i)));
  urls.insert(urls.end(), {"not a url", "ftp://example.org/", server_.Url("/0")});
  std::map<std::string, int> seen;
  for (const FetchOutcome& outcome : FetchAll(urls)) ++seen[outcome.request.url];
  EXPECT_EQ(seen.size(), 22u);
  EXPECT_EQ(seen[server_.Url("/0")], 2);
}

// ---- errors have stable kinds

TEST_F(FetcherTest, StatusKinds) {
  options_.max_retries = 0;
  static constexpr struct {
    int status;
    const char* kind;
  } kCases[] = {{400, "http_400"}, {403, "http_403"}, {404, "http_404"}, {410, "http_410"},
                {429, "http_429"}, {500, "http_5xx"}, {503, "http_5xx"}, {600, "http_other"}};
  for (const auto& c : kCases) {
    server_.On("/s", Reply(c.status, "no"));
    EXPECT_EQ(KindOf(server_.Url("/s")), c.kind);
  }
}

TEST_F(FetcherTest, BadUrls) {
  EXPECT_EQ(KindOf("example.org"), "bad_url");
  EXPECT_EQ(KindOf("http://[::1"), "bad_url");
  EXPECT_EQ(KindOf("file:///etc/passwd"), "bad_scheme");
  EXPECT_EQ(KindOf("gopher://127.0.0.1/"), "bad_scheme");
}

TEST_F(FetcherTest, RefusedAndUnknownHost) {
  int probe = socket(AF_INET, SOCK_STREAM, 0);  // a port that is bound and does not listen
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof where;
  ASSERT_EQ(bind(probe, reinterpret_cast<sockaddr*>(&where), size), 0);
  getsockname(probe, reinterpret_cast<sockaddr*>(&where), &size);
  EXPECT_EQ(KindOf("http://127.0.0.1:" + std::to_string(ntohs(where.sin_port)) + "/"), "refused");
  close(probe);
  EXPECT_EQ(KindOf("http://no-such-host.invalid/"), "dns");
}

TEST_F(FetcherTest, AnswersThatAreNone) {
  options_.max_retries = 0;
  server_.On("/garbage", [](Connection& c) { c.Send("\x01\x02 this is no HTTP at all\r\n\r\n"); });
  server_.On("/reset", [](Connection& c) { c.Reset(); });
  server_.On("/nothing", [](Connection&) {});
  server_.On("/short",
             [](Connection& c) { c.Send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"); });
  server_.On("/chunk", [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nhalf a ch");
  });
  server_.On("/badchunk", [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n");
  });
  server_.On("/coding", Reply(200, "no gzip", "Content-Encoding: gzip\r\n"));
  EXPECT_EQ(KindOf(server_.Url("/garbage")), "bad_response");
  EXPECT_EQ(KindOf(server_.Url("/reset")), "reset");
  EXPECT_EQ(KindOf(server_.Url("/nothing")), "reset");
  EXPECT_EQ(KindOf(server_.Url("/short")), "truncated");
  EXPECT_EQ(KindOf(server_.Url("/chunk")), "truncated");
  EXPECT_EQ(KindOf(server_.Url("/badchunk")), "bad_response");
  EXPECT_EQ(KindOf(server_.Url("/coding")), "bad_encoding");
}

TEST_F(FetcherTest, ALongerBodyThanStatedIsCut) {
  server_.On("/long", [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nfourHTTP/1.1 200 OK\r\n\r\nsmuggled");
  });
  server_.On("/next", Reply(200, "next"));
  std::vector<FetchOutcome> outcomes = FetchAll({server_.Url("/long"), server_.Url("/next")});
  ASSERT_TRUE(outcomes[0].page);
  EXPECT_EQ(outcomes[0].page->bytes, "four");
  ASSERT_TRUE(outcomes[1].page);
  EXPECT_EQ(outcomes[1].page->bytes, "next");
}

// ---- deadlines and sizes

TEST_F(FetcherTest, SlowAnswersEnd) {
  options_.max_retries = 0;
  options_.obey_robots = false;
  options_.limits.low_speed_time_s = 1;
  server_.On("/silent", [](Connection& c) { c.Drip("", 50); });
  server_.On("/drip", [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\n\r\n");
    c.Drip("x", 50);
  });
  EXPECT_EQ(KindOf(server_.Url("/drip")), "too_slow");
  EXPECT_EQ(KindOf(server_.Url("/silent")), "too_slow");
  options_.limits.low_speed_bytes_per_s = 1;
  options_.limits.total_timeout_ms = 400;
  EXPECT_EQ(KindOf(server_.Url("/drip")), "timeout");
}

TEST_F(FetcherTest, EndlessAnswersEnd) {
  options_.limits.max_body_bytes = 1 << 20;
  server_.On("/headers", [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\n");
    c.Drip("X-More: " + std::string(2000, 'x') + "\r\n", 0);
  });
  server_.On("/continue", [](Connection& c) { c.Drip("HTTP/1.1 100 Continue\r\n\r\n", 0); });
  server_.On("/oneline", [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\nX-Long: ");
    c.Drip(std::string(10000, 'x'), 0);
  });
  server_.On("/body", [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\n\r\n");
    c.Drip(std::string(10000, 'x'), 0);
  });
  server_.On("/chunks", [](Connection& c) {
    c.Send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    c.Drip("1000\r\n" + std::string(0x1000, 'x') + "\r\n", 0);
  });
  server_.On("/stated",
             [](Connection& c) { c.Send("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"); });
  EXPECT_EQ(KindOf(server_.Url("/headers")), "too_large");
  EXPECT_EQ(KindOf(server_.Url("/continue")), "too_large");
  EXPECT_NE(KindOf(server_.Url("/oneline")), "ok");
  EXPECT_EQ(KindOf(server_.Url("/body")), "too_large");
  EXPECT_EQ(KindOf(server_.Url("/chunks")), "too_large");
  EXPECT_EQ(KindOf(server_.Url("/stated")), "too_large");
}

// ---- redirects

TEST_F(FetcherTest, FollowsRedirectsItself) {
  server_.On("/a", Redirect("b"));
  server_.On("/b", Redirect("//127.0.0.1:" + std::to_string(server_.port()) + "/c?x=1#f", 301));
  server_.On("/c", Reply(200, "there"));
  FetchOutcome outcome = Fetch(server_.Url("/a"));
  ASSERT_TRUE(outcome.page);
  EXPECT_EQ(outcome.page->url, server_.Url("/c?x=1"));
  EXPECT_THAT(outcome.redirects, ElementsAre(server_.Url("/a"), server_.Url("/b")));
  EXPECT_EQ(outcome.attempts, 3);
}

TEST_F(FetcherTest, RedirectsThatLeadNowhere) {
  server_.On("/self", Redirect("/self"));
  server_.On("/x", Redirect("/y"));
  server_.On("/y", Redirect("/x"));
  server_.On("/file", Redirect("file:///etc/passwd"));
  server_.On("/ftp", Redirect("ftp://127.0.0.1/"));
  server_.On("/none", Reply(302, "", ""));
  server_.On("/bad", Redirect("http://[::1"));
  for (int i = 0; i < 20; ++i) server_.On("/n" + std::to_string(i), Redirect("/n" + std::to_string(i + 1)));
  EXPECT_EQ(KindOf(server_.Url("/self")), "redirect_loop");
  EXPECT_EQ(KindOf(server_.Url("/x")), "redirect_loop");
  EXPECT_EQ(KindOf(server_.Url("/n0")), "redirect_loop");
  EXPECT_EQ(server_.Count("/n10"), 1);
  EXPECT_EQ(server_.Count("/n11"), 0);
  EXPECT_EQ(KindOf(server_.Url("/file")), "bad_scheme");
  EXPECT_EQ(KindOf(server_.Url("/ftp")), "bad_scheme");
  EXPECT_EQ(KindOf(server_.Url("/none")), "bad_redirect");
  EXPECT_EQ(KindOf(server_.Url("/bad")), "bad_url");
}

// ---- addresses

TEST_F(FetcherTest, PrivateAddressesAreRefusedInEverySpelling) {
  options_.allow_private = false;
  std::string port = ":" + std::to_string(server_.port()) + "/";
  for (const char* host :
       {"127.0.0.1", "0x7f.1", "2130706433", "0177.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]",
        "0.0.0.0", "127.0.0.1.", "%31%32%37.0.0.1", "[64:ff9b::7f00:1]"}) {
    std::string kind = KindOf("http://" + std::string(host) + port);
    EXPECT_EQ(kind, "private_address") << host;
  }
  EXPECT_TRUE(server_.log().empty());
}

TEST_F(FetcherTest, ReservedAddressesAreNeverAsked) {
  EXPECT_EQ(KindOf("http://192.0.2.1/"), "private_address");
  EXPECT_EQ(KindOf("http://224.0.0.1/"), "private_address");
}

TEST_F(FetcherTest, ForeignHostsNeedAContact) {
  options_.contact = "";
  FetchOutcome outcome = Fetch("http://8.8.8.8/");  // refused before a packet is sent
  ASSERT_FALSE(outcome.page);
  EXPECT_EQ(outcome.page.error().kind, "contact_required");
  EXPECT_THAT(outcome.page.error().message, HasSubstr("--contact"));
}

TEST_F(FetcherTest, WithoutAContactNoNameIsLookedUp) {
  options_.contact = "";
  options_.allow_private = false;
  server_.On("/away", Redirect("http://elsewhere.invalid/"));
  EXPECT_EQ(KindOf("http://elsewhere.invalid/"), "contact_required") << "to look it up would fail with dns";
  options_.allow_private = true;
  EXPECT_EQ(KindOf("http://elsewhere.invalid/"), "dns") << "it may be a name of an own network";
}

}  // namespace
}  // namespace acta
