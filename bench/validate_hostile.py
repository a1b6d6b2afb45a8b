#!/usr/bin/env python3
"""bench/validate_hostile.py [PROGRAM]: how long `validate` takes over inputs made to hurt, as a whole process.

Each must end in 0.2 s of CPU (5 MB too), in either profile, and findings must cost the same however many there are
(1, 2, 4, 8 times). Exit status 1 where one does not.
"""
import os, pathlib, subprocess, sys, tempfile

top = pathlib.Path(__file__).resolve().parents[1]
program = sys.argv[1] if len(sys.argv) > 1 else str(top / "build/release/syndicat")
LIMIT, RUNS = 0.2, 3
HEAD = '<rss version="2.0"><channel><title>News</title><link>https://news.example/</link><description>x</description>'
ENDS = "</channel></rss>"
ATOM = ('<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title><id>https://news.example/</id><updated>2026-06-18T09:30:00Z</updated>'
        '<author><name>Ada</name></author>')


def item(n, inside=""):
    return f"<item><title>Story {n}</title><guid>https://news.example/{n}</guid>{inside}</item>"


def bomb(levels=6, fan=10):
    """Entities of entities: a few hundred bytes that would be ten to the sixth."""
    names = "abcdefghi"[:levels + 1]
    return ('<!DOCTYPE rss [<!ENTITY a "ha">' + "".join(f'<!ENTITY {b} "{("&" + a + ";") * fan}">' for a, b in zip(names, names[1:])) +
            f']><rss version="2.0"><channel><title>&{names[-1]};</title></channel></rss>')


def distinct_errors(count):
    """Errors that differ in element, value and place."""
    return HEAD + "".join(item(n, f"<x{n}/><pubDate>day {n}</pubDate>") for n in range(count // 2)) + ENDS


def without_author(count):
    """What each entry asks of the feed as well."""
    entry = "<entry><id>https://a.example/{}</id><title>x</title><updated>2026-06-18T09:30:00Z</updated><summary>x</summary></entry>"
    return ATOM.replace("<author><name>Ada</name></author>", "") + "".join(entry.format(n) for n in range(count)) + "</feed>"


def five_megabytes():
    words = "&lt;p&gt;Words &amp;amp; more words in a paragraph that goes on for quite a while.&lt;/p&gt;" * 6
    return HEAD + "".join(item(n, f"<description>{words}</description>") for n in range(7500)) + ENDS


def hostile():
    yield "5 MB", five_megabytes()
    yield "5,000 distinct errors", distinct_errors(5000)
    yield "345 bytes of nested entities", bomb()
    yield "158 KB of HTML: open tags in a description", HEAD + item(1, "<description>" + "&lt;b&gt;&lt;i&gt;" * 9000 + "</description>") + ENDS
    yield "158 KB of HTML: quotation marks that never close", HEAD + item(1, "<description>" + '&lt;a href="' * 10000 + "</description>") + ENDS
    yield "158 KB of HTML: comments that never close", HEAD + item(1, "<description>" + "&lt;!--" * 20000 + "</description>") + ENDS
    yield "158 KB of ampersands", HEAD + item(1, "<description>" + "&amp;" * 31000 + "</description>") + ENDS
    yield "158 KB of blanks in a date", HEAD + item(1, "<pubDate>Thu, 18 Jun" + " " * 158000 + "2026</pubDate>") + ENDS
    yield "158 KB of parentheses in an address", HEAD + item(1, "<author>" + "(" * 158000 + "</author>") + ENDS
    yield "158 KB of at signs in an address", HEAD + item(1, "<author>" + "a@" * 79000 + "</author>") + ENDS
    yield "158 KB of dots in an address", HEAD + item(1, "<author>a@" + "b." * 79000 + "</author>") + ENDS
    yield "158 KB of a host", HEAD + item(1, "<link>http://" + "a." * 79000 + "/</link>") + ENDS
    yield "158 KB of ../ in a link with a base", ATOM + '<link xml:base="https://a.example/x/" href="' + "../" * 52000 + '"/></feed>'
    yield "158 KB of percent signs in a link", HEAD + item(1, "<link>http://a.example/" + "%41" * 52000 + "</link>") + ENDS
    yield "158 KB of a style", HEAD + item(1, "<description>&lt;p style='" + "color:red;" * 15800 + "'&gt;</description>") + ENDS
    yield "158 KB of a style that never ends", HEAD + item(1, "<description>&lt;p style='" + "margin:" + "1px " * 39000 + "'&gt;</description>") + ENDS
    yield "158 KB of a language tag", HEAD + "<language>" + "en-" * 52000 + "</language>" + ENDS
    yield "158 KB of a media type", HEAD + item(1, '<enclosure url="https://a.example/" length="1" type="a/b' + ";c=d" * 39000 + '"/>') + ENDS
    yield "158 KB of coordinates", HEAD.replace("<rss", '<rss xmlns:georss="http://www.georss.org/georss"') + item(1, "<georss:line>" + "1 2 " * 39000 + "</georss:line>") + ENDS
    yield "158 KB of numbers with commas", HEAD.replace("<rss", '<rss xmlns:slash="http://purl.org/rss/1.0/modules/slash/"') + item(1, "<slash:hit_parade>" + "1," * 79000 + "</slash:hit_parade>") + ENDS
    yield "10,000 bases, one in the other", ATOM + "".join('<entry xml:base="a/">' for _ in range(200)) + '<link href="x"/>' * 5000
    yield "5,000 alternate links", ATOM + "".join(f'<link href="https://a.example/{n}" type="a/b{n}"/>' for n in range(5000)) + "</feed>"
    yield "5,000 entries with one id", ATOM + "<entry><id>https://a.example/</id><title>x</title><updated>2026-06-18T09:30:00Z</updated><summary>x</summary></entry>" * 5000 + "</feed>"
    yield "5,000 items with one guid", HEAD + "<item><title>x</title><guid>https://a.example/</guid></item>" * 5000 + ENDS
    yield "5,000 namespaces", "<rss version='2.0' " + " ".join(f'xmlns:n{n}="urn:x:{n}"' for n in range(5000)) + "><channel/></rss>"
    yield "5,000 elements of extensions", HEAD.replace("<rss", '<rss xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"') + "".join(
        item(n, '<dc:creator>Ada</dc:creator><media:thumbnail url="https://a.example/1.png"/>') for n in range(2500)) + ENDS
    yield "20,000 attributes", '<rss version="2.0"><channel ' + " ".join(f'a{n}="1"' for n in range(20000)) + "/></rss>"
    yield "50,000 deep", '<rss version="2.0">' + "<a>" * 50000
    yield "5,000 unknown elements on one line", HEAD + "<foo/>" * 5000 + ENDS
    yield "5,000 outlines, one in the other", '<opml version="2.0"><head/><body>' + '<outline text="x">' * 5000
    yield "a doctype that never ends", "<!DOCTYPE rss [" + "<!ENTITY a 'b'>" * 10000
    yield "100,000 entities", HEAD + item(1, "<title>" + "&lt;" * 100000 + "</title>") + ENDS
    yield "100,000 processing instructions", "<?a b?>" * 100000 + HEAD + ENDS


def measure(*command):
    """CPU seconds (the best of several runs), and peak memory in MB."""
    best, peak = 1e9, 0
    for _ in range(RUNS):
        process = subprocess.Popen([str(word) for word in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if os.waitstatus_to_exitcode(status) not in (0, 1, 3):
            sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
        best, peak = min(best, usage.ru_utime + usage.ru_stime), max(peak, usage.ru_maxrss / 1024)
    return best, peak


failed = False
with tempfile.TemporaryDirectory() as folder:
    path = pathlib.Path(folder) / "hostile.xml"
    print(f"{'':52} {'default ms':>10} {'w3c ms':>8} {'MB':>6}")
    for name, text in hostile():
        path.write_text(text)
        default, peak = measure(program, "validate", "--format", "jsonl", path)
        w3c, _ = measure(program, "validate", "--profile", "w3c", "--format", "jsonl", path)
        late = max(default, w3c) > LIMIT
        failed |= late
        print(f"{name:52} {default * 1000:10.0f} {w3c * 1000:8.0f} {peak:6.0f}{'  TOO SLOW' if late else ''}")
    for name, make in (("5,000 distinct errors", distinct_errors), ("5,000 entries without an author", without_author)):
        times = []
        for factor in (1, 2, 4, 8):
            path.write_text(make(5000 * factor))
            times.append(measure(program, "validate", "--format", "jsonl", path)[0])
        growth = [time / times[0] for time in times[1:]]
        print(f"{name}: {times[0] * 1000:.0f} ms; 2, 4, 8 times: " + ", ".join(f"{factor:.1f}" for factor in growth))
        failed |= growth[2] > 12
sys.exit(failed)
