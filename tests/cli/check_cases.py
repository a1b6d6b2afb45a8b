#!/usr/bin/env python3
"""Runs the command-line cases: every tests/cli/cases/**/*.t, or those given behind the program's path.

A case is a transcript. A line that starts with "$ " is run by sh in a folder of its own, with `syndicat` in the path, the
project's samples as $SAMPLES and the case's folder as $CASES; the lines behind it, up to the next command or an empty line, are what it must
print (both streams as they come), and a last line "[3]" its exit status where that is not 0. A line that ends in " (glob)" may hold
* for any text; one that ends in " (none)" is text without a line end. Lines that start with "#" are comments.
"""
import fnmatch, os, pathlib, shlex, subprocess, sys, tempfile

here = pathlib.Path(__file__).resolve().parent
top = here.parent.parent


def read_case(path):
    steps = []
    for number, line in enumerate(path.read_text().split("\n"), 1):
        if line.startswith("$ "):
            steps.append([number, line[2:], []])
        elif line.startswith("> ") and steps and not steps[-1][2]:
            steps[-1][1] += "\n" + line[2:]
        elif line and not line.startswith("#") and steps:
            steps[-1][2].append(line)
    return steps


def matches(wanted, found):
    if wanted.endswith(" (glob)"):
        return fnmatch.fnmatchcase(found, wanted[:-7].replace("[", "[[]"))
    return wanted == found


def run_case(path, program):
    with tempfile.TemporaryDirectory() as folder:
        bin_folder = pathlib.Path(folder) / ".bin"
        bin_folder.mkdir()
        (bin_folder / "syndicat").symlink_to(program)
        work = pathlib.Path(folder) / "work"
        work.mkdir()
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "SYNDICAT_"))}
        environment |= {"PATH": f"{bin_folder}:{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                        "SAMPLES": str(top / "samples"), "CASES": str(path.parent), "SCHEMAS": str(top / "schemas")}
        for number, command, wanted in read_case(path):
            run = subprocess.run(["sh", "-c", command], cwd=work, env=environment, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
            text = run.stdout.decode("utf-8", "replace")
            found = [line for line in text.split("\n") if line]
            if text and not text.endswith("\n"):
                found[-1] += " (none)"
            if run.returncode:
                found.append(f"[{run.returncode}]")
            if len(found) != len(wanted) or not all(map(matches, wanted, found)):
                show = lambda lines: "\n".join("    " + line for line in lines)
                return f"{path.relative_to(top)}:{number}: {command}\n  wanted\n{show(wanted)}\n  found\n{show(found)}"
    return ""


program = pathlib.Path(sys.argv[1]).resolve()
paths = [pathlib.Path(path).resolve() for path in sys.argv[2:]] or sorted((here / "cases").rglob("*.t"))
failures = [failure for path in paths if (failure := run_case(path, program))]
print("\n".join(failures))
print(f"{len(paths) - len(failures)} of {len(paths)} cases")
sys.exit(bool(failures) or not paths)
