#include "formats/namespaces.hpp"

#include <array>
#include <string>

#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

using enum Vocabulary;

// The spelling that is written stands first for each vocabulary.
constexpr auto kNamespaces = std::to_array<Namespace>({
    {none, "", ""},
    {none, "", "http://backend.userland.com/rss"},
    {none, "", "http://backend.userland.com/rss2"},
    {none, "", "http://backend.userland.com/rss091"},
    {none, "", "http://backend.userland.com/rss092"},
    {none, "", "http://blogs.law.harvard.edu/tech/rss"},
    {none, "", "http://cyber.law.harvard.edu/rss"},
    {none, "", "http://my.netscape.com/publish/formats/rss-0.91.dtd"},
    {none, "", "http://purl.org/rss/2.0"},
    {none, "", "http://purl.org/rss/1.0/modules/rss091"},
    {atom, "atom", "http://www.w3.org/2005/Atom"},
    {atom03, "atom03", "http://purl.org/atom/ns#"},
    {rss10, "rss", "http://purl.org/rss/1.0/"},
    {rss11, "rss11", "http://purl.org/net/rss1.1#"},
    {rss090, "rss090", "http://my.netscape.com/rdf/simple/0.9/"},
    {rss090, "rss090", "http://channel.netscape.com/rdf/simple/0.9/"},
    {rdf, "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {xhtml, "xhtml", "http://www.w3.org/1999/xhtml"},
    {syndicat, "syndicat", "https://syndicat.example/ns/1"},
    {content, "content", "http://purl.org/rss/1.0/modules/content/"},
    {dc, "dc", "http://purl.org/dc/elements/1.1/"},
    {dc, "dc", "http://purl.org/dc/elements/1.0/"},
    {dc, "dc", "http://purl.org/metadata/dublin_core"},
    {dcterms, "dcterms", "http://purl.org/dc/terms/"},
    {dcterms, "dcterms", "http://dublincore.org/documents/dcmi-namespace/"},
    {sy, "sy", "http://purl.org/rss/1.0/modules/syndication/"},
    {slash, "slash", "http://purl.org/rss/1.0/modules/slash/"},
    {wfw, "wfw", "http://wellformedweb.org/CommentAPI/"},
    {wfw, "wfw", "http://wellformedweb.org/CommentAPI/commentAPI.html"},
    {thr, "thr", "http://purl.org/syndication/thread/1.0"},
    {media, "media", "http://search.yahoo.com/mrss/"},
    {media, "media", "http://tools.search.yahoo.com/mrss/"},
    {media, "media", "http://video.search.yahoo.com/mrss/"},
    {media, "media", "http://www.rssboard.org/media-rss"},
    {media, "media", "http://search.yahoo.com/rss/"},
    {itunes, "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"},
    {itunes, "itunes", "http://www.itunes.com/dtds/itunes-podcast-1.0.dtd"},
    {itunes, "itunes", "http://www.itunes.com/podcast-1.0.dtd"},
    {creative_commons, "creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"},
    {creative_commons, "creativeCommons", "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html"},
    {cc, "cc", "http://web.resource.org/cc/"},
    {cc, "cc", "http://creativecommons.org/ns#"},
    {googleplay, "googleplay", "http://www.google.com/schemas/play-podcasts/1.0"},
    {googleplay, "googleplay", "http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd"},
    {webfeeds, "webfeeds", "http://webfeeds.org/rss/1.0"},
    {unknown, "", ""},
});

// The URI without what people write in one way or the other.
std::string bare(std::string_view uri) {
  std::string plain = text::to_lower_ascii(text::trim(uri));
  if (plain.starts_with("https://")) plain.erase(4, 1);
  while (!plain.empty() && (plain.back() == '/' || plain.back() == '#')) plain.pop_back();
  return plain;
}

}  // namespace

Vocabulary vocabulary_of(std::string_view uri) {
  if (uri.empty()) return none;
  for (const auto& row : kNamespaces)
    if (!row.uri.empty() && row.uri == uri) return row.vocabulary;
  const std::string plain = bare(uri);
  for (const auto& row : kNamespaces)
    if (!row.uri.empty() && bare(row.uri) == plain) return row.vocabulary;
  return unknown;
}

std::string_view meant_by(std::string_view uri) {
  static const auto kBare = [] {
    std::array<std::string, kNamespaces.size()> plain;
    for (std::size_t at = 0; at < kNamespaces.size(); ++at) plain[at] = bare(kNamespaces[at].uri);
    return plain;
  }();
  const std::string plain = bare(uri);
  const Namespace* meant = nullptr;
  for (std::size_t at = 0; at < kNamespaces.size() && !uri.empty(); ++at) {
    if (kNamespaces[at].uri == uri) return uri;
    if (meant == nullptr && kBare[at] == plain) meant = &kNamespaces[at];
  }
  return meant == nullptr ? uri : meant->uri;
}

const Namespace& namespace_of(Vocabulary vocabulary) {
  for (const auto& row : kNamespaces)
    if (row.vocabulary == vocabulary) return row;
  return kNamespaces.back();
}

Names::Names(const xml::Document& document) {
  std::vector<std::pair<std::string_view, Vocabulary>> known;
  // A feed is a feed in whatever namespace: drafts of Atom went through several, and some are misspelt.
  const auto root = document.root().name();
  if (vocabulary_of(root.uri) == unknown) {
    if (root.local == "feed" || root.local == "entry") known.emplace_back(root.uri, atom);
    if (root.local == "rss" || root.local == "channel") known.emplace_back(root.uri, none);
  }
  vocabularies_.reserve(document.name_count());
  for (std::uint32_t id = 0; id < document.name_count(); ++id) {
    const auto uri = document.name(id).uri;
    auto found = unknown;
    bool seen = false;
    for (const auto& [text, vocabulary] : known)
      if (text == uri) {
        found = vocabulary;
        seen = true;
        break;
      }
    // Only so many are remembered: a hostile document has one for each element.
    if (!seen) found = vocabulary_of(uri);
    if (!seen && known.size() < 32) known.emplace_back(uri, found);
    vocabularies_.push_back(found);
  }
}

}  // namespace syndicat::formats
