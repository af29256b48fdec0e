// Generic walks over the field tables of records.h. JSON, the store and the identity of records are
// written against these shapes, so that a new record kind or field needs no code there.
//
//   WalkValues(deadline, [&](const std::string& path, size_t n, auto& at) { … at.value, at.span … });
//
// The path of a value names its evidence: "task" for a field, "assignees" with n = 0, 1, … for the items
// of a list, "posts.0.title" for a field of a part. Links carry no values and are not visited.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "schemas/records.h"

namespace acta {
namespace shape {

template <class T>
struct MaybeOf : std::false_type {};
template <class T>
struct MaybeOf<std::optional<At<T>>> : std::true_type {
  using Value = T;
};

template <class T>
struct ManyOf : std::false_type {};
template <class T>
struct ManyOf<std::vector<At<T>>> : std::true_type {
  using Value = T;
};

template <class T>
struct ElementOf : std::false_type {
  using Element = void;
};
template <class T>
struct ElementOf<std::vector<T>> : std::true_type {
  using Element = T;
};
template <class T>
struct ElementOf<std::optional<T>> : std::true_type {
  using Element = T;
};

struct AnyVisit {
  void operator()(const Field&, auto&) const {}
};

}  // namespace shape

// The shapes that a field can have.
template <class T>
concept Fielded = requires(T& t) {
  T::Fields(t, shape::AnyVisit{});
};
template <class T>
concept MaybeField = shape::MaybeOf<T>::value;  // Maybe<std::string>, Maybe<Date> …: a column
template <class T>
concept ManyField = shape::ManyOf<T>::value;  // Many<std::string>: a list of values
template <class T>
concept PartsField = shape::ElementOf<T>::value && Fielded<typename shape::ElementOf<T>::Element>;
template <class T>
concept OptionalPart = PartsField<T> && std::same_as<T, std::optional<typename shape::ElementOf<T>::Element>>;
template <class T>
concept LinksField = std::same_as<T, Links>;

// Calls visit(path, n, At<T>&) for every value that is present, in the order of the field table.
template <class Part, class Visit>
void WalkValues(Part& part, Visit&& visit, const std::string& prefix = "") {
  std::remove_const_t<Part>::Fields(part, [&](const Field& field, auto& value) {
    using Value = std::remove_cvref_t<decltype(value)>;
    std::string path = prefix + std::string(field.name);
    if constexpr (MaybeField<Value>) {
      if (value) visit(path, size_t{0}, *value);
    } else if constexpr (ManyField<Value>) {
      for (size_t n = 0; n < value.size(); ++n) visit(path, n, value[n]);
    } else if constexpr (OptionalPart<Value>) {
      if (value) WalkValues(*value, visit, path + ".");
    } else if constexpr (PartsField<Value>) {
      for (size_t n = 0; n < value.size(); ++n)
        WalkValues(value[n], visit, path + "." + std::to_string(n) + ".");
    }
  });
}

// Calls visit(record) for every record of all kinds, in the order of Facts::Lists.
template <class FactsType, class Visit>
void WalkRecords(FactsType& facts, Visit&& visit) {
  Facts::Lists(facts, [&](auto& list) {
    for (auto& record : list) visit(record);
  });
}

}  // namespace acta
