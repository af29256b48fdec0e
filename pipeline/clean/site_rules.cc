#include "pipeline/clean/site_rules.h"

#include <algorithm>
#include <cctype>

#include "pipeline/clean/strings.h"

namespace acta {
namespace {

constexpr std::pair<std::string_view, Tag> kTags[] = {
    {"a", Tag::kA},           {"article", Tag::kArticle},
    {"aside", Tag::kAside},   {"b", Tag::kB},
    {"body", Tag::kBody},     {"center", Tag::kCenter},
    {"dd", Tag::kDd},         {"div", Tag::kDiv},
    {"dl", Tag::kDl},         {"dt", Tag::kDt},
    {"em", Tag::kEm},         {"font", Tag::kFont},
    {"form", Tag::kForm},     {"h1", Tag::kH1},
    {"h2", Tag::kH2},         {"h3", Tag::kH3},
    {"h4", Tag::kH4},         {"h5", Tag::kH5},
    {"h6", Tag::kH6},         {"header", Tag::kHeader},
    {"i", Tag::kI},           {"li", Tag::kLi},
    {"main", Tag::kMain},     {"meta", Tag::kMeta},
    {"ol", Tag::kOl},         {"p", Tag::kP},
    {"pre", Tag::kPre},       {"section", Tag::kSection},
    {"small", Tag::kSmall},   {"span", Tag::kSpan},
    {"strong", Tag::kStrong}, {"table", Tag::kTable},
    {"td", Tag::kTd},         {"th", Tag::kTh},
    {"time", Tag::kTime},     {"title", Tag::kTitle},
    {"tr", Tag::kTr},         {"ul", Tag::kUl},
};

class SelectorReader {
 public:
  explicit SelectorReader(std::string_view text) : text_(text) {}

  Result<Selector> Read() {
    Selector selector;
    selector.text = std::string(text_);
    selector.any_of.emplace_back();
    while (true) {
      SkipSpace();
      if (at_ == text_.size()) break;
      if (text_[at_] == ',') {
        if (selector.any_of.back().empty()) return Wrong("an element is missing before ','");
        selector.any_of.emplace_back();
        ++at_;
        continue;
      }
      Result<Compound> compound = ReadCompound();
      if (!compound) return tl::unexpected(compound.error());
      selector.any_of.back().push_back(std::move(*compound));
    }
    if (selector.any_of.back().empty()) return Wrong("an element is missing at the end");
    return selector;
  }

 private:
  tl::unexpected<Error> Wrong(std::string_view what) const {
    return Fail("selector", "\"" + std::string(text_) + "\", character " + std::to_string(at_ + 1) + ": " +
                                std::string(what));
  }
  void SkipSpace() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_]))) ++at_;
  }
  std::string Name() {
    size_t begin = at_;
    auto fits = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || (c & 0x80);
    };
    while (at_ < text_.size() && fits(text_[at_])) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  Result<Compound> ReadCompound() {
    Compound compound;
    size_t begin = at_;
    if (std::string name = AsciiLower(Name()); !name.empty()) {
      auto known =
          std::find_if(std::begin(kTags), std::end(kTags), [&](auto& tag) { return tag.first == name; });
      if (known == std::end(kTags)) return Wrong("no tag of text is called '" + name + "'");
      compound.tag = known->second;
    }
    while (at_ < text_.size() && (text_[at_] == '#' || text_[at_] == '.' || text_[at_] == '[')) {
      char sign = text_[at_++];
      std::string name = Name();
      if (name.empty()) return Wrong("a name is missing");
      if (sign == '#') compound.id = name;
      if (sign == '.') compound.classes.push_back(name);
      if (sign != '[') continue;
      std::string value;
      if (at_ < text_.size() && text_[at_] == '=') {
        size_t close = text_.find(']', ++at_);
        if (close == text_.npos) return Wrong("']' is missing");
        std::string_view written = text_.substr(at_, close - at_);
        bool quoted =
            written.size() >= 2 && (written[0] == '"' || written[0] == '\'') && written.back() == written[0];
        value = std::string(quoted ? written.substr(1, written.size() - 2) : written);
        at_ = close;
      }
      if (at_ == text_.size() || text_[at_] != ']') return Wrong("']' is missing");
      ++at_;
      compound.attributes.emplace_back(AsciiLower(name), value);
    }
    if (at_ == begin)
      return Wrong("only tags, #id, .class, [name], [name=value], spaces and commas are known");
    return compound;
  }

  std::string_view text_;
  size_t at_ = 0;
};

bool HasClass(std::string_view list, std::string_view name) {
  constexpr std::string_view kSpace = " \t\r\n\f";
  for (size_t at = list.find(name); at != list.npos; at = list.find(name, at + 1)) {
    size_t end = at + name.size();
    bool begins = at == 0 || kSpace.find(list[at - 1]) != kSpace.npos;
    if (begins && (end == list.size() || kSpace.find(list[end]) != kSpace.npos)) return true;
  }
  return false;
}

bool Fits(const HtmlTree& tree, NodeId n, const Compound& compound) {
  if (tree.node(n).tag == Tag::kText) return false;
  if (compound.tag != Tag::kOther && tree.node(n).tag != compound.tag) return false;
  if (!compound.id.empty() && tree.Get(n, "id") != compound.id) return false;
  for (const std::string& name : compound.classes) {
    if (!HasClass(tree.Get(n, "class"), name)) return false;
  }
  return std::all_of(compound.attributes.begin(), compound.attributes.end(), [&](const auto& wanted) {
    return tree.Has(n, wanted.first) && (wanted.second.empty() || tree.Get(n, wanted.first) == wanted.second);
  });
}

// The innermost compound at `n`, each other one at the nearest ancestor that is left.
bool Fits(const HtmlTree& tree, NodeId n, const Descent& descent) {
  if (!Fits(tree, n, descent.back())) return false;
  size_t left = descent.size() - 1;
  for (NodeId up = tree.node(n).parent; left > 0 && up != kNoNode; up = tree.node(up).parent) {
    if (Fits(tree, up, descent[left - 1])) --left;
  }
  return left == 0;
}

}  // namespace

Result<Selector> ParseSelector(std::string_view text) {
  text = Trim(text);
  return text.empty() ? Selector{} : SelectorReader(text).Read();
}

std::vector<NodeId> Select(const HtmlTree& tree, const Selector& selector) {
  std::vector<NodeId> found;
  for (NodeId n = 0; n < tree.size();) {
    bool fits = std::any_of(selector.any_of.begin(), selector.any_of.end(),
                            [&](const Descent& descent) { return Fits(tree, n, descent); });
    if (fits) found.push_back(n);
    n = fits ? tree.node(n).end : n + 1;
  }
  return found;
}

const SiteRules* FindSite(const std::vector<SiteRules>& sites, std::string_view host) {
  const std::string folded = AsciiLower(host.starts_with("www.") ? host.substr(4) : host);
  auto found = std::find_if(sites.begin(), sites.end(), [&](const SiteRules& s) { return s.host == folded; });
  return found == sites.end() ? nullptr : &*found;
}

}  // namespace acta
