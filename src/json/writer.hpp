#pragma once
// Writes JSON from the front to the end, indented by two blanks (what lies very deep is not), or compact on one line.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace syndicat::json {

class Writer {
 public:
  enum class Style { pretty, compact };
  explicit Writer(Style style = Style::pretty);
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  ~Writer();

  Writer& reserve(std::size_t bytes);  // room for a text of that size, where it is known
  Writer& begin_object();
  Writer& end_object();
  Writer& begin_array();
  Writer& end_array();
  Writer& key(std::string_view name);
  Writer& value(std::string_view text);
  Writer& value(const char* text) { return value(std::string_view(text)); }
  Writer& value(std::int64_t number);
  Writer& value(double number);
  Writer& value(bool yes);
  Writer& null();
  Writer& raw(std::string_view json);    // a value that is JSON text already, laid out anew
  Writer& bare(std::string_view words);  // a number, true, false or null as it is to stand

  // key and value, left out where the text is empty.
  Writer& member(std::string_view name, std::string_view text);

  std::string take();  // the text; with a line end where it is pretty

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace syndicat::json
