#include "xml/user_grammar.hpp"

#include <libxml/parser.h>
#include <libxml/relaxng.h>
#include <libxml/xmlschemas.h>

#include <algorithm>
#include <filesystem>
#include <mutex>
#include <unordered_set>
#include <utility>

#include "base/file.hpp"
#include "base/handle.hpp"

namespace syndicat::xml {
namespace {

namespace fs = std::filesystem;

using DocumentHandle = Handle<xmlDoc, xmlFreeDoc>;

constexpr std::uint64_t kLargestPart = 8ULL << 20U;  // bytes of one file
constexpr std::size_t kMostParts = 200;

constexpr std::string_view kRelaxNg = "http://relaxng.org/ns/structure/1.0";
constexpr std::string_view kXmlSchema = "http://www.w3.org/2001/XMLSchema";

std::string_view chars(const xmlChar* text) { return text == nullptr ? "" : reinterpret_cast<const char*>(text); }

std::string without_end(std::string_view words) {
  while (!words.empty() && (words.back() == '\n' || words.back() == '.' || words.back() == ' ')) words.remove_suffix(1);
  return std::string(words);
}

// What may be read while a grammar is; libxml2 asks for files by one function for the whole process.
struct Beside {
  fs::path folder;
  std::size_t count = 0;
  std::string refused;
};
Beside* reading_beside = nullptr;

// libxml2's 2.12 has the context const; the type follows the handler that is asked for.
xmlParserInputPtr read_beside(const char* address, const char*, xmlParserCtxtPtr context) {
  if (reading_beside == nullptr || address == nullptr) return nullptr;
  auto& beside = *reading_beside;
  const auto refuse = [&](std::string_view why) -> xmlParserInputPtr {
    if (beside.refused.empty()) beside.refused = fmt::format("it includes {}, {}", address, why);
    return nullptr;
  };
  std::string_view written(address);
  if (written.starts_with("file://")) written.remove_prefix(7);
  if (written.find("://") != std::string_view::npos)
    return refuse("and nothing is fetched from the network; put a copy beside the schema and name that");
  std::error_code error;
  const auto path = fs::weakly_canonical(fs::path(written), error);
  const auto within = std::ranges::mismatch(beside.folder, path);
  if (error || within.in1 != beside.folder.end())
    return refuse("which lies outside the schema's folder; put it beside the schema");
  if (++beside.count > kMostParts) return refuse("and more than 200 files are not read");
  const auto bytes = read_file(path.string(), kLargestPart);
  if (!bytes) return refuse("which cannot be read");
  auto* buffer = xmlParserInputBufferCreateMem(bytes->data(), static_cast<int>(bytes->size()), XML_CHAR_ENCODING_NONE);
  if (buffer == nullptr) return nullptr;
  auto* input = xmlNewIOInputStream(context, buffer, XML_CHAR_ENCODING_NONE);
  if (input != nullptr && input->filename == nullptr)
    input->filename = reinterpret_cast<char*>(xmlStrdup(reinterpret_cast<const xmlChar*>(address)));
  return input;
}

xmlParserInputPtr read_nothing(const char*, const char*, xmlParserCtxtPtr) { return nullptr; }

class Reading {
 public:
  explicit Reading(Beside& beside) {
    reading_beside = &beside;
    xmlSetExternalEntityLoader(read_beside);
  }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;
  ~Reading() {
    reading_beside = nullptr;
    xmlSetExternalEntityLoader(read_nothing);
  }
};

// The first error while a grammar is read.
struct Trouble {
  std::string message, file;
  int line = 0;
};

void remember(void* user, xmlErrorPtr error) {
  auto& trouble = *static_cast<Trouble*>(user);
  // What an import does not find is a warning to libxml2, and told by `Beside`.
  if (!trouble.message.empty() || error->message == nullptr || error->level == XML_ERR_WARNING) return;
  trouble.message = without_end(error->message);
  trouble.line = error->line;
  if (error->node != nullptr) trouble.line = static_cast<int>(xmlGetLineNo(static_cast<xmlNodePtr>(error->node)));
  if (error->file != nullptr) trouble.file = error->file;
}

struct Complaint {
  std::string message;
  const xmlNode* element = nullptr;
  bool follows = false;  // only from another complaint, where there is one
};

// RELAX NG finds what was wrong inside to be wrong outside as well, or takes a sibling for the one too many.
bool is_consequence(int code) {
  return code == XML_RELAXNG_ERR_EXTRACONTENT || code == XML_RELAXNG_ERR_CONTENTVALID ||
         code == XML_RELAXNG_ERR_INTERSEQ || code == XML_RELAXNG_ERR_INTEREXTRA;
}

void collect(void* user, xmlErrorPtr error) {
  auto& complaints = *static_cast<std::vector<Complaint>*>(user);
  if (error->message == nullptr || error->level == XML_ERR_WARNING) return;
  const auto* node = static_cast<const xmlNode*>(error->node);
  while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->parent;
  complaints.push_back(
      {without_end(error->message), node, error->domain == XML_FROM_RELAXNGV && is_consequence(error->code)});
}

const xmlNode* next_element(const xmlNode* node, const xmlNode* root) {
  const auto* next = node->children;
  while (true) {
    for (; next != nullptr; next = next->next)
      if (next->type == XML_ELEMENT_NODE) return next;
    if (node == root || node == nullptr) return nullptr;
    next = node->next;
    node = node->parent;
  }
}

constexpr int kDocumentOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOENT |
                                 XML_PARSE_NOCDATA | XML_PARSE_COMPACT | XML_PARSE_BIG_LINES;

}  // namespace

struct UserGrammar::State {
  Handle<xmlRelaxNG, xmlRelaxNGFree> relaxng;
  Handle<xmlSchema, xmlSchemaFree> schema;
  std::mutex one_at_a_time;  // libxml2 does not say that a grammar may be shared

  std::vector<Complaint> ask(xmlDocPtr document) {
    const std::lock_guard guard(one_at_a_time);
    std::vector<Complaint> complaints;
    int verdict = 0;
    if (relaxng) {
      const Handle<xmlRelaxNGValidCtxt, xmlRelaxNGFreeValidCtxt> context(xmlRelaxNGNewValidCtxt(relaxng.get()));
      xmlRelaxNGSetValidStructuredErrors(context.get(), collect, &complaints);
      verdict = xmlRelaxNGValidateDoc(context.get(), document);
    } else {
      const Handle<xmlSchemaValidCtxt, xmlSchemaFreeValidCtxt> context(xmlSchemaNewValidCtxt(schema.get()));
      xmlSchemaSetValidStructuredErrors(context.get(), collect, &complaints);
      verdict = xmlSchemaValidateDoc(context.get(), document);
    }
    if (std::ranges::any_of(complaints, [](const auto& complaint) { return !complaint.follows; }))
      std::erase_if(complaints, [](const auto& complaint) { return complaint.follows; });
    if (verdict != 0 && complaints.empty())
      complaints.push_back({"does not match", xmlDocGetRootElement(document), false});
    return complaints;
  }
};

UserGrammar::UserGrammar(std::unique_ptr<State> state) : state_(std::move(state)) {}
UserGrammar::UserGrammar(UserGrammar&&) noexcept = default;
UserGrammar& UserGrammar::operator=(UserGrammar&&) noexcept = default;
UserGrammar::~UserGrammar() = default;

Result<UserGrammar> UserGrammar::read(const std::string& bytes, const std::string& path) {
  std::error_code error;
  const auto place = fs::weakly_canonical(fs::path(path == "-" ? "./-" : path), error);
  Beside beside{place.parent_path(), 0, {}};
  const Reading reading(beside);
  Trouble trouble;
  const auto wrong = [&](std::string_view what) {
    if (!beside.refused.empty()) return fail(Cause::misuse, "{}: {}", path, beside.refused);
    const auto file = trouble.file.empty() || trouble.file == place.string() ? path : trouble.file;
    return fail(Cause::misuse, "{}:{}: {}: {}", file, std::max(1, trouble.line), what,
                trouble.message.empty() ? "it cannot be read" : trouble.message);
  };

  const Handle<xmlParserCtxt, xmlFreeParserCtxt> parser(xmlNewParserCtxt());
  DocumentHandle document(xmlCtxtReadMemory(parser.get(), bytes.data(), static_cast<int>(bytes.size()), place.c_str(),
                                            nullptr, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING));
  if (!document) {
    if (auto* last = xmlCtxtGetLastError(parser.get())) remember(&trouble, last);
    trouble.file.clear();
    return wrong("is not well-formed");
  }
  const auto* root = xmlDocGetRootElement(document.get());
  const auto space = root != nullptr && root->ns != nullptr ? chars(root->ns->href) : std::string_view();
  auto state = std::make_unique<State>();
  if (space == kRelaxNg) {
    const Handle<xmlRelaxNGParserCtxt, xmlRelaxNGFreeParserCtxt> context(xmlRelaxNGNewDocParserCtxt(document.get()));
    if (context) xmlRelaxNGSetParserStructuredErrors(context.get(), remember, &trouble);
    state->relaxng.reset(context ? xmlRelaxNGParse(context.get()) : nullptr);
    if (!state->relaxng || !beside.refused.empty()) return wrong("is no RELAX NG");
  } else if (space == kXmlSchema && chars(root->name) == "schema") {
    const Handle<xmlSchemaParserCtxt, xmlSchemaFreeParserCtxt> context(xmlSchemaNewDocParserCtxt(document.get()));
    if (context) xmlSchemaSetParserStructuredErrors(context.get(), remember, &trouble);
    state->schema.reset(context ? xmlSchemaParse(context.get()) : nullptr);
    if (!state->schema || !beside.refused.empty()) return wrong("is no XML Schema 1.0");
  } else {
    return fail(Cause::misuse,
                "{}: <{}> begins neither RELAX NG ({}) nor XML Schema ({}); a schema is one of these or JSON Schema",
                path, root == nullptr ? "" : chars(root->name), kRelaxNg, kXmlSchema);
  }
  return UserGrammar(std::move(state));
}

std::vector<Flaw> UserGrammar::check(const std::string& document, const Limits& limits) const {
  const Handle<xmlParserCtxt, xmlFreeParserCtxt> parser(xmlNewParserCtxt());
  const DocumentHandle tree(xmlCtxtReadMemory(parser.get(), document.data(), static_cast<int>(document.size()), nullptr,
                                              "UTF-8", kDocumentOptions));
  if (!tree) return {Flaw{"libxml2 does not take the document for well-formed", {1, 1, 0}}};
  const auto complaints = state_->ask(tree.get());
  if (complaints.empty()) return {};

  // RELAX NG says of each element around a wrong one that it is wrong as well.
  std::unordered_set<const xmlNode*> around;
  if (state_->relaxng)
    for (const auto& complaint : complaints)
      for (const auto* above = complaint.element; above != nullptr && above->parent != nullptr; above = above->parent)
        if (!around.insert(above->parent).second) break;

  // Our own reader knows the places; the elements are the same ones in the same order.
  auto own = examine(document, "UTF-8", limits);
  if (!own) return {};
  std::vector<std::pair<const xmlNode*, std::size_t>> offsets;
  const auto* root = xmlDocGetRootElement(tree.get());
  const auto* node = root;
  for (std::size_t at = 0; at < own->node_count() && node != nullptr; ++at) {
    const auto element = own->node(at);
    if (!element.is_element()) continue;
    offsets.emplace_back(node, element.start_offset());
    node = next_element(node, root);
  }
  std::ranges::sort(offsets);

  std::vector<Flaw> flaws;
  for (const auto& complaint : complaints) {
    if (around.contains(complaint.element)) continue;
    const auto found =
        std::ranges::lower_bound(offsets, complaint.element, {}, &std::pair<const xmlNode*, std::size_t>::first);
    const auto offset = found != offsets.end() && found->first == complaint.element ? found->second : 0;
    if (!flaws.empty() && flaws.back().position.offset == offset && flaws.back().message == complaint.message) continue;
    flaws.push_back({complaint.message, own->position(offset)});
  }
  std::ranges::stable_sort(flaws, {}, [](const Flaw& flaw) { return flaw.position.offset; });
  return flaws;
}

}  // namespace syndicat::xml
