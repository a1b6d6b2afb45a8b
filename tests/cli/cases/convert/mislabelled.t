# A label that is clearly wrong is told, since the reader would find nothing.

$ printf '<rss version="2.0"><channel><title>T</title><link>https://n.example/</link></channel></rss>' > feed.xml

$ syndicat convert --from atom --to json feed.xml
syndicat convert: feed.xml: is RSS 2.0, not Atom 1.0; leave --from away
[3]

$ syndicat convert --from atom --to jsonl feed.xml
syndicat convert: feed.xml: is RSS 2.0, not Atom 1.0; leave --from away
[3]

$ syndicat convert --from rdf --to json feed.xml | grep title
  "title": "T",

$ printf '<news xmlns="http://www.w3.org/2005/Atom"><title>T</title></news>' | syndicat convert --from atom --to json | grep title
  "title": "T",

# An address is no file.

$ syndicat convert --to rss https://n.example/feed
syndicat convert: https://n.example/feed: is an address, no file; write `syndicat fetch https://n.example/feed | syndicat convert --to rss`
[2]

$ syndicat diff feed.xml https://n.example/feed
syndicat diff: https://n.example/feed: is an address, no file; write `syndicat fetch https://n.example/feed | syndicat diff feed.xml -`
[2]

# Only addresses on the web are links; only XML names a stylesheet.

$ syndicat convert --to json --link 'javascript:alert(1)' feed.xml
syndicat convert: --link: 'javascript:alert(1)' is no address on the web; give one that starts with https:// or http://
[2]

$ syndicat convert --to json --stylesheet x feed.xml
syndicat convert: --stylesheet: JSON Feed 1.1 names no stylesheet, only XML does; leave it away
[2]

# Bytes that a terminal would obey never reach it.

$ printf 'x\001 <\033[31m\377> y' | syndicat convert --to json
syndicat convert: standard input: it is no feed: neither XML nor JSON
[3]

$ syndicat convert --to json "$(printf 'no\033[31m\377.xml')"
syndicat convert: no\x1b[31m\xff.xml: no such file
[3]

$ printf '\037\213\010' | syndicat convert --to json
syndicat convert: standard input: it is gzip data, no feed; unpack it first
[3]

$ printf '\037\213\010' > feed.gz

$ syndicat validate feed.gz
syndicat validate: feed.gz: is gzip data and no feed; unpack it first
[3]

# What fetch cannot give, convert can.

$ printf '<p>The night bus is back after two years, and it leaves the depot at twenty to twelve every night but Sunday, the union says.</p>' > page.html

$ syndicat fetch --to atom page.html
syndicat fetch: Atom wants a title, and the feed has none; leave --to away, and pipe the feed into `syndicat convert --to atom --title ...`
[2]

# So is one that came with the bytes, and is left out of account where they cannot be in it.

$ printf '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>\305\276lu\305\245</title><link>https://n.example/</link></channel></rss>' > utf8.xml

$ syndicat convert utf8.xml --content-type 'text/xml; charset=us-ascii' --to json | grep '"title"'
syndicat convert: warning: utf8.xml:1:1: said to be in us-ascii, which the bytes are not; it is left out of account
  "title": "žluť",

$ syndicat convert utf8.xml --content-type 'text/xml; charset=UTF-16' --to json | grep '"title"'
syndicat convert: warning: utf8.xml:1:1: said to be in UTF-16, which the bytes are not; it is left out of account
  "title": "žluť",
