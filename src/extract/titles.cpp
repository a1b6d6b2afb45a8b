#include "extract/titles.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

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

Claim settle_title(const Claims& claims, const TitleSources& sources) {
  const auto strip = [&](std::string_view title) { return without_site_name(title, sources.site_name, sources.host); };
  std::vector<Claim> rivals;
  for (const auto* claim : claims.on(Field::title)) {
    auto value = strip(claim->value);
    if (is_site(value, sources.site_name, {}) && !sources.site_name.empty()) continue;
    rivals.push_back({Field::title, std::move(value), claim->source, claim->trust});
  }
  if (!sources.title_element.empty()) {
    rivals.push_back({Field::title, strip(sources.title_element), "title", 60});
  }
  std::ranges::stable_sort(rivals, std::greater{}, &Claim::trust);

  // What stands on the page for readers, where a machine's title says about the same.
  const std::string* best = nullptr;
  double best_likeness = 0.55;
  for (const auto& heading : sources.headings) {
    for (const auto& rival : rivals) {
      const auto alike = likeness(heading, rival.value);
      const auto folded = fold(rival.value);
      const bool holds = count_words(heading) >= 3 && folded.find(fold(heading)) != std::string::npos;
      if (std::max(alike, holds ? 0.8 : 0.0) > best_likeness) {
        best = &heading;
        best_likeness = std::max(alike, holds ? 0.8 : 0.0);
      }
    }
  }
  if (best != nullptr) return {Field::title, *best, "h1", 90};
  if (!rivals.empty()) return rivals.front();
  for (const auto& heading : sources.headings) {
    if (!is_site(heading, sources.site_name, sources.host)) return {Field::title, heading, "h1", 50};
  }
  return {Field::title, {}, {}, 0};
}

}  // namespace syndicat::extract
