// What arrives at `syndicat listen`: method and path, header fields, an empty line, the body.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "http/fields.hpp"
#include "push/receiver.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto next_line = [&] {
    const auto line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(text.size(), line.size() + 1));
    return line;
  };
  http::Request request;
  const auto first = next_line();
  request.method = first.substr(0, first.find(' '));
  request.url = first.substr(std::min(first.size(), request.method.size() + 1));
  while (!text.empty()) {
    const auto line = next_line();
    if (line.empty()) break;
    http::add_header_line(request.headers, line);
  }
  request.body = text;
  push::ReceiveOptions options;
  options.now = 1781775000;
  (void)push::receive(request, options);
  options.keys = {"a key that nobody guesses"};
  // No input may pass for signed.
  if (push::receive(request, options).verified) std::abort();
  return 0;
}
