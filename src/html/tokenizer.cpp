#include "html/tokenizer.hpp"

#include <algorithm>
#include <cstring>

#include "text/unicode.hpp"

namespace syndicat::html {
namespace {

// Errors are for people; nobody reads more of them.
constexpr std::size_t kMostErrors = 10'000;

enum : std::uint8_t { kPlain = 0, kUpper = 1, kEnd = 2, kNul = 3, kOdd = 4 };

constexpr auto kInTagName = [] {
  std::array<std::uint8_t, 256> table{};
  for (unsigned c = 'A'; c <= 'Z'; ++c) table[c] = kUpper;
  for (const unsigned char c : {' ', '\n', '\t', '\f', '/', '>'}) table[c] = kEnd;
  table[0] = kNul;
  return table;
}();

constexpr auto kInAttributeName = [] {
  auto table = kInTagName;
  table['='] = kEnd;
  for (const unsigned char c : {'"', '\'', '<'}) table[c] = kOdd;
  return table;
}();

constexpr unsigned index(char c) { return static_cast<unsigned char>(c); }

}  // namespace

Tokenizer::Tokenizer(Tree& state, const Limits& limits, bool keep_errors)
    : state_(state),
      begin_(state.text.data()),
      at_(begin_),
      end_(begin_ + state.text.size()),
      has_nul_(state.text.find('\0') != std::string::npos),
      keep_errors_(keep_errors),
      max_attributes_(limits.max_attributes),
      max_all_attributes_(limits.max_all_attributes) {
  seen_.resize(names::kKnownNames);
}

void Tokenizer::next(Token& token, bool in_foreign_content) {
  token.lasting = false;
  token.self_closing = false;
  token.attribute_count = 0;
  while (true) {
    if (in_character_data_) {
      if (character_data(token)) return;
      continue;
    }
    if (at_ == end_) {
      token.kind = TokenKind::end;
      token.offset = offset_of(end_);
      return;
    }
    switch (content_) {
      case Content::data:
        if (*at_ == '<') {
          const char* before = at_;
          if (markup(token, in_foreign_content)) return;
          if (at_ != before) break;  // it was read and is no token
        }
        if (data(token)) return;
        break;
      case Content::plaintext:
        if (plain_text(token)) return;
        break;
      default:
        if (raw_text(token)) return;
        if (end_tag(token)) return;  // nothing in front of it: at the end tag, or at the end
    }
  }
}

bool Tokenizer::markup(Token& token, bool in_foreign_content) {
  const char next = at_[1];  // a NUL at the end
  if (is_letter(next)) return start_tag(token);
  if (next == '/') {
    if (is_letter(at_[2])) return end_tag(token);
    if (at_ + 2 == end_) return false;
    if (at_[2] == '>') {
      error("missing-end-tag-name", at_ + 2);
      at_ += 3;
      return false;
    }
    error("invalid-first-character-of-tag-name", at_ + 2);
    bogus_comment(token, at_ + 2);
    return true;
  }
  if (next == '!') {
    const std::string_view rest(at_ + 2, static_cast<std::size_t>(end_ - at_ - 2));
    if (rest.starts_with("--")) {
      comment(token);
    } else if (text::equals_ignoring_case(rest.substr(0, 7), "doctype")) {
      doctype(token);
    } else if (rest.starts_with("[CDATA[")) {
      if (in_foreign_content) {
        in_character_data_ = true;
        at_ += 9;
        return false;
      }
      error("cdata-in-html-content", at_ + 8);
      bogus_comment(token, at_ + 2);
    } else {
      error("incorrectly-opened-comment", at_ + 2);
      bogus_comment(token, at_ + 2);
    }
    return true;
  }
  if (next == '?') {
    error("unexpected-question-mark-instead-of-tag-name", at_ + 1);
    bogus_comment(token, at_ + 1);
    return true;
  }
  return false;  // text
}

bool Tokenizer::start_tag(Token& token) {
  token.kind = TokenKind::start_tag;
  token.offset = offset_of(at_);
  token.first_attribute = static_cast<std::uint32_t>(state_.attributes.size());
  ++at_;
  token.name = tag_name();
  if (!attributes(token, false)) {
    state_.attributes.shrink(token.first_attribute);
    return false;
  }
  token.attribute_count = static_cast<std::uint32_t>(state_.attributes.size()) - token.first_attribute;
  return true;
}

bool Tokenizer::end_tag(Token& token) {
  if (at_ == end_) return false;
  content_ = Content::data;
  token.kind = TokenKind::end_tag;
  token.offset = offset_of(at_);
  at_ += 2;
  token.name = tag_name();
  const auto before = static_cast<std::uint32_t>(state_.attributes.size());
  const bool complete = attributes(token, true);
  if (complete && state_.attributes.size() > before) error("end-tag-with-attributes", begin_ + token.offset);
  if (complete && token.self_closing) error("end-tag-with-trailing-solidus", begin_ + token.offset);
  state_.attributes.shrink(before);
  return complete;
}

Name Tokenizer::tag_name() {
  const char* start = at_;
  while (kInTagName[index(*at_)] == kPlain) ++at_;
  if (kInTagName[index(*at_)] == kEnd || at_ == end_) {
    return state_.names.intern({start, static_cast<std::size_t>(at_ - start)},
                               [](std::string_view text) { return text; });
  }
  name_scratch_.assign(start, at_);
  for (; at_ != end_ && kInTagName[index(*at_)] != kEnd; ++at_) {
    if (*at_ == '\0') {
      name_scratch_ += "\xEF\xBF\xBD";
    } else {
      name_scratch_ += to_lower(*at_);
    }
  }
  return state_.intern(name_scratch_);
}

// Sections 13.2.5.32 to 40. Gives false where the page ends within the tag.
bool Tokenizer::attributes(Token& token, bool is_end_tag) {
  ++tag_number_;
  std::uint32_t count = 0;
  while (true) {
    while (is_html_space(*at_)) ++at_;
    if (*at_ == '>') {
      ++at_;
      return true;
    }
    if (at_ == end_) {
      error("eof-in-tag", at_);
      return false;
    }
    if (*at_ == '/') {
      ++at_;
      if (*at_ == '>') {
        token.self_closing = true;
        ++at_;
        return true;
      }
      if (at_ != end_) error("unexpected-solidus-in-tag", at_);
      continue;
    }

    const char* start = at_;
    AttributeData attribute{at_, 0, names::kNoName, offset_of(at_), 0};
    attribute.name = attribute_name();
    while (is_html_space(*at_)) ++at_;
    if (*at_ == '=') {
      ++at_;
      attribute_value(attribute);
      if (at_ == end_) {
        error("eof-in-tag", at_);
        return false;
      }
    } else {
      attribute.value = start;
    }
    if (attribute.name >= seen_.size()) seen_.resize(state_.names.size() + 64);
    if (seen_[attribute.name] == tag_number_) {
      error("duplicate-attribute", start);
      continue;
    }
    seen_[attribute.name] = tag_number_;
    if (is_end_tag && count > 0) continue;
    if (count++ < max_attributes_ && state_.attributes.size() < max_all_attributes_) {
      state_.attributes.push_back(attribute);
    } else {
      state_.add_cut("a tag or the page has too many attributes; the rest of them was left out");
    }
  }
}

Name Tokenizer::attribute_name() {
  const char* start = at_;
  if (*at_ == '=') {
    error("unexpected-equals-sign-before-attribute-name", at_);
    ++at_;
  }
  while (kInAttributeName[index(*at_)] == kPlain) ++at_;
  if (kInAttributeName[index(*at_)] == kEnd || at_ == end_) {
    return state_.names.intern({start, static_cast<std::size_t>(at_ - start)},
                               [](std::string_view text) { return text; });
  }
  name_scratch_.assign(start, at_);
  for (; at_ != end_ && kInAttributeName[index(*at_)] != kEnd; ++at_) {
    if (*at_ == '\0') {
      name_scratch_ += "\xEF\xBF\xBD";
      continue;
    }
    if (kInAttributeName[index(*at_)] == kOdd) error("unexpected-character-in-attribute-name", at_);
    name_scratch_ += to_lower(*at_);
  }
  return state_.intern(name_scratch_);
}

void Tokenizer::attribute_value(AttributeData& attribute) {
  while (is_html_space(*at_)) ++at_;
  if (*at_ == '"' || *at_ == '\'') {
    const char* start = at_ + 1;
    const auto* end = static_cast<const char*>(std::memchr(start, *at_, static_cast<std::size_t>(end_ - start)));
    if (end == nullptr) {
      at_ = end_;
      return;
    }
    set_value(attribute, start, end);
    at_ = end + 1;
    if (!is_html_space(*at_) && *at_ != '/' && *at_ != '>' && at_ != end_) {
      error("missing-whitespace-between-attributes", at_);
    }
    return;
  }
  const char* start = at_;
  if (*at_ == '>') error("missing-attribute-value", at_);
  while (at_ != end_ && !is_html_space(*at_) && *at_ != '>') {
    if (keep_errors_ && std::strchr("\"'<=`", *at_) != nullptr && *at_ != '\0') {
      error("unexpected-character-in-unquoted-attribute-value", at_);
    }
    ++at_;
  }
  set_value(attribute, start, at_);
}

void Tokenizer::set_value(AttributeData& attribute, const char* start, const char* end) {
  std::string_view value(start, static_cast<std::size_t>(end - start));
  bool lasting = true;
  if (value.find('&') != std::string_view::npos) {
    scratch_.clear();
    const std::string_view whole = value;
    for (std::size_t i = 0; i < whole.size();) {
      const std::size_t ampersand = std::min(whole.find('&', i), whole.size());
      scratch_.append(whole, i, ampersand - i);
      if (ampersand == whole.size()) break;
      const text::Reference reference = text::read_reference(whole.substr(ampersand), true, scratch_);
      reference_errors(reference, start + ampersand);
      if (reference.length == 0) scratch_ += '&';
      i = ampersand + std::max<std::size_t>(reference.length, 1);
    }
    // A reference never makes a NUL.
    lasting = false;
    if (scratch_ == whole) {
      lasting = true;
    } else {
      value = scratch_;
    }
  }
  value = without_nul(value, lasting);
  if (!lasting) value = state_.arena.keep(value);
  attribute.value = value.data();
  attribute.length = static_cast<std::uint32_t>(value.size());
}

std::string_view Tokenizer::without_nul(std::string_view text, bool& lasting) {
  if (!has_nul_ || text.find('\0') == std::string_view::npos) return text;
  std::string replaced;
  replaced.reserve(text.size() + 16);
  for (const char c : text) {
    if (c == '\0') {
      replaced += "\xEF\xBF\xBD";
    } else {
      replaced += c;
    }
  }
  scratch_ = std::move(replaced);
  lasting = false;
  return scratch_;
}

void Tokenizer::reference_errors(const text::Reference& reference, const char* ampersand) {
  if (!reference.value_error.empty()) error(reference.value_error, ampersand);
  if (!reference.error.empty()) error(reference.error, ampersand + reference.error_at);
}

void Tokenizer::add_error(std::string_view name, std::uint32_t offset) {
  if (keep_errors_ && errors_.size() < kMostErrors) errors_.push_back({name, offset});
}

std::vector<RawError> Tokenizer::take_errors() {
  if (!keep_errors_) return {};
  const std::string_view text(begin_, static_cast<std::size_t>(at_ - begin_));
  auto part = character_data_parts_.begin();
  for (std::size_t i = 0; i < text.size() && errors_.size() < kMostErrors;) {
    const auto start = static_cast<std::uint32_t>(i);
    const char32_t c = text::next_character(text, i);
    if (c == 0) {
      // In character data it is the tree builder's matter.
      while (part != character_data_parts_.end() && part->second <= start) ++part;
      if (part == character_data_parts_.end() || start < part->first) add_error("unexpected-null-character", start);
    } else if ((c < 0x20 && c != '\t' && c != '\n' && c != '\f') || (c >= 0x7F && c <= 0x9F)) {
      add_error("control-character-in-input-stream", start);
    } else if ((c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFEU) == 0xFFFE) {
      add_error("noncharacter-in-input-stream", start);
    }
  }
  std::stable_sort(errors_.begin(), errors_.end(),
                   [](const RawError& a, const RawError& b) { return a.offset < b.offset; });
  return std::move(errors_);
}

}  // namespace syndicat::html
