#include "catch.hpp"
#include "text/unicode.hpp"
#include "text/width.hpp"

using namespace syndicat::text;

TEST_CASE("a character and where it ends", "[text]") {
  // clang-format off
  const auto [written, character, length] = GENERATE(table<std::string, char32_t, std::size_t>({
      {"a", U'a', 1},
      {"\xC3\xA9x", U'é', 2},
      {"\xE2\x82\xAC", U'€', 3},
      {"\xF0\x9F\x98\x80", U'😀', 4},
      {"\x80", 0xFFFD, 1},                  // a lone continuation
      {"\xC0\xAF", 0xFFFD, 1},              // overlong
      {"\xED\xA0\x80", 0xFFFD, 1},          // a surrogate
      {"\xF4\x90\x80\x80", 0xFFFD, 1},      // beyond U+10FFFF
      {"\xE2\x82", 0xFFFD, 1},              // cut off
  }));
  // clang-format on
  std::size_t position = 0;
  CHECK(next_character(written, position) == character);
  CHECK(position == length);
}

TEST_CASE("a character is written as it is read", "[text]") {
  for (char32_t character : {U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
    std::string utf8;
    append_utf8(utf8, character);
    std::size_t position = 0;
    CHECK(next_character(utf8, position) == character);
    CHECK(position == utf8.size());
  }
  std::string surrogate;
  append_utf8(surrogate, 0xD800);
  CHECK(surrogate == "\xEF\xBF\xBD");
}

TEST_CASE("text in small", "[text]") {
  CHECK(count_characters("né €") == 4);
  CHECK(cut_utf8("né", 2) == "n");
  CHECK(cut_utf8("né", 3) == "né");
  CHECK(cut_utf8("né", 99) == "né");
  CHECK(cut_utf8("né", 0).empty());
  CHECK(trim(" \t\xC2\xA0 a b \xC2\xA0\n") == "a b");
  CHECK(trim(" \xC2\xA0").empty());
  CHECK(collapse_space("  a \n\t b\xC2\xA0\xC2\xA0"
                       "c ") == "a b c");
  CHECK(to_lower_ascii("ÀBc") == "Àbc");
  CHECK(equals_ignoring_case("UTF-8", "utf-8"));
  CHECK_FALSE(equals_ignoring_case("UTF-8", "utf8"));
  CHECK(is_blank(" \xC2\xA0\n"));
  CHECK_FALSE(is_blank(" . "));
}

TEST_CASE("how wide text is on a terminal", "[text]") {
  const auto [text, width] = GENERATE(table<std::string, std::size_t>({
      {"", 0},
      {"abc", 3},
      {"Новости", 7},
      {"e\u0301", 1},
      {"ニュース", 8},
      {"한글", 4},
      {"\u1112\u1161\u11AB", 2},
      {"Ａ", 2},
      {"😀", 2},
      {"a\u200Bb", 2},
      {"\u05D0\u05B7", 1},
  }));
  CHECK(width_of(std::string_view(text)) == width);
}
