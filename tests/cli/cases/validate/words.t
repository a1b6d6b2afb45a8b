# What an advice says fits the place: a podcast's guid is the digits alone.

$ printf '<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel><title>T</title><link>https://a.example/</link><description>D</description><podcast:guid>x</podcast:guid><podcast:medium>radio</podcast:medium></channel></rss>' > p.xml; syndicat validate --ignore missing-atom-self-link p.xml 2>/dev/null | grep '= write'
      = write it like bbc253c3-7725-5702-b277-1524a63f0d56
      = write podcast, music, video, film, audiobook, newsletter, blog, publisher, course, one of them with an L behind it, or mixed

$ printf '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/</loc><changefreq>often</changefreq><priority>2</priority></url></urlset>' > s.xml; syndicat validate s.xml 2>/dev/null | grep '= write'
      = write always, hourly, daily, weekly, monthly, yearly or never
      = write a number from 0.0 to 1.0

# In JUnit a failure is what makes the run fail.
$ printf '<rss version="2.0"><channel><title>T</title><link>https://a.example/</link><description>D</description></channel></rss>' > w.xml; syndicat validate --format junit w.xml 2>/dev/null | grep -c '<failure'
0
[1]

$ syndicat validate --format junit --fail-on warning w.xml 2>/dev/null | grep '<failure\|<testsuite '
  <testsuite name="w.xml" tests="1" failures="1" errors="0" skipped="0">
      <failure type="missing-atom-self-link" message="&lt;channel&gt; has no atom:link with rel=&quot;self&quot;">w.xml:1:20: &lt;channel&gt; has no atom:link with rel="self"

# No document writes to a terminal what it likes.
$ printf '{"version":"https://jsonfeed.org/version/1.1","title":"T","home_page_url":"https://a.example/","feed_url":"https://a.example/f","items":[{"id":"1","content_text":"x","url":"\\u001b[31mx"}]}' > e.json; syndicat validate --format github e.json 2>/dev/null | tr '\033' '!'
::error file=e.json,line=1,endLine=1,col=173,endColumn=185,title=json-not-url::" [31mx" in "url" is no whole URL%0Awrite it in full, such as https://news.example/story

# Every finding comes with an advice.
$ printf '<rss version="2.0" xmlns:yt="http://www.youtube.com/xml/schemas/2015"><channel><title>T</title><link>https://a.example/</link><description>D</description></channel></rss>' > y.xml; syndicat validate --format jsonl y.xml 2>/dev/null | grep -c '"advice":"[a-z]'
2

# An entity whose declaration would lie outside, where nobody looks, is told where it stands and not by the schema as well.
$ printf '<!DOCTYPE rss SYSTEM "x.dtd">\n<rss version="2.0"><channel><title>T &foo;</title><link>https://a.example/</link><description>D</description></channel></rss>' > o.xml; syndicat validate --ignore missing-atom-self-link o.xml 2>/dev/null | grep ']$'
o.xml:2:36: warning: <title> holds HTML where plain text is wanted (&foo;) [contains-html]
