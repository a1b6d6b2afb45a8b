# JSON is a feed where it says so by its version or its items; every other object is none.

$ printf '{"a": 1}' | syndicat convert --to json
syndicat convert: standard input: is JSON, but no JSON Feed; that has "version": "https://jsonfeed.org/version/1.1", or at least "items" as an array of objects
[3]

$ printf '{"name": "x", "version": "9", "items": "x"}' | syndicat convert --to json 2>/dev/null
[3]

$ printf '{"id": 5, "name": "x"}' | syndicat convert --to json 2>/dev/null
[3]

$ printf '{"level": "info"}\n{"level": "warn"}\n' | syndicat convert --to json
syndicat convert: standard input:1:1: this line says nothing that an item has; the line is left out; no line is a feed or an item
[3]

$ printf '{"title": "T", "items": []}' | syndicat convert --to jsonl
syndicat convert: warning: standard input:1:1: there is no version; the feed is read as "https://jsonfeed.org/version/1.1"
{"version":"https://jsonfeed.org/version/1.1","title":"T"}

# A member of a wrong type is kept, on the way through every format and back.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://n.example/", "feed_url": 5,\n "items": [{"id": "https://n.example/1", "content_text": "a", "summary": ["b"], "tags": "c"}, "loose"]}' > wrong.json

$ syndicat convert wrong.json --to jsonl
syndicat convert: warning: wrong.json:1:114: feed_url is a number where an address is wanted; it is kept aside as it stands
syndicat convert: warning: wrong.json:2:74: summary is an array where a text is wanted; it is kept aside as it stands
syndicat convert: warning: wrong.json:2:89: tags is a text where an array of texts is wanted; it is read as a list of one
syndicat convert: warning: wrong.json:2:95: a text stands in items, an array of objects; it is kept aside as it stands
{"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"https://n.example/","_syndicat":{"json":[{"name":"feed_url","value":"5"},{"name":"items","value":"[\"loose\"]"}]}}
{"id":"https://n.example/1","content_text":"a","tags":["c"],"_syndicat":{"json":[{"name":"summary","value":"[\"b\"]"}]}}

$ syndicat convert wrong.json --to json -o once.json 2>/dev/null

$ for format in rss atom rdf jsonl json; do syndicat convert once.json --to $format --now 2026-06-18T12:00:00Z | syndicat convert --to json | cmp - once.json; done

$ syndicat validate once.json 2>&1 | grep -c error
0
[1]

$ syndicat convert --strict wrong.json --to json
syndicat convert: wrong.json:1:114: feed_url is a number where an address is wanted
[3]

# What is no JSON is mended where it is plain what was meant; --strict refuses that.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T",\n "items": [{"id": "1", "content_text": "a\tb",}],}' > loose.json

$ syndicat convert loose.json --to jsonl
syndicat convert: warning: loose.json:2:48: a comma that parts nothing; it is left out
syndicat convert: warning: loose.json:2:42: a line end or another control character within a string; it is read as its escape
syndicat convert: warning: loose.json:2:45: a comma that parts nothing; it is left out
{"version":"https://jsonfeed.org/version/1.1","title":"T"}
{"id":"1","content_text":"a\tb"}

$ syndicat convert --strict loose.json --to json
syndicat convert: loose.json:2:42: a control character or a flaw in UTF-8 within a string; write control characters as \u escapes
[3]

$ printf '{"version": "https://jsonfeed.org/version/1.1", "items": []}{"id": "1"}' | syndicat convert --to json
syndicat convert: standard input:1:61: something stands behind the end of the value; a text holds one value only
[3]
