#pragma once
// Feeds out of nothing, for properties: every member filled now and then, with texts that formats stumble over.

#include <rapidcheck.h>

#include <set>

#include "model/feed.hpp"

namespace syndicat::test {

template <typename T>
rc::Gen<T> one_of(std::initializer_list<T> values) {
  return rc::gen::elementOf(std::vector<T>(values));
}

inline rc::Gen<std::string> words() {
  return one_of<std::string>({"plain words", "a < b && c > d", "<b>bold</b> &amp; more", "&lt;p&gt;", "AT&T", "ünï 日本 \U0001F600", "]]>", "\"quoted\" 'so'",
                              "two\nlines", " blanks around ", "tab\tand  runs", "a, b; c", "<p>One</p>\n\n<p>Two</p>", "100%", "Name (x@y.example)"});
}

inline rc::Gen<std::string> maybe_words() { return rc::gen::oneOf(rc::gen::just(std::string()), words()); }

inline rc::Gen<std::string> url() {
  return one_of<std::string>({"https://n.example/", "https://n.example/a?b=c&d=e#f", "http://n.example/%20x", "https://n.example/навіны", "tag:n.example,2026:1"});
}

inline rc::Gen<std::string> web_url() {
  return one_of<std::string>({"https://n.example/", "https://n.example/a?b=c&d=e#f", "http://n.example/%20x", "https://n.example/навіны"});
}

inline rc::Gen<std::string> maybe_url() { return rc::gen::oneOf(rc::gen::just(std::string()), web_url()); }

inline rc::Gen<std::string> language() { return one_of<std::string>({"", "en", "be-BY", "zh-Hant-TW"}); }

inline rc::Gen<std::optional<model::Date>> date() {
  return one_of<std::optional<model::Date>>({
      std::nullopt,
      model::Date{text::Instant{1781775000, 0, 180}, ""},
      model::Date{text::Instant{1781775001, 250'000'000, 0}, ""},
      model::Date{text::Instant{-86400 * 365, 0, -210}, ""},
      model::Date{std::nullopt, "the day before yesterday"},
  });
}

inline rc::Gen<model::Text> text(bool may_be_empty) {
  return rc::gen::map(rc::gen::pair(may_be_empty ? maybe_words() : words(), rc::gen::arbitrary<bool>()), [](const auto& parts) {
    const bool is_html = parts.second && !parts.first.empty();
    return model::Text{is_html ? model::Text::Kind::html : model::Text::Kind::plain, parts.first};
  });
}

inline rc::Gen<model::Person> person() {
  return rc::gen::construct<model::Person>(one_of<std::string>({"Ann", "Bob (the) Builder", "Жанна"}), one_of<std::string>({"", "a@n.example", "b@n.example"}), maybe_url(), maybe_url());
}

inline rc::Gen<model::Category> category() {
  return rc::gen::construct<model::Category>(one_of<std::string>({"news", "a & b", "work <x>", "two  blanks"}), one_of<std::string>({"", "https://n.example/scheme"}),
                                             one_of<std::string>({"", "A Label"}));
}

inline rc::Gen<std::optional<std::uint64_t>> size() { return one_of<std::optional<std::uint64_t>>({std::nullopt, 0, 12, 1ULL << 40U}); }

inline rc::Gen<model::Link> link() {
  return rc::gen::construct<model::Link>(web_url(), one_of<std::string>({"related", "via", "license", "prev-archive"}), one_of<std::string>({"", "text/html", "application/pdf"}),
                                         one_of<std::string>({"", "be"}), one_of<std::string>({"", "A \"title\""}), size());
}

inline rc::Gen<model::Attachment> attachment() {
  return rc::gen::construct<model::Attachment>(web_url(), one_of<std::string>({"", "audio/mpeg"}), one_of<std::string>({"", "Part <1>"}), size(),
                                               one_of<std::optional<double>>({std::nullopt, 12.5, 3600.0}));
}

inline rc::Gen<model::Image> image() {
  const auto number = one_of<std::optional<std::uint32_t>>({std::nullopt, 88, 1200});
  return rc::gen::map(rc::gen::construct<model::Image>(maybe_url(), maybe_words(), maybe_url(), maybe_words(), maybe_words(), maybe_words(), number, number),
                      [](model::Image image) { return image.url.empty() ? model::Image() : image; });
}

template <typename T>
rc::Gen<std::vector<T>> few(rc::Gen<T> one) {
  return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, 3), [one](std::size_t count) { return rc::gen::container<std::vector<T>>(count, one); });
}

inline rc::Gen<model::Foreign> foreign() {
  using Attributes = std::vector<model::ForeignAttribute>;
  using Members = std::vector<std::pair<std::string, std::string>>;
  return rc::gen::construct<model::Foreign>(
      few(one_of<std::string>({"<x:one xmlns:x=\"urn:x\" a=\"1\">t &amp; u<x:two/></x:one>", "<p xmlns=\"urn:p\"/>", "<syndicated xmlns=\"urn:q\"><![CDATA[<raw>]]></syndicated>"})),
      one_of<Attributes>({{}, {{"urn:x", "x", "mark", "\"v\" & w"}}, {{"urn:y", "x", "mark", "1"}, {"urn:y", "x", "other", "2"}}}),
      one_of<Members>({{}, {{"_blue_shed", R"({"a":[1,2.50,null],"b":"<x>"})"}}, {{"_n", "12"}, {"_t", "\"text\""}}}));
}

inline rc::Gen<std::optional<model::Source>> source() {
  return one_of<std::optional<model::Source>>({std::nullopt, model::Source{"", "Other", "", "https://o.example/feed", {}},
                                               model::Source{"urn:o", "Other & Co", "https://o.example/", "https://o.example/feed", {text::Instant{1781775000, 0, 0}, ""}},
                                               model::Source{"", "Only a name", "", "", {}}});
}

inline rc::Gen<model::Item> item() {
  return rc::gen::exec([] {
    model::Item item;
    item.id = *one_of<std::string>({"", "https://n.example/1", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "odd id"});
    if (!item.id.empty()) item.id_is_permalink = *one_of<std::optional<bool>>({std::nullopt, true, false});
    item.url = *maybe_url();
    item.external_url = *maybe_url();
    item.title = *text(true);
    item.content_html = *maybe_words();
    item.content_text = *maybe_words();
    item.summary = *text(true);
    item.image = *image();
    item.banner_image = *image();
    item.published = *date();
    item.modified = *date();
    item.authors = *few(person());
    item.contributors = *few(person());
    item.categories = *few(category());
    item.language = *language();
    item.attachments = *few(attachment());
    item.links = *few(link());
    item.comments_url = *maybe_url();
    item.comments_feed_url = *maybe_url();
    item.comments_count = *size();
    item.source = *source();
    item.rights = *text(true);
    item.site_name = *maybe_words();
    item.section = *maybe_words();
    item.direction = *one_of<std::string>({"", "rtl"});
    item.translations = *few(rc::gen::construct<model::Translation>(one_of<std::string>({"be", "ru"}), web_url(), maybe_words()));
    item.retrieved = *date();
    item.first_seen = *date();
    item.foreign = *foreign();
    return item;
  });
}

inline rc::Gen<model::Feed> feed() {
  return rc::gen::exec([] {
    model::Feed feed;
    feed.id = *one_of<std::string>({"", "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6", "https://n.example/"});
    feed.title = *text(false);
    feed.subtitle = *text(true);
    feed.home_page_url = *maybe_url();
    feed.feed_url = *web_url();
    feed.next_url = *maybe_url();
    feed.user_comment = *maybe_words();
    feed.language = *language();
    feed.authors = *few(person());
    feed.contributors = *few(person());
    feed.managing_editor = *one_of<std::string>({"", "e@n.example (Ed)", "Only a name"});
    feed.web_master = *one_of<std::string>({"", "w@n.example"});
    feed.icon = *image();
    feed.favicon = *image();
    feed.logo = *image();
    feed.published = *date();
    feed.modified = *date();
    feed.categories = *few(category());
    feed.generator = *one_of<std::string>({"", "Press & Co"});
    feed.generator_url = *maybe_url();
    feed.generator_version = *one_of<std::string>({"", "1.2"});
    feed.docs = *maybe_url();
    feed.rights = *text(true);
    feed.hubs = *few(one_of<model::Hub>({{"WebSub", "https://hub.example/"}, {"rssCloud", "https://cloud.example/"}}));
    feed.cloud = *one_of<std::optional<model::Cloud>>({std::nullopt, model::Cloud{"c.example", "80", "/RPC2", "notify", "xml-rpc"}});
    feed.ttl_minutes = *one_of<std::optional<std::uint64_t>>({std::nullopt, 60, 17});
    feed.skip_hours = *one_of<std::vector<std::string>>({{}, {"0", "23"}});
    feed.skip_days = *one_of<std::vector<std::string>>({{}, {"Sunday"}});
    feed.rating = *one_of<std::string>({"", "(PICS-1.1 \"x\")"});
    feed.expired = *one_of<std::optional<bool>>({std::nullopt, true, false});
    feed.links = *few(link());
    feed.instructions = *one_of<std::vector<std::string>>({{}, {"xml-stylesheet type=\"text/css\" href=\"a.css\""}});
    feed.foreign = *foreign();
    feed.items = *few(item());
    return feed;
  });
}

}  // namespace syndicat::test
