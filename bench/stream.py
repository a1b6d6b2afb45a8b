#!/usr/bin/env python3
"""A feed of a gigabyte into JSON Lines: seconds of CPU, seconds on the clock, megabytes at the peak.

usage: bench/stream.py [PROGRAM] [MEGABYTES]

Makes RSS, Atom, JSON Feed and JSON Lines of that size in a temporary folder, one after the other, and removes them.
"""
import os, pathlib, sys, tempfile, time

top = pathlib.Path(__file__).resolve().parent.parent
program = sys.argv[1] if len(sys.argv) > 1 else str(top / "build/release/syndicat")
size = int(sys.argv[2]) << 20 if len(sys.argv) > 2 else 1 << 30
TEXT = "<p>" + "The drivers of the northern depot stopped work in the morning, the union says. " * 12 + "</p>"
JSON = ('{{"id": "urn:x:{0}", "title": "Item {0}", "url": "https://n.example/{0}", "date_published": "2026-06-18T09:30:00Z", '
        '"content_html": "' + TEXT + '"}}')
FEEDS = {
    "rss": ('<?xml version="1.0"?>\n<rss version="2.0"><channel><title>T</title><link>https://n.example/</link><description>d</description>\n',
            '<item><title>Item {0}</title><link>https://n.example/{0}</link><guid>https://n.example/{0}</guid>'
            '<pubDate>Thu, 18 Jun 2026 09:30:00 +0300</pubDate><description><![CDATA[' + TEXT + "]]></description></item>\n", "</channel></rss>\n"),
    "atom": ('<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:f</id><title>T</title><updated>2026-06-18T09:30:00Z</updated>\n',
             '<entry><id>urn:x:{0}</id><title>Item {0}</title><updated>2026-06-18T09:30:00Z</updated><link href="https://n.example/{0}"/>'
             '<content type="html">' + TEXT.replace("<", "&lt;") + "</content></entry>\n", "</feed>\n"),
    "json": ('{"version": "https://jsonfeed.org/version/1.1", "title": "T", "items": [\n', JSON + ",\n", '{"id": "last", "content_text": ""}]}\n'),
    "jsonl": ('{"version": "https://jsonfeed.org/version/1.1", "title": "T"}\n', JSON + "\n", ""),
}

for name, (head, item, end) in FEEDS.items():
    with tempfile.TemporaryDirectory() as folder:
        path, written, number = f"{folder}/feed", 0, 0
        with open(path, "w") as feed:
            feed.write(head)
            while written < size:
                written += feed.write("".join(item.format(number + more) for more in range(1000)))
                number += 1000
            feed.write(end)
        before = time.perf_counter()
        child = os.fork()
        if child == 0:
            os.execvp(program, [program, "convert", path, "--to", "jsonl", "--max-size", "2G", "-o", "/dev/null"])
        _, status, usage = os.wait4(child, 0)
        print(f"{name}: {os.path.getsize(path) / 1e6:.0f} MB, {number} items: status {os.waitstatus_to_exitcode(status)}, "
              f"{usage.ru_utime + usage.ru_stime:.1f} s of CPU, {time.perf_counter() - before:.1f} s, {usage.ru_maxrss / 1024:.1f} MB at the peak")
