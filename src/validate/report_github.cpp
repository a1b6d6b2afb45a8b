#include "validate/report_github.hpp"

namespace syndicat::validate {
namespace {

// "Workflow commands": % and line ends are escaped everywhere, in properties : and , too.
std::string escaped(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    if (c == '%') out += "%25";
    else if (c == '\r') out += "%0D";
    else if (c == '\n') out += "%0A";
    else if (property && c == ':') out += "%3A";
    else if (property && c == ',') out += "%2C";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += ' ';  // the log is shown on terminals too
    else out += c;
  }
  return out;
}

std::string_view level(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "notice";
}

}  // namespace

std::string github_report(std::string_view file, const Report& report, const Style&, std::size_t) {
  std::string out;
  for (const auto& finding : report.findings) {
    // Columns are taken only where both ends are on one line.
    const bool one_line = finding.start.line == finding.end.line && finding.end.column > finding.start.column;
    out +=
        fmt::format("::{} file={},line={},endLine={}{},title={}::{}", level(finding.severity), escaped(file, true),
                    finding.start.line, finding.end.line,
                    one_line ? fmt::format(",col={},endColumn={}", finding.start.column, finding.end.column - 1) : "",
                    finding.rule, escaped(finding.message, false));
    if (!finding.advice.empty()) out += escaped("\n" + finding.advice, false);
    out += '\n';
  }
  return out;
}

std::string github_failed(std::string_view file, std::string_view words, std::size_t) {
  return fmt::format("::error file={}::{}\n", escaped(file, true), escaped(words, false));
}

}  // namespace syndicat::validate
