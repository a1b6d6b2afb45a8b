#!/usr/bin/env python3
"""fetch --pages and `pages` of [[source]]: articles split over several addresses are joined, and nothing else is."""
import pathlib, re, sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import check, expect, finish, folder, read_json, run, server

# Sentences of a report, page by page; each is found again by its number.
ENGLISH = "The crane drivers of the north quay refused to unload ship number {0} on Tuesday, and nobody was sent home for it. They want a second person in each cabin, as it was before the year of the fire."
BELARUSIAN = "Кранаўшчыкі паўночнага прычала адмовіліся разгружаць судна нумар {0} у аўторак, і нікога за гэта не адправілі дадому. Яны хочуць другога чалавека ў кожнай кабіне, як было раней."
CHINESE = "北岸码头的起重机司机周二拒绝卸载第{0}号船,没有人因此被送回家。他们希望每个驾驶室里有第二个人,就像火灾那年之前一样。公司说没有钱。"


def page(number, pager, title="Crane drivers stand still", text=ENGLISH, head="", language="en", repeated="", more=""):
    return f"""<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title} | Courier</title>{head}</head><body>
<nav><a href="/">Home</a> <a href="/news?page=2">2</a></nav><article><h1>{title}</h1><p class="byline">By Alena Kavalenka</p><img src="/quay.jpg" width="600" height="400">
<p>{text.format(10 * number)}</p><p>{text.format(10 * number + 1)}</p>{repeated}</article>{pager}{more}<footer><a href="/imprint">Imprint</a></footer></body></html>"""


def numbers(path, last, form="{0}?page={1}", own=0):
    return '<div class="pager">' + " ".join(f"<b>{one}</b>" if one == own else f'<a href="{path if one == 1 else form.format(path, one)}">{one}</a>' for one in range(1, last + 1)) + "</div>"


POST_NAVIGATION = '<div class="post-nav"><a rel="prev" href="/prev-story">Ferries sail again</a> <a rel="next" href="/next-story">Bakers bake less</a></div>'
CARDS = "".join(f'<div class="card"><h3><a href="/story-{one}">A headline about bakers and ferries, number {one}</a></h3><p>The bakers of the old town bake less bread than before, a report says today.</p></div>' for one in range(6))

site_pages = {}


def put(path, text):
    site_pages[path] = text


# 1. numbered links, three pages, a repeated note at the end of each
NOTE = "<p>This report is part of our series on the work in the ports of the north.</p>"
for one in (1, 2, 3):
    put("/numbered" if one == 1 else f"/numbered?page={one}", page(one, numbers("/numbered", 3, own=one), repeated=NOTE))
# 2. <link rel=next> and a path
for one in (1, 2):
    put("/linked" if one == 1 else f"/linked/{one}/", page(one, "", head=f'<link rel="next" href="/linked/{one + 1}/">' if one == 1 else '<link rel="prev" href="/linked">'))
# 3. <a rel=next> in Belarusian, "Наступная старонка"
for one in (1, 2):
    put("/by" if one == 1 else f"/by/staronka/{one}", page(one, '<a rel="next" href="/by/staronka/2">Наступная старонка</a>' if one == 1 else "", "Краны стаяць", BELARUSIAN, language="be"))
site_pages["/by"] = site_pages["/by"].replace("/by/staronka/2", "/by/page/2")
put("/by/page/2", site_pages.pop("/by/staronka/2"))
# 4. Chinese, "下一页", no rel
for one in (1, 2):
    put("/zh.html" if one == 1 else f"/zh_{one}.html", page(one, '<a href="/zh_2.html">下一页</a>' if one == 1 else '<a href="/zh.html">上一页</a>', "北岸起重机停工" + ("" if one == 1 else "(2)"), CHINESE, language="zh"))
# the first page has a number as well, and "next" stands in the head
for one in (1, 2, 3):
    put(f"/counted_{one}.html", page(one, "", head=f'<link rel="next" href="/counted_{one + 1}.html">' if one < 3 else ""))
# 5. "Page 2" in the title, "Seite 2" in the link
for one in (1, 2):
    put("/titled" if one == 1 else "/titled,seite-2", page(one, '<a href="/titled,seite-2">Seite 2</a>' if one == 1 else "", "Crane drivers stand still" + (" - Page 2" if one == 2 else "")))
# 6. counted from zero
for one in (1, 2, 3):
    put("/zero" if one == 1 else f"/zero?page={one - 1}", page(one, "".join(f'<a href="/zero?page={n}">{n + 1}</a> ' for n in range(3))))
# 7. the next article, in all dresses; a list's pager; comments; another article of the same slug
put("/alone", page(1, POST_NAVIGATION, head='<link rel="next" href="/next-story"><link rel="prev" href="/prev-story">'))
put("/next-story", page(2, "", "Bakers bake less"))
put("/comments", page(1, "", more='<section id="comments" class="comments"><p>I agree with all of this.</p><a href="/comments?page=2">2</a></section>'))
put("/comments?page=2", page(2, ""))
put("/slug", page(1, '<a rel="next" href="/slug-2">Crane drivers stand still</a>'))
put("/slug-2", page(2, ""))
put("/other", page(1, '<a href="/other/2">next</a>'))
put("/other/2", page(2, "", "Ferries sail again to the islands"))
for one in (1, 2):
    put("/news" if one == 1 else "/news?page=2", f'<!DOCTYPE html><html lang="en"><head><title>News</title><link rel="next" href="/news?page=2"></head><body><main><h1>News</h1>{CARDS}</main>{numbers("/news", 2)}</body></html>')
put("/related", page(1, numbers("/related", 2), more=CARDS))
put("/related?page=2", page(2, "", more=CARDS))
# 8. circles: each page names the next for ever, and shows the same; the next one is the first
put("/same", page(1, '<a href="/same?page=2">next</a>'))
put("/same?page=2", page(1, '<a href="/same?page=3">next</a>'))
put("/same?page=3", page(1, '<a href="/same?page=4">next</a>'))
put("/circle", page(1, '<a href="/circle?page=2">next</a>'))
put("/circle?page=2", page(2, '<a href="/circle?page=1">next</a><a href="/circle">3</a>'))
# 9. more than the limit, and one that is missing
for one in range(1, 15):
    put("/long" if one == 1 else f"/long?p={one}", page(one, f'<a rel="next" href="/long?p={one + 1}">→</a>'))
put("/broken", page(1, numbers("/broken", 3)))
# 10. a rule's links
put("/ruled", page(1, '<a class="more" href="/ruled-continued">The story continues</a><a class="whole" href="/ruled/print">print</a>' + numbers("/ruled", 2)))
put("/ruled-continued", page(2, "", "Continued"))
put("/ruled?page=2", page(7, ""))
put("/ruled/print", page(3, ""))
asked = []


def answer(request):
    asked.append(request.path)
    if request.path == "/moved?page=2":
        request.reply(302, "", Location="/moved")
    elif request.path in site_pages:
        request.reply(200, site_pages[request.path], Content_Type="text/html; charset=utf-8")
    else:
        request.reply(404, "no")


put("/moved", page(1, '<a href="/moved?page=2">next</a>'))


def texts(html, form=ENGLISH):
    """The numbers of the paragraphs, in their order."""
    pattern = re.escape(form.split(".")[0]).replace(r"\{0\}", r"(\d+)")
    return [int(number) for number in re.findall(pattern, html)]


with server(answer) as site, folder() as place:
    def fetch(path, *words, status=0, says=()):
        asked.clear()
        ended = run("fetch", site + path, *words, folder=place)
        expect(ended, status, *says)
        items = read_json(ended).get("items", [{}])
        return items[0].get("content_html", ""), items[0], ended

    def joined(path, wanted, *words, form=ENGLISH, says=(), quiet=True):
        html, item, ended = fetch(path, "--pages", *words, says=says)
        found = texts(html, form)
        check(found == wanted, f"{path}: paragraphs {found}, not {wanted}; asked for {asked}\n{ended.stderr}")
        check(item.get("url") == site + path, f"{path}: the address is {item.get('url')}")
        if quiet and not says:
            check(ended.stderr == "", f"{path}: says {ended.stderr}")
        return html, item

    check(texts(fetch("/numbered")[0]) == [10, 11] and asked == ["/numbered"], f"without --pages: {asked}")
    html, item = joined("/numbered", [10, 11, 20, 21, 30, 31])
    for words in ("This report is part of our series", "quay.jpg"):
        check(html.count(words) == 1, f"{words}: {html.count(words)} times in\n{html}")
    check("Kavalenka" not in html and "stand still" not in html, f"titles and bylines between the pages:\n{html}")
    check([author["name"] for author in item["authors"]] == ["Alena Kavalenka"] and item["title"] == "Crane drivers stand still", f"{item}")
    joined("/linked", [10, 11, 20, 21])
    joined("/by", [10, 11, 20, 21], form=BELARUSIAN)
    joined("/zh.html", [10, 11, 20, 21], form=CHINESE.replace(",", ".", 1))
    joined("/counted_1.html", [10, 11, 20, 21, 30, 31])
    joined("/titled", [10, 11, 20, 21])
    joined("/zero", [10, 11, 20, 21, 30, 31])
    joined("/related", [10, 11, 20, 21])

    for path in ("/alone", "/comments", "/slug", "/news"):
        fetch(path, "--pages")
        check(asked == [path], f"{path}: asked for {asked}")
    joined("/other", [10, 11], says=["is called 'Ferries sail again to the islands', and is taken for another article"])
    joined("/same", [10, 11])
    check(len(asked) == 2, f"a page that shows the same: {asked}")
    joined("/circle", [10, 11, 20, 21])
    joined("/moved", [10, 11])
    joined("/long", [10 * one + more for one in range(1, 11) for more in (0, 1)], says=["/long?p=11; more than 10 pages are not read"])
    joined("/long", [10, 11, 20, 21], "--max-pages", "2", says=["more than 2 pages"])
    expect(run("fetch", site + "/long", "--pages", "--max-pages", "0", folder=place), 2, "--max-pages: give at least 1")
    joined("/broken", [10, 11], says=["/broken?page=2", "404", "the article ends before"])

    lines = [" ".join(line.split()) for line in run("fetch", site + "/numbered", "--pages", "--explain", folder=place).stdout.splitlines()]
    for one in (2, 3):
        check(f'page {site}/numbered?page={one} (a "{one}")' in lines, f"--explain: no page {one} in {lines}")

    # A rule says where it goes on; where it knows the whole on one page, that counts.
    (place / "next.toml").write_text('[site."127.0.0.1"]\nnext_page_link = "a.more"\n')
    joined("/ruled", [10, 11, 20, 21], "--config", "next.toml")
    (place / "whole.toml").write_text('[site."127.0.0.1"]\nnext_page_link = "a.more"\nsingle_page_link = "a.whole"\n')
    joined("/ruled", [30, 31], "--config", "whole.toml")

    # The same for `publish`.
    for pages, wanted in (("", [10, 11]), ("pages = 10\n", [10, 11, 20, 21, 30, 31]), ("pages = 2\n", [10, 11, 20, 21])):
        (place / "newsroom.toml").write_text(f'[[source]]\naddress = "{site}/numbered"\n{pages}[[feed]]\ntitle = "The Paper"\nlink = "https://paper.example/"\n'
                                             '[[feed.output]]\nformat = "json"\npath = "out.json"\n')
        expect(run("publish", "newsroom.toml", "--store", "store.db", folder=place), 0)
        found = texts((place / "out.json").read_text())
        check(found == wanted, f"publish, {pages!r}: {found}, not {wanted}")
    # What changes on a further page is seen, although the first is as it was.
    seen = site_pages["/numbered?page=2"]
    site_pages["/numbered?page=2"] = seen.replace(ENGLISH.format(21), "The lamp of crane three burns again since this morning, and the drivers have gone up to look at it.")
    check(site_pages["/numbered?page=2"] != seen, "nothing was changed on the second page")
    expect(run("publish", "newsroom.toml", "--store", "store.db", folder=place), 0)
    check("burns again" in (place / "out.json").read_text(), "a change on the second page is not seen")
    site_pages["/numbered?page=2"] = seen
    (place / "newsroom.toml").write_text((place / "newsroom.toml").read_text().replace("pages = 2", "pages = 0"))
    expect(run("publish", "newsroom.toml", "--store", "store.db", folder=place), 2, "newsroom.toml:3:9: pages must be a whole number from 1 on")
finish()
