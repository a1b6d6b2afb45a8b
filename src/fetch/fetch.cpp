#include "fetch/fetch.hpp"

#include <cstdlib>
#include <filesystem>

#include "base/file.hpp"
#include "http/fields.hpp"
#include "text/digest.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::fetch {
namespace {

// Pages first: a site that can serve both has its feeds under addresses of their own.
constexpr std::string_view kAccept =
    "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, */*;q=0.8";

// What to do about a status that is a no.
std::string_view advice(int status) {
  if (status == 401 || status == 403 || status == 407) return "it does not let everyone in; ask its owner";
  if (status == 408 || status == 429 || status >= 500) return "try again later";
  return "check the address";
}

// The page, or nothing where its bytes are those that `seen` describes.
std::optional<Page> unless_seen(Page page, const std::optional<store::Validators>& seen) {
  page.validators.digest = text::fingerprint(page.bytes);
  if (seen && seen->digest == page.validators.digest) return std::nullopt;
  return page;
}

// The path that a file: URL means (RFC 8089). Fails as `misuse` where it is on another host.
Result<std::string> path_of(const std::string& url) {
  const auto uri = text::split_uri(url);
  const auto host = uri.authority.value_or("");
  if (!host.empty() && host != "localhost")
    return fail(Cause::misuse, "{}: lies on the host {}; only files of this one can be read, as file:///path", url,
                host);
  auto path = text::percent_decode(uri.path);
  if (path.empty() || path.find('\0') != std::string::npos)
    return fail(Cause::misuse, "{}: names no file; write file:///path", url);
  return path;
}

// "/home/ann/a b.html" as "file:///home/ann/a%20b.html", so that what the page links can be resolved.
std::string url_of(const std::string& path) {
  std::error_code error;
  const auto absolute = std::filesystem::absolute(path, error).lexically_normal().string();
  if (error) return {};
  std::string url = "file://";
  std::size_t start = 0;
  while (start < absolute.size()) {
    const auto slash = std::min(absolute.find('/', start), absolute.size());
    url += text::percent_encode(std::string_view(absolute).substr(start, slash - start));
    if (slash < absolute.size()) url += '/';
    start = slash + 1;
  }
  return url;
}

Result<std::optional<Page>> get_file(const std::string& path, const std::optional<store::Validators>& seen,
                                     std::uint64_t max_size) {
  auto bytes = read_file(path, max_size);
  if (!bytes) return Failure(bytes.error());
  Page page;
  page.bytes = std::move(*bytes);
  if (path != "-") page.url = url_of(path);
  return unless_seen(std::move(page), seen);
}

Result<std::optional<Page>> get_url(const std::string& url, const std::optional<store::Validators>& seen,
                                    const http::Send& send, std::uint64_t max_size) {
  http::Request request;
  request.url = url;
  request.headers.set("Accept", kAccept);
  // RFC 9110, section 13.1.3: where both are known both are sent, and a server that knows ETags goes by them.
  if (seen && !seen->etag.empty()) request.headers.set("If-None-Match", seen->etag);
  if (seen && !seen->last_modified.empty()) request.headers.set("If-Modified-Since", seen->last_modified);
  const bool conditional = request.headers.fields.size() > 1;

  auto response = send(request);
  if (!response) return Failure(response.error());
  if (response->status == 304 && conditional) return std::optional<Page>();
  if (response->status < 200 || response->status > 299)
    return fail(Cause::refused, "{}: {}; {}", http::without_password(url), http::describe_refusal(*response),
                advice(response->status));
  if (response->body.size() > max_size)
    return fail(Cause::unreadable, "{}: sends more than the limit of {} bytes; raise it with --max-size",
                http::without_password(url), max_size);

  auto media = http::parse_media_type(response->headers.get("Content-Type"));
  Page page;
  page.bytes = std::move(response->body);
  page.media_type = std::move(media.type);
  page.charset = std::move(media.charset);
  page.url = response->url.empty() ? url : response->url;
  page.validators.etag = response->headers.get("ETag");
  page.validators.last_modified = response->headers.get("Last-Modified");
  for (const auto& hub : http::links(response->headers, "hub")) page.hubs.push_back(text::resolve(page.url, hub));
  if (const auto self = http::links(response->headers, "self"); !self.empty())
    page.self = text::resolve(page.url, self.front());
  return unless_seen(std::move(page), seen);
}

}  // namespace

Result<std::optional<Page>> get(const std::string& source, const std::optional<store::Validators>& seen,
                                const http::Send& send, std::uint64_t max_size) {
  if (source.empty()) return fail(Cause::misuse, "the source is empty; give a URL, a path or -");
  const auto scheme = text::to_lower_ascii(text::split_uri(source).scheme.value_or(""));
  if (source == "-" || scheme.empty()) return get_file(source, seen, max_size);
  if (scheme == "http" || scheme == "https") return get_url(source, seen, send, max_size);
  if (scheme == "file") {
    const auto path = path_of(source);
    if (!path) return Failure(path.error());
    return get_file(*path, seen, max_size);
  }
  // "notes:2026.txt" is a file's name as well as it is a URL.
  std::error_code ignored;
  if (std::filesystem::exists(source, ignored)) return get_file(source, seen, max_size);
  if (source.find("://") == std::string::npos) return get_file(source, seen, max_size);
  return fail(Cause::misuse,
              "{}: cannot be fetched; give an address that begins with https:, http: or file:, or a path", source);
}

}  // namespace syndicat::fetch
