#include "tests/bench/province_news.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/resolve/article_place.h"
#include "pipeline/text/hash.h"
#include "schemas/identity.h"
#include "schemas/walk.h"

namespace acta {
namespace {

constexpr const char* kProvinces[] = {
    "An Giang",  "Bắc Ninh",  "Cà Mau",   "Cao Bằng",  "Đắk Lắk",    "Điện Biên",  "Đồng Nai", "Đồng Tháp",
    "Gia Lai",   "Hà Tĩnh",   "Hưng Yên", "Khánh Hòa", "Lai Châu",   "Lâm Đồng",   "Lạng Sơn", "Lào Cai",
    "Nghệ An",   "Ninh Bình", "Phú Thọ",  "Quảng Trị", "Quảng Ngãi", "Quảng Ninh", "Sơn La",   "Tây Ninh",
    "Thanh Hóa", "Vĩnh Long", "Cần Thơ",  "Hải Phòng", "Hà Nội",     "Tuyên Quang"};
constexpr const char* kFamily[] = {"Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần",  "Lê",
                                   "Lê",     "Phạm",   "Phạm",   "Huỳnh",  "Phan", "Hoàng", "Vũ",
                                   "Võ",     "Đặng",   "Bùi",    "Đỗ",     "Hồ",   "Ngô",   "Dương",
                                   "Lý",     "Đinh",   "Trương", "Mai",    "Cao",  "Lâm",   "Hà"};
constexpr const char* kMiddle[] = {"Văn",   "Văn",   "Thị",  "Thị",  "Đức",  "Quốc", "Minh", "Hữu",
                                   "Thanh", "Xuân",  "Ngọc", "Công", "Đình", "Hồng", "Kim",  "Quang",
                                   "Thế",   "Trọng", "Tuấn", "Việt", "Bá",   "Duy",  "Hoài", "Tiến"};
constexpr const char* kGiven[] = {
    "Hùng",  "Lan",  "Mừng",  "Thắng", "Dũng", "Hoa",   "Bình",  "Khánh", "Phúc",  "Sơn",    "Tâm",   "Hải",
    "Long",  "Nam",  "Trung", "Quang", "Vinh", "Lộc",   "Trí",   "Thịnh", "Anh",   "Cường",  "Đông",  "Giang",
    "Hạnh",  "Hiền", "Hiếu",  "Hòa",   "Huệ",  "Hưng",  "Hương", "Huy",   "Khang", "Kiên",   "Kiệt",  "Lâm",
    "Liên",  "Linh", "Lợi",   "Luân",  "Mai",  "Mạnh",  "Nga",   "Ngân",  "Nghĩa", "Nguyên", "Nhân",  "Nhung",
    "Oanh",  "Phát", "Phong", "Phước", "Quân", "Quý",   "Quyên", "Quyết", "Tài",   "Tân",    "Thái",  "Thảo",
    "Thiện", "Thu",  "Thủy",  "Tiến",  "Toàn", "Trang", "Trâm",  "Tú",    "Tuấn",  "Tùng",   "Tuyết", "Út",
    "Vân",   "Việt", "Vũ",    "Xuân",  "Yến",  "Đạt",   "Định",  "Bảo"};
constexpr const char* kCentral[] = {"Phạm Minh Chính", "Trần Hồng Hà",  "Nguyễn Hòa Bình", "Lê Thành Long",
                                    "Hồ Đức Phớc",     "Bùi Thanh Sơn", "Mai Văn Chính",   "Nguyễn Chí Dũng"};

// A number that follows from these alone.
uint64_t Mix(uint64_t a, uint64_t b = 0) {
  return Mix64(a * 0x9E3779B97F4A7C15u + b * 0xBF58476D1CE4E5B9u + 0x94D049BB133111EBu);
}

template <size_t N>
const char* Pick(const char* const (&words)[N], uint64_t number) {
  return words[number % N];
}

std::string NameOf(uint64_t number) {
  const uint64_t one = Mix(number, 1), two = Mix(number, 2), three = Mix(number, 3), four = Mix(number, 4);
  std::string name = fmt::format("{} {} ", Pick(kFamily, one), Pick(kMiddle, two));
  if (four % 4 == 0) name += fmt::format("{} ", Pick(kGiven, four / 4));
  return name + Pick(kGiven, three);
}

std::string Action(uint64_t number) {
  static constexpr const char* kVerb[] = {"rà soát",   "tổng hợp",      "kiểm tra",
                                          "hướng dẫn", "lập danh sách", "thẩm định"};
  static constexpr const char* kObject[] = {
      "hồ sơ dự án", "quy hoạch sử dụng đất", "kinh phí chi thường xuyên", "trạm y tế",
      "trường học",  "thủ tục hành chính",    "công trình thủy lợi"};
  return fmt::format("{} {} tại khu vực {} và cụm {}, báo cáo UBND tỉnh", Pick(kVerb, number),
                     Pick(kObject, number / 6), NameOf(number), number % 997);
}

// Phrases of a text for others, with the spans that count its bytes.
class Rewriting {
 public:
  void Replace(const std::string& from, const std::string& to) {
    if (!from.empty() && from != to) phrases_.push_back({from, to});
  }

  void Apply(ArticleWithFacts& told) {
    // Of two phrases that begin at one place the longer is meant.
    std::stable_sort(phrases_.begin(), phrases_.end(),
                     [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
    told.article.text = Text(told.article.text, &edits_);
    told.article.title = Text(told.article.title, nullptr);
    for (Paragraph& paragraph : told.article.paragraphs) Move(paragraph.span);
    WalkRecords(told.facts, [&](auto& record) {
      for (Span& mention : record.head.mentions) Move(mention);
      WalkValues(record, [&](const std::string&, size_t, auto& at) {
        Move(at.span);
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(at.value)>, std::string>)
          at.value = Text(at.value, nullptr);
      });
    });
  }

 private:
  struct Edit {
    uint32_t begin, end;  // in the old text
    uint32_t from, to;    // in the new one
  };

  std::string Text(const std::string& text, std::vector<Edit>* edits) const {
    std::string out;
    for (size_t at = 0; at < text.size();) {
      const auto phrase = std::find_if(phrases_.begin(), phrases_.end(), [&](const auto& each) {
        return text.compare(at, each.first.size(), each.first) == 0;
      });
      if (phrase == phrases_.end()) {
        out += text[at++];
        continue;
      }
      const size_t begin = out.size();
      out += phrase->second;
      if (edits)
        edits->push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + phrase->first.size()),
                          static_cast<uint32_t>(begin), static_cast<uint32_t>(out.size())});
      at += phrase->first.size();
    }
    return out;
  }

  void Move(Span& span) const {
    span.begin = Moved(span.begin, false);
    span.end = Moved(span.end, true);
  }
  uint32_t Moved(uint32_t at, bool is_end) const {
    uint32_t moved = at;
    for (const Edit& edit : edits_) {
      if (at < edit.begin || (at == edit.begin && is_end)) break;
      moved = at < edit.end && !(at == edit.begin) ? (is_end ? edit.to : edit.from)
              : at == edit.begin                   ? edit.from
                                                   : edit.to + (at - edit.end);
    }
    return moved;
  }

  std::vector<std::pair<std::string, std::string>> phrases_;
  std::vector<Edit> edits_;
};

// Other words, of the same length, between what the records stand on, so that texts are not alike.
void ChangeWords(ArticleWithFacts& told, uint64_t story) {
  std::string& text = told.article.text;
  std::vector<char> kept(text.size());
  WalkRecords(told.facts, [&](const auto& record) {
    for (Span span : record.head.mentions) std::fill(kept.begin() + span.begin, kept.begin() + span.end, 1);
  });
  auto is_letter = [&](size_t at) { return at < text.size() && text[at] >= 'a' && text[at] <= 'z'; };
  for (size_t at = text.find('\n'); at < text.size();) {
    size_t end = at;
    uint64_t word = story;
    while (is_letter(end)) word = Mix(word, static_cast<uint64_t>(text[end++]));
    for (size_t n = at; n < end; ++n) {
      if (!kept[n]) text[n] = static_cast<char>('a' + Mix(word, n - at) % 26);
    }
    at = std::max(at + 1, end);
  }
}

bool IsCentral(const std::string& number) {
  return number.find("TW") != std::string::npos || number.find("CP") != std::string::npos ||
         number.find("TTg") != std::string::npos || number.find("QH") != std::string::npos;
}

// Who the official is in the province: a leader, one of its staff, or somebody who comes once.
uint64_t PersonOf(uint64_t province, uint64_t article, size_t n) {
  const uint64_t draw = Mix(article, 100 + n);
  if (n < 2) return Mix(province, n);
  if (draw % 10 < 6) return Mix(province, 10 + draw / 16 % 60);
  return Mix(article, 200 + n);
}

void MakeCentral(Official& official, const std::string& name) {
  const Span span = official.name->span;
  official.name->value = name;
  official.posts.assign(1, {});
  official.posts[0].title = At<std::string>{"Phó Thủ tướng Chính phủ", span};
  official.posts[0].role = At<std::string>{"deputy_prime_minister", span};
}

// What no text states alike: amounts, days, orders.
void ChangeValues(Facts& facts, uint64_t province, uint64_t article, int32_t days, int64_t month) {
  for (size_t n = 0; n < facts.targets.size(); ++n) {
    if (facts.targets[n].value)
      facts.targets[n].value->value = static_cast<double>(Mix(article, 300 + n) % 100000);
  }
  for (size_t n = 0; n < facts.directives.size(); ++n) {
    const uint64_t draw = Mix(article, 400 + n);
    const uint64_t order = draw % 4 ? draw : Mix(Mix(province, static_cast<uint64_t>(month)), draw / 4 % 12);
    if (facts.directives[n].action) facts.directives[n].action->value = Action(order);
  }
  uint64_t n = 0;
  WalkRecords(facts, [&](auto& record) {
    WalkValues(record, [&](const std::string&, size_t, auto& at) {
      if constexpr (std::is_same_v<std::remove_cvref_t<decltype(at.value)>, Date>) {
        const auto later = static_cast<int32_t>(Mix(article, 500 + n++) % 365);
        if (at.value.has_year() && at.value.day) at.value = AddDays(at.value, days + later);
      }
    });
  });
}

}  // namespace

ProvinceNews ProvinceNews::FromCorpus(const World& world) {
  ProvinceNews news;
  for (const std::string& page : CorpusPages("vi")) {
    Page as;
    as.source = page.substr(page.find('/') + 1);
    ArticleWithFacts told = ReadCorpusPage(page, std::move(as));
    std::string place = ArticlePlace(told.article, told.facts, world).name;
    news.cases_.push_back({std::move(told), std::move(place)});
  }
  return news;
}

ArticleWithFacts ProvinceNews::At(uint32_t n) const {
  const uint32_t first = n % 6 == 5 ? n - 1 - n / 6 % 4 : n;  // whose story this is
  const uint64_t province = Mix(first, 5) % std::size(kProvinces);
  const Case& copied = cases_[Mix(first, 6) % cases_.size()];
  ArticleWithFacts told = copied.told;
  const Date day = AddDays({2023, 7, 3}, static_cast<int32_t>(n / kADay));
  const std::optional<Date> before = told.article.published_day();
  Rewriting rewriting;
  rewriting.Replace(copied.place, kProvinces[province]);
  for (size_t i = 0; i < told.facts.officials.size(); ++i) {
    if (const auto& name = told.facts.officials[i].name)
      rewriting.Replace(name->value, NameOf(PersonOf(province, first, i)));
  }
  const auto number = static_cast<uint32_t>(Mix(first, 7));
  for (size_t i = 0; i < told.facts.resolutions.size(); ++i) {
    const auto& printed = told.facts.resolutions[i].number;
    const size_t slash = printed ? printed->value.find_first_of("/-") : std::string::npos;
    if (slash == std::string::npos || IsCentral(printed->value)) continue;
    const bool famous = i == 0 && number % 5 == 0;
    rewriting.Replace(printed->value, famous ? "57-NQ/TW"
                                             : fmt::format("{}{}", 1 + Mix(first, 8 + i) % 3000,
                                                           printed->value.substr(slash)));
  }
  rewriting.Apply(told);
  if (number / 8 % 10 < 3 && !told.facts.officials.empty() && told.facts.officials[0].name)
    MakeCentral(told.facts.officials[0], Pick(kCentral, number / 128));
  ChangeValues(told.facts, province, first, before ? ToDays(day) - ToDays(*before) : 0, n / kADay / 30);
  ChangeWords(told, first);
  told.article.text += fmt::format(" Tin {}.", n);
  if (!told.article.paragraphs.empty())
    told.article.paragraphs.back().span.end = static_cast<uint32_t>(told.article.text.size());
  told.article.source = told.article.url = fmt::format("https://news{}.example/{}", province, n);
  told.article.canonical_url.clear();
  told.article.site = fmt::format("Cổng thông tin điện tử tỉnh {}", kProvinces[province]);
  told.article.published = ToIso(day);
  AssignIds(told.article, told.facts);
  return told;
}

}  // namespace acta
