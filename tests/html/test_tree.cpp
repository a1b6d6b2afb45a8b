// Tree construction by the standard's text (section 13.2.6).

#include "catch.hpp"

#include "compact_tree.hpp"
#include "html/document.hpp"

using namespace syndicat;
using std::string;

TEST_CASE("pages are completed and put in order", "[html]") {
  // clang-format off
  const auto [text, tree] = GENERATE(table<string, string>({
      {"", "html(head body)"},
      {"x", "html(head body(\"x\"))"},
      {" <!--a--> <html> <!--b--> <head> <title>t</title> </head> <body> x", "<!--a--> html(<!--b--> head(\" \" title(\"t\") \" \") \" \" body(\" x\"))"},
      {"<title>t</title>x<title>u</title>", "html(head(title(\"t\")) body(\"x\" title(\"u\")))"},
      {"<head></head><link>x", "html(head(link) body(\"x\"))"},
      {"<p>x</body> <!--c--></html><!--d-->y", "html(head body(p(\"x y\")) <!--c-->) <!--d-->"},
      {"<frameset><frame><p>x</frameset><noframes>y</noframes>", "html(head frameset(frame) noframes(\"y\"))"},
      {"<html a=1><html a=2 b=3><body c=4><body c=5 d=6>", "html[a=1][b=3](head body[c=4][d=6])"},
      {"<p><b>x<p>y", "html(head body(p(b(\"x\")) p(b(\"y\"))))"},
      {"<b>1<p>2</b>3</p>", "html(head body(b(\"1\") p(b(\"2\") \"3\")))"},
      {"<a>1<a>2", "html(head body(a(\"1\") a(\"2\")))"},
      {"<a><div>x</a>y", "html(head body(a div(a(\"x\") \"y\")))"},
      {"<b><b><b><b><p>x", "html(head body(b(b(b(b(p(\"x\")))))))"},
      {"<p><b><b><b><b></p>x", "html(head body(p(b(b(b(b)))) b(b(b(\"x\")))))"},
      {"<ul><li>a<li>b<ul><li>c</ul><li>d", "html(head body(ul(li(\"a\") li(\"b\" ul(li(\"c\"))) li(\"d\"))))"},
      {"<dl><dt>a<dd>b<dt>c", "html(head body(dl(dt(\"a\") dd(\"b\") dt(\"c\"))))"},
      {"<h1>a<h2>b</h3>c", "html(head body(h1(\"a\") h2(\"b\") \"c\"))"},
      {"</p><body></p>x</br>", "html(head body(p \"x\" br))"},
      {"<form>a<form>b</form>c", "html(head body(form(\"ab\") \"c\"))"},
      {"<button>a<button>b", "html(head body(button(\"a\") button(\"b\")))"},
      {"<image src=x>", "html(head body(img[src=x]))"},
      {"<ruby>a<rb>b<rt>c<rtc>d<rp>e", "html(head body(ruby(\"a\" rb(\"b\") rt(\"c\") rtc(\"d\" rp(\"e\")))))"},
  }));
  // clang-format on
  CAPTURE(text);
  CHECK(html::compact(html::parse(text).root()) == tree);
}

TEST_CASE("tables", "[html]") {
  const auto [text, tree] = GENERATE(table<string, string>({
      {"<table><td>x", "table(tbody(tr(td(\"x\"))))"},
      {"<table>x<tr>y<td>z", "\"xy\" table(tbody(tr(td(\"z\"))))"},
      {"<table> <tr> <td>z", "table(\" \" tbody(tr(\" \" td(\"z\"))))"},
      {"<table><b>x<tr>y", "b(\"x\") b(\"y\") table(tbody(tr))"},
      {"<table><caption>a<td>b", "table(caption(\"a\") tbody(tr(td(\"b\"))))"},
      {"<table><col><tr>", "table(colgroup(col) tbody(tr))"},
      {"<table><table>x", "table \"x\" table"},
      {"<table><tr><td><table><td>x</table>y", "table(tbody(tr(td(table(tbody(tr(td(\"x\")))) \"y\"))))"},
      {"<table><input type=hidden><input>", "input table(input[type=hidden])"},
      {"<table><form><tr><td><input>", "table(form tbody(tr(td(input))))"},
      {"<table><td></tbody>x", "\"x\" table(tbody(tr(td)))"},
      {"<p><table>", "p table"},
      {"<table><select><option>x<tr>", "select(option(\"x\")) table(tbody(tr))"},
  }));
  CAPTURE(text);
  const auto page = html::parse("<!DOCTYPE html>" + text);
  string inside;
  for (const auto node : page.body().nodes()) inside.append(inside.empty() ? "" : " ").append(html::compact(node));
  CHECK(inside == tree);
}

TEST_CASE("fragments, templates and foreign content", "[html]") {
  // clang-format off
  const auto [context, text, tree] = GENERATE(table<string, string, string>({
      {"body", "<template>a<tr><td>b</template>c", "template({\"a\" tr(td(\"b\"))}) \"c\""},
      {"body", "<template><tr><td>b</template>", "template({tr(td(\"b\"))})"},
      {"body", "<template><col><p>x</template>", "template({col})"},
      {"body", "<svg><lineargradient viewbox=1 xlink:href=x /><p>y", "svg:svg(svg:linearGradient[viewBox=1][xlink:href=x]) p(\"y\")"},
      {"body", "<svg><title><b>x</b></title><foreignobject><div>y</div></foreignobject></svg>z", "svg:svg(svg:title(b(\"x\")) svg:foreignObject(div(\"y\"))) \"z\""},
      {"body", "<svg><font><g></g></font><font color=x>y", "svg:svg(svg:font(svg:g)) font[color=x](\"y\")"},
      {"body", "<math definitionurl=x><mi><b>y</b><mglyph></mi><annotation-xml><b>z", "math:math[definitionURL=x](math:mi(b(\"y\") math:mglyph) math:annotation-xml) b(\"z\")"},
      {"body", "<math><annotation-xml encoding=TEXT/HTML><p>x", "math:math(math:annotation-xml[encoding=TEXT/HTML](p(\"x\")))"},
      {"body", "<svg><script>a</script><desc/>b", "svg:svg(svg:script(\"a\") svg:desc \"b\")"},
      {"tr", "<td>x<tr>y", "td(\"x\") \"y\""},
      {"table", "x<td>y", "\"x\" tbody(tr(td(\"y\")))"},
      {"select", "<option>a<input>b", "option(\"ab\")"},
      {"title", "<b>&lt;</title>", "\"<b><</title>\""},
      {"svg svg", "<circle/><p>x", "svg:circle p(\"x\")"},
      {"svg foreignObject", "<p>x", "p(\"x\")"},
      {"html", "<p>x", "head body(p(\"x\"))"},
      {"frameset", "<p><frame>x", "frame"},
      {"body", "<select><b><option>a<option>b</select>c", "select(b(option(\"a\") option(\"b\"))) b(\"c\")"},
      {"body", "<select><button><selectedcontent></button><option>a<b>b</b><option>c", "select(button(selectedcontent(\"a\" b(\"b\"))) option(\"a\" b(\"b\")) option(\"c\"))"},
  }));
  // clang-format on
  CAPTURE(context, text);
  CHECK(html::compact(html::parse_fragment(text, context).root()) == tree);
}
