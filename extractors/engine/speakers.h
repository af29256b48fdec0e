// Who had the floor, chaired or ordered last: the people whom “he” and “the Chairman” mean in an order.
//
//   Speakers speakers(view, people);
//   speakers.Before(byte)             // newest first, each once
//   speakers.Pronoun(byte)            // whom “he” means there
//   speakers.Ordered(him, sentence)   // after an order was read: who gave it
//
// A person who was only mentioned does not become “he”: after “The Chairman asked Mr. Bình to …” the next
// “he” is the Chairman. Questions come in the order of the text.
#pragma once

#include <vector>

#include "extractors/engine/people.h"
#include "extractors/engine/tree_view.h"

namespace acta {

class Speakers {
 public:
  Speakers(const TreeView& view, const People& people) : view_(view), people_(people) {}

  // Those who spoke before `byte`, at most some.
  std::vector<const Official*> Before(uint32_t byte);
  // Whom a pronoun at `byte` means: who spoke last, or who was named in a sentence after that. nullptr when
  // nobody is known.
  const Official* Pronoun(uint32_t byte);

  // Who spoke last before `byte` in this sentence; nullptr when nobody did.
  const Official* In(uint32_t sentence, uint32_t byte);

  void Ordered(const Official* who, uint32_t sentence) { turns_.push_back({who, sentence}); }

 private:
  struct Turn {
    const Official* who = nullptr;
    uint32_t sentence = 0;
  };
  // Takes the registers that were set before `byte`.
  void Advance(uint32_t byte);
  const Official* WhoIn(uint32_t unit) const;
  std::vector<const Official*> Latest() const;

  const TreeView& view_;
  const People& people_;
  size_t next_ = 0;          // of Tree::settings
  std::vector<Turn> turns_;  // in order of the text
};

}  // namespace acta
