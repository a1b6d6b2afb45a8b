#!/usr/bin/env python3
"""What `validate --format sarif` writes is valid by the schema of SARIF 2.1.0, and JUnit's report adds up.

usage: check_sarif.py PROGRAM

Schema and checker come from npm, into build/sarif-checker; without npm or its registry this is skipped (77) after
JUnit was looked at. All cases of tests/validate/cases go into one report; each region and each correction of SARIF is
also held against the bytes of the document, which no schema can do.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import urllib.parse
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = pathlib.Path("tests/validate/cases")
CHECKER = ROOT / "build" / "sarif-checker"
PACKAGES = ["@microsoft/jest-sarif@1.0.0-beta.0", "ajv@8.20.0", "ajv-draft-04@1.0.0", "ajv-formats@3.0.1"]
SCHEMA = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
SCRIPT = """
const Ajv = require('ajv-draft-04');
const fs = require('fs');
const ajv = new Ajv({ strict: false, unicodeRegExp: false });
require('ajv-formats')(ajv);
const check = ajv.compile(JSON.parse(fs.readFileSync(process.argv[2], 'utf8')));
let bad = 0;
for (const file of process.argv.slice(3)) {
  if (check(JSON.parse(fs.readFileSync(file, 'utf8')))) continue;
  bad = 1;
  console.log(file + ': ' + JSON.stringify(check.errors));
}
process.exit(bad);
"""
PROGRAM = pathlib.Path(sys.argv[1]).resolve()
problems = []


def report(form, files):
    done = subprocess.run([PROGRAM, "validate", "--format", form, *files], cwd=ROOT, capture_output=True, timeout=300)
    if done.returncode not in (0, 1):
        sys.exit(f"--format {form}: exit status {done.returncode}: {done.stderr.decode(errors='replace')[-2000:]}")
    return done.stdout


def look_at_junit(text, files):
    suites = ElementTree.fromstring(text)
    if suites.tag != "testsuites":
        problems.append(f"JUnit: the root is {suites.tag}")
    found = [suite.get("name") for suite in suites]
    if sorted(found) != sorted(files):
        problems.append(f"JUnit: {len(found)} suites for {len(files)} documents")
    for suite in suites:
        tests = suite.findall("testcase")
        failures = [test for test in tests if test.find("failure") is not None]
        if int(suite.get("tests")) != len(tests) or int(suite.get("failures")) != len(failures):
            problems.append(f"JUnit: {suite.get('name')}: the sums are wrong")
        for test in tests:
            if not test.get("name") or test.get("classname") != suite.get("name"):
                problems.append(f"JUnit: {suite.get('name')}: a test without a name or a class")


def look_at_sarif(log):
    (run,) = log["runs"]
    rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    for result in run["results"]:
        place = result["locations"][0]["physicalLocation"]
        path = urllib.parse.unquote(place["artifactLocation"]["uri"])
        told = f"SARIF: {path}: {result['ruleId']}"
        if result["ruleId"] not in rules:
            problems.append(f"{told}: no rule of the driver")
        region = place.get("region")
        if region and (region["endLine"], region["endColumn"]) < (region["startLine"], region["startColumn"]):
            problems.append(f"{told}: ends before it begins")
        for fix in result.get("fixes", []):
            for change in fix["artifactChanges"]:
                for replacement in change["replacements"]:
                    gone = replacement["deletedRegion"]
                    if gone["byteOffset"] + gone["byteLength"] > (ROOT / path).stat().st_size:
                        problems.append(f"{told}: a correction behind the document's end")


def install():
    """The reason why there is no checker, or None."""
    if not shutil.which("npm") or not shutil.which("node"):
        return "npm or node is missing"
    if (CHECKER / SCHEMA).exists() and (CHECKER / "node_modules" / "ajv-draft-04").exists():
        return None
    CHECKER.mkdir(parents=True, exist_ok=True)
    command = ["npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(CHECKER), *PACKAGES]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=180)
    except subprocess.TimeoutExpired:
        return "npm did not answer in 180 seconds"
    if done.returncode == 0:
        return None
    unreachable = ("ENOTFOUND", "ECONNREFUSED", "ETIMEDOUT", "EAI_AGAIN", "ECONNRESET", "EHOSTUNREACH")
    if any(word in done.stderr for word in unreachable):
        return "npm's registry cannot be reached"
    sys.exit("npm install failed: " + done.stderr[-2000:])


def main():
    folder = [p for p in sorted((ROOT / CASES).rglob("*")) if p.is_file() and p.suffix not in (".expect", ".md")]
    files = [str(path.relative_to(ROOT)) for path in folder if path.parent.name != "transport"]
    look_at_junit(report("junit", files), files)
    written = report("sarif", files)
    look_at_sarif(json.loads(written))
    for problem in problems[:20]:
        print(problem)
    if problems:
        sys.exit(1)
    reason = install()
    if reason:
        print("SKIP:", reason)
        sys.exit(77)
    (CHECKER / "check.js").write_text(SCRIPT)
    logs = {"all.sarif": written, "none.sarif": report("sarif", [files[0]])}
    for name, content in logs.items():
        (CHECKER / name).write_bytes(content)
    # A checker that takes everything would prove nothing.
    broken = json.loads(written)
    broken["runs"][0]["results"][0]["level"] = "catastrophe"
    (CHECKER / "broken.sarif").write_text(json.dumps(broken))
    node = ["node", "check.js", SCHEMA]
    if subprocess.run([*node, "broken.sarif"], cwd=CHECKER, capture_output=True, timeout=120).returncode == 0:
        sys.exit("the checker takes a level that SARIF does not have")
    done = subprocess.run([*node, *logs], cwd=CHECKER, capture_output=True, text=True, timeout=120)
    print((done.stdout + done.stderr)[-3000:], end="")
    sys.exit(done.returncode)


main()
