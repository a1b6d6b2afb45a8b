#pragma once
// The picture that an article leads with, where the page names none for machines.

#include "extract/body.hpp"
#include "extract/claims.hpp"
#include "extract/page_tree.hpp"

namespace syndicat::extract {

// Claims the first picture that is large by its declared size, or stands in a figure, between the title (its block, may
// be kNone) and the first half of the body; with its caption and credit. Small, hidden and dropped ones do not count.
// Where the page names an image, only what stands below it on the page is claimed.
void claim_lead_image(const Tree& tree, const Body& body, std::uint32_t title, Claims& claims);

}  // namespace syndicat::extract
