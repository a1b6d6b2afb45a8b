#pragma once
// The first half of publishing: what the sources hold goes into the store.

#include <map>
#include <string>
#include <vector>

#include "model/feed.hpp"
#include "pipeline/publish.hpp"

namespace syndicat::pipeline {

// An item with what the store knows of it.
struct KnownItem {
  model::Item item;
  std::string source;          // the source's name
  std::int64_t last_seen = 0;  // seconds since 1970
  bool expires = false;        // its source was read well this time, so not being there counts
};

struct Collection {
  SourceResult result;
  std::vector<KnownItem> items;  // all that the source has, or had and the store still holds
};

// Reads one source, remembers what is new and changed, and gives all its items. `keep_seconds`: after how long an
// item that the source no longer has is forgotten; 0: never. Fails where the store cannot be used.
// What `rules` know of the sites is taken into account.
Result<Collection> collect(const SourceConfig& source, double keep_seconds, const Config& config,
                           const PublishMeans& means, extract::SiteRules& rules);

}  // namespace syndicat::pipeline
