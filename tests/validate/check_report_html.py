#!/usr/bin/env python3
"""The page of --format html, in headless Chromium: whole in itself, each finding beside its line, and the filter shows what
it says, in light and dark. usage: check_report_html.py PROGRAM"""
import html.parser, json, os, pathlib, re, shutil, signal, subprocess, sys, tempfile

program = pathlib.Path(sys.argv[1]).resolve()
FEED = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:spotify="http://www.spotify.com/ns/rss">
  <channel>
    <title>Labour &lt;script&gt;alert(1)&lt;/script&gt; News</title>
    <link>news</link>
    <description>News</description>
    <itunes:explicit>yes</itunes:explicit>
    <item><title>Strike won</title><pubDate>yesterday</pubDate></item>
  </channel>
</rss>
"""
# Runs in a copy of the page only: each combination of the filter, what is then shown, and how it looks.
SCRIPT = """<script>
const result = {shown: [], fetched: performance.getEntriesByType("resource").length};
const boxes = ["error", "warning", "info"].map(name => document.getElementById("show-" + name));
for (let mask = 0; mask < 8; ++mask) {
  boxes.forEach((box, at) => { if (box.checked !== Boolean(mask >> at & 1)) box.click(); });
  const counts = ["error", "warning", "info"].map(name =>
    [...document.querySelectorAll(".finding." + name)].filter(one => one.getClientRects().length > 0).length);
  result.shown.push(counts);
}
boxes.forEach(box => { if (!box.checked) box.click(); });
result.beside = [...document.querySelectorAll(".finding")].map(one => {
  let row = one.previousElementSibling;
  while (row && !row.classList.contains("row")) row = row.previousElementSibling;
  return [Number(row.querySelector("b").textContent), Number(/line (\\d+)/.exec(one.textContent)[1]),
          one.getBoundingClientRect().top >= row.getBoundingClientRect().bottom - 1];
});
result.wide = document.documentElement.scrollWidth > document.documentElement.clientWidth;
const channels = text => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
result.dark = channels(getComputedStyle(document.querySelector(".finding p")).color)[0] > 128;
document.body.setAttribute("data-result", JSON.stringify(result));
</script>
"""


class Links(html.parser.HTMLParser):
    """What a page would fetch or run."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag in ("script", "link", "img", "iframe", "object", "embed", "base"):
            self.found.append(tag)
        self.found += [name for name, _ in attributes if name in ("src", "href", "srcset", "style") or name.startswith("on")]


def look(chromium, page, width, *options):
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = subprocess.Popen(
            [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
             "--disable-background-networking", "--disable-component-update", "--disable-sync",
             "--host-resolver-rules=MAP * ~NOTFOUND", f"--user-data-dir={profile}", f"--window-size={width},900", *options,
             "--dump-dom", page.as_uri()], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            dom = browser.communicate(timeout=120)[0].decode("utf-8")
        except subprocess.TimeoutExpired:
            os.killpg(browser.pid, signal.SIGKILL)
            sys.exit("the browser was not done within 120 seconds")
    found = re.search(r'data-result="([^"]*)"', dom)
    if not found:
        sys.exit("the page did not run to its end in the browser")
    return json.loads(html.unescape(found[1]))


def main():
    chromium = shutil.which("chromium")
    if not chromium:
        print("SKIP: chromium is not installed (packages.apt, group browser)")
        return 77
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        feed, page = pathlib.Path(folder, "feed.xml"), pathlib.Path(folder, "report.html")
        feed.write_text(FEED)
        validate = [program, "validate", "--now", "2026-07-01T00:00:00Z", feed, "--format"]
        report = subprocess.run([*validate, "html"], capture_output=True, text=True).stdout
        findings = [json.loads(line) for line in subprocess.run([*validate, "jsonl"], capture_output=True, text=True).stdout.splitlines()]
        counts = [sum(finding["severity"] == name for finding in findings) for name in ("error", "warning", "info")]
        if min(counts) == 0:
            failures.append(f"the feed should have findings of each severity: {counts}")
        links = Links()
        links.feed(report)
        if links.found or re.search(r"url\(|@import", report.split("</style>")[0]):
            failures.append(f"the page is not whole in itself: {links.found}")
        page.write_text(report + SCRIPT)
        for width, dark in ((1000, False), (1000, True), (500, False)):
            result = look(chromium, page, width, f"--blink-settings=preferredColorScheme={0 if dark else 1}")
            wanted = [[count if mask >> at & 1 else 0 for at, count in enumerate(counts)] for mask in range(8)]
            if result["shown"] != wanted:
                failures.append(f"the filter shows {result['shown']}, not {wanted}")
            if len(result["beside"]) != len(findings) or any(row != line or not below for row, line, below in result["beside"]):
                failures.append(f"findings not below their lines: {result['beside']}")
            if result["wide"]:
                failures.append(f"wider than a window of {width} pixels")
            if result["fetched"]:
                failures.append(f"fetched {result['fetched']} things")
            if result["dark"] != dark:
                failures.append(f"not {'dark' if dark else 'light'} where that is asked for")
    print(f"{counts[0]} errors, {counts[1]} warnings, {counts[2]} notes")
    print(*failures, sep="\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
