#!/usr/bin/env python3
"""Pages of tests/extract/cases, damaged by chance: no crash, no hang. usage: check_mutations.py PROGRAM [COUNT=300] [SEED=7]"""
import pathlib, random, subprocess, sys

program = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 7)
pages = [path.read_bytes() for path in sorted((pathlib.Path(__file__).parent / "cases").glob("*.html"))]
TAGS = [b"<div>", b"</div>", b"<p>", b"<table>", b"</td>", b"<a href=x>", b"<script>", b"<!--", b"<noscript>", b"<blockquote>",
        b'"', b"\0", b"<svg>", b"<template>", b"<li>", b"</p>", b"<h1>", b'<p class="byline">', b"<time>"]


def damaged(page):
    page = bytearray(page)
    for _ in range(chance.randint(1, 12)):
        kind, start = chance.randrange(5), chance.randrange(len(page) + 1)
        end = min(len(page), start + chance.randrange(300))
        if kind == 0 and start < len(page):
            page[start] = chance.randrange(256)
        elif kind == 1:
            del page[start:end]
        elif kind == 2:
            page[start:start] = page[start:end] * chance.randint(1, 20)
        elif kind == 3:
            page[start:start] = chance.choice(TAGS) * chance.randint(1, 60)
        elif start:
            page = page[:start]
    return bytes(page)


for number in range(count):
    page = damaged(chance.choice(pages))
    run = subprocess.run([program, "fetch", "-", "--base-uri", "https://paper.example/x"], input=page, capture_output=True, timeout=30)
    if run.returncode not in (0, 3, 5):  # an article, no page, nothing usable
        sys.exit(f"mutation {number}: status {run.returncode}: {run.stderr[:300]!r}\n{page!r}")
