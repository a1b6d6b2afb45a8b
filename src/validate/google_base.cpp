// Google Base 1.0 (http://base.google.com/ns/1.0): goods, houses, jobs and people in feeds.

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/opinions.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

template <std::size_t count>
bool is_one_of(std::string_view written, const std::array<std::string_view, count>& words) {
  const auto value = text::to_lower_ascii(text::trim(written));
  return std::ranges::any_of(words, [&](std::string_view word) { return value == word; });
}

void gender(Check& check, const Subject& subject) {
  constexpr std::array kWords = std::to_array<std::string_view>({"male", "m", "female", "f", "unisex"});
  if (!is_one_of(subject.text, kWords)) check.report("invalid-gender", subject, {{"attr", subject.element}});
}

void marital_status(Check& check, const Subject& subject) {
  constexpr std::array kWords =
      std::to_array<std::string_view>({"single", "divorced", "separated", "widowed", "married", "in relationship"});
  if (!is_one_of(subject.text, kWords)) check.report("invalid-marital-status", subject, {{"attr", subject.element}});
}

void payment_method(Check& check, const Subject& subject) {
  constexpr std::array kWords =
      std::to_array<std::string_view>({"cash", "check", "visa", "mastercard", "americanexpress", "discover",
                                       "wiretransfer", "paypal", "google checkout"});
  if (!is_one_of(subject.text, kWords)) check.report("invalid-payment-method", subject, {{"attr", subject.element}});
}

void price_type(Check& check, const Subject& subject) {
  constexpr std::array kWords = std::to_array<std::string_view>({"negotiable", "starting", "non-negotiable"});
  if (!is_one_of(subject.text, kWords)) check.report("invalid-price-type", subject, {{"attr", subject.element}});
}

void rating_type(Check& check, const Subject& subject) {
  constexpr std::array kWords = std::to_array<std::string_view>({"editorial", "user"});
  if (!is_one_of(subject.text, kWords)) check.report("invalid-rating-type", subject, {{"attr", subject.element}});
}

void reviewer_type(Check& check, const Subject& subject) {
  constexpr std::array kWords = std::to_array<std::string_view>({"editorial", "user"});
  if (!is_one_of(subject.text, kWords)) check.report("invalid-reviewer-type", subject, {{"attr", subject.element}});
}

void salary_type(Check& check, const Subject& subject) {
  constexpr std::array kWords = std::to_array<std::string_view>({"starting", "negotiable"});
  if (!is_one_of(subject.text, kWords)) check.report("invalid-salary-type", subject, {{"attr", subject.element}});
}

// Merchants write what they call it today; the first specification had a list.
void service_type(Check& check, const Subject& subject) {
  constexpr std::array kWords =
      std::to_array<std::string_view>({"fedex", "ups", "dhl", "mail", "other", "overnight", "standard"});
  const bool good =
      as_w3c(check, "delivery-services") ? is_one_of(subject.text, kWords) : !text::is_blank(subject.text);
  if (!good) check.report("invalid-service-type", subject, {{"attr", subject.element}});
}

void year(Check& check, const Subject& subject) {
  const auto written = text::trim(subject.text);
  if (written.size() != 4 || written.find_first_not_of("0123456789") != std::string_view::npos)
    check.report("invalid-year", subject, {{"attr", subject.element}});
}

// "Label: at most ten, each one word or two"
void label(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text) || subject.text.find_first_of(",;") != std::string_view::npos)
    check.report("invalid-label", subject, {{"attr", subject.element}});
}

// A location: an address in words; a full one has a street or town and what it belongs to, parted by commas.
void location(Check& check, const Subject& subject) {
  if (text::is_blank(subject.text)) check.report("invalid-location", subject, {{"attr", subject.element}});
}

void full_location(Check& check, const Subject& subject) {
  if (subject.text.find(',') == std::string_view::npos)
    check.report("invalid-full-location", subject, {{"attr", subject.element}});
}

// "12.5 kg": a number, and a word for the unit.
bool has_number(std::string_view written, bool whole) {
  written = text::trim(written);
  const auto end = std::min(written.find_first_not_of(whole ? "0123456789," : "0123456789.,"), written.size());
  if (end == 0) return false;
  const auto unit = text::trim(written.substr(end));
  return std::ranges::none_of(unit, [](char c) { return c >= '0' && c <= '9'; });
}

void float_unit(Check& check, const Subject& subject) {
  if (!has_number(subject.text, false)) check.report("invalid-float-unit", subject, {{"attr", subject.element}});
}

void int_unit(Check& check, const Subject& subject) {
  if (!has_number(subject.text, true)) check.report("invalid-int-unit", subject, {{"attr", subject.element}});
}

void date(Check& check, const Subject& subject) { iso8601_date(check, subject); }
void date_time(Check& check, const Subject& subject) { iso8601_date_time(check, subject); }

void date_time_range(Check& check, const Subject& subject) {
  const auto slash = subject.text.find('/');
  auto part = subject;
  part.text = subject.text.substr(0, slash);
  iso8601_date_time(check, part);
  if (slash == std::string_view::npos) return;
  part.text = subject.text.substr(slash + 1);
  iso8601_date_time(check, part);
}

void boolean(Check& check, const Subject& subject) {
  constexpr std::array kWords = std::to_array<std::string_view>({"true", "false", "y", "n", "yes", "no"});
  if (!is_one_of(subject.text, kWords)) check.report("invalid-true-false", subject);
}

constexpr Type kText = {.value = plain_text};
constexpr Type kHtml = {.value = html_text};
constexpr Type kLink = {.value = full_link};
constexpr Type kYear = {.value = year};
constexpr Type kGender = {.value = gender};
constexpr Type kMarital = {.value = marital_status};
constexpr Type kPayment = {.value = payment_method};
constexpr Type kPriceType = {.value = price_type};
constexpr Type kRatingType = {.value = rating_type};
constexpr Type kReviewerType = {.value = reviewer_type};
constexpr Type kSalaryType = {.value = salary_type};
constexpr Type kServiceType = {.value = service_type};
constexpr Type kLabel = {.value = label};
constexpr Type kLocation = {.value = location};
constexpr Type kFullLocation = {.value = full_location};
constexpr Type kFloatUnit = {.value = float_unit};
constexpr Type kIntUnit = {.value = int_unit};
constexpr Type kDate = {.value = date};
constexpr Type kDateTime = {.value = date_time};
constexpr Type kRange = {.value = date_time_range};
constexpr Type kCurrency = {.value = currency_code};
constexpr Type kInteger = {.value = non_negative_integer};
constexpr Type kPositive = {.value = positive_integer};
constexpr Type kFloat = {.value = floating};
constexpr Type kPercentage = {.value = percentage};
constexpr Type kBoolean = {.value = boolean};
constexpr Type kCountry = {.value = country_code};
constexpr Row kTaxRows[] = {{Ns::google, "country", Occurs::once, &kCountry},
                            {Ns::google, "region", Occurs::many, &kText},
                            {Ns::google, "rate", Occurs::once, &kPercentage},
                            {Ns::google, "tax_ship", Occurs::once, &kBoolean}};
constexpr Type kTax = {.content = Content::elements, .rows = kTaxRows};
constexpr Row kShippingRows[] = {{Ns::google, "country", Occurs::once, &kCountry},
                                 {Ns::google, "service", Occurs::once, &kServiceType},
                                 {Ns::google, "region", Occurs::many, &kText},
                                 {Ns::google, "price", Occurs::once, &kFloatUnit}};
constexpr Type kShipping = {.content = Content::elements, .rows = kShippingRows};

// "Up to 10 values", where more than one is taken.
constexpr std::array kRows = std::to_array<ExtensionRow>({
    {Ns::google, "actor", kItem, Occurs::ten, &kText},
    {Ns::google, "age", kItem, Occurs::once, &kInteger},
    {Ns::google, "agent", kItem, Occurs::ten, &kText},
    {Ns::google, "apparel_type", kItem, Occurs::once, &kText},
    {Ns::google, "area", kItem, Occurs::once, &kIntUnit},
    {Ns::google, "artist", kItem, Occurs::ten, &kText},
    {Ns::google, "author", kItem, Occurs::ten, &kText},
    {Ns::google, "availability", kItem, Occurs::once, &kText},
    {Ns::google, "bathrooms", kItem, Occurs::once, &kFloat},
    {Ns::google, "bedrooms", kItem, Occurs::once, &kInteger},
    {Ns::google, "brand", kItem, Occurs::once, &kText},
    {Ns::google, "calories", kItem, Occurs::once, &kInteger},
    {Ns::google, "color", kItem, Occurs::ten, &kText},
    {Ns::google, "condition", kItem, Occurs::once, &kText},
    {Ns::google, "cooking_time", kItem, Occurs::once, &kIntUnit},
    {Ns::google, "course", kItem, Occurs::ten, &kText},
    {Ns::google, "course_date_range", kItem, Occurs::once, &kRange},
    {Ns::google, "course_number", kItem, Occurs::once, &kText},
    {Ns::google, "course_times", kItem, Occurs::once, &kText},
    {Ns::google, "cuisine", kItem, Occurs::ten, &kText},
    {Ns::google, "currency", kItem, Occurs::once, &kCurrency},
    {Ns::google, "delivery_notes", kItem, Occurs::once, &kText},
    {Ns::google, "delivery_radius", kItem, Occurs::once, &kFloatUnit},
    {Ns::google, "description", kItem, Occurs::once, &kHtml},
    {Ns::google, "education", kItem, Occurs::once, &kText},
    {Ns::google, "employer", kItem, Occurs::once, &kText},
    {Ns::google, "ethnicity", kItem, Occurs::once, &kText},
    {Ns::google, "event_date_range", kItem, Occurs::once, &kRange},
    {Ns::google, "event_type", kItem, Occurs::once, &kText},
    {Ns::google, "expiration_date", kItem, Occurs::once, &kDate},
    {Ns::google, "expiration_date_time", kItem, Occurs::once, &kDateTime},
    {Ns::google, "feature", kItem, Occurs::ten, &kText},
    {Ns::google, "file_type", kItem, Occurs::once, &kText},
    {Ns::google, "film_type", kItem, Occurs::once, &kText},
    {Ns::google, "format", kItem, Occurs::once, &kText},
    {Ns::google, "from_location", kItem, Occurs::once, &kLocation},
    {Ns::google, "gender", kItem, Occurs::once, &kGender},
    {Ns::google, "genre", kItem, Occurs::ten, &kText},
    {Ns::google, "gtin", kItem, Occurs::once, &kText},
    {Ns::google, "hoa_dues", kItem, Occurs::once, &kFloat},
    {Ns::google, "id", kItem, Occurs::once, &kText},
    {Ns::google, "image_link", kItem, Occurs::ten, &kLink},
    {Ns::google, "immigration_status", kItem, Occurs::once, &kText},
    {Ns::google, "interested_in", kItem, Occurs::ten, &kText},
    {Ns::google, "isbn", kItem, Occurs::once, &kText},
    {Ns::google, "job_function", kItem, Occurs::ten, &kText},
    {Ns::google, "job_industry", kItem, Occurs::ten, &kText},
    {Ns::google, "job_type", kItem, Occurs::ten, &kText},
    {Ns::google, "label", kItem, Occurs::ten, &kLabel},
    {Ns::google, "link", kItem, Occurs::once, &kLink},
    {Ns::google, "listing_type", kItem, Occurs::once, &kBoolean},
    {Ns::google, "location", kItem, Occurs::once, &kFullLocation},
    {Ns::google, "main_ingredient", kItem, Occurs::ten, &kText},
    {Ns::google, "make", kItem, Occurs::once, &kText},
    {Ns::google, "manufacturer", kItem, Occurs::once, &kText},
    {Ns::google, "manufacturer_id", kItem, Occurs::once, &kText},
    {Ns::google, "marital_status", kItem, Occurs::once, &kMarital},
    {Ns::google, "meal_type", kItem, Occurs::ten, &kText},
    {Ns::google, "megapixels", kItem, Occurs::once, &kFloatUnit},
    {Ns::google, "memory", kItem, Occurs::once, &kFloatUnit},
    {Ns::google, "mileage", kItem, Occurs::once, &kInteger},
    {Ns::google, "model", kItem, Occurs::once, &kText},
    {Ns::google, "model_number", kItem, Occurs::once, &kText},
    {Ns::google, "mpn", kItem, Occurs::once, &kText},
    {Ns::google, "name_of_item_being_reviewed", kItem, Occurs::once, &kText},
    {Ns::google, "news_source", kItem, Occurs::once, &kText},
    {Ns::google, "occupation", kItem, Occurs::once, &kText},
    {Ns::google, "operating_systems", kItem, Occurs::ten, &kText},
    {Ns::google, "pages", kItem, Occurs::once, &kPositive},
    {Ns::google, "payment_accepted", kItem, Occurs::ten, &kPayment},
    {Ns::google, "payment_notes", kItem, Occurs::once, &kText},
    {Ns::google, "pickup", kItem, Occurs::once, &kBoolean},
    {Ns::google, "preparation_time", kItem, Occurs::once, &kIntUnit},
    {Ns::google, "price", kItem, Occurs::once, &kFloatUnit},
    {Ns::google, "price_type", kItem, Occurs::once, &kPriceType},
    {Ns::google, "processor_speed", kItem, Occurs::once, &kFloatUnit},
    {Ns::google, "product_type", kItem, Occurs::ten, &kText},
    {Ns::google, "property_type", kItem, Occurs::ten, &kText},
    {Ns::google, "publication_name", kItem, Occurs::once, &kText},
    {Ns::google, "publication_volume", kItem, Occurs::once, &kText},
    {Ns::google, "publish_date", kItem, Occurs::once, &kDate},
    {Ns::google, "publisher", kItem, Occurs::once, &kText},
    {Ns::google, "quantity", kItem, Occurs::once, &kInteger},
    {Ns::google, "rating", kItem, Occurs::once, &kFloat},
    {Ns::google, "rating_type", kItem, Occurs::once, &kRatingType},
    {Ns::google, "resolution", kItem, Occurs::once, &kText},
    {Ns::google, "review_type", kItem, Occurs::once, &kText},
    {Ns::google, "reviewer_type", kItem, Occurs::once, &kReviewerType},
    {Ns::google, "salary", kItem, Occurs::once, &kFloat},
    {Ns::google, "salary_type", kItem, Occurs::once, &kSalaryType},
    {Ns::google, "school", kItem, Occurs::once, &kText},
    {Ns::google, "school_district", kItem, Occurs::once, &kText},
    {Ns::google, "service_type", kItem, Occurs::once, &kText},
    {Ns::google, "servings", kItem, Occurs::once, &kInteger},
    {Ns::google, "sexual_orientation", kItem, Occurs::once, &kText},
    {Ns::google, "shipping", kItem, Occurs::many, &kShipping},
    {Ns::google, "shoe_width", kItem, Occurs::once, &kText},
    {Ns::google, "size", kItem, Occurs::once, &kText},
    {Ns::google, "square_footage", kItem, Occurs::once, &kIntUnit},
    {Ns::google, "subject", kItem, Occurs::ten, &kText},
    {Ns::google, "subject_area", kItem, Occurs::ten, &kText},
    {Ns::google, "tax", kItem, Occurs::many, &kTax},
    {Ns::google, "tax_percent", kItem, Occurs::once, &kPercentage},
    {Ns::google, "tax_region", kItem, Occurs::once, &kText},
    {Ns::google, "tech_spec_link", kItem, Occurs::once, &kLink},
    {Ns::google, "title", kItem, Occurs::once, &kText},
    {Ns::google, "to_location", kItem, Occurs::once, &kLocation},
    {Ns::google, "travel_date_range", kItem, Occurs::once, &kRange},
    {Ns::google, "upc", kItem, Occurs::once, &kText},
    {Ns::google, "url_of_item_being_reviewed", kItem, Occurs::once, &kLink},
    {Ns::google, "vehicle_type", kItem, Occurs::ten, &kText},
    {Ns::google, "vin", kItem, Occurs::once, &kText},
    {Ns::google, "weight", kItem, Occurs::once, &kFloatUnit},
    {Ns::google, "year", kItem, Occurs::once, &kYear},
});

}  // namespace

std::span<const ExtensionRow> google_rows() { return kRows; }

}  // namespace syndicat::validate
