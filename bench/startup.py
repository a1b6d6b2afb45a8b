#!/usr/bin/env python3
"""Start-up time of `syndicat --version` beside `xmllint --version` and others: whole processes, in turn, one run.

usage: startup.py PROGRAM [RUNS]
"""
import resource, shutil, statistics, subprocess, sys, time

program = sys.argv[1]
runs = int(sys.argv[2]) if len(sys.argv) > 2 else 200
COMMANDS = {"true": ["true"], "syndicat --version": [program, "--version"], "xmllint --version": ["xmllint", "--version"],
            "curl --version": ["curl", "--version"]}


def once(command):
    """Seconds on the clock and of CPU."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.perf_counter() - start, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


figures = {name: [] for name, command in COMMANDS.items() if shutil.which(command[0])}
for _ in range(runs):
    for name in figures:
        figures[name].append(once(COMMANDS[name]))
floor = statistics.median(wall for wall, _ in figures["true"])
print(f"{'command':24s} {'wall ms':>8s} {'above true':>11s} {'cpu ms':>8s}")
for name, rows in figures.items():
    wall, cpu = (statistics.median(column) * 1000 for column in zip(*rows))
    print(f"{name:24s} {wall:8.2f} {wall - floor * 1000:11.2f} {cpu:8.2f}")
