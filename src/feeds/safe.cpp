#include "feeds/safe.hpp"

#include <algorithm>

#include "html/sanitize.hpp"
#include "html/sanitize_url.hpp"
#include "text/uri.hpp"

namespace syndicat::feeds {
namespace {

// What may be followed or fetched; podcasts come by the last ones too.
constexpr std::string_view kSchemes = "http https mailto tel ftp ftps magnet gopher gemini xmpp news nntp feed urn tag";
constexpr std::string_view kPictures = "http https data:image/png data:image/jpeg data:image/gif data:image/webp";

void make_safe(std::string& url, std::string_view schemes = kSchemes) {
  // Where it is good it stays as it was written.
  if (!url.empty() && !html::clean_url(url, schemes, {})) url.clear();
}

void make_safe(model::Text& text, const std::string& base) {
  if (text.kind == model::Text::Kind::html) text.value = html::sanitize(text.value, {.base = base});
}

void make_safe(model::Image& image) {
  make_safe(image.url, kPictures);
  make_safe(image.link);
  if (image.url.empty()) image = {};
}

void make_safe(std::vector<model::Person>& people) {
  for (auto& person : people) {
    make_safe(person.url);
    make_safe(person.avatar, kPictures);
    person.foreign = {};
  }
}

void make_safe(std::vector<model::Category>& categories) {
  for (auto& category : categories) {
    if (text::is_absolute_iri(category.scheme)) make_safe(category.scheme);
    category.foreign = {};
  }
}

// What is nothing without its address goes with it.
template <typename Entry>
void make_safe(std::vector<Entry>& entries, std::string Entry::*address) {
  for (auto& entry : entries) {
    make_safe(entry.*address);
    if constexpr (requires { entry.foreign; }) entry.foreign = {};
  }
  std::erase_if(entries, [address](const Entry& entry) { return (entry.*address).empty(); });
}

}  // namespace

void make_safe(model::Item& item) {
  // RSS 1.0 has an item's id for its address where there is no other.
  if (text::is_absolute_iri(item.id)) make_safe(item.id);
  for (auto* url : {&item.url, &item.external_url, &item.comments_url, &item.comments_feed_url}) make_safe(*url);
  for (auto* text : {&item.title, &item.summary, &item.rights}) make_safe(*text, item.url);
  if (!item.content_html.empty()) item.content_html = html::sanitize(item.content_html, {.base = item.url});
  make_safe(item.image);
  make_safe(item.banner_image);
  make_safe(item.authors);
  make_safe(item.contributors);
  make_safe(item.attachments, &model::Attachment::url);
  make_safe(item.links, &model::Link::href);
  make_safe(item.translations, &model::Translation::url);
  if (item.source) {
    make_safe(item.source->url);
    make_safe(item.source->feed_url);
    item.source->foreign = {};
  }
  make_safe(item.categories);
  item.foreign = {};
}

void make_safe(model::Feed& feed) {
  for (auto* url : {&feed.home_page_url, &feed.feed_url, &feed.next_url, &feed.generator_url, &feed.docs})
    make_safe(*url);
  for (auto* text : {&feed.title, &feed.subtitle, &feed.rights}) make_safe(*text, feed.home_page_url);
  for (auto* image : {&feed.icon, &feed.favicon, &feed.logo}) make_safe(*image);
  if (text::is_absolute_iri(feed.id)) make_safe(feed.id);
  // A stylesheet decides what is shown.
  std::erase_if(feed.instructions, [](const auto& instruction) { return instruction.starts_with("xml-stylesheet"); });
  make_safe(feed.authors);
  make_safe(feed.contributors);
  make_safe(feed.hubs, &model::Hub::url);
  make_safe(feed.links, &model::Link::href);
  make_safe(feed.categories);
  feed.foreign = {};
  for (auto& item : feed.items) make_safe(item);
}

}  // namespace syndicat::feeds
