#include "catch.hpp"
#include "html/encoding.hpp"

using namespace syndicat;
using std::string;

TEST_CASE("where a page's encoding comes from, the strongest first", "[html]") {
  const auto [bytes, transport, encoding] = GENERATE(table<string, string, string>({
      // a byte order mark wins over everything
      {"\xEF\xBB\xBF<meta charset=koi8-r>", "windows-1251", "UTF-8"},
      {string("\xFF\xFE<\0p\0", 6), "utf-8", "UTF-16LE"},
      // then the transport
      {"<meta charset=koi8-r>", "windows-1251", "windows-1251"},
      {"<meta charset=koi8-r>", "no-such-thing", "KOI8-R"},
      // then the declaration, whatever its form
      {"<meta charset=koi8-r>", "", "KOI8-R"},
      {"<META CHARSET = 'KOI8-R' >", "", "KOI8-R"},
      {"<meta/charset=\"latin1\">", "", "windows-1252"},
      {"<meta charset=gb2312>", "", "gb18030"},
      {"<meta http-equiv=Content-Type content='text/html; charset=big5'>", "", "Big5"},
      {"<meta content='text/html; charset=\"big5\"' http-equiv=content-type>", "", "Big5"},
      {"<meta charset=utf-16le>\xE9", "", "UTF-8"},
      {"<meta charset=x-user-defined>", "", "windows-1252"},
      {"<?xml version='1.0' encoding=\"koi8-r\"?><html>", "", "KOI8-R"},
      {string("<\0?\0x\0m\0l\0", 10), "", "UTF-16LE"},
      // what is no declaration
      {"<meta content='charset=big5'>", "", "UTF-8"},
      {"<meta http-equiv=refresh content='charset=big5'>", "", "UTF-8"},
      {"<!-- <meta charset=big5> -->", "", "UTF-8"},
      {"<!--><meta charset=big5>", "", "Big5"},
      {"<metal charset=big5>", "", "UTF-8"},
      {"<p title='<meta charset=big5>'>", "", "UTF-8"},
      {"</p title='<meta charset=big5>'>", "", "UTF-8"},
      {"<!doctype <meta charset=big5>", "", "UTF-8"},
      {"<meta charset=unknown>", "", "UTF-8"},
      // then what the bytes are
      {"<p>caf\xC3\xA9", "", "UTF-8"},
      {"<p>\xFF", "", "windows-1252"},
      // a late declaration is better than a guess, and worse than the bytes' own form
      {string(2000, ' ') + "<meta charset=koi8-r>\xF0\xD2", "", "KOI8-R"},
      {string(2000, ' ') + "<meta charset=koi8-r>\xC3\xA9", "", "UTF-8"},
  }));
  CAPTURE(bytes, transport);
  CHECK(html::decode(bytes, transport).encoding == encoding);
}

TEST_CASE("a page is decoded by what was found", "[html]") {
  CHECK(html::decode("<meta charset=windows-1251>\xCF\xF0\xE8").text == "<meta charset=windows-1251>При");
  CHECK(html::decode("\xEF\xBB\xBFx").text == "x");
}
