#include "pipeline/fetch/transfer.h"

#include <curl/curl.h>
#include <netdb.h>
#include <signal.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/transfer_error.h"

namespace acta {
namespace {

// While it lives, a connection that the peer has closed gives an error, not a signal that ends the program:
// OpenSSL writes without MSG_NOSIGNAL. Of this thread only.
class NoBrokenPipeSignal {
 public:
  NoBrokenPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    sigset_t waiting;
    sigpending(&waiting);
    was_pending_ = sigismember(&waiting, SIGPIPE) == 1;
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~NoBrokenPipeSignal() {
    timespec now{};
    if (!was_pending_) sigtimedwait(&pipe_, nullptr, &now);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  NoBrokenPipeSignal(const NoBrokenPipeSignal&) = delete;

 private:
  sigset_t pipe_, before_;
  bool was_pending_;
};

}  // namespace

struct TransferPool::Multi {
  Multi() {
    curl_global_init(CURL_GLOBAL_DEFAULT);  // counted, and thread-safe in the libcurl of Debian
    handle = curl_multi_init();
  }
  ~Multi() {
    NoBrokenPipeSignal guard;
    curl_multi_cleanup(handle);
    curl_global_cleanup();
  }
  CURLM* handle = nullptr;
};

// One exchange: the request, what has come so far, and the reason why we stopped it, if we did.
struct TransferPool::Transfer {
  uint64_t id = 0;
  CURL* easy = curl_easy_init();
  curl_slist* header_lines = nullptr;
  TransferRequest request;
  TransferLimits limits;
  TransferResult result;
  size_t header_bytes = 0;
  bool body_began = false;
  bool truncated = false;
  std::optional<Error> refusal;  // ours; it explains the CURLcode that follows from it
  char curl_message[CURL_ERROR_SIZE] = "";

  Transfer() = default;
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer() {
    curl_easy_cleanup(easy);
    curl_slist_free_all(header_lines);
  }

  void Configure();
  void Finish(CURLcode code);
  bool Admits(AddressClass peer, std::string_view address);
  size_t TakeHeader(std::string_view line);
  size_t TakeBody(std::string_view bytes);
  size_t Refuse(std::string kind, std::string message) {
    refusal = Error{std::move(kind), std::move(message)};
    return 0;
  }
};

namespace {

std::string AddressText(const curl_sockaddr& address) {
  char host[128] = "";
  getnameinfo(&address.addr, address.addrlen, host, sizeof host, nullptr, 0, NI_NUMERICHOST);
  return host;
}

}  // namespace

// May this peer be spoken to? Remembers why not.
bool TransferPool::Transfer::Admits(AddressClass peer, std::string_view address) {
  result.peer = peer;
  std::string who = Printable(request.url.host) + " (" + std::string(address) + ")";
  if (peer == AddressClass::kPublic) {
    if (request.allow_public) return true;
    Refuse("contact_required", who + " is a foreign host: state a contact (--contact) before asking it");
  } else if (peer == AddressClass::kReserved) {
    Refuse("private_address",
           who + " is an address that is never asked (multicast, documentation, reserved)");
  } else {
    if (request.allow_private) return true;
    Refuse("private_address",
           who + " is a loopback or private address: refused unless allowed (--allow-private)");
  }
  return false;
}

size_t TransferPool::Transfer::TakeHeader(std::string_view line) {
  header_bytes += line.size();
  if (header_bytes > limits.max_header_bytes) {
    return Refuse("too_large", "more than " + std::to_string(limits.max_header_bytes) + " bytes of headers");
  }
  if (body_began) return line.size();                     // trailers
  if (line.starts_with("HTTP/")) result.headers.clear();  // the answer after a 1xx answer
  size_t colon = line.find(':');
  if (colon == std::string_view::npos || ascii::IsSpace(line[0])) return line.size();
  result.headers.emplace_back(ascii::Lower(ascii::Trim(line.substr(0, colon))),
                              ascii::Trim(line.substr(colon + 1)));
  return line.size();
}

size_t TransferPool::Transfer::TakeBody(std::string_view bytes) {
  body_began = true;
  size_t total = result.body.size() + bytes.size();
  if (request.truncate_at > 0 && total > request.truncate_at) {
    result.body.append(bytes.substr(0, request.truncate_at - result.body.size()));
    truncated = true;
    return 0;
  }
  if (total > limits.max_body_bytes) {
    return Refuse("too_large", "more than " + std::to_string(limits.max_body_bytes) + " bytes");
  }
  curl_off_t received = 0;
  curl_easy_getinfo(easy, CURLINFO_SIZE_DOWNLOAD_T, &received);
  double ratio = static_cast<double>(total) / static_cast<double>(std::max<curl_off_t>(received, 1));
  if (total > (1 << 20) && ratio > limits.max_ratio) {
    return Refuse("too_large", "compressed more than " + std::to_string(static_cast<int>(limits.max_ratio)) +
                                   " times: " + std::to_string(received) + " bytes became " +
                                   std::to_string(total));
  }
  result.body.append(bytes);
  return bytes.size();
}

namespace {

// The C callbacks: `data` is the Transfer.
template <class T>
size_t OnHeader(char* bytes, size_t, size_t count, void* data) {
  return static_cast<T*>(data)->TakeHeader({bytes, count});
}

template <class T>
size_t OnBody(char* bytes, size_t, size_t count, void* data) {
  if (count == 0) return 0;
  return static_cast<T*>(data)->TakeBody({bytes, count});
}

template <class T>
int OnDebug(CURL*, curl_infotype type, char* bytes, size_t count, void* data) {
  if (type == CURLINFO_HEADER_OUT) static_cast<T*>(data)->result.sent.append(bytes, count);
  return 0;
}

template <class T>
curl_socket_t OnOpenSocket(void* data, curlsocktype, curl_sockaddr* address) {
  if (!static_cast<T*>(data)->Admits(ClassifyAddress(address->addr), AddressText(*address)))
    return CURL_SOCKET_BAD;
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Also runs for a connection that is used again, where no socket is opened.
template <class T>
int OnRequest(void* data, char* peer_ip, char*, int, int) {
  std::optional<AddressClass> peer = ClassifyAddress(peer_ip);
  bool admitted = static_cast<T*>(data)->Admits(peer.value_or(AddressClass::kReserved), peer_ip);
  return admitted ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT;
}

}  // namespace

void TransferPool::Transfer::Configure() {
  auto set = [this](CURLoption option, auto value) { curl_easy_setopt(easy, option, value); };
  set(CURLOPT_URL, request.url.WithoutFragment().c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_PATH_AS_IS, 1L);
  set(CURLOPT_PROXY, "");  // not the environment's: the address check must see the true peer
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  set(CURLOPT_ACCEPT_ENCODING, "");
  set(CURLOPT_USERAGENT, request.user_agent.c_str());
  for (const auto& [name, value] : request.headers) {
    header_lines = curl_slist_append(header_lines, (name + ": " + value).c_str());
  }
  set(CURLOPT_HTTPHEADER, header_lines);
  set(CURLOPT_SSL_VERIFYPEER, request.verify_tls ? 1L : 0L);
  set(CURLOPT_SSL_VERIFYHOST, request.verify_tls ? 2L : 0L);
  if (!request.ca_file.empty()) set(CURLOPT_CAINFO, request.ca_file.c_str());
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect_timeout_ms));
  set(CURLOPT_TIMEOUT_MS, static_cast<long>(limits.total_timeout_ms));
  set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(limits.low_speed_bytes_per_s));
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.low_speed_time_s));
  if (request.truncate_at == 0)
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(limits.max_body_bytes));
  set(CURLOPT_ERRORBUFFER, curl_message);
  set(CURLOPT_HEADERFUNCTION, &OnHeader<Transfer>);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &OnBody<Transfer>);
  set(CURLOPT_WRITEDATA, this);
  set(CURLOPT_OPENSOCKETFUNCTION, &OnOpenSocket<Transfer>);
  set(CURLOPT_OPENSOCKETDATA, this);
  set(CURLOPT_PREREQFUNCTION, &OnRequest<Transfer>);
  set(CURLOPT_PREREQDATA, this);
  set(CURLOPT_PRIVATE, this);
  if (request.keep_request) {
    set(CURLOPT_VERBOSE, 1L);
    set(CURLOPT_DEBUGFUNCTION, &OnDebug<Transfer>);
    set(CURLOPT_DEBUGDATA, this);
  }
}

void TransferPool::Transfer::Finish(CURLcode code) {
  long status = 0;
  curl_off_t connect_us = 0, total_us = 0;
  curl_easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
  curl_easy_getinfo(easy, CURLINFO_PRETRANSFER_TIME_T, &connect_us);
  curl_easy_getinfo(easy, CURLINFO_TOTAL_TIME_T, &total_us);
  result.status = static_cast<int>(status);
  result.connected = connect_us > 0;
  char* peer = nullptr;
  curl_easy_getinfo(easy, CURLINFO_PRIMARY_IP, &peer);
  if (peer) result.peer_address = peer;
  if (code == CURLE_OK || truncated) return;
  if (refusal) {
    result.error = std::move(refusal);
    return;
  }
  bool total_over = total_us / 1000 + 50 >= limits.total_timeout_ms;
  TransferFailure failure = ExplainCurl(code, curl_message, result.connected, total_over);
  result.error = std::move(failure.error);
  result.transient = failure.transient;
}

TransferPool::TransferPool(TransferLimits limits) : multi_(std::make_unique<Multi>()), limits_(limits) {}

TransferPool::~TransferPool() { CancelAll(); }

void TransferPool::CancelAll() {
  NoBrokenPipeSignal guard;  // TLS says good-bye
  for (auto& [id, transfer] : transfers_) {
    curl_easy_setopt(transfer->easy, CURLOPT_QUICK_EXIT, 1L);  // does not wait for a name server
    curl_multi_remove_handle(multi_->handle, transfer->easy);
  }
  transfers_.clear();
}

void TransferPool::Start(uint64_t id, TransferRequest request) {
  auto transfer = std::make_unique<Transfer>();
  transfer->id = id;
  transfer->request = std::move(request);
  transfer->limits = limits_;
  transfer->Configure();
  curl_multi_add_handle(multi_->handle, transfer->easy);
  transfers_.emplace(id, std::move(transfer));
}

std::vector<std::pair<uint64_t, TransferResult>> TransferPool::Run(int64_t wait_ms) {
  NoBrokenPipeSignal guard;
  int running = 0, queued = 0;
  curl_multi_perform(multi_->handle, &running);
  if (static_cast<size_t>(running) == transfers_.size()) {  // nothing has finished
    curl_multi_poll(multi_->handle, nullptr, 0, static_cast<int>(std::clamp<int64_t>(wait_ms, 0, 60'000)),
                    nullptr);
    curl_multi_perform(multi_->handle, &running);
  }
  std::vector<std::pair<uint64_t, TransferResult>> finished;
  while (CURLMsg* message = curl_multi_info_read(multi_->handle, &queued)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURLcode code = message->data.result;
    Transfer* transfer = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &transfer);
    transfer->Finish(code);
    curl_multi_remove_handle(multi_->handle, transfer->easy);
    uint64_t id = transfer->id;
    finished.emplace_back(id, std::move(transfer->result));
    transfers_.erase(id);
  }
  return finished;
}

void TransferPool::Wake() { curl_multi_wakeup(multi_->handle); }

}  // namespace acta
