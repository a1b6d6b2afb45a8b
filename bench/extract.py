#!/usr/bin/env python3
"""Extraction over all pages below a folder: `syndicat fetch` page by page, beside Mozilla's Readability where node has it.

usage: extract.py PROGRAM [FOLDER] [--calls BENCH] [--doubled]

FOLDER: *.html and *.html.gz; the project's samples where it is left out. Each page goes through one process; the start of an empty page is taken off. `--calls`
names a program built from bench/extract.cpp, which times the library call alone. `--doubled` repeats the body of the
ten largest pages 1, 2, 4 and 8 times: what grows by more than the page does is quadratic. Beside it, where
`node -e 'require("@mozilla/readability"); require("linkedom")'` works, the same pages in one node process.
"""
import argparse, gzip, json, pathlib, re, resource, shutil, statistics, subprocess, tempfile

arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("program")
arguments.add_argument("folder", nargs="?", default=pathlib.Path(__file__).resolve().parents[1] / "samples")
arguments.add_argument("--calls")
arguments.add_argument("--doubled", action="store_true")
options = arguments.parse_args()

READABILITY = """
const {Readability} = require("@mozilla/readability"), {parseHTML} = require("linkedom"), fs = require("fs");
for (const path of fs.readFileSync(0, "utf8").trim().split("\\n")) {
  const before = process.cpuUsage();
  try { new Readability(parseHTML(fs.readFileSync(path, "utf8")).document).parse(); } catch (error) {}
  const used = process.cpuUsage(before);
  console.log((used.user + used.system) / 1000);
}
"""


def cpu_of(page):
    """Milliseconds of CPU that one process takes for the page, and its largest memory in MB."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([options.program, "fetch", "-", "--base-uri", "https://paper.example/story", "--to", "json"], input=page,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000, after.ru_maxrss / 1024


def report(name, times):
    times = sorted(times)
    print(f"{name:34s} pages {len(times)}  mean {statistics.mean(times):7.2f} ms  median {statistics.median(times):7.2f}  "
          f"99 % {times[min(len(times) - 1, len(times) * 99 // 100)]:7.2f}  most {times[-1]:7.2f}")


pages = []
for path in sorted(pathlib.Path(options.folder).rglob("*.html*")):
    if "expected" not in path.name:
        pages.append(gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes())
start = statistics.median(cpu_of(b"<p>x")[0] for _ in range(20))
measured = [cpu_of(page) for page in pages]
print(f"{len(pages)} pages, {sum(map(len, pages)) / len(pages) / 1024:.0f} KB each; a process that reads nothing: {start:.1f} ms")
report("syndicat fetch, start taken off", [max(0.0, cpu - start) for cpu, _ in measured])
print(f"largest process: {max(memory for _, memory in measured):.0f} MB")

with tempfile.TemporaryDirectory() as folder:
    names = []
    for number, page in enumerate(pages):
        names.append(f"{folder}/{number}.html")
        pathlib.Path(names[-1]).write_bytes(page)
    if options.calls:
        run = subprocess.run([options.calls], input="\n".join(names), capture_output=True, text=True)
        report("library call", [float(line) for line in run.stdout.split()])
    if shutil.which("node"):
        run = subprocess.run(["node", "-e", READABILITY], input="\n".join(names), capture_output=True, text=True)
        times = [float(line) for line in run.stdout.split()]
        if times:
            report("@mozilla/readability, linkedom", times)
        else:
            print("readability: not there (npm install @mozilla/readability linkedom)")

if options.doubled:
    for page in sorted(pages, key=len)[-10:]:
        body = re.search(rb"<body[^>]*>(.*)</body>", page, re.S | re.I)
        if body:
            row = [cpu_of(page.replace(body[1], body[1] * times))[0] - start for times in (1, 2, 4, 8)]
            print(f"{len(page) / 1024:7.0f} KB  x1 x2 x4 x8: " + "  ".join(f"{cpu:8.1f}" for cpu in row))
