#!/usr/bin/env python3
"""Rules for sites: [site."host"] in a configuration, folders in the fivefilters format; for fetch and for publish."""
import pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import check, expect, finish, folder, read_json, run, server

# A page that no heuristic can read right: the list of prices is longer than the report, and its date is another's.
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Union Courier</title>
<meta name="author" content="Web Team"><meta property="article:published_time" content="2020-01-01">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"All about prices","author":"The Machine"}</script></head>
<body><h1>Union Courier</h1>
<div class="box" id="prices"><p>Prices of the week, as our readers have told them, shop by shop and street by street, since nobody else writes them down.</p>
<p>Bread has become dearer again, milk has not, and of butter there is none in the whole northern district of the town.</p>
<p>Whoever knows better may write to us, and whoever wants to know more may come to the market on Sunday morning.</p></div>
<div class="box" id="report"><span class="head">Crane drivers stop work</span><i>Alena Kavalenka</i><i>Per Aas</i><b>14.03.2026</b>
<p class="t">The crane drivers of the north quay stopped work on Friday.</p><div class="promo-17">Buy our calendar, it is a good one.</div>
<p class="t">They want a second person in each cabin.</p><img src="/counter/pixel.png" width="300" height="200"><img src="/quay.jpg" width="300" height="200">
<p class="t">Nobody was sent home. OLDWORD</p></div><a class="print" href="/print/1">print</a></body></html>"""
PRINT = """<!DOCTYPE html><html lang="en"><head><title>Print</title></head><body><div id="report"><span class="head">Crane drivers stop work</span>
<p>The crane drivers of the north quay stopped work on Friday.</p><p>They want a second person in each cabin.</p>
<p>The harbour master gave way, and the cranes turn again.</p></div></body></html>"""
RULE = """[site."paper.example"]
body = "#report"
title = "span.head"
author = "#report i"
date = ["time", "//div[@id='report']/b"]
strip = [".head, #report > i, #report > b", "//div[starts-with(@class, 'promo')]"]
"""
TEXT = ["The crane drivers of the north quay stopped work on Friday.", "They want a second person in each cabin.", "Nobody was sent home. OLDWORD"]


def only(ended):
    items = read_json(ended).get("items", [])
    return items[0] if check(len(items) == 1, f"{ended.args[1:]}: {len(items)} items\n{ended.stderr}") else {}


def same(what, found, wanted):
    check(found == wanted, f"{what}: {found!r}, not {wanted!r}")


def paragraphs(item):
    return [line[3:-4] for line in item.get("content_html", "").splitlines() if line.startswith("<p>") and "<img" not in line]


def is_ruled(what, item):
    same(f"{what}: title", item.get("title"), "Crane drivers stop work")
    same(f"{what}: authors", [author["name"] for author in item.get("authors", [])], ["Alena Kavalenka", "Per Aas"])
    same(f"{what}: date", item.get("date_published"), "2026-03-14T00:00:00Z")
    same(f"{what}: text", paragraphs(item), TEXT)


with folder() as place:
    def at(url, *words):
        return run("fetch", "page.html", "--base-uri", url, *words, folder=place)

    (place / "page.html").write_text(PAGE)
    (place / "sites.toml").write_text(RULE)
    for host in ("paper.example", "www.paper.example", "news.paper.example"):
        is_ruled(host, only(at(f"https://{host}/1", "--config", "sites.toml")))
    item = only(at("https://otherpaper.example/1", "--config", "sites.toml"))
    check(item.get("title") != "Crane drivers stop work", "a rule counts for another host whose name ends alike")

    # The most specific host wins, and nothing of the other is taken.
    (place / "two.toml").write_text(RULE + '[site."news.paper.example"]\ntitle = "#prices > p"\n')
    item = only(at("https://de.news.paper.example/1", "--config", "two.toml"))
    check(item["title"].startswith("Prices of the week"), f"the more specific rule is not taken: {item['title']}")
    is_ruled("less specific", only(at("https://sport.paper.example/1", "--config", "two.toml")))

    # --explain says so, with the place.
    lines = [line.split() for line in at("https://paper.example/1", "--config", "sites.toml", "--explain").stdout.splitlines()]
    for field, place_of_it in (("title", "3:9)"), ("author", "4:10)"), ("published", "5:17)"), ("body", "2:8)")):
        line = next((line for line in lines if line and line[0] == field), [])
        check(line[-3:] == ["(site", "rule", f"sites.toml:{place_of_it}"], f"--explain: {field}: {' '.join(line)}")

    # What is wrong is told when the configuration is read, with line and column.
    for rule, words in (('body = "div["', "bad.toml:2:8: body: "), ('body = ["p", "//div["]', "bad.toml:2:14: body: XPath"),
                        ('title = "//h1[matches(., 2)]"', "there is no function matches() in XPath 1.0"), ('date = "//a[$x]"', "there are no variables"),
                        ('author = "//og:x"', "there is no prefix 'og'"), ('body = 3', "body must be text in quotation marks"), ('bodi = "p"', "did you mean body?"),
                        ('body = ""', "is empty"), ('prune = "no"', "prune must be true or false")):
        (place / "bad.toml").write_text(f'[site."paper.example"]\n{rule}\n')
        expect(at("https://paper.example/1", "--config", "bad.toml"), 2, words)
    for head, words in (('[site."https://paper.example/"]', "is no host"), ("[site.paper.example]", "put a name with dots in quotation marks"), ("[site]\nx = 1", "site.x must be a table")):
        (place / "bad.toml").write_text(head + ('\nbody = "p"\n' if "=" not in head else "\n"))
        expect(at("https://paper.example/1", "--config", "bad.toml"), 2, words)
    expect(at("https://paper.example/1", "--config", "nowhere.toml"), 2, "nowhere.toml")

    # A rule that no longer fits: told, and the page is read as any other.
    (place / "old.toml").write_text('[site."paper.example"]\nbody = "div.gone"\n')
    ended = at("https://paper.example/1", "--config", "old.toml")
    expect(ended, 0, "old.toml:2:8: body finds nothing on this page")
    check("north quay" in ended.stdout or "Prices" in ended.stdout, "the page is not read without its rule")

    # Furniture inside of a known body goes, or stays where that is wished.
    furnished = '<div id="report"><p>One sentence about the port. And another one about it.</p><div class="share-buttons"><p>Share this on all networks</p></div></div>'
    (place / "furnished.html").write_text(f"<!DOCTYPE html><title>t</title><body>{furnished}<p>Something else.")
    for prune, there in (("true", False), ("false", True)):
        (place / "prune.toml").write_text(f'[site."paper.example"]\nbody = "#report"\nprune = {prune}\n')
        item = only(run("fetch", "furnished.html", "--base-uri", "https://paper.example/2", "--config", "prune.toml", folder=place))
        same(f"prune = {prune}", "Share this" in item["content_html"], there)

    # The frame cannot be stripped, and a body in a place that scripts show is shown.
    (place / "frame.toml").write_text('[site."paper.example"]\nstrip = ["html", "//body", "//head"]\n')
    check(only(at("https://paper.example/1", "--config", "frame.toml")).get("content_html"), "a rule strips the page's frame")
    (place / "hidden.html").write_text('<!DOCTYPE html><title>t</title><body><p>Loading the paper.</p><div hidden id="report"><p>Seen by script only.</p></div>')
    (place / "hidden.toml").write_text('[site."paper.example"]\nbody = "#report"\n')
    same("hidden body", paragraphs(only(run("fetch", "hidden.html", "--base-uri", "https://paper.example/3", "--config", "hidden.toml", folder=place))), ["Seen by script only."])

    # fivefilters: a folder, a file a site.
    rules = place / "rules"
    rules.mkdir()
    (rules / "paper.example.txt").write_text("""\ufeff# Union Courier
title: //span[@class='head']
author: //div[@id='report']/i
date: //div[@id='report']/b
body: //div[@id='gone']
body: //div[@id='report']
strip: //div[@id='report']/i | //div[@id='report']/b
strip: //span[@class='head']
strip_id_or_class: promo-
strip_image_src: /counter/
find_string: OLDWORD
replace_string: New word.
replace_string(sent home): sent away
skip_json_ld: yes
tidy: no
prune: no
parser: html5php
test_url: https://paper.example/1
http_header(user-agent): Reader/1.0
""")
    for host in ("paper.example", "www.paper.example"):
        ended = at(f"https://{host}/1", "--site-rules", "rules")
        expect(ended, 0)
        same("nothing to complain of", ended.stderr, "")
        item = only(ended)
        same("replaced", paragraphs(item)[-1], "Nobody was sent away. New word.")
        same("images", [image in item["content_html"] for image in ("pixel.png", "quay.jpg")], [False, True])
        same("authors", [author["name"] for author in item["authors"]], ["Alena Kavalenka", "Per Aas"])
    check(only(at("https://news.paper.example/1", "--site-rules", "rules"))["title"] != "Crane drivers stop work", "paper.example.txt counts for hosts below")
    (rules / "paper.example.txt").rename(rules / ".paper.example.txt")
    same("hosts below", only(at("https://news.paper.example/1", "--site-rules", "rules"))["title"], "Crane drivers stop work")
    lines = at("https://news.paper.example/1", "--site-rules", "rules", "--explain").stdout
    check("(site rule rules/.paper.example.txt:2)" in lines, "--explain does not name the file and line")
    (rules / "global.txt").write_text("strip: //p[contains(., 'second person')]\n")
    item = only(at("https://news.paper.example/1", "--site-rules", "rules"))
    same("global.txt counts too", (item["title"], "second person" in item["content_html"]), ("Crane drivers stop work", False))
    (rules / "global.txt").unlink()

    # A configuration names a folder too; what it says itself comes first.
    (place / "both.toml").write_text('site_rules = "rules"\n[site."paper.example"]\ntitle = "#prices > p"\n')
    check(only(at("https://paper.example/1", "--config", "both.toml"))["title"].startswith("Prices"), "the folder beats the configuration")
    (place / "both.toml").write_text('site_rules = "nowhere"\n')
    expect(at("https://paper.example/1", "--config", "both.toml"), 2, "both.toml:1:14: site_rules: 'nowhere' is no folder")
    expect(at("https://paper.example/1", "--site-rules", "nowhere"), 2, "--site-rules: nowhere: is no folder")

    # What is not understood is told with file and line, and the rest counts.
    (rules / "bad.example.txt").write_text("titel: //h1\nbody: //div[\nstrip: //p[foo(.)]\nno instruction\ndissolve: //b\nreplace_string: x\nfind_string: y\n"
                                           "prune: maybe\nhttp_header(x-forwarded-for): 1.2.3.4\nif_page_contains: //a\nauthor: \nnonsense: 1\ntitle: //span[@class='head']\n")
    ended = at("https://bad.example/1", "--site-rules", "rules")
    expect(ended, 0, "bad.example.txt:1: titel: no such instruction, did you mean title?", "bad.example.txt:2: body: XPath", "bad.example.txt:3: strip: ", "there is no function foo()",
           "bad.example.txt:4: is no instruction", "bad.example.txt:5: dissolve: is not supported", "bad.example.txt:6: replace_string has no find_string before it",
           "bad.example.txt:7: find_string has no replace_string behind it", "bad.example.txt:8: prune: 'maybe' is neither yes nor no",
           "bad.example.txt:9: http_header(x-forwarded-for) is not sent", "bad.example.txt:10: if_page_contains: is not supported", "bad.example.txt:11: author: is empty", "bad.example.txt:12: nonsense: no such instruction")
    same("the rest counts", only(ended)["title"], "Crane drivers stop work")
    (rules / "text.example.txt").write_text("title: substring-before(substring-after(//title, 'Union '), 'r')\nbody: //div[@id='report']\nautodetect_on_failure: no\n")
    same("a text for an answer", only(at("https://text.example/1", "--site-rules", "rules"))["title"], "Cou")
    (rules / "strict.example.txt").write_text("body: //div[@id='gone']\nautodetect_on_failure: no\n")
    expect(at("https://strict.example/1", "--site-rules", "rules"), 5, "rules/strict.example.txt")

    # Expressions that take too long end, and are told; a page with many elements is no reason to wait.
    (place / "many.html").write_text("<!DOCTYPE html><title>Many</title><body><p>One sentence about the port. And another one about it.</p>" + "<i>x</i>" * 20000)
    (rules / "slow.example.txt").write_text("strip: //i[count(//i[count(//i) > 1]) > 5]\nbody: //i[count(//i[count(//i) > 1]) > 5]\n")
    ended = run("fetch", "many.html", "--base-uri", "https://slow.example/1", "--site-rules", "rules", folder=place, timeout=60)
    expect(ended, 0, "slow.example.txt:1: XPath")

    # Over the network: the single page is fetched, header fields are sent, `publish` does the same and notices a changed rule.
    asked = []

    def answer(request):
        asked.append((request.path, request.headers.get("User-Agent")))
        pages = {"/1": PAGE, "/print/1": PRINT}
        if request.path in pages:
            request.reply(200, pages[request.path], Content_Type="text/html; charset=utf-8")
        else:
            request.reply(404, "no")

    with server(answer) as site:
        (rules / "127.0.0.1.txt").write_text("http_header(user-agent): Reader/1.0\nsingle_page_link: //a[@class='print']\nbody: //div[@id='report']\n")
        item = only(run("fetch", f"{site}/1", "--site-rules", "rules", folder=place))
        same("asked for", asked, [("/1", "Reader/1.0"), ("/print/1", "Reader/1.0")])
        check("the cranes turn again" in item["content_html"], "the single page is not taken")
        same("the address stays", item["url"], f"{site}/1")
        (rules / "127.0.0.1.txt").write_text("single_page_link: concat('/nowhere', '')\nbody: //div[@id='report']\n")
        ended = run("fetch", f"{site}/1", "--site-rules", "rules", folder=place)
        expect(ended, 0, "/nowhere", "404", "what the first page holds is taken")
        check("Nobody was sent home" in ended.stdout, "without the single page nothing is taken")
        (rules / "127.0.0.1.txt").write_text("single_page_link: concat('file:///etc/', 'passwd')\n")
        ended = run("fetch", f"{site}/1", "--site-rules", "rules", folder=place)
        expect(ended, 0, "is no address on the web")

        newsroom = f"""[[source]]\naddress = "{site}/1"\n[[feed]]\ntitle = "The Paper"\nlink = "https://paper.example/"\n[[feed.output]]\nformat = "json"\npath = "out.json"\n"""
        rule = '[site."127.0.0.1"]\nbody = "#report"\ntitle = "span.head"\n'
        for rules_text, title in ((rule, "Crane drivers stop work"), (rule.replace("span.head", "#report i"), "Alena Kavalenka")):
            (place / "newsroom.toml").write_text(newsroom + rules_text)
            expect(run("publish", "newsroom.toml", "--store", "store.db", folder=place), 0)
            published = (place / "out.json").read_text()
            check(f'"title": "{title}"' in published, f"publish: no {title} in\n{published}")
        (place / "newsroom.toml").write_text(newsroom + '[site."127.0.0.1"]\nbody = "p:"\n')
        expect(run("publish", "newsroom.toml", "--store", "store.db", folder=place), 2, "newsroom.toml:10:8: body")
finish()
