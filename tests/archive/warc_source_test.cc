// Files of other programs as a source of pages. The forms are those that wget, Heritrix and warcio write.
#include "pipeline/archive/warc_source.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>

#include "tests/archive/warc_text.h"
#include "tests/fetch/hostile_server.h"
#include "tests/store/temp_folder.h"

namespace acta {
namespace {

using testing::ElementsAre;

class Source : public testing::Test {
 protected:
  std::string Write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_.path(name), std::ios::binary) << bytes;
    return folder_.path(name);
  }
  std::vector<std::string> Pages(const std::string& bytes) {
    return Summary(*WarcSource({Write("x.warc", bytes)}));
  }
  TempFolder folder_;
};

TEST_F(Source, PagesOfAFileOfWget) {
  const std::string body = Html("in pieces");
  const std::string chunks = "10\r\n" + body.substr(0, 16) + "\r\n100\r\n";
  const std::string file = Members(
      {RecordText("warcinfo", "", "software: Wget/1.21.3 (linux-gnu)\r\nformat: WARC File Format 1.0\r\n"),
       RecordText("request", "http://h/a", "GET /a HTTP/1.1\r\nHost: h\r\n\r\n"),
       RecordText("response", "http://h/robots.txt",
                  HttpText("User-agent: *", "Content-Type: text/plain\r\n")),
       Response("http://h/a", "first"),
       RecordText("response", "http://h/moved", HttpText("", "Location: /a\r\n", "301 Moved")),
       RecordText("response", "http://h/gone",
                  HttpText("no", "Content-Type: text/html\r\n", "404 Not Found")),
       RecordText("response", "http://h/logo.png", HttpText("\x89PNG", "Content-Type: image/png\r\n")),
       RecordText("response", "http://h/rss",
                  HttpText("<rss version=\"2.0\"><channel></channel></rss>", "Content-Type: text/html\r\n")),
       RecordText("response", "http://h/note.txt", HttpText("plain", "Content-Type: text/plain\r\n")),
       RecordText("response", "http://h/cut", HttpText(chunks, "Transfer-Encoding: chunked\r\n")),
       RecordText(
           "response", "http://h/zip",
           HttpText(GzipMember(Html("zipped")), "Content-Encoding: gzip\r\nContent-Type: text/html\r\n")),
       RecordText("response", "http://h/part", HttpText(Html("part")), "WARC-Truncated: length\r\n"),
       RecordText("response", "dns:h", "h. 60 IN A 203.0.113.7\n"),
       RecordText("resource", "http://h/r", Html("as it is"), "Content-Type: text/html\r\n"),
       RecordText("resource", "metadata://gnu.org/software/wget/warc/wget.log", "log",
                  "Content-Type: text/plain\r\n")});
  auto source = WarcSource({Write("w.warc.gz", file)});
  EXPECT_THAT(Summary(*source), ElementsAre("a=first", "gone!http_404", "note.txt=plain", "cut!truncated",
                                            "zip=zipped", "part!truncated", "r=as it is"));
  EXPECT_THAT(
      source->Notes(),
      ElementsAre("passed over in WARC files: 1 answers that are no text, 1 feeds, 2 records of no web page, "
                  "1 redirects and interim answers, 1 request, 1 robots.txt, 1 warcinfo"));
}

TEST_F(Source, APageHasItsUrlHeadersAndDate) {
  auto source = WarcSource({Write("x.warc", Response("http://H.example:80/a#top", "x"))});
  SourcedPage page = source->Next().value();
  EXPECT_EQ(page.page->url, "http://h.example/a");
  EXPECT_EQ(page.page->source, "http://H.example:80/a#top");
  EXPECT_EQ(page.page->status, 200);
  EXPECT_EQ(page.page->fetched_at, 1711008900);
  EXPECT_EQ(HeaderValue(page.page->headers, "content-type"), "text/html");
  EXPECT_EQ(page.input, folder_.path("x.warc"));
}

TEST_F(Source, RevisitsGiveTheBodyThatTheyRepeat) {
  const std::string digest =
      "WARC-Payload-Digest: " + LabelledDigest(Html("first"), DigestKind::kSha1) + "\r\n";
  const std::string profile =
      "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n";
  const std::string unchanged =
      "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/server-not-modified\r\n";
  const std::string original = RecordText("response", "http://h/a", HttpText(Html("first")), digest);
  const std::string by_digest = RecordText("revisit", "http://h/b", HttpText(""), profile + digest);
  const std::string by_id = RecordText("revisit", "http://h/c", HttpText(""),
                                       profile + "WARC-Refers-To: <urn:uuid:http://h/a>\r\n");
  const std::string without_block = RecordText("revisit", "http://h/d", "", profile + digest);
  const std::string not_modified =
      RecordText("revisit", "http://h/e", HttpText("", "", "304 Not Modified"), unchanged + digest);
  for (const bool compressed : {false, true}) {
    const std::vector<std::string> all = {original, by_digest, by_id, without_block, not_modified};
    std::string bytes;
    for (const std::string& record : all) bytes += record;
    EXPECT_THAT(Pages(compressed ? Members(all) : bytes),
                ElementsAre("a=first", "b=first", "c=first", "d=first"));
  }
  EXPECT_THAT(Pages(by_digest), ElementsAre("b!missing_original"));
  EXPECT_THAT(Summary(*WarcSource({Write("1.warc", original), Write("2.warc", by_digest)})),
              ElementsAre("a=first", "b=first"))
      << "from one file to the next";
}

TEST_F(Source, ARevisitWithoutADigestRepeatsWhatItNames) {
  const std::string profile =
      "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest\r\n";
  auto revisit = [&](const std::string& uri, const std::string& more) {
    return RecordText("revisit", uri, HttpText(""), profile + more);
  };
  auto digest = [](const std::string& words) {
    return "WARC-Payload-Digest: " + LabelledDigest(Html(words), DigestKind::kSha1) + "\r\n";
  };
  const std::string two = Response("http://h/a", "first") + Response("http://h/b", "second");
  EXPECT_THAT(Pages(two + revisit("http://h/c", "WARC-Refers-To: <urn:uuid:http://h/a>\r\n")),
              ElementsAre("a=first", "b=second", "c=first"));
  EXPECT_THAT(Pages(two + revisit("http://h/c", "")),
              ElementsAre("a=first", "b=second", "c!missing_original"));
  EXPECT_THAT(Pages(two + revisit("http://h/c", "WARC-Refers-To: <urn:uuid:http://h/none>\r\n")),
              ElementsAre("a=first", "b=second", "c!missing_original"));
  // Both are given and do not agree: what has the digest is what is repeated.
  const std::string known = RecordText("response", "http://h/a", HttpText(Html("first")), digest("first")) +
                            RecordText("response", "http://h/b", HttpText(Html("second")), digest("second"));
  EXPECT_THAT(
      Pages(known + revisit("http://h/c", "WARC-Refers-To: <urn:uuid:http://h/b>\r\n" + digest("first"))),
      ElementsAre("a=first", "b=second", "c=first"));
}

TEST_F(Source, BytesThatChangedAreNoPage) {
  const std::string block = HttpText(Html("first"));
  const std::string right = "WARC-Block-Digest: " + LabelledDigest(block, DigestKind::kSha1) + "\r\n";
  const std::string wrong = "WARC-Block-Digest: " + LabelledDigest("other", DigestKind::kSha1) + "\r\n";
  // wget's payload digest is over the chunks; a payload digest alone refuses nothing.
  const std::string payload = "WARC-Payload-Digest: " + LabelledDigest("other", DigestKind::kSha1) + "\r\n";
  EXPECT_THAT(Pages(RecordText("response", "http://h/a", block, right + payload)), ElementsAre("a=first"));
  EXPECT_THAT(Pages(RecordText("response", "http://h/a", block, wrong)), ElementsAre("a!bad_digest"));
}

TEST_F(Source, DamageIsAnInputOfItsOwn) {
  const std::string a = Response("http://h/a", "first"), b = Response("http://h/b", "second");
  EXPECT_THAT(Pages(a + "???\r\n" + b),
              ElementsAre("a=first", "x.warc@" + std::to_string(a.size()) + "!broken_record", "b=second"));
  EXPECT_THAT(Pages(Members({a, b}).substr(0, GzipMember(a).size() + 40)),
              ElementsAre("a=first", "x.warc@" + std::to_string(GzipMember(a).size()) + "!truncated"));
  EXPECT_THAT(Summary(*WarcSource({folder_.path("none"), Write("no.warc", "no")})),
              ElementsAre("none!not_found", "no.warc!not_warc"));
}

// wget itself, where there is one.
TEST_F(Source, ReadsWhatWgetWrites) {
  if (std::system("wget --version > /dev/null 2>&1") != 0) GTEST_SKIP() << "wget is not installed";
  HostileServer server;
  server.On("/a", Reply(200, Html("first")));
  server.On("/chunks", [](Connection& c) {
    c.Send(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\nConnection: "
        "close\r\n\r\n"
        "7\r\n<html>a\r\n8\r\n b</html\r\n1\r\n>\r\n0\r\n\r\n");
  });
  server.On("/zip",
            Reply(200, GzipMember(Html("zipped")), "Content-Type: text/html\r\nContent-Encoding: gzip\r\n"));
  server.On("/moved", Redirect("/a"));
  server.On("/again", Reply(200, Html("first")));
  // This server closes a connection after each answer without saying so: one that wget would use again might be gone.
  const std::string wget = "timeout 30 wget -q -t 1 -T 10 --no-proxy --no-http-keep-alive --warc-file=",
                    in = "cd " + folder_.path("");
  std::string command = in + " && " + wget + "w";
  for (const char* path : {"/a", "/chunks", "/zip", "/moved", "/none"}) command += " " + server.Url(path);
  (void)!std::system(command.c_str());  // status 8: /none is answered with 404
  const std::vector<std::string> whole = Summary(*WarcSource({folder_.path("w.warc.gz")}));
  EXPECT_THAT(whole,
              ElementsAre("a=first", "chunks=<html>a b</html>", "zip=zipped", "a=first", "none!http_404"));

  // Cut anywhere it gives what is whole; broken anywhere, nothing that wget did not have.
  std::ifstream in_file(folder_.path("w.warc.gz"), std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in_file), {}};
  for (size_t at = 300; at < bytes.size(); at += 97) {
    std::vector<std::string> cut = Summary(*WarcSource({Write("cut.warc.gz", bytes.substr(0, at))}));
    if (!cut.empty() && cut.back().starts_with("cut.warc.gz")) cut.pop_back();
    EXPECT_EQ(cut,
              std::vector(whole.begin(), whole.begin() + std::min<long>(std::ssize(cut), std::ssize(whole))))
        << at;
    std::string broken = bytes;
    broken[at] = static_cast<char>(broken[at] ^ 0x55);
    for (const std::string& line : Summary(*WarcSource({Write("broken.warc.gz", broken)}))) {
      EXPECT_TRUE(line.find('!') != std::string::npos || std::count(whole.begin(), whole.end(), line)) << at;
    }
  }

  // With a list of what it had before, wget writes revisits.
  command = in + " && " + wget + "w1 --warc-cdx " + server.Url("/a") + " && " + wget +
            "w2 --warc-dedup=w1.cdx " + server.Url("/a");
  ASSERT_EQ(std::system(command.c_str()), 0);
  EXPECT_THAT(Summary(*WarcSource({folder_.path("w1.warc.gz"), folder_.path("w2.warc.gz")})),
              ElementsAre("a=first", "a=first"));
}

}  // namespace
}  // namespace acta
