// What is allowed is written anew; nothing of the input is ever copied through.
//
// Two things keep markup from changing its meaning when it is read again ("mutation"). The output holds no element
// whose text is read by other rules (script, style, textarea, title, noscript, template, svg), so text stays text.
// And it is read again here, until reading and writing give the same bytes.

#include "html/sanitize.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "html/document.hpp"
#include "html/sanitize_style.hpp"
#include "html/sanitize_table.hpp"
#include "html/sanitize_url.hpp"
#include "html/serialize.hpp"
#include "html/serialize_html.hpp"
#include "html/serialize_text.hpp"
#include "html/serialize_walk.hpp"
#include "text/markup.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::html {
namespace {

using allowed::Treatment;
using allowed::Value;

// An id becomes a property of the page's window object, a name hides members of its document ("DOM clobbering");
// with this before it, it can be neither. Links within the fragment follow.
constexpr std::string_view kIdPrefix = "user-content-";
constexpr std::size_t kLongestId = 200, kLongestToken = 100;
constexpr int kPasses = 6;  // real content is settled after one

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= kLongestId && std::none_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
  });
}

std::string prefixed(std::string_view id) {
  if (id.substr(0, kIdPrefix.size()) == kIdPrefix) return std::string(id);
  return std::string(kIdPrefix).append(id);
}

bool is_number(std::string_view text) {
  if (text.substr(0, 1) == "-") text.remove_prefix(1);
  return !text.empty() && text.size() <= 9 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && text.size() <= kLongestToken && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-_./+:% ").find(c) != std::string_view::npos;
  });
}

// Words apart by white space, given to `use` one by one.
template <typename Use>
void for_each_word(std::string_view text, const Use& use) {
  for (std::size_t at = 0; (at = text.find_first_not_of(text::kSpace, at)) != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(text::kSpace, at), text.size());
    use(text.substr(at, end - at));
    at = end;
  }
}

void add_word(std::string& list, std::string_view word) {
  if (!list.empty()) list += ' ';
  list += word;
}

// Control characters that no reader sees are left out; carriage returns and form feeds are white space.
std::string without_controls(std::string_view text) {
  std::string clean;
  clean.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 || c == '\t' || c == '\n') {
      clean += c;
    } else if (c == '\r' || c == '\f') {
      clean += c == '\r' ? '\n' : ' ';
    }
  }
  return clean;
}

// Where an element may only stand as a part of another one.
struct Place {
  std::string_view parent;
  std::string_view children;  // apart by blanks
};
constexpr std::array kPlaces = {
    Place{"table", "caption colgroup thead tbody tfoot tr"},
    Place{"tbody", "tr"},
    Place{"thead", "tr"},
    Place{"tfoot", "tr"},
    Place{"tr", "td th"},
    Place{"colgroup", "col"},
};
const Place* find_place(std::string_view parent) {
  for (const Place& place : kPlaces) {
    if (place.parent == parent) return &place;
  }
  return nullptr;
}

class Sanitizer {
 public:
  Sanitizer(Node root, const SanitizeOptions& options) : options_(options) {
    collect_ids(root);
    walk(
        root, [this](Node at) { return enter(at); }, [this](Node) { leave(); });
  }
  std::string take() { return std::move(html_); }

 private:
  struct Level {
    std::string_view name;  // empty: taken out, its content stays
    bool in_math = false, in_token = false;
  };

  void collect_ids(Node root) {
    const auto enter = [this](Node at) {
      if (!at.is_element()) return at.kind() == Kind::document;
      for (const auto name : {"id", "name"}) {
        if (const auto id = at.attribute(name); is_id(id) && (at.is("a") || name == std::string_view("id")))
          ids_.push_back(id);
      }
      return true;
    };
    walk(root, enter, [](Node) {});
    std::sort(ids_.begin(), ids_.end());
  }
  bool has_id(std::string_view id) const { return std::binary_search(ids_.begin(), ids_.end(), id); }

  // The element that was written around this place, and what is known of it.
  Level level() const { return open_.empty() ? Level{} : open_.back(); }
  std::string_view parent_name() const { return parents_.empty() ? std::string_view() : parents_.back(); }

  bool enter(Node node) {
    if (node.is_text()) write_text(node.value());
    if (!node.is_element()) return node.kind() == Kind::document && push({});
    const Level around = level();
    const bool is_math = node.element_namespace() == Namespace::mathml;
    if (node.element_namespace() == Namespace::svg) return false;
    const auto* rule = is_math ? allowed::find_math_element(node.name()) : allowed::find_element(node.name());
    if (rule != nullptr && rule->treatment == Treatment::drop) return false;
    if (is_hidden(node) || (node.is("noscript") && !stands_for_picture(node))) return false;
    Level inside{{}, around.in_math, around.in_token};
    if (rule == nullptr || around.in_token) return push(inside);
    if (is_math) {
      if ((rule->name == "math") == around.in_math) return push(inside);
      inside.in_math = true;
      inside.in_token = allowed::is_math_token(rule->name);
    } else if (around.in_math) {
      return push(inside);
    }
    inside.name = rule->treatment == Treatment::rename ? rule->becomes : rule->name;
    if (!may_stand_here(inside.name)) return false;
    return write_element(node, inside);
  }
  bool push(Level inside) {
    open_.push_back(inside);
    if (!inside.name.empty()) parents_.push_back(inside.name);
    return true;
  }
  void leave() {
    const Level inside = open_.back();
    open_.pop_back();
    if (inside.name.empty()) return;
    parents_.pop_back();
    html_.append("</").append(inside.name).append(">");
    in_new_pre_ = false;
  }

  // <noscript> mostly asks to turn scripts on; but pages that load pictures late have the picture in it.
  static bool stands_for_picture(Node noscript) {
    bool picture = false, text = false;
    const auto enter = [&](Node at) {
      if (at.is_text()) text = text || !text::is_blank(at.value());
      if (at.is("noscript")) text = true;
      picture = picture || at.is("img");
      return at.is_element() && !text;
    };
    walk(noscript, enter, [](Node) {});
    return picture && !text;
  }

  // Reading again would move it elsewhere, or it says nothing there.
  bool may_stand_here(std::string_view name) const {
    const auto parent = parent_name();
    if (const Place* place = find_place(parent)) return is_in_list(name, place->children);
    if (name == "source") return parent == "picture" || parent == "audio" || parent == "video";
    if (name == "track") return parent == "audio" || parent == "video";
    return true;
  }

  void write_text(std::string_view text) {
    if (find_place(parent_name()) != nullptr && !text::is_blank(text)) return;
    const std::string clean = without_controls(text);
    if (clean.empty()) return;
    if (in_new_pre_ && clean.front() == '\n') html_ += '\n';  // the first one is not read
    in_new_pre_ = false;
    append_html_text(html_, clean);
  }

  bool write_element(Node node, const Level& inside) {
    attributes_.clear();
    has_source_ = has_target_ = has_id_ = false;
    for (const Attribute& attribute : node.attributes()) write_attribute(node, inside, attribute);
    if (inside.name == "img" && !has_source_) return false;
    if (inside.name == "source" && !has_source_) return false;
    if (inside.name == "a" && !has_target_ && !has_id_) return push({{}, inside.in_math, inside.in_token});
    // No script is left that could start it.
    if ((inside.name == "video" || inside.name == "audio") && !node.has_attribute("controls"))
      attributes_ += " controls=\"\"";
    html_.append("<").append(inside.name).append(attributes_).append(">");
    in_new_pre_ = inside.name == "pre";
    return !is_void_element(node) && push(inside);
  }

  void write_attribute(Node node, const Level& inside, const Attribute& attribute) {
    if (!attribute.prefix.empty()) return;
    std::string_view name = attribute.name;
    // <a name> is an id of old.
    if (inside.name == "a" && name == "name" && !node.has_attribute("id")) name = "id";
    const auto* rule = inside.in_math ? allowed::find_math_attribute(name) : allowed::find_attribute(inside.name, name);
    if (rule == nullptr) return;
    const auto value = clean_value(*rule, attribute.value);
    if (!value) return;
    has_source_ = has_source_ || name == "src" || name == "srcset";
    has_target_ = has_target_ || name == "href";
    has_id_ = has_id_ || name == "id";
    attributes_.append(" ").append(rule->name).append("=\"");
    append_html_value(attributes_, *value);
    attributes_ += '"';
  }

  std::optional<std::string> clean_value(const allowed::Attribute& rule, std::string_view written) {
    const auto trimmed = text::trim(written);
    const auto none_if_empty = [](std::string value) {
      return value.empty() ? std::nullopt : std::optional(std::move(value));
    };
    switch (rule.value) {
      case Value::text: return without_controls(written);
      case Value::flag: return std::string();
      case Value::number: return is_number(trimmed) ? std::optional(std::string(trimmed)) : std::nullopt;
      case Value::dimension: return clean_dimension(trimmed);
      case Value::word: {
        if (is_in_list(trimmed, rule.choices)) return std::string(trimmed);
        std::string lower = text::to_lower_ascii(trimmed);
        return is_in_list(lower, rule.choices) ? std::optional(std::move(lower)) : std::nullopt;
      }
      case Value::words: {
        std::string words;
        for_each_word(text::to_lower_ascii(written), [&](std::string_view word) {
          if (is_in_list(word, rule.choices) && !is_in_list(word, words)) add_word(words, word);
        });
        return none_if_empty(std::move(words));
      }
      case Value::token: return is_token(trimmed) ? std::optional(std::string(trimmed)) : std::nullopt;
      case Value::link: return clean_link(trimmed, rule.choices);
      case Value::media: return clean_url(written, rule.choices, options_.base);
      case Value::candidates:
        return none_if_empty(clean_candidates(
            written, [&](std::string_view address) { return clean_url(address, rule.choices, options_.base); }));
      case Value::identifier: return is_id(trimmed) ? std::optional(prefixed(trimmed)) : std::nullopt;
      case Value::identifiers: {
        std::string ids;
        for_each_word(written, [&](std::string_view id) {
          if (is_id(id)) add_word(ids, prefixed(id));
        });
        return none_if_empty(std::move(ids));
      }
      case Value::style: return options_.keep_style ? none_if_empty(clean_style(written)) : std::nullopt;
      case Value::class_names: {
        std::string names;
        for_each_word(written, [&](std::string_view name) {
          if (is_token(name) && begins_with_one_of(name, rule.choices)) add_word(names, name);
        });
        return none_if_empty(std::move(names));
      }
    }
    return std::nullopt;
  }

  static bool begins_with_one_of(std::string_view text, std::string_view beginnings) {
    bool begins = false;
    for_each_word(beginnings, [&](std::string_view beginning) {
      begins = begins || text.substr(0, beginning.size()) == beginning;
    });
    return begins;
  }

  // "640", "640px" and "100%", as pages write them.
  static std::optional<std::string> clean_dimension(std::string_view written) {
    const std::size_t digits = std::min(written.find_first_not_of("0123456789"), written.size());
    if (digits == 0 || digits > 6) return std::nullopt;
    const auto unit = written.substr(digits);
    if (unit.empty() || unit == "px") return std::string(written.substr(0, digits));
    return unit == "%" ? std::optional(std::string(written)) : std::nullopt;
  }

  std::optional<std::string> clean_link(std::string_view written, std::string_view schemes) const {
    if (written.substr(0, 1) == "#") {
      const auto id = written.substr(1);
      for (const auto& target : {std::string(id), text::percent_decode(id)}) {
        if (has_id(target)) return "#" + prefixed(target);
      }
    }
    return clean_url(written, schemes, options_.base);
  }

  const SanitizeOptions& options_;
  std::vector<std::string_view> ids_;  // of the fragment, sorted
  std::vector<Level> open_;
  std::vector<std::string_view> parents_;  // of these, the names of those that were written
  std::string html_;
  std::string attributes_;  // of the element at hand, escaped; and what is among them
  bool has_source_ = false, has_target_ = false, has_id_ = false;
  bool in_new_pre_ = false;
};

std::string pass(std::string_view fragment, const SanitizeOptions& options) {
  const auto tree = parse_fragment(std::string(fragment));
  return Sanitizer(tree.root(), options).take();
}

}  // namespace

std::string sanitize(std::string_view fragment, const SanitizeOptions& options) {
  std::string clean = pass(fragment, options);
  for (int i = 0; i < kPasses; ++i) {
    std::string again = pass(clean, options);
    if (again == clean) return clean;
    clean = std::move(again);
  }
  // Markup that reads differently each time was made to; its text is all that it gets to show.
  const auto tree = parse_fragment(std::move(clean));
  return pass(text::text_to_html(to_text(tree.root())), options);
}

}  // namespace syndicat::html
