// A tree, written and read again, is the same tree, but where the standard says that it cannot be (section 13.3).

#include "catch.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "compact_tree.hpp"
#include "html/document.hpp"
#include "html/encoding.hpp"
#include "html/serialize.hpp"

using namespace syndicat;

namespace {

// Trees that no text stands for, by what made them.
bool cannot_return(const html::Document& page) {
  // The doctype is written without its identifiers, so that a quirky page comes back as another kind.
  if (page.mode() != html::Mode::no_quirks) return true;
  for (const auto node : page.root().descendants()) {
    // A line feed directly behind these is dropped when it is read.
    const bool drops = node.is("pre") || node.is("textarea") || node.is("listing");
    if (drops && node.first_child().is_text() && node.first_child().value().starts_with('\n')) return true;
    // Elements of the same kind within each other come only out of misnested markup.
    for (const char* name : {"a", "p", "form", "button", "option", "nobr", "li"}) {
      if (node.is(name) && node.parent().closest(name)) return true;
    }
    // What was put in front of a table, or formatting that the adoption agency has left.
    if (node.is("table") && node.closest("p")) return true;
    if (node.is("plaintext")) return true;
    // A carriage return, which only "&#13;" makes, is written as it is and read as a line feed.
    if (node.value().find('\r') != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("pages come back as the trees they were", "[html]") {
  const char* more = std::getenv("SYNDICAT_PAGES");
  std::size_t pages = 0, same = 0, other = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(more != nullptr ? more : SYNDICAT_SOURCE_DIR "/samples")) {
    if (entry.path().extension() != ".html") continue;
    const auto bytes = read_file(entry.path().string());
    REQUIRE(bytes);
    ++pages;
    const auto page = html::parse(html::decode(*bytes).text);
    const auto again = html::parse(html::to_html(page.root()));
    const std::string before = html::compact(page.root()), after = html::compact(again.root());
    if (before == after) {
      ++same;
      continue;
    }
    if (cannot_return(page)) {
      ++other;
      continue;
    }
    const auto at = static_cast<std::size_t>(
        std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin());
    CAPTURE(entry.path().string(), before.substr(at > 60 ? at - 60 : 0, 120), after.substr(at > 60 ? at - 60 : 0, 120));
    FAIL_CHECK("the tree is another");
  }
  CHECK(same + other == pages);
  CHECK(same >= pages * 9 / 10);
}

TEST_CASE("what is hard to write comes back", "[html]") {
  for (const char* text :
       {"<p title='&amp;&lt;&quot;'>&amp;amp; &lt;b> \xC2\xA0</p>", "<script>a<b&&c</script><style>a>b</style>x",
        "<textarea>&lt;/textarea></textarea>", "<svg viewBox='0 0 1 1'><a xlink:href=x /><foreignObject><p>y</svg>",
        "<math><mi>x</mi><annotation-xml encoding='text/html'><p>z</math>", "<template><tr><td>x</template>",
        "<table><caption>a<colgroup><col><tbody><tr><td>b</table>", "<!--x--><ul><li>a<li>b</ul>",
        "<select><optgroup><option>a<option>b</select>", "<noscript><p>x</noscript>", "<iframe><p></iframe>"}) {
    CAPTURE(text);
    const auto fragment = html::parse_fragment(text);
    const auto written = html::to_html(fragment.root());
    CHECK(html::compact(html::parse_fragment(written).root()) == html::compact(fragment.root()));
    CHECK(html::to_html(html::parse_fragment(written).root()) == written);
  }
}
