#!/usr/bin/env python3
"""Text files hold no path of one machine, no unfinished marks or merges, and C files no tabs. Usage: tree.py ROOT"""
import pathlib
import re
import sys

SKIPPED = {".git", "build", "__pycache__", ".cache", ".mypy_cache", ".pytest_cache"}
# Written in parts, so that this file does not find itself.
MACHINE_PATH = re.compile(r"(?<![\w.~}-])/(?:wo" + r"rk|ho" + r"me|ro" + r"ot|Us" + r"ers)/\w")
MERGE_LEFT = re.compile(r"(?:<{7}|>{7}|\|{7}) ")
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b")


def files(root):
    """Every file of the tree that people write; source texts are as they came."""
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if path.is_file() and not SKIPPED & set(parts) and path.name != "paper.txt":
            yield path


def violations(root):
    found = []
    for path in files(root):
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        name = path.relative_to(root)
        for number, line in enumerate(text.split("\n"), 1):
            if MACHINE_PATH.search(line):
                found.append(f"{name}:{number}: path of one machine")
            if UNFINISHED.search(line):
                found.append(f"{name}:{number}: unfinished mark")
            if MERGE_LEFT.match(line):
                found.append(f"{name}:{number}: a merge that was not finished")
            if path.suffix in (".c", ".h") and "\t" in line:
                found.append(f"{name}:{number}: tab")
    return found


if __name__ == "__main__":
    faults = violations(pathlib.Path(sys.argv[1]))
    print("\n".join(faults) or "tree: ok")
    sys.exit(bool(faults))
