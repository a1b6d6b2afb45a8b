// bench-html FILE...: how fast we and others read pages, side by side in one run, and how much memory we take.
// Each parser reads all files, in turns, several times; the best turn counts, as it has the least of other work in it.

#include <gumbo.h>
#include <libxml/HTMLparser.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef SYNDICAT_BENCH_MODEST
#include <myhtml/api.h>
#endif

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "html/document.hpp"

namespace {

using Pages = std::vector<std::string>;
using Parser = std::function<void(const std::string&)>;

constexpr int kTurns = 5;

void ours(const std::string& page) {
  const auto document = syndicat::html::parse(page);
  if (!document.root()) std::abort();
}

void ours_with_errors(const std::string& page) {
  syndicat::html::Options options;
  options.keep_errors = true;
  const auto document = syndicat::html::parse(page, options);
  if (!document.root()) std::abort();
}

void libgumbo(const std::string& page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

void libxml2(const std::string& page) {
  htmlDocPtr document = htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8",
                                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                           HTML_PARSE_NONET | static_cast<int>(XML_PARSE_HUGE));
  xmlFreeDoc(document);
}

#ifdef SYNDICAT_BENCH_MODEST
void libmodest(const std::string& page) {
  myhtml_t* parser = myhtml_create();
  myhtml_init(parser, MyHTML_OPTIONS_PARSE_MODE_SINGLE, 1, 0);
  myhtml_tree_t* tree = myhtml_tree_create();
  myhtml_tree_init(tree, parser);
  myhtml_parse(tree, MyENCODING_UTF_8, page.data(), page.size());
  myhtml_tree_destroy(tree);
  myhtml_destroy(parser);
}
#endif

double seconds(const Parser& parser, const Pages& pages) {
  const auto start = std::chrono::steady_clock::now();
  for (const auto& page : pages) parser(page);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// How much larger a process that only does `work` gets, in bytes.
double growth(const std::function<void()>& work) {
  int ends[2];
  if (pipe(ends) != 0) return 0;
  const pid_t child = fork();
  if (child == 0) {
    rusage before{}, after{};
    getrusage(RUSAGE_SELF, &before);
    work();
    getrusage(RUSAGE_SELF, &after);
    const double bytes = static_cast<double>(after.ru_maxrss - before.ru_maxrss) * 1024;
    _exit(write(ends[1], &bytes, sizeof bytes) == sizeof bytes ? 0 : 1);
  }
  double bytes = 0;
  const bool read_all = read(ends[0], &bytes, sizeof bytes) == sizeof bytes;
  waitpid(child, nullptr, 0);
  close(ends[0]);
  close(ends[1]);
  return read_all ? bytes : 0;
}

}  // namespace

int main(int count, char* names[]) {
  Pages pages;
  double total = 0;
  for (int i = 1; i < count; ++i) {
    auto page = syndicat::read_file(names[i]);
    if (!page) continue;
    total += static_cast<double>(page->size());
    pages.push_back(std::move(*page));
  }
  std::printf("%zu pages, %.1f MB, best of %d turns\n", pages.size(), total / 1e6, kTurns);

  // Before the others have made the heap large: the text itself, which `parse` takes over, is counted in.
  double worst = 0, grown = 0, measured = 0;
  for (const auto& page : pages) {
    if (page.size() < 500'000) continue;
    const double bytes = growth([&] { ours(page); });
    worst = std::max(worst, bytes / static_cast<double>(page.size()));
    grown += bytes;
    measured += static_cast<double>(page.size());
  }
  if (measured > 0) {
    std::printf("peak memory, pages over 500 kB: %.1f times the page, %.1f at most\n", grown / measured, worst);
  }

  std::vector<std::pair<const char*, Parser>> parsers = {
      {"syndicat", ours}, {"syndicat, errors kept", ours_with_errors}, {"libxml2", libxml2}, {"libgumbo", libgumbo}};
#ifdef SYNDICAT_BENCH_MODEST
  parsers.emplace_back("libmodest", libmodest);
#endif
  std::vector<double> best(parsers.size(), 1e9);
  for (int turn = 0; turn < kTurns; ++turn) {
    for (std::size_t i = 0; i < parsers.size(); ++i) best[i] = std::min(best[i], seconds(parsers[i].second, pages));
  }
  for (std::size_t i = 0; i < parsers.size(); ++i) {
    std::printf("%-22s %7.1f MB/s   %5.2f times ours\n", parsers[i].first, total / 1e6 / best[i], best[0] / best[i]);
  }
  return 0;
}
