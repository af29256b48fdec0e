#include "pipeline/run/score_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <set>

namespace acta::score {
namespace {

icu::UnicodeString Nfc(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  return U_SUCCESS(status) ? normalizer->normalize(source, status) : source;
}

std::string Utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

void ReplaceAll(std::string& text, std::string_view from, std::string_view to) {
  for (size_t at = text.find(from); at != text.npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Runs of letters, digits and underscores.
std::vector<std::string> Runs(std::string_view text) {
  auto source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::vector<std::string> runs;
  icu::UnicodeString run;
  for (int32_t i = 0; i <= source.length(); i = source.moveIndex32(i, 1)) {
    UChar32 c = i < source.length() ? source.char32At(i) : U' ';
    if (u_isalnum(c) || c == '_') {
      run.append(c);
    } else if (!run.isEmpty()) {
      runs.push_back(Utf8(run));
      run.remove();
    }
    if (i == source.length()) break;
  }
  return runs;
}

bool IsRussian(std::string_view word) {  // begins with а … я
  if (word.size() < 2) return false;
  auto a = static_cast<unsigned char>(word[0]), b = static_cast<unsigned char>(word[1]);
  return (a == 0xD0 && b >= 0xB0) || (a == 0xD1 && b <= 0x8F);
}

constexpr std::string_view kRussianEndings[] = {
    "иями", "ями", "ами", "ого", "его", "ому", "ему", "ыми", "ими", "иях", "ием", "ах",
    "ях",   "ов",  "ев",  "ей",  "ой",  "ый",  "ий",  "ая",  "яя",  "ое",  "ее",  "ие",
    "ые",   "ую",  "юю",  "ым",  "им",  "ом",  "ем",  "ам",  "ям",  "ия",  "ии",  "ию",
    "ья",   "а",   "я",   "о",   "е",   "и",   "ы",   "у",   "ю",   "й",   "ь"};

// A Russian word and what is left of it without each ending that it may carry.
std::set<std::string> Bases(const std::string& word) {
  std::set<std::string> bases = {word};
  size_t letters = word.size() / 2;  // Cyrillic letters are two bytes
  for (std::string_view ending : kRussianEndings) {
    size_t length = ending.size() / 2;
    if (word.ends_with(ending) && letters >= length + (length == 1 ? 2 : 3))
      bases.insert(word.substr(0, word.size() - ending.size()));
  }
  return bases;
}

bool IsAscii(std::string_view word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::string Stem(const std::string& word) {
  if (IsRussian(word)) {
    if (word.starts_with("провинц")) return "провинц";
    auto bases = Bases(word);
    return *std::min_element(bases.begin(), bases.end(),
                             [](const auto& a, const auto& b) { return a.size() < b.size(); });
  }
  if (word == "province" || word == "provinces") return "provincial";
  bool plural = IsAscii(word) && word.size() > 4 && word.ends_with('s') && !word.ends_with("ss");
  return plural ? word.substr(0, word.size() - 1) : word;
}

bool IsFunctionWord(const std::string& word) {
  static const std::set<std::string, std::less<>> words = {
      "the", "of",  "a",   "an", "and", "in", "on", "for", "to", "by",  "with", "s",
      "và",  "của", "các", "об", "и",   "о",  "по", "в",   "на", "для", "с"};
  return words.contains(word);
}

size_t Common(std::vector<std::string> a, std::vector<std::string> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<std::string> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

using Marks = std::map<std::string, int, std::less<>>;

// Words that tell levels of government and kinds of bodies apart, numbered alike where they mean the same.
const Marks& Levels() {
  static const Marks marks = {{"tỉnh", 0},      {"provincial", 0}, {"провинц", 0}, {"huyện", 1},
                              {"district", 1},  {"район", 1},      {"xã", 2},      {"commune", 2},
                              {"коммун", 2},    {"phường", 3},     {"ward", 3},    {"central", 4},
                              {"центральн", 4}, {"trung_ương", 4}};
  return marks;
}

const Marks& Heads() {
  static const Marks marks = {{"sở", 0},        {"department", 0},  {"департамент", 0}, {"bộ", 1},
                              {"ministry", 1},  {"министерств", 1}, {"phòng", 2},       {"cục", 3},
                              {"vụ", 4},        {"council", 5},     {"hđnd", 5},        {"совет", 5},
                              {"committee", 6}, {"ubnd", 6},        {"комитет", 6}};
  return marks;
}

std::set<int> MarksOf(std::string_view name, const Marks& marks) {
  std::string text = Norm(name);
  ReplaceAll(text, "ủy ban nhân dân", "ubnd");
  ReplaceAll(text, "hội đồng nhân dân", "hđnd");
  ReplaceAll(text, "trung ương", "trung_ương");
  std::set<int> out;
  for (const std::string& word : Runs(text)) {
    if (auto found = marks.find(Stem(word)); found != marks.end()) out.insert(found->second);
  }
  return out;
}

bool Disjoint(const std::set<int>& a, const std::set<int>& b) {
  return !a.empty() && !b.empty() &&
         std::none_of(a.begin(), a.end(), [&](int one) { return b.contains(one); });
}

}  // namespace

std::string Norm(std::string_view text) {
  icu::UnicodeString folded = Nfc(text).foldCase();
  folded = Nfc(Utf8(folded));
  std::string out = Utf8(folded);
  static constexpr std::pair<std::string_view, std::string_view> kSame[] = {
      {"’", "'"},   {"‘", "'"},   {"ё", "е"},   {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"},
      {"oạ", "ọa"}, {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"}};
  for (auto [from, to] : kSame) ReplaceAll(out, from, to);
  // The two councils and committees by their full names, where the short form is a word of its own.
  std::string spelled;
  for (const std::string& word : Runs(out)) {
    if (word == "hđnd" || word == "ubnd") spelled = word;
  }
  if (!spelled.empty()) {
    icu::UnicodeString source = icu::UnicodeString::fromUTF8(out);
    icu::UnicodeString result, run;
    auto flush = [&] {
      if (run == icu::UnicodeString::fromUTF8("hđnd"))
        run = icu::UnicodeString::fromUTF8("hội đồng nhân dân");
      if (run == icu::UnicodeString::fromUTF8("ubnd")) run = icu::UnicodeString::fromUTF8("ủy ban nhân dân");
      result.append(run);
      run.remove();
    };
    for (int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
      UChar32 c = source.char32At(i);
      if (u_isalnum(c) || c == '_') {
        run.append(c);
      } else {
        flush();
        result.append(c);
      }
    }
    flush();
    out = Utf8(result);
  }
  std::string line;
  icu::UnicodeString source = icu::UnicodeString::fromUTF8(out), kept;
  for (int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    UChar32 c = source.char32At(i);
    if (!u_isUWhiteSpace(c)) {
      kept.append(c);
    } else if (!kept.isEmpty() && kept.char32At(kept.length() - 1) != ' ') {
      kept.append(UChar32{' '});
    }
  }
  return Utf8(kept.trim());
}

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string& word : Runs(Norm(text))) {
    if (!IsFunctionWord(word)) words.push_back(Stem(word));
  }
  return words;
}

double Dice(std::string_view a, std::string_view b) {
  auto x = Words(a), y = Words(b);
  return x.empty() || y.empty()
             ? 0
             : 2.0 * static_cast<double>(Common(x, y)) / static_cast<double>(x.size() + y.size());
}

double Contain(std::string_view a, std::string_view b, size_t least) {
  auto x = Words(a), y = Words(b);
  size_t shorter = std::min(x.size(), y.size());
  if (shorter < least || shorter == 0) return !x.empty() && x == y ? 1 : 0;
  return static_cast<double>(Common(x, y)) / static_cast<double>(shorter);
}

bool Clash(std::string_view a, std::string_view b) {
  return Disjoint(MarksOf(a, Levels()), MarksOf(b, Levels())) ||
         Disjoint(MarksOf(a, Heads()), MarksOf(b, Heads()));
}

double SameBody(std::string_view a, std::string_view b, double least) {
  double share = Dice(a, b);
  return share >= least && !Clash(a, b) ? share : 0;
}

bool SameAddressee(std::string_view a, std::string_view b) {
  return (Dice(a, b) >= 0.6 || Contain(a, b) == 1.0) && !Clash(a, b);
}

bool SamePerson(std::string_view a, std::string_view b) {
  auto x = Runs(Norm(a)), y = Runs(Norm(b));
  return x.size() == y.size() &&
         std::equal(x.begin(), x.end(), y.begin(), [](const std::string& one, const std::string& other) {
           if (one == other) return true;
           if (!IsRussian(one)) return false;
           auto bases = Bases(one), others = Bases(other);
           return std::any_of(bases.begin(), bases.end(),
                              [&](const std::string& base) { return others.contains(base); });
         });
}

std::string DocumentNumber(std::string_view text) {
  static const icu::UnicodeString cyrillic = icu::UnicodeString::fromUTF8("АВЕКМНОРСТУХЅІЈĐ");
  static constexpr std::string_view kLatin = "ABEKMHOPCTYXSIJD";
  icu::UnicodeString source = Nfc(text).toUpper(), kept;
  for (int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
    UChar32 c = source.char32At(i);
    if (u_isUWhiteSpace(c)) continue;
    if (int32_t at = cyrillic.indexOf(c); at >= 0) c = kLatin[static_cast<size_t>(at)];
    if (c >= 0x2010 && c <= 0x2015) c = '-';
    if (c == 0x2212) c = '-';
    kept.append(c);
  }
  std::string number = Utf8(kept);
  for (std::string_view word : {"NO", "SO", "SỐ", "№", "N"}) {
    if (!number.starts_with(word)) continue;
    size_t digits = number.find_first_not_of(".:", word.size());
    for (std::string_view sign : {"º", "°"}) {
      if (digits != number.npos && std::string_view(number).substr(digits).starts_with(sign))
        digits += sign.size();
    }
    if (digits == number.npos || number[digits] < '0' || number[digits] > '9') continue;
    number.erase(0, digits);
    break;
  }
  size_t zeros = 0;
  while (zeros + 1 < number.size() && number[zeros] == '0' && number[zeros + 1] >= '0' &&
         number[zeros + 1] <= '9')
    ++zeros;
  return number.substr(zeros);
}

std::string Unit(std::string_view text) {
  std::string out;
  for (char c : Norm(text)) {
    bool gap = c == ' ' || c == '-' || c == '_';
    if (!gap) out += c;
    if (gap && !out.ends_with('_')) out += '_';
  }
  while (out.ends_with('s')) out.pop_back();
  return out;
}

std::string FirstWords(std::string_view text, size_t most) {
  std::string out;
  size_t words = 0;
  for (size_t begin = 0; begin < text.size() && words < most;) {
    size_t end = std::min(text.find_first_of(" \t\n\r", begin), text.size());
    if (end > begin) {
      out += (out.empty() ? "" : " ") + std::string(text.substr(begin, end - begin));
      ++words;
    }
    begin = end + 1;
  }
  return out;
}

}  // namespace acta::score
