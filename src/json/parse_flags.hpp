#pragma once
// How this room calls RapidJSON's reader: without recursion, so that depth cannot overflow the stack; numbers as
// written; strings checked to be UTF-8. Included by json/*.cpp only.

#include <rapidjson/reader.h>

#include <string_view>

namespace syndicat::json {

constexpr unsigned kParseFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseValidateEncodingFlag;

// A text as RapidJSON reads it. Its end reads as NUL, which JSON forbids everywhere else.
class Stream {
 public:
  using Ch = char;
  explicit Stream(std::string_view text) : text_(text) {}
  Ch Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  Ch Take() { return at_ < text_.size() ? text_[at_++] : '\0'; }
  std::size_t Tell() const { return at_; }

  // Never called: what RapidJSON asks of a stream that is parsed in place.
  Ch* PutBegin() { return nullptr; }
  void Put(Ch) {}
  void Flush() {}
  std::size_t PutEnd(Ch*) { return 0; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace syndicat::json
