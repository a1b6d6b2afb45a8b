# Folders, patterns and lists; what is known, and what is kept silent about.

$ mkdir -p feeds/old && cp $CASES/strike.xml feeds/b.xml && cp $CASES/strike.xml feeds/old/a.rss && echo words > feeds/readme.txt

$ syndicat validate --format jsonl feeds | grep -o '"file":"[^"]*","rule":"invalid-rfc2822-date"'
"file":"feeds/b.xml","rule":"invalid-rfc2822-date"
"file":"feeds/old/a.rss","rule":"invalid-rfc2822-date"

$ syndicat validate --format jsonl 'feeds/*.xml' | grep -c '"severity":"error"'
3

$ printf '# all of them\nfeeds\nfeeds/b.xml\n' > list; syndicat validate --format jsonl --jobs 3 @list | grep -c '"severity":"error"'
9

$ syndicat validate --format jsonl feeds > known.jsonl
[1]

$ syndicat validate --baseline known.jsonl feeds
$ syndicat validate --ignore invalid-rfc2822-date --ignore invalid-http-guid --ignore use-zero-for-unknown --format jsonl feeds | grep -c error
0
[1]

$ syndicat validate --ignore nonsense feeds
syndicat validate: --ignore nonsense: no such rule; see `syndicat rules`
[2]

$ mkdir empty; syndicat validate empty
syndicat validate: empty: has no file whose name ends like a feed's; name the files
[3]

$ syndicat validate 'nothing*.xml'
syndicat validate: nothing*.xml: no file matches; mend the pattern
[3]

$ echo nonsense > known.jsonl; syndicat validate --baseline known.jsonl feeds
syndicat validate: known.jsonl: line 1 is no finding; give what --format jsonl wrote
[2]

$ syndicat validate - - < /dev/null
syndicat validate: -: standard input is named twice and can be read once
[2]

$ syndicat validate --baseline none.jsonl feeds
syndicat validate: --baseline none.jsonl: no such file
[2]

$ printf '# nothing\n\n' > list; syndicat validate @list
syndicat validate: list: names no document; write one on each line
[3]

# Whatever the number of threads, the order is that of the names.
$ syndicat validate --jobs 1 --format sarif feeds > one; syndicat validate --jobs 7 --format sarif feeds > seven; cmp one seven
