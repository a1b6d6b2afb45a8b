#include "validate/xml_fixes.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "html/document.hpp"
#include "text/unicode.hpp"
#include "xml/usual_prefixes.hpp"

namespace syndicat::validate {
namespace {

bool begins_reference(std::string_view text) {
  const auto end = text.substr(0, 64).find_first_of("; \t\r\n<&", 1);
  return text.starts_with("&#") || (end != std::string_view::npos && text[end] == ';' && end > 1);
}

// "&nbsp;" as "&#160;"; empty where HTML does not know the name.
std::string as_numbers(std::string_view reference) {
  const auto characters = html::parse_fragment(std::string(reference)).root().text();
  if (characters.empty() || characters.starts_with('&')) return {};
  std::string out;
  for (std::size_t at = 0; at < characters.size();)
    out += fmt::format("&#{};", static_cast<std::uint32_t>(text::next_character(characters, at)));
  return out;
}

std::optional<Edit> declare(const xml::Document& document, std::string_view prefix) {
  const auto usual = xml::usual_namespace(prefix);
  if (usual.empty()) return std::nullopt;
  // In a start tag that is broken itself, or behind one, nobody knows where it would come to stand.
  const auto is_before_content = [&](const xml::Flaw& flaw) {
    return flaw.kind != xml::Flaw::Kind::prefix && flaw.position.offset < document.root().content_offset();
  };
  if (std::ranges::any_of(document.flaws(), is_before_content)) return std::nullopt;
  const std::string_view text = document.text();
  // Behind the first element's name.
  const auto at = text.find_first_of(" \t\r\n/>", document.root().start_offset());
  if (at == std::string_view::npos) return std::nullopt;
  return Edit{at, at, fmt::format(" xmlns:{}=\"{}\"", prefix, usual)};
}

}  // namespace

std::optional<Edit> correction_of(const xml::Document& document, const xml::Flaw& flaw) {
  const std::string_view text = document.text();
  const auto at = flaw.position.offset;
  if (at >= text.size()) return std::nullopt;
  const auto here = text.substr(at);
  if (flaw.kind == xml::Flaw::Kind::late_declaration) {
    const auto declaration = text.find("<?xml");
    if (declaration == 0 || declaration == std::string_view::npos || !text::is_blank(text.substr(0, declaration)))
      return std::nullopt;
    return Edit{0, declaration, ""};
  }
  // A document type definition can mean anything by anything.
  if (!document.has_root() || at < document.root().start_offset() || document.doctype()) return std::nullopt;
  if (flaw.kind == xml::Flaw::Kind::prefix) return declare(document, flaw.about);
  if (flaw.kind == xml::Flaw::Kind::entity) {
    const auto end = here.substr(0, 64).find(';');
    if (!here.starts_with('&') || end == std::string_view::npos) return std::nullopt;
    auto numbers = as_numbers(here.substr(0, end + 1));
    if (numbers.empty()) return std::nullopt;
    return Edit{at, at + end + 1, std::move(numbers)};
  }
  if (flaw.kind != xml::Flaw::Kind::syntax) return std::nullopt;
  if (here.starts_with('&') && !begins_reference(here)) return Edit{at, at + 1, "&amp;"};
  // "a < b", "1 <2": no tag begins like that, nor was one cut off here.
  if (here.starts_with('<') && here.size() > 1 &&
      std::string_view(" =0123456789").find(here[1]) != std::string_view::npos)
    return Edit{at, at + 1, "&lt;"};
  if (here.starts_with("]]>")) return Edit{at, at + 3, "]]&gt;"};
  return std::nullopt;
}

std::vector<Edit> corrections_of_flaws(const xml::Document& document) {
  std::vector<Edit> edits;
  std::vector<std::string_view> declared;
  for (const auto& flaw : document.flaws()) {
    if (flaw.kind == xml::Flaw::Kind::prefix) {
      if (std::ranges::find(declared, flaw.about) != declared.end()) continue;
      declared.push_back(flaw.about);
    }
    if (auto edit = correction_of(document, flaw)) edits.push_back(std::move(*edit));
  }
  return edits;
}

}  // namespace syndicat::validate
