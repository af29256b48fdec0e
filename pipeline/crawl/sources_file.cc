#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "pipeline/crawl/sources.h"
#include "pipeline/fetch/url.h"

namespace acta {
namespace {

constexpr uintmax_t kMaxBytes = 4 << 20;

Result<std::string> ReadText(const std::string& path) {
  std::error_code error;
  const uintmax_t size = std::filesystem::file_size(path, error);
  if (!error && size > kMaxBytes) return Fail("config", path + ": over 4 MiB, that is no list of sources");
  std::ifstream in(path, std::ios::binary);
  if (error || !in) {
    return Fail("config", path + ": cannot be read (" + (error ? error.message() : std::strerror(errno)) +
                              "); \"acta sources add URL\" makes one");
  }
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

Result<std::vector<Source>> LoadSources(const std::string& path) {
  Result<std::string> text = ReadText(path);
  if (!text) return tl::unexpected(text.error());
  return ParseSources(*text, path);
}

Result<void> AppendSources(const std::string& path, const std::vector<Source>& sources) {
  std::string text;
  if (std::filesystem::exists(path)) {
    Result<std::string> old = ReadText(path);
    if (!old) return tl::unexpected(old.error());
    text = std::move(*old);
    if (!text.empty() && text.back() != '\n') text += '\n';
  }
  for (const Source& source : sources) {
    std::string block = SourceAsToml(source);
    text += text.empty() ? block.substr(1) : block;
  }
  if (Result<std::vector<Source>> read = ParseSources(text, path); !read) return tl::unexpected(read.error());
  const std::string beside = path + ".new";
  std::ofstream out(beside, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  if (!out || std::rename(beside.c_str(), path.c_str()) != 0) {
    std::string why = std::strerror(errno);
    std::remove(beside.c_str());
    return Fail("unwritable", path + ": " + why);
  }
  return {};
}

std::string FreeSourceName(const std::string& wish, const std::vector<Source>& sources) {
  std::string base = wish;
  if (Result<Url> url = ParseUrl(wish))
    base = url->host.starts_with("www.") ? url->host.substr(4) : url->host;
  auto taken = [&](const std::string& name) {
    return std::any_of(sources.begin(), sources.end(), [&](const Source& s) { return s.name == name; });
  };
  std::string name = base;
  for (int i = 2; taken(name); ++i) name = base + "-" + std::to_string(i);
  return name;
}

}  // namespace acta
