#include "http/fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "text/unicode.hpp"

namespace syndicat::http {
namespace {

using text::trim;

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// RFC 9110, section 5.6.2.
bool is_token(std::string_view name) {
  constexpr std::string_view kMarks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [&](char c) {
    return is_letter_or_digit(c) || kMarks.find(c) != std::string_view::npos;
  });
}

struct Reason {
  int status;
  std::string_view phrase;
};
// clang-format off
constexpr std::array kReasons = {
    Reason{200, "OK"},
    Reason{201, "Created"},
    Reason{202, "Accepted"},
    Reason{204, "No Content"},
    Reason{300, "Multiple Choices"},
    Reason{301, "Moved Permanently"},
    Reason{302, "Found"},
    Reason{303, "See Other"},
    Reason{304, "Not Modified"},
    Reason{307, "Temporary Redirect"},
    Reason{308, "Permanent Redirect"},
    Reason{400, "Bad Request"},
    Reason{401, "Unauthorized"},
    Reason{402, "Payment Required"},
    Reason{403, "Forbidden"},
    Reason{404, "Not Found"},
    Reason{405, "Method Not Allowed"},
    Reason{406, "Not Acceptable"},
    Reason{407, "Proxy Authentication Required"},
    Reason{408, "Request Timeout"},
    Reason{409, "Conflict"},
    Reason{410, "Gone"},
    Reason{411, "Length Required"},
    Reason{413, "Content Too Large"},
    Reason{414, "URI Too Long"},
    Reason{415, "Unsupported Media Type"},
    Reason{421, "Misdirected Request"},
    Reason{422, "Unprocessable Content"},
    Reason{426, "Upgrade Required"},
    Reason{429, "Too Many Requests"},       // RFC 6585
    Reason{451, "Unavailable For Legal Reasons"},  // RFC 7725
    Reason{500, "Internal Server Error"},
    Reason{501, "Not Implemented"},
    Reason{502, "Bad Gateway"},
    Reason{503, "Service Unavailable"},
    Reason{504, "Gateway Timeout"},
};
// clang-format on

// Where the value of a parameter ends, and the value: a token, or a quoted string (RFC 9110, section 5.6.4).
std::string parameter_value(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.front() != '"') return std::string(trim(text.substr(0, text.find(';'))));
  std::string value;
  for (std::size_t i = 1; i < text.size() && text[i] != '"'; ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) ++i;
    value += text[i];
  }
  return std::string(trim(value));
}

// The next `mark` outside a quoted string and outside <...>, or the end.
std::size_t end_of_part(std::string_view text, char mark) {
  bool quoted = false, in_brackets = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quoted && text[i] == '\\') {
      ++i;
    } else if (quoted) {
      quoted = text[i] != '"';
    } else if (in_brackets) {
      in_brackets = text[i] != '>';
    } else if (text[i] == mark) {
      return i;
    } else {
      quoted = text[i] == '"';
      in_brackets = text[i] == '<';
    }
  }
  return text.size();
}

// The first parameter of that name in ";a=b;c=d".
std::optional<std::string> parameter(std::string_view text, std::string_view name) {
  while (!text.empty()) {
    text.remove_prefix(1);  // the ';'
    const auto part = text.substr(0, end_of_part(text, ';'));
    text.remove_prefix(part.size());
    const auto equals = std::min(part.find('='), part.size());
    if (!text::equals_ignoring_case(trim(part.substr(0, equals)), name)) continue;
    return equals < part.size() ? parameter_value(part.substr(equals + 1)) : std::string();
  }
  return std::nullopt;
}

// Whether a blank-separated list of relations has that one.
bool has_relation(std::string_view list, std::string_view relation) {
  for (auto rest = trim(list); !rest.empty();) {
    const auto word = rest.substr(0, rest.find_first_of(text::kSpace));
    if (text::equals_ignoring_case(word, relation)) return true;
    rest = trim(rest.substr(word.size()));
  }
  return false;
}

// The first line of a short plain-text body: hubs and webhooks say there what they did not like.
std::string first_words(const Response& response) {
  if (parse_media_type(response.headers.get("Content-Type")).type != "text/plain") return {};
  constexpr std::size_t kMost = 160;
  std::string_view line = trim(response.body);
  line = trim(line.substr(0, std::min(line.find_first_of("\r\n"), kMost)));
  const bool printable = std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; });
  return printable ? std::string(line) : std::string();
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const auto small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string form_decode(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escape =
        text[i] == '%' && i + 2 < text.size() && hexadecimal(text[i + 1]) >= 0 && hexadecimal(text[i + 2]) >= 0;
    if (escape) {
      decoded += static_cast<char>(hexadecimal(text[i + 1]) * 16 + hexadecimal(text[i + 2]));
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

std::string form_encode(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
    if (plain) encoded += c;
    else encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace

std::string_view Headers::get(std::string_view name) const {
  for (const auto& [field, value] : fields)
    if (text::equals_ignoring_case(field, name)) return trim(value);
  return {};
}

std::vector<std::string_view> Headers::all(std::string_view name) const {
  std::vector<std::string_view> values;
  for (const auto& [field, value] : fields)
    if (text::equals_ignoring_case(field, name)) values.push_back(trim(value));
  return values;
}

void Headers::set(std::string_view name, std::string_view value) {
  fields.erase(std::remove_if(fields.begin(), fields.end(),
                              [&](const auto& field) { return text::equals_ignoring_case(field.first, name); }),
               fields.end());
  fields.emplace_back(name, value);
}

MediaType parse_media_type(std::string_view written) {
  MediaType media;
  const auto end = end_of_part(written, ';');
  media.type = text::to_lower_ascii(trim(written.substr(0, end)));
  media.charset = parameter(written.substr(end), "charset").value_or("");
  return media;
}

void add_header_line(Headers& headers, std::string_view line) {
  const bool continues = !line.empty() && (line.front() == ' ' || line.front() == '\t');
  if (continues && !headers.fields.empty()) {
    headers.fields.back().second += fmt::format(" {}", trim(line));
    return;
  }
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return;
  headers.fields.emplace_back(line.substr(0, colon), trim(line.substr(colon + 1)));
}

std::string waiting_time(const Headers& headers) {
  const auto written = headers.get("Retry-After");
  if (written.empty() || written.size() > 40) return {};
  std::uint32_t seconds = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), seconds);
  if (error == std::errc() && end == written.data() + written.size())
    return fmt::format("asks to wait {} second{}", seconds, seconds == 1 ? "" : "s");
  const bool date = written.size() > 20 && std::all_of(written.begin(), written.end(), [](char c) {
                      return is_letter_or_digit(c) || c == ' ' || c == ',' || c == ':' || c == '-' || c == '+';
                    });
  return date ? fmt::format("asks to wait until {}", written) : std::string();
}

std::string describe_refusal(const Response& response) {
  std::string words = fmt::format("answered {}", response.status);
  if (const auto reason = reason_phrase(response.status); !reason.empty()) words += fmt::format(" ({})", reason);
  const auto location = response.headers.get("Location");
  if (response.status >= 300 && response.status < 400 && !location.empty())
    words += fmt::format(" and points to {}", without_password(location));
  if (const auto said = first_words(response); !said.empty()) words += fmt::format(" and says \"{}\"", said);
  if (const auto wait = waiting_time(response.headers); !wait.empty()) words += fmt::format(" and {}", wait);
  return words;
}

std::string_view reason_phrase(int status) {
  for (const auto& reason : kReasons)
    if (reason.status == status) return reason.phrase;
  return {};
}

std::vector<std::string> links(const Headers& headers, std::string_view relation) {
  std::vector<std::string> found;
  for (auto field : headers.all("Link")) {
    while (!field.empty()) {
      const auto link = trim(field.substr(0, end_of_part(field, ',')));
      field.remove_prefix(std::min(field.size(), end_of_part(field, ',') + 1));
      const auto close = link.find('>');
      if (link.empty() || link.front() != '<' || close == std::string_view::npos) continue;
      auto parameters = link.substr(close + 1);
      parameters.remove_prefix(end_of_part(parameters, ';'));
      if (has_relation(parameter(parameters, "rel").value_or(""), relation) && !parameter(parameters, "anchor"))
        found.emplace_back(trim(link.substr(1, close - 1)));
    }
  }
  return found;
}

std::string without_password(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::string(url);
  const auto start = scheme + 3;
  const auto authority = url.substr(start, url.find_first_of("/?#", start) - start);
  const auto at = authority.rfind('@');
  if (at == std::string_view::npos) return std::string(url);
  const auto colon = authority.substr(0, at).find(':');
  if (colon == std::string_view::npos) return std::string(url);
  return fmt::format("{}{}{}", url.substr(0, start), authority.substr(0, colon), url.substr(start + at));
}

std::optional<std::string> form_value(std::string_view form, std::string_view name) {
  while (!form.empty()) {
    const auto field = form.substr(0, form.find('&'));
    form.remove_prefix(std::min(form.size(), field.size() + 1));
    const auto equals = std::min(field.find('='), field.size());
    if (form_decode(field.substr(0, equals)) != name) continue;
    return form_decode(field.substr(std::min(field.size(), equals + 1)));
  }
  return std::nullopt;
}

std::string form_field(std::string_view name, std::string_view value) {
  return fmt::format("{}={}", form_encode(name), form_encode(value));
}

}  // namespace syndicat::http
