#include "schemas/conform.h"

#include <algorithm>

#include "schemas/walk.h"

namespace acta {
namespace {

// Sets a word right; true when it was wrong.
bool SetRight(const Field& field, Maybe<std::string>& word) {
  if (!word || field.one_of.empty() || vocabulary::Has(field.one_of, word->value)) return false;
  if (vocabulary::Has(field.one_of, "other")) {
    word->value = "other";
  } else {
    word.reset();
  }
  return true;
}
template <class T>
bool SetRight(const Field&, Maybe<T>&) {
  return false;
}

// Sets the words of a part right and counts them; `complete` becomes false when a required field is absent.
template <class Part>
size_t ConformPart(Part& part, bool& complete) {
  size_t corrected = 0;
  Part::Fields(part, [&](const Field& field, auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    if constexpr (MaybeField<Value>) {
      corrected += SetRight(field, value);
      if (field.required && !value) complete = false;
    } else if constexpr (OptionalPart<Value>) {
      bool whole = true;
      if (value) corrected += ConformPart(*value, whole);
      if (!whole) value.reset();
    } else if constexpr (PartsField<Value>) {
      corrected += std::erase_if(value, [&](auto& item) {
        bool whole = true;
        corrected += ConformPart(item, whole);
        return !whole;
      });
    }
  });
  return corrected;
}

}  // namespace

size_t Conform(Facts& facts) {
  size_t corrected = 0;
  Facts::Lists(facts, [&](auto& list) {
    // A record that is left out gives its place to none: links by place ("deadline:2") are made later.
    corrected += std::erase_if(list, [&](auto& record) {
      bool complete = true;
      corrected += ConformPart(record, complete);
      return !complete;
    });
  });
  return corrected;
}

}  // namespace acta
