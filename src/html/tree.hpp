#pragma once
// What a Document holds: one block of nodes, one of attributes, and text that is a view of the page wherever
// nothing had to change. Rooms other than html never see this.

#include <bit>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "html/document.hpp"
#include "html/names.hpp"

namespace syndicat::html {

// A growing array of plain values. It grows by realloc, which moves large blocks without copying them, so that at
// no time there are two copies of a tree.
template <typename T>
class Block {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  Block() = default;
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;
  ~Block() { std::free(data_); }

  T& operator[](std::size_t index) { return data_[index]; }
  const T& operator[](std::size_t index) const { return data_[index]; }
  std::size_t size() const { return size_; }
  T* data() { return data_; }
  const T* data() const { return data_; }
  T& back() { return data_[size_ - 1]; }
  void shrink(std::size_t size) { size_ = size; }
  void push_back(const T& value) {
    if (size_ == capacity_) {
      const T copy = value;  // it may be one of ours
      reserve(capacity_ + capacity_ / 2 + 64);
      data_[size_++] = copy;
      return;
    }
    data_[size_++] = value;
  }
  void reserve(std::size_t capacity) {
    if (capacity <= capacity_) return;
    void* moved = std::realloc(static_cast<void*>(data_), capacity * sizeof(T));
    if (moved == nullptr) throw std::bad_alloc();  // as every standard container does
    data_ = static_cast<T*>(moved);
    capacity_ = capacity;
  }

 private:
  T* data_ = nullptr;
  std::size_t size_ = 0, capacity_ = 0;
};

constexpr std::uint32_t kNowhere = 0xFFFFFFFF;  // an offset that is not known

// How a text's characters are kept.
enum class Storage : std::uint8_t {
  page,     // a view of the page, or of something as lasting
  exact,    // a copy of its own without room
  growing,  // a copy of its own with room up to the next power of two
};

struct AttributeSpan {
  std::uint32_t first_attribute, attribute_count;
};

struct NodeData {
  std::uint32_t parent, first_child, last_child, next, previous;  // 0: none
  std::uint32_t offset;                                           // in the page's text
  union {
    const char* text;       // text, comment
    AttributeSpan element;  // doctype: its public and system identifier as attributes
  };
  std::uint32_t name_or_length;  // element, doctype: Name; text, comment: bytes
  Kind kind;
  Namespace space;
  Storage storage;
  bool open;  // while the page is read: on the stack of open elements
};

struct AttributeData {
  const char* value;
  std::uint32_t length;  // of the value, in bytes
  Name name;
  std::uint32_t offset;         // of the name, in the page's text
  std::uint32_t prefix_length;  // "xlink:href" in foreign content: 5, else 0
};

// Memory for strings that live as long as the document.
class TextArena {
 public:
  char* take(std::size_t bytes) {
    if (bytes > room_) return take_chunk(bytes);
    char* taken = free_;
    free_ += bytes;
    room_ -= bytes;
    return taken;
  }
  std::string_view keep(std::string_view text) {
    char* copy = take(text.size());
    if (!text.empty()) std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

 private:
  char* take_chunk(std::size_t bytes);
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* free_ = nullptr;
  std::size_t room_ = 0, next_chunk_ = 1024;
};

// Lines and columns of offsets, found when first asked for.
class Places {
 public:
  Position find(std::string_view text, const std::vector<std::uint32_t>& dropped, std::uint32_t offset) const;

 private:
  static constexpr std::uint32_t kStep = 512;  // bytes between two counts of characters
  void build(std::string_view text) const;
  std::uint32_t characters_before(std::string_view text, std::uint32_t offset) const;
  mutable std::once_flag built_;
  mutable std::vector<std::uint32_t> lines_;   // offsets of line starts
  mutable std::vector<std::uint32_t> counts_;  // characters before each kStep bytes
};

struct Tree {
  static constexpr std::uint32_t kDocument = 1;  // node 0 is no node

  Tree();

  std::string text;                    // with line ends as line feeds
  std::vector<std::uint32_t> dropped;  // offsets in `text` before which a carriage return was taken out
  Block<NodeData> nodes;
  Block<AttributeData> attributes;
  NameTable names;
  TextArena arena;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> templates;  // element, content; in ascending order
  std::vector<ParseError> errors;
  std::vector<std::string> cuts;
  Places places;
  std::uint32_t root = kDocument;
  Mode mode = Mode::no_quirks;

  Name intern(std::string_view name) {
    return names.intern(name, [this](std::string_view text_to_keep) { return arena.keep(text_to_keep); });
  }
  std::uint32_t add_node(Kind kind, std::uint32_t offset);
  std::uint32_t template_content(std::uint32_t element) const;
  void insert(std::uint32_t node, std::uint32_t parent, std::uint32_t before);  // before 0: at the end
  void remove(std::uint32_t node);
  void append_text(std::uint32_t node, std::string_view more);  // behind what a text node holds
  void add_cut(std::string words);                              // once
};

}  // namespace syndicat::html
