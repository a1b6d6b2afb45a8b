// Comments and doctypes (sections 13.2.5.41 to 68).

#include <cstring>

#include "html/tokenizer.hpp"
#include "text/unicode.hpp"

namespace syndicat::html {

void Tokenizer::set_comment(Token& token, const char* start, const char* end) {
  token.kind = TokenKind::comment;
  token.offset = offset_of(at_);
  token.lasting = true;
  token.text = without_nul({start, static_cast<std::size_t>(end - start)}, token.lasting);
}

void Tokenizer::bogus_comment(Token& token, const char* start) {
  const auto* end = static_cast<const char*>(std::memchr(start, '>', static_cast<std::size_t>(end_ - start)));
  set_comment(token, start, end != nullptr ? end : end_);
  at_ = end != nullptr ? end + 1 : end_;
}

void Tokenizer::comment(Token& token) {
  const char* const start = at_ + 4;
  const std::string_view rest(start, static_cast<std::size_t>(end_ - start));
  if (rest.starts_with('>') || rest.starts_with("->")) {
    error("abrupt-closing-of-empty-comment", start);
    set_comment(token, start, start);
    at_ = start + (*start == '>' ? 1 : 2);
    return;
  }
  const char* end = nullptr;     // of the text
  const char* behind = nullptr;  // of the comment
  for (const char* at = start;;) {
    at = static_cast<const char*>(std::memchr(at, '-', static_cast<std::size_t>(end_ - at)));
    if (at == nullptr) break;
    if (at[1] == '-' && (at[2] == '>' || (at[2] == '!' && at[3] == '>'))) {
      if (at[2] == '!') error("incorrectly-closed-comment", at + 3);
      end = at;
      behind = at + (at[2] == '>' ? 3 : 4);
      break;
    }
    ++at;
  }
  if (end == nullptr) {
    error("eof-in-comment", end_);
    // Dashes that could have begun the end are not part of the text.
    std::string_view text = rest;
    for (const std::string_view ending : {"--!", "--", "-"}) {
      if (text.ends_with(ending)) {
        text.remove_suffix(ending.size());
        break;
      }
    }
    end = text.data() + text.size();
    behind = end_;
  }
  if (keep_errors_) {
    const std::string_view text(start, static_cast<std::size_t>(end - start));
    for (std::size_t i = text.find("<!--"); i != std::string_view::npos; i = text.find("<!--", i + 4)) {
      if (start + i + 4 != end_) error("nested-comment", start + i + 4);
    }
  }
  set_comment(token, start, end);
  at_ = behind;
}

void Tokenizer::bogus_doctype() {
  const auto* end = static_cast<const char*>(std::memchr(at_, '>', static_cast<std::size_t>(end_ - at_)));
  at_ = end != nullptr ? end + 1 : end_;
}

void Tokenizer::doctype(Token& token) {
  token.kind = TokenKind::doctype;
  token.offset = offset_of(at_);
  token.name = names::kNoName;
  token.force_quirks = token.has_public_id = token.has_system_id = false;
  token.public_id = token.system_id = {};
  at_ += 9;
  if (!is_html_space(*at_) && *at_ != '>' && at_ != end_) error("missing-whitespace-before-doctype-name", at_);
  while (is_html_space(*at_)) ++at_;
  if (at_ == end_ || *at_ == '>') {
    error(at_ == end_ ? "eof-in-doctype" : "missing-doctype-name", at_);
    token.force_quirks = true;
    if (at_ != end_) ++at_;
    return;
  }
  name_scratch_.clear();
  for (; at_ != end_ && !is_html_space(*at_) && *at_ != '>'; ++at_) {
    if (*at_ == '\0') {
      name_scratch_ += "\xEF\xBF\xBD";
    } else {
      name_scratch_ += to_lower(*at_);
    }
  }
  token.name = state_.intern(name_scratch_);
  while (is_html_space(*at_)) ++at_;
  if (*at_ == '>') {
    ++at_;
    return;
  }
  if (at_ == end_) {
    error("eof-in-doctype", at_);
    token.force_quirks = true;
    return;
  }
  doctype_identifiers(token);
}

void Tokenizer::doctype_identifiers(Token& token) {
  const std::string_view keyword(at_, std::min<std::size_t>(6, static_cast<std::size_t>(end_ - at_)));
  const bool is_public = text::equals_ignoring_case(keyword, "public");
  if (!is_public && !text::equals_ignoring_case(keyword, "system")) {
    error("invalid-character-sequence-after-doctype-name", at_);
    token.force_quirks = true;
    bogus_doctype();
    return;
  }
  at_ += 6;
  const auto skip_space = [&] {
    const char* before = at_;
    while (is_html_space(*at_)) ++at_;
    return at_ != before;
  };
  const auto at_quote = [&] { return *at_ == '"' || *at_ == '\''; };
  // The end of the doctype where the page or the doctype ends already.
  const auto stops = [&](std::string_view at_bracket) {
    if (at_ == end_) {
      error("eof-in-doctype", at_);
      token.force_quirks = true;
      return true;
    }
    if (*at_ != '>') return false;
    if (!at_bracket.empty()) {
      error(at_bracket, at_);
      token.force_quirks = true;
    }
    ++at_;
    return true;
  };

  if (is_public) {
    const bool space = skip_space();
    if (stops("missing-doctype-public-identifier")) return;
    if (!at_quote()) {
      error("missing-quote-before-doctype-public-identifier", at_);
      token.force_quirks = true;
      bogus_doctype();
      return;
    }
    if (!space) error("missing-whitespace-after-doctype-public-keyword", at_);
    token.has_public_id = true;
    if (quoted_identifier(token.public_id, "abrupt-doctype-public-identifier", token) == nullptr) return;
    const bool between = skip_space();
    if (stops({})) return;
    if (at_quote() && !between) error("missing-whitespace-between-doctype-public-and-system-identifiers", at_);
  } else {
    const bool space = skip_space();
    if (stops("missing-doctype-system-identifier")) return;
    if (at_quote() && !space) error("missing-whitespace-after-doctype-system-keyword", at_);
  }
  if (!at_quote()) {
    error("missing-quote-before-doctype-system-identifier", at_);
    token.force_quirks = true;
    bogus_doctype();
    return;
  }
  token.has_system_id = true;
  if (quoted_identifier(token.system_id, "abrupt-doctype-system-identifier", token) == nullptr) return;
  skip_space();
  if (stops({})) return;
  error("unexpected-character-after-doctype-system-identifier", at_);
  bogus_doctype();
}

// Reads from the opening quotation mark behind the closing one; nullptr where the doctype ended before that.
const char* Tokenizer::quoted_identifier(std::string_view& identifier, const char* abrupt_error, Token& token) {
  const char quote = *at_++;
  const char* start = at_;
  while (at_ != end_ && *at_ != quote && *at_ != '>') ++at_;
  bool lasting = true;
  identifier = without_nul({start, static_cast<std::size_t>(at_ - start)}, lasting);
  if (!lasting) identifier = state_.arena.keep(identifier);
  if (at_ == end_ || *at_ == '>') {
    error(at_ == end_ ? "eof-in-doctype" : abrupt_error, at_);
    token.force_quirks = true;
    if (at_ != end_) ++at_;
    return nullptr;
  }
  return ++at_;
}

}  // namespace syndicat::html
