#include "html/serialize_markdown_inline.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace syndicat::html {
namespace {

using Place = MarkdownInline::Place;

constexpr int kLinkRepeats = 8;  // a link around many blocks is written for the first of them
constexpr std::size_t kLongestAddress = 8192;

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// What a delimiter's neighbour is (CommonMark, section 6.2); unsure: versions of the specification differ.
enum class Side : unsigned char { space, punctuation, letter, unsure };

Side side_of(char32_t c) {
  if (c <= 0x20) return Side::space;
  if (c == '~') return Side::unsure;  // GFM's reader looks through it at what is behind
  if (c < 0x80) return is_alphanumeric(static_cast<char>(c)) ? Side::letter : Side::punctuation;
  const bool is_letter = (c >= 0xC0 && c <= 0x24F && c != 0xD7 && c != 0xF7) ||       // Latin
                         (c >= 0x388 && c <= 0x481) || (c >= 0x48A && c <= 0x52F) ||  // Greek, Cyrillic
                         (c >= 0x5D0 && c <= 0x5EA) || (c >= 0x620 && c <= 0x64A) ||  // Hebrew, Arabic
                         (c >= 0x904 && c <= 0x939) || (c >= 0xE01 && c <= 0xE30) ||  // Devanagari, Thai
                         (c >= 0x3041 && c <= 0x3096) || (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x4E00 && c <= 0x9FA5) ||
                         (c >= 0xAC00 && c <= 0xD7A3);
  if (is_letter) return Side::letter;
  const bool is_punctuation =
      c == 0xA1 || c == 0xA7 || c == 0xAB || c == 0xB6 || c == 0xB7 || c == 0xBB || c == 0xBF ||
      (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x2043) || (c >= 0x3001 && c <= 0x3003) ||
      (c >= 0x3008 && c <= 0x3011) || (c >= 0x3014 && c <= 0x301F) || (c >= 0xFF01 && c <= 0xFF03) ||
      (c >= 0xFF05 && c <= 0xFF0A) || (c >= 0xFF0C && c <= 0xFF0F) || c == 0xFF1A || c == 0xFF1B || c == 0xFF1F;
  return is_punctuation ? Side::punctuation : Side::unsure;
}
Side first_side(std::string_view text) {
  std::size_t at = 0;
  return text.empty() ? Side::space : side_of(text::next_character(text, at));
}
Side last_side(std::string_view text) {
  if (text.empty()) return Side::space;
  std::size_t at = text.size() - 1;
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return side_of(text::next_character(text, at));
}

// Whether a run of delimiters opens (`outer` before it, `inner` behind it), or closes, seen from the other end.
// "_" does neither within a word.
bool flanks(Side outer, Side inner, bool within_words) {
  const bool at_edge = outer == Side::space || outer == Side::punctuation;
  if (inner == Side::letter) return within_words || at_edge;
  return inner == Side::punctuation && at_edge;
}

// One word with every character escaped that could mean something; what matters at the start of a line comes later.
void append_escaped_word(std::string& to, std::string_view word, Place place, bool is_last) {
  // GFM makes links of addresses, and reads them as they stand: one with escapes must not become one.
  const bool may_be_link = word.find_first_of("\\`*[]<~_&|") != std::string_view::npos;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    const char before = at > 0 ? word[at - 1] : '\0', behind = at + 1 < word.size() ? word[at + 1] : '\0';
    bool special = false;
    switch (c) {
      case '\\':
      case '`':
      case '*':
      case '[':
      case ']':
      case '<':
      case '~': special = true; break;
      case '_': special = !is_alphanumeric(before) || !is_alphanumeric(behind); break;
      case '&': special = behind == '#' || is_alphanumeric(behind); break;
      case '!': special = is_last && behind == '\0'; break;  // a link's bracket may follow
      case '|': special = place == Place::cell; break;
      case ':': special = may_be_link && behind == '/'; break;
      case '.': special = may_be_link && at >= 3 && text::equals_ignoring_case(word.substr(at - 3, 3), "www"); break;
      default: break;
    }
    if (special) to += '\\';
    to += c;
  }
}

std::string escape(std::string_view text, Place place) {
  std::string escaped;
  escaped.reserve(text.size() + text.size() / 8);
  for (;;) {
    const std::size_t end = text.find(' ');
    append_escaped_word(escaped, text.substr(0, end), place, end == std::string_view::npos);
    if (end == std::string_view::npos) return escaped;
    escaped += ' ';
    text.remove_prefix(end + 1);
  }
}

std::size_t run_of(std::string_view text, std::size_t at, char c) {
  std::size_t end = at;
  while (end < text.size() && text[end] == c) ++end;
  return end - at;
}

// A line of a paragraph, escaped where its start would make it another block (sections 4 and 5; GFM's tables).
void append_line(std::string& to, std::string_view line) {
  std::size_t at = 0;  // what is to be escaped; the end of the line: nothing
  const auto behind = [&](std::size_t position) { return position < line.size() ? line[position] : '\n'; };
  const auto ends_word = [&](std::size_t position) { return text::is_space(behind(position)); };
  switch (behind(0)) {
    case '#': {
      const std::size_t count = run_of(line, 0, '#');
      if (count > 6 || !ends_word(count)) at = line.size();
      break;
    }
    case '+':
      if (!ends_word(1)) at = line.size();
      break;
    case '-':
      if (!ends_word(1) && std::string_view("-:|").find(behind(1)) == std::string_view::npos) at = line.size();
      break;
    case '=':
    case '>':
    case '|': break;
    case ':':
      if (behind(1) != '-') at = line.size();
      break;
    default: {
      while (at < 10 && behind(at) >= '0' && behind(at) <= '9') ++at;
      if (at == 0 || (behind(at) != '.' && behind(at) != ')') || !ends_word(at + 1)) at = line.size();
    }
  }
  to.append(line, 0, at);
  if (at == line.size()) return;
  to.append("\\").append(line, at, line.size() - at);
}

// Code between backticks, more of them than stand in a row within (section 6.1). In a table a bar ends the cell even
// there, so code with one is written as HTML.
std::string code_span(std::string_view text, Place place) {
  if (place == Place::cell && text.find('|') != std::string_view::npos)
    return "<code>" + escape(text, place) + "</code>";
  std::size_t longest = 0;
  for (std::size_t at = 0; (at = text.find('`', at)) != std::string_view::npos;) {
    const std::size_t count = run_of(text, at, '`');
    longest = std::max(longest, count);
    at += count;
  }
  const std::string fence(longest + 1, '`');
  const bool pad = text.front() == '`' || text.back() == '`';
  return fence + (pad ? " " : "") + std::string(text) + (pad ? " " : "") + fence;
}

std::string title_part(std::string_view title, Place place) {
  if (title.empty()) return {};
  std::string part = " \"";
  for (const char c : escape(title, place)) {
    if (c == '"') part += '\\';
    part += c;
  }
  return part + '"';
}

std::string image_markup(std::string_view address, std::string_view words, std::string_view title, Place place) {
  return "![" + escape(words, place) + "](" + markdown_address(address) + title_part(title, place) + ")";
}

struct Delimiters {
  std::string_view open, close;
};
constexpr Delimiters kHtml[] = {
    {"<em>", "</em>"}, {"<strong>", "</strong>"}, {"<del>", "</del>"}, {"<sub>", "</sub>"}, {"<sup>", "</sup>"}};

}  // namespace

std::string markdown_address(std::string_view address) {
  std::string escaped;
  for (std::size_t at = 0; at < address.size(); ++at) {
    const char c = address[at];
    const auto byte = static_cast<unsigned char>(c);
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    if (byte <= 0x20 || byte == 0x7F || std::string_view("<>\\|`\"").find(c) != std::string_view::npos) {
      escaped += '%';
      escaped += kDigits[byte >> 4U];
      escaped += kDigits[byte & 15U];
      continue;
    }
    const char behind = at + 1 < address.size() ? address[at + 1] : '\0';
    if (c == '(' || c == ')' || (c == '&' && (behind == '#' || is_alphanumeric(behind)))) escaped += '\\';
    escaped += c;
  }
  return escaped;
}

void MarkdownInline::put(Piece piece) {
  piece.space_before = space_;
  space_ = false;
  pieces_.push_back(std::move(piece));
}

void MarkdownInline::text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (text::is_space(text[at])) {
      space_ = true;
      ++at;
      continue;
    }
    const std::size_t end = std::min(text.find_first_of(text::kSpace, at), text.size());
    const auto word = text.substr(at, end - at);
    at = end;
    visible_ = true;
    if (!pieces_.empty() && pieces_.back().kind == Piece::Kind::text) {
      if (space_) pieces_.back().text += ' ';
      pieces_.back().text += word;
      space_ = false;
    } else {
      put({Piece::Kind::text, false, Format::emphasis, std::string(word), {}});
    }
  }
}

void MarkdownInline::code(std::string_view text) {
  const std::string collapsed = [&] {
    std::string words;
    for (std::size_t at = 0; (at = text.find_first_not_of(text::kSpace, at)) != std::string_view::npos;) {
      const std::size_t end = std::min(text.find_first_of(text::kSpace, at), text.size());
      if (!words.empty()) words += ' ';
      words.append(text, at, end - at);
      at = end;
    }
    return words;
  }();
  if (collapsed.empty()) {
    space_ = space_ || !text.empty();
    return;
  }
  space_ = space_ || text::is_space(text.front());
  visible_ = true;
  put({Piece::Kind::code, false, Format::emphasis, collapsed, {}});
  space_ = text::is_space(text.back());
}

void MarkdownInline::image(std::string_view address, std::string_view words, std::string_view title) {
  visible_ = true;
  put({Piece::Kind::image, false, Format::emphasis, text::collapse_space(words), std::string(address)});
  pieces_.back().address += '\n';
  pieces_.back().address += text::collapse_space(title);
}

void MarkdownInline::line_break() {
  put({Piece::Kind::line_break, false, Format::emphasis, {}, {}});
  pieces_.back().space_before = false;
}

void MarkdownInline::open(Format format) {
  if (depth_[static_cast<std::size_t>(format)]++ > 0) return;
  put({Piece::Kind::open, false, format, {}, {}});
  open_.push_back(pieces_.back());
}

void MarkdownInline::close(Format format) {
  int& depth = depth_[static_cast<std::size_t>(format)];
  if (depth == 0 || --depth > 0) return;
  std::erase_if(open_, [&](const Piece& piece) { return piece.kind == Piece::Kind::open && piece.format == format; });
  put({Piece::Kind::close, false, format, {}, {}});
}

void MarkdownInline::open_link(std::string_view address, std::string_view title) {
  if (link_depth_++ > 0) return;
  link_ = {std::string(address), text::collapse_space(title), 0, address.size() <= kLongestAddress};
  if (!link_.open) return;
  put({Piece::Kind::open_link, false, Format::emphasis, {}, {}});
  open_.push_back(pieces_.back());
}

void MarkdownInline::close_link() {
  if (link_depth_ == 0 || --link_depth_ > 0) return;
  if (link_.open) put({Piece::Kind::close_link, false, Format::emphasis, link_.title, link_.address});
  forget_link();
}

void MarkdownInline::forget_link() {
  link_.open = false;
  std::erase_if(open_, [](const Piece& piece) { return piece.kind == Piece::Kind::open_link; });
}

void MarkdownInline::reopen() {
  if (visible_ && link_.open && ++link_.repeats >= kLinkRepeats) forget_link();
  pieces_ = open_;
  for (Piece& piece : pieces_) piece.space_before = false;
  space_ = visible_ = false;
}

// White space and line breaks moved out of the formats' edges, formats around nothing left out, and those that end
// where the same one begins joined.
std::vector<MarkdownInline::Piece> MarkdownInline::tidy() const {
  using Kind = Piece::Kind;
  std::vector<Piece> tidied, waiting;  // waiting: opened, and nothing to see inside so far
  bool space = false;
  std::size_t breaks = 0;
  const auto matches = [](const Piece& opened, const Piece& closed) {
    return closed.kind == Kind::close_link ? opened.kind == Kind::open_link
                                           : opened.kind == Kind::open && opened.format == closed.format;
  };
  for (const Piece& piece : pieces_) {
    space = space || piece.space_before;
    if (piece.kind == Kind::line_break) {
      ++breaks;
    } else if (piece.kind == Kind::open || piece.kind == Kind::open_link) {
      waiting.push_back(piece);
    } else if (piece.kind == Kind::close || piece.kind == Kind::close_link) {
      const auto opened =
          std::find_if(waiting.rbegin(), waiting.rend(), [&](const Piece& p) { return matches(p, piece); });
      if (opened != waiting.rend()) {
        waiting.erase(std::next(opened).base());
      } else {
        tidied.push_back(piece);
        tidied.back().space_before = false;
      }
    } else {
      if (!tidied.empty()) {
        for (; breaks > 0; --breaks, space = false)
          tidied.push_back({Kind::line_break, false, Format::emphasis, {}, {}});
      }
      breaks = 0;
      if (tidied.empty()) space = false;
      for (const Piece& opening : waiting) {
        if (!space && !tidied.empty() && tidied.back().kind == Kind::close && opening.kind == Kind::open &&
            tidied.back().format == opening.format) {
          tidied.pop_back();
          continue;
        }
        tidied.push_back(opening);
        tidied.back().space_before = space;
        space = false;
      }
      waiting.clear();
      if (!tidied.empty() && !space && piece.kind != Kind::image && tidied.back().kind == piece.kind) {
        tidied.back().text += piece.text;  // two runs of backticks in a row would be one
      } else {
        tidied.push_back(piece);
        tidied.back().space_before = space;
      }
      space = false;
    }
  }
  // What is still open ends here, the last one first.
  std::vector<Piece> closing;
  for (const Piece& piece : tidied) {
    if (piece.kind == Kind::open) closing.push_back({Kind::close, false, piece.format, {}, {}});
    if (piece.kind == Kind::open_link)
      closing.push_back({Kind::close_link, false, Format::emphasis, link_.title, link_.address});
    if (piece.kind == Kind::close || piece.kind == Kind::close_link) {
      const auto opened = std::find_if(closing.rbegin(), closing.rend(), [&](const Piece& p) {
        return p.kind == piece.kind && (p.kind == Kind::close_link || p.format == piece.format);
      });
      if (opened != closing.rend()) closing.erase(std::next(opened).base());
    }
  }
  tidied.insert(tidied.end(), closing.rbegin(), closing.rend());
  return tidied;
}

std::string MarkdownInline::take(Place place) {
  using Kind = Piece::Kind;
  const auto pieces = tidy();

  // What each piece looks like from outside.
  std::vector<std::string> written(pieces.size());
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const auto title = std::string_view(piece.address).substr(std::min(piece.address.find('\n'), piece.address.size()));
    switch (piece.kind) {
      case Kind::text: written[i] = escape(piece.text, place); break;
      case Kind::code: written[i] = code_span(piece.text, place); break;
      case Kind::image:
        written[i] = image_markup(std::string_view(piece.address).substr(0, piece.address.size() - title.size()),
                                  piece.text, title.substr(1), place);
        break;
      case Kind::open_link: written[i] = "["; break;
      case Kind::close_link:
        written[i] = "](" + markdown_address(piece.address) + title_part(piece.text, place) + ")";
        break;
      case Kind::line_break: written[i] = place == Place::paragraph ? "\\\n" : "<br>"; break;
      case Kind::open:
      case Kind::close: break;
    }
  }
  const auto format_side = [&](std::size_t i) {
    return pieces[i].format == Format::strike ? Side::unsure : Side::punctuation;
  };
  const auto is_format = [&](std::size_t i) { return pieces[i].kind == Kind::open || pieces[i].kind == Kind::close; };
  const auto side_before = [&](std::size_t i) {
    if (i == 0 || pieces[i].space_before) return Side::space;
    if (pieces[i - 1].kind == Kind::line_break && place == Place::paragraph) return Side::space;
    return is_format(i - 1) ? format_side(i - 1) : last_side(written[i - 1]);
  };
  const auto side_behind = [&](std::size_t i) {
    if (i + 1 == pieces.size() || pieces[i + 1].space_before) return Side::space;
    return is_format(i + 1) ? format_side(i + 1) : first_side(written[i + 1]);
  };
  const auto touches_format = [&](std::size_t i) {
    return (i > 0 && !pieces[i].space_before && is_format(i - 1)) ||
           (i + 1 < pieces.size() && !pieces[i + 1].space_before && is_format(i + 1));
  };

  // Which delimiters each format gets: those of Markdown where they are read as such, else HTML's tags.
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind == Kind::open) open.push_back(i);
    if (pieces[i].kind != Kind::close || open.empty()) continue;
    const std::size_t from = open.back();
    open.pop_back();
    const Format format = pieces[i].format;
    const Side before = side_before(from), first = side_behind(from), last = side_before(i), behind = side_behind(i);
    const auto both_flank = [&](bool within_words) {
      return flanks(before, first, within_words) && flanks(behind, last, within_words);
    };
    std::string_view mark;
    if (format == Format::emphasis && both_flank(false)) mark = "_";
    if (format == Format::emphasis && mark.empty() && both_flank(true) && open.empty() && !touches_format(from) &&
        !touches_format(i) &&
        std::none_of(pieces.begin() + static_cast<std::ptrdiff_t>(from) + 1,
                     pieces.begin() + static_cast<std::ptrdiff_t>(i),
                     [](const Piece& piece) { return piece.kind == Kind::open; }))
      mark = "*";
    if (format == Format::strong && both_flank(true)) mark = "**";
    if (format == Format::strike && both_flank(true)) mark = "~~";
    const Delimiters& html = kHtml[static_cast<std::size_t>(format)];
    written[from] = mark.empty() ? html.open : mark;
    written[i] = mark.empty() ? html.close : mark;
  }

  std::string joined;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].space_before && !joined.empty()) joined += ' ';
    joined += written[i];
  }
  reopen();
  if (place == Place::heading && !joined.empty() && joined.back() == '#') joined.insert(joined.size() - 1, "\\");
  if (place != Place::paragraph) return joined;

  std::string lines;
  for (std::string_view rest = joined;;) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    append_line(lines, rest.substr(0, end));
    if (end == rest.size()) return lines;
    lines += '\n';
    rest.remove_prefix(end + 1);
  }
}

}  // namespace syndicat::html
