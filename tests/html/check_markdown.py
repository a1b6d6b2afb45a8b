#!/usr/bin/env python3
"""Markdown says what the HTML said: cmark-gfm reads what to_markdown wrote, and the reader's text is the same.

The inputs are made here from pieces that mean something in Markdown, in an order that a fixed seed gives.
"""
import random
import shutil
import subprocess
import sys
from pathlib import Path

WORDS = [
    "word", "two words", "snake_case_name", "_edge_", "__init__", "*star*", "**", "a*b*c", "[x]", "[a](b)", "![", "!", "]",
    "](", "`tick`", "``", "\\", "\\*", "a\\", "|", "a|b", "#", "# not a heading", "#tag", "## ", "- dash", "-", "--", "---",
    "+ plus", "+", "= ", "===", "1. one", "1)", "1986. A year", "123456789. x", "1234567890. x", "&amp;amp;", "&amp;lt;",
    "&amp;#65;", "&amp; ", "&lt;b&gt;", "&lt;!-- x --&gt;", "&lt;http://x.y&gt;", "~", "~~no~~", "~~~", "&gt; quote", "&gt;",
    "http://a.example/_x_", "https://b.example/a*b", "www.c.example/_", "me_you@d.example", ":", ":-", ":--|--", "| --- |",
    "\u201cquoted\u201d", "\u00a0", "\u3000", "\u4e2d\u6587", "\u00e9t\u00e9", "\u2014", "(", ")", "(p)", '"', "'", "\t", "$x$", "^",
    "{a}", "[^1]", "[^1]: note", "[ref]: /url", "    four blanks", "<br>", "<br><br>", "\n", "<wbr>", "===\n", "\u20ac", "\u00b0",
]
INLINE = ["b", "i", "em", "strong", "code", "a", "sub", "sup", "del", "span", "kbd", "s"]
BLOCK = ["p", "div", "h1", "h3", "h6", "blockquote", "ul", "ol", "pre", "table", "dl", "hr", "section", "grid"]


def inline(random, depth):
    parts = []
    for _ in range(random.randint(1, 4)):
        if depth > 0 and random.random() < 0.4:
            name = random.choice(INLINE)
            attributes = ' href="/a(b)_c" title="t &quot;*"' if name == "a" else ""
            parts.append(f"<{name}{attributes}>{inline(random, depth - 1)}</{name}>")
        else:
            parts.append(random.choice(WORDS))
        parts.append(random.choice(["", "", " "]))
    return "".join(parts)


def block(random, depth):
    name = random.choice(BLOCK)
    if name == "hr":
        return "<hr>"
    if depth == 0 or name in ("p", "h1", "h3", "h6", "pre"):
        return f"<{name}>{inline(random, 2)}</{name}>" if name not in ("ul", "ol", "table", "grid", "dl") else inline(random, 2)
    if name in ("ul", "ol"):
        start = f' start="{random.randint(-1, 12)}"' if name == "ol" and random.random() < 0.5 else ""
        items = "".join(f"<li>{content(random, depth - 1)}</li>" for _ in range(random.randint(1, 3)))
        return f"<{name}{start}>{items}</{name}>"
    if name == "dl":
        return f"<dl><dt>{inline(random, 1)}<dd>{content(random, depth - 1)}</dl>"
    if name in ("table", "grid"):
        cell = (lambda: content(random, depth - 1)) if name == "table" else (lambda: inline(random, 2))
        rows = "".join("<tr>" + "".join(f"<td>{cell()}</td>" for _ in range(random.randint(1, 3))) for _ in range(3))
        return f"<table>{rows}</table>"
    return f"<{name}>{content(random, depth - 1)}</{name}>"


def content(random, depth):
    if random.random() < 0.4:
        return inline(random, 2)
    return "".join(block(random, depth) if random.random() < 0.8 else inline(random, 2) for _ in range(random.randint(1, 3)))


def each(program, writer, fragments):
    result = subprocess.run([program, "--each", writer], input="\0".join(fragments).encode() + b"\0", capture_output=True,
                            timeout=300)
    if result.returncode != 0:
        sys.exit(f"html-serialize {writer} ended with {result.returncode}: {result.stderr.decode()[-2000:]}")
    return result.stdout.decode().split("\0")[:-1]


def squeeze(text):
    return "".join(text.split())


def main():
    program = Path(sys.argv[1]).parent / "tests" / "html-serialize"
    cmark = shutil.which("cmark-gfm")
    if not cmark:
        print("SKIP: cmark-gfm is not installed")
        return 77
    chance = random.Random(20250101)
    fragments = [content(chance, 3) for _ in range(int(sys.argv[2]) if len(sys.argv) > 2 else 600)]
    markdown = each(program, "markdown", fragments)
    # One run of cmark-gfm for all: a line of HTML that no fragment holds stands between them.
    mark = "html-serialize-boundary"
    joined = f"\n\n<div>{mark}</div>\n\n".join(markdown)
    read = subprocess.run([cmark, "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink"], input=joined.encode(),
                          capture_output=True, timeout=300, check=True).stdout.decode()
    back = read.split(f"<div>{mark}</div>")
    if len(back) != len(fragments):
        sys.exit(f"{len(fragments)} fragments were written, {len(back)} were read")
    failures = []
    for fragment, written, html, before, after in zip(fragments, markdown, back, each(program, "block", fragments),
                                                      each(program, "block", back)):
        if squeeze(before) != squeeze(after):
            failures.append(f"--- HTML\n{fragment}\n--- Markdown\n{written}\n--- read again\n{html}\n"
                            f"--- text\n{squeeze(before)}\n{squeeze(after)}\n")
    print(*sorted(failures, key=len)[:5], sep="\n")
    print(f"{len(fragments)} fragments, {len(failures)} whose text changed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
