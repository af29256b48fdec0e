#include "extractors/engine/bodies.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "extractors/engine/each_word.h"
#include "extractors/engine/people.h"
#include "extractors/engine/utf.h"

namespace acta {

namespace {

constexpr size_t kLongestShortForm = 24;  // bytes, with the bracket
constexpr size_t kMostBodies = 500;       // bodies of an article that are compared one by one

void AddWords(const std::string& key, std::vector<std::string>& words) {
  ForEachWord(key, [&](std::string_view word) { words.emplace_back(word); });
}

// The words of a name, folded: those that name a place, and the others without articles and links (“of”).
void CollectWords(const TreeView& view, uint32_t at, Wording& wording) {
  const Unit& unit = view.unit(at);
  if (unit.source == Unit::Source::kRule) {
    for (uint32_t c = 0; c < unit.child_count; ++c)
      CollectWords(view, view.tree().children[unit.first_child + c], wording);
    return;
  }
  if (unit.span.empty()) return;
  if (view.HasKind(at, "article") || view.HasKind(at, "link")) return;
  bool place =
      view.HasKind(at, "place") || view.HasKind(at, "unlisted") || view.HasKind(at, "vietnamese_name");
  std::string key = ComparisonKey(view.pack(), view.Printed(unit.span));
  AddWords(key, place ? wording.places : wording.words);
}

Wording WordingOf(const TreeView& view, uint32_t unit) {
  Wording wording;
  CollectWords(view, unit, wording);
  std::sort(wording.words.begin(), wording.words.end());
  std::sort(wording.places.begin(), wording.places.end());
  return wording;
}

// What a bracket right behind a name says the body is called for short: "… of Public Works (DPWH)". Empty
// when there is none.
std::string_view ShortFormAfter(std::string_view text, Span name) {
  std::string_view rest = text.substr(name.end);
  if (!rest.starts_with(" (")) return {};
  size_t close = rest.find(')');
  if (close == rest.npos || close > kLongestShortForm) return {};
  std::string_view inside = rest.substr(2, close - 2);
  auto is_capital = [](char32_t c) { return u_isupper(static_cast<UChar32>(c)); };
  auto is_part = [](unsigned char c) { return std::isalnum(c) || c >= 0x80 || c == '-' || c == '&'; };
  bool word = std::all_of(inside.begin(), inside.end(), is_part);
  const std::u32string letters = ToUtf32(inside);
  return word && std::count_if(letters.begin(), letters.end(), is_capital) >= 2 ? inside : std::string_view();
}

}  // namespace

std::optional<Found> IdOf(const TreeView& view, uint32_t unit) {
  if (auto own = view.Own(unit, "id")) return own;
  const Unit& u = view.unit(unit);
  if (u.source != Unit::Source::kRule) return std::nullopt;
  for (uint32_t c = 0; c < u.child_count; ++c) {
    uint32_t child = view.tree().children[u.first_child + c];
    if (view.KindOf(child) == "agency") continue;
    if (auto found = view.Find(child, "id")) return found;
  }
  return std::nullopt;
}

std::string HeadOf(const TreeView& view, uint32_t unit) {
  const Unit& u = view.unit(unit);
  std::vector<uint32_t> head = view.Captured(unit, "head");
  for (uint32_t c = 0; c < u.child_count && head.empty() && u.source == Unit::Source::kRule; ++c)
    head = view.Captured(view.tree().children[u.first_child + c], "head");
  return head.empty() ? std::string() : ComparisonKey(view.pack(), view.Nominative(head));
}

std::optional<Lettered> WithoutLetters(const std::string& name) {
  const size_t open = name.find(" (");
  const size_t close = open == name.npos ? open : name.find(") ", open);
  if (close == name.npos || close - open > kLongestShortForm) return std::nullopt;
  std::string letters = name.substr(open + 2, close - open - 2);
  const std::u32string wide = ToUtf32(letters);
  auto capitals =
      std::count_if(wide.begin(), wide.end(), [](char32_t c) { return u_isupper(static_cast<UChar32>(c)); });
  if (capitals < 2 || letters.find(' ') != letters.npos) return std::nullopt;
  return Lettered{name.substr(0, open) + name.substr(close + 1), std::move(letters)};
}

const Agency* Bodies::Nearest(uint32_t byte, const std::string& word, bool of_head) const {
  const Agency* before = nullptr;
  const Agency* after = nullptr;
  uint32_t last = 0, first = UINT32_MAX;
  const std::string inside = " " + word + " ";
  for (size_t i = 0; i < agencies_.size(); ++i) {
    const Agency& agency = agencies_[i];
    // A name that the lexicon has as a whole tells no head.
    const bool its =
        keys_[i].find(inside) != std::string::npos && (!of_head || heads_[i].empty() || heads_[i] == word);
    if (!its) continue;
    for (Span span : agency.head.mentions) {
      if (span.end <= byte && span.end >= last) last = span.end, before = &agency;
      if (span.begin >= byte && span.begin < first) first = span.begin, after = &agency;
    }
  }
  return before ? before : after;
}

const Agency* Bodies::Meant(std::string_view noun, uint32_t byte) const {
  const std::string word = ComparisonKey(view_.pack(), noun);
  const Agency* of_head = Nearest(byte, word, true);
  return of_head ? of_head : Nearest(byte, word, false);
}

const Agency* Bodies::OnlyOf(std::string_view kind) const {
  const Agency* only = nullptr;
  for (const Agency& one : agencies_) {
    if (!one.kind || one.kind->value != kind) continue;
    if (only) return nullptr;
    only = &one;
  }
  return only;
}

const std::string* Bodies::LongName(const std::string& name) const {
  if (short_forms_.empty()) return nullptr;
  auto known = long_names_.find(ComparisonKey(view_.pack(), name));
  return known == long_names_.end() ? nullptr : &known->second;
}

std::optional<std::string_view> Bodies::Listed(const NamedPart& part, std::string_view attribute) const {
  if (!part.listed) return std::nullopt;
  return AttributeOf(part.listed->attributes, view_.pack().names.Find(attribute));
}

template <class MakeWording>
void Bodies::AddNamed(uint32_t unit, NamedPart part, std::string key, MakeWording&& wording) {
  const TreeView& view = view_;
  Agency agency;
  const std::string& name = part.name;
  Span span = part.span;
  const std::string folded = ComparisonKey(view.pack(), name);
  if (key.empty()) key = folded;
  // What the article itself says a short form stands for goes before what the lexicon knows of it.
  if (auto known = short_forms_.find(folded); known != short_forms_.end()) key = known->second;
  if (std::string_view abbreviation = ShortFormAfter(view.article().text, span); !abbreviation.empty()) {
    std::string letters = ComparisonKey(view.pack(), abbreviation);
    long_names_.emplace(letters, name);
    // The letters may stand for the field alone: “Sở Thông tin và Truyền thông (TT&TT)” is “Sở TT&TT”, too.
    if (const std::string head = HeadOf(view, unit); !head.empty()) {
      long_names_.emplace(head + " " + letters, name);
      short_forms_.emplace(head + " " + letters, key);
    }
    short_forms_.emplace(std::move(letters), key);
  }
  std::string place;
  if (!part.place.empty()) {
    const std::vector<uint32_t>& units = part.place;
    Span said{view.unit(units.front()).span.begin, view.unit(units.back()).span.end};
    agency.place = At<std::string>{view.Nominative(units), said};
    if (auto standard = view.Find(units.front(), "place")) agency.place->value = std::string(standard->text);
  } else if (part.is_place) {
    agency.place = At<std::string>{OneLine(view.Printed(part.item)), part.item};
  }
  if (agency.place) {
    agency.place_basis = At<std::string>{"printed", agency.place->span};
    place = ComparisonKey(view.pack(), agency.place->value);
  }
  for (size_t i : by_key_[key]) {
    if (!place.empty() && !places_[i].empty() && place != places_[i]) continue;
    Agency& known = agencies_[i];
    known.head.mentions.push_back(span);
    if (place.size() > places_[i].size()) {
      places_[i] = place;
      known.place = agency.place;
      known.place_basis = agency.place_basis;
    }
    if (name.size() > known.name->value.size()) known.name = At<std::string>{name, span};
    return;
  }
  agency.name = At<std::string>{name, span};
  // What the lexicon says of a part itself goes before what it says of the first.
  auto word = [&](std::string_view field) -> Maybe<std::string> {
    if (auto listed = Listed(part, field)) return At<std::string>{std::string(*listed), span};
    auto found = view.Find(unit, field);
    return found ? Maybe<std::string>(At<std::string>{std::string(found->text), span}) : std::nullopt;
  };
  agency.kind = word("kind");
  agency.level = word("level");
  agency.head.rule = view.pack().rules[view.unit(unit).index].place.ToString();
  agency.head.mentions.push_back(span);
  by_key_[key].push_back(agencies_.size());
  agencies_.push_back(std::move(agency));
  heads_.push_back(HeadOf(view, unit));
  places_.push_back(std::move(place));
  wordings_.push_back(wording());
}

void Bodies::Add(uint32_t unit) {
  if (!IsShared(view_, unit)) {
    auto id = IdOf(view_, unit);
    NamedPart whole{view_.Nominative(unit), view_.unit(unit).span, {}, view_.Captured(unit, "place")};
    std::string key = id ? std::string(id->text) : "";
    const auto lettered = WithoutLetters(whole.name);
    if (lettered) {
      whole.name = lettered->name;
      whole.listed = ListedBody(view_.pack(), whole.name);
      if (auto listed = Listed(whole, "id")) key = *listed;
      const std::string letters = ComparisonKey(view_.pack(), lettered->letters);
      long_names_.emplace(letters, whole.name);
      short_forms_.emplace(letters, key.empty() ? ComparisonKey(view_.pack(), whole.name) : key);
    }
    AddNamed(unit, std::move(whole), std::move(key), [&] {
      Wording wording = WordingOf(view_, unit);
      const std::string letters = lettered ? ComparisonKey(view_.pack(), lettered->letters) : "";
      if (lettered)
        std::erase_if(wording.words,
                      [&](const std::string& w) { return w == "(" || w == ")" || w == letters; });
      if (lettered) std::erase(wording.places, letters);
      return wording;
    });
    return;
  }
  for (NamedPart& part : PartsOf(view_, unit)) {
    part.listed = ListedBody(view_.pack(), part.name);
    std::string id(Listed(part, "id").value_or(std::string_view()));
    const std::string name = part.name;
    AddNamed(unit, std::move(part), std::move(id), [&] {
      Wording wording;
      AddWords(ComparisonKey(view_.pack(), name), wording.words);
      std::sort(wording.words.begin(), wording.words.end());
      return wording;
    });
  }
}

// "Đảng ủy" beside "Đảng ủy xã Như Thanh": a name that tells no level is the short form of the one longer name
// that begins with it and tells one. A level that was read from what stands beside the name (“HĐND, UBND tỉnh”) is
// the one word that the longer name has more (“HĐND tỉnh”).
std::optional<size_t> Bodies::LongFormOf(size_t short_name, const std::vector<std::string>& keys) const {
  if (agencies_[short_name].place) return std::nullopt;
  const auto& level = agencies_[short_name].level;
  const std::string begins = keys[short_name] + " ";
  std::optional<size_t> found;
  for (size_t i = 0; i < agencies_.size(); ++i) {
    if (!agencies_[i].level || agencies_[i].level->value == "central") continue;
    if (!keys[i].starts_with(begins)) continue;
    // “People's Committee Office” is a body of its own.
    const auto &kind = agencies_[short_name].kind, &its = agencies_[i].kind;
    if (kind && its && kind->value != its->value) continue;
    if (level && (level->value != agencies_[i].level->value ||
                  wordings_[i].words.size() != wordings_[short_name].words.size() + 1))
      continue;
    if (found) return std::nullopt;
    found = i;
  }
  return found;
}

void Bodies::Join() {
  std::map<std::vector<std::string>, std::vector<size_t>> alike;  // by the words that are no place
  for (size_t i = 0; i < agencies_.size(); ++i) alike[wordings_[i].words].push_back(i);
  std::vector<bool> joined(agencies_.size());
  auto join = [&](size_t from, size_t to) {
    joined[from] = true;
    const auto& mentions = agencies_[from].head.mentions;
    agencies_[to].head.mentions.insert(agencies_[to].head.mentions.end(), mentions.begin(), mentions.end());
  };
  for (const auto& [words, bodies] : alike) {
    if (bodies.size() < 2 || words.size() < 2) continue;
    // One place at most, and all those without a place mean the body of that place.
    const Wording* placed = nullptr;
    bool clear = true;
    for (size_t i : bodies) {
      if (wordings_[i].places.empty()) continue;
      clear = clear && (!placed || placed->places == wordings_[i].places);
      placed = &wordings_[i];
    }
    if (!clear) continue;
    size_t longest = *std::max_element(bodies.begin(), bodies.end(), [&](size_t a, size_t b) {
      return agencies_[a].name->value.size() < agencies_[b].name->value.size();
    });
    for (size_t i : bodies) {
      if (i != longest) join(i, longest);
    }
  }
  std::vector<std::string> keys;
  for (const Agency& agency : agencies_) keys.push_back(ComparisonKey(view_.pack(), agency.name->value));
  for (size_t i = 0; i < agencies_.size() && agencies_.size() <= kMostBodies; ++i) {
    auto into = joined[i] ? std::nullopt : LongFormOf(i, keys);
    if (into && !joined[*into]) join(i, *into);
  }
  std::vector<Agency> kept;
  std::vector<std::string> heads;
  for (size_t i = 0; i < agencies_.size(); ++i) {
    if (joined[i]) continue;
    kept.push_back(std::move(agencies_[i]));
    heads.push_back(std::move(heads_[i]));
  }
  agencies_ = std::move(kept);
  heads_ = std::move(heads);
  for (const Agency& agency : agencies_)
    keys_.push_back(" " + ComparisonKey(view_.pack(), agency.name->value) + " ");
}

}  // namespace acta
