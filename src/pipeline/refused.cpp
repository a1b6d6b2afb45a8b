#include "pipeline/refused.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "validate/validate.hpp"

namespace syndicat::pipeline {
namespace {

// Stands before each element and behind the last one of an owner; nothing that a feed brings along has its namespace.
constexpr std::string_view kMark = "<syndicat-mark xmlns=\"urn:x-syndicat:mark\"/>";

bool has_foreign_elements(const model::Feed& feed) {
  return !feed.foreign.xml.empty() ||
         std::any_of(feed.items.begin(), feed.items.end(), [](const auto& item) { return !item.foreign.xml.empty(); });
}

void mark(const std::vector<std::string>& elements, model::Foreign& marked, std::vector<const std::string*>& order) {
  for (const auto& element : elements) {
    marked.xml.emplace_back(kMark);
    marked.xml.push_back(element);
    order.push_back(&element);
  }
  marked.xml.emplace_back(kMark);
  order.push_back(nullptr);
}

// A feed that is valid, with nothing in it but what is foreign; `order` has the elements as their marks follow.
model::Feed skeleton(const model::Feed& feed, std::vector<const std::string*>& order) {
  const auto some_day = text::parse_date("2026-01-01T00:00:00Z");
  const auto text = [](std::string words) { return model::Text{model::Text::Kind::plain, std::move(words)}; };
  model::Feed bare;
  bare.id = "https://syndicat.example/feed";
  bare.title = text("Feed");
  bare.home_page_url = "https://syndicat.example/";
  bare.feed_url = bare.id;
  bare.modified = model::Date{some_day, {}};
  bare.authors.push_back({"Syndicat", "", "", ""});
  mark(feed.foreign.xml, bare.foreign, order);
  for (const auto& item : feed.items) {
    if (item.foreign.xml.empty()) continue;
    model::Item holder;
    holder.id = fmt::format("https://syndicat.example/{}", bare.items.size());
    holder.url = holder.id;
    holder.title = text(fmt::format("Item {}", bare.items.size()));
    holder.content_text = "Words.";
    holder.published = holder.modified = bare.modified;
    mark(item.foreign.xml, holder.foreign, order);
    bare.items.push_back(std::move(holder));
  }
  return bare;
}

std::vector<std::size_t> places_of_marks(std::string_view text) {
  std::vector<std::size_t> places;
  for (auto at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark, at + kMark.size()))
    places.push_back(at);
  return places;
}

void count(std::vector<Refused::Reason>& reasons, const validate::Finding& finding) {
  for (auto& reason : reasons)
    if (reason.rule == finding.rule) {
      ++reason.count;
      return;
    }
  reasons.push_back({finding.message, std::string(finding.rule), 1});
}

}  // namespace

Result<Refused> refused(const model::Feed& feed, const formats::Format& format) {
  Refused found;
  const bool is_xml = format.media_type.ends_with("xml");
  if (!is_xml || !format.lossless || !has_foreign_elements(feed)) return found;
  std::vector<const std::string*> order;
  const auto bare = skeleton(feed, order);
  const auto written = format.write(bare, {});
  if (!written) return Failure(written.error());
  const auto report = validate::check(*written, {});
  if (!report) return Failure(report.error());
  const auto marks = places_of_marks(report->text);
  // Where a mark is gone nobody can say what follows which.
  if (marks.size() != order.size()) return found;
  for (const auto& finding : report->findings) {
    if (finding.severity != validate::Severity::error) continue;
    const auto behind = std::upper_bound(marks.begin(), marks.end(), finding.start.offset);
    if (behind == marks.begin()) continue;
    const auto* element = order[static_cast<std::size_t>(behind - marks.begin()) - 1];
    if (element == nullptr) continue;
    found.elements.insert(*element);
    count(found.reasons, finding);
  }
  return found;
}

std::vector<std::string> in_words(const Refused& refused) {
  std::vector<std::string> lines;
  for (const auto& reason : refused.reasons) {
    const auto times = reason.count == 1 ? std::string() : fmt::format(", and {} more like it", reason.count - 1);
    lines.push_back(fmt::format("{} [{}]{}; kept aside, for the feed would not be valid with it", reason.message,
                                reason.rule, times));
  }
  return lines;
}

}  // namespace syndicat::pipeline
