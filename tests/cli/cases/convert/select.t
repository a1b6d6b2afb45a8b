# Items are chosen by what they say, and by when they came.

$ cat > feed.json <<'END'
> {"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": "https://news.example/", "language": "en", "authors": [{"name": "Ann Editor"}],
>  "items": [{"id": "1", "title": "Strike at the depot", "content_text": "a", "tags": ["Labour", "Depot"], "date_published": "2026-06-10T08:00:00Z"},
>            {"id": "2", "title": "Забастовка в депо", "content_text": "b", "tags": ["Labour"], "language": "ru", "authors": [{"name": "Bo", "url": "mailto:bo@news.example"}], "date_published": "2026-06-17T08:00:00Z"},
>            {"id": "3", "title": "Weather", "content_text": "c", "date_published": "2026-06-18T08:00:00+03:00"},
>            {"id": "4", "title": "Undated", "content_text": "d"}]}
> END

$ cat > ids <<'END'
> grep -o '^      "id": .*' | tr -d ' \n' | tr ',' ' '; echo
> END

$ syndicat convert feed.json --to json --match tag=Labour | sh ids
"id":"1" "id":"2" 

$ syndicat convert feed.json --to json --match tag=Labour --match 'title=(?i)ЗАБАСТ' | sh ids
"id":"2" 

$ syndicat convert feed.json --to json --exclude tag='^Labour$' --exclude title=Undated | sh ids
"id":"3" 

$ syndicat convert feed.json --to json --match author='Editor|bo@' | sh ids
"id":"1" "id":"2" "id":"3" "id":"4" 

$ syndicat convert feed.json --to json --match author=Editor --match language='^en' | sh ids
"id":"1" "id":"3" "id":"4" 

$ syndicat convert feed.json --to json --match content='^b$' | sh ids
"id":"2" 

# Content is searched as a reader sees it: words of two blocks are apart, and a script says nothing.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_html": "<p>One</p><p>two<br>three</p><script>four()</script>"}]}' > blocks.json

$ syndicat convert blocks.json --to json --match content='^One two three$' --exclude content=four | sh ids
"id":"1" 

# --since takes a date, or a length of time before --now. What has no date is not known to be new.

$ syndicat convert feed.json --to json --since 2026-06-17 | sh ids
syndicat convert: warning: 1 item without a date left out by --since
"id":"2" "id":"3" 

$ syndicat convert feed.json --to json --since 1d --now 2026-06-19T05:00:00Z --exclude title=Undated | sh ids
"id":"3" 

$ syndicat convert feed.json --to json --since 3601s --now 2026-06-18T06:00:00Z --exclude title=Undated | sh ids
"id":"3" 

$ syndicat convert feed.json --to json --since yesterday
syndicat convert: --since: 'yesterday' is neither a date nor a length of time; write 2026-06-18 or 7d
[2]

# What is wrong with a rule is told with the option.

$ syndicat convert feed.json --to json --match titel=x
syndicat convert: --match: no such field as 'titel'; did you mean title?
[2]

$ syndicat convert feed.json --to json --exclude colour=red
syndicat convert: --exclude: no such field as 'colour'; give one of title, tag, author, language, url, id, content, as in title=strike
[2]

$ syndicat convert feed.json --to json --match title
syndicat convert: --match: 'title' has no pattern; write title=REGEX
[2]

$ syndicat convert feed.json --to json --match 'title=[a'
syndicat convert: --match: '[a' is no regular expression: missing terminating ] for character class (at byte 3)
[2]

# A pattern that would try for ever is stopped.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "%s", "content_text": ""}]}' $(printf 'a%.0s' $(seq 60))b > long.json

$ syndicat convert long.json --to json --match 'title=^(a+)+$'
syndicat convert: '^(a+)+$' takes too long on 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa' (match limit exceeded); write a pattern that has fewer ways to match
[2]

# A selection that leaves nothing is told; a feed that has nothing is none of its doing.

$ syndicat convert feed.json --to json --match title=nothing | sh ids
syndicat convert: warning: no item is left; see --match, --exclude and --since


$ syndicat convert feed.json --to jsonl --match title=nothing | wc -l
syndicat convert: warning: no item is left; see --match, --exclude and --since
1

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": []}' | syndicat convert --to json --match title=nothing | sh ids

