# --sanitize: nothing that runs is left, in content or in an address.

$ cat > feed.json <<'END'
> {"version": "https://jsonfeed.org/version/1.1", "title": "T", "home_page_url": "javascript:alert(1)", "_other": {"html": "<script>"},
>  "items": [{"id": "1", "url": "java\nscript:alert(1)", "title": "x", "content_html": "<p onclick=\"a()\">One<script>alert(1)</script></p>", "image": "data:text/html,x",
>             "authors": [{"name": "Ann", "url": "vbscript:x"}], "attachments": [{"url": "data:text/html,x", "mime_type": "text/html"}, {"url": "https://n.example/a.mp3", "mime_type": "audio/mpeg"}]}]}
> END

$ syndicat convert --sanitize feed.json --to json
{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "T",
  "items": [
    {
      "id": "1",
      "title": "x",
      "content_html": "<p>One</p>",
      "authors": [
        {
          "name": "Ann"
        }
      ],
      "attachments": [
        {
          "url": "https://n.example/a.mp3",
          "mime_type": "audio/mpeg"
        }
      ]
    }
  ]
}

# The stylesheet that a feed names stays, or another takes its place.

$ printf '<?xml version="1.0"?><?xml-stylesheet href="old.css" type="text/css"?><rss version="2.0"><channel><title>T</title><link>https://n.example/</link></channel></rss>' > styled.xml

$ syndicat convert styled.xml --to rss | grep stylesheet
<?xml-stylesheet href="old.css" type="text/css"?>

$ syndicat convert styled.xml --to rss --stylesheet 'https://n.example/feed.xsl?a=1&b="2"' | grep stylesheet
<?xml-stylesheet type="text/xsl" href="https://n.example/feed.xsl?a=1&amp;b=&quot;2&quot;"?>

$ syndicat convert styled.xml --to rss --stylesheet 'a?>b' | grep stylesheet
<?xml-stylesheet type="text/xsl" href="a?&gt;b"?>

# What came with the bytes: the charset of a Content-Type.

$ printf '<rss version="2.0"><channel><title>\317\360\340\342\340</title></channel></rss>' | syndicat convert --to json --content-type 'application/rss+xml; charset="windows-1251"' | grep title
  "title": "Права",

$ syndicat convert styled.xml --to rss --charset utf-99
syndicat convert: --charset: 'utf-99' is no encoding that is known; write one as in utf-8 or windows-1251
[2]

# The limits, each with its option.

$ printf '<rss version="2.0"><channel><title>%01000d</title></channel></rss>' 7 > long.xml

$ syndicat convert long.xml --to json --max-text 500
syndicat convert: long.xml:1:36: a text of 1000 bytes is longer than the limit of 500; raise it with --max-text
[3]

$ syndicat convert long.xml --to json --max-depth 2
syndicat convert: long.xml:1:29: elements stand more than 2 deep within each other; raise it with --max-depth
[3]

$ printf '<rss version="2.0" a="%0500d"><channel><title>x</title></channel></rss>' 7 | syndicat convert --to json --max-tag 100
syndicat convert: standard input:1:1: the start tag of <rss> is longer than the limit of 100 bytes; raise it with --max-tag
[3]

$ printf '{"title": "x", "a": [[[[]]]], "items": []}' | syndicat convert --to json --max-depth 3
syndicat convert: standard input:1:23: objects and arrays lie more than 3 deep; raise it with --max-depth
[3]

# Words that look like a tag are words for a reader that takes a title for HTML, too; an option gives what was not safe.

$ printf '{"version": "https://jsonfeed.org/version/1.1", "title": "<img src=x onerror=a()>", "home_page_url": "javascript:a()", "items": [{"id": "1", "title": "Use <b> & <i>", "content_text": "x"}]}' > words.json

$ syndicat convert --sanitize words.json --to rss --link https://n.example/ | grep -E '^    <(title|link)>|^      <title>'
    <title>&amp;lt;img src=x onerror=a()&amp;gt;</title>
    <link>https://n.example/</link>
      <title>Use &amp;lt;b&amp;gt; &amp;amp; &amp;lt;i&amp;gt;</title>

$ syndicat convert --sanitize words.json --to json | grep -E '^  "title"|^      "title"'
  "title": "<img src=x onerror=a()>",
      "title": "Use <b> & <i>",

# An address that leads nowhere is none, so that --link gives one.

$ printf '<rss version="2.0"><channel><title>T</title><link>https://n.example:port/</link><description>d</description></channel></rss>' > nowhere.xml

$ syndicat convert nowhere.xml --to rss
syndicat convert: nowhere.xml: RSS wants the address of the feed's page, and the feed has none; give it with --link
[2]

$ syndicat convert nowhere.xml --to rss --link https://n.example/ | grep '<link>'
    <link>https://n.example/</link>

# An id that is a script is none, in a stream as in the whole.

$ printf '<rss version="2.0"><channel><title>T</title><link>https://n.example/</link><item><guid>javascript:alert(1)</guid><title>One</title></item></channel></rss>' > script.xml

$ syndicat convert --sanitize script.xml --to jsonl > stream.jsonl

$ syndicat convert --sanitize --to jsonl < script.xml | cmp - stream.jsonl

$ grep -c javascript stream.jsonl
0
[1]
