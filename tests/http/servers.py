"""Helpers for checks that need servers: all on loopback, all bounded, all gone at the end."""
import contextlib, http.server, os, pathlib, shutil, socket, ssl, subprocess, sys, tempfile, threading, time

FEED = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title>The Paper</title>
  <id>https://paper.example/</id>
  <updated>2026-06-18T09:30:00Z</updated>
  <author><name>Ann</name></author>
  <link rel="self" href="{topic}"/>{hubs}
{entries}</feed>
"""
ENTRY = """  <entry>
    <title>{title}</title>
    <id>https://paper.example/{id}</id>
    <link href="https://paper.example/{id}"/>
    <updated>2026-06-18T09:30:00Z</updated>
    <content type="text">{text}</content>
  </entry>
"""


def feed(entries, topic="https://paper.example/feed.atom", hubs=()):
    """An Atom feed; entries are (id, title, text)."""
    return FEED.format(topic=topic, hubs="".join(f'\n  <link rel="hub" href="{hub}"/>' for hub in hubs),
                       entries="".join(ENTRY.format(id=id, title=title, text=text) for id, title, text in entries))


class Check:
    """Runs the program and counts what is not as it should be."""

    def __init__(self):
        self.program = str(pathlib.Path(sys.argv[1]).resolve())
        self.failures = 0
        self.folder = tempfile.TemporaryDirectory(prefix="syndicat-check-")
        self.path = pathlib.Path(self.folder.name)
        self.environment = {key: value for key, value in os.environ.items()
                            if not key.lower().endswith("_proxy") and not key.startswith(("XDG_", "SYNDICAT_", "SSL_", "CURL_"))}
        self.environment |= {"HOME": self.folder.name, "LC_ALL": "C"}

    def run(self, *words, status=0, says=(), prints=(), stdin=None, timeout=60, **environment):
        run = subprocess.run([self.program, *words], env=self.environment | environment, input=stdin, capture_output=True,
                             text=True, timeout=timeout, cwd=self.folder.name)
        says = [says] if isinstance(says, str) else says
        prints = [prints] if isinstance(prints, str) else prints
        wrong = [f"status {run.returncode}, not {status}"] if run.returncode != status else []
        wrong += [f"standard error has no {word!r}" for word in says if word not in run.stderr]
        wrong += [f"standard output has no {word!r}" for word in prints if word not in run.stdout]
        wrong += ["a sanitizer spoke"] if "Sanitizer" in run.stderr or "runtime error" in run.stderr else []
        if wrong:
            self.failures += 1
            print(f"syndicat {' '.join(words)}\n  " + "\n  ".join(wrong))
            print("  output: " + run.stdout.strip()[:2000] + "\n  errors: " + run.stderr.strip()[:2000])
        return run

    def that(self, good, words):
        if not good:
            self.failures += 1
            print(words)

    def end(self):
        self.folder.cleanup()
        print("failed" if self.failures else "all well")
        sys.exit(1 if self.failures else 0)


def skip(reason):
    print(f"SKIP: {reason}")
    sys.exit(77)


@contextlib.contextmanager
def raw_server(answers):
    """A server that speaks as badly as its table says: path -> function(socket, head)."""
    door = socket.create_server(("127.0.0.1", 0))
    door.settimeout(0.2)
    over = threading.Event()

    def serve(client):
        with client:
            client.settimeout(30)
            head = b""
            try:
                while b"\r\n\r\n" not in head and len(head) < 65536 and (part := client.recv(4096)):
                    head += part
                    if not head[:1].isalpha():  # the beginning of TLS
                        return client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                target = head.split(b" ")[1].decode("latin-1") if b" " in head else "/"
                (answers.get(target) or answers.get("*") or (lambda *_: None))(client, head.decode("latin-1"))
            except OSError:
                pass

    def accept():
        while not over.is_set():
            try:
                client, _ = door.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            threading.Thread(target=serve, args=(client,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield door.getsockname()[1]
    finally:
        over.set()
        thread.join()
        door.close()


def certificate(folder):
    """A certificate of our own for localhost; gives the paths of certificate and key."""
    if not shutil.which("openssl"):
        skip("no openssl here")
    cert, key = folder / "cert.pem", folder / "key.pem"
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                    "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(key), "-out", str(cert)],
                   check=True, capture_output=True)
    return cert, key


def free_port():
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


@contextlib.contextmanager
def nginx(folder, servers):
    """nginx with its own configuration, in the foreground, as a child of ours."""
    program = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/sbin")
    if not program:
        skip("no nginx here")
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(f"""{user}
daemon off; master_process off; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log {folder}/access.log;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  types {{ application/atom+xml atom; text/html html; }}
  {servers}
}}
""")
    child = subprocess.Popen([program, "-p", str(folder), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        yield child
    finally:
        child.terminate()
        child.wait(10)


def wait_for_port(port, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return True
        time.sleep(0.05)
    return False


class Listener:
    """`syndicat listen`, started and waited for; `lines` are what it printed, once it has ended."""

    def __init__(self, check, *words, **environment):
        self.check = check
        self.port_file = check.path / f"port-{id(self)}"
        self.child = subprocess.Popen([check.program, "listen", "--port-file", str(self.port_file), "--timeout", "120", *words],
                                      env=check.environment | environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        end = time.monotonic() + 20
        while not self.port_file.exists() and time.monotonic() < end and self.child.poll() is None:
            time.sleep(0.02)
        check.that(self.port_file.exists(), "syndicat listen does not start")
        self.port = int(self.port_file.read_text())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.child.poll() is None:
            self.child.terminate()
        output, errors = self.child.communicate(timeout=20)
        self.status = self.child.returncode
        self.lines = output.splitlines()
        self.check.that("Sanitizer" not in errors and "runtime error" not in errors, errors)

    def wait(self):
        self.child.wait(30)
