#include "formats/xml_reading.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "formats/markup.hpp"
#include "formats/rss_writing.hpp"
#include "formats/sniff.hpp"
#include "formats/xml_writing.hpp"
#include "text/encoding.hpp"
#include "text/language.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats {

void Context::note(xml::Node at, std::string words) {
  const auto place = at.position();
  notes.push_back({fmt::format("{}:{}: {}", place.line, place.column, words)});
}

namespace {

// An encoding of single bytes: in all of those UTF-8 is possible, and what is UTF-8 with characters beyond ASCII is
// hardly ever anything else.
bool is_of_single_bytes(std::string_view label) {
  const auto encoding = text::encoding_for_label(label);
  return encoding &&
         (encoding->starts_with("windows-125") || encoding->starts_with("ISO-8859") || *encoding == "KOI8-R");
}

bool is_more_than_ascii(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

// Whether the transport named an encoding that the bytes cannot be in, or hardly are.
bool is_wrong_charset(std::string_view bytes, std::string_view label) {
  if (is_of_single_bytes(label)) return is_more_than_ascii(bytes) && text::is_utf8(bytes);
  const auto encoding = text::encoding_for_label(label);
  return encoding && encoding->starts_with("UTF-16") && bytes.substr(0, 64).find('\0') == std::string_view::npos &&
         !text::first_bytes(bytes);
}

// Likewise for what the declaration says.
bool is_mislabelled_utf8(std::string_view bytes) {
  const auto end = bytes.substr(0, 1024).find("?>");
  if (!bytes.starts_with("<?xml") || end == std::string_view::npos) return false;
  const auto declaration = bytes.substr(0, end);
  const auto at = declaration.find("encoding");
  if (at == std::string_view::npos) return false;
  const auto first = declaration.find_first_of("\"'", at);
  if (first == std::string_view::npos) return false;
  const auto label = declaration.substr(first + 1, declaration.find(declaration[first], first + 1) - first - 1);
  return is_of_single_bytes(label) && is_more_than_ascii(bytes) && text::is_utf8(bytes);
}

}  // namespace

namespace {

// Whether more elements have a name that items have than there may be.
bool has_too_many_items(const xml::Document& document, std::uint64_t most) {
  if (document.node_count() <= most) return false;
  std::vector<bool> counts(document.name_count());
  for (std::uint32_t id = 0; id < document.name_count(); ++id)
    for (const std::string_view name : {"item", "entry", "url", "sitemap", "outline"})
      if (text::equals_ignoring_case(document.name(id).local, name)) counts[id] = true;
  std::uint64_t items = 0;
  for (std::size_t at = 0; at < document.node_count(); ++at) {
    const auto node = document.node(at);
    items += node.is_element() && counts[node.name_id()] ? 1 : 0;
  }
  return items > most;
}

}  // namespace

namespace {

// The option that raises the limit which the parser speaks of: it knows of no options.
std::string_view advice_for_limit(std::string_view words) {
  if (words.find("elements stand more than") != std::string_view::npos) return "; raise it with --max-depth";
  if (words.find("the start tag of") != std::string_view::npos && words.ends_with("bytes"))
    return "; raise it with --max-tag";
  if (words.find("a text of") != std::string_view::npos &&
      words.find("is longer than the limit") != std::string_view::npos)
    return "; raise it with --max-text";
  return {};
}

}  // namespace

namespace {

// No feed has many; a hostile document may.
constexpr std::size_t kMostMisspelt = 8;
constexpr std::size_t kMostTold = 200;

void tell_misspelt_namespaces(const xml::Document& document, std::vector<Note>& notes) {
  std::vector<std::string_view> told;
  for (std::uint32_t id = 0; id < document.name_count() && told.size() < kMostMisspelt; ++id) {
    const auto uri = document.name(id).uri;
    const auto meant = meant_by(uri);
    if (meant == uri || std::find(told.begin(), told.end(), uri) != told.end()) continue;
    told.push_back(uri);
    const auto place = document.position(std::min(document.text().find(uri), document.text().size()));
    notes.push_back({fmt::format("{}:{}: the namespace \"{}\" is taken for \"{}\"; write that", place.line,
                                 place.column, uri, meant)});
  }
}

}  // namespace

Result<xml::Document> parse_document(std::string bytes, const ReadOptions& options, std::vector<Note>& notes) {
  xml::Limits limits;
  limits.max_size = options.max_size;
  limits.max_depth = options.max_depth;
  limits.max_tag = options.max_tag;
  limits.max_text = options.max_text;
  if (const auto junk = junk_before_feed(bytes); junk > 0) {
    notes.push_back({"1:1: something else stands before the feed; it is left out"});
    // Blanks in its place, so that all else keeps its own.
    for (auto& byte : std::span(bytes).first(junk))
      if (byte != '\n') byte = ' ';
  }
  std::string_view charset = options.charset;
  if (!charset.empty() && is_wrong_charset(bytes, charset)) {
    notes.push_back(
        {fmt::format("1:1: said to be in {}, which the bytes are not; it is left out of account", charset)});
    charset = {};
  }
  const bool mislabelled = charset.empty() && is_mislabelled_utf8(bytes);
  auto document = xml::parse(std::move(bytes), mislabelled ? "UTF-8" : charset, limits, options.origin);
  if (!document)
    return fail(document.error().cause, "{}{}", document.error().message, advice_for_limit(document.error().message));
  if (has_too_many_items(*document, options.max_items))
    return fail(Cause::unreadable, "holds more than the limit of {} items; raise it with --max-items",
                options.max_items);
  if (mislabelled)
    notes.push_back(
        {fmt::format("1:1: declared as {}, but the bytes are UTF-8; declare that", document->declared_encoding())});
  for (const auto& flaw : document->flaws()) {
    auto words = fmt::format("{}:{}: {}", flaw.position.line, flaw.position.column, flaw.message);
    if (options.whole && flaw.kind == xml::Flaw::Kind::cut_off) return Failure({Cause::unreadable, std::move(words)});
    notes.push_back({std::move(words)});
  }
  if (document->more_flaws() > 0) notes.back().times += document->more_flaws();
  if (document->doctype())
    for (const auto& entity : document->doctype()->external_entities) {
      if (entity.is_parameter || notes.size() > kMostTold) continue;
      const auto place = document->position(entity.offset);
      notes.push_back(
          {fmt::format("{}:{}: the entity &{}; lies outside the document, at \"{}\"; nothing outside is read, "
                       "so its text is missing where it is used",
                       place.line, place.column, entity.name, text::cut_utf8(entity.system_id, 200))});
    }
  if (options.strict && !notes.empty()) return fail(Cause::unreadable, "{}", notes.front().message);
  tell_misspelt_namespaces(*document, notes);
  return document;
}

std::string trimmed(xml::Node node) {
  std::string text = node.text();
  const auto inside = text::trim(text);
  const auto first = static_cast<std::size_t>(inside.data() - text.data());
  text.resize(first + inside.size());
  text.erase(0, first);
  return text;
}

std::string one_line(xml::Node node) { return text::collapse_space(node.text()); }

std::string markup_in(xml::Node node) {
  const auto elements = node.children();
  if (elements.empty()) return trimmed(node);
  // Markup that was not escaped stands in the feed's own namespace or in XHTML's; both are HTML here.
  return std::string(text::trim(node.inner((*elements.begin()).name().uri)));
}

std::string absolute_markup_in(xml::Node node, std::string_view base) {
  return absolute(markup_in(node), base_of(node, base), node.children().empty() ? XmlBase::ignored : XmlBase::counts);
}

std::string address(xml::Node node, std::string_view base) {
  const std::string written = trimmed(node);
  return written.empty() ? written : text::resolve(base_of(node, base), written);
}

std::optional<model::Date> read_date(xml::Node node, Context& context) {
  std::string written = one_line(node);
  if (written.empty()) return std::nullopt;
  const auto instant = text::parse_date(written);
  if (!instant)
    context.note(node, fmt::format("<{}> holds no date that can be read: '{}'; it is kept as text", node.name().local,
                                   text::cut_utf8(written, 80)));
  return model::Date{instant, std::move(written)};
}

std::optional<std::uint64_t> read_number(std::string_view text) {
  text = text::trim(text);
  if (text.empty() || text.size() > 18) return std::nullopt;
  std::uint64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(c - '0');
  }
  return number;
}

namespace {

bool is_mail(std::string_view text) {
  const auto at = text.find('@');
  return at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
         text.find_first_of(" \t\r\n()<>") == std::string_view::npos;
}

std::string_view without_scheme(std::string_view mail) {
  return text::equals_ignoring_case(mail.substr(0, 7), "mailto:") ? mail.substr(7) : mail;
}

std::string_view unquoted(std::string_view name) {
  name = text::trim(name);
  const bool quoted = name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front();
  return quoted ? name.substr(1, name.size() - 2) : name;
}

}  // namespace

model::Person read_person(std::string_view written) {
  const std::string line = text::collapse_space(written);
  const std::string_view whole = line;
  model::Person person;
  // The pair of signs around one of the two parts, and what stands before it.
  for (const char open : {'(', '<'}) {
    const char close = open == '(' ? ')' : '>';
    const auto first = whole.find(open);
    if (first == std::string_view::npos || whole.back() != close) continue;
    const auto outside = text::trim(whole.substr(0, first));
    const auto inside = text::trim(whole.substr(first + 1, whole.size() - first - 2));
    const auto mail = without_scheme(open == '(' && is_mail(without_scheme(outside)) ? outside : inside);
    const auto name = mail.data() == without_scheme(outside).data() ? inside : outside;
    if (!is_mail(mail)) continue;
    person.email = std::string(mail);
    person.name = std::string(unquoted(name));
    return person;
  }
  if (is_mail(without_scheme(whole))) person.email = std::string(without_scheme(whole));
  else person.name = line;
  return person;
}

void add_person(std::vector<model::Person>& people, model::Person person) {
  if (person == model::Person()) return;
  for (auto& known : people) {
    const bool same_name = !person.name.empty() && known.name == person.name;
    const bool same_mail = !person.email.empty() && known.email == person.email;
    const bool contradicts = (!known.email.empty() && !person.email.empty() && known.email != person.email) ||
                             (!known.name.empty() && !person.name.empty() && known.name != person.name) ||
                             (!known.url.empty() && !person.url.empty() && known.url != person.url);
    if ((!same_name && !same_mail) || contradicts) continue;
    if (known.name.empty()) known.name = std::move(person.name);
    if (known.email.empty()) known.email = std::move(person.email);
    if (known.url.empty()) known.url = std::move(person.url);
    if (known.avatar.empty()) known.avatar = std::move(person.avatar);
    return;
  }
  people.push_back(std::move(person));
}

void add_category(std::vector<model::Category>& categories, model::Category category) {
  const bool known =
      std::any_of(categories.begin(), categories.end(), [&](const auto& other) { return other.term == category.term; });
  if (!known && !category.term.empty()) categories.push_back(std::move(category));
}

std::string base_of(xml::Node node, std::string_view base) {
  const auto own = node.attribute("base", kXmlUri);
  return own ? text::resolve(base, *own) : std::string(base);
}

std::string language_of(xml::Node node, std::string_view language) {
  const auto own = node.attribute("lang", kXmlUri);
  if (!own) return std::string(language);
  const std::string usual = text::normalize_language(*own);
  return usual.empty() ? std::string(text::trim(*own)) : usual;
}

namespace {

bool has_xml_base(xml::Node node) {
  for (std::optional<xml::Node> at = node; at; at = at->parent())
    if (at->attribute("base", kXmlUri)) return true;
  return false;
}

}  // namespace

void keep(xml::Node node, model::Foreign& foreign, std::string_view base) {
  std::string element = node.outer(has_xml_base(node) ? base : std::string_view());
  // A namespace is compared letter by letter: readers know the element by the right spelling alone.
  const auto uri = node.name().uri;
  if (const auto meant = meant_by(uri); meant != uri) {
    const auto written = fmt::format("=\"{}\"", text::escape_xml_attribute(uri));
    const auto at = element.substr(0, element.find('>')).find(written);
    if (at != std::string::npos) element.replace(at, written.size(), fmt::format("=\"{}\"", meant));
  }
  foreign.xml.push_back(std::move(element));
}

void keep_attributes(xml::Node node, std::initializer_list<std::string_view> known, model::Foreign& foreign,
                     std::string_view of) {
  for (const auto& attribute : node.attributes()) {
    const auto& [uri, local] = attribute.name;
    if (uri == kXmlUri && (local == "base" || (local == "lang" && (of.empty() || of == kRootAttributes)))) continue;
    if (local == "parseType" && vocabulary_of(uri) == Vocabulary::rdf) continue;  // how it is written, no fact
    if (local == "about" && vocabulary_of(uri) == Vocabulary::rdf) continue;      // the id
    // RSS's own are read in capitals as well.
    const bool any_case = node.name().uri.empty();
    const auto is_that = [&](std::string_view name) {
      return any_case ? text::equals_ignoring_case(name, local) : name == local;
    };
    if (uri.empty() && std::any_of(known.begin(), known.end(), is_that)) continue;
    foreign.attributes.push_back({std::string(uri), std::string(attribute.prefix), std::string(local),
                                  std::string(attribute.value), std::string(of)});
  }
}

void keep_attributes_of(xml::Node element, model::Foreign& foreign) {
  if (element.attributes().empty()) return;
  // clang-format off
  constexpr auto kScalars = std::to_array<std::string_view>(
      {"title", "link", "description", "comments", "pubDate", "guid", "encoded", "id", "summary", "content", "updated", "published", "rights", "subtitle",
       "generator", "icon", "logo", "language", "copyright", "managingEditor", "webMaster", "lastBuildDate", "docs", "ttl", "rating", "modified"});
  const auto name = element.name().local;
  if (std::find(kScalars.begin(), kScalars.end(), name) == kScalars.end()) return;
  if (name == "link" && element.attribute("href")) return;  // Atom's, which has a place for each
  keep_attributes(element, {"type", "mode", "isPermaLink", "uri", "url", "version", "src"}, foreign, name);
}

void keep_people(const Draft& draft, const Context& context, const std::vector<model::Person>& authors,
                 const std::vector<model::Person>& contributors, bool has_mail_element, model::Foreign& foreign) {
  if (draft.atom_authors.empty() && draft.creators.empty() && draft.contributors.empty()) return;
  const bool are_ours = draft.extras.find("authors") != nullptr;
  std::vector<bool> in_creator(authors.size()), in_atom(authors.size()), in_contributor(contributors.size());
  // Whether one of the authors, whom no element before has named, is written as this one.
  const auto claim = [](const std::vector<model::Person>& people, std::vector<bool>& taken, auto is_same) {
    for (std::size_t at = 0; at < people.size(); ++at)
      if (!taken[at] && is_same(people[at])) return taken[at] = true, true;
    return false;
  };
  // clang-format on
  const auto keeps = [&](const Named& named) {
    if (named.behind_ours || context.home == Home::atom) return true;
    if (are_ours) return false;
    const auto name = named.node.name();
    if (context.names.vocabulary(named.node) != Vocabulary::dc) {
      if (!rss::are_in_atom(authors)) return true;
      return !claim(authors, in_atom, [&](const auto& person) { return as_read(person) == named.person; });
    }
    if (name.local != "creator" || !named.node.attributes().empty()) return true;
    const std::string words = one_line(named.node);
    return !claim(authors, in_creator, [&](const auto& person) {
      return (!has_mail_element || person.email.empty()) && rss::words_of(person) == words;
    });
  };
  const auto keeps_contributor = [&](const Named& named) {
    if (named.behind_ours || context.home == Home::atom) return true;
    const auto vocabulary = context.names.vocabulary(named.node);
    if (vocabulary == Vocabulary::dc || vocabulary == Vocabulary::dcterms) return true;
    if (draft.extras.find("contributors") != nullptr) return false;
    return !claim(contributors, in_contributor, [&](const auto& person) { return as_read(person) == named.person; });
  };
  for (const auto& named : draft.contributors)
    if (keeps_contributor(named)) keep(named.node, foreign);
  for (const auto& named : draft.atom_authors)
    if (keeps(named)) keep(named.node, foreign);
  for (const auto& named : draft.creators)
    if (keeps(named)) keep(named.node, foreign);
}

void keep_instructions(const xml::Document& document, model::Feed& feed) {
  const auto root = document.root().start_offset();
  for (const auto node : document.prologue())
    if (node.kind() == xml::Kind::instruction && node.start_offset() < root)
      feed.instructions.emplace_back(node.value());
}

}  // namespace syndicat::formats
