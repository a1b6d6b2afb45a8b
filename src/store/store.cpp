#include "store/store.hpp"

#include "base/file.hpp"
#include "store/sqlite.hpp"

namespace syndicat::store {

Result<std::unique_ptr<Store>> open(const std::string& place, double wait_seconds) {
  if (place.empty()) return fail(Cause::misuse, "the store has no name; give a file's path with --store");
  // Only our own place is made; a folder that somebody else names and that is not there is a slip of the pen.
  if (place == default_place())
    if (auto made = make_folders(state_folder()); !made) return Failure(made.error());
  return open_sqlite(place, wait_seconds);
}

std::string default_place() { return state_folder() + "/syndicat.db"; }

}  // namespace syndicat::store
