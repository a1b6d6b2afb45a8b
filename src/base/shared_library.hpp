#pragma once
// A shared library loaded when it is first needed. libcurl brings 40 others along and would cost every start 6 ms;
// most runs never use it.

#include <string>

#include "base/result.hpp"

namespace syndicat {

// An open library; it stays loaded until the program ends, as its functions may be in use anywhere.
class SharedLibrary {
 public:
  // `soname` as the loader knows it ("libcurl.so.4"); `package` is Debian's, for the message where it is missing.
  static Result<SharedLibrary> open(const std::string& soname, const std::string& package);

  // Sets `function` to the symbol `name`; remembers a missing one for `complete`.
  template <typename Function>
  SharedLibrary& get(const char* name, Function*& function) {
    function = reinterpret_cast<Function*>(symbol(name));
    return *this;
  }

  // Fails where a symbol that was asked for is not there.
  Result<void> complete() const;

 private:
  SharedLibrary(std::string soname, void* library) : soname_(std::move(soname)), library_(library) {}
  void* symbol(const char* name);

  std::string soname_;
  void* library_;
  std::string missing_;
};

}  // namespace syndicat
