#pragma once
// `syndicat fetch SOURCE...`: pages, texts and feeds as one feed.

#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"

namespace syndicat::cli {

class FetchCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  std::vector<std::string> sources_;
  std::string base_uri_, charset_, format_ = "json", output_ = "-", user_agent_, time_zone_, author_, language_,
                                   config_, site_rules_;
  std::optional<text::Instant> now_;
  std::uint64_t max_size_ = 64ULL << 20U;
  double timeout_ = 60;
  bool explain_ = false, name_sources_ = false, clean_links_ = false, editions_ = false, pages_ = false;
  std::uint64_t max_pages_ = 10;
};

}  // namespace syndicat::cli
