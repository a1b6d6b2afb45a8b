#include "html/serialize_text.hpp"

#include <algorithm>
#include <array>

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

void TextFlow::make_room() {
  if (text_.empty()) {
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

void TextFlow::line_end() { line_ends_ = std::min(line_ends_ + 1, most_line_ends_); }

void TextFlow::edge(int line_ends) { line_ends_ = std::max(line_ends_, line_ends); }

void TextFlow::tab() { tab_ = true; }

std::string TextFlow::take() {
  while (!text_.empty() && text::is_space(text_.back())) text_.pop_back();
  return std::move(text_);
}

std::string flowing_text(Node node, int paragraph_line_ends) {
  TextFlow flow(paragraph_line_ends);
  if (node.is_text()) {
    flow.text(node.value());
    return flow.take();
  }
  int preformatted = is_preformatted(node) ? 1 : 0;
  const auto edge_of = [&](Node element) { flow.edge(is_paragraph(element) ? paragraph_line_ends : 1); };
  const auto enter = [&](Node at) {
    if (at.is_text()) {
      preformatted > 0 ? flow.preformatted(at.value()) : flow.text(at.value());
      return false;
    }
    if (!at.is_element() || is_unseen(at)) return false;
    if (at.is("br")) {
      flow.line_end();
    } else if (at.is("td") || at.is("th")) {
      if (at.previous_element()) flow.tab();
    } else if (is_block(at)) {
      edge_of(at);
    }
    if (is_preformatted(at)) ++preformatted;
    return true;
  };
  const auto leave = [&](Node at) {
    if (is_preformatted(at)) --preformatted;
    if (is_block(at) && !at.is("td") && !at.is("th")) edge_of(at);
  };
  walk(node, enter, leave);
  return flow.take();
}

std::string to_text(Node node) { return flowing_text(node, 2); }

}  // namespace syndicat::html
