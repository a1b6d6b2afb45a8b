#!/usr/bin/env python3
"""Publishing from a real server: what has not changed is asked for with its validators, answered 304, and stays in the feed."""
import pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "http"))
from harness import check, expect, finish, folder, run
from servers import free_port, nginx, wait_for_port

PAGE = """<!DOCTYPE html><html lang="en"><head><title>{0}</title></head><body><article><h1>{0}</h1>
<p>The workers of the tram depot met on Sunday and agreed on the text of a letter, which all of them signed in the yard.</p>
<p>{1} They ask the town for new brakes, and for the two colleagues who were dismissed to get their work back.</p>
<p>The letter was read out in front of the town hall on Monday, and the mayor promised an answer within a week.</p>
</article></body></html>"""

CONFIG = """
name = "paper"
store = "state.db"

[[source]]
name = "site"
address = "http://127.0.0.1:{0}/story.html"

[[feed]]
name = "news"
title = "The Paper"
link = "https://paper.example/"
author = "The Paper"

[[feed.output]]
format = "atom"
path = "public/news.atom"
url = "https://paper.example/news.atom"
"""

with folder() as place:
    site = place / "site"
    site.mkdir()
    (site / "story.html").write_text(PAGE.format("Tram drivers write a letter", "It has nine sentences."))
    port = free_port()
    (place / "newsroom.toml").write_text(CONFIG.format(port))
    with nginx(place, f"server {{ listen 127.0.0.1:{port}; root {site}; gzip on; gzip_min_length 10; location /robots.txt {{ return 404; }} }}"):
        check(wait_for_port(port), "nginx does not start")

        def publish():
            """One run; the statuses that nginx gave for the story meanwhile."""
            log = place / "access.log"
            before = len(log.read_text().splitlines()) if log.exists() else 0
            expect(run("publish", "newsroom.toml", folder=place), 0)
            return [line.split()[8] for line in log.read_text().splitlines()[before:] if "/story.html" in line]

        feed = place / "public/news.atom"
        check(publish() == ["200"], "the first run gets the page")
        first, written = feed.read_text(), feed.stat().st_mtime_ns
        check("Tram drivers write a letter" in first, "the story is in the feed")
        check(publish() == ["304"], "the second run asks with the validators of the first")
        check(feed.read_text() == first and feed.stat().st_mtime_ns == written, "the feed keeps its bytes and its time")

        (site / "story.html").write_text(PAGE.format("Tram drivers write a letter", "It has ten sentences now."))
        check(publish() == ["200"], "a changed page is got again")
        check("ten sentences now" in feed.read_text(), "the change is in the feed")

        # A feed that somebody took away is made again, though the server has nothing new to tell.
        feed.unlink()
        check(publish() == ["304"], "nothing new on the server")
        check(feed.exists() and "ten sentences now" in feed.read_text(), "the feed is there again")
finish()
