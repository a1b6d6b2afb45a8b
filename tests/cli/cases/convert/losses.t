# --plain writes nothing of our own; what is lost by that is told.

$ cat > feed.json <<'END'
> {"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": "https://news.example/", "user_comment": "Hello",
>  "items": [{"id": "https://news.example/1", "url": "https://news.example/1", "title": "One", "content_html": "<p>a</p>", "banner_image": "https://news.example/b.png", "date_published": "2026-06-18T09:30:00Z"},
>            {"id": "https://news.example/2", "url": "https://news.example/2", "title": "Two", "content_html": "<p>b</p>", "banner_image": "https://news.example/c.png", "date_published": "2026-06-18T09:30:00Z"}]}
> END

$ syndicat convert feed.json --to rss --plain -o plain.rss
syndicat convert: warning: plain.rss: RSS 2.0 has no place for the feed's user_comment
syndicat convert: warning: plain.rss: RSS 2.0 has no place for banner_image (2 times, first in https://news.example/1)

$ grep -c syndicat plain.rss
0
[1]

$ syndicat convert feed.json --to rss --plain --losses json -o plain.rss
{"output":"plain.rss","format":"rss","losses":[{"what":"user_comment","where":"feed","count":1},{"what":"banner_image","where":"items","count":2,"first":"https://news.example/1"}]}

# Nothing is lost without it.

$ syndicat convert feed.json --to rss --losses text > /dev/null

$ syndicat convert feed.json --to text --losses text
syndicat convert: --losses: plain text is for people to read; nothing can tell what it has lost
[2]

# A list of feeds has the feed's addresses in its line.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": "https://news.example/", "feed_url": "https://news.example/feed", "items": [{"id": "1", "content_text": "a"}]}' > listed.json

$ syndicat convert listed.json --to opml --losses text -o listed.opml
syndicat convert: warning: listed.opml: OPML 2.0 has no place for an item (1 time, first in 1)

# A page without an address has none when it is read again.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [{"id": "1", "title": "One", "content_text": "a"}, {"id": "2", "content_text": "b"}]}' | syndicat convert --to html -o page.html

$ grep -c u-url page.html
0
[1]

$ syndicat convert page.html --to json | grep -c url
0
[1]

$ printf '<div class="h-feed"><a class="p-name">N</a><p class="h-entry"><span class="u-url">x</span></p><p class="h-entry"><span class="u-url">https://n.example/2</span></p></div>' | syndicat convert --to json | grep '"url"'
      "url": "https://n.example/2",
