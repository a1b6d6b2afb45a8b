#!/usr/bin/env python3
"""Servers that behave badly: each is answered with clear words and the right exit status, in bounded time and memory."""
import gzip, pathlib, resource, sys, time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "http"))
from servers import Check, feed, raw_server

check = Check()
good = feed([("a", "One", "text")]).encode()
calls = []


def answer(head, body=b""):
    return lambda client, _: client.sendall(head.replace("\n", "\r\n").encode() + b"\r\n" + body)


def hold(client, _):
    calls.append("never")
    client.recv(1)  # until the other end gives up


def forever(client, _):
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n")
    for _ in range(10000):
        client.sendall(b" " * 65536)


def dribble(client, _):
    client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n")
    for _ in range(200):
        client.sendall(b" ")
        time.sleep(0.1)


def endless_headers(client, _):
    client.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(100000):
        client.sendall(b"X-%d: %s\r\n" % (number, b"y" * 1000))


bomb = gzip.compress(b" " * (60 << 20))
answers = {
    "/good": answer(f"HTTP/1.1 200 OK\nContent-Type: application/atom+xml\nContent-Length: {len(good)}\n", good),
    "/zipped": answer(f"HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: {len(gzip.compress(good))}\n", gzip.compress(good)),
    "/never": hold,
    "/forever": forever,
    "/dribble": dribble,
    "/headers": endless_headers,
    "/one": answer("HTTP/1.1 302 Found\nLocation: /two\nContent-Length: 0\n"),
    "/two": answer("HTTP/1.1 302 Found\nLocation: /one\nContent-Length: 0\n"),
    "/file": answer("HTTP/1.1 302 Found\nLocation: file:///etc/passwd\nContent-Length: 0\n"),
    "/cut": answer(f"HTTP/1.1 200 OK\nContent-Length: {len(good) + 1000}\n", good),
    "/short": answer(f"HTTP/1.1 200 OK\nContent-Length: {len(good) - 100}\n", good),
    "/chunk": answer("HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n", b"zz\r\nnonsense"),
    "/404": answer("HTTP/1.1 404 Not Found\nContent-Length: 0\n"),
    "/410": answer("HTTP/1.1 410 Gone\nContent-Length: 0\n"),
    "/500": answer("HTTP/1.1 500 Oh\nContent-Length: 0\n"),
    "/503": answer("HTTP/1.1 503 Busy\nRetry-After: 77\nContent-Length: 0\n"),
    "/bomb": answer(f"HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: {len(bomb)}\n", bomb),
    "/notzip": answer("HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 10\n", b"not zipped"),
    "/closed": lambda *_: None,
    "/other": lambda client, _: client.sendall(b"220 mail.example ESMTP\r\n"),
    "/html": answer("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: 46\n", b"<!DOCTYPE html><html><title>Not found</title>\n"),
    "/empty": answer("HTTP/1.1 200 OK\nContent-Length: 0\n"),
    "/large": answer("HTTP/1.1 200 OK\nContent-Length: 200000000\n", b"<"),
    "*": lambda client, head: (calls.append(head.split("\r\n")[0]), client.sendall(b"HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")),
}

with raw_server(answers) as port:
    at = f"http://127.0.0.1:{port}"

    def push(path, *words, **wanted):
        return check.run("push", path if "://" in path else at + path, "--dry-run", "--to", "websub:http://127.0.0.1:9/", *words, **wanted)

    push("/good", says="would be sent, 1 item")
    push("/zipped", says="would be sent, 1 item")
    start = time.monotonic()
    push("/never", "--timeout", "2", status=6, says=["/never: was not done after 2 seconds", "--timeout"])
    push("/dribble", "--timeout", "2", status=6, says="was not done after 2 seconds")
    check.that(time.monotonic() - start < 20, "the limit of time is not kept")
    push("/forever", "--max-size", "1M", status=3, says=["more than the limit of 1048576 bytes", "--max-size"])
    push("/large", "--max-size", "1M", status=3, says="more than the limit of 1048576 bytes")
    push("/bomb", "--max-size", "1M", status=3, says="more than the limit of 1048576 bytes")
    push("/headers", status=6, says="bytes of headers")
    push("/one", status=6, says=["redirects in a circle", "/one"])
    push("/file", status=6, says="only http and https are followed")
    push("/cut", status=6, says="broke off after")
    push("/short", status=3, says="/short")
    push("/chunk", status=6, says="/chunk: ")
    push("/404", status=7, says="answered 404 (Not Found); check the address")
    push("/410", status=7, says="answered 410 (Gone)")
    push("/500", status=7, says="answered 500 (Internal Server Error); try again later")
    push("/503", status=7, says="answered 503 (Service Unavailable) and asks to wait 77 seconds")
    push("/notzip", status=6, says="cannot be decompressed")
    push("/closed", status=6, says="closed the connection without an answer")
    push("/other", status=6, says="does not answer as HTTP does")
    push("/html", status=3, says="/html")
    push("/empty", status=3, says="/empty")
    push(f"https://127.0.0.1:{port}/good", status=6, says="no secure connection")
    push("http://127.0.0.1:9/", status=6, says="no connection")
    push("http://nowhere.invalid/", status=6, says="the host is not known")
    push("gopher://127.0.0.1/", status=2, says="cannot be fetched")
    # A name beyond ASCII goes out as IDNA has it, whatever the locale; a proxy comes from the environment.
    push("http://\u043d\u0430\u0432\u0456\u043d\u044b.example/\u0430 b", status=7, http_proxy=at)
    check.that(calls[-1] == "GET http://xn--80ae5ac4e2c.example/%D0%B0%20b HTTP/1.1", f"asked the proxy for {calls[-1]}")
    push("http://paper.example/", status=6, says="the proxy is not known", http_proxy="http://nowhere.invalid:1/")

most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
check.that(most < 600, f"{most:.0f} MB of memory")  # with sanitizers; a bomb taken whole would show
check.end()
