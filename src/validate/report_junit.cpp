#include "validate/report_junit.hpp"

#include <algorithm>

#include "text/markup.hpp"

namespace syndicat::validate {

std::string junit_begin() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"syndicat validate\">\n";
}

// What does not make the run fail, a warning mostly, is a test that passed with something to say.
std::string junit_report(std::string_view file, const Report& report, const Style& style, std::size_t) {
  const auto suite = text::escape_xml_attribute(file);
  const auto errors = std::ranges::count_if(
      report.findings, [&](const Finding& finding) { return counts_as_failure(finding, style.fail_on); });
  std::string out = fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" errors=\"0\" skipped=\"0\">\n",
                                suite, std::max<std::size_t>(1, report.findings.size()), errors);
  if (report.findings.empty()) out += fmt::format("    <testcase classname=\"{}\" name=\"valid\"/>\n", suite);
  for (const auto& finding : report.findings) {
    const auto where = fmt::format("{}:{}:{}", file, finding.start.line, finding.start.column);
    out += fmt::format("    <testcase classname=\"{}\" name=\"{} ({}:{})\" file=\"{}\" line=\"{}\">\n", suite,
                       finding.rule, finding.start.line, finding.start.column, suite, finding.start.line);
    const auto words =
        text::escape_xml(where + ": " + finding.message + (finding.advice.empty() ? "" : "\n" + finding.advice));
    if (counts_as_failure(finding, style.fail_on))
      out += fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n", finding.rule,
                         text::escape_xml_attribute(finding.message), words);
    else out += fmt::format("      <system-out>{}: {}</system-out>\n", name(finding.severity), words);
    out += "    </testcase>\n";
  }
  return out + "  </testsuite>\n";
}

// What could not be looked at is no test that failed, but one that could not be made.
std::string junit_failed(std::string_view file, std::string_view words, std::size_t) {
  const auto suite = text::escape_xml_attribute(file);
  return fmt::format(
      "  <testsuite name=\"{0}\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n"
      "    <testcase classname=\"{0}\" name=\"readable\">\n      <error message=\"{1}\"/>\n    </testcase>\n  </testsuite>\n",
      suite, text::escape_xml_attribute(words));
}

std::string junit_end() { return "</testsuites>\n"; }

}  // namespace syndicat::validate
