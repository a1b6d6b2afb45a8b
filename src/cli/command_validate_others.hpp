#pragma once
// What `validate` compares a document with: other feeds, read by the formats.

#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/format.hpp"
#include "model/feed.hpp"
#include "validate/validate.hpp"

namespace syndicat::cli {

struct OtherFeed {
  std::string name;  // for messages
  const formats::Format* format = nullptr;
  model::Feed feed;
};

// The bytes as a feed. Fails as `unreadable`, naming it, where they are none.
Result<OtherFeed> read_other(std::string name, std::string bytes, const formats::ReadOptions& options);

// The feed that a report is about, whatever is wrong with it.
Result<OtherFeed> read_own(const validate::Report& report, const validate::Options& options);

// Adds to the report what its document has against an older version of it.
Result<void> compare_versions(validate::Report& report, const validate::Options& options, const OtherFeed& older);
// The same against another format of the same feed.
Result<void> compare_editions(validate::Report& report, const validate::Options& options,
                              const std::vector<OtherFeed>& others);

}  // namespace syndicat::cli
