#include "catch.hpp"
#include "text/digest.hpp"

using namespace syndicat;

namespace {
std::string hexadecimal(const std::string& bytes) {
  std::string digits;
  for (const char c : bytes) digits += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return digits;
}
}  // namespace

TEST_CASE("SHA-256 of the examples in FIPS 180-4", "[text]") {
  CHECK(text::sha256_hex("").value() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(text::sha256_hex("abc").value() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("HMAC-SHA256 of the examples in RFC 4231", "[text]") {
  // Sections 4.2, 4.3 and 4.7 (a key longer than the block).
  CHECK(hexadecimal(text::hmac_sha256(std::string(20, '\x0b'), "Hi There").value()) ==
        "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  CHECK(hexadecimal(text::hmac_sha256("Jefe", "what do ya want for nothing?").value()) ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(
      hexadecimal(text::hmac_sha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")
                      .value()) == "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

TEST_CASE("an empty key is a key, not the one before", "[text]") {
  const auto first = text::hmac_sha256({}, "x").value();
  CHECK(text::hmac_sha256("other", "x").value() != first);
  CHECK(text::hmac_sha256({}, "x").value() == first);
}

TEST_CASE("base64 of the examples in RFC 4648, section 10", "[text]") {
  const auto [bytes, written] = GENERATE(table<std::string, std::string>({
      {"", ""},
      {"f", "Zg=="},
      {"fo", "Zm8="},
      {"foo", "Zm9v"},
      {"foob", "Zm9vYg=="},
      {"fooba", "Zm9vYmE="},
      {"foobar", "Zm9vYmFy"},
      {std::string("\xff\xfe\0", 3), "//4A"},
  }));
  CHECK(text::base64_encode(bytes) == written);
  CHECK(text::base64_decode(written).value() == bytes);
}

TEST_CASE("what is not base64 is refused", "[text]") {
  const auto written =
      GENERATE("Zg", "Zg=", "Zg===", "=", "====", "Zh==", "Zm9=", "Z g=", "Zm9v\n", "Zg==Zg==", "Zm-_");
  const auto bytes = text::base64_decode(written);
  REQUIRE_FALSE(bytes);
  CHECK(bytes.error().cause == Cause::misuse);
}

TEST_CASE("random bytes are as many as asked for, and others each time", "[text]") {
  CHECK(text::random_bytes(0).value().empty());
  CHECK(text::random_bytes(1000).value().size() == 1000);
  CHECK(text::random_bytes(16).value() != text::random_bytes(16).value());
}

TEST_CASE("fingerprints are FNV-1a in 128 bits", "[text]") {
  CHECK(text::fingerprint("") == "6c62272e07bb014262b821756295c58d");
  CHECK(text::fingerprint("a") == "d228cb696f1a8caf78912b704e4a8964");
  CHECK(text::fingerprint("foobar") == "343e1662793c64bf6f0d3597ba446f18");
}
