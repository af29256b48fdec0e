#include <set>

#include "pipeline/crawl/sources.h"
#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/url.h"
#include "pipeline/fetch/xml.h"

namespace acta {
namespace {

std::string_view TrimmedAttribute(const XmlAttributes& attributes, std::string_view name) {
  for (const auto& [key, value] : attributes) {
    if (ascii::EqualsIgnoreCase(key, name)) return ascii::Trim(value);
  }
  return {};
}

class OpmlReader : public XmlHandler {
 public:
  bool Start(std::string_view name, const XmlAttributes& attributes) override {
    if (ascii::EqualsIgnoreCase(name, "opml")) is_opml_ = true;
    if (is_opml_ && ascii::EqualsIgnoreCase(name, "outline")) Outline(attributes);
    return true;
  }
  void End(std::string_view) override {}
  void Text(std::string_view) override {}

  bool is_opml() const { return is_opml_; }
  Subscriptions Take() { return std::move(found_); }

 private:
  void Outline(const XmlAttributes& attributes) {
    std::string_view address = TrimmedAttribute(attributes, "xmlUrl");
    if (address.empty() && TrimmedAttribute(attributes, "type").empty()) return;  // a folder
    Result<Url> url = ParseUrl(address);
    if (!url) {
      ++found_.rejected;
      return;
    }
    if (!urls_.insert(IdentityKey(*url)).second) return;
    std::string title = PlainTextOfHtml(TrimmedAttribute(attributes, "title"));
    if (title.empty()) title = PlainTextOfHtml(TrimmedAttribute(attributes, "text"));
    Source source;
    source.name = Unique(title.empty() ? url->host : title);
    source.url = url->ToString();
    source.kind = SourceKind::kFeed;
    source.language = TrimmedAttribute(attributes, "language");
    found_.sources.push_back(std::move(source));
  }

  std::string Unique(const std::string& name) {
    std::string unique = name;
    for (int i = 2; !names_.insert(unique).second; ++i) unique = name + " " + std::to_string(i);
    return unique;
  }

  Subscriptions found_;
  std::set<std::string> names_, urls_;
  bool is_opml_ = false;
};

// For an attribute between double quotes; what XML cannot hold becomes a space.
std::string XmlEscaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

}  // namespace

Result<Subscriptions> ParseOpml(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  OpmlReader strict;
  Result<bool> read = ReadXml(bytes, strict);
  if (read && strict.is_opml()) return strict.Take();
  OpmlReader lenient;
  ReadBrokenXml(bytes, lenient);
  if (!lenient.is_opml()) {
    return Fail("bad_opml", "no OPML subscription list: " +
                                (read ? std::string("no <opml> element") : read.error().message));
  }
  return lenient.Take();
}

std::string SourcesAsOpml(const std::vector<Source>& sources) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\">\n"
      "<head><title>acta sources</title></head>\n<body>\n";
  for (const Source& source : sources) {
    const std::string name = XmlEscaped(source.name);
    out += "<outline type=\"rss\" text=\"" + name + "\" title=\"" + name + "\" xmlUrl=\"" +
           XmlEscaped(source.url) + '"';
    if (!source.language.empty()) out += " language=\"" + XmlEscaped(source.language) + '"';
    out += "/>\n";
  }
  return out + "</body>\n</opml>\n";
}

}  // namespace acta
