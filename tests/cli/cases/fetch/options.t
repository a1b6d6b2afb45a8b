# Values that cannot be meant are told before anything is read.

$ syndicat fetch nowhere.html --language klingon_language
syndicat fetch: --language: 'klingon_language' is no language tag of BCP 47; write be or en-GB
[2]

$ syndicat fetch nowhere.html --charset utf-9
syndicat fetch: --charset: 'utf-9' is no encoding of the web; write utf-8 or windows-1251
[2]

$ printf '<p>1914 1939</p>' | syndicat fetch - --charset latin1 --language be --now 2026-01-01T00:00:00Z > out.json && grep language out.json
      "language": "be",

# Standard input is read once.
$ echo text | syndicat fetch - -
syndicat fetch: -: standard input is named twice and can be read once
[2]

# What is empty, blank or too large cannot be read as what it should be, in every command.
$ syndicat fetch - < /dev/null
syndicat fetch: standard input: is empty; give a page, a text or a feed
[3]

$ printf ' \n\n' | syndicat fetch -
syndicat fetch: standard input: is empty; give a page, a text or a feed
[3]

$ syndicat convert --to json - < /dev/null
syndicat convert: standard input: it is empty; give a feed
[3]

$ syndicat validate - < /dev/null
syndicat validate: standard input: is empty; give a feed
[3]

$ printf '<!DOCTYPE html><title></title><body></body>' | syndicat fetch -
syndicat fetch: standard input: holds no article; give a page with a text to read
[5]

$ head -c 3000 /dev/zero | tr '\0' 'a' > large.txt; syndicat fetch --max-size 1k large.txt
syndicat fetch: large.txt: holds 3000 bytes, more than the limit of 1024; raise it with --max-size
[3]

$ syndicat listen --count 0
syndicat listen: --count: give at least 1, or leave it away
[2]
