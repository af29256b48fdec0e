#include "pipeline/clean/headline.h"

#include <algorithm>
#include <array>
#include <vector>

#include "pipeline/clean/printed_date.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

constexpr std::array<std::string_view, 12> kSeparators = {" | ", " - ", " – ", " — ", " :: ", " » ",
                                                          " • ", " · ", " / ", " « ", " >> ", "|"};

// Share of the words of `a` that are in `b`.
double Overlap(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty()) return 0;
  size_t hits = 0;
  for (const std::string& word : a) hits += std::find(b.begin(), b.end(), word) != b.end();
  return static_cast<double>(hits) / static_cast<double>(a.size());
}

struct Candidate {
  uint32_t block;
  double score;
};

class HeadlineFinder {
 public:
  HeadlineFinder(const PageView& view, const Reading& reading) : view_(view) {
    start_ = reading.ranges.empty() ? 0 : reading.ranges.front().first;
    end_ = reading.ranges.empty() ? static_cast<uint32_t>(Blocks().size()) : reading.ranges.back().second;
    anchor_ = FindAnchor(view.data, view.list);
    site_ = std::string(view.data.Meta("og:site_name"));
    if (site_.empty()) site_ = view.data.linked.publisher;
  }

  Headline Find() {
    std::string stated = Stated();
    std::string page = WithoutSite(view_.data.title, site_, &view_.rules);
    Headline headline;
    headline.block = Shown(stated);
    if (headline.block != kNoBlock && !PrefersStated(Blocks()[headline.block].text)) {
      headline.text = Blocks()[headline.block].text;
      if (WordKey(headline.text) == WordKey(stated) && stated.size() > headline.text.size())
        headline.text = stated;
      view_.Note("title: the heading on the page");
      return headline;
    }
    if (stated.empty() && (headline.block == kNoBlock)) {
      headline.block = Standing();
      if (headline.block != kNoBlock) {
        headline.text = Blocks()[headline.block].text;
        view_.Note("title: the line that stands over the text; <title> is not on the page");
        return headline;
      }
    }
    if (OutvotesOpenGraph(page)) {
      headline.text = WithoutSite(view_.data.linked.headline, site_, &view_.rules);
      view_.Note("title: JSON-LD headline, which <title> repeats; og:title is not on the page");
      return headline;
    }
    headline.text = !stated.empty() ? stated : page;
    view_.Note(!stated.empty() ? "title: og:title or JSON-LD headline" : "title: <title>");
    return headline;
  }

 private:
  const std::vector<Block>& Blocks() const { return view_.list.blocks; }

  std::string Stated() const {
    std::string linked = WithoutSite(view_.data.linked.headline, site_, &view_.rules);
    bool begins =
        CountWords(linked) >= 3 && WordKey(view_.data.Meta("og:title")).starts_with(WordKey(linked));
    if (begins) return linked;  // og:title without what it adds
    for (std::string_view text :
         {std::string_view(view_.data.Meta("og:title")), std::string_view(view_.data.linked.headline),
          view_.data.Meta({"twitter:title", "title", "dc.title", "dcterms.title"})}) {
      std::string title = WithoutSite(text, site_, &view_.rules);
      if (CountWords(text) >= 2 && !NamesSiteOnly(title)) return title;
    }
    return "";
  }

  // The name of a site, as portals state it for each of their pages; an article on a site has it over its text.
  bool NamesSiteOnly(const std::string& title) const {
    if (!view_.rules.NamesSite(Words(title))) return false;
    const std::string key = WordKey(title);
    for (uint32_t i = start_ > 6 ? start_ - 6 : 0; i < Blocks().size() && i < start_ + 3; ++i) {
      if (IsTitled(Blocks()[i]) && WordKey(Blocks()[i].text) == key && !IsBanner(i)) return false;
    }
    return true;
  }

  static bool IsTitled(const Block& block) { return block.heading > 0 || (block.roles & kTitleRole) != 0; }

  // A line that names the site, with a headline further on.
  bool IsBanner(uint32_t at) const {
    if (!view_.rules.NamesSite(Words(Blocks()[at].text))) return false;
    for (uint32_t i = at + 1; i < Blocks().size() && i < start_ + 3; ++i) {
      if (LineOver(i) != kNoLine) return true;
    }
    return at + 6 < start_;
  }

  enum Line { kNoLine, kDatedLine, kNamedLine };

  // A short line that could be a headline: it is named or set as one, or a date follows.
  Line LineOver(uint32_t i) const {
    const Block& block = Blocks()[i];
    const size_t words = CountWords(block.text);
    bool line = block.aside == kNoNode && !block.caption && !block.list_item && words >= 3 && words <= 40 &&
                block.link_density() < 0.5 && !block.text.ends_with('.') &&
                !view_.rules.NamesSite(Words(block.text)) && !FindDate(block.text, view_.rules);
    if (!line) return kNoLine;
    if (IsTitled(block) || block.bold_chars == block.chars) return kNamedLine;
    bool dated = i + 1 < Blocks().size() && Blocks()[i + 1].chars < 80 &&
                 FindDate(Blocks()[i + 1].text, view_.rules).has_value();
    return dated ? kDatedLine : kNoLine;
  }

  // A page whose <title> is that of the site: the line over the text that is named as a title, or that a date
  // follows.
  uint32_t Standing() const {
    uint32_t begin = start_ > 10 ? start_ - 10 : 0;
    uint32_t best = kNoBlock;
    for (uint32_t i = begin; i < Blocks().size() && i < start_ + 3; ++i) {
      const Line line = LineOver(i);
      if (line == kNamedLine || (line == kDatedLine && best == kNoBlock)) best = i;
      if (line == kNamedLine && i + 1 >= start_) break;
    }
    return best;
  }

  // Two voices against one: <title> and JSON-LD say the same, and og:title something that no heading shows.
  bool OutvotesOpenGraph(const std::string& page) const {
    const std::string linked = WithoutSite(view_.data.linked.headline, site_, &view_.rules);
    return CountWords(linked) >= 4 && WordKey(linked) == WordKey(page) &&
           WordKey(linked) != WordKey(Stated()) && !IsHeading(WordKey(Stated()));
  }

  // Also a heading that stands in the page's frame, which gives no block.
  bool IsHeading(const std::string& key) const {
    for (NodeId n = 0; n < view_.tree.size(); ++n) {
      Tag tag = view_.tree.node(n).tag;
      if ((tag == Tag::kH1 || tag == Tag::kH2) && WordKey(view_.tree.TextOf(n, 500)) == key) return true;
    }
    return false;
  }

  // og:title, <title> and a heading say the same of what `heading` says in other words.
  bool ThreeVoicesAgainst(const std::string& heading) const {
    const std::string key = WordKey(WithoutSite(view_.data.Meta("og:title"), site_, &view_.rules));
    return key == WordKey(WithoutSite(view_.data.title, site_, &view_.rules)) && key != WordKey(heading) &&
           IsHeading(key) && Overlap(Words(Stated()), Words(heading)) >= 0.5;
  }

  // The page's own word for the title, when the heading says more (a kicker before it) or something else, and
  // JSON-LD does not side with the heading.
  bool PrefersStated(const std::string& heading) const {
    std::string open_graph = Stated();
    if (WordKey(heading) == WordKey(view_.data.Meta("og:title"))) return false;
    std::vector<std::string> words = Words(open_graph);
    if (words.size() < 3) return false;
    if (ThreeVoicesAgainst(heading)) return true;
    if (WordKey(heading) == WordKey(view_.data.linked.headline)) return false;
    std::vector<std::string> shown = Words(heading);
    bool page_agrees = Overlap(words, Words(view_.data.title)) >= 0.6 || Overlap(words, shown) >= 0.6;
    return words != shown && page_agrees;
  }

  // The block that shows the title: a heading near the start of the text whose words the page also states.
  uint32_t Shown(const std::string& stated) const {
    std::vector<std::string> stated_words = Words(stated);
    std::vector<std::string> page_words = Words(view_.data.title);
    Candidate best{kNoBlock, 0.0};
    for (uint32_t i = 0; i < Blocks().size() && i < end_; ++i) {
      const Block& block = Blocks()[i];
      bool titled = IsTitled(block);
      std::vector<std::string> words = Words(block.text);
      if (words.empty() || words.size() > 60 || block.caption) continue;
      if (WordKey(block.text) == WordKey(site_) || IsBanner(i)) continue;
      double fits = std::max(Overlap(words, stated_words) * std::min(1.0, Overlap(stated_words, words) + 0.3),
                             Overlap(words, page_words) * std::min(1.0, Overlap(page_words, words) + 0.3));
      double score = 0;
      if (block.heading == 1)
        score += 2.0;
      else if (block.heading > 0)
        score += 1.0;
      if (block.roles & kTitleRole) score += 0.5;
      if (i == anchor_) fits = std::max(fits, 0.97);
      if (!titled && fits < 0.95) continue;
      if (block.aside != kNoNode) score -= 1.5;
      score += 3.0 * fits;
      if (words.size() < 3) score -= 1.0;
      if (fits < 0.5 && block.heading != 1) continue;
      if (score > best.score + (i > start_ + 3 ? 0.5 : 0.0)) best = {i, score};
    }
    if (best.block == kNoBlock) return kNoBlock;
    const Block& block = Blocks()[best.block];
    // A heading that shares nothing with what the page says of itself is a logo or a section name.
    bool known = !stated_words.empty() || !page_words.empty();
    std::vector<std::string> words = Words(block.text);
    double fits = std::max(Overlap(words, stated_words), Overlap(words, page_words));
    if (known && fits < 0.5 && (block.heading != 1 || words.size() < 4)) return kNoBlock;
    return best.block;
  }

  const PageView& view_;
  uint32_t start_ = 0;
  uint32_t end_ = 0;
  uint32_t anchor_ = kNoBlock;
  std::string site_;
};

}  // namespace

std::string WithoutSite(std::string_view title, std::string_view site, const CleanRules* rules) {
  auto names_a_site = [&](std::string_view part) {
    return rules != nullptr && rules->NamesSite(Words(part));
  };
  title = Trim(title);
  std::string site_key = WordKey(site);
  for (bool again = true; again;) {
    again = false;
    for (std::string_view separator : kSeparators) {
      size_t last = title.rfind(separator);
      if (last != title.npos && last > 0) {
        std::string_view head = Trim(title.substr(0, last));
        std::string_view tail = Trim(title.substr(last + separator.size()));
        std::string tail_key = WordKey(tail);
        bool names_site =
            !site_key.empty() && (tail_key == site_key || site_key.find(tail_key) != site_key.npos ||
                                  tail_key.find(site_key) != site_key.npos);
        names_site = names_site || (names_a_site(tail) && !names_a_site(head));
        bool is_short = separator != " / " && CountWords(tail) <= 4 && CountWords(head) >= 4 &&
                        CountWords(tail) * 2 <= CountWords(head);
        if (!tail.empty() && (names_site || is_short) && CountWords(head) >= 2) {
          title = head;
          again = true;
          break;
        }
      }
      size_t first = title.find(separator);
      if (first != title.npos) {
        std::string_view head = Trim(title.substr(0, first));
        std::string_view tail = Trim(title.substr(first + separator.size()));
        bool names_site = !site_key.empty() && WordKey(head) == site_key;
        if ((names_site || (names_a_site(head) && !names_a_site(tail))) && CountWords(tail) >= 2) {
          title = tail;
          again = true;
          break;
        }
      }
    }
  }
  return std::string(title);
}

uint32_t FindAnchor(const PageData& data, const BlockList& list) {
  std::vector<std::string> titles;
  size_t longest = 0;  // bytes
  const std::string site = " " + WordKey(data.Meta("og:site_name")) + " ";
  for (std::string_view title :
       {std::string_view(data.title), data.Meta("og:title"), std::string_view(data.linked.headline)}) {
    if (!title.empty()) titles.push_back(" " + WordKey(title) + " ");
    longest = std::max(longest, title.size());
  }
  uint32_t found = kNoBlock;
  for (uint32_t i = 0; i < list.blocks.size(); ++i) {
    const Block& block = list.blocks[i];
    if (block.chars < 15 || block.text.size() > longest + 10 || block.link_density() > 0.9) continue;
    std::string key = " " + WordKey(block.text) + " ";
    if (std::count(key.begin(), key.end(), ' ') < 4 || key == site) continue;
    bool stated = std::any_of(titles.begin(), titles.end(),
                              [&](const std::string& title) { return title.find(key) != title.npos; });
    if (stated && block.heading == 1) return i;
    if (stated && block.aside == kNoNode && (found == kNoBlock || block.chars > list.blocks[found].chars))
      found = i;
  }
  return found;  // the longest: the name of the site may be in the title too
}

Headline FindHeadline(const PageView& view, const Reading& reading) {
  return HeadlineFinder(view, reading).Find();
}

}  // namespace acta
