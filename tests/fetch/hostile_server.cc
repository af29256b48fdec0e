#include "tests/fetch/hostile_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

int64_t MonotonicMs() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

[[noreturn]] void Die(const char* what) {
  std::perror(what);
  std::abort();
}

}  // namespace

bool Connection::Send(std::string_view bytes) {
  while (!bytes.empty() && !stopping_) {
    pollfd ready{socket_, POLLOUT, 0};
    if (poll(&ready, 1, 50) == 0) continue;
    ssize_t sent = send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 && errno == EAGAIN) continue;
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(sent));
  }
  return bytes.empty();
}

void Connection::Drip(std::string_view piece, int64_t every_ms) {
  while (!stopping_ && Send(piece)) {
    pollfd gone{socket_, POLLIN, 0};  // the peer says no more: readable means it closed
    if (poll(&gone, 1, static_cast<int>(every_ms)) > 0) return;
  }
}

void Connection::Reset() {
  linger now{1, 0};
  setsockopt(socket_, SOL_SOCKET, SO_LINGER, &now, sizeof now);
}

std::string Connection::Header(std::string_view name) const {
  size_t at = ascii::FindIgnoreCase(head, "\r\n" + std::string(name) + ":");
  if (at == std::string::npos) return "";
  std::string_view rest = std::string_view(head).substr(at + 2 + name.size() + 1);
  return std::string(ascii::Trim(rest.substr(0, rest.find("\r\n"))));
}

Handler Reply(int status, std::string body, std::string headers) {
  std::string whole = "HTTP/1.1 " + std::to_string(status) + " X\r\n" + headers +
                      "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  return [whole](Connection& c) { c.Send(whole); };
}

Handler Redirect(std::string location, int status) {
  return Reply(status, "", "Location: " + location + "\r\n");
}

Handler InTurn(std::vector<Handler> handlers) {
  auto next = std::make_shared<std::atomic<size_t>>(0);
  return [handlers = std::move(handlers), next](Connection& c) {
    handlers[std::min(next->fetch_add(1), handlers.size() - 1)](c);
  };
}

HostileServer::HostileServer(std::string address, const Clock* clock)
    : address_(std::move(address)), clock_(clock) {
  listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  inet_pton(AF_INET, address_.c_str(), &where.sin_addr);
  socklen_t size = sizeof where;
  if (bind(listener_, reinterpret_cast<sockaddr*>(&where), size) != 0 || listen(listener_, 64) != 0)
    Die("listen");
  getsockname(listener_, reinterpret_cast<sockaddr*>(&where), &size);
  port_ = ntohs(where.sin_port);
  acceptor_ = std::thread([this] { Accept(); });
}

HostileServer::~HostileServer() {
  stopping_ = true;
  acceptor_.join();
  close(listener_);
  {
    std::lock_guard lock(mutex_);
    for (int socket : sockets_) shutdown(socket, SHUT_RDWR);
  }
  for (std::thread& thread : threads_) thread.join();
  for (int socket : sockets_) close(socket);
}

void HostileServer::Accept() {
  while (!stopping_) {
    pollfd ready{listener_, POLLIN, 0};
    if (poll(&ready, 1, 20) <= 0) continue;
    int socket = accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
    if (socket < 0) continue;
    std::lock_guard lock(mutex_);
    sockets_.push_back(socket);
    threads_.emplace_back([this, socket] { Serve(socket); });
  }
}

// One request per connection, then it is closed for both sides; the descriptor itself lives as long as the
// server.
void HostileServer::Serve(int socket) {
  std::string head;
  char bytes[4096];
  while (head.find("\r\n\r\n") == std::string::npos) {
    ssize_t got = recv(socket, bytes, sizeof bytes, 0);
    if (got <= 0) return;
    head.append(bytes, static_cast<size_t>(got));
  }
  size_t begin = head.find(' ') + 1;
  std::string path = head.substr(begin, head.find(' ', begin) - begin);
  Connection connection(socket, stopping_, head);
  Handler handler = Reply(404, "nothing here");
  {
    std::lock_guard lock(mutex_);
    log_.push_back(
        {connection.Header("host"), path, head, clock_ != nullptr ? clock_->NowMs() : MonotonicMs()});
    if (auto at = handlers_.find(path.substr(0, path.find('?'))); at != handlers_.end()) handler = at->second;
  }
  handler(connection);
  linger how{};
  socklen_t size = sizeof how;
  getsockopt(socket, SOL_SOCKET, SO_LINGER, &how, &size);
  if (how.l_onoff == 0) {
    shutdown(socket, SHUT_RDWR);
    return;
  }
  std::lock_guard lock(mutex_);  // Reset(): only a close sends it
  std::erase(sockets_, socket);
  close(socket);
}

void HostileServer::On(const std::string& path, Handler handler) {
  std::lock_guard lock(mutex_);
  handlers_[path] = std::move(handler);
}

std::string HostileServer::Url(std::string_view path) const {
  return "http://" + address_ + ":" + std::to_string(port_) + std::string(path);
}

std::vector<HostileServer::Request> HostileServer::log() const {
  std::lock_guard lock(mutex_);
  return log_;
}

int HostileServer::Count(std::string_view path) const {
  std::lock_guard lock(mutex_);
  int count = 0;
  for (const Request& request : log_) count += request.path == path;
  return count;
}

}  // namespace acta
