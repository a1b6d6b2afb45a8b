#include "extract/furniture_line.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "extract/phrases.hpp"
#include "extract/words.hpp"
#include "text/unicode.hpp"
#include "text/uri.hpp"

namespace syndicat::extract {
namespace {

constexpr std::uint32_t kLongestShare = 120;    // letters
constexpr std::uint32_t kLongestPointer = 200;  // its headline with it
constexpr std::uint32_t kLongestAppeal = 160;
constexpr std::size_t kLongestLabel = 60;  // bytes before a colon

// Beginnings of words that name a service, as written in Latin, Cyrillic and others.
// clang-format off
constexpr auto kServices = std::to_array<std::string_view>(
    {"facebook", "twitter", "telegram", "whatsapp", "instagram", "linkedin", "youtube", "tiktok", "pinterest",
      "reddit", "mastodon", "bluesky", "threads", "viber", "vkontakte", "messenger", "weibo", "wechat", "xing",
      "flipboard", "телеграм", "тэлеграм", "фейсбук", "фэйсбук", "твиттер", "вконтакте", "вайбер", "ватсап", "вотсап",
      "инстаграм", "інстаграм", "ютуб", "ютюб", "одноклассники", "微信", "微博"});
// clang-format on

// clang-format off
constexpr auto kHosts = std::to_array<std::string_view>(
    {"facebook.com", "fb.com", "twitter.com", "x.com", "t.me", "telegram.me", "instagram.com", "youtube.com",
      "tiktok.com", "vk.com", "ok.ru", "viber.com", "whatsapp.com", "wa.me", "linkedin.com", "bsky.app",
      "threads.net", "flipboard.com", "news.google.com", "dzen.ru", "zen.yandex.ru"});
// clang-format on

// Words that ask: to follow, to join, to subscribe. Beginnings, so that every ending counts.
// clang-format off
constexpr auto kAsks = std::to_array<std::string_view>(
    {"follow us", "follow our", "join us", "join our", "subscribe", "like us", "find us on", "sign up for", "подпи",
      "подписывай", "присоединяйт", "читайте нас", "следите за", "мы в ", "наш канал", "падпі", "далучайц",
      "далучайс", "чытайце нас", "сачыце за", "мы ў ", "підпи", "приєднуй", "долучай", "читайте нас", "стежте за",
      "ми в ", "ми у ", "folgen sie uns", "folge uns", "folgt uns", "abonnieren sie", "abonniere", "suivez nous",
      "suivez notre", "abonnez vous", "rejoignez", "síguenos", "siga nos", "sigue nos", "sigue a", "suscríb", "únete",
      "seguici", "iscriviti", "segui", "siga", "subscreva", "inscreva", "junte se", "volg ons", "abonneer",
      "obserwuj", "śledź nas", "subskrybuj", "dołącz do", "polub nas", "sledujte", "odebírejte", "sekite",
      "prenumeruok", "följ oss", "følg oss", "følg os", "seuraa", "bizi takip", "takip edin", "kövess",
      "urmărește ne", "urmăriți", "ακολουθήστε", "последвайте", "пратите нас", "تابعونا", "تابعنا", "اشترك", "انضم",
      "עקבו אחרינו", "دنبال کنید", "フォロー", "关注我们", "關注我們", "팔로우"});
// clang-format on

bool starts_word(std::string_view folded, std::string_view words) {
  for (auto place = folded.find(words); place != std::string_view::npos; place = folded.find(words, place + 1)) {
    if (place == 0 || folded[place - 1] == ' ' || static_cast<unsigned char>(words.front()) >= 0xE3) return true;
  }
  return false;
}

std::size_t count_services(std::string_view folded) {
  std::size_t count = 0;
  std::size_t letters = 0;  // those that mean something else alone
  for (const auto word : split_words(folded)) {
    if (word == "vk" || word == "rss" || word == "x") ++letters;
    else if (std::ranges::any_of(kServices, [&](std::string_view name) { return word.starts_with(name); })) ++count;
  }
  return count == 0 ? 0 : count + letters;
}

// What the words before a colon say, where there are two at least, or two characters of a dense script.
Phrase label_of(std::string_view line) {
  auto colon = line.find(':');
  colon = std::min(colon, line.find("："));
  if (colon == std::string_view::npos || colon > kLongestLabel) return Phrase::none;
  const auto label = line.substr(0, colon);
  return count_words(label) >= 2 ? phrase_of_line(label) : Phrase::none;
}

}  // namespace

bool names_service(std::string_view words) {
  const auto folded = fold(words);
  if (split_words(folded).size() <= 4 && count_services(folded) > 0) return true;
  const auto lower = text::to_lower_ascii(words);
  return words.size() <= kLongestLabel &&
         std::ranges::any_of(kHosts, [&](std::string_view host) { return lower.find(host) != std::string::npos; });
}

bool is_profile(std::string_view url) {
  const auto host = text::host_of(url);
  const bool service = std::ranges::any_of(kHosts, [&](std::string_view one) {
    return host == one ||
           (host.size() > one.size() && host.ends_with(one) && host[host.size() - one.size() - 1] == '.');
  });
  if (!service) return false;
  const auto uri = text::split_uri(url);
  auto path = std::string_view(uri.path);
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  for (const std::string_view front : {"channel/", "c/", "user/", "company/", "in/", "groups/", "s/", "profile/"}) {
    if (path.starts_with(front)) path.remove_prefix(front.size());
  }
  return path.find('/') == std::string_view::npos && path != "watch" && path != "photo" && path != "story.php" &&
         path != "permalink.php";
}

bool is_furniture_line(std::string_view line) {
  const auto length = reading_length(line);
  if (length > kLongestPointer) return false;
  const auto label = label_of(line);
  if (label == Phrase::pointer || label == Phrase::filed || label == Phrase::newsletter) return true;
  const auto folded = fold(line);
  if (folded.find(" ctrl enter ") != std::string::npos) return true;
  if (length > kLongestShare || ends_sentence(line)) return false;
  const auto services = count_services(folded);
  if (services == 0) return false;
  // A row of services, or a call to share on one.
  const auto words = split_words(folded).size();
  const auto start = phrase_at_start(line);
  return (services >= 2 && services * 2 >= words) || (start == Phrase::button && words <= 4 + 3 * services);
}

bool asks_to_follow(std::string_view line) {
  if (reading_length(line) > kLongestAppeal || count_sentence_ends(line) > 1) return false;
  const auto folded = fold(line);
  if (count_services(folded) == 0) return false;
  return std::ranges::any_of(kAsks, [&](std::string_view words) { return starts_word(folded, words); });
}

}  // namespace syndicat::extract
