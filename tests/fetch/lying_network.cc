#include "tests/fetch/lying_network.h"

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <map>
#include <mutex>

namespace acta {
namespace {

struct Answers {
  std::vector<std::vector<std::string>> lists;
  int asked = 0;
};

struct Route {
  int port = 0;
  bool admit_it = false;
};

// libcurl resolves in threads of its own.
struct State {
  std::mutex mutex;
  bool lies = false;
  std::map<std::string, Answers> names;
  std::map<std::string, Route> routes;
  std::map<int, sockaddr_in> pretended;  // by socket: the peer that it shall have
  std::vector<std::string> connected;
};

State& TheState() {
  static State state;
  return state;
}

template <class Function>
Function* Real(const char* name) {
  return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

std::string AddressOf(const sockaddr* where) {
  char text[INET_ADDRSTRLEN] = "";
  inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(where)->sin_addr, text, sizeof text);
  return text;
}

}  // namespace

LyingNetwork::LyingNetwork() { TheState().lies = true; }

LyingNetwork::~LyingNetwork() {
  State& state = TheState();
  std::lock_guard lock(state.mutex);
  state.lies = false;
  state.names.clear(), state.routes.clear(), state.pretended.clear(), state.connected.clear();
}

void LyingNetwork::Resolve(const std::string& name, std::vector<std::vector<std::string>> answers) {
  std::lock_guard lock(TheState().mutex);
  TheState().names[name] = {std::move(answers)};
}

void LyingNetwork::Route(const std::string& address, int port, bool admit_it) {
  std::lock_guard lock(TheState().mutex);
  TheState().routes[address] = {port, admit_it};
}

std::vector<std::string> LyingNetwork::connected() const {
  std::lock_guard lock(TheState().mutex);
  return TheState().connected;
}

int LyingNetwork::questions(const std::string& name) const {
  std::lock_guard lock(TheState().mutex);
  return TheState().names[name].asked;
}

}  // namespace acta

// The C library's functions, as libcurl calls them.
extern "C" {

int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** result) {
  using namespace acta;
  auto* real = Real<decltype(getaddrinfo)>("getaddrinfo");
  std::vector<std::string> addresses;
  {
    std::lock_guard lock(TheState().mutex);
    auto name = TheState().names.find(node == nullptr ? "" : node);
    if (name == TheState().names.end()) return real(node, service, hints, result);
    Answers& answers = name->second;
    size_t turn = std::min(static_cast<size_t>(answers.asked++), answers.lists.size() - 1);
    addresses = answers.lists[turn];
  }
  *result = nullptr;
  addrinfo** end = result;
  for (const std::string& address : addresses) {
    addrinfo numeric{};
    numeric.ai_flags = AI_NUMERICHOST;
    numeric.ai_socktype = SOCK_STREAM;
    if (int failed = real(address.c_str(), service, &numeric, end); failed != 0) return failed;
    while (*end != nullptr) end = &(*end)->ai_next;
  }
  return *result == nullptr ? EAI_NONAME : 0;
}

int connect(int socket, const sockaddr* where, socklen_t size) {
  using namespace acta;
  auto* real = Real<decltype(connect)>("connect");
  if (where->sa_family != AF_INET) return real(socket, where, size);
  sockaddr_in truth = *reinterpret_cast<const sockaddr_in*>(where);
  {
    std::lock_guard lock(TheState().mutex);
    if (!TheState().lies) return real(socket, where, size);
    std::string address = AddressOf(where);
    TheState().connected.push_back(address);
    auto route = TheState().routes.find(address);
    if (route == TheState().routes.end()) return errno = ECONNREFUSED, -1;
    if (route->second.admit_it) {
      TheState().pretended.erase(socket);
    } else {
      TheState().pretended[socket] = truth;
    }
    truth.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    truth.sin_port = htons(static_cast<uint16_t>(route->second.port));
  }
  return real(socket, reinterpret_cast<sockaddr*>(&truth), sizeof truth);
}

int getpeername(int socket, sockaddr* where, socklen_t* size) {
  using namespace acta;
  {
    std::lock_guard lock(TheState().mutex);
    auto pretended = TheState().pretended.find(socket);
    if (TheState().lies && pretended != TheState().pretended.end() && *size >= sizeof(sockaddr_in)) {
      std::memcpy(where, &pretended->second, sizeof(sockaddr_in));
      *size = sizeof(sockaddr_in);
      return 0;
    }
  }
  return Real<decltype(getpeername)>("getpeername")(socket, where, size);
}

}  // extern "C"
