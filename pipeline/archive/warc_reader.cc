#include "pipeline/archive/warc_reader.h"

#include <algorithm>
#include <charconv>

#include "pipeline/archive/digest.h"
#include "pipeline/archive/http_message.h"
#include "pipeline/fetch/ascii.h"

namespace acta {
namespace {

constexpr std::string_view kVersion = "WARC/";
constexpr size_t kMaxFields = 64 * 1024;  // bytes of all fields of a record

// Whether "WARC/1.1" and a line end, or their beginning, stand here.
bool IsVersionLine(std::string_view bytes) {
  if (!bytes.starts_with(kVersion)) return false;
  bytes.remove_prefix(kVersion.size());
  const size_t end = bytes.find_first_not_of("0123456789.");
  return end != 0 && end != std::string_view::npos && end < 6 && (bytes[end] == '\r' || bytes[end] == '\n');
}

}  // namespace

Result<WarcReader> WarcReader::Open(const std::string& path, WarcLocation at, size_t max_block) {
  Result<ArchiveStream> stream = ArchiveStream::Open(path, at.member);
  if (!stream) return tl::unexpected(stream.error());
  WarcReader reader(std::move(*stream), max_block);
  reader.member_.file = at.member;
  for (uint64_t left = at.skip; left > 0;) {
    if (!reader.Have(1)) break;
    const size_t step = static_cast<size_t>(std::min<uint64_t>(left, reader.buffer_.size() - reader.at_));
    reader.Take(step);
    left -= step;
  }
  if (at.member == 0 && at.skip == 0 && !IsWarcFile(path)) {
    return Fail("not_warc", "it is no WARC file: it does not begin with \"WARC/\"");
  }
  return reader;
}

// Sees to it that so many bytes stand in the buffer; false when the file ends or breaks before.
bool WarcReader::Have(size_t bytes) {
  while (buffer_.size() - at_ < bytes && !ended_ && !broken_) {
    if (at_ > (1 << 20) || at_ == buffer_.size()) {
      buffer_.erase(0, at_);
      at_ = 0;
    }
    const uint64_t content = taken_ + (buffer_.size() - at_);
    const ArchiveStream::State state = stream_.Read(buffer_);
    ended_ = state == ArchiveStream::State::kEnd;
    broken_ = state == ArchiveStream::State::kBroken;  // which may come with a last piece
    if (!ended_ && stream_.member_began() && stream_.compressed())
      members_.push_back({content, stream_.member()});
  }
  while (!members_.empty() && members_.front().content <= taken_) {
    member_ = members_.front();
    members_.pop_front();
  }
  return buffer_.size() - at_ >= bytes;
}

void WarcReader::Take(size_t bytes) {
  at_ += bytes;
  taken_ += bytes;
  while (!members_.empty() && members_.front().content <= taken_) {
    member_ = members_.front();
    members_.pop_front();
  }
}

void WarcReader::SkipBlank() {
  while (Have(1) && (ascii::IsSpace(buffer_[at_]) || buffer_[at_] == '\0')) Take(1);
}

// Whether a record may end here: an empty line follows, or the next record, or the end.
bool WarcReader::EndsHere() {
  constexpr size_t kLooked = 64;
  Have(kLooked);
  std::string_view rest = std::string_view(buffer_).substr(at_, kLooked);
  if (rest.starts_with("\r\n\r\n") || rest.starts_with("\n\n")) return true;
  while (!rest.empty() && (ascii::IsSpace(rest[0]) || rest[0] == '\0')) rest.remove_prefix(1);
  return rest.empty() || IsVersionLine(rest);
}

bool WarcReader::AtRecord() {
  Have(16);
  return IsVersionLine(std::string_view(buffer_).substr(at_, 16));
}

// What is left to say where nothing more can be had: of a break, once; of the end, nothing.
std::optional<Error> WarcReader::EndOfStretch() {
  if (!broken_) return std::nullopt;
  Error error{"broken_record", "the compressed data are broken" + Place()};
  if (stream_.cut()) error = {"truncated", "the file ends within a record" + Place()};
  broken_ = false;
  stream_.Recover();
  return error;
}

// Passes over what is no record, to the next one.
Error WarcReader::SkipToRecord(std::string why) {
  Error error{"broken_record", why + Place()};
  while (Have(1) && !AtRecord()) {
    const size_t found = buffer_.find(kVersion, at_ + 1);
    const size_t end = buffer_.size();
    Take((found == std::string::npos ? std::max(end - std::min(end, kVersion.size()), at_ + 1) : found) -
         at_);
  }
  // Up to a break it was a part of what is broken.
  if (!Have(1) && broken_) return *EndOfStretch();
  return error;
}

std::optional<Result<WarcRecord>> WarcReader::Next() {
  SkipBlank();
  if (!Have(1)) {
    if (std::optional<Error> error = EndOfStretch()) return tl::unexpected(std::move(*error));
    return std::nullopt;
  }
  if (!AtRecord()) return tl::unexpected(SkipToRecord("there is something that is no record"));
  return ReadRecord();
}

Result<void> WarcReader::ReadFields(WarcRecord& record) {
  // The fields end with the first empty line.
  size_t size = 0;
  for (size_t line = at_;;) {
    size_t end = buffer_.find('\n', line);
    const size_t seen = (end == std::string::npos ? buffer_.size() : end) - at_;
    if (seen > kMaxFields) {
      Take(1);
      return tl::unexpected(SkipToRecord("a record's fields do not end"));
    }
    if (end == std::string::npos) {
      const size_t from = line - at_;
      if (!Have(buffer_.size() - at_ + 1)) break;
      line = at_ + from;  // the buffer may have moved
      continue;
    }
    const bool empty = end == line || (end == line + 1 && buffer_[line] == '\r');
    line = end + 1;
    if (empty) {
      size = line - at_;
      break;
    }
  }
  if (size == 0) {
    const std::string place = Place();
    Take(buffer_.size() - at_);
    if (auto error = EndOfStretch()) return tl::unexpected(std::move(*error));
    return Fail("truncated", "the file ends within the record" + place);
  }
  std::string_view lines = std::string_view(buffer_).substr(at_, size);
  record.fields = TakeHeaderLines(lines);  // the version line has no colon and is left out
  Take(size);
  return {};
}

Result<WarcRecord> WarcReader::ReadRecord() {
  WarcRecord record;
  record.where =
      stream_.compressed() ? WarcLocation{member_.file, taken_ - member_.content} : WarcLocation{Offset(), 0};
  const std::string place = Place();
  if (Result<void> fields = ReadFields(record); !fields) return tl::unexpected(fields.error());
  const std::string_view text = record.Field("content-length");
  uint64_t length = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (error != std::errc() || end != text.data() + text.size() || text.empty()) {
    SkipToRecord("");
    return Fail("broken_record", "the record" + place + " has no Content-Length");
  }
  if (length > max_block_) return tl::unexpected(PassOver(length));
  return ReadBlock(std::move(record), length);
}

Error WarcReader::PassOver(uint64_t length) {
  Error error{"too_large", "the record" + Place() + " has a block of " + std::to_string(length) + " bytes"};
  for (uint64_t left = length; left > 0 && Have(1);) {
    const size_t step = static_cast<size_t>(std::min<uint64_t>(left, buffer_.size() - at_));
    Take(step);
    left -= step;
  }
  return error;
}

Result<WarcRecord> WarcReader::ReadBlock(WarcRecord record, uint64_t length) {
  const std::string place = " at byte " + std::to_string(record.where.member);
  const bool whole = Have(length);
  // A record that claims more than it has would swallow those behind it.
  const std::string_view content = std::string_view(buffer_).substr(at_);
  for (const Member& member : members_) {
    const uint64_t from = member.content - taken_;
    if (from >= length || !IsVersionLine(content.substr(static_cast<size_t>(from), 16))) continue;
    Take(static_cast<size_t>(from));
    return Fail("broken_record", "the record" + place + " is shorter than its Content-Length");
  }
  if (!whole) {
    const size_t next = content.find("\r\n\r\nWARC/");
    Take(next == std::string_view::npos ? content.size() : next);
    if (next != std::string_view::npos)
      return Fail("broken_record", "the record" + place + " is shorter than its Content-Length");
    if (auto error = EndOfStretch()) return tl::unexpected(std::move(*error));
    return Fail("truncated", "the file ends within the record" + place);
  }
  record.block.assign(content.substr(0, static_cast<size_t>(length)));
  Take(static_cast<size_t>(length));
  const bool ends = EndsHere();
  // The checksum at the end of the record's own gzip member is wrong.
  if (broken_ && stream_.member() == record.where.member && members_.empty())
    return tl::unexpected(*EndOfStretch());
  if (ends || CheckDigest(record.Field("warc-block-digest"), record.block) == DigestCheck::kMatches)
    return record;
  // What follows is no record, so the length is wrong. The next record may lie within the block.
  const size_t next = record.block.find("\r\n\r\nWARC/");
  if (next == std::string::npos) {
    SkipToRecord("");
    return Fail("broken_record", "the record" + place + " is longer than its Content-Length");
  }
  buffer_.insert(at_, record.block, next);
  taken_ -= record.block.size() - next;
  return Fail("broken_record", "the record" + place + " is shorter than its Content-Length");
}

bool IsWarcFile(const std::string& path) {
  Result<ArchiveStream> stream = ArchiveStream::Open(path);
  if (!stream) return false;
  std::string content;
  while (content.size() < kVersion.size()) {
    if (stream->Read(content) != ArchiveStream::State::kMore) break;
  }
  return content.starts_with(kVersion);
}

}  // namespace acta
