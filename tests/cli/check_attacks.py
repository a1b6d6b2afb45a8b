#!/usr/bin/env python3
"""Feeds made to harm: each ends with the right status, in little memory and without reading what it must not read.

The time is held to a generous bound only; what it really takes stands in bench/attacks.py, which times the same feeds.
"""
import pathlib, sys, zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import check, finish, folder, is_sanitized, measured, server

MEMORY = 256  # megabytes
MANY = 400    # the same for what is made of nothing but very many small things, up to the limits of what may be held
SECONDS = 20  # of CPU, on a machine that does other things too
HEAD = '<?xml version="1.0"?>\n'
OPEN = '<rss version="2.0"><channel><title>T</title><link>https://n.example/</link><description>d</description>'
CLOSE = "</channel></rss>"


def item(inside):
    return OPEN + f"<item><guid isPermaLink=\"false\">1</guid>{inside}</item>" + CLOSE


def nested_entities(levels, width):
    rows = ['<!ENTITY e0 "haha">'] + [f'<!ENTITY e{n} "{f"&e{n - 1};" * width}">' for n in range(1, levels)]
    return f"<!DOCTYPE rss [{''.join(rows)}]>", f"&e{levels - 1};"


def attacks(place):
    """Name, bytes, the status, and what must not be printed."""
    (place / "secret.txt").write_text("the secret of this machine")
    secret = place / "secret.txt"
    external = (f'<!DOCTYPE rss [<!ENTITY a SYSTEM "{secret}"><!ENTITY b SYSTEM "file://{secret}"><!ENTITY % c SYSTEM "file://{secret}">%c;'
                f'<!ENTITY d PUBLIC "x" "file://{secret}">]>')
    yield "external entities", HEAD + external + item("<title>&a;&b;&d;x</title>"), 0, "the secret"
    yield "external subset", HEAD + f'<!DOCTYPE rss SYSTEM "file://{secret}">' + item("<title>x</title>"), 0, "the secret"
    yield "include", HEAD + item(f'<description><x:include xmlns:x="http://www.w3.org/2001/XInclude" href="file://{secret}" parse="text"/></description>'), 0, "the secret"
    declared, used = nested_entities(30, 10)
    yield "nested entities", HEAD + declared + item(f"<title>{used}</title>"), 3, "haha" * 1000
    yield "nested entities in an attribute", HEAD + declared + item(f'<enclosure url="{used}" type="a/b"/>'), 3, "haha" * 1000
    yield "one entity many times", HEAD + f'<!DOCTYPE rss [<!ENTITY a "{"x" * 50_000}">]>' + item(f"<title>{'&a;' * 50_000}</title>"), 3, "x" * 2_000_000
    yield "an entity in itself", HEAD + '<!DOCTYPE rss [<!ENTITY a "&b;"><!ENTITY b "&a;">]>' + item("<title>&a;</title>"), 0, "\0"
    attributes = " ".join(f'a{n}="{n}"' for n in range(100_000))
    yield "100,000 attributes", HEAD + item(f"<x {attributes}/>"), 3, "\0"
    yield "100,000 namespaces", HEAD + item("<x " + " ".join(f'xmlns:p{n}="urn:{n}"' for n in range(100_000)) + "/>"), 3, "\0"
    yield "100,000 elements deep", HEAD + item("<b>" * 100_000 + "</b>" * 100_000), 3, "\0"
    yield "100,000 elements deep in content", HEAD + item("<description><![CDATA[" + "<div>" * 100_000 + "]]></description>"), 0, "\0"
    yield "20 MB of text in a node", HEAD + item("<title>" + "x" * (20 << 20) + "</title>"), 3, "x" * 1000
    yield "20 MB of CDATA", HEAD + item("<description><![CDATA[" + "x" * (20 << 20) + "]]></description>"), 3, "x" * 1000
    yield "a tag without an end", HEAD + OPEN + "<item " + "x" * (20 << 20), 0, "\0"
    yield "end tags only", HEAD + OPEN + "<item>" * 200 + "</x></y>" * 1_000_000, 0, "\0"
    yield "ampersands only", HEAD + item("<title>" + "&" * 1_000_000 + "</title>"), 0, "\0"
    yield "100,000 empty items", HEAD + OPEN + "<item/>" * 100_000 + CLOSE, 0, "\0"
    yield "a million empty items", HEAD + OPEN + "<item/>" * 1_000_000 + CLOSE, None, "\0"
    yield "eight million elements", HEAD + OPEN + "<a/>" * 8_000_000 + CLOSE, 3, "\0"
    yield "JSON, fifteen million numbers", '{"title":"T","items":[' + "0," * 15_000_000 + "0]}", 3, "\0"
    yield "JSON, a million empty items", '{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[' + "{}," * 1_000_000 + "{}]}", None, "\0"
    yield "JSON, a huge number before what is none", '{"version":"https://jsonfeed.org/version/1.1","title":"T","_x":1e400,"items":[' + "0" * 20_000_000 + "]}", 3, "\0"
    yield "JSON, 100,000 deep", '{"title":"T","items":' + "[" * 100_000, 3, "\0"
    yield "JSON, objects 100,000 deep", '{"a":' * 100_000, 3, "\0"


def bomb(size, start):
    """A gzip stream that grows to `size` bytes of blanks behind `start`: one block, again and again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    head = packer.compress(start) + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    yield head
    for _ in range(size >> 20):
        yield block


def send_bomb(handler):
    handler.send_response(200)
    handler.send_header("Content-Type", "application/rss+xml")
    handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Connection", "close")
    handler.end_headers()
    for piece in bomb(10 << 30, (HEAD + OPEN).encode()):
        handler.wfile.write(piece)
    handler.close_connection = True


def run_all(tell=lambda *words: None):
    sanitized = is_sanitized()
    with folder() as place:
        for name, text, wanted, hidden in attacks(place):
            path = place / "feed.xml"
            path.write_text(text)
            for to in ("json", "jsonl"):
                # An item at a time is no trouble; all at once they are refused.
                status, printed, memory, seconds = measured("convert", path, "--to", to)
                tell(f"{name}, to {to}", status, memory, seconds)
                right = wanted if wanted is not None else 3 if to == "json" else 0
                check(status == right, f"{name}, to {to}: status {status}, not {right}: {printed[:300]}")
                check(hidden not in printed, f"{name}, to {to}: it prints {hidden[:40]!r}")
                if not sanitized:
                    check(memory <= (MANY if "million" in name else MEMORY), f"{name}, to {to}: {memory:.0f} MB")
                    check(seconds <= SECONDS, f"{name}, to {to}: {seconds:.1f} s of CPU")
        with server(send_bomb) as address:
            status, printed, memory, seconds = measured("fetch", f"{address}/feed.rss", "--now", "2026-06-18T09:30:00Z")
            tell("10 GB in gzip, fetched", status, memory, seconds)
            check(status in (3, 6), f"a gzip bomb: status {status}: {printed[:300]}")
            if not sanitized:
                check(memory <= MEMORY, f"a gzip bomb: {memory:.0f} MB")
                check(seconds <= SECONDS, f"a gzip bomb: {seconds:.1f} s of CPU")


if __name__ == "__main__":
    run_all()
    finish()
