#include "json/value.hpp"

#include <rapidjson/error/error.h>

#include <algorithm>

#include "json/huge_numbers.hpp"
#include "json/parse_flags.hpp"
#include "json/writer.hpp"

namespace syndicat::json {
namespace {

// A value takes a hundred bytes in memory, and "0," two in the text: there may be so many as an honest text of the
// greatest size holds.
constexpr std::uint64_t kBytesPerValue = 16;
constexpr std::uint64_t kLeastValues = 1'000'000;

// Takes the reader's events and builds the tree. RapidJSON does not say where a token starts; it is the first
// byte behind the last token that is neither white space nor a comma nor a colon.
class Builder {
  // RapidJSON lets the second half of a surrogate pair stand alone; in UTF-8 that is ED A0..BF (RFC 3629, section 3).
  static bool has_half_character(std::string_view text) {
    for (auto at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at + 1)) {
      if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xA0) return true;
    }
    return false;
  }

 public:
  Builder(std::string_view text, const Stream& stream, const Limits& limits)
      : text_(text),
        stream_(stream),
        max_depth_(std::min(limits.max_depth, kGreatestDepth)),
        left_(std::max(kLeastValues, limits.max_size / kBytesPerValue)) {}

  bool Null() { return scalar(std::monostate()); }
  bool Bool(bool yes) { return scalar(yes); }
  bool RawNumber(const char*, rapidjson::SizeType length, bool) {
    // What RapidJSON reads may be another text: one without huge numbers.
    const auto number = text_.substr(next_token(), length);
    return scalar(Number{nearest_double(number), std::string(number)});
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    has_half_ = has_half_character({text, length});
    return scalar(std::string(text, length)) && !has_half_;
  }
  bool Key(const char* name, rapidjson::SizeType length, bool) {
    has_half_ = has_half_character({name, length});
    if (has_half_) return next_token(), false;
    std::get<Object>(open_.back().data).push_back({std::string(name, length), next_token(), {}});
    last_end_ = stream_.Tell();
    return true;
  }
  bool StartObject() { return start(Object()); }
  bool StartArray() { return start(Array()); }
  bool EndObject(rapidjson::SizeType) { return finish(); }
  bool EndArray(rapidjson::SizeType) { return finish(); }

  // Numbers come as RawNumber; RapidJSON wants these to be there all the same.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  Value take() { return std::move(root_); }
  bool too_deep() const { return too_deep_; }
  bool too_many() const { return left_ == 0; }
  bool has_half() const { return has_half_; }
  std::size_t last_token() const { return token_; }

 private:
  std::size_t next_token() {
    token_ = text_.find_first_not_of(" \t\r\n,:", last_end_);
    if (token_ == std::string_view::npos) token_ = text_.size();
    return token_;
  }

  template <typename Data>
  bool scalar(Data data) {
    const std::size_t offset = next_token();
    last_end_ = stream_.Tell();
    if (--left_ == 0) return false;
    put(Value{std::move(data), offset, last_end_});
    return true;
  }

  template <typename Data>
  bool start(Data data) {
    const std::size_t offset = next_token();
    last_end_ = offset + 1;
    too_deep_ = open_.size() >= max_depth_;
    if (too_deep_ || --left_ == 0) return false;
    open_.push_back(Value{std::move(data), offset, 0});
    return true;
  }

  bool finish() {
    last_end_ = next_token() + 1;
    Value value = std::move(open_.back());
    open_.pop_back();
    value.end = last_end_;
    put(std::move(value));
    return true;
  }

  void put(Value value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto* array = std::get_if<Array>(&open_.back().data)) {
      array->push_back(std::move(value));
    } else {
      auto& members = std::get<Object>(open_.back().data);
      members.back().value_.reserve(1);
      members.back().value_.push_back(std::move(value));
    }
  }

  std::string_view text_;
  const Stream& stream_;
  unsigned max_depth_;
  std::uint64_t left_;  // values that may still come
  std::size_t last_end_ = 0, token_ = 0;
  bool too_deep_ = false, has_half_ = false;
  std::vector<Value> open_;
  Value root_;
};

std::string_view words(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty: return "there is no value; write an object, {...}";
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return "something stands behind the end of the value; a text holds one value only";
    case rapidjson::kParseErrorObjectMissName: return "a member's name in quotation marks is missing";
    case rapidjson::kParseErrorObjectMissColon: return "a colon is missing behind a member's name";
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return "a comma or a closing } is missing behind a member";
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return "a comma or a closing ] is missing behind an element";
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex: return "\\u needs four hexadecimal digits";
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return "half a surrogate pair; write both \\u escapes of the character";
    case rapidjson::kParseErrorStringEscapeInvalid:
      return "no such escape; JSON has \\\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u";
    case rapidjson::kParseErrorStringMissQuotationMark:
      return "the string does not end; close it with a quotation mark";
    case rapidjson::kParseErrorStringInvalidEncoding:
      return "a control character or a flaw in UTF-8 within a string; write control characters as \\u escapes";
    case rapidjson::kParseErrorNumberMissFraction: return "digits are missing behind the number's point";
    case rapidjson::kParseErrorNumberMissExponent: return "digits are missing in the number's exponent";
    default: return "no value starts like this; JSON has objects, arrays, strings, numbers, true, false and null";
  }
}

}  // namespace

const Value* Value::find(std::string_view name) const {
  const Object* members = object();
  if (members == nullptr) return nullptr;
  const Value* found = nullptr;
  for (const auto& member : *members)
    if (member.name == name) found = &member.value();
  return found;
}

std::string Value::text(std::string_view name) const {
  const Value* found = find(name);
  return found != nullptr && found->string() != nullptr ? *found->string() : std::string();
}

namespace {

// `readable` is the text, or one that differs in its numbers only; places and numbers are those of the text.
tl::expected<Value, Flaw> parse(std::string_view text, std::string_view readable, const Limits& limits) {
  Stream stream(readable);
  Builder builder(text, stream, limits);
  rapidjson::Reader reader;
  const auto result = reader.Parse<kParseFlags>(stream, builder);
  if (builder.too_deep())
    return tl::unexpected(
        Flaw{fmt::format("objects and arrays lie more than {} deep", std::min(limits.max_depth, kGreatestDepth)),
             builder.last_token()});
  if (builder.too_many())
    return tl::unexpected(
        Flaw{"there are more values than a text within the limit of size should hold; raise it with --max-size",
             builder.last_token()});
  if (builder.has_half())
    return tl::unexpected(
        Flaw{std::string(words(rapidjson::kParseErrorStringUnicodeSurrogateInvalid)), builder.last_token()});
  if (result.Code() == rapidjson::kParseErrorNumberTooBig && readable.data() == text.data())
    return parse(text, without_huge_numbers(text), limits);
  if (result.IsError()) {
    // A control character within a string is a wrong escape to RapidJSON.
    const bool is_control = result.Code() == rapidjson::kParseErrorStringEscapeInvalid &&
                            result.Offset() < text.size() && static_cast<unsigned char>(text[result.Offset()]) < 0x20;
    const auto rest = text.substr(std::min(result.Offset(), text.size()));
    if (rest.starts_with("//") || rest.starts_with("/*"))
      return tl::unexpected(Flaw{"JSON has no comments; take it out", result.Offset()});
    const auto code = is_control ? rapidjson::kParseErrorStringInvalidEncoding : result.Code();
    return tl::unexpected(Flaw{std::string(words(code)), result.Offset()});
  }
  // To RapidJSON a NUL is the end of the text, wherever it stands.
  if (stream.Tell() < text.size())
    return tl::unexpected(Flaw{"a NUL byte stands behind the value; take it out", stream.Tell()});
  return builder.take();
}

}  // namespace

tl::expected<Value, Flaw> parse(std::string_view text, const Limits& limits) {
  if (text.size() > limits.max_size)
    return tl::unexpected(
        Flaw{fmt::format("holds {} bytes, more than the limit of {}", text.size(), limits.max_size), 0});
  return parse(text, text, limits);
}

namespace {

void put(Writer& writer, const Value& value) {
  if (const auto* members = value.object()) {
    writer.begin_object();
    for (const auto& member : *members) put(writer.key(member.name), member.value());
    writer.end_object();
  } else if (const auto* elements = value.array()) {
    writer.begin_array();
    for (const auto& element : *elements) put(writer, element);
    writer.end_array();
  } else if (const auto* text = value.string()) {
    writer.value(*text);
  } else if (const auto* number = value.number()) {
    writer.bare(number->written);
  } else if (const auto* yes = value.boolean()) {
    writer.value(*yes);
  } else {
    writer.null();
  }
}

}  // namespace

std::string to_text(const Value& value) {
  Writer writer(Writer::Style::compact);
  put(writer, value);
  return writer.take();
}

std::string pointer_step(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

}  // namespace syndicat::json
