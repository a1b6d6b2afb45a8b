#include "feeds/report.hpp"

#include <algorithm>

#include "feeds/facts.hpp"
#include "json/writer.hpp"
#include "text/unicode.hpp"

namespace syndicat::feeds {
namespace {

constexpr std::size_t kWidth = 60;    // bytes of a value that are shown
constexpr std::size_t kContext = 15;  // of these before the first byte that differs

// What a terminal would take for an order has no place in words.
std::string harmless(std::string words) {
  for (char& c : words)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  return text::collapse_space(words);
}

std::size_t at_character(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) --at;
  return std::min(at, text.size());
}

// The part of a long value around the place where it changes.
std::string shown(std::string_view value, std::size_t differs) {
  if (value.empty()) return "nothing";
  if (value.size() <= kWidth) return fmt::format("'{}'", value);
  const auto first = at_character(value, differs > kContext ? std::min(differs, value.size()) - kContext : 0);
  const auto part = text::cut_utf8(value.substr(first), kWidth);
  return fmt::format("'{}{}{}'", first > 0 ? "..." : "", part, first + part.size() < value.size() ? "..." : "");
}

std::string line_of(const Change& change) {
  const auto before = harmless(change.before.words), after = harmless(change.after.words);
  const auto differs = static_cast<std::size_t>(
      std::mismatch(before.begin(), before.end(), after.begin(), after.end()).first - before.begin());
  return fmt::format("  {}: {} -> {}\n", change.field, shown(before, differs), shown(after, differs));
}

// "Dockers end their strike <https://depot.example/dockers>"
std::string name_of(const model::Item& item) {
  const auto title = harmless(words_of(item.title));
  const auto& address = item.url.empty() ? item.id : item.url;
  if (title.empty()) return address.empty() ? "an item without a title" : harmless(address);
  return address.empty() ? title : fmt::format("{} <{}>", title, harmless(address));
}

void write_entries(json::Writer& writer, const std::vector<std::string>& entries) {
  writer.begin_array();
  for (const auto& entry : entries) writer.value(entry);
  writer.end_array();
}

void write_changes(json::Writer& writer, const std::vector<Change>& changes) {
  writer.begin_array();
  for (const auto& change : changes) {
    writer.begin_object().key("field").value(change.field);
    for (const auto& [name, side] : {std::pair("before", &change.before), {"after", &change.after}}) {
      writer.key(name);
      if (side->entries) write_entries(writer, *side->entries);
      else if (side->words.empty()) writer.null();
      else writer.value(side->words);
    }
    writer.end_object();
  }
  writer.end_array();
}

void write_items(json::Writer& writer, std::string_view name, const std::vector<ItemChange>& items) {
  writer.key(name).begin_array();
  for (const auto& [before, after, id, changes] : items) {
    const auto& item = after != nullptr ? *after : *before;
    writer.begin_object().member("id", id).member("url", item.url).member("title", words_of(item.title));
    if (const auto* instant = instant_of(item); instant != nullptr) writer.member("date", text::to_rfc3339(*instant));
    if (!changes.empty()) write_changes(writer.key("changes"), changes);
    writer.end_object();
  }
  writer.end_array();
}

}  // namespace

std::string to_text(const Difference& difference, bool color) {
  if (difference.empty()) return {};
  std::string text;
  const auto heading = [&](const char* sign, std::string_view word, const std::string& about) {
    text += color ? fmt::format("\x1b[{}m{}\x1b[0m{}\n", sign, word, about) : fmt::format("{}{}\n", word, about);
  };
  if (!difference.feed.empty()) heading("33", "feed", ":");
  for (const auto& change : difference.feed) text += line_of(change);
  for (const auto& item : difference.added) heading("32", "new", ": " + name_of(*item.after));
  for (const auto& item : difference.changed) {
    heading("33", "changed", ": " + name_of(*item.after));
    for (const auto& change : item.changes) text += line_of(change);
  }
  for (const auto& item : difference.gone) heading("31", "gone", ": " + name_of(*item.before));
  return text + fmt::format("{} new, {} changed, {} gone, {} the same\n", difference.added.size(),
                            difference.changed.size(), difference.gone.size(), difference.same);
}

std::string to_json(const Difference& difference) {
  json::Writer writer;
  writer.begin_object();
  writer.key("different").value(!difference.empty());
  write_changes(writer.key("feed"), difference.feed);
  write_items(writer, "new", difference.added);
  write_items(writer, "changed", difference.changed);
  write_items(writer, "gone", difference.gone);
  writer.key("same").value(static_cast<std::int64_t>(difference.same));
  writer.end_object();
  return writer.take();
}

}  // namespace syndicat::feeds
