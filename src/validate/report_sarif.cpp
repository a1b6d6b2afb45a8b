#include "validate/report_sarif.hpp"

#include "json/writer.hpp"
#include "text/uri.hpp"
#include "validate/rule.hpp"

namespace syndicat::validate {
namespace {

using json::Writer;

std::string_view level(Severity severity) {
  if (severity == Severity::error) return "error";
  return severity == Severity::warning ? "warning" : "note";
}

// Section 3.4.3: a path as a URI reference.
std::string address(std::string_view file) {
  if (file == "-") return "stdin";
  if (text::is_web_url(file)) return std::string(file);
  std::string out;
  while (true) {
    const auto slash = file.find('/');
    out += text::percent_encode(file.substr(0, slash));
    if (slash == std::string_view::npos) return out;
    out += '/';
    file.remove_prefix(slash + 1);
  }
}

void whole(Writer& writer, const char* key, std::uint64_t number) {
  writer.key(key).value(static_cast<std::int64_t>(number));
}

std::string in_general(std::string_view words) {
  std::string out;
  for (const char c : words) out += c == '{' ? '<' : c == '}' ? '>' : c;
  return out;
}

void text_object(Writer& writer, const char* key, std::string_view text) {
  writer.key(key).begin_object();
  writer.key("text").value(text);
  writer.end_object();
}

void location(Writer& writer, std::string_view file, const Finding& finding) {
  writer.key("locations").begin_array().begin_object().key("physicalLocation").begin_object();
  writer.key("artifactLocation").begin_object();
  writer.key("uri").value(address(file));
  writer.end_object();
  if (finding.start.line > 0) {
    writer.key("region").begin_object();
    whole(writer, "startLine", finding.start.line);
    whole(writer, "startColumn", finding.start.column);
    whole(writer, "endLine", finding.end.line);
    whole(writer, "endColumn", finding.end.column);
    writer.end_object();
  }
  writer.end_object();
  if (!finding.pointer.empty()) {
    writer.key("logicalLocations").begin_array().begin_object();
    writer.key("fullyQualifiedName").value(finding.pointer);
    writer.end_object().end_array();
  }
  writer.end_object().end_array();
}

// Section 3.55: what to put in the place of which bytes.
void fix(Writer& writer, std::string_view file, const Finding& finding) {
  writer.key("fixes").begin_array().begin_object();
  text_object(writer, "description", finding.advice.empty() ? finding.message : finding.advice);
  writer.key("artifactChanges").begin_array().begin_object();
  writer.key("artifactLocation").begin_object();
  writer.key("uri").value(address(file));
  writer.end_object();
  writer.key("replacements").begin_array().begin_object();
  writer.key("deletedRegion").begin_object();
  whole(writer, "byteOffset", finding.edit->start);
  whole(writer, "byteLength", finding.edit->end - finding.edit->start);
  writer.end_object();
  text_object(writer, "insertedContent", finding.edit->text);
  writer.end_object().end_array().end_object().end_array().end_object().end_array();
}

}  // namespace

std::string sarif_begin() {
  Writer writer(Writer::Style::compact);
  writer.begin_object();
  writer.key("name").value("syndicat");
  writer.key("informationUri").value("https://syndicat.example/");
  writer.key("rules").begin_array();
  for (const auto table : rule_tables())
    for (const auto& rule : table) {
      writer.begin_object();
      writer.key("id").value(rule.id);
      text_object(writer, "shortDescription", in_general(rule.message));
      text_object(writer, "fullDescription", rule.why);
      if (!rule.instead.empty()) text_object(writer, "help", in_general(rule.instead));
      writer.key("defaultConfiguration").begin_object();
      writer.key("level").value(level(rule.severity));
      writer.end_object().end_object();
    }
  writer.end_array().end_object();
  return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"tool\":{\"driver\":" +
         writer.take() + "},\"results\":[";
}

// `before` counts the findings that were written already.
std::string sarif_report(std::string_view file, const Report& report, const Style&, std::size_t before) {
  std::string out;
  for (const auto& finding : report.findings) {
    Writer writer(Writer::Style::compact);
    writer.begin_object();
    writer.key("ruleId").value(finding.rule);
    writer.key("level").value(level(finding.severity));
    text_object(writer, "message", finding.advice.empty() ? finding.message : finding.message + "; " + finding.advice);
    location(writer, file, finding);
    if (finding.edit) fix(writer, file, finding);
    writer.end_object();
    if (before > 0 || !out.empty()) out += ',';
    out += '\n' + writer.take();
  }
  return out;
}

std::string sarif_end() { return "\n]}]}\n"; }

}  // namespace syndicat::validate
