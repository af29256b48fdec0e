#include "pipeline/run/line_source.h"

#include <filesystem>
#include <fstream>
#include <utility>

namespace acta {
namespace {

constexpr size_t kMaxLine = 64 << 20;

class Lines : public PageSource {
 public:
  explicit Lines(std::string path) : path_(std::move(path)) {}

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    if (ended_ || stop.stop_requested()) return std::nullopt;
    if (number_ == 0) {
      std::error_code error;
      const auto status = std::filesystem::status(path_, error);
      if (!std::filesystem::exists(status)) return End({"not_found", "no such file"});
      in_.open(path_, std::ios::binary);
      if (!in_ || std::filesystem::is_directory(status)) return End({"unreadable", "it cannot be read"});
    }
    std::string line;
    while (Read(line)) {
      if (line.size() > kMaxLine) return End({"too_large", "a line of more than 64 MiB"});
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      ++lines_;
      SourcedPage page = Named(path_ + ":" + std::to_string(number_));
      page.page->source = page.source;
      page.page->headers = {{"content-type", std::string(kExtractedLine)}};
      page.page->bytes = std::move(line);
      return page;
    }
    if (lines_ == 0) return End({"empty_file", "there is no line in it"});
    ended_ = true;
    return std::nullopt;
  }

 private:
  // Like std::getline, but stops where a line is too long.
  bool Read(std::string& line) {
    line.clear();
    ++number_;
    std::streambuf* bytes = in_.rdbuf();
    constexpr int kEnd = std::char_traits<char>::eof();
    for (int c = bytes->sbumpc(); c != '\n'; c = bytes->sbumpc()) {
      if (c == kEnd) return !line.empty();
      line += static_cast<char>(c);
      if (line.size() > kMaxLine) return true;
    }
    return true;
  }

  SourcedPage Named(std::string source) const {
    SourcedPage page;
    page.input = path_;
    page.source = std::move(source);
    return page;
  }

  SourcedPage End(Error error) {
    ended_ = true;
    SourcedPage refused = Named(path_);
    refused.page = tl::unexpected(std::move(error));
    return refused;
  }

  const std::string path_;
  std::ifstream in_;
  size_t number_ = 0, lines_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<PageSource> LineSource(const std::string& path) { return std::make_unique<Lines>(path); }

}  // namespace acta
