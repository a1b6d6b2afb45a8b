#include <filesystem>

#include "base/file.hpp"
#include "catch.hpp"
#include "html/serialize.hpp"

using namespace syndicat;

namespace {

const std::filesystem::path kCases = std::filesystem::path(SYNDICAT_SOURCE_DIR) / "tests/html/serialize";

std::string read(const std::filesystem::path& path) { return read_file(path.string()).value_or("no such file"); }

std::string html_of(const std::string& fragment) { return html::to_html(html::parse_fragment(fragment).root()); }
std::string xhtml_of(const std::string& fragment) { return html::to_xhtml(html::parse_fragment(fragment).root()); }
std::string markdown_of(const std::string& fragment) {
  return html::to_markdown(html::parse_fragment(fragment).root());
}
std::string text_of(const std::string& fragment) { return html::to_text(html::parse_fragment(fragment).root()); }

}  // namespace

// tests/html/serialize/<name>.html beside <name>.xhtml, .markdown, .text: what each is to be, as far as it is there.
TEST_CASE("fragments are written as the files beside them say", "[html]") {
  std::size_t checked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kCases)) {
    if (entry.path().extension() != ".html") continue;
    INFO(entry.path().filename().string());
    const auto tree = html::parse_fragment(read(entry.path()));
    for (const std::string kind : {".serialized", ".xhtml", ".markdown", ".text"}) {
      auto expected = entry.path();
      expected.replace_extension(kind);
      if (!std::filesystem::exists(expected)) continue;
      ++checked;
      INFO(kind);
      std::string written = kind == ".xhtml"      ? html::to_xhtml(tree.root())
                            : kind == ".markdown" ? html::to_markdown(tree.root())
                            : kind == ".text"     ? html::to_text(tree.root())
                                                  : html::to_html(tree.root());
      if (written.empty() || written.back() != '\n') written += '\n';
      CHECK(written == read(expected));
    }
  }
  CHECK(checked >= 8);
}

TEST_CASE("HTML is serialised as section 13.3 has it", "[html]") {
  // clang-format off
  const auto [fragment, written] = GENERATE(table<std::string, std::string>({
      {"a&b&lt;c>d\"e\xC2\xA0"
       "f",
       "a&amp;b&lt;c&gt;d\"e&nbsp;f"},
      // "<" and ">" are escaped in attributes too, since 2025.
      {"<p title='\"<b>&amp;\xC2\xA0'>", "<p title=\"&quot;&lt;b&gt;&amp;&nbsp;\"></p>"},
      {"<br><hr/><img src=a><wbr>", "<br><hr><img src=\"a\"><wbr>"},
      {"<script>a<b&&c</script><style>a>b</style>", "<script>a<b&&c</script><style>a>b</style>"},
      {"<xmp><b></xmp><iframe><i></iframe><noembed><u></noembed>", "<xmp><b></xmp><iframe><i></iframe><noembed><u></noembed>"},
      // Scripting is off: what is in <noscript> are elements and text.
      {"<noscript>a&lt;b<i>c</noscript>", "<noscript>a&lt;b<i>c</i></noscript>"},
      {"<textarea>&lt;b></textarea>", "<textarea>&lt;b&gt;</textarea>"},
      {"<!--a-->", "<!--a-->"},
      {"<template><td>a</template>", "<template><td>a</td></template>"},
      {"<svg viewbox=0 xlink:href=#a xml:lang=en xmlns:xlink=b><title>&lt;</title><style>a&lt;b</style></svg>",
       "<svg viewBox=\"0\" xlink:href=\"#a\" xml:lang=\"en\" xmlns:xlink=\"b\"><title>&lt;</title><style>a&lt;b</style></svg>"},
      {"<p a b=1>", "<p a=\"\" b=\"1\"></p>"},
  }));
  // clang-format on
  CHECK(html_of(fragment) == written);
}

TEST_CASE("a page is serialised with its doctype and with the node itself", "[html]") {
  const auto page = html::parse("<!doctype html public 'x'><title>a&amp;b</title><p class=c>d<script>e<f</script>");
  CHECK(
      html::to_html(page.root()) ==
      "<!DOCTYPE html><html><head><title>a&amp;b</title></head><body><p class=\"c\">d<script>e<f</script></p></body></html>");
  const auto p = page.body().first_child();
  CHECK(html::to_html(p) == "d<script>e<f</script>");
  CHECK(html::to_outer_html(p) == "<p class=\"c\">d<script>e<f</script></p>");
  CHECK(html::to_outer_html(p.first_child().next().first_child()) == "e<f");
  CHECK(html::to_outer_html(page.head().first_child()) == "<title>a&amp;b</title>");
  CHECK(html::to_outer_html({}).empty());
  CHECK(html::to_html({}).empty());
}

TEST_CASE("XHTML is well-formed whatever the HTML was", "[html]") {
  const auto [fragment, written] = GENERATE(table<std::string, std::string>({
      {"<br><p>a", "<br/><p>a</p>"},
      {"<p title='a\"b\nc'>&amp;&nbsp;", "<p title=\"a&quot;b&#10;c\">&amp;\xC2\xA0</p>"},
      // Names with a colon want a declaration, others are no names at all: the tags go, what is inside stays.
      {"<o:p>a</o:p><a\"b>c</a\"b>", "ac"},
      {"<p o:a=1 b\"=2 3c=3 -d=4 xmlns=5 xmlns:e=6 xml:lang=7 f=8>", "<p f=\"8\"></p>"},
      {"<!--a--b---><!---><!-- -- -->", "<!--a- -b- --><!----><!-- - - -->"},
      {"a\x01\x02"
       "b\fc\xEF\xBF\xBF&#x1F;&#xFFFE;",
       "ab c"},
      {"<script>a<b&&c</script>", "<script>a&lt;b&amp;&amp;c</script>"},
      {"<svg><path d=a /><a xlink:href=b><p>c</p></a></svg>",
       "<svg xmlns=\"http://www.w3.org/2000/svg\"><path d=\"a\"/><a xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
       "xlink:href=\"b\"/></svg><p>c</p>"},
      {"<svg xlink:href=a><foreignObject><p>b</p></foreignObject><g xlink:href=c></g></svg>",
       "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"a\">"
       "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">b</p></foreignObject><g xlink:href=\"c\"/></svg>"},
      {"<math><mi xml:lang=en>x</mi></math>",
       "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><mi xml:lang=\"en\">x</mi></math>"},
      {"<template><p>a</template>", "<template><p>a</p></template>"},
      {"<p>]]>", "<p>]]&gt;</p>"},

  }));
  INFO(fragment);
  CHECK(xhtml_of(fragment) == written);
}

TEST_CASE("text keeps paragraphs apart", "[html]") {
  CHECK(text_of("<h1>A</h1><p>b<br>c</p>d<div>e</div><ul><li>f<li>g</ul>") == "A\n\nb\nc\n\nd\ne\n\n- f\n- g");
  CHECK(text_of("<ol start=5><li>f<li><p>g<ul><li>h</ul></ol><ul><li></li></ul>i") == "5. f\n6. g\n\n  - h\n\ni");
  CHECK(text_of("<q>f</q> <a href='https://g.example/h'>i</a> <a href='https://g.example/'>g.example</a>") ==
        "“f” i <https://g.example/h> g.example");
  CHECK(text_of("<pre>\n a\n\n  b \n</pre>c") == " a\n\n  b \n\nc");
  CHECK(text_of("") == "");
}

TEST_CASE("Markdown escapes what would mean something", "[html]") {
  // clang-format off
  const auto [fragment, written] = GENERATE(table<std::string, std::string>({
      {"*a* _b_ c_d_e `f` [g](h) &lt;i> &amp;amp; j\\k ~l~", "\\*a\\* \\_b\\_ c_d_e \\`f\\` \\[g\\](h) \\<i> \\&amp; j\\\\k \\~l\\~\n"},
      {"# a", "\\# a\n"},
      {"#a", "#a\n"},
      {"1986. A year", "1986\\. A year\n"},
      {"1986.5", "1986.5\n"},
      {"- a<br>+ b<br>> c<br>===", "\\- a\\\n\\+ b\\\n\\> c\\\n\\===\n"},
      {"<p>a!<a href=b>c</a>", "a\\![c](b)\n"},
      {"<p>a! b", "a! b\n"},
      {"<h2>a #</h2>", "## a \\#\n"},
      {"a|b", "a|b\n"},
      {"<table><tr><th>a|b<th>c<tr><td>d<td>e</table>", "| a\\|b | c |\n| --- | --- |\n| d | e |\n"},
      {"<table><tr><td>a<tr><td>b</table>", "a\n\nb\n"},  // one column is no grid
      {"<code>a`b</code> <code>`</code>", "``a`b`` `` ` ``\n"},
      {"<pre>a\n```\nb</pre>", "````\na\n```\nb\n````\n"},
      {"<b>a </b>b<i> c</i>", "**a** b _c_\n"},
      {"<b>a</b><b>b</b>", "**ab**\n"},
      {"<b></b><i> </i>a", "a\n"},
      {"a<i>b</i>c", "a*b*c\n"},
      {"a<b>(b)</b>c", "a<strong>(b)</strong>c\n"},  // "**" would not be read as such here
      {"<a href='a(b) c'>d</a>", "[d](a\\(b\\)%20c)\n"},
      {"<a href='javascript:a'>d</a>", "d\n"},
      {"<a href=a><p>b<p>c</a>", "[b](a)\n\n[c](a)\n"},
      {"<img src=a alt='[b]' title='c\"d'>", "![\\[b\\]](a \"c\\\"d\")\n"},
      {"<ol start=3><li>a<li>b</ol><ol><li>c</ol>", "3. a\n4. b\n\n1) c\n"},
      {"<ul><li>a<ul><li>b</ul><li>c</ul>", "- a\n  - b\n- c\n"},
      {"<ul><li><p>a<p>b<li>c</ul>", "- a\n\n  b\n\n- c\n"},
      {"<blockquote>a<blockquote>b</blockquote></blockquote>c", "> a\n>\n> > b\n\nc\n"},
      {"a<br><br>b", "a\n\nb\n"},
      {"a<hr>b", "a\n\n***\n\nb\n"},
      {"", ""},
  }));
  // clang-format on
  INFO(fragment);
  CHECK(markdown_of(fragment) == written);
}

// What one level of depth or one repeated thing costs must not grow with their number.
TEST_CASE("deep and repeated markup is written in linear space", "[html]") {
  std::string deep, wide = "<a href=\"" + std::string(8000, 'x') + "\">";
  for (int i = 0; i < 2000; ++i) deep += "<blockquote><ul><li>a";
  for (int i = 0; i < 20000; ++i) wide += "<div>a</div>";
  for (const auto& fragment : {deep, wide}) {
    const auto tree = html::parse_fragment(fragment);
    CHECK(html::to_markdown(tree.root()).size() < 40 * fragment.size());
    CHECK(html::to_xhtml(tree.root()).size() < 3 * fragment.size());
    CHECK(html::to_text(tree.root()).size() < fragment.size());
  }
}
