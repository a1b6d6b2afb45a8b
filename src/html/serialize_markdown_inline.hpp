#pragma once
// One paragraph's worth of Markdown: text, formats and links, escaped so that CommonMark (0.31) with GFM's extensions
// reads the same text out of it.

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace syndicat::html {

enum class Format : unsigned char { emphasis, strong, strike, subscript, superscript };

class MarkdownInline {
 public:
  enum class Place : unsigned char { paragraph, heading, cell };

  void text(std::string_view text);  // white space collapses
  void code(std::string_view text);
  void image(std::string_view address, std::string_view words, std::string_view title);
  void line_break();
  void open(Format format);
  void close(Format format);
  void open_link(std::string_view address, std::string_view title);
  void close_link();

  bool is_blank() const { return !visible_; }
  bool ends_with_break() const { return !pieces_.empty() && pieces_.back().kind == Piece::Kind::line_break; }

  // What was collected, without white space around it, in lines. What is open is closed in it, and opened again for
  // what comes next.
  std::string take(Place place);

 private:
  struct Piece {
    enum class Kind : unsigned char { text, code, image, line_break, open, close, open_link, close_link };
    Kind kind;
    bool space_before = false;  // white space stands between this piece and the one before
    Format format = Format::emphasis;
    std::string text;
    std::string address;  // of an image
  };
  struct Link {
    std::string address, title;
    int repeats = 0;
    bool open = false;
  };
  static constexpr std::size_t kFormats = 5;

  void put(Piece piece);
  std::vector<Piece> tidy() const;
  void forget_link();
  void reopen();

  std::vector<Piece> pieces_;
  std::array<int, kFormats> depth_{};  // how often each format is open
  std::vector<Piece> open_;            // what opened them, and the link, from the outermost on
  Link link_;
  int link_depth_ = 0;
  bool space_ = false, visible_ = false;
};

// An address for a link or an image that no character of Markdown cuts short.
std::string markdown_address(std::string_view address);

}  // namespace syndicat::html
