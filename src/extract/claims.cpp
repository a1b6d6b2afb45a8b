#include "extract/claims.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

constexpr std::size_t kMostClaims = 400;     // a page that says more says nothing
constexpr std::size_t kLongestName = 100;    // characters of an organisation's
constexpr std::size_t kLongestValue = 4000;  // bytes

}  // namespace

std::string_view name_of(Field field) {
  switch (field) {
    case Field::title: return "title";
    case Field::author: return "author";
    case Field::published: return "published";
    case Field::modified: return "modified";
    case Field::language: return "language";
    case Field::url: return "url";
    case Field::image: return "image";
    case Field::image_caption: return "image_caption";
    case Field::image_credit: return "image_credit";
    case Field::summary: return "summary";
    case Field::site_name: return "site_name";
    case Field::section: return "section";
    case Field::tag: return "tag";
    case Field::direction: return "direction";
  }
  return {};
}

void Claims::add(Field field, std::string_view value, std::string_view source, int trust) {
  auto collapsed = text::collapse_space(text::cut_utf8(value, kLongestValue));
  if (collapsed.empty() || claims_.size() >= kMostClaims) return;
  const auto same = [&](const Claim& claim) {
    return claim.field == field && claim.source == source && claim.value == collapsed;
  };
  if (std::ranges::any_of(claims_, same)) return;
  claims_.push_back({field, std::move(collapsed), std::string(source), trust});
}

void Claims::add_organisation(std::string_view name, std::string_view source, int trust) {
  const auto before = claims_.size();
  add(Field::author, name, source, trust);
  if (claims_.size() > before) claims_.back().whole = text::count_characters(name) <= kLongestName;
}

std::vector<const Claim*> Claims::on(Field field) const {
  std::vector<const Claim*> found;
  for (const auto& claim : claims_) {
    if (claim.field == field) found.push_back(&claim);
  }
  std::ranges::stable_sort(found, std::greater{}, &Claim::trust);
  return found;
}

const Claim* Claims::best(Field field) const {
  const auto found = on(field);
  return found.empty() ? nullptr : found.front();
}

}  // namespace syndicat::extract
