#pragma once
// One run over one document: who checks reports here.

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "validate/finding.hpp"
#include "validate/rule_ref.hpp"
#include "validate/validate.hpp"

namespace syndicat::validate {

struct Span {
  std::size_t start = 0, end = 0;  // offsets into the document's text
};

// How the parameters name an attribute's value. The W3C's validator has it in three ways; people know it from there.
enum class Naming : std::uint8_t {
  attribute,  // element: the attribute, parent: the element
  link,       // element: the attribute, parent: what the element stands in
  element,    // element, parent and attr as they are
};

// A value that is looked at, and where it stands.
struct Subject {
  std::string_view text;
  Span span;
  std::string_view element, parent;  // names as parameters have them: "link", "dc:date"
  std::string_view attribute{};      // empty: the element's text
  std::string_view pointer{};        // JSON Pointer, in JSON
  Naming naming = Naming::attribute;
};

class Check {
 public:
  using Params = std::initializer_list<std::pair<std::string_view, std::string_view>>;

  enum class Syntax : std::uint8_t { xml, json };
  // `text` is the document; it must outlive this.
  Check(const Options& options, Syntax syntax, std::string_view text);

  // Adds a finding, unless the profile silences the rule. The parameters fill the rule's words.
  Finding* report(RuleRef rule, Span span, Params params, std::string_view pointer = {});
  // About a value: element, parent, attr and value are filled in.
  Finding* report(RuleRef rule, const Subject& subject, Params more = {});

  const Options& options() const { return options_; }
  Syntax syntax() const { return syntax_; }
  std::string_view text() const { return text_; }  // the document's
  bool has_errors() const { return errors_ > 0; }  // by table and profile, whatever a person made of them
  bool strict_as_w3c() const { return w3c_; }
  // The document says that it is in ISO 8859-1.
  bool is_latin1() const { return latin1_; }
  // What relative addresses are relative to where the check stands: the document's address, and what the document
  // itself makes of it (xml:base). Empty: not known.
  const std::string& base() const { return base_; }
  // The document itself says so with a whole address, so that relative ones are sound wherever it is read.
  bool has_own_base() const { return has_own_base_; }

  // The findings so far by place, with lines and columns; to be called once, at the end.
  std::vector<Finding> take();

 protected:
  bool latin1_ = false;
  std::string base_;
  bool has_own_base_ = false;

 private:
  std::optional<Severity> usual_severity(const Rule& rule) const;  // by table and profile; nothing: silent
  std::string fill(std::string_view words, const Finding& finding, std::string_view subject) const;
  Finding* add(const Rule& rule, Span span, std::vector<std::pair<std::string, std::string>> params,
               std::string_view pointer, std::string_view subject);

  const Options& options_;
  const Profile* profile_;
  Syntax syntax_;
  std::string_view text_;
  bool w3c_;
  std::size_t errors_ = 0;
  std::vector<Finding> findings_;
};

// Adds what a later check of the same document found to the report, by place; what the document asks silence about
// stays out.
void add_findings(Report& report, Check& check);

// A value cut to a length that fits into a message.
std::string shorten(std::string_view value);

// The name of an element as people write it: "<link>"; of a member in JSON: "\"url\"".
std::string display(std::string_view name, Check::Syntax syntax);

}  // namespace syndicat::validate
