// Everything that a hostile server does, and what the store keeps of it: one line of a table each.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "pipeline/store/open.h"
#include "tests/fetch/hostile_server.h"
#include "tests/run/program.h"

namespace acta {
namespace {

const std::string kPage =
    "<html lang=\"en\"><head><title>A report of the province</title></head><body><article><p>The Chairman "
    "asked "
    "the Department of Finance to report the results before 15 September 2025, as the plan says.</p><p>The "
    "second paragraph says what everybody knew before, so that there is a body of text.</p></article>";

Handler Raw(std::string bytes) {
  return [bytes](Connection& c) { c.Send(bytes); };
}
Handler Endless(std::string head, std::string piece) {
  return [head, piece](Connection& c) {
    if (!c.Send(head)) return;
    while (c.Send(piece)) {
    }
  };
}
Handler Dripping(std::string head) {
  return [head](Connection& c) {
    if (c.Send(head)) c.Drip("x", 100);
  };
}

struct Case {
  const char* name;
  Handler page;
  const char* reason;  // in the store; "" when it was read
  Handler robots = nullptr;
};

std::vector<Case> Cases() {
  const std::string kOk = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  return {
      {"a page", Reply(200, kPage), ""},
      {"slow drip", Dripping(kOk + "\r\n"), "timeout"},
      {"slow drip of headers", Dripping("HTTP/1.1 200 OK\r\nX-Slow: "), "timeout"},
      {"endless headers", Endless("HTTP/1.1 200 OK\r\n", "X-A: " + std::string(1000, 'a') + "\r\n"),
       "too_large"},
      {"one endless header", Endless("HTTP/1.1 200 OK\r\nX-A: ", std::string(4096, 'a')), "too_large"},
      {"endless interim answers", Endless("", "HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n"), "too_large"},
      {"endless body", Endless(kOk + "\r\n", std::string(65536, 'x')), "too_large"},
      {"endless chunks",
       Endless(kOk + "Transfer-Encoding: chunked\r\n\r\n", "1000\r\n" + std::string(4096, 'x') + "\r\n"),
       "too_large"},
      {"a length that is too long", Raw(kOk + "Content-Length: 5000\r\n\r\n" + kPage), "truncated"},
      {"a length that is none", Raw(kOk + "Content-Length: much\r\n\r\n" + kPage), "bad_response"},
      {"a chunk cut off", Raw(kOk + "Transfer-Encoding: chunked\r\n\r\nFFFF\r\n" + kPage), "truncated"},
      {"a chunk of no size", Raw(kOk + "Transfer-Encoding: chunked\r\n\r\nwide\r\n" + kPage), "bad_response"},
      {"reset", [](Connection& c) { c.Reset(); }, "reset"},
      {"reset within the answer",
       [kOk](Connection& c) {
         c.Send(kOk + "Content-Length: 5000\r\n\r\n" + kPage);
         c.Reset();
       },
       "reset"},
      {"nothing at all", Raw(""), "reset"},
      {"no HTTP", Raw("SSH-2.0-OpenSSH_9.2\r\n"), "bad_response"},
      {"broken gzip", Raw(kOk + "Content-Encoding: gzip\r\n\r\n" + kPage), "bad_encoding"},
      {"unknown coding", Raw(kOk + "Content-Encoding: rot13\r\n\r\n" + kPage), "bad_encoding"},
      {"redirect to itself", Redirect("/page"), "redirect_loop"},
      {"redirect nowhere", Raw("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n"), "bad_redirect"},
      {"redirect to a file", Redirect("file:///etc/passwd"), "bad_scheme"},
      {"redirect to another protocol", Redirect("gopher://a.example/"), "bad_scheme"},
      {"redirect to a reserved address", Redirect("http://224.0.0.1/"), "private_address"},
      {"redirect to one in IPv6", Redirect("http://[::ffff:192.0.2.1]/"), "private_address"},
      {"redirect to one behind NAT64", Redirect("http://[64:ff9b::c000:201]/"), "private_address"},
      {"redirect to a foreign host without a contact", Redirect("http://192.0.2.1/"), "private_address"},
      {"too many requests", Reply(429, "", "Retry-After: 3600\r\n"), "http_429"},
      {"out of order", Reply(503, "", "Retry-After: 3600\r\n"), "http_5xx"},
      {"gone", Reply(410, ""), "http_410"},
      {"another charset than stated",
       Reply(200,
             "<meta "
             "charset=utf-8><title>\xCF\xF0\xE8\xEA\xE0\xE7</"
             "title><p>\xCF\xF0\xE5\xE4\xF1\xE5\xE4\xE0\xF2\xE5\xEB\xFC "
             "\xEF\xEE\xF0\xF3\xF7\xE8\xEB \xEE\xF2\xE4\xE5\xEB\xF3 \xF4\xE8\xED\xE0\xED\xF1\xEE\xE2 "
             "\xEF\xEE\xE4\xE3\xEE\xF2\xEE\xE2\xE8\xF2\xFC "
             "\xEE\xF2\xF7\xE5\xF2 \xEE \xF0\xE0\xE1\xEE\xF2\xE5 \xE7\xE0 \xE3\xEE\xE4."),
       ""},
      {"an empty body", Reply(200, ""), "empty"},
      {"robots.txt forbids", Reply(200, kPage), "robots_disallowed",
       Reply(200, "User-agent: *\nDisallow: /")},
      {"robots.txt out of order", Reply(200, kPage), "robots_unreachable", Reply(500, "")},
      {"robots.txt too many requests", Reply(200, kPage), "robots_unreachable", Reply(429, "")},
      {"robots.txt reset", Reply(200, kPage), "robots_unreachable", [](Connection& c) { c.Reset(); }},
      {"robots.txt too slow", Reply(200, kPage), "robots_unreachable", Dripping(kOk + "\r\n")},
      {"robots.txt cut off", Reply(200, kPage), "robots_unreachable",
       Raw(kOk + "Content-Length: 5000\r\n\r\nUser")},
      {"robots.txt endless", Reply(200, kPage), "", Endless(kOk + "\r\n", "# nothing to see here\n")},
      {"robots.txt is a page", Reply(200, kPage), "", Reply(200, "<!doctype html><p>Not found")},
      {"robots.txt redirects for ever", Reply(200, kPage), "", Redirect("/robots.txt")},
  };
}

TEST(HostileOutcomes, EachHasItsReasonInTheStore) {
  TempFolder folder;
  const std::vector<Case> cases = Cases();
  // An address each: what one host does must not end another.
  std::vector<std::unique_ptr<HostileServer>> servers;
  std::vector<std::string> arguments = {
      "ingest", "--db", folder.path("a.db"), "--allow-private", "-q", "--timeout", "2", "--retries", "0"};
  for (size_t i = 0; i < cases.size(); ++i) {
    servers.push_back(std::make_unique<HostileServer>("127.0.1." + std::to_string(i + 1)));
    servers.back()->On("/page", cases[i].page);
    if (cases[i].robots) servers.back()->On("/robots.txt", cases[i].robots);
    arguments.push_back(servers.back()->Url("/page"));
  }
  Ran ran = RunActa(arguments);
  EXPECT_EQ(ran.status, 3) << ran.err;

  Result<Database> db = OpenForReading(folder.path("a.db"));
  ASSERT_TRUE(db);
  Result<Statement> select = db->Prepare("SELECT source, coalesce(reason, '') FROM input");
  std::map<std::string, std::string> reasons;
  while (*select->Step()) reasons[std::string(select->Text(0))] = select->Text(1);
  EXPECT_EQ(reasons.size(), cases.size());
  for (size_t i = 0; i < cases.size(); ++i) {
    const std::string url = servers[i]->Url("/page");
    ASSERT_TRUE(reasons.contains(url)) << cases[i].name;
    EXPECT_EQ(reasons[url], cases[i].reason) << cases[i].name;
    if (std::string(cases[i].reason).starts_with("robots_")) {
      EXPECT_EQ(servers[i]->Count("/page"), 0) << cases[i].name;
    }
  }
}

TEST(HostileOutcomes, OwnNetworksAreRefusedUnlessAllowed) {
  TempFolder folder;
  HostileServer server;
  server.On("/page", Reply(200, kPage));
  const std::string port = std::to_string(server.port());
  std::vector<std::string> arguments = {"ingest", "--db",      folder.path("a.db"),
                                        "-q",     "--contact", "me@a.example"};
  const std::vector<std::string> urls = {server.Url("/page"),
                                         "http://localhost:" + port + "/page",
                                         "http://2130706433:" + port + "/page",
                                         "http://0x7f.1:" + port,
                                         "http://[::1]:" + port + "/page",
                                         "http://[::ffff:127.0.0.1]:" + port + "/",
                                         "http://[::ffff:7f00:1]/",
                                         "http://[64:ff9b::7f00:1]:" + port + "/page",
                                         "http://10.0.0.1/",
                                         "http://169.254.169.254/",
                                         "http://[fe80::1]/",
                                         "http://100.64.0.1/"};
  for (const std::string& url : urls) arguments.push_back(url);
  EXPECT_EQ(RunActa(arguments).status, 1);
  Result<Database> db = OpenForReading(folder.path("a.db"));
  ASSERT_TRUE(db);
  EXPECT_EQ(db->Integer("SELECT count(*) FROM input WHERE reason = 'private_address'").value_or(0),
            static_cast<int64_t>(urls.size()));
  EXPECT_TRUE(server.log().empty());
}

}  // namespace
}  // namespace acta
