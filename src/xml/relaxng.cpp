#include "xml/relaxng.hpp"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <algorithm>
#include <vector>

#include "base/handle.hpp"

namespace syndicat::xml {
namespace {

using ContextHandle = Handle<xmlParserCtxt, xmlFreeParserCtxt>;
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

// All that a document is judged by.
class Court {
 public:
  Court(std::string_view schema, GrammarOf extensions, const Repeated* repeated)
      : schema_(schema), grammar_of_(extensions), repeated_(repeated) {}

  Result<std::optional<Flaw>> run(std::string_view document) {
    auto core = read_grammar(schema_, complaint_);
    if (!core) return Failure(core.error());
    const auto tree = read(document);
    if (failed_) return Failure(*failed_);
    if (flaw_) return flaw_;
    if (!tree) return Flaw{"the document is not well-formed", {}};
    return judge_tree(*core, tree.get());
  }

 private:
  // The document, or with `repeated` all that is left of it. Piece by piece: libxml2 would make a copy of the whole
  // text otherwise.
  DocumentHandle read(std::string_view text) {
    xmlSetExternalEntityLoader(read_nothing);
    const ContextHandle context(xmlNewParserCtxt());
    if (!context) return nullptr;
    if (repeated_ != nullptr) {
      context->_private = this;
      context->sax->endElementNs = [](void* user, const xmlChar* local, const xmlChar* prefix, const xmlChar* uri) {
        auto* parser = static_cast<xmlParserCtxt*>(user);
        auto* node = parser->node;
        xmlSAX2EndElementNs(user, local, prefix, uri);
        auto& court = *static_cast<Court*>(parser->_private);
        if (node == nullptr || !court.is_repeated(node)) return;
        if (!court.judge_piece(parser->myDoc, node)) xmlStopParser(parser);
        else drop_blanks(parser);
      };
    }
    Rest rest{text};
    return DocumentHandle(xmlCtxtReadIO(context.get(), read_some, nullptr, &rest, nullptr, "UTF-8", kOptions));
  }

  // What stood before a piece that is gone. libxml2 goes on with a text that is the last thing in its parent; its count
  // of that text's bytes is none of ours.
  static void drop_blanks(xmlParserCtxt* parser) {
    auto* last = parser->node != nullptr ? parser->node->last : nullptr;
    if (last == nullptr || last->type != XML_TEXT_NODE) return;
    parser->nodemem = 0;
    if (xmlIsBlankNode(last) == 0) return;
    xmlUnlinkNode(last);
    xmlFreeNode(last);
  }

  bool is_repeated(const xmlNode* node) const {
    const auto* parent = node->parent;
    return view(node->name) == repeated_->local && parent != nullptr && parent->type == XML_ELEMENT_NODE &&
           view(parent->name) == repeated_->parent &&
           view(node->ns != nullptr ? node->ns->href : nullptr) == repeated_->uri;
  }

  // False where there is no need to read on.
  bool judge_piece(xmlDoc* tree, xmlNode* node) {
    if (++pieces_ <= repeated_->kept) return true;
    if (!piece_) {
      auto made = read_grammar(grammar_of_piece(), complaint_);
      if (!made) return failed_ = made.error(), false;
      piece_ = std::move(*made);
    }
    auto* const root = xmlDocSetRootElement(tree, node);
    auto verdict = judge_tree(*piece_, tree);
    const NodeHandle judged(xmlDocSetRootElement(tree, root));
    if (!verdict) return failed_ = verdict.error(), false;
    flaw_ = std::move(*verdict);
    return !flaw_;
  }

  // The same schema for a document that is such a piece.
  std::string grammar_of_piece() const {
    constexpr std::string_view kStart = "<start>", kEnd = "</start>";
    const auto start = schema_.find(kStart), end = schema_.find(kEnd);
    if (start == std::string_view::npos || end == std::string_view::npos) return std::string(schema_);
    return fmt::format("{}<ref name=\"{}\"/>{}", schema_.substr(0, start + kStart.size()), repeated_->local,
                       schema_.substr(end));
  }

  Result<std::optional<Flaw>> judge_tree(const Judge& by, xmlDoc* tree) {
    complaint_ = {};
    if (auto flaw = judge(by, tree, complaint_)) return flaw;
    if (grammar_of_ == nullptr) return std::optional<Flaw>();
    return judge_extensions(tree);
  }

  // Each extension becomes the document for a moment: libxml2 judges documents only.
  Result<std::optional<Flaw>> judge_extensions(xmlDoc* tree) {
    std::vector<NodeHandle> taken_out;
    std::optional<Flaw> flaw;
    for (const auto& extension : find_extensions(tree, grammar_of_)) {
      const auto by = grammar(extension.grammar);
      if (!by) return Failure(by.error());
      taken_out.emplace_back(xmlDocSetRootElement(tree, extension.node));
      flaw = judge(**by, tree, complaint_);
      if (flaw) break;
    }
    return flaw;
  }

  Result<const Judge*> grammar(std::string_view text) {
    for (const auto& one : extensions_)
      if (one->text.data() == text.data()) return one.get();
    auto made = read_grammar(text, complaint_);
    if (!made) return Failure(made.error());
    return extensions_.emplace_back(std::make_unique<Judge>(std::move(*made))).get();
  }

  std::string_view schema_;
  GrammarOf grammar_of_;
  const Repeated* repeated_;
  Complaint complaint_;
  std::optional<Judge> piece_;
  std::vector<std::unique_ptr<Judge>> extensions_;
  std::size_t pieces_ = 0;
  std::optional<Flaw> flaw_;     // of a piece
  std::optional<Error> failed_;  // of a grammar
};

}  // namespace

Result<std::optional<Flaw>> check_relaxng(std::string_view document, std::string_view schema, GrammarOf extensions,
                                          const Repeated* repeated) {
  return Court(schema, extensions, repeated).run(document);
}

}  // namespace syndicat::xml
