// WARC files put together by hand, right and wrong ones.
#pragma once

#include <string>
#include <vector>

#include "pipeline/archive/digest.h"
#include "pipeline/archive/inflate.h"
#include "pipeline/fetch/page_source.h"

namespace acta {

// A record in the manner of wget: fields, CRLF, WARC/1.0. `more` are further field lines with their line ends.
inline std::string RecordText(const std::string& type, const std::string& uri, const std::string& block,
                              const std::string& more = "") {
  std::string out = "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + uri + ">\r\n";
  if (!uri.empty()) out += "WARC-Target-URI: <" + uri + ">\r\n";
  out += "WARC-Date: 2024-03-21T08:15:00Z\r\n" + more;
  return out + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

inline std::string HttpText(const std::string& body,
                            const std::string& headers = "Content-Type: text/html\r\n",
                            const std::string& status = "200 OK") {
  return "HTTP/1.1 " + status + "\r\n" + headers + "\r\n" + body;
}

inline std::string Html(const std::string& words) {
  return "<!DOCTYPE html><html><body>" + words + "</body></html>";
}

inline std::string Response(const std::string& uri, const std::string& words) {
  return RecordText("response", uri, HttpText(Html(words)));
}

// A gzip member for each.
inline std::string Members(const std::vector<std::string>& records) {
  std::string out;
  for (const std::string& record : records) out += GzipMember(record);
  return out;
}

// "URL=BODY" of pages, "URL!KIND" of refused ones; HTML without its frame.
inline std::vector<std::string> Summary(PageSource& source) {
  std::vector<std::string> lines;
  while (std::optional<SourcedPage> next = source.Next()) {
    if (!next->page) {
      lines.push_back(next->source.substr(next->source.rfind('/') + 1) + "!" + next->page.error().kind);
      continue;
    }
    std::string bytes = next->page->bytes;
    const std::string frame = Html("");
    const size_t head = frame.find("</body>");
    if (bytes.starts_with(frame.substr(0, head))) bytes = bytes.substr(head, bytes.size() - frame.size());
    lines.push_back(next->source.substr(next->source.rfind('/') + 1) + "=" + bytes);
  }
  return lines;
}

}  // namespace acta
