#include "xml/usual_prefixes.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace syndicat::xml {
namespace {

using Row = std::pair<std::string_view, std::string_view>;
constexpr auto kUsual = std::to_array<Row>({
    {"app", "http://www.w3.org/2007/app"},
    {"at", "http://purl.org/atompub/tombstones/1.0"},
    {"atom", "http://www.w3.org/2005/Atom"},
    {"cc", "http://web.resource.org/cc/"},
    {"content", "http://purl.org/rss/1.0/modules/content/"},
    {"creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"feedburner", "http://rssnamespace.org/feedburner/ext/1.0"},
    {"fh", "http://purl.org/syndication/history/1.0"},
    {"geo", "http://www.w3.org/2003/01/geo/wgs84_pos#"},
    {"georss", "http://www.georss.org/georss"},
    {"gml", "http://www.opengis.net/gml"},
    {"googleplay", "http://www.google.com/schemas/play-podcasts/1.0"},
    {"itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
    {"media", "http://search.yahoo.com/mrss/"},
    {"opensearch", "http://a9.com/-/spec/opensearch/1.1/"},
    {"podcast", "https://podcastindex.org/namespace/1.0"},
    {"psc", "http://podlove.org/simple-chapters"},
    {"rawvoice", "http://www.rawvoice.com/rawvoiceRssModule/"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"slash", "http://purl.org/rss/1.0/modules/slash/"},
    {"source", "http://source.scripting.com/"},
    {"spotify", "http://www.spotify.com/ns/rss"},
    {"sy", "http://purl.org/rss/1.0/modules/syndication/"},
    {"thr", "http://purl.org/syndication/thread/1.0"},
    {"trackback", "http://madskills.com/public/xml/rss/module/trackback/"},
    {"webfeeds", "http://webfeeds.org/rss/1.0"},
    {"wfw", "http://wellformedweb.org/CommentAPI/"},
    {"xhtml", "http://www.w3.org/1999/xhtml"},
    {"yt", "http://www.youtube.com/xml/schemas/2015"},
});

}  // namespace

std::string_view usual_namespace(std::string_view prefix) {
  const auto* found = std::ranges::find(kUsual, prefix, &Row::first);
  return found == kUsual.end() ? std::string_view() : found->second;
}

}  // namespace syndicat::xml
