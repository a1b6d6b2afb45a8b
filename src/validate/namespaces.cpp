#include "validate/namespaces.hpp"

#include <algorithm>
#include <array>

namespace syndicat::validate {
namespace {

constexpr std::array kNamespaces = {
    Namespace{Ns::xml, "http://www.w3.org/XML/1998/namespace", "xml", "Namespaces in XML 1.0"},
    Namespace{Ns::xhtml, "http://www.w3.org/1999/xhtml", "xhtml", "XHTML"},
    Namespace{Ns::atom, "http://www.w3.org/2005/Atom", "atom", "Atom 1.0 (RFC 4287)"},
    Namespace{Ns::atom03, "http://purl.org/atom/ns#", "atom", "Atom 0.3"},
    Namespace{Ns::app, "http://www.w3.org/2007/app", "app", "The Atom Publishing Protocol (RFC 5023)"},
    Namespace{Ns::rdf, "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf", "RDF"},
    Namespace{Ns::rss090, "http://my.netscape.com/rdf/simple/0.9/", "rss", "RSS 0.90"},
    Namespace{Ns::rss090, "http://channel.netscape.com/rdf/simple/0.9/", "rss", "RSS 0.90"},
    Namespace{Ns::rss10, "http://purl.org/rss/1.0/", "rss", "RSS 1.0"},
    Namespace{Ns::rss11, "http://purl.org/net/rss1.1#", "rss", "RSS 1.1"},
    Namespace{Ns::dc, "http://purl.org/dc/elements/1.1/", "dc", "Dublin Core"},
    Namespace{Ns::dcterms, "http://purl.org/dc/terms/", "dcterms", "Dublin Core Terms"},
    Namespace{Ns::content, "http://purl.org/rss/1.0/modules/content/", "content", "RSS content module"},
    Namespace{Ns::sy, "http://purl.org/rss/1.0/modules/syndication/", "sy", "RSS syndication module"},
    Namespace{Ns::slash, "http://purl.org/rss/1.0/modules/slash/", "slash", "RSS slash module"},
    Namespace{Ns::wfw, "http://wellformedweb.org/CommentAPI/", "wfw", "Comment API"},
    Namespace{Ns::admin, "http://webns.net/mvcb/", "admin", "RSS administration module"},
    Namespace{Ns::cc, "http://web.resource.org/cc/", "cc", "Creative Commons (RDF)"},
    Namespace{Ns::cc, "http://creativecommons.org/ns#", "cc", "Creative Commons (RDF)"},
    Namespace{Ns::creative_commons, "http://backend.userland.com/creativeCommonsRssModule", "creativeCommons",
              "Creative Commons RSS module"},
    Namespace{Ns::creative_commons, "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html", "creativeCommons",
              "Creative Commons RSS module"},
    Namespace{Ns::blog_channel, "http://backend.userland.com/blogChannelModule", "blogChannel", "blogChannel module"},
    Namespace{Ns::trackback, "http://madskills.com/public/xml/rss/module/trackback/", "trackback", "TrackBack module"},
    Namespace{Ns::itunes, "http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes", "iTunes podcasts"},
    Namespace{Ns::podcast, "https://podcastindex.org/namespace/1.0", "podcast", "Podcasting 2.0"},
    Namespace{Ns::podcast, "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md", "podcast",
              "Podcasting 2.0"},
    Namespace{Ns::media, "http://search.yahoo.com/mrss/", "media", "Media RSS"},
    Namespace{Ns::geo, "http://www.w3.org/2003/01/geo/wgs84_pos#", "geo", "Basic Geo"},
    Namespace{Ns::georss, "http://www.georss.org/georss", "georss", "GeoRSS"},
    Namespace{Ns::icbm, "http://postneo.com/icbm", "icbm", "ICBM module"},
    Namespace{Ns::icbm, "http://postneo.com/icbm/", "icbm", "ICBM module"},
    Namespace{Ns::geourl, "http://geourl.org/rss/module/", "geourl", "GeoURL module"},
    Namespace{Ns::gml, "http://www.opengis.net/gml", "gml", "GML"},
    Namespace{Ns::opensearch10, "http://a9.com/-/spec/opensearchrss/1.0/", "opensearch", "OpenSearch 1.0"},
    Namespace{Ns::opensearch11, "http://a9.com/-/spec/opensearch/1.1/", "opensearch", "OpenSearch 1.1"},
    Namespace{Ns::thr, "http://purl.org/syndication/thread/1.0", "thr", "Atom Threading (RFC 4685)"},
    Namespace{Ns::fh, "http://purl.org/syndication/history/1.0", "fh", "Feed Paging and Archiving (RFC 5005)"},
    Namespace{Ns::tombstones, "http://purl.org/atompub/tombstones/1.0", "at", "Atom Tombstones (RFC 6721)"},
    Namespace{Ns::source, "http://source.scripting.com/", "source", "Source namespace"},
    Namespace{Ns::sitemap, "http://www.sitemaps.org/schemas/sitemap/0.9", "sitemap", "Sitemaps"},
    Namespace{Ns::news, "http://www.google.com/schemas/sitemap-news/0.9", "news", "Google News sitemaps"},
    Namespace{Ns::media, "http://search.yahoo.com/mrss", "media", "Media RSS, misspelt"},
    Namespace{Ns::wiki, "http://www.usemod.com/cgi-bin/mb.pl?ModWiki", "wiki", "RSS wiki module, of old"},
    Namespace{Ns::wiki, "http://purl.org/rss/1.0/modules/wiki", "wiki", "RSS wiki module, misspelt"},
    Namespace{Ns::sx, "http://feedsync.org/2007/feedsync", "sx", "FeedSync"},
    Namespace{Ns::access, "http://www.bloglines.com/about/specs/fac-1.0", "access", "Feed access control"},
    // Known by name.
    Namespace{Ns::known, "https://syndicat.example/ns/1", "syndicat", "Syndicat's own, syndicat-json(7)"},
    Namespace{Ns::known, "http://purl.org/atompub/rank/1.0", "re", "Atom ranking"},
    Namespace{Ns::known, "http://www.w3.org/1999/xlink", "xlink", "XLink"},
    Namespace{Ns::known, "http://www.w3.org/2000/svg", "svg", "SVG"},
    Namespace{Ns::known, "http://www.w3.org/1998/Math/MathML", "mathml", "MathML"},
    Namespace{Ns::known, "http://www.w3.org/2000/01/rdf-schema#", "rdfs", "RDF Schema"},
    Namespace{Ns::known, "http://xmlns.com/foaf/0.1/", "foaf", "FOAF"},
    Namespace{Ns::known, "http://www.w3.org/2005/07/aaa", "aaa", "ARIA"},
    Namespace{Ns::ag, "http://purl.org/rss/1.0/modules/aggregation/", "ag", "RSS aggregation module"},
    Namespace{Ns::annotate, "http://purl.org/rss/1.0/modules/annotate/", "annotate", "RSS annotation module"},
    Namespace{Ns::audio, "http://media.tangent.org/rss/1.0/", "audio", "RSS audio module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/company", "company", "RSS company module"},
    Namespace{Ns::cp, "http://my.theinfo.org/changed/1.0/rss/", "cp", "RSS changed page module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/email/", "email", "RSS email module"},
    Namespace{Ns::ev, "http://purl.org/rss/1.0/modules/event/", "ev", "RSS event module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/image/", "image", "RSS image module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/link/", "l", "RSS link module"},
    Namespace{Ns::known, "http://prismstandard.org/namespaces/1.2/basic/", "prism", "PRISM"},
    Namespace{Ns::known, "http://prismstandard.org/namespaces/basic/2.0/", "prism", "PRISM"},
    Namespace{Ns::ref, "http://purl.org/rss/1.0/modules/reference/", "ref", "RSS reference module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/richequiv/", "reqv", "RSS rich equivalents module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/rss091#", "rss091", "RSS 0.91 module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/search/", "search", "RSS search module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/servicestatus/", "ss", "RSS service status module"},
    Namespace{Ns::known, "http://hacks.benhammersley.com/rss/streaming/", "str", "RSS streaming module"},
    Namespace{Ns::taxo, "http://purl.org/rss/1.0/modules/taxonomy/", "taxo", "RSS taxonomy module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/threading/", "thr", "RSS threading module"},
    Namespace{Ns::known, "http://purl.org/rss/1.0/modules/textinput/", "ti", "RSS text input module"},
    Namespace{Ns::wiki, "http://purl.org/rss/1.0/modules/wiki/", "wiki", "RSS wiki module"},
    Namespace{Ns::sx, "http://www.microsoft.com/schemas/rss/sse", "sx", "Simple Sharing Extensions"},
    Namespace{Ns::cf, "http://www.microsoft.com/schemas/rss/core/2005", "cf", "Simple List Extensions"},
    Namespace{Ns::feedburner, "http://rssnamespace.org/feedburner/ext/1.0", "feedburner", "FeedBurner"},
    Namespace{Ns::google, "http://base.google.com/ns/1.0", "g", "Google Base"},
    Namespace{Ns::webfeeds, "http://webfeeds.org/rss/1.0", "webfeeds", "Web feeds"},
    Namespace{Ns::rawvoice, "http://www.rawvoice.com/rawvoiceRssModule/", "rawvoice", "RawVoice"},
    Namespace{Ns::rawvoice, "https://blubrry.com/developer/rawvoice-rss/", "rawvoice", "RawVoice"},
    Namespace{Ns::known, "http://www.google.com/schemas/play-podcasts/1.0", "googleplay", "Google Play podcasts"},
    Namespace{Ns::known, "http://www.spotify.com/ns/rss", "spotify", "Spotify podcasts"},
    Namespace{Ns::known, "http://tools.ietf.org/html/draft-snell-atompub-bidi", "bidi", "Atom bidi"},
    Namespace{Ns::known, "http://www.pheedo.com/namespace/pheedo", "pheedo", "Pheedo"},
    Namespace{Ns::known, "http://schemas.google.com/g/2005", "gd", "Google Data"},
    Namespace{Ns::known, "http://www.blogger.com/atom/ns#", "blogger", "Blogger"},
    Namespace{Ns::known, "com-wordpress:feed-additions:1", "wp", "WordPress feed additions"},
};

}  // namespace

std::span<const Namespace> namespaces() { return kNamespaces; }

const Namespace* find_namespace(std::string_view uri) {
  const auto* found = std::ranges::find(kNamespaces, uri, &Namespace::uri);
  return found == kNamespaces.end() ? nullptr : found;
}

}  // namespace syndicat::validate
