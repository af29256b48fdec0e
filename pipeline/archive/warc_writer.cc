#include "pipeline/archive/warc_writer.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "pipeline/archive/capture_note.h"
#include "pipeline/archive/inflate.h"
#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

constexpr std::string_view kIdenticalPayload =
    "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
constexpr std::string_view kNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified";
constexpr size_t kSmallBody = 256;      // not worth a revisit
constexpr size_t kMaxBodies = 100'000;  // that are remembered

// What RFC 9110 calls the usual ones; a reason is for people only.
std::string_view Reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 304:
      return "Not Modified";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 429:
      return "Too Many Requests";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "";
  }
}

// Status line and headers for a body that stands decoded, or for none.
std::string ResponseHead(const Exchange& exchange, bool with_length) {
  std::string head = fmt::format("HTTP/1.1 {} {}\r\n", exchange.status, Reason(exchange.status));
  for (const auto& [name, value] : exchange.headers) {
    const bool outdated =
        name == "content-encoding" || name == "transfer-encoding" || name == "content-length";
    head += (outdated ? "x-archive-orig-" : "") + name + ": " + value + "\r\n";
  }
  if (with_length) head += "content-length: " + std::to_string(exchange.body.size()) + "\r\n";
  return head + "\r\n";
}

// The request as sent; of HTTP/2, whose requests are no text, as HTTP/1.1 would have it.
std::string RequestText(const Exchange& exchange) {
  std::string text(exchange.request);
  const size_t end = text.find("\r\n");
  const size_t version = text.find(" HTTP/2");
  if (version != std::string::npos && version < end) text.replace(version, end - version, " HTTP/1.1");
  if (text.empty()) {
    text = "GET " + exchange.url.PathAndQuery() + " HTTP/1.1\r\nHost: " + exchange.url.host + "\r\n\r\n";
  }
  return text;
}

}  // namespace

Result<std::unique_ptr<WarcWriter>> WarcWriter::Create(WarcOptions options, Clock* clock) {
  std::error_code error;
  std::filesystem::create_directories(options.folder, error);
  if (error) return acta::Fail("unwritable", "the WARC folder " + options.folder + ": " + error.message());
  if (access(options.folder.c_str(), W_OK) != 0) {
    return acta::Fail("unwritable", "the WARC folder " + options.folder + ": " + std::strerror(errno));
  }
  std::unique_ptr<WarcWriter> writer(new WarcWriter(std::move(options), clock));
  if (writer->clock_ == nullptr) writer->clock_ = &writer->system_clock_;
  return writer;
}

WarcWriter::~WarcWriter() { Close(); }

WarcRecord WarcWriter::NewRecord(std::string type, int64_t at_ms) const {
  WarcRecord record;
  record.Set("WARC-Type", std::move(type));
  record.Set("WARC-Record-ID", NewRecordId());
  record.Set("WARC-Date", FormatWarcDate(at_ms));
  if (!info_id_.empty()) record.Set("WARC-Warcinfo-ID", info_id_);
  return record;
}

void WarcWriter::AddDigests(WarcRecord& record, std::string_view payload, bool has_payload) const {
  record.Set("WARC-Block-Digest", LabelledDigest(record.block, options_.digest));
  if (has_payload) record.Set("WARC-Payload-Digest", LabelledDigest(payload, options_.digest));
}

std::string WarcWriter::Note(const Exchange& exchange) {
  if (error_ || ((file_ < 0 || written_ > options_.max_file_bytes) && !OpenFile())) return "";
  const std::string uri = exchange.url.WithoutFragment();
  const std::string digest = LabelledDigest(exchange.body, options_.digest);
  const auto known = exchange.body.size() < kSmallBody ? bodies_.end() : bodies_.find(digest);
  const bool not_modified = exchange.status == 304;
  const bool revisit = not_modified || known != bodies_.end();

  WarcRecord response = NewRecord(revisit ? "revisit" : "response", exchange.at_ms);
  const std::string id = response.fields[1].second, date = response.fields[2].second;
  response.Set("WARC-Target-URI", uri);
  if (!exchange.peer_address.empty()) response.Set("WARC-IP-Address", std::string(exchange.peer_address));
  response.Set("Content-Type", "application/http; msgtype=response");
  response.block = ResponseHead(exchange, !revisit);
  if (not_modified) {
    response.Set("WARC-Profile", std::string(kNotModified));
    response.Set("WARC-Refers-To-Target-URI", uri);
  } else if (revisit) {
    response.Set("WARC-Profile", std::string(kIdenticalPayload));
    response.Set("WARC-Refers-To-Target-URI", known->second.uri);
    response.Set("WARC-Refers-To-Date", known->second.date);
  } else {
    response.block += exchange.body;
    if (bodies_.size() >= kMaxBodies) bodies_.clear();
    if (exchange.body.size() >= kSmallBody) bodies_[digest] = {uri, date};
  }
  AddDigests(response, exchange.body, !not_modified);
  Write(response);

  WarcRecord request = NewRecord("request", exchange.at_ms);
  request.Set("WARC-Target-URI", uri);
  request.Set("WARC-Concurrent-To", id);
  request.Set("Content-Type", "application/http; msgtype=request");
  request.block = RequestText(exchange);
  AddDigests(request, "", false);
  Write(request);
  return error_ ? "" : id;
}

void WarcWriter::NoteFields(const std::string& target, const std::string& refers_to, const Headers& fields) {
  if (error_ || (file_ < 0 && !OpenFile())) return;
  WarcRecord record = NewRecord("metadata", clock_->NowMs());
  record.Set("WARC-Target-URI", target);
  if (!refers_to.empty()) record.Set("WARC-Refers-To", refers_to);
  record.Set("Content-Type", "application/warc-fields");
  record.block = FormatWarcFields(fields);
  AddDigests(record, "", false);
  Write(record);
}

bool WarcWriter::OpenFile() {
  Close();
  std::string stamp = FormatWarcDate(clock_->NowMs()).substr(0, 19);
  std::erase_if(stamp, [](char c) { return !ascii::IsDigit(c); });
  do {  // another run of the same second has its own files
    const std::string name = fmt::format("{}-{}-{:05}.warc.gz", options_.prefix, stamp, serial_++);
    path_ = (std::filesystem::path(options_.folder) / name).string();
    file_ = open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } while (file_ < 0 && errno == EEXIST && serial_ < 100'000);
  if (file_ < 0) return Fail("cannot be made"), false;
  written_ = 0;
  info_id_.clear();
  WarcRecord info = NewRecord("warcinfo", clock_->NowMs());
  info_id_ = info.fields[1].second;
  info.Set("WARC-Filename", std::filesystem::path(path_).filename().string());
  info.Set("Content-Type", "application/warc-fields");
  info.block = FormatWarcFields(
      {{"software", options_.software},
       {"format", "WARC File Format 1.1"},
       {"conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"},
       {std::string(kOwnForm), "1"}});
  AddDigests(info, "", false);
  Write(info);
  return !error_;
}

void WarcWriter::Write(const WarcRecord& record) {
  if (error_) return;
  const std::string bytes = GzipMember(FormatRecord(record));
  size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t wrote = write(file_, bytes.data() + done, bytes.size() - done);
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return Fail("cannot be written");
    done += static_cast<size_t>(wrote);
  }
  written_ += bytes.size();
}

void WarcWriter::Close() {
  if (file_ >= 0 && close(file_) != 0 && !error_) Fail("cannot be written");
  file_ = -1;
}

void WarcWriter::Fail(std::string what) {
  const int number = errno;
  error_ =
      Error{number == ENOSPC ? "disk_full" : "unwritable", path_ + " " + what + ": " + std::strerror(number)};
}

}  // namespace acta
