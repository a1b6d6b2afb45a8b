#pragma once
// HTML elements as a number, with what the extraction wants to know of each.

#include <cstdint>
#include <string_view>

namespace syndicat::extract {

// clang-format off
enum class Tag : std::uint8_t {
  other, html, head, body, div, section, article, main, aside, header, footer, nav, p, h1, h2, h3, h4, h5, h6, ul, ol,
  li, dl, dt, dd, blockquote, pre, code, figure, figcaption, img, picture, source, table, caption, colgroup, col, thead,
  tbody, tfoot, tr, th, td, a, em, strong, b, i, u, s, del, ins, sub, sup, br, hr, kbd, samp, var, cite, q, abbr, mark,
  small, time, ruby, rt, rp, span, font, center, details, summary, address, form, fieldset, button, input, select,
  textarea, label, option, script, style, noscript, template_, iframe, object, embed, video, audio, canvas, svg, math,
  dialog, menu, link, meta, title, base, bdi, bdo, dfn, tt, big, strike, wbr, hgroup, legend, search, custom,
};
// clang-format on

// The tag of an HTML element's name; `custom` for a name with a hyphen (a web component).
Tag tag_of(std::string_view name);

bool is_heading(Tag tag);
bool is_block(Tag tag);    // begins and ends a line
bool is_silent(Tag tag);   // never shown as text: script, style, head ...
bool is_control(Tag tag);  // what a reader operates, not reads: button, form fields

}  // namespace syndicat::extract
