#include "validate/source_map.hpp"

#include <functional>

#include "text/unicode.hpp"

namespace syndicat::validate {
namespace {

// How many bytes of UTF-8 a reference stands for; 0 where only the document knows.
std::size_t length_of(std::string_view reference) {
  const auto name = reference.substr(1, reference.size() - 2);
  if (name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos") return 1;
  if (!name.starts_with('#') || name.size() < 2) return 0;
  const bool hex = name[1] == 'x';
  char32_t value = 0;
  for (const char c : name.substr(hex ? 2 : 1)) {
    const auto digit =
        c >= '0' && c <= '9' ? static_cast<unsigned>(c - '0') : static_cast<unsigned>((c | 0x20) - 'a' + 10);
    if (value > 0x10FFFF) return 0;
    value = value * (hex ? 16 : 10) + digit;
  }
  return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

}  // namespace

SourceMap::SourceMap(const Check& check, const Subject& subject)
    : source_(check.text()),
      value_(subject.text),
      whole_(subject.span),
      source_at_(subject.span.start),
      is_json_(check.syntax() == Check::Syntax::json) {
  if (is_json_) {
    // The place of a string has its quotation marks.
    lost_ = whole_.end < whole_.start + 2 || whole_.end > source_.size() || source_[source_at_] != '"';
    ++source_at_;
    return;
  }
  // A value that was not touched lies in the document itself.
  const std::less<const char*> before;
  direct_ = !before(value_.data(), source_.data()) && before(value_.data(), source_.data() + source_.size());
  if (direct_) return;
  // The subject's place leaves out white space at its start.
  while (value_at_ < value_.size() && text::is_space(value_[value_at_])) ++value_at_;
}

// RFC 8259, section 7.
bool SourceMap::step_string() {
  if (source_at_ + 1 >= whole_.end || value_at_ >= value_.size()) return false;
  if (source_[source_at_] != '\\') {
    ++source_at_;
    ++value_at_;
    return true;
  }
  if (source_[source_at_ + 1] != 'u') {
    source_at_ += 2;
    ++value_at_;
    return true;
  }
  // The value tells how long the character is; one of four bytes is written as two escapes.
  const auto before = value_at_;
  text::next_character(value_, value_at_);
  source_at_ += value_at_ - before == 4 ? 12 : 6;
  return source_at_ < whole_.end;
}

bool SourceMap::step() {
  if (source_at_ >= whole_.end || value_at_ >= value_.size()) return false;
  const auto here = source_.substr(source_at_);
  if (in_cdata_) {
    if (here.starts_with("]]>")) {
      in_cdata_ = false;
      source_at_ += 3;
      return true;
    }
  } else if (here[0] == '&') {
    const auto close = here.substr(0, 64).find(';');
    const auto length = close == std::string_view::npos ? 0 : length_of(here.substr(0, close + 1));
    if (length == 0) return false;
    source_at_ += close + 1;
    value_at_ += length;
    return true;
  } else if (here.starts_with("<![CDATA[")) {
    in_cdata_ = true;
    source_at_ += 9;
    return true;
  } else if (here.starts_with("<!--")) {
    const auto close = here.find("-->");
    if (close == std::string_view::npos) return false;
    source_at_ += close + 3;
    return true;
  } else if (here[0] == '<') {
    return false;
  }
  if (here.starts_with("\r\n")) ++source_at_;
  ++source_at_;
  ++value_at_;
  return true;
}

std::size_t SourceMap::place(std::size_t offset) {
  if (direct_) return static_cast<std::size_t>(value_.data() - source_.data()) + offset;
  while (value_at_ < offset && !lost_) lost_ = is_json_ ? !step_string() : !step();
  // Marks that stand for nothing belong to what follows.
  while (!lost_ && !is_json_ && !in_cdata_ && source_.substr(source_at_).starts_with("<![CDATA[") &&
         value_at_ < value_.size())
    step();
  return source_at_;
}

Span SourceMap::span(std::size_t start, std::size_t end) {
  if (lost_) return whole_;
  const auto from = place(start);
  const auto to = place(end);
  return lost_ ? whole_ : Span{from, to};
}

}  // namespace syndicat::validate
