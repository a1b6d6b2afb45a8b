# What is no feed is called by its name, with status 3.

$ syndicat convert none.xml --to json
syndicat convert: none.xml: no such file
[3]

$ syndicat convert . --to json
syndicat convert: .: is a directory; name a file in it
[3]

$ syndicat convert --to json < /dev/null
syndicat convert: standard input: it is empty; give a feed
[3]

$ printf '\211PNG\r\n' | syndicat convert --to json
syndicat convert: standard input: it is a PNG image, no feed
[3]

$ printf '<!DOCTYPE html><title>Not found</title>' | syndicat convert --to json
syndicat convert: standard input: it is an HTML page, no feed; give it to `syndicat fetch`, which makes an item of it
[3]

$ printf '{"title": "x",\n "items": [}' | syndicat convert --to rss
syndicat convert: standard input:2:12: no value starts like this; JSON has objects, arrays, strings, numbers, true, false and null
[3]

$ head -c 100000 /dev/zero | syndicat convert --max-size 64k --to json
syndicat convert: standard input: holds more than the limit of 65536 bytes; raise it with --max-size
[3]

# What is not well-formed is mended and told; --strict refuses it.

$ printf '<rss version="2.0"><channel><title>A & B</title></channel></rss>' > bare.xml

$ syndicat convert bare.xml --to json
syndicat convert: warning: bare.xml:1:38: "&" starts no reference here; write &amp; for the character
{
  "version": "https://jsonfeed.org/version/1.1",
  "title": "A & B",
  "items": []
}

$ syndicat convert --strict bare.xml --to json
syndicat convert: bare.xml:1:38: "&" starts no reference here; write &amp; for the character
[3]

# Entities from outside are never read.

$ printf '<!DOCTYPE rss [<!ENTITY x SYSTEM "/etc/passwd">]><rss version="2.0"><channel><title>a&x;b</title></channel></rss>' | syndicat convert --to json 2>/dev/null | grep title
  "title": "ab",
