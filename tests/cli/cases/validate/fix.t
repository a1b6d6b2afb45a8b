# The safe corrections, shown and made.

$ cp $CASES/strike.xml feed.xml
$ syndicat validate --fix --dry-run --base-uri https://news.example/rss.xml feed.xml
--- feed.xml
+++ feed.xml
@@ -3,0 +4,1 @@
+    <atom:link href="https://news.example/rss.xml" rel="self" type="application/rss+xml"/>
@@ -7,1 +8,1 @@
-    <pubDate>2026-06-18T09:30:00Z</pubDate>
+    <pubDate>Thu, 18 Jun 2026 09:30:00 GMT</pubDate>
@@ -10,2 +11,2 @@
-      <guid>1-strike</guid>
-      <enclosure url="https://news.example/a.mp3" length="-1" type="audio/mpeg"/>
+      <guid isPermaLink="false">1-strike</guid>
+      <enclosure url="https://news.example/a.mp3" length="0" type="audio/mpeg"/>

$ cmp feed.xml $CASES/strike.xml

$ syndicat validate --fix --base-uri https://news.example/rss.xml feed.xml
syndicat validate: feed.xml: 4 corrections applied

$ syndicat validate --base-uri https://news.example/rss.xml feed.xml

$ syndicat validate --fix -o other.xml $CASES/strike.xml && grep -c isPermaLink other.xml
syndicat validate: * corrections applied (glob)
1

$ syndicat validate --fix - < $CASES/strike.xml
syndicat validate: -: cannot be written in place; name a file with -o
[2]

$ syndicat validate --dry-run feed.xml
syndicat validate: --dry-run needs --fix
[2]

# What makes a document no XML is mended where one thing only can be meant, and then what could not be seen before.
$ cp $CASES/own/defects.xml defects.xml && syndicat validate --fix --base-uri https://paper.example/feeds/rss.xml defects.xml
syndicat validate: defects.xml: 22 corrections applied

$ cat defects.xml
<?xml version="1.0" encoding="utf-8"?>
<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" version="2.0">
  <channel>
    <atom:link xmlns:atom="http://www.w3.org/2005/Atom" href="https://paper.example/feeds/rss.xml" rel="self" type="application/rss+xml"/>
    <title>Fish &amp; chips &#160;&#233; 1 &lt; 2 <![CDATA[ & ]]> &#38; &amp;</title>
    <link>https://paper.example/home</link>
    <description>a ]]&gt; b</description>
    <itunes:explicit>false</itunes:explicit>
    <item>
      <title>One</title>
      <link>https://paper.example/feeds/story?a=1&amp;b=2</link>
      <guid isPermaLink="false">paper.example:story-1</guid>
      <dc:creator>B</dc:creator>
      <pubDate>Thu, 18 Jun 2026 09:30:00 GMT</pubDate>
      <description>&lt;a href="https://paper.example/feeds/story/1?x=1&amp;amp;y=2"&gt;x&lt;/a&gt; &lt;img src='https://paper.example/i.png'&gt; &lt;a href="https://paper.example/up"&gt;z&lt;/a&gt;</description>
      <content:encoded><![CDATA[<p><a href="https://paper.example/feeds/story/2?x=1&amp;y=2">x</a></p>]]></content:encoded>
      <enclosure url="https://paper.example/feeds/a.mp3" length="0" type="audio/mpeg"/>
    </item>
  </channel>
</rss>

$ syndicat validate --fix --base-uri https://paper.example/feeds/rss.xml defects.xml

# Without an address nothing is made of a relative one, and what nobody can tell stays as it is.
$ printf '<rss version="2.0"><channel><title>&bogus; &#xZ; a&b;c</title><link>/x</link><description>D</description><foo:bar/></channel></rss>' > unclear.xml; syndicat validate --fix --dry-run unclear.xml

$ printf '<!DOCTYPE rss [<!ENTITY x "y">]><rss version="2.0"><channel><title>a & b</title></channel></rss>' > doctype.xml; syndicat validate --fix --dry-run doctype.xml

$ printf '{"version":"https://jsonfeed.org/version/1.1","title":"T","feed_url":"https://a.example/f","home_page_url":"/","items":[{"id":"1","url":"b?c&d","content_text":"x","date_published":"Thu, 18 Jun 2026 09:30:00 +0300"}]}' > f.json; syndicat validate --fix --base-uri https://a.example/f f.json && grep -o '"home_page_url":"[^"]*"\|"url":"[^"]*"\|"date_published":"[^"]*"' f.json
syndicat validate: f.json: 3 corrections applied
"home_page_url":"https://a.example/"
"url":"https://a.example/b?c&d"
"date_published":"2026-06-18T09:30:00+03:00"

# In HTML within JSON too, whatever the escapes around it.
$ printf '%s' '{"version":"https://jsonfeed.org/version/1.1","title":"T","feed_url":"https://a.example/f/g","home_page_url":"https://a.example/","items":[{"id":"1","content_html":"<p>\u00e9 \ud83d\ude00 \"q\"\n<a href=\"\/a\">x<\/a> <a href='"'b?c'"'>y</a> <img src=\"..\/d\">"}]}' > h.json; syndicat validate --fix --base-uri https://a.example/f/g h.json && grep -o 'content_html.*' h.json
syndicat validate: h.json: 2 corrections applied
content_html":"<p>\u00e9 \ud83d\ude00 \"q\"\n<a href=\"https://a.example\/a\">x<\/a> <a href='https://a.example/f/b?c'>y</a> <img src=\"..\/d\">"}]}

# A document keeps its encoding and its byte order mark, and every byte that no correction is about.
$ printf '\357\273\277<?xml version="1.0" encoding="iso-8859-1"?>' | tail -c +4 > latin1.xml; printf '<rss version="2.0"><channel><title>caf\351 \223x\224</title><link>https://a.example/</link><description>D</description><pubDate>2026-06-18T09:30:00Z</pubDate></channel></rss>' >> latin1.xml; cp latin1.xml before.xml; syndicat validate --fix latin1.xml
syndicat validate: latin1.xml: 1 correction applied

$ sed 's/Thu, 18 Jun 2026 09:30:00 GMT/2026-06-18T09:30:00Z/' latin1.xml | cmp - before.xml

$ for code in UTF-16LE UTF-16BE WINDOWS-1251 SHIFT_JIS; do declared=${code%[LB]E}; mark=; test $declared = $code || mark=$(printf '\357\273\277'); printf '%s<?xml version="1.0" encoding="%s"?>\r\n<rss version="2.0"><channel><title>Новости</title><link>https://a.example/</link><description>D</description><pubDate>%s</pubDate></channel></rss>\r\n' "$mark" $declared 2026-06-18T09:30:00Z | iconv -t $code > in.xml; syndicat validate --fix -o out.xml in.xml && iconv -f $code out.xml | sed 's/Thu, 18 Jun 2026 09:30:00 GMT/2026-06-18T09:30:00Z/' | iconv -t $code | cmp - in.xml; done
syndicat validate: in.xml: 1 correction applied
syndicat validate: in.xml: 1 correction applied
syndicat validate: in.xml: 1 correction applied
syndicat validate: in.xml: 1 correction applied

# What needs a character that the encoding has not is not corrected.
$ printf '<?xml version="1.0" encoding="iso-8859-1"?><rss version="2.0"><channel><title>caf\351</title><link>/x</link><description>D</description></channel></rss>' > lacking.xml; syndicat validate --fix --base-uri https://новости.example/ lacking.xml
syndicat validate: lacking.xml: is in windows-1252, which lacks a character that a correction needs; save it as UTF-8 before it is corrected
[3]
