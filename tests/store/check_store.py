#!/usr/bin/env python3
"""Stores that cannot be used: held, damaged, newer, foreign, read-only, on a full disk. Nothing is sent then, and what was there stays."""
import os, pathlib, shutil, sqlite3, subprocess, sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "http"))
from servers import Check, Listener, feed

check = Check()
news = check.path / "news.atom"
news.write_text(feed([("a", "One", "text")]))


def push(store, port, **wanted):
    return check.run("push", str(news), "--store", str(store), "--to", f"websub:http://127.0.0.1:{port}/", **wanted)


with Listener(check) as hub:
    store = check.path / "good.db"
    push(store, hub.port)
    base = sqlite3.connect(store)
    check.that(base.execute("PRAGMA journal_mode").fetchone() == ("wal",), "the store keeps a write-ahead log")
    check.that(base.execute("PRAGMA user_version").fetchone() == (1,), "the store has its version")

    # Held by another process: 75 after the wait; free again, all is well.
    base.execute("BEGIN IMMEDIATE")
    news.write_text(feed([("b", "Two", "text"), ("a", "One", "text")]))
    push(store, hub.port, status=75, says=["good.db", "another run holds it"])
    base.rollback()
    push(store, hub.port)

    # Of a newer program, of another program: left as they are.
    base.execute("PRAGMA user_version = 9999")
    base.commit()
    base.close()
    push(store, hub.port, status=8, says=["written by a newer syndicat", "--store"])
    foreign = check.path / "foreign.db"
    other = sqlite3.connect(foreign)
    other.execute("CREATE TABLE mine (x)")
    other.commit()
    other.close()
    before = foreign.read_bytes()
    push(foreign, hub.port, status=8, says="a database of another program")
    check.that(foreign.read_bytes() == before, "a foreign database is left as it is")

    # Damaged, cut short, no file at all.
    good = check.path / "second.db"
    push(good, hub.port)
    whole = good.read_bytes()
    for name, wrong in {"garbage": b"x" * 10000, "inside": whole[:4096] + b"\xa5" * (len(whole) - 4096), "cut": whole[:5000]}.items():
        damaged = check.path / f"{name}.db"
        damaged.write_bytes(wrong)
        push(damaged, hub.port, status=8, says=[f"{name}.db", "is damaged or no store", "put back a copy"])
        check.that(damaged.read_bytes() == wrong, f"{name}.db is left as it is")
    push(check.path, hub.port, status=8, says="is a directory")
    push("/dev/full", hub.port, status=8, says="is no file")
    push(news / "below.db", hub.port, status=8)

    # Read-only.
    if os.geteuid() == 0:
        print("SKIP a read-only file: root may write it")
    else:
        good.chmod(0o400)
        push(good, hub.port, status=8, says="may not be written")

    # A disk that fills up: a small one of our own.
    disk = check.path / "disk"
    disk.mkdir()
    mounted = os.geteuid() == 0 and shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(disk)], capture_output=True).returncode == 0
    if mounted:
        try:
            store = disk / "store.db"
            push(store, hub.port)
            filler = open(disk / "filler", "wb", buffering=0)
            try:
                while True:
                    filler.write(b"x" * 4096)
            except OSError:
                filler.close()
            news.write_text(feed([(str(number), "title", "x" * 1000) for number in range(200)]))
            push(store, hub.port, status=8, says="the disk is full")
            push(disk / "new.db", hub.port, status=8, says="the disk is full")
            (disk / "filler").unlink()
            push(store, hub.port)
        finally:
            subprocess.run(["umount", str(disk)], check=True)
    else:
        print("SKIP a full disk: no small disk can be made here")
# Two to the good store, one to the second; on the small disk one before it was full and one after.
check.that(len(hub.lines) == (5 if mounted else 3), f"the hub got {len(hub.lines)} pings")
check.end()
