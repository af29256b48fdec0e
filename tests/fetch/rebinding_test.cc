// Names whose addresses change between the question and the connection: what is asked is judged by the address
// that is spoken to, not by what a resolver said before.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/fetch/fetcher.h"
#include "tests/fetch/fake_clock.h"
#include "tests/fetch/hostile_server.h"
#include "tests/fetch/lying_network.h"

namespace acta {
namespace {

using testing::Each;
using testing::ElementsAre;
using testing::Not;

constexpr const char* kPublic = "93.184.216.34";
constexpr const char* kOtherPublic = "93.184.216.35";

class RebindingTest : public testing::Test {
 protected:
  RebindingTest() {
    options_.contact = "https://contact.example/bot";
    options_.max_retries = 0;
    options_.limits.connect_timeout_ms = 2000;
    options_.limits.total_timeout_ms = 5000;
    network_.Route(kPublic, server_.port());
    server_.On("/page", Reply(200, "public"));
  }

  std::string KindOf(Fetcher& fetcher, const std::string& path) {
    fetcher.Add({"http://news.example" + path});
    FetchOutcome outcome = *fetcher.Next();
    return outcome.page ? outcome.page->bytes : outcome.page.error().kind;
  }
  std::string KindOf(const std::string& path) { return KindOf(**Fetcher::Create(options_, &clock_), path); }

  FakeClock clock_;
  FetchOptions options_;
  HostileServer server_{"127.0.0.1", &clock_};
  LyingNetwork network_;
};

TEST_F(RebindingTest, APublicNameIsAsked) {
  network_.Resolve("news.example", {{kPublic}});
  EXPECT_EQ(KindOf("/page"), "public");
  EXPECT_THAT(network_.connected(), Each(kPublic));
}

TEST_F(RebindingTest, FirstPublicThenPrivate) {
  for (const char* address : {"127.0.0.1", "10.0.0.7", "169.254.169.254", "192.168.1.1", "0.0.0.0"}) {
    network_.Resolve("news.example", {{kPublic}, {address}});
    network_.Route(address, server_.port());
    EXPECT_EQ(KindOf("/page"), "public");
    const size_t asked = server_.log().size();
    EXPECT_EQ(KindOf("/page"), "private_address") << address;
    EXPECT_EQ(network_.questions("news.example"), 2) << address;
    EXPECT_EQ(server_.log().size(), asked) << address;
    EXPECT_THAT(network_.connected(), Each(kPublic)) << address;  // no socket was opened
  }
}

TEST_F(RebindingTest, ThePrivateOneOfSeveral) {
  network_.Resolve("news.example", {{kOtherPublic, "127.0.0.1"}});  // the first has no route: refused
  network_.Route("127.0.0.1", server_.port());
  EXPECT_EQ(KindOf("/page"), "private_address");
  EXPECT_EQ(server_.log().size(), 0u);
  EXPECT_THAT(network_.connected(), Not(testing::Contains("127.0.0.1")));
}

TEST_F(RebindingTest, BehindARedirect) {
  network_.Resolve("news.example", {{kPublic}});
  network_.Resolve("inside.example", {{"127.0.0.1"}});
  network_.Route("127.0.0.1", server_.port());
  server_.On("/away", Redirect("http://inside.example/page"));
  EXPECT_EQ(KindOf("/away"), "private_address");
  EXPECT_EQ(server_.Count("/page"), 0);
  EXPECT_THAT(network_.connected(), Each(kPublic));
}

// The socket was opened to a public address, and its peer is private all the same: nothing is sent.
TEST_F(RebindingTest, ThePeerIsJudgedOnceMore) {
  network_.Resolve("news.example", {{kPublic}});
  network_.Route(kPublic, server_.port(), /*admit_it=*/true);
  EXPECT_EQ(KindOf("/page"), "private_address");
  EXPECT_EQ(server_.log().size(), 0u);
}

TEST_F(RebindingTest, PrivateIsAskedWhereItIsAllowed) {
  options_.allow_private = true;
  network_.Resolve("news.example", {{"127.0.0.1"}});
  network_.Route("127.0.0.1", server_.port());
  EXPECT_EQ(KindOf("/page"), "public");
}

}  // namespace
}  // namespace acta
