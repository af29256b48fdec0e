#include "extractors/engine/documents.h"

#include <algorithm>
#include <cctype>

#include "extractors/engine/number_issuers.h"
#include "extractors/engine/people.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

bool IsBare(const Resolution& one) {
  return one.number_key && std::all_of(one.number_key->value.begin(), one.number_key->value.end(),
                                       [](unsigned char c) { return std::isdigit(c); });
}

std::string_view LeadingDigits(std::string_view key) {
  size_t end = 0;
  while (end < key.size() && std::isdigit(static_cast<unsigned char>(key[end]))) ++end;
  return key.substr(0, end);
}

std::string_view KindOf(const Resolution& one) { return one.kind ? std::string_view(one.kind->value) : ""; }

constexpr size_t kMostTitles = 200;  // titles of one kind; more are not in one article, and none is slow
constexpr size_t kFewestWords = 5;   // of a title that a longer one may contain

// Whether every word of `part` stands in `whole`, in order; titles of a few words are too common to tell.
bool IsContained(std::string_view part, std::string_view whole) {
  size_t words = 0;
  size_t at = 0;
  for (size_t begin = 0; begin < part.size();) {
    size_t end = std::min(part.find(' ', begin), part.size());
    std::string_view word = part.substr(begin, end - begin);
    bool found = false;
    while (!found && at < whole.size()) {
      size_t stop = std::min(whole.find(' ', at), whole.size());
      found = whole.substr(at, stop - at) == word;
      at = stop + 1;
    }
    if (!found) return false;
    ++words;
    begin = end + 1;
  }
  return words >= kFewestWords;
}

// Whether the title is no name but the words for its kind: "an official dispatch", where one is cited by its number.
bool IsTitledByItsKind(const Resolution& one) {
  if (!one.title || !one.kind || !one.title->span.Contains(one.kind->span)) return false;
  const std::string& title = one.title->value;
  bool named = title.empty() || (title[0] >= '0' && title[0] <= '9') || (title[0] >= 'A' && title[0] <= 'Z');
  return !named && std::count(title.begin(), title.end(), ' ') < 3;
}

// Whether `longer` is `shorter` and a year: "Đất đai", "Đất đai năm 2024".
bool AddsOnlyAYear(std::string_view longer, std::string_view shorter) {
  if (!longer.starts_with(shorter) || longer.size() < shorter.size() + 5) return false;
  std::string_view rest = longer.substr(shorter.size());
  if (rest.front() != ' ' || std::count(rest.begin(), rest.end(), ' ') > 2) return false;
  std::string_view year = rest.substr(rest.rfind(' ') + 1);
  return year.size() == 4 &&
         std::all_of(year.begin(), year.end(), [](unsigned char c) { return std::isdigit(c); });
}

// Issued on two days; where the year of one is not known, by month and day.
bool DaysDiffer(const Resolution& a, const Resolution& b) {
  if (!a.issued || !b.issued) return false;
  const Date &x = a.issued->value, &y = b.issued->value;
  return x.month != y.month || x.day != y.day || (x.has_year() && y.has_year() && x.year != y.year);
}

}  // namespace

Resolution Documents::Read(uint32_t unit) const {
  if (auto document = view_.Captured(unit, "document"); !document.empty()) {
    // What a sentence says of a document beside its citation: who signed it, when.
    Resolution cited = Read(document.front());
    Resolution more = ReadOwn(unit);
    more.title.reset();
    more.kind.reset();
    more.head.mentions.clear();
    Complete(cited, std::move(more));
    return cited;
  }
  return ReadOwn(unit);
}

Resolution Documents::ReadOwn(uint32_t unit) const {
  Resolution out;
  Span span = view_.unit(unit).span;
  auto take = [&](std::string_view field) -> Maybe<std::string> {
    auto units = view_.Captured(unit, field);
    if (units.empty()) return std::nullopt;
    return At<std::string>{view_.Nominative(units), *view_.CapturedSpan(unit, field)};
  };
  auto word = [&](std::string_view attribute) -> Maybe<std::string> {
    auto found = view_.Find(unit, attribute);
    return found ? Maybe<std::string>(At<std::string>{std::string(found->text), found->span}) : std::nullopt;
  };
  out.kind = word("kind");
  if (auto code = word("code_kind"); code && (view_.pack().code_decides_kind || !out.kind)) out.kind = code;
  if (!out.kind) out.kind = word("usual_kind");
  out.subkind = word("subkind");
  out.state = word("state");
  if (auto number = view_.CapturedSpan(unit, "number")) {
    out.number = At<std::string>{OneLine(view_.Printed(*number)), *number};
    out.number_key = At<std::string>{NumberKey(view_.Printed(*number)), *number};
  }
  if (auto issued = view_.Captured(unit, "issued"); !issued.empty()) {
    auto date = ReadDate(view_, issued.front(), view_.article().published_day(), DateUse::kPast);
    if (date && date->precision == "day") out.issued = DateAt(*date, *view_.CapturedSpan(unit, "issued"));
  }
  out.issuer = take("issuer");
  if (auto signer = view_.Captured(unit, "signer"); !signer.empty()) {
    auto person = view_.Inside(signer.front(), {"person"});
    if (!person.empty())
      out.signer = At<std::string>{PersonName(view_, person.front()), view_.unit(person.front()).span};
  }
  out.on_behalf_of = take("on_behalf_of");
  if (auto title = view_.CapturedSpan(unit, "title")) {
    out.title = At<std::string>{OneLine(view_.Printed(*title)), *title};
  } else if (!out.number) {
    out.title = At<std::string>{OneLine(view_.Printed(span)), span};
  }
  out.head.rule = view_.pack().rules[view_.unit(unit).index].place.ToString();
  // A mention runs from the kind to the end of number or title.
  uint32_t end = std::max(out.number ? out.number->span.end : 0, out.title ? out.title->span.end : 0);
  uint32_t begin = view_.CapturedSpan(unit, "kind").value_or(out.number ? out.number->span : span).begin;
  out.head.mentions.push_back({begin, end > begin ? end : span.end});
  return out;
}

bool Documents::Same(const Resolution& a, const Resolution& b) const {
  if (a.number_key && b.number_key) {
    if (a.number_key->value != b.number_key->value) return false;
    if (!IsBare(a)) return true;
    // "Dự án 6" of one programme and "Dự án 6" of another are two.
    bool titles_differ =
        a.title && b.title &&
        ComparisonKey(view_.pack(), a.title->value) != ComparisonKey(view_.pack(), b.title->value);
    return KindOf(a) == KindOf(b) && !titles_differ;
  }
  if (a.number_key || b.number_key || KindOf(a) != KindOf(b) || !a.title || !b.title) return false;
  // Two laws that amend one law have one title, and are told apart by their days.
  if (DaysDiffer(a, b)) return false;
  std::string x = ComparisonKey(view_.pack(), a.title->value),
              y = ComparisonKey(view_.pack(), b.title->value);
  if (x == y || AddsOnlyAYear(x, y) || AddsOnlyAYear(y, x)) return true;
  // A law that amends another holds its title, and is not it.
  static constexpr std::string_view kStatutes[] = {"law", "code", "ordinance", "constitution"};
  bool statute = std::find(std::begin(kStatutes), std::end(kStatutes), KindOf(a)) != std::end(kStatutes);
  return !statute && (IsContained(x, y) || IsContained(y, x));
}

void Documents::Complete(Resolution& known, Resolution&& more) {
  known.head.mentions.insert(known.head.mentions.end(), more.head.mentions.begin(), more.head.mentions.end());
  FillFrom(known.kind, more.kind);
  FillFrom(known.subkind, more.subkind);
  FillFrom(known.issued, more.issued);
  FillFrom(known.issuer, more.issuer);
  FillFrom(known.title, more.title);
  FillFrom(known.state, more.state);
  FillFrom(known.signer, more.signer);
  FillFrom(known.on_behalf_of, more.on_behalf_of);
}

std::string Documents::BucketOf(const Resolution& one) {
  return one.number_key ? "#" + one.number_key->value : std::string(KindOf(one));
}

void Documents::Add(uint32_t unit) {
  Resolution fresh = Read(unit);
  std::vector<size_t>& bucket = buckets_[BucketOf(fresh)];
  size_t compared = 0;
  for (size_t i : bucket) {
    if (++compared > kMostTitles) break;
    if (!Same(resolutions_[i], fresh)) continue;
    units_.emplace(unit, i);
    Complete(resolutions_[i], std::move(fresh));
    return;
  }
  bucket.push_back(resolutions_.size());
  units_.emplace(unit, resolutions_.size());
  resolutions_.push_back(std::move(fresh));
}

std::optional<size_t> Documents::NumberedWithTitle(const Resolution& one) const {
  if (!one.title || resolutions_.size() > kMostTitles) return std::nullopt;
  std::string key = ComparisonKey(view_.pack(), one.title->value);
  bool bare = IsTitledByItsKind(one);
  std::vector<size_t> numbered;
  for (size_t i = 0; i < resolutions_.size() && bare; ++i) {
    const Resolution& other = resolutions_[i];
    if (other.number && KindOf(other) == KindOf(one) && !DaysDiffer(one, other)) numbered.push_back(i);
  }
  if (!numbered.empty()) return numbered.front();
  for (size_t i = 0; i < resolutions_.size(); ++i) {
    const Resolution& other = resolutions_[i];
    if (!other.number || !other.title || KindOf(other) != KindOf(one) || DaysDiffer(one, other)) continue;
    std::string whole = ComparisonKey(view_.pack(), other.title->value);
    const bool same = key == whole || AddsOnlyAYear(key, whole) || AddsOnlyAYear(whole, key);
    if (same || IsContained(key, whole) || IsContained(whole, key)) return i;
  }
  return std::nullopt;
}

void Documents::Join() {
  // Full numbers by kind and leading digits; where several would fit a bare number, it stays alone.
  std::unordered_map<std::string, std::vector<size_t>> full;
  auto key_of = [](const Resolution& one) {
    return std::string(KindOf(one)) + "#" + std::string(LeadingDigits(one.number_key->value));
  };
  for (size_t i = 0; i < resolutions_.size(); ++i) {
    if (resolutions_[i].number_key && !IsBare(resolutions_[i])) full[key_of(resolutions_[i])].push_back(i);
  }
  std::vector<size_t> moved(resolutions_.size());  // where each record went
  std::vector<bool> joined(resolutions_.size());
  for (size_t i = 0; i < resolutions_.size(); ++i) {
    moved[i] = i;
    std::optional<size_t> whole;
    if (IsBare(resolutions_[i])) {
      auto found = full.find(key_of(resolutions_[i]));
      if (found != full.end() && found->second.size() == 1) whole = found->second.front();
    } else if (!resolutions_[i].number) {
      whole = NumberedWithTitle(resolutions_[i]);
    }
    if (!whole) continue;
    if (IsTitledByItsKind(resolutions_[i])) resolutions_[i].title.reset();
    joined[i] = true;
    moved[i] = *whole;
    Complete(resolutions_[*whole], std::move(resolutions_[i]));
  }
  std::vector<size_t> places(resolutions_.size());
  std::vector<Resolution> kept;
  for (size_t i = 0; i < resolutions_.size(); ++i) {
    places[i] = kept.size();
    if (!joined[i]) kept.push_back(std::move(resolutions_[i]));
  }
  resolutions_ = std::move(kept);
  for (auto& [unit, index] : units_) index = places[moved[index]];
  for (Resolution& one : resolutions_) std::sort(one.head.mentions.begin(), one.head.mentions.end());
}

void Documents::NameIssuers(const Bodies& bodies) {
  for (Resolution& one : resolutions_) {
    if (!one.issuer) one.issuer = IssuerByNumber(view_.pack(), bodies, one);
  }
}

std::optional<size_t> Documents::Meant(std::string_view kind, uint32_t byte) const {
  std::optional<size_t> meant;
  uint32_t last = 0;
  for (size_t i = 0; i < resolutions_.size(); ++i) {
    if (KindOf(resolutions_[i]) != kind) continue;
    for (Span span : resolutions_[i].head.mentions) {
      if (span.end <= byte && span.end >= last) last = span.end, meant = i;
    }
  }
  return meant;
}

std::optional<size_t> Documents::IndexOf(uint32_t unit) const {
  auto found = units_.find(unit);
  return found == units_.end() ? std::nullopt : std::optional<size_t>(found->second);
}

}  // namespace acta
