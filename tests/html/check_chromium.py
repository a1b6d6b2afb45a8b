#!/usr/bin/env python3
"""A browser sees the sanitiser's attacks: as they are, to know that this check would notice, and sanitised.

Every vector of tests/html/sanitize/vectors is shown to headless Chromium, served from this machine alone:
  - as it is, in a frame of its own, as page content and by innerHTML: many must run, or the check is blind;
  - sanitised, all on one page: as page content, by innerHTML, and through to_xhtml as application/xhtml+xml.
Then each page is used: everything is clicked, focused, hovered over and sent. What runs calls hit(number), what
fetches or leads away asks for /hit/number; either is noted here. A sanitised vector must do neither.
"""
import html
import http.server
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

FOLDER = Path(__file__).parent / "sanitize" / "vectors"
TIME_LIMIT = 400  # seconds for the browser
AT_ONCE = 12  # frames
NAMES = ["clobbered"]  # what vectors try to put on the window

# Put into each page before all else. Links that lead to a page are not followed: asking for one proves nothing.
PRELUDE = """
window.hit = (n = 'SELF') => { const r = new XMLHttpRequest(); r.open('GET', '/hit/RUN/' + n, false); try { r.send() } catch (e) {} };
window.PWN = 0;
window.alert = window.prompt = window.confirm = window.open = window.print = () => {};
window.addEventListener('click', e => {
  const a = e.target.closest && e.target.closest('a, area');
  const to = a && (a.protocol || String(a.href && a.href.baseVal || ''));
  if (a && !/^(javascript|data|vbscript)/i.test(to)) e.preventDefault();
}, true);
window.own = { getElementById: document.getElementById, createElement: document.createElement,
  querySelector: document.querySelector, body: () => document.body };
"""
# Run when the page is there.
USE = """
const wait = ms => new Promise(go => setTimeout(go, ms));
async function use(root) {
  await wait(WAIT);
  const events = ['mouseover','mouseenter','mousedown','mouseup','mousemove','mouseout','dblclick','auxclick','contextmenu',
    'pointerover','pointerdown','pointerrawupdate','gotpointercapture','wheel','touchstart','keydown','keypress','input',
    'beforeinput','change','copy','cut','paste','beforecopy','selectstart','dragstart','drop','scroll','scrollend','blur',
    'submit','reset','invalid','toggle','beforetoggle','beforematch','slotchange','contextlost','fullscreenchange','search',
    'command','show','close','formdata'];
  for (const element of [...root.querySelectorAll('*')]) {
    for (const name of events) {
      try { element.dispatchEvent(new Event(name, {bubbles: false, cancelable: true})) } catch (e) {}
    }
    try { element.focus && element.focus() } catch (e) {}
    try {
      const E = Element.prototype;
      if (element.click) HTMLElement.prototype.click.call(element);
      else E.dispatchEvent.call(element, new MouseEvent('click', {bubbles: true, cancelable: true}));
    } catch (e) {}
  }
  await wait(WAIT);
  for (const [i, name] of NAMES.entries()) if (name in window) hit('name-' + name);
  for (const name of ['getElementById', 'createElement', 'querySelector'])
    if (document[name] !== own[name]) hit('name-' + name);
}
"""


def unescape(line):
    def one(match):
        text = match.group(1)
        if text.startswith("u"):
            return chr(int(text[2:-1], 16))
        return {"n": "\n", "t": "\t", "r": "\r", "f": "\f", "0": "\0"}.get(text, text)

    return re.sub(r"\\(u\{[0-9A-Fa-f]+\}|.)", one, line)


def read_vectors():
    vectors = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line and not line.startswith("# "):
                vectors.append((path.stem, unescape(line)))
    return vectors


def armed(text, run, number, port):
    """The vector with what it is to do."""
    return (text.replace("PWN", f"hit({number})").replace("FETCH", f"/hit/{run}/{number}")
            .replace("//HOST/", f"//127.0.0.1:{port}/hit/{run}/{number}?"))


def serialize(program, writer, fragments):
    # A null byte ends a fragment there; within one it is what the tokenizer makes of it anyway.
    data = "\0".join(fragment.replace("\0", "\ufffd") for fragment in fragments) + "\0"
    result = subprocess.run([program, "--each", writer], input=data.encode("utf-8", "surrogatepass"), capture_output=True,
                            timeout=300)
    if result.returncode != 0:
        sys.exit(f"html-serialize {writer} ended with {result.returncode}: {result.stderr.decode()[-2000:]}")
    return result.stdout.decode().split("\0")[:-1]


def script(text, run, wait=60, number="nobody"):
    return text.replace("RUN", run).replace("SELF", str(number)).replace("WAIT", str(wait)).replace("NAMES", json.dumps(NAMES))


class Pages:
    """What the browser may ask for, and what it asked for."""

    def __init__(self, program, port):
        self.port = port
        self.vectors = read_vectors()
        self.hits = {}  # run: numbers
        self.done = threading.Event()
        self.progress = ""
        self.sanitized = {}
        for run in ("content", "inner", "xhtml"):
            fragments = [armed(text, run, number, port) for number, (_, text) in enumerate(self.vectors)]
            self.sanitized[run] = serialize(program, "sanitized-xhtml" if run == "xhtml" else "sanitize", fragments)

    def answer(self, path):
        """(type, body) for a path, or nothing."""
        parts = path.split("?")[0].strip("/").split("/")
        if parts[0] == "hit" and len(parts) >= 3:
            self.hits.setdefault(parts[1], set()).add(parts[2])
            return "text/html", b"<!doctype html><p>hit"
        if parts[0] == "runner":
            return "text/html; charset=utf-8", self.runner().encode()
        if parts[0] == "raw-content" or parts[0] == "raw-inner":
            return "text/html; charset=utf-8", self.raw(parts[0], int(parts[1])).encode("utf-8", "surrogatepass")
        if parts[0] == "content":
            body = "\n".join(f"<div class=v>{part}</div>" for part in self.sanitized["content"])
            return "text/html; charset=utf-8", self.page("content", body).encode()
        if parts[0] == "inner":
            return "text/html; charset=utf-8", self.inner("inner", self.sanitized["inner"], 400).encode()
        if parts[0] == "xhtml":
            body = "\n".join(f"<div class=\"v\">{part}</div>" for part in self.sanitized["xhtml"])
            head = html.escape(script(PRELUDE, "xhtml"))
            tail = html.escape(script(USE, "xhtml", 400) + self.report("xhtml"))
            return "application/xhtml+xml", (
                f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title><script>{head}</script></head>'
                f"<body>{body}<script>{tail}</script></body></html>").encode()
        if parts[0] == "progress":
            self.progress = parts[1]
            return "text/plain", b""
        if parts[0] == "done":
            self.done.set()
            return "text/plain", b""
        return None

    def report(self, run):
        return (f"use(document).then(() => top.postMessage({{run: '{run}', "
                "elements: document.querySelectorAll('.v').length}, '*'));")

    def page(self, run, body, wait=400):
        return (f"<!doctype html><meta charset=utf-8><script>{script(PRELUDE, run)}</script><body>{body}"
                f"<script>{script(USE, run, wait)}{self.report(run)}</script>")

    def inner(self, run, fragments, wait):
        # "<" and ">" as escapes, so that nothing ends the script.
        data = json.dumps(fragments).replace("<", "\\u003c").replace(">", "\\u003e")
        return self.page(run, f"<script>for (const part of {data}) {{ const div = document.createElement('div'); "
                              "div.className = 'v'; document.body.appendChild(div); div.innerHTML = part; }</script>", wait)

    def raw(self, run, number):
        vector = armed(self.vectors[number][1], run, number, self.port)
        prelude = script(PRELUDE, run, 60, number).replace("'name-'", f"'{number}-name-'")
        use = script(USE, run, 60).replace("'name-'", f"'{number}-name-'")
        # What uses the page comes before the vector: some of them swallow all that is behind.
        start = f"<script>{prelude}{use}addEventListener('load', () => use(document).then(() => top.postMessage({{}}, '*')))</script>"
        if run == "raw-inner":
            data = json.dumps(vector).replace("<", "\\u003c").replace(">", "\\u003e")
            return (f"<!doctype html><meta charset=utf-8>{start}<body><script>const d = document.createElement('div'); "
                    f"document.body.appendChild(d); d.innerHTML = {data};</script>")
        return f"<!doctype html><meta charset=utf-8>{start}<body>{vector}"

    def runner(self):
        return f"""<!doctype html><meta charset=utf-8><body><script>
const ask = path => new Promise(go => {{ const r = new XMLHttpRequest(); r.open('GET', path); r.onloadend = go; r.send(); }});
function show(path, ms) {{
  return new Promise(go => {{
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-same-origin allow-forms allow-modals');
    frame.style.cssText = 'width:300px;height:200px';
    let reported = null;
    const listen = e => {{ if (e.source === frame.contentWindow) {{ reported = e.data; finish(); }} }};
    const finish = () => {{ clearTimeout(timer); removeEventListener('message', listen); frame.remove(); go(reported); }};
    addEventListener('message', listen);
    const timer = setTimeout(finish, ms);
    frame.src = path;
    document.body.appendChild(frame);
  }});
}}
(async () => {{
  for (const run of ['content', 'inner', 'xhtml']) {{
    const report = await show('/' + run, 40000);
    await ask('/hit/' + run + '-report/' + (report ? report.elements : 'none'));
  }}
  const paths = [];
  for (let n = 0; n < {len(self.vectors)}; ++n) paths.push('/raw-content/' + n, '/raw-inner/' + n);
  const worker = async () => {{ while (paths.length) {{ const path = paths.shift(); await show(path, 4000); }} }};
  await Promise.all(Array.from({{length: {AT_ONCE}}}, worker));
  await ask('/done');
}})();
</script>"""


def serve(pages_of):
    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            answer = pages_of[0].answer(self.path)
            status, (kind, body) = (200, answer) if answer else (404, ("text/plain", b""))
            try:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-store")
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the frame is gone

        do_POST = do_GET

        def log_message(self, *_):
            pass

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

        def handle_error(self, *_):
            pass  # a frame that went away in the middle

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def browse(chromium, port, done):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                   "--disable-background-networking", "--disable-component-update", "--disable-sync", "--mute-audio",
                   "--disable-dev-shm-usage", "--autoplay-policy=no-user-gesture-required",
                   "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", "--remote-debugging-port=0",
                   f"--user-data-dir={profile}", f"http://127.0.0.1:{port}/runner"]
        browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        finished = done.wait(TIME_LIMIT)
        os.killpg(browser.pid, signal.SIGTERM)
        try:
            browser.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(browser.pid, signal.SIGKILL)
            browser.wait()
        return finished


def main():
    program = Path(sys.argv[1]).parent / "tests" / "html-serialize"
    chromium = shutil.which("chromium")
    if not chromium:
        print("SKIP: chromium is not installed (packages.apt, group browser)")
        return 77
    pages_of = [None]
    server = serve(pages_of)
    port = server.server_address[1]
    pages = pages_of[0] = Pages(program, port)
    total = len(pages.vectors)
    finished = browse(chromium, port, pages.done)
    server.shutdown()

    failures = []
    if not finished:
        failures.append(f"the browser was not done within {TIME_LIMIT} seconds")
    for run in ("content", "inner", "xhtml"):
        for number in sorted(pages.hits.get(run, ())):
            what = pages.vectors[int(number)][1] if number.isdigit() else number
            failures.append(f"{run}: {number} ran: {what!r}\n  sanitised: "
                            f"{pages.sanitized[run][int(number)] if number.isdigit() else ''!r}")
        reported = pages.hits.get(run + "-report", {"none"})
        if reported != {str(total)}:
            failures.append(f"{run}: the page shows {reported} of {total} vectors")

    seen = {"raw-content": set(), "raw-inner": set()}
    for run in seen:
        seen[run] = {int(number.split("-")[0]) for number in pages.hits.get(run, ())}
    either = seen["raw-content"] | seen["raw-inner"]
    families = {}
    for number, (family, _) in enumerate(pages.vectors):
        there = families.setdefault(family, [0, 0])
        there[0] += 1
        there[1] += number in either
    print(f"{total} vectors; as they are, {len(seen['raw-content'])} run as page content, {len(seen['raw-inner'])} by "
          f"innerHTML, {len(either)} in one or the other: " +
          ", ".join(f"{family} {ran} of {count}" for family, (count, ran) in sorted(families.items())))
    print(f"sanitised: {sum(len(pages.hits.get(run, ())) for run in ('content', 'inner', 'xhtml'))} ran or fetched")
    if "-v" in sys.argv:
        for number, (family, text) in enumerate(pages.vectors):
            if number not in either:
                print(f"  silent: {family}: {text!r}")
    if len(either) < total // 2:
        failures.append(f"only {len(either)} of {total} vectors run as they are: this check would not notice much")
    for family, (count, ran) in families.items():
        if ran == 0:
            failures.append(f"no vector of {family} runs as it is")
    print(*failures, sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
