# What a feed brought along and would make the written one invalid is told and kept aside; the way back has it.

$ printf '<rss version="2.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"><channel><title>T</title><link>https://n.example/</link><description>d</description>\n<item><title>A</title><link>https://n.example/a</link><guid>https://n.example/a</guid><slash:comments/></item></channel></rss>' > empty.xml

$ syndicat convert empty.xml --to rss -o good.xml
syndicat convert: warning: empty.xml: "" in <slash:comments> is no whole number from 0 [invalid-non-negative-integer]; kept aside, for the feed would not be valid with it

$ syndicat validate good.xml --fail-on error 2>&1 | tail -n 1
syndicat validate: good.xml: valid RSS 2.0, 1 warning

$ grep -c 'slash:comments' good.xml
1

$ syndicat convert good.xml --to json | grep -c 'slash:comments xmlns'
1

# An id that several items have stays with the first of them.

$ printf '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"a","content_text":"1"},{"id":"a","content_text":"2"},{"id":"a","content_text":"2"}]}' > shared.json

$ syndicat convert shared.json --to json | grep '"id"'
syndicat convert: warning: shared.json: 2 items have the id of an item before, the first time "a"; each is written with an id of its own
      "id": "a",
      "id": "urn:sha256:139ffcfc3d299042d6fd24bed5418d8edb38cad248fcd65a52950d95462703f8",
        "id": "a"
      "id": "urn:sha256:139ffcfc3d299042d6fd24bed5418d8edb38cad248fcd65a52950d95462703f8:2",
        "id": "a"
