// A well-behaved server that is not ours: HTTP/2, TLS, compression, validators, ranges. Skipped where there is no
// nginx.
#include <arpa/inet.h>
#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <thread>

#include "pipeline/fetch/fetcher.h"
#include "tests/fetch/fake_clock.h"
#include "tests/fetch/tls_identity.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

std::string NginxPath() {
  for (const char* path : {"/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"}) {
    if (access(path, X_OK) == 0) return path;
  }
  return "";
}

int FreePort() {
  int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof where;
  EXPECT_EQ(bind(probe, reinterpret_cast<sockaddr*>(&where), size), 0);
  getsockname(probe, reinterpret_cast<sockaddr*>(&where), &size);
  close(probe);
  return ntohs(where.sin_port);
}

class NginxTest : public testing::Test {
 protected:
  void SetUp() override {
    if (NginxPath().empty()) GTEST_SKIP() << "nginx is not installed (Debian: nginx-light)";
    folder_ = fs::path(testing::TempDir()) / ("acta-nginx-" + std::to_string(getpid()));
    fs::create_directories(folder_ / "www");
    Identity identity = MakeIdentity("127.0.0.1", 86400);
    WriteCertificate(identity, (folder_ / "cert.pem").string());
    WriteKey(identity, (folder_ / "key.pem").string());
    port_ = FreePort();
    WriteConfiguration();
    Start();
    options_.allow_private = true;
    options_.ca_file = (folder_ / "cert.pem").string();
  }

  void TearDown() override {
    if (child_ > 0) {
      kill(child_, SIGKILL);
      waitpid(child_, nullptr, 0);
    }
    if (!folder_.empty()) fs::remove_all(folder_);
  }

  void WriteConfiguration() {
    std::ofstream(folder_ / "www/page.html") << std::string(50'000, 'x');
    std::ofstream out(folder_ / "nginx.conf");
    out << "daemon off; master_process off; pid nginx.pid; error_log error.log;\n"
           "events { worker_connections 64; }\n"
           "http {\n  access_log off; gzip on; gzip_types *; root www;\n"
           "  client_body_temp_path t; proxy_temp_path t; fastcgi_temp_path t; uwsgi_temp_path t; "
           "scgi_temp_path t;\n"
           "  server {\n    listen 127.0.0.1:"
        << port_
        << " ssl http2; ssl_certificate cert.pem; ssl_certificate_key key.pem;\n"
           "    location /protocol { return 200 \"$server_protocol $http_accept_encoding\"; }\n"
           "    location /range { return 200 \"range: $http_range\"; }\n"
           "    location /part { return 206 \"half\"; }\n"
           "    location /plain.html { gzip off; alias www/page.html; }\n"
           "    location /robots.txt { return 200 \"User-agent: *\\nDisallow: /closed\\n\"; }\n  }\n}\n";
  }

  void Start() {
    child_ = fork();
    if (child_ == 0) {
      int null = open("/dev/null", O_RDWR);
      dup2(null, 1);
      dup2(null, 2);
      std::string nginx = NginxPath(), folder = folder_.string() + "/", log = folder + "error.log";
      execl(nginx.c_str(), "nginx", "-p", folder.c_str(), "-c", "nginx.conf", "-e", log.c_str(), nullptr);
      _exit(127);
    }
    for (int i = 0; i < 200 && !Answers(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(20));
    ASSERT_TRUE(Answers()) << "nginx does not start";
  }

  bool Answers() const {
    int probe = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in where{};
    where.sin_family = AF_INET;
    where.sin_port = htons(static_cast<uint16_t>(port_));
    where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    bool connected = connect(probe, reinterpret_cast<sockaddr*>(&where), sizeof where) == 0;
    close(probe);
    return connected;
  }

  Result<Page> Fetch(FetchRequest request) {
    auto fetcher = *Fetcher::Create(options_, &clock_);
    fetcher->Add(std::move(request));
    return fetcher->Next()->page;
  }
  std::string Url(const std::string& path) const {
    return "https://127.0.0.1:" + std::to_string(port_) + path;
  }

  fs::path folder_;
  int port_ = 0;
  pid_t child_ = -1;
  FakeClock clock_;
  FetchOptions options_;
};

TEST_F(NginxTest, SpeaksHttp2AndAsksForCompression) {
  Result<Page> page = Fetch({Url("/protocol")});
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_THAT(page->bytes, testing::StartsWith("HTTP/2.0 "));
  for (const char* coding : {"gzip", "br", "zstd"}) EXPECT_THAT(page->bytes, testing::HasSubstr(coding));
}

TEST_F(NginxTest, UnpacksAndValidates) {
  Result<Page> page = Fetch({Url("/page.html")});
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->bytes, std::string(50'000, 'x'));
  EXPECT_EQ(HeaderValue(page->headers, "content-encoding"), "gzip");
  std::string etag(HeaderValue(page->headers, "etag")), modified(HeaderValue(page->headers, "last-modified"));
  EXPECT_NE(etag, "");
  Result<Page> again = Fetch({Url("/page.html"), "", etag, modified});
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->status, 304);
  Result<Page> changed = Fetch({Url("/page.html"), "", "\"other\"", ""});
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->status, 200);
}

TEST_F(NginxTest, AsksForThePageWhole) {
  Result<Page> plain = Fetch({Url("/plain.html")});
  ASSERT_TRUE(plain) << plain.error().message;
  EXPECT_EQ(HeaderValue(plain->headers, "accept-ranges"), "bytes");  // it may be asked for parts …
  EXPECT_EQ(plain->bytes.size(), 50'000u);
  EXPECT_EQ(Fetch({Url("/range")})->bytes, "range: ");  // … and is not
  EXPECT_EQ(Fetch({Url("/part")}).error().kind, "bad_response");
}

TEST_F(NginxTest, RobotsOverHttp2) {
  EXPECT_EQ(Fetch({Url("/closed/x")}).error().kind, "robots_disallowed");
  EXPECT_EQ(Fetch({Url("/missing")}).error().kind, "http_404");
}

}  // namespace
}  // namespace acta
