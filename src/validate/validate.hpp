#pragma once
// A document against its schema and the rules.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "text/date.hpp"
#include "validate/finding.hpp"
#include "validate/transport.hpp"
#include "xml/document.hpp"

namespace syndicat::validate {

struct Options {
  std::string base_uri;              // the document's address, where it is known
  std::string charset;               // what the transport said
  std::optional<text::Instant> now;  // for dates in the future; without it they are not looked at
  xml::Limits limits{};
  std::optional<Transport> transport{};      // the answer that brought it, where there was one
  std::string profile = "default";           // a name in the table of profiles
  std::vector<SeverityChange> severities{};  // go before the profile's; a later one before an earlier
  bool keeps_bytes = false;                  // for who writes the document again (`Report::bytes`)
};

struct Report {
  std::string format;                       // "RSS 2.0", "Atom 1.0", "JSON Feed 1.1"; empty: no feed that is known
  std::string encoding = "UTF-8";           // that the bytes were read in
  std::string text;                         // the UTF-8 text that the places count in
  std::vector<Finding> findings;            // by place
  std::vector<Edit> further_edits{};        // of flaws behind the fatal one, which are no findings
  std::vector<Suppression> suppressions{};  // that were kept, and hold for what is found later as well
  std::string bytes{};                      // the document as it came, where the options ask for it
  bool valid() const;                       // no finding of severity error
};

// Fails as `unreadable` where the bytes are no feed of any kind (a page, an image, nothing). What is wrong with a feed
// is a finding: a document that is not well-formed has exactly one error for that, and what was found before it.
Result<Report> check(std::string bytes, const Options& options);

}  // namespace syndicat::validate
