// The numbers and quantities of values.h.

#include <algorithm>
#include <charconv>
#include <cmath>

#include "extractors/engine/utf.h"
#include "extractors/engine/values.h"

namespace acta {
namespace {

struct Separator {
  char32_t character;
  size_t digits_after;
};

// “1,08,383”: groups of two before a last one of three, as South Asia writes hundreds of thousands.
bool GroupsByTwo(const std::vector<Separator>& separators, size_t first, const NumberFormat& format) {
  size_t count = separators.size();
  if (count > 2 && separators[count - 1].character != separators[0].character) --count;  // decimals
  if (count < 2 || first < 1 || first > 2 || separators[count - 1].digits_after != 3) return false;
  for (size_t i = 0; i < count; ++i) {
    const Separator& one = separators[i];
    const bool group = format.group.find(one.character) != format.group.npos && one.character != U' ';
    if (!group || one.character != separators[0].character || (i + 1 < count && one.digits_after != 2))
      return false;
  }
  return true;
}

}  // namespace

std::optional<double> ParseNumber(std::string_view text, const NumberFormat& format) {
  std::u32string digits;
  std::vector<Separator> separators;
  std::vector<size_t> places;  // in `digits`, where each separator stood
  for (char32_t c : ToUtf32(text)) {
    if (c >= U'0' && c <= U'9') {
      digits.push_back(c);
    } else {
      separators.push_back({c, 0});
      places.push_back(digits.size());
    }
  }
  if (digits.empty() || digits.size() > 18) return std::nullopt;
  size_t decimal_place = digits.size();
  for (size_t i = 0; i < separators.size(); ++i) {
    separators[i].digits_after = (i + 1 < places.size() ? places[i + 1] : digits.size()) - places[i];
    if (separators[i].digits_after == 0) return std::nullopt;
  }
  const bool by_two = !separators.empty() && GroupsByTwo(separators, places[0], format);
  for (size_t i = 0; i < separators.size(); ++i) {
    const Separator& one = separators[i];
    bool groups = format.group.find(one.character) != format.group.npos && digits[0] != U'0' &&
                  (one.digits_after == 3 || (by_two && one.digits_after == 2));
    if (groups) continue;
    bool last = i + 1 == separators.size();
    if (!last || (one.character != U'.' && one.character != U',')) return std::nullopt;
    decimal_place = places[i];
  }
  double value = 0;
  for (char32_t c : digits) value = value * 10 + (c - U'0');
  return value / std::pow(10.0, static_cast<double>(digits.size() - decimal_place));
}

namespace {

double FactorOf(const TreeView& view, uint32_t scale) {
  auto factor = view.Find(scale, "scale");
  double times = 0;
  bool read =
      factor && std::from_chars(factor->text.data(), factor->text.data() + factor->text.size(), times).ec ==
                    std::errc();
  return read ? times : 1;
}

std::optional<double> NumberValue(const TreeView& view, uint32_t at);

// “2 million 403 thousand”: each number with the scales behind it, each less than a unit of the one before. Of what is no
// such sum the first counts.
std::optional<double> SumOf(const TreeView& view, const Unit& unit) {
  struct Term {
    double value = 0, scale = 1;
  };
  std::vector<Term> terms;
  for (uint32_t c = 0; c < unit.child_count; ++c) {
    const uint32_t child = view.tree().children[unit.first_child + c];
    if (view.HasKind(child, "scale")) {
      if (!terms.empty()) terms.back().scale *= FactorOf(view, child);
    } else if (view.HasKind(child, "number")) {
      auto value = NumberValue(view, child);
      if (!value) return std::nullopt;
      terms.push_back({*value, 1});
    }
  }
  if (terms.size() < 2) return std::nullopt;
  double sum = terms.front().value * terms.front().scale;
  for (size_t i = 1; i < terms.size(); ++i) {
    const double more = terms[i].value * terms[i].scale;
    if (more >= terms[i - 1].scale) return terms.front().value * terms.front().scale;
    sum += more;
  }
  return sum;
}

// A number as printed or listed; one that a rule has built may be a sum, or have its `decimals` behind a blank (“59, 14”).
std::optional<double> NumberValue(const TreeView& view, uint32_t at) {
  const Unit& unit = view.unit(at);
  if (!view.Captured(at, "decimals").empty()) {
    std::string digits(view.Printed(unit.span));
    std::erase_if(digits, [](unsigned char c) { return c == ' ' || c == 0xC2 || c == 0xA0; });
    return ParseNumber(digits, view.pack().numbers);
  }
  if (auto sum = unit.source == Unit::Source::kRule ? SumOf(view, unit) : std::nullopt) return sum;
  auto listed = view.Find(at, "number");
  return ParseNumber(listed ? listed->text : view.Printed(unit.span), view.pack().numbers);
}

// “a million”: a scale that is a number by itself.
std::optional<double> ImpliedNumber(const TreeView& view, uint32_t at) {
  for (uint32_t scale : view.Inside(at, {"scale"})) {
    if (auto number = view.Own(scale, "number")) return ParseNumber(number->text, view.pack().numbers);
  }
  return std::nullopt;
}

}  // namespace

double ScaleOf(const TreeView& view, uint32_t at) {
  double product = 1;
  for (uint32_t one : view.Inside(at, {"scale", "number"})) {
    if (view.HasKind(one, "scale")) product *= FactorOf(view, one);
  }
  return product;
}

std::optional<Fraction> FractionValue(const TreeView& view, uint32_t at) {
  for (uint32_t one : view.Inside(at, {"fraction", "day_month", "month_year"})) {
    std::string_view text = view.Printed(view.unit(one).span);
    size_t slash = text.find('/');
    if (slash == text.npos) continue;
    auto trim = [](std::string_view part) {
      while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
      while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
      return part;
    };
    auto part = ParseNumber(trim(text.substr(0, slash)), view.pack().numbers);
    auto whole = ParseNumber(trim(text.substr(slash + 1)), view.pack().numbers);
    if (part && whole) return Fraction{*part * ScaleOf(view, at), *whole * ScaleOf(view, at)};
  }
  return std::nullopt;
}

std::optional<double> QuantityValue(const TreeView& view, uint32_t at) {
  auto numbers = view.Inside(at, {"number"});
  auto value = numbers.empty() ? ImpliedNumber(view, at) : NumberValue(view, numbers.front());
  if (!value) return std::nullopt;
  double figure = *value * ScaleOf(view, at);
  // Six places for a share; of an amount the whole units, for more would be beyond the digits of a double.
  double places = std::abs(figure) < 1e9 ? 1e6 : 1;
  return std::round(figure * places) / places;
}

}  // namespace acta
