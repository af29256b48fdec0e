// The official instruments that an article cites, each once: a bare reference ("Resolution 57") is the one
// of its kind that was named in full.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extractors/engine/tree_view.h"
#include "schemas/records.h"

namespace acta {

class Bodies;

class Documents {
 public:
  explicit Documents(const TreeView& view) : view_(view) {}

  // Takes a unit of kind `resolution`.
  void Add(uint32_t unit);
  // Joins bare references with full numbers. Once, after everything was added.
  void Join();

  // Names who issued what only has a number. Once, after Join() of all.
  void NameIssuers(const Bodies& bodies);

  // Index of the record that the unit became, after Join().
  std::optional<size_t> IndexOf(uint32_t unit) const;

  // The document that a bare noun ("the dispatch") means: the last one of this kind cited before `byte`.
  std::optional<size_t> Meant(std::string_view kind, uint32_t byte) const;

  std::vector<Resolution> Take() { return std::move(resolutions_); }
  const std::vector<Resolution>& resolutions() const { return resolutions_; }

 private:
  Resolution Read(uint32_t unit) const;
  Resolution ReadOwn(uint32_t unit) const;
  bool Same(const Resolution& a, const Resolution& b) const;
  // The document with a number that a citation by kind and title alone means.
  std::optional<size_t> NumberedWithTitle(const Resolution& one) const;
  static void Complete(Resolution& known, Resolution&& more);

  // What documents must share to be one: the number, or for those without one the kind.
  static std::string BucketOf(const Resolution& one);

  const TreeView& view_;
  std::vector<Resolution> resolutions_;
  std::unordered_map<uint32_t, size_t> units_;                    // unit to index in resolutions_
  std::unordered_map<std::string, std::vector<size_t>> buckets_;  // BucketOf to indices
};

}  // namespace acta
