#!/usr/bin/env python3
"""The HTML report as headless Chromium shows it: whole without a network, and its boxes hide what they name.

usage: check_report_html.py PROGRAM

A document with an error, a warning and a note, and hostile words in it, is reported on; a script put behind the
report unticks each box and writes down what is still shown. Chromium's answer is the page as it stands then.
"""
import html
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

DOCUMENT = """{
  "version": "https://jsonfeed.org/version/1",
  "title": "News <script>document.title='run'</script>",
  "<img src=x onerror=document.title='run'>": "a member that JSON Feed does not know",
  "items": [
    { "id": "1", "content_text": "They won.", "date_published": "<script>document.title='run'</script>" }
  ]
}
"""
SCRIPT = """<pre id="seen"></pre><script>
const shown = kind => [...document.querySelectorAll('.finding.' + kind)].filter(f => f.getClientRects().length).length;
const kinds = ['error', 'warning', 'info'];
const count = () => Object.fromEntries(kinds.map(kind => [kind, shown(kind)]));
const seen = { all: count(), title: document.title, rows: document.querySelectorAll('.row').length,
  wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
  text: document.querySelector('.source').textContent,
  asked: performance.getEntriesByType('resource').length, scripts: document.scripts.length };
for (const kind of kinds) {
  const box = document.getElementById('show-' + kind);
  document.querySelector('label:has(#show-' + kind + ')').click();
  seen[kind] = count();
  box.click();
}
seen.again = count();
document.getElementById('seen').textContent = JSON.stringify(seen);
</script>
"""


def main():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        print("SKIP: chromium is missing")
        sys.exit(77)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = pathlib.Path(name)
        (folder / "feed.json").write_text(DOCUMENT)
        command = [pathlib.Path(sys.argv[1]).resolve(), "validate", "--format"]
        lines = subprocess.run([*command, "jsonl", "feed.json"], cwd=folder, capture_output=True, text=True, timeout=60)
        findings = [json.loads(line) for line in lines.stdout.splitlines()]
        expected = {kind: sum(f["severity"] == kind for f in findings) for kind in ("error", "warning", "info")}
        page = subprocess.run([*command, "html", "feed.json"], cwd=folder, capture_output=True, text=True, timeout=60).stdout
        (folder / "report.html").write_text(page.replace("</html>", SCRIPT + "</html>"))
        browser = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
                   "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
                   "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={folder / 'profile'}",
                   "--window-size=500,900", "--dump-dom", (folder / "report.html").as_uri()]
        answer = subprocess.run(browser, capture_output=True, text=True, timeout=120).stdout
    found = re.search(r'<pre id="seen">(\{.*?\})</pre>', answer, re.S)
    if not found:
        sys.exit("the browser did not come to the end of the page: " + answer[-500:])
    seen = json.loads(html.unescape(found[1]))
    problems = []

    def must(holds, words):
        if not holds:
            problems.append(words)

    must(all(expected.values()), f"the document is to have findings of each severity: {expected}")
    must(seen["all"] == expected, f"shown {seen['all']}, found {expected}")
    must(seen["again"] == expected, f"after the boxes were used: {seen['again']}, found {expected}")
    for kind in expected:
        must(seen[kind] == {**expected, kind: 0}, f"without {kind}: {seen[kind]}")
    must(seen["title"] == "Findings", "something in the document ran")
    must(seen["scripts"] == 1, "the report has scripts")
    must(seen["asked"] == 0, "the page asks for something else")
    must(not seen["wide"], "the page is wider than a narrow window")
    must("<img src=x onerror=document.title='run'>" in seen["text"], "the source is not shown as it stands")
    print("\n".join(problems), end="\n" if problems else "")
    sys.exit(bool(problems))


main()
