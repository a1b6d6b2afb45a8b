#pragma once
// What a run of `publish` tells: words for a person, JSON for a program, one exit status.

#include <string>

#include "cli/terminal.hpp"
#include "pipeline/publish.hpp"

namespace syndicat::cli {

int status_of(const pipeline::Report& report);

// Failures always; what went well where `verbose` or where standard error is a terminal.
void tell(const pipeline::Report& report, Terminal& terminal, bool verbose);

std::string to_json(const pipeline::Report& report, int status);
std::string to_json_lines(
    const pipeline::Report& report);  // one object a source, output and target, told apart by "kind"

}  // namespace syndicat::cli
