#!/usr/bin/env python3
"""Documents, schemas and settings that were cut, doubled and scrambled, given to what takes two of them: no crash, no hang.

What is mended is mended once: a second --fix has nothing left to do, and what was well-formed stays so.
"""
import pathlib, random, sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from harness import check, finish, folder, program, run, top  # noqa: E402

pairs = top / "tests" / "validate" / "pairs"
own = top / "tests" / "cli" / "cases" / "validate" / "own"
documents = sorted(path for path in pairs.iterdir() if path.suffix in (".xml", ".json"))
others = sorted((pairs / "with").iterdir())
rounds = 120
chance = random.Random(20261127)
PIECES = [b"<", b">", b"&", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"\x00", b"\xff", b"{", b"}", b"[", b"]", b'"', b"&nbsp;", b"&x;", b"<x:y/>", b"\\u0000",
          b'"$ref":"#"', b"<!DOCTYPE rss [<!ENTITY a 'b'>]>", b"<!-- syndicat: ignore", b'"_syndicat":{"ignore":[1,null,{}]}', b"\n", b"0" * 400]


def mutated(data):
    for _ in range(chance.randint(0, 4)):
        at, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        how = chance.randrange(4)
        if how == 0:
            data = data[:at] + chance.choice(PIECES) + data[at:]
        elif how == 1:
            data = data[:at] + data[min(end, at + 40):]
        elif how == 2:
            data = data[:end] + data[at:]
        else:
            data = data[:at]
    return data


with folder() as work:
    for number in range(rounds):
        document = chance.choice(documents)
        other = chance.choice(others if number % 2 else documents)
        first, second = work / ("a" + document.suffix), work / ("b" + other.suffix)
        first.write_bytes(mutated(document.read_bytes()))
        second.write_bytes(mutated(other.read_bytes()))
        option = ("--against", "--same", "--schema")[number % 3]
        ended = run("validate", first.name, option, second.name, "--format", "jsonl", folder=work, timeout=60)
        words = f"round {number}: {document.name} {option} {other.name}"
        check(ended.returncode in (0, 1, 2, 3, 4, 5), f"{words}: status {ended.returncode}\n{ended.stderr[-3000:]}")

        before = first.read_bytes()
        ended = run("validate", "--fix", "--base-uri", "https://paper.example/f", first.name, folder=work, timeout=60)
        check(ended.returncode in (0, 2, 3), f"{words}: --fix: status {ended.returncode}\n{ended.stderr[-3000:]}")
        if "applied" in ended.stderr:
            again = run("validate", "--fix", "--dry-run", "--base-uri", "https://paper.example/f", first.name, folder=work, timeout=60)
            check(again.stdout == "", f"{words}: --fix leaves something to correct\n{again.stdout[-2000:]}\nof\n{before[-2000:]!r}")

    # A schema of a few bytes that asks for more than there is.
    (work / "f.json").write_text('{"version":"https://jsonfeed.org/version/1.1","title":"T","items":[]}')
    doubling = ",".join(f'"a{at}":{{"anyOf":[{{"$ref":"#/definitions/a{at + 1}"}},{{"$ref":"#/definitions/a{at + 1}"}}]}}' for at in range(60))
    for name, schema in {"doubling": '{"$ref":"#/definitions/a0","definitions":{' + doubling + ',"a60":{"type":"null"}}}', "round": '{"$ref":"#"}',
                         "deep": '{"not":' * 250 + "{}" + "}" * 250, "deeper": '{"not":' * 100000 + "{}" + "}" * 100000,
                         "pattern": '{"properties":{"title":{"pattern":"(T+)+x"}}}', "entities": "<!DOCTYPE x [" + "".join(
                             f'<!ENTITY e{at} "{f"&e{at - 1};" * 10 if at else "x"}">' for at in range(10)) + "]><x>&e9;</x>"}.items():
        (work / "s").write_text(schema)
        ended = run("validate", "--schema", "s", "f.json", folder=work, timeout=100)
        check(ended.returncode in (0, 1, 2), f"schema {name}: status {ended.returncode}\n{ended.stderr[-3000:]}")
finish()
