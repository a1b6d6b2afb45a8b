#!/usr/bin/env python3
"""Bad input to every command that reads: a clear message, the right exit status, and what was good before still there."""
import os, pathlib, socket, sqlite3, subprocess, sys, threading, time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import harness
from harness import check, expect, finish, folder, server

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>The Paper</title><link>https://paper.example/</link>
<description>News</description><atom:link rel="self" type="application/rss+xml" href="https://paper.example/news.rss"/>
<item><title>One</title><link>https://paper.example/1</link><guid>https://paper.example/1</guid>
<pubDate>Thu, 18 Jun 2026 09:30:00 +0300</pubDate></item></channel></rss>
"""
EXTERNAL = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY secret SYSTEM "{file}">]>
<rss version="2.0"><channel><title>&secret;</title><link>https://paper.example/</link><description>x</description></channel></rss>
"""
NESTED = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "ha">{entities}]>
<rss version="2.0"><channel><title>&z;</title><link>https://paper.example/</link><description>x</description></channel></rss>
""".format(entities="".join(f'<!ENTITY {name} "{f"&{before};" * 20}">' for before, name in zip("abcdefghijklmnopqrstuvwxy", "bcdefghijklmnopqrstuvwxyz")))
PAGE = "<!DOCTYPE html><html><head><title>404</title></head><body><h1>Not found</h1><p>This page is gone.</p></body></html>"
IMAGE = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489") + bytes(64)

READERS = (("convert", "--to", "json"), ("validate",), ("push", "--topic", "https://paper.example/news.rss", "--to", "webhook:http://127.0.0.1:9/", "--dry-run"), ("fetch",))


SECRET = {"SYNDICAT_WEBHOOK_SECRET": "whsec_c3luZGljYXQtdGVzdC1zZWNyZXQ="}


def run(*arguments, **more):
    return harness.run(*arguments, **{"environment": SECRET} | more)


def words(reader, *arguments):
    return (reader[0], *arguments, *reader[1:])


def never_answers(answer_bytes=b""):
    """A socket that takes connections and says nothing, or sends without an end."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(connection,), daemon=True).start()

    def talk(connection):
        with connection:
            try:
                connection.recv(4096)
                if answer_bytes:
                    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n")
                end = time.monotonic() + 20
                while time.monotonic() < end:
                    if answer_bytes:
                        connection.sendall(answer_bytes)
                    else:
                        time.sleep(0.2)
            except OSError:
                pass

    threading.Thread(target=serve, daemon=True).start()
    return listener, f"http://127.0.0.1:{listener.getsockname()[1]}/feed"


with folder() as place:
    (place / "good.rss").write_text(RSS)
    (place / "empty.rss").write_bytes(b"")
    (place / "blank.rss").write_bytes(b" \n\n")
    (place / "image.png").write_bytes(IMAGE)
    (place / "page.html").write_text(PAGE)
    (place / "cut.rss").write_text(RSS[:RSS.index("<guid>")])
    (place / "label.rss").write_bytes(RSS.replace("One", "Жить").replace("UTF-8", "windows-1251").encode("utf-8"))
    (place / "bytes.rss").write_bytes(RSS.replace("One", "Qu\xe9").encode("latin-1"))
    (place / "secret.txt").write_text("the secret of this machine")
    (place / "external.rss").write_text(EXTERNAL.format(file=place / "secret.txt"))
    (place / "nested.rss").write_text(NESTED)
    with open(place / "huge.rss", "wb") as huge:
        huge.write(RSS[:300].encode())
        huge.truncate(200 << 20)

    for reader in READERS:
        name = reader[0]
        expect(run(*words(reader, "none.rss"), folder=place), 3, "none.rss: no such file")
        # validate takes a folder for the feeds in it.
        (place / "folder").mkdir(exist_ok=True)
        expect(run(*words(reader, "folder"), folder=place), 3, "folder", "has no file" if name == "validate" else "is a directory")
        expect(run(*words(reader, "empty.rss"), folder=place), 3, "empty")
        expect(run(*words(reader, "image.png"), folder=place), 3, "image")
        expect(run(*words(reader, "huge.rss"), folder=place), 3, "huge.rss", "limit", "--max-size")
        if name != "fetch":
            expect(run(*words(reader, "page.html"), folder=place), 3, "HTML page")
            expect(run(*words(reader, "blank.rss"), folder=place), 3)

        # Cut off in the middle: the place is told.
        ended = run(*words(reader, "cut.rss"), folder=place)
        check(ended.returncode in ((1,) if name == "validate" else (0, 3)), f"{name} cut.rss: status {ended.returncode}")
        check("cut.rss" in ended.stderr + ended.stdout, f"{name} cut.rss: {ended.stderr}")

        # A label that is not true of the bytes never passes in silence, and never crashes.
        for file in ("label.rss", "bytes.rss"):
            ended = run(*words(reader, file), folder=place)
            check(ended.returncode in (0, 1, 3) and ended.stderr + ended.stdout, f"{name} {file}: {ended}")

        # Entities: nothing outside is read, nothing grows.
        for file in ("external.rss", "nested.rss"):
            start = time.monotonic()
            ended = run(*words(reader, file), folder=place)
            check("the secret" not in ended.stdout + ended.stderr, f"{name} {file}: reads what lies outside")
            check(ended.returncode in (0, 1, 3) and time.monotonic() - start < 20, f"{name} {file}: {ended.returncode}")
            check(len(ended.stdout) < 1 << 20, f"{name} {file}: grew to {len(ended.stdout)} bytes")

    # Standard input says the same.
    for reader in READERS:
        expect(run(*words(reader, "-"), folder=place, input=""), 3, "standard input", "empty")

    # Servers that misbehave.
    silent, silent_url = never_answers()
    endless, endless_url = never_answers(b"<rss>" * 20000)

    def circle(handler):
        if handler.path == "/page":
            return handler.reply(200, PAGE, Content_Type="text/html")
        if handler.path == "/gone":
            return handler.reply(410, "gone")
        handler.reply(302, Location="/b" if handler.path == "/a" else "/a")

    with server(circle) as site:
        for reader in (("fetch",), ("validate",), ("push", "--to", "webhook:http://127.0.0.1:9/", "--dry-run")):
            expect(run(*words(reader, silent_url, "--timeout", "1s"), folder=place), 6, silent_url)
            expect(run(*words(reader, endless_url, "--timeout", "5s", "--max-size", "1M"), folder=place), 3, endless_url)
            expect(run(*words(reader, f"{site}/a"), folder=place), 6, f"{site}/a", "redirect")
            expect(run(*words(reader, f"{site}/gone"), folder=place), 7, f"{site}/gone", "410")
            if reader[0] != "fetch":
                expect(run(*words(reader, f"{site}/page"), folder=place), 3, "HTML page")
            port = socket.create_server(("127.0.0.1", 0))
            closed = f"http://127.0.0.1:{port.getsockname()[1]}/"
            port.close()
            expect(run(*words(reader, closed), folder=place), 6, closed)
    silent.close()
    endless.close()

    # A source that fails beside one that does not: 4, and the good one is there.
    ended = run("fetch", "none.rss", "good.rss", folder=place)
    expect(ended, 4, "none.rss")
    check('"One"' in ended.stdout, f"the good source is gone: {ended.stdout}")

    # Outputs: a full disk, a folder that is not there; the old file stays.
    (place / "out.json").write_text("old")
    for command in (("convert", "good.rss", "--to", "json"), ("fetch", "good.rss")):
        expect(run(*command, "-o", "/dev/full", folder=place), 8, "/dev/full")
        expect(run(*command, "-o", "no/folder/out.json", folder=place), 8, "no/folder/out.json")
        expect(run(*command, "-o", ".", folder=place), 8, "directory")
    expect(run("convert", "image.png", "--to", "json", "-o", "out.json", folder=place), 3)
    check((place / "out.json").read_text() == "old", "an output was lost to an input that cannot be read")

    mounted = False
    small = place / "small"
    small.mkdir()
    if os.geteuid() == 0:
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", small], capture_output=True).returncode == 0
    if mounted:
        try:
            (small / "out.json").write_text("old")
            (small / "fill").write_bytes(b"x" * 12000)
            expect(run("convert", "good.rss", "--to", "json", "-o", small / "out.json", folder=place), 8, "No space left")
            check((small / "out.json").read_text() == "old", "a full disk cost the old file")
            check(sorted(os.listdir(small)) == ["fill", "out.json"], f"a full disk leaves {os.listdir(small)}")
        finally:
            subprocess.run(["umount", small], check=False)
    else:
        print("no small disk here: /dev/full stands for a full one")

    # A store that another process holds, and one that is damaged.
    push = ("push", "good.rss", "--to", "webhook:http://127.0.0.1:9/", "--store")
    expect(run(*push, "new.db", "--dry-run", folder=place), 0)
    expect(run(*push, "held.db", folder=place), 6)
    held = sqlite3.connect(place / "held.db", isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")
    ended = run(*push, "held.db", folder=place)
    check(ended.returncode in (75, 8) and "held.db" in ended.stderr, f"a held store: {ended}")
    held.execute("ROLLBACK")
    held.close()
    (place / "damaged.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 9000)
    expect(run(*push, "damaged.db", folder=place), 8, "damaged.db")
    check((place / "damaged.db").read_bytes()[:16] == b"SQLite format 3\0", "a damaged store was replaced")
finish()
