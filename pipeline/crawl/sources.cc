#include "pipeline/crawl/sources.h"

#include <toml++/toml.h>

#include <array>
#include <optional>
#include <set>

#include "pipeline/fetch/url.h"
#include "pipeline/text/toml_letters.h"

namespace acta {
namespace {

constexpr std::array<std::string_view, 5> kKinds = {"auto", "feed", "sitemap", "listing", "page"};

std::string Place(const std::string& file, const toml::source_region& region) {
  return file + ":" + std::to_string(region.begin.line) + ":" + std::to_string(region.begin.column) + ": ";
}

// "90s", "15m", "2h", "1d" in seconds.
std::optional<int64_t> Seconds(std::string_view text) {
  int64_t value = 0;
  size_t digits = 0;
  for (; digits < text.size() && digits < 9 && text[digits] >= '0' && text[digits] <= '9'; ++digits) {
    value = value * 10 + (text[digits] - '0');
  }
  std::string_view unit = text.substr(digits);
  if (digits == 0 || unit.size() != 1) return std::nullopt;
  switch (unit[0]) {
    case 's':
      return value;
    case 'm':
      return value * 60;
    case 'h':
      return value * 3600;
    case 'd':
      return value * 86400;
    default:
      return std::nullopt;
  }
}

std::string Duration(int64_t seconds) {
  if (seconds % 86400 == 0) return std::to_string(seconds / 86400) + "d";
  if (seconds % 3600 == 0) return std::to_string(seconds / 3600) + "h";
  if (seconds % 60 == 0) return std::to_string(seconds / 60) + "m";
  return std::to_string(seconds) + "s";
}

// Reads one [[source]] table, key by key, so that a key it does not know is seen.
class SourceReader {
 public:
  SourceReader(const std::string& file) : file_(file) {}

  Result<Source> Read(const toml::table& table) {
    Source source;
    for (const auto& [key, node] : table) {
      if (std::optional<std::string> wrong = Take(source, key.str(), node)) {
        return Fail("config", Place(file_, node.source()) + *wrong);
      }
    }
    if (source.name.empty()) return Fail("config", Place(file_, table.source()) + "a source needs a name");
    Result<Url> url = ParseUrl(source.url);
    if (!url)
      return Fail("config", Place(file_, table.source()) + "source '" + Printable(source.name) +
                                "': " + url.error().message);
    return source;
  }

 private:
  // What is wrong with the value, or nullopt.
  static std::optional<std::string> Take(Source& source, std::string_view key, const toml::node& node) {
    std::optional<std::string> text = node.value_exact<std::string>();
    std::optional<bool> flag = node.value_exact<bool>();
    auto need = [&](const char* what) { return "'" + std::string(key) + "' must be " + what; };
    if (key == "name" || key == "url" || key == "language") {
      if (!text) return need("a string");
      (key == "name" ? source.name : key == "url" ? source.url : source.language) = *text;
    } else if (key == "body" || key == "title" || key == "date") {
      if (!text || text->empty()) return need("a selector: \"div#content .text\"");
      (key == "body" ? source.body : key == "title" ? source.title : source.date) = *text;
    } else if (key == "enabled" || key == "tls_exception") {
      if (!flag) return need("true or false");
      (key == "enabled" ? source.enabled : source.tls_exception) = *flag;
    } else if (key == "kind") {
      size_t kind = 0;
      while (kind < kKinds.size() && (!text || kKinds[kind] != *text)) ++kind;
      if (kind == kKinds.size()) return need("one of auto, feed, sitemap, listing, page");
      source.kind = static_cast<SourceKind>(kind);
    } else if (key == "every" || key == "delay") {
      std::optional<int64_t> seconds = text ? Seconds(*text) : std::nullopt;
      if (!seconds) return need("a number and a unit: \"90s\", \"15m\", \"2h\", \"1d\"");
      (key == "every" ? source.every_s : source.delay_ms) = key == "every" ? *seconds : *seconds * 1000;
    } else {
      return "unknown key '" + Printable(key) + "'";
    }
    return std::nullopt;
  }

  const std::string& file_;
};

// A TOML basic string.
std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (char c : text) {
    auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      static constexpr char kHex[] = "0123456789ABCDEF";
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    } else {
      out += c;
    }
  }
  return out + "\"";
}

}  // namespace

std::string_view SourceKindName(SourceKind kind) { return kKinds[static_cast<size_t>(kind)]; }

Result<std::vector<Source>> ParseSources(std::string_view text, const std::string& file) {
  if (Result<void> fine = RequireLettersInQuotes(text, file); !fine) return tl::unexpected(fine.error());
  toml::table parsed;
  try {
    parsed = toml::parse(text);
  } catch (const toml::parse_error& error) {
    return Fail("config", Place(file, error.source()) + std::string(error.description()));
  }
  std::vector<Source> sources;
  std::set<std::string> names;
  for (const auto& [key, node] : parsed) {
    const toml::array* list = node.as_array();
    if (key.str() != "source" || list == nullptr) {
      return Fail("config",
                  Place(file, node.source()) + "expected [[source]], found '" + Printable(key.str()) + "'");
    }
    for (const toml::node& element : *list) {
      if (!element.is_table())
        return Fail("config", Place(file, element.source()) + "expected a [[source]] table");
      Result<Source> source = SourceReader(file).Read(*element.as_table());
      if (!source) return tl::unexpected(source.error());
      if (!names.insert(source->name).second) {
        return Fail("config", Place(file, element.source()) + "a second source named '" +
                                  Printable(source->name) + "'");
      }
      sources.push_back(std::move(*source));
    }
  }
  return sources;
}

std::string SourceAsToml(const Source& source) {
  std::string out = "\n[[source]]\nname = " + Quoted(source.name) + "\nurl = " + Quoted(source.url) + "\n";
  if (source.kind != SourceKind::kAuto) out += "kind = " + Quoted(SourceKindName(source.kind)) + "\n";
  if (!source.language.empty()) out += "language = " + Quoted(source.language) + "\n";
  if (!source.enabled) out += "enabled = false\n";
  if (source.every_s > 0) out += "every = " + Quoted(Duration(source.every_s)) + "\n";
  if (source.delay_ms > 0) out += "delay = " + Quoted(Duration(source.delay_ms / 1000)) + "\n";
  if (source.tls_exception) out += "tls_exception = true\n";
  if (!source.body.empty()) out += "body = " + Quoted(source.body) + "\n";
  if (!source.title.empty()) out += "title = " + Quoted(source.title) + "\n";
  if (!source.date.empty()) out += "date = " + Quoted(source.date) + "\n";
  return out;
}

}  // namespace acta
