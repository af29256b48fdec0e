// An HTTP server on loopback that does what real ones should not. One thread per connection, every request
// logged.
//
//   HostileServer server;                                  // 127.0.0.1, a free port
//   server.On("/a", Reply(200, "<p>hi</p>"));
//   server.On("/slow", [](Connection& c) { c.Send("HTTP/1.1 200 OK\r\n\r\n"); c.Drip("x", 100); });
//   fetch(server.Url("/a"));
//   server.log();                                          // {{"127.0.0.1", "/a", headers, time}}
//
// The destructor closes every connection and joins every thread. What is not registered is answered with 404.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "pipeline/fetch/clock.h"

namespace acta {

// One request, as the handler sees it.
class Connection {
 public:
  Connection(int socket, const std::atomic<bool>& stopping, std::string request)
      : head(std::move(request)), socket_(socket), stopping_(stopping) {}

  bool Send(std::string_view bytes);  // false when the peer is gone
  void Drip(std::string_view piece,
            int64_t every_ms);                      // sends `piece` again and again until the peer is gone
  void Reset();                                     // RST instead of FIN
  std::string Header(std::string_view name) const;  // of the request, "" when absent

  const std::string head;  // request line and headers

 private:
  int socket_;
  const std::atomic<bool>& stopping_;
};

using Handler = std::function<void(Connection&)>;

// A whole answer. `headers` are lines with their line ends.
Handler Reply(int status, std::string body, std::string headers = "Content-Type: text/html\r\n");
Handler Redirect(std::string location, int status = 302);
// Answers with the handlers in turn, the last one for ever.
Handler InTurn(std::vector<Handler> handlers);

class HostileServer {
 public:
  struct Request {
    std::string host;  // the Host header
    std::string path;
    std::string head;
    int64_t at_ms;  // by `clock`, else monotonic
  };

  explicit HostileServer(std::string address = "127.0.0.1", const Clock* clock = nullptr);
  ~HostileServer();
  HostileServer(const HostileServer&) = delete;

  void On(const std::string& path, Handler handler);
  std::string Url(std::string_view path) const;
  int port() const { return port_; }
  std::vector<Request> log() const;
  int Count(std::string_view path) const;  // requests for this path so far

 private:
  void Accept();
  void Serve(int socket);

  std::string address_;
  const Clock* clock_;
  int listener_ = -1;
  int port_ = 0;
  std::atomic<bool> stopping_ = false;
  mutable std::mutex mutex_;
  std::map<std::string, Handler> handlers_;
  std::vector<Request> log_;
  std::vector<int> sockets_;
  std::vector<std::thread> threads_;
  std::thread acceptor_;
};

}  // namespace acta
