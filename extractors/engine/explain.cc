#include "extractors/engine/explain.h"

#include <fmt/format.h>

#include <algorithm>

#include "extractors/engine/cascade.h"
#include "extractors/engine/examples.h"
#include "extractors/engine/facts.h"

namespace acta {
namespace {

constexpr size_t kLongestQuote = 90;  // bytes of a unit's text that are shown

std::string Quote(std::string_view text) {
  std::string line = OneLine(text);
  if (line.size() > kLongestQuote) {
    size_t cut = kLongestQuote;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0) == 0x80) --cut;
    line = line.substr(0, cut) + "…";
  }
  return "“" + line + "”";
}

class Drawer {
 public:
  explicit Drawer(const TreeView& view) : view_(view) {}

  std::string Draw() {
    const Tree& tree = view_.tree();
    for (const SentenceUnits& sentence : tree.sentences) {
      Span whole{view_.unit(tree.roots[sentence.first]).span.begin,
                 view_.unit(tree.roots[sentence.first + sentence.count - 1]).span.end};
      out_ += fmt::format("# {}\n", OneLine(view_.Printed(whole)));
      DrawRow(&tree.roots[sentence.first], sentence.count, 1, {});
    }
    return std::move(out_);
  }

 private:
  // Runs of plain words share a line.
  void DrawRow(const uint32_t* units, uint32_t count, int depth, const std::vector<std::string>& fields) {
    std::string words;
    auto flush = [&] {
      if (!words.empty()) out_ += fmt::format("{:{}}{}\n", "", depth * 2, words);
      words.clear();
    };
    for (uint32_t i = 0; i < count; ++i) {
      const Unit& unit = view_.unit(units[i]);
      std::string field = i < fields.size() ? fields[i] : "";
      if (unit.source == Unit::Source::kToken && field.empty()) {
        words += (words.empty() ? "" : " ") + std::string(view_.Printed(unit.span));
        continue;
      }
      if (unit.source == Unit::Source::kStart || unit.source == Unit::Source::kEnd) continue;
      flush();
      DrawUnit(units[i], depth, field);
    }
    flush();
  }

  void DrawUnit(uint32_t at, int depth, const std::string& field) {
    const Unit& unit = view_.unit(at);
    out_ += fmt::format("{:{}}{}{} {}{}\n", "", depth * 2, field, Kinds(unit),
                        Quote(view_.Printed(unit.span)), Origin(unit));
    if (unit.source != Unit::Source::kRule) return;
    std::vector<std::string> fields(unit.child_count);
    for (uint32_t c = 0; c < unit.capture_count; ++c) {
      const Capture& capture = view_.tree().captures[unit.first_capture + c];
      for (uint32_t i = capture.first; i < capture.last; ++i)
        fields[i] += std::string(view_.pack().names[capture.name]) + ": ";
    }
    DrawRow(&view_.tree().children[unit.first_child], unit.child_count, depth + 1, fields);
  }

  std::string Kinds(const Unit& unit) const {
    std::string out;
    for (uint32_t kind : view_.pack().alphabet.kinds(unit.symbol)) {
      std::string_view name = view_.pack().kinds[kind];
      if (name.starts_with('"') || name == "unlisted") continue;
      out += (out.empty() ? "" : "|") + std::string(name);
    }
    return out.empty() ? "word" : out;
  }

  std::string Origin(const Unit& unit) const {
    if (unit.source == Unit::Source::kRule) {
      const Rule& rule = view_.pack().rules[unit.index];
      std::string out = "   " + rule.place.ToString();
      if (!rule.reject.empty()) out += "   refused: " + rule.reject;
      return out;
    }
    if (unit.source == Unit::Source::kText)
      return "   " + view_.pack().text_patterns[unit.index].place.ToString();
    if (unit.source != Unit::Source::kPhrase) return {};
    std::string out;
    for (uint32_t id : view_.pack().lexicon.phrases()[unit.index].readings) {
      for (const Attribute& one : view_.pack().lexicon.reading(id).attributes) {
        out += fmt::format(" {}={}", view_.pack().names[one.name], one.value);
      }
    }
    return out.empty() ? out : "  " + out;
  }

  const TreeView& view_;
  std::string out_;
};

struct FieldLines {
  std::string& out;
  void operator()(const Field& field, const Maybe<std::string>& v) {
    if (v) Line(field.name, v->value, v->basis);
  }
  void operator()(const Field& field, const Maybe<Date>& v) {
    if (v) Line(field.name, ToIso(v->value), v->basis);
  }
  void operator()(const Field& field, const Maybe<double>& v) {
    if (v) Line(field.name, fmt::format("{}", v->value), v->basis);
  }
  void operator()(const Field& field, const Maybe<bool>& v) {
    if (v) Line(field.name, v->value ? "true" : "false", v->basis);
  }
  void operator()(const Field& field, const Many<std::string>& values) {
    for (const auto& v : values) Line(field.name, v.value, v.basis);
  }
  void operator()(const Field&, const std::vector<Post>& posts) {
    for (const Post& post : posts) {
      Line("post", post.title ? post.title->value : "", Basis::kPrinted);
      Post::Fields(post, *this);
    }
  }
  void operator()(const Field&, const std::vector<Party>& parties) {
    for (const Party& party : parties) {
      if (party.role && party.role->value != "lead")
        Line(party.role->value, party.name ? party.name->value : "", party.name->basis);
    }
  }
  void operator()(const Field&, const std::optional<Anchor>&) {}
  void operator()(const Field&, const Links&) {}

  void Line(std::string_view name, std::string_view value, Basis basis) {
    out += fmt::format("    {}: {}{}\n", name, value,
                       basis == Basis::kPrinted ? "" : fmt::format("   ({})", ToString(basis)));
  }
};

}  // namespace

std::string DrawTree(const TreeView& view) { return Drawer(view).Draw(); }

std::string Explain(const Pack& pack, const std::string& text, const std::string& published) {
  Article article = ExampleArticle(text);
  article.language = pack.language;
  article.published = published;
  Tree tree = ReadArticle(article, pack.annotator->Annotate(article), pack);
  TreeView view(article, tree, pack);
  std::vector<Abstention> abstentions;
  Facts facts = FactsOf(view, &abstentions);
  std::string out = DrawTree(view);
  Facts::Lists(facts, [&](const auto& records) {
    for (const auto& record : records) {
      out += fmt::format("\n{}   {}\n", record.kKind, record.head.rule);
      FieldLines lines{out};
      record.Fields(record, lines);
    }
  });
  for (const Abstention& one : abstentions) {
    out += fmt::format("\nabstained: {} {}   {}\n", Quote(view.Printed(one.span)), one.reason, one.rule);
  }
  return out;
}

}  // namespace acta
