#include "extractors/engine/examples.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <cmath>
#include <set>

#include "extractors/engine/cascade.h"
#include "extractors/engine/explain.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

struct Expectation {
  std::string field, text, value;
};

struct Example {
  std::string text;
  std::vector<Expectation> expectations;
};

std::string Trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return std::string(text);
}

Example ParseExample(std::string_view source) {
  Example out;
  for (size_t i = 0; i < source.size();) {
    size_t close = source[i] == '{' ? source.find('}', i) : source.npos;
    if (source[i] != '{' || close == source.npos) {
      out.text += source[i++];
      continue;
    }
    std::string_view inside = source.substr(i + 1, close - i - 1);
    size_t colon = inside.find(':');
    size_t equals = inside.rfind(" = ");
    if (equals != inside.npos && equals < colon) equals = inside.npos;
    Expectation one;
    one.field = Trim(inside.substr(0, colon));
    one.text = Trim(inside.substr(colon + 1, equals == inside.npos ? inside.npos : equals - colon - 1));
    if (equals != inside.npos) one.value = Trim(inside.substr(equals + 3));
    out.text += one.text;
    out.expectations.push_back(std::move(one));
    i = close + 1;
  }
  return out;
}

class Checker {
 public:
  explicit Checker(const Pack& pack) : pack_(pack) {}

  void Run(uint32_t rule) {
    ++report_.rules;
    for (const std::string& example : pack_.rules[rule].examples) RunExample(rule, example);
    for (const std::string& never : pack_.rules[rule].never) RunNever(rule, never);
  }

  CheckReport Take() { return std::move(report_); }

 private:
  struct Reading {
    Article article;
    Tree tree;
  };

  Reading Read(const Rule& rule, const std::string& text) const {
    Reading out;
    out.article = ExampleArticle(text);
    out.article.language = pack_.language;
    out.article.published = rule.given_published;
    out.tree = ReadArticle(out.article, pack_.annotator->Annotate(out.article), pack_);
    return out;
  }

  std::vector<uint32_t> MadeBy(const Tree& tree, uint32_t rule) const {
    std::vector<uint32_t> out;
    for (uint32_t u = 0; u < tree.units.size(); ++u) {
      if (tree.units[u].source == Unit::Source::kRule && tree.units[u].index == rule) out.push_back(u);
    }
    return out;
  }

  void RunExample(uint32_t r, const std::string& source) {
    ++report_.examples;
    Example example = ParseExample(source);
    Reading reading = Read(pack_.rules[r], example.text);
    TreeView view(reading.article, reading.tree, pack_);
    const std::vector<uint32_t> made = MadeBy(reading.tree, r);
    std::string complaint = made.empty() ? "the rule does not match" + ReadInstead(view) : "";
    for (uint32_t unit : made) {
      complaint = Mismatch(view, unit, example);
      if (complaint.empty()) return;
    }
    report_.failures.push_back({pack_.rules[r].place, source, complaint + "\n" + DrawTree(view)});
  }

  void RunNever(uint32_t r, const std::string& text) {
    ++report_.never;
    Reading reading = Read(pack_.rules[r], text);
    auto units = MadeBy(reading.tree, r);
    if (units.empty()) return;
    TreeView view(reading.article, reading.tree, pack_);
    report_.failures.push_back(
        {pack_.rules[r].place, text,
         fmt::format("must not match, but reads “{}”", view.Printed(view.unit(units.front()).span))});
  }

  // What is wrong with a unit, or "".
  std::string Mismatch(const TreeView& view, uint32_t unit, const Example& example) const {
    for (const Expectation& want : example.expectations) {
      auto span = view.CapturedSpan(unit, want.field);
      if (!span) {
        auto found = view.Find(unit, want.field);
        if (found && (found->text == want.value || view.Printed(found->span) == want.text)) continue;
        return fmt::format("{} is not captured{}", want.field, CapturesOf(view, unit));
      }
      if (view.Printed(*span) != want.text)
        return fmt::format("{} is “{}”, not “{}”", want.field, view.Printed(*span), want.text);
      if (!want.value.empty() && !HasValue(view, unit, want))
        return fmt::format("{} has not the value {}{}", want.field, want.value,
                           ValuesOf(view, unit, want.field));
    }
    return {};
  }

  // “; read instead: order “asks the board …” by en/directive.toml:19”: the records that other rules made.
  std::string ReadInstead(const TreeView& view) const {
    constexpr size_t kMost = 3;
    std::vector<std::string> said;
    for (uint32_t root : view.tree().roots) {
      const Unit& unit = view.unit(root);
      if (unit.source != Unit::Source::kRule || said.size() == kMost) continue;
      const Rule& rule = pack_.rules[unit.index];
      said.push_back(fmt::format("{} “{}” by {}", pack_.kinds[rule.kind], view.Printed(unit.span),
                                 rule.place.ToString()));
    }
    return said.empty() ? std::string() : "; read instead: " + fmt::format("{}", fmt::join(said, ", "));
  }

  // “; captured are issuer “Board”, action “act””
  std::string CapturesOf(const TreeView& view, uint32_t unit) const {
    std::vector<std::string> said;
    std::set<uint32_t> seen;
    const Unit& u = view.unit(unit);
    for (uint32_t c = 0; c < u.capture_count; ++c) {
      const uint32_t name = view.tree().captures[u.first_capture + c].name;
      const std::string field(pack_.names[name]);
      if (seen.insert(name).second)
        said.push_back(fmt::format("{} “{}”", field, view.Printed(*view.CapturedSpan(unit, field))));
    }
    return said.empty() ? "; nothing is" : fmt::format("; captured are {}", fmt::join(said, ", "));
  }

  // “; it is read as 2031-12-31”: a date, a figure, else the attributes and the words.
  std::string ValuesOf(const TreeView& view, uint32_t unit, const std::string& field) const {
    std::vector<std::string> said;
    for (uint32_t one : view.Captured(unit, field)) {
      if (auto date = ReadDate(view, one, view.article().published_day(), DateUse::kDeadline))
        said.push_back(ToIso(date->date));
      if (auto value = QuantityValue(view, one)) said.push_back(fmt::format("{}", *value));
      if (auto own = view.Find(one, field)) said.push_back(std::string(own->text));
    }
    if (said.empty()) said.push_back("“" + view.Nominative(view.Captured(unit, field)) + "”");
    return fmt::format("; it is read as {}", fmt::join(said, ", "));
  }

  bool HasValue(const TreeView& view, uint32_t unit, const Expectation& want) const {
    auto published = view.article().published_day();
    for (uint32_t one : view.Captured(unit, want.field)) {
      for (const std::string& name : pack_.names) {
        if (auto found = view.Find(one, name); found && found->text == want.value) return true;
      }
      if (view.Nominative(one) == want.value) return true;
      for (DateUse use : {DateUse::kDeadline, DateUse::kPast}) {
        if (auto date = ReadDate(view, one, published, use); date && ToIso(date->date) == want.value)
          return true;
      }
      double number = 0;
      auto [end, error] = std::from_chars(want.value.data(), want.value.data() + want.value.size(), number);
      auto value = QuantityValue(view, one);
      if (error == std::errc() && end == want.value.data() + want.value.size() && value &&
          std::abs(*value - number) < 1e-9)
        return true;
      for (uint32_t person : view.Inside(one, {"person"})) {
        if (PersonName(view, person) == want.value) return true;
      }
    }
    return view.Nominative(view.Captured(unit, want.field)) == want.value;
  }

  const Pack& pack_;
  CheckReport report_;
};

}  // namespace

Article ExampleArticle(std::string_view text) {
  std::string plain = "\n\n";
  std::vector<std::pair<uint32_t, ParagraphKind>> said;  // where such a paragraph begins
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    for (size_t k = 0; k < std::size(kParagraphKindNames); ++k) {
      std::string mark = "<" + std::string(kParagraphKindNames[k]) + ">";
      if (!line.starts_with(mark)) continue;
      line.remove_prefix(std::min(line.find_first_not_of(' ', mark.size()), line.size()));
      said.emplace_back(static_cast<uint32_t>(plain.size()), static_cast<ParagraphKind>(k));
    }
    plain.append(line).append("\n");
  }
  plain.pop_back();
  Article article = PlainTextArticle("example", std::move(plain));
  for (auto [at, kind] : said) {
    for (Paragraph& paragraph : article.paragraphs) {
      if (paragraph.span.begin == at) paragraph.kind = kind;
    }
  }
  return article;
}

CheckReport CheckPack(const Pack& pack) {
  Checker checker(pack);
  for (uint32_t rule = 0; rule < pack.rules.size(); ++rule) checker.Run(rule);
  return checker.Take();
}

CheckReport CheckRule(const Pack& pack, uint32_t rule) {
  Checker checker(pack);
  checker.Run(rule);
  return checker.Take();
}

}  // namespace acta
