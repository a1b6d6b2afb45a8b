#pragma once
// What may stand where, as tables: a vocabulary is a table of rows, an extension a table of its own. The walk over
// the document reads them and reports what does not fit; what no table can say is a function at the end of a type.

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "validate/check.hpp"
#include "validate/namespaces.hpp"
#include "validate/values.hpp"
#include "xml/document.hpp"

namespace syndicat::validate {

class Walk;
struct Type;

// An element that is being checked.
struct Element {
  xml::Node node;
  std::string_view name;    // as parameters have it: "link", "dc:date"
  std::string_view parent;  // likewise; empty for the root
  const Element* above = nullptr;
};

using ElementCheck = void (*)(Walk&, const Element&);

struct AttributeRow {
  std::string_view name;
  ValueCheck value = nullptr;
  bool required = false;
  Ns ns = Ns::none;
  Naming naming = Naming::attribute;
};

// How often: at most once, exactly once, as often as wanted, at least once, at most ten times (of an extension).
enum class Occurs : std::uint8_t { once, required, many, some, ten };

struct Row {
  Ns ns = Ns::none;
  std::string_view local{};
  Occurs occurs = Occurs::once;
  const Type* type = nullptr;
  RuleRef missing = "missing-element";  // of a required one
};

// Where extensions may stand.
enum class Site : std::uint8_t { nowhere = 0, feed = 1, item = 2, other = 4 };
constexpr std::uint8_t kFeed = 1, kItem = 2, kOther = 4, kAnywhere = 7;

struct ExtensionRow {
  Ns ns = Ns::none;
  std::string_view local{};
  std::uint8_t places = 0;
  Occurs occurs = Occurs::once;
  const Type* type = nullptr;
};

enum class Content : std::uint8_t {
  value,     // text only
  elements,  // elements only
  empty,     // nothing
  any,       // not looked at
};

struct Type {
  Content content = Content::value;
  ValueCheck value = nullptr;                      // of the text
  std::span<const AttributeRow> attributes{};      // beside those that may stand everywhere
  std::span<const Row> rows{};                     // child elements
  Site site = Site::nowhere;                       // for extensions among the children
  ElementCheck before = nullptr, after = nullptr;  // before and after the children
  bool free_attributes = false;                    // any attribute may stand there
};

// The extensions, as one table; made of those of all files.
std::span<const ExtensionRow> extensions();

// The walk over one document.
class Walk : public Check {
 public:
  Walk(const Options& options, const xml::Document& document, std::size_t limit);

  // Checks the element as one of that type, with all below.
  void element(xml::Node node, const Type& type, std::string_view name, const Element* above);

  const xml::Document& document() const { return document_; }
  // Behind it nothing is looked at: the document is not well-formed from there on.
  std::size_t limit() const { return limit_; }

  Ns ns(xml::Node node) const { return names_[node.name_id()].ns; }
  bool is(xml::Node node, Ns ns, std::string_view local) const {
    const auto& name = names_[node.name_id()];
    return name.ns == ns && name.local == local;
  }
  std::string_view name(xml::Node node) const { return names_[node.name_id()].shown; }
  std::string shown_name(Ns ns, std::string_view local) const;  // likewise, of an element that is not there
  // Elements of this namespace are shown without a prefix; those in none are taken for `without`.
  void set_core(Ns ns, Ns without = Ns::none);
  Ns core() const { return core_; }

  Subject subject(const Element& element);  // its text
  // The attribute's value.
  Subject subject(const Element& element, const xml::Attribute& attribute, Naming naming = Naming::attribute);
  Span tag(xml::Node node) const { return {node.start_offset(), node.content_offset()}; }
  std::string_view text(xml::Node node);  // all text below; lives as long as the walk

  // Whether all of the element was read, its end tag included: what is missing in one that was cut off, nobody knows.
  bool is_whole(xml::Node node) const;

  // While it lives, `base` is that of the node, whose parent's it was before (XML Base; RFC 4287, section 2).
  class BaseOf {
   public:
    BaseOf(Walk& walk, xml::Node node);
    ~BaseOf();
    BaseOf(const BaseOf&) = delete;
    BaseOf& operator=(const BaseOf&) = delete;

   private:
    Walk& walk_;
    bool is_changed_ = false, had_own_ = false;
    std::string before_;
  };

  // The first child of that name, or nothing.
  std::optional<xml::Node> child(xml::Node node, Ns ns, std::string_view local) const;

  // What rules want to remember from one element to the next.
  std::unordered_map<std::string_view, std::size_t> ids;  // where each was first seen
  std::unordered_set<std::string> deleted;                // what a feed says was deleted, and when
  std::size_t entries = 0;
  std::string_view version;  // of the format
  bool seen_slash_comments = false;
  bool seen_itunes = false;
  bool board = false;  // RSS as its Advisory Board has it

 private:
  struct Named {
    Ns ns = Ns::unknown;
    std::string_view uri, local, shown;
  };
  struct Found {
    const Row* row = nullptr;
    const ExtensionRow* extension = nullptr;
  };
  Found find(const Type& type, xml::Node node);
  void attributes(const Element& element, const Type& type);
  void children(const Element& element, const Type& type, bool whole);
  bool may_hold(const Element& element, xml::Node child) const;
  void in_no_namespace(xml::Node node, int depth);
  void unknown_child(const Element& element, const Type& type, xml::Node child, std::string_view child_name);
  void bindings();

  const xml::Document& document_;
  std::size_t limit_;
  Ns core_ = Ns::none;
  std::vector<Named> names_;  // by name_id
  std::vector<std::string> shown_;
  struct Asked {
    std::size_t parent;
    Ns ns;
    std::string_view local;  // a literal
    std::optional<xml::Node> found;
  };
  mutable std::vector<Asked> asked_;  // what `child` had to look long for
  std::unordered_map<std::uint64_t, Found> found_;
  std::unordered_map<const Type*, std::uint32_t> type_ids_;
  std::vector<std::unique_ptr<std::string>> texts_;
};

}  // namespace syndicat::validate
