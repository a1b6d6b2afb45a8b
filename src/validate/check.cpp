#include "validate/check.hpp"

#include <algorithm>
#include <array>
#include <ranges>

#include "text/lines.hpp"
#include "text/unicode.hpp"
#include "validate/suppress.hpp"

namespace syndicat::validate {

Check::Check(const Options& options, Syntax syntax, std::string_view text)
    : base_(options.base_uri),
      options_(options),
      profile_(find_profile(options.profile)),
      syntax_(syntax),
      text_(text),
      w3c_(options.profile == "w3c") {}

std::string shorten(std::string_view value) {
  constexpr std::size_t kMost = 60;
  auto text = text::collapse_space(text::cut_utf8(value, kMost * 4));
  if (text::count_characters(text) <= kMost && value.size() <= kMost * 4) return text;
  text = text::cut_utf8(text, kMost);
  return text + "...";
}

namespace {

// So much of a value or a name goes into a finding: a report grows with the findings, not with what they are about.
constexpr std::size_t kLongestParam = 1000;

}  // namespace

std::string display(std::string_view name, Check::Syntax syntax) {
  constexpr std::size_t kLongestName = 240;
  if (name.size() > kLongestName) return display(shorten(name), syntax);
  if (syntax == Check::Syntax::json) return fmt::format("\"{}\"", name);
  return fmt::format("<{}>", name);
}

namespace {

// What a finding is about, as {subject} has it: "<link>", "href of <link>".
std::string words_for(std::string_view element, std::string_view attribute, Check::Syntax syntax) {
  return attribute.empty() ? display(element, syntax) : fmt::format("{} of {}", attribute, display(element, syntax));
}

}  // namespace

std::string Check::fill(std::string_view words, const Finding& finding, std::string_view subject) const {
  std::string text;
  while (!words.empty()) {
    const auto open = words.find('{');
    text += words.substr(0, open);
    if (open == std::string_view::npos) break;
    const auto close = words.find('}', open);
    const auto name = words.substr(open + 1, close - open - 1);
    words.remove_prefix(close + 1);
    if (name == "subject") {
      text += subject;
      continue;
    }
    const auto found =
        std::ranges::find(finding.params, name, [](const auto& param) -> std::string_view { return param.first; });
    if (found == finding.params.end()) continue;
    text += name == "parent" && syntax_ == Syntax::json ? "the " + found->second
            : name == "element" || name == "parent"     ? display(found->second, syntax_)
            : name == "exception" || name == "values"   ? found->second
                                                        : shorten(found->second);
  }
  return text;
}

namespace {

// That validator writes an extension element as "itunes:image", and as a parent "itunes_image", three rules apart.
void write_as_w3c(const Rule& rule, std::vector<std::pair<std::string, std::string>>& params) {
  constexpr std::array kWithColon = std::to_array<std::string_view>(
      {"missing-element", "invalid-itunes-category", "questionable-usage", "undefined-element"});
  if (std::ranges::find(kWithColon, rule.id) != kWithColon.end()) return;
  for (auto& [name, value] : params)
    if (name == "parent") std::ranges::replace(value, ':', '_');
}

}  // namespace

std::optional<Severity> Check::usual_severity(const Rule& rule) const {
  if (profile_ == nullptr) return rule.severity;
  std::optional<Severity> severity = rule.severity;
  for (const auto& change : profile_->changes)
    if (change.rule == rule.id) severity = change.severity;
  return profile_->strict && severity == Severity::warning ? Severity::error : severity;
}

Finding* Check::add(const Rule& rule, Span span, std::vector<std::pair<std::string, std::string>> params,
                    std::string_view pointer, std::string_view subject) {
  Finding finding;
  finding.rule = rule.id;
  const auto usual = usual_severity(rule);
  // Counted before a person's own severities, so that the schema does not say again what was made silent.
  errors_ += usual == Severity::error ? 1 : 0;
  const auto own = std::ranges::find(options_.severities | std::views::reverse, rule.id, &SeverityChange::rule);
  const auto severity = own != options_.severities.rend() ? own->severity : usual;
  if (!severity) return nullptr;
  finding.severity = *severity;
  finding.start.offset = span.start;
  finding.end.offset = std::max(span.start, span.end);
  finding.pointer = pointer;
  finding.params = std::move(params);
  finding.message = fill(rule.message, finding, subject);
  finding.advice = fill(rule.instead, finding, subject);
  if (w3c_) write_as_w3c(rule, finding.params);
  findings_.push_back(std::move(finding));
  return &findings_.back();
}

Finding* Check::report(RuleRef rule, Span span, Params params, std::string_view pointer) {
  std::vector<std::pair<std::string, std::string>> owned;
  owned.reserve(params.size());
  std::string_view element, attribute;
  for (const auto& [name, value] : params) {
    owned.emplace_back(name, text::cut_utf8(value, kLongestParam));
    if (name == "element") element = value;
    if (name == "attr") attribute = value;
  }
  const auto words = element.empty() ? std::string() : words_for(element, attribute, syntax_);
  return add(*rule, span, std::move(owned), pointer, words);
}

// Where a rule is about an attribute's value as a value, the attribute takes the place of the element in the
// parameters, and the element that of its parent; the W3C's validator has it so.
Finding* Check::report(RuleRef rule, const Subject& subject, Params more) {
  std::vector<std::pair<std::string, std::string>> params;
  const auto add = [&](std::string_view name, std::string_view value) {
    params.emplace_back(name, text::cut_utf8(value, kLongestParam));
  };
  const bool about_attribute = rule->message.find("{attr}") != std::string_view::npos;
  if (subject.attribute.empty() || about_attribute || subject.naming == Naming::element) {
    add("element", subject.element);
    if (!subject.parent.empty()) add("parent", subject.parent);
    if (!subject.attribute.empty()) add("attr", subject.attribute);
  } else {
    add("element", subject.attribute);
    add("parent", subject.naming == Naming::link ? subject.parent : subject.element);
    add("attr", subject.attribute);
  }
  bool has_value = false;
  for (const auto& [name, value] : more) {
    const auto found =
        std::ranges::find(params, name, [](const auto& param) -> std::string_view { return param.first; });
    if (found != params.end()) found->second = text::cut_utf8(value, kLongestParam);
    else add(name, value);
    has_value = has_value || name == "value";
  }
  if (!has_value) add("value", subject.text);
  return this->add(*rule, subject.span, std::move(params), subject.pointer,
                   words_for(subject.element, subject.attribute, syntax_));
}

std::vector<Finding> Check::take() {
  std::ranges::stable_sort(findings_, {}, [](const Finding& finding) { return finding.start.offset; });
  text::Lines lines;
  for (auto& finding : findings_) {
    const auto start = lines.at(text_, finding.start.offset);
    const auto end = lines.at(text_, finding.end.offset);
    finding.start = {start.line, start.column, finding.start.offset};
    finding.end = {end.line, end.column, finding.end.offset};
  }
  return std::move(findings_);
}

void add_findings(Report& report, Check& check) {
  auto found = check.take();
  if (found.empty()) return;
  suppress(found, report.suppressions);
  auto& all = report.findings;
  const auto middle =
      all.insert(all.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::ranges::inplace_merge(all, middle, {}, [](const Finding& finding) { return finding.start.offset; });
}

}  // namespace syndicat::validate
