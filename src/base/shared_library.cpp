#include "base/shared_library.hpp"

#include <dlfcn.h>

namespace syndicat {

Result<SharedLibrary> SharedLibrary::open(const std::string& soname, const std::string& package) {
  // RTLD_NODELETE: functions of the library may run at exit.
  void* library = dlopen(soname.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
  if (library == nullptr)
    return fail(Cause::storage, "{}: cannot be loaded ({}); install the package {}", soname, dlerror(), package);
  return SharedLibrary(soname, library);
}

void* SharedLibrary::symbol(const char* name) {
  void* found = dlsym(library_, name);
  if (found == nullptr && missing_.empty()) missing_ = name;
  return found;
}

Result<void> SharedLibrary::complete() const {
  if (missing_.empty()) return {};
  return fail(Cause::storage, "{}: has no {}; install a newer version", soname_, missing_);
}

}  // namespace syndicat
