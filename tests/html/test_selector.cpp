#include "catch.hpp"
#include "html/document.hpp"
#include "html/selector.hpp"

using namespace syndicat;
using html::Selector;

namespace {

// Every element has an id; a selector's answer is the ids it finds.
const std::string kPage = R"(<!doctype html><html id=html><head id=head><title id=title></title></head><body id=body>
<article id=a1 class="post lead" lang=en-GB><h1 id=h1>T</h1><p id=p1 class=first>x <a id=l1 href="/x.html">y</a></p>
<p id=p2><em id=em>z</em></p><ul id=ul><li id=i1>1<li id=i2 class=odd>2<li id=i3>3<li id=i4>4<li id=i5>5</ul></article>
<div id=d1 data-Key=Value><p id=p3></p><span id=s1><!-- c --></span><p id=p4> </p><a id=l2>no link</a></div>
<svg id=svg viewBox="0 0 1 1"><linearGradient id=lg></linearGradient></svg></body></html>)";

std::string ids(const std::vector<html::Node>& nodes) {
  std::string joined;
  for (const auto node : nodes) joined.append(joined.empty() ? "" : " ").append(node.attribute("id"));
  return joined;
}

}  // namespace

TEST_CASE("selectors find what Selectors 4 says", "[html]") {
  const auto page = html::parse(kPage);
  const auto [selector, expected] = GENERATE(table<std::string, std::string>({
      {"p", "p1 p2 p3 p4"},
      {"P", "p1 p2 p3 p4"},
      {"*|p", ""},  // namespaces in selectors are not ours
      {"#p2", "p2"},
      {".post.lead", "a1"},
      {"p.first, h1", "h1 p1"},
      {"article p", "p1 p2"},
      {"body > p", ""},
      {"article > p", "p1 p2"},
      {"h1 + p", "p1"},
      {"h1 ~ p", "p1 p2"},
      {"div p ~ *", "s1 p4 l2"},
      {"article li", "i1 i2 i3 i4 i5"},
      {"[href]", "l1"},
      {"[lang|=en]", "a1"},
      {"[lang|=e]", ""},
      {"[class~=lead]", "a1"},
      {"[class=lead]", ""},
      {"[href$='.html']", "l1"},
      {"[href^=\"/x\"]", "l1"},
      {"[href*='x.h']", "l1"},
      {"[href*='']", ""},
      {"[data-key=Value]", "d1"},
      {"[data-key=value]", ""},
      {"[data-key=value i]", "d1"},
      {"[DATA-KEY]", "d1"},
      {"li:first-child", "i1"},
      {"li:last-child", "i5"},
      {"li:nth-child(odd)", "i1 i3 i5"},
      {"li:nth-child(2n)", "i2 i4"},
      {"li:nth-child(-n+2)", "i1 i2"},
      {"li:nth-child( 3n + 1 )", "i1 i4"},
      {"li:nth-last-child(2)", "i4"},
      {"li:nth-child(1 of .odd)", "i2"},
      {"p:nth-of-type(2)", "p2 p4"},
      {"p:nth-last-of-type(1)", "p2 p4"},
      {"article > :first-of-type", "h1 p1 ul"},
      {"em:only-child", "em"},
      {"span:only-of-type", "s1"},
      {"div > :empty", "p3 s1"},
      {":is(h1, em)", "h1 em"},
      {"article :not(li, a, ul)", "h1 p1 p2 em"},
      {"p:has(> a)", "p1"},
      {"p:has(em)", "p2"},
      {"h1:has(+ p)", "h1"},
      {"p:has(~ ul)", "p1 p2"},
      {"article:has(p em)", "a1"},
      {"div:has(p em)", ""},
      {":root", "html"},
      {"a:any-link", "l1"},
      {"linearGradient", "lg"},
      {"lineargradient", ""},
      {"svg[viewBox]", "svg"},
      {"svg[viewbox]", ""},
      {"p\\31 ", ""},
      {"#\\70 3", "p3"},
      {"article *:not(:has(*)):not(li)", "h1 l1 em"},
  }));
  CAPTURE(selector);
  CHECK(ids(page.root().find_all(selector)) == expected);
}

TEST_CASE("a selector is asked of one node, upwards and for the first", "[html]") {
  const auto page = html::parse(kPage);
  const auto item = page.root().find("li.odd");
  CHECK(item.attribute("id") == "i2");
  CHECK(item.matches("ul > li"));
  CHECK_FALSE(item.matches("ol > li"));
  CHECK(item.closest("article").attribute("id") == "a1");
  CHECK(item.closest("li") == item);
  CHECK_FALSE(item.closest("svg"));
  CHECK(ids(page.body().find("ul").find_all(":scope > li:first-child")) == "i1");
  CHECK_FALSE(html::Node().find("p"));
}

TEST_CASE("a selector that cannot be read says why and matches nothing", "[html]") {
  for (const char* written : {"",
                              ",",
                              "p,",
                              "p >",
                              "> p",
                              "p[",
                              "p[a",
                              "p[a=",
                              "p[a='x]",
                              "p:",
                              "p:unknown",
                              "p:nth-child()",
                              "p:nth-child(x)",
                              "p:is(",
                              "p:is()",
                              "p)",
                              "p:not(:not(p)",
                              "#",
                              ".",
                              "#1",
                              "p::before",
                              ":nth-of-type(2 of p)",
                              "p % p",
                              ":only-of-childx"}) {
    CAPTURE(written);
    const auto selector = Selector::parse(written);
    REQUIRE_FALSE(selector);
    CHECK(selector.error().cause == Cause::misuse);
    CHECK(html::parse("<p>").root().find_all(written).empty());
  }
  std::string deep;
  for (int i = 0; i < 100; ++i) deep += ":not(";
  CHECK_FALSE(Selector::parse(deep));
}
