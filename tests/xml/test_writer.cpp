#include "catch.hpp"
#include "xml/writer.hpp"

using namespace syndicat;

TEST_CASE("XML is written indented, escaped and closed", "[xml]") {
  xml::Writer writer;
  writer.instruction("xml-stylesheet", "href=\"a.css\"");
  writer.open("feed").attribute("title", "a \"b\" <c>\n").leaf("id", "x & y").leaf("none", "");
  writer.open("p").text("one ").open("b").text("two").close().text(" three").close();
  writer.open("e")
      .close()
      .raw("<x:y xmlns:x=\"u\"/>")
      .open("last")
      .text(
          "\x01"
          "a\r\xEF\xBF\xBF");
  CHECK(writer.take() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<?xml-stylesheet href=\"a.css\"?>\n"
        "<feed title=\"a &quot;b&quot; &lt;c&gt;&#10;\">\n  <id>x &amp; y</id>\n"
        "  <p>one <b>two</b> three</p>\n  <e/>\n  <x:y xmlns:x=\"u\"/>\n"
        "  <last>a&#13;</last>\n</feed>\n");
}

TEST_CASE("an attribute that was promised yields to the one that is written", "[xml]") {
  xml::Writer writer;
  writer.open("a").attribute_of("b", "rel", "old", 1).attribute_of("b", "x", "1 \"2\"", 2);
  writer.open("c:b").attribute("href", "u").attribute("rel", "new").attribute("x", "3");
  CHECK(writer.has_attribute("rel"));
  CHECK_FALSE(writer.has_attribute("re"));
  CHECK(writer.take() ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  <c:b href=\"u\" rel=\"new\" x=\"3\"/>\n</a>\n");
}
