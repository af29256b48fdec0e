#include <openssl/sha.h>

#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/page_source.h"
#include "pipeline/fetch/url.h"

namespace acta {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::string_view kSidecarEnd = ".json";

Result<std::string> ReadFile(const fs::path& path, size_t max_bytes) {
  std::error_code error;
  fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) return Fail("not_found", "no such file");
  // A pipe would keep the run waiting, a device may never end.
  if (!fs::is_regular_file(status)) return Fail("unreadable", "it is no file; - reads standard input");
  const uintmax_t size = fs::file_size(path, error);
  if (!error && size > max_bytes) {
    return Fail("too_large", std::to_string(size) + " bytes, more than " + std::to_string(max_bytes));
  }
  std::ifstream in(path, std::ios::binary);
  std::string bytes;
  char piece[1 << 16];
  while (in.read(piece, sizeof piece) || in.gcount() > 0) {
    bytes.append(piece, static_cast<size_t>(in.gcount()));
    if (bytes.size() > max_bytes)
      return Fail("too_large", "more than " + std::to_string(max_bytes) + " bytes");
  }
  if (!in.is_open() || in.bad()) return Fail("unreadable", "it cannot be read");
  return bytes;
}

fs::path SidecarOf(const fs::path& file) { return file.string() + std::string(kSidecarEnd); }

Result<Page> ReadSidecar(const fs::path& path, Page page) {
  Result<std::string> text = ReadFile(path, 1 << 20);
  if (!text) return tl::unexpected(text.error());
  Json json = Json::parse(*text, nullptr, /*allow_exceptions=*/false);
  auto is_pair = [](const Json& h) {
    return h.is_array() && h.size() == 2 && h[0].is_string() && h[1].is_string();
  };
  auto at = [&](const char* key) { return json.is_object() && json.contains(key) ? json[key] : Json(); };
  if (!json.is_object() || !at("url").is_string()) {
    return Fail("bad_sidecar",
                path.string() + ": no JSON object with a \"url\"; written by acta fetch --save?");
  }
  page.url = at("url").get<std::string>();
  if (at("status").is_number_integer()) page.status = at("status").get<int>();
  if (at("fetched_at").is_number_integer()) page.fetched_at = at("fetched_at").get<int64_t>();
  if (at("tls_unverified").is_boolean()) page.tls_unverified = at("tls_unverified").get<bool>();
  for (const Json& header : at("headers")) {
    if (is_pair(header))
      page.headers.emplace_back(ascii::Lower(header[0].get<std::string>()), header[1].get<std::string>());
  }
  return page;
}

Result<Page> ReadSavedPage(const fs::path& path, size_t max_bytes) {
  Result<std::string> bytes = ReadFile(path, max_bytes);
  if (!bytes) return tl::unexpected(bytes.error());
  Page page;
  page.source = path.string();
  page.bytes = std::move(*bytes);
  std::error_code error;
  if (!fs::exists(SidecarOf(path), error)) return page;
  return ReadSidecar(SidecarOf(path), std::move(page));
}

class Files : public PageSource {
 public:
  Files(std::vector<std::string> paths, size_t max_bytes)
      : inputs_(paths.begin(), paths.end()), max_bytes_(max_bytes) {}

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    if (stop.stop_requested()) return std::nullopt;
    if (files_.empty()) {
      if (inputs_.empty()) return std::nullopt;
      input_ = std::move(inputs_.front());
      inputs_.pop_front();
      if (std::optional<Error> error = Open())
        return SourcedPage{input_, input_, tl::unexpected(std::move(*error))};
    }
    fs::path file = std::move(files_.front());
    files_.pop_front();
    return SourcedPage{input_, file.string(), ReadSavedPage(file, max_bytes_)};
  }

 private:
  // Fills files_ from input_: the file itself, or the files of the folder.
  std::optional<Error> Open() {
    std::error_code error;
    if (!fs::is_directory(input_, error)) {
      files_.emplace_back(input_);
      return std::nullopt;
    }
    Result<std::vector<std::string>> pages = FilesBelow(input_, IsPageFile);
    if (!pages) return pages.error();
    if (pages->empty()) return Error{"empty_folder", input_ + ": no file in this folder"};
    files_.assign(pages->begin(), pages->end());
    return std::nullopt;
  }

  std::deque<std::string> inputs_;
  std::string input_;
  std::deque<fs::path> files_;
  size_t max_bytes_;
};

std::string FileNameOf(const Page& page) {
  std::string key = page.url.empty() ? page.source : page.url;
  std::string host = "page";
  if (Result<Url> url = ParseUrl(key)) {
    key = IdentityKey(*url);
    host = url->host;
  }
  for (char& c : host) {
    if (!ascii::IsAlpha(c) && !ascii::IsDigit(c) && c != '.' && c != '-') c = '_';
  }
  unsigned char digest[SHA256_DIGEST_LENGTH];
  SHA256(reinterpret_cast<const unsigned char*>(key.data()), key.size(), digest);
  std::string hash;
  for (int i = 0; i < 8; ++i) {
    hash += "0123456789abcdef"[digest[i] >> 4];
    hash += "0123456789abcdef"[digest[i] & 15];
  }
  return host.substr(0, 100) + "-" + hash + ".html";
}

// By way of a temporary name, so that a reader never sees half a file.
std::optional<Error> WriteFile(const fs::path& path, std::string_view bytes) {
  fs::path temporary = path.parent_path() / ("." + path.filename().string() + ".part");
  std::error_code error;
  {
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) {
      fs::remove(temporary, error);
      return Error{"unwritable", path.string() + ": cannot be written"};
    }
  }
  fs::rename(temporary, path, error);
  if (error) return Error{"unwritable", path.string() + ": " + error.message()};
  return std::nullopt;
}

}  // namespace

std::unique_ptr<PageSource> FileSource(std::vector<std::string> paths, size_t max_bytes) {
  return std::make_unique<Files>(std::move(paths), max_bytes);
}

bool IsSidecar(const std::string& path) {
  if (!path.ends_with(kSidecarEnd)) return false;
  std::error_code error;
  return fs::is_regular_file(path.substr(0, path.size() - kSidecarEnd.size()), error);
}

bool IsPageFile(const std::string& path) {
  static constexpr std::string_view kEndings[] = {"",     ".html", ".htm",  ".xhtml", ".shtml",
                                                  ".txt", ".php",  ".aspx", ".asp",   ".jsp"};
  if (IsSidecar(path)) return false;
  std::error_code ignored;
  if (fs::exists(SidecarOf(path), ignored)) return true;
  const std::string ending = ascii::Lower(fs::path(path).extension().string());
  return std::find(std::begin(kEndings), std::end(kEndings), ending) != std::end(kEndings);
}

Result<std::vector<std::string>> FilesBelow(const std::string& folder,
                                            const std::function<bool(const std::string& path)>& wanted) {
  std::vector<fs::path> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
  while (!error && entry != end) {
    bool hidden = entry->path().filename().string().starts_with('.');
    std::error_code ignored;
    if (hidden && entry->is_directory(ignored)) entry.disable_recursion_pending();
    if (!hidden && entry->is_regular_file(ignored) && wanted(entry->path().string()))
      files.push_back(entry->path());
    entry.increment(error);
  }
  if (error) return Fail("unreadable", error.message());
  std::sort(files.begin(), files.end());
  return std::vector<std::string>(files.begin(), files.end());
}

Result<std::string> SavePage(const Page& page, const std::string& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return Fail("unwritable", folder + ": " + error.message());
  Json headers = Json::array();
  for (const auto& [name, value] : page.headers) headers.push_back({name, value});
  Json sidecar = {{"url", page.url},
                  {"source", page.source},
                  {"status", page.status},
                  {"headers", headers},
                  {"fetched_at", page.fetched_at},
                  {"bytes", page.bytes.size()},
                  {"tls_unverified", page.tls_unverified}};
  fs::path file = fs::path(folder) / FileNameOf(page);
  // The bytes last: a page is there only when its sidecar is.
  std::string text = sidecar.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
  if (auto failed = WriteFile(SidecarOf(file), text)) return tl::unexpected(*failed);
  if (auto failed = WriteFile(file, page.bytes)) return tl::unexpected(*failed);
  return file.string();
}

}  // namespace acta
