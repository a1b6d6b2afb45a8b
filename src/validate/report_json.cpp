#include "validate/report_json.hpp"

#include "json/writer.hpp"

namespace syndicat::validate {
namespace {

void write(json::Writer& writer, const Finding& finding, std::string_view file) {
  writer.begin_object();
  if (!file.empty()) writer.member("file", file);
  writer.member("rule", finding.rule).member("severity", name(finding.severity)).member("message", finding.message);
  writer.member("advice", finding.advice);
  writer.key("params").begin_object();
  for (const auto& [name, value] : finding.params) writer.key(name).value(value);
  writer.end_object();
  const auto place = [&](const char* key, std::uint64_t value) {
    writer.key(key).value(static_cast<std::int64_t>(value));
  };
  place("line", finding.start.line);
  place("column", finding.start.column);
  place("end_line", finding.end.line);
  place("end_column", finding.end.column);
  place("offset", finding.start.offset);
  place("end_offset", finding.end.offset);
  writer.member("pointer", finding.pointer);
  if (finding.edit) {
    writer.key("edit").begin_object();
    place("offset", finding.edit->start);
    place("end_offset", finding.edit->end);
    writer.key("text").value(finding.edit->text);
    writer.end_object();
  }
  writer.end_object();
}

}  // namespace

std::string json_begin() { return "["; }

std::string json_report(std::string_view file, const Report& report, const Style&, std::size_t before) {
  json::Writer writer;
  writer.begin_object();
  writer.key("file").value(file);
  writer.member("format", report.format);
  writer.key("valid").value(report.valid());
  writer.key("findings").begin_array();
  for (const auto& finding : report.findings) write(writer, finding, {});
  writer.end_array().end_object();
  auto text = writer.take();
  while (text.ends_with('\n')) text.pop_back();
  return (before > 0 ? ",\n" : "\n") + text;
}

std::string json_failed(std::string_view file, std::string_view words, std::size_t before) {
  json::Writer writer;
  writer.begin_object().key("file").value(file).key("error").value(words).end_object();
  auto text = writer.take();
  while (text.ends_with('\n')) text.pop_back();
  return (before > 0 ? ",\n" : "\n") + text;
}

std::string json_end() { return "\n]\n"; }

std::string json_lines(std::string_view file, const Report& report, const Style&, std::size_t) {
  std::string lines;
  for (const auto& finding : report.findings) {
    json::Writer writer(json::Writer::Style::compact);
    write(writer, finding, file);
    lines += writer.take();
    lines += '\n';
  }
  return lines;
}

}  // namespace syndicat::validate
