#include "validate/validate.hpp"

#include <algorithm>

#include "base/embedded.hpp"
#include "text/encoding.hpp"
#include "text/lines.hpp"
#include "text/unicode.hpp"
#include "validate/atom.hpp"
#include "validate/extension_schemas.hpp"
#include "validate/grammar.hpp"
#include "validate/json_feed.hpp"
#include "validate/rss.hpp"
#include "validate/suppress.hpp"
#include "validate/vocabularies.hpp"
#include "validate/xml_checks.hpp"
#include "validate/xml_fixes.hpp"
#include "xml/relaxng.hpp"

namespace syndicat::validate {
namespace {

// What a root element stands for.
struct Vocabulary {
  Ns ns;
  std::string_view local;
  std::string_view name;
  const Type* type;
  std::string_view schema;
};

constexpr Vocabulary kVocabularies[] = {
    {Ns::none, "rss", "RSS 2.0", &rss::kRss, "schemas/rss-2.0.rng"},
    {Ns::atom, "feed", "Atom 1.0", &atom::kFeed, "schemas/atom.rng"},
    {Ns::atom, "entry", "Atom 1.0", &atom::kEntry, "schemas/atom.rng"},
    {Ns::rss10, "RDF", "RSS 1.0", &rss10::kRdf, "schemas/rss-1.0.rng"},
    {Ns::rss090, "RDF", "RSS 0.90", &rss10::kRdf09, "schemas/rss-0.90.rng"},
    {Ns::rss11, "Channel", "RSS 1.1", &rss11::kChannel, "schemas/rss-1.1.rng"},
    {Ns::app, "service", "AtomPub service", &publishing::kService, "schemas/atompub.rng"},
    {Ns::app, "categories", "AtomPub categories", &publishing::kCategories, "schemas/atompub.rng"},
    {Ns::opensearch11, "OpenSearchDescription", "OpenSearch 1.1", &opensearch::kDescription, "schemas/opensearch.rng"},
    {Ns::none, "opml", "OPML", &opml::kOpml, "schemas/opml.rng"},
    {Ns::sitemap, "urlset", "sitemap", &sitemap::kUrls, "schemas/sitemap.rng"},
    {Ns::sitemap, "sitemapindex", "sitemap index", &sitemap::kIndex, "schemas/sitemap.rng"},
};

// RDF can hold anything; which RSS it is, the channel's namespace says.
Ns core_of_rdf(xml::Node root) {
  for (const auto child : root.children()) {
    const auto* known = find_namespace(child.name().uri);
    if (known != nullptr && (known->ns == Ns::rss090 || known->ns == Ns::rss10)) return known->ns;
  }
  return Ns::rss10;
}

const Vocabulary* find_vocabulary(xml::Node root) {
  const auto name = root.name();
  const auto* known = name.uri.empty() ? nullptr : find_namespace(name.uri);
  auto ns = name.uri.empty() ? Ns::none : known == nullptr ? Ns::unknown : known->ns;
  if (ns == Ns::rdf) ns = core_of_rdf(root);
  for (const auto& vocabulary : kVocabularies)
    if (vocabulary.ns == ns && vocabulary.local == name.local) return &vocabulary;
  return nullptr;
}

// The namespace that a first element of that name needs; empty: none, or no vocabulary begins so.
std::string_view usual_namespace(std::string_view local) {
  for (const auto& vocabulary : kVocabularies) {
    if (vocabulary.local != local) continue;
    const auto ns = local == "RDF" ? Ns::rdf : vocabulary.ns;
    const auto known = std::ranges::find(namespaces(), ns, &Namespace::ns);
    return ns == Ns::none || known == namespaces().end() ? std::string_view() : known->uri;
  }
  return {};
}

// Whether the first element has a name that a feed's could have, in whatever namespace: then something is wrong with a
// feed, and it is no other document.
bool is_like_a_feed(xml::Node root) {
  const auto local = root.name().local;
  const auto is = [&](std::string_view name) { return text::equals_ignoring_case(local, name); };
  return is("channel") || is("item") ||
         std::ranges::any_of(kVocabularies, [&](const Vocabulary& vocabulary) { return is(vocabulary.local); });
}

// The schema's verdict, taken when our own tree is gone, since libxml2 needs one as well. The rules do the talking: it
// is told only where they found no error.
void check_schema(const Options& options, Report& report, std::string_view schema) {
  const auto grammar = embedded_file(schema);
  if (grammar.empty()) return;
  const auto verdict = xml::check_relaxng(report.text, grammar, extension_schema, repeated_in(schema));
  if (!verdict || !*verdict) return;
  // libxml2 knows the line only.
  text::Lines lines;
  const auto line = lines.line(report.text, (*verdict)->position.line);
  std::size_t offset = 0;
  if (!line.empty())
    offset = static_cast<std::size_t>(line.data() - report.text.data()) +
             std::min(line.find_first_not_of(text::kSpace), line.size());
  Check check(options, Check::Syntax::xml, report.text);
  check.report("schema", Span{offset, offset + 1}, {{"exception", (*verdict)->message}});
  add_findings(report, check);
}

// Whether entities may be declared where nobody looks: libxml2 takes what such a one stands for as missing.
bool declares_outside(const xml::Document& document) {
  const auto& doctype = document.doctype();
  if (!doctype) return false;
  return !doctype->system_id.empty() ||
         std::ranges::any_of(doctype->external_entities, &xml::Doctype::External::is_parameter);
}

// Whether an encoding of single bytes is declared and the bytes are UTF-8 with more than ASCII: in all of those that is
// possible, and hardly ever meant.
bool is_mislabelled_utf8(std::string_view bytes) {
  const auto declaration = bytes.substr(0, std::min(bytes.substr(0, 1024).find("?>"), bytes.size()));
  const auto at = declaration.find("encoding");
  if (!bytes.starts_with("<?xml") || at == std::string_view::npos) return false;
  const auto open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return false;
  const auto label = declaration.substr(open + 1, declaration.find(declaration[open], open + 1) - open - 1);
  const auto encoding = text::encoding_for_label(label);
  if (!encoding) return false;
  constexpr std::string_view kSingle[] = {"windows-", "ISO-8859-", "KOI8-", "macintosh", "IBM866", "x-mac-cyrillic"};
  if (std::ranges::none_of(kSingle, [&](std::string_view start) { return encoding->starts_with(start); })) return false;
  return std::ranges::any_of(bytes, [](char c) { return (c & 0x80) != 0; }) && text::is_utf8(bytes);
}

Result<Report> check_xml(std::string bytes, const Options& options) {
  // Read as what it is, so that no finding is about letters that only the declaration breaks.
  const bool mislabelled = options.charset.empty() && options.profile != "w3c" && is_mislabelled_utf8(bytes);
  auto document = xml::examine(std::move(bytes), mislabelled ? "UTF-8" : options.charset, options.limits);
  if (!document) return Failure(document.error());
  const auto limit = document->flaws().empty() ? document->text().size() + 1 : fatal_offset(*document);
  std::optional<Walk> walking(std::in_place, options, *document, limit);
  auto& walk = *walking;
  check_as_xml(walk);
  Report report;
  if (!document->has_root()) {
    report.findings = walk.take();
    report.encoding = document->encoding();
    walking.reset();
    report.text = std::move(*document).take_text();
    return report;
  }

  const auto root = document->root();
  const auto* vocabulary = find_vocabulary(root);
  std::string_view schema;
  if (vocabulary != nullptr) {
    report.format = vocabulary->name;
    if (vocabulary->type == &rss::kRss || vocabulary->type == &opml::kOpml) {
      const auto version = root.attribute("version").value_or("2.0");
      report.format =
          fmt::format("{} {}", vocabulary->local == "rss" ? "RSS" : "OPML", version.empty() ? "2.0" : version);
    }
    // Both of AtomPub's namespaces are shown with their prefixes.
    walk.set_core(vocabulary->ns == Ns::app ? Ns::none : vocabulary->ns);
    check_bindings(walk);
    walk.element(root, *vocabulary->type, walk.name(root), nullptr);
    if (document->flaws().empty() && (vocabulary->type != &rss::kRss || walk.version == "2.0"))
      schema = vocabulary->schema;
  } else {
    if (text::equals_ignoring_case(root.name().local, "html") && !walk.strict_as_w3c())
      return fail(Cause::unreadable,
                  "is an HTML page and no feed; give the feed's address, which the page may name in its <link>s");
    // With an error the server may send what it likes; that is told as such.
    const bool refused = options.transport && options.transport->status >= 400;
    if (document->flaws().empty() && !is_like_a_feed(root) && !refused && !walk.strict_as_w3c())
      return fail(Cause::unreadable,
                  "is XML and no feed: its first element is <{}>; give RSS, Atom, JSON Feed, OPML or a sitemap",
                  shorten(root.name().local));
    if (root.start_offset() < limit) check_root(walk, root, usual_namespace(root.name().local));
    // A feed that forgot its namespace is still looked at as one.
    const auto local = root.name().local;
    if (root.name().uri.empty() && (local == "feed" || local == "entry")) {
      report.format = "Atom 1.0";
      walk.set_core(Ns::atom, Ns::atom);
      check_bindings(walk);
      walk.element(root, local == "feed" ? atom::kFeed : atom::kEntry, local, nullptr);
    }
  }
  if (walk.has_errors() || declares_outside(*document)) schema = {};
  report.suppressions = suppressions(*document, walk);
  report.further_edits = corrections_of_flaws(*document);
  report.findings = walk.take();
  report.encoding = document->encoding();
  walking.reset();
  report.text = std::move(*document).take_text();
  if (!schema.empty()) check_schema(options, report, schema);
  suppress(report.findings, report.suppressions);
  return report;
}

// HTML that is no XML; a person gave a page, or a server an error in one.
bool looks_like_html(std::string_view bytes) {
  const auto start = text::to_lower_ascii(text::trim(bytes.substr(0, 4096)));
  const auto page = start.find("<html");
  return start.starts_with("<!doctype html") || (page != std::string::npos && start.find("<rss") == std::string::npos &&
                                                 page < 1024 && start.find("<feed") == std::string::npos);
}

}  // namespace

bool Report::valid() const {
  return std::ranges::none_of(findings, [](const Finding& finding) { return finding.severity == Severity::error; });
}

namespace {

Result<Report> check_document(std::string bytes, const Options& options) {
  const auto first = bytes.find_first_not_of(std::string_view("\xEF\xBB\xBF \t\r\n"));
  if (first == std::string::npos) return fail(Cause::unreadable, "is empty; give a feed");
  if (bytes[first] == '{' || bytes[first] == '[') return check_json(std::move(bytes), options);
  // UTF-16 has a mark before the first character, or a zero beside it.
  const auto start = bytes.find_first_not_of(std::string_view("\xFF\xFE\0 \t\r\n", 7));
  if (start != std::string::npos && start < 8 && (bytes[start] == '{' || bytes[start] == '[') &&
      bytes.substr(0, 8).find('\0') != std::string::npos)
    return check_json(std::move(bytes), options);
  const bool sixteen =
      bytes.size() > 1 && (text::byte_order_mark(bytes).has_value() || bytes[0] == '\0' || bytes[1] == '\0');
  if (!sixteen && bytes[first] != '<') {
    if (bytes.starts_with("\x1f\x8b") || bytes.starts_with("\x28\xb5\x2f\xfd"))
      return fail(Cause::unreadable, "is {} data and no feed; unpack it first", bytes[0] == '\x1f' ? "gzip" : "zstd");
    if (bytes.find('\0') != std::string::npos ||
        bytes.substr(0, 512).find_first_of("\x01\x02\x03\x04\x05\x06\x07\x08\x0E\x0F\x10") != std::string::npos)
      return fail(Cause::unreadable, "is no text (an image, perhaps); give RSS, Atom or JSON Feed");
    // Words before the first tag are a flaw of a feed, where there is one, and so is a comment before an object.
    const bool is_comment = bytes.compare(first, 2, "//") == 0 || bytes.compare(first, 2, "/*") == 0;
    if (bytes.find("<rss") == std::string::npos && bytes.find("<feed") == std::string::npos &&
        bytes.find("<rdf:RDF") == std::string::npos) {
      if (is_comment && bytes.find('{') != std::string::npos) return check_json(std::move(bytes), options);
      return fail(Cause::unreadable, "is plain text and no feed; give RSS, Atom or JSON Feed");
    }
  }
  // The W3C's validator takes a page for a feed that is badly wrong.
  if (options.profile != "w3c" && looks_like_html(bytes))
    return fail(Cause::unreadable,
                "is an HTML page and no feed; give the feed's address, which the page may name in its <link>s");
  return check_xml(std::move(bytes), options);
}

}  // namespace

Result<Report> check(std::string bytes, const Options& options) {
  if (options.keeps_bytes) {
    auto without = options;
    without.keeps_bytes = false;
    auto report = check(bytes, without);
    if (report) report->bytes = std::move(bytes);
    return report;
  }
  if (!options.transport) return check_document(std::move(bytes), options);
  auto told = options;
  if (told.charset.empty()) told.charset = options.transport->charset();
  auto report = check_document(std::move(bytes), told);
  if (!report) return report;
  Check check(options, Check::Syntax::xml, report->text);
  check_transport(check, *options.transport, report->format);
  add_findings(*report, check);
  return report;
}

}  // namespace syndicat::validate
