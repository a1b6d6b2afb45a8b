#!/usr/bin/env python3
"""Arrows run down: no include in src/ may reach a floor above, or a neighbour on the same floor (src/LAYERS)."""
import pathlib, re, sys

source = pathlib.Path(__file__).resolve().parents[2] / "src"
lines = [line.split("#")[0].split() for line in (source / "LAYERS").read_text().splitlines()]
floors = {name: number for number, names in enumerate(filter(None, lines)) for name in names}
wrong = []
for path in sorted([*source.rglob("*.cpp"), *source.rglob("*.hpp")]):
    parts = path.relative_to(source).parts
    if len(parts) == 1:
        continue  # main.cpp and its like stand above all floors
    room = parts[0]
    if room not in floors:
        wrong.append(f"{path.relative_to(source)}: {room}/ has no floor; add it to src/LAYERS")
        continue
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r'\s*#include "(\w+)/', line)
        if found and found[1] in floors and found[1] != room and floors[found[1]] >= floors[room]:
            wrong.append(f"{path.relative_to(source)}:{number}: {room}/ may not include {found[1]}/")
print("\n".join(wrong) or f"{len(floors)} rooms, no arrow runs up")
sys.exit(bool(wrong))
