# Two versions of a feed, and one feed in several formats.

$ cp $SAMPLES/feed-depot.xml now.xml && syndicat convert --to json now.xml -o now.json && syndicat convert --to rss now.xml -o now.rss
$ syndicat validate --against now.xml now.xml
$ syndicat validate --same now.rss now.json now.xml
$ syndicat validate now.json --same now.rss now.xml

$ sed 's,depot.example/night-bus</guid,depot.example/n4</guid,' now.xml > later.xml; syndicat validate --against now.json later.xml
later.xml:13:7: error: the id of "The night bus runs again" is https://depot.example/n4, and was https://depot.example/night-bus in now.json [changed-id]
   13 |       <guid isPermaLink="true">https://depot.example/n4</guid>
      |       ^^^^^
      = write https://depot.example/night-bus again
syndicat validate: later.xml: invalid RSS 2.0, 1 error
[1]

$ syndicat validate --same now.json later.xml --format github
::error file=now.json,line=13,endLine=13,col=13,endColumn=45,title=differs-in-id::* (glob)
[1]

$ syndicat validate --against now.xml --fail-on vanished-item --ignore changed-id later.xml

$ syndicat validate --against - now.xml < now.json

# What cannot be compared.
$ syndicat validate --against none.xml now.xml
syndicat validate: --against none.xml: no such file
[3]

$ syndicat validate --against now.xml now.xml now.json
syndicat validate: --against takes one document, and there are several
[2]

$ syndicat validate now.xml now.json --same now.rss
syndicat validate: --same takes one document, and there are several
[2]

$ echo '<a/>' > no.xml; syndicat validate --same now.xml no.xml
syndicat validate: --same no.xml: it is XML, but no feed that is known: its first element is <a>
[3]

$ syndicat validate --against - - < now.xml
syndicat validate: -: standard input is named twice and can be read once
[2]
