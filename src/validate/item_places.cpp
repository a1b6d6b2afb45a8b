#include "validate/item_places.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

#include "json/value.hpp"
#include "text/unicode.hpp"
#include "validate/json_lines.hpp"

namespace syndicat::validate {
namespace {

// By what names it is said, the likelier first.
struct Names {
  Said said;
  std::array<std::string_view, 6> elements;
  std::array<std::string_view, 2> members;
};

// clang-format off
constexpr auto kNames = std::to_array<Names>({
    {Said::id, {"guid", "id", "identifier"}, {"id"}},
    {Said::link, {"link"}, {"url", "home_page_url"}},
    {Said::title, {"title"}, {"title"}},
    {Said::content, {"encoded", "content", "body", "description", "summary"}, {"content_html", "content_text"}},
    {Said::published, {"pubDate", "published", "issued", "date"}, {"date_published"}},
    {Said::updated, {"updated", "modified", "lastBuildDate"}, {"date_modified"}},
    {Said::author, {"author", "creator", "managingEditor"}, {"authors", "author"}},
    {Said::enclosure, {"enclosure", "content"}, {"attachments"}},
});
// clang-format on

const Names* names_of(Said said) {
  const auto* found = std::ranges::find(kNames, said, &Names::said);
  return found == kNames.end() ? nullptr : found;
}

constexpr auto kOwnLine = std::numeric_limits<std::size_t>::max();

bool is_item(xml::Node node) { return node.name().local == "item" || node.name().local == "entry"; }

}  // namespace

struct ItemPlaces::State {
  std::string_view text;
  std::optional<xml::Document> xml;
  std::optional<xml::Node> channel;
  std::vector<xml::Node> elements;
  std::optional<json::Value> json;
  std::vector<json::Value> lines;                                   // of JSON Lines, the items
  std::vector<std::pair<const json::Value*, std::size_t>> objects;  // with their index in the array, or kOwnLine
  std::unordered_set<std::string> deleted;

  Span tag(xml::Node node) const {
    const auto end = text.find_first_of(" \t\r\n/>", node.start_offset());
    return {node.start_offset(), std::min(end, text.size())};
  }

  void read_xml(const xml::Limits& limits) {
    auto parsed = xml::parse(std::string(text), "UTF-8", limits);
    if (!parsed) return;
    xml.emplace(std::move(*parsed));
    const auto root = xml->root();
    channel = root;
    for (const auto child : root.children())
      if (text::equals_ignoring_case(child.name().local, "channel")) {
        channel = child;
        break;
      }
    const auto take = [&](xml::Node parent) {
      for (const auto child : parent.children()) {
        if (is_item(child)) elements.push_back(child);
        if (child.name().local == "deleted-entry") deleted.emplace(child.attribute("ref").value_or(""));
      }
    };
    if (root.name().local == "entry") elements.push_back(root);
    // The order in which a reader meets them: the channel's, those in RSS 1.1's list, those beside the channel.
    take(*channel);
    for (const auto child : channel->children())
      if (child.name().local == "items") take(child);
    if (*channel != root) take(root);
  }

  void read_json(const xml::Limits& limits) {
    const json::Limits json_limits{limits.max_size, limits.max_depth};
    auto parsed = json::parse(text, json_limits);
    if (!parsed) {
      each_json_line(text, json_limits, [&](auto line) {
        if (!line) return;
        if (is_feed_line(*line)) json.emplace(std::move(*line));
        else lines.push_back(std::move(*line));
      });
      for (const auto& line : lines) objects.emplace_back(&line, kOwnLine);
      return;
    }
    json.emplace(std::move(*parsed));
    const auto* items = json->find("items");
    if (items == nullptr || items->array() == nullptr) return;
    for (std::size_t at = 0; at < items->array()->size(); ++at)
      if ((*items->array())[at].object() != nullptr) objects.emplace_back(&(*items->array())[at], at);
  }

  SaidAt in_element(xml::Node node, Said said) const {
    if (const auto* names = names_of(said))
      for (const auto name : names->elements)
        if (!name.empty())
          for (const auto child : node.children())
            if (child.name().local == name) return {tag(child), std::string(name), {}};
    return {tag(node), std::string(node.name().local), {}};
  }

  static SaidAt in_object(const json::Value& object, Said said, const std::string& pointer, std::string_view what) {
    if (const auto* names = names_of(said))
      for (const auto name : names->members)
        if (const auto* value = name.empty() ? nullptr : object.find(name))
          return {{value->offset, value->array() != nullptr ? value->offset + 1 : value->end},
                  std::string(name),
                  fmt::format("{}/{}", pointer, name)};
    return {{object.offset, object.offset + 1}, std::string(what), pointer};
  }
};

ItemPlaces::ItemPlaces(std::string_view text, std::size_t items, const xml::Limits& limits)
    : state_(std::make_unique<State>()) {
  state_->text = text;
  const auto start = text.find_first_not_of(text::kSpace);
  if (start != std::string_view::npos && (text[start] == '{' || text[start] == '[')) state_->read_json(limits);
  else state_->read_xml(limits);
  if (state_->elements.size() != items) state_->elements.clear();
  if (state_->objects.size() != items) state_->objects.clear();
}
ItemPlaces::ItemPlaces(ItemPlaces&&) noexcept = default;
ItemPlaces::~ItemPlaces() = default;

Check::Syntax ItemPlaces::syntax() const { return state_->xml ? Check::Syntax::xml : Check::Syntax::json; }

SaidAt ItemPlaces::item(std::size_t index, Said said) const {
  if (index < state_->elements.size()) return state_->in_element(state_->elements[index], said);
  if (index >= state_->objects.size()) return feed(Said::whole);
  const auto& [object, at] = state_->objects[index];
  return State::in_object(*object, said, at == kOwnLine ? std::string() : fmt::format("/items/{}", at), "item");
}

SaidAt ItemPlaces::feed(Said said) const {
  if (state_->channel) return state_->in_element(*state_->channel, said);
  if (state_->json) return State::in_object(*state_->json, said, {}, "feed");
  return {{0, std::min<std::size_t>(1, state_->text.size())}, "feed", {}};
}

bool ItemPlaces::is_deleted(std::string_view id) const { return state_->deleted.contains(std::string(id)); }

}  // namespace syndicat::validate
