// Writes what was fetched as WARC 1.1 (ISO 28500:2017) files, a gzip member for each record.
//
//   Result<std::unique_ptr<WarcWriter>> archive = WarcWriter::Create({.folder = "warc", .software = "acta/0.1"});
//   options.exchanges = archive->get();           // FetchOptions: every answer is noted
//   …
//   if (auto error = (*archive)->error()) …       // the disk was full
//
// For each answer a `response` and its `request` (linked by WARC-Concurrent-To). A body that was written before,
// under whatever URL, becomes a `revisit` (identical-payload-digest), an answer 304 a `revisit`
// (server-not-modified). The body stands decoded, as it was read: Content-Length is its length, and the server's
// own Content-Encoding, Transfer-Encoding and Content-Length are kept as X-Archive-Orig-….
//
// Files are named PREFIX-YYYYMMDDhhmmss-NNNNN.warc.gz, begin with a `warcinfo`, and give way to the next at
// `max_file_bytes`. A record is handed to the system whole, in one call: after a kill a file ends with a record or
// within one, which every reader can tell. A file that is there is never written to again.
//
// Memory: 30 bytes for each of the last 100,000 bodies. One thread at a time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include "pipeline/archive/digest.h"
#include "pipeline/archive/warc_record.h"
#include "pipeline/fetch/clock.h"
#include "pipeline/fetch/exchange.h"
#include "pipeline/text/result.h"

namespace acta {

struct WarcOptions {
  std::string folder{};    // made if need be
  std::string software{};  // "acta/0.1": who writes
  std::string prefix = "acta";
  DigestKind digest = DigestKind::kSha1;
  uint64_t max_file_bytes = uint64_t{1} << 30;
};

class WarcWriter : public ExchangeLog {
 public:
  // Makes the folder and tries it; the first file is made with the first record. Fails with "unwritable".
  // `clock` (of the machine, when it is null) must outlive the writer.
  static Result<std::unique_ptr<WarcWriter>> Create(WarcOptions options, Clock* clock = nullptr);
  ~WarcWriter() override;

  // Returns the id of the response or revisit record; "" when it could not be written.
  std::string Note(const Exchange& exchange) override;

  // A `metadata` record of named values about the capture `refers_to` (may be empty) of `target`.
  void NoteFields(const std::string& target, const std::string& refers_to, const Headers& fields);

  // The first failure, "unwritable" or "disk_full". Nothing is written after it.
  const std::optional<Error>& error() const { return error_; }

 private:
  // A body that was written: where a revisit sends its reader.
  struct Written {
    std::string uri, date;
  };

  WarcWriter(WarcOptions options, Clock* clock) : options_(std::move(options)), clock_(clock) {}
  WarcRecord NewRecord(std::string type, int64_t at_ms) const;
  void AddDigests(WarcRecord& record, std::string_view payload, bool has_payload) const;
  void Write(const WarcRecord& record);
  bool OpenFile();
  void Close();
  void Fail(std::string what);

  WarcOptions options_;
  SystemClock system_clock_;
  Clock* clock_;
  int file_ = -1;
  std::string path_;
  std::string info_id_;  // of the file's warcinfo
  uint64_t written_ = 0;
  int serial_ = 0;
  std::unordered_map<std::string, Written> bodies_;  // by payload digest
  std::optional<Error> error_;
};

}  // namespace acta
