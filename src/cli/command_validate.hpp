#pragma once
// `syndicat validate`: documents against their schemas and the rules.

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "text/date.hpp"
#include "validate/reporter.hpp"

namespace syndicat::cli {

class ValidateCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  struct Input {
    std::string bytes, charset, url;
  };
  Result<Input> read(const std::string& source) const;
  Result<validate::Report> check(const std::string& source) const;
  Result<void> check_options() const;

  std::vector<std::string> sources_;
  std::string format_ = "text", profile_ = "default", fail_on_ = "error";
  std::string base_uri_, charset_, explain_;
  double timeout_ = 60;
  std::uint64_t max_size_ = 64ULL << 20U;
  std::optional<text::Instant> now_;
};

}  // namespace syndicat::cli
