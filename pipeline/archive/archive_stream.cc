#include "pipeline/archive/archive_stream.h"

#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <string_view>

namespace acta {
namespace {

constexpr size_t kPiece = 64 * 1024;
constexpr std::string_view kMagic = "\x1f\x8b\x08";  // gzip, deflated

}  // namespace

void ArchiveStream::EndInflate::operator()(z_stream_s* stream) const {
  inflateEnd(stream);
  delete stream;
}

ArchiveStream::ArchiveStream() = default;
ArchiveStream::~ArchiveStream() = default;
ArchiveStream::ArchiveStream(ArchiveStream&&) noexcept = default;
ArchiveStream& ArchiveStream::operator=(ArchiveStream&&) noexcept = default;

Result<ArchiveStream> ArchiveStream::Open(const std::string& path, uint64_t offset) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) return Fail("not_found", "no such file");
  if (!std::filesystem::is_regular_file(status)) return Fail("unreadable", "it is no file");
  ArchiveStream stream;
  stream.file_.reset(std::fopen(path.c_str(), "rb"));
  const bool there =
      stream.file_ && (offset == 0 || fseeko(stream.file_.get(), static_cast<off_t>(offset), SEEK_SET) == 0);
  if (!there) return Fail("unreadable", "it cannot be read");
  stream.base_ = stream.member_ = offset;
  stream.Fill();
  if (stream.AtMagic()) {
    auto inflater = std::make_unique<z_stream_s>();
    if (inflateInit2(inflater.get(), 15 + 16) != Z_OK) return Fail("internal", "zlib cannot start");
    stream.inflater_.reset(inflater.release());
  }
  return stream;
}

bool ArchiveStream::Fill() {
  raw_.erase(0, at_);
  base_ += at_;
  at_ = 0;
  const size_t before = raw_.size();
  raw_.resize(before + kPiece);
  const size_t got = std::fread(raw_.data() + before, 1, kPiece, file_.get());
  raw_.resize(before + got);
  return got > 0;
}

bool ArchiveStream::AtMagic() const { return std::string_view(raw_).substr(at_).starts_with(kMagic); }

ArchiveStream::State ArchiveStream::Read(std::string& out) {
  if (broken_) return State::kBroken;
  member_began_ = false;
  if (at_ == raw_.size() && !Fill()) {
    if (!within_ || !inflater_) return State::kEnd;
    within_ = false;
    broken_ = cut_ = true;
    return State::kBroken;
  }
  if (inflater_) return Inflate(out);
  member_began_ = base_ == 0 && at_ == 0;
  out.append(raw_, at_);
  at_ = raw_.size();
  return State::kMore;
}

ArchiveStream::State ArchiveStream::Inflate(std::string& out) {
  if (!within_) {
    if (raw_.size() - at_ < kMagic.size()) Fill();
    member_ = offset();
    if (!AtMagic()) {  // zeros at the end of a tape, or something that does not belong here
      broken_ = true;
      cut_ = kMagic.starts_with(std::string_view(raw_).substr(at_));
      return State::kBroken;
    }
    inflateReset(inflater_.get());
    within_ = member_began_ = true;
  }
  const size_t before = out.size();
  out.resize(before + kPiece);
  inflater_->next_in = reinterpret_cast<Bytef*>(raw_.data() + at_);
  inflater_->avail_in = static_cast<uInt>(raw_.size() - at_);
  inflater_->next_out = reinterpret_cast<Bytef*>(out.data() + before);
  inflater_->avail_out = kPiece;
  const int status = inflate(inflater_.get(), Z_NO_FLUSH);
  at_ = raw_.size() - inflater_->avail_in;
  out.resize(before + kPiece - inflater_->avail_out);
  if (status == Z_STREAM_END) within_ = false;
  if (status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR) return State::kMore;
  broken_ = true;
  return State::kBroken;
}

void ArchiveStream::Recover() {
  broken_ = within_ = cut_ = false;
  if (!inflater_) return;
  // From the beginning of the broken member on: what was taken for its data may be the member after it.
  base_ = member_ + 1;
  raw_.clear();
  at_ = 0;
  if (fseeko(file_.get(), static_cast<off_t>(base_), SEEK_SET) != 0) return;
  while (Fill()) {
    const size_t found = raw_.find(kMagic);
    at_ = found != std::string::npos ? found : raw_.size() - std::min(raw_.size(), kMagic.size() - 1);
    if (found != std::string::npos) return;
  }
  at_ = raw_.size();
}

}  // namespace acta
