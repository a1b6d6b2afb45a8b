#include "html/encoding.hpp"

#include <algorithm>
#include <optional>

#include "text/encoding.hpp"
#include "text/unicode.hpp"

namespace syndicat::html {
namespace {

constexpr std::size_t kPrescan = 1024;            // the standard's window for a declaration
constexpr std::size_t kLatePrescan = 64U << 10U;  // where we still believe one

constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The algorithm "prescan a byte stream to determine its encoding" (the HTML Standard, section 13.2.3.2).
class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : bytes_(bytes) {}

  std::optional<std::string> run() {
    using namespace std::string_view_literals;
    if (bytes_.starts_with("\x3C\0\x3F\0\x78\0"sv)) return "UTF-16LE";
    if (bytes_.starts_with("\0\x3C\0\x3F\0\x78"sv)) return "UTF-16BE";
    while (at_ < bytes_.size()) {
      if (bytes_[at_] != '<') {
        at_ = std::min(bytes_.find('<', at_), bytes_.size());
        continue;
      }
      const std::string_view rest = bytes_.substr(at_);
      if (rest.starts_with("<!--")) {
        const std::size_t end = rest.find("-->", 2);
        at_ = end == std::string_view::npos ? bytes_.size() : at_ + end + 3;
      } else if (rest.size() > 5 && text::equals_ignoring_case(rest.substr(0, 5), "<meta") &&
                 (text::is_space(rest[5]) || rest[5] == '/')) {
        at_ += 5;
        if (auto encoding = meta()) return encoding;
      } else if (rest.size() > 1 && (is_letter(rest[1]) || (rest[1] == '/' && rest.size() > 2 && is_letter(rest[2])))) {
        at_ += 2;
        while (at_ < bytes_.size() && !text::is_space(bytes_[at_]) && bytes_[at_] != '>') ++at_;
        Attribute attribute;
        while (next_attribute(attribute)) {
        }
      } else if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '/' || rest[1] == '?')) {
        at_ = std::min(bytes_.find('>', at_), bytes_.size());
      } else {
        ++at_;
      }
    }
    return xml_declaration();
  }

 private:
  struct Attribute {
    std::string name, value;
  };

  // What a declaration in the page may say: UTF-16 is not possible, as it was read as ASCII.
  static std::optional<std::string> encoding_of(std::string_view label) {
    const auto encoding = text::encoding_for_label(label);
    if (!encoding) return std::nullopt;
    if (encoding->starts_with("UTF-16")) return "UTF-8";
    if (*encoding == "x-user-defined") return "windows-1252";
    return std::string(*encoding);
  }

  std::optional<std::string> meta() {
    bool is_content_type = false, has_name = false, has_content = false, has_charset = false;
    std::optional<bool> needs_content_type;
    std::string charset;
    Attribute attribute;
    while (next_attribute(attribute)) {
      if (attribute.name == "http-equiv" && !has_name) {
        has_name = true;
        is_content_type = attribute.value == "content-type";
      } else if (attribute.name == "content" && !has_content) {
        has_content = true;
        if (!has_charset && !needs_content_type) {
          const std::string label = label_in(attribute.value);
          if (!label.empty()) {
            charset = label;
            needs_content_type = true;
          }
        }
      } else if (attribute.name == "charset" && !has_charset) {
        has_charset = true;
        charset = attribute.value;
        needs_content_type = false;
      }
    }
    if (!needs_content_type || (*needs_content_type && !is_content_type)) return std::nullopt;
    return encoding_of(charset);
  }

  // "Extracting a character encoding from a meta element": what stands behind "charset=".
  static std::string label_in(std::string_view content) {
    std::size_t at = 0;
    while ((at = content.find("charset", at)) != std::string_view::npos) {
      at += 7;
      while (at < content.size() && text::is_space(content[at])) ++at;
      if (at >= content.size() || content[at] != '=') continue;
      ++at;
      while (at < content.size() && text::is_space(content[at])) ++at;
      if (at >= content.size()) return {};
      if (content[at] == '"' || content[at] == '\'') {
        const std::size_t end = content.find(content[at], at + 1);
        return end == std::string_view::npos ? std::string() : std::string(content.substr(at + 1, end - at - 1));
      }
      const std::size_t end = content.find_first_of(" \t\n\f\r;", at);
      return std::string(content.substr(at, end == std::string_view::npos ? end : end - at));
    }
    return {};
  }

  // "Get an attribute": names and values in lower case. False at the tag's end.
  bool next_attribute(Attribute& attribute) {
    attribute.name.clear();
    attribute.value.clear();
    const auto lower = [&](std::size_t i) {
      const char c = bytes_[i];
      return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    };
    while (at_ < bytes_.size() && (text::is_space(bytes_[at_]) || bytes_[at_] == '/')) ++at_;
    if (at_ >= bytes_.size() || bytes_[at_] == '>') return false;
    while (true) {
      if (at_ >= bytes_.size()) return false;
      const char c = bytes_[at_];
      if (c == '=' && !attribute.name.empty()) break;
      if (text::is_space(c)) {
        while (at_ < bytes_.size() && text::is_space(bytes_[at_])) ++at_;
        if (at_ >= bytes_.size() || bytes_[at_] != '=') return true;
        break;
      }
      if (c == '/' || c == '>') return true;
      attribute.name += lower(at_++);
    }
    ++at_;  // "="
    while (at_ < bytes_.size() && text::is_space(bytes_[at_])) ++at_;
    if (at_ >= bytes_.size()) return false;
    if (bytes_[at_] == '"' || bytes_[at_] == '\'') {
      const char quote = bytes_[at_++];
      for (; at_ < bytes_.size() && bytes_[at_] != quote; ++at_) attribute.value += lower(at_);
      if (at_ >= bytes_.size()) return false;
      ++at_;
      return true;
    }
    for (; at_ < bytes_.size() && !text::is_space(bytes_[at_]) && bytes_[at_] != '>'; ++at_) {
      attribute.value += lower(at_);
    }
    return true;
  }

  // "Get an XML encoding": <?xml version="1.0" encoding="..."?> at the very beginning.
  std::optional<std::string> xml_declaration() const {
    if (!bytes_.starts_with("<?xml")) return std::nullopt;
    const std::string_view declaration = bytes_.substr(0, bytes_.find('>'));
    if (declaration.size() == bytes_.size()) return std::nullopt;
    std::size_t at = declaration.find("encoding");
    if (at == std::string_view::npos) return std::nullopt;
    at += 8;
    const auto skip = [&] {
      while (at < declaration.size() && static_cast<unsigned char>(declaration[at]) <= 0x20) ++at;
    };
    skip();
    if (at >= declaration.size() || declaration[at] != '=') return std::nullopt;
    ++at;
    skip();
    if (at >= declaration.size() || (declaration[at] != '"' && declaration[at] != '\'')) return std::nullopt;
    const std::size_t end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos) return std::nullopt;
    return encoding_of(declaration.substr(at + 1, end - at - 1));
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
};

std::string choose_encoding(std::string_view bytes, std::string_view transport_charset) {
  if (const auto mark = text::byte_order_mark(bytes)) return std::string(mark->encoding);
  if (const auto encoding = text::encoding_for_label(transport_charset)) return std::string(*encoding);
  if (auto declared = Prescan(bytes.substr(0, kPrescan)).run()) return *declared;
  const bool has_high = std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & '\x80') != 0; });
  if (has_high && text::is_utf8(bytes)) return "UTF-8";
  if (auto declared = Prescan(bytes.substr(0, kLatePrescan)).run()) return *declared;
  return text::detect_encoding(bytes);
}

}  // namespace

Decoded decode(std::string_view bytes, std::string_view transport_charset) {
  std::string encoding = choose_encoding(bytes, transport_charset);
  return {text::decode(bytes, encoding), std::move(encoding)};
}

}  // namespace syndicat::html
