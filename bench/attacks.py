#!/usr/bin/env python3
"""What feeds made to harm cost: seconds of CPU and megabytes of each one of tests/cli/check_attacks.py.

usage: bench/attacks.py [PROGRAM]
"""
import pathlib, sys

top = pathlib.Path(__file__).resolve().parent.parent
if len(sys.argv) < 2:
    sys.argv.append(str(top / "build/release/syndicat"))
sys.path.insert(0, str(top / "tests" / "cli"))
import check_attacks

print(f"{'feed':48s} status {'MB':>7s} {'s CPU':>7s}")
check_attacks.run_all(lambda name, status, memory, seconds: print(f"{name:48s} {status:6d} {memory:7.1f} {seconds:7.3f}"))
