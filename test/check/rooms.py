#!/usr/bin/env python3
"""The order of rooms (docs/conventions.md): who may include whom. Usage: rooms.py ROOT"""
import pathlib
import re
import sys

ROOMS = ["base", "text", "model", "lexicon", "extract", "reader", "coding", "store", "index", "ingest", "query", "export",
         "api", "extension", "tool"]
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]', re.MULTILINE)
SQLITE = {"sqlite3.h", "sqlite3ext.h"}


def fault(room, name, quoted, target):
    """Why file `name` (from src/) of a room may not include `target`; None where it may."""
    if target in SQLITE:
        return None if name == "store/sqlite.h" else "only store/sqlite.h includes SQLite's header"
    if target == "g40.h" or target.startswith("g40/"):
        return None
    first = target.split("/")[0]
    if "/" not in target or first not in ROOMS:
        return "written from src/: \"room/file.h\"" if quoted else None
    if room == "tool":
        return None if first == "tool" else "tool uses the public headers only"
    if (room, first) == ("query", "extract"):
        return "extract and query never include each other"
    if ROOMS.index(first) > ROOMS.index(room):
        return f"{first} stands above {room}"
    return None


def violations(root):
    found = []
    source = root / "src"
    for path in sorted(source.rglob("*.[chS]")):
        name = path.relative_to(source).as_posix()
        room = name.split("/")[0]
        if room not in ROOMS:
            found.append(f"src/{name}: no room of that name")
            continue
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".S":
            continue
        for match in INCLUDE.finditer(text):
            why = fault(room, name, match[1] == '"', match[2])
            if why:
                line = text.count("\n", 0, match.start()) + 1
                found.append(f"src/{name}:{line}: includes {match[2]}: {why}")
    return found


if __name__ == "__main__":
    faults = violations(pathlib.Path(sys.argv[1]))
    print("\n".join(faults) or "rooms: ok")
    sys.exit(bool(faults))
