#!/usr/bin/env python3
"""syndicat-rules(7) has a paragraph for each rule, and says what the table says.

usage: check_manual.py PROGRAM [--write]   (--write makes the page's list anew from the table)
"""
import json, pathlib, re, subprocess, sys, textwrap

page = pathlib.Path(__file__).resolve().parents[2] / "man" / "syndicat-rules.7"
rules = json.loads(subprocess.run([sys.argv[1], "rules", "--format", "json"], capture_output=True, text=True, check=True).stdout)
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
        out.append(f"In the profile\n.Cm {profile}\nit is {severity}.")
    return "\n".join(out) + "\n"


made = ".Bl -tag -width Ds\n" + "".join(map(paragraph, sorted(rules, key=lambda rule: rule["id"]))) + ".El\n"
text = page.read_text()
before, rest = text.split(BEGIN)
found, after = rest.split(END)
if "--write" in sys.argv:
    page.write_text(before + BEGIN + made + END + after)
    sys.exit(0)
missing = [rule["id"] for rule in rules if f".It Sy {rule['id']} Pq" not in found]
if missing:
    print("without a paragraph:", ", ".join(missing))
if found != made:
    print("the page and the table differ; run tests/validate/check_manual.py build/dev/syndicat --write")
sys.exit(found != made)
