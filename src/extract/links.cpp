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
  constexpr auto kNames = std::to_array<std::string_view>({"fbclid",
                                                           "gclid",
                                                           "gclsrc",
                                                           "dclid",
                                                           "gbraid",
                                                           "wbraid",
                                                           "msclkid",
                                                           "yclid",
                                                           "ysclid",
                                                           "twclid",
                                                           "ttclid",
                                                           "igshid",
                                                           "igsh",
                                                           "mc_cid",
                                                           "mc_eid",
                                                           "_hsenc",
                                                           "_hsmi",
                                                           "mkt_tok",
                                                           "oly_anon_id",
                                                           "oly_enc_id",
                                                           "vero_id",
                                                           "wickedid",
                                                           "srsltid",
                                                           "_openstat",
                                                           "rb_clickid",
                                                           "s_cid",
                                                           "cmpid",
                                                           "ncid",
                                                           "xtor",
                                                           "soc_src",
                                                           "soc_trk",
                                                           "guccounter",
                                                           "_ga",
                                                           "_gl",
                                                           "epik",
                                                           "li_fat_id",
                                                           "mibextid",
                                                           "fb_ref",
                                                           "fb_source",
                                                           "__tn__",
                                                           "gad_source",
                                                           "gad_campaignid",
                                                           "dicbo",
                                                           "oborigurl",
                                                           "tblci",
                                                           "ef_id",
                                                           "_kx",
                                                           "_branch_match_id",
                                                           "dm_i",
                                                           "rtid",
                                                           "scid",
                                                           "smid",
                                                           "trk_contact",
                                                           "trk_msg",
                                                           "trk_module",
                                                           "trk_sid",
                                                           "wt_mc",
                                                           "wt_zmc",
                                                           "wt.mc_id",
                                                           "zanpid",
                                                           "tw_source",
                                                           "action_object_map",
                                                           "action_type_map",
                                                           "action_ref_map",
                                                           "ito",
                                                           "vgo_ee",
                                                           "spm"});
  const auto lower = text::to_lower_ascii(name);
  return std::ranges::find(kNames, lower) != kNames.end() ||
         std::ranges::any_of(kStarts, [&](std::string_view start) { return lower.starts_with(start); });
}

}  // namespace

std::string without_tracking(std::string_view url) {
  const auto fragment = std::min(url.find('#'), url.size());
  const auto query = url.substr(0, fragment).find('?');
  if (query == std::string_view::npos) return std::string(url);
  std::string kept;
  for (auto start = query + 1; start <= fragment;) {
    const auto end = std::min(url.find_first_of("&;", start), fragment);
    const auto pair = url.substr(start, end - start);
    const auto name = pair.substr(0, pair.find('='));
    if (!pair.empty() && !is_tracking(name)) {
      if (!kept.empty()) kept += url[start - 1];
      kept += pair;
    }
    start = end + 1;
  }
  std::string cleaned(url.substr(0, query));
  if (!kept.empty()) cleaned += '?' + kept;
  return cleaned.append(url.substr(fragment));
}

}  // namespace syndicat::extract
