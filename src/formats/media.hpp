#pragma once
// Media RSS 1.5.1: what <media:content> offers to hear, watch or read is an attachment, but stays the element it is.

#include <optional>
#include <string_view>
#include <vector>

#include "formats/extras.hpp"
#include "formats/format.hpp"
#include "model/feed.hpp"
#include "xml/document.hpp"

namespace syndicat::formats {

// The files that a <media:group> or <media:content> names to be heard, watched or read; pictures are left out, and
// what is there to be embedded. Addresses are seen from `base`.
std::vector<model::Attachment> media_in(xml::Node element, std::string_view base);

// Puts in those of them that no attachment names yet, in time linear in both.
void add_media(std::vector<model::Attachment>& attachments, std::vector<model::Attachment> media);

// The item without the attachments that come back from the elements among what is foreign in it: those are written
// anyway, but for those that the document has no place for (`is_written`). `room` holds it where it is another; where
// the way back would find more, `extras` get the whole list.
const model::Item& without_media(const model::Item& item, Home home, const WriteOptions& options,
                                 std::optional<model::Item>& room, Extra& extras);

// Where `extras` tell the attachments of what is left of an item, they are to tell all of them.
void tell_all_attachments(const model::Item& item, Extra& extras);

}  // namespace syndicat::formats
