// The URL Standard and RFC 3986 as tables; and that libcurl understands what we give it as we do.
#include "pipeline/fetch/url.h"

#include <curl/curl.h>
#include <gtest/gtest.h>

#include <memory>

namespace acta {
namespace {

struct Case {
  const char* input;
  const char* expected;  // "" for a failure
};

void PrintTo(const Case& value, std::ostream* out) { *out << '"' << value.input << '"'; }

std::string Parsed(std::string_view text) {
  Result<Url> url = ParseUrl(text);
  return url ? url->ToString() : "";
}

class Parse : public testing::TestWithParam<Case> {};

TEST_P(Parse, IsCanonical) {
  EXPECT_EQ(Parsed(GetParam().input), GetParam().expected);
  std::string again = *GetParam().expected != 0 ? Parsed(GetParam().expected) : "";
  EXPECT_EQ(again, GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(Scheme, Parse,
                         testing::Values(Case{"http://example.org", "http://example.org/"},
                                         Case{"HTTPS://example.org/", "https://example.org/"},
                                         Case{"http:example.org", "http://example.org/"},
                                         Case{"http:/example.org", "http://example.org/"},
                                         Case{"http:////example.org//a", "http://example.org//a"},
                                         Case{"http:\\\\example.org\\a", "http://example.org/a"},
                                         Case{"  http://example.org/ \n", "http://example.org/"},
                                         Case{"ht\ntp://exam\tple.org/", "http://example.org/"},
                                         Case{"ftp://example.org/", ""}, Case{"file:///etc/passwd", ""},
                                         Case{"javascript:alert(1)", ""}, Case{"example.org/a", ""},
                                         Case{"//example.org/a", ""}, Case{"", ""}, Case{"http://", ""},
                                         Case{"http:///", ""}));

INSTANTIATE_TEST_SUITE_P(
    Host, Parse,
    testing::Values(Case{"http://EXAMPLE.Org/", "http://example.org/"},
                    Case{"http://ex%41mple.org/", "http://example.org/"},
                    Case{"http://\xD0\xBF\xD1\x80\xD0\xB8\xD0\xBC\xD0\xB5\xD1\x80.\xD1\x80\xD1\x84/",
                         "http://xn--e1afmkfd.xn--p1ai/"},
                    Case{"http://B\xC3\x9C"
                         "CHER.example/",
                         "http://xn--bcher-kva.example/"},
                    Case{"http://\xEF\xBD\x87\xEF\xBD\x8F.example/",
                         "http://go.example/"},  // full-width letters
                    Case{"http://a b/", ""}, Case{"http://a%00b/", ""}, Case{"http://a<b/", ""},
                    Case{"http://a%2fb/", ""}, Case{"http://user:secret@example.org/", "http://example.org/"},
                    Case{"http://a@b@example.org/", "http://example.org/"},
                    Case{"http://example.org./", "http://example.org./"},
                    Case{"http://a_b.example/", "http://a_b.example/"}));

INSTANTIATE_TEST_SUITE_P(
    Address, Parse,
    testing::Values(
        Case{"http://2130706433/", "http://127.0.0.1/"}, Case{"http://0x7f.1/", "http://127.0.0.1/"},
        Case{"http://0177.0.0.01/", "http://127.0.0.1/"}, Case{"http://0x7F000001/", "http://127.0.0.1/"},
        Case{"http://127.1./", "http://127.0.0.1/"}, Case{"http://0/", "http://0.0.0.0/"},
        Case{"http://256/", "http://0.0.1.0/"}, Case{"http://%31%32%37.0.0.1/", "http://127.0.0.1/"},
        Case{"http://1.2.3.256/", ""}, Case{"http://4294967296/", ""}, Case{"http://1.2.3.4.5/", ""},
        Case{"http://foo.0x4/", ""}, Case{"http://08.1.1.1/", ""}, Case{"http://[::1]/", "http://[::1]/"},
        Case{"http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"},
        Case{"http://[::FFFF:127.0.0.1]/", "http://[::ffff:7f00:1]/"},
        Case{"http://[2001:0db8:0:0:1:0:0:1]/", "http://[2001:db8::1:0:0:1]/"},
        Case{"http://[1:0:2:0:3:0:4:0]/", "http://[1:0:2:0:3:0:4:0]/"},
        Case{"http://[1:2:3:4:5:6:0:0]/", "http://[1:2:3:4:5:6::]/"}, Case{"http://[::1/", ""},
        Case{"http://[fe80::1%25eth0]/", ""}, Case{"http://[:::]/", ""}, Case{"http://[]/", ""}));

INSTANTIATE_TEST_SUITE_P(Port, Parse,
                         testing::Values(Case{"http://example.org:80/", "http://example.org/"},
                                         Case{"https://example.org:443/", "https://example.org/"},
                                         Case{"http://example.org:443/", "http://example.org:443/"},
                                         Case{"http://example.org:/", "http://example.org/"},
                                         Case{"http://example.org:0081/", "http://example.org:81/"},
                                         Case{"http://[::1]:8080/", "http://[::1]:8080/"},
                                         Case{"http://example.org:65536/", ""},
                                         Case{"http://example.org:8a/", ""},
                                         Case{"http://example.org:-1/", ""}));

INSTANTIATE_TEST_SUITE_P(
    Path, Parse,
    testing::Values(Case{"http://h/a/./b/../c", "http://h/a/c"}, Case{"http://h/../../a", "http://h/a"},
                    Case{"http://h/a/..", "http://h/"}, Case{"http://h/a/b/..", "http://h/a/"},
                    Case{"http://h/a/.", "http://h/a/"}, Case{"http://h/a/%2e%2E/b", "http://h/b"},
                    Case{"http://h/a/.%2e/b", "http://h/b"}, Case{"http://h/a//../b", "http://h/a/b"},
                    Case{"http://h/a\\b", "http://h/a/b"}, Case{"http://h/a b", "http://h/a%20b"},
                    Case{"http://h/tin-t\xE1\xBB\xA9"
                         "c",
                         "http://h/tin-t%E1%BB%A9c"},
                    Case{"http://h/\xF2\xE5", "http://h/%F2%E5"},
                    Case{"http://h/a%zz%2f", "http://h/a%zz%2f"}, Case{"http://h/...", "http://h/..."},
                    Case{"http://h/{a}|\"b\"", "http://h/%7Ba%7D|%22b%22"}));

INSTANTIATE_TEST_SUITE_P(QueryAndFragment, Parse,
                         testing::Values(Case{"http://h?a=1", "http://h/?a=1"},
                                         Case{"http://h/?", "http://h/?"}, Case{"http://h/#", "http://h/"},
                                         Case{"http://h/?a=b c'd", "http://h/?a=b%20c%27d"},
                                         Case{"http://h/a?b/../c", "http://h/a?b/../c"},
                                         Case{"http://h/a?b\\c", "http://h/a?b\\c"},
                                         Case{"http://h/#a b?c#d", "http://h/#a%20b?c#d"},
                                         Case{"http://h#a@b:c", "http://h/#a@b:c"},
                                         Case{"http://h/?q=\xD0\xB4", "http://h/?q=%D0%B4"}));

TEST(Url, SaysWhatIsWrong) {
  EXPECT_EQ(ParseUrl("example.org").error(),
            (Error{"bad_url", "no URL: 'example.org' (http:// or https:// missing?)"}));
  EXPECT_EQ(ParseUrl("ftp://a/").error().kind, "bad_scheme");
  EXPECT_EQ(ParseUrl("http://[::g]/").error(), (Error{"bad_url", "bad host '[::g]': no IPv6 address"}));
  EXPECT_EQ(ParseUrl("http://h:99999/").error(), (Error{"bad_url", "port out of range: '99999'"}));
  EXPECT_EQ(ParseUrl("http://h\x1b[31m/").error().message.find('\x1b'), std::string::npos);
}

// RFC 3986, section 5.4, on its own base.
TEST(Url, JoinsAsRfc3986) {
  Url base = *ParseUrl("http://a/b/c/d;p?q");
  static constexpr Case kCases[] = {{"g", "http://a/b/c/g"},
                                    {"./g", "http://a/b/c/g"},
                                    {"g/", "http://a/b/c/g/"},
                                    {"/g", "http://a/g"},
                                    {"//g", "http://g/"},
                                    {"?y", "http://a/b/c/d;p?y"},
                                    {"g?y", "http://a/b/c/g?y"},
                                    {"#s", "http://a/b/c/d;p?q#s"},
                                    {"g#s", "http://a/b/c/g#s"},
                                    {"g?y#s", "http://a/b/c/g?y#s"},
                                    {";x", "http://a/b/c/;x"},
                                    {"g;x", "http://a/b/c/g;x"},
                                    {"", "http://a/b/c/d;p?q"},
                                    {".", "http://a/b/c/"},
                                    {"./", "http://a/b/c/"},
                                    {"..", "http://a/b/"},
                                    {"../", "http://a/b/"},
                                    {"../g", "http://a/b/g"},
                                    {"../..", "http://a/"},
                                    {"../../g", "http://a/g"},
                                    {"../../../g", "http://a/g"},
                                    {"/./g", "http://a/g"},
                                    {"/../g", "http://a/g"},
                                    {"g.", "http://a/b/c/g."},
                                    {".g", "http://a/b/c/.g"},
                                    {"./../g", "http://a/b/g"},
                                    {"./g/.", "http://a/b/c/g/"},
                                    {"g/./h", "http://a/b/c/g/h"},
                                    {"g/../h", "http://a/b/c/h"},
                                    {"g;x=1/../y", "http://a/b/c/y"},
                                    {"g?y/../x", "http://a/b/c/g?y/../x"},
                                    {"g#s/../x", "http://a/b/c/g#s/../x"},
                                    {"http:g", "http://a/b/c/g"},
                                    {"http:/g", "http://a/g"},
                                    {"http:\\g", "http://a/g"},
                                    {"http://g", "http://g/"},
                                    {"https:g", "https://g/"},
                                    {"\\g", "http://a/g"},
                                    {"\\\\g/x", "http://g/x"},
                                    {"?", "http://a/b/c/d;p?"},
                                    {"mailto:a@b", ""},
                                    {"javascript:void(0)", ""},
                                    {"data:text/html,x", ""}};
  for (const Case& c : kCases) {
    Result<Url> joined = Join(base, c.input);
    EXPECT_EQ(joined ? joined->ToString() : "", c.expected) << c.input;
  }
}

TEST(Url, OneKeyForOnePage) {
  static constexpr Case kCases[] = {
      {"http://Example.org:80/a/../b#top", "http://example.org/b"},
      {"http://example.org./b", "http://example.org/b"},
      {"http://example.org/%%33662%", "http://example.org/%253662%25"},
      {"http://404../b", "http://404../b"},  // without its dots it would be an address
      {"http://example.org/%7euser/%e1%bb%a9", "http://example.org/~user/%E1%BB%A9"},
      {"http://example.org/a%2Fb", "http://example.org/a%2Fb"},
      {"http://example.org/b?", "http://example.org/b"},
      {"http://example.org/b?utm_source=x&id=7&fbclid=1", "http://example.org/b?id=7"},
      {"http://example.org/b?UTM_Medium=x", "http://example.org/b"},
      {"http://example.org/b?ut%6d_source=x", "http://example.org/b"},
      {"http://example.org/b;jsessionid=0A1B?id=1", "http://example.org/b?id=1"},
      {"http://example.org/b?&&id=1&", "http://example.org/b?id=1"},
      {"http://example.org/b?id=2&a=1", "http://example.org/b?a=1&id=2"},
      {"http://example.org/b?x=2&a=1&x=1", "http://example.org/b?a=1&x=2&x=1"},  // the order of one is kept
      {"http://example.org/b?id=&=1", "http://example.org/b?id"},
      {"http://example.org/b?q=tl;dr", "http://example.org/b?q=tl;dr"},
      {"http://example.org/b?page%2F12", "http://example.org/b?page%2F12"},
      {"http://example.org/b?x[y]=1|2", "http://example.org/b?x%5By%5D=1%7C2"},
      {"http://example.org//a///b//", "http://example.org/a/b/"},
      {"http://example.org/b?sutm_x=1", "http://example.org/b?sutm_x=1"}};
  for (const Case& c : kCases) {
    std::string key = IdentityKey(*ParseUrl(c.input));
    EXPECT_EQ(key, c.expected) << c.input;
    EXPECT_EQ(IdentityKey(*ParseUrl(key)), key) << c.input;
  }
}

TEST(Url, Parts) {
  Url url = *ParseUrl("https://example.org:8443/a?b=c#d");
  EXPECT_EQ(url.Origin(), "https://example.org:8443");
  EXPECT_EQ(url.PathAndQuery(), "/a?b=c");
  EXPECT_EQ(url.WithoutFragment(), "https://example.org:8443/a?b=c");
  EXPECT_FALSE(url.is_ip_literal());
  EXPECT_TRUE(ParseUrl("http://[::1]/")->is_ip_literal());
  EXPECT_TRUE(ParseUrl("http://0x7f.1/")->is_ip_literal());
}

TEST(Url, PrintableHoldsNoEscapeCode) {
  EXPECT_EQ(Printable("a\x1b[31mb\x7f\r\n"), "a?[31mb???");
  EXPECT_EQ(Printable("\xC2\x9B"
                      "31m"),
            "?31m");  // C1: CSI in one character
  EXPECT_EQ(Printable("\xE1\xBB\xA9\xE1\xBB\xA9", 5), "\xE1\xBB\xA9\xE2\x80\xA6");
}

// What we check is what is asked: libcurl reads our canonical URLs as we do.
TEST(Url, LibcurlAgrees) {
  static constexpr const char* kInputs[] = {
      "http://0x7f.1:8080/a b?c d",
      "https://\xD0\xBF\xD1\x80\xD0\xB8\xD0\xBC\xD0\xB5\xD1\x80.\xD1\x80\xD1\x84/\xD0\xB4?\xD0\xB4",
      "http://user@example.org\\@evil.example/",
      "http://[::ffff:1.2.3.4]/x/../y",
      "http://example.org/a%2e%2e/b//c|{}",
      "http://example.org?x=@y:z",
      "http://2130706433/"};
  for (const char* input : kInputs) {
    Url url = *ParseUrl(input);
    std::unique_ptr<CURLU, void (*)(CURLU*)> handle(curl_url(), curl_url_cleanup);
    ASSERT_EQ(curl_url_set(handle.get(), CURLUPART_URL, url.WithoutFragment().c_str(), CURLU_PATH_AS_IS),
              CURLUE_OK)
        << input;
    auto part = [&](CURLUPart which, unsigned flags = 0) {
      char* text = nullptr;
      std::string out = curl_url_get(handle.get(), which, &text, flags) == CURLUE_OK ? text : "";
      curl_free(text);
      return out;
    };
    EXPECT_EQ(part(CURLUPART_SCHEME), url.scheme) << input;
    EXPECT_EQ(part(CURLUPART_HOST), url.host) << input;
    EXPECT_EQ(part(CURLUPART_PORT, CURLU_DEFAULT_PORT), std::to_string(url.port)) << input;
    EXPECT_EQ(part(CURLUPART_PATH), url.path) << input;
    EXPECT_EQ(part(CURLUPART_QUERY), url.query) << input;
  }
}

}  // namespace
}  // namespace acta
