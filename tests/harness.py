"""What the checks that run the program share: a folder of their own, a server on loopback, what went wrong."""
import contextlib, http.server, json, os, pathlib, subprocess, sys, tempfile, threading

top = pathlib.Path(__file__).resolve().parents[1]
program = str(pathlib.Path(sys.argv[1]).resolve()) if len(sys.argv) > 1 else "syndicat"
failures = []


def skip(reason):
    print(f"SKIP: {reason}")
    sys.exit(77)


def check(good, words):
    """Counts one fact; tells it where it is not so."""
    if not good:
        failures.append(words)
        print(f"FAIL: {words}")
    return good


def finish():
    print("all is well" if not failures else f"{len(failures)} failed")
    sys.exit(bool(failures))


def run(*words, folder=None, timeout=60, environment=None, **more):
    """Runs the program; gives what subprocess.run gives, with text streams."""
    settings = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "SYNDICAT_")) and "proxy" not in key.lower()}
    settings |= {"LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": str(folder or tempfile.gettempdir())} | (environment or {})
    return subprocess.run([program, *map(str, words)], cwd=folder, env=settings, capture_output=True, text=True, timeout=timeout, **more)


MEASURE = """
import os, sys
child = os.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
_, status, usage = os.wait4(child, 0)
with open(sys.argv[1], "w") as told:
    print(os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime, file=told)
"""


def measured(*words, **more):
    """Runs the program; gives its status, what it printed on both streams, its peak of memory in MB, its seconds of CPU.

    By way of a small process: the kernel counts what the parent holds at the fork as the child's.
    """
    with tempfile.NamedTemporaryFile("r") as told:
        ended = subprocess.run([sys.executable, "-I", "-S", "-c", MEASURE, told.name, program, *map(str, words)], stdout=subprocess.PIPE,
                               stderr=subprocess.STDOUT, **({"stdin": subprocess.DEVNULL} | more))
        status, memory, seconds = told.read().split()
    return int(status), ended.stdout.decode("utf-8", "replace"), float(memory), float(seconds)


def is_sanitized():
    """Whether the program was built with sanitizers, which take memory and time of their own."""
    return b"__asan_init" in pathlib.Path(program).read_bytes()


def expect(ended, status, *parts):
    """The exit status, and words that must stand on standard error."""
    good = check(ended.returncode == status, f"{ended.args[1:]}: status {ended.returncode}, not {status}\n{ended.stdout[-2000:]}{ended.stderr[-2000:]}")
    for part in parts:
        good = check(part in ended.stderr, f"{ended.args[1:]}: does not say {part!r} but\n{ended.stderr}") and good
    return good


@contextlib.contextmanager
def folder():
    with tempfile.TemporaryDirectory(prefix="syndicat-") as name:
        yield pathlib.Path(name)


@contextlib.contextmanager
def server(answer):
    """Serves on a free port of loopback. `answer(handler)` writes the whole response. Gives the address in front of paths."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def handle_any(self):
            try:
                answer(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        do_GET = do_POST = do_HEAD = handle_any

        def log_message(self, *words):
            pass

        def reply(self, status, body=b"", **headers):
            body = body.encode() if isinstance(body, str) else body
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name.replace("_", "-"), value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as httpd:
        httpd.daemon_threads = True
        thread = threading.Thread(target=httpd.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{httpd.server_address[1]}"
        finally:
            httpd.shutdown()


def read_json(ended):
    try:
        return json.loads(ended.stdout)
    except ValueError:
        check(False, f"{ended.args[1:]}: no JSON on standard output\n{ended.stdout[-2000:]}{ended.stderr[-2000:]}")
        return {}
