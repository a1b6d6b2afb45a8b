# A file that would not change is left alone; an old one stays where nothing good can be written.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "https://n.example/", "items": []}' > feed.json

$ syndicat convert feed.json --to rss -o feed.rss && touch -d 2020-01-01 feed.rss && syndicat convert feed.json --to rss -o feed.rss && date -r feed.rss +%Y
2020

$ syndicat convert feed.json --to atom -o feed.rss
syndicat convert: feed.json: Atom wants the date of the last change, and nothing in the feed has one; give the time of this run with --now
[2]

$ date -r feed.rss +%Y
2020

$ syndicat convert feed.json --to rss -o none/feed.rss
syndicat convert: none/feed.rss: cannot be written (No such file or directory)
[8]

$ syndicat convert feed.json --to rss > /dev/full
syndicat convert: standard output: cannot write (No space left on device)
[8]

# What went through another format is what it was.

$ syndicat convert feed.rss --to json | syndicat convert --to atom --now 2026-06-18T09:30:00Z | syndicat convert --to rss | cmp - feed.rss

# Of many flaws the first are told, and how many there are.

$ (printf '<rss version="2.0"><channel><title>T</title><link>https://n.example/</link>'; for i in $(seq 150); do printf '<item><title>a & b</title></item>\n'; done; printf '</channel></rss>') > many.xml

$ syndicat convert --to jsonl many.xml 2>&1 >/dev/null | tail -n 2
syndicat convert: warning: many.xml:10:16: "&" starts no reference here; write &amp; for the character
syndicat convert: warning: many.xml: and 140 more such places

# Each kind of flaw is told, however many there are of another.

$ (printf '<rss version="2.0"><channel><title>T</title><link>https://n.example/</link>'; for i in $(seq 12); do printf '<item><title>a & b</title><pubDate>soon</pubDate></item>\n'; done; printf '</channel></rss>') > kinds.xml

$ syndicat convert --to jsonl kinds.xml 2>&1 >/dev/null | grep -c 'starts no reference'
10

$ syndicat convert --to jsonl kinds.xml 2>&1 >/dev/null | tail -n 2 | sed 's/:[0-9]*:[0-9]*:/:L:C:/'
syndicat convert: warning: kinds.xml:L:C: <pubDate> holds no date that can be read: 'soon'; it is kept as text
syndicat convert: warning: kinds.xml: and 4 more such places
