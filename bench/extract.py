#!/usr/bin/env python3
"""Extraction over all pages below a folder: the library call alone and `syndicat fetch` page by page, beside Mozilla's Readability where node is there.

usage: extract.py PROGRAM [FOLDER] [--calls BENCH] [--quick]

FOLDER: *.html and *.html.gz; the articles of ../shared/conformance where it is left out, or the project's samples where there are none. `fetch`
takes one process a page; the start of an empty page is taken off. The library call is timed by bench/extract.cpp, built here against the
libsyndicat.a beside PROGRAM, or built before and named by --calls. The bodies of the ten largest pages stand 1, 2, 4 and 8 times: what grows
by more than the page does is quadratic (--quick leaves that out). Readability and linkedom come from NODE_PATH, else from build/node_modules,
where npm puts them at the first run.
"""
import argparse, gzip, os, pathlib, re, resource, shutil, statistics, subprocess, tempfile

here = pathlib.Path(__file__).resolve().parents[1]
articles = here.parent / "shared/conformance/articles"
arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("program")
arguments.add_argument("folder", nargs="?", default=articles if articles.is_dir() else here / "samples")
arguments.add_argument("--calls")
arguments.add_argument("--quick", action="store_true")
options = arguments.parse_args()

# What the project wants of itself: milliseconds of CPU a page, MB, times less than Readability, growth for a page twice as long.
MEAN, LATE, MEMORY, LESS, GROWTH = 4, 30, 64, 7, 2.5

READABILITY = """
const {Readability} = require("@mozilla/readability"), {parseHTML} = require("linkedom"), fs = require("fs");
for (const path of fs.readFileSync(0, "utf8").trim().split("\\n")) {
  const before = process.cpuUsage();
  try { new Readability(parseHTML(fs.readFileSync(path, "utf8")).document).parse(); } catch (error) {}
  const used = process.cpuUsage(before);
  console.log((used.user + used.system) / 1000);
}
"""
met = []


def cpu_of(path):
    """Milliseconds of CPU that one process takes for the page, and its largest memory in MB (ours, where that is more: this process stays small)."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    child = os.posix_spawn(options.program, [options.program, "fetch", str(path), "--base-uri", "https://paper.example/story", "--to", "json"], os.environ,
                           file_actions=[(os.POSIX_SPAWN_OPEN, stream, "/dev/null", os.O_WRONLY, 0) for stream in (1, 2)])
    _, _, usage = os.wait4(child, 0)
    return (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def report(name, times):
    times = sorted(times)
    late = times[min(len(times) - 1, len(times) * 99 // 100)]
    print(f"{name:34s} pages {len(times)}  mean {statistics.mean(times):7.2f} ms  median {statistics.median(times):7.2f}  99 % {late:7.2f}  most {times[-1]:7.2f}")
    return statistics.mean(times), late


def aim(what, found, most, unit=""):
    met.append(found <= most)
    print(f"  {'met' if met[-1] else 'MISSED'}: {what} {found:.2f}{unit}, at most {most}{unit}")


def built_calls(folder):
    """bench/extract.cpp as a program, or None where it cannot be built."""
    library = pathlib.Path(options.program).resolve().parent / "libsyndicat.a"
    if not library.exists() or not shutil.which("g++"):
        return None
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libxml-2.0", "uchardet", "fmt"], capture_output=True, text=True).stdout.split()
    built = subprocess.run(["g++", "-std=c++20", "-O2", f"-I{here}/src", here / "bench/extract.cpp", "-o", f"{folder}/calls", library, *flags, "-ldl"], capture_output=True, text=True)
    if built.returncode:
        print(f"library call: bench/extract.cpp cannot be built: {built.stderr.strip().splitlines()[-1]}")
        return None
    return f"{folder}/calls"


def node_environment():
    """Where node finds Readability and linkedom, or None where it does not."""
    if not shutil.which("node"):
        return None
    own = here / "build/node_modules"
    environment = os.environ | {"NODE_PATH": os.pathsep.join(filter(None, [os.environ.get("NODE_PATH"), str(own)]))}
    there = lambda: subprocess.run(["node", "-e", 'require("@mozilla/readability"); require("linkedom")'], env=environment, capture_output=True).returncode == 0
    if not there() and shutil.which("npm"):
        own.parent.mkdir(exist_ok=True)
        subprocess.run(["npm", "install", "--no-save", "--no-audit", "--no-fund", "--prefix", str(own.parent), "@mozilla/readability", "linkedom"], capture_output=True)
    return environment if there() else None


with tempfile.TemporaryDirectory() as folder:
    names, size = [], 0
    for path in sorted(pathlib.Path(options.folder).rglob("*.html*")):
        if "expected" in path.name:
            continue
        page = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
        size += len(page)
        names.append(f"{folder}/{len(names)}.html")
        pathlib.Path(names[-1]).write_bytes(page)
    pathlib.Path(f"{folder}/empty").write_text("<p>x")
    start = statistics.median(cpu_of(f"{folder}/empty")[0] for _ in range(20))
    print(f"{len(names)} pages, {size / len(names) / 1024:.0f} KB each; a process that reads nothing: {start:.1f} ms")
    ours = None
    if calls := options.calls or built_calls(folder):
        run = subprocess.run([calls], input="\n".join(names), capture_output=True, text=True)
        ours, late = report("library call", [float(line) for line in run.stdout.split()])
        aim("mean", ours, MEAN, " ms")
        aim("99 %", late, LATE, " ms")
    measured = [cpu_of(name) for name in names]
    report("syndicat fetch, start taken off", [max(0.0, cpu - start) for cpu, _ in measured])
    aim("largest process", max(memory for _, memory in measured), MEMORY, " MB")

    if environment := node_environment():
        run = subprocess.run(["node", "-e", READABILITY], input="\n".join(names), capture_output=True, text=True, env=environment)
        theirs, _ = report("@mozilla/readability, linkedom", [float(line) for line in run.stdout.split()])
        if ours:
            print(f"  {'met' if theirs >= LESS * ours else 'MISSED'}: {theirs / ours:.1f} times less than that, at least {LESS}")
    else:
        print("readability: not there (node, npm install @mozilla/readability linkedom)")

    if not options.quick:
        worst = 0
        for name in sorted(names, key=os.path.getsize)[-10:]:
            page = pathlib.Path(name).read_bytes()
            body = re.search(rb"<body[^>]*>(.*)</body>", page, re.S | re.I)
            if not body:
                continue
            row = []
            for times in (1, 2, 4, 8):
                pathlib.Path(f"{folder}/many").write_bytes(page.replace(body[1], body[1] * times))
                row.append(cpu_of(f"{folder}/many")[0] - start)
            worst = max(worst, row[3] / max(row[2], 2))
            print(f"{len(page) / 1024:7.0f} KB  x1 x2 x4 x8: " + "  ".join(f"{cpu:8.1f}" for cpu in row))
        aim("time for a page twice as long, times", worst, GROWTH)
