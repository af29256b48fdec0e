// Words to numbers, from 1 in order of first use; 0 is "not in the table".
//
//   WordTable words;
//   uint32_t id = words.Add("ngày");
//   words.Find("ngày") == id, words.Find("giờ") == 0
//
// Open addressing over one block of characters: a look-up reads one slot and compares one word.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace acta {

class WordTable {
 public:
  WordTable() : slots_(1024) {}
  uint32_t Add(std::string_view word);
  uint32_t Find(std::string_view word) const;
  size_t size() const { return count_; }
  // Calls visit(word, id), in no order.
  template <class Visit>
  void ForEach(Visit&& visit) const {
    for (const Slot& slot : slots_) {
      if (slot.id != 0) visit(std::string_view(characters_).substr(slot.begin, slot.size), slot.id);
    }
  }

 private:
  struct Slot {
    uint32_t hash = 0, begin = 0, size = 0, id = 0;  // id 0: free
  };
  static uint32_t Hash(std::string_view word);
  size_t Place(std::string_view word, uint32_t hash) const;
  void Grow();

  std::vector<Slot> slots_;
  std::string characters_;
  uint32_t count_ = 0;
};

}  // namespace acta
