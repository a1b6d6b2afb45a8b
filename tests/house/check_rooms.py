#!/usr/bin/env python3
"""Each C library lives in one room, and the costly headers in few places: who may include what."""
import pathlib, re, sys

ROOMS = {
    r"libxml/": ["xml"],
    r"curl/": ["http"],
    r"microhttpd\.h": ["http"],
    r"sqlite3\.h": ["store"],
    r"openssl/": ["text"],
    r"uchardet": ["text"],
    r"utf8proc": ["text"],
    r"iconv\.h": ["text"],
    r"rapidjson/": ["json"],
    r"CLI/": ["cli"],
    r"toml\+\+/": ["pipeline"],
    r"pcre2\.h": ["feeds"],
}
PRIVATE = {"json/parse_flags.hpp"}  # headers that only their own room reads
source = pathlib.Path(__file__).resolve().parents[2] / "src"
wrong = []
for path in sorted([*source.rglob("*.cpp"), *source.rglob("*.hpp")]):
    relative = path.relative_to(source)
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r"\s*#include <([^>]+)>", line)
        if not found:
            continue
        for header, rooms in ROOMS.items():
            if not re.match(header, found[1]):
                continue
            if relative.parts[0] not in rooms:
                wrong.append(f"{relative}:{number}: <{found[1]}> belongs in {', '.join(rooms)}/")
            if relative.suffix == ".hpp" and str(relative) not in PRIVATE:
                wrong.append(f"{relative}:{number}: <{found[1]}> belongs in a .cpp")
print("\n".join(wrong) or "every library is in its room")
sys.exit(bool(wrong))
