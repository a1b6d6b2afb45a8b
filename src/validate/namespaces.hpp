#pragma once
// The namespaces that are known: whose elements are checked, what their usual prefix is.

#include <cstdint>
#include <span>
#include <string_view>

namespace syndicat::validate {

enum class Ns : std::uint8_t {
  none,
  unknown,
  known,  // known by name, not checked
  xml,
  xhtml,
  atom,
  atom03,
  app,
  rdf,
  rss090,
  rss10,
  rss11,
  dc,
  dcterms,
  content,
  sy,
  slash,
  wfw,
  admin,
  cc,
  creative_commons,
  blog_channel,
  trackback,
  itunes,
  podcast,
  media,
  geo,
  georss,
  icbm,
  geourl,
  gml,
  opensearch10,
  opensearch11,
  thr,
  fh,
  tombstones,
  source,
  sitemap,
  news,
  ev,
  taxo,
  ag,
  cp,
  annotate,
  ref,
  wiki,
  audio,
  access,
  sx,
  cf,
  google,
  webfeeds,
  rawvoice,
  feedburner,
};

struct Namespace {
  Ns ns;
  std::string_view uri;
  std::string_view prefix;  // the usual one
  std::string_view name;    // of the specification
};

std::span<const Namespace> namespaces();

// The row of that address, or null.
const Namespace* find_namespace(std::string_view uri);

}  // namespace syndicat::validate
