#include "extract/tags.hpp"

#include <array>
#include <unordered_map>
#include <utility>

namespace syndicat::extract {
namespace {

// clang-format off
constexpr auto kTags = std::to_array<std::pair<std::string_view, Tag>>({
    {"html", Tag::html}, {"head", Tag::head}, {"body", Tag::body}, {"div", Tag::div}, {"section", Tag::section},
    {"article", Tag::article}, {"main", Tag::main}, {"aside", Tag::aside}, {"header", Tag::header},
    {"footer", Tag::footer}, {"nav", Tag::nav}, {"p", Tag::p}, {"h1", Tag::h1}, {"h2", Tag::h2}, {"h3", Tag::h3},
    {"h4", Tag::h4}, {"h5", Tag::h5}, {"h6", Tag::h6}, {"ul", Tag::ul}, {"ol", Tag::ol}, {"li", Tag::li},
    {"dl", Tag::dl}, {"dt", Tag::dt}, {"dd", Tag::dd}, {"blockquote", Tag::blockquote}, {"pre", Tag::pre},
    {"listing", Tag::pre}, {"xmp", Tag::pre}, {"code", Tag::code}, {"figure", Tag::figure},
    {"figcaption", Tag::figcaption}, {"img", Tag::img}, {"picture", Tag::picture}, {"source", Tag::source},
    {"table", Tag::table}, {"caption", Tag::caption}, {"colgroup", Tag::colgroup}, {"col", Tag::col},
    {"thead", Tag::thead}, {"tbody", Tag::tbody}, {"tfoot", Tag::tfoot}, {"tr", Tag::tr}, {"th", Tag::th},
    {"td", Tag::td}, {"a", Tag::a}, {"em", Tag::em}, {"strong", Tag::strong}, {"b", Tag::b}, {"i", Tag::i},
    {"u", Tag::u}, {"s", Tag::s}, {"del", Tag::del}, {"ins", Tag::ins}, {"sub", Tag::sub}, {"sup", Tag::sup},
    {"br", Tag::br}, {"hr", Tag::hr}, {"kbd", Tag::kbd}, {"samp", Tag::samp}, {"var", Tag::var}, {"cite", Tag::cite},
    {"q", Tag::q}, {"abbr", Tag::abbr}, {"acronym", Tag::abbr}, {"mark", Tag::mark}, {"small", Tag::small},
    {"time", Tag::time}, {"ruby", Tag::ruby}, {"rt", Tag::rt}, {"rp", Tag::rp}, {"span", Tag::span},
    {"font", Tag::font}, {"center", Tag::center}, {"details", Tag::details}, {"summary", Tag::summary},
    {"address", Tag::address}, {"form", Tag::form}, {"fieldset", Tag::fieldset}, {"button", Tag::button},
    {"input", Tag::input}, {"select", Tag::select}, {"textarea", Tag::textarea}, {"label", Tag::label},
    {"option", Tag::option}, {"script", Tag::script}, {"style", Tag::style}, {"noscript", Tag::noscript},
    {"template", Tag::template_}, {"iframe", Tag::iframe}, {"object", Tag::object}, {"embed", Tag::embed},
    {"video", Tag::video}, {"audio", Tag::audio}, {"canvas", Tag::canvas}, {"dialog", Tag::dialog},
    {"menu", Tag::menu}, {"link", Tag::link}, {"meta", Tag::meta}, {"title", Tag::title}, {"hgroup", Tag::hgroup},
    {"strike", Tag::strike}, {"tt", Tag::tt}, {"search", Tag::search}, {"legend", Tag::legend},
});
// clang-format on

}  // namespace

Tag tag_of(std::string_view name) {
  static const std::unordered_map<std::string_view, Tag> table(kTags.begin(), kTags.end());
  const auto found = table.find(name);
  if (found != table.end()) return found->second;
  return name.find('-') != std::string_view::npos ? Tag::custom : Tag::other;
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::html:
    case Tag::body:
    case Tag::div:
    case Tag::section:
    case Tag::article:
    case Tag::main:
    case Tag::aside:
    case Tag::header:
    case Tag::footer:
    case Tag::nav:
    case Tag::p:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::ul:
    case Tag::ol:
    case Tag::li:
    case Tag::dl:
    case Tag::dt:
    case Tag::dd:
    case Tag::blockquote:
    case Tag::pre:
    case Tag::figure:
    case Tag::figcaption:
    case Tag::table:
    case Tag::caption:
    case Tag::thead:
    case Tag::tbody:
    case Tag::tfoot:
    case Tag::tr:
    case Tag::th:
    case Tag::td:
    case Tag::hr:
    case Tag::center:
    case Tag::details:
    case Tag::summary:
    case Tag::address:
    case Tag::form:
    case Tag::fieldset:
    case Tag::dialog:
    case Tag::menu:
    case Tag::hgroup:
    case Tag::search:
    case Tag::legend:
    case Tag::iframe:
    case Tag::object:
    case Tag::embed:
    case Tag::video:
    case Tag::audio: return true;
    default: return false;
  }
}

bool is_silent(Tag tag) {
  switch (tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::object:
    case Tag::embed:
    case Tag::canvas:
    case Tag::svg:
    case Tag::link:
    case Tag::meta:
    case Tag::title:
    case Tag::iframe:
    case Tag::audio:
    case Tag::video:
    case Tag::rp: return true;
    default: return false;
  }
}

bool is_control(Tag tag) {
  switch (tag) {
    case Tag::button:
    case Tag::input:
    case Tag::select:
    case Tag::textarea:
    case Tag::option:
    case Tag::label: return true;
    default: return false;
  }
}

}  // namespace syndicat::extract
