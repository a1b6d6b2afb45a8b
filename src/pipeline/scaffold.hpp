#pragma once
// A first configuration for a site, with what its front page tells.

#include <string>
#include <string_view>

namespace syndicat::pipeline {

struct Site {
  std::string url, title, language;
  std::string feed;  // a feed that the page names; empty: none
};

// What the front page says of its site; what it does not say stays empty. A feed says it of the site that it names as
// its own, and is itself the feed.
Site look_at_site(std::string_view bytes, std::string_view charset, const std::string& url);

// The text of a commented configuration, syndicat.conf(5).
std::string scaffold(const Site& site);

}  // namespace syndicat::pipeline
