#include "extract/class_marks.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

namespace syndicat::extract {
namespace {

struct Row {
  std::uint32_t mark;
  std::string_view words;  // apart by blanks, lower case
};

// clang-format off
constexpr std::array kWords = {
    Row{kContent, "content entry story prose article post body text hentry richtext wysiwyg markdown contents"},
    Row{kNavigation, "nav navbar navigation menu submenu breadcrumb breadcrumbs crumb crumbs pagination pager paging sitemap "
                     "skip skiplink toc hamburger megamenu topnav prevnext postnav pagenav navlinks navi"},
    Row{kFooter, "footer colophon copyright imprint impressum bottombar disclaimer"},
    Row{kHeader, "header masthead topbar"},
    Row{kSidebar, "sidebar rail sidenav siderail rightcol leftcol"},
    Row{kComments, "comment comments commentlist disqus respond reply replies livefyre commento comentarios kommentare "
                   "commentaires pingback pingbacks trackback trackbacks discussion responses komentarze"
                    " kommentarer komentare komentari yorumlar kommentit hozzaszolasok"},
    Row{kRelated, "related relateds recommended recommendation recommendations recommend recirc recirculation popular trending "
                  "mostread mostpopular teaser teasers readmore morestories latest upnext readnext "
                  "youmightlike alsolike similar relacionadas relacionados verwandte crosspromo linkbox "
                  "jp-relatedposts yarpp outbrain taboola zergnet revcontent nrelate mgid teads"
                    " verwandt aehnliche empfehlungen lesetipps meistgelesen meistgelesene relatert relaterade relateret powiazane podobne souvisejici benzer ilgili kapcsolodo similaires lireaussi leggianche correlati leiatambem maslidas masleidas destacados gerelateerd crp crosslinks newsbox"},
    Row{kAdvertisement, "ad ads advert adverts advertisement advertising adsense adbox adslot adunit adwrap dfp gpt sponsor "
                        "sponsored sponsors promo promotion werbung anzeige publicidad banner banners advertorial "
                        "pub commercial affiliate affiliates affiliatelinks ecommerce disclosure googlead googleads adsbygoogle doubleclick googlesyndication adservice adserver"
                    " anzeigen reklam reklama reklame mainos annonse annonce annons inserat publicite pubblicita advertentie hirdetes skyscraper"},
    Row{kShare, "share shares sharing sharebar sharedaddy social socials socialmedia socialbar addthis addtoany sociable "
                "shareaholic sharethis tweetmeme followus a2a teilen compartir partage shariff ssba heateor"
                    " partager condividi compartilhar partilhar udostepnij sdilet paylas deling megosztas bookmarks"},
    Row{kNewsletter, "newsletter newsletters subscribe subscription subscriptions signup optin mailchimp paywall mailinglist "
                     "regwall piano mc4wp convertkit donate donation donations membership"
                    " nyhetsbrev nyhedsbrev infolettre boletin abonnieren abonnement spenden"},
    Row{kCookies, "cookie cookies consent gdpr cookiebar cookiebanner ccpa onetrust privacybanner"},
    Row{kHidden, "visuallyhidden screenreader sronly"},
    Row{kPopup, "modal popup overlay lightbox dialog tooltip popover toast dropdown flyout offcanvas interstitial"},
    Row{kAuthor, "author authors byline bylines autor auteur autore vcard contributor writer autoren verfasser writtenby"},
    Row{kDate, "date time datetime timestamp published pubdate dateline datum fecha dateposted posttime updated modified timedata datetimes postdate articledate newsdate"},
    Row{kMeta, "meta metadata postmeta tags taglist tag categories category kicker eyebrow rubric readingtime labels keywords "
               "topics postinfo infos hashtags schlagworte"},
    Row{kCaption, "caption captions figcaption legend bildunterschrift wp-caption"},
    Row{kCredit, "credit credits copyright photocredit photographer fotograf photographe fotografo bildnachweis bildquelle imagecredit creditline"},
    Row{kBio, "bio biography authorbio authorbox aboutauthor"
                    " autorenbox autoreninfo autorinfo auteurinfo"},
    Row{kTitle, "title headline heading titel titre titulo"},
    Row{kSummary, "summary standfirst dek deck lead lede excerpt intro subtitle subheadline subhead teasertext abstract chapeau entradilla anons"},
    Row{kControls, "toolbar toolbox buttons button btn controls player search searchform login print printfriendly feedback rating ratings "
                   "vote votes voting like likes poll captcha noprint actions editsection"},
    Row{kWidget, "widget widgets module plugin"},
    Row{kCode, "highlight codehilite syntax hljs prettyprint sourcecode"},
    Row{kPrintOnly, "printonly"},
    Row{kReference, "footnote footnotes references reference reflist citation citations bibliography endnotes fussnoten"},
    Row{kEmbed, "embed embedded twitter instagram youtube video oembed"},
    Row{kPost, "message postbody forumpost"},
};
// clang-format on

// Two words in a row, or one run together, that say more than each alone.
// clang-format off
constexpr auto kPairs = std::to_array<std::pair<std::string_view, std::uint32_t>>({
    {"article body", kArticleBody}, {"article content", kArticleBody}, {"article text", kArticleBody},
    {"post content", kArticleBody}, {"post body", kArticleBody}, {"post text", kArticleBody},
    {"entry content", kArticleBody}, {"entry body", kArticleBody}, {"entry text", kArticleBody}, {"story body", kArticleBody},
    {"story content", kArticleBody}, {"story text", kArticleBody}, {"blog content", kArticleBody}, {"blog post", kContent},
    {"body text", kArticleBody}, {"body content", kContent}, {"news content", kArticleBody}, {"news text", kArticleBody},
    {"news body", kArticleBody}, {"main content", kContent}, {"content body", kArticleBody}, {"content text", kArticleBody},
    {"text content", kArticleBody}, {"single content", kArticleBody}, {"td content", kContent}, {"content main", kContent},
    {"rich text", kContent}, {"page content", kContent}, {"article main", kContent}, {"field body", kArticleBody},
    {"article paragraph", kContent}, {"mw parser", kArticleBody}, {"markdown body", kArticleBody},
    {"read more", kRelated}, {"more stories", kRelated}, {"more articles", kRelated}, {"more news", kRelated},
    {"more posts", kRelated}, {"more from", kRelated}, {"most read", kRelated}, {"most popular", kRelated}, {"see also", kRelated},
    {"also read", kRelated}, {"read also", kRelated}, {"up next", kRelated}, {"read next", kRelated}, {"next post", kNavigation},
    {"prev post", kNavigation}, {"previous post", kNavigation}, {"next article", kNavigation}, {"post navigation", kNavigation},
    {"right col", kSidebar}, {"left col", kSidebar}, {"right column", kSidebar}, {"left column", kSidebar},
    {"side bar", kSidebar}, {"about author", kBio}, {"author bio", kBio}, {"author box", kBio}, {"author info", kBio},
    {"author description", kBio}, {"author profile", kBio}, {"author card", kBio}, {"screen reader", kHidden}, {"visually hidden", kHidden}, {"sr only", kHidden}, {"condition invisible", kHidden},
    {"sign up", kNewsletter}, {"mailing list", kNewsletter}, {"recent posts", kRelated}, {"latest news", kRelated},
    {"fb page", kShare}, {"fb like", kShare}, {"print only", kPrintOnly}, {"teaser text", kSummary},
});
// clang-format on

// Words that mean something only as a whole name: elsewhere they are colours and sizes.
constexpr auto kNames = std::to_array<std::pair<std::string_view, std::uint32_t>>({
    {"secondary", kSidebar},
    {"extra", kSidebar},
    {"top", kHeader},
});

using Table = std::unordered_map<std::string_view, std::uint32_t>;

const Table& words() {
  static const Table once = [] {
    Table made;
    for (const auto& row : kWords) {
      for (std::size_t start = 0; start < row.words.size();) {
        const auto end = std::min(row.words.find(' ', start), row.words.size());
        made[row.words.substr(start, end - start)] |= row.mark;
        start = end + 1;
      }
    }
    return made;
  }();
  return once;
}

// Pairs by their words with the blank ("article body") and run together ("articlebody").
const std::unordered_map<std::string, std::uint32_t>& pairs() {
  static const auto once = [] {
    std::unordered_map<std::string, std::uint32_t> made;
    for (const auto& [pair, mark] : kPairs) {
      made[std::string(pair)] |= mark;
      std::string joined(pair);
      std::erase(joined, ' ');
      made[joined] |= mark;
    }
    return made;
  }();
  return once;
}

// What a class may name as standing beside.
constexpr std::uint32_t kBesides = kSidebar | kNavigation | kFooter | kComments | kAdvertisement;

bool tells_of_others(std::string_view word) {
  return word == "has" || word == "with" || word == "no" || word == "without";
}

constexpr std::size_t kLongestValue = 300;  // bytes; utility classes can go on for pages

}  // namespace

std::uint32_t marks_of_words(std::string_view value) {
  value = value.substr(0, kLongestValue);
  std::uint32_t marks = 0;
  std::string previous;
  std::string word;
  bool same_name = false;  // the word before belongs to the same class name
  bool modifier = false;
  for (std::size_t start = 0; start < value.size();) {
    const auto end = std::min(value.find_first_of(" \t\n", start), value.size());
    for (const auto& [name, mark] : kNames) {
      if (value.substr(start, end - start) == name) marks |= mark;
    }
    start = end + 1;
  }
  const auto finish = [&] {
    // "sidebar2" is a sidebar; "b5343ad4" is nothing.
    while (!word.empty() && word.back() >= '0' && word.back() <= '9') word.pop_back();
    if (word.empty()) return;
    if (const auto found = words().find(word); found != words().end()) {
      auto found_marks = found->second;
      if (modifier) found_marks &= ~static_cast<std::uint32_t>(kAdvertisement | kHidden);
      // "has-sidebar", "no-comments": what stands beside the box or in it.
      if (same_name && tells_of_others(previous)) found_marks &= ~kBesides;
      marks |= found_marks;
    }
    if (word.size() > 6) {
      if (const auto found = pairs().find(word); found != pairs().end()) marks |= found->second;
    }
    if (same_name && !previous.empty()) {
      if (const auto found = pairs().find(previous + ' ' + word); found != pairs().end()) marks |= found->second;
    }
    previous = std::move(word);
    word.clear();
    same_name = true;
  };
  bool after_small = false;
  char before = 0;
  for (const char c : value) {
    // BEM's modifier: "section--ads" is a section that may hold some.
    if (c == '-' && before == '-') modifier = true;
    before = c;
    const bool small = (c >= 'a' && c <= 'z');
    const bool capital = c >= 'A' && c <= 'Z';
    const bool digit = c >= '0' && c <= '9';
    if (digit && !word.empty()) {
      word += c;
      after_small = false;
      continue;
    }
    if (!small && !capital) {
      finish();
      if (c == ' ' || c == '\t' || c == '\n') same_name = modifier = false;
      after_small = false;
      continue;
    }
    if (capital && after_small) finish();
    word += capital ? static_cast<char>(c + 32) : c;
    after_small = small;
  }
  finish();
  return marks;
}

std::uint32_t marks_of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "tablist" || role == "toolbar")
    return kNavigation;
  if (role == "complementary") return kSidebar;
  if (role == "contentinfo") return kFooter;
  if (role == "banner") return kHeader;
  if (role == "search" || role == "button") return kControls;
  if (role == "dialog" || role == "alertdialog" || role == "tooltip") return kPopup;
  if (role == "main" || role == "article") return kContent;
  return 0;
}

}  // namespace syndicat::extract
