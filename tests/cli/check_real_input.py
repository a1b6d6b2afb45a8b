#!/usr/bin/env python3
"""A real newsroom article as it was scraped, from page text to three valid feeds. It lies beside the project, not in it."""
import json, pathlib, re, shutil, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import check, expect, finish, folder, read_json, run, skip, top

article = top.parent / "shared" / "samples" / "article-en.txt"
if not article.exists():
    skip("there is no shared/samples/article-en.txt beside the project")

lines = [line.strip() for line in article.read_text().splitlines() if line.strip()]
with folder() as place:
    fetched = run("fetch", article, "--now", "2026-06-18T09:30:00Z")
    expect(fetched, 0)
    check(fetched.stderr == "", f"fetch speaks: {fetched.stderr}")
    items = read_json(fetched).get("items", [])
    check(len(items) == 1, f"{len(items)} items")
    item = items[0] if items else {}
    check(item.get("title") == lines[1], f"the title is {item.get('title')!r}")
    check(item.get("language") == "en" or read_json(fetched).get("language") == "en", "the language is not en")
    for invented in ("date_published", "date_modified", "authors", "image"):
        check(invented not in item, f"{invented} is made up: {item.get(invented)}")
    check(item.get("_syndicat", {}).get("retrieved") == "2026-06-18T09:30:00Z", "the time of retrieval is not there")
    body = re.sub(r"<[^>]+>", "\n", item.get("content_html", ""))
    found = [line.strip() for line in body.split("\n") if line.strip()]
    check(found == lines[2:-2], f"the body is not the article's paragraphs: {found[:1]} ... {found[-1:]}")
    check(fetched.stdout == run("fetch", article, "--now", "2026-06-18T09:30:00Z").stdout, "two runs differ")

    (place / "one.json").write_text(fetched.stdout)
    given = ("--title", "The Paper", "--link", "https://paper.example/", "--self")
    for kind in ("rss", "atom", "json"):
        feed = place / f"news.{kind}"
        expect(run("convert", "one.json", "--to", kind, *given, f"https://paper.example/news.{kind}", "-o", feed, folder=place), 0)
        ended = run("validate", feed)
        check(ended.returncode == 0 and "error" not in ended.stdout, f"{kind} is not valid:\n{ended.stdout}")
        if kind != "json" and shutil.which("xmllint"):
            lint = subprocess.run(["xmllint", "--noout", feed], capture_output=True, text=True)
            check(lint.returncode == 0, f"{kind}: xmllint says {lint.stderr}")
    expect(run("convert", "one.json", "--to", "rss", folder=place), 2, "--title")
    expect(run("convert", "one.json", "--to", "rss", "--title", "The Paper", folder=place), 2, "--link")
finish()
