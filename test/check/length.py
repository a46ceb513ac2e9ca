#!/usr/bin/env python3
"""A file of src/ or include/ has at most 600 lines (functions: clang-tidy). Usage: length.py ROOT"""
import pathlib
import sys

LIMIT = 600


def violations(root):
    found = []
    for folder in ("src", "include", "bindings"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".c", ".h", ".i", ".py", ".lua"):
                lines = path.read_text(encoding="utf-8").count("\n")
                if lines > LIMIT:
                    found.append(f"{path.relative_to(root)}: {lines} lines, more than {LIMIT}: make it two files")
    return found


if __name__ == "__main__":
    faults = violations(pathlib.Path(sys.argv[1]))
    print("\n".join(faults) or "length: ok")
    sys.exit(bool(faults))
