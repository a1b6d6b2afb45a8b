#include "validate/html.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/source_map.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

// What readers take out, with all that is in it or without: it runs, loads or belongs to a whole page.
constexpr std::array kRisky = std::to_array<std::string_view>({
    "applet", "base",  "basefont", "bgsound", "body",   "embed",     "frame",  "frameset", "head",
    "html",   "iframe", "ilayer",   "isindex", "layer",  "link",      "listing", "meta",    "noframes",
    "object", "param", "plaintext", "script",  "style",  "title",     "xml",
});

constexpr std::array kAddresses = std::to_array<std::string_view>({
    "action", "background", "cite", "codebase", "data", "href", "longdesc", "poster", "src", "usemap",
});

// HTML's elements, those of old included: what else stands between < and > is rather text.
constexpr std::array kElements = std::to_array<std::string_view>({
    "a",        "abbr",     "acronym",  "address",  "applet",   "area",     "article",  "aside",    "audio",
    "b",        "base",     "basefont", "bdi",      "bdo",      "bgsound",  "big",      "blink",    "blockquote",
    "body",     "br",       "button",   "canvas",   "caption",  "center",   "cite",     "code",     "col",
    "colgroup", "data",     "datalist", "dd",       "del",      "details",  "dfn",      "dialog",   "dir",
    "div",      "dl",       "dt",       "em",       "embed",    "fieldset", "figcaption", "figure", "font",
    "footer",   "form",     "frame",    "frameset", "h1",       "h2",       "h3",       "h4",       "h5",
    "h6",       "head",     "header",   "hgroup",   "hr",       "html",     "i",        "iframe",   "img",
    "input",    "ins",      "kbd",      "label",    "legend",   "li",       "link",     "listing",  "main",
    "map",      "mark",     "marquee",  "math",     "menu",     "meta",     "meter",    "nav",      "nobr",
    "noembed",  "noframes", "noscript", "object",   "ol",       "optgroup", "option",   "output",   "p",
    "param",    "picture",  "plaintext", "pre",     "progress", "q",        "rb",       "rp",       "rt",
    "rtc",      "ruby",     "s",        "samp",     "script",   "section",  "select",   "slot",     "small",
    "source",   "span",     "strike",   "strong",   "style",    "sub",      "summary",  "sup",      "svg",
    "table",    "tbody",    "td",       "template", "textarea", "tfoot",    "th",       "thead",    "time",
    "title",    "tr",       "track",    "tt",       "u",        "ul",       "var",      "video",    "wbr",
    "xmp",
});

bool is_letter(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
bool is_name_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':' || c == '_'; }

// A tag in HTML text: where its parts are.
struct Tag {
  std::size_t start = 0, end = 0;
  bool closing = false;
  std::string name;
};

struct HtmlAttribute {
  std::string name;
  std::string_view value;
  std::size_t start = 0, end = 0;
};

// Walks the tags of a text once, from the front (HTML Standard, 13.2.5, as far as tags go).
class TagScanner {
 public:
  explicit TagScanner(std::string_view html) : html_(html) {}

  bool next(Tag& tag, std::vector<HtmlAttribute>& attributes) {
    for (;;) {
      at_ = html_.find('<', at_);
      if (at_ == std::string_view::npos) return false;
      if (html_.substr(at_).starts_with("<!--")) {
        const auto close = html_.find("-->", at_ + 4);
        at_ = close == std::string_view::npos ? html_.size() : close + 3;
        continue;
      }
      tag.start = at_++;
      tag.closing = at_ < html_.size() && html_[at_] == '/';
      if (tag.closing) ++at_;
      if (at_ < html_.size() && is_letter(html_[at_])) break;
    }
    const auto from = at_;
    while (at_ < html_.size() && !text::is_space(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') ++at_;
    tag.name = text::to_lower_ascii(html_.substr(from, at_ - from));
    attributes.clear();
    while (at_ < html_.size() && html_[at_] != '>') {
      if (text::is_space(html_[at_]) || html_[at_] == '/')
        ++at_;
      else
        attribute(attributes);
    }
    if (at_ < html_.size()) ++at_;
    tag.end = at_;
    return true;
  }

 private:
  void attribute(std::vector<HtmlAttribute>& attributes) {
    HtmlAttribute attribute;
    attribute.start = at_++;
    while (at_ < html_.size() && !text::is_space(html_[at_]) && std::string_view("=>/").find(html_[at_]) == std::string_view::npos)
      ++at_;
    attribute.name = text::to_lower_ascii(html_.substr(attribute.start, at_ - attribute.start));
    auto after = html_.find_first_not_of(text::kSpace, at_);
    if (after != std::string_view::npos && html_[after] == '=') {
      at_ = std::min(html_.find_first_not_of(text::kSpace, after + 1), html_.size());
      if (at_ < html_.size() && (html_[at_] == '"' || html_[at_] == '\'')) {
        const auto close = html_.find(html_[at_], at_ + 1);
        const auto end = std::min(close, html_.size());
        attribute.value = html_.substr(at_ + 1, end - at_ - 1);
        at_ = close == std::string_view::npos ? html_.size() : close + 1;
      } else {
        const auto from = at_;
        while (at_ < html_.size() && !text::is_space(html_[at_]) && html_[at_] != '>') ++at_;
        attribute.value = html_.substr(from, at_ - from);
      }
    }
    attribute.end = at_;
    attributes.push_back(std::move(attribute));
  }
  std::string_view html_;
  std::size_t at_ = 0;
};

}  // namespace

bool is_risky_tag(std::string_view name) { return std::ranges::binary_search(kRisky, name); }

Risk judge_attribute(std::string_view name, std::string_view value) {
  if (name.starts_with("on")) return Risk::attribute;
  if (name == "style") return is_harmless_style(value) ? Risk::none : Risk::style;
  if (std::ranges::find(kAddresses, name) == kAddresses.end()) return Risk::none;
  const auto address = text::trim(value);
  const auto colon = address.find(':');
  if (colon != std::string_view::npos) {
    const auto scheme = text::to_lower_ascii(address.substr(0, colon));
    if (scheme == "javascript" || scheme == "vbscript") return Risk::attribute;
  }
  if (address.empty() || address.starts_with('#')) return Risk::none;
  return text::split_uri(address).scheme ? Risk::none : Risk::relative;
}

void check_html(Check& check, const Subject& subject) {
  if (subject.text.find('<') == std::string_view::npos) return;
  SourceMap map(check, subject);
  TagScanner scanner(subject.text);
  Tag tag;
  std::vector<HtmlAttribute> attributes;
  Subject part = subject;
  while (scanner.next(tag, attributes)) {
    if (tag.closing) continue;
    if (is_risky_tag(tag.name)) {
      part.span = map.span(tag.start, tag.end);
      check.report("security-risk", part, {{"tag", tag.name}, {"value", tag.name}});
    }
    for (const auto& attribute : attributes) {
      const auto risk = judge_attribute(attribute.name, attribute.value);
      if (risk == Risk::none) continue;
      part.span = map.span(attribute.start, attribute.end);
      if (risk == Risk::attribute) check.report("security-risk-attr", part, {{"attr", attribute.name}});
      if (risk == Risk::style) check.report("dangerous-style-attr", part, {{"attr", "style"}, {"value", attribute.value}});
      if (risk == Risk::relative) check.report("contains-rel-ref", part, {{"value", attribute.value}});
    }
  }
}

std::string_view find_markup(std::string_view text) {
  for (std::size_t at = text.find_first_of("<&"); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
    auto end = at + 1;
    if (text[at] == '&') {
      // A character reference: &name; &#38; &#x26;
      if (end < text.size() && text[end] == '#') ++end;
      while (end < text.size() && end - at < 32 && (is_letter(text[end]) || (text[end] >= '0' && text[end] <= '9'))) ++end;
      if (end > at + 1 && end < text.size() && text[end] == ';') return text.substr(at, end + 1 - at);
      continue;
    }
    if (end < text.size() && text[end] == '/') ++end;
    const auto from = end;
    while (end < text.size() && is_name_character(text[end])) ++end;
    const auto name = text::to_lower_ascii(text.substr(from, end - from));
    if (!std::ranges::binary_search(kElements, name)) continue;
    const auto close = text.find_first_of("<>", end);
    if (close != std::string_view::npos && text[close] == '>') return text.substr(at, close + 1 - at);
  }
  return {};
}

void plain_text_or_blank(Check& check, const Subject& subject) {
  const auto markup = find_markup(subject.text);
  if (!markup.empty()) check.report("contains-html", subject, {{"value", markup}});
}

void plain_text(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text)) {
    check.report("not-blank", subject);
    return;
  }
  plain_text_or_blank(check, subject);
}

void html_text(Check& check, const Subject& subject) { check_html(check, subject); }

}  // namespace syndicat::validate
