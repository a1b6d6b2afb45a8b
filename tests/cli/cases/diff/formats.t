# A feed in another format is the same feed.

$ for format in rss atom json; do syndicat convert $SAMPLES/feed-depot.xml --to $format --now 2026-06-18T09:30:00Z -o depot.$format; done

$ for one in rss atom json; do for other in rss atom json; do syndicat diff depot.$one depot.$other || echo $one $other; done; done

# How dates, addresses, markup and tags are spelt is no difference; nor is the order of items.

$ printf '<rss version="2.0"><channel><title>T</title><link>https://n.example</link><item><title>A &amp;amp; B</title><link>HTTPS://N.example/a</link><guid isPermaLink="false">a</guid><description>&lt;p class=x&gt;Caf&amp;eacute;&lt;/p&gt;</description><pubDate>Thu, 18 Jun 2026 12:30:00 +0300</pubDate><category>x</category><category>y</category></item><item><guid isPermaLink="false">b</guid><title>B</title></item></channel></rss>' > one.xml

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://n.example/", "items": [{"id": "b", "title": "B", "content_text": ""}, {"id": "a", "title": "A & B", "url": "https://n.example/a", "content_html": "<p class=\\"x\\">Café</p>", "date_published": "2026-06-18T09:30:00Z", "tags": ["y", "x"]}]}' > other.json

$ syndicat diff one.xml other.json

# In JSON a field that is not there is null.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "x", "content_text": "x"}]}' > titled.json

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "x"}]}' > untitled.json

$ syndicat diff --format json titled.json untitled.json | grep -A1 before
          "before": "x",
          "after": null
