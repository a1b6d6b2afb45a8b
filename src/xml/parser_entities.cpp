// References (XML 1.0, section 4.1) and the DOCTYPE (section 2.8), as far as it is needed to know the
// document's own entities. Nothing outside is read: external entities stay empty, an external subset is
// passed over.

#include <fmt/format.h>

#include <algorithm>

#include "text/character_reference.hpp"
#include "text/encoding.hpp"
#include "text/unicode.hpp"
#include "xml/characters.hpp"
#include "xml/parser.hpp"

namespace syndicat::xml {
namespace {

constexpr unsigned kMostNesting = 32;  // entities within each other

char predefined(std::string_view name) {
  if (name == "amp") return '&';
  if (name == "lt") return '<';
  if (name == "gt") return '>';
  if (name == "quot") return '"';
  if (name == "apos") return '\'';
  return '\0';
}

// The number of "#38" or "#x26"; a number that is too large gives 0x110000, rubbish nothing.
std::optional<char32_t> number(std::string_view digits) {
  if (digits.empty()) return std::nullopt;
  const bool hex = digits.starts_with('x');
  if (hex) digits.remove_prefix(1);
  if (digits.empty()) return std::nullopt;
  char32_t value = 0;
  for (const char c : digits) {
    unsigned digit = 0;
    if (c >= '0' && c <= '9') digit = static_cast<unsigned>(c - '0');
    else if (hex && ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')))
      digit = static_cast<unsigned>((c | 0x20) - 'a' + 10);
    else return std::nullopt;
    if (value <= 0x10FFFF) value = value * (hex ? 16 : 10) + digit;
  }
  return value;
}

// The HTML Standard, section 13.5; but two names mean what XHTML 1.0's own DTD says, which is what a document that
// declared them had.
std::string characters_of(std::string_view reference) {
  if (reference == "&lang;") return "\u2329";
  if (reference == "&rang;") return "\u232A";
  std::string characters;
  if (text::read_reference(reference, false, characters).length != reference.size()) return {};
  return characters;
}

std::string as_numbers(std::string_view characters) {
  std::string references;
  for (std::size_t at = 0; at < characters.size();)
    references += fmt::format("&#{};", static_cast<std::uint32_t>(text::next_character(characters, at)));
  return references;
}

}  // namespace

// Reads "&...;" and appends what it means.
void Parser::reference(std::string& into, Place place) {
  const auto* start = input_.at;
  ++input_.at;
  if (!ended() && *input_.at == '#') {
    if (character_reference(into)) return;
    input_.at = start + 1;
    into += '&';
    return;
  }
  const auto entity_name = name();
  if (entity_name.empty() || ended() || *input_.at != ';') {
    flaw(offset(start), Flaw::Kind::syntax, "\"&\" starts no reference here; write &amp; for the character");
    input_.at = start;
    // "&copy 2026": HTML knows some names without a semicolon, and people who write for it leave that away.
    const auto length = tree_.as_meant ? text::read_reference(rest(), true, into).length : 0;
    if (length == 0) into += '&';
    input_.at += std::max<std::size_t>(length, 1);
    return;
  }
  ++input_.at;
  if (const char c = predefined(entity_name); c != '\0') {
    into += c;
    return;
  }
  if (const auto found = entities_.find(entity_name); found != entities_.end())
    return expand(found->second, entity_name, into, place, offset(start));

  const std::string_view written(start, static_cast<std::size_t>(input_.at - start));
  const auto characters = characters_of(written);
  // Section 4.1, "Entity Declared": where declarations lie outside, a reader that does not read them cannot
  // know.
  if (!more_declarations_ || place == Place::value)
    flaw(offset(start), Flaw::Kind::entity,
         characters.empty()
             ? fmt::format("the entity &{}; is not declared; write the character itself, or &amp; for \"&\"",
                           entity_name)
             : fmt::format("the entity &{}; is HTML's, XML does not know it; write {}", entity_name,
                           as_numbers(characters)),
         std::string(entity_name));
  into += characters.empty() ? written : characters;
}

// "#...;" behind an ampersand.
bool Parser::character_reference(std::string& into) {
  const auto* start = input_.at;
  const auto close = rest().substr(0, 64).find(';');
  const auto value = close == std::string_view::npos ? std::nullopt : number(rest().substr(1, close - 1));
  if (!value) {
    flaw(offset(start - 1), Flaw::Kind::syntax, "\"&#\" starts no character reference here; write &amp;# for the text");
    return false;
  }
  input_.at += close + 1;
  // Controls that nobody means: the number is windows-1252's, as HTML reads it.
  const auto windows = *value >= 0x80 && *value <= 0x9F ? text::windows_1252(static_cast<char>(*value)) : *value;
  if (tree_.as_meant && windows != *value) {
    std::string meant;
    text::append_utf8(meant, windows);
    flaw(offset(start - 1), Flaw::Kind::character,
         fmt::format("the character reference &{}; names a control character, {} is meant; write that",
                     std::string_view(start, close), as_numbers(meant)));
    into += meant;
    return true;
  }
  if (is_character(*value)) {
    text::append_utf8(into, *value);
    return true;
  }
  flaw(offset(start - 1), Flaw::Kind::character,
       fmt::format("the character reference &{}; names no character that may stand in XML; remove it",
                   std::string_view(start, close)));
  text::append_utf8(into, 0xFFFD);
  return true;
}

Entity* Parser::entity_with_markup() {
  if (entities_.empty()) return nullptr;
  const auto* start = input_.at;
  ++input_.at;
  const auto entity_name = name();
  const bool complete = !entity_name.empty() && !ended() && *input_.at == ';';
  input_.at = start;
  if (!complete) return nullptr;
  const auto found = entities_.find(entity_name);
  if (found == entities_.end() || found->second.text.find_first_of("<&") == std::string_view::npos) return nullptr;
  return &found->second;
}

// Reads an entity's text as content, in place of the reference that stands here.
void Parser::include(Entity& entity) {
  const auto start = offset(input_.at);
  const auto close = rest().find(';');
  const std::string about(rest().substr(1, close - 1));
  input_.at += close + 1;
  expanded_ += entity.text.size();
  if (expanded_ > limits_.max_entities || entity_depth_ >= kMostNesting)
    return limit(start,
                 fmt::format("the entities of the document grow beyond the limit of {} bytes; write the text itself",
                             limits_.max_entities));
  if (entity.in_use)
    return flaw(start, Flaw::Kind::entity, fmt::format("the entity &{}; contains itself", about), about);

  const auto saved = input_;
  const auto saved_base = entity_base_;
  const auto end = end_offset(input_.at);
  entity.in_use = true;
  ++entity_depth_;
  entity_base_ = open_.size();
  input_ = {entity.text.data(), entity.text.data(), entity.text.data() + entity.text.size(), true, start, end};
  content(entity_base_ - 1);
  if (!stopped_ && (open_.size() > entity_base_ || !ended()))
    flaw(start, Flaw::Kind::syntax, fmt::format("the entity &{}; opens a tag that it does not close", about), about);
  close_open(entity_base_);
  entity_base_ = saved_base;
  --entity_depth_;
  entity.in_use = false;
  input_ = saved;
}

// Appends an entity's text, in an attribute's value or where it has no markup.
void Parser::expand(Entity& entity, std::string_view about, std::string& into, Place place, std::uint32_t at) {
  if (stopped_) return;
  expanded_ += entity.text.size();
  if (expanded_ > limits_.max_entities || entity_depth_ >= kMostNesting)
    return limit(at,
                 fmt::format("the entities of the document grow beyond the limit of {} bytes; write the text itself",
                             limits_.max_entities));
  if (entity.in_use)
    return flaw(at, Flaw::Kind::entity, fmt::format("the entity &{}; contains itself", about), std::string(about));
  if (place == Place::value && entity.outside)
    return flaw(at, Flaw::Kind::entity, fmt::format("the external entity &{}; may not stand in an attribute", about),
                std::string(about));
  if (place == Place::value && entity.text.find('<') != std::string_view::npos)
    return flaw(at, Flaw::Kind::syntax, fmt::format("the entity &{}; brings a \"<\" into an attribute", about),
                std::string(about));
  entity.in_use = true;
  ++entity_depth_;
  expand_text(entity.text, into, place, at);
  --entity_depth_;
  entity.in_use = false;
}

void Parser::expand_text(std::string_view replacement, std::string& into, Place place, std::uint32_t at) {
  const auto saved = input_;
  input_ = {replacement.data(), replacement.data(), replacement.data() + replacement.size(), true, at, at};
  while (!stopped_ && !ended()) {
    if (*input_.at == '&') {
      reference(into, place);
      continue;
    }
    into += place == Place::value && is(*input_.at, kBlank) ? ' ' : *input_.at;
    ++input_.at;
  }
  input_ = saved;
}

// <!DOCTYPE name ExternalID? ('[' subset ']')? >
void Parser::doctype() {
  const auto* start = input_.at;
  if (doctype_seen_) flaw(offset(start), Flaw::Kind::syntax, "there is a second DOCTYPE; remove it");
  doctype_seen_ = true;
  input_.at += 9;
  Doctype found;
  found.offset = offset(start);
  bool good = skip_blanks();
  found.name = name();
  good = good && !found.name.empty();
  skip_blanks();
  if (rest().starts_with("SYSTEM") || rest().starts_with("PUBLIC")) {
    const bool is_public = rest().starts_with("PUBLIC");
    input_.at += 6;
    skip_blanks();
    const auto first = quoted();
    skip_blanks();
    const auto second = is_public ? quoted() : first;
    good = good && first && second;
    for (const auto& literal : {first, second})
      if (literal) check_characters(*literal, literal->data());
    if (is_public && first) found.public_id = *first;
    if (second) found.system_id = *second;
    more_declarations_ = true;
    skip_blanks();
  }
  tree_.doctype = std::move(found);
  if (!ended() && *input_.at == '[') {
    ++input_.at;
    good = internal_subset() && good;
    skip_blanks();
  }
  if (tree_.declaration && tree_.declaration->standalone == "yes") more_declarations_ = false;
  if (good && !ended() && *input_.at == '>') {
    ++input_.at;
    return;
  }
  if (ended() && good) {
    flaw(tree_.text.size(), Flaw::Kind::cut_off, "the document ends within its DOCTYPE; close it with >");
    return;
  }
  flaw(offset(start), Flaw::Kind::syntax, "the DOCTYPE is not well-formed; a feed needs none, remove it");
  const auto next = rest().find('>');
  input_.at = next == std::string_view::npos ? input_.end : input_.at + next + 1;
}

// Up to the "]" (section 2.8). False where something in it is no declaration.
bool Parser::internal_subset() {
  for (;;) {
    skip_blanks();
    if (ended()) return true;
    const auto here = rest();
    if (here[0] == ']') {
      ++input_.at;
      return true;
    }
    if (here[0] == '%') {
      ++input_.at;
      if (name().empty() || ended() || *input_.at != ';') return false;
      ++input_.at;
      more_declarations_ = true;
    } else if (here.starts_with("<!--")) {
      comment();
    } else if (here.starts_with("<?")) {
      instruction();
    } else if (here.starts_with("<!ENTITY")) {
      if (!entity_declaration()) return false;
    } else if (here.starts_with("<!ELEMENT") || here.starts_with("<!ATTLIST") || here.starts_with("<!NOTATION")) {
      if (!skip_declaration()) return false;
    } else {
      return false;
    }
  }
}

// Section 4.2. The first declaration of a name counts.
bool Parser::entity_declaration() {
  const auto start = offset(input_.at);
  input_.at += 8;
  if (!skip_blanks() || ended()) return ended();
  const bool parameter = *input_.at == '%';
  if (parameter) {
    ++input_.at;
    if (!skip_blanks()) return false;
  }
  const auto entity_name = name();
  if (entity_name.empty() || !skip_blanks()) return false;
  if (ended()) return true;
  Entity entity;
  if (*input_.at == '"' || *input_.at == '\'') {
    const auto* value = input_.at + 1;
    const auto literal = quoted();
    if (!literal) return false;
    // A parameter entity is never used: what it would declare stays unknown.
    if (!parameter) entity.text = replacement_text(*literal, offset(value));
  } else if (rest().starts_with("SYSTEM") || rest().starts_with("PUBLIC")) {
    const bool is_public = rest().starts_with("PUBLIC");
    input_.at += 6;
    skip_blanks();
    const auto first = quoted();
    skip_blanks();
    const auto second = is_public ? quoted() : first;
    if (!first || !second) return false;
    entity.outside = true;
    tree_.doctype->external_entities.push_back({std::string(entity_name), std::string(*second), start, parameter});
    if (skip_blanks() && !parameter && rest().starts_with("NDATA")) {
      input_.at += 5;
      if (!skip_blanks() || name().empty()) return false;
    }
  } else {
    return false;
  }
  skip_blanks();
  if (ended()) return true;
  if (*input_.at != '>') return false;
  ++input_.at;
  if (!parameter) entities_.try_emplace(entity_name, entity);
  return true;
}

// Element types, attribute lists and notations say nothing that a reader of feeds needs.
bool Parser::skip_declaration() {
  ++input_.at;
  while (!ended() && *input_.at != '>') {
    if (*input_.at == '"' || *input_.at == '\'') {
      if (!quoted()) return false;
    } else if (*input_.at == '<') {
      return false;
    } else {
      ++input_.at;
    }
  }
  if (!ended()) ++input_.at;
  return true;
}

// What stands between quotation marks, or nothing.
std::optional<std::string_view> Parser::quoted() {
  if (ended() || (*input_.at != '"' && *input_.at != '\'')) return std::nullopt;
  const auto close = rest().find(*input_.at, 1);
  if (close == std::string_view::npos) return std::nullopt;
  const auto inside = rest().substr(1, close - 1);
  input_.at += close + 1;
  return inside;
}

// Section 4.5: character references are resolved at once, general entities when they are used.
std::string_view Parser::replacement_text(std::string_view literal, std::uint32_t at) {
  check_characters(literal, tree_.text.data() + at);
  if (literal.find_first_of("&%\r") == std::string_view::npos) return literal;
  std::string replacement;
  for (std::size_t place = 0; place < literal.size(); ++place) {
    const char c = literal[place];
    const auto close = literal.find(';', place);
    if (c == '&' && close != std::string_view::npos && place + 1 < literal.size() && literal[place + 1] == '#') {
      const auto value = number(literal.substr(place + 2, close - place - 2));
      if (value && is_character(*value)) {
        // A reference to "&" or "<" is data in the end: the replacement text is read once more.
        text::append_utf8(replacement, *value);
        place = close;
        continue;
      }
      flaw(at + place, Flaw::Kind::character, "this character reference names no character that may stand in XML");
    } else if (c == '%') {
      flaw(at + place, Flaw::Kind::syntax, "\"%\" may not stand in an entity's value here; write &#37;");
    } else if (c == '\r') {
      if (place + 1 >= literal.size() || literal[place + 1] != '\n') replacement += '\n';
      continue;
    }
    replacement += c;
  }
  return tree_.arena.keep(replacement);
}

}  // namespace syndicat::xml
