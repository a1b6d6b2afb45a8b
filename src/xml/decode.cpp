// The door: bytes as UTF-8 text. The order is that of RFC 7303, section 3: a byte order mark, what the
// transport said, what the declaration says, UTF-8.

#include <algorithm>

#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "xml/tree.hpp"

namespace syndicat::xml {
namespace {

// The value of a pseudo attribute in a declaration, and where it stands; empty where it is not there.
struct Value {
  std::string_view text;
  std::size_t offset = 0;
};
Value pseudo_attribute(std::string_view declaration, std::string_view name) {
  for (auto at = declaration.find(name); at != std::string_view::npos; at = declaration.find(name, at + 1)) {
    if (at == 0 || !text::is_space(declaration[at - 1])) continue;
    auto place = declaration.find_first_not_of(text::kSpace, at + name.size());
    if (place == std::string_view::npos || declaration[place] != '=') continue;
    place = declaration.find_first_not_of(text::kSpace, place + 1);
    if (place == std::string_view::npos || (declaration[place] != '"' && declaration[place] != '\'')) continue;
    const auto close = declaration.find(declaration[place], place + 1);
    if (close == std::string_view::npos) return {};
    return {declaration.substr(place + 1, close - place - 1), place + 1};
  }
  return {};
}

std::string_view kind_of_utf16(std::string_view name) {
  return name == "UTF-16LE" || name == "UTF-16BE" ? name : std::string_view();
}

std::size_t first_flaw(std::string_view utf8) {
  std::size_t good = 0;
  while (good < utf8.size()) {
    auto at = good;
    const auto c = static_cast<unsigned char>(utf8[at]);
    if (c < 0x80) {
      ++good;
      continue;
    }
    const auto character = text::next_character(utf8, at);
    if (character == 0xFFFD && !utf8.substr(good).starts_with("\xEF\xBF\xBD")) return good;
    good = at;
  }
  return good;
}

// The bytes that no text in the encoding may hold are U+FFFD by now; nor does ASCII, which the standard takes
// for windows-1252, hold any beyond 0x7F.
std::optional<Flaw> undecodable(std::string_view bytes, const std::string& decoded, std::string_view label) {
  std::size_t place = std::string::npos;
  if (text::equals_ignoring_case(label, "us-ascii") || text::equals_ignoring_case(label, "ascii")) {
    for (std::size_t at = 0; at < bytes.size() && place == std::string::npos; ++at)
      if (static_cast<unsigned char>(bytes[at]) >= 0x80) place = at;
  } else {
    place = decoded.find("\xEF\xBF\xBD");
  }
  if (place == std::string::npos) return std::nullopt;
  return Flaw{fmt::format("the bytes here are no character in {}, the encoding that is declared; save the document as "
                          "UTF-8 and declare that",
                          label),
              {0, 0, place},
              Flaw::Kind::encoding,
              std::string(label)};
}

std::string known(std::string_view label) {
  if (text::equals_ignoring_case(label, "mac-cyrillic")) return "x-mac-cyrillic";  // the name that IANA has for it
  if (const auto name = text::encoding_for_label(label)) return std::string(*name);
  return text::is_other_encoding(label) ? std::string(text::trim(label)) : std::string();
}

// Whether ASCII is in the encoding what it is; else bytes in which one reads the declaration are not in it.
bool is_ascii_in(std::string_view encoding) { return text::decode("<?xml", encoding) == "<?xml"; }

// The encoding that the declaration names, with a flaw where nobody knows it or where the bytes cannot be in
// it.
std::string declared(std::string_view bytes, const Declaration& declaration, std::optional<Flaw>& flaw) {
  auto name = known(declaration.encoding);
  if (name.empty()) {
    flaw = Flaw{fmt::format("the encoding \"{}\" is not known; save the document as UTF-8 and declare that",
                            declaration.encoding),
                {0, 0, declaration.encoding_offset},
                Flaw::Kind::unknown_encoding,
                declaration.encoding};
    return text::detect_encoding(bytes);
  }
  if (!kind_of_utf16(name).empty() || !is_ascii_in(name)) {
    flaw = Flaw{fmt::format("the declaration says {}, and the bytes are not in it; declare the encoding they are in",
                            declaration.encoding),
                {0, 0, declaration.encoding_offset},
                Flaw::Kind::encoding,
                declaration.encoding};
    return text::detect_encoding(bytes);
  }
  return name;
}

// What is read before the bytes are decoded may be anything; names of encodings and versions are ASCII (XML 1.0,
// section 4.3.3), and as many bytes stand for what is not.
std::string printable(std::string_view bytes) {
  std::string ascii(bytes);
  for (auto& c : ascii)
    if (c < 0x20 || c > 0x7E) c = '?';
  return ascii;
}

}  // namespace

std::optional<Declaration> read_declaration(std::string_view text) {
  if (!text.starts_with("<?xml") || text.size() < 6 || !text::is_space(text[5])) return std::nullopt;
  const auto close = text.substr(0, 4096).find("?>");
  if (close == std::string_view::npos) return std::nullopt;
  const auto inside = text.substr(0, close);
  const auto encoding = pseudo_attribute(inside, "encoding");
  return Declaration{printable(pseudo_attribute(inside, "version").text), printable(encoding.text),
                     printable(pseudo_attribute(inside, "standalone").text), encoding.offset};
}

namespace {

// Of EBCDIC's kinds the declaration names one; its own characters are the same in all of them.
Decoded decode_ebcdic(std::string_view bytes, std::string_view charset) {
  const auto declaration = read_declaration(text::decode(bytes.substr(0, 4096), "IBM037"));
  const std::string_view label = !charset.empty() ? charset : declaration ? declaration->encoding : std::string_view();
  const std::string encoding(text::is_other_encoding(label) ? label : "IBM037");
  const auto text = text::decode(bytes, encoding);
  // Its own line end is U+0085, which XML 1.0 does not know as one.
  std::string lines;
  lines.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_end = text.compare(at, 2, "\xC2\x85") == 0;
    lines += is_end ? '\n' : text[at];
    at += is_end ? 1 : 0;
  }
  return {std::move(lines), encoding, std::nullopt};
}

}  // namespace

Decoded decode(std::string bytes, std::string_view charset) {
  Decoded decoded;
  const auto mark = text::first_bytes(bytes);
  if (mark && mark->encoding == "IBM037") return decode_ebcdic(bytes, charset);
  // The declaration is ASCII in every encoding that can be told by it.
  const auto start = bytes.find_first_not_of(" \t\r\n", mark ? mark->length : 0);
  const auto from = start == std::string::npos ? 0 : start;
  auto declaration = read_declaration(std::string_view(bytes).substr(from));
  if (declaration) declaration->encoding_offset += from - (mark ? mark->length : 0);

  std::string encoding;
  if (mark) encoding = mark->encoding;
  if (encoding.empty() && !charset.empty()) encoding = known(charset);
  if (text::is_other_encoding(encoding) && !mark && !is_ascii_in(encoding)) encoding.clear();
  if (encoding.empty() && declaration && !declaration->encoding.empty())
    encoding = declared(bytes, *declaration, decoded.flaw);
  if (encoding.empty()) encoding = "UTF-8";
  if (mark && mark->encoding == "UTF-8" && declaration && !declaration->encoding.empty() && !decoded.flaw &&
      known(declaration->encoding) != "UTF-8")
    decoded.flaw = Flaw{
        fmt::format("the declaration says {}, and a byte order mark says UTF-8; declare UTF-8", declaration->encoding),
        {0, 0, declaration->encoding_offset},
        Flaw::Kind::encoding,
        declaration->encoding};

  if (encoding == "UTF-8") {
    if (mark) bytes.erase(0, mark->length);
    if (text::is_utf8(bytes)) {
      decoded.text = std::move(bytes);
      decoded.encoding = encoding;
      return decoded;
    }
    const auto flaw = first_flaw(bytes);
    if (auto mended = text::mend_utf8(bytes)) {
      if (!decoded.flaw)
        decoded.flaw = Flaw{fmt::format("the byte 0x{:02X} here is not UTF-8{}; it counts as windows-1252, save the "
                                        "document as UTF-8",
                                        static_cast<unsigned char>(bytes[flaw]),
                                        mended->mended > 1 ? fmt::format(", and {} more", mended->mended - 1) : ""),
                            {0, 0, flaw},
                            Flaw::Kind::encoding,
                            "UTF-8"};
      decoded.text = std::move(mended->text);
      decoded.encoding = encoding;
      return decoded;
    }
    const bool said = !charset.empty() || (declaration && !declaration->encoding.empty());
    encoding = text::detect_encoding(bytes);
    if (encoding == "UTF-8") encoding = "windows-1252";
    // What stands before the flaw may hold characters that another encoding spells in more bytes.
    const auto place = text::decode(std::string_view(bytes).substr(0, flaw), encoding).size();
    if (!decoded.flaw)
      decoded.flaw =
          Flaw{fmt::format("the byte 0x{:02X} here is not UTF-8, which {}; save the document as UTF-8 "
                           "(it looks like {})",
                           static_cast<unsigned char>(bytes[flaw]),
                           said ? "the encoding is said to be" : "XML is in where nothing else is declared", encoding),
               {0, 0, place},
               Flaw::Kind::encoding,
               encoding};
  }
  decoded.text = text::decode(bytes, encoding);
  decoded.encoding = encoding;
  if (!decoded.flaw && charset.empty() && declaration && !declaration->encoding.empty() &&
      known(declaration->encoding) == encoding)
    decoded.flaw = undecodable(bytes, decoded.text, declaration->encoding);
  // A declaration in UTF-16 can only be read now.
  const auto late = read_declaration(decoded.text);
  if (late && !late->encoding.empty() && !decoded.flaw && kind_of_utf16(encoding) == encoding && !encoding.empty()) {
    const auto name = known(late->encoding);
    if (kind_of_utf16(name).empty())
      decoded.flaw = Flaw{
          fmt::format("the declaration says {}, and the bytes are in {}; declare UTF-16", late->encoding, encoding),
          {0, 0, late->encoding_offset},
          Flaw::Kind::encoding,
          late->encoding};
  }
  if (late && !late->encoding.empty() && !decoded.flaw && encoding.starts_with("UTF-32") &&
      !text::to_lower_ascii(late->encoding).starts_with("utf-32"))
    decoded.flaw = Flaw{fmt::format("the declaration says {}, and the bytes are in {}; save the document as UTF-8",
                                    late->encoding, encoding),
                        {0, 0, late->encoding_offset},
                        Flaw::Kind::encoding,
                        late->encoding};
  return decoded;
}

}  // namespace syndicat::xml
