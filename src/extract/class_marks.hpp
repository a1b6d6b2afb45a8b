#pragma once
// What publishing systems call the parts of a page: words of class, id, role and itemprop, by pattern, never by site.

#include <cstdint>
#include <string_view>

namespace syndicat::extract {

// Bits; a part may be called several things.
enum Mark : std::uint32_t {
  kContent = 1U << 0U,      // content, entry, story, prose
  kArticleBody = 1U << 1U,  // articleBody, post-content, entry-content: the body itself
  kNavigation = 1U << 2U,
  kFooter = 1U << 3U,
  kHeader = 1U << 4U,
  kSidebar = 1U << 5U,
  kComments = 1U << 6U,
  kRelated = 1U << 7U,
  kAdvertisement = 1U << 8U,
  kShare = 1U << 9U,
  kNewsletter = 1U << 10U,
  kCookies = 1U << 11U,
  kHidden = 1U << 12U,
  kPopup = 1U << 13U,
  kAuthor = 1U << 14U,
  kDate = 1U << 15U,
  kMeta = 1U << 16U,  // post meta, tags, categories
  kCaption = 1U << 17U,
  kBio = 1U << 18U,  // about the author
  kTitle = 1U << 19U,
  kSummary = 1U << 20U,   // standfirst, dek, lead
  kControls = 1U << 21U,  // toolbars, buttons, players
  kWidget = 1U << 22U,
  kCredit = 1U << 23U,
  kCode = 1U << 24U,  // highlighted source
  kPrintOnly = 1U << 25U,
  kReference = 1U << 26U,  // footnotes, references: belong to the text
  kEmbed = 1U << 27U,
  kPost = 1U << 28U,  // one post of several: message, forum post
};

// The parts of a page that are not its article.
constexpr std::uint32_t kFurniture = kNavigation | kFooter | kSidebar | kComments | kRelated | kAdvertisement | kShare |
                                     kNewsletter | kCookies | kHidden | kPopup | kControls;

// The marks that the words of an attribute's value give. Words end at punctuation and where a capital follows a small
// letter: "relatedPosts" and "related-posts" are the same.
std::uint32_t marks_of_words(std::string_view value);

// ARIA's roles (WAI-ARIA 1.2, section 5.3.4).
std::uint32_t marks_of_role(std::string_view role);

}  // namespace syndicat::extract
