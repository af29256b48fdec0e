#include "pipeline/clean/rules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <functional>

#include "pipeline/clean/strings.h"

namespace acta {
namespace {

using Row = std::vector<std::string>;

std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0; begin <= text.size();) {
    size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

// Calls `each` with the cells of every row; `each` returns what is wrong with the row, or "".
std::optional<Error> ReadTable(const std::string& path, size_t columns,
                               const std::function<std::string(Row&)>& each) {
  std::ifstream in(path);
  if (!in) return Error{"rules", path + ": cannot be read"};
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (number == 1 || line.empty() || line[0] == '#') continue;
    Row row = Split(line, '\t');
    std::string wrong = row.size() == columns
                            ? each(row)
                            : std::to_string(row.size()) + " columns instead of " + std::to_string(columns);
    if (!wrong.empty())
      return Error{"rules", path + ":" + std::to_string(number) + ": " + wrong + "\n" + line};
  }
  return std::nullopt;
}

template <class T, size_t N>
const T* Named(const std::array<std::pair<std::string_view, T>, N>& table, std::string_view name) {
  for (const auto& [key, value] : table) {
    if (key == name) return &value;
  }
  return nullptr;
}

constexpr std::array<std::pair<std::string_view, Role>, 13> kRoleNames = {{
    {"body", kBodyRole},
    {"wrap", kWrapRole},
    {"aside", kAsideRole},
    {"comment", kCommentRole},
    {"hidden", kHiddenRole},
    {"caption", kCaptionRole},
    {"byline", kBylineRole},
    {"date", kDateRole},
    {"lead", kLeadRole},
    {"title", kTitleRole},
    {"related", kRelatedRole},
    {"source", kSourceRole},
    {"soft", kSoftRole},
}};
constexpr std::array<std::pair<std::string_view, PhraseAction>, 10> kActionNames = {{
    {"end", PhraseAction::kEnd},
    {"cut", PhraseAction::kCut},
    {"drop", PhraseAction::kDrop},
    {"byline", PhraseAction::kByline},
    {"source", PhraseAction::kSource},
    {"caption", PhraseAction::kCaption},
    {"published", PhraseAction::kPublished},
    {"updated", PhraseAction::kUpdated},
    {"promo", PhraseAction::kPromo},
    {"site", PhraseAction::kSite},
}};
constexpr std::array<std::pair<std::string_view, DateWord>, 8> kDateWordNames = {{
    {"month", DateWord::kMonth},
    {"weekday", DateWord::kWeekday},
    {"filler", DateWord::kFiller},
    {"am", DateWord::kAm},
    {"pm", DateWord::kPm},
    {"year", DateWord::kYearMark},
    {"today", DateWord::kToday},
    {"yesterday", DateWord::kYesterday},
}};

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// "articleBody__text-2" → article, body, text
void SplitName(std::string_view name, std::vector<std::string>& words) {
  words.clear();
  std::string word;
  for (size_t i = 0; i < name.size(); ++i) {
    char c = name[i];
    bool letter = IsLower(c) || IsUpper(c);
    bool hump = IsUpper(c) && i > 0 && IsLower(name[i - 1]);
    if ((!letter || hump) && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
    if (letter) word += IsUpper(c) ? static_cast<char>(c + 32) : c;
  }
  if (!word.empty()) words.push_back(std::move(word));
}

// "Comments (12)" is the phrase "Comments". A line of numbers alone stays as it is.
std::vector<std::string> WithoutNumbers(std::vector<std::string> words) {
  std::vector<std::string> kept;
  for (const std::string& word : words) {
    if (word.find_first_not_of("0123456789") != word.npos) kept.push_back(word);
  }
  return kept.empty() ? words : kept;
}

std::string JoinWords(const std::vector<std::string>& words) {
  std::string key;
  for (const std::string& word : words) key += (key.empty() ? "" : " ") + word;
  return key;
}

bool IsNegation(std::string_view word) {
  return word == "no" || word == "not" || word == "non" || word == "has" || word == "with" ||
         word == "without" || word == "hide";
}

}  // namespace

Result<CleanRules> CleanRules::Load(const std::string& folder) {
  CleanRules rules;
  for (auto [file, load] :
       {std::pair{"/markup.tsv", &CleanRules::LoadMarkup},
        std::pair{"/phrases.tsv", &CleanRules::LoadPhrases}, std::pair{"/words.tsv", &CleanRules::LoadWords},
        std::pair{"/dates.tsv", &CleanRules::LoadDates}}) {
    if (std::optional<Error> error = (rules.*load)(folder + file)) return tl::unexpected(*std::move(error));
  }
  return rules;
}

std::optional<Error> CleanRules::LoadMarkup(const std::string& path) {
  return ReadTable(path, 2, [this](Row& row) -> std::string {
    const Role* role = Named(kRoleNames, row[0]);
    if (role == nullptr) return "unknown role \"" + row[0] + "\"";
    for (const std::string& name : Split(row[1], ',')) roles_[std::string(Trim(name))] |= *role;
    return "";
  });
}

std::optional<Error> CleanRules::LoadPhrases(const std::string& path) {
  return ReadTable(path, 4, [this](Row& row) -> std::string {
    const PhraseAction* action = Named(kActionNames, row[1]);
    if (action == nullptr) return "unknown action \"" + row[1] + "\"";
    if (row[2] != "line" && row[2] != "start" && row[2] != "inside")
      return "unknown match \"" + row[2] + "\"; it is \"line\", \"start\" or \"inside\"";
    std::vector<std::string> words = WithoutNumbers(Words(row[3]));
    if (words.empty()) return "the phrase has no words";
    if (*action == PhraseAction::kSite) {
      site_names_.push_back(std::move(words));
      return "";
    }
    std::string key = JoinWords(words);
    PagePhrase phrase{row[0], row[3], *action, row[2] == "line"};
    if (row[2] == "inside") {
      promos_.emplace_back(" " + key + " ", phrase);
      return "";
    }
    if (!phrase.whole_line) longest_opening_ = std::max(longest_opening_, words.size());
    (phrase.whole_line ? whole_lines_ : openings_).insert_or_assign(key, phrase);
    return "";
  });
}

std::optional<Error> CleanRules::LoadWords(const std::string& path) {
  return ReadTable(path, 2, [this](Row& row) -> std::string {
    std::vector<std::string> words = Words(row[1]);
    function_words_.push_back({row[0], {words.begin(), words.end()}});
    return "";
  });
}

std::optional<Error> CleanRules::LoadDates(const std::string& path) {
  return ReadTable(path, 4, [this](Row& row) -> std::string {
    const DateWord* kind = Named(kDateWordNames, row[1]);
    if (kind == nullptr) return "unknown kind \"" + row[1] + "\"";
    int value = 0;
    std::from_chars(row[2].data(), row[2].data() + row[2].size(), value);
    for (const std::string& word : Split(row[3], ',')) {
      date_words_.emplace(FoldCase(Trim(word)),
                          DateWordEntry{*kind, value});  // the first row of a word counts
    }
    return "";
  });
}

uint32_t CleanRules::RolesOf(std::string_view names) const {
  uint32_t roles = 0;
  std::vector<std::string> words;
  for (size_t begin = 0; begin < names.size();) {
    size_t end = std::min(names.find_first_of(" \t\n\r\f", begin), names.size());
    if (end - begin > 1 && end - begin < 100) {
      SplitName(names.substr(begin, end - begin), words);
      for (size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && IsNegation(words[i - 1])) continue;  // "no-sidebar", "has-comments" describe the layout
        std::string key = words[i];
        for (size_t j = i; j < words.size() && j < i + 3; ++j) {
          if (j > i) key += ' ' + words[j];
          if (auto found = roles_.find(key); found != roles_.end()) roles |= found->second;
        }
      }
    }
    begin = end + 1;
  }
  return roles;
}

const PagePhrase* CleanRules::Find(const std::vector<std::string>& line) const {
  std::vector<std::string> words = line.size() <= 30 ? WithoutNumbers(line) : line;
  std::string key;
  const PagePhrase* opening = nullptr;
  for (size_t i = 0; i < words.size() && i < 30; ++i) {
    if (i > 0) key += ' ';
    key += words[i];
    if (i < longest_opening_) {
      if (auto found = openings_.find(key); found != openings_.end()) opening = &found->second;
    }
    if (i + 1 == words.size()) {
      if (auto found = whole_lines_.find(key); found != whole_lines_.end()) return &found->second;
    }
  }
  return opening;
}

const PagePhrase* CleanRules::FindPromo(std::string_view word_key) const {
  std::string padded = " " + std::string(word_key) + " ";
  for (const auto& [key, phrase] : promos_) {
    if (padded.find(key) != padded.npos) return &phrase;
  }
  return nullptr;
}

bool CleanRules::NamesSite(const std::vector<std::string>& line) const {
  constexpr size_t kLongest = 16;  // words: a longer line is a sentence about a site
  if (line.size() > kLongest) return false;
  return std::any_of(site_names_.begin(), site_names_.end(), [&](const std::vector<std::string>& name) {
    return line.size() >= name.size() && std::equal(name.begin(), name.end(), line.begin());
  });
}

const DateWordEntry* CleanRules::FindDateWord(const std::string& word) const {
  auto found = date_words_.find(word);
  return found == date_words_.end() ? nullptr : &found->second;
}

}  // namespace acta
