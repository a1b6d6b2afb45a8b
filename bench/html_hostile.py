#!/usr/bin/env python3
"""bench/html_hostile.py [PROGRAM]: how long html-tree (the one beside PROGRAM, where that is another) takes over inputs made to hurt, and how much memory.

Each must stay below 1 s and 256 MB, and below 50 ms for each 100 KB. Exit status 1 where one does not.
"""
import os, subprocess, sys, tempfile, time

program = os.path.join(os.path.dirname(sys.argv[1]), "html-tree") if len(sys.argv) > 1 else "build/release/html-tree"
N = 100_000
MB = 1 << 20


def numbered(pattern, count=N):
    return "".join(pattern.replace("#", str(i)) for i in range(count))


def hostile():
    for name in "div b i a svg math table template ruby select font button object p li dd form td option nobr x-y marquee".split():
        yield f"{N} <{name}>", f"<{name}>" * N
        yield f"{N} <{name}> and </{name}>", f"<{name}>" * N + f"</{name}>" * N
    for first, second in [("a", "div"), ("b", "p"), ("font", "table"), ("i", "td"), ("svg", "foreignObject"), ("math", "mi"),
                          ("table", "tr"), ("ruby", "rt"), ("ul", "li"), ("select", "option"), ("template", "table"),
                          ("svg", "b"), ("math", "annotation-xml"), ("dl", "dd"), ("svg", "desc"), ("object", "b")]:
        yield f"{N} <{first}><{second}>", f"<{first}><{second}>" * N
        yield f"{N} <{first}><{second}></{first}>", f"<{first}><{second}></{first}>" * N
        yield f"{N} <{first}><{second}></{first}></{second}>", f"<{first}><{second}></{first}></{second}>" * N
        yield f"{N} <{first}>, then </{second}>", f"<{first}>" * N + f"</{second}>" * N
    yield "distinct formatting elements, then paragraphs", numbered("<b id=#>", 5000) + "<p>x" * N
    yield "distinct formatting elements, blocks, end tags", (numbered("<b id=#>", 250) + "<div>" * 250 + "</b>" * 250) * 50
    yield "formatting and blocks in turns, end tags", numbered("<b id=#><div>", 400) + "</b>" * N
    yield "formatting elements misnested", "<b><i><u><s></b></i></u></s>" * (N // 4)
    yield "a in div in a", "<a><div>" * N + "</a>" * N
    yield "many children, then adoption", "<a><div>" + "<br>" * N + "</a>" * 1000
    yield "adoption of many children, again and again", ("<b><div>" + "<br>" * 100 + "</b>") * 1000
    yield "nobr in nobr", "<nobr>x" * N
    yield "font with attributes", numbered("<font size=# color=#>x")
    yield "paragraphs with open formatting", numbered("<i class=#>", 255) + "<p>" * N
    yield "text fostered from tables", "<table>" + "x<tr>y" * N
    yield "text and rows in turns", "<table>" + "x<b></b>" * N
    yield "elements fostered", "<table>" + "<div>" * N
    yield "tables in cells", "<table><tr><td>" * N
    yield "ignored tags between text", "<p>" + "a</x>" * (N * 4)
    yield "ignored start tags between text", "<p>" + "a<td>" * (N * 4)
    yield "body with attributes", numbered("<body a#=1>")
    yield "html with attributes", numbered("<html a#=1>")
    yield "100000 attributes", "<p " + numbered("a# ") + ">"
    yield "100000 attributes on an end tag", "<p></p " + numbered("a# ") + ">"
    yield "100000 equal attributes", "<p " + "a " * N + ">"
    yield "1000 attributes, many tags", ("<p " + numbered("a# ", 1000) + ">") * 200
    yield "formatting with 1000 attributes", ("<b " + numbered("a# ", 1000) + ">") * 200
    yield "distinct attribute names", "".join("<p " + "".join(f"b{i}x{j} " for j in range(900)) + ">" for i in range(400))
    yield "distinct element names", numbered("<e#>", 1_000_000)
    yield "2 MB of bad UTF-8", b"\xc3\x28\xf0\x28" * (MB // 2)
    yield "2 MB of NUL", "\0" * (2 * MB)
    yield "2 MB of NUL in table", "<table>" + "\0" * (2 * MB)
    yield "2 MB of NUL in SVG", "<svg>" + "\0" * (2 * MB)
    yield "2 MB of carriage returns", "\r" * (2 * MB)
    yield "2 MB of <", "<" * (2 * MB)
    yield "2 MB of </", "</" * MB
    yield "2 MB of <!", "<!" * MB
    yield "2 MB of <!--", "<!--" * (MB // 2)
    yield "2 MB of --", "<!--" + "-" * (2 * MB)
    yield "2 MB of --!", "<!--" + "--!" * (MB // 2)
    yield "2 MB of &", "&" * (2 * MB)
    yield "2 MB of &amp", "&amp" * (MB // 2)
    yield "2 MB of &#", "&#" * MB
    yield "one long reference", "&" + "a" * (2 * MB)
    yield "one long number", "&#" + "1" * (2 * MB)
    yield "references in an attribute", "<p a='" + "&ampx" * (MB // 3) + "'>"
    yield "quotation marks", "<p " + "\"'" * MB
    yield "unclosed quotes", "<p a=\"" * (MB // 4)
    yield "unclosed tags", "<p" * MB
    yield "unclosed end tags", "</p" * MB
    yield "title unclosed", "<title>" + "</titl" * (MB // 4)
    yield "script in comments", "<script><!--" + "<script></script" * (MB // 8)
    yield "script escapes", "<script>" + "<!--<script>-->" * (MB // 8)
    yield "textareas", "<textarea></textarea>" * N
    yield "cdata", "<svg>" + "<![CDATA[" * (MB // 4)
    yield "cdata sections", "<svg>" + "<![CDATA[x]]>" * (MB // 8)
    yield "doctypes", "<!doctype html>" * N
    yield "lone carriage returns and line feeds", "\r\r\n" * (MB // 2)
    yield "selected contents", "<select><button><selectedcontent></button>" + "<option selected>x" * N
    yield "options in selected contents", "<select><button><selectedcontent></button>" + "<div><option selected>x" * N
    yield "selects", "<select><button><selectedcontent></button><option>x</select>" * N
    yield "framesets", "<frameset>" * N
    yield "one character a node", "<br>x" * (N * 10)
    yield "16 MB of tags", "<b>" * (16 * MB // 3)
    yield "16 MB of <a>", "<a>" * (16 * MB // 3)
    yield "16 MB of <p>", "<p>" * (16 * MB // 3)
    yield "16 MB of one-letter text", "<i>x" * (4 * MB)
    yield "16 MB tag", "<p " + "x" * (16 * MB) + ">"
    yield "16 MB tag name", "<" + "x" * (16 * MB) + ">"
    yield "16 MB of attributes", "<p " + "x=y " * (4 * MB) + ">"
    yield "16 MB attribute", "<p x='" + "y" * (16 * MB) + "'>"
    yield "16 MB attribute of references", "<p x='" + "&lt;" * (4 * MB) + "'>"
    yield "16 MB comment", "<!--" + "y" * (16 * MB)
    yield "16 MB text", "y" * (16 * MB)
    yield "16 MB of references", "&lt;" * (4 * MB)
    yield "16 MB of attributes in tags", "<p a b c d e f g h>" * (16 * MB // 19)
    yield "16 MB of distinct attributes in tags", "".join(f"<p a{i} b{i} c{i} d{i}>" for i in range(500_000))
    yield "16 MB title", "<title>" + "y" * (16 * MB)
    yield "16 MB script", "<script>" + "y<" * (8 * MB)
    yield "16 MB doctype", "<!doctype " + "y" * (16 * MB)
    yield "16 MB in a table", "<table>" + "y " * (8 * MB)


def measure(data, fragment=None):
    with tempfile.TemporaryFile() as page:
        page.write(data)
        page.seek(0)
        start = time.monotonic()
        child = subprocess.Popen([program] + (["--fragment", fragment] if fragment else []), stdin=page,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, child.returncode


bad, worst = 0, []
for name, text in hostile():
    data = text if isinstance(text, bytes) else text.encode()
    took, cpu, memory, status = measure(data)
    per = cpu * 1000 / max(len(data) / 100_000, 1)
    wrong = cpu > 1 or memory > 256 or status != 0 or (per > 50 and cpu > 0.02)
    bad += wrong
    worst.append((cpu, memory, per))
    print(f"{'BAD ' if wrong else '    '}{name:55s} {len(data) / MB:6.2f} MB {cpu:6.3f} s {memory:6.1f} MB {per:6.2f} ms/100KB"
          + (f" status {status}" if status else ""))
print(f"{len(worst)} inputs, {bad} bad; at most {max(w[0] for w in worst):.3f} s, {max(w[1] for w in worst):.1f} MB, "
      f"{max(w[2] for w in worst):.1f} ms for 100 KB")
sys.exit(bad > 0)
