#include "catch.hpp"
#include "html/document.hpp"

using namespace syndicat;
using html::Kind;
using html::Node;

TEST_CASE("a page is a tree to walk", "[html]") {
  const auto page = html::parse("<!DOCTYPE html><title>T</title><p id=a class='b c'>x<br>y<!--z--><p>w");
  CHECK(page.mode() == html::Mode::no_quirks);
  CHECK(page.root().first_child().kind() == Kind::doctype);
  CHECK(page.root().first_child().doctype().name == "html");
  CHECK(page.html().is("html"));
  CHECK(page.head().first_child().text() == "T");
  const Node p = page.body().first_child();
  CHECK(p.name() == "p");
  CHECK(p.attributes().size() == 2);
  CHECK(p.attributes()[0].name == "id");
  CHECK(p.attribute("class") == "b c");
  CHECK(p.attribute("none").empty());
  CHECK_FALSE(p.has_attribute("none"));
  CHECK(p.text() == "xy");
  CHECK(p.first_child().is_text());
  CHECK(p.first_child().next().is("br"));
  CHECK(p.first_child().next_element().is("br"));
  CHECK(p.last_child().kind() == Kind::comment);
  CHECK(p.last_child().value() == "z");
  CHECK(p.next().text() == "w");
  CHECK(p.next().previous() == p);
  CHECK(p.parent() == page.body());
  int nodes = 0, below = 0;
  for (const Node node : p.nodes()) nodes += static_cast<bool>(node);
  for (const Node node : page.body().descendants()) below += static_cast<bool>(node);
  CHECK(nodes == 4);
  CHECK(below == 7);
}

TEST_CASE("off the tree there is no node, and it has no answers", "[html]") {
  const Node none;
  CHECK_FALSE(none);
  CHECK_FALSE(none.is_element());
  CHECK(none.name().empty());
  CHECK(none.text().empty());
  CHECK(none.attributes().empty());
  CHECK_FALSE(none.parent());
  CHECK_FALSE(none.next_element());
  CHECK(none.children().empty());
  CHECK(none.find_all("p").empty());
  CHECK(none.position().line == 0);
  CHECK_FALSE(html::parse("").body().first_child().next().parent());
}

TEST_CASE("nodes and attributes know their place", "[html]") {
  const auto page = html::parse("<p>\r\n<b\tid=1 title='é'>é<i>x</i>\rn\n  <u\nclass=q>");
  const Node b = page.body().find("b");
  CHECK(b.position().line == 2);
  CHECK(b.position().column == 1);
  CHECK(b.position().offset == 5);
  CHECK(b.attribute_position("title").column == 9);
  CHECK(b.find("i").position().column == 20);  // é counts as one character
  CHECK(b.find("i").position().offset == 26);  // and as two bytes
  const Node u = page.body().find("u");
  CHECK(u.position().line == 4);
  CHECK(u.position().column == 3);
  CHECK(u.attribute_position("class").line == 5);
  CHECK(page.body().position().line == 0);  // nobody wrote it
}

TEST_CASE("a document may be moved", "[html]") {
  auto page = html::parse("<p>short");
  const Node body = page.body();
  const auto moved = std::move(page);
  CHECK(body.text() == "short");  // its nodes stay what they were
  CHECK(moved.body().text() == "short");
}

TEST_CASE("fragments are read as in their context", "[html]") {
  CHECK(html::parse_fragment("<td>x").root().first_child().is_text());
  CHECK(html::parse_fragment("<td>x", "tr").root().first_child().is("td"));
  CHECK(html::parse_fragment("<path>", "svg svg").root().first_child().element_namespace() == html::Namespace::svg);
  CHECK(html::parse_fragment("<b>x", "textarea").root().text() == "<b>x");
  const auto fragment = html::parse_fragment("a<b>c</b>");
  CHECK(fragment.root().kind() == Kind::document);
  CHECK_FALSE(fragment.root().parent());
  CHECK(fragment.root().first_child().parent() == fragment.root());
}

TEST_CASE("a template's content hangs beside the tree", "[html]") {
  const auto page = html::parse("<template><td>x</template>");
  const Node element = page.head().find("template");
  CHECK_FALSE(element.first_child());
  CHECK(element.template_content().first_child().is("td"));
  CHECK(element.text().empty());
}

TEST_CASE("what the limits cut off is told", "[html]") {
  SECTION("depth") {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "<div>";
    const auto page = html::parse(text + "end");
    CHECK(page.cuts().size() == 1);
    std::size_t depth = 0, deepest = 0, count = 0;
    for (const Node node : page.root().descendants()) {
      if (!node.is("div")) continue;
      ++count;
      depth = 0;
      for (Node above = node; above; above = above.parent()) ++depth;
      deepest = std::max(deepest, depth);
    }
    CHECK(count == 2000);
    CHECK(deepest <= 514);
    CHECK(page.root().text() == "end");
  }
  SECTION("end tags still find their elements beyond the deepest level") {
    std::string text;
    for (int i = 0; i < 2000; ++i) text += "<div>";
    for (int i = 0; i < 2000; ++i) text += "</div>";
    const auto page = html::parse(text + "<p>end");
    CHECK(page.body().last_child().is("p"));
  }
  SECTION("attributes") {
    std::string text = "<p";
    for (int i = 0; i < 3000; ++i) text += " a" + std::to_string(i);
    const auto page = html::parse(text + ">x");
    CHECK(page.body().first_child().attributes().size() == 1000);
    CHECK(page.cuts().size() == 1);
  }
  SECTION("size") {
    html::Options options;
    options.limits.max_size = 10;
    const auto page = html::parse("<p>1234567890", options);
    CHECK(page.body().text() == "1234567");
    CHECK(page.cuts().size() == 1);
  }
  SECTION("nodes") {
    html::Options options;
    options.limits.max_nodes = 100;
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "<br>";
    const auto page = html::parse(text, options);
    CHECK(page.body().find_all("br").size() < 110);
    CHECK(page.cuts().size() == 1);
  }
  SECTION("nothing") { CHECK(html::parse("<p>x").cuts().empty()); }
}

TEST_CASE("text that is not UTF-8 is mended, not believed", "[html]") {
  CHECK(html::parse("<p>a\xFF"
                    "b")
            .body()
            .text() ==
        "a\xEF\xBF\xBD"
        "b");
}

TEST_CASE("a second body's attributes stay the first one's, whatever follows", "[html]") {
  const auto page = html::parse("x<body class=a><div id=b><html lang=c><p title=d><body id=e class=f>");
  CHECK(page.body().attribute("class") == "a");
  CHECK(page.body().attribute("id") == "e");
  CHECK(page.html().attribute("lang") == "c");
  CHECK(page.body().find("div").attribute("id") == "b");
  CHECK(page.body().find("p").attribute("title") == "d");
}
