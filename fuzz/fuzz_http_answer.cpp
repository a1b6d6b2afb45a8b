// A server's answer: the head line by line, then the body, as the client hands them on.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "fetch/fetch.hpp"
#include "http/fields.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  http::Response response;
  response.status = 200;
  response.url = "https://paper.example/a/b";
  while (!text.empty()) {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    if (line.empty() || line == "\r") break;
    if (line.substr(0, 5) == "HTTP/")
      response.status = std::atoi(std::string(line.substr(std::min<std::size_t>(9, line.size()))).c_str());
    http::add_header_line(response.headers, line);
  }
  response.body = text;
  const auto send = [&](const http::Request&) -> Result<http::Response> { return response; };
  const auto page = fetch::get("https://paper.example/", store::Validators{"\"1\"", "then", ""}, send, 1U << 20U);
  if (page && page->has_value() && (*page)->bytes != response.body) std::abort();
  (void)http::describe_refusal(response);
  for (const auto& link : http::links(response.headers, "hub"))
    if (link.size() > size) std::abort();
  return 0;
}
