#pragma once
// What a page says of its article, weighed: one value for each field, and the statement it was taken from.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/claims.hpp"
#include "model/feed.hpp"

namespace syndicat::extract {

// A field's value with the claim that won; no claim where the value was found otherwise ("address", "detected") or
// there is none.
template <typename T>
struct Settled {
  T value{};
  const Claim* claim = nullptr;
  std::string note{};  // what was in doubt, for those who ask
};

// The day of publication, or of the last change. Where nothing states it, `url` may; a page whose only date is
// that of its last change is published then. A day later than `latest` (Unix seconds; 0: any will do) is none: nothing
// is published tomorrow. Where one statement of the same moment carries the zone and another does not, the one with the
// zone is taken. "03/04/2026" is read as another statement of the page has it, else as `language` does; where neither
// tells, it is none.
Settled<std::optional<model::Date>> settle_date(const Claims& claims, Field field, std::string_view language,
                                                const std::string& url, std::int64_t latest);

// What the page declares, unless its text is plainly in another language.
Settled<std::string> settle_language(const Claims& claims, const std::string& text);

// The people, or else the agency or the site; none where nobody is named. A paper that names itself, and an account's
// name, yield to a byline.
Settled<std::vector<model::Person>> settle_authors(const Claims& claims, std::string_view site_name,
                                                   std::string_view host);

// Absolute; empty where there is none on the web.
Settled<model::Image> settle_image(const Claims& claims, const std::string& base);

// The canonical address where it stands for this page, else `url`.
Settled<std::string> settle_url(const Claims& claims, const std::string& base, const std::string& url);

}  // namespace syndicat::extract
