#!/usr/bin/env python3
"""A real server: compression, redirects from http to https, a certificate of our own, hubs and the topic in Link fields."""
import pathlib, sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from servers import Check, Listener, certificate, feed, free_port, nginx, wait_for_port

check = Check()
root = check.path / "root"
root.mkdir()
entries = [(str(number), f"Title {number}", "text " * 200) for number in range(20)]
(root / "feed.atom").write_text(feed(entries, "").replace('<link rel="self" href=""/>', ""))
cert, key = certificate(check.path)
plain, secure = free_port(), free_port()

with Listener(check) as hub:
    with nginx(check.path, f"""
    server {{
      listen 127.0.0.1:{plain}; root {root}; gzip on; gzip_types application/atom+xml; gzip_min_length 10;
      location /moved {{ return 301 https://localhost:{secure}/feed.atom; }}
      location /linked.atom {{
        alias {root}/feed.atom;
        add_header Link '<http://127.0.0.1:{hub.port}/>; rel="hub", <https://paper.example/topic>; rel="self"';
      }}
    }}
    server {{
      listen 127.0.0.1:{secure} ssl http2; root {root};
      ssl_certificate {cert}; ssl_certificate_key {key};
    }}"""):
        check.that(wait_for_port(plain) and wait_for_port(secure), "nginx does not start: " + (check.path / "error.log").read_text())

        def push(url, *words, **wanted):
            return check.run("push", url, "--store", str(check.path / "store.db"), *words, **wanted)

        to = ["--to", "websub:http://127.0.0.1:9/", "--dry-run"]
        push(f"http://127.0.0.1:{plain}/feed.atom", *to, says="would be sent, 20 items")
        check.that(' 200 ' in (log := (check.path / "access.log").read_text()) and int(log.split()[9]) < 2000, f"not compressed: {log}")
        push(f"https://localhost:{secure}/feed.atom", *to, status=6, says=["its certificate is not to be trusted", "SSL_CERT_FILE"])
        push(f"https://localhost:{secure}/feed.atom", *to, says="would be sent", SSL_CERT_FILE=str(cert))
        push(f"https://127.0.0.1:{secure}/feed.atom", *to, says="would be sent", CURL_CA_BUNDLE=str(cert))
        push(f"https://localhost:{secure}/feed.atom", *to, status=6, says="cannot be read", SSL_CERT_FILE=str(check.path / "none"))
        report = push(f"http://127.0.0.1:{plain}/moved", *to, "--format", "json", SSL_CERT_FILE=str(cert))
        check.that(f'"topic": "https://localhost:{secure}/feed.atom"' in report.stdout, "the topic is where a redirect ends")
        check.that('"HTTP/2.0"' not in log and "HTTP/2.0" in (check.path / "access.log").read_text(), "HTTP/2 over TLS")
        push(f"http://127.0.0.1:{plain}/none.atom", *to, status=7, says="answered 404")
        push(f"http://127.0.0.1:{plain}/linked.atom", "--discover")
        push(f"http://127.0.0.1:{plain}/linked.atom", "--discover", "-v", says="nothing new")
check.that(hub.lines == ["ping https://paper.example/topic"], f"the hub got {hub.lines}")
check.end()
