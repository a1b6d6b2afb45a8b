#include "xml/relaxng.hpp"

#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include <algorithm>

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

}  // namespace

Result<std::optional<Flaw>> check_relaxng(std::string_view document, std::string_view schema) {
  Complaint complaint;
  // libxml2 makes a document of the schema; a grammar that includes others finds nothing.
  const SchemaParser parser(xmlRelaxNGNewMemParserCtxt(schema.data(), static_cast<int>(schema.size())));
  xmlSetExternalEntityLoader(read_nothing);
  if (parser) xmlRelaxNGSetParserStructuredErrors(parser.get(), remember, &complaint);
  const SchemaHandle grammar(parser ? xmlRelaxNGParse(parser.get()) : nullptr);
  if (!grammar)
    return fail(Cause::misuse, "the schema is no RELAX NG in XML form ({}); mend it",
                complaint.message.empty() ? "not well-formed" : complaint.message);

  const auto tree = read(document);
  if (!tree) return Flaw{"the document is not well-formed", {}};
  const Validator validator(xmlRelaxNGNewValidCtxt(grammar.get()));
  complaint = {};
  xmlRelaxNGSetValidStructuredErrors(validator.get(), remember, &complaint);
  if (xmlRelaxNGValidateDoc(validator.get(), tree.get()) == 0) return std::optional<Flaw>();
  if (complaint.message.empty()) complaint.message = "does not match";
  return flaw_of(complaint);
}

}  // namespace syndicat::xml
