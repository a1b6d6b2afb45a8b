#!/usr/bin/env python3
"""`syndicat convert` beside what one would use instead, all in one run: whole processes, CPU and memory.

usage: bench/convert.py [PROGRAM]

Makes its own feeds: 5,000 items, 5.6 MB of RSS into JSON, 20 items, and 1, 2, 4 and 8 times 2,500 items. Beside it:
feedsmith (npm puts it into a temporary folder; node's start-up is taken off), feedparser (python3-feedparser) and
fastfeedparser where they are there (python's start-up is left in), `xmllint --stream --noout`, which only says whether
the feed is well-formed. Commands take turns; the least CPU time of all turns counts. Ratios are to syndicat: the other's
time over its own.
"""
import os, pathlib, random, shutil, subprocess, sys, tempfile

top = pathlib.Path(__file__).resolve().parent.parent
program = sys.argv[1] if len(sys.argv) > 1 else str(top / "build/release/syndicat")
WORDS = ("people union worker contract city council meeting strike news report agree talk week morning night bus driver "
         "market school pay wage hours vote member deal office letter statement").split()
FEEDSMITH = """
import {parseFeed} from 'feedsmith'; import {readFileSync} from 'node:fs';
process.stdout.write(JSON.stringify(parseFeed(readFileSync(process.argv[2], 'utf8')), null, 2));
"""
PYTHON = """
import json, sys, {0}
print(json.dumps({0}.parse(open(sys.argv[1], "rb").read()), default=str, indent=2))
"""


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
                     f'<content:encoded><![CDATA[<p>{words(76)} <a href="https://n.example/x">link</a> &#8217;s</p>]]></content:encoded></item>\n')
    return "".join(parts) + "</channel></rss>\n"


LAUNCH = """
import os, sys
child = os.fork()
if child == 0:
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 1)
    os.dup2(null, 2)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
print(status, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)
"""


def once(command):
    """Seconds of CPU and megabytes of one process. It is started by a small one: the kernel counts what the parent holds
    at the fork as the child's (9 MB are left of that)."""
    told = subprocess.run([sys.executable, "-I", "-S", "-c", LAUNCH, *command], capture_output=True, text=True, check=True)
    status, seconds, memory = map(float, told.stdout.split())
    if status != 0:
        sys.exit(f"{' '.join(command)}: ended with {status}")
    return seconds, memory


def measure(commands, turns):
    """By name the least seconds and the least peak of several turns."""
    best = {}
    for turn in range(turns):
        for name, command in commands.items():
            # What takes seconds is not asked for again and again.
            if turn >= 3 and best[name][0] > 1:
                continue
            seconds, memory = once(command)
            best[name] = tuple(map(min, best.get(name, (seconds, memory)), (seconds, memory)))
    return best


def others(folder):
    """Commands in front of the feed's path, by name; and what is taken off each."""
    found, starts = {}, {}
    if shutil.which("npm"):
        got = subprocess.run(["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", folder, "feedsmith"], capture_output=True, text=True)
        if got.returncode == 0:
            pathlib.Path(folder, "feedsmith.mjs").write_text(FEEDSMITH)
            pathlib.Path(folder, "nothing.mjs").write_text("")
            found["feedsmith"] = ["node", f"{folder}/feedsmith.mjs"]
            starts["feedsmith"] = ["node", f"{folder}/nothing.mjs"]
        else:
            print("feedsmith: npm cannot install it here")
    else:
        print("feedsmith: there is no npm")
    for module in ("fastfeedparser", "feedparser"):
        # A virtual environment would not see Debian's packages: the system's own python.
        if subprocess.run(["/usr/bin/python3", "-c", f"import {module}"], capture_output=True).returncode == 0:
            found[module] = ["/usr/bin/python3", "-c", PYTHON.format(module)]
        else:
            print(f"{module}: is not here")
    return found, starts


with tempfile.TemporaryDirectory() as folder:
    rivals, starts = others(folder)
    for items, turns in ((5000, 9), (20, 25)):
        path = f"{folder}/{items}.xml"
        pathlib.Path(path).write_text(make_feed(items))
        print(f"\n{items} items, {os.path.getsize(path) / 1e6:.2f} MB: ms of CPU, MB, times syndicat's CPU")
        commands = {"syndicat --to json": [program, "convert", path, "--to", "json"]}
        for to in ("atom", "rss", "jsonl"):
            commands[f"syndicat --to {to}"] = [program, "convert", path, "--to", to]
        if shutil.which("xmllint"):
            commands |= {"xmllint --stream --noout": ["xmllint", "--stream", "--noout", path], "xmllint --noout": ["xmllint", "--noout", path]}
        commands |= {name: [*command, path] for name, command in rivals.items()}
        commands |= {f"{name}, start-up": command for name, command in starts.items()}
        best = measure(commands, turns)
        own = best["syndicat --to json"][0]
        for name, (seconds, memory) in best.items():
            seconds -= best[f"{name}, start-up"][0] if name in starts else 0
            print(f"  {name:28s} {seconds * 1000:9.1f} {memory:8.1f} {seconds / own:8.2f}" + ("  (start-up taken off)" if name in starts else ""))

    print("\ngrowth: ms of CPU into JSON, and by item in microseconds")
    commands, sizes = {}, (2500, 5000, 10000, 20000)
    for items in sizes:
        path = f"{folder}/growth-{items}.xml"
        pathlib.Path(path).write_text(make_feed(items))
        commands[items] = [program, "convert", path, "--to", "json"]
    for items, (seconds, memory) in measure(commands, 5).items():
        print(f"  {items:6d} items {seconds * 1000:9.1f} {seconds / items * 1e6:8.1f} {memory:8.1f} MB")
