#include <arpa/inet.h>
#include <microhttpd.h>

#include <cerrno>
#include <cstring>
#include <string_view>

#include "pipeline/run/metrics.h"

namespace acta {
namespace {

constexpr unsigned kMostConnections = 4;
constexpr unsigned kTimeoutSeconds = 10;

MHD_Result Reply(MHD_Connection* connection, unsigned status, const char* type, std::string_view body) {
  MHD_Response* response =
      MHD_create_response_from_buffer(body.size(), const_cast<char*>(body.data()), MHD_RESPMEM_MUST_COPY);
  if (response == nullptr) return MHD_NO;
  MHD_add_response_header(response, "Content-Type", type);
  MHD_Result queued = MHD_queue_response(connection, status, response);
  MHD_destroy_response(response);
  return queued;
}

MHD_Result Answer(void* context, MHD_Connection* connection, const char* url, const char* method, const char*,
                  const char*, size_t* upload_size, void**) {
  if (*upload_size > 0) return MHD_NO;
  const auto& metrics = *static_cast<const std::function<std::string()>*>(context);
  const std::string_view verb = method;
  if (verb != "GET" && verb != "HEAD") {
    return Reply(connection, MHD_HTTP_METHOD_NOT_ALLOWED, "text/plain", "only GET\n");
  }
  if (std::string_view(url) != "/metrics") {
    return Reply(connection, MHD_HTTP_NOT_FOUND, "text/plain", "only /metrics\n");
  }
  return Reply(connection, MHD_HTTP_OK, "text/plain; version=0.0.4; charset=utf-8", metrics());
}

}  // namespace

void MetricsServer::Stop::operator()(MHD_Daemon* daemon) const { MHD_stop_daemon(daemon); }

Result<std::unique_ptr<MetricsServer>> MetricsServer::Start(uint16_t port,
                                                            std::function<std::string()> metrics) {
  std::unique_ptr<MetricsServer> server(new MetricsServer(std::move(metrics)));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  errno = 0;
  server->daemon_.reset(MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD, port, nullptr, nullptr, &Answer, &server->metrics_,
      MHD_OPTION_SOCK_ADDR, reinterpret_cast<sockaddr*>(&address), MHD_OPTION_CONNECTION_LIMIT,
      kMostConnections, MHD_OPTION_CONNECTION_TIMEOUT, kTimeoutSeconds, MHD_OPTION_END));
  if (!server->daemon_) {
    return Fail("port", "metrics cannot be served on 127.0.0.1:" + std::to_string(port) +
                            (errno ? std::string(": ") + std::strerror(errno) : ""));
  }
  return server;
}

MetricsServer::~MetricsServer() = default;

uint16_t MetricsServer::port() const {
  const MHD_DaemonInfo* info = MHD_get_daemon_info(daemon_.get(), MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

}  // namespace acta
