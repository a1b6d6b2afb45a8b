#pragma once
// Text as a reader sees it: what is shown, and where lines end.

#include <string>
#include <string_view>

#include "html/document.hpp"

namespace syndicat::html {

// Whether a reader sees nothing of what is inside the element: scripts, styles, templates, what only stands in for
// something else, form fields' values, what the page itself hides.
bool is_unseen(Node element);

bool is_hidden(Node element);  // by the page itself: the hidden attribute, `display: none`, a closed dialog

bool is_block(Node element);         // begins and ends a line
bool is_preformatted(Node element);  // its white space counts
bool is_paragraph(Node element);     // one of those that a reader sees space around

// Where what a player or a frame shows lies (<audio>, <video>, <iframe>, <embed>, <object>): its own address or its
// first source's. Empty for other elements, where it is no web address, and where the page shows nothing of it.
std::string_view played_address(Node element);
// What the page calls it; empty: nothing.
std::string_view played_title(Node element);

// Collapses white space and puts line ends between blocks.
class TextFlow {
 public:
  explicit TextFlow(int most_line_ends) : most_line_ends_(most_line_ends) {}

  void text(std::string_view text);
  void preformatted(std::string_view text);
  void line_end();                   // a <br>
  void edge(int line_ends);          // of a block: at least so many line ends between before and behind
  void tab();                        // between a row's cells
  void mark(std::string_view mark);  // of a list's item: stands right before what comes next
  void end_of_item();                // takes the mark away again where nothing came
  std::string take();

 private:
  void make_room();  // writes what is to stand between the text so far and what comes now
  std::string text_;
  int most_line_ends_;
  int line_ends_ = 0;
  bool tab_ = false, space_ = false;
  bool marked_ = false;          // a mark was written, and nothing behind it
  std::size_t before_mark_ = 0;  // how long the text was
  int ends_before_mark_ = 0;
};

// How much of what a reader sees besides letters is written.
enum class Show { words, all };

// The text inside the node. Blocks are apart by a line end, paragraphs by `paragraph_line_ends`. `Show::all` adds the
// marks and numbers of lists, the quotation marks of <q>, what stands for an image ("[A chart]"), where players and
// frames lead, and behind a link's words its address in angle brackets (RFC 3986, appendix C), where the words do not
// say it.
std::string flowing_text(Node node, int paragraph_line_ends, Show show = Show::words);

}  // namespace syndicat::html
