#include "cli/command_validate_sources.hpp"

#include <glob.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "base/file.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::cli {
namespace {

namespace fs = std::filesystem;

bool looks_like_feed(const fs::path& path) {
  constexpr std::array kEndings =
      std::to_array<std::string_view>({".xml", ".rss", ".atom", ".rdf", ".json", ".opml", ".jsonfeed"});
  const auto ending = text::to_lower_ascii(path.extension().string());
  return std::ranges::find(kEndings, ending) != kEndings.end();
}

Result<void> add_folder(const std::string& folder, std::vector<std::string>& into) {
  std::vector<std::string> found;
  std::error_code error;
  for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, error), end;
       !error && at != end; at.increment(error))
    if (at->is_regular_file(error) && looks_like_feed(at->path())) found.push_back(at->path().string());
  if (found.empty())
    return fail(Cause::unreadable, "{}: has no file whose name ends like a feed's; name the files", folder);
  std::ranges::sort(found);
  into.insert(into.end(), found.begin(), found.end());
  return {};
}

Result<void> add_pattern(const std::string& pattern, std::vector<std::string>& into) {
  glob_t found{};
  const int status = ::glob(pattern.c_str(), 0, nullptr, &found);
  for (std::size_t at = 0; status == 0 && at < found.gl_pathc; ++at) into.emplace_back(found.gl_pathv[at]);
  ::globfree(&found);
  if (status != 0) return fail(Cause::unreadable, "{}: no file matches; mend the pattern", pattern);
  return {};
}

Result<void> add(const std::string& source, std::vector<std::string>& into) {
  std::error_code error;
  if (source == "-" || text::is_web_url(source) || source.starts_with("file:") || fs::is_regular_file(source, error)) {
    into.push_back(source);
    return {};
  }
  // A scheme that is not the web's (RFC 3986, section 3.1).
  if (const auto end = source.find("://");
      end != std::string::npos && end > 1 &&
      source.substr(0, end).find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+.-") ==
          std::string::npos)
    return fail(Cause::misuse,
                "{}: only http, https and file addresses are read; fetch it by other means and name the file", source);
  if (fs::is_directory(source, error)) return add_folder(source, into);
  if (source.find_first_of("*?[") != std::string::npos) return add_pattern(source, into);
  into.push_back(source);  // told when it is read
  return {};
}

}  // namespace

Result<std::vector<std::string>> expand_sources(const std::vector<std::string>& named) {
  std::vector<std::string> sources;
  for (const auto& source : named) {
    if (source.size() < 2 || source.front() != '@') {
      if (const auto good = add(source, sources); !good) return Failure(good.error());
      continue;
    }
    const auto list = read_file(source.substr(1));
    if (!list) return Failure(list.error());
    const auto before = sources.size();
    for (std::string_view rest = *list; !rest.empty();) {
      const auto end = rest.find('\n');
      const auto line = text::trim(rest.substr(0, end));
      if (!line.empty() && line.front() != '#')
        if (const auto good = add(std::string(line), sources); !good) return Failure(good.error());
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
    }
    if (sources.size() == before)
      return fail(Cause::unreadable, "{}: names no document; write one on each line", source.substr(1));
  }
  return sources;
}

}  // namespace syndicat::cli
