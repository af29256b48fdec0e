#include "pipeline/resolve/transcription.h"

#include <algorithm>

#include "pipeline/resolve/table.h"

namespace acta {
namespace {

constexpr double kStep = 0.1, kMostSteps = 0.2, kLoose = 0.5;

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  for (size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

std::string SyllableKey(const Syllable& syllable) { return syllable.onset + " " + Ascii(syllable.rime); }

// The endings of the cases of a masculine name, and what the nominative has in their place.
struct Ending {
  std::string_view ending;
  std::vector<std::string_view> nominative;
};
const Ending kEndings[] = {
    {"ом", {""}},          {"ем", {"ь", "й", ""}}, {"ым", {""}},      {"а", {""}},           {"у", {""}},
    {"е", {"", "ь", "й"}}, {"я", {"ь", "й"}},      {"ю", {"ь", "й"}}, {"и", {"ь", "й", ""}},
};

}  // namespace

std::string FoldCyrillic(std::string_view text) {
  std::string folded;
  for (const std::string& word : NameWords(text)) folded += (folded.empty() ? "" : " ") + word;
  return Replaced(folded, "ё", "е");
}

Result<Transcription> Transcription::Load(const std::string& path) {
  Transcription table;
  Result<void> read =
      ReadTable(path, 5, [&](const std::vector<std::string>& row) { return table.AddRow(row); });
  if (!read) return tl::unexpected(read.error());
  table.Index();
  return table;
}

std::string Transcription::AddRow(const std::vector<std::string>& row) {
  const std::string& part = row[0];
  const bool loose = part.ends_with("_loose");
  const std::string vi = row[1] == "-" ? "" : row[1];
  auto cost = [&](size_t n) {
    return std::min(kStep * static_cast<double>(n), kMostSteps) + (loose ? kLoose : 0);
  };
  if (part == "onset" || part == "onset_loose") {
    std::vector<std::string> spellings = Variants(row[2]);
    if (vi.empty()) spellings = {""};
    for (size_t n = 0; n < spellings.size(); ++n) {
      std::string spelling = spellings[n];
      const bool soft = spelling.ends_with('~');
      if (soft) spelling.pop_back();
      onsets_[vi].push_back({Replaced(spelling, "ё", "е"), soft, cost(n)});
    }
    return "";
  }
  if (part == "rime" || part == "rime_loose") {
    for (Place place : {kPlain, kSoft, kInitial}) {
      // A loose row has one column for all places.
      const std::vector<std::string> spellings =
          Variants(loose ? row[2] : row[2 + static_cast<size_t>(place)]);
      for (size_t n = 0; n < spellings.size(); ++n) {
        rimes_[vi].spellings[place].push_back({Replaced(spellings[n], "ё", "е"), cost(n)});
      }
    }
    return "";
  }
  if (part == "syllable") {
    for (const std::string& spelling : Variants(row[2])) {
      syllables_[SyllableKey(SplitSyllable(vi))].push_back(FoldCyrillic(spelling));
    }
    return "";
  }
  if (part == "name") {
    std::string plain;
    for (const std::string& word : NameWords(Ascii(vi))) plain += (plain.empty() ? "" : " ") + word;
    for (const std::string& spelling : Variants(row[2])) names_.insert({plain, FoldCyrillic(spelling)});
    return "";
  }
  return "the part is one of onset, onset_loose, rime, rime_loose, syllable, name";
}

void Transcription::Index() {
  for (const auto& [rime, rimes] : rimes_) {
    plain_rimes_[Ascii(rime)].push_back(rime);
    for (int place = 0; place < 3; ++place) {
      for (const Rime& spelling : rimes.spellings[place]) {
        rime_spellings_[spelling.cost < kLoose ? 0 : 1][place].insert(spelling.spelling);
      }
    }
  }
}

std::optional<double> Transcription::RimeCost(const std::string& rime, Place place,
                                              std::string_view rest) const {
  const auto found = rimes_.find(rime);
  if (found == rimes_.end()) return std::nullopt;
  std::optional<double> best;
  for (const Rime& spelling : found->second.spellings[place]) {
    if (spelling.spelling == rest && (!best || spelling.cost < *best)) best = spelling.cost;
  }
  return best;
}

std::optional<double> Transcription::Cost(const Syllable& syllable, bool exact,
                                          std::string_view cyrillic) const {
  std::optional<double> best;
  auto take = [&](std::optional<double> cost) {
    if (cost && (!best || *cost < *best)) best = cost;
  };
  if (auto whole = syllables_.find(SyllableKey(syllable)); whole != syllables_.end()) {
    for (const std::string& spelling : whole->second) {
      if (spelling == cyrillic) take(kStep);
    }
  }
  std::vector<std::string> rimes = {syllable.rime};
  if (!exact) {
    const auto plain = plain_rimes_.find(syllable.rime);
    if (plain == plain_rimes_.end()) return best;
    rimes = plain->second;
  }
  // Without marks, d may be đ.
  std::vector<std::string> onsets = {syllable.onset};
  if (!exact && syllable.onset == "d") onsets.push_back("đ");
  for (const std::string& name : onsets) {
    const auto found = onsets_.find(name);
    if (found == onsets_.end()) continue;
    for (const Onset& onset : found->second) {
      if (!cyrillic.starts_with(onset.spelling)) continue;
      const Place place = name.empty() ? kInitial : onset.soft ? kSoft : kPlain;
      for (const std::string& rime : rimes) {
        if (auto cost = RimeCost(rime, place, cyrillic.substr(onset.spelling.size())))
          take(onset.cost + *cost);
      }
    }
  }
  return best;
}

bool Transcription::SpellsJoined(const std::vector<Syllable>& syllables, bool exact,
                                 std::string_view cyrillic) const {
  if (syllables.empty()) return cyrillic.empty();
  const std::vector<Syllable> rest(syllables.begin() + 1, syllables.end());
  // A Cyrillic letter has two bytes; no syllable has more than eight letters.
  for (size_t size = 2; size <= std::min<size_t>(cyrillic.size(), 16); size += 2) {
    if (Cost(syllables.front(), exact, cyrillic.substr(0, size)) &&
        SpellsJoined(rest, exact, cyrillic.substr(size)))
      return true;
  }
  return false;
}

bool Transcription::IsSyllable(const Syllable& syllable, bool exact) const {
  if (!onsets_.contains(syllable.onset)) return false;
  return exact ? rimes_.contains(syllable.rime) : plain_rimes_.contains(syllable.rime);
}

bool Transcription::IsSpelling(std::string_view cyrillic, bool loose) const {
  for (const auto& [name, onsets] : onsets_) {
    for (const Onset& onset : onsets) {
      if (!cyrillic.starts_with(onset.spelling) || (onset.cost >= kLoose && !loose)) continue;
      const Place place = name.empty() ? kInitial : onset.soft ? kSoft : kPlain;
      const std::string_view rest = cyrillic.substr(onset.spelling.size());
      if (rime_spellings_[0][place].contains(rest)) return true;
      if (loose && rime_spellings_[1][place].contains(rest)) return true;
    }
  }
  return std::any_of(syllables_.begin(), syllables_.end(), [&](const auto& whole) {
    return std::find(whole.second.begin(), whole.second.end(), cyrillic) != whole.second.end();
  });
}

std::string Transcription::Nominative(std::string_view cyrillic) const {
  for (bool loose : {false, true}) {
    if (IsSpelling(cyrillic, loose)) return std::string(cyrillic);
    for (const Ending& ending : kEndings) {
      if (!cyrillic.ends_with(ending.ending)) continue;
      const std::string stem(cyrillic.substr(0, cyrillic.size() - ending.ending.size()));
      for (std::string_view nominative : ending.nominative) {
        if (std::string base = stem + std::string(nominative); IsSpelling(base, loose)) return base;
      }
    }
  }
  return std::string(cyrillic);
}

bool Transcription::IsTraditional(const std::string& plain, const std::string& cyrillic) const {
  return names_.contains({plain, cyrillic});
}

}  // namespace acta
