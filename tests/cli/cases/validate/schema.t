# A schema of one's own: RELAX NG and XML Schema for XML, JSON Schema draft 4 for JSON.

$ cp -r $CASES/own/. .
$ syndicat validate --schema house.json news.json 2> /dev/null | grep user-schema
news.json:1:1: error: by house.json: has no "language" [user-schema]
news.json:3:12: error: by house.json: does not match ^[A-Z] [user-schema]
news.json:8:5: error: by house.json: has no "title" [user-schema]
news.json:8:50: error: by house.json: does not match ^https://paper\.example/\d{4}/ [user-schema]

$ syndicat validate --schema house.rng news.xml
news.xml:6:29: error: by house.rng: Invalid attribute isPermaLink for element guid [user-schema]
    6 |     <item><title>One</title><guid isPermaLink="false">paper.example:1</guid></item>
      |                             ^^^^^
      = write what the schema wants here, or mend the schema
syndicat validate: news.xml: invalid RSS 2.0, 1 error
[1]

$ syndicat validate --schema house.xsd --schema house.json --format jsonl news.xml news.json | grep -o '"file":"[^"]*","rule":"user-schema"\|"line":[0-9]*,"column":[0-9]*'
"file":"news.xml","rule":"user-schema"
"line":6,"column":29
"file":"news.xml","rule":"user-schema"
"line":7,"column":65
"file":"news.json","rule":"user-schema"
"line":1,"column":1
"file":"news.json","rule":"user-schema"
"line":3,"column":12
"file":"news.json","rule":"user-schema"
"line":8,"column":5
"file":"news.json","rule":"user-schema"
"line":8,"column":50

$ syndicat validate --schema house.json news.xml
syndicat validate: warning: news.xml: no --schema is for RSS 2.0

$ syndicat validate --schema house.rng --ignore user-schema news.xml

# What no schema is.
$ syndicat validate --schema none.rng news.xml
syndicat validate: --schema none.rng: no such file
[2]

$ echo '{"properties": {"a": {"const": 1}}}' > later.json; syndicat validate --schema later.json news.json
syndicat validate: --schema later.json:1:23: "const" is of draft 6; only draft 4 is known here
[2]

$ echo '{"$ref": "other.json#/a"}' > far.json; syndicat validate --schema far.json news.json
syndicat validate: --schema far.json:1:10: "$ref": "other.json#/a" leads out of this file, and nothing else is read; move what it names below "definitions" and write #/definitions/NAME
[2]

$ echo '{"$ref": "#"}' > round.json; syndicat validate --schema round.json news.json
syndicat validate: news.json: --schema round.json: the schema refers to itself without an end
[2]

$ printf '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">\n<xs:element name="rss" type="none"/></xs:schema>' > dangling.xsd; syndicat validate --schema dangling.xsd news.xml
syndicat validate: --schema dangling.xsd:2: is no XML Schema 1.0: element decl. 'rss', attribute 'type': The QName value 'none' does not resolve to a(n) type definition
[2]

$ printf '<a>\n<b>' > broken.xsd; syndicat validate --schema broken.xsd news.xml
syndicat validate: --schema broken.xsd:2: is not well-formed: * (glob)
[2]

$ echo '<feed/>' > feed.xsd; syndicat validate --schema feed.xsd news.xml
syndicat validate: --schema feed.xsd: <feed> begins neither RELAX NG (http://relaxng.org/ns/structure/1.0) nor XML Schema (http://www.w3.org/2001/XMLSchema); a schema is one of these or JSON Schema
[2]

$ echo 'element rss { text }' > compact.rnc; syndicat validate --schema compact.rnc news.xml
syndicat validate: --schema compact.rnc: is neither XML nor JSON; give RELAX NG in XML form (trang turns the compact form into it), XML Schema, or JSON Schema draft 4
[2]

# Parts come from beside the schema, never from elsewhere.
$ mkdir inner && cp house.rng house.xsd inner && sed -i s,item.rng,../item.rng, inner/house.rng && syndicat validate --schema inner/house.rng news.xml
syndicat validate: --schema inner/house.rng: it includes */item.rng, which lies outside the schema's folder; put it beside the schema (glob)
[2]

$ sed -i s,item.xsd,http://127.0.0.1:9/item.xsd, inner/house.xsd && syndicat validate --schema inner/house.xsd news.xml
syndicat validate: --schema inner/house.xsd: it includes http://127.0.0.1:9/item.xsd, and nothing is fetched from the network; put a copy beside the schema and name that
[2]

$ rm item.xsd; syndicat validate --schema house.xsd news.xml
syndicat validate: --schema house.xsd: it includes */item.xsd, which cannot be read (glob)
[2]
