#!/usr/bin/env python3
"""Each fact of a feed is still there after a way through another format and back.

The feeds in round_trips/ hold every construct that their formats have, and extensions by the dozen. Facts are found
here by Python's own parsers, not by syndicat's readers: the text of each element and each attribute with the names
above it, each member of an object. Dates are the same when their instant and offset are; markup, when it is written
as XHTML or escaped. A title whose markup only our own namespace says counts as said. A way may add facts (a description made of the title), but not take one away.
"""
import collections, datetime, email.utils, json, pathlib, re, subprocess, sys
import xml.etree.ElementTree as tree

program = sys.argv[1]
here = pathlib.Path(__file__).resolve().parent / "round_trips"
FORMATS = {"rss": 57, "atom": 39, "json": 49, "rdf": 39}  # and how many facts there are at the least
ATOM, OURS = "{http://www.w3.org/2005/Atom}", "{https://syndicat.example/ns/1}"
CONSTRUCTS = {ATOM + name for name in ("title", "subtitle", "summary", "content", "rights")}


def settled(text):
    """A value without what may be spelt in several ways."""
    text = text.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", text):
        return datetime.datetime.fromisoformat(re.sub(r"\.(\d+)", lambda part: "." + part[1].ljust(6, "0"), text.replace("Z", "+00:00"))).isoformat()
    if re.match(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d", text):
        return email.utils.parsedate_to_datetime(text.replace("GMT", "+0000")).isoformat()
    return text


def xml_facts(element, path, facts):
    names = collections.Counter()
    for name, value in element.attrib.items():
        if element.tag in CONSTRUCTS and name == "type" and value in ("text", "html", "xhtml"):
            continue  # told by what the markup is
        facts[f"{path}/@{name}", settled(value)] += 1
    if element.tag in CONSTRUCTS and "src" not in element.attrib and element.get("type", "text") in ("text", "html", "xhtml"):
        kind = element.get("type", "text")
        text = element.text or ""
        if kind == "xhtml":
            division = element[0]
            text = (division.text or "") + "".join(tree.tostring(child, encoding="unicode") for child in division)
            text = re.sub(r"<(/?)\w+:", r"<\1", re.sub(r' xmlns:\w+="[^"]*"', "", text))
        facts[path, "text" if kind == "text" else "html", text.strip()] += 1
        return
    if (element.text or "").strip():
        facts[path, settled(element.text)] += 1
    elif len(element) == 0 and not element.attrib:
        facts[path, ""] += 1
    with_markup = element.findtext(OURS + "title_html")
    for child in element:
        if child.tag == "title" and with_markup:
            child.text = with_markup
        # Items are told apart by their place, everything else by what it says.
        if child.tag.rpartition("}")[2] in ("item", "entry"):
            names[child.tag] += 1
            xml_facts(child, f"{path}/{child.tag}[{names[child.tag]}]", facts)
        else:
            xml_facts(child, f"{path}/{child.tag}", facts)


def json_facts(value, path, facts):
    if isinstance(value, dict):
        for name, member in value.items():
            if name != "_syndicat":
                json_facts(member, f"{path}/{name}", facts)
    elif isinstance(value, list):
        for at, member in enumerate(value):
            json_facts(member, f"{path}[{at}]", facts)
    else:
        facts[path, settled(value) if isinstance(value, str) else value] += 1


def facts_of(document, format_name):
    facts = collections.Counter()
    if format_name == "json":
        json_facts(json.loads(document, parse_float=str, parse_int=str), "", facts)
        return facts
    root = tree.fromstring(document)
    xml_facts(root, root.tag, facts)
    for instruction in re.findall(rb"<\?(xml-stylesheet .*?)\?>", document):
        facts["instruction", instruction.decode()] += 1
    return facts


def convert(document, to):
    run = subprocess.run([program, "convert", "--to", to, "--now", "2026-06-18T12:00:00Z"], input=document, capture_output=True)
    if run.returncode != 0:
        sys.exit(f"--to {to}: {run.stderr.decode()}")
    return run.stdout


lost = 0
for name, least in FORMATS.items():
    document = (here / f"everything.{name}").read_bytes()
    before = facts_of(document, name)
    kinds = {re.sub(r"\[\d+\]", "", fact[0]) for fact in before}
    print(f"{name}: {before.total()} facts of {len(kinds)} kinds")
    if len(kinds) < least:
        sys.exit(f"everything.{name} holds {len(kinds)} kinds of facts; {least} are wanted")
    for other in FORMATS:
        after = facts_of(convert(convert(document, other), name), name)
        missing = before - after
        lost += missing.total()
        print(f"  by {other}: {before.total() - missing.total()} kept, {(after - before).total()} added")
        for fact in missing:
            print("    lost", *fact)
        if "-v" in sys.argv:
            for fact in after - before:
                print("    new", *fact)
sys.exit(1 if lost else 0)
