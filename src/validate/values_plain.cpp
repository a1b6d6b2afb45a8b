// People, numbers, languages, media types.

#include <algorithm>
#include <array>

#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/html.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alphanumeric(char c) { return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

bool is_number(std::string_view text) {
  if (text.starts_with('-') || text.starts_with('+')) text.remove_prefix(1);
  return !text.empty() && std::ranges::all_of(text, is_digit);
}

// ISO 639-1 as in the IANA registry of language subtags, those withdrawn included, sorted.
// clang-format off
constexpr std::array kLanguages = std::to_array<std::string_view>({
    "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bh", "bi", "bm",
    "bn", "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz", "ee",
    "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy", "ga", "gd", "gl", "gn", "gu",
    "gv", "ha", "he", "hi", "ho", "hr", "ht", "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii", "ik", "in", "io",
    "is", "it", "iu", "iw", "ja", "ji", "jv", "jw", "ka", "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr",
    "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln", "lo", "lt", "lu", "lv", "mg", "mh", "mi", "mk",
    "ml", "mn", "mo", "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng", "nl", "nn", "no", "nr", "nv", "ny",
    "oc", "oj", "om", "or", "os", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw", "sa", "sc",
    "sd", "se", "sg", "sh", "si", "sk", "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su", "sv", "sw", "ta",
    "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug", "uk", "ur", "uz", "ve",
    "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
});
// clang-format on

bool is_positive(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c != '0'; });
}

// RFC 2822, section 3.2.4: the characters of an atom.
bool is_atom_text(char c) {
  return is_alphanumeric(c) || static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

// RFC 2045, section 5.1.
bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return c > ' ' && c < 0x7F && std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos;
  });
}

}  // namespace

bool is_addr_spec(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || at == 0) return false;
  auto local = text.substr(0, at);
  auto domain = text.substr(at + 1);
  if (!(local.size() >= 2 && local.front() == '"' && local.back() == '"')) {
    if (local.front() == '.' || local.back() == '.' || local.find("..") != std::string_view::npos) return false;
    if (!std::ranges::all_of(local, [](char c) { return c == '.' || is_atom_text(c); })) return false;
  }
  // A host with a dot in it; a literal in brackets is let pass.
  if (domain.starts_with('[') && domain.ends_with(']')) return true;
  if (domain.find('.') == std::string_view::npos) return false;
  while (true) {
    const auto dot = domain.find('.');
    const auto label = domain.substr(0, dot);
    if (label.empty() || label.front() == '-' || label.back() == '-') return false;
    if (!std::ranges::all_of(
            label, [](char c) { return c == '-' || static_cast<unsigned char>(c) >= 0x80 || is_alphanumeric(c); }))
      return false;
    if (dot == std::string_view::npos) return true;
    domain.remove_prefix(dot + 1);
  }
}

bool holds_email(std::string_view text) {
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    auto start = at, end = at + 1;
    while (start > 0 && at - start < 64 &&
           (text[start - 1] == '.' ||
            (is_atom_text(text[start - 1]) && static_cast<unsigned char>(text[start - 1]) < 0x80)))
      --start;
    while (end < text.size() && end - at < 256 && (text[end] == '.' || text[end] == '-' || is_alphanumeric(text[end])))
      ++end;
    auto candidate = text.substr(start, end - start);
    while (candidate.ends_with('.')) candidate.remove_suffix(1);
    if (is_addr_spec(candidate)) return true;
  }
  return false;
}

// "address (Name)" as RSS has it, "Name <address>" and "mailto:" forms as RFC 2822 and habit have them.
void rss_contact(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) {
    check.report("not-blank", subject);
    return;
  }
  if (const auto markup = find_markup(written); !markup.empty() && markup.find('@') == std::string_view::npos)
    check.report("contains-html", subject, {{"value", markup}});
  if (written.starts_with("mailto:")) {
    const auto target = text::percent_decode(written.substr(7, written.find('?', 7) - 7));
    const auto angle = target.rfind('<');
    const auto address = angle != std::string::npos && target.ends_with('>')
                             ? target.substr(angle + 1, target.size() - angle - 2)
                             : target;
    if (is_addr_spec(address)) check.report("email-format", subject);
    else check.report("invalid-contact", subject);
    return;
  }
  const auto blank = written.find_first_of(" \t\r\n(");
  const auto first = written.substr(0, blank);
  if (is_addr_spec(first)) {
    const auto rest = blank == std::string_view::npos ? std::string_view() : text::trim(written.substr(blank));
    if (rest.empty()) {
      check.report("missing-real-name", subject);
    } else if (!rest.starts_with('(') || !rest.ends_with(')')) {
      if (rest.find('@') != std::string_view::npos) check.report("invalid-contact", subject);
      else check.report("email-format", subject);
    } else if (text::is_blank(rest.substr(1, rest.size() - 2))) {
      check.report("missing-real-name", subject);
    }
    return;
  }
  const auto open = written.rfind('<');
  if (open != std::string_view::npos && written.ends_with('>') &&
      is_addr_spec(written.substr(open + 1, written.size() - open - 2))) {
    check.report("email-format", subject);
    return;
  }
  // All that is wanted, in another order; what stands in parentheses is a comment, and no address (RFC 822,
  // section 3.4.3).
  std::string bare;
  int depth = 0;
  for (const char c : written) {
    depth += c == '(' ? 1 : 0;
    if (depth == 0) bare += c;
    depth -= c == ')' && depth > 0 ? 1 : 0;
  }
  if (holds_email(bare)) {
    check.report("email-format", subject);
    return;
  }
  check.report("invalid-contact", subject);
}

// RFC 4287, section 3.2.3: addr-spec of RFC 2822, nothing else.
void addr_spec(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text)) {
    check.report("not-blank", subject);
    return;
  }
  if (!is_addr_spec(text::trim(subject.text))) check.report("invalid-addr-spec", subject);
}

void person_name(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text)) {
    check.report("not-blank", subject);
    return;
  }
  plain_text(check, subject);
  if (holds_email(subject.text)) check.report("contains-email", subject);
}

void non_negative_integer(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (!is_number(written) || (written.front() == '-' && is_positive(written.substr(1))))
    check.report("invalid-non-negative-integer", subject);
}

void positive_integer(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty()) {
    check.report("not-blank", subject);
    return;
  }
  if (!is_number(written) || written.front() == '-' || !is_positive(written))
    check.report("invalid-positive-integer", subject);
}

void integer_attribute(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (!is_number(written) || written.front() == '-') check.report("invalid-integer-attribute", subject);
}

void boolean_attribute(Check& check, const Subject& subject) {
  if (subject.text == "true" || subject.text == "false") return;
  auto* finding = check.report("invalid-boolean-attribute", subject);
  // What is meant is plain, and only its spelling is not.
  const auto meant = text::to_lower_ascii(text::trim(subject.text));
  if (finding == nullptr || check.syntax() != Check::Syntax::xml) return;
  if (meant == "true" || meant == "yes" || meant == "1")
    finding->edit = Edit{subject.span.start, subject.span.end, "true"};
  if (meant == "false" || meant == "no" || meant == "0")
    finding->edit = Edit{subject.span.start, subject.span.end, "false"};
}

void language(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  const auto primary = text::to_lower_ascii(written.substr(0, written.find('-')));
  // Subtags of four letters and more are not given out (RFC 5646, section 2.2.1), but for the old ones with "i-" and
  // "x-".
  const bool known =
      primary.size() != 2 ? primary.size() <= 3 : std::ranges::binary_search(kLanguages, std::string_view(primary));
  if (written.empty() || !known || !text::is_language_tag(written)) check.report("invalid-language", subject);
}

bool is_media_type(std::string_view written) {
  const auto semicolon = written.find(';');
  const auto type = text::trim(written.substr(0, semicolon));
  const auto slash = type.find('/');
  if (slash == std::string_view::npos || !is_token(type.substr(0, slash)) || !is_token(type.substr(slash + 1)))
    return false;
  while (!written.empty()) {
    const auto next = written.find(';');
    if (next == std::string_view::npos) return true;
    written.remove_prefix(next + 1);
    const auto parameter = text::trim(written.substr(0, written.find(';')));
    const auto equals = parameter.find('=');
    if (equals == std::string_view::npos || !is_token(parameter.substr(0, equals))) return false;
    auto value = parameter.substr(equals + 1);
    const bool is_quoted = value.size() >= 2 && value.front() == '"' && value.back() == '"';
    if (!is_quoted && !is_token(value)) return false;
  }
  return true;
}

void media_type(Check& check, const Subject& subject) {
  if (!is_media_type(text::trim(subject.text))) check.report("invalid-mime-type", subject);
}

void media_type_attribute(Check& check, const Subject& subject) {
  if (!is_media_type(text::trim(subject.text))) check.report("invalid-mime-attribute", subject);
}

void not_blank(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text)) check.report("not-blank", subject);
}

void attribute_not_blank(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text)) check.report("attr-not-blank", subject);
}

}  // namespace syndicat::validate
