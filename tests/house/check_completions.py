#!/usr/bin/env python3
"""The completion scripts: each shell that is here reads its own, and bash completes commands and options by it."""
import shutil, subprocess, sys, tempfile

program = sys.argv[1]
wrong = []
for shell in ("bash", "zsh", "fish"):
    script = subprocess.run([program, "completions", shell], capture_output=True, text=True, check=True).stdout
    if not script.startswith("#") or "validate" not in script:
        wrong.append(f"{shell}: this is no script:\n{script[:200]}")
    if not shutil.which(shell):
        print(f"{shell} is not here: its script is not tried")
        continue
    with tempfile.NamedTemporaryFile("w", suffix=f".{shell}") as file:
        file.write(script)
        file.flush()
        read = subprocess.run([shell, "-n", file.name], capture_output=True, text=True)
        if read.returncode:
            wrong.append(f"{shell}: {read.stderr}")
        if shell != "bash":
            continue
        for words, expected in ((["syndicat", "val"], "validate"), (["syndicat", "convert", "--la"], "--language"),
                                (["syndicat", "validate", "--format", "js"], "json")):
            line = f"source {file.name}; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _syndicat; echo ${{COMPREPLY[@]}}"
            found = subprocess.run(["bash", "-c", line], capture_output=True, text=True).stdout.split()
            if expected not in found:
                wrong.append(f"bash: {' '.join(words)} does not complete to {expected}: {found}")
print("\n".join(wrong) or "the scripts complete")
sys.exit(bool(wrong))
