#!/usr/bin/env python3
"""One article in English, Belarusian, Russian and Ukrainian, from the pages to feeds of each language: every mark by which sites join editions.

The pages declare no language; it is told from the text."""
import pathlib, re, sys
from urllib.parse import parse_qs, unquote, urlsplit

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))
from harness import check, expect, finish, folder, read_json, run, server

TEXTS = {
    "en": ("Cranes stand still in the north port", "The crane drivers of the north quay have refused to unload the ship since Tuesday, and nobody has been sent home for it. They want a second person in each cabin."),
    "be": ("Краны стаяць у паўночным порце", "Кранаўшчыкі паўночнага прычала з аўторка адмаўляюцца разгружаць судна, і нікога за гэта не адправілі дадому. Яны хочуць другога чалавека ў кожнай кабіне."),
    "ru": ("Краны стоят в северном порту", "Крановщики северного причала со вторника отказываются разгружать судно, и никого за это не отправили домой. Они хотят второго человека в каждой кабине."),
    "uk": ("Крани стоять у північному порту", "Кранівники північного причалу з вівторка відмовляються розвантажувати судно, і нікого за це не відправили додому. Вони хочуть другу людину в кожній кабіні."),
}
LOCALES = {"en": "en_GB", "be": "be_BY", "ru": "ru_RU", "uk": "uk_UA"}
NAMES = {"en": "англ", "be": "бел", "ru": "рус", "uk": "укр"}


def page(language, head="", before="", after=""):
    title, text = TEXTS[language]
    return (f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>{title}</title>{head}</head><body>{before}<article><h1>{title}</h1><p>{text}</p>'
            f'<p>{text.split(". ")[1]} {text.split(". ")[0]}.</p></article>{after}</body></html>')


def locales(own):
    return f'<meta property="og:locale" content="{LOCALES[own]}">' + "".join(f'<meta property="og:locale:alternate" content="{LOCALES[one]}">' for one in TEXTS if one != own)


LINES = {"en": "/line/cranes-stand", "be": "/line/старонка-краны", "ru": "/line/статья-краны", "uk": "/line/крани-стоять"}


# How each kind of site says it; every kind is a folder of its own, but for the parameter.
def switcher_line(own):  # in words, to addresses that say nothing
    others = [one for one in TEXTS if one != own]
    links = [f'<a href="{LINES[one]}">{NAMES[one]}</a>' for one in others]
    return page(own, before=f"<p>Read this text in {links[0]}, {links[1]} or {links[2]}</p>")


def paths(own):  # flags without words, to addresses that differ in the language alone; and the front pages as well
    flags = "".join(f'<a href="/{one}/cranes"><img src="/{one}.png" alt="" width="20" height="20"></a>' for one in TEXTS)
    fronts = "".join(f'<li><a href="/{one}/">{one.upper()}</a></li>' for one in TEXTS)
    return page(own, before=f"<ul>{fronts}</ul><div>{flags}</div>", after='<div><a href="/en/ferries">Ferries sail again to the islands of the north</a></div>')


def parameter(own):
    return page(own, before="".join(f'<a href="?lang={one}">{one}</a> ' for one in TEXTS))


def open_graph(own):  # lone names of languages, and a title for one
    others = "".join(f'<div><a href="/og/{one}-{number}">{NAMES[one]}</a></div>' for number, one in enumerate(TEXTS) if one != own)
    return page(own, head=locales(own), before=others)


def hreflang(own):
    return page(own, head="".join(f'<link rel="alternate" hreflang="{LOCALES[one].replace("_", "-") if one == "en" else one}" href="/hreflang/{one}">' for one in TEXTS)
                + '<link rel="alternate" hreflang="x-default" href="/hreflang/en"><link rel="alternate" hreflang="lt" href="/lt/">')


def titled(own):  # links with hreflang whose words are the other title
    return page(own, after="".join(f'<p><a hreflang="{one}" href="/titled/{one}">{TEXTS[one][0]}</a></p>' for one in TEXTS if one != own))


site_pages = {}
for number, one in enumerate(TEXTS):
    site_pages |= {LINES[one]: switcher_line(one), f"/{one}/cranes": paths(one), f"/og/{one}-{number}": open_graph(one),
                   f"/hreflang/{one}": hreflang(one), f"/titled/{one}": titled(one), f"/{one}/": page(one)}
starts = {"line": "/line/cranes-stand", "paths": "/en/cranes", "parameter": "/story?lang=en", "open graph": "/og/en-0", "hreflang": "/hreflang/en", "titled": "/titled/en"}


def answer(request):
    parts = urlsplit(request.path)
    path = unquote(parts.path)
    body = site_pages.get(path)
    if path == "/story":
        body = parameter(parse_qs(parts.query).get("lang", ["en"])[0])
    if body is None:
        request.reply(404, "no")
    else:
        request.reply(200, body, Content_Type="text/html; charset=utf-8")


with server(answer) as site, folder() as place:
    for kind, start in starts.items():
        ended = run("fetch", site + start, folder=place)
        expect(ended, 0)
        item = (read_json(ended).get("items") or [{}])[0]
        told = [one["language"] for one in item.get("_syndicat", {}).get("translations", [])]
        check(sorted(told) == ["be", "ru", "uk"], f"{kind}: editions {told}")
        titles = [one.get("title") for one in item.get("_syndicat", {}).get("translations", [])]
        check(titles == ([TEXTS[one][0] for one in ("be", "ru", "uk")] if kind == "titled" else [None] * len(titles)), f"{kind}: titles {titles}")

        ended = run("fetch", "--editions", site + start, folder=place)
        expect(ended, 0)
        items = read_json(ended).get("items", [])
        check(sorted(one.get("language", "").split("-")[0] for one in items) == sorted(TEXTS), f"{kind}: fetched {[one.get('language') for one in items]}")
        for item in items:
            own = item["language"].split("-")[0]  # Open Graph names the country as well
            check(item["title"] == TEXTS[own][0], f"{kind}: {own} is called {item['title']}")
            others = {one["language"]: (one["url"], one["title"]) for one in item["_syndicat"]["translations"]}
            wanted = {one["language"]: (one["url"], one["title"]) for one in items if one is not item}
            check(others == wanted, f"{kind}: {own} names {others}")
            check("Read this" not in item["content_html"] and "<a " not in item["content_html"], f"{kind}: the switcher is in the text: {item['content_html']}")
    feed = ended.stdout

    # A feed for each language, whose entries name the others.
    (place / "all.json").write_text(feed)
    expect(run("convert", "all.json", "--to", "atom", "--title", "North Courier", "--link", "https://courier.example/", "--self", "https://courier.example/%s.atom", "--author", "Courier",
               "--now", "2026-03-15T10:00:00Z", "--split", "language", "-o", "news.%s.atom", folder=place), 0)
    for own in TEXTS:
        atom = (place / f"news.{own}.atom").read_text()
        check(atom.count("<entry") == 1 and f'xml:lang="{own}"' in atom and TEXTS[own][0] in atom, f"the feed in {own}:\n{atom}")
        links = {(one[1], one[3], one[2]) for one in re.findall(r'<link (rel="alternate") type="text/html" hreflang="(\w+)" title="([^"]*)" href="([^"]*)"/>', atom)}
        wanted = {(one, f"{site}/titled/{one}", TEXTS[one][0]) for one in TEXTS if one != own}
        check(links == wanted, f"alternate links in {own}: {links}")
        expect(run("validate", f"news.{own}.atom", folder=place), 0)
        # What the links say is read from feeds that say nothing else.
        plain = re.sub(r"<syndicat:translations>.*?</syndicat:translations>", "", atom, flags=re.S)
        (place / "plain.atom").write_text(plain)
        item = read_json(run("convert", "plain.atom", "--to", "json", folder=place))["items"][0]
        check({(one["language"], one["url"], one["title"]) for one in item["_syndicat"]["translations"]} == wanted, f"read from links in {own}: {item['_syndicat']}")
        check("links" not in item["_syndicat"], f"the editions are links as well: {item['_syndicat']}")

        expect(run("convert", f"news.{own}.atom", "--to", "html", "-o", "page.html", folder=place), 0)
        html = (place / "page.html").read_text()
        heads = set(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]*)" title="([^"]*)">', html))
        check(heads == wanted, f"links of the page in {own}: {heads}")
    expect(run("convert", "all.json", "--to", "html", "--title", "North Courier", "-o", "all.html", folder=place), 0)
    html = (place / "all.html").read_text()
    check('<link rel="alternate"' not in html, "a page of four articles claims to be an edition")
    check(html.count('class="u-translation"') == 12, "articles on a page do not name their editions")
    again = read_json(run("convert", "all.html", "--to", "json", folder=place))
    check([len(item.get("_syndicat", {}).get("translations", [])) for item in again.get("items", [])] == [3, 3, 3, 3], "the page's editions are not read again")
finish()
