// One page that shows a feed: nothing is loaded but the images of the articles, nothing runs, and it follows the
// reader's choice of light or dark. The microformats on it make it a feed again.

#include "formats/html_page.hpp"
#include "formats/markup.hpp"
#include "html/sanitize.hpp"
#include "text/language.hpp"
#include "text/markup.hpp"

namespace syndicat::formats::html_page {
namespace {

constexpr std::string_view kStyle = R"(
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fff; --soft: #666; --line: #ddd; --link: #0a58a8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e8; --paper: #18181a; --soft: #999; --line: #333; --link: #7db7f0; } }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 42rem; background: var(--paper); color: var(--ink); font: 1.05rem/1.6 system-ui, sans-serif; }
a { color: var(--link); }
header { margin-bottom: 2rem; }
h1, h2 { line-height: 1.25; margin: 0 0 .4rem; }
h2 a, h1 a { color: inherit; text-decoration: none; }
article { border-top: 1px solid var(--line); padding: 2rem 0 1rem; overflow-wrap: break-word; }
.by { color: var(--soft); font-size: .9rem; margin: 0 0 1rem; }
img, video, iframe { max-width: 100%; height: auto; }
pre { overflow-x: auto; }
table { border-collapse: collapse; }
td, th { border: 1px solid var(--line); padding: .2rem .5rem; }
blockquote { margin: 0 0 0 1rem; padding-left: 1rem; border-left: 3px solid var(--line); color: var(--soft); }
)";

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? std::string() : fmt::format(" {}=\"{}\"", name, text::escape_xml_attribute(value));
}

// The language, and the direction where that is said, or the language is written in another than what stands around it.
std::string language(std::string_view tag, std::string_view direction, std::string_view around) {
  if (direction.empty()) direction = text::direction_of_language(tag);
  else around = {};
  return attribute("lang", tag) + attribute("dir", direction == around ? std::string_view() : direction);
}

std::string_view direction_of(const model::Feed& feed) {
  return text::direction_of_language(feed.language) == "rtl" ? "rtl" : "ltr";
}

std::string link(const std::string& words, const std::string& url, std::string_view classes) {
  const std::string text = text::escape_xml(words);
  const std::string address = safe_address(url);
  if (address.empty()) {
    // A reader would take the words of what is called an address for one.
    if (classes.starts_with("u-")) classes = {};
    return classes.empty() ? text : fmt::format("<span{}>{}</span>", attribute("class", classes), text);
  }
  return fmt::format("<a{}{}>{}</a>", attribute("class", classes), attribute("href", address), text);
}

void add_time(std::string& page, const std::optional<model::Date>& date, std::string_view classes) {
  if (!date) return;
  if (!date->instant) {
    page += text::escape_xml(date->written);
    return;
  }
  page += fmt::format("<time class=\"{}\" datetime=\"{}\">{}</time>", classes, text::to_rfc3339(*date->instant),
                      text::to_day(*date->instant));
}

void add_byline(std::string& page, const model::Item& item) {
  std::string line;
  add_time(line, item.published ? item.published : item.modified, item.published ? "dt-published" : "dt-updated");
  for (const auto& person : item.authors) {
    if (!line.empty()) line += " · ";
    line += link(person.name.empty() ? person.email : person.name, person.url, "p-author h-card");
  }
  for (const auto& category : item.categories) {
    if (!line.empty()) line += " · ";
    line += fmt::format("<span class=\"p-category\">{}</span>", text::escape_xml(category.term));
  }
  if (!line.empty()) page.append("<p class=\"by\">").append(line).append("</p>\n");
}

// Links to the same article in other languages, each in its own.
void add_editions(std::string& page, const model::Item& item, std::string_view around) {
  std::string line;
  for (const auto& edition : item.translations) {
    const std::string address = safe_address(edition.url);
    if (address.empty()) continue;
    line += fmt::format("{}<a class=\"u-translation\" rel=\"alternate\"{}{}{}>{}</a>", line.empty() ? "" : " · ",
                        attribute("hreflang", edition.language), language(edition.language, {}, around),
                        attribute("href", address),
                        text::escape_xml(edition.title.empty() ? edition.language : edition.title));
  }
  if (!line.empty()) page.append("<p class=\"by\">").append(line).append("</p>\n");
}

void add_item(std::string& page, const model::Item& item, std::string_view around) {
  page += fmt::format("<article class=\"h-entry\"{}>\n", language(item.language, item.direction, around));
  const std::string title = plain(item.title);
  if (!title.empty() || !item.url.empty())
    page += fmt::format("<h2 class=\"p-name\">{}</h2>\n", link(title.empty() ? item.url : title, item.url, "u-url"));
  add_byline(page, item);
  if (!item.image.empty() && !safe_address(item.image.url).empty() &&
      item.content_html.find(text::escape_xml_attribute(item.image.url)) == std::string::npos)
    page += fmt::format("<p><img class=\"u-photo\"{} alt=\"{}\"></p>\n", attribute("src", item.image.url),
                        text::escape_xml_attribute(item.image.description));
  if (!item.content_html.empty())
    page += fmt::format("<div class=\"e-content\">{}</div>\n", html::sanitize(item.content_html, {.base = item.url}));
  else if (!item.content_text.empty())
    page += fmt::format("<div class=\"e-content\">{}</div>\n", text::text_to_html(item.content_text));
  else if (!item.summary.empty())
    page += fmt::format("<div class=\"p-summary\">{}</div>\n", html::sanitize(html(item.summary), {.base = item.url}));
  const auto own = item.direction.empty() ? text::direction_of_language(item.language) : item.direction;
  add_editions(page, item, own.empty() ? around : own);
  for (const auto& attachment : item.attachments)
    page += fmt::format("<p>{}</p>\n", link(attachment.title.empty() ? attachment.url : attachment.title,
                                            attachment.url, "u-enclosure"));
  page += "</article>\n";
}

}  // namespace

Result<std::string> write(const model::Feed& feed, const WriteOptions&) {
  const std::string title = plain(feed.title).empty() ? feed.home_page_url : plain(feed.title);
  std::string page;
  page.reserve(expected_size(feed));
  page +=
      fmt::format("<!DOCTYPE html>\n<html{}>\n<head>\n<meta charset=\"utf-8\">\n", language(feed.language, {}, "ltr"));
  // Whatever slips into the articles, nothing on this page may run or be sent.
  page +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src * data:; media-src *; style-src 'unsafe-inline'\">\n";
  page +=
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n";
  // A page of one article is the article's page.
  if (feed.items.size() == 1) {
    for (const auto& edition : feed.items.front().translations)
      if (const auto address = safe_address(edition.url); !address.empty())
        page += fmt::format("<link rel=\"alternate\"{}{}{}>\n", attribute("hreflang", edition.language),
                            attribute("href", address), attribute("title", edition.title));
  }
  page += fmt::format("<title>{}</title>\n<style>{}</style>\n</head>\n<body class=\"h-feed\">\n<header>\n",
                      text::escape_xml(title), kStyle);
  page += fmt::format("<h1 class=\"p-name\">{}</h1>\n", link(title, feed.home_page_url, "u-url"));
  if (!feed.subtitle.empty())
    page += fmt::format("<p class=\"p-summary\">{}</p>\n", text::escape_xml(plain(feed.subtitle)));
  page += "</header>\n<main>\n";
  for (const auto& item : feed.items) add_item(page, item, direction_of(feed));
  page += "</main>\n</body>\n</html>\n";
  return page;
}

}  // namespace syndicat::formats::html_page
