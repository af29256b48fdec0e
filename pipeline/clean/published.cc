#include "pipeline/clean/published.h"

#include <algorithm>
#include <optional>

#include "pipeline/clean/printed_date.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

class PublishedFinder {
 public:
  PublishedFinder(const PageView& view, const Reading& reading, const Headline& headline) : view_(view) {
    body_ = reading.ranges.empty() ? static_cast<uint32_t>(Blocks().size()) : reading.ranges.front().first;
    end_ = reading.ranges.empty() ? body_ : reading.ranges.back().second;
    head_ = headline.block != kNoBlock ? headline.block : body_ > 6 ? body_ - 6 : 0;
  }

  std::string Find() {
    if (auto stamp = Stated()) return Done("stated by JSON-LD or <meta>", *stamp);
    if (auto stamp = Labelled()) return Done("labelled line", *stamp);
    if (auto stamp = TimeElement()) return Done("<time> or an element named as a date", *stamp);
    if (auto stamp = NearHeadline()) return Done("date by the headline", *stamp);
    if (auto stamp = FindDateInUrl(view_.url)) return Done("URL", *stamp);
    if (auto stamp = FindDateInUrl(view_.data.canonical)) return Done("canonical URL", *stamp);
    if (auto stamp = FindDateInUrl(view_.data.Meta("og:url"))) return Done("og:url", *stamp);
    if (auto stamp = OnlyTime()) return Done("the only <time> of the page", *stamp);
    if (auto stamp = FindDate(view_.data.linked.modified, view_.rules))
      return Done("dateModified, for want of a better", *stamp);
    if (auto stamp = FindDate(view_.data.Meta({"article:modified_time", "og:updated_time"}), view_.rules)) {
      return Done("article:modified_time, for want of a better", *stamp);
    }
    return "";
  }

 private:
  const std::vector<Block>& Blocks() const { return view_.list.blocks; }

  std::string Done(std::string_view how, const Stamp& stamp) const {
    view_.Note("published: " + std::string(how));
    if (stamp.offset.empty()) {  // the same day, said more exactly for machines
      if (auto exact = TimeElement(); exact && exact->date == stamp.date && !exact->time.empty() &&
                                      (stamp.time.empty() || !exact->offset.empty()))
        return exact->ToIso();
    }
    return stamp.ToIso();
  }

  std::optional<Stamp> Stated() const {
    if (auto stamp = FindDate(view_.data.linked.published, view_.rules)) return stamp;
    for (std::string_view name : {"article:published_time",
                                  "og:article:published_time",
                                  "og:published_time",
                                  "datepublished",
                                  "article:published",
                                  "article:published:time",
                                  "dc.date.issued",
                                  "dcterms.issued",
                                  "dcterms.date",
                                  "dc.date.created",
                                  "dcterms.created",
                                  "dc.date",
                                  "publishdate",
                                  "publish-date",
                                  "publish_date",
                                  "pubdate",
                                  "pub_date",
                                  "date",
                                  "published_time",
                                  "sailthru.date",
                                  "parsely-pub-date",
                                  "article.published",
                                  "originalpublicationdate",
                                  "cxenseparse:recs:publishtime",
                                  "dateissued",
                                  "datecreated",
                                  "date.created",
                                  "article_date_original",
                                  "article:create_at",
                                  "dc:date",
                                  "citation_publication_date"}) {
      if (auto stamp = FindDate(view_.data.Meta(name), view_.rules)) return stamp;
    }
    return std::nullopt;
  }

  bool InHead(uint32_t i) const { return i + 3 >= head_ && i < std::max(head_, body_) + 6; }

  // "Ngày đăng: 08/07/2024 11:38", near the headline or under the text.
  std::optional<Stamp> Labelled() const {
    std::optional<Stamp> found;
    for (uint32_t i = head_ > 8 ? head_ - 8 : 0; i < Blocks().size() && i < end_ + 6; ++i) {
      const Block& block = Blocks()[i];
      if (block.chars > 160 || (block.roles & (kRelatedRole | kCommentRole))) continue;
      const PagePhrase* phrase = view_.rules.Find(Words(block.text));
      if (phrase == nullptr || phrase->action != PhraseAction::kPublished) continue;
      if (auto stamp = FindDate(block.text, view_.rules)) {
        // "Published the plan of the southern quarter (05/07/2025)" is the title of another article.
        constexpr size_t kBetween = 3;  // words: "on", a day of the week, a time
        const size_t before = CountWords(std::string_view(block.text).substr(0, stamp->begin));
        if (before > CountWords(phrase->text) + kBetween) continue;
        return stamp;
      }
      // The label alone; its date is the next block.
      if (block.chars < 40 && i + 1 < Blocks().size()) {
        if (auto stamp = FindDate(Blocks()[i + 1].text, view_.rules)) return stamp;
      }
    }
    return found;
  }

  // Elements that say they are the date, the one nearest to the headline.
  std::optional<Stamp> TimeElement() const {
    std::optional<Stamp> best;
    uint32_t best_distance = 40;
    for (NodeId n = 0; n < view_.tree.size(); ++n) {
      bool time = view_.tree.node(n).tag == Tag::kTime;
      bool dated = (view_.list.roles[n] & kDateRole) != 0;
      if (!time && !dated) continue;
      if (view_.list.chars[n] > 120 || UnderRole(n, kRelatedRole | kCommentRole | kHiddenRole)) continue;
      std::optional<Stamp> stamp;
      for (std::string_view attribute : {"datetime", "content", "data-datetime", "title"}) {
        if (!stamp) stamp = FindDate(view_.tree.Get(n, attribute), view_.rules);
      }
      if (!stamp) stamp = FindDate(view_.tree.TextOf(n, 200), view_.rules);
      if (!stamp) continue;
      uint32_t at = view_.list.First(n);
      if (at + 4 < head_ || (at > end_ + 6)) continue;
      uint32_t distance = at >= head_ ? at - head_ : (head_ - at) * 3;
      if (distance < best_distance ||
          (distance == best_distance && best && best->date == stamp->date && best->offset.empty())) {
        best_distance = distance;
        best = stamp;
      }
    }
    return best;
  }

  std::optional<Stamp> OnlyTime() const {
    std::optional<Stamp> only;
    for (NodeId n = 0; n < view_.tree.size(); ++n) {
      if (view_.tree.node(n).tag != Tag::kTime) continue;
      std::optional<Stamp> stamp = FindDate(view_.tree.Get(n, "datetime"), view_.rules);
      if (!stamp) continue;
      if (only && only->date != stamp->date) return std::nullopt;
      only = stamp;
    }
    return only;
  }

  bool UnderRole(NodeId n, uint32_t roles) const {
    for (int i = 0; i < 8 && n != kNoNode; ++i, n = view_.tree.node(n).parent) {
      if (view_.list.roles[n] & roles) return true;
      Tag tag = view_.tree.node(n).tag;
      if (tag == Tag::kNav || (tag == Tag::kAside && i > 0)) return true;
    }
    return false;
  }

  // A short line with little but a date.
  std::optional<Stamp> NearHeadline() const {
    uint32_t begin = head_ > 3 ? head_ - 3 : 0;
    std::optional<Stamp> above;
    uint32_t above_at = 0;
    for (uint32_t i = begin; i < Blocks().size() && i < std::max(body_, head_) + 5; ++i) {
      const Block& block = Blocks()[i];
      if (block.chars > 120 || (block.roles & (kRelatedRole | kCommentRole))) continue;
      auto stamp = FindDate(block.text, view_.rules);
      if (!stamp || i == head_) continue;
      if (block.chars > 60 && block.text.size() > (stamp->end - stamp->begin) * 6) continue;
      if (i > head_) {
        bool beside = above && above_at + 1 == head_ && i > head_ + 2;
        return beside ? above : stamp;
      }
      above = stamp;  // the nearest; what stands higher is the clock of the page
      above_at = i;
    }
    return above;
  }

  const PageView& view_;
  uint32_t head_ = 0;
  uint32_t body_ = 0;
  uint32_t end_ = 0;
};

}  // namespace

std::string FindPublished(const PageView& view, const Reading& reading, const Headline& headline) {
  return PublishedFinder(view, reading, headline).Find();
}

}  // namespace acta
