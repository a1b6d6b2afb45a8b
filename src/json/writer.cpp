#include "json/writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/eight_bytes.hpp"
#include "json/huge_numbers.hpp"
#include "json/parse_flags.hpp"

namespace syndicat::json {
namespace {

// How a byte stands in a string: as it is, behind a backslash, or as \u00XX (RFC 8259, section 7).
constexpr std::array<char, 256> kEscapes = [] {
  std::array<char, 256> table{};
  for (std::size_t byte = 0; byte < 0x20; ++byte) table[byte] = 'u';
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}();

void append_string(std::string& to, std::string_view value) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  to += '"';
  const auto needs_escape = [](std::uint64_t word) {
    return any_below(word, 0x20) | any_is(word, '"') | any_is(word, '\\');
  };
  std::size_t copied = 0;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (at % 8 == 0) at = skip_words(value, at, needs_escape);
    if (at == value.size()) break;
    const auto byte = static_cast<unsigned char>(value[at]);
    const char escape = kEscapes[byte];
    if (escape == 0) continue;
    to.append(value, copied, at - copied);
    copied = at + 1;
    to += '\\';
    to += escape;
    if (escape == 'u') to.append("00").append(1, kDigits[byte >> 4U]).append(1, kDigits[byte & 15U]);
  }
  to.append(value, copied);
  to += '"';
}

}  // namespace

// What lies deeper stays on its line: blanks before each would be quadratic in depth.
constexpr std::size_t kDeepestLine = 64;

struct Writer::State {
  // What is open: an object or an array, and whether it holds anything yet.
  struct Level {
    bool is_object;
    bool is_empty = true;
  };

  // Goes to where the next value or name stands.
  void begin_value() {
    if (behind_key) {
      behind_key = false;
      return;
    }
    if (open.empty()) return;
    if (!open.back().is_empty) text += ',';
    open.back().is_empty = false;
    new_line();
  }

  void new_line() {
    if (style == Style::compact || open.size() > kDeepestLine) return;
    text += '\n';
    text.append(open.size() * 2, ' ');
  }

  void begin(bool is_object) {
    begin_value();
    text += is_object ? '{' : '[';
    open.push_back({is_object});
  }

  void end() {
    const Level level = open.back();
    open.pop_back();
    if (!level.is_empty) new_line();
    text += level.is_object ? '}' : ']';
  }

  void key(std::string_view name) {
    begin_value();
    append_string(text, name);
    text += style == Style::pretty ? ": " : ":";
    behind_key = true;
  }

  void bare(std::string_view words) {
    begin_value();
    text += words;
  }

  Style style;
  std::string text{};
  std::vector<Level> open{};
  bool behind_key = false;
};

namespace {

// Writes what a reader meets.
struct Copy {
  Writer& to;
  std::string_view json;  // what RapidJSON reads is this without huge numbers
  const Stream& stream;
  bool Null() { return to.null(), true; }
  bool Bool(bool yes) { return to.value(yes), true; }
  bool RawNumber(const char*, rapidjson::SizeType length, bool) {
    return to.bare(json.substr(stream.Tell() - length, length)), true;
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    return to.value(std::string_view(text, length)), true;
  }
  bool Key(const char* name, rapidjson::SizeType length, bool) { return to.key({name, length}), true; }
  bool StartObject() { return to.begin_object(), true; }
  bool StartArray() { return to.begin_array(), true; }
  bool EndObject(rapidjson::SizeType) { return to.end_object(), true; }
  bool EndArray(rapidjson::SizeType) { return to.end_array(), true; }

  // Numbers come as RawNumber; RapidJSON wants these to be there all the same.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }
};

}  // namespace

Writer::Writer(Style style) : state_(std::make_unique<State>(State{style})) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Writer& Writer::reserve(std::size_t bytes) {
  state_->text.reserve(bytes);
  return *this;
}

Writer& Writer::begin_object() {
  state_->begin(true);
  return *this;
}

Writer& Writer::end_object() {
  state_->end();
  return *this;
}

Writer& Writer::begin_array() {
  state_->begin(false);
  return *this;
}

Writer& Writer::end_array() {
  state_->end();
  return *this;
}

Writer& Writer::key(std::string_view name) {
  state_->key(name);
  return *this;
}

Writer& Writer::value(std::string_view text) {
  state_->begin_value();
  append_string(state_->text, text);
  return *this;
}

Writer& Writer::value(std::int64_t number) { return bare(std::to_string(number)); }

Writer& Writer::value(double number) {
  // JSON has neither infinity nor "not a number".
  if (!std::isfinite(number)) return null();
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return bare({digits.data(), static_cast<std::size_t>(end - digits.data())});
}

Writer& Writer::value(bool yes) { return bare(yes ? "true" : "false"); }

Writer& Writer::null() { return bare("null"); }

Writer& Writer::bare(std::string_view words) {
  state_->bare(words);
  return *this;
}

Writer& Writer::raw(std::string_view json) {
  const auto readable = without_huge_numbers(json);
  Stream stream(readable);
  Copy copy{*this, json, stream};
  rapidjson::Reader().Parse<kParseFlags>(stream, copy);
  return *this;
}

Writer& Writer::member(std::string_view name, std::string_view text) {
  return text.empty() ? *this : key(name).value(text);
}

std::string Writer::take() {
  std::string text = std::move(state_->text);
  if (state_->style == Style::pretty) text += '\n';
  *this = Writer(state_->style);
  return text;
}

}  // namespace syndicat::json
