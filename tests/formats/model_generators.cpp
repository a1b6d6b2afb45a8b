#include "model_generators.hpp"

namespace syndicat::test {

std::string Maker::words(bool may_be_empty) {
  const auto drawn = dice_.one_of<std::string>({"", "plain words", "a < b && c > d", "<b>bold</b> &amp; more",
                                                "&lt;p&gt;", "AT&T", "ünï 日本 \U0001F600", "]]>", "\"quoted\" 'so'",
                                                "two\nlines", " blanks around ", "tab\tand  runs", "a, b; c",
                                                "<p>One</p>\n\n<p>Two</p>", "100%", "Name (x@y.example)"});
  return drawn.empty() && !may_be_empty ? "plain" : drawn;
}

std::string Maker::url(bool may_be_empty) {
  const auto drawn = dice_.one_of<std::string>(
      {"", "https://n.example/", "https://n.example/a?b=c&d=e#f", "http://n.example/%20x", "https://n.example/навіны",
       "http://n.example/[a b]"});
  return drawn.empty() && !may_be_empty ? "https://n.example/" : drawn;
}

std::optional<model::Date> Maker::date() {
  return dice_.one_of<std::optional<model::Date>>({
      std::nullopt,
      model::Date{text::Instant{1781775000, 0, 180}, ""},
      model::Date{text::Instant{1781775001, 250'000'000, 0}, ""},
      model::Date{text::Instant{-86400 * 365, 0, -210}, ""},
      model::Date{std::nullopt, "the day before yesterday"},
  });
}

model::Text Maker::text(bool may_be_empty) {
  const auto drawn = words(may_be_empty);
  const bool is_html = dice_.below(2) == 1 && !drawn.empty();
  return {is_html ? model::Text::Kind::html : model::Text::Kind::plain, drawn};
}

model::Person Maker::person() {
  model::Person person{dice_.one_of<std::string>({"Ann", "Bob (the) Builder", "Жанна", ""}),
                       dice_.one_of<std::string>({"", "a@n.example", "b@n.example", "no address"}), url(),
                       dice_.one_of<std::string>({"", "https://n.example/face"})};
  if (person == model::Person()) person.name = "Ann";
  person.foreign = little_foreign();
  return person;
}

model::Category Maker::category() {
  return {dice_.one_of<std::string>({"news", "a & b", "work <x>", "two  blanks"}),
          dice_.one_of<std::string>({"", "https://n.example/scheme", "no address"}), dice_.one_of<std::string>({"", "A Label"}),
          little_foreign()};
}

model::Link Maker::link() {
  return {url(false),
          dice_.one_of<std::string>(
              {"related", "via", "license", "prev-archive", "alternate", "self", "replies", "enclosure", "hub"}),
          dice_.one_of<std::string>({"", "text/html", "application/pdf", "page"}),
          dice_.one_of<std::string>({"", "be", "belarusian"}),
          dice_.one_of<std::string>({"", "A \"title\""}),
          number(),
          little_foreign()};
}

model::Attachment Maker::attachment() {
  return {url(false),
          dice_.one_of<std::string>({"", "audio/mpeg", "mp3"}),
          dice_.one_of<std::string>({"", "Part <1>"}),
          number(),
          dice_.one_of<std::optional<double>>({std::nullopt, 12.5, 3600.0}),
          little_foreign()};
}

model::Image Maker::image() {
  model::Image image;
  image.url = url();
  if (image.url.empty()) return image;
  image.title = words();
  image.link = url();
  image.description = words();
  image.caption = words();
  image.credit = words();
  image.width = dice_.one_of<std::optional<std::uint32_t>>({std::nullopt, 0, 88, 1200});
  image.height = dice_.one_of<std::optional<std::uint32_t>>({std::nullopt, 31, 630});
  return image;
}

model::Foreign Maker::foreign() {
  using Attributes = std::vector<model::ForeignAttribute>;
  using Members = std::vector<std::pair<std::string, std::string>>;
  return {dice_.few([&] {
            return dice_.one_of<std::string>({"<p xmlns=\"urn:p\"/>",
                                              "<x:one xmlns:x=\"urn:x\" a=\"1\">t &amp; u<x:two/></x:one>",
                                              "<syndicated xmlns=\"urn:q\">&lt;raw&gt;</syndicated>", "<bare/>",
                                              "<a:other xmlns:a=\"http://www.w3.org/2005/Atom\">t</a:other>"});
          }),
          dice_.one_of<Attributes>({{},
                                    {{"urn:x", "x", "mark", "\"v\" & w"}},
                                    {{"urn:y", "x", "mark", "1"}, {"urn:y", "x", "other", "2"}},
                                    {{"urn:x", "x", "mark", "of", "title"},
                                     {"", "", "bare", "1", ""},
                                     {"", "", "bare", "1", "description"},
                                     {"urn:y", "x", "mark", "1", "root"}}}),
          dice_.one_of<Members>(
              {{}, {{"_blue_shed", R"({"a":[1,2.50,null],"b":"<x>"})"}}, {{"_n", "12"}, {"_t", "\"text\""}}})};
}

model::Foreign Maker::little_foreign() {
  return dice_.one_of<model::Foreign>({
      {},
      {},
      {{"<x:one xmlns:x=\"urn:x\">&amp;</x:one>"}, {{"urn:x", "x", "mark", "\"v\""}}, {}},
      {{"<bare/>"}, {{"", "", "bare", "1"}}, {{"_a", "[1]"}}},
  });
}

std::optional<model::Source> Maker::source() {
  return dice_.one_of<std::optional<model::Source>>({
      std::nullopt,
      model::Source{"", "Other", "", "https://o.example/feed", {}},
      model::Source{
          "urn:o", "Other & Co", "https://o.example/", "https://o.example/feed", {text::Instant{1781775000, 0, 0}, ""}},
      model::Source{"", "Only a name", "", "", {}},
      model::Source{"", "Other", "", "https://o.example/feed", {}, {{"<x:one xmlns:x=\"urn:x\"/>"}, {}, {}}},
  });
}

model::Item Maker::item() {
  model::Item item;
  item.id =
      dice_.one_of<std::string>({"", "https://n.example/1", "urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a", "odd id"});
  if (item.id.starts_with("https:"))
    item.id_is_permalink = dice_.one_of<std::optional<bool>>({std::nullopt, true, false});
  item.url = url();
  item.external_url = url();
  item.title = text();
  item.content_html = words();
  item.content_text = words();
  item.summary = text();
  item.image = image();
  item.banner_image = image();
  item.published = date();
  item.modified = date();
  item.authors = dice_.few([&] { return person(); });
  item.contributors = dice_.few([&] { return person(); });
  item.categories = dice_.few([&] { return category(); });
  item.language = language();
  item.attachments = dice_.few([&] { return attachment(); });
  item.links = dice_.few([&] { return link(); });
  item.comments_url = url();
  item.comments_feed_url = url();
  item.comments_count = number();
  item.source = source();
  item.rights = text();
  item.site_name = words();
  item.section = words();
  item.direction = dice_.one_of<std::string>({"", "rtl"});
  item.translations = dice_.few([&] {
    return model::Translation{dice_.one_of<std::string>({"be", "ru"}), url(false), words()};
  });
  item.retrieved = date();
  item.first_seen = date();
  item.foreign = foreign();
  return item;
}

model::Feed Maker::feed() {
  model::Feed feed;
  feed.id = dice_.one_of<std::string>({"", "urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6", "https://n.example/"});
  feed.title = text(false);
  feed.subtitle = text();
  feed.home_page_url = url();
  feed.feed_url = url(false);
  feed.next_url = url();
  feed.user_comment = words();
  feed.language = language();
  feed.authors = dice_.few([&] { return person(); });
  feed.contributors = dice_.few([&] { return person(); });
  feed.managing_editor = dice_.one_of<std::string>({"", "e@n.example (Ed)", "Only a name"});
  feed.web_master = dice_.one_of<std::string>({"", "w@n.example"});
  feed.icon = image();
  feed.favicon = image();
  feed.logo = image();
  feed.published = date();
  feed.modified = date();
  feed.categories = dice_.few([&] { return category(); });
  feed.generator = dice_.one_of<std::string>({"", "Press & Co"});
  feed.generator_url = url();
  feed.generator_version = dice_.one_of<std::string>({"", "1.2"});
  feed.docs = url();
  feed.rights = text();
  feed.hubs = dice_.few([&] {
    return dice_.one_of<model::Hub>({{"WebSub", "https://hub.example/"},
                                     {"rssCloud", "https://cloud.example/"},
                                     {"WebSub", "https://hub.example/", {{}, {}, {{"_a", "1"}}}}});
  });
  feed.cloud = dice_.one_of<std::optional<model::Cloud>>(
      {std::nullopt, model::Cloud{"c.example", "80", "/RPC2", "notify", "xml-rpc"},
       model::Cloud{"c.example", "none", "/RPC2", "notify", "smoke"}});
  feed.ttl_minutes = dice_.one_of<std::optional<std::uint64_t>>({std::nullopt, 0, 60, 17});
  feed.skip_hours = dice_.one_of<std::vector<std::string>>({{}, {"0", "23"}, {"25", "noon"}});
  feed.skip_days = dice_.one_of<std::vector<std::string>>({{}, {"Sunday"}, {"Sunday", "Sunday"}});
  feed.rating = dice_.one_of<std::string>({"", "(PICS-1.1 \"x\")"});
  feed.expired = dice_.one_of<std::optional<bool>>({std::nullopt, true, false});
  feed.links = dice_.few([&] { return link(); });
  feed.instructions = dice_.one_of<std::vector<std::string>>({{}, {"xml-stylesheet type=\"text/css\" href=\"a.css\""}});
  feed.foreign = foreign();
  feed.items = dice_.few([&] { return item(); });
  return feed;
}

}  // namespace syndicat::test
