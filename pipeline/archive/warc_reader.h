// Reads the records of a WARC file, 0.17 to 1.1, whoever wrote it and whatever happened to it.
//
//   Result<WarcReader> reader = WarcReader::Open("crawl.warc.gz");
//   while (std::optional<Result<WarcRecord>> record = reader->Next()) {
//     if (*record) Use(**record); else Count(record->error());
//   }
//
// An Error stands for a stretch of the file that could not be read; the record after it is the next that is
// whole. Kinds: "truncated" (the file ends within a record), "broken_record" (compressed data broken, a record
// without a length or with a wrong one, bytes that belong to no record), "too_large" (a block over the limit;
// it is passed over). Messages name the place as a byte of the file.
//
// Memory: the record and 64 KiB. One thread at a time.
#pragma once

#include <deque>
#include <optional>
#include <string>

#include "pipeline/archive/archive_stream.h"
#include "pipeline/archive/warc_record.h"
#include "pipeline/text/result.h"

namespace acta {

class WarcReader {
 public:
  // Begins at a record that was read before, or at the first. Errors "not_found", "unreadable", "not_warc".
  static Result<WarcReader> Open(const std::string& path, WarcLocation at = {}, size_t max_block = 64 << 20);

  std::optional<Result<WarcRecord>> Next();

 private:
  // Where in the content a gzip member begins, and where in the file.
  struct Member {
    uint64_t content;
    uint64_t file;
  };

  WarcReader(ArchiveStream stream, size_t max_block) : stream_(std::move(stream)), max_block_(max_block) {}
  bool Have(size_t bytes);
  void Take(size_t bytes);
  void SkipBlank();
  bool EndsHere();
  bool AtRecord();
  Error SkipToRecord(std::string why);
  std::optional<Error> EndOfStretch();
  Result<void> ReadFields(WarcRecord& record);
  Result<WarcRecord> ReadRecord();
  Result<WarcRecord> ReadBlock(WarcRecord record, uint64_t length);
  Error PassOver(uint64_t length);
  uint64_t Offset() const { return member_.file + (stream_.compressed() ? 0 : taken_ - member_.content); }
  std::string Place() const { return " at byte " + std::to_string(Offset()); }

  ArchiveStream stream_;
  size_t max_block_;
  std::string buffer_;          // content …
  size_t at_ = 0;               // … of which so much is taken
  uint64_t taken_ = 0;          // of all content
  Member member_{0, 0};         // in which `taken_` lies
  std::deque<Member> members_;  // those that begin further on in the buffer
  bool ended_ = false, broken_ = false;
};

// Whether a file is a WARC: by its first bytes, inflated if need be.
bool IsWarcFile(const std::string& path);

}  // namespace acta
