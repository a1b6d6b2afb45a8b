# JSON that is cut off is mended as XML is: what came before is kept.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "T",\n "items": [{"id": "1", "content_text": "a"}, {"id": "2", "content_text": "b c' > cut.json

$ syndicat convert cut.json --to json
syndicat convert: warning: cut.json:2:78: the document ends here, before what is open in it is closed; the part behind the last whole value is left out
{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "T",
  "items": [
    {
      "id": "1",
      "content_text": "a"
    },
    {
      "id": "2",
      "content_text": ""
    }
  ]
}

$ syndicat convert cut.json --to jsonl 2>/dev/null | wc -l
3

$ syndicat convert cut.json --to json --strict
syndicat convert: cut.json:2:78: the document ends here, before what is open in it is closed; get the whole of it
[3]

$ printf '{"title": "T", "items": [{"id": "1", "content_text": "a"}, {' | syndicat convert --to json 2>/dev/null | grep -c '"id"'
1

# Nothing is left of one that ends before its first value, and what is wrong elsewhere stays so.

$ printf '{"tit' | syndicat convert --to json
syndicat convert: standard input:1:6: the document ends here, before what is open in it is closed; get the whole of it
[3]

$ printf '{"a" "b", "items": [' | syndicat convert --to json
syndicat convert: standard input:1:6: a colon is missing behind a member's name
[3]
