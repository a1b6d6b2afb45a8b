#include "xml/relaxng.hpp"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <algorithm>
#include <vector>

#include "base/handle.hpp"

namespace syndicat::xml {
namespace {

using DocumentHandle = Handle<xmlDoc, xmlFreeDoc>;
using SchemaHandle = Handle<xmlRelaxNG, xmlRelaxNGFree>;
using SchemaParser = Handle<xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt>;
using Validator = Handle<xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt>;

struct Complaint {
  std::string message;
  std::uint32_t line = 0;
};

// libxml2 calls this for every complaint; the first is the one nearest to the cause.
void remember(void* user, xmlErrorPtr error) {
  auto& complaint = *static_cast<Complaint*>(user);
  if (!complaint.message.empty() || error->message == nullptr) return;
  complaint.message = error->message;
  while (!complaint.message.empty() && complaint.message.back() == '\n') complaint.message.pop_back();
  const auto line = error->node != nullptr ? xmlGetLineNo(static_cast<xmlNodePtr>(error->node)) : error->line;
  complaint.line = static_cast<std::uint32_t>(std::max<long>(0, line));
}

// Nothing outside is read, and what libxml2 has to say about the document as XML is told by our own reader.
constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOENT |
                         XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES;

xmlParserInputPtr read_nothing(const char*, const char*, xmlParserCtxtPtr) { return nullptr; }

// What libxml2 has not read yet.
struct Rest {
  std::string_view text;
};

int read_some(void* user, char* buffer, int length) {
  auto& rest = *static_cast<Rest*>(user);
  const auto part = rest.text.substr(0, static_cast<std::size_t>(std::max(0, length)));
  std::copy(part.begin(), part.end(), buffer);
  rest.text.remove_prefix(part.size());
  return static_cast<int>(part.size());
}

// Piece by piece: libxml2 would make a copy of the whole text otherwise.
DocumentHandle read(std::string_view text) {
  xmlSetExternalEntityLoader(read_nothing);
  Rest rest{text};
  return DocumentHandle(xmlReadIO(read_some, nullptr, &rest, nullptr, "UTF-8", kOptions));
}

Flaw flaw_of(const Complaint& complaint) { return Flaw{complaint.message, {complaint.line, 1, 0}}; }

using NodeHandle = Handle<xmlNode, xmlFreeNode>;

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

// A grammar that is ready to judge.
struct Judge {
  std::string_view text;
  SchemaHandle grammar;
  Validator validator;
};

Result<Judge> read_grammar(std::string_view schema, Complaint& complaint) {
  Judge judge;
  judge.text = schema;
  // libxml2 makes a document of the schema; a grammar that includes others finds nothing.
  const SchemaParser parser(xmlRelaxNGNewMemParserCtxt(schema.data(), static_cast<int>(schema.size())));
  xmlSetExternalEntityLoader(read_nothing);
  if (parser) xmlRelaxNGSetParserStructuredErrors(parser.get(), remember, &complaint);
  judge.grammar.reset(parser ? xmlRelaxNGParse(parser.get()) : nullptr);
  if (!judge.grammar)
    return fail(Cause::misuse, "the schema is no RELAX NG in XML form ({}); mend it",
                complaint.message.empty() ? "not well-formed" : complaint.message);
  judge.validator.reset(xmlRelaxNGNewValidCtxt(judge.grammar.get()));
  complaint = {};
  xmlRelaxNGSetValidStructuredErrors(judge.validator.get(), remember, &complaint);
  return judge;
}

std::optional<Flaw> judge(const Judge& by, xmlDoc* tree, Complaint& complaint) {
  if (xmlRelaxNGValidateDoc(by.validator.get(), tree) == 0) return std::nullopt;
  if (complaint.message.empty()) complaint.message = "does not match";
  return flaw_of(complaint);
}

// The element after `at` in the order of the document, or null.
xmlNode* next_element(xmlNode* at) {
  for (auto* child = at->children; at->type == XML_ELEMENT_NODE && child != nullptr; child = child->next)
    if (child->type == XML_ELEMENT_NODE) return child;
  for (; at != nullptr; at = at->parent)
    for (auto* next = at->next; next != nullptr; next = next->next)
      if (next->type == XML_ELEMENT_NODE) return next;
  return nullptr;
}

struct Extension {
  xmlNode* node;
  std::string_view grammar;
};

std::vector<Extension> find_extensions(xmlDoc* tree, GrammarOf grammar_of) {
  std::vector<Extension> found;
  for (auto* node = xmlDocGetRootElement(tree); node != nullptr; node = next_element(node)) {
    if (node->ns == nullptr || node->parent == nullptr) continue;
    const auto* above = node->parent->ns;
    if (node->parent->type != XML_ELEMENT_NODE || above == node->ns) continue;
    const auto uri = view(node->ns->href);
    if (above != nullptr && view(above->href) == uri) continue;
    if (const auto grammar = grammar_of(uri, view(node->name)); !grammar.empty()) found.push_back({node, grammar});
  }
  return found;
}

// Each extension becomes the document for a moment: libxml2 judges documents only.
Result<std::optional<Flaw>> check_extensions(xmlDoc* tree, GrammarOf grammar_of, Complaint& complaint) {
  const auto extensions = find_extensions(tree, grammar_of);
  std::vector<NodeHandle> taken_out;
  std::vector<Judge> judges;
  std::optional<Flaw> flaw;
  for (const auto& extension : extensions) {
    auto by =
        std::ranges::find_if(judges, [&](const Judge& one) { return one.text.data() == extension.grammar.data(); });
    if (by == judges.end()) {
      auto made = read_grammar(extension.grammar, complaint);
      if (!made) return Failure(made.error());
      judges.push_back(std::move(*made));
      by = judges.end() - 1;
    }
    taken_out.emplace_back(xmlDocSetRootElement(tree, extension.node));
    flaw = judge(*by, tree, complaint);
    if (flaw) break;
  }
  return flaw;
}

}  // namespace

Result<std::optional<Flaw>> check_relaxng(std::string_view document, std::string_view schema, GrammarOf extensions) {
  Complaint complaint;
  const auto core = read_grammar(schema, complaint);
  if (!core) return Failure(core.error());
  const auto tree = read(document);
  if (!tree) return Flaw{"the document is not well-formed", {}};
  complaint = {};
  if (auto flaw = judge(*core, tree.get(), complaint)) return flaw;
  if (extensions == nullptr) return std::optional<Flaw>();
  return check_extensions(tree.get(), extensions, complaint);
}

}  // namespace syndicat::xml
