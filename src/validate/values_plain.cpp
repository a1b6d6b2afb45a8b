// People, numbers, languages, media types.

#include <algorithm>
#include <array>

#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/html.hpp"
#include "validate/opinions.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

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

}  // namespace

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
  if (text::holds_mail_address(bare)) {
    check.report("email-format", subject);
    return;
  }
  check.report("invalid-contact", subject);
}

// RFC 4287, section 3.2.3: addr-spec of RFC 2822, nothing else.
void addr_spec(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text) && as_w3c(check, "blank-address")) {
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
  if (text::holds_mail_address(subject.text)) check.report("contains-email", subject);
}

void non_negative_integer(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (!is_number(written) || (written.front() == '-' && is_positive(written.substr(1))))
    check.report("invalid-non-negative-integer", subject);
}

void positive_integer(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.empty() && as_w3c(check, "blank-number")) {
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

void offer_boolean(Finding* finding, const Check& check, const Subject& subject) {
  const auto meant = text::to_lower_ascii(text::trim(subject.text));
  if (finding == nullptr || check.syntax() != Check::Syntax::xml) return;
  if (meant == "true" || meant == "yes" || meant == "1" || meant == "explicit")
    finding->edit = Edit{subject.span.start, subject.span.end, "true"};
  if (meant == "false" || meant == "no" || meant == "0" || meant == "clean")
    finding->edit = Edit{subject.span.start, subject.span.end, "false"};
}

void boolean_attribute(Check& check, const Subject& subject) {
  if (subject.text == "true" || subject.text == "false") return;
  offer_boolean(check.report("invalid-boolean-attribute", subject), check, subject);
}

void true_or_false(Check& check, const Subject& subject) {
  if (subject.text == "true" || subject.text == "false") return;
  offer_boolean(check.report("invalid-true-false", subject), check, subject);
}

bool is_known_language(std::string_view tag) {
  const auto primary = text::to_lower_ascii(tag.substr(0, tag.find('-')));
  // Subtags of four letters and more are not given out (RFC 5646, section 2.2.1), but for the old ones with "i-" and
  // "x-".
  const bool known =
      primary.size() != 2 ? primary.size() <= 3 : std::ranges::binary_search(kLanguages, std::string_view(primary));
  return known && text::is_language_tag(tag);
}

// RFC 5646, section 2.1: the region is the first subtag of two letters behind the language, before any singleton.
void language_region(Check& check, const Subject& subject) {
  auto rest = text::trim(subject.text);
  if (!text::is_language_tag(rest) || rest.find('-') < 2) return;
  while (rest.find('-') != std::string_view::npos) {
    rest.remove_prefix(rest.find('-') + 1);
    const auto subtag = rest.substr(0, rest.find('-'));
    if (subtag.size() == 1) return;
    if (subtag.size() != 2) continue;
    if (!is_region(subtag)) check.report("unknown-region", subject, {{"region", subtag}});
    return;
  }
}

void language(Check& check, const Subject& subject) {
  if (!is_known_language(text::trim(subject.text))) check.report("invalid-language", subject);
  else language_region(check, subject);
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
