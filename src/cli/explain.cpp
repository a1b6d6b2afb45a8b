#include "cli/explain.hpp"

#include <fmt/format.h>

#include "json/writer.hpp"
#include "text/unicode.hpp"

namespace syndicat::cli {
namespace {

constexpr std::size_t kLongestValue = 120;  // bytes; a summary need not be shown whole

std::string shortened(const std::string& value) {
  const auto cut = text::cut_utf8(value, kLongestValue);
  return cut.size() < value.size() ? std::string(cut) + "…" : value;
}

}  // namespace

std::string explain(const std::string& source, const std::vector<extract::Statement>& statements) {
  std::string lines = source + "\n";
  std::string field;
  for (const auto& statement : statements) {
    if (statement.field != field && !statement.taken) lines += fmt::format("{:<14}nothing\n", statement.field);
    field = statement.field;
    if (statement.taken) lines += fmt::format("{:<14}{}  ({})\n", field, shortened(statement.value), statement.source);
    else lines += fmt::format("{:<14}  not {}  ({})\n", "", shortened(statement.value), statement.source);
  }
  return lines;
}

std::string sources_as_json(const std::vector<extract::Statement>& statements) {
  json::Writer writer(json::Writer::Style::compact);
  writer.begin_object();
  for (const auto& statement : statements) {
    if (statement.taken) writer.member(statement.field, statement.source);
  }
  writer.end_object();
  return writer.take();
}

}  // namespace syndicat::cli
