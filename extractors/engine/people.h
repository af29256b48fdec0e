// The people of an article: every named official once, with all posts, under the fullest name; and who is
// meant where only a post, a given name or a pronoun stands.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extractors/engine/namesakes.h"
#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class Bodies;

class People {
 public:
  // `bodies` tells which short names of bodies stand for long ones; it knows all of the article's.
  explicit People(const TreeView& view, const Bodies* bodies = nullptr) : view_(view), bodies_(bodies) {}

  // Takes a unit of kind `official`, which may name several people; sentences in order of the text. A rule that
  // joins `posts` from registers gives each the posts that stand there too.
  void AddOfficial(uint32_t unit, uint32_t sentence);
  // Takes a unit of kind `person` that stands without a post: a further mention of somebody known.
  void AddMention(uint32_t unit);
  // Joins short names with full ones. Once, after everything was added.
  void Join();

  // The person whom `unit` means, seen from where it stands: a name, a post that one person holds, or a
  // pronoun (kind `pronoun`: the last person named before). nullptr when nobody fits or several do. Of several
  // who hold a post alone, the first of `speakers` is meant.
  const Official* Resolve(uint32_t unit, const std::vector<const Official*>& speakers = {}) const;
  // The same of a unit that names several people under one post.
  std::vector<const Official*> ResolveAll(uint32_t unit,
                                          const std::vector<const Official*>& speakers = {}) const;

  // The person named last before a byte, and where; not one who only owns what follows (a unit of kind `possessive`
  // behind the name), nor one whose name is of another gender ("" allows all).
  struct Seen {
    const Official* who = nullptr;
    uint32_t begin = 0;
  };
  Seen LastBefore(uint32_t byte, std::string_view gender = {}) const;
  // Whether a pronoun of this gender may mean a person: as long as nothing shows another one.
  bool MayBe(const Official* person, std::string_view gender) const;

  // The person of this name, whole or by its last words; nullptr when nobody or several bear it.
  const Official* Known(const std::string& name) const;

  // Who alone is called by this title, former holders aside (the prime minister also by its first words); nullptr for
  // nobody or several. After Join().
  const Official* Titled(const std::string& title) const;

  std::vector<Official> Take();
  const std::vector<Official>& officials() const { return officials_; }

 private:
  struct Named {
    std::string name;
    Span span;
    std::string
        core;  // the folded name without the words of kind `name_suffix` at its end; "" when it has none
  };

  // Officials whose key, or the last words of whose key, this is. Namesakes bear one key.
  struct Bearers {
    std::vector<size_t> whole, tail;
  };

  std::vector<Named> NamesIn(uint32_t unit) const;
  std::string CoreOf(uint32_t unit, const std::string& name) const;
  // Those whom a folded name with initials means: “д . хатуов” is “джамбулат хатуов”.
  std::vector<size_t> BearersOfInitials(const std::string& key) const;
  // Of those who bear a name the first who may hold these seats; nullptr when nobody or several bear it.
  Official* Bearer(const std::string& name, const std::vector<Seat>& seats);
  bool MayHold(size_t official, const std::vector<Seat>& seats) const;
  // Who is named there: of namesakes the one of this mention, else the one who was named last.
  const Official* WhoIs(const Named& named) const;
  void AddNamed(const Named& named, uint32_t unit, uint32_t sentence);
  // By a post or a pronoun without a name.
  const Official* Meant(uint32_t unit, const std::vector<const Official*>& speakers) const;
  std::string_view CaseOfPosts(uint32_t unit) const;
  void Index(size_t official);
  // Gives who is known by one word (“President Tokayev”) the one longer name that stands in the article without a post.
  void LengthenNames();
  // Fills named_ and sorts the mentions.
  void CollectMentions();
  // Fills genders_: by a form of address right before a mention (its attribute `gender`), else by the name.
  void CollectGenders();
  void IndexTails(const std::string& key, size_t official);
  const Official* HolderOf(uint32_t post, const std::vector<const Official*>& speakers) const;
  // Who leads what a post leads that nobody holds under this title: “the head of Da Nang City” is the chairman of its
  // people's committee, “the premier” the chairman of the government. Only one can be meant, or one of them has spoken.
  const Official* LeaderOf(uint32_t post, const std::vector<const Official*>& speakers) const;
  // A post, and what tells it from others of the same person: his body folded, its id, his seat.
  struct Held {
    Post post;
    std::string body, long_body, body_id;  // as printed, and what its letters stand for
    Seat seat;
  };
  // The posts that a unit gives to a name in it: all but those of other people who stand in units `official` of their
  // own. A name beside such units, without a post that is told of all, has theirs (“Vice Chairmen A and B”).
  std::vector<Held> PostsIn(uint32_t unit, Span name) const;
  std::vector<uint32_t> PostUnitsIn(uint32_t unit, Span name) const;
  // Those that its rule joins from registers.
  std::vector<uint32_t> JoinedPostUnits(uint32_t unit, uint32_t sentence) const;
  Held HeldOf(uint32_t post_unit) const;
  bool SamePost(const Held& a, const Held& b) const;
  bool TitleOf(const Post& alone, const Post& post) const;
  void AddPosts(size_t official, std::vector<Held> more);
  // Gives the posts of `from` (a short name, taken out of officials_) to `into`.
  void TakePosts(size_t from, std::vector<Post>& posts, size_t into);
  // What is kept of them after Join().
  struct HeldPost {
    std::string body, title;  // folded
    Seat seat;
    std::string long_body, body_id;
  };
  std::vector<HeldPost> HeldBy(size_t official);
  bool SameBodies(const Held& said, const HeldPost& held) const;
  bool LeadsOther(uint32_t unit, const Post& post, const HeldPost& held) const;
  bool MayBeCalled(uint32_t unit, const Held& said, const Post& post, const HeldPost& held) const;
  // Who spoke last, if a post that nobody holds may be what he is called: “the head of the ministry” is the minister.
  const Official* SpeakerCalled(uint32_t unit, const std::vector<const Official*>& speakers) const;

  const TreeView& view_;
  const Bodies* bodies_;
  std::vector<Official> officials_;
  std::vector<std::string> keys_;         // folded names, beside officials_
  std::vector<std::string> cores_;        // beside officials_: Named::core of the fullest name
  std::vector<std::vector<Seat>> seats_;  // beside officials_, at most kMostSeats of each
  std::vector<std::vector<Held>> held_;   // beside officials_: their posts, until Join()
  std::unordered_map<std::string, Bearers> bearers_;
  std::vector<uint32_t> mentions_;  // units of kind person without a post, not yet joined
  // After Join():
  struct NamedAt {
    uint32_t end = 0, begin = 0;  // of the mention
    size_t official = 0;
    auto operator<=>(const NamedAt&) const = default;
  };
  std::vector<NamedAt> named_;                // all mentions but those of owners, sorted
  std::vector<std::string_view> genders_;     // beside officials_; "" = not shown
  std::vector<std::vector<HeldPost>> posts_;  // the posts of each official
};

// The gender of a pronoun or form of address, its attribute `gender`; "" when it shows none.
std::string_view GenderShown(const TreeView& view, uint32_t unit);

// The post of a unit of kind `post`: title, role, body, capacity.
Post PostOf(const TreeView& view, uint32_t unit);

// Whether a role is one of those who stand in for another: vice_chair, deputy_secretary.
bool IsDeputyRole(std::string_view role);

// A folded name, and what it is if its last word stands in another case than the first; the name itself comes first.
std::vector<std::string> FamilyForms(const Pack& pack, const std::string& key);

// Whether a folded name with initials (“д . хатуов”) may be short for this one.
bool IsByInitials(const std::string& initials, std::string_view key);

// A text folded for comparison by the pack's folding, one blank between words.
std::string ComparisonKey(const Pack& pack, std::string_view text);

}  // namespace acta
