#include "formats/json_mending.hpp"

#include <algorithm>
#include <array>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

enum Flaw : std::uint8_t {
  kCommaTooMany,
  kCommaMissing,
  kComment,
  kControl,
  kByte,
  kSurrogate,
  kEscape,
  kNoNumber,
  kBehind,
  kCutOff,
  kFlaws
};

struct Words {
  std::string_view flaw, remedy;
};
// clang-format off
constexpr std::array<Words, kFlaws> kWords = {{
    {"a comma that parts nothing", "it is left out"},
    {"a comma is missing between two values", "it is put in"},
    {"a comment, which JSON does not have", "it is left out"},
    {"a line end or another control character within a string", "it is read as its escape"},
    {"a byte that is no UTF-8", "it is read as windows-1252"},
    {"half a surrogate pair", "it is read as U+FFFD"},
    {"an escape that JSON does not have", "it is read as it stands"},
    {"a number that JSON does not have", "it is read as null"},
    {"something stands behind the end of the value", "it is left out"},
    {"the document ends here, before what is open in it is closed", "the part behind the last whole value is left out"},
}};
// clang-format on

bool is_hex(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f'); }

// The four digits of a \u escape whose backslash is at `at`; nothing where it is none.
std::optional<unsigned> unit_of(std::string_view text, std::size_t at) {
  if (!text.substr(at).starts_with("\\u") || text.size() < at + 6) return std::nullopt;
  unsigned unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    if (!is_hex(c)) return std::nullopt;
    unit = unit * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return unit;
}

bool is_lead(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_trail(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

bool is_word(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '+' || c == '-' || c == '.';
}

// Half a pair of surrogates spelt as if it were a character (RFC 3629, section 3).
bool is_spelt_surrogate(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t place) {
    return place < text.size() ? static_cast<unsigned char>(text[place]) : 0U;
  };
  return byte(at) == 0xED && byte(at + 1) >= 0xA0 && byte(at + 1) <= 0xBF && (byte(at + 2) & 0xC0U) == 0x80U;
}

}  // namespace

// Copies the text, and does at each flaw what its words say.
class JsonMending {
 public:
  explicit JsonMending(std::string_view text) : text_(text) { mended_.text.reserve(text.size() + text.size() / 64); }

  std::optional<MendedJson> run() {
    while (at_ < text_.size() && !is_done_)
      if (!token()) return std::nullopt;
    if (!open_.empty() && !cut_off()) return std::nullopt;
    if (mended_.mends.empty()) return std::nullopt;
    return std::move(mended_);
  }

 private:
  enum class Last : std::uint8_t { nothing, open, value, comma, colon };

  bool token() {
    const char c = text_[at_];
    if (text::is_space(c)) return copy(1), true;
    if (c == '/') return comment();
    if (c == ',') return comma(), true;
    if (c == '}' || c == ']') return close(c);
    if (c == ':') {
      last_ = Last::colon;
      return copy(1), true;
    }
    if (last_ == Last::value && open_.empty()) return behind_end(c);
    if (last_ == Last::value) {
      tell(kCommaMissing, at_);
      put(",");
      may_end(out().size() - 1);
    }
    if (c == '"') return string(), true;
    if (c == '{' || c == '[') return open(c), true;
    return word();
  }

  void copy(std::size_t bytes) {
    out().append(text_.substr(at_, bytes));
    at_ += bytes;
  }

  // In the place of so many bytes of the text.
  void put(std::string_view instead, std::size_t bytes = 0) {
    out() += instead;
    at_ += bytes;
    if (instead.size() != bytes) mended_.shifts_.push_back({out().size(), at_});
  }

  void tell(Flaw flaw, std::size_t offset) {
    if (told_[flaw] == 0) {
      mended_.mends.push_back({offset, 0, kWords[flaw].flaw, kWords[flaw].remedy});
      told_[flaw] = mended_.mends.size();
    }
    ++mended_.mends[told_[flaw] - 1].times;
  }

  // Blanks take the place of what is left out, so that all else stays in its place.
  bool comment() {
    const auto rest = text_.substr(at_);
    std::size_t length = 0;
    if (rest.starts_with("//")) length = std::min(rest.find('\n'), rest.size());
    if (rest.starts_with("/*")) {
      const auto end = rest.find("*/", 2);
      length = end == std::string_view::npos ? rest.size() : end + 2;
    }
    if (length == 0) return false;
    tell(kComment, at_);
    for (const char c : rest.substr(0, length)) out() += c == '\n' ? '\n' : ' ';
    at_ += length;
    return true;
  }

  void comma() {
    if (last_ == Last::open || last_ == Last::comma) {
      tell(kCommaTooMany, at_);
      return put(" ", 1);
    }
    may_end(out().size());
    comma_ = out().size();
    comma_in_text_ = at_;
    last_ = Last::comma;
    copy(1);
  }

  void open(char c) {
    // An object in a list of which nothing has come is no item yet.
    const bool is_item = c == '{' && open_.ends_with('[');
    open_ += c;
    copy(1);
    last_ = Last::open;
    if (!is_item) may_end(out().size());
  }

  bool close(char c) {
    if (!open_.ends_with(c == '}' ? '{' : '[')) return open_.empty() && last_ == Last::value && behind_end(c);
    if (last_ == Last::comma) {
      tell(kCommaTooMany, comma_in_text_);
      out()[comma_] = ' ';
    }
    open_.pop_back();
    copy(1);
    last_ = Last::value;
    may_end(out().size());
    return true;
  }

  // Another object or list there is no slip: one of the two would be lost.
  bool behind_end(char c) {
    if (c == '{' || c == '[') return false;
    tell(kBehind, at_);
    is_done_ = true;
    return true;
  }

  bool word() {
    std::size_t length = 0;
    while (at_ + length < text_.size() && is_word(text_[at_ + length])) ++length;
    if (length == 0) return false;
    const auto written = text_.substr(at_, length);
    last_ = Last::value;
    if (written == "NaN" || written == "Infinity" || written == "-Infinity") {
      tell(kNoNumber, at_);
      put("null", length);
    } else {
      copy(length);
    }
    return true;
  }

  void string() {
    const bool is_value = last_ == Last::colon || open_.ends_with('[');
    last_ = Last::value;
    copy(1);
    while (at_ < text_.size()) {
      const auto byte = static_cast<unsigned char>(text_[at_]);
      if (byte == '"') {
        copy(1);
        if (is_value) may_end(out().size());
        return;
      }
      if (byte == '\\') escape();
      else if (byte < 0x20) control(byte);
      else if (byte >= 0x80) character();
      else copy(1);
    }
    last_ = Last::nothing;
  }

  void control(unsigned char byte) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    tell(kControl, at_);
    if (byte == '\n') return put("\\n", 1);
    if (byte == '\r') return put("\\r", 1);
    if (byte == '\t') return put("\\t", 1);
    put(std::string("\\u00") + kDigits[byte >> 4U] + kDigits[byte & 15U], 1);
  }

  void character() {
    auto behind = at_;
    text::next_character(text_, behind);
    if (behind > at_ + 1) return copy(behind - at_);
    if (is_spelt_surrogate(text_, at_)) {
      tell(kSurrogate, at_);
      return put("\xEF\xBF\xBD", 3);
    }
    tell(kByte, at_);
    std::string character;
    text::append_utf8(character, text::windows_1252(text_[at_]));
    put(character, 1);
  }

  void escape() {
    const char named = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
    if (named == 'u') {
      const auto unit = unit_of(text_, at_);
      if (unit && is_lead(*unit)) {
        const auto second = unit_of(text_, at_ + 6);
        if (second && is_trail(*second)) return copy(12);
      }
      if (unit && (is_lead(*unit) || is_trail(*unit))) {
        tell(kSurrogate, at_);
        return put("\\ufffd", 6);
      }
      if (unit) return copy(6);
    } else if (std::string_view("\"\\/bfnrt").find(named) != std::string_view::npos) {
      return copy(2);
    }
    tell(kEscape, at_);
    if (named == '\'') put("'", 2);
    else put("\\\\", 1);
  }

  // What is open at the end is closed where the text could end. Brackets open there are a beginning of those that were
  // open when it was passed, and of which none has been closed since: each closing bracket is an end itself.
  bool cut_off() {
    if (end_ == 0) return false;
    // Nothing is mended in what is left out.
    const auto end = mended_.original(end_);
    std::erase_if(mended_.mends, [&](const JsonMend& mend) { return mend.offset >= end; });
    tell(kCutOff, text_.size());
    mended_.is_cut_off = true;
    out().resize(end_);
    for (auto depth = depth_; depth-- > 0;) out() += open_[depth] == '{' ? '}' : ']';
    return true;
  }

  void may_end(std::size_t at) {
    end_ = at;
    depth_ = open_.size();
  }

  std::string& out() { return mended_.text; }

  std::string_view text_;
  MendedJson mended_;
  std::array<std::size_t, kFlaws> told_{};  // where among the mends, counted from one
  std::string open_;                        // the brackets that are open
  Last last_ = Last::nothing;
  std::size_t at_ = 0, comma_ = 0, comma_in_text_ = 0;
  std::size_t end_ = 0, depth_ = 0;  // where what is mended could end, and how deep that is
  bool is_done_ = false;
};

std::size_t MendedJson::original(std::size_t offset) const {
  const auto behind = std::upper_bound(shifts_.begin(), shifts_.end(), offset,
                                       [](std::size_t wanted, const Shift& shift) { return wanted < shift.mended; });
  return behind == shifts_.begin() ? offset : std::prev(behind)->original + (offset - std::prev(behind)->mended);
}

std::optional<MendedJson> mend_json(std::string_view text) { return JsonMending(text).run(); }

}  // namespace syndicat::formats
