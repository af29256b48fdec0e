#include "pipeline/resolve/article_place.h"

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/place_names.h"
#include "pipeline/resolve/place_tokens.h"

namespace acta {
namespace {

constexpr double kSite = 3, kBody = 2, kUnitWord = 1.5, kUnitIn = 1.5, kTitle = 3, kMention = 1, kLeast = 1.5;
constexpr size_t kMostBetween = 6, kMostWords = 4;  // words between a unit and its province; of a unit's name
constexpr size_t kLead = 1500;                      // bytes: what comes later is named in passing

class Votes {
 public:
  Votes(const Article& article, const Facts& facts, const World& world)
      : article_(article), world_(world), words_(world.place_words), day_(article.published_day()) {
    for (const Official& official : facts.officials) {
      for (Span mention : official.head.mentions) people_.push_back(mention);
    }
  }

  void Add(std::string_view name, double weight, const char* basis) {
    const PlaceUse place = PlaceNamed(name, day_, world_);
    if (!place.known()) return;
    Vote& vote = votes_[place.key];
    if (vote.weight == 0) vote.place = place;
    vote.weight += weight;
    if (weight > vote.best) {
      vote.best = weight;
      vote.place.basis = basis;
    }
  }

  // Names of provinces, and words that a word for a province stands beside.
  void AddText(std::string_view text, double weight, const char* basis, bool spans) {
    const std::vector<PlaceToken> tokens = PlaceTokens(text);
    for (size_t n = 0; n < tokens.size();) {
      const size_t known = tokens[n].capital && !(spans && OfPerson(tokens[n].begin)) ? Known(tokens, n) : 0;
      if (known) {
        Add(NameOf(tokens, n, known), weight, basis);
        n += known;
        continue;
      }
      if (words_.TellsProvince(tokens[n].lower)) AddUnknown(tokens, n, weight, basis, spans);
      ++n;
    }
  }

  // Where one of these communes and districts (by PlaceKey) lies: "xã Hòa Lộc, tỉnh Thanh Hóa", "Hoa Loc commune (Thanh Hoa)".
  void AddUnits(std::string_view text, const std::set<std::string>& units) {
    if (units.empty()) return;
    const std::vector<PlaceToken> tokens = PlaceTokens(text);
    for (size_t n = 1; n < tokens.size(); ++n) {
      const size_t known = tokens[n].capital && !OfPerson(tokens[n].begin) ? Known(tokens, n) : 0;
      if (known && UnitBefore(text, tokens, n, units)) Add(NameOf(tokens, n, known), kUnitIn, "text");
    }
  }

  // A host bears the name of its place: angiang.gov.vn, baoangiang.com.vn. A place that no table knows is told by the
  // same name in the headline.
  bool AddHost(std::string_view address, std::string_view title) {
    const std::vector<std::string> labels = Split(HostIn(address), '.');
    for (size_t n = 0; n < labels.size(); ++n) {
      const bool portal = n + 2 < labels.size() && labels[n + 1] == "gov" && labels[n + 2] == "vn";
      const std::string name = portal ? labels[n] : NameInHost(labels[n]);
      if (const Province* place = world_.places.FindKey(name, day_)) {
        Add(place->vi.front(), kSite, "site");
        return true;
      }
      if (portal) return AddNamedLike(name, title);
    }
    return false;
  }

  // How many of the votes are for places of the table.
  size_t Provinces() const {
    return static_cast<size_t>(std::ranges::count_if(
        votes_, [&](const auto& vote) { return world_.places.Get(vote.first) != nullptr; }));
  }

  PlaceUse Winner() const {
    const Vote* first = nullptr;
    double second = 0;
    for (const auto& [key, vote] : votes_) {
      if (!first || vote.weight > first->weight) {
        second = first ? first->weight : 0;
        first = &vote;
      } else {
        second = std::max(second, vote.weight);
      }
    }
    if (!first || first->weight < kLeast || first->weight < second * 1.2) return {};
    return first->place;
  }

 private:
  struct Vote {
    double weight = 0, best = 0;
    PlaceUse place;
  };

  bool OfPerson(uint32_t at) const {
    return std::any_of(people_.begin(), people_.end(),
                       [&](Span span) { return span.begin <= at && at < span.end; });
  }

  // Whether a unit of `units` ends before the token, names of units above it and words for units left aside.
  bool UnitBefore(std::string_view text, const std::vector<PlaceToken>& tokens, size_t n,
                  const std::set<std::string>& units) const {
    for (size_t end = n; end > 0 && n - end < kMostBetween; --end) {
      const std::string_view gap =
          text.substr(tokens[end - 1].begin, tokens[end].begin - tokens[end - 1].begin);
      if (gap.find_first_of(".;:\n") != std::string_view::npos) return false;
      if (end < n && !tokens[end].capital && !PartsUnits(tokens[end].lower)) return false;
      std::string key;
      for (size_t count = 1; count <= std::min(end, kMostWords); ++count) {
        key.insert(0, tokens[end - count].Key());
        if (units.contains(key)) return true;
      }
    }
    return false;
  }

  bool PartsUnits(const std::string& word) const {
    return words_.TellsProvince(word) || words_.Is(PlaceWord::kUnit, word) ||
           words_.Is(PlaceWord::kLink, word);
  }

  bool IsVietnamese(const std::string& name) const {
    return ParseName(name, "en", world_.transcription).vietnamese;
  }

  static std::string HostIn(std::string_view address) {
    const size_t scheme = address.find("://");
    if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
    return std::string(address.substr(0, address.find_first_of("/?#: ")));
  }

  // "baoangiang", "baoangiangtv": a newspaper or a station of An Giang. Empty when it is none.
  std::string NameInHost(std::string label) const {
    const auto before = words_.Of(PlaceWord::kPaperBefore);
    const auto opens =
        std::ranges::find_if(before, [&](const std::string& word) { return label.starts_with(word); });
    if (opens == before.end()) return "";
    label.erase(0, opens->size());
    for (const std::string& end : words_.Of(PlaceWord::kPaperAfter)) {
      if (label.ends_with(end)) label.resize(label.size() - end.size());
    }
    return label;
  }

  // Two words or three with capitals that are spelled like the name of a host.
  bool AddNamedLike(const std::string& name, std::string_view title) {
    const std::vector<PlaceToken> tokens = PlaceTokens(title);
    for (size_t n = 0; n < tokens.size(); ++n) {
      std::string key;
      for (size_t i = n; i < std::min(tokens.size(), n + 3) && tokens[i].capital; ++i) {
        if (i > n && !tokens[i].joined) break;
        key += tokens[i].Key();
        if (i == n || key != name) continue;
        Add(NameOf(tokens, n, i - n + 1), kSite, "site");
        return true;
      }
    }
    return false;
  }

  size_t Known(const std::vector<PlaceToken>& tokens, size_t n) const {
    std::string key;
    size_t longest = 0;
    for (size_t i = n; i < tokens.size() && i < n + world_.places.longest(); ++i) {
      if (i > n && !tokens[i].joined) break;
      key += tokens[i].Key();
      if (world_.places.FindKey(key, day_) || (HasCyrillic(key) && Inflected(key))) longest = i - n + 1;
    }
    return longest;
  }

  bool Inflected(const std::string& key) const { return !PlaceNamed(key, day_, world_).basis.empty(); }

  void AddUnknown(const std::vector<PlaceToken>& tokens, size_t n, double weight, const char* basis,
                  bool spans) {
    auto is_name = [&](size_t i) {
      return i < tokens.size() && tokens[i].capital && !(spans && OfPerson(tokens[i].begin));
    };
    size_t count = 0;
    const bool adjective = words_.Is(PlaceWord::kProvincial, tokens[n].lower);
    if (adjective || words_.Is(PlaceWord::kProvinceAfter,
                               tokens[n].lower)) {  // "Long Giang province", "In Long Giang province"
      auto is_part = [&](size_t i) { return is_name(i) && !words_.Is(PlaceWord::kOpening, tokens[i].lower); };
      while (count < 3 && count < n && tokens[n - count].joined && is_part(n - count - 1)) ++count;
      size_t known = count;
      while (known > 0 && !Inflected(PlaceKey(NameOf(tokens, n - known, known)))) --known;
      if (known) count = known;
      // "Deputy Secretary, Provincial …" is no name.
      const std::string name = count ? NameOf(tokens, n - count, count) : "";
      if (known || (adjective ? count > 1 && IsVietnamese(name) : count > 0))
        Add(name, weight + kUnitWord, basis);
      return;
    }
    while (count < 3 && is_name(n + 1 + count) && tokens[n + 1 + count].joined) ++count;
    if (count && !HasCyrillic(tokens[n].lower) && count >= 2)
      Add(NameOf(tokens, n + 1, std::min(count, size_t{2})), weight + kUnitWord, basis);
    if (count == 1 && HasCyrillic(tokens[n].lower)) Add(NameOf(tokens, n + 1, 1), weight + kUnitWord, basis);
  }

  const Article& article_;
  const World& world_;
  const PlaceWords& words_;
  std::optional<Date> day_;
  std::vector<Span> people_;
  std::map<std::string, Vote> votes_;
};

// Headline and lead of the text.
void AddLead(const Article& article, Votes& votes) {
  const std::string_view text = article.text;
  const size_t title = std::min(text.find('\n'), text.size());
  votes.AddText(text.substr(0, title), kTitle, "text", true);
  // Offsets of people count from the beginning of the text, so the headline is read again with the rest.
  size_t lead = std::min(text.size(), title + kLead);
  while (lead < text.size() && (static_cast<unsigned char>(text[lead]) & 0xC0) == 0x80) ++lead;
  votes.AddText(text.substr(0, lead), kMention, "text", true);
}

}  // namespace

PlaceUse ArticlePlace(const Article& article, const Facts& facts, const World& world) {
  Votes votes(article, facts, world);
  votes.AddText(article.site, kSite, "site", false);
  const std::string_view title = std::string_view(article.text).substr(0, article.text.find('\n'));
  for (const std::string& address : {article.url, article.canonical_url, article.site}) {
    if (votes.AddHost(address, title)) break;
  }
  AddLead(article, votes);
  std::set<std::string> below;
  for (const Agency& agency : facts.agencies) {
    if (!agency.place || !agency.level) continue;
    if (agency.level->value == "province") votes.Add(agency.place->value, kBody, "text");
    if (agency.level->value == "commune" || agency.level->value == "district")
      below.insert(PlaceKey(agency.place->value));
  }
  votes.AddUnits(article.text, below);
  return votes.Winner();
}

size_t ProvincesNamed(const Article& article, const Facts& facts, const World& world) {
  Votes votes(article, facts, world);
  AddLead(article, votes);
  return votes.Provinces();
}

}  // namespace acta
