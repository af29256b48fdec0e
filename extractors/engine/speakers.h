// Who had the floor, chaired or ordered last: the people whom “he” and “the Chairman” mean in an order.
//
//   Speakers speakers(view, people);
//   speakers.Before(byte)             // newest first, each once
//   speakers.Pronoun(byte, "m")       // whom “he” means there
//   speakers.Ordered(him, unit, sentence)   // after an order was read: who gave it
//
// A person who was only mentioned does not become “he”: after “The Chairman asked Mr. Bình to …” the next
// “he” is the Chairman, also where the article never names him. Questions come in the order of the text.
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
  // Whom a pronoun of this gender ("" if it shows none) at `byte` means: who spoke last, or who was named in a
  // sentence after that; nobody whose name is of another gender.
  struct Meant {
    const Official* who = nullptr;
    uint32_t unit = 0;  // + 1: what calls him, where he is no official of the article; 0 = nobody is known
  };
  Meant Pronoun(uint32_t byte, std::string_view gender);

  // The post or person that opens one of the sentences before `byte`, where nobody has spoken yet and no official is
  // called so: “The governor criticised … . He …”. A unit + 1, or 0.
  uint32_t OpensBefore(uint32_t byte) const;

  // Who spoke last before `byte` in this sentence; nullptr when nobody did.
  const Official* In(uint32_t sentence, uint32_t byte);

  // By a unit that says who gave an order: `who` is nullptr for one who is no official of the article.
  void Ordered(const Official* who, uint32_t unit, uint32_t sentence);

 private:
  struct Turn {
    Meant meant;
    uint32_t sentence = 0;
  };
  // Takes the registers that were set before `byte`.
  void Advance(uint32_t byte);
  Meant WhoIn(uint32_t unit) const;
  std::vector<const Official*> Latest() const;

  const TreeView& view_;
  const People& people_;
  size_t next_ = 0;          // of Tree::settings
  std::vector<Turn> turns_;  // in order of the text
};

}  // namespace acta
