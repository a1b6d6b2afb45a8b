# What is no feed, or not quite, and what is no option.

$ echo '<newsletter xmlns="https://news.example/ns"/>' > other.xml; syndicat validate other.xml
syndicat validate: other.xml: is XML and no feed: its first element is <newsletter>; give RSS, Atom, JSON Feed, OPML or a sitemap
[3]

$ echo '<Rss version="2.0"/>' > almost.xml; syndicat validate almost.xml 2> /dev/null | grep -o 'undefined-element'
undefined-element

# JSON Lines, each line for itself.
$ syndicat convert --to jsonl $SAMPLES/feed-depot.xml > depot.jsonl; syndicat validate depot.jsonl
$ printf '%s\n' '{"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"https://a.example/","feed_url":"https://a.example/f"}' '{"id":"1","content_text":"x"}' '' '{"id":"1","content_text":"y"}' '{"id":2,"content_text":"y","_syndicat":{"ignore":["json-item-id-not-text"]}}' '{"id":' '[1]' > bad.jsonl; syndicat validate bad.jsonl 2> found | grep -E 'error:|duplicate'
bad.jsonl:4:7: warning: the id "1" stands in this feed already [json-duplicate-id]
bad.jsonl:6:7: error: no value starts like this; JSON has objects, arrays, strings, numbers, true, false and null [json-error]
bad.jsonl:7:1: error: the line is no object [json-error]

$ syndicat validate --schema $CASES/own/house.json depot.jsonl
syndicat validate: warning: depot.jsonl: no --schema is for JSON Lines

$ sed 's|"id":"https://depot.example/night-bus"|"id":"n4"|' depot.jsonl > later.jsonl; syndicat validate --against depot.jsonl later.jsonl 2> found | grep error:
later.jsonl:2:7: error: the id of "The night bus runs again" is n4, and was https://depot.example/night-bus in depot.jsonl [changed-id]

# JSON that is no feed.
$ printf '{"version": "9", "items": "x"}' | syndicat validate -
syndicat validate: standard input: is JSON and no JSON Feed; it needs "version": "https://jsonfeed.org/version/1.1" and "items"
[3]

$ printf '{"level": "info"}\n{"level": "warn"}\n' | syndicat validate -
syndicat validate: standard input: is JSON Lines and no feed; a line is a feed as JSON Feed has it, or one of its items
[3]

# Options and sources that mean nothing.
$ syndicat validate ftp://news.example/feed.xml
syndicat validate: ftp://news.example/feed.xml: only http, https and file addresses are read; fetch it by other means and name the file
[2]

$ syndicat validate --charset nope depot.jsonl
syndicat validate: --charset nope: no encoding that is known; write utf-8, windows-1251 or another of the web's
[2]

$ syndicat validate --base-uri news.example depot.jsonl
syndicat validate: --base-uri news.example: no whole address; write it with its scheme, such as https://paper.example/
[2]

$ syndicat validate --ignore missing-guidd depot.jsonl
syndicat validate: --ignore missing-guidd: no such rule; did you mean missing-guid?
[2]

$ syndicat validate --fail-on missing-guidd depot.jsonl
syndicat validate: --fail-on: give error, warning, info or a rule; missing-guidd: no such rule; did you mean missing-guid?
[2]

$ syndicat validate --explain missing-guidd
syndicat validate: --explain missing-guidd: no such rule; did you mean missing-guid?
[2]

# One rule of the table.
$ syndicat rules --format json missing-guid | head -3
{
  "id": "missing-guid",
  "severity": "warning",

$ syndicat rules missing-guid | head -1
missing-guid: warning

$ syndicat rules missing-guidd
syndicat rules: missing-guidd: no such rule; did you mean missing-guid?
[2]

$ syndicat rules nothing-like-it-anywhere
syndicat rules: nothing-like-it-anywhere: no such rule; see `syndicat rules`
[2]
