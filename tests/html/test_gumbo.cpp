// Our trees beside libgumbo's, on our samples and on mutations of them. SYNDICAT_PAGES may name a folder of more pages.
// What libgumbo is known to read otherwise than the standard is listed below. One thing has no mark to know it by: an
// <a> more than eight blocks below an open <a>, which libgumbo closes where the adoption agency gives up.

#include "catch.hpp"

#if __has_include(<gumbo.h>) && defined(SYNDICAT_GUMBO)
#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <random>

#include "base/file.hpp"
#include "html/document.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"

using namespace syndicat;

namespace {

using Lines = std::vector<std::string>;

class Tree {
 public:
  void add(std::size_t depth, const std::string& line) { lines_.push_back(std::to_string(depth) + " " + line); }
  void text(std::size_t depth, std::string_view text) {
    const std::string start = std::to_string(depth) + " \"";
    if (!lines_.empty() && lines_.back().starts_with(start)) {
      lines_.back().append(text);
    } else {
      lines_.push_back(start + std::string(text));
    }
  }
  Lines take() { return std::move(lines_); }
  bool has_unknown = false;

 private:
  Lines lines_;
};

void ours(html::Node top, std::size_t depth, Tree& tree) {
  for (const html::Node node : top.nodes()) {
    switch (node.kind()) {
      case html::Kind::document:
      case html::Kind::doctype: break;
      case html::Kind::text: tree.text(depth, node.value()); break;
      case html::Kind::comment: tree.add(depth, "!" + std::string(node.value())); break;
      case html::Kind::element: {
        std::string line = "<" + std::to_string(static_cast<int>(node.element_namespace())) + std::string(node.name());
        std::vector<std::string> attributes;
        for (const auto attribute : node.attributes()) {
          attributes.push_back(" " + std::string(attribute.name) + "=" + std::string(attribute.value));
        }
        std::sort(attributes.begin(), attributes.end());
        for (const auto& attribute : attributes) line += attribute;
        tree.add(depth, line);
        ours(node, depth + 1, tree);
        if (const auto content = node.template_content()) ours(content, depth + 1, tree);
      }
    }
  }
}

std::string name_of(const GumboElement& element) {
  if (element.tag != GUMBO_TAG_UNKNOWN && element.tag_namespace == GUMBO_NAMESPACE_HTML)
    return gumbo_normalized_tagname(element.tag);
  GumboStringPiece piece = element.original_tag;
  gumbo_tag_from_original_text(&piece);
  if (element.tag_namespace == GUMBO_NAMESPACE_SVG) {
    if (const char* svg = gumbo_normalize_svg_tagname(&piece)) return svg;
  }
  if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
  std::string name(piece.data, piece.length);
  return text::to_lower_ascii(name.substr(0, name.find_first_of("/ \t\n\f>")));
}

void gumbo(const GumboVector& nodes, std::size_t depth, Tree& tree) {
  for (unsigned i = 0; i < nodes.length; ++i) {
    const auto* node = static_cast<const GumboNode*>(nodes.data[i]);
    switch (node->type) {
      case GUMBO_NODE_DOCUMENT: break;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE: tree.text(depth, node->v.text.text); break;
      case GUMBO_NODE_COMMENT: tree.add(depth, "!" + std::string(node->v.text.text)); break;
      case GUMBO_NODE_ELEMENT:
      case GUMBO_NODE_TEMPLATE: {
        const GumboElement& element = node->v.element;
        // To libgumbo any end tag of a name that it does not know closes any element of such a name.
        if (element.tag == GUMBO_TAG_UNKNOWN && element.tag_namespace == GUMBO_NAMESPACE_HTML) tree.has_unknown = true;
        std::string line = "<" + std::to_string(static_cast<int>(element.tag_namespace)) + name_of(element);
        std::vector<std::string> attributes;
        for (unsigned j = 0; j < element.attributes.length; ++j) {
          const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[j]);
          attributes.push_back(" " + std::string(attribute->name) + "=" + attribute->value);
        }
        std::sort(attributes.begin(), attributes.end());
        for (const auto& attribute : attributes) line += attribute;
        tree.add(depth, line);
        gumbo(element.children, depth + 1, tree);
      }
    }
  }
}

// What libgumbo 0.10.1 (of 2015) reads by an older standard, or wrongly; pages with such things are not compared.
bool is_beyond_gumbo(std::string_view page) {
  static constexpr std::array<std::string_view, 24> kSince = {
      "<select",  // stands for what is in it, since 2025
      "<menuitem", "</menuitem", "<isindex",  "<search", "</search", "<dialog", "</dialog", "<rb", "<rtc", "<rp", "<rt",
      "<hr",  // within a select
      "<keygen",   "<image",     "<svg",
      "<math",  // breaking out of foreign content
      "<frameset", "<noscript",  "<template", "<applet", "<summary", "<main",   "</main"};  // does not close a
                                                                                            // paragraph there
  const std::string lower = text::to_lower_ascii(page);
  // White space behind a second <html> is none of the head's (13.2.6.4.3); libgumbo puts it there.
  const std::size_t html = lower.find("<html");
  if (html != std::string::npos && lower.find("<html", html + 1) != std::string::npos) return true;
  return std::any_of(kSince.begin(), kSince.end(),
                     [&](std::string_view since) { return lower.find(since) != std::string::npos; });
}

// libgumbo puts the white space in front of "</form>" behind the form; forms are compared as another block.
void rename_forms(std::string& page) {
  for (std::size_t i = 0; i + 6 < page.size(); ++i) {
    if (page[i] != '<') continue;
    const std::size_t name = i + (page[i + 1] == '/' ? 2 : 1);
    if (text::equals_ignoring_case(std::string_view(page).substr(name, 4), "form")) page.replace(name, 4, "menu");
  }
}

// The first line that differs, from both, or nothing.
std::string difference(std::string page) {
  rename_forms(page);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, page.data(), page.size());
  Tree theirs, own;
  gumbo(output->document->v.document.children, 0, theirs);
  gumbo_destroy_output(&options, output);
  html::Options keep;
  keep.keep_errors = true;
  const auto document = html::parse(page, keep);
  ours(document.root(), 0, own);
  const Lines a = own.take(), b = theirs.take();
  const auto [at, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  if ((at == a.end() && other == b.end()) || theirs.has_unknown) return {};
  for (const auto& error : document.errors()) {
    // Behind a repeated attribute libgumbo runs the next names together; white space in what a table has moved out
    // is not put into the formatting elements that are open there. Control and other characters that the standard
    // calls errors and keeps (13.2.3.5) are U+FFFD there.
    if (error.name == "duplicate-attribute" || error.name == "misplaced-content-in-table" ||
        error.name == "control-character-in-input-stream" || error.name == "noncharacter-in-input-stream") {
      return {};
    }
  }
  const auto line = std::to_string(at - a.begin());
  return "line " + line + "\n  ours:   " + (at == a.end() ? "-" : *at) +
         "\n  gumbo:  " + (other == b.end() ? "-" : *other);
}

std::vector<std::string> pages() {
  std::vector<std::filesystem::path> paths;
  const char* more = std::getenv("SYNDICAT_PAGES");
  for (const auto& entry :
       std::filesystem::directory_iterator(more != nullptr ? more : SYNDICAT_SOURCE_DIR "/samples")) {
    if (entry.path().extension() == ".html") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    auto bytes = read_file(path.string());
    if (bytes && text::is_utf8(*bytes) && bytes->find('\0') == std::string::npos) texts.push_back(std::move(*bytes));
  }
  return texts;
}

// A page with some tags taken out, doubled, exchanged or put elsewhere.
std::string mutate(std::string page, std::mt19937& random) {
  static constexpr std::array<std::string_view, 40> kPieces = {"<p>",
                                                               "</p>",
                                                               "<b>",
                                                               "</b>",
                                                               "<i>",
                                                               "</i>",
                                                               "<a href=x>",
                                                               "</a>",
                                                               "<div>",
                                                               "</div>",
                                                               "<table>",
                                                               "</table>",
                                                               "<tr>",
                                                               "<td>",
                                                               "</td>",
                                                               "</tr>",
                                                               "<caption>",
                                                               "<ul>",
                                                               "<li>",
                                                               "</ul>",
                                                               "<h1>",
                                                               "</h2>",
                                                               "<form>",
                                                               "</form>",
                                                               "<button>",
                                                               "<br>",
                                                               "</br>",
                                                               "<!-- x -->",
                                                               "&amp;",
                                                               "&notit;",
                                                               "<font color=red>",
                                                               "</font>",
                                                               "<nobr>",
                                                               "<body class=z>",
                                                               "</body>",
                                                               "</html>",
                                                               "<title>",
                                                               "<textarea>\n",
                                                               "<col>",
                                                               "<tbody>"};
  const auto any = [&](std::size_t below) { return std::uniform_int_distribution<std::size_t>(0, below - 1)(random); };
  const std::size_t changes = 1 + any(6);
  for (std::size_t i = 0; i < changes; ++i) {
    std::size_t at = page.find('<', any(page.size()));
    if (at == std::string::npos) at = 0;
    const std::size_t end = std::min(page.find('>', at), page.size() - 1) + 1;
    switch (any(4)) {
      case 0: page.erase(at, end - at); break;
      case 1: page.insert(at, page.substr(at, end - at)); break;
      default: page.insert(at, kPieces[any(kPieces.size())]); break;
    }
    if (page.empty()) return "x";
  }
  return page;
}

}  // namespace

TEST_CASE("our trees are libgumbo's", "[html]") {
  std::size_t compared = 0, differing = 0;
  for (const auto& page : pages()) {
    ++compared;
    const std::string differs = difference(page);
    if (differs.empty()) continue;
    if (is_beyond_gumbo(page)) {
      ++differing;
      continue;
    }
    CAPTURE(page.substr(0, 300));
    FAIL_CHECK(differs);
  }
  CHECK(compared > 0);
  if (differing > 0) WARN(differing << " of " << compared << " pages differ where libgumbo is behind the standard");
}

TEST_CASE("our trees are libgumbo's on ten thousand mutations", "[html]") {
  std::mt19937 random(20'261'123);
  const auto originals = pages();
  REQUIRE_FALSE(originals.empty());
  std::size_t differing = 0, wrong = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string original = originals[static_cast<std::size_t>(i) % originals.size()];
    // A part is as good as the whole, and faster.
    constexpr std::size_t kPart = 4000;
    if (original.size() > kPart) {
      const std::size_t from = std::uniform_int_distribution<std::size_t>(0, original.size() - kPart)(random);
      const std::size_t tag = std::min(original.find('<', from), from + kPart);
      original = original.substr(tag, kPart);
      original = text::cut_utf8(original, original.size() - std::min<std::size_t>(4, original.size()));
    }
    const std::string page = mutate(std::move(original), random);
    const std::string differs = difference(page);
    if (differs.empty()) continue;
    if (is_beyond_gumbo(page)) {
      ++differing;
      continue;
    }
    CAPTURE(page);
    FAIL_CHECK(differs);
    if (++wrong >= 20) break;
  }
  if (differing > 0) WARN(differing << " mutations differ where libgumbo is behind the standard");
}
#endif
