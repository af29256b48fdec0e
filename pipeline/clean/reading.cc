#include "pipeline/clean/reading.h"

#include <algorithm>

#include "pipeline/clean/strings.h"

namespace acta {
namespace {

constexpr uint32_t kShortLine = 25;  // characters; below, a block is a label rather than text
constexpr double kLaterShare = 1.4;  // a page begins with its article: a later body must be this much larger
constexpr double kOtherArticle = 3.0;  // the same, when it stands in another <article>
constexpr double kInnerShare = 0.6;    // of an outer named body, for the inner one to win
constexpr double kBeforeTitle = 0.3;   // what stands before the title is not the article
constexpr double kLongestCount = 600;  // of one paragraph; a wall of text does not outweigh many paragraphs

class Chooser {
 public:
  Chooser(const HtmlTree& tree, const BlockList& list, uint32_t anchor)
      : tree_(tree), list_(list), anchor_(anchor) {
    weight_.push_back(0);
    chars_.push_back(0);
    for (const Block& block : list.blocks) {
      weight_.push_back(weight_.back() + Weight(block));
      chars_.push_back(chars_.back() + (block.aside == kNoNode && !block.caption ? block.chars : 0));
    }
  }

  Reading Choose() {
    NodeId heaviest = Heaviest(0);
    if (NodeId first = EarlierArticle(heaviest); first != kNoNode) heaviest = Heaviest(first);
    heaviest = Climb(heaviest);
    if (heaviest == kNoNode) return {};
    Reading by_weight = Make(Pieces(heaviest), "paragraph weights");
    Reading named = Named();
    if (named.weight > 0 && named.weight >= 0.6 * by_weight.weight) return named;
    return by_weight;
  }

 private:
  double WeightOf(NodeId n) const { return weight_[list_.Last(tree_, n)] - weight_[list_.First(n)]; }
  double CharsOf(NodeId n) const { return chars_[list_.Last(tree_, n)] - chars_[list_.First(n)]; }
  double Purity(NodeId n) const {
    double chars = CharsOf(n);
    return chars <= 0 ? 0 : std::min(1.0, WeightOf(n) / chars);
  }

  Reading Make(std::vector<NodeId> roots, std::string why) const {
    Reading reading;
    for (NodeId root : roots) {
      reading.ranges.emplace_back(list_.First(root), list_.Last(tree_, root));
      reading.weight += WeightOf(root);
    }
    reading.roots = std::move(roots);
    reading.why = std::move(why) + " " + Describe(reading.roots.front());
    return reading;
  }

  std::string Describe(NodeId n) const {
    std::string names(tree_.Get(n, "class"));
    std::string id(tree_.Get(n, "id"));
    return "[id=\"" + id + "\" class=\"" + names + "\"]";
  }

  NodeId BlockParent(NodeId n) const {
    NodeId parent = tree_.node(n).parent;
    while (parent != kNoNode && parent != 0 && !IsBlockTag(tree_.node(parent).tag) &&
           tree_.node(parent).tag != Tag::kOther) {
      parent = tree_.node(parent).parent;
    }
    return parent;
  }

  // The element with most paragraph weight: a paragraph counts fully for its parent, half for the next
  // ancestor, a third for the one above …
  NodeId Heaviest(NodeId root) const {
    std::vector<double> scores(tree_.size(), 0);
    std::vector<NodeId> touched;
    for (uint32_t i = list_.First(root); i < list_.Last(tree_, root); ++i) {
      const Block& block = list_.blocks[i];
      double weight = std::min(Weight(block), kLongestCount);
      if (weight <= 0) continue;
      if (anchor_ != kNoBlock && i < anchor_) weight *= kBeforeTitle;
      bool own_line = block.paragraph || block.heading > 0 ||
                      list_.Last(tree_, block.node) - list_.First(block.node) == 1;
      NodeId ancestor = own_line ? BlockParent(block.node) : block.node;
      for (int level = 1; level <= 6 && ancestor != kNoNode && ancestor != 0; ++level) {
        if (scores[ancestor] == 0) touched.push_back(ancestor);
        scores[ancestor] += weight / level;
        ancestor = BlockParent(ancestor);
      }
    }
    NodeId best = kNoNode;
    double best_score = 0;
    for (NodeId n : touched) {
      double links = list_.chars[n] == 0 ? 0 : static_cast<double>(list_.link_chars[n]) / list_.chars[n];
      double score = scores[n] * (1 - std::min(1.0, links));
      if (list_.roles[n] & (kBodyRole | kWrapRole)) score *= 1.1;
      score *= ByPlace(n);
      if (score > best_score) {
        best_score = score;
        best = n;
      }
    }
    return best;
  }

  // What is far below the title is rarely the article.
  double ByPlace(NodeId n) const {
    if (anchor_ == kNoBlock || list_.Last(tree_, n) <= anchor_) return 1;
    uint32_t begin = list_.First(n);
    while (begin < list_.Last(tree_, n) && Weight(list_.blocks[begin]) <= 0) ++begin;
    uint32_t gap = begin > anchor_ ? begin - anchor_ : 0;  // blocks
    return gap <= 10 ? 1 : gap <= 20 ? 0.8 : gap <= 40 ? 0.6 : 0.45;
  }

  // The first <article> of a page that stacks several, when `n` is in a later one.
  NodeId EarlierArticle(NodeId n) const {
    NodeId own = n == kNoNode ? kNoNode : ArticleAround(n);
    if (own == kNoNode) return kNoNode;
    constexpr double kArticle = 800;  // characters; less is a teaser
    for (NodeId other = 0; other < own; ++other) {
      if (tree_.node(other).tag != Tag::kArticle || tree_.node(other).end > own) continue;
      if (WeightOf(other) >= kArticle && WeightOf(other) * kOtherArticle >= WeightOf(own)) return other;
    }
    return kNoNode;
  }

  // The nearest ancestor that holds more blocks: wrappers around a single child are the child.
  NodeId Grown(NodeId n) const {
    NodeId parent = BlockParent(n);
    while (parent != kNoNode && parent != 0 && list_.First(parent) == list_.First(n) &&
           list_.Last(tree_, parent) == list_.Last(tree_, n)) {
      parent = BlockParent(parent);
    }
    return parent == kNoNode || parent == 0 || tree_.node(parent).tag == Tag::kBody ? kNoNode : parent;
  }

  // Another article begins in `outer`, below `n`: it has a main heading of its own.
  bool StartsAnother(NodeId n, NodeId outer) const {
    for (uint32_t i = std::max(list_.Last(tree_, n), list_.First(outer)); i < list_.Last(tree_, outer); ++i) {
      if (list_.blocks[i].heading == 1 && i != anchor_) return true;
    }
    return false;
  }

  // Weight of what `outer` has before the title, where `n` begins after it: a column beside the article.
  double AddedBeforeTitle(NodeId n, NodeId outer) const {
    if (anchor_ == kNoBlock || list_.Last(tree_, n) <= anchor_) return 0;
    const uint32_t end = std::min(anchor_, list_.First(n));
    return end > list_.First(outer) ? weight_[end] - weight_[list_.First(outer)] : 0;
  }

  // Up, as long as the ancestor adds running text without adding as much of everything else.
  NodeId Climb(NodeId n) const {
    while (n != kNoNode) {
      NodeId parent = Grown(n);
      if (parent == kNoNode) return n;
      double added = WeightOf(parent) - WeightOf(n);
      double added_chars = CharsOf(parent) - CharsOf(n);
      if (AddedBeforeTitle(n, parent) > 0.25 * WeightOf(n)) return n;
      if (added < 0.1 * WeightOf(n) || added < 0.7 * added_chars || StartsAnother(n, parent)) return n;
      n = parent;
    }
    return n;
  }

  // Of nested named elements the inner one wins while it holds most of the outer one's text.
  Reading Named() const {
    NodeId best = kNoNode;
    double best_value = 0;
    for (NodeId n = 0; n < tree_.size(); ++n) {
      if ((list_.roles[n] & kBodyRole) == 0 || (list_.roles[n] & (kAsideRole | kCommentRole))) continue;
      if (!IsBlockTag(tree_.node(n).tag) && tree_.node(n).tag != Tag::kOther) continue;
      double value = WeightOf(n) * Purity(n);
      bool inner = best != kNoNode && n < tree_.node(best).end;
      bool other = best != kNoNode && !inner && ArticleAround(n) != ArticleAround(best);
      double rival = other && ArticleAround(best) != kNoNode
                         ? std::max(best_value, WeightOf(ArticleAround(best)))
                         : best_value;
      if (value > rival * (inner ? kInnerShare : other ? kOtherArticle : kLaterShare)) {
        best_value = value;
        best = n;
      }
    }
    if (best == kNoNode) return {};
    return Make(Companions(best), "named body");
  }

  // The element and what stands beside it or its next ancestors and is running text throughout: a body whose
  // pieces lie in boxes of their own. Companions of the same class are taken whatever their look.
  std::vector<NodeId> Pieces(NodeId n) const {
    std::vector<NodeId> pieces = Companions(n);
    if (pieces.size() > 1) return pieces;
    double like = Typical(n);
    NodeId inner = n;
    for (int level = 0; level < 3; ++level) {
      NodeId parent = Grown(inner);
      if (parent == kNoNode) break;
      for (NodeId child = parent + 1; child < tree_.node(parent).end; child = tree_.node(child).end) {
        bool around = child <= n && tree_.node(child).end > n;
        if (list_.First(child) >= list_.Last(tree_, n) && StartsAnother(n, child)) break;
        bool text = WeightOf(child) >= 200 && Purity(child) >= 0.8 && Typical(child) >= 0.5 * like;
        bool before =
            anchor_ != kNoBlock && list_.Last(tree_, child) <= anchor_ && list_.Last(tree_, n) > anchor_;
        if (!around && !before && text && IsBlockTag(tree_.node(child).tag)) pieces.push_back(child);
      }
      inner = parent;
    }
    std::sort(pieces.begin(), pieces.end());
    return pieces;
  }

  // Weight of a typical block that has any: long in articles, short in lists of comments and teasers.
  double Typical(NodeId n) const {
    uint32_t count = 0;
    for (uint32_t i = list_.First(n); i < list_.Last(tree_, n); ++i) count += Weight(list_.blocks[i]) > 0;
    return count == 0 ? 0 : WeightOf(n) / count;
  }

  NodeId ArticleAround(NodeId n) const {
    while (n != kNoNode && tree_.node(n).tag != Tag::kArticle) n = tree_.node(n).parent;
    return n;
  }

  // Other elements of the same tag and class beside the best one, in the same <article>: a body in pieces.
  std::vector<NodeId> Companions(NodeId best) const {
    std::vector<NodeId> pieces;
    std::string_view names = tree_.Get(best, "class");
    NodeId article = ArticleAround(best);
    NodeId skip_to = 0;
    NodeId top = best;
    for (int i = 0; i < 3 && BlockParent(top) != kNoNode; ++i) top = BlockParent(top);
    for (NodeId n = top; n < tree_.node(top).end; ++n) {
      if (n < skip_to) continue;
      bool same =
          n == best || (!names.empty() && tree_.node(n).tag == tree_.node(best).tag &&
                        tree_.Get(n, "class") == names && WeightOf(n) > 0 && ArticleAround(n) == article);
      if (!same) continue;
      if (n != best && n < best && tree_.node(n).end > best) continue;  // around the best, not beside it
      pieces.push_back(n);
      skip_to = tree_.node(n).end;
    }
    return pieces;
  }

  const HtmlTree& tree_;
  const BlockList& list_;
  uint32_t anchor_;             // the block of the title, or kNoBlock
  std::vector<double> weight_;  // prefix sums over blocks
  std::vector<double> chars_;
};

}  // namespace

double Weight(const Block& block) {
  if (block.aside != kNoNode || block.caption || block.heading > 0) return 0;
  if (block.chars < kShortLine) return 0;
  double links = block.link_density();
  if (links > 0.5 && !(block.paragraph && block.chars > 200)) return 0;
  double weight = block.chars * (1 - links);
  if (!block.paragraph && block.chars < 80) weight *= 0.5;
  return weight;
}

Reading ChooseReading(const HtmlTree& tree, const BlockList& list, uint32_t anchor) {
  return Chooser(tree, list, anchor).Choose();
}

}  // namespace acta
