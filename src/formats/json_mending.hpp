#pragma once
// JSON that is no JSON, as it is met: cut off in the middle as downloads are, with a comma too many, a line end or a
// stray byte within a string.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace syndicat::formats {

// One kind of flaw, where it is met first.
struct JsonMend {
  std::size_t offset;             // in the text as it was
  std::size_t times;              // how often it was met
  std::string_view flaw, remedy;  // what it is, and what was made of it
};

class MendedJson {
 public:
  std::string text;             // need not be JSON: there may be flaws that nobody can mend
  std::vector<JsonMend> mends;  // in the order of their first places
  bool is_cut_off = false;      // the text is left out behind the last value that is whole, and closed there

  // Where in the text as it was the byte of `text` stood; logarithmic in what was mended.
  std::size_t original(std::size_t offset) const;

 private:
  friend class JsonMending;
  struct Shift {
    std::size_t mended, original;  // from here on both run side by side
  };
  std::vector<Shift> shifts_;
};

// Goes over the text once. Nothing where it is not JSON with a flaw or two: brackets that do not match, no flaw known
// here.
std::optional<MendedJson> mend_json(std::string_view text);

}  // namespace syndicat::formats
