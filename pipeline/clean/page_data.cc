#include "pipeline/clean/page_data.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "pipeline/clean/charset.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

using Json = nlohmann::json;

constexpr size_t kLargestJson = 2'000'000;  // bytes of one block
constexpr int kMostObjects = 4000;          // looked at in one page

// Line ends inside strings, comment wrappers and commas before a closing bracket: the usual faults.
std::string RepairJson(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool in_string = false;
  for (size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    if (in_string && c == '\\' && i + 1 < text.size()) {
      out += c;
      out += text[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (in_string && static_cast<unsigned char>(c) < 0x20) c = ' ';
    if (!in_string && c == ',') {
      size_t next = text.find_first_not_of(" \t\r\n", i + 1);
      if (next != text.npos && (text[next] == '}' || text[next] == ']')) continue;
    }
    if (!in_string && c == ';') continue;
    out += c;
  }
  return out;
}

std::string_view WithoutWrapper(std::string_view text) {
  text = Trim(text);
  for (std::string_view open : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
    if (text.starts_with(open)) text = Trim(text.substr(open.size()));
  }
  for (std::string_view close : {"-->", "//]]>", "/*]]>*/", "]]>"}) {
    if (text.ends_with(close)) text = Trim(text.substr(0, text.size() - close.size()));
  }
  return text;
}

std::optional<Json> ParseJson(std::string_view text) {
  text = WithoutWrapper(text);
  if (text.empty() || text.size() > kLargestJson) return std::nullopt;
  Json json = Json::parse(text, nullptr, false, true);
  if (json.is_discarded()) json = Json::parse(RepairJson(text), nullptr, false, true);
  if (json.is_discarded()) return std::nullopt;
  return json;
}

std::string TextOf(const Json& value) {
  if (value.is_string()) return ToNfc(CollapseSpace(Unescape(value.get_ref<const std::string&>())));
  if (value.is_array() && !value.empty()) return TextOf(value.front());
  if (value.is_object()) {
    for (const char* key : {"@value", "name", "@id"}) {
      if (value.contains(key) && value[key].is_string()) return TextOf(value[key]);
    }
  }
  return "";
}
std::string TextOf(const Json& object, const char* key) {
  auto found = object.find(key);
  return found == object.end() ? "" : TextOf(*found);
}

bool HasType(const Json& object, std::string_view suffix) {
  auto type = object.find("@type");
  if (type == object.end()) return false;
  auto fits = [&](const Json& name) {
    return name.is_string() && name.get_ref<const std::string&>().ends_with(suffix);
  };
  return type->is_array() ? std::any_of(type->begin(), type->end(), fits) : fits(*type);
}
bool IsArticle(const Json& object) {
  return HasType(object, "Article") || HasType(object, "BlogPosting") || HasType(object, "Report") ||
         HasType(object, "LiveBlogPosting") || HasType(object, "ReportageNewsArticle");
}
bool IsPage(const Json& object) { return HasType(object, "WebPage") || HasType(object, "ItemPage"); }

using ById = std::vector<std::pair<std::string, const Json*>>;

const Json& Resolve(const Json& value, const ById& by_id) {
  if (!value.is_object() || value.contains("name")) return value;
  std::string id = TextOf(value, "@id");
  for (const auto& [key, object] : by_id) {
    if (key == id && object->contains("name")) return *object;
  }
  return value;
}

void AddAuthors(const Json& value, const ById& by_id, LinkedArticle& article) {
  if (value.is_array()) {
    for (const Json& one : value) {
      if (!one.is_array()) AddAuthors(one, by_id, article);
    }
    return;
  }
  const Json& author = Resolve(value, by_id);
  if (author.is_object() && author.contains("name") && author["name"].is_array()) {
    for (const Json& name : author["name"]) article.authors.push_back(TextOf(name));
  } else {
    std::string name = author.is_object() ? TextOf(author, "name") : TextOf(author);
    if (!name.empty()) article.authors.push_back(name);
  }
  article.people = article.people || (author.is_object() && HasType(author, "Person"));
}

LinkedArticle ToArticle(const Json& object, const ById& by_id) {
  LinkedArticle article;
  article.is_article = IsArticle(object);
  article.headline = TextOf(object, "headline");
  if (article.headline.empty()) article.headline = TextOf(object, "name");
  article.description = TextOf(object, "description");
  if (auto body = object.find("articleBody"); body != object.end()) {
    article.body = body->is_string() ? body->get<std::string>() : TextOf(*body);
  }
  article.published = TextOf(object, "datePublished");
  if (article.published.empty()) article.published = TextOf(object, "dateCreated");
  article.modified = TextOf(object, "dateModified");
  article.language = TextOf(object, "inLanguage");
  article.url = TextOf(object, "url");
  if (article.url.empty()) article.url = TextOf(object, "mainEntityOfPage");
  if (auto publisher = object.find("publisher"); publisher != object.end()) {
    article.publisher =
        TextOf(Resolve(publisher->is_array() && !publisher->empty() ? publisher->front() : *publisher, by_id),
               "name");
  }
  for (const char* key : {"author", "creator"}) {
    auto author = object.find(key);
    if (author != object.end() && article.authors.empty()) AddAuthors(*author, by_id, article);
  }
  return article;
}

// Every object of a document, in order, without recursion.
std::vector<const Json*> ObjectsOf(const std::vector<Json>& documents) {
  std::vector<const Json*> found;
  std::vector<const Json*> stack;
  for (auto it = documents.rbegin(); it != documents.rend(); ++it) stack.push_back(&*it);
  while (!stack.empty() && found.size() < kMostObjects) {
    const Json* value = stack.back();
    stack.pop_back();
    if (value->is_object()) found.push_back(value);
    size_t first = stack.size();
    for (const Json& child : *value) {
      if (child.is_structured()) stack.push_back(&child);
    }
    std::reverse(stack.begin() + static_cast<std::ptrdiff_t>(first), stack.end());
  }
  return found;
}

// How much an object says about an article; other articles of a list say little.
int Richness(const LinkedArticle& article, const std::string& page_title) {
  int score = article.is_article ? 4 : 0;
  score += !article.body.empty() ? 4 : 0;
  score += !article.published.empty() ? 3 : 0;
  score += !article.authors.empty() ? 2 : 0;
  std::string headline = WordKey(article.headline);
  if (!headline.empty() && WordKey(page_title).find(headline) != std::string::npos) score += 6;
  return score;
}

LinkedArticle ReadJsonLd(const std::vector<std::string_view>& blocks, const std::string& page_title) {
  std::vector<Json> documents;
  for (std::string_view block : blocks) {
    if (std::optional<Json> json = ParseJson(block)) documents.push_back(*std::move(json));
  }
  std::vector<const Json*> objects = ObjectsOf(documents);
  ById by_id;
  for (const Json* object : objects) {
    if (object->contains("@id")) by_id.emplace_back(TextOf(*object, "@id"), object);
  }
  LinkedArticle best;
  int best_score = 0;
  for (const Json* object : objects) {
    if (!IsArticle(*object) && !IsPage(*object)) continue;
    LinkedArticle article = ToArticle(*object, by_id);
    int score = Richness(article, page_title);
    if (score > best_score) {
      best_score = score;
      best = std::move(article);
    }
  }
  return best;
}

}  // namespace

std::string_view PageData::Meta(std::string_view name) const {
  for (const auto& [key, content] : metas) {
    if (key == name && !content.empty()) return content;
  }
  return {};
}

std::string_view PageData::Meta(std::initializer_list<std::string_view> names) const {
  for (std::string_view name : names) {
    if (std::string_view content = Meta(name); !content.empty()) return content;
  }
  return {};
}

PageData ReadPageData(const HtmlTree& tree, const std::vector<std::string_view>& json_ld) {
  PageData data;
  for (NodeId n = 0; n < tree.size(); ++n) {
    switch (tree.node(n).tag) {
      case Tag::kMeta: {
        std::string_view content = tree.Get(n, "content");
        if (content.empty()) break;
        for (std::string_view key : {"property", "name", "itemprop"}) {
          std::string_view name = tree.Get(n, key);
          if (!name.empty())
            data.metas.emplace_back(AsciiLower(Trim(name)), ToNfc(CollapseSpace(Unescape(content))));
        }
        break;
      }
      case Tag::kLink:
        if (data.canonical.empty() && ContainsNoCase(tree.Get(n, "rel"), "canonical")) {
          data.canonical = std::string(Trim(tree.Get(n, "href")));
        }
        break;
      case Tag::kBase:
        if (data.base.empty()) data.base = std::string(Trim(tree.Get(n, "href")));
        break;
      case Tag::kTitle:
        if (data.title.empty() && tree.node(tree.node(n).parent).tag != Tag::kSvg)
          data.title = ToNfc(CollapseSpace(tree.TextOf(n, 2000)));
        break;
      case Tag::kHtml:
        data.html_language = std::string(tree.Get(n, "lang"));
        break;
      case Tag::kSvg:
        n = tree.node(n).end - 1;
        break;
      default:
        break;
    }
  }
  data.linked = ReadJsonLd(json_ld, data.title + " " + std::string(data.Meta("og:title")));
  return data;
}

}  // namespace acta
