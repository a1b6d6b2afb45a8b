// A tree as Markdown: CommonMark's blocks, GFM's tables. Text is escaped so that a reader of Markdown gets the same.

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "html/sanitize_url.hpp"
#include "html/serialize.hpp"
#include "html/serialize_markdown_inline.hpp"
#include "html/serialize_text.hpp"
#include "html/serialize_walk.hpp"
#include "text/unicode.hpp"

namespace syndicat::html {
namespace {

using Place = MarkdownInline::Place;

// Quotes and lists within each other put something before each line: deeper ones are written without.
constexpr std::size_t kMostContainers = 32;
constexpr std::size_t kMostColumns = 100, kMostSpan = 20;
constexpr std::string_view kSchemes = "http https mailto tel sms ftp geo";
constexpr std::string_view kPictureSchemes =
    "http https data:image/png data:image/jpeg data:image/gif data:image/webp data:image/avif";

struct Row {
  std::string_view element;
  Format format;
};
// clang-format off
constexpr std::array kFormats = {
    Row{"b", Format::strong},       Row{"cite", Format::emphasis},  Row{"del", Format::strike},
    Row{"dfn", Format::emphasis},   Row{"em", Format::emphasis},    Row{"i", Format::emphasis},
    Row{"s", Format::strike},       Row{"strike", Format::strike},  Row{"strong", Format::strong},
    Row{"sub", Format::subscript},  Row{"sup", Format::superscript}, Row{"var", Format::emphasis},
    Row{"dt", Format::strong},
};
// clang-format on

const Row* find_format(Node element) {
  if (element.element_namespace() != Namespace::html) return nullptr;
  const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                  [name = element.name()](const Row& row) { return row.element == name; });
  return found == kFormats.end() ? nullptr : &*found;
}

bool is_code(Node element) { return element.is("code") || element.is("kbd") || element.is("samp") || element.is("tt"); }

bool is_cell(Node element) { return element.is("td") || element.is("th"); }

// 1 to 6 of <h1> to <h6>, else 0.
int heading_level(Node element) {
  const auto name = element.name();
  if (element.element_namespace() != Namespace::html || name.size() != 2 || name[0] != 'h') return 0;
  return name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

long number(std::string_view text, long otherwise) {
  long value = otherwise;
  const auto trimmed = text::trim(text);
  std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), value);
  return value;
}

// The tables that hold more than a grid of short texts: pages are laid out with them, and Markdown has no such.
// By their index, in ascending order.
std::vector<std::uint32_t> layout_tables(Node root) {
  std::vector<std::uint32_t> layout;
  std::vector<Node> tables;
  const auto enter = [&](Node at) {
    if (!at.is_element()) return at.kind() == Kind::document;
    if (at.element_namespace() == Namespace::html && !tables.empty() &&
        (at.is("table") || at.is("ul") || at.is("ol") || at.is("pre") || at.is("blockquote") || at.is("hr") ||
         at.is("dl") || at.is("figure") || heading_level(at) > 0))
      layout.push_back(tables.back().index());
    if (at.is("table")) tables.push_back(at);
    return true;
  };
  const auto leave = [&](Node at) {
    if (at.is("table")) tables.pop_back();
  };
  walk(root, enter, leave);
  std::sort(layout.begin(), layout.end());
  return layout;
}

class MarkdownWriter {
 public:
  explicit MarkdownWriter(Node root) : layout_tables_(layout_tables(root)) {}

  bool enter(Node node) {
    if (node.is_text()) {
      write_text(node.value());
      return false;
    }
    if (!node.is_element()) return node.kind() == Kind::document;
    if (is_unseen(node)) {
      if (verbatim_ == 0) write_played(node);
      return false;
    }
    if (verbatim_ > 0) return enter_verbatim(node);
    if (const Row* row = find_format(node)) {
      if (is_block(node)) end_paragraph();
      inline_.open(row->format);
    } else if (node.is("br")) {
      break_line();
    } else if (node.is("img")) {
      write_image(node);
    } else if (node.is("a")) {
      open_link(node);
    } else if (is_code(node) && !has_block_first(node)) {
      ++verbatim_;
    } else if (is_block(node)) {
      enter_block(node);
    }
    return true;
  }

  void leave(Node node) {
    if (node.kind() != Kind::element) return;
    if (verbatim_ > 0) {
      if ((is_code(node) || is_preformatted(node)) && --verbatim_ == 0) leave_verbatim(node);
      return;
    }
    if (const Row* row = find_format(node)) {
      inline_.close(row->format);
      if (is_block(node)) end_paragraph();
    } else if (node.is("a")) {
      close_link();
    } else if (is_block(node)) {
      leave_block(node);
    }
  }

  std::string take() {
    end_paragraph();
    if (!out_.empty()) out_ += '\n';
    return std::move(out_);
  }

 private:
  struct Container {          // a quote or an item
    std::string first, then;  // what stands before its first line, and before the others
    bool used = false;
    bool is_item = false;
  };
  struct List {
    bool ordered = false, tight = true, used = false;
    char delimiter = '-';
    long next = 1;
    std::size_t depth = 0;  // of containers around it
  };
  struct Table {
    std::vector<std::vector<std::string>> rows;
    std::size_t columns = 0;
    bool in_cell = false;
  };
  struct Opened {  // what an entered block put up, to be taken down when it is left
    std::uint32_t node;
    bool container, list;
  };

  // ---- text ----
  void write_text(std::string_view text) {
    if (verbatim_ > 0) code_ += text;
    else inline_.text(text);
  }

  // <code><pre> is a block of code all the same.
  static bool has_block_first(Node code) {
    const Node first = code.first_child();
    return is_preformatted(first) || is_preformatted(first.next());
  }

  bool enter_verbatim(Node node) {
    if (node.is("br")) code_ += '\n';
    if (is_code(node) || is_preformatted(node)) ++verbatim_;
    return true;
  }
  void leave_verbatim(Node node) {
    if (!is_preformatted(node) || in_cell()) {
      inline_.code(code_);
    } else {
      write_code_block(node);
    }
    code_.clear();
  }

  void break_line() {
    if (!in_cell() && inline_.ends_with_break()) {
      end_paragraph();  // two of them stand for a paragraph's end
    } else if (!inline_.is_blank()) {
      inline_.line_break();
    }
  }

  void open_link(Node node) {
    const auto address = clean_url(node.attribute("href"), kSchemes, {});
    links_.push_back(address.has_value());
    if (address) inline_.open_link(*address, node.attribute("title"));
  }
  void close_link() {
    const bool was_written = links_.back();
    links_.pop_back();
    if (was_written) inline_.close_link();
  }

  void write_image(Node node) {
    const auto address = clean_url(node.attribute("src"), kPictureSchemes, {});
    if (address) inline_.image(*address, node.attribute("alt"), node.attribute("title"));
  }

  // A link to what is played, in a paragraph of its own.
  void write_played(Node node) {
    const auto address = played_address(node);
    if (address.empty()) return;
    const auto title = played_title(node);
    end_paragraph();
    if (in_cell()) inline_.text(" ");
    inline_.open_link(address, {});
    inline_.text(title.empty() ? address : title);
    inline_.close_link();
    if (in_cell()) inline_.text(" ");
    end_paragraph();
  }

  // ---- blocks ----
  void enter_block(Node node) {
    if (in_cell()) return enter_block_in_cell(node);
    if (is_cell(node) && !tables_.empty()) return begin_cell();
    end_paragraph();
    if (is_preformatted(node)) {
      ++verbatim_;
    } else if (node.is("hr")) {
      write_block("***");
    } else if (node.is("blockquote")) {
      open_container(node, {"> ", "> "});
    } else if (node.is("ul") || node.is("ol") || node.is("menu") || node.is("dir")) {
      open_list(node);
    } else if (node.is("li")) {
      open_item(node);
    } else if (node.is("table") && is_grid(node)) {
      tables_.push_back({});
      table_nodes_.push_back(node.index());
    } else if (node.is("tr") && !tables_.empty()) {
      tables_.back().rows.emplace_back();
    }
  }

  void leave_block(Node node) {
    if (in_cell()) {
      if (is_cell(node)) end_cell(node);
      else if (!inline_.is_blank() && !inline_.ends_with_break()) inline_.line_break();
      return;
    }
    if (const int level = heading_level(node); level > 0) {
      write_heading(level);
      return;
    }
    end_paragraph();
    if (!tables_.empty() && table_nodes_.back() == node.index()) write_table();
    if (opened_.empty() || opened_.back().node != node.index()) return;
    if (opened_.back().container) containers_.pop_back();
    if (opened_.back().list) close_list();
    opened_.pop_back();
  }

  void end_paragraph() {
    if (in_cell() || inline_.is_blank()) return;
    write_block(inline_.take(Place::paragraph));
  }

  void write_heading(int level) {
    if (inline_.is_blank()) return;
    write_block(std::string(static_cast<std::size_t>(level), '#') + " " + inline_.take(Place::heading));
  }

  void write_code_block(Node node) {
    std::string_view code = code_;
    while (!code.empty() && code.back() == '\n') code.remove_suffix(1);
    if (text::is_blank(code)) return;
    std::size_t longest = 2;
    for (std::size_t at = 0; (at = code.find('`', at)) != std::string_view::npos;) {
      const std::size_t end = std::min(code.find_first_not_of('`', at), code.size());
      longest = std::max(longest, end - at);
      at = end;
    }
    const std::string fence(longest + 1, '`');
    std::string block = fence + code_language(node) + "\n";
    for (const char c : code) block += c == '\r' ? '\n' : c;
    write_block(block + "\n" + fence);
  }

  // "language-rust" is how HTML's own example names it (section 4.5.15).
  static std::string code_language(Node pre) {
    for (const Node node : {pre, pre.first_child(), pre.parent()}) {
      if (!node.is_element()) continue;
      for (std::string_view names = node.attribute("class"); !names.empty();) {
        const std::size_t end = std::min(names.find_first_of(text::kSpace), names.size());
        const auto name = names.substr(0, end);
        names.remove_prefix(std::min(end + 1, names.size()));
        if (name.substr(0, 9) != "language-") continue;
        const auto language = name.substr(9);
        if (language.size() <= 32 && std::all_of(language.begin(), language.end(), [](char c) {
              return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '#';
            }))
          return std::string(language);
      }
    }
    return {};
  }

  // ---- quotes and lists ----
  void open_container(Node node, Container container) {
    if (containers_.size() >= kMostContainers) return;
    containers_.push_back(std::move(container));
    opened_.push_back({node.index(), true, false});
  }

  void open_list(Node node) {
    if (containers_.size() >= kMostContainers) return;
    List list;
    list.ordered = node.is("ol");
    list.delimiter = list.ordered ? '.' : '-';
    list.depth = containers_.size();
    // Two lists in a row would be read as one.
    if (list.depth == last_list_depth_ && list.delimiter == last_delimiter_) list.delimiter = list.ordered ? ')' : '+';
    list.next = number(node.attribute("start"), 1);
    if (list.next < 0 || list.next > 900'000'000) list.next = 1;
    list.tight = is_tight(node);
    lists_.push_back(list);
    opened_.push_back({node.index(), false, true});
  }
  void close_list() {
    const List& list = lists_.back();
    if (list.used) {
      last_list_depth_ = list.depth;
      last_delimiter_ = list.delimiter;
    }
    lists_.pop_back();
  }

  // Whether all items are one line of text each, but for lists within.
  static bool is_tight(Node list) {
    for (Node item = list.first_child(); item; item = item.next()) {
      if (!item.is_element()) continue;
      for (Node part = item.first_child(); part; part = part.next()) {
        if (part.is_element() && is_block(part) && !part.is("ul") && !part.is("ol")) return false;
      }
    }
    return true;
  }

  void open_item(Node node) {
    if (lists_.empty()) return;  // without a list around it, a paragraph
    if (containers_.size() >= kMostContainers) return;
    const List& list = lists_.back();
    std::string marker = list.ordered ? std::to_string(list.next) : std::string();
    marker += list.delimiter;
    marker += ' ';
    Container item{marker, std::string(marker.size(), ' ')};
    item.is_item = true;
    open_container(node, std::move(item));
  }

  // A block of finished lines, behind what stands already and within the containers.
  void write_block(const std::string& lines) {
    const bool one_line_end = begin_items();
    if (!out_.empty()) {
      out_ += '\n';
      if (!one_line_end) {
        std::string blank;
        for (const Container& container : containers_) {
          if (container.used) blank += container.then;
        }
        blank.erase(blank.find_last_not_of(' ') + 1);
        out_.append(blank).append("\n");
      }
    }
    for (std::string_view rest = lines;;) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const auto line = rest.substr(0, end);
      std::string start;
      for (Container& container : containers_) {
        start += container.used ? container.then : container.first;
        container.used = true;
      }
      if (line.empty()) start.erase(start.find_last_not_of(' ') + 1);
      out_.append(start).append(line);
      if (end == rest.size()) break;
      out_ += '\n';
      rest.remove_prefix(end + 1);
    }
    last_delimiter_ = 0;
  }

  // Notes that the items around which nothing is written so far begin now. Gives whether they follow what stands
  // already without an empty line.
  bool begin_items() {
    bool first = true, without_empty_line = false;
    std::size_t list_index = 0;
    for (std::size_t i = 0; i < containers_.size(); ++i) {
      if (!containers_[i].is_item) {
        if (!containers_[i].used) first = false;
        continue;
      }
      // The item's list is the last one that was opened with so many containers around it.
      while (list_index < lists_.size() && lists_[list_index].depth != i) ++list_index;
      if (list_index == lists_.size()) break;
      while (list_index + 1 < lists_.size() && lists_[list_index + 1].depth == i) ++list_index;
      List& list = lists_[list_index];
      if (containers_[i].used) continue;
      if (first) {
        const bool nested = i > 0 && containers_[i - 1].is_item && containers_[i - 1].used && list_index > 0 &&
                            lists_[list_index - 1].tight;
        // Only a list that begins with 1 may end a paragraph (CommonMark, section 5.3).
        without_empty_line = list.tight && (list.used || (nested && (!list.ordered || list.next == 1)));
      }
      first = false;
      list.used = true;
      if (list.ordered) ++list.next;
    }
    return without_empty_line;
  }

  // ---- tables ----
  bool in_cell() const { return !tables_.empty() && tables_.back().in_cell; }

  bool is_grid(Node table) const {
    return tables_.empty() && !std::binary_search(layout_tables_.begin(), layout_tables_.end(), table.index()) &&
           has_columns(table);
  }
  // Whether some row has two cells, and none too many.
  static bool has_columns(Node table) {
    bool two = false;
    for (Node part = table.first_child(); part; part = part.next()) {
      for (Node row = part.first_child(); row; row = row.next()) {
        std::size_t cells = 0;
        for (Node cell = row.first_child(); cell; cell = cell.next()) {
          if (is_cell(cell)) cells += span_of(cell);
        }
        if (cells > kMostColumns) return false;
        two = two || cells >= 2;
      }
    }
    return two;
  }
  static std::size_t span_of(Node cell) {
    const long span = number(cell.attribute("colspan"), 1);
    return span >= 1 && span <= static_cast<long>(kMostSpan) ? static_cast<std::size_t>(span) : 1;
  }

  void begin_cell() {
    end_paragraph();
    if (tables_.back().rows.empty()) tables_.back().rows.emplace_back();
    tables_.back().in_cell = true;
  }
  void enter_block_in_cell(Node) {
    if (!inline_.is_blank() && !inline_.ends_with_break()) inline_.line_break();
  }
  void end_cell(Node cell) {
    Table& table = tables_.back();
    auto& row = table.rows.back();
    row.push_back(inline_.is_blank() ? std::string() : inline_.take(Place::cell));
    for (std::size_t i = span_of(cell); i > 1; --i) row.emplace_back();
    table.columns = std::max(table.columns, row.size());
    table.in_cell = false;
  }

  // The first row is the head: GFM's tables have one always.
  void write_table() {
    const Table table = std::move(tables_.back());
    tables_.pop_back();
    table_nodes_.pop_back();
    std::string lines;
    const auto write_row = [&](const std::vector<std::string>& cells, std::size_t at_least) {
      if (!lines.empty()) lines += '\n';
      lines += '|';
      for (std::size_t i = 0; i < std::max(cells.size(), at_least); ++i) {
        lines += ' ';
        if (i < cells.size() && !cells[i].empty()) lines.append(cells[i]).append(" ");
        lines += '|';
      }
    };
    bool is_head = true;
    for (const auto& row : table.rows) {
      if (std::all_of(row.begin(), row.end(), [](const std::string& cell) { return cell.empty(); })) continue;
      write_row(row, is_head ? table.columns : 1);
      if (is_head) write_row(std::vector<std::string>(table.columns, "---"), 1);
      is_head = false;
    }
    if (!lines.empty()) write_block(lines);
  }

  std::vector<std::uint32_t> layout_tables_;
  std::string out_;
  MarkdownInline inline_;
  std::string code_;  // text of the code that is open
  int verbatim_ = 0;
  std::vector<bool> links_;
  std::vector<Container> containers_;
  std::vector<List> lists_;
  std::vector<Opened> opened_;
  std::vector<Table> tables_;
  std::vector<std::uint32_t> table_nodes_;
  std::size_t last_list_depth_ = 0;
  char last_delimiter_ = 0;  // of a list directly before, 0: something else stands there
};

}  // namespace

std::string markdown_of_line(std::string_view words) {
  MarkdownInline line;
  line.text(words);
  return line.take(Place::heading);
}

std::string to_markdown(Node node) {
  MarkdownWriter writer(node);
  walk(
      node, [&](Node at) { return writer.enter(at); }, [&](Node at) { writer.leave(at); });
  return writer.take();
}

}  // namespace syndicat::html
