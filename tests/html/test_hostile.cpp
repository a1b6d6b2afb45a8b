// Inputs made to hurt: what comes of them is bounded by what went in. How long they take is measured in bench/.

#include "catch.hpp"

#include "html/document.hpp"
#include "tree_check.hpp"

using namespace syndicat;
using std::string;

namespace {

constexpr std::size_t kTimes = 20'000;

string times(std::size_t count, std::string_view text) {
  string out;
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

string numbered(std::size_t count, std::string_view before, std::string_view behind) {
  string out;
  for (std::size_t i = 0; i < count; ++i) out.append(before).append(std::to_string(i)).append(behind);
  return out;
}

std::size_t count_nodes(const html::Document& document) {
  std::size_t count = 0;
  for (const auto node : document.root().descendants()) count += static_cast<bool>(node);
  return count;
}

}  // namespace

TEST_CASE("hostile pages give bounded trees that hang together", "[html]") {
  const auto text = GENERATE(values<string>({
      times(kTimes, "<div>"),
      times(kTimes, "<b>"),
      times(kTimes, "<svg>"),
      times(kTimes, "<table>"),
      times(kTimes, "<template>"),
      times(kTimes, "<ruby>"),
      times(kTimes, "<select>"),
      times(kTimes, "<font>"),
      times(kTimes, "<a><div>"),
      times(kTimes, "<object>"),
      times(kTimes, "<table><tr><td>"),
      times(kTimes, "<svg><foreignObject>"),
      times(kTimes, "<b><i><u></b></i></u>"),
      times(kTimes, "<nobr>x"),
      times(kTimes, "<p><b><table>"),
      times(kTimes, "<select><option>"),
      numbered(kTimes, "<b id=", ">"),
      numbered(500, "<b id=", ">") + times(kTimes, "<p>x"),
      numbered(400, "<b id=", "><div>") + times(kTimes, "</b>"),
      "<table>" + times(kTimes, "x<tr>y"),
      "<p " + numbered(kTimes, "a", " ") + ">",
      numbered(kTimes, "<body a", ">"),
      "<p>" + times(kTimes, "a</x>"),
      "<select><button><selectedcontent></button>" + times(kTimes, "<div><option selected>x"),
      "<!--" + times(kTimes, "<!--"),
      times(kTimes, "<p a=\""),
      times(kTimes, "&#1;&unknown"),
      "<script><!--" + times(kTimes, "<script></script"),
      times(kTimes, "\xC3\x28\xF0\x28"),
      "<svg>" + times(kTimes, "<![CDATA["),
      string(kTimes, '\0'),
      times(kTimes, "<frameset>"),
      times(kTimes, "</p></br>"),
  }));
  CAPTURE(text.substr(0, 60), text.size());
  html::Options options;
  options.keep_errors = true;
  const auto page = html::parse(text, options);
  CHECK(html::tree_flaw(page).empty());
  // A tag of three bytes makes a few nodes; repeated formatting has an allowance of its own.
  CHECK(count_nodes(page) <= 2 * text.size() + 200'000);
  CHECK(html::tree_flaw(html::parse_fragment(text, "tr")).empty());
}
