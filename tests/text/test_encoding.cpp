#include "catch.hpp"
#include "text/encoding.hpp"

using namespace syndicat::text;

TEST_CASE("labels are the standard's", "[text]") {
  const auto [label, name] = GENERATE(table<std::string, std::string>({
      {"utf-8", "UTF-8"},
      {" UTF8\n", "UTF-8"},
      {"latin1", "windows-1252"},
      {"iso-8859-1", "windows-1252"},
      {"US-ASCII", "windows-1252"},
      {"gb2312", "gb18030"},
      {"x-gbk", "gb18030"},
      {"sjis", "Shift_JIS"},
      {"ks_c_5601-1987", "EUC-KR"},
      {"tis-620", "windows-874"},
      {"iso-8859-9", "windows-1254"},
      {"utf-16", "UTF-16LE"},
      {"hz-gb-2312", "replacement"},
      {"logical", "ISO-8859-8-I"},
  }));
  CHECK(encoding_for_label(label) == name);
}

TEST_CASE("what is no label of the standard has no encoding", "[text]") {
  for (const char* label : {"", " ", "utf-7", "utf 8", "utf-8 utf8", "latin1,utf-8", "cesu-8"}) {
    CAPTURE(label);
    CHECK_FALSE(encoding_for_label(label));
  }
}

TEST_CASE("what was read is written again", "[text]") {
  const auto [encoding, bytes] = GENERATE(table<std::string, std::string>({
      {"utf-8", "caf\xC3\xA9"},
      {"utf-16le", std::string("\x3D\xD8\x00\xDE"
                               "a\0",
                               6)},
      {"utf-16be", std::string("\xD8\x3D\xDE\x00\0a", 6)},
      {"iso-8859-1", "caf\xE9 \x80 \x81"},
      {"koi8-u", "\xAE\xBE\xC1"},
      {"shift_jis", "\x93\xFA\x96\x7B"},
      {"gb18030", "\xC4\xE3\xBA\xC3\x81\x30\x81\x30"},
      {"big5", "\xA4\xA4\xA4\xE5"},
      {"euc-kr", "\xC7\xD1\xB1\xDB"},
      {"euc-jp", "\xC6\xFC\xCB\xDC"},
  }));
  CHECK(encode(decode(bytes, encoding), encoding) == bytes);
}

TEST_CASE("a character that an encoding does not have", "[text]") {
  for (const char* encoding : {"iso-8859-1", "windows-1251", "shift_jis", "iso-2022-jp", "replacement", "none", ""}) {
    CAPTURE(encoding);
    CHECK_FALSE(encode("\xF0\x9F\x98\x80", encoding));
  }
  CHECK(encode("", "iso-8859-1") == "");
}

TEST_CASE("byte order marks", "[text]") {
  CHECK(byte_order_mark("\xEF\xBB\xBFx")->encoding == "UTF-8");
  CHECK(byte_order_mark("\xFE\xFFx")->encoding == "UTF-16BE");
  CHECK(byte_order_mark("\xFF\xFEx")->encoding == "UTF-16LE");
  CHECK_FALSE(byte_order_mark("\xEF\xBB"));
}

TEST_CASE("a flaw in UTF-8 is replaced by its maximal part", "[text]") {
  // clang-format off
  const auto [bytes, text] = GENERATE(table<std::string, std::string>({
      // The Unicode Standard, section 3.9, tables 3-8 to 3-11
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", "��������A"},
      {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", "��������A"},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", "�����A��B"},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", "����A"},
      {"abcdefghijk\xE2\x82", "abcdefghijk�"},
      {"\xEF\xBB\xBF" "a", "a"},
      {"\xC2<", "�<"},
  }));
  // clang-format on
  CHECK(decode(bytes, "utf-8") == text);
  CHECK(is_utf8(bytes) == (bytes.substr(0, 3) == "\xEF\xBB\xBF"));
}

TEST_CASE("UTF-8 with other bytes here and there", "[text]") {
  const auto mended = mend_utf8("Новости caf\xE9 \x93q\x94 \xE2\x80");
  REQUIRE(mended);
  CHECK(mended->text == "Новости café “q” �");
  CHECK(mended->mended == 5);
  // Most of it is none: all is in another encoding.
  CHECK_FALSE(mend_utf8("\xCF\xF0\xE8\xE2\xE5\xF2"));
  CHECK_FALSE(mend_utf8("caf\xE9"));
  // A few bytes say less than one good character.
  CHECK(mend_utf8("5 € \x93Word\x94 don\x92t")->text == "5 € “Word” don’t");
  // Windows-1252 throughout, where one pair of its characters makes UTF-8 by chance.
  std::string french;
  for (int line = 0; line < 20; ++line) french += "l'\xE9t\xE9 \xE0 la for\xEAt, ";
  CHECK_FALSE(mend_utf8(french + "\xC3\xBB"));
}

TEST_CASE("encodings that only the system knows", "[text]") {
  using namespace std::string_literals;
  CHECK(is_other_encoding("IBM037"));
  CHECK_FALSE(is_other_encoding("utf-8"));
  CHECK_FALSE(is_other_encoding("utf-7"));
  CHECK_FALSE(is_other_encoding("../etc"));
  CHECK_FALSE(is_other_encoding("unheard-of"));
  CHECK(decode("\x81\x82", "IBM037") == "ab");
  CHECK(decode("\xFF\xFE\0\0a\0\0\0"s, "UTF-32LE") == "a");
  CHECK(decode("\0\0\0a\0\x20\0\0"s, "UTF-32BE") == "a�");
}

TEST_CASE("older encodings become text", "[text]") {
  using Bytes = std::string;
  // clang-format off
  const auto [encoding, bytes, text] = GENERATE(table<std::string, Bytes, std::string>({
      {"iso-8859-1", "caf\xE9 \x80\x81", "café €\xC2\x81"},
      {"unheard-of", "\xE9", "é"},
      {"windows-1251", "\xCF\xF0\xE8\xE2\xE5\xF2", "Привет"},
      {"koi8-r", "\xF0\xD2\xC9", "При"},
      {"koi8-u", "\xAE\xBE", "ўЎ"},
      {"windows-1253", "\xE1\xAA", "α�"},
      {"windows-1255", "\xE0\xC7\xCA", "א\xD6\xB7\xD6\xBA"},  // points stay apart from their letters
      {"windows-1258", "e\xEC", "e\xCC\x81"},
      {"windows-874", "\xA1\x81", "ก\xC2\x81"},
      {"macintosh", "\x8E\xDB", "é€"},
      {"x-mac-cyrillic", "\xA2\xFF", "Ґ€"},
      {"ibm866", "\x8F\xE0", "Пр"},
      {"gb2312", "\xC4\xE3\x80", "你€"},
      {"gb18030", "\x81\x30\x81\x30", "\xC2\x80"},
      {"gb18030", "\x81<b>", "�<b>"},
      {"gb18030", "\x81\x30<", "�0<"},
      {"big5", "\xA7\x41\xFF<", "你�<"},
      {"euc-jp", "\xC6\xFC\x8E\xB1\xC6<", "日ｱ�<"},
      {"shift_jis", "\x93\xFA\xB1\x81<", "日ｱ�<"},
      {"euc-kr", "\xB0\xA1\x81\x41\xB0<", "가갂�<"},
      {"iso-2022-jp", "a\x1B$BF|\x1B(Bb\x1B(J\\\x1B(I1", "a日b¥ｱ"},
      {"iso-2022-jp", "\x1B$B<\x1B(B<", "�<"},
      {"utf-16le", Bytes("\xFF\xFE" "a\0=\xD8\0\xDE", 8), "a😀"},
      {"utf-16be", Bytes("\0a\xD8\x3D\0b\0", 7), "a�b�"},
      {"x-user-defined", "a\x80", "a\xEF\x9E\x80"},
      {"iso-2022-kr", "<script>", "�"},
  }));
  // clang-format on
  CAPTURE(encoding);
  CHECK(decode(bytes, encoding) == text);
}

TEST_CASE("every byte of every encoding gives valid UTF-8", "[text]") {
  std::string bytes;
  for (int lead = 0x7F; lead < 0x100; ++lead) {
    for (int trail = 0; trail < 0x100; trail += 3) {
      bytes += static_cast<char>(lead);
      bytes += static_cast<char>(trail);
    }
  }
  for (const char* encoding :
       {"utf-8", "gbk", "big5", "euc-jp", "shift_jis", "euc-kr", "iso-2022-jp", "utf-16", "utf-16be", "windows-1255",
        "windows-1258", "iso-8859-6", "x-user-defined", "macintosh"}) {
    CAPTURE(encoding);
    for (std::size_t cut = 0; cut < 5; ++cut)
      CHECK(is_utf8(decode(bytes.substr(cut, bytes.size() - 2 * cut), encoding)));
  }
}

TEST_CASE("undeclared bytes are detected", "[text]") {
  CHECK(detect_encoding("") == "UTF-8");
  CHECK(detect_encoding("plain") == "UTF-8");
  CHECK(detect_encoding("Привет") == "UTF-8");
  CHECK(detect_encoding("\xFF") == "windows-1252");
  const std::string russian =
      decode("", "utf-8") +
      "\xCF\xF0\xEE\xF4\xF1\xEE\xFE\xE7 \xE7\xE0\xFF\xE2\xE8\xEB, \xF7\xF2\xEE \xE7\xE0\xE1\xE0\xF1\xF2\xEE\xE2\xEA\xE0 "
      "\xEF\xF0\xEE\xE4\xEE\xEB\xE6\xE8\xF2\xF1\xFF \xE4\xEE \xEF\xEE\xED\xE5\xE4\xE5\xEB\xFC\xED\xE8\xEA\xE0";
  CHECK(detect_encoding(russian) == "windows-1251");
  CHECK(detect_encoding("\x1B$B0BA4\x1B(B \x1B$BF|K\\8l\x1B(B") == "ISO-2022-JP");
}
