// Sitemaps (https://www.sitemaps.org/protocol.html) and what Google News adds to them.

#include <algorithm>
#include <array>

#include "text/date.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

void change_frequency(Check& check, const Subject& subject) {
  constexpr std::array kWords =
      std::to_array<std::string_view>({"always", "hourly", "daily", "weekly", "monthly", "yearly", "never"});
  for (const auto word : kWords)
    if (text::trim(subject.text) == word) return;
  check.report("invalid-value", subject, {{"values", "always, hourly, daily, weekly, monthly, yearly or never"}});
}

// From 0 to 1, a decimal as XML Schema has it (part 2, section 3.2.3): ".5" and "+1." too.
void priority(Check& check, const Subject& subject) {
  auto written = text::trim(subject.text);
  const bool negative = written.starts_with('-');
  if (negative || written.starts_with('+')) written.remove_prefix(1);
  const auto whole = written.substr(0, written.find('.'));
  const auto part = written.substr(std::min(whole.size() + 1, written.size()));
  constexpr std::string_view kDigits = "0123456789";
  const bool form = !(whole.empty() && part.empty()) && whole.find_first_not_of(kDigits) == std::string_view::npos &&
                    part.find_first_not_of(kDigits) == std::string_view::npos;
  const auto is_zero = [](std::string_view digits) { return digits.find_first_not_of('0') == std::string_view::npos; };
  const auto first = std::min(whole.find_first_not_of('0'), whole.size());
  const bool is_within =
      negative ? is_zero(whole) && is_zero(part) : is_zero(whole) || (whole.substr(first) == "1" && is_zero(part));
  if (!form || !is_within) check.report("invalid-value", subject, {{"values", "a number from 0.0 to 1.0"}});
}

// "less than 2,048 characters"
void location(Check& check, const Subject& subject) {
  full_link(check, subject);
  // Crawlers go by http; a sitemap is fetched by it itself.
  if (const auto scheme = text::split_uri(text::trim(subject.text)).scheme;
      scheme && !text::is_web_url(text::trim(subject.text)))
    if (!text::equals_ignoring_case(*scheme, "http") && !text::equals_ignoring_case(*scheme, "https"))
      check.report("not-http-url", subject);
  const auto length = text::trim(subject.text).size();
  if (length >= 2048) check.report("too-long", subject, {{"len", std::to_string(length)}, {"max", "2047"}});
}

// Google News takes what appeared within two days.
void recent(Walk& walk, const Element& element) {
  const auto& now = walk.options().now;
  if (!now) return;
  const auto subject = walk.subject(element);
  const auto written = text::parse_date(text::trim(subject.text));
  // A day without a time may mean its last minute.
  const long rest = text::trim(subject.text).find('T') == std::string_view::npos ? 24L * 3600 : 0;
  if (written && now->seconds - written->seconds - rest > 48L * 3600) walk.report("old-news", subject);
}

// "All URLs in a Sitemap must be from a single host", and an index names sitemaps of one site only; a site may allow
// others in its robots.txt.
void one_host(Walk& walk, const Element& element) {
  std::string first;
  for (const auto child : element.node.children()) {
    const auto location = walk.child(child, Ns::sitemap, "loc");
    if (!location) continue;
    const auto host = text::host_of(text::trim(walk.text(*location)));
    if (host.empty()) continue;
    if (first.empty()) first = host;
    if (host == first) continue;
    walk.report("several-hosts", walk.tag(*location), {{"element", "loc"}, {"value", host}, {"first", first}});
    return;
  }
}

void urls(Walk& walk, const Element& element) {
  one_host(walk, element);
  std::size_t count = 0, news = 0;
  for (const auto child : element.node.children()) {
    ++count;
    if (walk.child(child, Ns::news, "news")) ++news;
  }
  if (count > 50000)
    walk.report("too-many-addresses", walk.tag(element.node),
                {{"element", "url"}, {"parent", element.name}, {"max", "50000"}, {"count", std::to_string(count)}});
  if (news > 1000)
    walk.report("too-many-addresses", walk.tag(element.node),
                {{"element", "news:news"}, {"parent", element.name}, {"max", "1000"}, {"count", std::to_string(news)}});
}

constexpr Type kLocation = {.value = location};
constexpr Type kDate = {.value = w3cdtf_date};
constexpr Type kFrequency = {.value = change_frequency};
constexpr Type kPriority = {.value = priority};
constexpr Type kWords = {.value = plain_text};
constexpr Type kLanguage = {.value = language};
constexpr Type kNewsDate = {.value = w3cdtf_date, .after = recent};

constexpr Row kPublicationRows[] = {{Ns::news, "name", Occurs::required, &kWords},
                                    {Ns::news, "language", Occurs::required, &kLanguage}};
constexpr Type kPublication = {.content = Content::elements, .rows = kPublicationRows};
constexpr Row kNewsRows[] = {
    {Ns::news, "publication", Occurs::required, &kPublication},
    {Ns::news, "publication_date", Occurs::required, &kNewsDate},
    {Ns::news, "title", Occurs::required, &kWords},
    {Ns::news, "genres", Occurs::once, &kWords},
    {Ns::news, "keywords", Occurs::once, &kWords},
    {Ns::news, "stock_tickers", Occurs::once, &kWords},
    {Ns::news, "access", Occurs::once, &kWords},
};
constexpr Type kNews = {.content = Content::elements, .rows = kNewsRows};

void other_language(Check& check, const Subject& subject) {
  if (subject.text != "alternate") check.report("invalid-value", subject, {{"values", "alternate"}});
}

// The page in other languages, as Google has it ("Tell Google about localized versions of your page").
constexpr AttributeRow kOtherLanguageAttributes[] = {
    {"rel", other_language, true}, {"hreflang", language, true}, {"href", full_link, true}};
constexpr Type kOtherLanguage = {.content = Content::empty, .attributes = kOtherLanguageAttributes};

constexpr Row kUrlRows[] = {
    {Ns::sitemap, "loc", Occurs::required, &kLocation},
    {Ns::sitemap, "lastmod", Occurs::once, &kDate},
    {Ns::sitemap, "changefreq", Occurs::once, &kFrequency},
    {Ns::sitemap, "priority", Occurs::once, &kPriority},
    {Ns::news, "news", Occurs::once, &kNews},
    {Ns::xhtml, "link", Occurs::many, &kOtherLanguage},
};
constexpr Type kUrl = {.content = Content::elements, .rows = kUrlRows};
constexpr Row kUrlsRows[] = {{Ns::sitemap, "url", Occurs::some, &kUrl}};

constexpr Row kMapRows[] = {{Ns::sitemap, "loc", Occurs::required, &kLocation},
                            {Ns::sitemap, "lastmod", Occurs::once, &kDate}};
constexpr Type kMap = {.content = Content::elements, .rows = kMapRows};
constexpr Row kIndexRows[] = {{Ns::sitemap, "sitemap", Occurs::some, &kMap}};

}  // namespace

namespace sitemap {
constexpr Type kUrls = {.content = Content::elements, .rows = kUrlsRows, .after = urls};
constexpr Type kIndex = {.content = Content::elements, .rows = kIndexRows, .after = one_host};
}  // namespace sitemap

}  // namespace syndicat::validate
