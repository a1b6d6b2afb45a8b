#include "formats/markup.hpp"

#include <array>

#include "base/eight_bytes.hpp"
#include "html/document.hpp"
#include "html/sanitize.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_tag(std::string_view rest) {
  if (rest.size() < 3) return false;
  const bool starts = is_letter(rest[1]) || (rest[1] == '/' && is_letter(rest[2])) || rest.starts_with("<!--");
  return starts && rest.find('>') != std::string_view::npos;
}

bool is_reference(std::string_view rest) {
  constexpr std::size_t kLongestName = 33;
  std::size_t at = 1;
  const bool numeric = at < rest.size() && rest[at] == '#';
  if (numeric) ++at;
  const std::size_t first = at;
  while (at < rest.size() && at < kLongestName && (is_letter(rest[at]) || is_digit(rest[at]))) ++at;
  return at > first && at < rest.size() && rest[at] == ';' && (numeric || is_letter(rest[first]));
}

// Whether an address says by itself where it leads, or leads nowhere else.
bool stands_alone(std::string_view address) {
  address = text::trim(address);
  if (address.empty() || address[0] == '#') return true;
  if (!is_letter(address[0])) return false;
  for (const char c : address) {
    if (c == ':') return true;
    if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return false;
  }
  return false;
}

// Whether the fragment has a link or an image whose address depends on where it stands.
bool has_relative_address(std::string_view fragment) {
  constexpr std::array<std::string_view, 8> kNames = {"href", "src",    "poster", "srcset",
                                                      "cite", "action", "data",   "longdesc"};
  for (std::size_t equals = fragment.find('='); equals != std::string_view::npos;
       equals = fragment.find('=', equals + 1)) {
    std::size_t end = equals;
    while (end > 0 && text::is_space(fragment[end - 1])) --end;
    std::size_t first = end;
    while (first > 0 && end - first < 8 && is_letter(fragment[first - 1])) --first;
    const auto name = fragment.substr(first, end - first);
    bool is_address = false;
    const bool is_style = text::equals_ignoring_case(name, "style");
    for (const auto known : kNames) is_address = is_address || text::equals_ignoring_case(known, name);
    if (!is_address && !is_style) continue;
    std::size_t at = equals + 1;
    while (at < fragment.size() && text::is_space(fragment[at])) ++at;
    if (at == fragment.size()) return false;
    const char quote = fragment[at];
    const bool quoted = quote == '"' || quote == '\'';
    const auto rest = fragment.substr(quoted ? at + 1 : at);
    const auto value = rest.substr(0, quoted ? rest.find(quote) : rest.find_first_of(" \t\r\n>"));
    if (is_style ? text::to_lower_ascii(value).find("url(") != std::string::npos : !stands_alone(value)) return true;
  }
  return false;
}

}  // namespace

bool is_markup(std::string_view value) {
  const auto may_be = [](std::uint64_t word) { return any_is(word, '<') | any_is(word, '&'); };
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (at % 8 == 0) at = skip_words(value, at, may_be);
    if (at == value.size()) return false;
    const auto rest = value.substr(at);
    if ((rest[0] == '<' && is_tag(rest)) || (rest[0] == '&' && is_reference(rest))) return true;
  }
  return false;
}

std::string plain_of_html(std::string_view fragment) {
  if (!is_markup(fragment)) return text::collapse_space(fragment);
  const auto document = html::parse_fragment(std::string(fragment));
  return text::collapse_space(document.root().text());
}

std::string plain(const model::Text& text) {
  return text.kind == model::Text::Kind::plain ? text.value : plain_of_html(text.value);
}

std::string html(const model::Text& text) {
  return text.kind == model::Text::Kind::html ? text.value : text::escape_xml(text.value);
}

std::string safe_address(const std::string& url) {
  const std::string shown = html::sanitize("<a href=\"" + text::escape_xml_attribute(url) + "\">x</a>");
  return shown.find("href=") == std::string::npos ? std::string() : url;
}

std::size_t expected_size(const model::Feed& feed) {
  constexpr std::size_t kMarkup = 800;  // names, dates, addresses of an item
  std::size_t bytes = 4096;
  for (const auto& item : feed.items) {
    const std::size_t texts =
        item.content_html.size() + item.content_text.size() + item.summary.value.size() + item.title.value.size();
    bytes += kMarkup + texts + texts / 8;
  }
  return bytes;
}

std::string absolute(std::string fragment, std::string_view base, XmlBase xml_base) {
  const bool has_bases = xml_base == XmlBase::counts && fragment.find("xml:base") != std::string::npos;
  if (!has_bases && (base.empty() || !has_relative_address(fragment))) return fragment;
  return html::absolutize(fragment, base, xml_base);
}

model::Text guess_text(std::string value) {
  const auto kind = is_markup(value) ? model::Text::Kind::html : model::Text::Kind::plain;
  return {kind, std::move(value)};
}

}  // namespace syndicat::formats
