#pragma once
// Which page of an article an address stands for, told from the first page's address alone.

#include <string_view>

namespace syndicat::extract {

// How the number stands in the address: behind a word for a page ("?page=2", "/seite/2", "-page-2"), as a part of its
// own ("/story/2", "story_2.html"), or where it might as well be part of a name ("story-2": another article of the
// same title is called so).
enum class NumberForm { worded, alone, doubtful };

struct PageNumber {
  unsigned number = 0;  // as written; 0: this is no page of that article
  NumberForm form = NumberForm::alone;
};

// Both absolute. The address is that of another page where it is the first one's with a number put in, or, where the
// first one has a number behind a word for a page, with another number there. Nothing else may differ; host names with
// and without "www." are the same, as are http and https.
PageNumber page_number(std::string_view first, std::string_view address);

// The number that the first page's address itself has behind a word for a page; 1 where it has none.
unsigned own_page_number(std::string_view first);

}  // namespace syndicat::extract
