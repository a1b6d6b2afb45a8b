#pragma once
// Where an offset into a text is for a person: line and column.

#include <cstdint>
#include <string_view>
#include <vector>

namespace syndicat::text {

struct LineAndColumn {
  std::uint32_t line = 0, column = 0;  // from 1; columns in characters
};

// Of a text that was cut out of a larger one, with other lines put before it: where its own lines stand there.
struct Origin {
  std::uint32_t skipped = 0;           // so many lines at the start are not its own
  std::uint32_t line = 1, column = 1;  // of the first character behind them
};

// A place in such a text as a place in the larger one; in the lines that are not its own as it is.
LineAndColumn seen_from(const Origin& origin, LineAndColumn here);

// Worked out when first asked for: where each line starts, and how many characters stand before every 4,096th
// byte, so that a text on one long line costs no more than another. Always to be asked with the same text.
class Lines {
 public:
  Lines() = default;
  explicit Lines(const Origin& origin) : origin_(origin) {}
  // Logarithmic in the number of lines. An offset behind the text counts as its end.
  LineAndColumn at(std::string_view text, std::size_t offset);
  // The line (from 1) as it stands, without its end.
  std::string_view line(std::string_view text, std::uint32_t number);

 private:
  void measure(std::string_view text);
  Origin origin_;
  bool measured_ = false;
  std::vector<std::uint32_t> starts_;
  std::vector<std::uint32_t> characters_;
};

}  // namespace syndicat::text
