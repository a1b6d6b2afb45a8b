#include "validate/html.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "text/character_reference.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/source_map.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

// What readers take out, with all that is in it or without: it runs, loads or belongs to a whole page.
// clang-format off
constexpr std::array kRisky = std::to_array<std::string_view>({
    "applet", "base",  "basefont", "bgsound", "body",   "embed",     "frame",  "frameset", "head",
    "html",   "iframe", "ilayer",   "isindex", "layer",  "link",      "listing", "meta",    "noframes",
    "object", "param", "plaintext", "script",  "style",  "title",     "xml",
});
// clang-format on

constexpr std::array kAddresses = std::to_array<std::string_view>({
    "action",
    "background",
    "cite",
    "codebase",
    "data",
    "dynsrc",
    "formaction",
    "href",
    "icon",
    "longdesc",
    "lowsrc",
    "manifest",
    "poster",
    "src",
    "usemap",
    "xlink:href",
});

// Elements whose content is no markup, whatever it looks like (HTML Standard, sections 13.1.2.1 and 13.2.6.2). There a
// reference of HTML may stand in two of them; nothing is asked about that.
constexpr std::array kTextOnly =
    std::to_array<std::string_view>({"iframe", "noembed", "noframes", "script", "style", "textarea", "title", "xmp"});

// HTML's elements, those of old included: what else stands between < and > is rather text.
// clang-format off
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
// clang-format on

// Elements that stand alone, and those whose end tag may be left out (HTML Standard, 13.1.2).
// clang-format off
constexpr std::array kVoid = std::to_array<std::string_view>({
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta",
    "param", "source", "track", "wbr",
});
// clang-format on
// clang-format off
constexpr std::array kMayStayOpen = std::to_array<std::string_view>({
    "body", "colgroup", "dd", "dt", "head", "html", "li", "optgroup", "option", "p", "rb", "rp", "rt", "rtc", "tbody",
    "td", "tfoot", "th", "thead", "tr",
});
// clang-format on

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
  std::string_view value;  // as written, with its character references
  std::size_t start = 0, end = 0;
};

// Walks the tags of a text once, from the front (HTML Standard, 13.2.5, as far as tags go).
class TagScanner {
 public:
  explicit TagScanner(std::string_view html, std::size_t from = 0) : html_(html), at_(from) {}

  // Where it looks on: behind the last tag, and behind the text of an element that holds nothing but text.
  std::size_t position() const { return at_; }

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
      if (text::is_space(html_[at_]) || html_[at_] == '/') ++at_;
      else attribute(attributes);
    }
    if (at_ < html_.size()) ++at_;
    tag.end = at_;
    // SVG has a <title> and a <style> as well, which are like other elements there.
    if (tag.name == "svg" || tag.name == "math") is_foreign_ = !tag.closing && html_[at_ - 2] != '/';
    if (!tag.closing && !is_foreign_ && std::ranges::binary_search(kTextOnly, std::string_view(tag.name)))
      pass_text(tag.name);
    return true;
  }

 private:
  // To the end tag of that name, or to the end of all.
  void pass_text(std::string_view name) {
    for (at_ = html_.find("</", at_); at_ < html_.size(); at_ = html_.find("</", at_ + 2)) {
      const auto end = at_ + 2 + name.size();
      if (!text::equals_ignoring_case(html_.substr(at_ + 2, name.size()), name)) continue;
      if (end >= html_.size() || text::is_space(html_[end]) || html_[end] == '>' || html_[end] == '/') return;
    }
    at_ = html_.size();
  }
  void attribute(std::vector<HtmlAttribute>& attributes) {
    HtmlAttribute attribute;
    attribute.start = at_++;
    while (at_ < html_.size() && !text::is_space(html_[at_]) &&
           std::string_view("=>/").find(html_[at_]) == std::string_view::npos)
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
  bool is_foreign_ = false;
};

// An attribute's value as it is meant: "&#109;ailto&colon;" is "mailto:" (HTML Standard, section 13.2.5.36).
std::string decode_references(std::string_view written) {
  std::string out;
  while (!written.empty()) {
    const auto mark = written.find('&');
    out += written.substr(0, mark);
    if (mark == std::string_view::npos) break;
    written.remove_prefix(mark);
    const auto reference = text::read_reference(written, true, out);
    if (reference.length == 0) out += '&';
    written.remove_prefix(std::max<std::size_t>(reference.length, 1));
  }
  return out;
}

// The name that stands twice among a tag's attributes (HTML Standard, section 13.1.2.3); empty: none.
std::string_view repeated_name(const std::vector<HtmlAttribute>& attributes) {
  std::set<std::string_view> names;
  for (const auto& attribute : attributes)
    if (!names.insert(attribute.name).second) return attribute.name;
  return {};
}

// Whether what is opened is closed, in the right order; told once a text.
class Balance {
 public:
  // What is wrong, in words; empty: nothing.
  std::string take(const Tag& tag) {
    if (!is_html_element(tag.name) && !is_custom_element(tag.name))
      return is_foreign_ || tag.name.find(':') != std::string::npos ? "" : fmt::format("<{}> is no element", tag.name);
    if (std::ranges::binary_search(kVoid, std::string_view(tag.name)))
      return tag.closing ? fmt::format("</{}> closes nothing, as <{}> stands alone", tag.name, tag.name)
                         : std::string();
    if (tag.name == "svg" || tag.name == "math") is_foreign_ = !tag.closing;
    if (!tag.closing) {
      if (open_.size() < kMost) open_.push_back(tag.name);
      return {};
    }
    auto at = open_.size();
    while (at > 0 && open_[at - 1] != tag.name &&
           std::ranges::binary_search(kMayStayOpen, std::string_view(open_[at - 1])))
      --at;
    if (at > 0 && open_[at - 1] == tag.name) {
      open_.resize(at - 1);
      return {};
    }
    if (open_.size() >= kMost || tag.name == "p") return {};  // </p> alone makes an empty paragraph
    return open_.empty() ? fmt::format("</{}> closes nothing", tag.name)
                         : fmt::format("</{}> stands where </{}> is due", tag.name, open_.back());
  }
  std::string end() const {
    for (const auto& name : open_)
      if (!std::ranges::binary_search(kMayStayOpen, std::string_view(name)))
        return fmt::format("<{}> is not closed", name);
    return {};
  }

 private:
  static constexpr std::size_t kMost = 512;
  std::vector<std::string> open_;
  bool is_foreign_ = false;
};

// The name of the element that holds text only and begins with these letters behind its "<"; empty: it is another.
std::string_view text_only_name(std::string_view rest) {
  for (const auto name : kTextOnly) {
    if (!text::equals_ignoring_case(rest.substr(0, name.size()), name)) continue;
    const char next = rest.size() > name.size() ? rest[name.size()] : '>';
    if (text::is_space(next) || next == '>' || next == '/') return name;
  }
  return {};
}

// What a parser of HTML calls a parse error without looking at tags (HTML Standard, section 13.2.2): a "<" that begins
// nothing, and a reference to no character, by number or by a name that nobody knows.
Span find_flaw(std::string_view html, bool as_w3c) {
  std::string characters;
  for (auto at = html.find_first_of("<&"); at != std::string_view::npos; at = html.find_first_of("<&", at + 1)) {
    const auto rest = html.substr(at + 1);
    if (html[at] == '<') {
      if (rest.starts_with("!--")) {
        const auto close = html.find("-->", at);
        if (close == std::string_view::npos) return {at, at + 4};
        at = close;
        continue;
      }
      const char next = rest.empty() ? ' ' : rest.front();
      if (const auto name = text_only_name(rest); !name.empty()) {
        Tag tag;
        std::vector<HtmlAttribute> attributes;
        TagScanner scanner(html, at);
        if (scanner.next(tag, attributes)) at = scanner.position() - 1;
        continue;
      }
      if (!is_letter(next) && next != '/' && next != '!' && (next != '?' || !as_w3c))
        return {at, std::min(at + 2, html.size())};
      continue;
    }
    if (!rest.starts_with('#')) {
      characters.clear();
      const auto reference = text::read_reference(html.substr(at), false, characters);
      if (reference.error == "unknown-named-character-reference") {
        return {at, at + reference.error_at + 1};
      }
      // As in an attribute, where "&copy=" is no reference: here nobody asks in which of the two it stands.
      characters.clear();
      const auto open = text::read_reference(html.substr(at), true, characters);
      if (!as_w3c && open.length > 0 && open.error == "missing-semicolon-after-character-reference")
        return {at, at + open.length};
      continue;
    }
    const bool hex = rest.size() > 1 && (rest[1] | 0x20) == 'x';
    std::size_t end = hex ? 2 : 1;
    std::uint32_t number = 0;
    const auto first = end;
    for (; end < rest.size() && end < first + 9; ++end) {
      const char c = static_cast<char>(rest[end] | 0x20);
      const int digit = rest[end] >= '0' && rest[end] <= '9' ? rest[end] - '0'
                        : hex && c >= 'a' && c <= 'f'        ? c - 'a' + 10
                                                             : -1;
      if (digit < 0) break;
      number = std::min<std::uint32_t>(number * (hex ? 16U : 10U) + static_cast<std::uint32_t>(digit), 0x200000U);
    }
    const bool nobody = number == 0 || number > 0x10FFFF || (number >= 0xD800 && number <= 0xDFFF) ||
                        (number >= 0x80 && number <= 0x9F);
    if (end == first || nobody) return {at, std::min(at + end + 2, html.size())};
  }
  return {0, 0};
}

void check_tags(Check& check, const Subject& subject, bool sound, Extent extent);

}  // namespace

bool is_risky_tag(std::string_view name) { return std::ranges::binary_search(kRisky, name); }

Risk judge_attribute(std::string_view name, std::string_view value) {
  if (name.starts_with("on")) return Risk::attribute;
  if (name == "style") return is_harmless_style(value) ? Risk::none : Risk::style;
  auto worst = Risk::none;
  for (const auto address : addresses_in(name, value)) {
    const auto risk = judge_address(address);
    if (risk == Risk::attribute) return risk;
    if (risk == Risk::relative) worst = risk;
  }
  return worst;
}

std::vector<std::string_view> addresses_in(std::string_view name, std::string_view value) {
  if (std::ranges::find(kAddresses, name) != kAddresses.end()) return {text::trim(value)};
  if (name != "srcset" && name != "imagesrcset") return {};
  std::vector<std::string_view> addresses;
  const auto is_between = [](char c) { return c == ',' || text::is_space(c); };
  for (;;) {
    while (!value.empty() && is_between(value.front())) value.remove_prefix(1);
    if (value.empty()) return addresses;
    auto address = value.substr(0, value.find_first_of(text::kSpace));
    value.remove_prefix(address.size());
    const bool ends_here = address.ends_with(',');
    while (address.ends_with(',')) address.remove_suffix(1);
    addresses.push_back(address);
    if (!ends_here) value.remove_prefix(std::min(value.find(','), value.size()));
  }
}

Risk judge_address(std::string_view value) {
  // Browsers pass over control characters before an address, and line ends and tabs wherever they stand in it (the URL
  // standard, section 4.4).
  while (!value.empty() && static_cast<unsigned char>(value.front()) <= 0x20) value.remove_prefix(1);
  std::string whole(text::trim(value));
  std::erase_if(whole, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  const std::string_view address = whole;
  const auto colon = address.find(':');
  if (colon != std::string_view::npos) {
    const auto scheme = text::to_lower_ascii(address.substr(0, colon));
    if (scheme == "javascript" || scheme == "vbscript") return Risk::attribute;
  }
  if (address.empty() || address.starts_with('#')) return Risk::none;
  return text::split_uri(address).scheme ? Risk::none : Risk::relative;
}

bool is_part_of_page(std::string_view name) {
  return name == "html" || name == "head" || name == "body" || name == "title" || name == "meta";
}

bool is_whole_page(std::string_view html) {
  html = text::trim(html);
  const auto begins = [&](std::string_view start) {
    return text::equals_ignoring_case(html.substr(0, start.size()), start);
  };
  return begins("<!doctype html") || begins("<html>") || begins("<html ");
}

void check_html(Check& check, const Subject& subject, Extent extent) {
  if (const auto place = find_flaw(subject.text, check.strict_as_w3c()); place.end > 0) {
    SourceMap places(check, subject);
    auto part = subject;
    part.span = places.span(place.start, place.end);
    check.report("not-html", part, {{"value", subject.text.substr(place.start, place.end - place.start)}});
    return check_tags(check, subject, false, extent);
  }
  check_tags(check, subject, true, extent);
}

namespace {

void check_tags(Check& check, const Subject& subject, bool sound, Extent extent) {
  if (subject.text.find('<') == std::string_view::npos) return;
  // Internet Explorer's way to load code into a page.
  if (subject.text.find("<?import") != std::string_view::npos)
    check.report("security-risk", subject, {{"tag", "?import"}, {"value", "?import"}});
  // Each is asked in the order of the text.
  SourceMap tags(check, subject), map(check, subject), values(check, subject);
  TagScanner scanner(subject.text);
  Tag tag;
  std::vector<HtmlAttribute> attributes;
  Subject part = subject;
  Balance balance;
  const auto unsound = [&](std::string words, Span place) {
    if (words.empty() || !sound) return;
    sound = false;
    part.span = place;
    check.report("not-html", part, {{"value", words}});
  };
  while (scanner.next(tag, attributes)) {
    std::optional<Span> known;
    const auto place_of_tag = [&] {
      if (!known) known = tags.span(tag.start, tag.end);
      return *known;
    };
    if (sound) {
      if (auto words = balance.take(tag); !words.empty()) unsound(std::move(words), place_of_tag());
    }
    if (tag.closing) continue;
    if (const auto name = repeated_name(attributes); !name.empty() && !check.strict_as_w3c())
      unsound(fmt::format("<{}> has {} twice", tag.name, shorten(name)), place_of_tag());
    if (is_risky_tag(tag.name) && !(extent == Extent::page && is_part_of_page(tag.name))) {
      part.span = place_of_tag();
      check.report("security-risk", part, {{"tag", tag.name}, {"value", tag.name}});
    }
    for (const auto& attribute : attributes) {
      const auto value = decode_references(attribute.value);
      const auto risk = judge_attribute(attribute.name, value);
      if (risk == Risk::none || (risk == Risk::relative && check.has_own_base())) continue;
      part.span = map.span(attribute.start, attribute.end);
      if (risk == Risk::attribute) check.report("security-risk-attr", part, {{"attr", attribute.name}});
      if (risk == Risk::style) check.report("dangerous-style-attr", part, {{"attr", "style"}, {"value", value}});
      if (risk != Risk::relative) continue;
      for (const auto written : addresses_in(attribute.name, attribute.value)) {
        const auto address = decode_references(written);
        if (judge_address(address) != Risk::relative) continue;
        auto* finding = check.report("contains-rel-ref", part, {{"value", address}});
        if (finding == nullptr) continue;
        const auto from = static_cast<std::size_t>(written.data() - subject.text.data());
        offer_whole_address(finding, check, address, values.span(from, from + written.size()).start);
      }
    }
  }
  unsound(balance.end(), subject.span);
}

}  // namespace

bool is_html_element(std::string_view name) { return std::ranges::binary_search(kElements, name); }

bool is_custom_element(std::string_view name) {
  return !name.empty() && is_letter(name.front()) && name.find('-') != std::string_view::npos &&
         std::ranges::all_of(name, [](char c) {
           return (is_name_character(c) && c != ':') || c == '.' || static_cast<unsigned char>(c) >= 0x80;
         });
}

namespace {

// The markup that begins at or behind `from`; `from` moves to it.
std::string_view next_markup(std::string_view text, std::size_t& from) {
  for (auto at = text.find_first_of("<&", from); at != std::string_view::npos; at = text.find_first_of("<&", at + 1)) {
    from = at;
    auto end = at + 1;
    if (text[at] == '&') {
      // A character reference: &name; &#38; &#x26;
      if (end < text.size() && text[end] == '#') ++end;
      while (end < text.size() && end - at < 32 && (is_letter(text[end]) || (text[end] >= '0' && text[end] <= '9')))
        ++end;
      if (end > at + 1 && end < text.size() && text[end] == ';') return text.substr(at, end + 1 - at);
      continue;
    }
    if (end < text.size() && text[end] == '/') ++end;
    const auto name_start = end;
    while (end < text.size() && end - at < 32 && is_name_character(text[end])) ++end;
    if (!is_html_element(text::to_lower_ascii(text.substr(name_start, end - name_start)))) continue;
    const auto close = text.find_first_of("<>", end);
    if (close != std::string_view::npos && text[close] == '>') return text.substr(at, close + 1 - at);
  }
  return {};
}

}  // namespace

std::string_view find_markup(std::string_view text) {
  std::size_t from = 0;
  return next_markup(text, from);
}

// RSS's profile and common sense: who writes &#x3C; means the character, not a tag.
std::string_view find_markup(Check& check, const Subject& subject) {
  std::size_t from = 0;
  auto markup = next_markup(subject.text, from);
  if (markup.empty() || check.syntax() == Check::Syntax::json) return markup;
  SourceMap map(check, subject);
  while (!markup.empty()) {
    const auto place = map.span(from, from + 1);
    const auto written = text::to_lower_ascii(check.text().substr(place.start, place.end - place.start));
    if (written != "&#x3c;" && written != "&#x26;") return markup;
    ++from;
    markup = next_markup(subject.text, from);
  }
  return {};
}

void plain_text_or_blank(Check& check, const Subject& subject) {
  bad_characters(check, subject);
  const auto markup = find_markup(check, subject);
  if (!markup.empty()) check.report("contains-html", subject, {{"value", markup}});
}

void plain_text(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text)) {
    check.report("not-blank", subject);
    return;
  }
  plain_text_or_blank(check, subject);
}

void html_text(Check& check, const Subject& subject) {
  bad_characters(check, subject);
  check_html(check, subject);
}

}  // namespace syndicat::validate
