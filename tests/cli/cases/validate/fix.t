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
