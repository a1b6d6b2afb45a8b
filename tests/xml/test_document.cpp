#include "xml/document.hpp"

#include "catch.hpp"

using namespace syndicat;

namespace {

xml::Document read(std::string text) {
  auto document = xml::parse(std::move(text));
  REQUIRE(document.has_value());
  return std::move(*document);
}

// "line:column kind message" of the first flaw, or nothing.
std::string first_flaw(std::string text) {
  const auto document = xml::examine(std::move(text));
  if (!document) return document.error().message;
  if (document->flaws().empty()) return "";
  const auto& flaw = document->flaws().front();
  return fmt::format("{}:{}: {}", flaw.position.line, flaw.position.column, flaw.message);
}

}  // namespace

TEST_CASE("a tree knows names, texts and places", "[xml]") {
  const auto document = read(
      "<?xml version='1.0'?>\n<a xmlns='urn:a' xmlns:m=\"urn:m\">\n  <m:b m:c='1'\n   d = \"\xC3\xA9 "
      "2\"/>t<!--c-->u</a>\n");
  CHECK(document.flaws().empty());
  const auto root = document.root();
  CHECK(root.name() == xml::Name{"urn:a", "a"});
  CHECK(root.prefix().empty());
  CHECK(root.position().line == 2);
  CHECK(root.position().column == 1);
  CHECK(root.end().line == 4);
  CHECK(root.end().column == 29);
  CHECK(root.text() == "\n  tu");

  const auto b = *root.children().begin();
  CHECK(b.name() == xml::Name{"urn:m", "b"});
  CHECK(b.prefix() == "m");
  CHECK(b.position().line == 3);
  CHECK(b.position().column == 3);
  CHECK(b.attribute("c", "urn:m") == "1");
  CHECK(b.attribute("d") == "\xC3\xA9 2");
  CHECK_FALSE(b.attribute("c"));
  REQUIRE(b.attributes().size() == 2);
  const auto name = document.position(b.attributes()[1].start);
  CHECK(name.line == 4);
  CHECK(name.column == 4);
  CHECK(document.position(b.attributes()[1].value_start).column == 9);
  CHECK(document.position(b.attributes()[1].value_end).column == 12);
  CHECK(b.content().offset == b.end().offset);

  std::vector<xml::Kind> kinds;
  for (const auto node : root.nodes()) kinds.push_back(node.kind());
  CHECK(kinds ==
        std::vector{xml::Kind::text, xml::Kind::element, xml::Kind::text, xml::Kind::comment, xml::Kind::text});
  CHECK(document.bindings().size() == 2);
}

TEST_CASE("text is what the references say", "[xml]") {
  const auto [written, text] = GENERATE(table<std::string, std::string>({
      {"<a>x &amp; y &lt; &#65;&#x42;</a>", "x & y < AB"},
      {"<a><![CDATA[<b>&amp;]]> c</a>", "<b>&amp; c"},
      {"<a>1\r\n2\r3</a>", "1\n2\n3"},
      {"<!DOCTYPE a [<!ENTITY e 'one &#38;amp; two'>]><a>&e;!</a>", "one & two!"},
      {"<!DOCTYPE a [<!ENTITY e '<b>x</b>y'>]><a>[&e;]</a>", "[xy]"},
      {"<!DOCTYPE a [<!ENTITY e \"1&f;3\"><!ENTITY f '2'>]><a>0&e;4</a>", "01234"},
      {"<!DOCTYPE a [<!ENTITY e 'first'><!ENTITY e 'second'>]><a>&e;</a>", "first"},
      {"<!DOCTYPE a [<!ELEMENT a (#PCDATA)><!ATTLIST a b CDATA '>'><!-- ]> -->]><a>x</a>", "x"},
  }));
  const auto document = read(written);
  CAPTURE(written);
  CHECK(first_flaw(written) == "");
  CHECK(document.root().text() == text);
}

TEST_CASE("attribute values are normalized", "[xml]") {
  const auto document = read("<!DOCTYPE a [<!ENTITY e 'x\ty'>]><a b='1\n2\r\n3&#10;4&e;&quot;'/>");
  CHECK(document.flaws().empty());
  CHECK(document.root().attribute("b") == "1 2 3\n4x y\"");
}

TEST_CASE("nodes that an entity brought stand where its reference stands", "[xml]") {
  const auto document = read("<!DOCTYPE a [<!ENTITY e '<b><c/>x</b><b/>'>]>\n<a>.&e;,</a>");
  CHECK(document.flaws().empty());
  std::size_t count = 0;
  for (const auto b : document.root().children()) {
    CHECK(b.position().line == 2);
    CHECK(b.position().column == 5);
    CHECK(b.end().column == 8);
    ++count;
  }
  CHECK(count == 2);
  CHECK(document.root().children().begin().operator*().text() == "x");
}

TEST_CASE("a flaw is told in words, at its place", "[xml]") {
  // clang-format off
  const auto [written, flaw] = GENERATE(table<std::string, std::string>({
      {"<feed>\n <entry>\n  <title>x</title>\n",
       "4:1: the document ends within <entry> (opened in line 2); close it with </entry>"},
      {"<feed><ti", "1:10: the document ends within the tag <ti (begun in line 1); close it with >"},
      {"<feed>\n<a></b></feed>", "2:4: </b> does not close <a> (opened in line 2); write </a> before it"},
      {"<a>x & y</a>", "1:6: \"&\" starts no reference here; write &amp; for the character"},
      {"<a>x&nbsp;y</a>", "1:5: the entity &nbsp; is HTML's, XML does not know it; write &#160;"},
      {"<a>&foo;</a>",
       "1:4: the entity &foo; is not declared; write the character itself, or &amp; for \"&\""},
      {"<a>1 < 2</a>", "1:6: \"<\" starts no tag here; write &lt; for the character"},
      {"<a b='1' b='2'/>", "1:10: <a> has the attribute b twice; keep one"},
      {"<a xmlns:p='u' xmlns:q='u' p:b='1' q:b='2'/>", "1:36: <a> has the attribute b twice; keep one"},
      {"<a b=1/>", "1:6: the value of b in <a> must stand in quotation marks"},
      {"<a b/>", "1:4: the attribute b of <a> has no value; write b=\"...\""},
      {"<a b='1'c='2'/>", "1:9: attributes of <a> must be apart by a blank; put one here"},
      {"<a b='<'/>", "1:7: \"<\" may not stand in the value of b in <a>; write &lt;"},
      {"<a><m:b/></a>", "1:5: the prefix m is bound to no namespace; declare it with xmlns:m=\"...\""},
      {"<a m:b='1'/>", "1:4: the prefix m is bound to no namespace; declare it with xmlns:m=\"...\""},
      {"<a/><b/>", "1:5: something stands behind </a>, the document's end; remove it"},
      {"\n<?xml version='1.0'?><a/>",
       "1:1: white space stands before the XML declaration; start the document with <?xml"},
      {"<?xml encoding='utf-8'?><a/>",
       "1:1: the XML declaration is not well-formed; write <?xml version=\"1.0\" encoding=\"utf-8\"?>"},
      {"<a>\x01</a>", "1:4: the character U+0001 may not stand in XML; remove it"},
      {"<a>\xEF\xBF\xBF</a>", "1:4: the character U+FFFF may not stand in XML; remove it"},
      {"<a xmlns:b='b' c='' xmlns:b='b'/>", "1:21: xmlns:b is declared twice in one tag; keep one"},
      {"<a xmlns='b' xmlns='b'/>", "1:14: xmlns is declared twice in one tag; keep one"},
      {"<?xml version='1.0a'?><a/>",
       "1:1: the XML declaration is not well-formed; write <?xml version=\"1.0\" encoding=\"utf-8\"?>"},
      {"<?a:b c?><a/>", "1:1: the name of the instruction <?a:b holds a colon; take it out"},
      {"<!-- a <a/>", "1:12: the document ends within a comment (begun in line 1); close it with -->"},
      {"<a b='1'", "1:9: the document ends within the tag <a (begun in line 1); close it with >"},
      {"<?xml version='1.0' encoding='kli\xC3\x01ngon'?><a/>",
       "1:31: the encoding \"kli??ngon\" is not known; save the document as UTF-8 and declare that"},
      {"<a>&#0;</a>",
       "1:4: the character reference &#0; names no character that may stand in XML; remove it"},
      {"<a>]]></a>", "1:4: \"]]>\" may not stand in text; write ]]&gt;"},
      {"<a><!-- a -- b --></a>", "1:11: \"--\" may not stand within a comment; write it otherwise"},
      {"<!DOCTYPE a [<!ENTITY e '&e;'>]><a>&e;</a>", "1:36: the entity &e; contains itself"},
      {"<?xml version='1.0' encoding='klingon'?><a/>",
       "1:31: the encoding \"klingon\" is not known; save the document as UTF-8 and declare that"},
      {"<?xml version='1.0' encoding='utf-16'?><a/>",
       "1:31: the declaration says utf-16, and the bytes are not in it; declare the encoding they are in"},
      {"<?xml version='1.0' encoding='utf-8'?>\n<a>caf\xE9 au lait, d\xE9j\xE0 vu, \xE0 bient\xF4t</a>",
       "2:7: the byte 0xE9 here is not UTF-8, which the encoding is said to be; save the document as UTF-8 "
       "(it looks "
       "like windows-1252)"},
  }));
  // clang-format on
  CAPTURE(written);
  CHECK(first_flaw(written) == flaw);
}

TEST_CASE("what is sound has no flaw", "[xml]") {
  const auto written = GENERATE(as<std::string>(), "<a/>", "<a ></a >", "\xEF\xBB\xBF<?xml version='1.0'?><a/>",
                                "<?xml version=\"1.0\" encoding=\"iso-8859-1\" standalone='yes' ?>\n<a>\xE9</a>",
                                "<!-- x --><?p q?><!DOCTYPE a SYSTEM \"x.dtd\"><a>&nbsp;</a><!-- y -->\n",
                                "<a xml:lang='en' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
                                "<\xC3\xA9l\xC3\xA9ment/>", "<a>\xEF\xBC\xA1]] ></a>", "<a.b-c_1 d.e='\"' f='>'/>",
                                "<a xmlns:b='b'><c xmlns:b='c'/><c xmlns:b='c'/></a>");
  CAPTURE(written);
  CHECK(first_flaw(written).empty());
}

TEST_CASE("without an element there is only the flaw", "[xml]") {
  const auto document = xml::examine("<!-- a <a/>");
  REQUIRE(document.has_value());
  CHECK_FALSE(document->has_root());
  CHECK(document->flaws().size() == 1);
  CHECK_FALSE(xml::parse("<!-- a <a/>").has_value());
}

TEST_CASE("reading goes on behind a flaw", "[xml]") {
  const auto document = read("<feed><title>a & b &nbsp;</title><p>x<br>y</p><title>c</title></feed>");
  CHECK(document.flaws().size() == 3);
  std::string seen;
  for (const auto child : document.root().children())
    seen.append(child.name().local).append("=").append(child.text()).append(";");
  CHECK(seen == "title=a & b \xC2\xA0;p=xy;title=c;");
}

TEST_CASE("what a broken document leaves can be written again", "[xml]") {
  const auto text = GENERATE(
      as<std::string>{}, "<a><b x:='1' :y='2' p:q:r='3'/></a>", "<a><x:30>t</x:30></a>",
      "<a xmlns:x='urn:x'><x:30 x:-1='n'/></a>", "<a><:b/><b:/></a>", "<a thr=http://n.example/></a>",
      "<a><x:b y:c='1' c='2' z:c='3'><x:b/></x:b></a>", "<a xmlns='urn:a'><x:b y:c='1'/></a>",
      "<a><x:b xmlns:x=\x01 c=\x02/></a>", "<a xmlns:x='urn:x\x0F' xmlns:y='urn:x'><b x:c='1' y:d='\xEF\xBF\xBE'/></a>",
      "<a> <?xml version='1.0'?><? x?><?x<?></a>", "<a><!-- b -- c ---><!-- \x01 --><?x \x01?></a>");
  CAPTURE(text);
  const auto document = xml::examine(text);
  REQUIRE(document.has_value());
  CHECK_FALSE(document->flaws().empty());
  const auto again = xml::examine(document->root().outer());
  REQUIRE(again.has_value());
  CHECK(again->flaws().empty());
}

TEST_CASE("limits hold", "[xml]") {
  std::string deep, wide = "<a", text;
  for (int i = 0; i < 300; ++i) deep += "<a>";
  for (int i = 0; i < 9000; ++i) wide += fmt::format(" a{}='1'", i);
  const std::string bomb =
      "<!DOCTYPE a [<!ENTITY a '0123456789'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
      "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'><!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>"
      "<!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'><!ENTITY f '&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;'>]>";
  const auto [written, words] = GENERATE_COPY(table<std::string, std::string>({
      {deep, "1:769: elements stand more than 256 deep within each other"},
      {wide + "/>", "1:1: the start tag of <a> is longer than the limit of 65536 bytes"},
      {bomb + "<a>&f;&f;</a>", "the entities of the document grow beyond the limit of 1048576 bytes"},
      {bomb + "<a b='&f;&f;'/>", "the entities of the document grow beyond the limit of 1048576 bytes"},
  }));
  const auto parsed = xml::parse(written);
  REQUIRE_FALSE(parsed.has_value());
  CHECK(parsed.error().cause == Cause::unreadable);
  CHECK(parsed.error().message.find(words) != std::string::npos);
  CHECK_FALSE(xml::parse("<a/>", {}, {.max_size = 3}).has_value());
  CHECK_FALSE(xml::parse("<a>12345</a>", {}, {.max_text = 4}).has_value());
}

TEST_CASE("what is no XML is unreadable", "[xml]") {
  CHECK_FALSE(xml::parse("").has_value());
  CHECK_FALSE(xml::parse("just words").has_value());
  CHECK_FALSE(xml::parse("\x89PNG\r\n\x1A\n").has_value());
}

TEST_CASE("UTF-16 is read, with a mark and without", "[xml]") {
  const std::u16string text = u"<?xml version='1.0' encoding='utf-16'?><a>\u00E9\u4E2D</a>";
  std::string little, big;
  for (const char16_t unit : text) {
    little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
    big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
  }
  for (const auto& bytes : {"\xFF\xFE" + little, "\xFE\xFF" + big, little, big}) {
    const auto document = read(bytes);
    CHECK(document.flaws().empty());
    CHECK(document.root().text() == "\xC3\xA9\xE4\xB8\xAD");
  }
}

TEST_CASE("lines and columns hold far out and on long lines", "[xml]") {
  const std::string lines(70000, '\n'), letters = [] {
    std::string s;
    for (int i = 0; i < 10000; ++i) s += "\xC3\xA9";
    return s;
  }();
  const auto document = read("<a>" + lines + letters + "<b/></a>");
  const auto place = document.root().children().begin().operator*().position();
  CHECK(place.line == 70001);
  CHECK(place.column == 10001);
}

TEST_CASE("what is inside an element is written as HTML reads it", "[xml]") {
  // clang-format off
  const auto [inside, html] = GENERATE(table<std::string, std::string>({
      {"<style>ul&gt;li{}</style><script>a&lt;b&amp;&amp;c</script>", "<style>ul>li{}</style><script>a<b&&c</script>"},
      {"<script>'&lt;/SCRIPT&gt;'</script><style>a</style>", "<style>a</style>"}, {"<script>&lt;!-- &lt;script </script>x", "x"},
      {"<script>&lt;!-- a --&gt;</script>", "<script><!-- a --></script>"}, {"<iframe>&lt;b&gt;</iframe>", "<iframe><b></iframe>"},
      {"<pre>\n x</pre><textarea>\n\na</textarea><pre>x\n</pre>", "<pre>\n\n x</pre><textarea>\n\n\na</textarea><pre>x\n</pre>"},
      {"<textarea/><p/><br/>", "<textarea></textarea><p></p><br/>"}, {"<br>a</br>b", "<br/>ab"}, {"<plaintext>a</plaintext>b", "<pre>a</pre>b"},
      {"<s:svg xmlns:s='http://www.w3.org/2000/svg'><s:style>a&gt;b</s:style><s:g/></s:svg>",
       "<svg xmlns=\"http://www.w3.org/2000/svg\"><style>a&gt;b</style><g/></svg>"},
      {"<h:b xmlns:h='http://www.w3.org/1999/xhtml'>x</h:b><x xmlns='urn:x'/>", "<b>x</b><x xmlns=\"urn:x\"></x>"},
  }));
  // clang-format on
  CAPTURE(inside);
  const auto document = read("<f xmlns='urn:f'>" + inside + "</f>");
  CHECK(document.root().inner("urn:f") == html);
}

TEST_CASE("elements that HTML never closes end at once where they are not closed", "[xml]") {
  // clang-format off
  const auto [inside, tree] = GENERATE(table<std::string, std::string>({
      {"<p>a<br>b<img src='c'>d<hr>e</p>f", "<p>a<br/>b<img src=\"c\"/>d<hr/>e</p>f"}, {"<p><b>a<BR>b</b>c</p>", "<p><b>a<BR/>b</b>c</p>"},
      {"<p><hr><b>a<br>b</p>", "<p><hr/><b>a<br/>b</b></p>"}, {"<br>a</br>b", "<br>a</br>b"}, {"<area>120</area>", "<area>120</area>"},
      {"<i><link>http://n.example/</i>", "<i><link>http://n.example/</link></i>"}, {"<i><source url='a'>b</i>", "<i><source url=\"a\">b</source></i>"},
      {"<i><link href='a'><id>b</id></i>", "<i><link href=\"a\"/><id>b</id></i>"}, {"<p><br></p>", "<p><br/></p>"}, {"<br><img>a", "<br/><img/>a"},
      {"<p><source src='a'>b</p>", "<p><source src=\"a\"/>b</p>"}, {"<br>a<hr>b</br>c", "<br>a<hr/>b</br>c"},
  }));
  // clang-format on
  CAPTURE(inside);
  const auto parsed = xml::parse("<f>" + inside + "</f>");
  REQUIRE(parsed);
  CHECK(parsed->root().outer() == "<f>" + tree + "</f>");
  CHECK(parsed->root().text() == xml::parse(parsed->root().outer())->root().text());
}

TEST_CASE("many elements that are not closed do not stand within each other", "[xml]") {
  std::string text = "<f><p>";
  for (int i = 0; i < 5000; ++i) text += "<br>a";
  const auto parsed = xml::parse(text + "</p></f>");
  REQUIRE(parsed);
  CHECK(parsed->root().text() == std::string(5000, 'a'));
  CHECK(parsed->flaws()[0].message == "<br> is not closed; write <br/>, or escape the markup (&lt;br&gt;)");
  CHECK(parsed->flaws().size() + parsed->more_flaws() == 5000);
}

TEST_CASE("nodes turn into text that stands alone", "[xml]") {
  const auto document = read(
      "<f xmlns='urn:f' xmlns:x='http://www.w3.org/1999/xhtml'><x:div>a<x:br/><x:p/>&lt;<m xmlns='urn:m' "
      "x:k='&quot;'/></x:div></f>");
  const auto div = *document.root().children().begin();
  CHECK(div.inner("http://www.w3.org/1999/xhtml") ==
        "a<br/><p></p>&lt;<m xmlns=\"urn:m\" xmlns:x=\"http://www.w3.org/1999/xhtml\" x:k=\"&quot;\"></m>");
  CHECK(div.outer() ==
        "<x:div xmlns:x=\"http://www.w3.org/1999/xhtml\">a<x:br/><x:p></x:p>&lt;<m xmlns=\"urn:m\" "
        "x:k=\"&quot;\"/></x:div>");
}
