#include "pipeline/clean/stated_body.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include <unicode/utf8.h>

#include "pipeline/clean/blocks.h"
#include "pipeline/clean/charset.h"
#include "pipeline/clean/html_tree.h"
#include "pipeline/clean/strings.h"

namespace acta {
namespace {

constexpr size_t kRun = 4;  // words

size_t Mix(size_t seed, const std::string& word) { return seed * 1'000'003 + std::hash<std::string>()(word); }

size_t HashOf(const std::vector<std::string>& words, size_t begin, size_t count) {
  size_t hash = count;
  for (size_t i = begin; i < begin + count; ++i) hash = Mix(hash, words[i]);
  return hash;
}

// A line per block element of an HTML fragment.
std::string HtmlToLines(std::string_view html) {
  Result<HtmlTree> tree = ParseHtml(html, ParseLimits{32u << 20, std::chrono::milliseconds(300)});
  if (!tree) return "";
  std::string lines;
  for (NodeId n = 0; n < tree->size(); ++n) {
    const Node& node = tree->node(n);
    if (node.tag == Tag::kScript || node.tag == Tag::kStyle || node.tag == Tag::kFigure) {
      n = node.end - 1;
      continue;
    }
    if (node.tag == Tag::kText) {
      lines += node.text;
    } else if (IsBlockTag(node.tag) || node.tag == Tag::kBr) {
      lines += '\n';
    }
  }
  return lines;
}

int HexAt(std::string_view text, size_t at) {
  int value = -1;
  if (at + 4 <= text.size()) std::from_chars(text.data() + at, text.data() + at + 4, value, 16);
  return value;
}

// The content of a JavaScript string, its escapes resolved (\n, \", \u003C, surrogate pairs).
std::string DecodeString(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 >= text.size()) {
      out += text[i];
      continue;
    }
    char c = text[++i];
    if (c == 'n' || c == 't' || c == 'r') {
      out += ' ';
    } else if (c == 'u') {
      UChar32 code = HexAt(text, i + 1);
      if (code < 0) continue;
      i += 4;
      if (U16_IS_LEAD(code) && text.substr(i + 1, 2) == "\\u" && HexAt(text, i + 3) >= 0) {
        code = U16_GET_SUPPLEMENTARY(code, HexAt(text, i + 3));
        i += 6;
      }
      char buffer[U8_MAX_LENGTH];
      int32_t size = 0;
      if (!U_IS_SURROGATE(code)) U8_APPEND_UNSAFE(buffer, size, code);
      out.append(buffer, static_cast<size_t>(size));
    } else {
      out += c;
    }
  }
  return out;
}

size_t CountOf(std::string_view text, std::string_view what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != text.npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

size_t Paragraphs(std::string_view text) {
  return CountOf(text, "\\u003Cp") + CountOf(text, "\\u003cp") + CountOf(text, "<p>");
}

}  // namespace

StatedBody::StatedBody(std::string_view text) {
  std::string lines =
      text.find("</") == text.npos && text.find("<br") == text.npos ? std::string(text) : HtmlToLines(text);
  for (size_t begin = 0; begin < lines.size();) {
    size_t end = std::min(lines.find('\n', begin), lines.size());
    std::string line = ToNfc(CollapseSpace(Unescape(std::string_view(lines).substr(begin, end - begin))));
    begin = end + 1;
    if (line.empty()) continue;
    chars_ += CountChars(line);
    paragraphs_.push_back(std::move(line));
  }
  std::vector<std::string> words = Words(lines);
  for (size_t i = 0; i < words.size(); ++i) {
    for (size_t count = 1; count <= kRun && i + count <= words.size(); ++count)
      runs_.insert(HashOf(words, i, count));
  }
}

double StatedBody::Coverage(std::string_view line) const {
  std::vector<std::string> words = Words(line);
  if (words.empty() || runs_.empty()) return 0;
  size_t count = std::min(kRun, words.size());
  size_t hits = 0;
  size_t runs = words.size() - count + 1;
  for (size_t i = 0; i < runs; ++i) hits += runs_.contains(HashOf(words, i, count));
  return static_cast<double>(hits) / static_cast<double>(runs);
}

std::string BodyInScripts(const std::vector<std::string_view>& scripts, size_t least) {
  std::string_view best;
  size_t best_count = 2;  // paragraphs; fewer make no article
  for (std::string_view script : scripts) {
    if (script.size() < least || Paragraphs(script) <= best_count) continue;
    size_t begin = 0;
    for (size_t i = 0; i <= script.size(); ++i) {
      if (i < script.size() && script[i] == '\\') {
        ++i;
        continue;
      }
      if (i < script.size() && script[i] != '"') continue;
      std::string_view string = script.substr(begin, i - begin);
      begin = i + 1;
      if (string.size() < least) continue;
      size_t count = Paragraphs(string);
      if (count > best_count) {
        best_count = count;
        best = string;
      }
    }
  }
  return DecodeString(best);
}

}  // namespace acta
