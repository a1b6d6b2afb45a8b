#include "extract/titles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "extract/date_lines.hpp"
#include "extract/site_answer.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr auto kSeparators = std::to_array<std::string_view>(
    {" | ", " – ", " — ", " - ", " · ", " • ", " :: ", " » ", " « ", " › ", " / ", " ~ ", "｜", " ‹ ", " ∙ ", "_"});

std::string tight(std::string_view text) {
  auto folded = fold(text);
  std::erase(folded, ' ');
  return folded;
}

// Whether a part of the title is the site: its name, or its host without dots ("paper.example" in "Paper").
bool is_site(std::string_view part, std::string_view site_name, std::string_view host) {
  const auto own = tight(part);
  if (own.empty()) return true;
  const auto name = tight(site_name);
  if (!name.empty() && (own == name || (own.size() >= 4 && name.find(own) != std::string::npos) ||
                        (name.size() >= 4 && own.find(name) != std::string::npos && own.size() < name.size() * 3))) {
    return true;
  }
  if (host.starts_with("www.")) host.remove_prefix(4);
  const auto site = tight(host);
  if (site.empty()) return false;
  const auto label = tight(host.substr(0, host.find('.')));
  return own == site || own == label || (own.size() >= 4 && site.find(own) != std::string::npos) ||
         (label.size() >= 5 && own.find(label) != std::string::npos && own.size() < label.size() * 3);
}

struct Cut {
  std::size_t start, size;
};

std::vector<Cut> find_separators(std::string_view title) {
  std::vector<Cut> cuts;
  for (std::size_t at = 0; at < title.size();) {
    const auto rest = title.substr(at);
    const auto found = std::ranges::find_if(kSeparators, [&](std::string_view one) { return rest.starts_with(one); });
    // An underscore parts words in Chinese titles only.
    const bool real =
        found != kSeparators.end() && (*found != "_" || (at > 0 && static_cast<unsigned char>(title[at - 1]) >= 0x80));
    if (real) {
      cuts.push_back({at, found->size()});
      at += found->size();
      if (at > 0 && found->ends_with(' ')) --at;  // one blank may serve two separators
      if (at <= cuts.back().start) ++at;
    } else {
      ++at;
    }
  }
  return cuts;
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view site_name, std::string_view host) {
  std::string_view kept = text::trim(title);
  for (int turn = 0; turn < 4; ++turn) {
    const auto cuts = find_separators(kept);
    if (cuts.empty()) break;
    const auto& last = cuts.back();
    const auto behind = kept.substr(std::min(last.start + last.size, kept.size()));
    const auto before = text::trim(kept.substr(0, last.start));
    if (is_site(behind, site_name, host) && !before.empty()) {
      kept = before;
      continue;
    }
    const auto& first = cuts.front();
    const auto rest = text::trim(kept.substr(std::min(first.start + first.size, kept.size())));
    if (is_site(kept.substr(0, first.start), site_name, host) && !rest.empty()) {
      kept = rest;
      continue;
    }
    // Nobody told the site's name: a short tail behind a bar is one.
    const auto mark = kept.substr(last.start, last.size);
    if (turn == 0 && site_name.empty() && (mark == " | " || mark == " :: " || mark == "｜") &&
        count_words(before) >= 3 && count_words(behind) <= 4) {
      kept = before;
      continue;
    }
    break;
  }
  // "Paper: title" and "title :: Paper" without blanks.
  if (const auto colon = kept.find(": ");
      colon != std::string_view::npos && !site_name.empty() && tight(kept.substr(0, colon)) == tight(site_name)) {
    kept = text::trim(kept.substr(colon + 2));
  }
  return std::string(kept);
}

double likeness(std::string_view a, std::string_view b) {
  const auto first = fold(a);
  const auto second = fold(b);
  if (tight(a) == tight(b)) return 1;
  std::unordered_map<std::string_view, int> words;
  std::size_t count = 0;
  for (const auto word : split_words(first)) {
    ++words[word];
    ++count;
  }
  std::size_t common = 0;
  for (const auto word : split_words(second)) {
    ++count;
    if (auto found = words.find(word); found != words.end() && found->second-- > 0) ++common;
  }
  return count == 0 ? 0 : 2.0 * static_cast<double>(common) / static_cast<double>(count);
}

namespace {

constexpr double kAlike = 0.55;        // from which on a heading is what a machine's title means
constexpr std::size_t kShortRest = 4;  // words of a site's name behind a title of one word
constexpr std::size_t kFewWords = 3;   // of a part of a title that may be the title

// Whether the title is nothing but the site's own name.
bool is_only_site(std::string_view title, const TitleSources& sources) {
  if (!sources.site_name.empty() && is_site(title, sources.site_name, {})) return true;
  std::string_view host = sources.host;
  if (host.starts_with("www.")) host.remove_prefix(4);
  const auto own = tight(title);
  return !own.empty() && !host.empty() && (own == tight(host) || own == tight(host.substr(0, host.rfind('.'))));
}

// What programs call a page that nobody has named.
bool is_placeholder(std::string_view title) {
  // clang-format off
  constexpr auto kNames = std::to_array<std::string_view>(
      {" untitled ", " untitled document ", " untitled page ", " no title ", " new page ", " new page 1 ", " home ",
      " home page ", " homepage ", " index ", " title ", " documento sin título ", " sin título ",
      " documento senza titolo ", " documento sem título ", " sans titre ", " document sans titre ", " sans nom ",
      " unbenannt ", " unbenanntes dokument ", " ohne titel ", " dokument bez tytułu ", " без названия ",
      " без имени ", " без назвы ", " без назви ", " новая страница ", " başlıksız belge ", " 无标题文档 ", " 無題ドキュメント "});
  // clang-format on
  return std::ranges::find(kNames, std::string_view(fold(title))) != kNames.end();
}

std::string source_of(const Heading& heading) {
  return heading.level == kLooksLikeHeading ? std::string("a line like a heading") : fmt::format("h{}", heading.level);
}

// A heading's parts in a row that say what a rival says: "Kicker" and "Title" in one element.
std::string part_that_says(const Heading& heading, const std::vector<Claim>& rivals) {
  for (std::size_t first = 0; first < heading.parts.size(); ++first) {
    std::string joined;
    for (auto at = first; at < heading.parts.size(); ++at) {
      joined += (joined.empty() ? "" : " ") + heading.parts[at];
      const bool whole = first == 0 && at + 1 == heading.parts.size();
      const auto says = [&](const Claim& rival) { return same_words(rival.value, joined); };
      if (!whole && count_words(joined) >= kFewWords && std::ranges::any_of(rivals, says)) return joined;
    }
  }
  return heading.text;
}

// "23.01.2022 - Title": a day at the start that a mark or a line of its own parts from the words.
std::string without_day(std::string title) {
  const auto found = find_date(text::cut_utf8(title, 40), {});
  if (!found || !title.starts_with(found->written)) return title;
  auto rest = text::trim(std::string_view(title).substr(found->written.size()));
  bool parted = false;
  for (const std::string_view mark : {"-", "–", "—", "|", ":", "·", "•", "/"}) {
    if (!rest.starts_with(mark)) continue;
    rest = text::trim(rest.substr(mark.size()));
    parted = true;
    break;
  }
  return parted && count_words(rest) >= kFewWords ? std::string(rest) : title;
}

// The title among the pieces that separators make of a machine's title, where a heading of the page is one of them:
// "Title - Section - Paper".
const Heading* heading_of_piece(const std::vector<Heading>& headings, const std::vector<Claim>& rivals) {
  const auto highest = std::ranges::count(headings, 1, &Heading::level);
  for (const auto& rival : rivals) {
    const auto cuts = find_separators(rival.value);
    if (cuts.empty()) return nullptr;  // it says the title already
    for (const auto& heading : headings) {
      if (heading.leads_home) continue;
      const auto whole = tight(heading.text);
      // One word is the title only where it begins a short one and the page has no other heading as high.
      if (count_words(heading.text) < 2) {
        const auto& first = cuts.front();
        const auto rest = std::string_view(rival.value).substr(first.start + first.size);
        if (heading.level == 1 && highest == 1 && !heading.in_furniture && count_words(rest) <= kShortRest &&
            tight(std::string_view(rival.value).substr(0, first.start)) == whole)
          return &heading;
        continue;
      }
      for (const auto& cut : cuts) {
        const auto before = std::string_view(rival.value).substr(0, cut.start);
        const auto behind = std::string_view(rival.value).substr(std::min(cut.start + cut.size, rival.value.size()));
        if (tight(before) == whole || tight(behind) == whole) return &heading;
      }
    }
  }
  return nullptr;
}

}  // namespace

Claim settle_title(const Claims& claims, const TitleSources& sources) {
  if (const auto* told = claims.best(Field::title); told != nullptr && told->trust == kToldByRule) return *told;
  auto site_name = sources.site_name;
  if (site_name.empty()) {
    const auto home = std::ranges::find_if(sources.headings, [](const Heading& heading) { return heading.leads_home; });
    if (home != sources.headings.end() && home->level == 1) site_name = home->text;
  }
  const auto strip = [&](std::string_view title) {
    return without_day(without_soft_hyphens(without_site_name(title, site_name, sources.host)));
  };
  std::vector<Claim> rivals;
  for (const auto* claim : claims.on(Field::title)) {
    auto value = strip(claim->value);
    if (!is_only_site(value, sources) && !is_placeholder(value))
      rivals.push_back({Field::title, std::move(value), claim->source, claim->trust});
  }
  auto element = strip(sources.title_element);
  if (!element.empty()) {
    // What only names the site is better than nothing.
    const bool says_nothing = is_only_site(element, sources) || is_placeholder(element);
    rivals.push_back({Field::title, element, "title", says_nothing ? 10 : 60});
  }
  std::ranges::stable_sort(rivals, std::greater{}, &Claim::trust);

  // What stands on the page for readers, where a machine's title says about the same. The name of a blog stands in
  // its <title> too, but not in what the page calls the post's own title.
  const auto is_blog = [&](const Heading& heading) {
    return !rivals.empty() && rivals.front().trust > 60 && likeness(heading.text, rivals.front().value) < 0.2 &&
           element.size() > rivals.front().value.size() && element.find(rivals.front().value) != std::string::npos;
  };
  const Heading* best = nullptr;
  double best_likeness = kAlike;
  for (const auto& heading : sources.headings) {
    if (heading.level != 1 || heading.leads_home || is_blog(heading)) continue;
    for (const auto& rival : rivals) {
      const auto alike = likeness(heading.text, rival.value);
      const auto folded = fold(rival.value);
      const bool holds = count_words(heading.text) >= kFewWords && folded.find(fold(heading.text)) != std::string::npos;
      if (std::max(alike, holds ? 0.8 : 0.0) > best_likeness) {
        best = &heading;
        best_likeness = std::max(alike, holds ? 0.8 : 0.0);
      }
    }
  }
  if (best != nullptr) return {Field::title, without_day(part_that_says(*best, rivals)), "h1", 90};
  if (const auto* piece = heading_of_piece(sources.headings, rivals))
    return {Field::title, without_day(piece->text), source_of(*piece), 88};
  if (!rivals.empty() && rivals.front().trust > 10) return rivals.front();
  for (int level = 1; level <= 2; ++level) {
    for (const auto& heading : sources.headings) {
      if (level > 1 && (heading.in_furniture || count_words(heading.text) < kFewWords)) continue;
      if (heading.level == level && !heading.leads_home && !is_only_site(heading.text, sources))
        return {Field::title, heading.text, source_of(heading), 50};
    }
  }
  for (const auto& line : sources.headings) {
    if (line.level == kLooksLikeHeading && count_words(line.text) >= kFewWords && !is_only_site(line.text, sources) &&
        !find_date(line.text, {}))
      return {Field::title, line.text, source_of(line), 40};
  }
  // A name that a program made up is none.
  std::erase_if(rivals, [](const Claim& rival) { return is_placeholder(rival.value); });
  if (!rivals.empty()) return rivals.front();
  return {Field::title, {}, {}, 0};
}

}  // namespace syndicat::extract
