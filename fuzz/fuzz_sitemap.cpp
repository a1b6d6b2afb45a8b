#include "read_and_write.hpp"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  syndicat::fuzz::read_and_write({reinterpret_cast<const char*>(data), size}, "sitemap-news");
  return 0;
}
