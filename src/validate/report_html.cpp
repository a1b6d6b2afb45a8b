#include "validate/report_html.hpp"

#include <algorithm>

#include "text/lines.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"

namespace syndicat::validate {
namespace {

constexpr std::uint32_t kAround = 2;  // lines shown before and behind one with a finding
constexpr std::size_t kWidest = 400;  // bytes of a line that are shown

// Boxes without names of their own would do, but a person may want to restyle the page.
constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Findings</title>
<style>
:root { color-scheme: light dark; --error: #c62828; --warning: #b26a00; --info: #1565c0; --line: #8884; --soft: #8881 }
@media (prefers-color-scheme: dark) { :root { --error: #ff8a80; --warning: #ffb74d; --info: #82b1ff } }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem }
h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; overflow-wrap: anywhere }
.filter { position: sticky; top: 0; background: Canvas; padding: .5rem 0; border-bottom: 1px solid var(--line); z-index: 1 }
.filter label { margin-right: 1.5rem; white-space: nowrap }
.source { border: 1px solid var(--line); border-radius: .4rem; overflow: hidden }
.row { display: flex; font: 14px/1.5 ui-monospace, monospace; }
.row b { flex: 0 0 4.5rem; font-weight: normal; text-align: right; padding-right: .8rem; opacity: .6; user-select: none }
.row code { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; flex: 1; padding-right: .5rem }
.gap { border-top: 1px dashed var(--line) }
.hit { background: var(--soft) }
.finding { margin: .2rem .6rem .5rem 5.3rem; padding: .3rem .8rem; border-left: .25rem solid; background: var(--soft); border-radius: .2rem }
.finding p { margin: 0 } .finding .advice { opacity: .8 } .finding small { color: color-mix(in srgb, CanvasText 70%, Canvas) }
.finding small b { font-weight: 600 } .error b { color: var(--error) } .warning b { color: var(--warning) } .info b { color: var(--info) }
.error { border-color: var(--error) } .warning { border-color: var(--warning) } .info { border-color: var(--info) }
mark { background: none; color: inherit; text-decoration: underline wavy 1px }
mark.error { text-decoration-color: var(--error) } mark.warning { text-decoration-color: var(--warning) } mark.info { text-decoration-color: var(--info) }
body:has(#show-error:not(:checked)) .finding.error, body:has(#show-warning:not(:checked)) .finding.warning,
body:has(#show-info:not(:checked)) .finding.info { display: none }
@media (max-width: 40rem) { .row b { flex-basis: 3rem } .finding { margin-left: .6rem } }
</style>
<h1>Findings</h1>
<div class="filter" role="group" aria-label="what to show">
<label><input type="checkbox" id="show-error" checked> errors</label>
<label><input type="checkbox" id="show-warning" checked> warnings</label>
<label><input type="checkbox" id="show-info" checked> notes</label>
</div>
)";

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

// The line with the first finding's place marked.
std::string marked(std::string_view line, std::size_t start, const Finding* finding) {
  const auto shown = text::cut_utf8(line, kWidest);
  const std::string_view more = shown.size() < line.size() ? "..." : "";
  if (finding == nullptr || finding->start.offset < start || finding->start.offset >= start + shown.size())
    return text::escape_xml(shown) + std::string(more);
  const auto from = finding->start.offset - start;
  const auto to = std::clamp(finding->end.offset, start + from, start + shown.size()) - start;
  return fmt::format("{}<mark class=\"{}\">{}</mark>{}{}", text::escape_xml(shown.substr(0, from)),
                     name(finding->severity), text::escape_xml(shown.substr(from, to - from)),
                     text::escape_xml(shown.substr(to)), more);
}

}  // namespace

std::string html_begin() { return std::string(kHead); }

std::string html_report(std::string_view file, const Report& report, const Style&, std::size_t) {
  const auto count = [&](Severity severity) {
    return static_cast<std::size_t>(std::ranges::count(report.findings, severity, &Finding::severity));
  };
  std::string out = fmt::format("<section>\n<h2>{}</h2>\n<p>{} {}: {}, {}, {}</p>\n", text::escape_xml(file),
                                report.valid() ? "valid" : "invalid", text::escape_xml(report.format),
                                counted(count(Severity::error), "error"), counted(count(Severity::warning), "warning"),
                                counted(count(Severity::info), "note"));
  if (report.findings.empty()) return out + "</section>\n";
  out += "<div class=\"source\">\n";
  text::Lines lines;
  std::uint32_t shown = 0;  // the last line that was written
  for (std::size_t at = 0; at < report.findings.size();) {
    const auto& first = report.findings[at];
    const auto line = std::max<std::uint32_t>(1, first.start.line);
    const auto write = [&](std::uint32_t number, const Finding* finding) {
      if (number <= shown) return;
      const auto words = lines.line(report.text, number);
      if (words.data() == nullptr) return;
      const auto start = static_cast<std::size_t>(words.data() - report.text.data());
      out += fmt::format("<div class=\"row{}{}\"><b>{}</b><code>{}</code></div>\n",
                         shown > 0 && number > shown + 1 ? " gap" : "", finding == nullptr ? "" : " hit", number,
                         marked(words, start, finding));
      shown = number;
    };
    for (auto number = line > kAround ? line - kAround : 1; number < line; ++number) write(number, nullptr);
    write(line, &first);
    for (; at < report.findings.size() && std::max<std::uint32_t>(1, report.findings[at].start.line) == line; ++at) {
      const auto& finding = report.findings[at];
      out +=
          fmt::format("<div class=\"finding {}\"><p>{}</p>", name(finding.severity), text::escape_xml(finding.message));
      if (!finding.advice.empty()) out += fmt::format("<p class=\"advice\">{}</p>", text::escape_xml(finding.advice));
      out += fmt::format("<small><b>{}</b> &middot; {} &middot; line {}, column {}</small></div>\n",
                         name(finding.severity), finding.rule, finding.start.line, finding.start.column);
    }
    const auto next = at < report.findings.size() ? report.findings[at].start.line : UINT32_MAX;
    for (auto number = line + 1; number <= line + kAround && number < next; ++number) write(number, nullptr);
  }
  return out + "</div>\n</section>\n";
}

std::string html_end() { return "</html>\n"; }

}  // namespace syndicat::validate
