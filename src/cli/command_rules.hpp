#pragma once
// `syndicat rules`: the table of what `validate` looks for.

#include <string>

#include "cli/command.hpp"

namespace syndicat::cli {

class RulesCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  std::string format_ = "text";
  std::string rule_;
};

}  // namespace syndicat::cli
