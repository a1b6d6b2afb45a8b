#!/usr/bin/env python3
"""`syndicat publish` end to end: a newsroom on loopback, its feeds, a subscriber; then all that can go wrong."""
import fcntl, json, os, pathlib, shutil, subprocess, sys, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import check, expect, finish, folder, program, read_json, run, server, top

ARTICLE = """<!DOCTYPE html><html lang="en"><head><title>{title} | The Paper</title>
<meta property="og:site_name" content="The Paper"><meta property="og:title" content="{title}"></head>
<body><div>top of page</div><nav><a href="/">Home</a></nav><article><h1>{title}</h1>
<p>The workers of the tram depot met on Sunday and agreed on the text of a letter, which all of them signed in the yard.</p>
<p>{words} They ask the town for new brakes, and for the two colleagues who were dismissed to get their work back.</p>
<p>The letter was read out in front of the town hall on Monday, and the mayor promised an answer within a week.</p>
</article><div>bottom of page</div></body></html>"""

CONFIG = """
name = "paper"
store = "state.db"
timeout = "5s"

[[source]]
name = "site"
address = "{site}/"
articles = "main a"
author = "The Paper"

[[source]]
name = "texts"
address = "texts/*.txt"
language = "en"

[[feed]]
name = "news"
title = "The Paper"
link = "https://paper.example/"
author = "The Paper"
hubs = ["{hub}/hub"]

[[feed.output]]
format = "rss"
path = "public/news.rss"
url = "https://paper.example/news.rss"

[[feed.output]]
format = "atom"
path = "public/news.atom"
url = "https://paper.example/news.atom"

[[feed.output]]
format = "json"
path = "public/news.json"
url = "https://paper.example/news.json"

[[target]]
name = "hub"
to = "websub:{hub}/hub"

[[target]]
name = "service"
to = "webhook:{hub}/hook"
"""


class Newsroom:
    """The site, the hub and the service in one server, and what reached them."""

    def __init__(self):
        self.articles = {"one": ("Tram drivers write a letter", "It has nine sentences."),
                         "two": ("Bakers win back their bus", "It leaves at four in the morning.")}
        self.posts, self.broken, self.gets = [], set(), []

    def __call__(self, handler):
        if handler.command == "POST":
            body = handler.rfile.read(int(handler.headers["Content-Length"])).decode()
            if handler.path in self.broken:
                return handler.reply(503, "later")
            self.posts.append((handler.path, body))
            return handler.reply(204)
        self.gets.append(handler.path)
        if handler.path in self.broken:
            return handler.reply(500, "broken")
        if handler.path == "/":
            links = "".join(f'<li><a href="/{name}">{title}</a></li>' for name, (title, _) in self.articles.items())
            return handler.reply(200, f"<html><body><main><ul>{links}</ul></main></body></html>", Content_Type="text/html")
        title, words = self.articles[handler.path[1:]]
        tag = f'"{hash((title, words))}"'
        if handler.headers.get("If-None-Match") == tag:
            return handler.reply(304, ETag=tag)
        handler.reply(200, ARTICLE.format(title=title, words=words), Content_Type="text/html; charset=utf-8", ETag=tag)

    def take(self):
        posts, self.posts = self.posts, []
        return posts


def states(report):
    return ({source["name"]: (source["new"], source["changed"]) for source in report["sources"]},
            {output["path"]: output["state"] for output in report["feeds"][0]["outputs"]},
            [(target["target"], target["state"]) for target in report["feeds"][0]["targets"]])


secret = {"SYNDICAT_WEBHOOK_SECRET": "whsec_c3luZGljYXQtdGVzdC1zZWNyZXQ="}
newsroom = Newsroom()
with folder() as place, server(newsroom) as address:
    (place / "texts").mkdir()
    (place / "texts" / "note.txt").write_text("top of page\n\nA note from the canteen\n\nThe canteen opens again on Friday, after the cooks "
                                              "and the dockers had painted its walls together for a week.\n\nbottom of page\n")
    (place / "paper.toml").write_text(CONFIG.format(site=address, hub=address))
    files = [place / "public" / f"news.{kind}" for kind in ("rss", "atom", "json")]

    def publish(*words, **more):
        return run("publish", "paper.toml", *words, folder=place, environment=secret, **more)

    # A dry run changes nothing.
    ended = publish("--dry-run", "--format", "json")
    expect(ended, 0)
    report = read_json(ended)
    check(states(report)[1] == {f"public/news.{kind}": "planned" for kind in ("rss", "atom", "json")}, f"dry run: {report}")
    check(not files[0].exists() and not (place / "state.db").exists() and not newsroom.take(), "a dry run left something behind")

    # The first run writes all and tells all.
    ended = publish("--format", "json", "--now", "2026-06-18T09:30:00Z")
    expect(ended, 0)
    check(ended.stderr == "", f"a good run speaks: {ended.stderr}")
    sources, outputs, targets = states(read_json(ended))
    check(sources == {"site": (2, 0), "texts": (1, 0)}, f"sources: {sources}")
    check(set(outputs.values()) == {"written"}, f"outputs: {outputs}")
    check(targets == [("hub", "delivered")] * 3 + [("service", "delivered")], f"targets: {targets}")
    posts = newsroom.take()
    check(sorted(path for path, _ in posts) == ["/hook", "/hub", "/hub", "/hub"], f"posts: {posts}")
    hook = next((body for path, body in posts if path == "/hook"), "{}")
    check(len(json.loads(hook).get("data", {}).get("items", [])) == 3, f"the webhook got {hook}")
    feed = json.loads(files[2].read_text())
    check([item["title"] for item in feed["items"]].count("A note from the canteen") == 1, f"the feed: {feed}")
    check("page" not in json.dumps([item.get("content_html") for item in feed["items"]]), "furniture is in the feed")
    check(expect(run("validate", *files, folder=place), 0), "the feeds are not valid")

    # The second run finds nothing new: bytes and times stay, nothing is sent, nothing said.
    before = [(file.read_bytes(), file.stat().st_mtime_ns) for file in files]
    ended = publish()
    expect(ended, 0)
    check(ended.stdout + ended.stderr == "", f"a run with nothing new speaks: {ended.stdout}{ended.stderr}")
    check(before == [(file.read_bytes(), file.stat().st_mtime_ns) for file in files], "a run with nothing new wrote a file")
    check(not newsroom.take(), "a run with nothing new sent something")

    # One article changes: only that one goes to the service; its id and first-seen date stay.
    newsroom.articles["one"] = ("Tram drivers write a letter", "It has ten sentences by now.")
    expect(publish("--now", "2026-06-19T09:30:00Z"), 0)
    posts = newsroom.take()
    sent = [json.loads(body)["data"]["items"] for path, body in posts if path == "/hook"]
    check(len(sent) == 1 and [item["url"] for item in sent[0]] == [f"{address}/one"], f"after a change: {posts}")
    after = json.loads(files[2].read_text())
    check([item["id"] for item in after["items"]] == [item["id"] for item in feed["items"]], "ids or order changed")
    check([item["_syndicat"]["first_seen"] for item in after["items"]] == ["2026-06-18T09:30:00Z"] * 3, "first-seen dates changed")

    # A target that fails is named, and tried again with the same content; the others get theirs.
    newsroom.articles["two"] = ("Bakers win back their bus", "It leaves at half past four.")
    newsroom.broken = {"/hook"}
    expect(publish(), 4, "service", "503")
    check({path for path, _ in newsroom.take()} == {"/hub"}, "the hub did not get its ping beside a failing target")
    newsroom.broken = set()
    expect(publish(), 0)
    posts = newsroom.take()
    check([path for path, _ in posts] == ["/hook"] and "two" in posts[0][1], f"the failed target was not tried again: {posts}")

    # A source that fails does not stop the others, and its items stay.
    before = files[1].read_bytes()
    newsroom.broken = {"/two"}
    expect(publish(), 4, "/two", "500")
    check(files[1].read_bytes() == before, "the items of a failed source are gone")
    newsroom.broken = set()

    # All sources gone: the feeds stay, and the status says so.
    newsroom.broken = {"/"}
    shutil.move(place / "texts", place / "elsewhere")
    ended = publish()
    check(ended.returncode in (4, 5), f"all sources failed: status {ended.returncode}")
    check(files[1].read_bytes() == before, "the feed changed although all sources failed")
    newsroom.broken = set()
    shutil.move(place / "elsewhere", place / "texts")

    # An empty feed never replaces a good one: nothing is there in a new store.
    newsroom.broken = {"/"}
    (place / "texts" / "note.txt").rename(place / "note.txt")
    ended = publish("--store", "empty.db")
    check(ended.returncode not in (0, 4), f"an empty feed: status {ended.returncode}")
    check("no item" in ended.stderr, f"an empty feed: {ended.stderr}")
    check(files[1].read_bytes() == before, "an empty feed replaced a good one")
    newsroom.broken = set()
    (place / "note.txt").rename(place / "texts" / "note.txt")

    # Two at once: the second ends with 75, or waits.
    with open(place / "state.db.paper.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        expect(publish(), 75, "another run")
        start = time.monotonic()
        expect(publish("--wait", "1s"), 75)
        check(time.monotonic() - start >= 0.9, "--wait does not wait")
    expect(publish(), 0)

    # A file that cannot be written: told, status 8, the others of the feed as they were, nothing pushed.
    newsroom.articles["one"] = ("Tram drivers write a letter", "It has eleven sentences.")
    newsroom.take()
    os.rename(place / "public", place / "public.good")
    (place / "public").write_text("no folder")
    expect(publish(), 8, "public/news.rss")
    check(not newsroom.take(), "something was pushed that was not written")
    os.remove(place / "public")
    os.rename(place / "public.good", place / "public")
    expect(publish(), 0)
    check(newsroom.take() != [], "what could not be written was lost")

    # A damaged store is told, and the feeds stay.
    (place / "broken.db").write_bytes(b"this is no database at all, but it is long enough to look like one" * 100)
    expect(publish("--store", "broken.db"), 8, "broken.db")
    check(files[1].exists(), "a damaged store cost a feed")

    # A killed run leaves no half-written file, and the next run does the work.
    for delay in (0.02, 0.05, 0.1, 0.2):
        newsroom.articles["one"] = ("Tram drivers write a letter", f"It took {delay} of a second.")
        process = subprocess.Popen([program, "publish", "paper.toml"], cwd=place, env={**os.environ, **secret},
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(delay)
        process.kill()
        process.wait()
        expect(run("validate", *files, folder=place), 0)
    expect(publish(), 0)
    check("0.2 of a second" in files[1].read_text(), "after a killed run the news is lost")

# Bad configurations: where, what, what to do.
for toml, words in (
        ("[[source]\n", "newsroom.toml:1:"),
        ("[[source]]\naddres = \"x\"\n", "newsroom.toml:2:1: addres: no such key in [[source]]; did you mean address?"),
        ("[[source]]\naddress = 5\n", "newsroom.toml:2:11: address must be text"),
        ("title = \"x\"\n", "newsroom.toml:1:1: title: no such key in the configuration"),
        ("", "there is no source"),
        ("[[source]]\naddress = \"x\"\ntime_zone = \"Europe/Nowhere\"\n", "newsroom.toml:3:13: time_zone: 'Europe/Nowhere'"),
        ("[[source]]\naddress = \"x\"\n[[feed]]\ntitle = \"t\"\nlink = \"https://p.example/\"\nkeep = \"long\"\n", "newsroom.toml:6:8: keep must be a length of time"),
        ("[[source]]\naddress = \"x\"\n[[feed]]\ntitle = \"t\"\nlink = \"https://p.example/\"\nsources = [\"y\"]\n[[feed.output]]\nformat = \"atmo\"\npath = \"p\"\n",
         "newsroom.toml:8:10: format: 'atmo'"),
        ("[[source]]\naddress = \"x\"\narticles = \"(((\"\n", "newsroom.toml:3:12: articles: '(((' is no CSS selector"),
        ("[[source]]\naddress = \"x\"\n[[feed]]\ntitle = \"\"\n", "newsroom.toml:4:9: title: '' is empty"),
        ("[[source]]\nname = \"english\"\naddress = \"x\"\n[[feed]]\ntitle = \"t\"\nlink = \"https://p.example/\"\n"
         "sources = [\"englsh\"]\n[[feed.output]]\nformat = \"atom\"\npath = \"p\"\n",
         "newsroom.toml:7:12: feed 't' names the source 'englsh', which is not there; did you mean 'english'?"),
        ("[[source]]\naddress = \"x\"\n[[feed]]\ntitle = \"t\"\nlink = \"https://p.example/\"\n[[feed.output]]\nformat = \"atom\"\n"
         "path = \"p\"\n[[feed.output]]\nformat = \"rss\"\npath = \"p\"\n", "newsroom.toml:11:8: two outputs are written to 'p'"),
        ("[[source]]\naddress = \"x\"\n[[target]]\nto = \"webhook:https://s.example/\"\nsecret_file = \"none\"\n[[feed]]\ntitle = \"t\"\n"
         "link = \"https://p.example/\"\n[[feed.output]]\nformat = \"atom\"\npath = \"p\"\n", "newsroom.toml:5:15: secret_file of target"),
):
    with folder() as place:
        (place / "newsroom.toml").write_text(toml)
        expect(run("publish", folder=place), 2, words)
with folder() as place:
    expect(run("publish", folder=place), 2, "newsroom.toml: no such file")

FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link><description>News</description>
<item><title>The ferry runs again</title><link>https://wire.example/ferry</link><guid>https://wire.example/ferry</guid>
<pubDate>Thu, 18 Jun 2026 09:30:00 GMT</pubDate><description>The ferry runs again from Friday on.</description></item>
</channel></rss>
"""
WIRE = """name = "{name}"
store = "state.db"
{top}[[source]]
name = "wire"
address = "{address}"
{source}[[feed]]
name = "news"
title = "The Wire"
link = "https://wire.example/"
language = "en"
{feed}[[feed.output]]
format = "atom"
path = "{name}.atom"
url = "https://wire.example/{name}.atom"
"""


def wire(name="wire", address="wire.xml", top="", source="", feed=""):
    return WIRE.format(name=name, address=address, top=top, source=source, feed=feed)


# Two newsrooms that share a store and a source: each gets the items; so does a newsroom that was given a new name.
with folder() as place:
    (place / "wire.xml").write_text(FEED)
    for name in ("one", "two", "three"):
        (place / "newsroom.toml").write_text(wire(name))
        expect(run("publish", folder=place), 0)
        check("The ferry runs again" in (place / f"{name}.atom").read_text(), f"the newsroom '{name}' got no item")

# A feed that answers with an apology, as a page or as a line: told, nothing taken, the feed stays; a kind in the
# configuration counts from the first run, and allows the change where it is meant.
APOLOGY = ("<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr>"
           "<center>nginx/1.22.1</center></body></html>", "Service temporarily unavailable\n")
for text, kind, words in ((APOLOGY[0], "page", "an HTML page"), (APOLOGY[1], "text", "a text")):
    with folder() as place:
        (place / "wire.xml").write_text(FEED)
        (place / "newsroom.toml").write_text(wire())
        expect(run("publish", folder=place), 0)
        before = (place / "wire.atom").read_bytes()
        (place / "wire.xml").write_text(text)
        for _ in range(2):
            expect(run("publish", folder=place), 4, f"wire.xml: was a feed and is now {words}; nothing is taken from it. "
                                                    f"If that is meant, set kind = \"{kind}\" in its [[source]]")
            check((place / "wire.atom").read_bytes() == before, "an apology is in the feed")
        (place / "wire.xml").write_text(FEED)
        expect(run("publish", folder=place), 0)
        (place / "wire.xml").write_text(ARTICLE.format(title="Meant", words="So it is."))
        (place / "newsroom.toml").write_text(wire(source='kind = "page"\n'))
        expect(run("publish", folder=place), 0)
        check("So it is." in (place / "wire.atom").read_text(), "a change of kind that is meant is not taken")
with folder() as place:
    (place / "wire.xml").write_text(APOLOGY[1])
    (place / "newsroom.toml").write_text(wire(source='kind = "feed"\n'))
    ended = run("publish", folder=place)
    check(ended.returncode != 0 and "is to be a feed and is a text" in ended.stderr, f"a first apology: {ended.stderr}")
    check(not (place / "wire.atom").exists(), "a first apology is in the feed")
    (place / "newsroom.toml").write_text(wire(source='kind = "rss"\n'))
    expect(run("publish", folder=place), 2, "newsroom.toml:6:8: kind: 'rss' is no kind of source")

# A store in a folder that is not there, or that is none: 8, and nothing is made.
with folder() as place:
    (place / "wire.xml").write_text(FEED)
    (place / "newsroom.toml").write_text(wire())
    expect(run("publish", "--store", "none/x.db", folder=place), 8, "there is no folder none; make it")
    expect(run("publish", "--store", "wire.xml", folder=place), 8, "wire.xml")
    check({file.name for file in place.iterdir()} == {"wire.xml", "newsroom.toml"}, f"left behind: {list(place.iterdir())}")

# Messages name the source and the feed, and speak of the configuration's keys.
with folder() as place:
    (place / "wire.xml").write_text(FEED)
    (place / "newsroom.toml").write_text(wire() + "[[target]]\nname = \"subscriber\"\nto = \"webhook:http://127.0.0.1:9/\"\n")
    ended = run("publish", "--dry-run", "-v", folder=place, environment=secret)
    expect(ended, 0, "subscriber: https://wire.example/wire.atom: 1 item would be sent")
    (place / "newsroom.toml").write_text(wire(address="nowhere.xml"))
    ended = run("publish", folder=place)
    check("wire: nowhere.xml: no such file" in ended.stderr, f"a source that fails is not named: {ended.stderr}")
    check("old file" not in ended.stderr, f"an old file that is not there: {ended.stderr}")
    text = wire().replace('language = "en"\n', "").replace('"atom"', '"sitemap-news"')
    (place / "newsroom.toml").write_text(text)
    ended = run("publish", folder=place)
    check("set language in the [[feed]] 'news'" in ended.stderr and "--language" not in ended.stderr, f"no language: {ended.stderr}")

# The sample newsroom works, and `init` writes a configuration that can be read.
with folder() as place:
    shutil.copytree(top / "samples", place / "samples")
    expect(run("publish", "--dry-run", "samples/newsroom.toml", folder=place), 0)
    expect(run("init", "--offline", "https://www.courier.example/", folder=place), 0)
    expect(run("init", "--offline", "https://www.courier.example/", folder=place), 2, "is there already")
    text = (place / "newsroom.toml").read_text()
    ended = run("publish", "--dry-run", folder=place, timeout=120)
    check("newsroom.toml:" not in ended.stderr, f"init's configuration cannot be read: {ended.stderr}\n{text}")
finish()
