#include "formats/markup.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "base/eight_bytes.hpp"
#include "html/document.hpp"
#include "html/names.hpp"
#include "html/sanitize.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Tells the tags of HTML from what merely looks like one: "List<String>" and "<branch-name>" are words that people
// write, and a reader of HTML would show nothing of them. Linear in the text.
class Tags {
 public:
  explicit Tags(std::string_view text) : text_(text) {}

  // Whether a tag or a comment starts at the "<" at `at`; to be asked from the front to the back.
  bool start_at(std::size_t at) {
    if (!last_end_) last_end_ = text_.rfind('>');
    if (*last_end_ == std::string_view::npos || *last_end_ < at + 2) return false;
    const auto rest = text_.substr(at);
    if (rest.starts_with("<!--")) return true;
    const bool is_end = rest[1] == '/';
    const auto name = name_at(at + (is_end ? 2 : 1));
    if (name.empty()) return false;
    const std::string lower = text::to_lower_ascii(name);
    const auto known = html::known_name(lower);
    // In a drawing or a formula names are not ours to judge.
    in_foreign_ = in_foreign_ || lower == "svg" || lower == "math";
    if (in_foreign_) return true;
    // Types of programming languages have names such as "Object"; tags are written in one case.
    const bool is_element = html::has_trait(known, html::names::traits::html);
    const bool in_one_case = name == lower || name == upper(lower);
    if (is_element && in_one_case && (is_end || !swallows(known, lower))) return true;
    if (is_element && html::has_trait(known, html::names::traits::void_element)) return true;
    // Others count where they are closed, as custom elements and Office's own are.
    const bool may_be = is_element || lower.find_first_of("-:") != std::string::npos;
    return may_be && lower.find("::") == std::string::npos && (is_end || closed().contains(lower));
  }

 private:
  // The name there, which ends where HTML's does (section 13.2.5.8).
  std::string_view name_at(std::size_t at) const {
    constexpr std::size_t kLongest = 64;
    if (at >= text_.size() || !is_letter(text_[at])) return {};
    const auto name = text_.substr(at, kLongest);
    return name.substr(0, name.find_first_of(" \t\r\n\f/><"));
  }
  // Whether a reader sees nothing of what is inside the element: where that is never closed, it is spoken of.
  static bool swallows(html::Name known, std::string_view name) {
    constexpr std::array<std::string_view, 9> kNames = {"audio",    "canvas",   "datalist", "object", "select",
                                                        "template", "textarea", "title",    "video"};
    return html::has_trait(known, html::names::traits::raw) ||
           std::find(kNames.begin(), kNames.end(), name) != kNames.end();
  }
  static std::string upper(std::string lower) {
    for (char& c : lower)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return lower;
  }
  // The names that end tags have, in lower case; gathered when first asked for.
  const std::set<std::string>& closed() {
    if (!closed_) {
      closed_.emplace();
      for (auto at = text_.find("</"); at != std::string_view::npos; at = text_.find("</", at + 2))
        if (const auto name = name_at(at + 2); !name.empty()) closed_->insert(text::to_lower_ascii(name));
    }
    return *closed_;
  }

  std::string_view text_;
  std::optional<std::size_t> last_end_;
  bool in_foreign_ = false;
  std::optional<std::set<std::string>> closed_;
};

bool is_reference(std::string_view rest) {
  constexpr std::size_t kLongestName = 33;
  std::size_t at = 1;
  const bool numeric = at < rest.size() && rest[at] == '#';
  if (numeric) ++at;
  const std::size_t first = at;
  while (at < rest.size() && at < kLongestName && (is_letter(rest[at]) || is_digit(rest[at]))) ++at;
  return at > first && at < rest.size() && rest[at] == ';' && (numeric || is_letter(rest[first]));
}

// The "<" escaped where a reader of HTML would take words for a tag.
std::string with_words_escaped(std::string value) {
  Tags tags(value);
  std::string escaped;
  std::size_t copied = 0;
  for (auto at = value.find('<'); at != std::string::npos; at = value.find('<', at + 1)) {
    const char next = at + 1 < value.size() ? value[at + 1] : ' ';
    if (!(is_letter(next) || next == '/') || tags.start_at(at)) continue;
    escaped.append(value, copied, at - copied).append("&lt;");
    copied = at + 1;
  }
  if (copied == 0) return value;
  return escaped.append(value, copied);
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
  Tags tags(value);
  const auto may_be = [](std::uint64_t word) { return any_is(word, '<') | any_is(word, '&'); };
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (at % 8 == 0) at = skip_words(value, at, may_be);
    if (at == value.size()) return false;
    const auto rest = value.substr(at);
    if ((rest[0] == '<' && tags.start_at(at)) || (rest[0] == '&' && is_reference(rest))) return true;
  }
  return false;
}

std::string plain_of_html(std::string_view fragment) {
  if (fragment.find_first_of("<&") == std::string_view::npos) return text::collapse_space(fragment);
  const auto document = html::parse_fragment(std::string(fragment));
  return text::collapse_space(document.root().block_text());
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
  if (!is_markup(value)) return {model::Text::Kind::plain, std::move(value)};
  return {model::Text::Kind::html, with_words_escaped(std::move(value))};
}

}  // namespace syndicat::formats
