#include "extract/links.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"

namespace syndicat::extract {
namespace {

bool is_tracking(std::string_view name) {
  constexpr auto kStarts = std::to_array<std::string_view>(
      {"utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "at_campaign", "at_medium", "at_link_", "at_ptr_", "stm_",
       "ns_", "sc_c", "int_campaign", "int_medium", "int_source", "__cft__", "fb_action_", "ml_subscriber"});
  // clang-format off
  constexpr auto kNames = std::to_array<std::string_view>({
      "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid",
      "ttclid", "igshid", "igsh", "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "oly_anon_id",
      "oly_enc_id", "vero_id", "wickedid", "srsltid", "_openstat", "rb_clickid", "s_cid", "cmpid", "ncid",
      "xtor", "soc_src", "soc_trk", "guccounter", "_ga", "_gl", "epik", "li_fat_id", "mibextid", "fb_ref",
      "fb_source", "__tn__", "gad_source", "gad_campaignid", "dicbo", "oborigurl", "tblci", "ef_id", "_kx",
      "_branch_match_id", "dm_i", "rtid", "scid", "smid", "trk_contact", "trk_msg", "trk_module", "trk_sid",
      "wt_mc", "wt_zmc", "wt.mc_id", "zanpid", "tw_source", "action_object_map", "action_type_map",
      "action_ref_map", "ito", "vgo_ee", "spm", "cmp", "cmpid", "xtor", "ocid", "ncid", "icid", "guccounter",
      "guce_referrer", "guce_referrer_sig", "ref_src", "ref_url", "fb_source", "fb_ref", "mbid"});
  // clang-format on
  const auto lower = text::to_lower_ascii(name);
  return std::ranges::find(kNames, lower) != kNames.end() ||
         std::ranges::any_of(kStarts, [&](std::string_view start) { return lower.starts_with(start); });
}

// The pairs of a query or a fragment that do not track, with the marks between them.
std::string kept_of(std::string_view pairs) {
  std::string kept;
  for (std::size_t start = 0; start <= pairs.size();) {
    const auto end = std::min(pairs.find_first_of("&;", start), pairs.size());
    const auto pair = pairs.substr(start, end - start);
    if (!pair.empty() && !is_tracking(pair.substr(0, pair.find('=')))) {
      if (!kept.empty()) kept += pairs[start - 1];
      kept += pair;
    }
    start = end + 1;
  }
  return kept;
}

}  // namespace

std::string without_tracking(std::string_view url) {
  const auto hash = std::min(url.find('#'), url.size());
  const auto query = std::min(url.find('?'), hash);
  std::string cleaned(url.substr(0, query));
  if (query < hash) {
    const auto kept = kept_of(url.substr(query + 1, hash - query - 1));
    if (!kept.empty()) cleaned += '?' + kept;
  }
  // "#utm_source=rss": a fragment may track as well; any other is a place, and stays.
  const auto fragment = url.substr(hash);
  const auto first = fragment.substr(std::min<std::size_t>(1, fragment.size()));
  if (first.find('=') == std::string_view::npos) return cleaned.append(fragment);
  const auto kept = kept_of(first);
  if (!kept.empty()) cleaned += '#' + kept;
  return cleaned;
}

}  // namespace syndicat::extract
