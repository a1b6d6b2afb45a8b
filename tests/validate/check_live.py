#!/usr/bin/env python3
"""A feed where a server gives it out: redirects, status, a second request, what it names. The rules one by one have their
cases in tests/validate/cases/live; here it is real requests."""
import json, pathlib, struct, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import check, expect, finish, run, server

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel><title>T</title><link>https://n.example/</link><description>d</description>
<atom:link rel="self" type="application/rss+xml" href="{0}/feed"/>
<itunes:image href="{0}/cover.png"/>
<item><title>A</title><guid isPermaLink="false">tag:n.example,2026:a</guid>
<enclosure url="{0}/good.mp3" length="4" type="audio/mpeg"/></item>
<item><title>B</title><guid isPermaLink="false">tag:n.example,2026:b</guid>
<enclosure url="{0}/gone.mp3" length="4" type="audio/mpeg"/></item>
</channel></rss>"""
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
asked = []


def answer(to):
    asked.append((to.command, to.path, to.headers.get("If-None-Match"), to.headers.get("Range")))
    place = f"http://{to.headers['Host']}"
    if to.path == "/moved":
        to.reply(302, Location="/feed")
    elif to.path in ("/feed", "/deaf"):
        if to.path == "/feed" and to.headers.get("If-None-Match") == '"1"':
            to.reply(304, ETag='"1"')
        else:
            to.reply(200, FEED.format(place), ETag='"1"', Content_Type="application/rss+xml")
    elif to.path == "/sorry":
        to.reply(503, FEED.format(place), Content_Type="application/rss+xml")
    elif to.path == "/none":
        to.reply(404, "<!DOCTYPE html><title>Not here</title>", Content_Type="text/html")
    elif to.path == "/cover.png":
        to.reply(200, PNG, Content_Type="image/png")
    elif to.path == "/good.mp3":
        to.reply(200, b"ID3!", Content_Type="audio/mpeg", Accept_Ranges="bytes")
    else:
        to.reply(404)


def rules(ended):
    return {(finding["rule"], finding["line"]) for finding in map(json.loads, ended.stdout.splitlines())}


with server(answer) as place:
    ended = run("validate", f"{place}/feed", "--format", "jsonl")
    check(ended.returncode == 0, f"a good feed: {ended.returncode} {ended.stderr}{ended.stdout}")
    found = {rule for rule, _ in rules(ended)}
    check(found >= {"no-cross-origin"} and not found & {"conditional-get-ignored", "no-validators", "self-doesnt-match-location"}, f"/feed: {found}")
    check([entry[:3] for entry in asked] == [("GET", "/feed", None), ("GET", "/feed", '"1"')], f"asked: {asked}")

    found = {rule for rule, _ in rules(run("validate", f"{place}/deaf", "--format", "jsonl"))}
    check(found >= {"conditional-get-ignored", "self-doesnt-match-location"}, f"/deaf: {found}")
    found = {rule for rule, _ in rules(run("validate", f"{place}/moved", "--format", "jsonl"))}
    check("temp-redirect" in found and "moved-for-good" not in found, f"/moved: {found}")
    ended = run("validate", f"{place}/sorry", "--format", "jsonl")
    check("http-error-with-possible-feed" in {rule for rule, _ in rules(ended)}, f"/sorry: {ended.stdout}")
    expect(run("validate", f"{place}/none"), 7, "/none: answered 404 (Not Found)")

    asked.clear()
    ended = run("validate", f"{place}/feed", "--probe", "--format", "jsonl")
    check(ended.returncode == 1, f"--probe with an enclosure that is gone: {ended.returncode} {ended.stderr}")
    check(rules(ended) >= {("enclosure-unreachable", 9), ("artwork-size", 5)}, f"--probe: {rules(ended)}")
    check(not any(line == 7 for _, line in rules(ended)), f"--probe, the good enclosure: {rules(ended)}")
    check(("GET", "/gone.mp3", None, "bytes=0-0") in asked and ("GET", "/good.mp3", None, None) not in asked, f"--probe asked: {asked}")
finish()
