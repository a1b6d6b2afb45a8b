#include "formats/json_mending.hpp"

#include <algorithm>

namespace syndicat::formats {
namespace {

// Goes over the text once, and keeps in mind where it could end.
class Walk {
 public:
  // Whether brackets match as far as the text goes.
  bool go(std::string_view text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const char c = text[at];
      if (c == '"') {
        at = behind_string(text, at) - 1;
        if (at + 1 > text.size()) return true;
        if (open_.ends_with('[') || behind_colon_) may_end(at + 1);
      } else if (c == '{' || c == '[') {
        // An object in a list of which nothing has come is no item yet.
        const bool is_item = c == '{' && open_.ends_with('[');
        open_ += c;
        if (!is_item) may_end(at + 1);
      } else if (c == '}' || c == ']') {
        if (!open_.ends_with(c == '}' ? '{' : '[')) return false;
        open_.pop_back();
        may_end(at + 1);
      } else if (c == ',') {
        may_end(at);
      }
      if (c == ':' || c == ',' || c == '{' || c == '[') behind_colon_ = c == ':';
    }
    return true;
  }

  bool is_open() const { return !open_.empty(); }
  std::size_t end() const { return end_; }

  // What closes that which is open at the end, the innermost first. Brackets open there are a beginning of those that
  // were open when it was passed, and of which none has been closed since: each closing bracket is an end itself.
  std::string closing() const {
    std::string brackets(open_, 0, depth_);
    std::reverse(brackets.begin(), brackets.end());
    for (char& bracket : brackets) bracket = bracket == '{' ? '}' : ']';
    return brackets;
  }

 private:
  void may_end(std::size_t at) {
    end_ = at;
    depth_ = open_.size();
  }

  static std::size_t behind_string(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
      if (text[at] == '\\') ++at;
      else if (text[at] == '"') return at + 1;
    }
    return text.size() + 2;
  }

  std::string open_;
  std::size_t end_ = 0, depth_ = 0;
  bool behind_colon_ = false;
};

}  // namespace

std::optional<std::string> close_json(std::string_view text) {
  Walk walk;
  if (!walk.go(text) || !walk.is_open() || walk.end() == 0) return std::nullopt;
  return std::string(text.substr(0, walk.end())) + walk.closing();
}

}  // namespace syndicat::formats
