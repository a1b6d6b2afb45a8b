#include "formats/rss_writing.hpp"

#include <algorithm>

#include "formats/markup.hpp"
#include "formats/xml_reading.hpp"
#include "formats/xml_writing.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::formats::rss {
namespace {

using Kind = model::Text::Kind;

// Whether the reader, who takes white space away at both ends, gets the text as it is.
bool is_trim(std::string_view text) { return text::trim(text) == text; }

}  // namespace

std::string title_words(std::string title, const WriteOptions& options) {
  return options.cautious && title.find('<') != std::string::npos ? text::escape_xml(title) : title;
}

void write_text(xml::Writer& writer, std::string_view element, std::string_view extra, const model::Text& text,
                std::string native, Extra& extras) {
  writer.leaf(element, native);
  if (!(guess_text(text::collapse_space(native)) == text)) extras.add(extra, text);
}

std::string words_of(const model::Person& person) {
  if (person.email.empty()) return person.name;
  return person.name.empty() ? person.email : person.email + " (" + person.name + ")";
}

bool are_in_atom(const std::vector<model::Person>& people) {
  return std::any_of(people.begin(), people.end(),
                     [](const auto& person) { return !person.url.empty() || !person.foreign.empty(); });
}

void write_authors(xml::Writer& writer, const std::vector<model::Person>& authors, std::string_view mail_element,
                   Home home, Extra& extras) {
  std::vector<model::Person> by_atom, by_mail, by_name;
  const bool in_atom = are_in_atom(authors);
  for (const auto& person : authors) {
    if (in_atom) {
      write_person(writer, Prefix::yes, "author", person, home);
      add_person(by_atom, as_read(person));
    }
    const std::string words = words_of(person);
    if (words.empty()) continue;
    if (!person.email.empty() && !mail_element.empty()) {
      writer.leaf(mail_element, words);
      add_person(by_mail, read_person(words));
    } else {
      write_leaf(writer, Vocabulary::dc, "creator", words);
      add_person(by_name, read_person(words));
    }
  }
  for (auto& person : by_mail) add_person(by_atom, person);
  for (auto& person : by_name) add_person(by_atom, person);
  if (by_atom != authors) extras.add("authors", authors);
}

void write_contributors(xml::Writer& writer, const std::vector<model::Person>& people, Home home, Extra& extras) {
  std::vector<model::Person> read;
  for (const auto& person : people) {
    write_person(writer, Prefix::yes, "contributor", person, home);
    add_person(read, as_read(person));
  }
  if (read != people) extras.add("contributors", people);
}

void write_rights(xml::Writer& writer, const model::Text& rights, const model::Foreign& foreign, Extra& extras) {
  if (rights.empty()) return;
  if (holds(foreign, Vocabulary::dc, "rights")) extras.add("rights", rights);
  else write_text(writer, name_in(writer, Vocabulary::dc, "rights"), "rights", rights, html(rights), extras);
}

void write_feed_links(xml::Writer& writer, const model::Feed& feed, std::string_view own_type, Home home,
                      Extra& extras) {
  std::vector<model::Link> written;
  const auto add = [&](const std::string& url, std::string_view rel, std::string_view type) {
    if (!url.empty() && !has_link(feed.links, rel, url)) written.push_back(link(url, rel, type));
  };
  add(feed.feed_url, "self", own_type);
  add(feed.next_url, "next", {});
  for (const auto& hub : feed.hubs)
    if (hub.type == "WebSub") add(hub.url, "hub", {});
  written.insert(written.end(), feed.links.begin(), feed.links.end());
  write_links(writer, Prefix::yes, std::move(written), feed, home, extras);
}

void write_atom_parts(xml::Writer& writer, const model::Feed& feed, Extra& extras) {
  write_leaf(writer, Vocabulary::atom, "icon", feed.icon.url);
  model::Image held;
  held.url = feed.icon.url;
  if (!(held == feed.icon)) extras.add("icon", feed.icon);
}

void write_content(xml::Writer& writer, const model::Item& item, Extra& extras) {
  const bool has_summary = !item.summary.empty();
  std::string content = item.content_html;
  if (content.empty() && !item.content_text.empty()) {
    const bool is_short =
        !has_summary && item.content_text.find('\n') == std::string::npos && is_trim(item.content_text);
    if (is_short) {
      writer.leaf("description", text::escape_xml(item.content_text));
      extras.add("description_holds", "content_text");
      return;
    }
    content = text::text_to_html(item.content_text);
    extras.stand_in("content_html");
  } else if (!is_trim(content)) {
    extras.add("content_html", content);
  }
  extras.add("content_text", item.content_text);
  if (!has_summary) {
    writer.leaf("description", content);
    return;
  }

  const std::string summary = html(item.summary);
  writer.leaf("description", summary);
  if (!content.empty()) write_leaf(writer, Vocabulary::content, "encoded", content);
  const bool guessed = !content.empty() && guess_text(summary) == item.summary;
  if (!is_trim(item.summary.value)) extras.add("summary", item.summary);
  else if (!guessed) extras.add("description_holds", item.summary.kind == Kind::html ? "summary_html" : "summary_text");
  if (content.empty() && !is_trim(item.summary.value)) extras.stand_in("content_html");
}

}  // namespace syndicat::formats::rss
