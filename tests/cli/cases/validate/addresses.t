# What --fix leaves alone: nobody can say what a forgotten scheme, a template that was not filled in, or a script's text should be.

$ printf '%s' '<rss version="2.0"><channel><title>T</title><link>https://a.example/</link><description>D</description><item><title>I</title><description><![CDATA[<a href="www.foo.example/1">a</a> <a href="foo.example/1">a</a> <a href="ada@foo.example">b</a> <a href="{{url}}">c</a> <a href="%URL%">d</a> <a href="///x">e</a> <a href="&#109;ailto:a@e.example">f</a> <script>"<a href=/g>"</script>]]></description></item></channel></rss>' > f.xml; syndicat validate --fix --base-uri https://a.example/f.xml f.xml; grep -o 'CDATA.*>]]' f.xml
syndicat validate: f.xml: 1 correction applied
CDATA[<a href="www.foo.example/1">a</a> <a href="foo.example/1">a</a> <a href="ada@foo.example">b</a> <a href="{{url}}">c</a> <a href="%URL%">d</a> <a href="///x">e</a> <a href="&#109;ailto:a@e.example">f</a> <script>"<a href=/g>"</script>]]

# What is plainly a file, a folder or a query is completed.
$ printf '%s' '<rss version="2.0"><channel><title>T</title><link>https://a.example/</link><description>D</description><item><title>I</title><description><![CDATA[<a href="story.html">a</a> <a href="../x/y">b</a> <a href="?a=1&amp;b=2">c</a> <a href="./v1.2/x">d</a>]]></description></item></channel></rss>' > g.xml; syndicat validate --fix --base-uri https://a.example/d/f.xml g.xml; grep -o 'CDATA.*>]]' g.xml
syndicat validate: g.xml: 5 corrections applied
CDATA[<a href="https://a.example/d/story.html">a</a> <a href="https://a.example/x/y">b</a> <a href="https://a.example/d/f.xml?a=1&amp;b=2">c</a> <a href="https://a.example/d/v1.2/x">d</a>]]
