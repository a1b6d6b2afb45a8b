#!/usr/bin/env python3
"""What `convert` writes is valid by `validate`, also where the feed that it read is not.

Over the project's own cases and samples, and over the real feeds of ../shared where those are there. An id that is spelt
wrongly stays as it is (syndicat-convert(1), Ids); no feed here has one.
"""
import concurrent.futures, json, pathlib, subprocess, sys, tempfile

program = sys.argv[1]
top = pathlib.Path(__file__).resolve().parents[2]
GIVEN = ["--now", "2026-06-18T12:00:00Z", "--base-uri", "https://base.example/feeds/", "--title", "T", "--link", "https://base.example/",
         "--self", "https://base.example/feeds/self", "--description", "D", "--author", "A", "--language", "en"]
FORMATS = ["rss", "atom", "rdf", "json", "opml", "sitemap-news"]

feeds = [path for path in top.glob("tests/formats/cases/*/input.*") if path.parent.name != "h_feed"]
feeds += [path for path in top.glob("samples/*") if path.suffix in (".xml", ".json", ".atom", ".rss")]
feeds += sorted((top.parent / "shared/conformance/wild/feeds").glob("*"))


def convert(job):
    feed, name, place = job
    out = place / f"{feed.parent.name}-{feed.stem}.{name}"
    run = subprocess.run([program, "convert", str(feed), "--to", name, "-o", str(out), *GIVEN], capture_output=True, text=True)
    # 5: no item has what a news sitemap wants.
    good = run.returncode == 0 or (name == "sitemap-news" and run.returncode == 5)
    return None if good else f"{feed} to {name}: ended with {run.returncode}: {run.stderr.strip().splitlines()[-1:]}"


with tempfile.TemporaryDirectory() as folder:
    place = pathlib.Path(folder)
    jobs = [(feed, name, place) for feed in feeds for name in FORMATS]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        wrong = [words for words in pool.map(convert, jobs) if words]
    run = subprocess.run([program, "validate", "--format", "jsonl", "--now", "2026-06-18T12:00:00Z", folder], capture_output=True, text=True)
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        if finding["severity"] == "error":
            wrong.append(f"{pathlib.Path(finding['file']).name}: {finding['rule']}: {finding['message']}")
    written = sum(1 for _ in place.iterdir())

print(f"{len(feeds)} feeds, {written} documents written")
for words in wrong[:20]:
    print(words)
sys.exit(bool(wrong) or written < 100)
