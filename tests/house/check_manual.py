#!/usr/bin/env python3
"""The manual tells all and nothing else: each command has a page, each option of it stands there, none that is not,
mandoc finds nothing to say, and each page's first example runs."""
import os, pathlib, re, shutil, subprocess, sys, tempfile

top = pathlib.Path(__file__).resolve().parents[2]
program = pathlib.Path(sys.argv[1]).resolve()
wrong = []


def run(*words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=120, **more)


def options_in_help(command):
    """Names and value of each option, as `--help` shows them."""
    found = {}
    for line in run(program, command, "--help").stdout.splitlines():
        if match := re.match(r"  (?:    )?(-\S+(?:, --\S+)?)(?: ([A-Z=]+))?(?:\.\.\.)?(?:  |$)", line):
            for name in match[1].split(", "):
                found[name] = match[2] or ""
    return found


def options_in_page(text):
    """Each name that an item of a list begins with: .It Fl o , Fl -output Ar FILE"""
    found = {}
    for line in text.splitlines():
        if not line.startswith(".It Fl"):
            continue
        value = re.search(r"Ar (\S+)", line)
        for name in re.findall(r"Fl (\S+)", line):
            found["-" + name] = value[1] if value else ""
    return found


def examples(text):
    """The commands of the section EXAMPLES, each a literal block or a one-line one."""
    section = re.search(r"^\.Sh EXAMPLES$(.*?)(?=^\.Sh |\Z)", text, re.M | re.S)
    if not section:
        return []
    blocks = re.findall(r"^\.Bd -literal.*?$(.*?)^\.Ed$", section[1], re.M | re.S)
    blocks += re.findall(r"^\.Dl (.*)$", section[1], re.M)
    return [block.replace(r"\e", "\\").replace(r"\-", "-").strip() for block in blocks]


commands = re.findall(r"^  (\w+) ", run(program, "--help").stdout, re.M)
for command in commands:
    page = top / "man" / f"syndicat-{command}.1"
    if not page.exists():
        wrong.append(f"man/{page.name}: is missing")
        continue
    text = page.read_text()
    helped, paged = options_in_help(command), options_in_page(text)
    for name in sorted(set(helped) - set(paged) - {"-h", "--help", "--color"}):
        wrong.append(f"man/{page.name}: does not tell of {name}")
    for name in sorted(set(paged) - set(helped)):
        wrong.append(f"man/{page.name}: tells of {name}, which there is not")
    for name in sorted(set(paged) & set(helped)):
        if paged[name] != helped[name]:
            wrong.append(f"man/{page.name}: {name} takes {paged[name] or 'nothing'}, the help says {helped[name] or 'nothing'}")
    if f"syndicat-{command} 1" not in (top / "man" / "syndicat.1").read_text():
        wrong.append(f"man/syndicat.1: does not name syndicat-{command}(1)")
    first = [example for example in examples(text) if "://" not in example or "file:" in example or "--offline" in example or example.startswith("syndicat fetch ")][:1]
    if not first:
        wrong.append(f"man/{page.name}: has no EXAMPLES that runs without a network")
        continue
    with tempfile.TemporaryDirectory() as folder:
        # Examples speak of the sample newsroom, as somebody would who stands in its folder.
        work = pathlib.Path(folder) / "work"
        shutil.copytree(top / "samples", work)
        (pathlib.Path(folder) / "syndicat").symlink_to(program)
        environment = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "HOME": folder, "XDG_STATE_HOME": f"{folder}/state"}
        ended = run("sh", "-c", first[0], cwd=work, env=environment)
        if ended.returncode not in (0, 1):
            wrong.append(f"man/{page.name}: its example ends with {ended.returncode}: {first[0]}\n{ended.stdout}{ended.stderr}")

pages = sorted((top / "man").glob("*.[1-8]"))
for page in pages:
    if page.name.endswith(".1") and page.stem != "syndicat" and page.stem.removeprefix("syndicat-") not in commands:
        wrong.append(f"man/{page.name}: there is no such command")
if shutil.which("mandoc"):
    lint = run("mandoc", "-Tlint", "-W", "warning", *pages)
    wrong += [line for line in lint.stdout.splitlines() if "referenced manual not found" not in line]
elif not wrong:
    print("SKIP: mandoc is not installed, so nothing lints the pages; the rest is in order")
    sys.exit(77)
print("\n".join(wrong) or f"{len(pages)} pages tell all of {len(commands)} commands")
sys.exit(bool(wrong))
