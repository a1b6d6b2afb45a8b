#include "pipeline/scaffold.hpp"

#include <fmt/format.h>

#include "formats/format.hpp"
#include "formats/markup.hpp"
#include "html/document.hpp"
#include "html/encoding.hpp"
#include "text/language.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::pipeline {
namespace {

// A TOML basic string.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) result += c;
  }
  return result + "\"";
}

// `key = value`, or the same as a comment where there is no value.
std::string line(std::string_view key, std::string_view value, std::string_view example, std::string_view comment) {
  const auto setting =
      value.empty() ? fmt::format("# {} = {}", key, quoted(example)) : fmt::format("{} = {}", key, quoted(value));
  return comment.empty() ? setting + "\n" : fmt::format("{:<44} # {}\n", setting, comment);
}

Site look_at_feed(std::string_view bytes, std::string_view charset, const std::string& url) {
  Site site{.url = text::resolve(url, "/"), .title = {}, .language = {}, .feed = url};
  const auto reading = formats::read(std::string(bytes), {.base_uri = url, .charset = std::string(charset)});
  if (!reading) return site;
  const auto& feed = reading->feed;
  if (text::is_web_url(feed.home_page_url)) site.url = feed.home_page_url;
  site.title = text::collapse_space(formats::plain(feed.title));
  site.language = text::normalize_language(feed.language);
  return site;
}

}  // namespace

Site look_at_site(std::string_view bytes, std::string_view charset, const std::string& url) {
  if (formats::detect(bytes) != nullptr) return look_at_feed(bytes, charset, url);
  const auto page = html::parse(html::decode(bytes, charset).text);
  const auto root = page.root();
  Site site{.url = url, .title = {}, .language = {}, .feed = {}};
  site.title = text::collapse_space(root.find("meta[property='og:site_name']").attribute("content"));
  if (site.title.empty()) site.title = text::collapse_space(root.find("title").text());
  site.language = text::normalize_language(page.html().attribute("lang"));
  for (const auto link : root.find_all("link[rel~=alternate][href]")) {
    const auto type = text::to_lower_ascii(link.attribute("type"));
    if (type != "application/rss+xml" && type != "application/atom+xml" && type != "application/feed+json") continue;
    site.feed = text::resolve(url, link.attribute("href"));
    break;
  }
  return site;
}

std::string scaffold(const Site& site) {
  const auto host = text::host_of(site.url);
  const auto at = [&](std::string_view path) { return text::resolve(site.url, path); };
  std::string toml = fmt::format(
      "# What `syndicat publish` does for {}. syndicat.conf(5) tells of every key.\n"
      "# Try it without writing or sending anything: syndicat publish --dry-run -v THIS-FILE\n\n",
      host);
  toml += line("name", host, {}, "what is remembered between runs is filed under it");
  toml += line("store", "", "state.db", "where; else under XDG_STATE_HOME");
  toml += "\n# Where the news comes from. Any number of these; each is a page, a text or a feed.\n[[source]]\n";
  toml += line("name", "site", {}, "");
  toml +=
      line("address", site.feed.empty() ? site.url : site.feed, {}, "a URL, or a path or pattern: \"pages/*.html\"");
  if (site.feed.empty())
    toml += line("articles", "article a, h2 a, h3 a", {}, "which links on that page are articles (a CSS selector)");
  toml += line("author", "", "Our newsroom", "of items that name none");
  toml += line("language", site.language, "en", "of items that tell none");
  toml += line("time_zone", "", "Europe/Minsk", "of dates without one");
  toml += "\n# What subscribers get. Any number of these.\n[[feed]]\n";
  toml += line("title", site.title.empty() ? host : site.title, {}, "");
  toml += line("link", site.url, {}, "");
  toml += line("description", "", "News of our union", "");
  toml += line("language", site.language, "en", "");
  toml += "items = 50                                   # at most so many\n";
  toml += line("keep", "90d", {}, "how long an item stays when its source has it no more");
  toml += "# hubs = [\"https://hub.example/\"]             # WebSub hubs that subscribers may use\n";
  for (const auto& [format, file] :
       {std::pair("rss", "feed.rss"), std::pair("atom", "feed.atom"), std::pair("json", "feed.json")}) {
    toml += "\n[[feed.output]]\n";
    toml += line("format", format, {}, "");
    toml += line("path", fmt::format("public/{}", file), {}, "seen from this file's folder");
    toml += line("url", at(fmt::format("/{}", file)), {}, "where subscribers find it");
  }
  toml +=
      "\n# Who is told when something is new. Any number of these.\n"
      "# [[target]]\n"
      "# to = \"websub:https://hub.example/\"\n"
      "\n# [[target]]\n"
      "# to = \"webhook:https://service.example/hook\"\n"
      "# secret_file = \"webhook.secret\"             # or SYNDICAT_WEBHOOK_SECRET in the environment\n";
  return toml;
}

}  // namespace syndicat::pipeline
