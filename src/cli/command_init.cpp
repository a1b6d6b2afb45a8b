#include "cli/command_init.hpp"

#include <filesystem>

#include "base/file.hpp"
#include "cli/exit_status.hpp"
#include "fetch/fetch.hpp"
#include "pipeline/scaffold.hpp"
#include "text/uri.hpp"

namespace syndicat::cli {

void InitCommand::declare(Arguments& arguments) {
  arguments.positional("URL", url_, "the site's address", true);
  arguments.option("-o,--output", "FILE", output_, "write there (newsroom.toml); - for standard output");
  arguments.flag("--offline", offline_, "do not look at the site");
  arguments.flag("--force", force_, "replace a file that is there");
  arguments.seconds("--timeout", timeout_, "give up on the site after so long (20)");
}

int InitCommand::run(Terminal& terminal) {
  if (!text::is_web_url(url_))
    return terminal.fail(
        {Cause::misuse, fmt::format("{}: is no http or https address; write https://paper.example/", url_)});
  std::error_code ignored;
  if (!force_ && output_ != "-" && std::filesystem::exists(output_, ignored))
    return terminal.fail(
        {Cause::misuse, fmt::format("{}: is there already; name another file, or give --force", output_)});

  pipeline::Site site{.url = url_, .title = {}, .language = {}, .feed = {}};
  if (!offline_) {
    http::Limits limits;
    limits.total_seconds = timeout_;
    const auto page = fetch::get(url_, std::nullopt, http::client(limits), limits.max_size);
    if (page) site = pipeline::look_at_site((**page).bytes, (**page).charset, (**page).url);
    else
      terminal.warn(fmt::format("{}; the configuration is written without a look at the site", page.error().message));
  }
  if (const auto written = write_file(output_, pipeline::scaffold(site)); !written)
    return terminal.fail(written.error());
  if (output_ != "-")
    terminal.progress(fmt::format("{}: written; read it, then run `syndicat publish {} --dry-run`", output_, output_));
  return kDone;
}

}  // namespace syndicat::cli
