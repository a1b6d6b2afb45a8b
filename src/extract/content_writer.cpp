#include "extract/content_writer.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "extract/body_links.hpp"
#include "extract/class_marks.hpp"
#include "extract/code_blocks.hpp"
#include "extract/headings.hpp"
#include "extract/images.hpp"
#include "extract/links.hpp"
#include "extract/media.hpp"
#include "extract/words.hpp"
#include "extract/written_as.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLongestCaption = 600;  // letters

// White space, line breaks, soft hyphens and characters of no width: nothing that a reader sees.
bool is_blank_html(std::string_view html) {
  for (std::size_t at = 0; at < html.size();) {
    if (html.substr(at).starts_with("<br>")) {
      at += 4;
      continue;
    }
    const auto c = text::next_character(html, at);
    const bool shows_nothing = c <= ' ' || c == 0xA0 || c == 0xAD || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
                               c == 0x2028 || c == 0x2029 || c == 0x202F || (c >= 0x205F && c <= 0x2064) ||
                               c == 0x3000 || c == 0xFEFF;
    if (!shows_nothing) return false;
  }
  return true;
}

// Without line breaks and blanks at both ends.
std::string_view without_outer_breaks(std::string_view html) {
  html = text::trim(html);
  while (html.starts_with("<br>")) html = text::trim(html.substr(4));
  while (html.ends_with("<br>")) html = text::trim(html.substr(0, html.size() - 4));
  return html;
}

class Writer {
 public:
  Writer(const Tree& tree, const Body& body, const std::string& base, bool clean_links)
      : tree_(tree), body_(body), base_(base), clean_links_(clean_links), links_(tree, body, base, clean_links) {}

  std::string write() {
    for (const auto part : body_.parts) {
      const auto& box = tree_.box(part);
      if (box.tag == Tag::body || box.tag == Tag::html) flow(box.node);
      else block(box.node);
    }
    return std::move(out_);
  }

 private:
  bool is_dropped(html::Node element) const {
    const auto number = tree_.box_of(element);
    return number == kNone || body_.dropped_boxes[number];
  }

  bool is_inline(html::Node element) const {
    const auto number = tree_.box_of(element);
    return number == kNone || (!is_block(tree_.box(number).tag) && !links_.holds_block(number));
  }

  static Tag tag(html::Node element) {
    switch (element.element_namespace()) {
      case html::Namespace::html: return tag_of(element.name());
      case html::Namespace::svg: return Tag::svg;
      // Formulas stay as their text; what is beside it for machines (TeX) is left out.
      case html::Namespace::mathml: return element.name().starts_with("annotation") ? Tag::svg : Tag::math;
    }
    return Tag::other;
  }

  // --- inside a paragraph -------------------------------------------------------------------------------------

  void characters(html::Node node, std::string& run) const {
    const auto number = tree_.block_of(node);
    if (number != kNone && body_.dropped_blocks[number]) return;
    bool blank = false;
    const auto value = node.value();
    std::string plain;
    for (const char c : value) {
      if (text::is_space(c)) {
        blank = true;
        continue;
      }
      if (blank) plain += ' ';
      blank = false;
      plain += c;
    }
    if (blank) plain += ' ';
    const bool after_blank = run.ends_with(' ') || run.ends_with("<br>");
    run += text::escape_xml(after_blank && plain.starts_with(' ') ? std::string_view(plain).substr(1)
                                                                  : std::string_view(plain));
  }

  void inside(html::Node parent, std::string& run) const {
    for (auto child = parent.first_child(); child; child = child.next()) {
      if (child.is_text()) characters(child, run);
      else if (child.is_element()) element_inside(child, run);
    }
  }

  void element_inside(html::Node node, std::string& run) const {
    const auto kind = tag(node);
    if (kind == Tag::br) {
      while (run.ends_with(' ')) run.pop_back();
      run += "<br>";
      return;
    }
    if (is_dropped(node) || is_place_link(node)) return;
    if (const auto picture = picture_element(node)) {
      run += image(picture);
      return;
    }
    if (is_silent(kind) || is_control(tree_.box(tree_.box_of(node)).tag)) return;
    std::string own;
    // A blank at the element's start belongs before it.
    const bool after_blank = run.empty() || run.ends_with(' ') || run.ends_with("<br>");
    inside(node, own);
    if (own.empty()) return;
    const bool leads = own.starts_with(' ');
    if (leads) {
      own.erase(0, 1);
      if (!after_blank) run += ' ';
    }
    if (own.find("<br>") != std::string::npos && is_blank_html(own)) {
      run += own;  // no words, and yet the line ends
      return;
    }
    if (is_blank_html(own)) {
      if (!run.ends_with(' ') && !own.empty()) run += ' ';
      return;
    }
    const bool trails = own.ends_with(' ');
    if (trails) own.pop_back();
    // Parts of a caption that only their style sets apart: "after the vote.", "Credit".
    if (kind == Tag::span && own[0] >= 'A' && own[0] <= 'Z' && run.size() > 1 && run.ends_with('.') &&
        run[run.size() - 2] >= 'a' && run[run.size() - 2] <= 'z')
      run += ' ';
    if (kind == Tag::a) {
      const auto address = links_.address_of(node);
      run += address.empty() ? own
                             : fmt::format("<a{} href=\"{}\">{}</a>", links_.own_id_attribute(node),
                                           text::escape_xml_attribute(address), own);
    } else if (const auto name = written_as(kind); !name.empty()) {
      run += fmt::format("<{0}{1}>{2}</{0}>", name, links_.own_id_attribute(node), own);
    } else {
      run += own;
    }
    if (trails) run += ' ';
  }

  std::string image(html::Node img) const {
    const auto picture = picture_of(img);
    if (!picture) return {};
    auto html = fmt::format("<img src=\"{}\"", text::escape_xml_attribute(text::resolve(base_, picture->url)));
    html += fmt::format(" alt=\"{}\"", text::escape_xml_attribute(picture->alt));
    if (picture->width && picture->height)
      html += fmt::format(" width=\"{}\" height=\"{}\"", *picture->width, *picture->height);
    return html + ">";
  }

  // --- between paragraphs -------------------------------------------------------------------------------------

  // Writes a run as paragraphs; two line breaks in a row part them.
  void paragraphs(std::string& run) {
    auto id = std::exchange(id_, {});
    std::string_view rest = run;
    while (!rest.empty()) {
      auto end = rest.size();
      std::size_t next = rest.size();
      for (auto at = rest.find("<br>"); at != std::string_view::npos; at = rest.find("<br>", at + 4)) {
        const auto behind = rest.find_first_not_of(" \n", at + 4);
        if (behind != std::string_view::npos && rest.substr(behind).starts_with("<br>")) {
          end = at;
          next = behind;
          break;
        }
      }
      const auto piece = without_outer_breaks(rest.substr(0, end));
      if (!is_blank_html(piece)) out_ += fmt::format("<p{}>{}</p>\n", std::exchange(id, {}), piece);
      rest.remove_prefix(std::min(next, rest.size()));
      while (rest.starts_with("<br>") || rest.starts_with(' ')) rest.remove_prefix(rest.starts_with(' ') ? 1 : 4);
    }
    run.clear();
    id_ = std::move(id);  // nothing was written yet
  }

  void flow(html::Node parent) {
    std::string run;
    for (auto child = parent.first_child(); child; child = child.next()) {
      if (child.is_text()) {
        characters(child, run);
      } else if (child.is_element()) {
        if (is_dropped(child) && !child.is("br")) continue;
        const bool player = !is_block(tag(child)) && !media_address(child).empty();
        if (is_inline(child) && !player) {
          element_inside(child, run);
        } else {
          paragraphs(run);
          block(child);
        }
      }
    }
    paragraphs(run);
  }

  // What `write` puts out, taken away again.
  template <typename Write>
  std::string aside(Write write) {
    auto before = std::move(out_);
    out_.clear();
    write();
    auto written = std::move(out_);
    out_ = std::move(before);
    return written;
  }

  // The content of a list item, a cell, a caption: inline where it is one run, else paragraphs.
  std::string content_of(html::Node node) {
    auto written = aside([&] { flow(node); });
    std::string_view one = written;
    if (one.starts_with("<p>") && one.ends_with("</p>\n") && one.find("<p>", 3) == std::string_view::npos) {
      one = one.substr(3, one.size() - 8);
      if (one.find("</p>") == std::string_view::npos) return std::string(one);
    }
    // The first run stands without its own paragraph where a list or the like follows it.
    return std::string(text::trim(written));
  }

  void wrapped(html::Node node, std::string_view name) {
    const auto id = links_.id_attribute(node);
    const auto content = content_of(node);
    if (!content.empty()) out_ += fmt::format("<{0}{1}>{2}</{0}>\n", name, id, content);
  }

  void block(html::Node node) {
    switch (tag(node)) {
      case Tag::h1:
      case Tag::h2:
      case Tag::h3:
      case Tag::h4:
      case Tag::h5:
      case Tag::h6: heading(node); break;
      case Tag::ul:
      case Tag::ol:
      case Tag::menu: list(node); break;
      case Tag::dl: definitions(node); break;
      case Tag::blockquote: quotation(node); break;
      case Tag::pre: preformatted(node); break;
      case Tag::figure: figure(node); break;
      case Tag::table: table(node); break;
      case Tag::hr:
        if (!out_.empty() && !out_.ends_with("<hr>\n")) out_ += "<hr>\n";
        break;
      case Tag::iframe:
      case Tag::object:
      case Tag::embed:
      case Tag::video:
      case Tag::audio: embedded(node); break;
      case Tag::custom:
        if (media_address(node).empty()) flow(node);
        else embedded(node);
        break;
      case Tag::a: linked_blocks(node); break;
      default:
        if (!media_address(node).empty()) return embedded(node);
        if (auto id = links_.id_attribute(node); !id.empty()) id_ = std::move(id);
        if (is_captioned(node)) figure(node);
        else flow(node);
        break;
    }
  }

  // A link around whole blocks goes into those that hold no other: within a paragraph it is one in every format.
  void linked_blocks(html::Node node) {
    const auto address = links_.address_of(node);
    const auto written = aside([&] { flow(node); });
    std::string_view rest = written;
    while (!rest.empty()) {
      const auto end = std::min(rest.find('\n'), rest.size() - 1) + 1;
      const auto line = rest.substr(0, end);
      rest.remove_prefix(end);
      const auto open = line.find('>');
      const auto close = line.rfind("</");
      const bool one = !address.empty() && (line.starts_with("<p") || line.starts_with("<h")) &&
                       line.ends_with(">\n") && !line.starts_with("<pre") && !line.starts_with("<hr") &&
                       close != std::string_view::npos && open < close && line.find("<a ") == std::string_view::npos;
      if (!one) {
        out_ += line;
        continue;
      }
      out_ += fmt::format("{}<a href=\"{}\">{}</a>{}", line.substr(0, open + 1), text::escape_xml_attribute(address),
                          line.substr(open + 1, close - open - 1), line.substr(close));
    }
  }

  void heading(html::Node node) {
    const auto id = links_.id_attribute(node);
    std::string run;
    if (is_inline_only(node)) inside(node, run);
    else run = plain_of(node);
    const auto words = without_outer_breaks(run);
    const char level = node.is("h1") ? '2' : node.name()[1];
    if (!is_blank_html(words)) out_ += fmt::format("<h{0}{1}>{2}</h{0}>\n", level, id, words);
  }

  bool is_inline_only(html::Node node) const {
    const auto number = tree_.box_of(node);
    return number == kNone || !links_.holds_block(number);
  }

  // The text of all blocks in an element that are left, as one line.
  std::string plain_of(html::Node node) const {
    const auto number = tree_.box_of(node);
    std::string words;
    if (number == kNone) return words;
    for (auto at = tree_.box(number).first_block; at < tree_.box(number).last_block; ++at) {
      if (body_.dropped_blocks[at]) continue;
      if (!words.empty()) words += ' ';
      words += text::escape_xml(tree_.text(tree_.blocks()[at]));
    }
    return words;
  }

  void list(html::Node node) {
    std::string items;
    std::size_t plain_items = 0;
    for (auto child = node.first_child(); child; child = child.next()) {
      if (!child.is_element() || is_dropped(child)) continue;
      const auto id = links_.id_attribute(child);
      const auto content = content_of(child);
      if (content.empty()) continue;
      const auto value = node.is("ol") ? number_attribute(child, "value") : std::string{};
      items += fmt::format("<li{}{}>{}</li>\n", id, value, content);
      ++plain_items;
    }
    if (plain_items == 0) return;
    if (!node.is("ol")) {
      out_ += fmt::format("<ul>\n{}</ul>\n", items);
      return;
    }
    const std::string_view reversed = node.has_attribute("reversed") ? " reversed" : "";
    out_ += fmt::format("<ol{}{}>\n{}</ol>\n", number_attribute(node, "start"), reversed, items);
  }

  // What changes a list's numbers (HTML 4.4.5): a small integer.
  static std::string number_attribute(html::Node node, std::string_view name) {
    const auto value = text::trim(node.attribute(name));
    const auto digits = value.starts_with('-') ? value.substr(1) : value;
    const bool number =
        !digits.empty() && digits.size() <= 9 && digits.find_first_not_of("0123456789") == std::string_view::npos;
    return number && !(name == "start" && value == "1") ? fmt::format(" {}=\"{}\"", name, value) : std::string{};
  }

  void definitions(html::Node node) {
    const auto rows = aside([&] { definition_rows(node); });
    if (!rows.empty()) out_ += fmt::format("<dl>\n{}</dl>\n", rows);
  }

  void definition_rows(html::Node node) {
    for (auto child = node.first_child(); child; child = child.next()) {
      if (!child.is_element() || is_dropped(child)) continue;
      if (child.is("dt") || child.is("dd")) wrapped(child, child.name());
      else if (child.is("div")) definition_rows(child);
    }
  }

  void quotation(html::Node node) {
    const auto content = aside([&] { flow(node); });
    if (!content.empty()) out_ += fmt::format("<blockquote>\n{}</blockquote>\n", content);
    // An embedded post of which nothing but its address can be shown.
    else if (!media_address(node).empty()) embedded(node);
  }

  void preformatted(html::Node node) {
    const auto text = code_of(node);
    if (text.empty()) return;
    bool code = false;
    for (auto child = node.first_child(); child; child = child.next()) code = code || child.is("code");
    const auto language = language_of_code(tree_, node);
    // The language's is the one class that stays (HTML 4.5.15).
    const auto opening = !language.empty()
                             ? fmt::format("<code class=\"language-{}\">", text::escape_xml_attribute(language))
                             : std::string("<code>");
    out_ += code || !language.empty() ? fmt::format("<pre>{}{}</code></pre>\n", opening, text::escape_xml(text))
                                      : fmt::format("<pre>{}</pre>\n", text::escape_xml(text));
  }

  // A caption that only its class marks: below a picture, in a box that holds nothing else.
  bool is_caption(html::Node node) const {
    const auto number = tree_.box_of(node);
    if (number == kNone || body_.dropped_boxes[number]) return false;
    const auto& box = tree_.box(number);
    return (box.marks & kCaption) != 0 && is_block(box.tag) && box.images == 0 && box.text > 0;
  }

  bool is_captioned(html::Node node) const {
    const auto number = tree_.box_of(node);
    if (number == kNone) return false;
    const auto& box = tree_.box(number);
    if (box.images == 0 || box.images > 2 || box.text == 0 || box.text > kLongestCaption) return false;
    for (auto inside = number + 1; inside < box.end; ++inside) {
      if (tree_.box(inside).tag == Tag::figure) return false;
      if (is_caption(tree_.box(inside).node)) return tree_.box(inside).text == box.text;
    }
    return false;
  }

  void figure(html::Node node) {
    const auto content = aside([&] { figure_parts(node); });
    if (content.empty()) return;
    // A caption whose picture is gone is left out with it; a figure around text is no figure.
    if (content.find("<img") == std::string::npos) {
      if (content.find("<figcaption>") == std::string::npos) out_ += content;
      else if (content.find("<p>") != std::string::npos || content.find("<pre>") != std::string::npos ||
               content.find("<table>") != std::string::npos || content.find("<blockquote>") != std::string::npos)
        out_ += fmt::format("<figure>\n{}</figure>\n", content);
      return;
    }
    out_ += fmt::format("<figure>\n{}</figure>\n", content);
  }

  void figure_parts(html::Node node) {
    std::string run;
    for (auto child = node.first_child(); child; child = child.next()) {
      if (child.is_text()) {
        characters(child, run);
        continue;
      }
      if (!child.is_element() || is_dropped(child)) continue;
      if (child.is("figcaption") || is_caption(child)) {
        paragraphs(run);
        wrapped(child, "figcaption");
      } else if (const auto picture = picture_element(child)) {
        paragraphs(run);
        if (auto shown = image(picture); !shown.empty()) out_ += shown + "\n";
      } else if (is_inline(child) && tree_.box(tree_.box_of(child)).images == 0) {
        element_inside(child, run);
      } else if (is_block(tag(child)) && tag(child) != Tag::div) {
        paragraphs(run);
        block(child);
      } else {
        paragraphs(run);
        figure_parts(child);
      }
    }
    paragraphs(run);
  }

  // A table of data has cells without paragraphs in them, two columns at least, and nothing that says layout.
  bool is_data(html::Node node) const {
    const auto number = tree_.box_of(node);
    if (number == kNone) return false;
    const auto role = node.attribute("role");
    if (role == "presentation" || role == "none") return false;
    const auto& box = tree_.box(number);
    std::uint32_t rows = 0;
    std::uint32_t cells = 0;
    std::uint32_t heads = 0;
    std::uint32_t blocks = 0;
    for (auto at = number + 1; at < box.end; ++at) {
      const auto kind = tree_.box(at).tag;
      if (kind == Tag::table) return false;  // a table in a table is layout
      if (kind == Tag::tr) ++rows;
      if (kind == Tag::td) ++cells;
      if (kind == Tag::th || kind == Tag::caption || kind == Tag::thead) ++heads;
      if (is_block(kind) && (is_heading(kind) || kind == Tag::div || kind == Tag::p)) ++blocks;
    }
    if (heads > 0) return true;
    if (rows == 0 || cells < rows * 2) return false;
    return blocks <= cells * 2 && box.prose < 40 * cells;
  }

  void table(html::Node node) {
    if (const auto code = numbered_code(node)) return flow(code);
    if (!is_data(node)) {
      flow_of_cells(node);
      return;
    }
    const auto content = aside([&] { table_rows(node); });
    if (!content.empty()) out_ += fmt::format("<table>\n{}</table>\n", content);
  }

  void flow_of_cells(html::Node node) {
    for (auto child = node.first_child(); child; child = child.next()) {
      if (!child.is_element() || is_dropped(child)) continue;
      const auto kind = tag(child);
      if (kind == Tag::tbody || kind == Tag::thead || kind == Tag::tfoot || kind == Tag::tr) flow_of_cells(child);
      else if (kind == Tag::td || kind == Tag::th || kind == Tag::caption) flow(child);
    }
  }

  void table_rows(html::Node node) {
    for (auto child = node.first_child(); child; child = child.next()) {
      if (!child.is_element() || is_dropped(child)) continue;
      const auto kind = tag(child);
      if (kind == Tag::caption) {
        wrapped(child, "caption");
      } else if (kind == Tag::thead || kind == Tag::tbody || kind == Tag::tfoot) {
        const auto rows = aside([&] { table_rows(child); });
        if (!rows.empty()) out_ += fmt::format("<{0}>\n{1}</{0}>\n", child.name(), rows);
      } else if (kind == Tag::tr) {
        row(child);
      }
    }
  }

  void row(html::Node node) {
    std::string cells;
    bool any = false;
    for (auto child = node.first_child(); child; child = child.next()) {
      if (!child.is("td") && !child.is("th")) continue;
      const auto id = is_dropped(child) ? std::string{} : links_.id_attribute(child);
      const auto content = is_dropped(child) ? std::string{} : content_of(child);
      any = any || !content.empty();
      std::string spans;
      for (const std::string_view name : {"colspan", "rowspan"}) {
        const auto span = child.attribute(name);
        const bool number =
            !span.empty() && span.size() <= 3 && span.find_first_not_of("0123456789") == std::string_view::npos;
        if (number && span != "1") spans += fmt::format(" {}=\"{}\"", name, span);
      }
      cells += fmt::format("<{0}{1}{2}>{3}</{0}>", child.name(), id, spans, content);
    }
    if (any) out_ += fmt::format("<tr>{}</tr>\n", cells);
  }

  // A player stays as a link to what it plays.
  void embedded(html::Node node) {
    const auto address = media_address(node);
    auto resolved = text::resolve(base_, address);
    // Where the page's address is not known, a file beside it stays as it is written.
    const bool relative = base_.empty() && !text::split_uri(address).scheme && !address.starts_with("//");
    if (address.empty() || (!relative && !text::is_web_url(resolved))) return;
    if (relative) resolved = address;
    if (clean_links_) resolved = without_tracking(resolved);
    const auto number = tree_.box_of(node);
    const bool small = node.attribute("width") == "0" || node.attribute("width") == "1" ||
                       node.attribute("height") == "0" || node.attribute("height") == "1";
    if (small || (number != kNone && tree_.box(number).hidden)) return;
    const auto words = media_words(node, resolved);
    out_ +=
        fmt::format("<p><a href=\"{}\">{}</a></p>\n", text::escape_xml_attribute(resolved), text::escape_xml(words));
  }

  const Tree& tree_;
  const Body& body_;
  const std::string& base_;
  bool clean_links_;
  BodyLinks links_;
  std::string id_;  // the attribute that the next paragraph bears
  std::string out_;
};

}  // namespace

std::string write_content(const Tree& tree, const Body& body, const std::string& base, bool clean_links) {
  return Writer(tree, body, base, clean_links).write();
}

}  // namespace syndicat::extract
