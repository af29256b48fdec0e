// Questions to a tree: attributes, captures, texts.
//
//   TreeView view(article, tree, pack);
//   if (auto role = view.Find(unit, "role")) …   // role->text, role->span
//
// An attribute of a unit is, in this order: a constant of its rule (`set`), its capture of that name (the
// same attribute of the captured unit, or else its text), or the attribute of the first part that has
// one. So a post has the role of its title, and a date the month of its month's name.
// Views are cheap; they borrow their arguments.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extractors/engine/pack.h"
#include "extractors/engine/unit.h"
#include "pipeline/text/article.h"

namespace acta {

struct Found {
  std::string_view text;
  Span span;
};

class TreeView {
 public:
  TreeView(const Article& article, const Tree& tree, const Pack& pack)
      : article_(article), tree_(tree), pack_(pack) {}

  const Unit& unit(uint32_t at) const { return tree_.units[at]; }
  // Kind of a rule's or text pattern's unit; "" for words and phrases.
  std::string_view KindOf(uint32_t at) const;
  bool HasKind(uint32_t at, std::string_view kind) const;

  std::optional<Found> Find(uint32_t at, std::string_view name) const;
  // The attribute of the unit itself: its constants, captures, groups and readings, not its parts'.
  std::optional<Found> Own(uint32_t at, std::string_view name) const;

  // The units that a capture of this name holds, in order; empty when it did not take part.
  std::vector<uint32_t> Captured(uint32_t at, std::string_view name) const {
    return Captured(at, pack_.names.Find(name));
  }
  std::vector<uint32_t> Captured(uint32_t at, uint32_t name) const;  // an id of Pack::names
  // What a capture of this name covers, first to last byte.
  std::optional<Span> CapturedSpan(uint32_t at, std::string_view name) const;

  // What a register (an index of Pack::registers) holds where a sentence begins: 1 + the index of a unit, 0 for nothing,
  // and where there is no such register.
  uint32_t HeldIn(uint32_t sentence, size_t reg) const {
    const size_t count = pack_.registers.size();
    return reg < count ? tree_.registers[sentence * count + reg] : 0;
  }

  // Units of one of these kinds, eight at most, at or below `at`, in order; none below a match.
  std::vector<uint32_t> Inside(uint32_t at, std::initializer_list<std::string_view> kinds) const;

  std::string_view Printed(Span span) const { return span.In(article_.text); }
  // The text of a unit in the dictionary form (nominative.h), with one blank between words.
  std::string Nominative(uint32_t at) const;
  std::string Nominative(const std::vector<uint32_t>& units) const;

  const Article& article() const { return article_; }
  const Tree& tree() const { return tree_; }
  const Pack& pack() const { return pack_; }

 private:
  std::optional<Found> FindId(uint32_t at, uint32_t name) const;
  std::optional<Found> OwnId(uint32_t at, uint32_t name) const;
  template <class Visit>
  void ForEachCaptured(uint32_t at, uint32_t name, Visit&& visit) const;
  void Collect(uint32_t at, std::span<const uint32_t> kinds, std::vector<uint32_t>& out) const;

  const Article& article_;
  const Tree& tree_;
  const Pack& pack_;
};

// Runs of blanks become one, and the ends are trimmed.
std::string OneLine(std::string_view text);

}  // namespace acta
