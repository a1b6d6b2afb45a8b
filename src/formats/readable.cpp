#include "formats/readable.hpp"

#include "formats/markup.hpp"
#include "html/document.hpp"
#include "html/serialize.hpp"
#include "html/serialize_markdown_inline.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats {
namespace {

// The item's text: its content, else its summary.
std::string body_html(const model::Item& item) {
  std::string body = item.content_html;
  if (body.empty() && item.content_text.empty()) body = html(item.summary);
  // Nothing of a script gets into the words, and the serialisers look at addresses themselves.
  return absolute(std::move(body), item.url);
}

// "18 June"-like words differ by language; a day in figures does not.
std::string byline(const model::Item& item, const model::Feed& feed) {
  std::string line;
  const auto add = [&](std::string_view words) {
    if (words.empty()) return;
    if (!line.empty()) line += ", ";
    line += words;
  };
  const auto& date = item.published ? item.published : item.modified;
  if (date) add(date->instant ? text::to_day(*date->instant) : date->written);
  for (const auto& person : item.authors.empty() ? feed.authors : item.authors)
    add(person.name.empty() ? person.email : person.name);
  return line;
}

// Plain words as Markdown, in paragraphs and lines as they are.
std::string markdown_of(std::string_view words) {
  return html::to_markdown(html::parse_fragment(text::text_to_html(words)).root());
}

void add_block(std::string& text, std::string_view block) {
  const auto trimmed = text::trim(block);
  if (trimmed.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += trimmed;
}

std::string link(const std::string& words, const std::string& written) {
  const std::string url = safe_address(written);
  if (url.empty()) return html::markdown_of_line(words);
  return "[" + html::markdown_of_line(words.empty() ? url : words) + "](<" + html::markdown_address(url) + ">)";
}

}  // namespace

namespace markdown {

Result<std::string> write(const model::Feed& feed, const WriteOptions&) {
  std::string text;
  add_block(text, "# " + link(plain(feed.title), feed.home_page_url));
  add_block(text, markdown_of(plain(feed.subtitle)));
  for (const auto& item : feed.items) {
    const std::string title = plain(item.title);
    // What has no name at all is parted from the one before by a line.
    const bool has_name = !title.empty() || !safe_address(item.url).empty();
    add_block(text, has_name ? "## " + link(title.empty() ? item.url : title, item.url) : "***");
    const std::string by = byline(item, feed);
    if (!by.empty()) add_block(text, "*" + html::markdown_of_line(by) + "*");
    if (!safe_address(item.image.url).empty())
      add_block(text, "![" + html::markdown_of_line(item.image.description) + "](<" +
                          html::markdown_address(item.image.url) + ">)");
    if (const auto body = body_html(item); !body.empty())
      add_block(text, html::to_markdown(html::parse_fragment(body).root()));
    else add_block(text, markdown_of(item.content_text));
    for (const auto& attachment : item.attachments)
      add_block(text, "- " + link(attachment.title.empty() ? attachment.url : attachment.title, attachment.url));
  }
  return text + "\n";
}

}  // namespace markdown

namespace plain_text {

Result<std::string> write(const model::Feed& feed, const WriteOptions&) {
  std::string text;
  const auto add_heading = [&](const std::string& words, char line) {
    add_block(text, words);
    if (!words.empty()) text += "\n" + std::string(text::count_characters(words), line);
  };
  add_heading(plain(feed.title), '=');
  add_block(text, plain(feed.subtitle));
  add_block(text, feed.home_page_url);
  for (const auto& item : feed.items) {
    const std::string title = plain(item.title);
    add_heading(title.empty() ? item.url : title, '-');
    add_block(text, byline(item, feed));
    if (const auto body = body_html(item); !body.empty())
      add_block(text, html::to_text(html::parse_fragment(body).root()));
    else add_block(text, item.content_text);
    add_block(text, item.url);
    for (const auto& attachment : item.attachments) add_block(text, attachment.url);
  }
  return text + "\n";
}

}  // namespace plain_text
}  // namespace syndicat::formats
