#!/usr/bin/env python3
"""The cases of tests/validate/cases, damaged by chance: no crash, no hang, and a document that is not well-formed gets
exactly one error for that, with what was found before it, and exit status 1.

usage: check_mutations.py PROGRAM [COUNT=10000] [SEED=6]

Whether a document is well-formed is not for the program alone to say: expat and Python's json are the referees.
"""
import json, pathlib, random, re, subprocess, sys, tempfile, xml.parsers.expat

program = sys.argv[1]
count = int(sys.argv[2]) if len(sys.argv) > 2 else 10000
chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 6)
cases = pathlib.Path(__file__).parent / "cases"
originals = [path.read_bytes() for path in sorted(cases.rglob("*")) if path.is_file() and path.suffix != ".expect"]
originals = [original for original in originals if len(original) < 20000]
BATCH = 1000  # documents in one process
TIME_LIMIT = 120  # seconds for one batch
NOT_WELL_FORMED = {"sax-error", "undefined-named-entity", "wp-blank-line", "unicode-error", "unknown-encoding",
                   "validator-limit", "json-error"}
XML_TOKENS = [b"<item>", b"</item>", b"<entry>", b"</channel>", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?xml version='1.0'?>",
              b"<?x?>", b"&amp;", b"&nbsp;", b"&#0;", b"&#xD800;", b"&", b"<", b">", b'"', b"'", b"/>", b"</", b"=", b"\0", b"\xff",
              b"\xc3", b"\xed\xa0\x80", b"\xef\xbf\xbe", b" xmlns=''", b" xmlns:a='b'", b"<a:b/>", b" a='1' a='2'", b"\r", b"\n",
              b"<!DOCTYPE rss [<!ENTITY a '&b;'>]>", b"<podcast:person/>", b"<itunes:image/>", b"\xef\xbb\xbf", b"-1", b"9" * 40]
JSON_TOKENS = [b"{", b"}", b"[", b"]", b",", b":", b'"', b"\\", b"\\u0000", b"\\ud800", b"null", b"true", b"1e999", b"-", b"0",
               b"\0", b"\xff", b"\n", b"/* */", b"NaN", b'"id":1,', b'"_x":{},', b'"":"",', b"[[[[", b'{"a":', b"\xed\xa0\x80"]


def damaged(document):
    tokens = JSON_TOKENS if document.lstrip().startswith(b"{") else XML_TOKENS
    document = bytearray(document)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 8))):
        start = chance.randrange(len(document) + 1)
        end = min(len(document), start + chance.choice((1, 4, 20, 200)))
        kind = chance.randrange(9)
        if kind == 0 and start < len(document):
            document[start] = chance.randrange(256)
        elif kind == 1:
            del document[start:end]
        elif kind == 2:
            document[start:start] = document[start:end] * chance.choice((1, 2, 30))
        elif kind == 3:
            document[start:start] = chance.choice(tokens) * chance.choice((1, 1, 2, 30))
        elif kind == 4 and start > 20:
            del document[start:]
        elif kind == 5:  # a part of another document
            other = chance.choice(originals)
            at = chance.randrange(len(other))
            document[start:end] = other[at:at + 200]
        elif kind == 6:  # one tag, one text or one value goes, or comes twice
            parts = re.split(rb"(<[^>]*>|[,{}\[\]])", bytes(document))
            at = chance.randrange(len(parts))
            parts[at] = parts[at] * chance.choice((0, 0, 2))
            document = bytearray(b"".join(parts))
        elif kind == 7:  # two lines change places
            lines = bytes(document).split(b"\n")
            one, two = chance.randrange(len(lines)), chance.randrange(len(lines))
            lines[one], lines[two] = lines[two], lines[one]
            document = bytearray(b"\n".join(lines))
        elif kind == 8 and chance.random() < 0.2:  # the bytes are in another encoding than they say
            document = bytearray(bytes(document).decode("utf-8", "replace").encode(
                chance.choice(("utf-16", "utf-16-le", "latin-1", "utf-8-sig")), "replace"))
    return bytes(document)


def flaw_in(document):
    """What a referee has against the document as such; None where nothing, "?" where the referees cannot tell."""
    if document.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        try:
            value = json.loads(document.decode("utf-8-sig"), parse_constant=lambda word: json.loads("!"))
            json.dumps(value, ensure_ascii=False).encode("utf-8")  # Python lets half a surrogate pair pass
        except (ValueError, RecursionError) as error:
            return str(error)
        return None
    try:
        parser = xml.parsers.expat.ParserCreate(namespace_separator="\f")
        parser.Parse(document, True)
    except xml.parsers.expat.ExpatError as error:
        # UTF-8 that is declared as ASCII is read as what it is, and told by a rule of its own (mislabelled-utf8).
        declared = re.match(rb"<\?xml[^>]*encoding\s*=\s*[\"'](us-)?ascii[\"']", document, re.IGNORECASE)
        if declared and not document.isascii():
            return "?"
        # U+FEFF may stand in names since the fifth edition of XML 1.0; expat keeps to the fourth.
        return "?" if "invalid token" in str(error) and b"\xef\xbb\xbf" in document[3:] else str(error)
    except (ValueError, LookupError) as error:  # an encoding that Python does not know or does not take
        return "?"
    version = re.match(rb"<\?xml\s+version\s*=\s*[\"']([^\"']*)", document)  # of which expat takes anything
    return "no version" if version and not re.fullmatch(rb"1\.[0-9]+", version[1]) else None


class Run:
    def __init__(self, paths, *options):
        try:
            self.run = subprocess.run([program, "validate", "--format", "jsonl", "--now", "2026-07-01T00:00:00Z", *options, *paths],
                                      capture_output=True, timeout=TIME_LIMIT)
        except subprocess.TimeoutExpired:
            sys.exit(f"{len(paths)} documents were not done in {TIME_LIMIT} seconds; seed and count as given")
        self.status = self.run.returncode
        self.refused = {line.split(": ")[1] for line in self.run.stderr.decode("utf-8", "replace").splitlines() if line.startswith("syndicat validate: ")}
        self.findings = {path: [] for path in paths}
        for line in self.run.stdout.splitlines():
            try:
                finding = json.loads(line.decode("utf-8"))
            except ValueError as error:
                failures.append(f"a line that is no JSON in UTF-8 ({error}): {line!r}")
                continue
            self.findings[finding["file"]].append(finding)


def keep(document, why):
    path = pathlib.Path(tempfile.gettempdir()) / f"mutation-{len(failures)}"
    path.write_bytes(document)
    failures.append(f"{why} (kept as {path.name} in the folder for temporary files)")


failures, totals = [], {"well-formed": 0, "not well-formed": 0, "refused": 0, "unjudged": 0}
with tempfile.TemporaryDirectory() as folder:
    malformed = []
    for first in range(0, count, BATCH):
        documents = {}
        for number in range(first, min(first + BATCH, count)):
            path = f"{folder}/{number}"
            documents[path] = damaged(chance.choice(originals))
            pathlib.Path(path).write_bytes(documents[path])
        run = Run(list(documents))
        if run.status not in (0, 1, 3, 4, 5):
            print(run.run.stderr.decode("utf-8", "replace")[-3000:])
            sys.exit(f"documents {first} to {first + BATCH}: exit status {run.status}")
        for path, document in documents.items():
            if path in run.refused:
                totals["refused"] += 1
                continue
            findings = run.findings[path]
            fatal = [finding for finding in findings if finding["rule"] in NOT_WELL_FORMED]
            flaw = flaw_in(document)
            totals["unjudged" if flaw == "?" else "not well-formed" if flaw else "well-formed"] += 1
            if len(fatal) > 1:
                keep(document, f"{len(fatal)} findings say that it is not well-formed: {[finding['message'] for finding in fatal]}")
            if any(finding["severity"] != "error" for finding in fatal):
                keep(document, f"not well-formed, and no error: {fatal}")
            if flaw and flaw != "?" and not fatal:
                keep(document, f"the referee says: {flaw}; the program says nothing")
            # Python knows utf--8, and nobody else does; it has no limit of depth, and a byte order mark is all it asks for.
            is_ours_alone = fatal and (fatal[0]["rule"] in ("unknown-encoding", "validator-limit") or
                                       "a byte order mark says" in fatal[0]["message"])
            if not flaw and fatal and not is_ours_alone:
                keep(document, f"the program says: {fatal[0]['rule']} {fatal[0]['message']!r} at {fatal[0]['line']}:{fatal[0]['column']}; the referee says nothing")
            if fatal and any(finding["offset"] > fatal[0]["offset"] for finding in findings):
                keep(document, f"judged behind the place where it ends to be well-formed: {findings}")
            for finding in findings:
                if not (finding["line"] > 0 and finding["column"] > 0 and 0 <= finding["offset"] <= finding["end_offset"] <= 3 * len(document)):
                    keep(document, f"a place that is none: {finding}")
            if fatal:
                malformed.append(path)
    # As any invalid document: alone, and all together.
    for path in malformed[:25]:
        if Run([path]).status != 1:
            keep(pathlib.Path(path).read_bytes(), "not well-formed, and the exit status is not 1")
    if malformed and Run(malformed[:BATCH]).status != 1:
        failures.append("a thousand that are not well-formed: the exit status is not 1")

print(", ".join(f"{number} {what}" for what, number in totals.items()))
print(*failures[:40], sep="\n")
if failures:
    print(len(failures), "in all")
sys.exit(1 if failures else 0)
