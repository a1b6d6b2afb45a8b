#include "catch.hpp"
#include "html/document.hpp"

using namespace syndicat;

TEST_CASE("text as a reader sees it", "[html]") {
  // clang-format off
  const auto [fragment, seen] = GENERATE(table<std::string, std::string>({
      {"  a \n b\t<b> c</b>d ", "a b cd"},
      {"<p>a</p><p>b</p>", "a\nb"},
      {"<div>a<div>b</div>c</div>", "a\nb\nc"},
      {"a<br>b<br><br>c", "a\nb\nc"},
      {"<p>a<br></p>b", "a\nb"},
      {"<ul><li>a<li>b</ul>c", "a\nb\nc"},
      {"<table><tr><td>a<td>b<tr><td>c</table>", "a\tb\nc"},
      {"<table><tr><td><p>a</p><td><p>b</p></table>", "a\nb"},
      {"<pre>a\n  b\n\n\tc</pre>d", "a\n  b\n\n\tc\nd"},
      {"<h1>a</h1>b<section>c</section>", "a\nb\nc"},
      {"<script>a</script><style>b</style><template>c</template><noscript>d</noscript>e", "e"},
      {"<p hidden>a</p><p style='color:red; DISPLAY : none'>b</p><dialog>c</dialog><dialog open>d</dialog>e", "d\ne"},
      {"<p hidden=until-found>a</p>", "a"},
      {"<textarea>a</textarea><select><option>b</select><button>c</button><iframe>d</iframe><video>e</video>", "c"},
      {"<svg><title>a</title><text>b</text></svg><math><mi>c</mi><annotation>d</annotation></math>", "bc"},
      {"a&nbsp;b&nbsp;&nbsp; c&nbsp;", "a b c"},
      {"<p>&nbsp;</p><p>a</p>", "a"},
      {"<span>a</span><span>b</span>", "ab"},
      {"a<wbr>b&shy;c", "ab\xC2\xAD" "c"},
      {"<ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby>", "a(b)"},
      {"<!-- a -->b", "b"},
      {"<dl><dt>a<dd>b</dl>", "a\nb"},
      {"", ""},
  }));
  // clang-format on
  INFO(fragment);
  CHECK(html::parse_fragment(fragment).root().block_text() == seen);
}

TEST_CASE("text of one node, and of no node", "[html]") {
  const auto tree = html::parse_fragment("<div hidden>a <b>b</b></div><pre>c\n d</pre>");
  CHECK(tree.root().block_text() == "c\n d");
  CHECK(tree.root().first_child().block_text() == "a b");  // asked for by itself, it is shown
  CHECK(tree.root().last_child().block_text() == "c\n d");
  CHECK(tree.root().first_child().first_child().block_text() == "a");
  CHECK(html::Node().block_text().empty());
}
