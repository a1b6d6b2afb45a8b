#include <algorithm>
#include <filesystem>
#include <random>
#include <set>

#include "base/file.hpp"
#include "catch.hpp"
#include "html/sanitize.hpp"
#include "html/sanitize_style.hpp"
#include "html/sanitize_url.hpp"
#include "html/serialize.hpp"
#include "text/unicode.hpp"

using namespace syndicat;

namespace {

const std::filesystem::path kFolder = std::filesystem::path(SYNDICAT_SOURCE_DIR) / "tests/html/sanitize";

std::string read(const std::filesystem::path& path) { return read_file(path.string()).value_or("no such file"); }

// tests/html/sanitize/vectors/README says how a vector is written.
std::string unescape(std::string_view written) {
  std::string text;
  for (std::size_t at = 0; at < written.size(); ++at) {
    if (written[at] != '\\' || at + 1 == written.size()) {
      text += written[at];
      continue;
    }
    switch (written[++at]) {
      case 'n': text += '\n'; break;
      case 't': text += '\t'; break;
      case 'r': text += '\r'; break;
      case 'f': text += '\f'; break;
      case '0': text += '\0'; break;
      case 'u': {
        const std::size_t end = written.find('}', at);
        text::append_utf8(
            text, static_cast<char32_t>(std::stoul(std::string(written.substr(at + 2, end - at - 2)), nullptr, 16)));
        at = end;
        break;
      }
      default: text += written[at];
    }
  }
  return text;
}

std::vector<std::string> vectors() {
  std::vector<std::string> all;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder / "vectors")) {
    if (entry.path().extension() != ".txt") continue;
    const std::string file = read(entry.path());
    for (std::string_view rest = file; !rest.empty();) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const auto line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (!line.empty() && line.substr(0, 2) != "# ") all.push_back(unescape(line));
    }
  }
  std::sort(all.begin(), all.end());
  return all;
}

// What may be left, said a second time and in another way than the sanitiser's table: by what must not be there.
std::string flaw_of(html::Node node) {
  static const std::set<std::string_view> kElements = {
      "script",  "style",          "iframe",  "frame",      "frameset", "object",   "embed",   "applet",
      "form",    "input",          "button",  "select",     "textarea", "option",   "link",    "meta",
      "base",    "template",       "slot",    "noscript",   "noembed",  "noframes", "xmp",     "plaintext",
      "listing", "title",          "body",    "html",       "head",     "svg",      "canvas",  "map",
      "area",    "portal",         "marquee", "dialog",     "keygen",   "isindex",  "bgsound", "image",
      "math-x",  "annotation-xml", "mglyph",  "malignmark", "maction",  "semantics"};
  static const std::set<std::string_view> kAttributes = {
      "action",    "formaction",      "srcdoc",   "ping",    "target",     "download", "background", "data",
      "code",      "codebase",        "archive",  "classid", "http-equiv", "content",  "name",       "usemap",
      "autofocus", "contenteditable", "tabindex", "is",      "slot",       "form",     "manifest",   "longdesc",
      "lowsrc",    "dynsrc",          "popover",  "nonce",   "xmlns",      "autoplay", "for",        "accesskey"};
  if (node.kind() == html::Kind::comment) return "a comment";
  if (!node.is_element()) return {};
  const auto name = node.name();
  if (kElements.count(name) != 0) return "<" + std::string(name) + ">";
  if (node.element_namespace() == html::Namespace::svg) return "SVG";
  if (name.find_first_not_of("abcdefghijklmnopqrstuvwxyz123456") != std::string_view::npos) return "a strange name";
  for (const auto attribute : node.attributes()) {
    const std::string attribute_name(attribute.name);
    const std::string value = text::to_lower_ascii(attribute.value);
    if (!attribute.prefix.empty()) return "a prefix";
    if (attribute_name.find_first_not_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos)
      return "@" + attribute_name;
    if (attribute_name.substr(0, 2) == "on" || kAttributes.count(attribute_name) != 0) return "@" + attribute_name;
    if (attribute_name == "id" && value.substr(0, 13) != "user-content-") return "id " + value;
    if (attribute_name == "style" && value.find_first_of("\\(@<{}\"'/*-0") != std::string::npos) {
      // Colours have parentheses, borders hyphens in their names; what fetches, runs or covers has these.
      for (const char* word :
           {"url",   "expression", "import", "\\",    "@",    "<",   "{",        "}",        "\"",      "'",  "/*",
            "image", "src(",       "var(",   "attr(", "env(", ": -", "position", "behavior", "binding", "--", "calc"}) {
        if (value.find(word) != std::string::npos) return "style " + value;
      }
    }
    for (const char* holder : {"href", "src", "cite", "poster", "srcset"}) {
      if (attribute_name != holder) continue;
      // Whatever a browser would take for a scheme is one of these.
      std::string seen;
      for (const char c : value) {
        if (static_cast<unsigned char>(c) > 0x20) seen += c;
      }
      const std::size_t colon = seen.find(':');
      if (colon == std::string::npos || seen.find_first_of("/?#") < colon) continue;
      const std::string scheme = seen.substr(0, colon);
      const bool is_data = seen.substr(0, 11) == "data:image/" && seen.substr(11, 3) != "svg";
      if (scheme != "http" && scheme != "https" && !is_data &&
          !(attribute_name == "href" &&
            (scheme == "mailto" || scheme == "tel" || scheme == "sms" || scheme == "ftp" || scheme == "geo")))
        return std::string(holder) + " " + value;
    }
  }
  return {};
}

std::string flaw_in(const std::string& fragment) {
  // Read as any element's content and as a page: none may see something else in it.
  for (const char* context :
       {"body", "div", "td", "template", "select", "svg", "svg foreignObject", "math", "math mtext", "pre"}) {
    const auto tree = html::parse_fragment(fragment, context);
    const bool foreign = std::string_view(context).substr(0, 3) == "svg";
    for (html::Node node = tree.root().first_child(); node; node = node.next_within(tree.root())) {
      if (foreign && node.is_element() && node.element_namespace() == html::Namespace::svg) continue;
      if (auto flaw = flaw_of(node); !flaw.empty()) return std::string(context) + ": " + flaw;
    }
  }
  return {};
}

}  // namespace

TEST_CASE("no attack leaves anything behind, and what is left stays as it is", "[html]") {
  const auto all = vectors();
  CHECK(all.size() >= 800);
  CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
  for (const auto& base : {std::string(), std::string("https://news.example/a/b?c#d")}) {
    for (const auto& vector : all) {
      INFO(vector);
      const std::string clean = html::sanitize(vector, {.base = base});
      INFO(clean);
      CHECK(flaw_in(clean) == "");
      CHECK(html::sanitize(clean, {.base = base}) == clean);
      const auto tree = html::parse_fragment(clean);
      CHECK(html::to_html(tree.root()) == clean);
      CHECK(flaw_in(html::sanitize(html::to_xhtml(tree.root()))) == "");
    }
  }
}

TEST_CASE("the attacks are attacks", "[html]") {
  const auto all = vectors();
  const auto count =
      std::count_if(all.begin(), all.end(), [](const std::string& vector) { return !flaw_in(vector).empty(); });
  CHECK(static_cast<std::size_t>(count) * 100 >=
        all.size() * 90);  // others are text that only looks like one, or styles
}

// Pieces of all attacks joined at random: what one opens, another closes.
TEST_CASE("nor do attacks mixed with each other", "[html]") {
  const auto all = vectors();
  std::mt19937 random(20250101);
  const auto below = [&](std::size_t count) { return random() % count; };
  for (int i = 0; i < 3000; ++i) {
    std::string mixed;
    for (std::size_t pieces = 2 + below(4); pieces > 0; --pieces) {
      const auto& vector = all[below(all.size())];
      const std::size_t from = below(3) == 0 ? below(vector.size()) : 0;
      mixed += vector.substr(from, below(3) == 0 ? below(vector.size() + 1) : std::string::npos);
    }
    INFO(mixed);
    const std::string clean = html::sanitize(mixed);
    INFO(clean);
    REQUIRE(flaw_in(clean) == "");
    REQUIRE(html::sanitize(clean) == clean);
  }
}

// tests/html/sanitize/<name>.html beside <name>.golden, seen from https://news.example/2024/story.html.
TEST_CASE("content that is meant well survives", "[html]") {
  std::size_t checked = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kFolder)) {
    if (entry.path().extension() != ".html") continue;
    INFO(entry.path().filename().string());
    auto golden = entry.path();
    golden.replace_extension(".golden");
    CHECK(html::sanitize(read(entry.path()), {.base = "https://news.example/2024/story.html"}) == read(golden));
    ++checked;
  }
  CHECK(checked >= 4);
}

TEST_CASE("addresses are cleaned by scheme", "[html]") {
  const auto [written, clean] = GENERATE(table<std::string, std::string>({
      {"https://a.example/b", "https://a.example/b"},
      {" HTTPS://a.example/b\n", "HTTPS://a.example/b"},
      {"b c", "https://n.example/a/b%20c"},
      {"//x.example", "https://x.example"},
      {"https:\\\\a.example\\b?c\\d", "https://a.example/b?c%5Cd"},
      {"ht\ntps://a.example", "https://a.example"},
      {"mailto:a@b.example", "mailto:a@b.example"},
      {"javascript:a", ""},
      {"java\tscript:a", ""},
      {"\x01javascript:a", ""},
      {"data:text/html,a", ""},
      {"data:image/png;base64,AA==", "data:image/png;base64,AA=="},
      {"data:image/pngx,A", ""},
      {"a:b", ""},
      {"1a:b", ""},
      {":a", ""},
      {"./a:b", "https://n.example/a/a:b"},
      {"", ""},
      {"  ", ""},
  }));
  INFO(written);
  CHECK(html::clean_url(written, "http https mailto data:image/png", "https://n.example/a/").value_or("") == clean);
}

TEST_CASE("a base with a bad scheme gives none", "[html]") {
  CHECK_FALSE(html::clean_url("b", "http https", "javascript://a/").has_value());
  CHECK(html::clean_url("b", "http https", "a/c") == "b");
}

TEST_CASE("candidates are cleaned one by one", "[html]") {
  const auto clean = [](std::string_view address) {
    return html::clean_url(address, "http https", "https://n.example/");
  };
  const auto [written, cleaned] = GENERATE(table<std::string, std::string>({
      {"a 1x, b 2x", "https://n.example/a 1x, https://n.example/b 2x"},
      {"a", "https://n.example/a"},
      {"a,b", "https://n.example/a,b"},  // without white space the comma is a part of the address
      {"a, b", "https://n.example/a, https://n.example/b"},
      {",,a 640w,,b 2x", "https://n.example/a 640w, https://n.example/b 2x"},
      {"a 1.5x,javascript:b 2x,c 3x", "https://n.example/a 1.5x, https://n.example/c 3x"},
      {"a foo, b 1x", "https://n.example/b 1x"},
      {"a (x,y) 1x, b", "https://n.example/b"},
      {"", ""},
  }));
  INFO(written);
  CHECK(html::clean_candidates(written, clean) == cleaned);
}

TEST_CASE("style keeps what only looks", "[html]") {
  const auto [written, clean] = GENERATE(table<std::string, std::string>({
      {"color:red", "color: red"},
      {"COLOR : Red ; ; text-align:center;", "color: red; text-align: center"},
      {"color:#FFF;background-color:rgb(1, 2,3)", "color: #FFF; background-color: rgb(1, 2, 3)"},
      {"color:rgba(1 2 3 / 50%)", "color: rgba(1 2 3 / 50%)"},
      {"width:50%;height:1.5em", "width: 50%; height: 1.5em"},
      {"margin:-1px;padding:1px 2px", "padding: 1px 2px"},
      {"color:red!important", "color: red"},
      {"background:red;position:fixed;color:blue", "color: blue"},
      {"color:url(a)", ""},
      {"color:'a;color:red'", ""},
      {"color:/**/red", "color: red"},
      {"color:\\72 ed", ""},
      {"color:", ""},
      {"color", ""},
      {"", ""},
      {"width:1px;color:red/*", "width: 1px; color: red"},
  }));
  INFO(written);
  CHECK(html::clean_style(written) == clean);
}

TEST_CASE("styles can be left out as a whole", "[html]") {
  CHECK(html::sanitize("<p style=color:red>a", {.keep_style = false}) == "<p>a</p>");
}

TEST_CASE("absolute addresses, and nothing else changes", "[html]") {
  // clang-format off
  const auto [fragment, absolute] = GENERATE(table<std::string, std::string>({
      {"<a href=b>c</a>", "<a href=\"https://n.example/a/b\">c</a>"},
      {"<a href=#b>c</a>", "<a href=\"https://n.example/a/?q#b\">c</a>"},
      {"<a href=''>c</a>", "<a href=\"https://n.example/a/?q\">c</a>"},
      {"<img src=//b/c srcset='d 1x,e 2x'>", "<img src=\"https://b/c\" srcset=\"https://n.example/a/d 1x, https://n.example/a/e 2x\">"},
      {"<a href='mailto:a b'>c</a><a href=' javascript:a'>d</a>", "<a href=\"mailto:a b\">c</a><a href=\" javascript:a\">d</a>"},
      {"<video poster=b><source src=c></video>",
       "<video poster=\"https://n.example/a/b\"><source src=\"https://n.example/a/c\"></video>"},
      {"<object data=b></object><p data=b>", "<object data=\"https://n.example/a/b\"></object><p data=\"b\"></p>"},
      {"<svg><image xlink:href=b /><use href=#c /></svg>",
       "<svg><image xlink:href=\"https://n.example/a/b\"></image><use href=\"#c\"></use></svg>"},
      {"<blockquote cite=/b onclick=c><!--d-->", "<blockquote cite=\"https://n.example/b\" onclick=\"c\"><!--d--></blockquote>"},
      {"<p style='color:red;background:URL( \"b.png\" ) url(c) url(https://m.example/) url('>d",
       "<p style=\"color:red;background:URL(&quot;https://n.example/a/b.png&quot;) url(https://n.example/a/c) url(https://m.example/) url(\">d</p>"},
      {"<p xml:base=e/><a href=b>c</a>", "<p xml:base=\"e/\"><a href=\"https://n.example/a/b\">c</a></p>"},
  }));
  // clang-format on
  INFO(fragment);
  CHECK(html::absolutize(fragment, "https://n.example/a/?q") == absolute);
}

TEST_CASE("in XHTML xml:base moves the base, and goes", "[html]") {
  CHECK(html::absolutize("<p xml:base='e/'><a href=b>c</a><em xml:base='../f/'><a href=b>c</a></em></p><a href=b>c</a>",
                         "https://n.example/a/", html::XmlBase::counts) ==
        "<p><a href=\"https://n.example/a/e/b\">c</a><em><a href=\"https://n.example/a/f/b\">c</a></em></p>"
        "<a href=\"https://n.example/a/b\">c</a>");
}

TEST_CASE("without a base addresses stay", "[html]") {
  CHECK(html::absolutize("<a href='b c'>d</a>", "") == "<a href=\"b c\">d</a>");
  CHECK(html::absolutize("<a href='b c'>d</a>", "e/f") == "<a href=\"b c\">d</a>");
}

TEST_CASE("deep and broken markup is sanitised in one go", "[html]") {
  for (const std::string piece :
       {"<div>", "<p><b><a href=x>", "<math><mi>", "<table><td>", "<svg><p>", "<button><p>", "<object><a href=x>"}) {
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += piece;
    const std::string clean = html::sanitize(deep + "x");
    CHECK(flaw_in(clean) == "");
    CHECK(html::sanitize(clean) == clean);
  }
}
