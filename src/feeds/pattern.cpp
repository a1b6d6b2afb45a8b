#include "feeds/pattern.hpp"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>
#include <cstdint>

#include "base/shared_library.hpp"

namespace syndicat::feeds {
namespace {

constexpr std::uint32_t kMostSteps = 1'000'000;  // some milliseconds; an honest pattern takes a few hundred
constexpr std::uint32_t kMostHeap = 16U << 10U;  // kilobytes
constexpr std::size_t kLongestPattern = 64UL << 10U;

// What we use of libpcre2.
struct Pcre2 {
  decltype(&pcre2_compile) compile = nullptr;
  decltype(&pcre2_code_free) code_free = nullptr;
  decltype(&pcre2_match) match = nullptr;
  decltype(&pcre2_match_data_create) match_data_create = nullptr;
  decltype(&pcre2_match_data_free) match_data_free = nullptr;
  decltype(&pcre2_match_context_create) match_context_create = nullptr;
  decltype(&pcre2_match_context_free) match_context_free = nullptr;
  decltype(&pcre2_set_match_limit) set_match_limit = nullptr;
  decltype(&pcre2_set_heap_limit) set_heap_limit = nullptr;
  decltype(&pcre2_get_error_message) get_error_message = nullptr;
};

// The library's names end in the width of its characters; the header's macros hide that from us, not from the loader.
Result<Pcre2> load() {
  auto library = SharedLibrary::open("libpcre2-8.so.0", "libpcre2-8-0");
  if (!library) return Failure(library.error());
  Pcre2 pcre2;
  library->get("pcre2_compile_8", pcre2.compile)
      .get("pcre2_code_free_8", pcre2.code_free)
      .get("pcre2_match_8", pcre2.match)
      .get("pcre2_match_data_create_8", pcre2.match_data_create)
      .get("pcre2_match_data_free_8", pcre2.match_data_free)
      .get("pcre2_match_context_create_8", pcre2.match_context_create)
      .get("pcre2_match_context_free_8", pcre2.match_context_free)
      .get("pcre2_set_match_limit_8", pcre2.set_match_limit)
      .get("pcre2_set_heap_limit_8", pcre2.set_heap_limit)
      .get("pcre2_get_error_message_8", pcre2.get_error_message);
  if (auto complete = library->complete(); !complete) return Failure(complete.error());
  return pcre2;
}

const Result<Pcre2>& library() {
  static const Result<Pcre2> loaded = load();
  return loaded;
}

std::string words_of(int error) {
  std::array<PCRE2_UCHAR, 256> words{};
  const int length = library()->get_error_message(error, words.data(), words.size());
  return length < 0 ? "it cannot be read"
                    : std::string(reinterpret_cast<const char*>(words.data()), static_cast<std::size_t>(length));
}

PCRE2_SPTR octets(std::string_view text) { return reinterpret_cast<PCRE2_SPTR>(text.data()); }

}  // namespace

struct Pattern::Compiled {
  std::string written;
  pcre2_code* code = nullptr;
  pcre2_match_data* found = nullptr;
  pcre2_match_context* limits = nullptr;

  Compiled() = default;
  Compiled(const Compiled&) = delete;
  Compiled& operator=(const Compiled&) = delete;
  ~Compiled() {
    library()->match_context_free(limits);
    library()->match_data_free(found);
    library()->code_free(code);
  }
};

Result<Pattern> Pattern::compile(std::string_view written) {
  const auto& pcre2 = library();
  if (!pcre2) return Failure(pcre2.error());
  if (written.size() > kLongestPattern)
    return fail(Cause::misuse, "the pattern is longer than {} bytes; make it shorter", kLongestPattern);
  auto compiled = std::make_shared<Compiled>();
  compiled->written = written;
  int error = 0;
  PCRE2_SIZE place = 0;
  // \C would match half a character.
  constexpr std::uint32_t kOptions = PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
  compiled->code = pcre2->compile(octets(written), written.size(), kOptions, &error, &place, nullptr);
  if (compiled->code == nullptr)
    return fail(Cause::misuse, "'{}' is no regular expression: {} (at byte {})", written, words_of(error), place + 1);
  compiled->found = pcre2->match_data_create(1, nullptr);
  compiled->limits = pcre2->match_context_create(nullptr);
  if (compiled->found == nullptr || compiled->limits == nullptr)
    return fail(Cause::misuse, "'{}' takes more memory than there is", written);
  pcre2->set_match_limit(compiled->limits, kMostSteps);
  pcre2->set_heap_limit(compiled->limits, kMostHeap);
  return Pattern(std::move(compiled));
}

Result<bool> Pattern::found_in(std::string_view text) const {
  const int result =
      library()->match(compiled_->code, octets(text), text.size(), 0, 0, compiled_->found, compiled_->limits);
  // 0: it was found, and there was no room for what its groups held.
  if (result >= 0) return true;
  if (result == PCRE2_ERROR_NOMATCH) return false;
  return fail(Cause::misuse, "'{}' takes too long on '{}' ({}); write a pattern that has fewer ways to match",
              compiled_->written, text.substr(0, 60), words_of(result));
}

}  // namespace syndicat::feeds
