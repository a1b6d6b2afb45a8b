// html-serialize WRITER [BASE]: the fragment on standard input, written by one of the writers of src/html; for the
// checks that compare what we write with what other programs read. With --each, the input holds many fragments, each
// ended by a null byte, and so does the output.

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.hpp"
#include "html/sanitize.hpp"
#include "html/serialize.hpp"

namespace {

using namespace syndicat;

std::string write(std::string_view writer, std::string_view fragment, const std::string& base) {
  if (writer == "sanitize") return html::sanitize(fragment, {.base = base});
  if (writer == "sanitized-xhtml")
    return html::to_xhtml(html::parse_fragment(html::sanitize(fragment, {.base = base})).root());
  if (writer == "absolutize") return html::absolutize(fragment, base);
  const auto tree = html::parse_fragment(std::string(fragment));
  if (writer == "html") return html::to_html(tree.root());
  if (writer == "xhtml") return html::to_xhtml(tree.root());
  if (writer == "markdown") return html::to_markdown(tree.root());
  if (writer == "text") return html::to_text(tree.root());
  return tree.root().block_text();
}

}  // namespace

int main(int count, char* arguments[]) {
  std::vector<std::string_view> words(arguments + 1, arguments + count);
  const bool each = !words.empty() && words.front() == "--each";
  if (each) words.erase(words.begin());
  if (words.empty() || words.size() > 2) {
    std::fputs("usage: html-serialize [--each] WRITER [BASE] < fragment\n", stderr);
    return 2;
  }
  const std::string base(words.size() == 2 ? words[1] : "");
  const auto bytes = read_file("-");
  if (!bytes) return static_cast<int>(bytes.error().cause);
  if (!each) {
    const std::string written = write(words[0], *bytes, base);
    std::fwrite(written.data(), 1, written.size(), stdout);
    return 0;
  }
  for (std::string_view rest = *bytes; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\0'), rest.size());
    std::string written = write(words[0], rest.substr(0, end), base);
    written += '\0';
    std::fwrite(written.data(), 1, written.size(), stdout);
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return 0;
}
