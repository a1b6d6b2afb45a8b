#pragma once
// Feeds for people to read: Markdown and plain text. Written only.

#include "formats/format.hpp"

namespace syndicat::formats {

namespace markdown {
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);
}
namespace plain_text {
Result<std::string> write(const model::Feed& feed, const WriteOptions& options);
}

}  // namespace syndicat::formats
