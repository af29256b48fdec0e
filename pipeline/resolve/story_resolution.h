// One story: which form each record of its articles uses.
//
//   StoryResolution story = ResolveStory({&vietnamese, &english, &russian}, world);
//
// Articles of one story vouch for each other: the Vietnamese version says which of several accounts of a translated
// name is meant, and the place of one is the place of all. Where no version says it, a record keeps a form of its
// own rather than a guess. Order of the articles does not matter. Pure; cost grows with the records of the story.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "pipeline/resolve/account.h"
#include "pipeline/resolve/links.h"

namespace acta {

struct StoryResolution {
  std::string id;  // "story-" and 16 hexadecimal digits, derived from its first article
  PlaceUse place;
  std::vector<Form> forms;  // each once, by key
  std::vector<UseLink> links;
  std::vector<TaskStatement> tasks;
};

StoryResolution ResolveStory(std::vector<const Account*> articles, const World& world);

// "official-0123456789abcdef" of what identifies it.
std::string DerivedId(std::string_view prefix, std::string_view identity);

// What the parts of the step share. Articles stand in order of authority: Vietnamese, English, Russian, then by key.
struct StoryContext {
  std::vector<const Account*> articles;
  std::string id;
  PlaceUse place;
  const World& world;
  std::map<std::string, std::string>
      latin_places;  // key in Cyrillic → key in Latin letters, where one stands for it

  // The key of a printed place, Cyrillic ones by their Latin counterpart in this story.
  std::string Key(const PlaceUse& use) const;
  // The place of what is local and names none: the story's, else one that no other story has.
  std::string LocalScope() const { return place.known() ? Key(place) : "?" + id; }
};

class StoryWriter {
 public:
  explicit StoryWriter(StoryResolution& story) : story_(story) {}
  // Notes the form, if it is new, and that the record uses it.
  void Link(const Account& article, const std::string& record, const std::string& printed, const Form& form,
            Reason reason);

 private:
  StoryResolution& story_;
  std::map<std::string, size_t> known_;
};

void ResolvePeople(const StoryContext& context, StoryWriter& out);
void ResolveBodies(const StoryContext& context, StoryWriter& out);
// Who has to do what: after the bodies, by whose links the assignees are told.
void ResolveTasks(const StoryContext& context, StoryResolution& story);
void ResolveDocuments(const StoryContext& context, StoryWriter& out);

}  // namespace acta
