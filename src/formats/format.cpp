#include "formats/format.hpp"

#include <array>

#include "formats/atom.hpp"
#include "formats/cdf.hpp"
#include "formats/json_feed.hpp"
#include "formats/rss.hpp"
#include "formats/sniff.hpp"

namespace syndicat::formats {
namespace {

constexpr std::array kFormats = {
    Format{"rss", "RSS 2.0", "application/rss+xml", "rss", rss::looks_like, rss::read, rss::write},
    Format{"atom", "Atom 1.0", "application/atom+xml", "atom", atom::looks_like, atom::read, atom::write},
    Format{"cdf", "CDF", "application/x-cdf", "cdf", cdf::looks_like, cdf::read, nullptr},
    Format{"json", "JSON Feed 1.1", "application/feed+json", "json", json_feed::looks_like, json_feed::read, json_feed::write},
};

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  for (const auto& format : kFormats)
    if (format.name == name) return &format;
  return nullptr;
}

const Format* detect(std::string_view bytes) {
  for (const auto& format : kFormats)
    if (format.looks_like != nullptr && format.looks_like(bytes)) return &format;
  return nullptr;
}

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  const auto* format = detect(bytes);
  if (format == nullptr) return fail(Cause::unreadable, "{}", describe(bytes));
  return format->read(std::move(bytes), options);
}

namespace rss {
bool looks_like(std::string_view bytes) {
  const auto root = root_name(bytes);
  return root == "rss" || root == "RDF" || root == "channel" || root == "RSS";
}
}  // namespace rss

namespace atom {
bool looks_like(std::string_view bytes) {
  const auto root = root_name(bytes);
  return root == "feed" || root == "entry";
}
}  // namespace atom

namespace json_feed {
bool looks_like(std::string_view bytes) { return looks_like_json(bytes); }
}  // namespace json_feed

}  // namespace syndicat::formats
