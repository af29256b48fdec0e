// TLS: trusted authorities, wrong names, expired certificates, named exceptions. The server and its
// certificates are made here, at run time.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <memory>
#include <thread>

#include "pipeline/fetch/fetcher.h"
#include "tests/fetch/fake_clock.h"
#include "tests/fetch/tls_identity.h"

namespace acta {
namespace {

// Answers every request on 127.0.0.1 with "secret", one connection after the other.
class TlsServer {
 public:
  explicit TlsServer(Identity identity)
      : identity_(std::move(identity)), context_(SSL_CTX_new(TLS_server_method())) {
    SSL_CTX_use_certificate(context_.get(), identity_.certificate.get());
    SSL_CTX_use_PrivateKey(context_.get(), identity_.key.get());
    listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof where;
    EXPECT_EQ(bind(listener_, reinterpret_cast<sockaddr*>(&where), size), 0);
    EXPECT_EQ(listen(listener_, 16), 0);
    getsockname(listener_, reinterpret_cast<sockaddr*>(&where), &size);
    port_ = ntohs(where.sin_port);
    thread_ = std::thread([this] { Run(); });
  }
  ~TlsServer() {
    stopping_ = true;
    thread_.join();
    close(listener_);
  }

  std::string Url(const std::string& host) const {
    return "https://" + host + ":" + std::to_string(port_) + "/";
  }
  int requests() const { return requests_; }

 private:
  void Run() {
    sigset_t pipe;  // OpenSSL writes without MSG_NOSIGNAL
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
    while (!stopping_) {
      pollfd ready{listener_, POLLIN, 0};
      if (poll(&ready, 1, 20) <= 0) continue;
      int connection = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
      timeval second{1, 0};
      setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &second, sizeof second);
      std::unique_ptr<SSL, Freer<SSL_free>> ssl(SSL_new(context_.get()));
      SSL_set_fd(ssl.get(), connection);
      char bytes[4096];
      if (SSL_accept(ssl.get()) == 1 && SSL_read(ssl.get(), bytes, sizeof bytes) > 0) {
        ++requests_;
        constexpr std::string_view kAnswer =
            "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nsecret";
        SSL_write(ssl.get(), kAnswer.data(), static_cast<int>(kAnswer.size()));
        SSL_shutdown(ssl.get());
      }
      close(connection);
    }
  }

  Identity identity_;
  std::unique_ptr<SSL_CTX, Freer<SSL_CTX_free>> context_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  std::atomic<int> requests_ = 0;
  std::thread thread_;
};

class TlsTest : public testing::Test {
 protected:
  TlsTest() {
    options_.allow_private = true;
    options_.obey_robots = false;
    options_.max_retries = 0;
  }

  Result<Page> Fetch(const std::string& url) {
    auto fetcher = *Fetcher::Create(options_, &clock_);
    fetcher->Add({url});
    return fetcher->Next()->page;
  }

  std::string Pem(const Identity& identity) {
    std::string path = testing::TempDir() + "acta-tls-" + std::to_string(getpid()) + ".pem";
    WriteCertificate(identity, path);
    return path;
  }

  FakeClock clock_;
  FetchOptions options_;
};

TEST_F(TlsTest, AnUnknownAuthorityIsRefused) {
  TlsServer server(MakeIdentity("127.0.0.1", 86400));
  Result<Page> page = Fetch(server.Url("127.0.0.1"));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, "tls");
  EXPECT_NE(page.error().message.find("self-signed"), std::string::npos) << page.error().message;
  EXPECT_EQ(server.requests(), 0);
}

TEST_F(TlsTest, AnAuthorityCanBeGiven) {
  Identity identity = MakeIdentity("127.0.0.1", 86400);
  options_.ca_file = Pem(identity);
  TlsServer server(std::move(identity));
  Result<Page> page = Fetch(server.Url("127.0.0.1"));
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->bytes, "secret");
  EXPECT_FALSE(page->tls_unverified);
  unlink(options_.ca_file.c_str());
}

TEST_F(TlsTest, TheNameMustMatchAndTheTimeToo) {
  Identity other = MakeIdentity("127.0.0.9", 86400);
  options_.ca_file = Pem(other);
  {
    TlsServer server(std::move(other));
    EXPECT_EQ(Fetch(server.Url("127.0.0.1")).error().kind, "tls");
    EXPECT_EQ(server.requests(), 0);
  }
  Identity expired = MakeIdentity("127.0.0.1", -3600);
  options_.ca_file = Pem(expired);
  TlsServer server(std::move(expired));
  Result<Page> page = Fetch(server.Url("127.0.0.1"));
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().kind, "tls");
  EXPECT_NE(page.error().message.find("expired"), std::string::npos) << page.error().message;
  unlink(options_.ca_file.c_str());
}

TEST_F(TlsTest, ANamedExceptionIsStampedOnThePage) {
  TlsServer server(MakeIdentity("127.0.0.9", 86400));
  options_.tls_exceptions = {"127.0.0.1"};
  Result<Page> page = Fetch(server.Url("127.0.0.1"));
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_TRUE(page->tls_unverified);
  EXPECT_FALSE(Fetch(server.Url("localhost")));  // the exception is for the name alone
}

}  // namespace
}  // namespace acta
