#include "validate/user_schema.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>
#include <utility>

#include "feeds/pattern.hpp"
#include "json/draft4.hpp"
#include "text/encoding.hpp"
#include "text/lines.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/check.hpp"
#include "validate/values.hpp"
#include "xml/user_grammar.hpp"

namespace syndicat::validate {
namespace {

// PCRE2 reads Perl's expressions; where ECMA 262 means something else by the same signs, it is written for Perl.
std::string for_perl(std::string_view written) {
  std::string out;
  bool in_class = false;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const char c = written[at];
    if (c != '\\') {
      if (c == '$' && !in_class) out += "\\z";  // "$" is the very end, not also before a last line end
      else if (written.substr(at).starts_with("[^]")) out += "(?s:.)", at += 2;
      else out += c;
      if (c == '[') in_class = true;
      if (c == ']') in_class = false;
      continue;
    }
    const char next = at + 1 < written.size() ? written[++at] : '\0';
    // ASCII only, in either place.
    if (next == 'd') out += in_class ? "0-9" : "[0-9]";
    else if (next == 'D' && !in_class) out += "[^0-9]";
    else if (next == 'w') out += in_class ? "A-Za-z0-9_" : "[A-Za-z0-9_]";
    else if (next == 'W' && !in_class) out += "[^A-Za-z0-9_]";
    else if (next == 'u' && written.size() - at > 4)
      out += fmt::format("\\x{{{}}}", written.substr(at + 1, 4)), at += 4;
    else if (next != '\0') out += fmt::format("\\{}", next);
    else out += '\\';
  }
  return out;
}

Result<json::SchemaMeans::Matcher> compile(const std::string& written) {
  const auto pattern = feeds::Pattern::compile(for_perl(written));
  if (!pattern) return Failure(pattern.error());
  return [pattern = *pattern](const std::string& text) { return pattern.found_in(text); };
}

bool is_in_host_name(char c) { return c == '-' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

bool is_hostname(std::string_view text) {
  if (text.empty() || text.size() > 253) return false;
  for (std::string_view rest = text; !rest.empty();) {
    const auto end = std::min(rest.find('.'), rest.size());
    const auto label = rest.substr(0, end);
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    if (!std::ranges::all_of(label, is_in_host_name)) return false;
    if (end + 1 == rest.size()) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

template <int family>
bool is_ip(const std::string& text) {
  std::array<unsigned char, sizeof(in6_addr)> address{};
  return text.find('\0') == std::string::npos && inet_pton(family, text.c_str(), address.data()) == 1;
}

// draft-fge-json-schema-validation-00, section 7.3.
bool is_of_format(const std::string& format, const std::string& text) {
  if (format == "date-time") return text::parse_rfc3339(text).has_value();
  if (format == "email") return is_addr_spec(text);
  if (format == "hostname") return is_hostname(text);
  if (format == "ipv4") return is_ip<AF_INET>(text);
  if (format == "ipv6") return is_ip<AF_INET6>(text);
  if (format == "uri")
    return text::is_absolute_iri(text) && std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
  return true;
}

bool is_json(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n");
  return start != std::string_view::npos && (text[start] == '{' || text[start] == '[');
}

// The name of the tag that begins there.
Span tag_name(std::string_view text, std::size_t offset) {
  auto end = offset;
  if (end < text.size() && text[end] == '<') ++end;
  while (end < text.size() && text.substr(end, 1).find_first_of(" \t\r\n/>") == std::string_view::npos) ++end;
  return {offset, end};
}

bool is_well_formed(const Report& report) {
  return std::ranges::none_of(report.findings, [](const Finding& finding) {
    return finding.rule == "sax-error" || finding.rule == "unicode-error" || finding.rule == "validator-limit" ||
           finding.rule == "json-error";
  });
}

}  // namespace

struct UserSchema::Kind {
  std::optional<xml::UserGrammar> grammar;
  std::optional<json::Draft4> draft4;
  std::mutex one_at_a_time;  // a compiled pattern has one place for what it finds
};

UserSchema::UserSchema(std::string path, std::unique_ptr<Kind> kind) : path_(std::move(path)), kind_(std::move(kind)) {}
UserSchema::UserSchema(UserSchema&&) noexcept = default;
UserSchema& UserSchema::operator=(UserSchema&&) noexcept = default;
UserSchema::~UserSchema() = default;

Result<UserSchema> UserSchema::read(std::string bytes, const std::string& path) {
  auto kind = std::make_unique<Kind>();
  if (const auto mark = text::byte_order_mark(bytes); mark && mark->encoding == "UTF-8") bytes.erase(0, mark->length);
  const auto start = bytes.find_first_not_of(" \t\r\n");
  if (start == std::string::npos) return fail(Cause::misuse, "{}: is empty; give a schema", path);
  if (is_json(bytes)) {
    auto schema = json::Draft4::read(bytes, {compile, is_of_format});
    if (!schema) {
      text::Lines lines;
      const auto at = lines.at(bytes, schema.error().offset);
      return fail(Cause::misuse, "{}:{}:{}: {}", path, at.line, at.column, schema.error().message);
    }
    kind->draft4 = std::move(*schema);
  } else if (bytes[start] == '<' || text::byte_order_mark(bytes)) {
    auto grammar = xml::UserGrammar::read(bytes, path);
    if (!grammar) return Failure(grammar.error());
    kind->grammar = std::move(*grammar);
  } else {
    return fail(Cause::misuse,
                "{}: is neither XML nor JSON; give RELAX NG in XML form (trang turns the compact form into it), "
                "XML Schema, or JSON Schema draft 4",
                path);
  }
  return UserSchema(path, std::move(kind));
}

bool UserSchema::is_for(const Report& report) const {
  return is_json(report.text) == kind_->draft4.has_value() && report.format != "JSON Lines";
}

Result<void> UserSchema::check(Report& report, const Options& options) const {
  if (!is_well_formed(report)) return {};
  const bool json = kind_->draft4.has_value();
  Check check(options, json ? Check::Syntax::json : Check::Syntax::xml, report.text);
  if (json) {
    const auto value = json::parse(report.text, {options.limits.max_size, options.limits.max_depth});
    if (!value) return {};
    const std::lock_guard guard(kind_->one_at_a_time);
    const auto breaches = kind_->draft4->check(*value);
    if (!breaches) return fail(breaches.error().cause, "{}: {}", path_, breaches.error().message);
    for (const auto& breach : *breaches)
      check.report("user-schema", Span{breach.start, breach.end},
                   {{"schema", path_}, {"keyword", breach.keyword}, {"exception", breach.message}}, breach.pointer);
  } else {
    for (const auto& flaw : kind_->grammar->check(report.text, options.limits))
      check.report("user-schema", tag_name(report.text, flaw.position.offset),
                   {{"schema", path_}, {"exception", flaw.message}});
  }
  add_findings(report, check);
  return {};
}

}  // namespace syndicat::validate
