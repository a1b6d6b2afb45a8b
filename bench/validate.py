#!/usr/bin/env python3
"""bench/validate.py [PROGRAM]: the whole process of `validate` beside xmllint on the same file, in one run.

Prints CPU seconds (best of several) and peak memory, and ratios to `xmllint --stream` and `xmllint --relaxng`. The
feeds are made here: 20 items, 5 MB, and 1, 2, 4 and 8 times 1,000 items for the growth.
"""
import os, pathlib, re, subprocess, sys, tempfile

top = pathlib.Path(__file__).resolve().parents[1]
program = sys.argv[1] if len(sys.argv) > 1 else str(top / "build/release/syndicat")
RUNS = 7


def feed(items, flaw=False):
    words = "&lt;p&gt;Words &amp;amp; more words in a paragraph that goes on for quite a while.&lt;/p&gt;" * 6
    out = ['<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">\n  <title>News</title>\n'
           '  <id>https://news.example/</id>\n  <updated>2026-06-18T09:30:00Z</updated>\n  <author><name>Ada</name></author>\n'
           '  <link rel="self" href="https://news.example/feed.atom"/>\n']
    for n in range(items):
        time = f"20{10 + n // 86400 % 10:02d}-01-{1 + n // 86400 % 28:02d}T{n // 3600 % 24:02d}:{n // 60 % 60:02d}:{n % 60:02d}Z"
        out.append(f"""  <entry>
    <title>Title number {n} of the story</title>
    <link rel="alternate" type="text/html" href="https://news.example/story/{n}"/>
    <id>{'not an id' if flaw else 'https://news.example/story'}/{n}</id>
    <published>{time}</published>
    <updated>{time}</updated>
    <author><name>A. Writer</name></author>
    <category term="news"/>
    <summary>Some words that say what it is about, in a line.</summary>
    <content type="html">{words}</content>
  </entry>
""")
    return "".join(out) + "</feed>\n"


def measure(*command):
    """CPU seconds, the best of several runs, and peak memory in MB."""
    best, peak = 1e9, 0
    for _ in range(RUNS):
        process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
        best, peak = min(best, usage.ru_utime + usage.ru_stime), max(peak, usage.ru_maxrss / 1024)
    return best, peak


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    schema = top / "schemas/atom.rng"
    print(f"{'':28} {'CPU ms':>8} {'MB':>6}")
    for name, items in (("20 items", 20), ("5 MB", 5000)):
        path = folder / f"{items}.atom"
        path.write_text(feed(items))
        ours = measure(program, "validate", path)
        stream = measure("xmllint", "--noout", "--stream", path)
        relaxng = measure("xmllint", "--noout", "--relaxng", schema, path)
        for label, (cpu, memory) in (("syndicat validate", ours), ("xmllint --stream", stream), ("xmllint --relaxng", relaxng)):
            print(f"{name:9} {label:18} {cpu * 1000:8.1f} {memory:6.1f}")
        print(f"{name:9} to --stream: {ours[0] / stream[0]:.2f}, to --relaxng: {ours[0] / relaxng[0]:.2f}")
    for label, flaw in (("sound", False), ("a finding an item", True)):
        times = []
        for factor in (1, 2, 4, 8):
            path = folder / "growth.atom"
            path.write_text(feed(1000 * factor, flaw))
            times.append(measure(program, "validate", "--format", "jsonl", path)[0])
        print(f"1,000 items {label}: {times[0] * 1000:.0f} ms; 2, 4, 8 times: " + ", ".join(f"{time / times[0]:.1f}" for time in times[1:]))
    bomb = '<!DOCTYPE rss [<!ENTITY a "0123456789">' + "".join(
        f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip("abcdefgh", "bcdefghi")) + ']><rss version="2.0"><channel><title>&i;</title></channel></rss>'
    wide = '<rss version="2.0"><channel ' + " ".join(f'a{n}="1"' for n in range(20000)) + "/></rss>"
    tags = '<rss version="2.0"><channel><description>' + "&lt;a href=x&gt;" * 10000 + "</description></channel></rss>"
    lines = '<rss version="2.0"><channel>' + "<foo/>" * 5000 + "</channel></rss>"
    deep = '<rss version="2.0">' + "<a>" * 50000
    for label, text in (("nested entities", bomb), ("20,000 attributes", wide), ("10,000 relative links", tags),
                        ("5,000 unknown elements on one line", lines), ("50,000 deep", deep)):
        path = folder / "hostile.xml"
        path.write_text(text)
        cpu, memory = measure(program, "validate", path)
        print(f"{label}: {cpu * 1000:.0f} ms, {memory:.0f} MB")
