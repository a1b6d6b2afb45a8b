#pragma once
// The store in one file, by SQLite, which is loaded when first needed.

#include <memory>
#include <string>

#include "store/store.hpp"

namespace syndicat::store {

// Opens or makes the file at `path`; see `open`. A file that is no store of ours is left as it is.
Result<std::unique_ptr<Store>> open_sqlite(const std::string& path, double wait_seconds);

}  // namespace syndicat::store
