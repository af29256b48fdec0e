#include "pipeline/resolve/task_words.h"

#include <algorithm>
#include <set>
#include <string>

#include "pipeline/resolve/letters.h"
#include "pipeline/text/hash.h"

namespace acta {
namespace {

std::array<uint64_t, kTaskBands> BandsOf(const std::vector<uint64_t>& words) {
  std::array<uint64_t, kTaskBands> bands{};
  for (uint64_t band = 0; band < kTaskBands; ++band) {
    for (uint64_t row = 0; row < kTaskRows; ++row) {
      const uint64_t seed = Mix64(band * kTaskRows + row + 1);
      uint64_t least = UINT64_MAX;
      for (uint64_t word : words) least = std::min(least, Mix64(word ^ seed));
      bands[band] = Mix64(bands[band] * 31 + least);
    }
  }
  return bands;
}

// English writes these with a capital, and they name nothing.
constexpr std::string_view kCalendar[] = {"january",  "february", "march",    "april",     "may",
                                          "june",     "july",     "august",   "september", "october",
                                          "november", "december", "monday",   "tuesday",   "wednesday",
                                          "thursday", "friday",   "saturday", "sunday"};

bool IsFigure(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

// Whether the figure is the day, the month or the year of the ISO day: "01" and "1" are one.
bool IsOfDay(std::string word, std::string_view day) {
  if (word.size() == 1) word = "0" + word;
  return day.size() == 10 && (word == day.substr(0, 4) || word == day.substr(5, 2) || word == day.substr(8));
}

// Figures, and words with a capital but the first, which begins a sentence. Of a Russian name what its cases share.
uint64_t NamesIn(std::string_view action, std::string_view due) {
  constexpr size_t kStem = 10;  // bytes: five Cyrillic letters
  std::set<std::string> names;
  bool first = true;
  for (const std::string& written : WrittenWords(action)) {
    const bool is_figure = IsFigure(written);
    if (is_figure ? !IsOfDay(written, due) : BeginsWithCapital(written) && !first) {
      const std::string word = Ascii(written);
      if (std::find(std::begin(kCalendar), std::end(kCalendar), word) == std::end(kCalendar))
        names.insert(HasCyrillic(word) ? word.substr(0, kStem) : word);
    }
    first = false;
  }
  uint64_t hash = 0;
  for (const std::string& name : names) hash = Mix64(hash ^ Hash64(name));
  return hash;
}

}  // namespace

TaskWords WordsOfTask(std::string_view action, std::string_view due) {
  std::vector<uint64_t> words;
  for (const std::string& word : NameWords(Ascii(action))) {
    if (!IsOfDay(word, due)) words.push_back(Hash64(word));
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  const auto bands = BandsOf(words);
  return {std::move(words), bands, NamesIn(action, due)};
}

std::string FiguresOf(std::string_view action, std::string_view due) {
  auto digit = [&](size_t at) { return at < action.size() && action[at] >= '0' && action[at] <= '9'; };
  std::set<std::string> figures;
  for (size_t at = 0; at < action.size();) {
    std::string figure;
    for (; digit(at); ++at) {
      figure += action[at];
      // A point, a comma, or a blank before three digits parts one figure.
      const bool point =
          at + 1 < action.size() && (action[at + 1] == '.' || action[at + 1] == ',') && digit(at + 2);
      const bool blank = at + 1 < action.size() && action[at + 1] == ' ' && digit(at + 2) && digit(at + 3) &&
                         digit(at + 4) && !digit(at + 5);
      if (point || blank) ++at;
    }
    if (figure.empty()) {
      ++at;
    } else if (!IsOfDay(figure, due)) {
      figures.insert(std::move(figure));
    }
  }
  std::string joined;
  for (const std::string& figure : figures) joined += (joined.empty() ? "" : " ") + figure;
  return joined;
}

double SharedWords(const TaskWords& first, const TaskWords& second) {
  const std::vector<uint64_t>&a = first.words, &b = second.words;
  size_t shared = 0;
  for (auto one = a.begin(), other = b.begin(); one != a.end() && other != b.end();) {
    if (*one < *other) {
      ++one;
    } else if (*other < *one) {
      ++other;
    } else {
      ++shared, ++one, ++other;
    }
  }
  const size_t all = a.size() + b.size() - shared;
  return all == 0 ? 0 : static_cast<double>(shared) / static_cast<double>(all);
}

}  // namespace acta
