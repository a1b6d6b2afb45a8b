#include "catch.hpp"
#include "formats/markup.hpp"
#include "formats/namespaces.hpp"
#include "formats/sniff.hpp"
#include "formats/xml_reading.hpp"

using namespace syndicat;
using formats::Vocabulary;

TEST_CASE("people as RSS writes them", "[formats]") {
  const auto [written, name, email] = GENERATE(table<std::string, std::string, std::string>({
      {"ann@n.example (Ann Example)", "Ann Example", "ann@n.example"},
      {"Ann Example (ann@n.example)", "Ann Example", "ann@n.example"},
      {"Ann Example <ann@n.example>", "Ann Example", "ann@n.example"},
      {"\"Example, Ann\" <mailto:ann@n.example>", "Example, Ann", "ann@n.example"},
      {"ann@n.example", "", "ann@n.example"},
      {"mailto:ann@n.example", "", "ann@n.example"},
      {"  Ann\n Example ", "Ann Example", ""},
      {"Ann (the first)", "Ann (the first)", ""},
      {"", "", ""},
  }));
  CAPTURE(written);
  const auto person = formats::read_person(written);
  CHECK(person.name == name);
  CHECK(person.email == email);
}

TEST_CASE("one who is there already gains what was missing", "[formats]") {
  std::vector<model::Person> people;
  formats::add_person(people, {"Ann", "", "", ""});
  formats::add_person(people, {"Ann", "ann@n.example", "", ""});
  formats::add_person(people, {"Bob", "ann@n.example", "", ""});
  formats::add_person(people, {});
  CHECK(people == std::vector<model::Person>{{"Ann", "ann@n.example", "", ""}, {"Bob", "ann@n.example", "", ""}});
}

TEST_CASE("markup is told from text", "[formats]") {
  // clang-format off
  const auto [text, is_markup] = GENERATE(table<std::string, bool>({
      {"a < b > c", false}, {"<b>x</b>", true}, {"a</p>", true}, {"AT&T; x", true}, {"AT&T", false}, {"&#8217;", true}, {"&#x27;", true}, {"& ;", false},
      {"<3", false}, {"<b", false}, {"<!-- x -->", true}, {"", false}, {"x &nbsp y", false},
      // Only names of HTML's elements are tags; types of programming languages and what stands for a word are none.
      {"List<String> in Java", false}, {"Vec<T>, Map<Object>", false}, {"git checkout <branch-name>", false}, {"std <std::string> x", false},
      {"<BR>", true}, {"<Br>x", true}, {"<Strong>x</Strong>", true}, {"<x-card>a</x-card>", true}, {"<o:p></o:p>", true}, {"List<Object> and <o", false},
      {"How <script> works", false}, {"<script>x</script>", true}, {"The <video> element", false}, {"<svg><path d='M0'/></svg>", true}, {"<path>", false},
  }));
  // clang-format on
  CAPTURE(text);
  CHECK(formats::is_markup(text) == is_markup);
}

TEST_CASE("what is no tag of HTML stays readable in a text that is HTML", "[formats]") {
  // clang-format off
  const auto [text, value] = GENERATE(table<std::string, std::string>({
      {"List<String> <b>x</b>", "List&lt;String> <b>x</b>"}, {"<i>a</i> </foo> <bar", "<i>a</i> &lt;/foo> &lt;bar"},
      {"Vec<T> &amp; <T>", "Vec&lt;T> &amp; &lt;T>"}, {"<svg><g></g></svg>", "<svg><g></g></svg>"}, {"a < b <br> c", "a < b <br> c"},
  }));
  // clang-format on
  CAPTURE(text);
  const auto guessed = formats::guess_text(text);
  CHECK(guessed == model::Text{model::Text::Kind::html, value});
  CHECK(formats::guess_text(guessed.value) == guessed);
}

TEST_CASE("HTML in words is what a reader sees, on one line", "[formats]") {
  // clang-format off
  const auto [fragment, words] = GENERATE(table<std::string, std::string>({
      {"Foo<br/>Bar", "Foo Bar"}, {"<p>First.</p><p>Second</p><script>track()</script>", "First. Second"}, {"a<b>b</b>c", "abc"},
      {"<ul><li>a<li>b</ul>", "a b"}, {"<style>p{}</style>x<noscript>y</noscript><template>z</template>", "x"}, {"AT&T &amp; a", "AT&T & a"},
      {"  a\n b&nbsp;c ", "a b c"}, {"<td>a</td><td>b</td>", "ab"}, {"<table><td>a</td><td>b</td></table>", "a b"},
  }));
  // clang-format on
  CAPTURE(fragment);
  CHECK(formats::plain_of_html(fragment) == words);
}

TEST_CASE("namespaces are known by their URI, however it is written", "[formats]") {
  const auto [uri, vocabulary] = GENERATE(table<std::string, Vocabulary>({
      {"", Vocabulary::none},
      {"http://www.w3.org/2005/Atom", Vocabulary::atom},
      {"https://www.w3.org/2005/atom/", Vocabulary::atom},
      {"http://search.yahoo.com/mrss", Vocabulary::media},
      {"http://www.itunes.com/DTDs/Podcast-1.0.dtd", Vocabulary::itunes},
      {"http://backend.userland.com/rss2", Vocabulary::none},
      {"urn:other", Vocabulary::unknown},
  }));
  CHECK(formats::vocabulary_of(uri) == vocabulary);
}

TEST_CASE("a document is told by its beginning", "[formats]") {
  const auto [bytes, format] = GENERATE(table<std::string, std::string>({
      {"<?xml version='1.0'?><!-- <feed> --><!DOCTYPE rss [<!ENTITY a '<feed>'>]><rss/>", "rss"},
      {"\xEF\xBB\xBF\n<feed xmlns='http://www.w3.org/2005/Atom'/>", "atom"},
      {"<a:entry xmlns:a='http://www.w3.org/2005/Atom'/>", "atom"},
      {"<rdf:RDF/>", "rdf"},
      {"<Channel xmlns='http://purl.org/net/rss1.1#'/>", "rdf"},
      {"<Channel HREF='x'/>", "cdf"},
      {" \n{\"version\": 1}", "json"},
      {"{\"version\": 1}\n{\"id\": 1}\n", "jsonl"},
      {"{\n\"id\": 1}\n{\"id\": 1}\n", "json"},
      {"<urlset/>", "sitemap-news"},
      {"<opml/>", "opml"},
      {"<!DOCTYPE html><div class=h-feed><p class=h-entry>A<p class=h-entry>B</div>", "html"},
      {std::string("<\0f\0e\0e\0d\0/\0>\0", 14), "atom"},
      {"<html/>", ""},
      {"", ""},
      {"[]", ""},
  }));
  CAPTURE(bytes);
  const auto* found = formats::detect(bytes);
  CHECK((found != nullptr ? found->name : "") == format);
}

TEST_CASE("what is no feed is called by its name", "[formats]") {
  // clang-format off
  const auto [bytes, words] = GENERATE(table<std::string, std::string>({
      {"", "it is empty; give a feed"},
      {" \n", "it holds nothing but white space; give a feed"},
      {"\x89PNG\r\n", "it is a PNG image, no feed"},
      {"<!DOCTYPE html><title>404</title>", "it is an HTML page, no feed; give it to `syndicat fetch`, which makes an item of it"},
      {"<svg/>", "it is XML, but no feed that is known: its first element is <svg>"},
      {"\x1f\x8b\x08", "it is gzip data, no feed; unpack it first"},
      {"\x9c\x07 <\x1b[31m>", "it is no feed: neither XML nor JSON"},
      {"x <\xff>", "it is no feed: neither XML nor JSON"},
      {"hello", "it is no feed: neither XML nor JSON"},
  }));
  // clang-format on
  CHECK(formats::describe(bytes) == words);
}
