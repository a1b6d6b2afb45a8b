#include "extract/told.hpp"

#include <algorithm>
#include <string>

#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kProbes = 12;
constexpr std::size_t kProbeBytes = 40;
constexpr std::size_t kShortestBody = 400;  // bytes; less proves nothing
constexpr std::size_t kLongestBody = 200'000;

// Some places of the text, a few words each, that can be looked for.
std::vector<std::string> probes_of(std::string_view article_body) {
  const auto plain = text::collapse_space(article_body.substr(0, kLongestBody));
  std::vector<std::string> probes;
  for (std::size_t number = 0; number < kProbes; ++number) {
    auto start = plain.find(' ', number * (plain.size() / kProbes));
    if (start == std::string::npos) continue;
    const auto probe = text::cut_utf8(std::string_view(plain).substr(start + 1), kProbeBytes);
    // Marks that a template may have written otherwise, markup and line ends say nothing.
    if (probe.size() < kProbeBytes / 2 || probe.find_first_of("<>&\\\"'") != std::string_view::npos) continue;
    probes.emplace_back(probe);
  }
  return probes;
}

}  // namespace

std::uint32_t told_elsewhere(const Tree& tree, const std::vector<std::uint32_t>& parts, std::string_view article_body) {
  if (article_body.size() < kShortestBody || parts.empty()) return kNone;
  const auto probes = probes_of(article_body);
  std::vector<std::uint32_t> found;  // blocks
  std::size_t inside = 0;
  for (const auto& probe : probes) {
    const auto block = tree.block_with(probe);
    if (block == kNone) continue;
    found.push_back(block);
    const auto holds = [&](std::uint32_t part) {
      return block >= tree.box(part).first_block && block < tree.box(part).last_block;
    };
    if (std::ranges::any_of(parts, holds)) ++inside;
  }
  if (found.size() < 3 || found.size() * 2 < probes.size() || inside * 2 >= found.size()) return kNone;
  std::uint32_t best = kNone;
  for (std::uint32_t number = 0; number < tree.boxes().size(); ++number) {
    const auto& box = tree.box(number);
    const auto held = std::ranges::count_if(
        found, [&](std::uint32_t block) { return block >= box.first_block && block < box.last_block; });
    if (static_cast<std::size_t>(held) * 10 >= found.size() * 8 && is_block(box.tag))
      best = number;  // those inside come later
  }
  return best;
}

}  // namespace syndicat::extract
