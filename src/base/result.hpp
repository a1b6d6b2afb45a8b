#pragma once
// How failure travels: as a value. Nothing of ours throws.

#include <fmt/format.h>

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace syndicat {

// Why something could not be done; the number is the program's exit status for it (man page, EXIT STATUS).
enum class Cause {
  invalid = 1,         // the answer is no: a document breaks the rules of its format
  misuse = 2,          // an option, an argument or a configuration is wrong
  unreadable = 3,      // the input is not what it should be
  nothing_usable = 5,  // the input was read and holds nothing of use
  network = 6,         // the remote end could not be reached, or broke off
  refused = 7,         // the remote end answered, and the answer is no
  storage = 8,         // an output or a store could not be read or written
  locked = 75,         // another run holds what this one needs
};

// One failure in words for a person: where, what, and what to do, without a full stop at the end.
struct Error {
  Cause cause;
  std::string message;
};

template <typename T>
using Result = tl::expected<T, Error>;

// What a function returns to pass an error on: `return Failure(other.error());`.
using Failure = tl::unexpected<Error>;

// A new failure: `return fail(Cause::unreadable, "{}: is empty; give a feed", path);`.
template <typename... Parts>
[[nodiscard]] Failure fail(Cause cause, fmt::format_string<Parts...> words, Parts&&... parts) {
  return Failure(Error{cause, fmt::format(words, std::forward<Parts>(parts)...)});
}

}  // namespace syndicat
