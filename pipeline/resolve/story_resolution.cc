#include "pipeline/resolve/story_resolution.h"

#include <algorithm>
#include <tuple>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/place_names.h"
#include "schemas/identity.h"

namespace acta {
namespace {

// Every place that the articles print or play in.
std::vector<const PlaceUse*> Places(const std::vector<const Account*>& articles) {
  std::vector<const PlaceUse*> places;
  for (const Account* article : articles) {
    if (article->place.known()) places.push_back(&article->place);
    for (const BodyUse& body : article->bodies) {
      if (body.place.known()) places.push_back(&body.place);
    }
    for (const PersonUse& person : article->people) {
      for (const PostUse& post : person.posts) {
        if (post.place.known()) places.push_back(&post.place);
      }
    }
  }
  return places;
}

std::map<std::string, std::string> LatinPlaces(const std::vector<const PlaceUse*>& places,
                                               const World& world) {
  std::map<std::string, std::string> latin;
  for (const PlaceUse* cyrillic : places) {
    if (!HasCyrillic(cyrillic->key) || latin.contains(cyrillic->key)) continue;
    for (const PlaceUse* other : places) {
      if (HasCyrillic(other->key) || HasCyrillic(other->name)) continue;
      if (!SpellsPlace(cyrillic->key, other->name, world)) continue;
      latin[cyrillic->key] = other->key;
      break;
    }
  }
  return latin;
}

// The place that most articles play in; of two, the one of the article with more authority.
PlaceUse StoryPlace(const StoryContext& context) {
  std::map<std::string, int> votes;
  for (const Account* article : context.articles) {
    if (article->place.known()) ++votes[context.Key(article->place)];
  }
  PlaceUse best;
  int most = 0;
  for (const Account* article : context.articles) {
    if (!article->place.known()) continue;
    const int count = votes[context.Key(article->place)];
    if (count > most) {
      most = count;
      best = article->place;
    }
  }
  return best;
}

}  // namespace

std::string DerivedId(std::string_view prefix, std::string_view identity) {
  return std::string(prefix) + "-" + Sha256Hex(identity).substr(0, 16);
}

std::string StoryContext::Key(const PlaceUse& use) const {
  const auto latin = latin_places.find(use.key);
  return latin == latin_places.end() ? use.key : latin->second;
}

void StoryWriter::Link(const Account& article, const std::string& record, const std::string& printed,
                       const Form& form, Reason reason) {
  if (known_.emplace(form.key, story_.forms.size()).second) story_.forms.push_back(form);
  story_.links.push_back({article.article, record, form.key, printed, std::move(reason)});
}

StoryResolution ResolveStory(std::vector<const Account*> articles, const World& world) {
  std::sort(articles.begin(), articles.end(), [](const Account* a, const Account* b) {
    return std::make_tuple(AuthorityOf(a->language), a->article) <
           std::make_tuple(AuthorityOf(b->language), b->article);
  });
  StoryResolution story;
  std::string first;
  for (const Account* article : articles) {
    if (first.empty() || article->article < first) first = article->article;
  }
  story.id = DerivedId("story", first);
  StoryContext context{articles, story.id, {}, world, LatinPlaces(Places(articles), world)};
  story.place = context.place = StoryPlace(context);
  StoryWriter out(story);
  ResolvePeople(context, out);
  ResolveBodies(context, out);
  ResolveDocuments(context, out);
  ResolveTasks(context, story);
  return story;
}

}  // namespace acta
