// Text between tags: in most elements, in those whose text is read raw, and in CDATA sections.

#include <cstring>

#include "html/tokenizer.hpp"

namespace syndicat::html {
namespace {

const char* find(const char* from, const char* end, char c) {
  const auto* found = static_cast<const char*>(std::memchr(from, c, static_cast<std::size_t>(end - from)));
  return found != nullptr ? found : end;
}

constexpr bool ends_tag_name(char c) { return is_html_space(c) || c == '/' || c == '>'; }

// Whether the text at `at` is `name` in any case and the tag name ends there. A NUL stands behind the page.
bool names_tag(const char* at, std::string_view name) {
  for (const char c : name) {
    if (to_lower(*at++) != c) return false;
  }
  return ends_tag_name(*at);
}

}  // namespace

// Section 13.2.5.1: up to the next tag, comment or doctype.
bool Tokenizer::data(Token& token) {
  const char* start = at_;  // of what was not copied yet
  const char* const first = at_;
  bool copied = false;
  while (true) {
    const char* stop = at_;
    while (stop != end_ && *stop != '<' && *stop != '&') ++stop;
    at_ = stop;
    if (at_ == end_) break;
    if (*at_ == '&') {
      name_scratch_.clear();
      const text::Reference reference =
          text::read_reference({at_, static_cast<std::size_t>(end_ - at_)}, false, name_scratch_);
      reference_errors(reference, at_);
      if (reference.length == 0) {
        ++at_;
        continue;
      }
      if (!copied) scratch_.clear();
      scratch_.append(start, at_).append(name_scratch_);
      at_ += reference.length;
      start = at_;
      copied = true;
      continue;
    }
    const char next = at_[1];
    if (is_letter(next) || next == '!' || next == '?') break;
    if (next == '/') {
      if (at_ + 2 != end_) break;
      error("eof-before-tag-name", end_);
      at_ = end_;
      break;
    }
    error(at_ + 1 == end_ ? "eof-before-tag-name" : "invalid-first-character-of-tag-name", at_ + 1);
    ++at_;
  }
  if (at_ == first) return false;
  token.kind = TokenKind::text;
  token.offset = offset_of(first);
  if (copied) {
    scratch_.append(start, at_);
    token.text = scratch_;
    token.lasting = false;
  } else {
    token.text = {first, static_cast<std::size_t>(at_ - first)};
    token.lasting = true;
  }
  return true;
}

bool Tokenizer::is_content_end(const char* less_than) const {
  return less_than[1] == '/' && content_name_ != names::kNoName &&
         names_tag(less_than + 2, state_.names.text(content_name_));
}

bool Tokenizer::finish_text(Token& token, const char* start, const char* end) {
  if (start == end) return false;
  token.kind = TokenKind::text;
  token.offset = offset_of(start);
  token.lasting = true;
  token.text = without_nul({start, static_cast<std::size_t>(end - start)}, token.lasting);
  return true;
}

// RCDATA, RAWTEXT and script data: up to the end tag that fits.
bool Tokenizer::raw_text(Token& token) {
  const char* const start = at_;
  if (content_ == Content::script) {
    at_ = script_end(at_);
  } else {
    for (at_ = find(at_, end_, '<'); at_ != end_ && !is_content_end(at_); at_ = find(at_ + 1, end_, '<')) {
    }
  }
  if (content_ != Content::rcdata || find(start, at_, '&') == at_) {
    if (content_ == Content::script && at_ == end_ && keep_errors_) {
      const std::string_view script(start, static_cast<std::size_t>(at_ - start));
      const std::size_t opened = script.rfind("<!--");
      if (opened != std::string_view::npos && script.find("-->", opened + 2) == std::string_view::npos) {
        error("eof-in-script-html-comment-like-text", end_);
      }
    }
    return finish_text(token, start, at_);
  }
  std::string text;
  for (const char* from = start; from != at_;) {
    const char* ampersand = find(from, at_, '&');
    text.append(from, ampersand);
    if (ampersand == at_) break;
    const text::Reference reference =
        text::read_reference({ampersand, static_cast<std::size_t>(at_ - ampersand)}, false, text);
    reference_errors(reference, ampersand);
    if (reference.length == 0) text += '&';
    from = ampersand + (reference.length == 0 ? 1 : reference.length);
  }
  token.kind = TokenKind::text;
  token.offset = offset_of(start);
  scratch_ = std::move(text);
  token.lasting = false;
  token.text = without_nul(scratch_, token.lasting);
  return true;
}

// Sections 13.2.5.15 to 31: "<!--" in a script hides a "</script>" that follows a "<script".
const char* Tokenizer::script_end(const char* from) const {
  enum class State { plain, escaped, double_escaped } state = State::plain;
  const char* at = from;
  int dashes = 0;
  while (at != end_) {
    if (state == State::plain) {
      at = find(at, end_, '<');
      if (at == end_ || is_content_end(at)) return at;
      if (at[1] == '!' && at[2] == '-' && at[3] == '-') {
        state = State::escaped;
        dashes = 2;
        at += 4;
      } else {
        ++at;
      }
      continue;
    }
    const char c = *at;
    if (c == '<' && state == State::escaped) {
      if (is_content_end(at)) return at;
      if (names_tag(at + 1, "script")) {
        state = State::double_escaped;
        at += 7;
      }
    } else if (c == '<' && at[1] == '/' && names_tag(at + 2, "script")) {
      state = State::escaped;
      at += 8;
    } else if (c == '>' && dashes >= 2) {
      state = State::plain;
    }
    dashes = c == '-' ? dashes + 1 : 0;
    ++at;
  }
  return end_;
}

bool Tokenizer::plain_text(Token& token) {
  const char* const start = at_;
  at_ = end_;
  return finish_text(token, start, end_);
}

// Section 13.2.5.69. NULs stay: what becomes of them is the tree builder's matter.
bool Tokenizer::character_data(Token& token) {
  const std::string_view rest(at_, static_cast<std::size_t>(end_ - at_));
  const std::size_t length = std::min(rest.find("]]>"), rest.size());
  in_character_data_ = false;
  if (length == rest.size()) error("eof-in-cdata", end_);
  if (keep_errors_) {
    character_data_parts_.emplace_back(offset_of(at_), offset_of(at_ + length));
  }
  token.kind = TokenKind::text;
  token.offset = offset_of(at_);
  token.lasting = true;
  token.text = rest.substr(0, length);
  at_ += length == rest.size() ? length : length + 3;
  return length > 0;
}

}  // namespace syndicat::html
