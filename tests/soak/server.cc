#include "tests/soak/server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace acta::soak {
namespace {

int64_t NowMs() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

sockaddr_in AddressOf(int host, int port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  inet_pton(AF_INET, Site::Address(host).c_str(), &address.sin_addr);
  return address;
}

int Listen(int host, int port) {
  const int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  const int on = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  sockaddr_in address = AddressOf(host, port);
  if (bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 && listen(listener, 64) == 0)
    return listener;
  close(listener);
  return -1;
}

}  // namespace

Server::Server(int hosts, Respond respond)
    : respond_(std::move(respond)), poll_(epoll_create1(EPOLL_CLOEXEC)) {
  last_ms_.assign(static_cast<size_t>(hosts), -1'000'000);
  // A port that is free on every address: the first host's choice, unless another's objects.
  for (int attempt = 0; attempt < 20 && listeners_.empty(); ++attempt) {
    port_ = 0;
    for (int host = 0; host < hosts; ++host) {
      const int listener = Listen(host, port_);
      if (listener < 0) {
        for (const auto& [socket, unused] : listeners_) close(socket);
        listeners_.clear();
        break;
      }
      listeners_[listener] = host;
      sockaddr_in address{};
      socklen_t size = sizeof address;
      getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size);
      port_ = ntohs(address.sin_port);
    }
  }
  if (listeners_.empty()) {
    std::fprintf(stderr, "soak: no port is free on all addresses\n");
    std::exit(2);
  }
  for (const auto& [listener, host] : listeners_) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.fd = listener;
    epoll_ctl(poll_, EPOLL_CTL_ADD, listener, &event);
  }
  thread_ = std::thread([this] { Run(); });
}

Server::~Server() {
  stop_ = true;
  thread_.join();
  for (const auto& [socket, unused] : clients_) close(socket);
  for (const auto& [socket, unused] : listeners_) close(socket);
  close(poll_);
}

void Server::Run() {
  epoll_event events[64];
  while (!stop_) {
    const int count = epoll_wait(poll_, events, 64, 20);
    for (int i = 0; i < count; ++i) {
      const int socket = events[i].data.fd;
      if (auto listener = listeners_.find(socket); listener != listeners_.end()) {
        Accept(socket, listener->second);
        continue;
      }
      auto client = clients_.find(socket);
      if (client == clients_.end()) continue;
      if (events[i].events & EPOLLOUT) {
        Write(socket, client->second);
      } else {
        Read(socket);
      }
    }
    const int64_t now = NowMs();
    std::vector<int> due;
    for (const auto& [socket, client] : clients_) {
      if (client.due_ms > 0 && client.due_ms <= now) due.push_back(socket);
    }
    for (int socket : due) {
      clients_[socket].due_ms = 0;
      Write(socket, clients_[socket]);
    }
  }
}

void Server::Accept(int listener, int host) {
  const int socket = accept4(listener, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
  if (socket < 0) return;
  clients_[socket].host = host;
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = socket;
  epoll_ctl(poll_, EPOLL_CTL_ADD, socket, &event);
}

void Server::Read(int socket) {
  char bytes[4096];
  const ssize_t got = recv(socket, bytes, sizeof bytes, 0);
  if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
  if (got <= 0) return Drop(socket);
  Client& client = clients_[socket];
  client.head.append(bytes, static_cast<size_t>(got));
  if (!client.answered && client.head.find("\r\n\r\n") != std::string::npos) Answered(socket, client);
}

void Server::Answered(int socket, Client& client) {
  client.answered = true;
  const size_t begin = client.head.find(' ') + 1, end = client.head.find(' ', begin);
  const std::string path = client.head.substr(begin, end - begin);
  ++requests_;
  int64_t& last = last_ms_[static_cast<size_t>(client.host)];
  const int64_t now = NowMs();
  if (now - last < shortest_gap_ms_) shortest_gap_ms_ = now - last;
  last = now;
  Answer answer = respond_(client.host, path, port_, ++times_[std::to_string(client.host) + path]);
  client.out = std::move(answer.bytes);
  client.reset = answer.reset;
  if (answer.delay_ms > 0) {
    client.due_ms = now + answer.delay_ms;
  } else {
    Write(socket, client);
  }
}

void Server::Write(int socket, Client& client) {
  while (client.sent < client.out.size()) {
    const ssize_t wrote =
        send(socket, client.out.data() + client.sent, client.out.size() - client.sent, MSG_NOSIGNAL);
    if (wrote < 0 && errno == EAGAIN) {
      epoll_event event{};
      event.events = EPOLLOUT;
      event.data.fd = socket;
      epoll_ctl(poll_, EPOLL_CTL_MOD, socket, &event);
      return;
    }
    if (wrote <= 0) break;
    client.sent += static_cast<size_t>(wrote);
  }
  if (client.reset) {
    const linger now{1, 0};
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, sizeof now);
  }
  Drop(socket);
}

void Server::Drop(int socket) {
  close(socket);
  clients_.erase(socket);
}

}  // namespace acta::soak
