#pragma once
// What every format is read into and written from: plain structs. Text is UTF-8, addresses are absolute where the
// source let them be made so. What no member has a place for is kept as it is in `foreign`.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "text/date.hpp"

namespace syndicat::model {

// An attribute that means nothing to us.
struct ForeignAttribute {
  std::string uri, prefix, name, value;  // uri: of its namespace; empty: none
  std::string of{};                      // the member on whose element it stood ("title"); empty: the owner's own
  bool operator==(const ForeignAttribute&) const = default;
};

// What stood in the source and has no member: XML elements, each a fragment that is well-formed alone (it declares
// its own prefixes), attributes, and members of JSON extension objects with their value as JSON text.
struct Foreign {
  std::vector<std::string> xml;
  std::vector<ForeignAttribute> attributes;
  std::vector<std::pair<std::string, std::string>> json;
  bool empty() const { return xml.empty() && attributes.empty() && json.empty(); }
  bool operator==(const Foreign&) const = default;
};

// A date as it was found: the instant where it could be read, and always the words. Never a guess.
struct Date {
  std::optional<text::Instant> instant;
  std::string written;
  bool operator==(const Date&) const = default;
};

// A piece of text that may hold markup (Atom's text constructs, RFC 4287, section 3.1).
struct Text {
  enum class Kind { plain, html };
  Kind kind = Kind::plain;
  std::string value;  // plain text, or an HTML fragment
  bool empty() const { return value.empty(); }
  bool operator==(const Text&) const = default;
};

struct Person {
  std::string name, email, url, avatar;
  Foreign foreign{};
  bool operator==(const Person&) const = default;
};

struct Category {
  std::string term, scheme, label;
  Foreign foreign{};
  bool operator==(const Category&) const = default;
};

// A link that no member of its own stands for (Atom's link, RFC 4287, section 4.2.7).
struct Link {
  std::string href, rel, type, language, title;
  std::optional<std::uint64_t> length;  // bytes
  Foreign foreign{};
  bool operator==(const Link&) const = default;
};

struct Attachment {
  std::string url, mime_type, title;
  std::optional<std::uint64_t> size_in_bytes;
  std::optional<double> duration_in_seconds;
  Foreign foreign{};
  bool operator==(const Attachment&) const = default;
};

struct Image {
  std::string url, title, link, description, caption, credit;
  std::optional<std::uint32_t> width, height;  // CSS pixels
  bool empty() const { return url.empty(); }
  bool operator==(const Image&) const = default;
};

// The same article in another language.
struct Translation {
  std::string language, url, title;
  bool operator==(const Translation&) const = default;
};

// The feed that an item was taken from (Atom's and RSS's source).
struct Source {
  std::string id, title, url, feed_url;
  Date modified;
  Foreign foreign{};  // what else is said of that feed
  bool empty() const { return id.empty() && title.empty() && url.empty() && feed_url.empty(); }
  bool operator==(const Source&) const = default;
};

struct Item {
  std::string id;                       // guid, atom:id; never changes
  std::optional<bool> id_is_permalink;  // as RSS says it
  std::string url;                      // where the article stands
  std::string external_url;             // what it is about, elsewhere
  Text title;
  std::string content_html;  // the whole, as an HTML fragment
  std::string content_text;  // the whole, as plain text
  Text summary;
  Image image;  // lead image
  Image banner_image;
  std::optional<Date> published, modified;
  std::vector<Person> authors, contributors;
  std::vector<Category> categories;
  std::string language;  // BCP 47
  std::vector<Attachment> attachments;
  std::vector<Link> links;
  std::string comments_url;       // where the comments are read
  std::string comments_feed_url;  // the comments as a feed
  std::optional<std::uint64_t> comments_count;
  std::optional<Source> source;
  Text rights;
  // What JSON Feed has no place for; `_syndicat` there.
  std::string site_name, section, direction;  // direction: "ltr", "rtl" or empty
  std::vector<Translation> translations;
  std::optional<Date> retrieved, first_seen;  // when we got it; when a run first met it
  Foreign foreign;
  bool operator==(const Item&) const = default;
};

struct Hub {
  std::string type, url;  // "WebSub", "rssCloud"
  Foreign foreign{};
  bool operator==(const Hub&) const = default;
};

// RSS 2.0's cloud element.
struct Cloud {
  std::string domain, port, path, register_procedure, protocol;
  bool operator==(const Cloud&) const = default;
};

struct Feed {
  std::string id;
  Text title, subtitle;  // subtitle: RSS's and JSON Feed's description
  std::string home_page_url, feed_url, next_url;
  std::string user_comment;
  std::string language;
  std::vector<Person> authors, contributors;
  std::string managing_editor, web_master;  // as written, where they are not the authors
  Image icon, favicon, logo;                // logo: RSS's image
  std::optional<Date> published, modified;
  std::vector<Category> categories;
  std::string generator, generator_url, generator_version, docs;
  Text rights;
  std::vector<Hub> hubs;
  std::optional<Cloud> cloud;
  std::optional<std::uint64_t> ttl_minutes;
  std::vector<std::string> skip_hours, skip_days;
  std::string rating;
  std::optional<bool> expired;
  std::vector<Link> links;
  std::vector<std::string> instructions;  // processing instructions before the feed: "xml-stylesheet href=..."
  std::vector<Item> items;
  Foreign foreign;
  bool operator==(const Feed&) const = default;
};

}  // namespace syndicat::model
