#include "validate/report_text.hpp"

#include <algorithm>

#include "text/lines.hpp"
#include "text/unicode.hpp"
#include "text/width.hpp"

namespace syndicat::validate {
namespace {

constexpr std::uint32_t kWidth = 100;  // characters of a source line that are shown

struct Colors {
  std::string_view bold, red, yellow, blue, dim, off;
};
constexpr Colors kPlain = {"", "", "", "", "", ""};
constexpr Colors kColored = {"\x1b[1m", "\x1b[1;31m", "\x1b[1;35m", "\x1b[1;34m", "\x1b[2m", "\x1b[0m"};

std::string_view color_of(Severity severity, const Colors& colors) {
  if (severity == Severity::error) return colors.red;
  return severity == Severity::warning ? colors.yellow : colors.blue;
}

// The characters from `first` on, `count` of them; what would move the cursor becomes a blank, so that the caret below
// stays where it belongs and no document can write to a terminal what it likes.
std::string part_of(std::string_view line, std::uint32_t first, std::uint32_t count) {
  std::string out;
  std::uint32_t column = 0;
  for (std::size_t at = 0; at < line.size() && column < first + count; ++column) {
    const auto character = text::next_character(line, at);
    if (column < first) continue;
    const bool control = character < 0x20 || (character >= 0x7F && character < 0xA0) ||
                         (character >= 0x200E && character <= 0x200F) || (character >= 0x2028 && character <= 0x202E) ||
                         (character >= 0x2066 && character <= 0x2069);
    text::append_utf8(out, control ? U' ' : character);
  }
  return out;
}

// The line from `before` characters before the byte `at` on.
std::string_view from_column(std::string_view line, std::size_t at, std::uint32_t before) {
  at = std::min(at, line.size());
  while (at > 0 && before > 0) {
    --at;
    if ((static_cast<unsigned char>(line[at]) & 0xC0U) != 0x80U) --before;
  }
  return line.substr(at);
}

}  // namespace

std::string text_report(std::string_view file, const Report& report, const Style& style, std::size_t) {
  const auto& colors = style.color ? kColored : kPlain;
  text::Lines lines;
  std::string out;
  for (const auto& finding : report.findings) {
    const auto& start = finding.start;
    const auto message = part_of(finding.message, 0, 1000);
    out += fmt::format("{}{}:{}:{}:{} {}{}:{} {} [{}]\n", colors.bold, file, start.line, start.column, colors.off,
                       color_of(finding.severity, colors), name(finding.severity), colors.off, message, finding.rule);
    const auto line = lines.line(report.text, start.line);
    // A window on a long line, with the place in it.
    const std::uint32_t column = start.column == 0 ? 0 : start.column - 1;
    const std::uint32_t first = column > kWidth * 3 / 4 ? column - kWidth / 2 : 0;
    // Counted back from the place, since a line may be as long as the document.
    const auto shown =
        part_of(from_column(line, finding.start.offset - static_cast<std::size_t>(line.data() - report.text.data()),
                            column - first),
                0, kWidth);
    const auto visible = static_cast<std::uint32_t>(text::count_characters(shown));
    std::uint32_t length = 1;
    if (finding.end.line == start.line && finding.end.column > start.column) length = finding.end.column - start.column;
    if (finding.end.line > start.line) length = visible;
    const auto from = column - first;
    length = std::max<std::uint32_t>(1, std::min(length, visible > from ? visible - from : 1));
    // A terminal shows some characters in two columns, and some in none.
    const auto indent = text::width_of(part_of(shown, 0, from)) + (first > 0 ? 3 : 0);
    const auto carets = std::max<std::size_t>(1, text::width_of(part_of(shown, from, length)));
    const auto number = fmt::format("{:>5}", start.line);
    out += fmt::format("{}{} |{} {}{}{}\n", colors.dim, number, colors.off, first > 0 ? "..." : "", shown,
                       visible == kWidth ? "..." : "");
    out += fmt::format("{}{:>{}} |{} {:>{}}{}{:^>{}}{}\n", colors.dim, "", number.size(), colors.off, "", indent,
                       color_of(finding.severity, colors), "", carets, colors.off);
    if (!finding.advice.empty())
      out +=
          fmt::format("{}{:>{}} ={} {}\n", colors.dim, "", number.size(), colors.off, part_of(finding.advice, 0, 1000));
  }
  return out;
}

}  // namespace syndicat::validate
