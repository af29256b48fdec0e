#include "pipeline/resolve/account.h"

#include <fmt/format.h>

#include <algorithm>

#include "pipeline/resolve/article_place.h"
#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/place_names.h"
#include "pipeline/store/fold.h"

namespace acta {
namespace {

constexpr size_t kProvincesAtHome = 2;  // named by an article that is from here, whatever its language
constexpr double kCommonFigure = 10;    // smaller counts are shared by chance

std::string Text(const Maybe<std::string>& value) { return value ? value->value : ""; }

// Names of one article come again and again: the catalog is asked once for each.
class BodyNames {
 public:
  BodyNames(const Facts& facts, std::optional<Date> day, bool abroad, const World& world)
      : day_(day), abroad_(abroad), world_(world) {
    for (const Agency& agency : facts.agencies) {
      if (agency.name && agency.place) printed_places_[agency.name->value] = agency.place->value;
    }
  }

  struct Found {
    std::vector<const Body*> candidates;
    PlaceUse place;
    std::string stems;
    bool whole = false, national = false;
  };

  const Found& Find(const std::string& name) const {
    const auto [known, is_new] = known_.try_emplace(name);
    if (is_new) known->second = Read(name);
    return known->second;
  }

 private:
  Found Read(const std::string& name) const {
    Found found;
    std::string place;
    if (const auto known = printed_places_.find(name); known != printed_places_.end()) place = known->second;
    if (place.empty() || name.find(place) == std::string::npos) {
      if (std::string named = NamedProvince(name); !named.empty()) place = std::move(named);
    }
    found.place = place.empty() ? PlaceUse{} : PlaceNamed(place, day_, world_);
    if (found.place.known()) found.place.basis = "printed";
    const Province* province = world_.places.Get(found.place.key);
    if (!abroad_) found.candidates = world_.bodies.Find(name, place, province ? province->type : "");
    const BodyReading reading = world_.bodies.Read(name, place);
    found.whole = reading.whole() && reading.HasField();
    found.stems = reading.Key();
    found.national = place.empty() &&
                     (reading.Says("national") || reading.Says("central") || reading.Says("military-region"));
    return found;
  }

  // The words of a name that are a province's: the last of "UBND tỉnh An Giang", the first of "An Giang Provincial
  // People's Committee".
  std::string NamedProvince(const std::string& name) const {
    const std::vector<std::string> words = Split(name, ' ');
    std::vector<std::string> keys;
    for (const std::string& word : words) keys.push_back(PlaceKey(word));
    for (size_t count = std::min(words.size() - 1, size_t{5}); count > 0 && count < words.size(); --count) {
      for (size_t end = words.size(); end >= count; --end) {
        std::string key;
        for (size_t n = end - count; n < end; ++n) key += keys[n];
        if (!world_.places.FindKey(key, day_) &&
            (!HasCyrillic(key) || PlaceNamed(key, day_, world_).basis.empty())) {
          continue;
        }
        std::string some;
        for (size_t n = end - count; n < end; ++n) some += (some.empty() ? "" : " ") + words[n];
        return some;
      }
    }
    return "";
  }

  std::optional<Date> day_;
  bool abroad_;  // the catalog is of home
  const World& world_;
  std::map<std::string, std::string> printed_places_;
  mutable std::map<std::string, Found> known_;
};

std::vector<PostUse> Posts(const Official& official, const BodyNames& names) {
  std::vector<PostUse> posts;
  for (const Post& post : official.posts) {
    PostUse use{Text(post.title), Text(post.role), Text(post.capacity), Text(post.body), {}, {}};
    if (!use.body.empty()) {
      const BodyNames::Found& found = names.Find(use.body);
      use.candidates = found.candidates;
      use.place = found.place;
    }
    posts.push_back(std::move(use));
  }
  return posts;
}

// Those who speak for the centre: what they order a ministry to do is the ministry's.
std::set<std::string> OfTheCentre(const Facts& facts) {
  constexpr std::string_view kRoles[] = {"general_secretary", "president", "prime_minister",
                                         "deputy_prime_minister"};
  std::set<std::string> names;
  for (const Official& official : facts.officials) {
    const bool central = std::ranges::any_of(official.posts, [&](const Post& post) {
      return std::ranges::find(kRoles, Text(post.role)) != std::end(kRoles) &&
             Text(post.capacity) != "former";
    });
    if (central && official.name) names.insert(official.name->value);
  }
  for (const Agency& agency : facts.agencies) {
    if (agency.name && Text(agency.level) == "central") names.insert(agency.name->value);
  }
  return names;
}

// Bodies that an order of the article has do something, those of the centre's left out.
std::set<std::string> Assigned(const Facts& facts) {
  const std::set<std::string> centre = OfTheCentre(facts);
  std::set<std::string> assigned;
  for (const Directive& directive : facts.directives) {
    if (centre.contains(Text(directive.issuer))) continue;
    for (const auto& assignee : directive.assignees) assigned.insert(Ascii(assignee.value));
  }
  return assigned;
}

std::set<std::string> Figures(const Facts& facts) {
  std::set<std::string> figures;
  for (const Target& target : facts.targets) {
    if (target.value && target.value->value >= kCommonFigure) {
      figures.insert(fmt::format("{:g} {}", target.value->value, Text(target.unit)));
    }
  }
  return figures;
}

std::set<std::string> Dates(const Facts& facts) {
  std::set<std::string> dates;
  auto take = [&](const Maybe<Date>& date) {
    if (date) dates.insert(ToIso(date->value));
  };
  for (const Deadline& deadline : facts.deadlines) take(deadline.date);
  for (const Resolution& resolution : facts.resolutions) take(resolution.issued);
  for (const Event& event : facts.events) take(event.date);
  return dates;
}

DocumentUse DocumentOf(const Resolution& resolution, std::string_view text) {
  DocumentUse use{resolution.head.id,
                  "",
                  Text(resolution.kind),
                  FoldNumber(Text(resolution.number)),
                  Text(resolution.issuer),
                  Text(resolution.title),
                  std::nullopt};
  if (resolution.issued && resolution.issued->value.has_year()) use.issued = resolution.issued->value;
  if (!resolution.head.mentions.empty()) use.printed = resolution.head.mentions.front().In(text);
  if (use.printed.empty()) use.printed = resolution.number ? Text(resolution.number) : use.title;
  return use;
}

std::string QuoteOf(const Facts& facts, const std::string& target) {
  for (const Target& one : facts.targets) {
    if (one.head.id == target) return Text(one.quote);
  }
  return "";
}

std::vector<TaskUse> Tasks(const Facts& facts) {
  std::vector<TaskUse> tasks;
  std::set<std::string> of_orders;  // deadlines and targets that an order holds
  auto day = [](const Maybe<Date>& date) {
    return date && date->value.has_year() ? std::optional(date->value) : std::nullopt;
  };
  for (const Directive& directive : facts.directives) {
    TaskUse use{directive.head.id, "directive", Text(directive.action), {}, day(directive.deadline), "", ""};
    for (const auto& assignee : directive.assignees) use.assignees.push_back(assignee.value);
    for (const ResolutionLink& link : directive.links.resolutions) use.documents.push_back(link.id);
    const std::string strength = Text(directive.strength);
    use.asked = strength == "propose" || strength == "hope";
    tasks.push_back(std::move(use));
    // A target that an order sets says the same task. Its deadlines are the day that the order itself has.
    of_orders.insert(directive.links.deadlines.begin(), directive.links.deadlines.end());
    for (const std::string& id : directive.links.targets) {
      if (!of_orders.insert(id).second) continue;
      tasks.push_back({id, "target", QuoteOf(facts, id), {}, day(directive.deadline), "", directive.head.id});
    }
  }
  for (const Deadline& deadline : facts.deadlines) {
    if (of_orders.contains(deadline.head.id) || !deadline.task || deadline.recurrence) continue;
    TaskUse use{deadline.head.id, "deadline", Text(deadline.task), {}, day(deadline.date), "", ""};
    for (const auto& assignee : deadline.assignees) use.assignees.push_back(assignee.value);
    tasks.push_back(std::move(use));
  }
  for (const Progress& progress : facts.progress) {
    if (!progress.task || !progress.body) continue;
    tasks.push_back({progress.head.id,
                     "progress",
                     Text(progress.task),
                     {Text(progress.body)},
                     std::nullopt,
                     Text(progress.state),
                     ""});
  }
  return tasks;
}

// Account::abroad, by what is known of the account so far: its people and its place.
std::string Abroad(const Article& article, const Facts& facts, const Account& account, const World& world) {
  const States& states = world.states;
  if (states.SpeaksAtHome(article.language) || states.HostedAtHome(article.url)) return "";
  if (world.places.Get(account.place.key)) return "";
  for (const PersonUse& person : account.people) {
    if (person.name.vietnamese && person.name.words.size() >= 3) return "";
  }
  for (const Agency& agency : facts.agencies) {
    const std::string kind = Text(agency.kind);
    if (kind == "peoples_committee" || kind == "peoples_council") return "";
  }
  if (ProvincesNamed(article, facts, world) >= kProvincesAtHome) return "";
  const std::string state = states.Of(article.text);
  return state == states.home() ? "" : state.empty() ? "?" : state;
}

}  // namespace

Account AccountOf(const Article& article, const Facts& facts, const World& world) {
  Account account;
  account.article = article.source;
  account.language = article.language;
  account.title = article.title;
  account.day = article.published_day();
  account.place = ArticlePlace(article, facts, world);
  std::vector<const Official*> named;
  for (const Official& official : facts.officials) {
    if (!official.name) continue;
    named.push_back(&official);
    account.people.push_back({official.head.id,
                              official.name->value,
                              ParseName(official.name->value, article.language, world.transcription),
                              {}});
  }
  account.abroad = Abroad(article, facts, account, world);
  const BodyNames names(facts, account.day, !account.abroad.empty(), world);
  for (size_t n = 0; n < named.size(); ++n) account.people[n].posts = Posts(*named[n], names);
  const std::set<std::string> assigned = Assigned(facts);
  for (const Agency& agency : facts.agencies) {
    if (!agency.name) continue;
    const BodyNames::Found& found = names.Find(agency.name->value);
    const std::string level = agency.level ? agency.level->value : found.national ? "central" : "";
    account.bodies.push_back({agency.head.id, agency.name->value, Text(agency.kind), level, found.candidates,
                              found.stems, found.whole, found.place,
                              assigned.contains(Ascii(agency.name->value))});
  }
  for (const Resolution& resolution : facts.resolutions) {
    account.documents.push_back(DocumentOf(resolution, article.text));
  }
  account.tasks = Tasks(facts);
  account.figures = Figures(facts);
  account.dates = Dates(facts);
  return account;
}

}  // namespace acta
