// What a person writes about a target, on two lines: its name, its secret; and what stands behind it as a form.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "http/fields.hpp"
#include "push/signature.hpp"
#include "push/target.hpp"

using namespace syndicat;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto name = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), name.size() + 1));
  if (const auto target = push::parse_target(name); target && target->kind + ":" + target->address != name)
    std::abort();
  if (http::without_password(name).size() > name.size()) std::abort();
  if (const auto keys = push::read_secrets(text)) {
    const auto signature = push::sign(*keys, "msg_1", "1", name);
    if (!signature || !push::verify({keys->back()}, "msg_1", "1", name, *signature).value()) {
      if (keys->size() < 10) std::abort();
    }
  }
  if (http::form_value(http::form_field(name, text), name) != text) std::abort();
  return 0;
}
