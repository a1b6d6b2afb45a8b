# Several feeds become one: items of one id once, newest first, each with the feed it came from.

$ cat > a.xml <<'END'
> <rss version="2.0"><channel><title>The Paper</title><link>https://paper.example/</link><description>All of it</description><language>en</language>
> <managingEditor>ann@paper.example (Ann)</managingEditor>
> <item><title>Old</title><guid>https://paper.example/1</guid><pubDate>Mon, 01 Jun 2026 08:00:00 GMT</pubDate></item>
> <item><title>Shared, first told</title><guid>https://paper.example/2</guid><pubDate>Wed, 03 Jun 2026 08:00:00 GMT</pubDate></item>
> <item><title>No date</title><guid isPermaLink="false">n-1</guid><link>https://paper.example/n</link></item>
> </channel></rss>
> END

$ cat > b.json <<'END'
> {"version": "https://jsonfeed.org/version/1.1", "title": "Depot News", "home_page_url": "https://depot.example/", "feed_url": "https://depot.example/feed.json", "language": "be",
>  "items": [{"id": "https://paper.example/2", "title": "Shared, told again", "content_text": "", "date_published": "2026-06-03T08:00:00Z", "date_modified": "2026-06-05T08:00:00Z"},
>            {"id": "n-1", "url": "https://depot.example/n", "title": "Another n-1", "content_text": "", "date_published": "2026-06-02T08:00:00Z"}]}
> END

$ syndicat convert a.xml b.json --to json > all.json && python3 -c "
> import json
> feed = json.load(open('all.json'))
> print(feed['title'], feed['home_page_url'], feed.get('language'), feed['_syndicat']['id'][:11])
> for item in feed['items']: print(item['id'], '|', item['title'], '|', item.get('language'), '|', [a['name'] for a in item.get('authors', [])], '|', item['_syndicat']['source']['title'])"
The Paper, Depot News https://paper.example/ None urn:sha256:
https://paper.example/2 | Shared, told again | be | [] | Depot News
https://depot.example/feed.json#n-1 | Another n-1 | be | [] | Depot News
https://paper.example/1 | Old | en | ['Ann'] | The Paper
n-1 | No date | en | ['Ann'] | The Paper

# The source is Atom's and RSS's too, and the result is valid in all three.

$ syndicat convert a.xml b.json --to atom --self https://all.example/all.atom --now 2026-06-18T09:30:00Z -o all.atom && syndicat validate all.atom --now 2026-07-01T00:00:00Z > /dev/null 2>&1

$ grep -A 3 -m 1 '<source>' all.atom
    <source>
      <id>https://depot.example/feed.json</id>
      <title>Depot News</title>
      <link* (glob)

$ syndicat convert a.xml b.json --to rss | grep '<source url='
      <source url="https://depot.example/feed.json">Depot News</source>
      <source url="https://depot.example/feed.json">Depot News</source>

# A list of feeds has all of them, also one whose items are all another's.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "Empty", "feed_url": "https://empty.example/feed.json", "items": []}' > empty.json

$ syndicat convert b.json empty.json --to opml | grep -o 'xmlUrl="[^"]*"'
xmlUrl="https://depot.example/feed.json"
xmlUrl="https://empty.example/feed.json"

# One feed twice, or in two formats, stays that one feed.

$ syndicat convert a.xml --to json > a.json && syndicat convert a.xml a.json a.xml --sort none --to json | cmp - a.json

# The order and the number of items.

$ syndicat convert a.xml b.json --sort oldest --to json | grep '"title"'
  "title": "The Paper, Depot News",
      "title": "Old",
* (glob)
      "title": "Another n-1",
* (glob)
      "title": "Shared, told again",
* (glob)
      "title": "No date",
* (glob)

$ syndicat convert a.xml --sort title --limit 2 --to json | grep '^      "title"'
      "title": "No date",
      "title": "Old",

$ syndicat convert a.xml --limit 0 --to json | grep -c '^      "title"'
0
[1]

# What cannot be read is told, the others are done, and the status says so.

$ syndicat convert a.xml none.xml b.json --to json | grep -c '^      "title"'
syndicat convert: none.xml: no such file
4

$ syndicat convert a.xml none.xml --to json > /dev/null
syndicat convert: none.xml: no such file
[4]

$ syndicat convert none.xml gone.xml --to json
syndicat convert: none.xml: no such file
syndicat convert: gone.xml: no such file
[3]

$ syndicat convert a.xml - --to json < b.json | grep -c '^      "title"'
4

$ syndicat convert - - --to json < b.json
syndicat convert: -: standard input is named twice and can be read once
[2]

$ syndicat convert https://paper.example/feed --to json
syndicat convert: https://paper.example/feed: is an address, no file; write `syndicat fetch https://paper.example/feed | syndicat convert --to json`
[2]
