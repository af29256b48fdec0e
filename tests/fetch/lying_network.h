// A resolver and a network that lie, for a program of its own: this file and its .cc stand in the way of
// getaddrinfo, connect and getpeername of the whole process.
//
//   LyingNetwork network;
//   network.Resolve("news.example", {{"93.184.216.34"}, {"127.0.0.1"}});   // first public, then private
//   network.Route("93.184.216.34", server.port());                        // public to all who ask, loopback in truth
//   fetch("http://news.example/");
//   network.connected();                                                   // addresses that were connected to
//
// Nothing leaves the machine: what has no route is refused. Names that are not told here are resolved as ever. One at a
// time.
#pragma once

#include <string>
#include <vector>

namespace acta {

class LyingNetwork {
 public:
  LyingNetwork();
  ~LyingNetwork();
  LyingNetwork(const LyingNetwork&) = delete;

  // The answers for `name`, one a question; the last one stays.
  void Resolve(const std::string& name, std::vector<std::vector<std::string>> answers);

  // Connections to `address` come to this port of loopback. With `admit_it` the socket says that its peer is
  // loopback, as a network would that sends packets elsewhere.
  void Route(const std::string& address, int port, bool admit_it = false);

  std::vector<std::string> connected() const;  // in order, refused ones too
  int questions(const std::string& name) const;
};

}  // namespace acta
