// The content of a file that may be compressed, piece by piece: plain bytes, gzip with a member for each record
// (as a WARC should be), or gzip in one piece. What is broken is said once, and reading goes on after it.
//
//   ArchiveStream stream = *ArchiveStream::Open("a.warc.gz");
//   std::string content;
//   while (stream.Read(content) == ArchiveStream::State::kMore) …
//
// Memory: two buffers of 64 KiB. One thread at a time.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "pipeline/text/result.h"

struct z_stream_s;

namespace acta {

class ArchiveStream {
 public:
  // `offset`: byte of the file to begin at, where a gzip member begins. Errors "not_found", "unreadable".
  static Result<ArchiveStream> Open(const std::string& path, uint64_t offset = 0);
  ~ArchiveStream();
  ArchiveStream(ArchiveStream&&) noexcept;
  ArchiveStream& operator=(ArchiveStream&&) noexcept;

  enum class State {
    kMore,    // something was appended, of one member only
    kEnd,     // the end of the file
    kBroken,  // the compressed data are broken or end too early, perhaps after a last piece: see Recover()
  };
  State Read(std::string& out);

  // Moves on to the next gzip member after a break, if there is one.
  void Recover();

  // Where the member began of which the last Read() gave a piece, in bytes of the file, and whether that piece
  // was its first.
  uint64_t member() const { return member_; }
  bool member_began() const { return member_began_; }
  uint64_t offset() const { return base_ + at_; }  // bytes of the file taken so far
  bool cut() const { return broken_ && cut_; }     // the break is the end of the file
  bool compressed() const { return inflater_ != nullptr; }

 private:
  ArchiveStream();
  bool Fill();  // false at the end of the file
  bool AtMagic() const;
  State Inflate(std::string& out);

  struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  struct EndInflate {
    void operator()(z_stream_s* stream) const;
  };
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::unique_ptr<z_stream_s, EndInflate> inflater_;  // null for a plain file
  std::string raw_;                                   // bytes of the file, from base_ on …
  size_t at_ = 0;                                     // … of which so many are taken
  uint64_t base_ = 0;
  uint64_t member_ = 0;
  bool member_began_ = true;
  bool within_ = false;  // a member has begun and not ended
  bool broken_ = false, cut_ = false;
};

}  // namespace acta
