// The one way to fail: a Result<T> holds either a T or an Error.
//
//   Result<Pack> pack = LoadPack(dir);
//   if (!pack) return tl::unexpected(pack.error());
//   Use(*pack);
//
// Bad input (bytes, files, rules, arguments, servers) is a value, never an exception; libraries that
// throw are wrapped in the one file that includes them.
#pragma once

#include <string>
#include <utility>

#include <tl/expected.hpp>

namespace acta {

// What went wrong, where, and what to do about it. `kind` is a stable, lower-case word that programs
// may test and that reports count by ("timeout", "too_large", "bad_encoding", "rule", "usage" …).
struct Error {
  std::string kind;
  std::string message;  // one line, or several when it ends with a quoted source line and a caret

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> Fail(std::string kind, std::string message) {
  return tl::unexpected<Error>(Error{std::move(kind), std::move(message)});
}

}  // namespace acta
