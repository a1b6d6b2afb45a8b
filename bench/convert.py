#!/usr/bin/env python3
"""Whole-process time and memory of `syndicat convert` beside xmllint on the same feeds.

usage: bench/convert.py [PROGRAM]

Makes its own feeds: 20 items, and 5,000 items of about 5.4 MB. Prints for each command the least CPU time of several
runs, the peak of memory, and the ratio to `xmllint --stream --noout`, which only checks that the feed is well-formed.
"""
import os, pathlib, random, shutil, sys, tempfile

top = pathlib.Path(__file__).resolve().parent.parent
program = sys.argv[1] if len(sys.argv) > 1 else str(top / "build/release/syndicat")
WORDS = ("people union worker contract city council meeting strike news report agree talk week morning night bus driver "
         "market school pay wage hours vote member deal office letter statement").split()


def make_feed(items):
    chance = random.Random(1)
    words = lambda count: " ".join(chance.choice(WORDS) for _ in range(count))
    parts = ['<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
             'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n<title>Example</title>'
             '<link>https://n.example/</link><description>All news</description>'
             '<atom:link rel="self" href="https://n.example/feed.xml" type="application/rss+xml"/>\n']
    for number in range(items):
        parts.append(f'<item><title>{words(7).title()} &amp; more</title><link>https://n.example/{number}/</link>'
                     f'<guid isPermaLink="false">https://n.example/?p={number}</guid><pubDate>Thu, 18 Jun 2026 09:{number % 60:02}:00 +0000</pubDate>'
                     f'<dc:creator><![CDATA[Ann Example]]></dc:creator><category><![CDATA[{words(1)}]]></category>'
                     f'<description><![CDATA[{words(25)}]]></description>'
                     f'<content:encoded><![CDATA[<p>{words(70)} <a href="https://n.example/x">link</a> &#8217;s</p>]]></content:encoded></item>\n')
    return "".join(parts) + "</channel></rss>\n"


def measure(command, runs):
    """Least CPU seconds and peak megabytes of several runs."""
    best = (float("inf"), 0.0)
    for _ in range(runs):
        child = os.fork()
        if child == 0:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            os.execvp(command[0], command)
        _, status, usage = os.wait4(child, 0)
        if status != 0:
            sys.exit(f"{' '.join(command)}: ended with {status}")
        best = min(best, (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return best


with tempfile.TemporaryDirectory() as folder:
    for items, runs in ((20, 21), (5000, 7)):
        path = f"{folder}/{items}.xml"
        pathlib.Path(path).write_text(make_feed(items))
        print(f"{items} items, {os.path.getsize(path) / 1e6:.2f} MB")
        commands = {f"syndicat convert --to {to}": [program, "convert", path, "--to", to] for to in ("json", "atom", "rss")}
        reference = None
        if shutil.which("xmllint"):
            commands = {"xmllint --stream --noout": ["xmllint", "--stream", "--noout", path],
                        "xmllint --noout": ["xmllint", "--noout", path]} | commands
        for name, command in commands.items():
            seconds, memory = measure(command, runs)
            reference = reference or seconds
            print(f"  {name:28s} {seconds * 1000:8.1f} ms CPU  {memory:7.1f} MB  x {seconds / reference:.2f}")
