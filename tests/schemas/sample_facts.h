// Facts made by hand for tests: a small article with an order in it, and one in which every field of
// every record has a value.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "pipeline/text/article.h"
#include "schemas/identity.h"
#include "schemas/walk.h"

namespace acta {

// The first occurrence of `quote` in the text.
inline Span SpanOf(const Article& article, std::string_view quote) {
  size_t at = article.text.find(quote);
  if (at == std::string::npos) throw std::logic_error("the sample does not say: " + std::string(quote));
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + quote.size())};
}

inline At<std::string> Said(const Article& article, std::string_view quote) {
  return {std::string(quote), SpanOf(article, quote), Basis::kPrinted};
}
template <class T>
At<T> Said(const Article& article, std::string_view quote, T value, Basis basis = Basis::kPrinted) {
  return {std::move(value), SpanOf(article, quote), basis};
}

inline Article SampleArticle(std::string url = "https://example.test/a") {
  Article article = PlainTextArticle(
      url,
      "Giao ban tháng 9\n\n"
      "Sáng 5/9, tại Hà An, Chủ tịch UBND tỉnh Trần Văn Bình chủ trì cuộc họp. Thực hiện Nghị quyết số "
      "57-NQ/TW, Chủ tịch UBND tỉnh giao Sở Y tế, Sở Tài chính báo cáo kết quả trước ngày 15/9/2025. "
      "Phấn đấu đạt ít nhất 80% hồ sơ trực tuyến.\n");
  article.url = std::move(url);
  article.published = "2025-09-05";
  article.language = "vi";
  article.site = "Báo Hà An";
  return article;
}

// What SampleArticle says, ids and links included.
inline Facts SampleFacts(const Article& a) {
  Facts facts;
  facts.pack = "vi test";

  Official& official = facts.officials.emplace_back();
  official.head = {"", "vi/official.toml:1", Basis::kPrinted, {SpanOf(a, "Trần Văn Bình")}};
  official.name = Said(a, "Trần Văn Bình");
  Post& post = official.posts.emplace_back();
  post.title = Said(a, "Chủ tịch");
  post.role = Said<std::string>(a, "Chủ tịch", "chair");
  post.body = Said(a, "UBND tỉnh");
  post.capacity = Said<std::string>(a, "Chủ tịch", "current", Basis::kInferred);

  for (const char* name : {"Sở Y tế", "Sở Tài chính"}) {
    Agency& agency = facts.agencies.emplace_back();
    agency.head = {"", "vi/agency.toml:1", Basis::kPrinted, {SpanOf(a, name)}};
    agency.name = Said(a, name);
    agency.kind = Said<std::string>(a, name, "department");
  }

  Resolution& resolution = facts.resolutions.emplace_back();
  resolution.head = {"", "vi/resolution.toml:1", Basis::kPrinted, {SpanOf(a, "Nghị quyết số 57-NQ/TW")}};
  resolution.kind = Said<std::string>(a, "Nghị quyết", "resolution");
  resolution.number = Said(a, "57-NQ/TW");
  resolution.number_key = Said<std::string>(a, "57-NQ/TW", "57-NQ/TW");

  Target& target = facts.targets.emplace_back();
  target.head = {"", "vi/target.toml:1", Basis::kPrinted, {SpanOf(a, "ít nhất 80% hồ sơ trực tuyến")}};
  target.quote = Said(a, "ít nhất 80% hồ sơ trực tuyến");
  target.value = Said(a, "80%", 80.0);
  target.unit = Said<std::string>(a, "%", "percent");

  Deadline& deadline = facts.deadlines.emplace_back();
  deadline.head = {"", "vi/deadline.toml:1", Basis::kPrinted, {SpanOf(a, "trước ngày 15/9/2025")}};
  deadline.date = Said(a, "15/9/2025", Date{2025, 9, 15});
  deadline.precision = Said<std::string>(a, "ngày 15/9/2025", "day");
  deadline.quote = Said(a, "trước ngày 15/9/2025");
  deadline.task = Said(a, "báo cáo kết quả");

  Directive& directive = facts.directives.emplace_back();
  directive.head = {"",
                    "vi/directive.toml:1",
                    Basis::kResolved,
                    {SpanOf(a, "Chủ tịch UBND tỉnh giao Sở Y tế, Sở Tài chính báo cáo kết quả")}};
  directive.issuer = Said<std::string>(a, "Trần Văn Bình", "Trần Văn Bình", Basis::kResolved);
  directive.action = Said(a, "báo cáo kết quả");
  directive.assignees = {Said(a, "Sở Y tế"), Said(a, "Sở Tài chính")};
  directive.deadline = Said(a, "15/9/2025", Date{2025, 9, 15});
  directive.resolutions = {Said(a, "57-NQ/TW")};
  directive.strength = Said<std::string>(a, "giao", "assign");
  for (const char* name : {"Sở Y tế", "Sở Tài chính"}) {
    Party& party = directive.parties.emplace_back();
    party.name = Said(a, name);
    party.role = Said<std::string>(a, name, "lead");
    party.group = Said(a, name, false);
  }
  directive.links.deadlines = {"deadline:0"};
  directive.links.resolutions = {{"resolution:0", "under"}};

  Event& event = facts.events.emplace_back();
  event.head = {"", "vi/event.toml:1", Basis::kPrinted, {SpanOf(a, "cuộc họp")}};
  event.kind = Said<std::string>(a, "cuộc họp", "meeting");
  event.date = Said(a, "5/9", Date{2025, 9, 5}, Basis::kInferred);
  event.place = Said(a, "Hà An");
  event.chair = Said(a, "Trần Văn Bình");
  AssignIds(a, facts);
  return facts;
}

// Gives every field of every record a value, two where it is a list; spans step through the text.
class EveryField {
 public:
  explicit EveryField(const Article& article) : article_(article) {}

  Facts Make() {
    Facts facts;
    facts.pack = "xx test";
    Facts::Lists(facts, [&](auto& list) {
      for (size_t n = 0; n < 2; ++n) {
        auto& record = list.emplace_back();
        record.head.rule = "xx/all.toml:" + std::to_string(n + 1);
        record.head.basis = Basis::kInferred;
        record.head.mentions = {Next(), Next()};
        Fill(record);
      }
    });
    for (Directive& directive : facts.directives) {
      directive.links = {{"deadline:0", "deadline:1"},
                         {"target:1"},
                         {{"resolution:1", "implements"}, {"resolution:0", "under"}}};
    }
    AssignIds(article_, facts);
    return facts;
  }

 private:
  template <class Part>
  void Fill(Part& part) {
    Part::Fields(part, [&](const Field& field, auto& value) {
      using Value = std::remove_cvref_t<decltype(value)>;
      if constexpr (MaybeField<Value>) {
        Set(field, value.emplace());
      } else if constexpr (ManyField<Value>) {
        for (int n = 0; n < 2; ++n) Set(field, value.emplace_back());
      } else if constexpr (OptionalPart<Value>) {
        Fill(value.emplace());
      } else if constexpr (PartsField<Value>) {
        for (int n = 0; n < 2; ++n) Fill(value.emplace_back());
      }
    });
  }

  template <class T>
  void Set(const Field& field, At<T>& at) {
    at.span = Next();
    at.basis = static_cast<Basis>(count_ % 3);
    if constexpr (std::is_same_v<T, std::string>) {
      at.value = field.one_of.empty() ? std::string(field.name) + " “" + std::to_string(count_) + "” đủ"
                                      : std::string(field.one_of[count_ % field.one_of.size()]);
    } else if constexpr (std::is_same_v<T, Date>) {
      at.value = count_ % 2 ? Date{0, 9, 20} : Date{2030, 12, 31};
    } else if constexpr (std::is_same_v<T, bool>) {
      at.value = count_ % 2;
    } else {
      at.value = static_cast<double>(count_) + 0.25;
    }
  }

  // Spans of whole characters, each another one.
  Span Next() {
    ++count_;
    Utf8Index index(article_.text);
    size_t first = count_ * 3 % (index.size() - 4);
    return {static_cast<uint32_t>(index.Byte(first)),
            static_cast<uint32_t>(index.Byte(first + 1 + count_ % 3))};
  }

  const Article& article_;
  size_t count_ = 0;
};

}  // namespace acta
