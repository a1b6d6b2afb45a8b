#pragma once
// Rules of modules that few feeds use: sharing, goods, access, and the codes that they are made of.

#include <array>

#include "validate/rule.hpp"

namespace syndicat::validate {

// clang-format off
inline constexpr std::array kModuleRules = {
    Rule{"invalid-integer", Severity::error, "\"{value}\" in {subject} is no whole number", "Readers drop the value.", "write digits only", ""},
    Rule{"integer-overflow", Severity::error, "the number \"{value}\" in {subject} is too large", "Readers keep it in 31 bits and take it for another.",
         "begin again at 1", "FeedSync, section 2.4"},
    Rule{"invalid-float", Severity::error, "{subject} is no number (\"{value}\")", "Readers drop the value.", "write it like 29.97", ""},
    Rule{"invalid-percentage", Severity::error, "\"{value}\" in {subject} is no percentage", "Readers drop the value.", "write a number from 0 to 100", ""},
    Rule{"invalid-country-code", Severity::error, "\"{value}\" is no code of a country", "Nobody can say which country is meant.",
         "write two letters, such as be or DE", "ISO 3166-1"},
    Rule{"invalid-currency-unit", Severity::error, "{attr} is no currency (\"{value}\")", "Nobody can say how much it is.", "write three letters, such as EUR", "ISO 4217"},
    Rule{"invalid-encoding", Severity::error, "\"{value}\" in {subject} is no character encoding", "Programs do not know how to write the request or read the answer.",
         "write it like UTF-8", "OpenSearch 1.1, InputEncoding"},
    Rule{"invalid-iso8601-date", Severity::error, "\"{value}\" in {subject} is no date as ISO 8601 has it", "Readers drop the value.",
         "write it like 2026-06-18", "ISO 8601"},
    Rule{"invalid-iso8601-date-time", Severity::error, "\"{value}\" in {subject} is no date and time as ISO 8601 has it", "Readers drop the value.",
         "write it like 2026-06-18T09:30:00", "ISO 8601"},
    // Sharing.
    Rule{"invalid-alphanum", Severity::error, "\"{value}\" in {subject} holds more than letters and digits", "Items are matched by it between machines.",
         "write letters, digits and - _ . : / @", "FeedSync, section 2.4"},
    Rule{"invalid-sse-type", Severity::error, "\"{value}\" is no type of a related feed", "Machines that share the list do not know what they would get.",
         "write aggregated or complete", "FeedSync, section 2.3"},
    Rule{"since-after-until", Severity::error, "{element} ends before it begins", "The window holds nothing.", "let since be before until", "FeedSync, section 2.2"},
    Rule{"missing-by-and-when-attrs", Severity::error, "{element} says neither who nor when", "Conflicts between machines are settled by these.",
         "give it by or when, or both", "FeedSync, section 2.5"},
    // Access and search engines.
    Rule{"invalid-access-restriction-rel", Severity::error, "\"{value}\" in {subject} is neither allow nor deny",
         "Directories must know whether they may show the feed.", "write allow or deny", "Feed access control"},
    Rule{"invalid-meta-name", Severity::error, "\"{value}\" is no name that a meta element in a feed can have", "Search engines look for robots only.",
         "write name=\"robots\"", "Robots META tags in feeds"},
    Rule{"invalid-meta-content", Severity::error, "\"{value}\" says nothing to a search engine", "The engine does what it would do without.",
         "write noindex, nofollow or both", "Robots META tags in feeds"},
    // Goods, houses, jobs and people.
    Rule{"invalid-gender", Severity::error, "{attr} is \"{value}\"", "The value is one of a list.", "write male, female or unisex", "Google Base, gender"},
    Rule{"invalid-marital-status", Severity::error, "{attr} is \"{value}\"", "The value is one of a list.",
         "write single, divorced, separated, widowed, married or in relationship", "Google Base, marital_status"},
    Rule{"invalid-payment-method", Severity::error, "{attr} is \"{value}\"", "The value is one of a list.",
         "write Cash, Check, Visa, MasterCard, AmericanExpress, Discover or WireTransfer", "Google Base, payment_accepted"},
    Rule{"invalid-price-type", Severity::error, "{attr} is \"{value}\"", "The value is one of a list.", "write negotiable or starting", "Google Base, price_type"},
    Rule{"invalid-rating-type", Severity::error, "{attr} is \"{value}\"", "The value is one of a list.", "write editorial or user", "Google Base, rating_type"},
    Rule{"invalid-reviewer-type", Severity::error, "{attr} is \"{value}\"", "The value is one of a list.", "write editorial or user",
         "Google Base, reviewer_type"},
    Rule{"invalid-salary-type", Severity::error, "{attr} is \"{value}\"", "The value is one of a list.", "write starting or negotiable",
         "Google Base, salary_type"},
    Rule{"invalid-service-type", Severity::error, "{attr} is \"{value}\"", "Buyers see how the goods are sent.", "write a service, such as Standard",
         "Google Base, shipping"},
    Rule{"invalid-year", Severity::error, "{attr} is \"{value}\"", "A year has four digits.", "write it like 2026", "Google Base, year"},
    Rule{"invalid-label", Severity::error, "{attr} is \"{value}\"", "A label is one word or two; several stand in elements of their own.",
         "write each label in an element of its own", "Google Base, label"},
    Rule{"invalid-location", Severity::error, "{attr} is \"{value}\"", "Maps need a place.", "write an address, such as Minsk, Belarus", "Google Base, location"},
    Rule{"invalid-full-location", Severity::error, "{attr} is \"{value}\"", "Maps need a whole address, its parts set off by commas.",
         "write it like 1 Main Street, Minsk, Belarus", "Google Base, location"},
    Rule{"invalid-float-unit", Severity::error, "{attr} is \"{value}\"", "The value is a number with its unit.", "write it like 12.5 kg", "Google Base"},
    Rule{"too-many", Severity::error, "{parent} has more than {max} of {element}", "What is beyond the tenth is not read.", "keep the ten that matter most",
         "Google Base"},
    Rule{"invalid-int-unit", Severity::error, "{attr} is \"{value}\"", "The value is a whole number with its unit.", "write it like 90 minutes", "Google Base"},
};
// clang-format on

}  // namespace syndicat::validate
