#include "catch.hpp"
#include "text/markup.hpp"

using namespace syndicat;

TEST_CASE("text is escaped for XML", "[text]") {
  CHECK(text::escape_xml("a < b && c > \"d\"\t\n") == "a &lt; b &amp;&amp; c &gt; \"d\"\t\n");
  CHECK(text::escape_xml_attribute("\"a\"\t\n\r") == "&quot;a&quot;&#9;&#10;&#13;");
  CHECK(text::escape_xml("Łódź 日本 \U0001F600") == "Łódź 日本 \U0001F600");
}

TEST_CASE("what XML forbids is dropped", "[text]") {
  CHECK(text::escape_xml(std::string_view("a\0b\x0B\x1F"
                                          "c",
                                          6)) == "abc");
  CHECK(text::escape_xml("a\xEF\xBF\xBE\xEF\xBF\xBF"
                         "b\xED\xA0\x80"
                         "c") == "abc");
  CHECK(text::escape_xml("\xED\x95\x9C \xEF\xBF\xBD") == "\xED\x95\x9C \xEF\xBF\xBD");
  CHECK(text::escape_xml("\xEF\xBF") == "\xEF\xBF");  // too short to be one of them
}

TEST_CASE("paragraphs of text become paragraphs", "[text]") {
  CHECK(text::text_to_html("one\ntwo\n\n \nthree & four\n") == "<p>one<br>\ntwo</p>\n<p>three &amp; four</p>");
  CHECK(text::text_to_html("\r\n a \r\n").compare("<p>a</p>") == 0);
  CHECK(text::text_to_html(" \n").empty());
}
