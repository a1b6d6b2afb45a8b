#pragma once
// `syndicat listen`: a subscribing service for trying things out: takes pings and webhooks and prints what came.

#include <cstdint>
#include <string>

#include "cli/command.hpp"

namespace syndicat::cli {

class ListenCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  std::string address_ = "127.0.0.1", port_file_, secret_file_, format_ = "text";
  std::uint64_t port_ = 0, answer_ = 0;
  std::uint64_t count_ = UINT64_MAX;  // without a limit
  double timeout_ = 0, tolerance_ = 300;
  std::uint64_t max_size_ = 16ULL << 20U;
};

}  // namespace syndicat::cli
