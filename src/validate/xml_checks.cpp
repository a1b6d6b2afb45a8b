#include "validate/xml_checks.hpp"

#include <algorithm>
#include <array>

#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"
#include "validate/opinions.hpp"
#include "validate/xml_fixes.hpp"

namespace syndicat::validate {
namespace {

// The flaw that ends the document for a reader: the one that stands first, a limit wherever it is.
const xml::Flaw& fatal(const xml::Document& document) {
  const auto& flaws = document.flaws();
  return *std::ranges::min_element(flaws, {}, [](const xml::Flaw& flaw) { return flaw.position.offset; });
}

void report_flaw(Walk& walk) {
  const auto& document = walk.document();
  if (document.flaws().empty()) return;
  const auto& flaw = fatal(document);
  const auto start = flaw.position.offset;
  const auto end = std::min(start + 1, document.text().size());
  const auto line = std::to_string(flaw.position.line), column = std::to_string(flaw.position.column);
  const Check::Params params = {{"exception", flaw.message}, {"value", flaw.about}, {"line", line}, {"column", column}};
  const auto report = [&](RuleRef rule) {
    if (auto* finding = walk.report(rule, {start, end}, params)) finding->edit = correction_of(document, flaw);
  };
  switch (flaw.kind) {
    case xml::Flaw::Kind::entity: report("undefined-named-entity"); break;
    case xml::Flaw::Kind::late_declaration: report("wp-blank-line"); break;
    case xml::Flaw::Kind::encoding: report("unicode-error"); break;
    case xml::Flaw::Kind::unknown_encoding: report("unknown-encoding"); break;
    case xml::Flaw::Kind::limit: report("validator-limit"); break;
    case xml::Flaw::Kind::syntax:
    case xml::Flaw::Kind::cut_off:
    case xml::Flaw::Kind::character:
    case xml::Flaw::Kind::prefix: report("sax-error"); break;
  }
}

void check_encoding(Walk& walk) {
  const auto& declaration = walk.document().declaration();
  const auto& charset = walk.options().charset;
  const auto name = [](std::string_view label) { return text::encoding_for_label(label).value_or(label); };
  if (!charset.empty() && declaration && !declaration->encoding.empty() && name(charset) != name(declaration->encoding))
    walk.report("encoding-mismatch",
                Span{declaration->encoding_offset, declaration->encoding_offset + declaration->encoding.size()},
                {{"encoding", declaration->encoding}, {"charset", charset}});
  if (!declaration || declaration->encoding.empty()) {
    if (walk.document().encoding() == "UTF-8") walk.report("missing-encoding", Span{0, 1}, {});
    return;
  }
  constexpr std::array kUsual =
      std::to_array<std::string_view>({"utf-8", "utf8", "utf-16", "utf-16le", "utf-16be", "us-ascii"});
  // Few readers know more than the encodings of the WHATWG's standard that were once the web's.
  constexpr std::array kObscure =
      std::to_array<std::string_view>({"mac-cyrillic", "x-mac-cyrillic", "macintosh", "ibm866", "iso-8859-10",
                                       "iso-8859-13", "iso-8859-14", "iso-8859-16", "x-user-defined", "hz-gb-2312"});
  if (declaration->encoding_offset > walk.limit()) return;  // the declaration is broken before it
  const auto label = text::to_lower_ascii(declaration->encoding);
  const Span place{declaration->encoding_offset, declaration->encoding_offset + label.size()};
  const bool is_ascii = label == "us-ascii";
  if (!is_ascii && std::ranges::find(kUsual, label) != kUsual.end()) return;
  if (charset.empty() && walk.document().encoding() == "UTF-8" && walk.document().flaws().empty() &&
      name(label) != "UTF-8")
    walk.report("mislabelled-utf8", place, {{"encoding", declaration->encoding}});
  if (is_ascii) return;
  // That validator counts to the end of an encoding that it does not know, and to the start of one that it does.
  const bool obscure = std::ranges::find(kObscure, label) != kObscure.end();
  const auto at = walk.document().position(obscure ? place.end : place.start);
  const auto line = std::to_string(at.line), column = std::to_string(at.column);
  const Check::Params params = {{"encoding", declaration->encoding}, {"line", line}, {"column", column}};
  if (obscure) walk.report("obscure-encoding", place, params);
  else walk.report("nonstd-encoding", place, params);
}

void check_doctype(Walk& walk) {
  const auto& doctype = walk.document().doctype();
  if (!doctype || doctype->offset >= walk.limit()) return;
  for (const auto& entity : doctype->external_entities)
    walk.report("contains-system-entity", {entity.offset, entity.offset + 8}, {{"value", entity.name}});
  // Netscape's definition of RSS 0.91 lay at this address until 2007; documents of other versions have copied it.
  if (doctype->public_id.find("Netscape") == std::string::npos &&
      doctype->system_id.find("netscape") == std::string::npos)
    return;
  if (!walk.document().has_root()) return;
  const auto root = walk.document().root();
  const Span place{doctype->offset, doctype->offset + 9};
  if (root.attribute("version") == "0.91") walk.report("deprecated-dtd", place, {{"value", doctype->system_id}});
  else walk.report("invalid-doctype", place, {{"value", doctype->system_id}});
}

}  // namespace

std::size_t fatal_offset(const xml::Document& document) {
  const auto& flaw = fatal(document);
  const auto offset = flaw.position.offset;
  // The last element that starts before the flaw: nodes lie in the order of the document.
  std::size_t from = 0, to = document.node_count();
  while (from < to) {
    const auto middle = from + (to - from) / 2;
    if (document.node(middle).start_offset() < offset) from = middle + 1;
    else to = middle;
  }
  // A tag with a flaw in it is not to be judged: nobody can know what its name and its attributes should be.
  while (from > 0 && !document.node(from - 1).is_element()) --from;
  if (from > 0 && document.node(from - 1).content_offset() > offset) return document.node(from - 1).start_offset();
  if (flaw.kind != xml::Flaw::Kind::prefix) return offset;
  const auto tag = std::string_view(document.text()).rfind('<', offset);
  return tag == std::string_view::npos ? offset : tag;
}

void check_as_xml(Walk& walk) {
  const auto& declaration = walk.document().declaration();
  if (declaration && !declaration->version.empty() && declaration->version != "1.0")
    walk.report("bad-xml-version", Span{0, 5}, {{"version", declaration->version}});
  check_encoding(walk);
  check_doctype(walk);
  report_flaw(walk);
}

void check_bindings(Walk& walk) {
  std::vector<std::string_view> told;
  bool is_parsed = walk.document().flaws().empty();  // for a parser one error is the last
  for (const auto& binding : walk.document().bindings()) {
    if (binding.start >= walk.limit() || binding.uri.empty()) continue;
    const Span place{binding.start, binding.end};
    const auto* known = find_namespace(binding.uri);
    // Prefixes are compared by many readers, whatever the recommendation says.
    if (!binding.prefix.empty()) {
      const auto usual = std::ranges::find(namespaces(), binding.prefix, &Namespace::prefix);
      const bool other = usual != namespaces().end() && known != nullptr && known->prefix != binding.prefix;
      const bool taken = usual != namespaces().end() && known == nullptr;
      if (other || taken) walk.report("reserved-prefix", place, {{"prefix", binding.prefix}, {"ns", usual->uri}});
      else if (known != nullptr && known->ns != Ns::xml && known->ns != walk.core() && !known->prefix.empty() &&
               known->prefix != binding.prefix)
        walk.report("nonstd-prefix", place,
                    {{"preferred", known->prefix}, {"ns", binding.uri}, {"prefix", binding.prefix}});
      // In a sitemap links to other languages are xhtml:link, and nothing else is XHTML.
      const bool is_xhtml = known != nullptr && known->ns == Ns::xhtml && walk.core() != Ns::sitemap;
      if (known != nullptr && (is_xhtml || (known->ns == Ns::atom && walk.core() == Ns::atom)))
        walk.report("avoid-namespace-prefix", place, {{"prefix", binding.prefix}});
    }
    if (std::ranges::find(told, binding.uri) != told.end()) continue;
    if (binding.uri == "http://search.yahoo.com/mrss")
      walk.report("media-rss-namespace", place, {{"namespace", binding.uri}, {"prefix", binding.prefix}});
    if (binding.uri == "http://www.usemod.com/cgi-bin/mb.pl?ModWiki" ||
        binding.uri == "http://purl.org/rss/1.0/modules/wiki")
      walk.report("obsolete-wiki-namespace", place, {{"namespace", binding.uri}, {"prefix", binding.prefix}});
    // "Namespaces in XML 1.0", section 2.1: a namespace's name is a URI reference. Parsers differ about it.
    if (as_w3c(walk, "names-of-namespaces") && is_parsed && !text::is_iri_reference(binding.uri)) {
      is_parsed = false;
      walk.report("sax-error", place, {{"exception", fmt::format("the namespace \"{}\" is no URI", binding.uri)}});
    }
    if (told.size() < 100) told.push_back(binding.uri);
    if (known == nullptr) walk.report("unknown-namespace", place, {{"namespace", binding.uri}});
    // Ours holds what we wrote, and xsi:schemaLocation is a note to validators: to tell of them is noise.
    else if (known->ns == Ns::known && known->prefix != "syndicat" && known->prefix != "xsi")
      walk.report("unsupported-namespace", place, {{"namespace", binding.uri}, {"name", known->name}});
  }
}

void check_root(Walk& walk, xml::Node root, std::string_view wanted) {
  const auto name = root.name();
  const auto is = [&](std::string_view local) { return text::equals_ignoring_case(name.local, local); };
  // That validator knows these names alone.
  const bool like_a_feed = is("feed") || is("entry") || is("rss") || is("RDF") || is("channel") ||
                           (!walk.strict_as_w3c() && (!wanted.empty() || is("opml")));
  const auto declaration = wanted.empty() ? std::string("the element without a namespace")
                                          : fmt::format("xmlns{}=\"{}\"", is("RDF") ? ":rdf" : "", wanted);
  const auto* known = find_namespace(name.uri);
  if (known != nullptr && known->ns == Ns::atom03)
    walk.report("obsolete-namespace", walk.tag(root), {{"element", name.local}, {"namespace", name.uri}});
  else if (name.uri.empty() && (is("feed") || is("entry") || (!walk.strict_as_w3c() && !wanted.empty())))
    walk.report("missing-namespace", walk.tag(root), {{"element", name.local}});
  else if (known == nullptr && !name.uri.empty() && like_a_feed)
    walk.report("invalid-namespace", walk.tag(root),
                {{"element", name.local}, {"namespace", name.uri}, {"wanted", declaration}});
  else walk.report("undefined-element", walk.tag(root), {{"element", walk.name(root)}, {"parent", "root"}});
  if (name.uri.empty()) walk.report("undeterminable-vocabulary", walk.tag(root), {{"element", name.local}});
}

}  // namespace syndicat::validate
