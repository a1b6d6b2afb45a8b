#pragma once
// `syndicat init URL`: a commented configuration for a site.

#include <string>

#include "cli/command.hpp"

namespace syndicat::cli {

class InitCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  std::string url_, output_ = "newsroom.toml";
  double timeout_ = 20;
  bool offline_ = false, force_ = false;
};

}  // namespace syndicat::cli
