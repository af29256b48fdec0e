#include "tests/soak/site.h"

#include <array>

#include "pipeline/archive/inflate.h"
#include "pipeline/text/hash.h"

namespace acta::soak {
namespace {

uint64_t Number(int host, int page) {
  return Mix64(static_cast<uint64_t>(host) * 1'000'003 + static_cast<uint64_t>(page));
}

// Words that are none: syllables by chance, so that no page is like another.
std::string Words(uint64_t seed, int count) {
  constexpr std::array<std::string_view, 16> kSyllables = {"ba", "đê", "gi", "hô", "ku", "la", "mê",  "ni",
                                                           "pô", "ru", "sa", "tê", "vi", "xô", "phu", "tra"};
  std::string out;
  for (int i = 0; i < count; ++i) {
    seed = Mix64(seed + 1);
    for (int syllable = 0; syllable < 3; ++syllable) out += kSyllables[seed >> (4 * syllable) & 15];
    out += i % 12 == 11 ? ". " : " ";
  }
  return out;
}

std::string Html(int host, int page) {
  const uint64_t seed = Number(host, page);
  const std::string day = std::to_string(1 + page % 28), name = Words(seed, 3);
  std::string title, lead;
  switch (page % 3) {
    case 0:
      title = "UBND tỉnh họp về " + name;
      lead =
          "<p>Sáng 5/9, đồng chí Trần Văn Bình, Chủ tịch UBND tỉnh, chủ trì cuộc họp.</p><p>Chủ tịch UBND "
          "tỉnh giao Sở "
          "Y tế báo cáo kết quả trước ngày " +
          day + "/10/2025.</p>";
      break;
    case 1:
      title = "Province reviews " + name;
      lead =
          "<p>On 5 September 2025, Tran Van Binh, Chairman of the Provincial People's Committee, chaired a "
          "meeting on the "
          "work of the year.</p><p>He asked the Department of Health to report the results before " +
          day + " October 2025, and the districts to follow the plan of the province.</p>";
      break;
    default:
      title = "В провинции обсудили " + name;
      lead =
          "<p>5 сентября 2025 года председатель Народного комитета провинции Чан Ван Бинь провёл совещание о "
          "работе "
          "года.</p><p>Он поручил Департаменту здравоохранения представить отчёт до " +
          day + " октября 2025 года.</p>";
  }
  return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + title +
         "</title><meta property=\"article:published_time\" "
         "content=\"2025-09-05T08:00:00+07:00\"></head><body><nav><a "
         "href=\"/\">x</a></nav><article><h1>" +
         title + "</h1>" + lead + "<p>" + Words(seed + 7, 60) + "</p><p>" + Words(seed + 9, 60) +
         "</p></article></body></html>";
}

std::string French() {
  return "<!DOCTYPE html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Le "
         "plan</title></head><body><article><h1>Le "
         "plan</h1><p>Le ministre a présenté hier devant les députés les grandes lignes du plan pour les "
         "écoles, qui sera "
         "discuté pendant tout le mois avec les syndicats et les associations de parents dans chaque région "
         "du pays, avant "
         "que le gouvernement ne prenne sa décision.</p></article></body></html>";
}

std::string Binary() { return std::string("\x00\x01\x02\x7f\xff\xfe\x00\x10", 8) + std::string(500, '\x03'); }

std::string Http(const std::string& status, const std::string& body,
                 const std::string& headers = "Content-Type: text/html\r\n") {
  return "HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers +
         "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

std::string Cut(const std::string& whole) { return whole.substr(0, whole.size() - 40); }

constexpr int kUnreachable = 7;  // the host whose robots.txt fails
constexpr int kNoFeed = 11;      // the host whose feed is gone

}  // namespace

std::string Site::Url(int host, std::string_view path, int port) const {
  return "http://" + Address(host) + ":" + std::to_string(port) + std::string(path);
}

std::string Site::Path(int host, int page) {
  return (FaultOf(host, page) == Fault::kRobots ? "/private/" : "/news/") + std::to_string(100'000 + page) +
         ".html";
}

Fault Site::FaultOf(int host, int page) {
  const uint64_t number = Number(host, page);
  if (number % 20 != 0) return Fault::kNone;
  return static_cast<Fault>(1 + number / 20 % static_cast<uint64_t>(Fault::kFrench));
}

std::string Site::Feed(int host, int port) const {
  std::string items;
  for (int page = 0; page < pages_of(host); ++page)
    items += "<item><link>" + Url(host, Path(host, page), port) + "</link></item>";
  return "<rss version=\"2.0\"><channel><title>t</title>" + items + "</channel></rss>";
}

Answer Site::Serve(int host, std::string_view path, int port, int times) const {
  if (path == "/robots.txt") {
    if (host == kUnreachable) return {Http("500 Broken", "")};
    return {Http("200 OK", "User-agent: *\nDisallow: /private/\n", "Content-Type: text/plain\r\n")};
  }
  if (path == "/feed.xml") {
    if (host == kNoFeed) return {Http("404 Not Found", "")};
    return {Http("200 OK", Feed(host, port), "Content-Type: application/rss+xml\r\n")};
  }
  const std::string_view query = path.substr(std::min(path.find('?'), path.size()));
  path = path.substr(0, path.size() - query.size());
  const size_t digits = path.find_last_of('/') + 1;
  const int page = std::atoi(std::string(path.substr(digits)).c_str()) - 100'000;
  if (page < 0 || page >= pages_of(host)) return {Http("404 Not Found", "")};
  const std::string html = Html(host, page), fine = Http("200 OK", html);
  const bool first = times == 1;
  switch (FaultOf(host, page)) {
    case Fault::kOnce503:
      return {first ? Http("503 Busy", "") : fine};
    case Fault::kOnce429:
      return {first ? Http("429 Slow Down", "", "Retry-After: 1\r\n") : fine};
    case Fault::kOnceReset:
      return {first ? "" : fine, 0, first};
    case Fault::kOnceTruncated:
      return {first ? Cut(fine) : fine};
    case Fault::kTwice500:
      return {times <= 2 ? Http("500 Broken", "") : fine};
    case Fault::kSlow:
      return {fine, 700};
    case Fault::kRedirect:
      if (query.empty())
        return {Http("302 Found", "", "Location: " + std::string(path) + "?utm_source=feed\r\n")};
      return {fine};
    case Fault::kGzip:
      return {Http("200 OK", GzipMember(html), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")};
    case Fault::k404:
      return {Http("404 Not Found", "no")};
    case Fault::k410:
      return {Http("410 Gone", "no")};
    case Fault::k403:
      return {Http("403 Forbidden", "no")};
    case Fault::k500:
      return {Http("500 Broken", "no")};
    case Fault::kReset:
      return {"", 0, true};
    case Fault::kTruncated:
      return {Cut(fine)};
    case Fault::kLoop:
      return {Http("302 Found", "", "Location: " + std::string(path) + "\r\n")};
    case Fault::kNoLocation:
      return {Http("302 Found", "")};
    case Fault::kBadGzip:
      return {
          Http("200 OK", "this is not gzip at all", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n")};
    case Fault::kNoHttp:
      return {"220 mail.example ESMTP\r\n"};
    case Fault::kHuge:
      return {
          "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: text/html\r\nContent-Length: "
          "99999999\r\n\r\n<html>"};
    case Fault::kEmpty:
      return {Http("200 OK", "")};
    case Fault::kBinary:
      return {Http("200 OK", Binary(), "Content-Type: text/plain\r\n")};
    case Fault::kFrench:
      return {Http("200 OK", French())};
    default:
      return {fine};
  }
}

std::optional<SourcedPage> Site::Expected(int host, int page, int port) const {
  auto failed = [&](std::string source, const char* kind) {
    SourcedPage refused;
    refused.source = std::move(source);
    refused.page = tl::unexpected(Error{kind, kind});
    return refused;
  };
  if (host == kUnreachable || host == kNoFeed) {  // no page of theirs is ever named: the feed is what fails
    if (page > 0) return std::nullopt;
    return failed(Url(host, "/feed.xml", port), host == kNoFeed ? "http_404" : "robots_unreachable");
  }
  const std::string url = Url(host, Path(host, page), port);
  SourcedPage given;
  given.source = given.page->source = given.page->url = url;
  given.page->status = 200;
  given.page->headers = {{"content-type", "text/html"}};
  given.page->bytes = Html(host, page);
  switch (FaultOf(host, page)) {
    case Fault::k404:
      return failed(url, "http_404");
    case Fault::k410:
      return failed(url, "http_410");
    case Fault::k403:
      return failed(url, "http_403");
    case Fault::k500:
      return failed(url, "http_5xx");
    case Fault::kReset:
      return failed(url, "reset");
    case Fault::kTruncated:
      return failed(url, "truncated");
    case Fault::kLoop:
      return failed(url, "redirect_loop");
    case Fault::kNoLocation:
      return failed(url, "bad_redirect");
    case Fault::kBadGzip:
      return failed(url, "bad_encoding");
    case Fault::kNoHttp:
      return failed(url, "bad_response");
    case Fault::kRobots:
      return failed(url, "robots_disallowed");
    case Fault::kHuge:
      return failed(url, "too_large");
    case Fault::kEmpty:
      given.page->bytes.clear();
      return given;
    case Fault::kBinary:
      given.page->bytes = Binary();
      given.page->headers = {{"content-type", "text/plain"}};
      return given;
    case Fault::kFrench:
      given.page->bytes = French();
      return given;
    default:
      return given;
  }
}

}  // namespace acta::soak
