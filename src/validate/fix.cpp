#include "validate/fix.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/encoding.hpp"

namespace syndicat::validate {
namespace {

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

Fixed apply_edits(std::string_view text, const std::vector<Finding>& findings, const std::vector<Edit>& further) {
  std::vector<const Edit*> edits;
  const auto add = [&](const Edit& edit) {
    const bool is_within = edit.end <= text.size() && edit.start <= edit.end;
    if (is_within && text.substr(edit.start, edit.end - edit.start) != edit.text) edits.push_back(&edit);
  };
  for (const auto& finding : findings)
    if (finding.edit) add(*finding.edit);
  for (const auto& edit : further) add(edit);
  std::ranges::stable_sort(edits, {}, &Edit::start);
  Fixed fixed;
  std::size_t at = 0;
  const Edit* last = nullptr;
  for (const auto* edit : edits) {
    // Two insertions at one place are both made, where they are not the same.
    const bool again = last != nullptr && edit->start == last->start && edit->end == last->end &&
                       (edit->start != edit->end || edit->text == last->text);
    if (edit->start < at || again) continue;
    fixed.text += text.substr(at, edit->start - at);
    fixed.text += edit->text;
    at = edit->end;
    last = edit;
    ++fixed.edits;
  }
  fixed.text += text.substr(at);
  return fixed;
}

Result<std::string> as_it_came(const Report& report, std::string_view text) {
  const auto mark = text::byte_order_mark(report.bytes);
  const auto length = mark ? mark->length : 0;
  auto bytes = report.bytes.substr(0, length);
  if (report.encoding == "UTF-8") return bytes.append(text);
  const auto before = text::encode(report.text, report.encoding);
  if (!before || *before != std::string_view(report.bytes).substr(length))
    return fail(Cause::unreadable,
                "is in {} and written in a way that its text does not tell; save it as UTF-8 before it is corrected",
                report.encoding);
  const auto after = text::encode(text, report.encoding);
  if (!after)
    return fail(Cause::unreadable,
                "is in {}, which lacks a character that a correction needs; save it as UTF-8 before it is corrected",
                report.encoding);
  return bytes.append(*after);
}

std::string line_diff(std::string_view name, std::string_view before, std::string_view after) {
  if (before == after) return {};
  constexpr std::size_t kFarthest = 64;  // edits are small: what is common again is not far away
  const auto old_lines = lines_of(before), new_lines = lines_of(after);
  std::string out = fmt::format("--- {}\n+++ {}\n", name, name);
  std::size_t from = 0, to = 0;
  while (from < old_lines.size() || to < new_lines.size()) {
    if (from < old_lines.size() && to < new_lines.size() && old_lines[from] == new_lines[to]) {
      ++from;
      ++to;
      continue;
    }
    // The fewest lines to pass over on both sides until they agree.
    auto removed = old_lines.size() - from, added = new_lines.size() - to;
    for (std::size_t sum = 1; sum < std::min(removed + added, kFarthest); ++sum)
      for (std::size_t less = 0; less <= sum; ++less) {
        const auto more = sum - less;
        if (from + less >= old_lines.size() || to + more >= new_lines.size() ||
            old_lines[from + less] != new_lines[to + more])
          continue;
        removed = less;
        added = more;
        break;
      }
    out += fmt::format("@@ -{},{} +{},{} @@\n", removed > 0 ? from + 1 : from, removed, added > 0 ? to + 1 : to, added);
    for (std::size_t at = 0; at < removed; ++at) out += fmt::format("-{}\n", old_lines[from + at]);
    for (std::size_t at = 0; at < added; ++at) out += fmt::format("+{}\n", new_lines[to + at]);
    from += removed;
    to += added;
  }
  return out;
}

}  // namespace syndicat::validate
