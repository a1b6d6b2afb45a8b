#include "store/store.hpp"

#include "base/file.hpp"
#include "store/sqlite.hpp"

namespace syndicat::store {

Result<std::unique_ptr<Store>> open(const std::string& place, double wait_seconds) {
  if (place.empty()) return fail(Cause::misuse, "the store has no name; give a file's path with --store");
  return open_sqlite(place, wait_seconds);
}

std::string default_place() { return state_folder() + "/syndicat.db"; }

}  // namespace syndicat::store
