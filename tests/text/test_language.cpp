#include "catch.hpp"
#include "text/language.hpp"

using namespace syndicat;

TEST_CASE("language tags by RFC 5646's grammar", "[text]") {
  // clang-format off
  const auto [tag, good] = GENERATE(table<std::string, bool>({
      {"en", true}, {"be-BY", true}, {"zh-Hant-TW", true}, {"sl-rozaj-biske", true}, {"de-1996", true},
      {"es-419", true}, {"en-a-myext-b-another", true}, {"x-whatever", true}, {"i-klingon", true}, {"zh-min-nan", true},
      {"zh-yue-Hant-HK", true}, {"qaa-Qaaa-QM-x-southern", true},
      {"", false}, {"e", false}, {"en_US", false}, {"en-", false}, {"-en", false}, {"en--us", false}, {"english-us-", false},
      {"a-DE", false}, {"de-419-DE", false}, {"en-x", false}, {"en-a", false}, {"abcdefghi", false}, {"en us", false}, {"12", false},
  }));
  // clang-format on
  CAPTURE(tag);
  CHECK(text::is_language_tag(tag) == good);
}

TEST_CASE("language tags in their usual spelling", "[text]") {
  // clang-format off
  const auto [written, usual] = GENERATE(table<std::string, std::string>({
      {"EN_us", "en-US"}, {" be-by\n", "be-BY"}, {"ZH-HANT-tw", "zh-Hant-TW"}, {"sgn-be-fr", "sgn-BE-FR"},
      {"en-ca-x-ca", "en-CA-x-ca"}, {"az-latn-x-latn", "az-Latn-x-latn"}, {"not a tag", ""}, {"", ""},
  }));
  // clang-format on
  CHECK(text::normalize_language(written) == usual);
}

TEST_CASE("a language tag says in which direction it is read", "[text]") {
  const auto [tag, direction] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"en", "ltr"},
      {"ar", "rtl"},
      {"AR-eg", "rtl"},
      {"he", "rtl"},
      {"iw", "rtl"},
      {"fa_IR", "rtl"},
      {"ckb", "rtl"},
      {"yi", "rtl"},
      {"ar-Latn", "ltr"},
      {"ku", "ltr"},
      {"ku-Arab-IQ", "rtl"},
      {"az-Arab", "rtl"},
      {"zh-yue-Hant", "ltr"},
      {"ar-arb-Arab", "rtl"},
      {"arabic words", "ltr"},
  }));
  CAPTURE(tag);
  CHECK(text::direction_of_language(tag) == direction);
}
