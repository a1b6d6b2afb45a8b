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

// RFC 2047, section 4.2, where an underscore is a blank, and RFC 2045, section 6.7, where it is none.
std::string decode_quoted(std::string_view text, bool in_word) {
  std::string bytes;
  const auto digit = [](char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
                                  : -1;
  };
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '_' && in_word) {
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
    const auto bytes =
        base64 ? text::base64_decode(encoded).value_or(std::string(encoded)) : decode_quoted(encoded, true);
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

bool is_mail_header(const std::vector<Header>& headers) {
  constexpr std::array<std::string_view, 6> kOfMail = {"from",       "date",         "to",
                                                       "message-id", "mime-version", "content-type"};
  const bool subject = std::ranges::any_of(headers, [](const Header& header) { return header.name == "subject"; });
  return subject && std::ranges::any_of(headers, [&](const Header& header) {
           return std::ranges::find(kOfMail, header.name) != kOfMail.end();
         });
}

std::string_view value_of(const std::vector<Header>& headers, std::string_view name) {
  const auto found = std::ranges::find(headers, name, &Header::name);
  return found == headers.end() ? std::string_view{} : std::string_view(found->value);
}

// RFC 2045, section 5.1: "text/plain; charset=utf-8; boundary="x"".
std::string parameter_of(std::string_view value, std::string_view name) {
  for (auto at = value.find(';'); at != std::string_view::npos;) {
    const auto end = std::min(value.find(';', at + 1), value.size());
    const auto piece = text::trim(value.substr(at + 1, end - at - 1));
    const auto equals = piece.find('=');
    if (equals != std::string_view::npos && text::to_lower_ascii(text::trim(piece.substr(0, equals))) == name) {
      auto found = text::trim(piece.substr(equals + 1));
      if (found.size() > 1 && found.front() == '"' && found.back() == '"') found = found.substr(1, found.size() - 2);
      return std::string(found);
    }
    at = end < value.size() ? end : std::string_view::npos;
  }
  return {};
}

// RFC 2045, section 6.7: lines that end with "=" go on in the next.
std::string decode_quoted_printable(std::string_view body) {
  std::string joined;
  for (std::size_t start = 0; start < body.size();) {
    const auto end = std::min(body.find('\n', start), body.size());
    auto line = body.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool soft = line.ends_with('=');
    if (soft) line.remove_suffix(1);
    joined += decode_quoted(line, false);
    if (!soft) joined += '\n';
    start = end + 1;
  }
  return joined;
}

std::string decode_body(std::string_view body, const std::vector<Header>& headers) {
  const auto encoding = text::to_lower_ascii(text::trim(value_of(headers, "content-transfer-encoding")));
  auto bytes = std::string(body);
  if (encoding == "quoted-printable") bytes = decode_quoted_printable(body);
  if (encoding == "base64") {
    auto tight = bytes;
    std::erase_if(tight, [](char c) { return text::is_space(c); });
    bytes = text::base64_decode(tight).value_or(std::move(bytes));
  }
  if (text::is_utf8(bytes)) return bytes;
  const auto named = text::encoding_for_label(parameter_of(value_of(headers, "content-type"), "charset"));
  return text::decode(bytes, named ? *named : text::detect_encoding(bytes));
}

constexpr int kDeepestPart = 6;
constexpr int kMostParts = 100;

// The first part of the wanted type; empty where none is.
std::string find_part(std::string_view body, const std::vector<Header>& headers, std::string_view wanted, int depth,
                      int& parts) {
  const auto full = value_of(headers, "content-type");
  const auto type = text::to_lower_ascii(text::trim(full.substr(0, full.find(';'))));
  if (type.empty() ? wanted == "text/plain" : type == wanted) return decode_body(body, headers);
  const auto boundary = parameter_of(full, "boundary");
  if (!type.starts_with("multipart/") || boundary.empty() || depth >= kDeepestPart) return {};
  const auto mark = "--" + boundary;
  for (auto at = body.find(mark); at != std::string_view::npos && ++parts <= kMostParts;) {
    const auto start = body.find('\n', at + mark.size());
    if (body.substr(at + mark.size(), 2) == "--" || start == std::string_view::npos) break;
    const auto end = std::min(body.find(mark, start), body.size());
    auto part = body.substr(start + 1, end - std::min(start + 1, end));
    std::size_t head = 0;
    const auto own = read_headers(part, head);
    if (auto found = find_part(part.substr(head), own, wanted, depth + 1, parts); !found.empty()) return found;
    at = end < body.size() ? end : std::string_view::npos;
  }
  return {};
}

// Without the signature (RFC 3676, section 4.3) and the mail that is answered.
std::string own_words(std::string_view body) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start < body.size();) {
    const auto end = std::min(body.find('\n', start), body.size());
    auto line = body.substr(start, end - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line == "-- " || line == "--") break;
    lines.push_back(line);
    start = end + 1;
  }
  auto last = lines.size();
  while (last > 0 && (text::is_blank(lines[last - 1]) || lines[last - 1].starts_with('>'))) --last;
  const bool quoted = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(last), lines.end(),
                                  [](std::string_view line) { return line.starts_with('>'); });
  // "On Monday, Jane wrote:" may be broken into two lines.
  if (quoted && last > 1 && text::trim(lines[last - 1]).ends_with(':')) {
    --last;
    while (last > 0 && !text::is_blank(lines[last - 1])) --last;
    if (last > 0) lines.resize(last);
  }
  std::string kept;
  for (const auto line : lines) kept += std::string(line) + '\n';
  return kept;
}

}  // namespace

bool starts_as_mail(std::string_view bytes) {
  std::size_t end = 0;
  return is_mail_header(read_headers(bytes, end));
}

Mail take_mail(std::string_view text, model::Item& item) {
  std::size_t end = 0;
  const auto headers = read_headers(text, end);
  if (!is_mail_header(headers)) return {};
  for (const auto& header : headers) {
    const auto value = decode_words(header.value);
    if (header.name == "subject") item.title.value = text::collapse_space(value);
    if (header.name == "from" && !value.empty()) item.authors = {read_sender(value)};
    if (header.name == "date" && !value.empty()) item.published = model::Date{text::parse_rfc822(value), value};
  }
  Mail mail{true, false, {}};
  const auto body = text.substr(end);
  int parts = 0;
  mail.body = own_words(find_part(body, headers, "text/plain", 0, parts));
  if (text::is_blank(mail.body)) {
    parts = 0;
    mail.body = find_part(body, headers, "text/html", 0, parts);
    mail.is_html = !mail.body.empty();
  }
  if (mail.body.empty()) mail.body = body;
  return mail;
}

}  // namespace syndicat::extract
