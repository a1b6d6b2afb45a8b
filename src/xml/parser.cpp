#include "xml/parser.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/eight_bytes.hpp"
#include "text/unicode.hpp"
#include "xml/characters.hpp"

namespace syndicat::xml {
namespace {

// A node takes 40 bytes in memory and more in what is made of it, and "<a/>" four in the text: there may be so many as
// an honest document of the greatest size holds.
constexpr std::uint64_t kBytesPerNode = 16;
constexpr std::uint64_t kLeastNodes = 1'000'000;

std::string code_point(std::string_view text) {
  std::size_t at = 0;
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(text::next_character(text, at)));
}

}  // namespace

Parser::Parser(Tree& tree, const Limits& limits)
    : tree_(tree),
      limits_(limits),
      no_word_(tree.words.id("")),
      xmlns_word_(tree.words.id("xmlns")),
      xml_word_(tree.words.id("xml")),
      xml_uri_(tree.words.id(kXmlUri)) {
  bound_.assign(xml_uri_ + 1, kNone);
  bound_[no_word_] = no_word_;
  bound_[xml_word_] = xml_uri_;
  input_ = {tree.text.data(), tree.text.data(), tree.text.data() + tree.text.size()};
  tree.nodes.reserve(tree.text.size() / 48 + 16);
}

void Parser::run() {
  declaration();
  outside_root(true);
  if (stopped_ || ended()) {
    if (!stopped_ && tree_.flaws.empty())
      flaw(tree_.text.size(), Flaw::Kind::cut_off, "the document holds no element; give it one");
    return;
  }
  start_tag();
  if (!open_.empty()) content(0);
  if (!stopped_ && !open_.empty()) empty_voids(1);
  if (!stopped_ && !open_.empty()) cut_off();
  close_open(0);
  if (!stopped_ && tree_.root != kNone) outside_root(false);
}

namespace {

// "1." and digits; a reader of 1.0 takes them all (section 2.8).
bool is_version(std::string_view word) {
  return word.size() > 2 && word.starts_with("1.") && word.find_first_not_of("0123456789", 2) == std::string_view::npos;
}

}  // namespace

// XML 1.0, section 2.8: version, then encoding, then standalone, and nothing before them.
void Parser::declaration() {
  const auto* start = input_.at;
  skip_blanks();
  if (!rest().starts_with("<?xml") || rest().size() < 6 || !is(rest()[5], kBlank)) {
    input_.at = start;
    return;
  }
  if (input_.at != start)
    flaw(0, Flaw::Kind::late_declaration,
         "white space stands before the XML declaration; start the document with <?xml");
  const auto* place = input_.at;
  tree_.declaration = read_declaration(rest());
  const auto close = rest().substr(0, 4096).find("?>");
  if (!tree_.declaration || close == std::string_view::npos) {
    flaw(offset(place), Flaw::Kind::syntax, "the XML declaration is not closed; end it with ?>");
    const auto next = rest().find('>');
    input_.at = next == std::string_view::npos ? input_.end : input_.at + next + 1;
    return;
  }
  tree_.declaration->encoding_offset += offset(place);
  const auto* end = input_.at + close;
  input_.at += 5;
  std::size_t next = 0;
  constexpr std::string_view kOrder[] = {"version", "encoding", "standalone"};
  bool good = true;
  while (good) {
    const bool blank = skip_blanks();
    if (input_.at >= end) break;
    const auto word = name();
    std::size_t which = next;
    while (which < 3 && kOrder[which] != word) ++which;
    good = blank && which < 3 && (next > 0 || which == 0);
    next = which + 1;
    skip_blanks();
    good = good && input_.at < end && *input_.at == '=';
    if (good) ++input_.at;
    skip_blanks();
    const auto value = good ? quoted() : std::nullopt;
    good = value && input_.at <= end && (word != "standalone" || *value == "yes" || *value == "no") &&
           (word != "version" || is_version(*value)) && (word != "encoding" || !value->empty());
  }
  if (!good || next == 0)
    flaw(offset(place), Flaw::Kind::syntax,
         "the XML declaration is not well-formed; write <?xml version=\"1.0\" encoding=\"utf-8\"?>");
  input_.at = end + 2;
}

// Before and after the root element: comments, instructions, white space; before it also one DOCTYPE.
void Parser::outside_root(bool before) {
  while (!stopped_) {
    skip_blanks();
    if (ended()) return;
    const auto here = rest();
    if (here.starts_with("<!--")) {
      comment();
    } else if (here.starts_with("<?")) {
      instruction();
    } else if (before && here.starts_with("<!DOCTYPE")) {
      doctype();
    } else if (before && here.size() > 1 && here[0] == '<' &&
               (is(here[1], kNameStart) || static_cast<unsigned char>(here[1]) >= 0x80)) {
      return;
    } else if (before) {
      flaw(offset(input_.at), Flaw::Kind::syntax,
           here[0] == '<' ? "this is no tag; start the document with its element"
                          : "text stands before the first element; remove it");
      const auto next = here.find('<', 1);
      input_.at = next == std::string_view::npos ? input_.end : input_.at + next;
    } else {
      flaw(offset(input_.at), Flaw::Kind::syntax,
           fmt::format("something stands behind </{}>, the document's end; remove it",
                       tree_.words[tree_.nodes[tree_.root].element.written]));
      input_.at = input_.end;
    }
  }
}

// Reads until the element at `floor` is closed, or the input ends.
void Parser::content(std::size_t floor) {
  while (!stopped_ && !ended() && open_.size() > floor) {
    if (*input_.at != '<') {
      text();
      continue;
    }
    const auto here = rest();
    const char next = here.size() > 1 ? here[1] : '\0';
    if (next == '/') end_tag();
    else if (is(next, kNameStart) || static_cast<unsigned char>(next) >= 0x80) start_tag();
    else if (here.starts_with("<!--")) comment();
    else if (here.starts_with("<![CDATA[")) cdata();
    else if (next == '?') instruction();
    else text();
  }
}

// Character data up to the next markup (section 2.4), as one node.
void Parser::text() {
  const auto* start = input_.at;
  const auto* piece = start;
  bool as_written = true;
  std::string resolved;
  const auto keep_piece = [&] {
    resolved.append(piece, static_cast<std::size_t>(input_.at - piece));
    as_written = false;
  };
  const auto finish = [&](const char* end) {
    if (as_written) {
      add_text(Kind::text, {start, static_cast<std::size_t>(end - start)}, offset(start), end_offset(end));
    } else if (!resolved.empty()) {
      add_text(Kind::text, tree_.arena.keep(resolved), offset(start), end_offset(end));
    }
  };
  while (!stopped_) {
    while (input_.at != input_.end && !is(*input_.at, kTextStop)) ++input_.at;
    if (ended()) break;
    const char c = *input_.at;
    if (c == '<') {
      const char next = input_.end - input_.at > 1 ? input_.at[1] : '\0';
      if (next == '/' || next == '?' || is(next, kNameStart) || static_cast<unsigned char>(next) >= 0x80 ||
          rest().starts_with("<!--") || rest().starts_with("<![CDATA["))
        break;
      if (next == '\0' || (next == '!' && rest().size() < 9 && rest().find('>') == std::string_view::npos)) {
        finish(input_.at);  // cut off within markup; the caller tells
        input_.at = input_.end;
        return;
      }
      flaw(offset(input_.at), Flaw::Kind::syntax, "\"<\" starts no tag here; write &lt; for the character");
      ++input_.at;
    } else if (c == '&') {
      if (auto* entity = entity_with_markup(); entity != nullptr) {
        // It is content of its own; the text before it comes first.
        if (input_.at == start) return include(*entity);
        break;
      }
      keep_piece();
      reference(resolved, Place::text);
      piece = input_.at;
    } else if (c == '\r') {
      keep_piece();
      resolved += '\n';
      ++input_.at;
      if (!ended() && *input_.at == '\n') ++input_.at;
      piece = input_.at;
    } else if (c == ']') {
      if (rest().starts_with("]]>"))
        flaw(offset(input_.at), Flaw::Kind::syntax, "\"]]>\" may not stand in text; write ]]&gt;");
      ++input_.at;
    } else if (static_cast<unsigned char>(c) == 0xEF && !is_noncharacter(input_.at, input_.end)) {
      ++input_.at;
    } else {
      flaw(offset(input_.at), Flaw::Kind::character,
           fmt::format("the character {} may not stand in XML; remove it", code_point(rest().substr(0, 4))));
      keep_piece();
      input_.at += static_cast<unsigned char>(c) == 0xEF ? 3 : 1;
      piece = input_.at;
    }
  }
  if (!as_written) keep_piece();
  finish(input_.at);
}

// Section 2.5.
void Parser::comment() {
  const auto* start = input_.at;
  input_.at += 4;
  const auto close = rest().find("--");
  auto end = close;
  if (close != std::string_view::npos && !rest().substr(close).starts_with("-->")) {
    flaw(offset(input_.at + close), Flaw::Kind::syntax, "\"--\" may not stand within a comment; write it otherwise");
    end = rest().find("-->");
  }
  if (end == std::string_view::npos) {
    flaw(tree_.text.size(), Flaw::Kind::cut_off,
         fmt::format("the document ends within a comment (begun in line {}); close it with -->",
                     tree_.place(offset(start)).line));
    end = rest().size();
  }
  const auto raw = rest().substr(0, end);
  check_characters(raw, input_.at);
  input_.at += end;
  input_.at += std::min<std::size_t>(3, rest().size());
  add_text(Kind::comment, normalized(raw), offset(start), end_offset(input_.at));
}

// Section 2.7.
void Parser::cdata() {
  const auto* start = input_.at;
  input_.at += 9;
  auto end = rest().find("]]>");
  if (end == std::string_view::npos) {
    flaw(tree_.text.size(), Flaw::Kind::cut_off,
         fmt::format("the document ends within a CDATA section (begun in line {}); close it with ]]>",
                     tree_.place(offset(start)).line));
    end = rest().size();
  }
  const auto raw = rest().substr(0, end);
  check_characters(raw, input_.at);
  input_.at += end;
  input_.at += std::min<std::size_t>(3, rest().size());
  add_text(Kind::cdata, normalized(raw), offset(start), end_offset(input_.at));
}

// Section 2.6.
void Parser::instruction() {
  const auto* start = input_.at;
  input_.at += 2;
  const auto target = name();
  auto end = rest().find("?>");
  if (end == std::string_view::npos) {
    flaw(tree_.text.size(), Flaw::Kind::cut_off, "the document ends within an instruction; close it with ?>");
    end = rest().size();
  }
  bool is_kept = true;  // what is not, is no instruction that could be written again
  if (target.empty()) {
    is_kept = false;
    flaw(offset(start), Flaw::Kind::syntax, "the instruction has no name; write <?name ...?>");
  } else if (text::equals_ignoring_case(target, "xml")) {
    is_kept = false;
    if (start == input_.begin)
      flaw(offset(start), Flaw::Kind::syntax,
           "the XML declaration is not well-formed; write <?xml version=\"1.0\" encoding=\"utf-8\"?>");
    else
      flaw(offset(start), Flaw::Kind::late_declaration,
           "an XML declaration may only be the very beginning of the document; remove what stands before it");
  } else if (end > 0 && !is(*input_.at, kBlank)) {
    is_kept = false;
    flaw(offset(start), Flaw::Kind::syntax, "the instruction's name must be followed by a blank");
  } else if (target.find(':') != std::string_view::npos) {
    // "Namespaces in XML 1.0", section 7.
    is_kept = false;
    flaw(offset(start), Flaw::Kind::syntax,
         fmt::format("the name of the instruction <?{} holds a colon; take it out", target));
  }
  const std::string_view raw(start + 2, static_cast<std::size_t>(input_.at + end - start - 2));
  check_characters(raw, start + 2);
  input_.at += end;
  input_.at += std::min<std::size_t>(2, rest().size());
  if (is_kept) add_text(Kind::instruction, normalized(raw), offset(start), end_offset(input_.at));
}

void Parser::cut_off() {
  const auto& last = open_.back();
  flaw(tree_.text.size(), Flaw::Kind::cut_off,
       fmt::format("the document ends within {}; close it with </{}>", opened(last),
                   tree_.words[tree_.nodes[last.node].element.written]),
       std::string(tree_.words[tree_.nodes[last.node].element.written]));
}

void Parser::close_open(std::size_t floor) {
  while (open_.size() > floor) {
    tree_.nodes[open_.back().node].end = end_offset(input_.at);
    while (rebindings_.size() > open_.back().bindings) {
      bound_[rebindings_.back().prefix] = rebindings_.back().before;
      rebindings_.pop_back();
    }
    open_voids_ -= open_.back().is_void ? 1 : 0;
    open_.pop_back();
  }
}

bool Parser::skip_blanks() {
  const auto* start = input_.at;
  while (input_.at != input_.end && is(*input_.at, kBlank)) ++input_.at;
  return input_.at != start;
}

std::string_view Parser::name() {
  const auto* start = input_.at;
  bool first = true;
  while (input_.at != input_.end) {
    if (is(*input_.at, first ? kNameStart : kNameByte)) {
      ++input_.at;
    } else if (static_cast<unsigned char>(*input_.at) >= 0x80) {
      std::size_t length = 0;
      const auto character = text::next_character(rest().substr(0, 4), length);
      if (first ? !is_name_start(character) : !is_name_character(character)) break;
      input_.at += length;
    } else {
      break;
    }
    first = false;
  }
  return {start, static_cast<std::size_t>(input_.at - start)};
}

std::uint32_t Parser::add(const NodeRecord& record) {
  const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
  if (index >= std::max(kLeastNodes, limits_.max_size / kBytesPerNode))
    limit(
        record.start,
        "there are more elements and texts than a document within the limit of size should hold; raise it with --max-size");
  tree_.nodes.push_back(record);
  if (open_.empty()) return index;
  auto& parent = open_.back();
  tree_.nodes[index].parent = parent.node;
  if (parent.last == kNone) tree_.nodes[parent.node].has_nodes = true;
  else tree_.nodes[parent.last].next = index;
  parent.last = index;
  return index;
}

void Parser::add_text(Kind kind, std::string_view value, std::uint32_t start, std::uint32_t end) {
  if (kind == Kind::text && value.empty()) return;
  if (value.size() > limits_.max_text)
    return limit(start,
                 fmt::format("a text of {} bytes is longer than the limit of {}", value.size(), limits_.max_text));
  NodeRecord record;
  record.kind = kind;
  record.start = start;
  record.end = end;
  record.text = {value.data(), static_cast<std::uint32_t>(value.size())};
  const bool outside = open_.empty();
  const auto index = add(record);
  if (outside) tree_.prologue.push_back(index);
}

// Section 2.11: every line end is one line feed.
std::string_view Parser::normalized(std::string_view raw) {
  if (raw.find('\r') == std::string_view::npos) return raw;
  std::string text;
  text.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (raw[at] != '\r') {
      text += raw[at];
      continue;
    }
    text += '\n';
    if (at + 1 < raw.size() && raw[at + 1] == '\n') ++at;
  }
  return tree_.arena.keep(text);
}

void Parser::check_characters(std::string_view raw, const char* from) {
  const auto is_suspect = [](std::uint64_t word) { return any_below(word, 0x20) | any_is(word, '\xEF'); };
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (at % 8 == 0) at = skip_words(raw, at, is_suspect);
    if (at == raw.size()) return;
    const auto c = static_cast<unsigned char>(raw[at]);
    const bool forbidden =
        c < 0x20 ? !is(raw[at], kBlank) : c == 0xEF && is_noncharacter(raw.data() + at, raw.data() + raw.size());
    if (!forbidden) continue;
    flaw(offset(from + at), Flaw::Kind::character,
         fmt::format("the character {} may not stand in XML; remove it", code_point(raw.substr(at, 4))));
    return;
  }
}

std::string Parser::opened(const Open& open) const {
  const auto& record = tree_.nodes[open.node];
  return fmt::format("<{}> (opened in line {})", tree_.words[record.element.written], tree_.place(record.start).line);
}

void Parser::flaw(std::size_t offset, Flaw::Kind kind, std::string message, std::string about) {
  if (tree_.flaws.size() < kMostFlaws)
    tree_.flaws.push_back(Flaw{std::move(message), {0, 0, offset}, kind, std::move(about)});
  else ++tree_.more_flaws;
}

void Parser::limit(std::size_t offset, std::string message) {
  if (stopped_) return;
  stopped_ = true;
  tree_.flaws.push_back(Flaw{std::move(message), {0, 0, offset}, Flaw::Kind::limit, {}});
}

void build(Tree& tree, const Limits& limits) { Parser(tree, limits).run(); }

}  // namespace syndicat::xml
