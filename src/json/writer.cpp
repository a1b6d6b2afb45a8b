#include "json/writer.hpp"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cmath>

#include "json/parse_flags.hpp"

namespace syndicat::json {
namespace {

rapidjson::SizeType size_of(std::string_view text) { return static_cast<rapidjson::SizeType>(text.size()); }

// Writes what a reader meets. The writers' own RawNumber would put numbers in quotation marks.
template <typename Target>
struct Copy {
  Target& target;
  bool Null() { return target.Null(); }
  bool Bool(bool yes) { return target.Bool(yes); }
  bool Int(int number) { return target.Int(number); }
  bool Uint(unsigned number) { return target.Uint(number); }
  bool Int64(std::int64_t number) { return target.Int64(number); }
  bool Uint64(std::uint64_t number) { return target.Uint64(number); }
  bool Double(double number) { return target.Double(number); }
  bool RawNumber(const char* written, rapidjson::SizeType length, bool) {
    return target.RawValue(written, length, rapidjson::kNumberType);
  }
  bool String(const char* text, rapidjson::SizeType length, bool) { return target.String(text, length); }
  bool Key(const char* name, rapidjson::SizeType length, bool) { return target.Key(name, length); }
  bool StartObject() { return target.StartObject(); }
  bool StartArray() { return target.StartArray(); }
  bool EndObject(rapidjson::SizeType) { return target.EndObject(); }
  bool EndArray(rapidjson::SizeType) { return target.EndArray(); }
};

}  // namespace

struct Writer::State {
  explicit State(Style wanted) : style(wanted), compact(buffer), pretty(buffer) { pretty.SetIndent(' ', 2); }

  // Calls `act` with the writer in use.
  template <typename Act>
  void with(Act act) {
    if (style == Style::pretty)
      act(pretty);
    else
      act(compact);
  }

  Style style;
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> compact;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> pretty;
};

Writer::Writer(Style style) : state_(std::make_unique<State>(style)) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Writer& Writer::begin_object() {
  state_->with([](auto& to) { to.StartObject(); });
  return *this;
}

Writer& Writer::end_object() {
  state_->with([](auto& to) { to.EndObject(); });
  return *this;
}

Writer& Writer::begin_array() {
  state_->with([](auto& to) { to.StartArray(); });
  return *this;
}

Writer& Writer::end_array() {
  state_->with([](auto& to) { to.EndArray(); });
  return *this;
}

Writer& Writer::key(std::string_view name) {
  state_->with([&](auto& to) { to.Key(name.data(), size_of(name)); });
  return *this;
}

Writer& Writer::value(std::string_view text) {
  // RapidJSON wants a pointer even for nothing.
  if (text.data() == nullptr) text = "";
  state_->with([&](auto& to) { to.String(text.data(), size_of(text)); });
  return *this;
}

Writer& Writer::value(std::int64_t number) {
  state_->with([&](auto& to) { to.Int64(number); });
  return *this;
}

Writer& Writer::value(double number) {
  // JSON has neither infinity nor "not a number".
  if (!std::isfinite(number)) return null();
  state_->with([&](auto& to) { to.Double(number); });
  return *this;
}

Writer& Writer::value(bool yes) {
  state_->with([&](auto& to) { to.Bool(yes); });
  return *this;
}

Writer& Writer::null() {
  state_->with([](auto& to) { to.Null(); });
  return *this;
}

Writer& Writer::raw(std::string_view json) {
  state_->with([&](auto& to) {
    Stream stream(json);
    Copy<std::remove_reference_t<decltype(to)>> copy{to};
    rapidjson::Reader().Parse<kParseFlags>(stream, copy);
  });
  return *this;
}

Writer& Writer::member(std::string_view name, std::string_view text) {
  return text.empty() ? *this : key(name).value(text);
}

std::string Writer::take() {
  std::string text(state_->buffer.GetString(), state_->buffer.GetSize());
  if (state_->style == Style::pretty) text += '\n';
  *this = Writer(state_->style);
  return text;
}

}  // namespace syndicat::json
