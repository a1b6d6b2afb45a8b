#pragma once
// A C library's object that frees itself: `using CurlHandle = Handle<CURL, curl_easy_cleanup>;`.

#include <memory>

namespace syndicat {

template <auto free>
struct Free {
  template <typename T>
  void operator()(T* object) const {
    free(object);
  }
};

template <typename T, auto free>
using Handle = std::unique_ptr<T, Free<free>>;

}  // namespace syndicat
