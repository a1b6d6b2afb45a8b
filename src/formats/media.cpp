#include "formats/media.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_set>

#include "formats/namespaces.hpp"
#include "formats/xml_reading.hpp"
#include "formats/xml_writing.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats {
namespace {

std::string attribute(xml::Node node, std::string_view name) {
  return std::string(text::trim(node.attribute(name).value_or("")));
}

std::optional<double> seconds_in(std::string_view written) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), seconds);
  if (error != std::errc() || end != written.data() + written.size() || !(seconds >= 0 && seconds < 1e9)) return {};
  return seconds;
}

// Whether it is a file to hear, watch or read: not where nothing says so, nor a player to embed.
bool is_file(xml::Node content) {
  const auto type = text::to_lower_ascii(attribute(content, "type")), medium = attribute(content, "medium");
  if (medium == "image" || (medium.empty() && type.starts_with("image/"))) return false;
  return (!medium.empty() || !type.empty()) && !type.ends_with("shockwave-flash") && !type.starts_with("text/html");
}

void collect(xml::Node element, std::string_view outer_base, std::vector<model::Attachment>& media) {
  const auto name = element.name().local;
  const std::string base = base_of(element, outer_base);
  if (name == "group") {
    for (const auto child : element.children())
      if (child.name().uri == element.name().uri && child.name().local == "content") collect(child, base, media);
    return;
  }
  const auto url = attribute(element, "url");
  // Streams by other protocols are no files.
  const auto scheme = text::to_lower_ascii(text::split_uri(url).scheme.value_or("http"));
  if (name != "content" || url.empty() || !is_file(element) || (scheme != "http" && scheme != "https")) return;
  media.push_back({text::resolve(base, url), text::to_lower_ascii(attribute(element, "type")), "",
                   read_number(attribute(element, "fileSize")), seconds_in(attribute(element, "duration"))});
}

// What a reader finds in the elements that are written.
std::vector<model::Attachment> media_of(const model::Foreign& foreign, Home home, const WriteOptions& options) {
  std::vector<model::Attachment> media;
  for (const auto& element : foreign.xml) {
    // Most elements are told by a look at their first tag.
    const auto tag = std::string_view(element).substr(0, element.find('>'));
    if (tag.find("content") == std::string_view::npos && tag.find("group") == std::string_view::npos) continue;
    if (!is_written(element, home, options)) continue;
    const auto document = xml::parse(element);
    if (!document || vocabulary_of(document->root().name().uri) != Vocabulary::media) continue;
    for (auto& one : media_in(document->root(), {})) media.push_back(std::move(one));
  }
  return media;
}

}  // namespace

std::vector<model::Attachment> media_in(xml::Node element, std::string_view base) {
  std::vector<model::Attachment> media;
  collect(element, base, media);
  return media;
}

void add_media(std::vector<model::Attachment>& attachments, std::vector<model::Attachment> media) {
  if (media.empty()) return;
  std::unordered_set<std::string> known;
  for (const auto& attachment : attachments) known.insert(attachment.url);
  for (auto& one : media)
    if (known.insert(one.url).second) attachments.push_back(std::move(one));
}

void tell_all_attachments(const model::Item& item, Extra& extras) {
  const auto told = std::find_if(extras.children.begin(), extras.children.end(),
                                 [](const Extra& extra) { return extra.name == "attachments"; });
  if (told == extras.children.end() || told->children.size() == item.attachments.size()) return;
  extras.children.erase(told);
  extras.add("attachments", item.attachments);
}

const model::Item& without_media(const model::Item& item, Home home, const WriteOptions& options,
                                 std::optional<model::Item>& room, Extra& extras) {
  if (item.foreign.xml.empty()) return item;
  const auto media = media_of(item.foreign, home, options);
  if (media.empty()) return item;
  // They stand behind those of other elements: from the first one on that only they name none needs to be written.
  const auto& all = item.attachments;
  std::unordered_set<std::string_view> named;
  for (const auto& one : media) named.insert(one.url);
  for (const bool keeps_first : {false, true}) {
    // An enclosure may name the first of them as well.
    std::size_t own = 0;
    while (own < all.size() && !(named.contains(all[own].url) && !(keeps_first && own == 0))) ++own;
    std::vector<model::Attachment> again(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(own));
    add_media(again, media);
    if (again != all) continue;
    if (own == all.size()) return item;
    if (!room) room = item;
    room->attachments.resize(own);
    return *room;
  }
  // Each of them may be named twice.
  auto again = all;
  add_media(again, media);
  if (again == all) return item;
  extras.add("attachments", all);
  return item;
}

}  // namespace syndicat::formats
