#!/usr/bin/env python3
"""syndicat-rules(7) has a paragraph for each rule, and says what the table says; it lists how the profiles default
and w3c differ, and why.

usage: check_manual.py PROGRAM [--write]   (--write makes the page's lists anew from the table)
"""
import json, pathlib, re, subprocess, sys, textwrap

page = pathlib.Path(__file__).resolve().parents[2] / "man" / "syndicat-rules.7"
rules = json.loads(subprocess.run([sys.argv[1], "rules", "--format", "json"], capture_output=True, text=True, check=True).stdout)
PROFILES = '.\\" The differences below are made of the table of rules by tests/validate/check_manual.py --write.\n', '.\\" The differences end here.\n'
BEGIN, END = '.\\" The list below is made of the table of rules by tests/validate/check_manual.py --write.\n', '.\\" The list ends here.\n'


def roff(text):
    """Text as mdoc takes it: no line may begin with a dot, a sentence ends its line."""
    text = re.sub(r"\{(\w+)\}", r"<\1>", text).replace("\\", "\\e")
    lines = []
    for sentence in re.split(r"(?<=[.?!]) +(?=[A-Z])", text):
        lines += textwrap.wrap(sentence, 110, break_on_hyphens=False, break_long_words=False)
    return "\n".join("\\&" + line if line[0] in ".'" else line for line in lines)


def paragraph(rule):
    out = [f".It Sy {rule['id']} Pq {rule['severity']}", roff(rule["message"][0].upper() + rule["message"][1:] + ".")]
    out.append(roff(rule.get("why", "")))
    if rule.get("instead"):
        out.append(roff("What to do: " + rule["instead"] + "."))
    if rule.get("section"):
        out.append(roff("See " + rule.get("section") + "."))
    for profile, severity in rule["profiles"].items():
        out.append(f"In the profile\n.Cm {profile}\nit is {severity}, as")
        out.append(roff(rule["reasons"][profile] + "."))
    return "\n".join(out) + "\n"


def differences():
    """What the profiles default and w3c see differently, each with its reason."""
    out = [".Bl -tag -width Ds"]
    for rule in sorted(rules, key=lambda rule: rule["id"]):
        here, there = (rule["profiles"].get(name, rule["severity"]) for name in ("default", "w3c"))
        if here != there:
            reasons = [rule["reasons"][name] for name in ("default", "w3c") if name in rule["reasons"]]
            out += [f".It Sy {rule['id']}", f"It is {here} in\n.Cm default\nand {there} in\n.Cm w3c :", roff("; ".join(reasons) + ".")]
        for opinion in rule["opinions"]:
            out += [f".It Sy {rule['id']} Pq {opinion['id'].replace('-', ' ')}", roff(f"For that validator {opinion['w3c']}; here {opinion['ours']}."),
                    roff(opinion["why"])]
    return "\n".join(out) + "\n.El\n"


made = ".Bl -tag -width Ds\n" + "".join(map(paragraph, sorted(rules, key=lambda rule: rule["id"]))) + ".El\n"
parts = [(PROFILES, differences()), ((BEGIN, END), made)]
text = page.read_text()
if "--write" in sys.argv:
    for (begin, end), words in parts:
        before, rest = text.split(begin)
        text = before + begin + words + end + rest.split(end)[1]
    page.write_text(text)
    sys.exit(0)
found = text.split(BEGIN)[1].split(END)[0]
missing = [rule["id"] for rule in rules if f".It Sy {rule['id']} Pq" not in found]
if missing:
    print("without a paragraph:", ", ".join(missing))
same = all(text.split(begin)[1].split(end)[0] == words for (begin, end), words in parts)
if not same:
    print("the page and the table differ; run tests/validate/check_manual.py build/dev/syndicat --write")
sys.exit(not same)
