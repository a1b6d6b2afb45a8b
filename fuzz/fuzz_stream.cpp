// A feed an item at a time: what is well-formed gives the items that it gives as a whole, wherever it is cut.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/file.hpp"
#include "base/random_access.hpp"
#include "formats/stream.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const int memory = memfd_create("feed", MFD_CLOEXEC);
  if (memory < 0 || !write_all(memory, bytes)) std::abort();
  const auto file = RandomAccess::open(fmt::format("/proc/self/fd/{}", memory));
  close(memory);
  if (!file) std::abort();

  const formats::ReadOptions options;
  // Pieces and steps of every size that the length makes up.
  const auto stream = formats::Stream::open(*file, nullptr, options, 1 + size % 61);
  if (!stream || *stream == nullptr) return 0;
  model::Feed streamed;
  for (;;) {
    auto some = (*stream)->next();
    if (!some) return 0;
    if (!*some) break;
    for (auto& item : (*some)->feed.items) {
      if (!(*stream)->id_of(item)) return 0;
      streamed.items.push_back(std::move(item));
    }
  }
  const auto whole = formats::read(bytes, options);
  if (!whole || !whole->notes.empty() || whole->feed.items == streamed.items) return 0;
  std::fprintf(stderr, "%zu items, and %zu as a whole\n", streamed.items.size(), whole->feed.items.size());
  std::abort();
}
