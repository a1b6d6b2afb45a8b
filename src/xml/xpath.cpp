#include "xml/xpath.hpp"

#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/handle.hpp"

namespace syndicat::xml {
namespace {

using DocumentHandle = Handle<xmlDoc, xmlFreeDoc>;
using ContextHandle = Handle<xmlXPathContext, xmlXPathFreeContext>;
using ObjectHandle = Handle<xmlXPathObject, xmlXPathFreeObject>;
using ExpressionHandle = Handle<xmlXPathCompExpr, xmlXPathFreeCompExpr>;

// An expression may ask every node about every other; this many steps take about a second. All questions to one tree
// share them.
constexpr unsigned long kMostSteps = 20'000'000;

struct Text {
  explicit Text(xmlChar* from) : own(from) {}
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  ~Text() { xmlFree(own); }
  std::string copy() const { return own != nullptr ? reinterpret_cast<const char*>(own) : ""; }
  xmlChar* own;
};

const xmlChar* chars(const std::string& text) { return reinterpret_cast<const xmlChar*>(text.c_str()); }

void* number_mark(std::uint32_t number) { return reinterpret_cast<void*>(static_cast<std::uintptr_t>(number)); }

std::uint32_t number_of(const xmlNode* node) {
  return static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(node->_private));
}

// libxml2's error is const in newer versions; the type follows the handler that is asked for.
template <typename ErrorPointer>
void note(void* words, ErrorPointer error) {
  auto& message = *static_cast<std::string*>(words);
  if (error != nullptr && error->message != nullptr && message.empty()) message = error->message;
}

extern "C" void say_nothing(void*, const char*, ...) {}

// libxml2 tells a few of its complaints to standard error only; here they are kept from it.
class Silence {
 public:
  Silence() : handler_(xmlGenericError), context_(xmlGenericErrorContext) {
    xmlSetGenericErrorFunc(nullptr, say_nothing);
  }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;
  ~Silence() { xmlSetGenericErrorFunc(context_, handler_); }

 private:
  xmlGenericErrorFunc handler_;
  void* context_;
};

}  // namespace

struct XPathTree::State {
  DocumentHandle document{xmlNewDoc(reinterpret_cast<const xmlChar*>("1.0"))};
  xmlNodePtr at = reinterpret_cast<xmlNodePtr>(document.get());
  std::unordered_map<std::uint32_t, xmlNodePtr> elements;
  mutable unsigned long steps_left = kMostSteps;

  // xmlAddChild would look through the siblings and join texts; the tree is told in order, so linking will do.
  void append(xmlNodePtr node, std::uint32_t number) {
    node->_private = number_mark(number);
    node->parent = at;
    node->prev = at->last;
    if (at->last != nullptr) {
      at->last->next = node;
    } else {
      at->children = node;
    }
    at->last = node;
  }

  Result<ObjectHandle> ask(const std::string& expression, std::uint32_t from) const {
    const ContextHandle context(xmlXPathNewContext(document.get()));
    if (!context) return fail(Cause::misuse, "XPath \"{}\": no memory", expression);
    std::string message;
    if (steps_left == 0) return fail(Cause::misuse, "XPath \"{}\": takes too many steps", expression);
    context->opLimit = steps_left;
    context->userData = &message;
    context->error = note;
    const auto found = elements.find(from);
    context->node = found != elements.end() ? found->second : reinterpret_cast<xmlNodePtr>(document.get());
    const Silence silence;
    ObjectHandle answer(xmlXPathEvalExpression(chars(expression), context.get()));
    steps_left -= std::min<unsigned long>(context->opCount, steps_left);
    if (answer) return answer;
    while (!message.empty() && (message.back() == '\n' || message.back() == '.')) message.pop_back();
    return fail(Cause::misuse, "XPath \"{}\": {}", expression, message.empty() ? "cannot be answered" : message);
  }
};

XPathTree::XPathTree() : state_(std::make_unique<State>()) {}
XPathTree::XPathTree(XPathTree&&) noexcept = default;
XPathTree& XPathTree::operator=(XPathTree&&) noexcept = default;
XPathTree::~XPathTree() = default;

void XPathTree::open(std::string_view name, std::uint32_t number) {
  const std::string own(name);
  xmlNodePtr node = xmlNewDocNode(state_->document.get(), nullptr, chars(own), nullptr);
  if (node == nullptr) return;
  state_->append(node, number);
  state_->elements.emplace(number, node);
  state_->at = node;
}

void XPathTree::attribute(std::string_view name, std::string_view value) {
  if (state_->at->type != XML_ELEMENT_NODE) return;
  xmlNewProp(state_->at, chars(std::string(name)), chars(std::string(value)));
}

void XPathTree::text(std::string_view text, std::uint32_t number) {
  const std::string own(text);
  if (xmlNodePtr node = xmlNewDocText(state_->document.get(), chars(own))) state_->append(node, number);
}

void XPathTree::comment(std::string_view text, std::uint32_t number) {
  const std::string own(text);
  if (xmlNodePtr node = xmlNewDocComment(state_->document.get(), chars(own))) state_->append(node, number);
}

void XPathTree::close() {
  if (state_->at->parent != nullptr) state_->at = state_->at->parent;
}

Result<std::vector<XPathNode>> XPathTree::select(const std::string& expression, std::uint32_t from, Texts texts) const {
  const auto answer = state_->ask(expression, from);
  if (!answer) return Failure(answer.error());
  if ((*answer)->type != XPATH_NODESET) {
    return fail(Cause::misuse, "XPath \"{}\": gives no nodes; ask for some, such as //p", expression);
  }
  std::vector<XPathNode> nodes;
  xmlNodeSetPtr set = (*answer)->nodesetval;
  if (set == nullptr) return nodes;
  xmlXPathNodeSetSort(set);
  for (int i = 0; i < set->nodeNr; ++i) {
    xmlNodePtr node = set->nodeTab[i];
    if (node->type == XML_NAMESPACE_DECL) continue;
    XPathNode& found = nodes.emplace_back();
    const bool is_attribute = node->type == XML_ATTRIBUTE_NODE;
    const bool is_top = node->type == XML_DOCUMENT_NODE;
    found.number = is_top ? 0 : number_of(is_attribute ? node->parent : node);
    if (is_attribute) found.attribute = reinterpret_cast<const char*>(node->name);
    if (is_attribute || texts == Texts::all) found.text = Text(xmlXPathCastNodeToString(node)).copy();
  }
  return nodes;
}

Result<std::string> XPathTree::evaluate(const std::string& expression, std::uint32_t from) const {
  const auto answer = state_->ask(expression, from);
  if (!answer) return Failure(answer.error());
  return Text(xmlXPathCastToString(answer->get())).copy();
}

namespace {

// The functions of the core library (XPath 1.0, section 4) and the node types (section 2.3), which look like them.
constexpr auto kFunctions = std::to_array<std::string_view>(
    {"last", "position", "count", "id", "local-name", "namespace-uri", "name", "string", "concat", "starts-with",
     "contains", "substring-before", "substring-after", "substring", "string-length", "normalize-space", "translate",
     "boolean", "not", "true", "false", "lang", "number", "sum", "floor", "ceiling", "round", "text", "node", "comment",
     "processing-instruction",
     // Operators that a bracket may follow.
     "and", "or", "div", "mod"});

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
         c == '.' || static_cast<unsigned char>(c) >= 0x80;
}

// libxml2 tells an unknown function, variable or prefix only when it comes by one; nothing: there is none.
std::string unbound(std::string_view expression) {
  for (std::size_t at = 0; at < expression.size();) {
    const char c = expression[at];
    if (c == '"' || c == '\'') {
      at = std::min(expression.find(c, at + 1), expression.size() - 1) + 1;
      continue;
    }
    if (c == '$') return fmt::format("character {}: there are no variables", at + 1);
    if (!is_name_character(c)) {
      ++at;
      continue;
    }
    const auto start = at;
    while (at < expression.size() && is_name_character(expression[at])) ++at;
    const auto name = expression.substr(start, at - start);
    if (expression.substr(at).starts_with(':') && !expression.substr(at).starts_with("::") && name != "xml")
      return fmt::format("character {}: there is no prefix '{}'; in pages names have none", start + 1, name);
    const auto next = std::min(expression.find_first_not_of(" \t", at), expression.size());
    if (expression.substr(next).starts_with('(') && std::ranges::find(kFunctions, name) == kFunctions.end())
      return fmt::format("character {}: there is no function {}() in XPath 1.0", start + 1, name);
  }
  return {};
}

}  // namespace

Result<void> check_xpath(const std::string& expression) {
  const ContextHandle context(xmlXPathNewContext(nullptr));
  if (!context) return fail(Cause::misuse, "XPath \"{}\": no memory", expression);
  std::string message;
  context->userData = &message;
  context->error = note;
  const Silence silence;
  const ExpressionHandle compiled(xmlXPathCtxtCompile(context.get(), chars(expression)));
  if (!compiled) {
    while (!message.empty() && (message.back() == '\n' || message.back() == '.')) message.pop_back();
    return fail(Cause::misuse, "XPath \"{}\": {}", expression, message.empty() ? "is none" : message);
  }
  if (const auto wrong = unbound(expression); !wrong.empty())
    return fail(Cause::misuse, "XPath \"{}\": {}", expression, wrong);
  return {};
}

}  // namespace syndicat::xml
