// The tokenizer by the standard's text (section 13.2.5): what a few characters become.

#include "catch.hpp"

#include "compact_tree.hpp"
#include "html/document.hpp"

using namespace syndicat;
using std::string;

namespace {

string body_of(const string& text) {
  string inside;
  const auto page = html::parse(text);
  for (const auto node : page.body().nodes()) inside.append(inside.empty() ? "" : " ").append(html::compact(node));
  return inside;
}

}  // namespace

TEST_CASE("tags and attributes", "[html]") {
  // clang-format off
  const auto [text, tree] = GENERATE(table<string, string>({
      {"<P>x", "p(\"x\")"},
      {"<p/>x", "p(\"x\")"},
      {"<x-Y\tA = 'b'C=\"d\"E=f/g H>", "x-y[a=b][c=d][e=f/g][h]"},
      {"<p a=1 A=2>", "p[a=1]"},
      {"<p =a=b>", "p[=a=b]"},
      {"<p a==b>", "p[a==b]"},
      {"<p a=>x", "p[a](\"x\")"},
      {"<p a='' b=\"\">", "p[a][b]"},
      {"<p a=/>", "p[a=/]"},
      {"<p / a / b>", "p[a][b]"},
      {"<p a\"b'c<d>", "p[a\"b'c<d]"},
      {"<p\nb\f=\nc>", "p[b=c]"},
      {"<p a=b", ""},
      {"x<p a='b", "\"x\""},
      {"<p></p a=b/>x", "p \"x\""},
      {"<a<b>x", "a<b(\"x\")"},
      {string("<a\0b c\0=d\0>", 11), "a\xEF\xBF\xBD" "b[c\xEF\xBF\xBD=d\xEF\xBF\xBD]"},
      {"x< y", "\"x< y\""},
      {"x<", "\"x<\""},
      {"x</", "\"x</\""},
      {"x</>y", "\"xy\""},
      {"x</ y>z", "\"x\" <!-- y--> \"z\""},
      {"x<?y>z", "\"x\" <!--?y--> \"z\""},
      {"x<!y>z", "\"x\" <!--y--> \"z\""},
      {"x<![CDATA[y]]>z", "\"x\" <!--[CDATA[y]]--> \"z\""},
      {"a\r\nb\rc", "\"a\nb\nc\""},
      {string("a\0b", 3), "\"ab\""},
  }));
  // clang-format on
  CAPTURE(text);
  CHECK(body_of(text) == tree);
}

TEST_CASE("comments", "[html]") {
  const auto [text, tree] = GENERATE(table<string, string>({
      {"x<!---->y", "\"x\" <!----> \"y\""},
      {"x<!-->y", "\"x\" <!----> \"y\""},
      {"x<!--->y", "\"x\" <!----> \"y\""},
      {"x<!-- a --->y", "\"x\" <!-- a ---> \"y\""},
      {"x<!-- a --!>y", "\"x\" <!-- a --> \"y\""},
      {"x<!----!>y", "\"x\" <!----> \"y\""},
      {"x<!-- a -- b -->y", "\"x\" <!-- a -- b --> \"y\""},
      {"x<!-- <!-- -->y", "\"x\" <!-- <!-- --> \"y\""},
      {"x<!-- <!-->y", "\"x\" <!-- <!--> \"y\""},
      {"x<!--a", "\"x\" <!--a-->"},
      {"x<!--a-", "\"x\" <!--a-->"},
      {"x<!--a--", "\"x\" <!--a-->"},
      {"x<!--a--!", "\"x\" <!--a-->"},
      {"x<!--a---", "\"x\" <!--a--->"},
      {"x<!-", "\"x\" <!----->"},
      {"x<!--a>b-->", "\"x\" <!--a>b-->"},
      {string("x<!--a\0-->", 10), "\"x\" <!--a\xEF\xBF\xBD-->"},
  }));
  CAPTURE(text);
  CHECK(body_of(text) == tree);
}

TEST_CASE("character references", "[html]") {
  // clang-format off
  const auto [text, tree] = GENERATE(table<string, string>({
      {"&amp;&lt;&gt;&quot;", "\"&<>\"\""},
      {"&AMP &amp&amp;", "\"& &&\""},
      {"&notit; &notin;", "\"¬it; ∉\""},
      {"&noti", "\"¬i\""},
      {"&CounterClockwiseContourIntegral;", "\"∳\""},
      {"&acE;", "\"\xE2\x88\xBE\xCC\xB3\""},  // two characters
      {"&unknown; & &; &1;", "\"&unknown; & &; &1;\""},
      {"&#65;&#x41;&#X41&#65", "\"AAAA\""},
      {"&#; &#x; &#xg;", "\"&#; &#x; &#xg;\""},
      {"&#0; &#xD800; &#x110000;", "\"\xEF\xBF\xBD \xEF\xBF\xBD \xEF\xBF\xBD\""},
      {"&#128;&#x9f;&#x81;", "\"€Ÿ\xC2\x81\""},
      {"&#x1F600;", "\"😀\""},
      {"&#13;x", "\"\rx\""},
      {"<p a='&amp=&amp;&ampx&copy;&copy=1&copyx&#65'>", "p[a=&amp=&&ampx©&copy=1&copyx" "A]"},
      {"<p a=&lt;b>", "p[a=<b]"},
      {"<p a='&amp'>", "p[a=&]"},
      {"<title>&amp;</title><p><textarea>&lt;/textarea></textarea>", "p(textarea(\"</textarea>\"))"},
      {"<p><xmp>&amp;</xmp>", "p xmp(\"&amp;\")"},
  }));
  // clang-format on
  CAPTURE(text);
  CHECK(body_of(text) == tree);
}

TEST_CASE("elements whose text is raw", "[html]") {
  const auto [text, tree] = GENERATE(table<string, string>({
      {"<p><script>a</b></script >c", "p(script(\"a</b>\") \"c\")"},
      {"<p><script><!--<script></script>--></script>x", "p(script(\"<!--<script></script>-->\") \"x\")"},
      {"<p><script><!--</script>x", "p(script(\"<!--\") \"x\")"},
      {"<p><script><!--<script></script>", "p(script(\"<!--<script></script>\"))"},
      {"<p><script><!--<script>--></script>x", "p(script(\"<!--<script>-->\") \"x\")"},
      {"<p><script><!--><script></script>x", "p(script(\"<!--><script>\") \"x\")"},
      {"<p><script><!--<scriptx></script>x", "p(script(\"<!--<scriptx>\") \"x\")"},
      {"<p><style></styl></style/>x", "p(style(\"</styl>\") \"x\")"},
      {"<p><iframe><p></iframe>x", "p(iframe(\"<p>\") \"x\")"},
      {"<p><textarea>\n\nx</textarea>", "p(textarea(\"\nx\"))"},
      {"<pre>\nx\n</pre>", "pre(\"x\n\")"},
      {"<pre>&#10;x</pre>", "pre(\"x\")"},
      {"<p>x<plaintext></plaintext>&amp;", "p(\"x\") plaintext(\"</plaintext>&amp;\")"},
      {string("<p><style>\0</style>", 19), "p(style(\"\xEF\xBF\xBD\"))"},
      {"<p><style>x</style", "p(style(\"x</style\"))"},
      {"<p><noscript><b>x</noscript>", "p(noscript(b(\"x\")))"},
      {"<svg><![CDATA[a<b>]]]>&amp;", "svg:svg(\"a<b>]&\")"},
      {"<svg><![CDATA[a", "svg:svg(\"a\")"},
      {string("<svg><![CDATA[\0]]>", 18), "svg:svg(\"\xEF\xBF\xBD\")"},
  }));
  CAPTURE(text);
  CHECK(body_of(text) == tree);
}

TEST_CASE("doctypes and what mode they put a page into", "[html]") {
  using html::Mode;
  // clang-format off
  const auto [text, name, public_id, system_id, mode] = GENERATE(table<string, string, string, string, Mode>({
      {"<!DOCTYPE html>", "html", "", "", Mode::no_quirks},
      {"<!doctypeHTML >", "html", "", "", Mode::no_quirks},
      {"<!DOCTYPE>", "", "", "", Mode::quirks},
      {"<!DOCTYPE x>", "x", "", "", Mode::quirks},
      {"<!DOCTYPE html SYSTEM 'about:legacy-compat'>", "html", "", "about:legacy-compat", Mode::no_quirks},
      {"<!DOCTYPE html public \"-//W3C//DTD HTML 4.01//EN\">", "html", "-//W3C//DTD HTML 4.01//EN", "", Mode::no_quirks},
      {"<!DOCTYPE html PUBLIC '-//w3c//dtd html 4.01 transitional//EN'>", "html", "-//w3c//dtd html 4.01 transitional//EN",
       "", Mode::quirks},
      {"<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01 Transitional//EN' 'x'>", "html",
       "-//W3C//DTD HTML 4.01 Transitional//EN", "x", Mode::limited_quirks},
      {"<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0 Frameset//EN'>", "html", "-//W3C//DTD XHTML 1.0 Frameset//EN", "",
       Mode::limited_quirks},
      {"<!DOCTYPE html PUBLIC '-//IETF//DTD HTML 2.0//'>", "html", "-//IETF//DTD HTML 2.0//", "", Mode::quirks},
      {"<!DOCTYPE html PUBLIC 'html'>", "html", "html", "", Mode::quirks},
      {"<!DOCTYPE html SYSTEM x>", "html", "", "", Mode::quirks},
      {"<!DOCTYPE html PUBLIC 'a>", "html", "a", "", Mode::quirks},
      {"<!DOCTYPE html x 'y'>", "html", "", "", Mode::quirks},
      {"<!DOCTYPE html SYSTEM 'a' x>", "html", "", "a", Mode::no_quirks},
  }));
  // clang-format on
  CAPTURE(text);
  const auto page = html::parse(text);
  const auto doctype = page.root().first_child().doctype();
  CHECK(doctype.name == name);
  CHECK(doctype.public_id == public_id);
  CHECK(doctype.system_id == system_id);
  CHECK(page.mode() == mode);
}

TEST_CASE("a page without a doctype is quirky", "[html]") {
  CHECK(html::parse("<p>").mode() == html::Mode::quirks);
  CHECK(html::parse_fragment("<p>").mode() == html::Mode::no_quirks);
}
