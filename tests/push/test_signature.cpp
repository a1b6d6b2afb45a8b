#include "catch.hpp"
#include "push/signature.hpp"

using namespace syndicat;

namespace {
constexpr auto kId = "msg_p5jXN8AQM9LWM0D4loKWxJek";
constexpr auto kTime = "1614265330";
constexpr auto kBody = "{\"test\": 2432232314}";
constexpr auto kSigned = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
}  // namespace

TEST_CASE("the example of Standard Webhooks is signed as it says", "[push]") {
  const auto keys = push::read_secrets("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").value();
  CHECK(push::sign(keys, kId, kTime, kBody).value() == kSigned);
  CHECK(push::verify(keys, kId, kTime, kBody, kSigned).value());
}

TEST_CASE("a signature holds for this id, time, body and key only", "[push]") {
  const auto keys = push::read_secrets("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").value();
  CHECK_FALSE(push::verify(keys, "msg_other", kTime, kBody, kSigned).value());
  CHECK_FALSE(push::verify(keys, kId, "1614265331", kBody, kSigned).value());
  CHECK_FALSE(push::verify(keys, kId, kTime, "{}", kSigned).value());
  CHECK_FALSE(push::verify({"other"}, kId, kTime, kBody, kSigned).value());
  const auto signatures =
      GENERATE("", " ", "v1,", "v1", "v1a,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
               "g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE");
  CHECK_FALSE(push::verify(keys, kId, kTime, kBody, signatures).value());
}

TEST_CASE("while secrets change, each signs and each opens", "[push]") {
  const auto keys = push::read_secrets("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\r\n\n  the new one \n").value();
  REQUIRE(keys.size() == 2);
  CHECK(keys[1] == "the new one");
  const auto both = push::sign(keys, kId, kTime, kBody).value();
  CHECK(both.substr(0, both.find(' ')) == kSigned);
  CHECK(push::verify({keys[0]}, kId, kTime, kBody, both).value());
  CHECK(push::verify({keys[1]}, kId, kTime, kBody, both).value());
  CHECK(push::verify({"gone", keys[1]}, kId, kTime, kBody, both).value());
}

TEST_CASE("a secret that is none is misuse and is not told on", "[push]") {
  const auto written = GENERATE("", "\n \n", "whsec_", "whsec_not base64!", "good\nwhsec_%%%");
  const auto keys = push::read_secrets(written);
  REQUIRE_FALSE(keys);
  CHECK(keys.error().cause == Cause::misuse);
  CHECK(keys.error().message.find("%%%") == std::string::npos);
}

TEST_CASE("base64 without its padding is a secret all the same", "[push]") {
  CHECK(push::read_secrets("whsec_Zg").value() == std::vector<std::string>{"f"});
}
