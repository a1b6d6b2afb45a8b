#pragma once
// `syndicat validate`: documents against their schemas and the rules.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_validate_others.hpp"
#include "http/http.hpp"
#include "text/date.hpp"
#include "validate/baseline.hpp"
#include "validate/reporter.hpp"
#include "validate/settings.hpp"
#include "validate/user_schema.hpp"

namespace syndicat::cli {

class ValidateCommand : public Command {
 public:
  void declare(Arguments& arguments) override;
  int run(Terminal& terminal) override;

 private:
  struct Input {
    std::string bytes, charset, url;
    std::optional<http::Response> answer{};  // of a server, without its body
  };
  http::Send client(std::uint64_t max_size) const;
  // What its server does, where the document came from one.
  void check_live(validate::Report& report, const validate::Options& options, const Input& input) const;
  std::string address_of(const std::string& source) const;  // empty: not known
  Result<Input> read(const std::string& source) const;
  Result<validate::Report> check(const std::string& source) const;
  Result<validate::Report> check(const std::string& source, Input input) const;
  Result<void> check_options() const;
  Result<void> read_settings();
  Result<void> read_schemas();
  Result<void> read_others(const std::string& source);
  Result<void> compare(validate::Report& report, const validate::Options& options) const;
  bool is_without_schema(const validate::Report& report) const;
  Result<void> read_baseline(validate::Baseline& into) const;
  // Many at once, in their order; `next` gets each with its place.
  void check_all(const std::vector<std::string>& sources,
                 const std::function<void(const std::string&, Result<validate::Report>)>& next) const;
  // Writes the corrected document in place or to `output_`, or what would change.
  Result<void> fix(Terminal& terminal, const std::string& source, const validate::Report& report) const;

  std::vector<std::string> sources_;
  std::string format_ = "text", profile_, fail_on_, config_;
  validate::Settings settings_;
  std::string base_uri_, charset_, explain_;
  std::string baseline_, output_, http_headers_;
  std::optional<validate::Transport> transport_;
  std::vector<std::string> ignored_, schema_paths_;
  std::vector<validate::UserSchema> schemas_;
  std::string against_;
  std::optional<OtherFeed> older_;
  std::vector<std::string> same_;
  std::vector<OtherFeed> editions_;
  bool fix_ = false, dry_run_ = false, probe_ = false, several_ = false;
  std::uint64_t jobs_ = 0;
  double timeout_ = 60;
  std::uint64_t max_size_ = 64ULL << 20U;
  std::optional<text::Instant> now_;
};

}  // namespace syndicat::cli
