// The sites on their addresses: one thread, one port, a listener for each host.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>
#include <unordered_map>
#include <vector>

#include "tests/soak/site.h"

namespace acta::soak {

class Server {
 public:
  // The answer to the `times`-th request of a URL, counted from 1. Called by the server's thread.
  using Respond = std::function<Answer(int host, std::string_view path, int port, int times)>;

  Server(int hosts, Respond respond);  // ends the program when no port is free
  ~Server();
  Server(const Server&) = delete;

  int port() const { return port_; }
  int64_t requests() const { return requests_; }
  // The shortest time between the beginnings of two requests to one host so far.
  int64_t shortest_gap_ms() const { return shortest_gap_ms_; }

 private:
  struct Client {
    int host = 0;
    std::string head, out;
    size_t sent = 0;
    bool reset = false, answered = false;
    int64_t due_ms = 0;  // of the answer
  };

  void Run();
  void Accept(int listener, int host);
  void Read(int socket);
  void Answered(int socket, Client& client);
  void Write(int socket, Client& client);
  void Drop(int socket);

  Respond respond_;
  int port_ = 0, poll_ = -1;
  std::map<int, int> listeners_;  // socket → host
  std::unordered_map<int, Client> clients_;
  std::unordered_map<std::string, int> times_;  // by URL: requests so far
  std::vector<int64_t> last_ms_;                // by host
  std::atomic<int64_t> requests_ = 0, shortest_gap_ms_ = INT64_MAX;
  std::atomic<bool> stop_ = false;
  std::thread thread_;
};

}  // namespace acta::soak
