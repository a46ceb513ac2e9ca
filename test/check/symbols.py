#!/usr/bin/env python3
"""Prototypes with G40_API == symbols of src/libg40.map == what the shared library exports.

Usage: symbols.py ROOT            compare (the library is named by the variable G40_LIBRARY)
       symbols.py ROOT --write    write src/libg40.map from the headers
"""
import os
import pathlib
import re
import subprocess
import sys

PROTOTYPE = re.compile(r"\bG40_API\b[^;{]*?\b(\w+)\s*\(")
COMMENT = re.compile(r"/\*.*?\*/|^[ \t]*#(?:\\\n|[^\n])*", re.DOTALL | re.MULTILINE)
GLOBAL = re.compile(r"global:(.*?)local:", re.DOTALL)
NODE = "LIBG40_0"


def declared(root):
    """Functions that the public headers promise."""
    names = set()
    for path in sorted((root / "include").rglob("*.h")):
        names.update(PROTOTYPE.findall(COMMENT.sub("", path.read_text(encoding="utf-8"))))
    return names


def mapped(root):
    """Symbols of the version script, in its order."""
    return re.findall(r"(\w+);", GLOBAL.search((root / "src/libg40.map").read_text(encoding="utf-8"))[1])


def exported(library):
    """Dynamic symbols that the library defines, without the version node itself."""
    run = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True)
    rows = [line.split() for line in run.stdout.splitlines()]
    return {row[-1].split("@")[0] for row in rows if row[-2] != "A"}


def map_text(names):
    return "%s {\n  global:\n%s  local:\n    *;\n};\n" % (NODE, "".join(f"    {name};\n" for name in sorted(names)))


def differences(left, left_name, right, right_name):
    return [f"{name}: in {left_name}, not in {right_name}" for name in sorted(left - right)] + [
        f"{name}: in {right_name}, not in {left_name}" for name in sorted(right - left)]


def violations(root, library):
    headers, script = declared(root), mapped(root)
    found = differences(headers, "include/", set(script), "src/libg40.map")
    if found:
        found.append("run ./dev symbols where the headers are right")
    if script != sorted(set(script)):
        found.append("src/libg40.map: not sorted, or a name twice")
    found += [f"{name}: public names start with g40_" for name in sorted(headers) if not name.startswith("g40_")]
    return found + differences(headers, "include/", exported(library), "the library")


if __name__ == "__main__":
    top = pathlib.Path(sys.argv[1])
    if "--write" in sys.argv:
        (top / "src/libg40.map").write_text(map_text(declared(top)), encoding="utf-8")
        sys.exit(0)
    faults = violations(top, os.environ["G40_LIBRARY"])
    print("\n".join(faults) or "symbols: ok")
    sys.exit(bool(faults))
