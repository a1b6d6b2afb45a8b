#include "formats/fit.hpp"

#include <algorithm>
#include <array>
#include <type_traits>

#include "text/language.hpp"
#include "text/mail_address.hpp"
#include "text/media_type.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::formats {
namespace {

// Most addresses are told by a look at their characters; the grammar judges the others.
bool is_simple_address(std::string_view address) {
  constexpr auto kSimple = [] {
    std::array<bool, 256> simple{};
    for (const char c :
         std::string_view("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=/?"))
      simple[static_cast<unsigned char>(c)] = true;
    return simple;
  }();
  const std::size_t scheme = address.starts_with("https://") ? 8 : address.starts_with("http://") ? 7 : 0;
  return scheme > 0 && std::all_of(address.begin() + static_cast<std::ptrdiff_t>(scheme), address.end(),
                                   [&](char c) { return kSimple[static_cast<unsigned char>(c)]; });
}

bool is_address(std::string_view text) {
  if (is_simple_address(text)) return true;
  if (text::leads_nowhere(text)) return false;
  return !text::split_uri(text).scheme || text::is_iri_reference(text);
}
bool is_scheme(std::string_view text) { return text::is_absolute_iri(text) && !text::leads_nowhere(text); }
// A language is two or three letters long (RFC 5646, section 2.2.1): "english" is a word.
bool is_language(std::string_view text) {
  const auto primary = text.substr(0, text.find('-')).size();
  return primary <= 3 && text::is_language_tag(text);
}
bool is_type(std::string_view text) { return text::is_media_type(text::trim(text)); }
bool is_mail(std::string_view text) { return text::is_addr_spec(text::trim(text)); }

// What stands in parentheses is a comment (RFC 822, section 3.4.3).
bool names_mail(std::string_view text) {
  std::string outside;
  int depth = 0;
  for (const char c : text) {
    depth += c == '(' ? 1 : 0;
    if (depth == 0) outside += c;
    depth -= c == ')' && depth > 0 ? 1 : 0;
  }
  return text::holds_mail_address(outside);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Walks over all that has a form: to see whether all is well, or to leave nothing that is not.
enum class Task : std::uint8_t { look, mend };

template <Task task>
class Walk {
  template <typename T>
  using Of = std::conditional_t<task == Task::mend, T, const T>;

 public:
  explicit Walk(Addresses addresses) : addresses_(addresses) {}
  bool all_well() const { return all_well_; }

  void visit(Of<model::Item>& item) {
    for (auto* where : {&item.url, &item.external_url, &item.comments_url, &item.comments_feed_url}) address(*where);
    image(item.image);
    image(item.banner_image);
    check(item.language, is_language);
    people(item.authors);
    people(item.contributors);
    categories(item.categories);
    for (auto& attachment : item.attachments) {
      address(attachment.url);
      check(attachment.mime_type, is_type);
    }
    erase(item.attachments, [](const auto& attachment) { return attachment.url.empty(); });
    links(item.links);
    for (auto& translation : item.translations) check(translation.language, is_language);
    if (!item.source) return;
    check(item.source->id, is_scheme);
    address(item.source->url);
    address(item.source->feed_url);
  }

  void visit(Of<model::Feed>& feed) {
    for (auto* where : {&feed.home_page_url, &feed.feed_url, &feed.next_url, &feed.docs, &feed.generator_url})
      address(*where);
    // A reader would ask for the same page again and again.
    if (!feed.next_url.empty() && feed.next_url == feed.feed_url) take_out(feed.next_url, {});
    for (auto* each : {&feed.icon, &feed.favicon, &feed.logo}) image(*each);
    check(feed.language, is_language);
    people(feed.authors);
    people(feed.contributors);
    check(feed.managing_editor, names_mail);
    check(feed.web_master, names_mail);
    categories(feed.categories);
    links(feed.links);
    if (is_complete(feed)) {
      // RFC 5005, section 2: such a feed has no other pages.
      if (!feed.next_url.empty()) take_out(feed.next_url, {});
      erase(feed.links, [](const auto& link) { return is_paging(link.rel); });
    }
    for (auto& hub : feed.hubs) reference(hub.url);
    erase(feed.hubs, [](const auto& hub) { return hub.url.empty(); });
    if (feed.ttl_minutes == 0U) take_out(feed.ttl_minutes, {});
    if (feed.cloud && !is_cloud(*feed.cloud)) take_out(feed.cloud, {});
    each_once(feed.skip_hours, is_hour);
    each_once(feed.skip_days, is_day);
  }

 private:
  // RSS 2.0: the protocols, and hours and days to skip.
  static bool is_cloud(const model::Cloud& cloud) {
    const bool has_port = !cloud.port.empty() && cloud.port.size() <= 5 &&
                          cloud.port.find_first_not_of("0123456789") == std::string::npos &&
                          cloud.port.find_first_not_of('0') != std::string::npos;
    return has_port && !cloud.domain.empty() && !cloud.path.empty() &&
           (cloud.protocol == "xml-rpc" || cloud.protocol == "soap" || cloud.protocol == "http-post");
  }
  static bool is_complete(const model::Feed& feed) {
    return std::any_of(feed.foreign.xml.begin(), feed.foreign.xml.end(), [](const std::string& element) {
      const auto tag = std::string_view(element).substr(0, element.find('>'));
      return tag.substr(0, tag.find_first_of(" />")).ends_with("complete") &&
             tag.find("http://purl.org/syndication/history/1.0") != std::string_view::npos;
    });
  }
  static bool is_paging(std::string_view rel) {
    constexpr auto kPaging =
        std::to_array<std::string_view>({"first", "last", "previous", "prev", "next", "prev-archive", "next-archive"});
    return std::find(kPaging.begin(), kPaging.end(), rel) != kPaging.end();
  }
  static bool is_hour(const std::string& hour) {
    const bool is_number =
        !hour.empty() && hour.size() <= 2 && hour.find_first_not_of("0123456789") == std::string::npos;
    return is_number && std::stoi(hour) <= 24;
  }
  static bool is_day(const std::string& day) {
    constexpr auto kDays =
        std::to_array<std::string_view>({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"});
    return std::find(kDays.begin(), kDays.end(), day) != kDays.end();
  }

  // Leaves `instead` in the member's place.
  template <typename Member>
  void take_out(Member& member, [[maybe_unused]] std::remove_const_t<Member> instead) {
    all_well_ = false;
    if constexpr (task == Task::mend) member = std::move(instead);
  }

  void check(Of<std::string>& value, bool (*holds)(std::string_view)) {
    if (!value.empty() && !holds(value)) take_out(value, {});
  }

  // Mostly an escape or two will do.
  void reference(Of<std::string>& value) {
    if (value.empty() || is_address(value)) return;
    auto mended = text::resolve({}, value);
    take_out(value, is_address(mended) ? std::move(mended) : std::string());
  }

  void address(Of<std::string>& value) {
    reference(value);
    if (addresses_ != Addresses::iri && !is_ascii(value)) take_out(value, text::to_uri(value));
  }

  void each_once(Of<std::vector<std::string>>& words, bool (*holds)(const std::string&)) {
    bool well = true;
    for (auto at = words.begin(); at != words.end(); ++at)
      well = well && holds(*at) && std::find(words.begin(), at, *at) == at;
    if (!well) take_out(words, {});
  }

  template <typename Entries, typename IsBad>
  void erase(Entries& entries, IsBad is_bad) {
    if (std::none_of(entries.begin(), entries.end(), is_bad)) return;
    all_well_ = false;
    if constexpr (task == Task::mend) std::erase_if(entries, is_bad);
  }

  void image(Of<model::Image>& image) {
    if (image.url.empty()) return;
    address(image.url);
    address(image.link);
    for (auto* side : {&image.width, &image.height})
      if (*side == 0U) take_out(*side, {});
  }

  void people(Of<std::vector<model::Person>>& people) {
    for (auto& person : people) {
      // What stands for a name keeps standing for one.
      if (!person.email.empty() && person.name.empty() && !is_mail(person.email)) take_out(person.name, person.email);
      check(person.email, is_mail);
      reference(person.url);
      reference(person.avatar);
    }
  }

  void categories(Of<std::vector<model::Category>>& categories) {
    // RSS's domain may be any name of a taxonomy.
    if (addresses_ != Addresses::uri_and_names)
      for (auto& category : categories) check(category.scheme, is_scheme);
  }

  void links(Of<std::vector<model::Link>>& links) {
    for (auto& link : links) {
      address(link.href);
      check(link.type, is_type);
      check(link.language, is_language);
    }
    erase(links, [](const auto& link) { return link.href.empty(); });
  }

  Addresses addresses_;
  bool all_well_ = true;
};

template <typename Owner>
const Owner& fitted_owner(const Owner& owner, std::optional<Owner>& room, Extra& extras, Addresses addresses) {
  Walk<Task::look> look(addresses);
  look.visit(owner);
  if (look.all_well()) return owner;
  room = owner;
  Walk<Task::mend>(addresses).visit(*room);
  const Extra left = everything(*room);
  for (auto& said : everything(owner).children) {
    const auto* still = left.find(said.name);
    if (still == nullptr || !(*still == said)) extras.children.push_back(std::move(said));
  }
  return *room;
}

}  // namespace

const model::Item& fitted(const model::Item& item, std::optional<model::Item>& room, Extra& extras,
                          Addresses addresses) {
  return fitted_owner(item, room, extras, addresses);
}

const model::Feed& fitted(const model::Feed& feed, std::optional<model::Feed>& room, Extra& extras,
                          Addresses addresses) {
  return fitted_owner(feed, room, extras, addresses);
}

}  // namespace syndicat::formats
