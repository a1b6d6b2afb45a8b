#!/usr/bin/env python3
"""fetch --editions, --clean-links, --explain and --name-sources against a small site in three languages on loopback."""
import http.server, json, subprocess, sys, threading

PROGRAM = sys.argv[1]
TEXTS = {
    "en": ("Cranes stand still", "The crane drivers of the north quay have refused to unload the ship since Tuesday, and nobody has been sent home for it."),
    "be": ("Краны стаяць", "Кранаўшчыкі паўночнага прычала з аўторка адмаўляюцца разгружаць судна, і нікога за гэта не адправілі дадому. Яны хочуць другога чалавека ў кабіне."),
    "ru": ("Краны стоят", "Крановщики северного причала со вторника отказываются разгружать судно, и никого за это не отправили домой. Они хотят второго человека в кабине."),
}


class Site(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        language = self.path.strip("/").split("/")[0]
        if language not in TEXTS:
            self.send_error(404)
            return
        title, text = TEXTS[language]
        links = "".join(f'<link rel="alternate" hreflang="{one}" href="/{one}/story">' for one in [*TEXTS, "lt"])
        page = (f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
                f'<meta property="og:title" content="{title} on all quays"><meta name="author" content="Alena Kavalenka">{links}</head><body><article><h1>{title}</h1><p>{text}</p>'
                f'<p>{text} <a href="https://other.example/a?utm_source=feed&amp;id=7&amp;fbclid=x#top">7</a></p></article></body></html>').encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
threading.Thread(target=server.serve_forever, daemon=True).start()
site = f"http://127.0.0.1:{server.server_port}"


def fetch(*words):
    return subprocess.run([PROGRAM, "fetch", *words, f"{site}/en/story"], capture_output=True, text=True, timeout=60)


def same(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: {found!r} instead of {wanted!r}")


run = fetch("--editions", "--clean-links")
items = json.loads(run.stdout)["items"]
same("status with an edition that is not there", run.returncode, 4)
same("the missing edition is told", "/lt/story" in run.stderr and "404" in run.stderr, True)
same("languages", [item["language"] for item in items], ["en", "be", "ru"])
for item in items:
    others = [(one["language"], one["url"], one.get("title")) for one in item["_syndicat"]["translations"]]
    wanted = [(one, f"{site}/{one}/story", TEXTS[one][0]) for one in TEXTS if one != item["language"]]
    same("editions of " + item["language"], others, wanted + [("lt", f"{site}/lt/story", None)])
    same("clean link", 'href="https://other.example/a?id=7#top"' in item["content_html"], True)

items = json.loads(fetch().stdout)["items"]
same("one item without --editions", len(items), 1)
same("links as they were", "utm_source=feed" in items[0]["content_html"], True)

lines = fetch("--explain").stdout.splitlines()
same("explained title", [line.split() for line in lines if line.startswith("title")], [["title", "Cranes", "stand", "still", "(h1)"]])
same("its rival", "                not Cranes stand still on all quays  (meta og:title)" in lines, True)
same("explained author", [line.split() for line in lines if line.startswith("author")], [["author", "Alena", "Kavalenka", "(meta", "author)"]])

sources = json.loads(fetch("--name-sources").stdout)["items"][0]["_sources"]
same("named source", (sources["author"], sources["title"]), ("meta author", "h1"))
