# What a format must have and nobody gave is told with the option that gives it.

$ printf '<rss version="2.0"><channel><item><title>One</title></item></channel></rss>' > bare.xml

$ syndicat convert bare.xml
syndicat convert: a format is missing; give it with --to, as in --to atom
[2]

$ syndicat convert bare.xml --to rss
syndicat convert: bare.xml: RSS wants a title, and the feed has none; give one with --title
[2]

$ syndicat convert bare.xml --to rss --title News
syndicat convert: bare.xml: RSS wants the address of the feed's page, and the feed has none; give it with --link
[2]

$ syndicat convert bare.xml --to atom --title News
syndicat convert: bare.xml: Atom wants the date of the last change, and nothing in the feed has one; give the time of this run with --now
[2]

$ syndicat convert bare.xml --to atom --title News --id urn:x:news --now 2026-06-18T09:30:00Z --author 'Ann <ann@n.example>'
<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:syndicat="https://syndicat.example/ns/1">
  <id>urn:x:news</id>
  <title>News</title>
  <updated>2026-06-18T09:30:00Z</updated>
  <author>
    <name>Ann</name>
    <email>ann@n.example</email>
  </author>
  <syndicat:stand_ins>
    <syndicat:stand_in>date_modified</syndicat:stand_in>
  </syndicat:stand_ins>
  <entry>
    <id>urn:sha256:* (glob)
    <title>One</title>
    <updated>2026-06-18T09:30:00Z</updated>
    <content/>
    <syndicat:stand_ins>
      <syndicat:stand_in>id</syndicat:stand_in>
      <syndicat:stand_in>date_modified</syndicat:stand_in>
    </syndicat:stand_ins>
  </entry>
</feed>

$ syndicat convert bare.xml --to rss --title News --link news.example
syndicat convert: --link: 'news.example' is no absolute address; write it with its scheme, as in https://news.example/
[2]

$ syndicat convert bare.xml --to json --language english_please
syndicat convert: --language: 'english_please' is no language tag; write one as in en or be-BY
[2]

$ syndicat convert bare.xml --to yaml
syndicat convert: --to: no such value as 'yaml'; give one of * (glob)
[2]

# A title that is markup without a word is none: the option gives one.
$ printf '<rss version="2.0"><channel><title>&lt;b&gt; &lt;/b&gt;</title><link>https://n.example/</link><description>d</description></channel></rss>' > wordless.xml

$ syndicat convert wordless.xml --to rss --title Depot | grep '<title>'
    <title>Depot</title>
