#pragma once
// Writes well-formed, indented UTF-8 XML from the front to the end.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace syndicat::xml {

// Prefixes are the caller's business: names are written as given. Text is escaped here.
class Writer {
 public:
  Writer();  // starts with the XML declaration

  Writer& reserve(std::size_t bytes);  // room for a document of that size, where it is known
  Writer& instruction(std::string_view target, std::string_view data);
  Writer& open(std::string_view name);
  Writer& attribute(std::string_view name, std::string_view value);  // directly after `open`
  bool has_attribute(std::string_view name) const;                   // whether the tag that is being written has it
  // An attribute for the next child of that name, whatever its prefix, of the element that was opened last.
  // One that the child is given by `attribute` counts instead.
  Writer& attribute_of(std::string_view child, std::string_view name, std::string_view value, std::size_t id);
  std::vector<std::size_t> take_unkept();  // the ids of those that found no child; they are forgotten
  // Declares a namespace on the root element; may come at any time after that was opened, and more than once. Gives
  // the prefix to use: another one where that is taken by another namespace.
  std::string declare(std::string_view prefix, std::string_view uri);
  Writer& text(std::string_view text);
  Writer& raw(std::string_view xml);         // markup that is well-formed already, on lines of its own
  Writer& inline_raw(std::string_view xml);  // the same within a text: no white space is put around it
  Writer& close();
  // <name>text</name>; nothing at all for an empty text.
  Writer& leaf(std::string_view name, std::string_view text);

  std::string take();  // closes what is open and gives the document, with a line end

 private:
  void finish_tag();
  void write_promised(std::string_view name);
  std::size_t find_attribute(std::string_view name) const;  // where it begins in the tag that is being written; or npos
  void indent();
  struct ChildAttribute {
    std::string child, name, value;
    std::size_t id;
  };
  struct Level {
    std::string name;
    bool has_text = false;  // white space would become part of it
    std::vector<ChildAttribute> promised{};
  };
  bool in_text() const { return !open_.empty() && open_.back().has_text; }
  std::string bytes_;
  std::size_t root_name_end_ = 0;  // where declarations go
  std::vector<std::pair<std::string, std::string>> declarations_;
  std::vector<Level> open_;
  std::size_t tag_name_end_ = 0;
  bool tag_open_ = false;
  bool tag_has_promised_ = false;
};

}  // namespace syndicat::xml
