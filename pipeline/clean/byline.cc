#include "pipeline/clean/byline.h"

#include <re2/re2.h>

#include <algorithm>
#include <vector>

#include "pipeline/clean/printed_date.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

struct BylinePatterns {
  RE2 opening{
      R"((?i)^\s*(?:by|from|written by|posted by|von|par|por|door|di|av|af|автор(?:ы)?\s*:?|tác giả\s*:?|text\s*:|author\s*:?|story by|words by)[\s:]+)"};
  RE2 joint{R"((?i)\s*(?:;|,|\s/\s|\||&|\+|\s[-–]\s|\n|\s(?:and|und|et|y|e|và|и|en|og|och|with)\s)\s*)"};
  RE2 noise{
      R"((?i)https?:|www\.|@|\d{2,}|facebook|twitter|^(?:admin|administrator|super user|superuser|root|webmaster|editor|staff|redaktion|by|von|par|por|update|updated|published)$)"};
};
const BylinePatterns& Bylines() {
  static const BylinePatterns patterns;
  return patterns;
}

bool IsName(std::string_view name) {
  if (name.empty() || CountChars(name) > 60 || CountWords(name) > 7) return false;
  return !RE2::PartialMatch(re2::StringPiece(name.data(), name.size()), Bylines().noise);
}

// Every word of a name begins with a capital, particles aside; scripts without capitals pass.
bool IsCapitalised(std::string_view name) {
  static const RE2 small(R"((?:^|[\s(-])(\p{Ll}[\p{L}]*))");
  static const RE2 particle(
      "de|del|della|da|di|do|dos|du|des|la|le|van|von|vom|der|den|ter|ten|zu|zur|bin|ibn|al|el|y|e|af|av|и");
  re2::StringPiece input(name.data(), name.size());
  std::string word;
  while (RE2::FindAndConsume(&input, small, &word)) {
    if (!RE2::FullMatch(word, particle)) return false;
  }
  return true;
}

void AddName(std::string_view name, std::vector<std::string>& names) {
  std::string clean(Trim(name));
  while (!clean.empty() && std::string_view(".,:;-–•|/").find(clean.back()) != std::string_view::npos &&
         !clean.ends_with("r."))
    clean.pop_back();
  clean = std::string(Trim(clean));
  if (!IsName(clean)) return;
  std::string key = WordKey(clean);
  for (const std::string& known : names) {
    if (WordKey(known) == key) return;
  }
  if (!key.empty()) names.push_back(clean);
}

void SplitInto(std::string_view text, std::vector<std::string>& names) {
  std::string rest(text);
  while (RE2::Replace(&rest, Bylines().opening, "")) {
  }
  re2::StringPiece input(rest);
  size_t begin = 0;
  re2::StringPiece match;
  while (begin <= rest.size() &&
         Bylines().joint.Match(rest, begin, rest.size(), RE2::UNANCHORED, &match, 1) && !match.empty()) {
    auto at = static_cast<size_t>(match.data() - rest.data());
    AddName(std::string_view(rest).substr(begin, at - begin), names);
    begin = at + match.size();
  }
  if (begin <= rest.size()) AddName(std::string_view(rest).substr(begin), names);
}

std::string Join(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : "; ") + name;
  return out;
}

// A byline inside the byline: the inner one is the name, the outer one adds dates and posts.
bool HasInnerByline(const PageView& view, NodeId n) {
  for (NodeId inner = n + 1; inner < view.tree.node(n).end; ++inner) {
    bool named = (view.list.roles[inner] & kBylineRole) != 0 && view.list.chars[inner] >= 4;
    if (named && view.list.chars[inner] < view.list.chars[n]) return true;
  }
  return false;
}

// "By Nam Anh" on a line of its own, between the headline and the text.
std::string Written(const PageView& view, const Headline& headline, const Reading& reading) {
  if (reading.ranges.empty()) return "";
  uint32_t body = reading.ranges.front().first;
  uint32_t from = headline.block != kNoBlock ? headline.block + 1 : body > 6 ? body - 6 : 0;
  static const RE2 by(
      R"(^(?:By|BY|Von|Par|Por|(?:Submitted|Posted|Published|Written|Reported) by|Автор:?|Tác giả:?|Опубликовал:?|Đăng bởi:?|Viết bởi:?)\s+(\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,4}))");
  for (uint32_t i = from; i < view.list.blocks.size() && i < std::max(body, from) + 4; ++i) {
    const Block& block = view.list.blocks[i];
    std::string name;
    if (block.chars < 80 && RE2::PartialMatch(block.text, by, &name)) return name;
  }
  return "";
}

// "Tác giả: Nam Anh" as the whole of an element, however it is named: in a line of facts ("12/5 | Автор: … |
// views"), or in a footer.
std::string Labelled(const PageView& view, const Headline& headline, const Reading& reading) {
  if (reading.ranges.empty()) return "";
  static const RE2 labelled(
      R"((?i:(?:text |story |words |written |posted |reported |submitted |published )?by(?::|\s)|authors?:|авторы?(?: текста| статьи| материала)?:|tác giả(?: bài viết)?:|bài và ảnh:|tin, ảnh:|bài viết:|người viết:)\s*(\p{Lu}[\p{L}\p{M}.'’-]*(?:[\s,;–-]+\p{Lu}[\p{L}\p{M}.'’-]*){1,7}))");
  const uint32_t body = reading.ranges.front().first;
  const uint32_t from = headline.block != kNoBlock ? std::min(headline.block, body) : body > 6 ? body - 6 : 0;
  const uint32_t until = reading.ranges.back().second + 4;
  for (NodeId n = 0; n < view.tree.size(); ++n) {
    const uint32_t at = view.list.First(n);
    if (view.list.chars[n] < 6 || view.list.chars[n] > 80 || at < from || at > until) continue;
    if (view.list.roles[n] & (kCommentRole | kRelatedRole)) continue;
    // Of elements that hold the same text one in another the outermost is read: a deep page is walked once.
    const NodeId parent = view.tree.node(n).parent;
    if (n > 0 && view.list.chars[parent] == view.list.chars[n] && view.list.First(parent) == at) continue;
    std::string name;
    const std::string text(CollapseSpace(view.tree.TextOf(n, 300)));
    if (RE2::FullMatch(text, labelled, &name)) return name;
  }
  return "";
}

// Elements named as bylines, close to the headline or the start of the text.
std::string Shown(const PageView& view, const Headline& headline, const Reading& reading) {
  uint32_t body = reading.ranges.empty() ? 0 : reading.ranges.front().first;
  uint32_t end = reading.ranges.empty() ? 0 : reading.ranges.back().second;
  uint32_t head = headline.block != kNoBlock ? headline.block : body;
  std::vector<std::string> names;
  NodeId taken_end = 0;
  for (NodeId n = 0; n < view.tree.size(); ++n) {
    if (n < taken_end || (view.list.roles[n] & kBylineRole) == 0 ||
        (view.list.roles[n] & (kCommentRole | kRelatedRole)))
      continue;
    uint32_t at = view.list.First(n);
    if (at + 3 < head || at > end + 3 || view.list.chars[n] == 0 || view.list.chars[n] > 120) continue;
    if (HasInnerByline(view, n) || view.tree.node(n).tag == Tag::kTime) continue;
    std::string text = view.tree.TextOf(n, 400);
    if (auto stamp = FindDate(text, view.rules)) text = text.substr(0, stamp->begin);
    size_t before = names.size();
    SplitInto(text, names);
    names.erase(std::remove_if(names.begin() + static_cast<std::ptrdiff_t>(before), names.end(),
                               [](const std::string& name) { return !IsCapitalised(name); }),
                names.end());
    if (names.size() > before) taken_end = view.tree.node(n).end;
  }
  return Join(names);
}

// The publisher given as its own author.
bool NamesHouse(const std::vector<std::string>& names, const PageView& view) {
  std::string house = WordKey(view.data.linked.publisher);
  std::string site = WordKey(view.data.Meta("og:site_name"));
  return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
    std::string key = WordKey(name);
    return key == house || key == site || (!view.data.linked.people && CountWords(name) < 2);
  });
}

}  // namespace

bool LooksLikeName(std::string_view text) {
  std::string name(text);
  RE2::Replace(&name, Bylines().opening, "");
  size_t words = CountWords(name);
  bool plain = name.find_first_of("0123456789:/@|!?") == name.npos;
  return words >= 2 && words <= 5 && plain && IsName(name) && FoldCase(name) != name && IsCapitalised(name);
}

std::string SplitNames(std::string_view text) {
  std::vector<std::string> names;
  SplitInto(text, names);
  return Join(names);
}

std::string FindByline(const PageView& view, const Headline& headline, const Reading& reading,
                       const std::string& in_text) {
  std::vector<std::string> names;
  for (const std::string& author : view.data.linked.authors) SplitInto(author, names);
  if (!names.empty() && !NamesHouse(names, view)) {
    view.Note("byline: JSON-LD");
    return Join(names);
  }
  std::string house = Join(names);
  names.clear();
  for (std::string_view name :
       {"author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author",
        "byl", "cxenseparse:author", "dc.contributor", "citation_author", "twitter:misc:written by"}) {
    SplitInto(view.data.Meta(name), names);
    if (!names.empty() && NamesHouse(names, view)) {
      if (house.empty()) house = Join(names);
      names.clear();
    }
    if (!names.empty()) {
      view.Note("byline: <meta name=" + std::string(name) + ">");
      return Join(names);
    }
  }
  std::string shown = Shown(view, headline, reading);
  if (!shown.empty()) {
    view.Note("byline: element named as a byline");
    return shown;
  }
  if (std::string labelled = SplitNames(Labelled(view, headline, reading)); !labelled.empty()) {
    view.Note("byline: an element that begins with the word for it");
    return labelled;
  }
  if (std::string written = Written(view, headline, reading); !written.empty()) {
    view.Note("byline: a line that begins with \"By\"");
    return SplitNames(written);
  }
  if (std::string signature = SplitNames(in_text); !signature.empty()) {
    view.Note("byline: in the text");
    return signature;
  }
  if (!house.empty()) view.Note("byline: the publisher, by its own word");
  return house;
}

}  // namespace acta
