#pragma once
// The words below a picture: what it shows, and who made it.

#include <string>
#include <string_view>

#include "extract/page_tree.hpp"

namespace syndicat::extract {

struct Caption {
  std::string words;
  std::string credit;  // without its label: "Ann Roe / Agency" of "Photo: Ann Roe / Agency"
};

// "A bridge. Photo: Ann Roe / Agency", "A bridge (Foto: dpa)", "A bridge © Agency". All is caption where no credit
// shows.
Caption split_caption(std::string_view words);

// What stands in a figure besides its picture; an element that is marked as the credit is it.
Caption caption_of(const Tree& tree, html::Node figure);

}  // namespace syndicat::extract
