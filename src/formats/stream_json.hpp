#pragma once
// JSON Feed and JSON Lines an item at a time.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "formats/stream.hpp"

namespace syndicat::formats {

class JsonStream : public Stream {
 public:
  explicit JsonStream(Source source) : Stream(std::move(source)) {}
  Result<std::optional<Reading>> next() override;

 protected:
  Result<bool> skim() override;
  std::unique_ptr<Stream> again() const override;

 private:
  std::uint64_t first_ = 0, last_ = 0;  // between the brackets of "items", in bytes of the file
  std::uint64_t at_ = 0;                // what has been taken
  std::string held_;                    // what comes behind that, as far as it was read
  std::string base_;                    // where its items' addresses are seen from
  text::Origin origin_;                 // where that stands
};

class LinesStream : public Stream {
 public:
  explicit LinesStream(Source source) : Stream(std::move(source)) {}
  Result<std::optional<Reading>> next() override;

 protected:
  Result<bool> skim() override;
  std::unique_ptr<Stream> again() const override;

 private:
  std::uint64_t at_ = 0;  // what has been taken
  std::string held_;
  std::string base_;  // where its items' addresses are seen from
  text::Origin origin_;
};

}  // namespace syndicat::formats
