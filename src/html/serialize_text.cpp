#include "html/serialize_text.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "html/names.hpp"
#include "html/serialize.hpp"
#include "html/serialize_walk.hpp"
#include "text/unicode.hpp"

namespace syndicat::html {
namespace {

template <std::size_t size>
bool is_one_of(std::string_view name, const std::array<std::string_view, size>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// What has no text of its own to show. <noscript> is for those who run no scripts: it repeats what stands beside it.
constexpr std::array<std::string_view, 24> kUnseen = {"script", "style", "template", "noscript", "head",    "title",
                                                      "meta",   "link",  "base",     "iframe",   "noembed", "noframes",
                                                      "audio",  "video", "canvas",   "textarea", "select",  "datalist",
                                                      "input",  "embed", "object",   "applet",   "param",   "area"};
constexpr std::array<std::string_view, 8> kUnseenInSvg = {"title",  "desc", "metadata", "style",
                                                          "script", "defs", "symbol",   "clipPath"};
constexpr std::array<std::string_view, 2> kUnseenInMath = {"annotation", "annotation-xml"};

constexpr std::array<std::string_view, 4> kPreformatted = {"pre", "listing", "xmp", "plaintext"};

constexpr std::array<std::string_view, 18> kParagraphs = {"p",   "h1",         "h2",     "h3",      "h4",    "h5",
                                                          "h6",  "ul",         "ol",     "dl",      "hr",    "pre",
                                                          "xmp", "blockquote", "figure", "listing", "table", "menu"};

constexpr std::size_t kLongestAddress = 500;  // bytes; longer ones nobody types

bool is_address_to_type(std::string_view address) {
  return address.size() <= kLongestAddress && (address.starts_with("http://") || address.starts_with("https://")) &&
         address.find_first_of(" <>\n") == std::string_view::npos;
}

// `display: none` in a style attribute, however it is spaced.
bool hides(std::string_view written) {
  const std::string style = text::to_lower_ascii(written);
  const std::size_t at = style.find("display");
  if (at == std::string_view::npos) return false;
  std::string_view rest = std::string_view(style).substr(at + 7);
  const auto skip = [&] { rest.remove_prefix(std::min(rest.find_first_not_of(text::kSpace), rest.size())); };
  skip();
  if (rest.empty() || rest.front() != ':') return false;
  rest.remove_prefix(1);
  skip();
  return rest.substr(0, 4) == "none";
}

}  // namespace

bool is_unseen(Node element) {
  const auto name = element.name();
  switch (element.element_namespace()) {
    case Namespace::svg: return is_one_of(name, kUnseenInSvg);
    case Namespace::mathml: return is_one_of(name, kUnseenInMath);
    case Namespace::html: break;
  }
  return is_one_of(name, kUnseen) || is_hidden(element);
}

bool is_hidden(Node element) {
  if (element.element_namespace() != Namespace::html) return false;
  if (element.name() == "dialog" && !element.has_attribute("open")) return true;
  for (const Attribute& attribute : element.attributes()) {
    if (attribute.name == "hidden" && attribute.value != "until-found") return true;
    if (attribute.name == "style" && hides(attribute.value)) return true;
  }
  return false;
}

bool is_block(Node element) {
  return element.element_namespace() == Namespace::html && has_trait(known_name(element.name()), names::traits::block);
}

bool is_preformatted(Node element) {
  return element.element_namespace() == Namespace::html && is_one_of(element.name(), kPreformatted);
}

bool is_paragraph(Node element) {
  return element.element_namespace() == Namespace::html && is_one_of(element.name(), kParagraphs);
}

std::string_view played_address(Node element) {
  constexpr std::array<std::string_view, 5> kPlayers = {"audio", "embed", "iframe", "object", "video"};
  if (element.element_namespace() != Namespace::html || !is_one_of(element.name(), kPlayers) || is_hidden(element))
    return {};
  // Frames of a dot count readers.
  for (const auto side : {element.attribute("width"), element.attribute("height")})
    if (const auto size = text::trim(side); size == "0" || size == "1") return {};
  auto address = text::trim(element.attribute(element.is("object") ? "data" : "src"));
  for (Node inside = element.first_child(); address.empty() && inside; inside = inside.next())
    if (inside.is("source")) address = text::trim(inside.attribute("src"));
  return is_address_to_type(address) ? address : std::string_view();
}

std::string_view played_title(Node element) {
  const auto title = text::trim(element.attribute("title"));
  return title.empty() ? text::trim(element.attribute("aria-label")) : title;
}

void TextFlow::make_room() {
  if (marked_) {
    marked_ = false;  // the mark ends with a blank
  } else if (text_.empty()) {
    // nothing stands before
  } else if (line_ends_ > 0) {
    int there = 0;
    for (std::size_t i = text_.size(); i > 0 && text_[i - 1] == '\n' && there < line_ends_; --i) ++there;
    text_.append(static_cast<std::size_t>(line_ends_ - there), '\n');
  } else if (tab_) {
    text_ += '\t';
  } else if (space_ && text_.back() != '\n') {
    text_ += ' ';
  }
  line_ends_ = 0;
  tab_ = space_ = false;
}

void TextFlow::text(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text::is_space(text[at])) {
      space_ = true;
      ++at;
    } else if (text.substr(at, 2) == "\xC2\xA0") {
      space_ = true;
      at += 2;
    } else {
      std::size_t end = at + 1;
      while (end < text.size() && !text::is_space(text[end]) && text.substr(end, 2) != "\xC2\xA0") ++end;
      make_room();
      text_.append(text, at, end - at);
      at = end;
    }
  }
}

void TextFlow::preformatted(std::string_view text) {
  if (text.empty()) return;
  make_room();
  text_ += text;
}

void TextFlow::mark(std::string_view mark) {
  if (marked_) return;
  before_mark_ = text_.size();
  ends_before_mark_ = line_ends_;
  make_room();
  text_ += mark;
  marked_ = true;
}

void TextFlow::end_of_item() {
  if (!marked_) return;
  text_.resize(before_mark_);
  line_ends_ = ends_before_mark_;
  marked_ = false;
}

void TextFlow::line_end() {
  if (!marked_) line_ends_ = std::min(line_ends_ + 1, most_line_ends_);
}

void TextFlow::edge(int line_ends) {
  if (!marked_) line_ends_ = std::max(line_ends_, line_ends);
}

void TextFlow::tab() { tab_ = true; }

std::string TextFlow::take() {
  while (!text_.empty() && text::is_space(text_.back())) text_.pop_back();
  return std::move(text_);
}

namespace {

constexpr std::size_t kDeepestIndent = 3;  // lists within lists that are set in

// The marks of the lists that are open.
class Lists {
 public:
  void open(Node list) {
    const bool numbered = list.is("ol");
    open_.push_back(numbered ? number_in(list.attribute("start"), 1) : kBullet);
  }
  void close() { open_.pop_back(); }

  std::string mark_of(Node item) {
    const auto depth = std::min(open_.size(), kDeepestIndent + 1);
    const std::string indent(depth > 1 ? (depth - 1) * 2 : 0, ' ');
    if (open_.empty() || open_.back() == kBullet) return indent + "- ";
    const auto number = number_in(item.attribute("value"), open_.back());
    open_.back() = number + 1;
    return indent + std::to_string(number) + ". ";
  }

 private:
  static constexpr int kBullet = -1;
  static int number_in(std::string_view written, int otherwise) {
    written = text::trim(written);
    if (written.empty() || written.size() > 6 || written.find_first_not_of("0123456789") != std::string_view::npos)
      return otherwise;
    int number = 0;
    for (const char c : written) number = number * 10 + (c - '0');
    return number;
  }
  std::vector<int> open_;  // the next item's number, or that it is a bullet
};

bool is_list(Node element) { return element.is("ul") || element.is("ol") || element.is("menu"); }

// A link's address where it is one to type and its words do not say it.
std::string_view address_of(Node link) {
  const auto address = text::trim(link.attribute("href"));
  if (!is_address_to_type(address)) return {};
  const auto words = link.first_child();
  if (!words) return {};
  if (words.is_text() && !words.next()) {
    auto bare = address.substr(address.find("://") + 3);
    if (bare.ends_with('/')) bare.remove_suffix(1);
    const auto said = text::trim(words.value());
    if (said == address || said == bare) return {};
  }
  return address;
}

// Whether a character is a sign that people write within a line: pages have pictures of those.
bool is_emoji(char32_t c) { return c >= 0x1F000 || (c >= 0x2190 && c <= 0x2BFF) || c == 0x203C || c == 0x2049; }

// What stands for an image, in brackets where it is words.
void write_alternative(TextFlow& flow, std::string_view written) {
  const std::string words = text::collapse_space(written);
  std::size_t at = 0;
  if (words.empty()) return;
  if (is_emoji(text::next_character(words, at))) flow.text(words);
  else flow.text(" [" + words + "] ");
}

void write_played(TextFlow& flow, Node player, std::string_view address) {
  flow.edge(1);
  flow.text(played_title(player));
  flow.text(" <" + std::string(address) + ">");
  flow.edge(1);
}

}  // namespace

std::string flowing_text(Node node, int paragraph_line_ends, Show show) {
  TextFlow flow(paragraph_line_ends);
  if (node.is_text()) {
    flow.text(node.value());
    return flow.take();
  }
  int preformatted = is_preformatted(node) ? 1 : 0;
  const bool all = show == Show::all;
  Lists lists;
  std::string written;  // the last link's address: one that stands around several blocks is written once
  const auto edge_of = [&](Node element) { flow.edge(is_paragraph(element) ? paragraph_line_ends : 1); };
  const auto enter = [&](Node at) {
    if (at.is_text()) {
      preformatted > 0 ? flow.preformatted(at.value()) : flow.text(at.value());
      return false;
    }
    if (!at.is_element()) return false;
    if (is_unseen(at)) {
      if (const auto address = all ? played_address(at) : std::string_view(); !address.empty())
        write_played(flow, at, address);
      return false;
    }
    if (all && at.is("img")) write_alternative(flow, at.attribute("alt"));
    if (at.is("br")) {
      flow.line_end();
    } else if (at.is("td") || at.is("th")) {
      if (at.previous_element()) flow.tab();
    } else if (is_block(at)) {
      edge_of(at);
    }
    if (all && is_list(at)) lists.open(at);
    if (all && at.is("li")) flow.mark(lists.mark_of(at));
    if (all && at.is("q")) flow.text("“");
    if (is_preformatted(at)) ++preformatted;
    return true;
  };
  const auto leave = [&](Node at) {
    if (is_preformatted(at)) --preformatted;
    if (all && at.is("q")) flow.text("”");
    if (all && at.is("li")) flow.end_of_item();
    if (all && is_list(at)) lists.close();
    if (all && at.is("a")) {
      if (const auto address = address_of(at); !address.empty() && address != written) {
        flow.text(" <" + std::string(address) + ">");
        written = address;
      }
    }
    if (is_block(at) && !at.is("td") && !at.is("th")) edge_of(at);
  };
  walk(node, enter, leave);
  return flow.take();
}

std::string to_text(Node node) { return flowing_text(node, 2, Show::all); }

}  // namespace syndicat::html
