#include "validate/extension_schemas.hpp"

#include <array>

#include "base/embedded.hpp"

namespace syndicat::validate {
namespace {

struct Row {
  std::string_view uri, path;
};

constexpr std::string_view kDublinCore = "http://purl.org/dc/elements/1.1/";

constexpr Row kRows[] = {
    {kDublinCore, "schemas/ext-dc.rng"},
    {"http://purl.org/dc/terms/", "schemas/ext-dcterms.rng"},
    {"http://purl.org/rss/1.0/modules/content/", "schemas/ext-content.rng"},
    {"http://purl.org/rss/1.0/modules/slash/", "schemas/ext-slash.rng"},
    {"http://purl.org/rss/1.0/modules/syndication/", "schemas/ext-sy.rng"},
    {"http://wellformedweb.org/CommentAPI/", "schemas/ext-wfw.rng"},
    {"http://purl.org/syndication/thread/1.0", "schemas/ext-thr.rng"},
    {"http://purl.org/syndication/history/1.0", "schemas/ext-fh.rng"},
    {"http://purl.org/atompub/tombstones/1.0", "schemas/ext-at.rng"},
    {"http://search.yahoo.com/mrss/", "schemas/ext-media.rng"},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", "schemas/ext-itunes.rng"},
    {"https://podcastindex.org/namespace/1.0", "schemas/ext-podcast.rng"},
    {"http://www.w3.org/2003/01/geo/wgs84_pos#", "schemas/ext-geo.rng"},
    {"http://www.georss.org/georss", "schemas/ext-georss.rng"},
    {"http://backend.userland.com/creativeCommonsRssModule", "schemas/ext-creative-commons.rng"},
    {"http://madskills.com/public/xml/rss/module/trackback/", "schemas/ext-trackback.rng"},
    {"http://webfeeds.org/rss/1.0", "schemas/ext-webfeeds.rng"},
    {"http://source.scripting.com/", "schemas/ext-source.rng"},
    {"http://a9.com/-/spec/opensearch/1.1/", "schemas/ext-opensearch.rng"},
    {"http://www.rawvoice.com/rawvoiceRssModule/", "schemas/ext-rawvoice.rng"},
};

struct RepeatedRow {
  std::string_view schema;
  xml::Repeated repeated;
};

// Each schema defines it by its local name, and lets any number stand where one does.
constexpr RepeatedRow kRepeated[] = {
    {"schemas/atom.rng", {"feed", "http://www.w3.org/2005/Atom", "entry"}},
    {"schemas/rss-2.0.rng", {"channel", "", "item"}},
    {"schemas/rss-1.0.rng", {"RDF", "http://purl.org/rss/1.0/", "item"}},
    {"schemas/rss-0.90.rng", {"RDF", "http://my.netscape.com/rdf/simple/0.9/", "item"}},
    {"schemas/rss-1.1.rng", {"items", "http://purl.org/net/rss1.1#", "item"}},
    {"schemas/sitemap.rng", {"urlset", "http://www.sitemaps.org/schemas/sitemap/0.9", "url"}},
};

}  // namespace

const xml::Repeated* repeated_in(std::string_view schema) {
  for (const auto& row : kRepeated)
    if (row.schema == schema) return &row.repeated;
  return nullptr;
}

std::string_view extension_schema(std::string_view uri, std::string_view local) {
  // Dublin Core's qualifiers of old, <dc:date.Taken>, make up names that no grammar can list.
  if (uri == kDublinCore && local.find('.') != std::string_view::npos) return {};
  static const auto grammars = [] {
    std::array<std::string_view, std::size(kRows)> all;
    for (std::size_t at = 0; at < all.size(); ++at) all[at] = embedded_file(kRows[at].path);
    return all;
  }();
  for (std::size_t at = 0; at < grammars.size(); ++at)
    if (kRows[at].uri == uri) return grammars[at];
  return {};
}

}  // namespace syndicat::validate
