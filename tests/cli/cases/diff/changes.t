# New, changed with the fields, gone; status 1.

$ cat > before.json <<'END'
> {"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": "https://news.example/", "authors": [{"name": "Ann"}],
>  "items": [{"id": "1", "url": "https://news.example/1", "title": "Strike begins", "content_text": "The drivers of the northern depot stopped work at five in the morning, the union says.", "date_published": "2026-06-10T08:00:00Z"},
>            {"id": "2", "url": "https://news.example/2", "title": "Weather", "content_text": "x", "tags": ["sky"]},
>            {"id": "3", "title": "Gone by tomorrow", "content_text": "x"},
>            {"id": "4", "url": "https://news.example/4", "title": "Same", "content_text": "x", "authors": [{"name": "Ann"}]}]}
> END

$ cat > after.json <<'END'
> {"version": "https://jsonfeed.org/version/1.1", "title": "The News", "home_page_url": "https://news.example/", "authors": [{"name": "Ann"}],
>  "items": [{"id": "5", "url": "https://news.example/5", "title": "Strike ends", "content_text": "x", "date_published": "2026-06-12T08:00:00Z"},
>            {"id": "1", "url": "https://news.example/1", "title": "Strike begins", "content_text": "The drivers of the northern depot stopped work at six in the morning, the union says.", "date_published": "2026-06-10T11:00:00+03:00", "date_modified": "2026-06-10T12:00:00Z"},
>            {"id": "two", "url": "https://news.example/2", "title": "Weather", "content_text": "x", "tags": ["sky", "rain"]},
>            {"id": "4", "url": "https://news.example/4", "title": "Same", "content_text": "x"}]}
> END

$ syndicat diff before.json after.json
feed:
  title: 'News' -> 'The News'
new: Strike ends <https://news.example/5>
changed: Strike begins <https://news.example/1>
  content_text: '...topped work at five in the morning, the union says.' -> '...topped work at six in the morning, the union says.'
  date_modified: nothing -> '2026-06-10T12:00:00Z'
changed: Weather <https://news.example/2>
  id: '2' -> 'two'
  tags: 'sky' -> 'rain, sky'
gone: Gone by tomorrow <3>
1 new, 2 changed, 1 gone, 1 the same
[1]

$ syndicat diff --format json before.json after.json > report.json; echo $?
1

$ python3 -c "
> import json
> report = json.load(open('report.json'))
> print(report['different'], report['same'], [change['field'] for change in report['feed']])
> print([item['title'] for item in report['new']], [item['title'] for item in report['gone']], report['new'][0]['date'])
> print([(item['id'], [change['field'] for change in item['changes']]) for item in report['changed']])"
True 1 ['title']
['Strike ends'] ['Gone by tomorrow'] 2026-06-12T08:00:00Z
[('1', ['content_text', 'date_modified']), ('two', ['id', 'tags'])]

# There a list is a list, and what says nothing is null.

$ python3 -c "
> import json
> for item in json.load(open('report.json'))['changed']:
>     for change in item['changes'][-1:]: print(change)"
{'field': 'date_modified', 'before': None, 'after': '2026-06-10T12:00:00Z'}
{'field': 'tags', 'before': ['sky'], 'after': ['rain', 'sky']}

$ syndicat diff before.json before.json

$ syndicat diff --format json - before.json < before.json
{
  "different": false,
  "feed": [],
  "new": [],
  "changed": [],
  "gone": [],
  "same": 4
}

# What somebody does not care for is left aside.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "x", "date_modified": "%s"}]}' 2026-06-10T08:00:00Z > a.json

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "x", "date_modified": "%s"}]}' 2026-06-11T08:00:00Z > b.json

$ syndicat diff --ignore date_modified a.json b.json

$ syndicat diff --ignore modified a.json b.json
syndicat diff: --ignore: no such field as 'modified'; give one of * (glob)
[2]

$ syndicat diff --ignore date_modfied a.json b.json
syndicat diff: --ignore: no such field as 'date_modfied'; did you mean date_modified?
[2]

# What is missing, or no feed.

$ syndicat diff a.json
syndicat diff: one feed is given; give two feeds, the earlier one first
[2]

$ syndicat diff - - < a.json
syndicat diff: -: standard input is named twice and can be read once
[2]

$ syndicat diff a.json none.json
syndicat diff: none.json: no such file
[3]

$ printf '{' | syndicat diff a.json -
syndicat diff: standard input:1:* (glob)
[3]

# A terminal's orders in a title do nothing.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "title": "a\\u001b[31mb", "content_text": "x"}]}' > orders.json

$ syndicat diff a.json orders.json 2>/dev/null | grep -c "$(printf '\033')"
0
[1]
