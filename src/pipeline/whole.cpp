#include "pipeline/whole.hpp"

#include <set>

#include "extract/same_article.hpp"
#include "text/uri.hpp"

namespace syndicat::pipeline {
namespace {

std::string without_fragment(std::string_view url) {
  return text::normalize_uri(url.substr(0, std::min(url.find('#'), url.size())));
}

// The text of the one page takes the place of what was read before; where the article stands stays.
void take_single_page(Gathered& gathered, Gathered single) {
  auto& item = gathered.feed.items.front();
  auto& whole = single.feed.items.front();
  whole.id = std::move(item.id);
  whole.url = std::move(item.url);
  gathered.statements = std::move(single.statements);
  for (auto& note : single.notes) gathered.notes.push_back(std::move(note));
  item = std::move(whole);
}

// The article on the page at `url`. `at`: where the bytes came from at last.
Result<Gathered> read_page(const std::string& url, GatherOptions options, const GetPage& get, std::string& at) {
  if (!text::is_web_url(url)) return fail(Cause::misuse, "'{}' is no address on the web", url);
  auto page = get(url);
  if (!page) return Failure(page.error());
  at = page->url;
  options.name = url;
  auto gathered = gather(std::move(*page), options);
  if (gathered && (gathered->feed.items.size() != 1 || gathered->feed.items.front().content_html.empty()))
    return fail(Cause::nothing_usable, "{}: holds no article", url);
  return gathered;
}

// Reads on, as long as the article goes on. `first`: where it begins.
void join_pages(Gathered& gathered, const std::string& first, const GatherOptions& options, std::uint64_t most_pages,
                const GetPage& get) {
  auto& item = gathered.feed.items.front();
  extract::JoinedContent content(item.title.value);
  content.add(item.content_html);
  std::set<std::string> seen = {without_fragment(first)};
  auto further = options;
  further.extract.first_page = first;
  auto next = std::move(gathered.onward);
  std::uint64_t pages = 1;
  unsigned number = next.number;
  while (!next.next_page.empty() && seen.insert(without_fragment(next.next_page)).second) {
    if (pages == most_pages) {
      gathered.notes.push_back(fmt::format("goes on at {}; more than {} pages are not read", next.next_page, pages));
      break;
    }
    further.extract.page = ++number;
    std::string at;
    auto page = read_page(next.next_page, further, get, at);
    if (!page) {
      gathered.notes.push_back(fmt::format("{}; the article ends before", page.error().message));
      break;
    }
    // Servers that have no such page like to show the first.
    if (without_fragment(at) != without_fragment(next.next_page) && !seen.insert(without_fragment(at)).second) break;
    const auto& more = page->feed.items.front();
    if (!next.by_rule &&
        !extract::is_same_article(item.title.value, gathered.statements, more.title.value, page->statements)) {
      gathered.notes.push_back(
          fmt::format("{}: is called '{}', and is taken for another article", next.next_page, more.title.value));
      break;
    }
    if (!content.add(more.content_html)) break;
    for (auto& note : page->notes) gathered.notes.push_back(std::move(note));
    gathered.statements.push_back({"page", next.next_page, next.next_source, 0, true});
    ++pages;
    next = std::move(page->onward);
  }
  if (pages > 1) item.content_html = content.take();
}

}  // namespace

Result<Gathered> gather_whole(fetch::Page page, const GatherOptions& options, std::uint64_t most_pages,
                              const GetPage& get) {
  const auto first = page.url;
  auto own = options;
  own.extract.find_next_page = most_pages > 1;
  auto gathered = gather(std::move(page), own);
  if (!gathered || gathered->feed.items.size() != 1) return gathered;
  const auto single = gathered->onward.single_page;
  if (!single.empty() && without_fragment(single) != without_fragment(first)) {
    std::string at;
    auto whole = read_page(single, options, get, at);
    if (whole) {
      take_single_page(*gathered, std::move(*whole));
      return gathered;
    }
    gathered->notes.push_back(
        fmt::format("single_page_link: {}; what the first page holds is taken", whole.error().message));
  }
  if (most_pages > 1 && text::is_web_url(first)) join_pages(*gathered, first, own, most_pages, get);
  return gathered;
}

http::Send with_site_headers(http::Send send, extract::SiteRules& rules) {
  if (rules.empty()) return send;
  return [send = std::move(send), &rules](const http::Request& request) {
    const auto* rule = rules.find(request.url);
    if (rule == nullptr || rule->request_headers.empty()) return send(request);
    auto dressed = request;
    for (const auto& [name, value] : rule->request_headers) dressed.headers.set(name, value);
    return send(dressed);
  };
}

}  // namespace syndicat::pipeline
