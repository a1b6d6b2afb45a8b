#pragma once
// What there is to check by: the extensions, one table a file, and the types of root elements.

#include <span>

#include "validate/grammar.hpp"

namespace syndicat::validate {

// Extensions, each in the file of its name.
std::span<const ExtensionRow> small_rows();       // extensions.cpp
std::span<const ExtensionRow> event_rows();       // modules.cpp
std::span<const ExtensionRow> history_rows();     // history.cpp
std::span<const ExtensionRow> threading_rows();   // threading.cpp
std::span<const ExtensionRow> publishing_rows();  // publishing.cpp
std::span<const ExtensionRow> media_rows();       // media.cpp
std::span<const ExtensionRow> itunes_rows();      // itunes.cpp
std::span<const ExtensionRow> place_rows();       // places.cpp
std::span<const ExtensionRow> opensearch_rows();  // opensearch.cpp
std::span<const ExtensionRow> sharing_rows();     // sharing.cpp
std::span<const ExtensionRow> podcast_rows();     // podcast.cpp
std::span<const ExtensionRow> hosting_rows();     // likewise
std::span<const ExtensionRow> google_rows();      // google_base.cpp

// Root elements beside RSS 2.0 and Atom.
namespace rss10 {
extern const Type kRdf;    // RSS 1.0
extern const Type kRdf09;  // RSS 0.90
}  // namespace rss10
namespace rss11 {
extern const Type kChannel;
}
namespace publishing {
extern const Type kService, kCategories;
}
namespace opensearch {
extern const Type kDescription;
}
namespace opml {
extern const Type kOpml;
}
namespace sitemap {
extern const Type kUrls, kIndex;
}

}  // namespace syndicat::validate
