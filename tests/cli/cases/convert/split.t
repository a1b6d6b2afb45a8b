# A feed for each language or tag; their names take the place of %s.

$ cat > feed.json <<'END'
> {"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": "https://news.example/", "feed_url": "https://news.example/all.json",
>  "items": [{"id": "https://news.example/1", "title": "One", "content_text": "a", "language": "en", "tags": ["Trade unions", "C++"], "date_published": "2026-06-10T08:00:00Z"},
>            {"id": "https://news.example/2", "title": "Адзін", "content_text": "b", "language": "be", "tags": ["../../etc/passwd", "trade unions"], "date_published": "2026-06-11T08:00:00Z"},
>            {"id": "https://news.example/3", "title": "Two", "content_text": "c", "language": "EN", "tags": ["C#", "Прафсаюз", "ПРАФСАЮЗ"], "date_published": "2026-06-12T08:00:00Z"},
>            {"id": "https://news.example/4", "title": "?", "content_text": "d", "date_published": "2026-06-13T08:00:00Z"}]}
> END

$ syndicat convert feed.json --to json --split language -o 'feed.%s.json' --title 'News (%s)' --self 'https://news.example/%s.json' && ls
feed.be.json
feed.en.json
feed.json
feed.und.json

$ grep -h -e '^  "title"' -e '^  "language"' -e '^  "feed_url"' -e '^    "id"' -e '^      "title"' feed.en.json
  "title": "News (en)",
  "feed_url": "https://news.example/en.json",
  "language": "en",
    "id": "https://news.example/all.json#en"
      "title": "One",
      "title": "Two",

# Where the language is not known the part is called und, and has none.

$ grep -c '"language"' feed.und.json
0
[1]

# Names of files are safe, whatever the tags are; those that would meet get a fingerprint; an item with several tags
# stands in several parts.

$ rm feed.*.json; mkdir tags; syndicat convert feed.json --to atom --split tag -o 'tags/%s.atom' && ls tags
c-*.atom (glob)
c-*.atom (glob)
etc-passwd.atom
trade-unions.atom
untagged.atom
прафсаюз.atom

$ grep -c '<entry' tags/trade-unions.atom tags/untagged.atom
tags/trade-unions.atom:2
tags/untagged.atom:1

# A second run changes nothing.

$ touch -d 2020-01-01 tags/*; syndicat convert feed.json --to atom --split tag -o 'tags/%s.atom'; find tags -newermt 2021-01-01 -type f

$ syndicat convert feed.json --to atom --split tag -o all.atom
syndicat convert: --split writes several files; give -o a name with %s where the tag belongs, as in -o feed.%s.atom
[2]

$ syndicat convert feed.json --to atom --split tag
syndicat convert: --split writes several files; give -o a name with %s where the tag belongs, as in -o feed.%s.atom
[2]

# Where one part cannot be written, none is.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "x", "language": "en", "date_published": "2026-06-13T08:00:00Z"}, {"id": "2", "content_text": "x", "language": "de"}]}' > undated.json

$ syndicat convert undated.json --to atom --split language -o 'part.%s.atom'
syndicat convert: undated.json: Atom wants the date of the last change, and nothing in the feed has one; give the time of this run with --now
[2]

$ ls part.* 2>/dev/null
[2]
