// Start and end tags (XML 1.0, section 3.1) and the namespaces of their names (Namespaces in XML 1.0).

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "text/nearest.hpp"
#include "text/unicode.hpp"
#include "xml/characters.hpp"
#include "xml/parser.hpp"
#include "xml/usual_prefixes.hpp"

namespace syndicat::xml {
namespace {

// Whether a name without a colon can begin as this does (Namespaces in XML, section 3, NCName).
bool begins_name(std::string_view local) {
  if (local.empty() || local[0] == ':') return false;
  if (static_cast<unsigned char>(local[0]) < 0x80) return is(local[0], kNameStart);
  std::size_t at = 0;
  return is_name_start(text::next_character(local, at));
}

}  // namespace

void Parser::start_tag() {
  const auto* tag = input_.at;
  if (open_.size() >= limits_.max_depth) empty_voids(entity_base_);
  if (open_.size() >= limits_.max_depth)
    return limit(offset(tag), fmt::format("elements stand more than {} deep within each other", limits_.max_depth));
  ++input_.at;
  const auto written_name = name();
  if (written_name.empty()) {
    flaw(offset(tag), Flaw::Kind::syntax, "\"<\" starts no tag here; write &lt; for the character");
    return add_text(Kind::text, {tag, 1}, offset(tag), end_offset(input_.at));
  }
  raw_.clear();
  const auto kind = attributes(tag, written_name);
  if (stopped_) return;
  if (kind == Tag::cut_off)
    return flaw(tree_.text.size(), Flaw::Kind::cut_off,
                fmt::format("the document ends within the tag <{} (begun in line {}); close it with >", written_name,
                            tree_.place(offset(tag)).line),
                std::string(written_name));

  Open open{0, kNone, rebindings_.size()};
  const auto first_binding = tree_.bindings.size();
  for (const auto& attribute : raw_) bind(attribute);
  const auto written = tree_.words.id(written_name);
  auto& parts = take_apart(written, offset(tag) + 1);
  if (parts.is_void != Void::never && kind == Tag::open && tree_.as_meant)
    open.is_void = parts.is_void == Void::always || (parts.is_void == Void::with_href && has_attribute("href")) ||
                   (parts.is_void == Void::with_src && (has_attribute("src") || has_attribute("srcset")));
  const auto uri = resolve_prefix(parts.prefix, offset(tag) + 1);

  NodeRecord record;
  record.start = offset(tag);
  record.end = end_offset(input_.at);
  record.element = {name_id(parts, uri), written, end_offset(input_.at),
                    static_cast<std::uint32_t>(tree_.attributes.size()), 0};
  keys_.clear();
  for (const auto& attribute : raw_) {
    const auto& name = take_apart(attribute.written, attribute.start);
    if (name.prefix == xmlns_word_ || (name.prefix == no_word_ && name.local == xmlns_word_)) continue;
    // An attribute without a prefix is in no namespace (Namespaces in XML, section 6.2).
    const auto space = name.prefix == no_word_ ? no_word_ : resolve_prefix(name.prefix, attribute.start);
    keys_.push_back(static_cast<std::uint64_t>(space) << 32U | name.local);
    tree_.attributes.push_back({{tree_.words[space], tree_.words[name.local]},
                                tree_.words[name.prefix],
                                attribute.value,
                                attribute.start,
                                attribute.value_start,
                                attribute.value_end});
  }
  const auto first = record.element.first_attribute;
  check_twice(first, written_name);
  record.element.attribute_count = static_cast<std::uint32_t>(tree_.attributes.size() - first);
  const auto node = add(record);
  if (tree_.root == kNone) tree_.root = node;
  for (auto at = first_binding; at < tree_.bindings.size(); ++at) tree_.bindings[at].element = node;
  open.node = node;
  open_.push_back(open);
  open_voids_ += open.is_void ? 1 : 0;
  if (kind == Tag::empty) close_open(open_.size() - 1);
}

// The attributes up to the tag's end, into `raw_`.
Parser::Tag Parser::attributes(const char* tag, std::string_view element) {
  for (;;) {
    const bool blank = skip_blanks();
    if (ended()) return Tag::cut_off;
    if (static_cast<std::size_t>(input_.at - tag) > limits_.max_tag) {
      limit(offset(tag),
            fmt::format("the start tag of <{}> is longer than the limit of {} bytes", element, limits_.max_tag));
      return Tag::cut_off;
    }
    if (*input_.at == '>') {
      ++input_.at;
      return Tag::open;
    }
    if (*input_.at == '/') {
      if (input_.end - input_.at > 1 && input_.at[1] == '>') {
        input_.at += 2;
        return Tag::empty;
      }
      flaw(offset(input_.at), Flaw::Kind::syntax,
           fmt::format("\"/\" stands alone in the tag of <{}>; remove it", element));
      ++input_.at;
      continue;
    }
    if (*input_.at == '<') {
      // As people mean it: the tag was never closed, and the next begins.
      flaw(offset(input_.at), Flaw::Kind::syntax, fmt::format("the tag of <{}> is not closed; end it with >", element));
      return Tag::open;
    }
    if (!blank)
      flaw(offset(input_.at), Flaw::Kind::syntax,
           fmt::format("attributes of <{}> must be apart by a blank; put one here", element));
    if (!attribute(element)) return Tag::cut_off;
  }
}

// One attribute; false where the text ends within it.
bool Parser::attribute(std::string_view element) {
  RawAttribute attribute{};
  attribute.start = offset(input_.at);
  const auto written = name();
  if (written.empty()) {
    flaw(attribute.start, Flaw::Kind::syntax,
         fmt::format("an attribute of <{}> cannot begin with \"{}\"; remove it", element,
                     text::cut_utf8(rest(), static_cast<unsigned char>(*input_.at) < 0x80 ? 1 : 4)));
    ++input_.at;
    while (!ended() && (static_cast<unsigned char>(*input_.at) & 0xC0U) == 0x80U) ++input_.at;
    return !ended();
  }
  const auto* behind = input_.at;
  skip_blanks();
  if (ended()) return false;
  attribute.written = tree_.words.id(written);
  if (*input_.at != '=') {
    flaw(attribute.start, Flaw::Kind::syntax,
         fmt::format("the attribute {} of <{}> has no value; write {}=\"...\"", written, element, written));
    input_.at = behind;
    attribute.value_start = attribute.value_end = end_offset(behind);
    raw_.push_back(attribute);
    return true;
  }
  ++input_.at;
  skip_blanks();
  if (ended()) return false;
  attribute.value = attribute_value(element, written, attribute);
  raw_.push_back(attribute);
  return !ended();
}

std::string_view Parser::attribute_value(std::string_view element, std::string_view name, RawAttribute& attribute) {
  const char quote = *input_.at;
  if (quote != '"' && quote != '\'') {
    flaw(offset(input_.at), Flaw::Kind::syntax,
         fmt::format("the value of {} in <{}> must stand in quotation marks", name, element));
    const auto* start = input_.at;
    while (!ended() && !is(*input_.at, kBlank) && *input_.at != '>') ++input_.at;
    attribute.value_start = offset(start);
    attribute.value_end = end_offset(input_.at);
    const std::string_view bare(start, static_cast<std::size_t>(input_.at - start));
    const auto is_kept = [](char c) { return static_cast<unsigned char>(c) >= 0x20; };
    if (std::ranges::all_of(bare, is_kept)) return bare;
    std::string value;
    std::ranges::copy_if(bare, std::back_inserter(value), is_kept);
    return tree_.arena.keep(value);
  }
  ++input_.at;
  const auto* start = input_.at;
  bool as_written = true;
  while (!ended() && *input_.at != quote) {
    if (!is(*input_.at, kValueStop) || *input_.at == '"' || *input_.at == '\'') {
      ++input_.at;
      continue;
    }
    as_written = false;
    if (*input_.at == '<')
      flaw(offset(input_.at), Flaw::Kind::syntax,
           fmt::format("\"<\" may not stand in the value of {} in <{}>; write &lt;", name, element));
    ++input_.at;
  }
  attribute.value_start = offset(start);
  attribute.value_end = end_offset(input_.at);
  const std::string_view raw(start, static_cast<std::size_t>(input_.at - start));
  if (as_written) {
    if (!ended()) ++input_.at;
    return raw;
  }
  check_characters(raw, start);
  // Section 3.3.3: references are resolved, each white space becomes a blank.
  const auto* behind = input_.at;
  const auto* end = input_.end;
  std::string value;
  input_.at = start;
  input_.end = behind;
  while (!ended()) {
    const char c = *input_.at;
    if (c == '&') {
      reference(value, Place::value);
      continue;
    }
    // What XML forbids was told above, and goes.
    if (static_cast<unsigned char>(c) < 0x20 && !is(c, kBlank)) {
      ++input_.at;
      continue;
    }
    if (static_cast<unsigned char>(c) == 0xEF && is_noncharacter(input_.at, input_.end)) {
      input_.at += 3;
      continue;
    }
    if (c == '\r' && behind - input_.at > 1 && input_.at[1] == '\n') ++input_.at;
    value += is(c, kBlank) ? ' ' : c;
    ++input_.at;
  }
  input_.end = end;
  input_.at = behind;
  if (!ended()) ++input_.at;
  return tree_.arena.keep(value);
}

void Parser::end_tag() {
  const auto* tag = input_.at;
  input_.at += 2;
  const auto written = name();
  skip_blanks();
  if (ended()) return;  // told as cut off by who called
  if (*input_.at == '>') {
    ++input_.at;
  } else {
    flaw(offset(input_.at), Flaw::Kind::syntax, fmt::format("the end tag </{} must be closed with >", written));
    while (!ended() && *input_.at != '>' && *input_.at != '<') ++input_.at;
    if (!ended() && *input_.at == '>') ++input_.at;
  }
  const auto name_of = [&](const Open& open) { return tree_.words[tree_.nodes[open.node].element.written]; };
  const auto closes_innermost = [&] { return open_.size() > entity_base_ && name_of(open_.back()) == written; };
  if (closes_innermost()) return close_open(open_.size() - 1);
  if (open_voids_ > 0) {
    auto depth = open_.size();
    while (depth > entity_base_ && name_of(open_[depth - 1]) != written) --depth;
    if (depth > entity_base_) empty_voids(depth);
    if (closes_innermost()) return close_open(open_.size() - 1);
  }

  // A hostile document has a million of them; the words take longer than all else.
  if (tree_.flaws.size() < kMostFlaws)
    flaw(offset(tag), Flaw::Kind::syntax,
         fmt::format("</{}> does not close {}; write </{}> before it", written, opened(open_.back()),
                     name_of(open_.back())),
         std::string(name_of(open_.back())));
  else ++tree_.more_flaws;
  for (auto depth = open_.size(); depth > entity_base_; --depth)
    if (name_of(open_[depth - 1]) == written) return close_open(depth - 1);
  // "<title>...</titel>": it is the innermost one's, misspelt.
  constexpr std::size_t kLongestName = 32;
  const std::string innermost(open_.size() > entity_base_ ? name_of(open_.back()) : std::string_view());
  if (tree_.as_meant && written.size() <= kLongestName && innermost.size() <= kLongestName &&
      !text::nearest(written, {innermost}).empty())
    close_open(open_.size() - 1);
}

// HTML, section 13.1.2: people write "<br>" within feeds, unescaped.
Parser::Void Parser::void_of(std::string_view name) {
  constexpr std::array<std::string_view, 11> kNames = {"area", "base",  "br",   "col",   "embed", "hr",
                                                       "img",  "input", "meta", "track", "wbr"};
  const auto is_name = [&](std::string_view known) { return text::equals_ignoring_case(known, name); };
  if (is_name("link")) return Void::with_href;
  if (is_name("source")) return Void::with_src;
  return std::ranges::any_of(kNames, is_name) ? Void::always : Void::never;
}

bool Parser::has_attribute(std::string_view name) const {
  return std::ranges::any_of(raw_, [&](const auto& attribute) { return tree_.words[attribute.written] == name; });
}

// Ends such elements at their start tags, from the one at `floor` on: what was put into them stands behind them.
void Parser::empty_voids(std::size_t floor) {
  floor = std::max<std::size_t>(floor, 1);
  if (open_voids_ == 0) return;
  auto kept = std::min(floor, open_.size());
  for (auto at = kept; at < open_.size(); ++at) {
    const auto open = open_[at];
    if (!open.is_void) {
      open_[kept++] = open;
      continue;
    }
    auto& record = tree_.nodes[open.node];
    const auto name = tree_.words[record.element.written];
    if (tree_.flaws.size() < kMostFlaws)
      flaw(record.start, Flaw::Kind::syntax,
           fmt::format("<{}> is not closed; write <{}/>, or escape the markup (&lt;{}&gt;)", name, name, name),
           std::string(name));
    else ++tree_.more_flaws;
    --open_voids_;
    record.end = record.element.content;
    if (!record.has_nodes) continue;
    auto& parent = open_[kept - 1];
    for (auto child = open.node + 1; child != kNone; child = tree_.nodes[child].next)
      tree_.nodes[child].parent = parent.node;
    record.has_nodes = false;
    record.next = open.node + 1;
    parent.last = open.last;
  }
  open_.resize(kept);
}

// A namespace declaration (Namespaces in XML, section 3); other attributes are let pass.
void Parser::bind(const RawAttribute& attribute) {
  const auto& name = take_apart(attribute.written, attribute.start);
  const bool fallback = name.prefix == no_word_ && name.local == xmlns_word_;
  if (!fallback && name.prefix != xmlns_word_) return;
  const auto prefix = fallback ? no_word_ : name.local;
  const auto uri = tree_.words.id(attribute.value);
  if (prefix == xmlns_word_ || attribute.value == kXmlnsUri || (prefix == xml_word_) != (uri == xml_uri_)) {
    flaw(attribute.start, Flaw::Kind::prefix, "the prefixes xml and xmlns and their namespaces cannot be bound anew");
    return;
  }
  if (!fallback && attribute.value.empty())
    flaw(attribute.start, Flaw::Kind::prefix,
         fmt::format("the prefix {} is bound to nothing; give it the address of its namespace", tree_.words[prefix]));
  if (bound_.size() <= prefix) bound_.resize(prefix + 1, kNone);
  if (bound_by_.size() <= prefix) bound_by_.resize(prefix + 1, kNone);
  const auto element = static_cast<std::uint32_t>(tree_.nodes.size());  // that is being opened
  if (bound_by_[prefix] == element) {
    flaw(attribute.start, Flaw::Kind::syntax,
         fmt::format("{} is declared twice in one tag; keep one", tree_.words[attribute.written]));
    return;
  }
  bound_by_[prefix] = element;
  rebindings_.push_back({prefix, bound_[prefix]});
  bound_[prefix] = uri;
  tree_.bindings.push_back({tree_.words[prefix], attribute.value, 0, attribute.start, attribute.value_end + 1});
}

std::uint32_t Parser::resolve_prefix(std::uint32_t prefix, std::uint32_t at) {
  if (prefix < bound_.size() && bound_[prefix] != kNone) return bound_[prefix];
  const auto name = tree_.words[prefix];
  const auto usual = usual_namespace(name);
  auto words = name == "xmlns" ? std::string("the prefix xmlns is for declarations, no element's; take it out")
                               : fmt::format("the prefix {} is bound to no namespace; declare it with xmlns:{}=\"{}\"",
                                             name, name, usual.empty() ? "..." : usual);
  flaw(at, Flaw::Kind::prefix, std::move(words), std::string(name));
  if (!tree_.as_meant) return no_word_;
  // From here on it is bound, and told once.
  if (bound_.size() <= prefix) bound_.resize(prefix + 1, kNone);
  bound_[prefix] = tree_.words.id(usual.empty() ? tree_.arena.keep(std::string(kUnboundUri).append(name)) : usual);
  return bound_[prefix];
}

Parser::Written& Parser::take_apart(std::uint32_t written, std::uint32_t at) {
  if (written_.size() <= written) written_.resize(std::max<std::size_t>(written + 1, tree_.words.size()));
  if (written_[written].local != kNone) return written_[written];
  const auto name = tree_.words[written];
  const auto colon = name.find(':');
  const auto local = colon == std::string_view::npos ? name : name.substr(colon + 1);
  Written parts;
  if (colon == std::string_view::npos) {
    parts.prefix = no_word_;
    parts.local = written;
    parts.is_void = void_of(name);
  } else if (colon == 0 || !begins_name(local) || local.find(':') != std::string_view::npos) {
    flaw(at, Flaw::Kind::prefix, fmt::format("\"{}\" is no name with a namespace; write prefix:name or name", name),
         std::string(name));
    // What is kept of it can be written again.
    std::string mended(begins_name(name) && colon != 0 ? "" : "_");
    std::ranges::replace_copy(name, std::back_inserter(mended), ':', '_');
    parts.prefix = no_word_;
    parts.local = tree_.words.id(tree_.arena.keep(mended));
  } else {
    parts.prefix = tree_.words.id(name.substr(0, colon));
    parts.local = tree_.words.id(local);
  }
  if (written_.size() < tree_.words.size()) written_.resize(tree_.words.size());
  return written_[written] = parts;
}

std::uint32_t Parser::name_id(Written& written, std::uint32_t uri) {
  if (written.uri == uri && written.name != kNone) return written.name;
  const auto key = static_cast<std::uint64_t>(uri) << 32U | written.local;
  const auto [found, fresh] = name_ids_.try_emplace(key, static_cast<std::uint32_t>(tree_.names.size()));
  if (fresh) tree_.names.push_back({tree_.words[uri], tree_.words[written.local]});
  written.uri = uri;
  written.name = found->second;
  return written.name;
}

// No attribute twice (section 3.1; Namespaces in XML, section 6.3). The first one counts.
void Parser::check_twice(std::size_t first, std::string_view element) {
  if (keys_.size() < 2) return;
  auto sorted = keys_;
  std::sort(sorted.begin(), sorted.end());
  if (std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end()) return;
  std::unordered_map<std::uint64_t, bool> seen;
  auto kept = first;
  for (std::size_t at = 0; at < keys_.size(); ++at) {
    const auto attribute = tree_.attributes[first + at];
    if (!seen.try_emplace(keys_[at], true).second) {
      flaw(attribute.start, Flaw::Kind::syntax,
           fmt::format("<{}> has the attribute {} twice; keep one", element, attribute.name.local));
      continue;
    }
    tree_.attributes[kept++] = attribute;
  }
  tree_.attributes.resize(kept);
}

}  // namespace syndicat::xml
