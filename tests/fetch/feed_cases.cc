#include "tests/fetch/feed_cases.h"

namespace acta {

std::string RssOf(const std::string& items) {
  return "<rss version=\"2.0\"><channel><title>T</title>" + items + "</channel></rss>";
}
std::string AtomOf(const std::string& entries) {
  return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title>" + entries + "</feed>";
}

const std::vector<FeedCase>& WellFormedFeeds() {
  static const std::vector<FeedCase> cases = {
      // ---- RSS
      {"rss 2.0",
       RssOf("<item><title>Một</title><link>https://tin.example/1</link><pubDate>Thu, 21 Mar 2024 08:15:00 "
             "+0700</pubDate></item>"),
       "rss T\nhttps://tin.example/1|Một|2024-03-21T08:15:00+07:00|"},
      {"rss 0.91 with a doctype",
       "<?xml version=\"1.0\"?><!DOCTYPE rss PUBLIC \"-//Netscape//DTD RSS 0.91//EN\" "
       "\"http://tin.example/rss-0.91.dtd\">"
       "<rss "
       "version=\"0.91\"><channel><title>T</title><language>vi</language><item><link>/1</link></item></"
       "channel></rss>",
       "rss T\nhttps://tin.example/1|||vi"},
      {"rss 0.92, several items", RssOf("<item><link>/1</link></item><item><link>/2</link></item>"),
       "rss T\nhttps://tin.example/1|||\nhttps://tin.example/2|||"},
      {"rss in a default namespace",
       "<rss "
       "xmlns=\"http://backend.userland.com/rss2\"><channel><title>T</title><item><link>/1</link></item></"
       "channel></rss>",
       "rss T\nhttps://tin.example/1|||"},
      {"rss with a prefix",
       "<r:rss "
       "xmlns:r=\"http://purl.org/net/rss1.1\"><r:channel><r:item><r:link>/1</r:link></r:item></r:channel></"
       "r:rss>",
       "rss \nhttps://tin.example/1|||"},
      {"link in cdata", RssOf("<item><link><![CDATA[ https://tin.example/1 ]]></link></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"guid as link", RssOf("<item><guid>https://tin.example/1</guid></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"guid that is none",
       RssOf("<item><guid "
             "isPermaLink=\"false\">https://tin.example/1</guid></item><item><guid>7</guid></item>"),
       "rss T (2 rejected)"},
      {"guid path declared a link", RssOf("<item><guid isPermaLink=\"true\">/1</guid></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"link before guid", RssOf("<item><guid>https://tin.example/g</guid><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"original link of a redirector",
       RssOf("<item "
             "xmlns:fb=\"http://rssnamespace.org/feedburner/ext/1.0\"><link>https://proxy.example/x</"
             "link><fb:origLink>https://tin.example/1</fb:origLink></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"atom link in rss",
       RssOf("<item xmlns:atom=\"http://www.w3.org/2005/Atom\"><atom:link href=\"/1\" "
             "rel=\"alternate\"/></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"atom self link is not the item's",
       RssOf("<item xmlns:atom=\"http://www.w3.org/2005/Atom\"><atom:link href=\"/self\" "
             "rel=\"self\"/><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"dublin core",
       RssOf("<item "
             "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><link>/1</link><dc:title>D</"
             "dc:title><dc:date>2024-03-21</dc:date><dc:language>ru</dc:language></item>"),
       "rss T\nhttps://tin.example/1|D|2024-03-21|ru"},
      {"media title is not the title",
       RssOf("<item "
             "xmlns:media=\"http://search.yahoo.com/mrss/\"><media:title>Photo</media:title><title>Story</"
             "title><link>/1</link>"
             "<media:content "
             "url=\"https://tin.example/p.jpg\"><media:title>P</media:title></media:content></item>"),
       "rss T\nhttps://tin.example/1|Story||"},
      {"image title is not the feed's",
       "<rss><channel><image><title>Logo</title><link>/logo</link></image><title>T</title><item><link>/1</"
       "link></item></channel></rss>",
       "rss T\nhttps://tin.example/1|||"},
      {"source and enclosure are not the link",
       RssOf("<item><source url=\"https://o.example/feed\">Other</source><enclosure "
             "url=\"https://tin.example/a.mp3\"/><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"escaped markup in titles",
       RssOf("<item><title>&lt;b&gt;Họp&lt;/b&gt; &amp;amp; bàn</title><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|Họp & bàn||"},
      {"cdata markup in titles",
       RssOf("<item><title><![CDATA[<i>A</i>&nbsp;B &#8211; C]]></title><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|A B – C||"},
      {"less-than in a title", RssOf("<item><title>5 &lt; 7</title><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|5 < 7||"},
      {"white space", RssOf("<item><title>\n  A\n  B </title><link>\n /1 \n</link></item>"),
       "rss T\nhttps://tin.example/1|A B||"},
      {"repeated links",
       RssOf(
           "<item><link>/1</link></item><item><link>/1#c</link></item><item><link>/1?utm_source=rss</link></"
           "item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"links that are none",
       RssOf(
           "<item><link>javascript:x()</link></item><item><link>mailto:a@b</link></item><item/><item><link>/"
           "1</link></item>"),
       "rss T (3 rejected)\nhttps://tin.example/1|||"},
      {"date of the updated element when none other",
       RssOf("<item "
             "xmlns:a=\"http://www.w3.org/2005/Atom\"><link>/1</link><a:updated>2024-03-21T01:02:03Z</"
             "a:updated></item>"),
       "rss T\nhttps://tin.example/1||2024-03-21T01:02:03+00:00|"},
      {"a date that is none", RssOf("<item><link>/1</link><pubDate>yesterday</pubDate></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"channel language",
       "<rss><channel><language>ru-RU</language><item><link>/1</link></item></channel></rss>",
       "rss \nhttps://tin.example/1|||ru-RU"},
      {"international host", RssOf("<item><link>https://пример.рф/а</link></item>"),
       "rss T\nhttps://xn--e1afmkfd.xn--p1ai/%D0%B0|||"},
      {"no items", RssOf(""), "rss T"},
      {"internal entities",
       "<!DOCTYPE rss [<!ENTITY co \"Công "
       "ty\">]><rss><channel><title>&co;</title><item><link>/1</link></item></channel></rss>",
       "rss Công ty\nhttps://tin.example/1|||"},
      // ---- RDF
      {"rdf (rss 1.0)",
       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
       "xmlns=\"http://purl.org/rss/1.0/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
       "<channel "
       "rdf:about=\"https://tin.example/\"><title>T</title><link>https://tin.example/</link></channel>"
       "<item "
       "rdf:about=\"https://tin.example/1\"><title>A</title><link>https://tin.example/1</"
       "link><dc:date>2024-03-21T08:15+07:00</dc:date></item></rdf:RDF>",
       "rdf T\nhttps://tin.example/1|A|2024-03-21T08:15:00+07:00|"},
      {"rdf, about only",
       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
       "xmlns=\"http://purl.org/rss/1.0/\"><item rdf:about=\"/1\"/></rdf:RDF>",
       "rdf \nhttps://tin.example/1|||"},
      {"rss 0.90",
       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
       "xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>T</title></channel>"
       "<image><title>I</title></image><item><title>A</title><link>/1</link></item></rdf:RDF>",
       "rdf T\nhttps://tin.example/1|A||"},
      // ---- Atom
      {"atom 1.0",
       AtomOf("<entry><title>A</title><link "
              "href=\"/1\"/><published>2024-03-21T08:15:00+07:00</published><updated>2024-04-01T00:00:00Z</"
              "updated></entry>"),
       "atom T\nhttps://tin.example/1|A|2024-03-21T08:15:00+07:00|"},
      {"atom 0.3",
       "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title>T</title><entry><title "
       "mode=\"escaped\">A &amp;amp; B</title>"
       "<link rel=\"alternate\" type=\"text/html\" "
       "href=\"/1\"/><issued>2024-03-21T08:15:00Z</issued><modified>2024-03-22T08:15:00Z</modified></entry></"
       "feed>",
       "atom T\nhttps://tin.example/1|A & B|2024-03-21T08:15:00+00:00|"},
      {"atom with a prefix",
       "<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:link href=\"/1\"/></a:entry></a:feed>",
       "atom \nhttps://tin.example/1|||"},
      {"html among several links",
       AtomOf("<entry><link rel=\"self\" href=\"/s\"/><link rel=\"alternate\" type=\"application/json\" "
              "href=\"/j\"/>"
              "<link rel=\"alternate\" type=\"text/html\" href=\"/1\"/><link rel=\"enclosure\" "
              "href=\"/e\"/></entry>"),
       "atom T\nhttps://tin.example/1|||"},
      {"atom id as link",
       AtomOf("<entry><id>https://tin.example/1</id></entry><entry><id>urn:uuid:1</id></entry>"),
       "atom T (1 rejected)\nhttps://tin.example/1|||"},
      {"content by reference",
       AtomOf("<entry><id>urn:1</id><content src=\"/1\" type=\"text/html\"/></entry>"),
       "atom T\nhttps://tin.example/1|||"},
      {"xhtml title",
       AtomOf("<entry><title type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">A <b>B</b> "
              "C</div></title><link href=\"/1\"/></entry>"),
       "atom T\nhttps://tin.example/1|A B C||"},
      {"xml:base",
       "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://b.example/x/\"><entry "
       "xml:base=\"y/\"><link href=\"1\"/></entry><entry><link href=\"2\"/></entry></feed>",
       "atom \nhttps://b.example/x/y/1|||\nhttps://b.example/x/2|||"},
      {"xml:lang",
       "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"vi\"><entry><link href=\"/1\"/></entry><entry "
       "xml:lang=\"ru\"><link href=\"/2\"/></entry></feed>",
       "atom \nhttps://tin.example/1|||vi\nhttps://tin.example/2|||ru"},
      {"source title is not the entry's",
       AtomOf("<entry><source><title>S</title><link href=\"/s\"/></source><title>A</title><link "
              "href=\"/1\"/></entry>"),
       "atom T\nhttps://tin.example/1|A||"},
      {"author and entry content are not the title",
       AtomOf("<author><name>N</name></author><entry><title>A</title><link href=\"/1\"/>"
              "<content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\"><title>X</title><a "
              "href=\"/x\">x</a></div></content></entry>"),
       "atom T\nhttps://tin.example/1|A||"},
      {"feed links are not entries",
       AtomOf("<link rel=\"self\" href=\"/feed\"/><link href=\"/\"/><entry><link href=\"/1\"/></entry>"),
       "atom T\nhttps://tin.example/1|||"},
      // ---- JSON Feed
      {"json feed 1.1",
       R"({"version":"https://jsonfeed.org/version/1.1","title":"T","language":"vi","items":[{"id":"1","url":"/1","title":"A","date_published":"2024-03-21T08:15:00+07:00"},{"id":"2","external_url":"https://o.example/2","language":"en"}]})",
       "json_feed T\nhttps://tin.example/1|A|2024-03-21T08:15:00+07:00|vi\nhttps://o.example/2|||en"},
      {"json feed 1.0, ids of all kinds",
       R"({"version":"https://jsonfeed.org/version/1","items":[{"id":"https://tin.example/1"},{"id":7},{"url":null},5,{"url":["/2"]}]})",
       "json_feed  (4 rejected)\nhttps://tin.example/1|||"},
      {"json feed with a mark",
       "\xEF\xBB\xBF{ \"version\" : \"https://jsonfeed.org/version/1\", \"items\" : [ ] }", "json_feed "},
      {"json feed without items", R"({"version":"https://jsonfeed.org/version/1"})", "bad_feed"},
      {"json feed cut off", R"({"version":"https://jsonfeed.org/version/1","items":[{"url":"/1"})",
       "bad_feed"},
      {"json of another kind", R"({"items":[{"url":"/1"}]})", "bad_feed"},
      // ---- sitemaps
      {"sitemap",
       "<urlset "
       "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><url><loc>https://tin.example/1?a=1&amp;b=2</"
       "loc><lastmod>2024-03-21</lastmod><priority>0.5</priority></url></urlset>",
       "sitemap \nhttps://tin.example/1?a=1&b=2||2024-03-21|"},
      {"sitemap without namespace", "<urlset><url><loc>/1</loc></url><url></url></urlset>",
       "sitemap  (1 rejected)\nhttps://tin.example/1|||"},
      {"sitemap of an old namespace",
       "<urlset xmlns=\"http://www.google.com/schemas/sitemap/0.84\"><url><loc>/1</loc></url></urlset>",
       "sitemap \nhttps://tin.example/1|||"},
      {"images are not pages",
       "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
       "xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\"><url>"
       "<image:image><image:loc>/i.jpg</image:loc><image:title>I</image:title></image:image><loc>/1</loc></"
       "url></urlset>",
       "sitemap \nhttps://tin.example/1|||"},
      {"news sitemap",
       "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
       "xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"><url><loc>/1</loc><news:news>"
       "<news:publication><news:name>Báo</news:name><news:language>vi</news:language></news:publication>"
       "<news:publication_date>2024-03-21T08:15:00+07:00</news:publication_date><news:title>A</news:title></"
       "news:news><lastmod>2024-05-01</lastmod></url></urlset>",
       "sitemap \nhttps://tin.example/1|A|2024-03-21T08:15:00+07:00|vi"},
      {"translations are not pages",
       "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
       "xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"><url><loc>/1</loc>"
       "<xhtml:link rel=\"alternate\" hreflang=\"en\" href=\"/en/1\"/></url></urlset>",
       "sitemap \nhttps://tin.example/1|||"},
      {"sitemap index",
       "<sitemapindex "
       "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><sitemap><loc>/s1.xml.gz</"
       "loc><lastmod>2024-03-21T08:15:00Z</lastmod></sitemap></sitemapindex>",
       "sitemap_index \nhttps://tin.example/s1.xml.gz||2024-03-21T08:15:00+00:00|"},
      // ---- more of what is met
      {"rss 0.93 with an enclosure alone",
       RssOf("<item><title>A</title><enclosure url=\"https://tin.example/a.mp3\" length=\"1\" "
             "type=\"audio/mpeg\"/></item>"),
       "rss T (1 rejected)"},
      {"itunes title beside the title",
       RssOf("<item xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><title>A</title>"
             "<itunes:title>B</itunes:title><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|A||"},
      {"content:encoded is not read",
       RssOf(
           "<item xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><link>/1</link><title>A</title>"
           "<content:encoded><![CDATA[<title>X</title><link>/x</link>]]></content:encoded></item>"),
       "rss T\nhttps://tin.example/1|A||"},
      {"an item's base within an rss",
       "<rss xml:base=\"https://b.example/d/\"><channel><item><link>1</link></item></channel></rss>",
       "rss \nhttps://b.example/d/1|||"},
      {"base of a base",
       "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"/x/\"><entry xml:base=\"../y/\"><link "
       "href=\"1\"/></entry></feed>",
       "atom \nhttps://tin.example/y/1|||"},
      {"a date of the thirteenth month", RssOf("<item><link>/1</link><pubDate>2024-13-01</pubDate></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"dates of every spelling",
       RssOf("<item><link>/1</link><pubDate>21 Mar 2024 08:15 EST</pubDate></item>"
             "<item><link>/2</link><pubDate>Thu Mar 21 08:15:00 2024</pubDate></item>"
             "<item><link>/3</link><pubDate>Thursday, 21-Mar-24 08:15:00 GMT</pubDate></item>"
             "<item><link>/4</link><pubDate>2024-03-21 08:15</pubDate></item>"
             "<item><link>/5</link><pubDate>Mar 21, 2024</pubDate></item>"
             "<item><link>/6</link><pubDate>20240321</pubDate></item>"),
       "rss T\nhttps://tin.example/1||2024-03-21T08:15:00-05:00|\nhttps://tin.example/2||2024-03-21T08:15:00|"
       "\nhttps://tin.example/3||2024-03-21T08:15:00+00:00|\nhttps://tin.example/4||2024-03-21T08:15:00|"
       "\nhttps://tin.example/5||2024-03-21|\nhttps://tin.example/6||2024-03-21|"},
      {"markup in a title of type text",
       AtomOf("<entry><title type=\"text\">A &lt;b&gt;</title><link href=\"/1\"/></entry>"),
       "atom T\nhttps://tin.example/1|A||"},
      {"html title of atom",
       AtomOf("<entry><title type=\"html\">&lt;b&gt;A&lt;/b&gt; &amp;eacute;</title><link "
              "href=\"/1\"/></entry>"),
       "atom T\nhttps://tin.example/1|A é||"},
      {"sitemap with upper case", "<URLSET><URL><LOC>/1</LOC><LASTMOD>2024-03</LASTMOD></URL></URLSET>",
       "sitemap \nhttps://tin.example/1|||"},
      {"sitemap of prefixed elements",
       "<s:urlset "
       "xmlns:s=\"http://www.sitemaps.org/schemas/sitemap/0.9\"><s:url><s:loc>/1</s:loc></s:url></s:urlset>",
       "sitemap \nhttps://tin.example/1|||"},
      {"sitemap with a foreign host",
       "<urlset><url><loc>https://other.example/1</loc></url><url><loc>/2</loc></url></urlset>",
       "sitemap \nhttps://other.example/1|||\nhttps://tin.example/2|||"},
      {"sitemap with wrong addresses",
       "<urlset><url><loc>http://</loc></url><url><loc>ftp://tin.example/1</loc></url><url><loc> </loc></url>"
       "<url><loc><![CDATA[https://tin.example/2]]></loc></url></urlset>",
       "sitemap  (3 rejected)\nhttps://tin.example/2|||"},
      {"sitemap index with wrong addresses",
       "<sitemapindex><sitemap><loc>http:// "
       "</loc></sitemap><sitemap/><sitemap><loc>\n/s.xml\n</loc></sitemap></sitemapindex>",
       "sitemap_index  (2 rejected)\nhttps://tin.example/s.xml|||"},
      {"videos are not pages",
       "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" "
       "xmlns:video=\"http://www.google.com/schemas/sitemap-video/1.1\"><url><loc>/1</loc><video:video>"
       "<video:player_loc>/p</video:player_loc><video:title>V</video:title>"
       "<video:publication_date>2020-01-01</video:publication_date></video:video></url></urlset>",
       "sitemap \nhttps://tin.example/1|||"},
      {"text sitemap with a mark", "\xEF\xBB\xBFhttps://tin.example/1\n",
       "sitemap \nhttps://tin.example/1|||", "text/plain"},
      {"text sitemap", "https://tin.example/1\r\n\r\nhttps://tin.example/2\nnonsense\n",
       "sitemap  (1 rejected)\nhttps://tin.example/1|||\nhttps://tin.example/2|||",
       "text/plain; charset=utf-8"},
  };
  return cases;
}

const std::vector<FeedCase>& DefectiveFeeds() {
  static const std::vector<FeedCase> cases = {
      // ---- not well-formed
      {"bare ampersand", RssOf("<item><title>A & B</title><link>/1?a=1&b=2</link></item>"),
       "rss! T\nhttps://tin.example/1?a=1&b=2|A & B||"},
      {"html entities",
       RssOf("<item><title>Qu&agrave; &ndash; &ocirc;ng&nbsp;A</title><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|Quà – ông A||"},
      {"control characters", RssOf("<item><title>A\x0b\x01 B</title><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|A B||"},
      {"unbound prefix",
       RssOf("<item><dc:date>2024-03-21</dc:date><media:thumbnail url='x'/><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1||2024-03-21|"},
      {"white space before the declaration",
       "\n\n  <?xml version=\"1.0\"?>" + RssOf("<item><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"a warning before the document",
       "<br />\n<b>Warning</b>: no such file in <b>x.php</b> on line <b>3</b><br />\n<?xml "
       "version=\"1.0\"?>" +
           RssOf("<item><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|||"},
      {"text after the document",
       RssOf("<item><link>/1</link></item>") + "<!-- 0.1 s --><script>x()</script>",
       "rss! T\nhttps://tin.example/1|||"},
      {"unclosed tag in a title", RssOf("<item><title>A<br>B</title><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|AB||"},
      {"item never closed", RssOf("<item><link>/1</link><item><link>/2</link></item>"),
       "rss! T\nhttps://tin.example/1|||\nhttps://tin.example/2|||"},
      {"tags in the wrong order", RssOf("<item><title>A</item></title><link>/1</link></item>"),
       "rss! T (1 rejected)"},
      {"cut off within an item",
       "<rss><channel><title>T</title><item><link>/1</link></item><item><title>B</title><link>/2</"
       "link><descr",
       "rss! T\nhttps://tin.example/1|||\nhttps://tin.example/2|B||"},
      {"cut off within a link",
       "<rss><channel><title>T</title><item><link>/1</link></item><item><title>B</title><link>/lon",
       "rss! T (1 rejected)\nhttps://tin.example/1|||"},
      {"attributes without quotes",
       "<feed><title>T</title><entry><link rel=alternate href=/1></entry></feed>",
       "atom! T\nhttps://tin.example/1|||"},
      {"attribute twice", "<feed><title>T</title><entry><link href='/1' href='/2'/></entry></feed>",
       "atom! T\nhttps://tin.example/1|||"},
      {"capital letters",
       "<RSS><CHANNEL><TITLE>T</TITLE><ITEM><LINK>/1</LINK><PUBDATE>2024-03-21</PUBDATE></ITEM></CHANNEL></"
       "RSS>",
       "rss T\nhttps://tin.example/1||2024-03-21|"},
      {"no rss element", "<channel><title>T</title><item><link>/1</link></item></channel>",
       "rss T\nhttps://tin.example/1|||"},
      {"xml 1.1", "<?xml version=\"1.1\"?>" + RssOf("<item><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"title never closed", RssOf("<item><title>A<item><link>/2</link></item>"),
       "rss! T (1 rejected)\nhttps://tin.example/2|||"},
      {"description with raw markup",
       RssOf("<item><link>/1</link><description><p>x<br><title>no</title></description><title>A</title></"
             "item>"),
       "rss! T\nhttps://tin.example/1|A||"},
      {"a comment with two dashes", RssOf("<!-- a -- b --><item><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|||"},
      {"bare less-than", RssOf("<item><title>1 < 2</title><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|1 < 2||"},
      {"cdata never closed", RssOf("<item><link>/1</link></item><item><title><![CDATA[ lost"),
       "rss! T (1 rejected)\nhttps://tin.example/1|||"},
      {"numeric references that are no characters",
       RssOf("<item><title>A&#0;B&#xD800;C</title><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|A\uFFFDB\uFFFDC||"},
      // ---- charsets
      {"windows-1251 by declaration",
       "<?xml version=\"1.0\" "
       "encoding=\"windows-1251\"?><rss><channel><title>\xCD\xEE\xE2\xEE\xF1\xF2\xE8</title></channel></rss>",
       "rss Новости"},
      {"koi8-r by header", "<rss><channel><title>\xEE\xCF\xD7\xCF\xD3\xD4\xC9</title></channel></rss>",
       "rss Новости", "text/xml; charset=KOI8-R"},
      {"header over declaration",
       "<?xml version=\"1.0\" "
       "encoding=\"windows-1251\"?><rss><channel><title>\xEE\xCF\xD7</title></channel></rss>",
       "rss Нов", "application/xml; charset=\"koi8-r\""},
      {"utf-8 whatever is said",
       "<?xml version=\"1.0\" encoding=\"windows-1251\"?><rss><channel><title>Tin "
       "tức</title></channel></rss>",
       "rss Tin tức", "text/xml; charset=iso-8859-1"},
      {"latin-1 is windows-1252",
       "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><title>\x93"
       "a\x94 \xE9</title></channel></rss>",
       "rss “a” é"},
      {"undeclared", "<rss><channel><title>caf\xE9</title></channel></rss>", "rss café"},
      {"utf-8 with broken bytes",
       "<?xml version=\"1.0\" encoding=\"UTF-8\"?><rss><channel><title>t\xE1\xBB"
       "c \xC3\xB4</title></channel></rss>",
       "rss t\uFFFD"
       "c ô"},
      {"a charset nobody knows",
       "<?xml version=\"1.0\" encoding=\"klingon\"?><rss><channel><title>A</title></channel></rss>", "rss A"},
      {"utf-8 mark", "\xEF\xBB\xBF" + RssOf("<item><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"utf-16 with mark", std::string("\xFF\xFE<\0r\0s\0s\0>\0<\0/\0r\0s\0s\0>\0", 24), "rss "},
      {"utf-16 big end first, by its form",
       std::string("\0<\0?\0x\0m\0l\0 \0v\0=\0'\0"
                   "1\0'\0?\0>\0<\0r\0s\0s\0/\0>",
                   36),
       "rss! "},
      {"utf-32 with mark", std::string("\xFF\xFE\0\0<\0\0\0r\0\0\0s\0\0\0s\0\0\0/\0\0\0>\0\0\0", 28), "rss "},
      {"utf-32 big end first, by its form", std::string("\0\0\0<\0\0\0r\0\0\0s\0\0\0s\0\0\0/\0\0\0>", 24),
       "rss "},
      {"utf-16 said, utf-8 meant",
       "<?xml version=\"1.0\" encoding=\"utf-16\"?>" + RssOf("<item><link>/1</link></item>"),
       "rss T\nhttps://tin.example/1|||"},
      {"two declarations",
       "<?xml version=\"1.0\"?><?xml version=\"1.0\"?>" + RssOf("<item><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|||"},
      {"a doctype never closed", "<!DOCTYPE rss [<!ENTITY a \"b\"" + RssOf("<item><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|||"},
      {"undefined entity", RssOf("<item><title>A &nosuch; B</title><link>/1</link></item>"),
       "rss! T\nhttps://tin.example/1|A &nosuch; B||"},
      {"item outside of the channel",
       "<rss><channel><title>T</title></channel><item><link>/1</link></item></rss>",
       "rss T\nhttps://tin.example/1|||"},
      // ---- no feeds
      {"empty", "", "bad_feed"},
      {"white space", " \n ", "bad_feed"},
      {"html", "<!DOCTYPE html><html><body><rss></rss></body></html>", "bad_feed"},
      {"html without a doctype", "<html><head><title>feed</title></head></html>", "bad_feed"},
      {"plain text", "404 not found", "bad_feed"},
      {"another xml", "<opml version=\"1.0\"><body/></opml>", "bad_feed"},
      {"svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "bad_feed"},
      {"binary", std::string("\x89PNG\r\n\x1a\n\0\0", 10), "bad_feed"},
      {"broken gzip", "\x1F\x8B\x08nonsense", "bad_feed"},
  };
  return cases;
}

}  // namespace acta
