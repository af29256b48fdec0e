// The people of an article: every named official once, with all posts, under the fullest name; and who is
// meant where only a post, a given name or a pronoun stands.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class People {
 public:
  explicit People(const TreeView& view) : view_(view) {}

  // Takes a unit of kind `official`, which may name several people; sentences in order of the text.
  void AddOfficial(uint32_t unit);
  // Takes a unit of kind `person` that stands without a post: a further mention of somebody known.
  void AddMention(uint32_t unit);
  // Joins short names with full ones. Once, after everything was added.
  void Join();

  // The person whom `unit` means, seen from where it stands: a name, a post that one person holds, or a
  // pronoun (kind `pronoun`: the last person named before). nullptr when nobody fits or several do.
  const Official* Resolve(uint32_t unit) const;
  // The same of a unit that names several people under one post.
  std::vector<const Official*> ResolveAll(uint32_t unit) const;

  // The person of this name, whole or by its last words; nullptr when nobody or several bear it.
  const Official* Known(const std::string& name) const;

  std::vector<Official> Take();
  const std::vector<Official>& officials() const { return officials_; }

 private:
  struct Named {
    std::string name;
    Span span;
  };

  // Officials whose key, or the last words of whose key, this is.
  struct Bearers {
    std::vector<size_t> whole, tail;
  };

  std::vector<Named> NamesIn(uint32_t unit) const;
  void AddNamed(const Named& named, uint32_t unit);
  const Official* Meant(uint32_t unit) const;  // by a post or a pronoun without a name
  std::string_view CaseOfPosts(uint32_t unit) const;
  void Index(size_t official);
  Official* FindByName(const std::string& name);
  const Official* HolderOf(uint32_t post) const;
  const Official* LastBefore(uint32_t byte) const;
  void AddPosts(Official& official, uint32_t unit);

  const TreeView& view_;
  std::vector<Official> officials_;
  std::vector<std::string> keys_;  // folded names, beside officials_
  std::unordered_map<std::string, Bearers> bearers_;
  std::vector<uint32_t> mentions_;  // units of kind person without a post, not yet joined
  // After Join():
  std::vector<std::pair<uint32_t, size_t>> named_;  // where each mention ends, and whose it is; sorted
  std::vector<std::vector<std::string>> bodies_;    // folded, of the posts of each official
};

// The post of a unit of kind `post`: title, role, body, capacity.
Post PostOf(const TreeView& view, uint32_t unit);

// A text folded for comparison by the pack's folding, one blank between words.
std::string ComparisonKey(const Pack& pack, std::string_view text);

}  // namespace acta
