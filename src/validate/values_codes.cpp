// Numbers with a fraction, times within a film, and the codes of countries, currencies and encodings.

#include <algorithm>
#include <array>
#include <string>

#include "text/date.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "validate/values.hpp"

namespace syndicat::validate {
namespace {

// ISO 3166-1 alpha-2, sorted.
constexpr std::string_view kCountries =
    "AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI "
    "CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR "
    "GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU "
    "LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL "
    "PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO "
    "TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW";

// ISO 4217, sorted, those that the euro replaced included.
constexpr std::string_view kCurrencies =
    "AED AFN ALL AMD ANG AOA ARS ATS AUD AWG AZN BAM BBD BDT BEF BGN BHD BIF BMD BND BOB BRL BSD BTC BTN BWP BYN BYR BZD CAD CDF CHF CLP CNY "
    "COP CRC CUC CUP CVE CZK DEM DJF DKK DOP DZD EEK EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHS GIP GMD GNF GRD GTQ GYD HKD HNL HRK HTG "
    "HUF IDR IEP ILS INR IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MKD "
    "MMK MNT MOP MRO MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PTE PYG QAR RON RSD RUB RWF SAR SBD "
    "SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STD STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VEF VES VND VUV WST "
    "XAF XCD XOF XPF YER ZAR ZMW ZWL";

bool is_listed(std::string_view list, std::string_view code, std::size_t length) {
  if (code.size() != length) return false;
  for (std::size_t at = 0; at < list.size(); at += length + 1)
    if (list.substr(at, length) == code) return true;
  return false;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_float(std::string_view written) {
  if (written.starts_with('-') || written.starts_with('+')) written.remove_prefix(1);
  const auto dot = written.find('.');
  const auto whole = written.substr(0, dot);
  if (dot == std::string_view::npos) return all_digits(whole);
  const auto fraction = written.substr(dot + 1);
  return (whole.empty() || all_digits(whole)) && (fraction.empty() || all_digits(fraction)) && written.size() > 1;
}

}  // namespace

void integer(Check& check, const Subject& subject) {
  auto written = text::trim(subject.text);
  if (written.starts_with('-') || written.starts_with('+')) written.remove_prefix(1);
  if (!all_digits(written)) check.report("invalid-integer", subject);
}

void report_no_number(Check& check, Subject subject) {
  const auto attribute = subject.attribute.empty() ? subject.element : subject.attribute;
  subject.naming = Naming::element;
  check.report("invalid-float", subject, {{"attr", attribute}});
}

void floating(Check& check, const Subject& subject) {
  if (!is_float(text::trim(subject.text))) report_no_number(check, subject);
}

void percentage(Check& check, const Subject& subject) {
  auto written = text::trim(subject.text);
  if (written.ends_with('%')) written = text::trim(written.substr(0, written.size() - 1));
  if (!is_float(written) || written.starts_with('-') || std::stod(std::string(written.substr(0, 9))) > 100)
    check.report("invalid-percentage", subject);
}

namespace {

bool is_sixtieth(std::string_view text) {
  return all_digits(text) && text.size() <= 2 && (text.size() == 1 || text[0] < '6');
}

// "npt-sec = 1*DIGIT [ "." *DIGIT ]", "npt-hhmmss = npt-hh ":" npt-mm ":" npt-ss [ "." *DIGIT ]"
bool is_npt_time(std::string_view written, bool without_hours) {
  if (written == "now") return true;
  const auto dot = written.find('.');
  if (dot != std::string_view::npos &&
      written.substr(dot + 1).find_first_not_of("0123456789") != std::string_view::npos)
    return false;
  written = written.substr(0, dot);
  const auto first = written.find(':');
  if (first == std::string_view::npos) return all_digits(written);
  const auto second = written.find(':', first + 1);
  const auto front = written.substr(0, first), behind = written.substr(first + 1);
  if (second == std::string_view::npos) return without_hours && all_digits(front) && is_sixtieth(behind);
  return all_digits(front) && is_sixtieth(written.substr(first + 1, second - first - 1)) &&
         is_sixtieth(written.substr(second + 1));
}

void report_time(Check& check, Subject subject) {
  subject.naming = Naming::element;
  check.report("invalid-npt-time", subject);
}

}  // namespace

void npt_time(Check& check, const Subject& subject) {
  if (!is_npt_time(subject.text, false)) report_time(check, subject);
}

// Media RSS 1.5.1 says NPT there, and writes "00:15" in its own examples.
void npt_time_of_scene(Check& check, const Subject& subject) {
  if (!is_npt_time(text::trim(subject.text), true)) report_time(check, subject);
}

namespace {

std::string to_upper(std::string_view text) {
  std::string code(text);
  for (auto& c : code)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return code;
}

}  // namespace

void country_code(Check& check, const Subject& subject) {
  if (!is_listed(kCountries, to_upper(text::trim(subject.text)), 2)) check.report("invalid-country-code", subject);
}

bool is_region(std::string_view code) {
  if (code.size() == 3) return all_digits(code);
  // What the registry of subtags has beside: unions and islands, countries that are no more, private ones.
  constexpr std::string_view kBeside = "AA AC AN BU CP CQ CS DD DG EA EU EZ FX IC NT SU TA TP UN YD YU ZR ZZ";
  const auto upper = to_upper(code);
  return is_listed(kCountries, upper, 2) || is_listed(kBeside, upper, 2) ||
         (upper.size() == 2 && (upper[0] == 'X' || (upper[0] == 'Q' && upper[1] >= 'M')));
}

void currency_code(Check& check, const Subject& subject) {
  if (!is_listed(kCurrencies, text::trim(subject.text), 3))
    check.report("invalid-currency-unit", subject,
                 {{"attr", subject.attribute.empty() ? subject.element : subject.attribute}});
}

void character_encoding(Check& check, const Subject& subject) {
  if (!text::encoding_for_label(text::trim(subject.text)) &&
      !text::equals_ignoring_case(text::trim(subject.text), "us-ascii"))
    check.report("invalid-encoding", subject);
}

void iso8601_date(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  const bool form = written.size() == 10 && written[4] == '-' && written[7] == '-';
  if (!form || !text::parse_rfc3339(std::string(written) + "T00:00:00Z")) check.report("invalid-iso8601-date", subject);
}

// With or without seconds and a zone: 2026-06-18T09:30.
void iso8601_date_time(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  std::string full(written);
  if (full.size() == 10) {
    full += "T00:00:00Z";
  } else if (full.size() >= 16) {
    if (full.size() == 16 || full[16] != ':') full.insert(16, ":00");
    const auto zone = full.find_first_of("Zz+-", 19);
    if (zone == std::string::npos) full += "Z";
    // Basic form of the offset: +0300.
    if (zone != std::string::npos && full.size() == zone + 5 && full.find(':', zone) == std::string::npos)
      full.insert(zone + 3, ":");
  }
  if (!text::parse_rfc3339(full)) check.report("invalid-iso8601-date-time", subject);
}

void any_date(Check& check, const Subject& subject) {
  if (text::parse_rfc3339(subject.text)) return;
  rfc822_date(check, subject);
}

}  // namespace syndicat::validate
