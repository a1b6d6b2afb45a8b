#include "cli/command_validate_others.hpp"

#include <utility>

#include "validate/editions.hpp"
#include "validate/versions.hpp"

namespace syndicat::cli {

Result<OtherFeed> read_other(std::string name, std::string bytes, const formats::ReadOptions& options) {
  const auto* format = formats::detect(bytes);
  auto reading = formats::read(std::move(bytes), options);
  if (!reading) return fail(reading.error().cause, "{}: {}", name, reading.error().message);
  return OtherFeed{std::move(name), format, std::move(reading->feed)};
}

Result<OtherFeed> read_own(const validate::Report& report, const validate::Options& options) {
  formats::ReadOptions how;
  how.base_uri = options.base_uri;
  how.charset = "UTF-8";  // the report's text is decoded already, whatever it declares
  how.max_size = std::max<std::uint64_t>(options.limits.max_size, report.text.size());
  return read_other("the document", report.text, how);
}

Result<void> compare_versions(validate::Report& report, const validate::Options& options, const OtherFeed& older) {
  const auto own = read_own(report, options);
  if (!own) return Failure(own.error());
  validate::check_versions(report, options, own->feed, older.feed, older.name);
  return {};
}

Result<void> compare_editions(validate::Report& report, const validate::Options& options,
                              const std::vector<OtherFeed>& others) {
  const auto own = read_own(report, options);
  if (!own) return Failure(own.error());
  const auto edition = [](const OtherFeed& feed) {
    return validate::Edition{feed.feed, feed.format == nullptr ? "" : feed.format->name, feed.name};
  };
  for (const auto& other : others) validate::check_editions(report, options, edition(*own), edition(other));
  return {};
}

}  // namespace syndicat::cli
