#pragma once
// The editions of one article in several languages as items that know each other.

#include <functional>
#include <string>

#include "base/result.hpp"
#include "model/feed.hpp"

namespace syndicat::cli {

// Gets, by `article`, the translations that the only item of `feed` names, and puts them behind it. Each item then
// names all others, with their titles. One that cannot be had is told to `failed`, and keeps its place in the list.
// A feed of several items stays as it is.
void add_editions(model::Feed& feed, const std::function<Result<model::Item>(const std::string& url)>& article,
                  const std::function<void(const Error&)>& failed);

}  // namespace syndicat::cli
