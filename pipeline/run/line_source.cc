#include "pipeline/run/line_source.h"

#include <oneapi/tbb/parallel_for.h>
#include <oneapi/tbb/task_arena.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "pipeline/store/keys.h"
#include "schemas/json.h"

namespace acta {
namespace {

constexpr size_t kMaxLine = 64 << 20;
constexpr size_t kPart = 64 << 10;   // of a line that is read at once
constexpr size_t kChunk = 16 << 20;  // of lines that are looked at together

class Lines : public PageSource {
 public:
  Lines(std::string path, LineOrder order) : path_(std::move(path)), order_(order), part_(kPart, char{}) {}

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    if (ended_ || stop.stop_requested()) return std::nullopt;
    if (!in_.is_open()) {
      if (std::optional<Error> error = Open(stop)) return End(std::move(*error));
    }
    std::string line;
    while (NextLine(line)) {
      if (line.size() > kMaxLine) return End({"too_large", "a line of more than 64 MiB"});
      if (IsBlank(line)) continue;
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
  struct Place {
    int64_t key;
    size_t number;  // of the line, from 1
    std::streamoff begin;
  };

  struct Origin {
    Place place;
    std::string source, page;  // of the article; empty when they are not known
  };

  static bool IsBlank(const std::string& line) { return line.find_first_not_of(" \t\r") == line.npos; }

  std::optional<Error> Open(const std::stop_token& stop) {
    std::error_code error;
    const auto status = std::filesystem::status(path_, error);
    if (!std::filesystem::exists(status)) return Error{"not_found", "no such file"};
    in_.open(path_, std::ios::binary);
    if (!in_ || std::filesystem::is_directory(status)) return Error{"unreadable", "it cannot be read"};
    if (order_ == LineOrder::kOfKeys && std::filesystem::is_regular_file(status)) places_ = Places(stop);
    return {};
  }

  // Where the lines are, in the order of their keys. One that is too long is the last.
  std::vector<Place> Places(const std::stop_token& stop) {
    std::vector<Place> places;
    std::unordered_map<std::string, int64_t> keys;  // of the first line of a source or a page
    for (std::vector<Origin> some = Origins(stop); !some.empty(); some = Origins(stop)) {
      for (Origin& one : some) {
        const auto source = keys.find(one.source), page = keys.find(one.page);
        if (source != keys.end())
          one.place.key = source->second;
        else if (page != keys.end())
          one.place.key = page->second;
        if (!one.source.empty()) keys.emplace(std::move(one.source), one.place.key);
        if (!one.page.empty()) keys.emplace(std::move(one.page), one.place.key);
        places.push_back(one.place);
      }
    }
    std::ranges::stable_sort(places, {}, &Place::key);
    in_.clear();
    return places;
  }

  // Reads lines, as many as fit in kChunk, and says of each where it is and what it is ordered by; none at the end.
  std::vector<Origin> Origins(const std::stop_token& stop) {
    std::vector<Origin> origins;
    std::vector<std::string> lines;
    std::string line;
    for (size_t bytes = 0; bytes < kChunk && !stop.stop_requested() && Read(line); bytes += line.size()) {
      if (!IsBlank(line)) {
        origins.push_back({{-1, number_, begin_}, {}, {}});
        lines.push_back(line);
      }
      begin_ += static_cast<std::streamoff>(line.size()) + 1;
      if (line.size() > kMaxLine) in_.setstate(std::ios::eofbit);
    }
    tbb::this_task_arena::isolate([&] {
      tbb::parallel_for(size_t{0}, lines.size(), [&](size_t n) { SetOrigin(lines[n], origins[n]); });
    });
    return origins;
  }

  static void SetOrigin(const std::string& line, Origin& origin) {
    if (line.size() > kMaxLine) {
      origin.place.key = std::numeric_limits<int64_t>::max();
    } else if (std::optional<Article> article = ArticleOfLine(line)) {
      origin.place.key = ArticleKey(*article);
      origin.source = std::move(article->source);
      origin.page = std::move(article->url);
    }
  }

  bool NextLine(std::string& line) {
    if (!places_) return Read(line);
    if (next_ == places_->size()) return false;
    const Place& place = (*places_)[next_++];
    in_.clear();
    in_.seekg(place.begin);
    number_ = place.number - 1;
    return Read(line);
  }

  // Like std::getline, but stops where a line is too long.
  bool Read(std::string& line) {
    line.clear();
    ++number_;
    while (in_.good() && line.size() <= kMaxLine) {
      in_.getline(part_.data(), static_cast<std::streamsize>(part_.size()));
      const auto count = static_cast<size_t>(in_.gcount());
      const bool full = in_.fail() && !in_.eof();  // no line end within the part
      line.append(part_.data(), full || in_.eof() ? count : count - 1);
      if (!full) return !in_.eof() || !line.empty();
      in_.clear();
    }
    return !line.empty();
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
  const LineOrder order_;
  std::ifstream in_;
  std::string part_;                          // of a line, as it is read
  std::optional<std::vector<Place>> places_;  // of kOfKeys
  size_t next_ = 0;                           // of places_
  std::streamoff begin_ = 0;                  // of the line after the last one of Origins
  size_t number_ = 0, lines_ = 0;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<PageSource> LineSource(const std::string& path, LineOrder order) {
  return std::make_unique<Lines>(path, order);
}

}  // namespace acta
