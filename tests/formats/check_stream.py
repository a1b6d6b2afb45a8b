#!/usr/bin/env python3
"""A feed that is read an item at a time gives what it gives when it is read as a whole, to the byte; and a large one
needs little memory.

A file into JSON Lines is streamed; what comes by a pipe is read as a whole.
"""
import json, pathlib, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import check, finish, folder, is_sanitized, measured, program, top

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
RSS = ('<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xml:lang="en">\n'
       '<channel>\n<title>T</title>\n<link>https://n.example/news/</link>\n<description>d</description>\n')


def item(number, more=""):
    return (f'<item><title>Item {number} &amp; more</title><link>story/{number}</link><guid isPermaLink="false">{number}</guid>'
            f'<pubDate>Thu, 18 Jun 2026 09:{number % 60:02}:00 +0300</pubDate><description><![CDATA[<p>{"word " * 300}<img src="i.png"></p>]]></description>{more}</item>\n')


def entry(number):
    return (f'<entry><id>urn:x:{number}</id><title type="html">Entry &lt;b&gt;{number}&lt;/b&gt;</title><updated>2026-06-18T09:30:00Z</updated>'
            f'<link href="e/{number}"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{"word " * 300}</p></div></content></entry>\n')


MANY = 2500  # items: some megabytes, so several pieces
ATOM = '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://n.example/" xml:lang="be"><id>urn:x:f</id><title>T</title><updated>2026-06-18T09:30:00Z</updated><author><name>Ann</name></author>\n'
GROUPS = "".join(map(item, range(MANY)))
MADE = {
    "rss": HEAD + RSS + GROUPS + "</channel></rss>\n",
    "rss on one line": (HEAD + RSS + GROUPS + "</channel></rss>").replace("\n", ""),
    "atom": HEAD + ATOM + "".join(map(entry, range(MANY))) + "</feed>",
    "atom with a prefix": HEAD + ATOM.replace("<", "<a:").replace("</a:", "</a:").replace("<a:/", "</a:").replace("xmlns=", "xmlns:a=") +
                          "".join(f"<a:entry><a:id>urn:x:{n}</a:id><a:title>é {n}</a:title></a:entry>" for n in range(9000)) + "</a:feed>",
    "rdf": HEAD + '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">\n<channel rdf:about="https://n.example/f"><title>T</title>'
           '<link>https://n.example/</link><description>d</description></channel>\n' +
           "".join(f'<item rdf:about="https://n.example/{n}"><title>{n}</title><link>https://n.example/{n}</link></item>\n' for n in range(12000)) + "</rdf:RDF>",
    "the feed's words behind and between": HEAD + RSS + item(1) + "<language>be</language>\n" + GROUPS + "<image><url>logo.png</url></image>\n<ttl>x</ttl>\n<pubDate>soon</pubDate></channel></rss>",
    "items beside the channel": HEAD + RSS + item(1) + "</channel>" + item(2) + item(3) + "</rss>",
    "entities": HEAD + '<!DOCTYPE rss [<!-- "> --><!ENTITY pay "the <b>pay</b> of &apos;all&apos;"><!ENTITY gt ">">]>' + RSS + GROUPS + item(9, "<dc:subject>&pay;</dc:subject>") + "</channel></rss>",
    "comments and sections that hold tags": HEAD + RSS + "<!-- <item> -->" + item(1, "<!-- </item> --><dc:subject><![CDATA[</item>]]></dc:subject><?p </item> ?>") + item(2) + "</channel></rss>",
    "attributes that hold tags": HEAD + RSS + item(1, "<x a='</item>' b=\"<item>\"/>") + item(2) + "</channel></rss>",
    "tags that do not match": HEAD + RSS + GROUPS + item(1, "<dc:x><b>a</dc:x></i>") + "</entry>" + item(2) + "<item><title>open</title></channel></rss>",
    "an unclosed item": HEAD + RSS + item(1) + "<item><title>a</title>" + item(2) + item(3) + "</channel></rss>",
    "cut off in an item": (HEAD + RSS + GROUPS)[:-700],
    "cut off in a tag": HEAD + RSS + GROUPS + "<item><title>a</title><link",
    "cut off between items": HEAD + RSS + GROUPS,
    "junk before and behind": "\n\njunk " + HEAD + RSS + GROUPS + "</channel></rss>\nmore <b>junk",
    "warnings far down": HEAD + RSS + GROUPS + item(1, "\n<pubDate>x</pubDate> & <dc:date>yesterday</dc:date>") + "\n" + GROUPS + "  " + item(2, "<e:x/>") + "</channel></rss>",
    "a foreign item": HEAD + RSS + '<f:item xmlns:f="urn:f"><title>not one</title></f:item>' + item(1) + "<image><item/></image>" + item(2) + "</channel></rss>",
    "items without ids": HEAD + RSS + "".join(f"<item><title>Same</title><description>{n} {'word ' * 300}</description></item>\n<item><title>Other {n}</title></item>" for n in range(MANY)) + "</channel></rss>",
    "no items": HEAD + RSS + "</channel></rss>",
    "one entry": HEAD + '<entry xmlns="http://www.w3.org/2005/Atom"><id>urn:x:1</id><title>a</title></entry>',
    "empty items": HEAD + RSS + "<item/>" * 3 + "</channel></rss>",
    "a stylesheet": '<?xml version="1.0"?><?xml-stylesheet href="a.css"?>' + RSS + item(1) + "</channel></rss>",
    "RSS in capitals": "<RSS><CHANNEL><TITLE>T</TITLE><item><TITLE>a</TITLE></item></CHANNEL></RSS>",
    "RSS in capitals throughout": "<RSS><CHANNEL><TITLE>T</TITLE>" + "<ITEM><TITLE>a</TITLE></ITEM>\n" * 9 + "</CHANNEL></RSS>",
    "JSON": '{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [{"id": "1", "content_text": "a"}]}',
}


def json_item(number):
    return json.dumps({"id": str(number), "title": f"Item {number}, \"more\" ] }} \\", "content_html": "<p>" + "word " * 300 + "</p>",
                       "date_published": "2026-06-18T09:30:00+03:00" if number % 700 else "some day", "tags": ["a]", "{b"], "_x": {"items": [1, [2]]}})


JSON_HEAD = '{"version": "https://jsonfeed.org/version/1.1",\n "title": "items", "_more": {"items": []}, "home_page_url": "https://n.example/"'
LINES = [json_item(number) for number in range(MANY)]
MADE |= {
    "JSON, many items": JSON_HEAD + ',\n "items": [\n' + ",\n ".join(LINES) + "\n]}\n",
    "JSON, items first": '{"items": [' + ",".join(LINES) + ' ] , "language": "be"' + "," + JSON_HEAD[1:] + "}",
    "JSON, no items": JSON_HEAD + ', "items": []}',
    "JSON, items that are none": JSON_HEAD + ', "items": [1, "a", null, {"id": "1"}, [{}], {"title": "x", "content_text": "y"}, {"title": "x", "content_text": "z"}]}',
    "JSON, items twice": JSON_HEAD + ', "items": [{"id": "1"}], "items": [{"id": "2"}]}',
    "JSON, items no list": JSON_HEAD + ', "items": {"id": "1"}}',
    "JSON, cut off": (JSON_HEAD + ', "items": [' + ",\n".join(LINES))[:-700],
    "JSON, broken far down": JSON_HEAD + ', "items": [' + ",\n".join(LINES) + ', {"id": tru}]}',
    "JSON Lines": '{"version": "https://jsonfeed.org/version/1.1", "title": "T"}\n' + "\n".join(LINES) + "\n",
    "JSON Lines, no end": '{"version": "https://jsonfeed.org/version/1.1", "title": "T"}\n' + "\n\n".join(LINES),
    "JSON Lines, bad ones": '{"version": "https://jsonfeed.org/version/1.1", "title": "T"}\n' + "\n".join(LINES) + "\nx\n[1]\n" + "\n".join(LINES[:5]) + "\n",
    "JSON Lines, items only": "\n".join(LINES) + "\n",
}
BYTES = {
    "a byte order mark": b"\xef\xbb\xbf" + MADE["rss"].encode(),
    "UTF-16": MADE["rss"].replace("UTF-8", "UTF-16").encode("utf-16"),
    "windows-1251": (HEAD.replace("UTF-8", "windows-1251") + RSS + GROUPS.replace("word word word", "слова") + "</channel></rss>").encode("cp1251"),
    "Shift_JIS": (HEAD.replace("UTF-8", "Shift_JIS") + RSS + GROUPS.replace("word word word", "ソース表") + "</channel></rss>").encode("shift_jis"),
    "ISO-2022-JP": (HEAD.replace("UTF-8", "ISO-2022-JP") + RSS + GROUPS.replace("word word word", "言葉") + "</channel></rss>").encode("iso2022_jp"),
    "Latin 1 without a label": ('<?xml version="1.0"?>' + RSS + GROUPS.replace("word word", "Qu\xe9bec") + "</channel></rss>").encode("latin-1"),
    "UTF-8 with a wrong label": (HEAD.replace("UTF-8", "iso-8859-1") + RSS + GROUPS.replace("word word", "Qu\xe9bec") + "</channel></rss>").encode(),
}


def convert(*words, given=None):
    ended = subprocess.run([program, "convert", *map(str, words), "--to", "jsonl"], input=given, capture_output=True, timeout=300)
    return ended.returncode, ended.stdout, ended.stderr.decode("utf-8", "replace")


def told(words):
    """The lines; of more than are told, as the feed's own come at another time, only how many there are."""
    lines = words.splitlines()
    more = [line for line in lines if line.endswith("more such places")]
    return more + [str(len(lines))] if more else lines


def compare(name, path, *options):
    status, text, words = convert(path, *options)
    whole_status, whole_text, whole_words = convert("-", *options, given=path.read_bytes())
    whole_words = whole_words.replace("standard input", str(path))
    check(status == whole_status, f"{name}: status {status}, and {whole_status} as a whole: {words[:500]}{whole_words[:500]}")
    # As a whole nothing is written of a feed that is refused; a stream has written what came before.
    if text != whole_text and status == 0:
        lines, whole_lines = text.split(b"\n"), whole_text.split(b"\n")
        first = next((n for n, pair in enumerate(zip(lines, whole_lines)) if pair[0] != pair[1]), min(len(lines), len(whole_lines)))
        check(False, f"{name}: line {first + 1} of {len(lines)} and {len(whole_lines)}: {lines[first:first + 1]} {whole_lines[first:first + 1]}"[:3000])
    # The order is another, and a wrong encoding is seen in each piece.
    if "save the document as UTF-8" not in words:
        words, whole_words = ("\n".join(sorted(told(text))) for text in (words, whole_words))
        check(words == whole_words or status != 0, f"{name}: it says\n{words[:1500]}and as a whole\n{whole_words[:1500]}")


with folder() as place:
    path = place / "feed.xml"
    for name, made in {**{name: text.encode() for name, text in MADE.items()}, **BYTES}.items():
        path.write_bytes(made)
        compare(name, path)
        compare(f"{name}, strict", path, "--strict")
    for sample in sorted([*(top / "samples").glob("*.xml"), *(top / "tests/formats/cases").glob("*/input.*")]):
        compare(sample.relative_to(top), sample)
    path.write_text(MADE["rss"])
    compare("chosen", path, "--match", "title=[27] ", "--limit", "300", "--since", "2026-06-18T06:05:00Z", "--sanitize")
    compare("described", path, "--title", "Other", "--language", "ru", "--link", "https://x.example/")

    # A large one, in little memory; and by a pipe, where somebody says that it may be large.
    with open(path, "w") as large:
        large.write(HEAD + RSS)
        for _ in range(35):
            large.write(GROUPS)
        large.write("</channel></rss>")
    size = path.stat().st_size
    for name, words, given in (("a file", [path, "-o", place / "out.jsonl"], None), ("a pipe", ["-", "-o", place / "piped.jsonl"], path)):
        # The pipe is one that cat fills, so that it is no file.
        source = subprocess.Popen(["cat", given], stdout=subprocess.PIPE) if given else None
        status, said, memory, _ = measured("convert", *words, "--to", "jsonl", "--max-size", "1G", **({"stdin": source.stdout} if source else {}))
        if source:
            source.stdout.close()
            source.wait()
        check(status == 0, f"{name} of {size >> 20} MB: status {status}: {said[:500]}")
        check(is_sanitized() or memory < 64, f"{name} of {size >> 20} MB took {memory:.0f} MB")
    lines = (place / "out.jsonl").read_bytes()
    check(lines.count(b"\n") == 35 * MANY + 1, f"{lines.count(bytes([10]))} lines")
    check(lines == (place / "piped.jsonl").read_bytes(), "a file and a pipe differ")
    before = (place / "out.jsonl").stat().st_mtime_ns
    convert(path, "--max-size", "1G", "-o", place / "out.jsonl")
    check((place / "out.jsonl").stat().st_mtime_ns == before, "an output that would not change is written")

    # A feed above the limit is refused before anything is written.
    status, text, words = convert(path)
    check((status, text) == (3, b"") and "--max-size" in words, f"above the limit: {status} {words}")
    # What breaks off leaves the old file as it was.
    path.write_text(HEAD + RSS + GROUPS + item(1, "<x " + " ".join(f'a{n}=""' for n in range(20000)) + "/>") + "</channel></rss>")
    status, _, words = convert(path, "-o", place / "out.jsonl")
    check(status == 3 and "start tag" in words, f"a limit within: {status} {words}")
    check((place / "out.jsonl").stat().st_mtime_ns == before, "what broke off replaced the old file")
    check(sorted(entry.name for entry in place.iterdir()) == ["feed.xml", "out.jsonl", "piped.jsonl"], f"left over: {list(place.iterdir())}")
finish()
