#include "formats/format.hpp"

#include <array>

#include "formats/atom.hpp"
#include "formats/cdf.hpp"
#include "formats/html_page.hpp"
#include "formats/json_feed.hpp"
#include "formats/jsonl.hpp"
#include "formats/opml.hpp"
#include "formats/rdf.hpp"
#include "formats/readable.hpp"
#include "formats/rss.hpp"
#include "formats/sitemap.hpp"
#include "formats/sniff.hpp"

namespace syndicat::formats {
namespace {

// clang-format off
constexpr std::array kFormats = {
    Format{"rss", "RSS 2.0", "application/rss+xml", "rss", rss::looks_like, rss::read, rss::write},
    Format{"atom", "Atom 1.0", "application/atom+xml", "atom", atom::looks_like, atom::read, atom::write},
    Format{"rdf", "RSS 1.0", "application/rdf+xml", "rdf", rdf::looks_like, rss::read, rdf::write},
    Format{"jsonl", "JSON Lines", "application/jsonl", "jsonl", jsonl::looks_like, jsonl::read, jsonl::write},
    Format{"sitemap-news", "Google News sitemap", "application/xml", "sitemap.xml", sitemap::looks_like, sitemap::read, sitemap::write, false},
    Format{"opml", "OPML 2.0", "text/x-opml", "opml", opml::looks_like, opml::read, opml::write, false},
    Format{"html", "HTML", "text/html", "html", html_page::looks_like, html_page::read, html_page::write, false},
    Format{"markdown", "Markdown", "text/markdown", "md", nullptr, nullptr, markdown::write, false},
    Format{"text", "plain text", "text/plain", "txt", nullptr, nullptr, plain_text::write, false},
    Format{"cdf", "CDF", "application/x-cdf", "cdf", cdf::looks_like, cdf::read, nullptr},
    Format{"json", "JSON Feed 1.1", "application/feed+json", "json", json_feed::looks_like, json_feed::read, json_feed::write},
};
// clang-format on

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
  return root == "rss" || root == "channel" || root == "RSS";
}
}  // namespace rss

namespace rdf {
bool looks_like(std::string_view bytes) {
  const auto root = root_name(bytes);
  return root == "RDF" || (root == "Channel" && names_rss11(bytes));
}
}  // namespace rdf

namespace sitemap {
bool looks_like(std::string_view bytes) {
  const auto root = root_name(bytes);
  return root == "urlset" || root == "sitemapindex";
}
}  // namespace sitemap

namespace opml {
bool looks_like(std::string_view bytes) { return root_name(bytes) == "opml"; }
}  // namespace opml

namespace atom {
bool looks_like(std::string_view bytes) {
  const auto root = root_name(bytes);
  return root == "feed" || root == "entry";
}
}  // namespace atom

namespace json_feed {
bool looks_like(std::string_view bytes) { return looks_like_json(bytes) && !jsonl::looks_like(bytes); }
}  // namespace json_feed

}  // namespace syndicat::formats
