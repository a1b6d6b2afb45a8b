#include "xml/scanner.hpp"

#include <algorithm>

#include "xml/characters.hpp"

namespace syndicat::xml {
namespace {

constexpr std::size_t kDeepest = 100'000;  // the parser's own limit is far below
constexpr std::size_t kLongestMark = 9;    // "<![CDATA["

bool starts_name(char c) { return is(c, kNameStart) || static_cast<unsigned char>(c) >= 0x80; }
bool is_name_byte(char c) { return is(c, kNameByte) || static_cast<unsigned char>(c) >= 0x80; }

// FNV-1a: two names that meet only make pieces less well cut.
std::uint64_t digest(std::string_view name) {
  std::uint64_t value = 0xCBF29CE484222325U;
  for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return value;
}

}  // namespace

Result<Scanner::Event> Scanner::next() {
  Event event;
  while (!ended_) {
    const auto step = this->step(event);
    if (step == Step::found) return event;
    if (step == Step::passed) continue;
    if (last_) {
      // What begins here never ends: the parser tells.
      at_ = buffer_.size();
      ended_ = true;
      break;
    }
    if (auto filled = fill(); !filled) return Failure(filled.error());
  }
  event = {};
  event.start = event.behind = place(at_);
  event.depth = open_.size();
  return event;
}

std::string_view Scanner::bytes(std::uint64_t from, std::uint64_t to) const {
  return std::string_view(buffer_).substr(from - offset_, to - from);
}

void Scanner::release(std::uint64_t before) {
  released_ = std::max(released_, static_cast<std::size_t>(before - offset_));
}

Result<void> Scanner::fill() {
  if (released_ > 0) {
    buffer_.erase(0, released_);
    offset_ += released_;
    at_ -= released_;
    searched_ -= std::min(searched_, released_);
    released_ = 0;
  }
  const auto before = buffer_.size();
  if (before > most_held_)
    return fail(Cause::unreadable, "an item or a part of one is longer than {} bytes; read the feed without streaming",
                most_held_);
  // A long token is read in ever larger steps, so that looking at it again costs no more than reading it.
  if (auto got = more_(buffer_, std::max(step_, before - at_)); !got) return got;
  last_ = buffer_.size() == before;
  return {};
}

// Goes to the next markup and over it.
Scanner::Step Scanner::step(Event& event) {
  const auto open = buffer_.find('<', at_);
  if (open == std::string::npos) {
    at_ = buffer_.size();
    return Step::starved;
  }
  at_ = open;
  if (buffer_.size() - at_ < kLongestMark && !last_) return Step::starved;
  return markup(event);
}

Scanner::Step Scanner::markup(Event& event) {
  const auto here = std::string_view(buffer_).substr(at_);
  const char next = here.size() > 1 ? here[1] : '\0';
  if (starts_name(next)) return start_tag(event);
  if (next == '/' && !open_.empty()) return end_tag(event);
  if (here.starts_with("<!--")) return skip_behind(at_ + 4, "-->");
  if (here.starts_with("<![CDATA[") && !open_.empty()) return skip_behind(at_ + 9, "]]>");
  if (next == '?') return skip_behind(at_ + 2, "?>");
  if (here.starts_with("<!DOCTYPE") && !has_root_) return doctype();
  ++at_;  // no tag: text
  return Step::passed;
}

Scanner::Step Scanner::skip_behind(std::size_t from, std::string_view end) {
  from = std::max(from, searched_ - std::min(searched_, end.size()));
  const auto found = buffer_.find(end, std::min(from, buffer_.size()));
  if (found == std::string::npos) {
    searched_ = buffer_.size();
    return Step::starved;
  }
  searched_ = 0;
  at_ = found + end.size();
  return Step::passed;
}

Scanner::Step Scanner::start_tag(Event& event) {
  auto at = at_ + 1;
  while (at < buffer_.size() && is_name_byte(buffer_[at])) ++at;
  const auto name_end = at;
  bool empty = false;
  if (!attributes(at, empty)) return Step::starved;
  if (open_.empty() && has_root_) {
    // Something behind the document's end; the parser tells of it, and reads no further.
    ++at_;
    ended_ = true;
    return Step::passed;
  }
  event.kind = empty ? Event::Kind::empty : Event::Kind::open;
  event.start = place(at_);
  event.behind = place(at);
  event.depth = open_.size();
  event.name = std::string_view(buffer_).substr(at_ + 1, name_end - at_ - 1);
  has_root_ = true;
  at_ = at;
  if (!empty) {
    open_.push_back(digest(event.name));
    ++opened_[open_.back()];
  }
  if (open_.size() <= kDeepest) return Step::found;
  ended_ = true;  // far beyond what the parser takes; it tells
  return Step::passed;
}

// From behind a start tag's name to behind the tag; false where it does not end here.
bool Scanner::attributes(std::size_t& at, bool& empty) const {
  const auto size = buffer_.size();
  const auto skip_blanks = [&] {
    while (at < size && is(buffer_[at], kBlank)) ++at;
    return at < size;
  };
  for (;;) {
    if (!skip_blanks()) return false;
    const char c = buffer_[at];
    if (c == '>') {
      ++at;
      return true;
    }
    if (c == '<') return true;  // the tag was never closed
    if (c == '/') {
      ++at;
      if (at == size) return false;
      if (buffer_[at] != '>') continue;
      ++at;
      empty = true;
      return true;
    }
    if (!starts_name(c)) {
      ++at;
      continue;
    }
    while (at < size && is_name_byte(buffer_[at])) ++at;
    const auto behind_name = at;
    if (!skip_blanks()) return false;
    if (buffer_[at] != '=') {
      at = behind_name;
      continue;
    }
    ++at;
    if (!skip_blanks()) return false;
    const char quote = buffer_[at];
    if (quote == '"' || quote == '\'') {
      const auto close = buffer_.find(quote, at + 1);
      if (close == std::string::npos) return false;
      at = close + 1;
    } else {
      while (at < size && !is(buffer_[at], kBlank) && buffer_[at] != '>') ++at;
    }
  }
}

Scanner::Step Scanner::end_tag(Event& event) {
  auto at = at_ + 2;
  while (at < buffer_.size() && is_name_byte(buffer_[at])) ++at;
  const auto name = std::string_view(buffer_).substr(at_ + 2, at - at_ - 2);
  while (at < buffer_.size() && buffer_[at] != '>' && buffer_[at] != '<') ++at;
  if (at == buffer_.size()) return Step::starved;
  if (buffer_[at] == '>') ++at;
  event.start = place(at_);
  event.behind = place(at);
  at_ = at;
  // It closes the element of its name that was opened last, with all that is still open in it.
  const auto wanted = digest(name);
  const auto known = opened_.find(wanted);
  if (known == opened_.end() || known->second == 0) return Step::passed;
  bool closed = false;
  while (!closed) {
    closed = open_.back() == wanted;
    --opened_[open_.back()];
    open_.pop_back();
  }
  event.kind = Event::Kind::close;
  event.depth = open_.size();
  event.name = name;
  return Step::found;
}

// Up to the ">" that is in no quotation marks, in no comment and not in the internal subset.
Scanner::Step Scanner::doctype() {
  bool inside = false;
  for (auto at = at_ + 9; at < buffer_.size();) {
    const char c = buffer_[at];
    const auto here = std::string_view(buffer_).substr(at);
    if (c == '"' || c == '\'') {
      const auto close = here.find(c, 1);
      if (close == std::string_view::npos) return Step::starved;
      at += close + 1;
      continue;
    }
    if (here.starts_with("<!--")) {
      const auto close = here.find("-->", 4);
      if (close == std::string_view::npos) return Step::starved;
      at += close + 3;
      continue;
    }
    inside = c == '[' || (inside && c != ']');
    ++at;
    if (c != '>' || inside) continue;
    at_ = at;
    return Step::passed;
  }
  return Step::starved;
}

}  // namespace syndicat::xml
