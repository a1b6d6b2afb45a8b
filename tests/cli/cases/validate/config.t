# Severities from a file, by rule and by path.

$ mkdir -p feeds/old && cp $CASES/own/news.xml feeds/news.xml && sed '/atom:link/d' feeds/news.xml > feeds/old/news.xml
$ syndicat validate feeds
feeds/old/news.xml:3:3: warning: <channel> has no atom:link with rel="self" [missing-atom-self-link]
    3 |   <channel>
      |   ^^^^^^^^^
      = add <atom:link href="https://..." rel="self" type="application/rss+xml"/> to the channel
syndicat validate: feeds/old/news.xml: valid RSS 2.0, 1 warning

$ printf '[validate]\nfail_on = "warning"\n\n[validate.severities]\nmissing-atom-self-link = "error"\n' > house.toml
$ syndicat validate --config house.toml feeds 2>&1 | grep '\]$'
feeds/old/news.xml:3:3: error: <channel> has no atom:link with rel="self" [missing-atom-self-link]

# The usual name is found in the folder one is in; the command line goes before.
$ printf '[validate]\nfail_on = "warning"\n' > .syndicat.toml; syndicat validate feeds > found 2>&1
[1]

$ syndicat validate --fail-on error feeds > found 2>&1
$ syndicat validate --config /dev/null feeds > found 2>&1

$ printf '[[validate.path]]\nmatch = ["feeds/old/**"]\nignore = ["missing-atom-self-link"]\n' > .syndicat.toml; syndicat validate feeds
$ cd feeds && syndicat validate --config ../.syndicat.toml old

$ printf '[[validate.path]]\nmatch = ["old/*.xml"]\nprofile = "strict"\n' > .syndicat.toml; syndicat validate --config .syndicat.toml feeds > found 2>&1
$ printf '[[validate.path]]\nmatch = ["**/old/*.xml"]\nprofile = "strict"\n' > .syndicat.toml; syndicat validate feeds > found 2>&1
[1]

# What is wrong with such a file.
$ printf '[validate]\nprofil = "spec"\n' > bad.toml; syndicat validate --config bad.toml feeds
syndicat validate: bad.toml:2:1: profil: no such key in [validate]; did you mean profile?
[2]

$ printf '[validate.severities]\nmissing-guidd = "off"\n' > bad.toml; syndicat validate --config bad.toml feeds
syndicat validate: bad.toml:2:1: missing-guidd: no such rule; did you mean missing-guid?
[2]

$ printf '[validate.severities]\nmissing-guid = "loud"\n' > bad.toml; syndicat validate --config bad.toml feeds
syndicat validate: bad.toml:2:16: missing-guid must be "error", "warning", "info" or "off"
[2]

$ printf '[[validate.path]]\nprofile = "spec"\n' > bad.toml; syndicat validate --config bad.toml feeds
syndicat validate: bad.toml:1:1: [[validate.path]] has no match; write match = ["archive/**"]
[2]

$ syndicat validate --config none.toml feeds
syndicat validate: --config none.toml: no such file
[2]

# `publish` looks at what it writes by the same table.
$ cp $SAMPLES/feed-depot.xml depot.xml && printf '[[source]]\naddress = "depot.xml"\n[[feed]]\ntitle = "Depot"\nlink = "https://depot.example/"\n[[feed.output]]\nformat = "rss"\npath = "out.xml"\n' > newsroom.toml
$ syndicat publish --store store.db newsroom.toml && ls out.xml
out.xml

$ printf '[validate.severities]\nmissing-atom-self-link = "error"\n' >> newsroom.toml; rm out.xml; syndicat publish --store store.db newsroom.toml; ls out.xml
syndicat publish: out.xml: would not be valid: <channel> has no atom:link with rel="self" [missing-atom-self-link]
ls: * (glob)
[2]

$ syndicat validate --config newsroom.toml feeds/old > found 2>&1
[1]
