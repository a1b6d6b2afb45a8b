#include "validate/history.hpp"

#include <algorithm>
#include <array>

#include "text/unicode.hpp"
#include "validate/vocabularies.hpp"

namespace syndicat::validate {
namespace {

constexpr std::array kPaging = std::to_array<std::string_view>({"first", "last", "previous", "next"});
constexpr std::array kArchiving = std::to_array<std::string_view>({"prev-archive", "next-archive", "current"});

bool is_paging(std::string_view relation) {
  return std::ranges::find(kPaging, relation) != kPaging.end() ||
         std::ranges::find(kArchiving, relation) != kArchiving.end();
}

constexpr Type kMark = {.content = Content::empty};

// Older drafts had addresses in elements where RFC 5005 has links.
constexpr Type kAddress = {.value = link_reference};

constexpr ExtensionRow kRows[] = {
    {Ns::fh, "complete", kFeed, Occurs::once, &kMark},
    {Ns::fh, "archive", kFeed, Occurs::once, &kMark},
    {Ns::fh, "incremental", kFeed, Occurs::once, &kAddress},
};

}  // namespace

std::span<const ExtensionRow> history_rows() { return kRows; }

namespace history {

std::string_view relation_of(xml::Node link) {
  constexpr std::string_view kPrefix = "http://www.iana.org/assignments/relation/";
  auto relation = link.attribute("rel").value_or("alternate");
  if (relation.starts_with(kPrefix)) relation.remove_prefix(kPrefix.size());
  return relation;
}

void feed(Walk& walk, const Element& element) {
  const auto& node = element.node;
  const auto address = [&](std::string_view wanted) -> std::string_view {
    for (const auto child : node.children())
      if (walk.is(child, Ns::atom, "link") && relation_of(child) == wanted)
        return text::trim(child.attribute("href").value_or(""));
    return {};
  };
  const auto self = address("self");
  const bool complete = walk.child(node, Ns::fh, "complete").has_value();
  const bool archive = walk.child(node, Ns::fh, "archive").has_value();
  for (const auto child : node.children()) {
    if (child.start_offset() >= walk.limit()) return;
    if (!walk.is(child, Ns::atom, "link")) continue;
    const auto relation = relation_of(child);
    const auto report = [&](RuleRef rule, std::string_view at) {
      walk.report(rule, walk.tag(child),
                  {{"element", walk.name(child)}, {"parent", element.name}, {"rel", relation}, {"self", at}});
    };
    // Section 2: a complete feed is one document, so that there is nowhere to go on to.
    if (complete) {
      if (relation == "current") {
        if (text::trim(child.attribute("href").value_or("")) != self)
          report("current-not-self-in-complete-feed", "self");
      } else if (is_paging(relation)) {
        report("feed-rel-in-complete-feed", "self");
      }
    }
    // Section 3: nothing lies before the first document and behind the last.
    if (!self.empty()) {
      const bool first = self == address("first"), last = self == address("last");
      if (first && relation == "previous") report("link-past-end", "first");
      if (last && relation == "next") report("link-past-end", "last");
      if (self == address("current") && relation == "next-archive") report("link-past-end", "current");
    }
  }
  // Section 4: an archive leads back to the feed that people subscribe to, and the archives lead to each other.
  if (archive && address("current").empty())
    walk.report("missing-current-in-archive", walk.tag(node),
                {{"element", "link"}, {"parent", element.name}, {"rel", "current"}});
  if (archive && address("prev-archive").empty() && !address("previous").empty())
    walk.report("archive-incomplete", walk.tag(node), {{"element", element.name}, {"parent", element.parent}});
  else if (!archive && !address("next-archive").empty())
    walk.report("archive-incomplete", walk.tag(node), {{"element", element.name}, {"parent", element.parent}});
}

void entry(Walk& walk, const Element& element) {
  for (const auto child : element.node.children()) {
    if (!walk.is(child, Ns::atom, "link")) continue;
    const auto relation = relation_of(child);
    if (is_paging(relation) || relation == "prev" || relation == "start")
      walk.report("feed-history-rel-in-entry", walk.tag(child),
                  {{"element", walk.name(child)}, {"parent", element.name}, {"rel", relation}});
  }
}

}  // namespace history
}  // namespace syndicat::validate
