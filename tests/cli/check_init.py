#!/usr/bin/env python3
"""init looks at a front page, and at a feed when that is what stands at the address; what it writes is a configuration that runs."""
import pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import check, expect, finish, folder, run, server

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Union &amp; Courier</title><link>{site}/news/</link><description>News</description><language>be</language>
<item><title>One</title><link>{site}/1</link><description>Text</description><pubDate>Thu, 18 Jun 2026 09:30:00 GMT</pubDate></item></channel></rss>"""
JSON = '{{"version": "https://jsonfeed.org/version/1.1", "title": "Courier", "items": [{{"id": "1", "content_text": "Text"}}]}}'
PAGE = '<!DOCTYPE html><html lang="ru"><title>Front page</title><link rel="alternate" type="application/atom+xml" href="/news.atom">'


def answer(request):
    site = f"http://{request.headers['Host']}"
    bodies = {"/feed": (RSS, "application/rss+xml"), "/feed.json": (JSON, "application/json"), "/": (PAGE, "text/html"), "/odd": ("<rss><channel>", "text/html")}
    body, kind = bodies.get(request.path, ("", ""))
    request.reply(200 if body else 404, body.format(site=site), Content_Type=kind)


with server(answer) as site, folder() as place:
    for path, wanted in (("/feed", [f'address = "{site}/feed"', 'title = "Union & Courier"', f'link = "{site}/news/"', 'language = "be"']),
                         ("/feed.json", [f'address = "{site}/feed.json"', 'title = "Courier"', f'link = "{site}/"']),
                         ("/odd", [f'address = "{site}/odd"', f'link = "{site}/"']),
                         ("/", [f'address = "{site}/news.atom"', 'title = "Front page"', 'language = "ru"'])):
        expect(run("init", site + path, "-o", "newsroom.toml", "--force", folder=place), 0)
        toml = (place / "newsroom.toml").read_text()
        for line in wanted:
            check(line in toml, f"{path}: no {line} in\n{toml}")
        check(path == "/" or not any(line.startswith("articles") for line in toml.splitlines()), f"{path}: a feed is searched for links:\n{toml}")
    expect(run("init", site + "/feed", "-o", "newsroom.toml", "--force", folder=place), 0)
    expect(run("publish", "newsroom.toml", "--dry-run", folder=place), 0)
finish()
