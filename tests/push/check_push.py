#!/usr/bin/env python3
"""From a published feed to its subscribers: what is new arrives once, signed; what fails is tried again."""
import json, os, pathlib, signal, subprocess, sys, threading, time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "http"))
from servers import Check, Listener, feed, raw_server

check = Check()
news = check.path / "news.atom"
secret = check.path / "secret"
secret.write_text("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n")
topic = "https://paper.example/feed.atom"
first = [("b", "Second", "two"), ("a", "First", "one")]
stores = 0


def new_store():
    global stores
    stores += 1
    return str(check.path / f"store-{stores}.db")


def push(store, *words, **wanted):
    return check.run("push", str(news), "--store", store, *words, **wanted)


def events(listener):
    return [json.loads(line) for line in listener.lines]


# New, then nothing new, then only what changed; the hub that the feed names is told once each time.
store = new_store()
with Listener(check, "--format", "jsonl", "--secret-file", str(secret)) as hook, Listener(check, "--format", "jsonl") as hub:
    to = ["--to", f"webhook:http://127.0.0.1:{hook.port}/", "--discover", "--secret-file", str(secret)]
    hubs = [f"http://127.0.0.1:{hub.port}/hub"]
    news.write_text(feed(first, topic, hubs))
    plan = push(store, *to, "--dry-run", says=["would be sent, 2 items new or changed"])
    check.that(plan.stderr.count("\n") == 2, f"a plan for two targets: {plan.stderr}")
    quiet = push(store, *to)
    check.that(quiet.stdout == quiet.stderr == "", "a run that goes well is silent without a terminal")
    push(store, *to, "--verbose", says="nothing new, nothing sent")
    news.write_text(feed([("c", "Third", "three"), ("b", "Second", "two, corrected"), ("a", "First", "one")], topic, hubs))
    report = json.loads(push(store, *to, "--format", "json").stdout)
    check.that([(target["state"], target["items"], target["status"]) for target in report["targets"]] == [("delivered", 2, 204)] * 2
               and report["topic"] == topic and report["exit_status"] == 0, f"the report: {report}")
    lines = push(store, *to, "--format", "jsonl", "-v").stdout.splitlines()
    check.that([json.loads(line)["state"] for line in lines] == ["nothing-new"] * 2, f"the report in lines: {lines}")
got = events(hook)
check.that([event["items"] for event in got] == [["Second", "First"], ["Third", "Second"]], f"the webhook got {got}")
check.that(all(event["signed"] and not event["again"] and event["topic"] == topic for event in got), f"the webhook got {got}")
check.that([event["topic"] for event in events(hub)] == [topic] * 2, f"the hub got {hub.lines}")
check.that(hook.status == hub.status == 0, "SIGTERM ends listen quietly")

# One target fails: the others are done, 4; it is tried again, the others are not.
store = new_store()
news.write_text(feed(first, topic))
with Listener(check, "--format", "jsonl") as good, Listener(check, "--answer", "503", "--count", "1") as bad:
    to = ["--to", f"webhook:http://127.0.0.1:{good.port}/", f"webhook:http://127.0.0.1:{bad.port}/", "--secret-file", str(secret)]
    push(store, *to, status=4, says=[f"webhook:http://127.0.0.1:{bad.port}/: answered 503 (Service Unavailable)", "the next run tries again"])
    bad.wait()
    push(store, *to, status=4, says="no connection")
    with Listener(check, "--format", "jsonl", "--port", str(bad.port)) as again:
        push(store, *to)
    check.that([event["items"] for event in events(again)] == [["Second", "First"]], f"tried again: {again.lines}")
    push(new_store(), "--to", f"webhook:http://127.0.0.1:{bad.port}/", "--secret-file", str(secret), status=6)
check.that(len(good.lines) == 1, f"the good one got {good.lines}")

# A signature by another secret is refused: 7; without a secret nothing goes out: 2.
with Listener(check, "--secret-file", str(secret), "--format", "jsonl") as hook:
    to = ["--to", f"webhook:http://127.0.0.1:{hook.port}/"]
    push(new_store(), *to, status=7, says=["answered 401", "not by the secret", "check the secret"], SYNDICAT_WEBHOOK_SECRET="another")
    push(new_store(), *to, status=2, says="SYNDICAT_WEBHOOK_SECRET")
    push(new_store(), *to, "--now", "2020-01-01T00:00:00Z", "--secret-file", str(secret), status=7, says="too far from this clock")
    push(new_store(), *to, SYNDICAT_WEBHOOK_SECRET=secret.read_text())
    push(new_store(), *to, "--secret-file", str(check.path / "none"), status=2, says="no such file")
    push(new_store(), *to, "--secret-file", str(check.path), status=2, says="is a directory")
check.that([event["event"] for event in events(hook)] == ["refused", "refused", "webhook"], f"the webhook got {hook.lines}")

# Killed between sending and remembering: the next run sends the same under the same id.
store = new_store()
ids, push_process = [], []


def take(client, head):
    length = int(next(line.split(":")[1] for line in head.split("\r\n") if line.lower().startswith("content-length")))
    body = head.split("\r\n\r\n", 1)[1].encode("latin-1")
    while len(body) < length:
        body += client.recv(65536)
    ids.append(next(line.split(": ")[1] for line in head.split("\r\n") if line.startswith("webhook-id")))
    if len(ids) == 1:
        push_process[0].kill()
    client.sendall(b"HTTP/1.1 204 No Content\r\n\r\n")


with raw_server({"/": take}) as port:
    words = ["push", str(news), "--store", store, "--to", f"webhook:http://127.0.0.1:{port}/", "--secret-file", str(secret)]
    child = subprocess.Popen([check.program, *words], env=check.environment, stderr=subprocess.DEVNULL)
    push_process.append(child)
    check.that(child.wait(30) == -signal.SIGKILL, "killed while it sends")
    check.run(*words)
    check.run(*words, "--verbose", says="nothing new")
check.that(len(ids) == 2 and ids[0] == ids[1], f"the ids: {ids}")

# What is only remembered is not sent. Another run at the same time: 75.
store = new_store()
with Listener(check, "--format", "jsonl") as hook:
    to = ["--to", f"webhook:http://127.0.0.1:{hook.port}/", "--secret-file", str(secret)]
    push(store, *to, "--remember-only", "--dry-run", says="would be counted as delivered, 2 items")
    push(store, *to, "--remember-only", "-v", says="2 items remembered as delivered, nothing sent")
    push(store, *to, "-v", says="nothing new")
check.that(hook.lines == [], f"the webhook got {hook.lines}")

held = threading.Event()
with raw_server({"/": lambda client, _: (held.set(), client.recv(1))}) as port:
    words = ["push", str(news), "--store", store, "--to", f"websub:http://127.0.0.1:{port}/"]
    slow = subprocess.Popen([check.program, *words, "--timeout", "5"], env=check.environment, stderr=subprocess.DEVNULL)
    held.wait(20)
    check.run(*words, status=75, says="another run holds it")
    check.that(slow.wait(30) == 6, "the first run ends by its limit of time")

# What is asked for wrongly is said before anything is sent.
websub = "websub:http://127.0.0.1:9/"
news.write_text(feed(first, topic))
push(store, status=2, says="--discover")
push(store, "--discover", status=5, says="names no hub")
push(store, "--to", "hub.example", status=2, says="no kind of target")
push(store, "--to", "webhook:ftp://hub.example/", status=2, says="no http or https URL")
push(store, "--to", websub, "--topic", "feed.atom", status=2, says="--topic")
check.run("push", "--to", websub, status=2, says="FEED is missing")
check.run("push", str(check.path / "none.atom"), "--to", websub, status=3, says="no such file")
check.run("push", str(check.path), "--to", websub, status=3, says="is a directory")
news.write_text(feed(first, "").replace('<link rel="self" href=""/>', ""))
push(store, "--to", websub, "--dry-run", status=2, says="--topic URL")
push(store, "--to", websub, "--dry-run", "--topic", topic, says="would be sent, 2 items")
check.run("push", "-", "--to", websub, "--dry-run", "--topic", topic, stdin=news.read_text(), says="would be sent, 2 items")
check.that(not (check.path / ".local").exists(), "a dry run makes no store")
check.run("listen", "--port", "70000", status=2, says="no port")
check.run("listen", "--answer", "99", status=2, says="no status")
check.end()
