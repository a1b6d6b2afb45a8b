#include "extract/mail.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "text/date.hpp"
#include "text/digest.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

struct Header {
  std::string name, value;
};

bool is_header_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c < 127 && c != ':'; });
}

std::string decode_quoted(std::string_view text) {  // RFC 2047, section 4.2
  std::string bytes;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '_') {
      bytes += ' ';
    } else if (text[at] == '=' && at + 2 < text.size() && digit(text[at + 1]) >= 0 && digit(text[at + 2]) >= 0) {
      bytes += static_cast<char>(digit(text[at + 1]) * 16 + digit(text[at + 2]));
      at += 2;
    } else {
      bytes += text[at];
    }
  }
  return bytes;
}

// Encoded words (RFC 2047): "=?utf-8?B?...?=". What is none stays as it is.
std::string decode_words(std::string_view value) {
  std::string text;
  while (!value.empty()) {
    const auto start = value.find("=?");
    if (start == std::string_view::npos) break;
    const auto charset_end = value.find('?', start + 2);
    const auto kind_end = charset_end == std::string_view::npos ? charset_end : value.find('?', charset_end + 1);
    const auto end = kind_end == std::string_view::npos ? kind_end : value.find("?=", kind_end + 1);
    if (end == std::string_view::npos || kind_end != charset_end + 2) break;
    // White space between two encoded words is none (section 6.2).
    const auto before = value.substr(0, start);
    if (!(text::is_blank(before) && !text.empty())) text += before;
    const auto charset = value.substr(start + 2, charset_end - start - 2);
    const auto encoded = value.substr(kind_end + 1, end - kind_end - 1);
    const bool base64 = value[charset_end + 1] == 'B' || value[charset_end + 1] == 'b';
    const auto bytes = base64 ? text::base64_decode(encoded).value_or(std::string(encoded)) : decode_quoted(encoded);
    text += text::decode(bytes, charset);
    value.remove_prefix(end + 2);
  }
  return text + std::string(value);
}

std::vector<Header> read_headers(std::string_view text, std::size_t& end) {
  std::vector<Header> headers;
  std::size_t at = 0;
  while (at < text.size()) {
    const auto line_end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, line_end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) break;
    if (text::is_space(line[0])) {  // a folded line goes on with the one before
      if (headers.empty()) return {};
      headers.back().value += " " + std::string(text::trim(line));
    } else {
      const auto colon = line.find(':');
      if (colon == std::string_view::npos || !is_header_name(line.substr(0, colon))) return {};
      headers.push_back({text::to_lower_ascii(line.substr(0, colon)), std::string(text::trim(line.substr(colon + 1)))});
    }
    at = line_end + 1;
    if (headers.size() > 200) return {};
  }
  end = std::min(at, text.size());
  return headers;
}

// "Aksana Lis <lis@example>" or "lis@example (Aksana Lis)" or an address alone.
model::Person read_sender(std::string_view value) {
  model::Person person;
  const auto strip = [](std::string_view text) {
    text = text::trim(text);
    if (text.size() > 1 && text.front() == '"' && text.back() == '"') text = text.substr(1, text.size() - 2);
    return std::string(text::trim(text));
  };
  if (const auto open = value.find('<'); open != std::string_view::npos) {
    person.name = strip(value.substr(0, open));
    person.email = strip(value.substr(open + 1, value.find('>', open) - open - 1));
  } else if (const auto bracket = value.find('('); bracket != std::string_view::npos) {
    person.email = strip(value.substr(0, bracket));
    person.name = strip(value.substr(bracket + 1, value.find(')', bracket) - bracket - 1));
  } else if (value.find('@') != std::string_view::npos) {
    person.email = strip(value);
  } else {
    person.name = strip(value);
  }
  return person;
}

}  // namespace

void take_mail_headers(std::string& text, model::Item& item) {
  std::size_t end = 0;
  const auto headers = read_headers(text, end);
  constexpr std::array<std::string_view, 6> kOfMail = {"from",       "date",         "to",
                                                       "message-id", "mime-version", "content-type"};
  const auto is_subject = [](const Header& header) { return header.name == "subject"; };
  const auto of_mail = std::ranges::count_if(
      headers, [&](const Header& header) { return std::ranges::find(kOfMail, header.name) != kOfMail.end(); });
  if (of_mail == 0 || std::ranges::none_of(headers, is_subject)) return;
  for (const auto& header : headers) {
    const auto value = decode_words(header.value);
    if (header.name == "subject") item.title.value = text::collapse_space(value);
    if (header.name == "from" && !value.empty()) item.authors = {read_sender(value)};
    if (header.name == "date" && !value.empty()) item.published = model::Date{text::parse_rfc822(value), value};
  }
  text.erase(0, end);
}

}  // namespace syndicat::extract
