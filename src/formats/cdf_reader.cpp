// CDF says most in attributes, and its names come in capitals, small letters or both.

#include "formats/cdf.hpp"
#include "formats/markup.hpp"
#include "formats/sniff.hpp"
#include "formats/xml_reading.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats::cdf {
namespace {

bool is(xml::Node node, std::string_view name) { return text::equals_ignoring_case(node.name().local, name); }

std::string attribute(xml::Node node, std::string_view name) {
  for (const auto& known : node.attributes())
    if (text::equals_ignoring_case(known.name.local, name)) return std::string(text::trim(known.value));
  return {};
}

std::string address_in(xml::Node node, std::string_view name, std::string_view base) {
  const std::string written = attribute(node, name);
  return written.empty() ? written : text::resolve(base, written);
}

std::optional<model::Date> date_in(xml::Node node, std::string_view name) {
  std::string written = attribute(node, name);
  if (written.empty()) return std::nullopt;
  const auto instant = text::parse_date(written);
  return model::Date{instant, std::move(written)};
}

model::Item read_item(xml::Node node, std::string_view base) {
  model::Item item;
  item.url = address_in(node, "HREF", base);
  item.modified = date_in(node, "LASTMOD");
  std::string words;  // of the link: a title where there is no other
  for (const auto child : node.children()) {
    if (is(child, "A") && words.empty()) words = one_line(child);
    if (is(child, "TITLE")) item.title = guess_text(one_line(child));
    else if (is(child, "ABSTRACT")) item.summary = guess_text(markup_in(child));
    else if (is(child, "A") && item.url.empty()) item.url = address_in(child, "HREF", base);
    else if (is(child, "LOGO") && item.image.empty()) item.image.url = address_in(child, "HREF", base);
    else if (!is(child, "A") || address_in(child, "HREF", base) != item.url) keep(child, item.foreign, base);
  }
  if (item.title.empty()) item.title = guess_text(std::move(words));
  return item;
}

// A channel within the channel is a heading: its items are the feed's, and keep its title as a category.
void read_items(xml::Node parent, const std::vector<model::Category>& headings, model::Feed& feed,
                std::string_view base) {
  for (const auto child : parent.children()) {
    if (is(child, "ITEM")) {
      feed.items.push_back(read_item(child, base));
      feed.items.back().categories = headings;
    }
    if (!is(child, "CHANNEL")) continue;
    auto below = headings;
    for (const auto part : child.children())
      if (is(part, "TITLE") && below.size() < kMostHeadings) add_category(below, {one_line(part), "", ""});
    read_items(child, below, feed, base);
  }
}

void read_channel(xml::Node channel, model::Feed& feed, std::string_view base) {
  feed.home_page_url = address_in(channel, "HREF", base);
  feed.feed_url = address_in(channel, "SELF", base);
  feed.modified = date_in(channel, "LASTMOD");
  for (const auto child : channel.children()) {
    if (is(child, "TITLE")) feed.title = guess_text(one_line(child));
    else if (is(child, "ABSTRACT")) feed.subtitle = guess_text(markup_in(child));
    else if (is(child, "A") && feed.home_page_url.empty()) feed.home_page_url = address_in(child, "HREF", base);
    else if (is(child, "LOGO") && feed.logo.empty()) feed.logo.url = address_in(child, "HREF", base);
    else if (!is(child, "ITEM") && !is(child, "CHANNEL")) keep(child, feed.foreign, base);
  }
  read_items(channel, {}, feed, base);
}

}  // namespace

bool looks_like(std::string_view bytes) {
  const auto root = root_name(bytes);
  // RSS's channel, should it stand alone, is written small.
  return root != "channel" && text::equals_ignoring_case(root, "channel") && !names_rss11(bytes);
}

Result<Reading> read(std::string bytes, const ReadOptions& options) {
  Reading reading;
  const auto document = parse_document(std::move(bytes), options, reading.notes);
  if (!document) return Failure(document.error());
  const auto root = document->root();
  const std::string own_base = address_in(root, "BASE", options.base_uri);
  read_channel(root, reading.feed, own_base.empty() ? options.base_uri : own_base);
  return reading;
}

}  // namespace syndicat::formats::cdf
