#!/usr/bin/env python3
"""Everything in the public headers has a comment that says since when, and what the caller owns how it is freed.

Usage: documented.py ROOT

A comment stands for what follows it without an empty line or another comment between: for the getters of both ends of a
range, for the five functions of an array.

       documented.py --filter HEADER    the header as Doxygen reads it: each declaration with its comment before it
"""
import pathlib
import re
import sys

TOKEN = re.compile(
    r"(?P<doc>/\*\*(?!<).*?\*/)|(?P<plain>/\*(?!\*).*?\*/)"
    r"|(?P<declaration>^(?:G40_API\b|typedef\b)(?:[^;{]|\{[^}]*\})*;|^enum \{[^}]*\};|^#define G40_VERSION\w* [^\n]*)(?P<behind>[ \t]*/\*\*<.*?\*/)?"
    r"|(?P<end>\n[ \t]*(?=\n))", re.DOTALL | re.MULTILINE)
NAMES = [re.compile(r"\(\*(\w+)\)\s*\("), re.compile(r"(\w+)\s*\("), re.compile(r"(\w+)\s*;"), re.compile(r"#define (\w+)")]
ARRAY = re.compile(r"/\*\* (Rows held); ([^;]*); ([^;]*); ([^;]*); ([^;]*?)\.(\s(?:\* )?Since.*) \*/", re.DOTALL)
PARTS = ["count", "total", "at", "retain", "free"]
SINCE = re.compile(r"\bSince[\s*]+\d+\.\d+\b")


def name_of(declaration):
    return next((match[1] for match in (name.search(declaration) for name in NAMES) if match), "enum")


def declarations(text):
    """(match, name, comment) of each: the comment is None where there is none."""
    comment, found = None, []
    for token in TOKEN.finditer(text):
        if token["declaration"]:
            found.append((token, name_of(token["declaration"]), token["behind"] or comment))
        elif token["doc"]:
            comment = token["doc"]
        else:
            comment = None
    return found


def violations(root):
    found = []
    for header in sorted((root / "include").rglob("*.h")):
        text = header.read_text(encoding="utf-8")
        for token, name, comment in declarations(text):
            place = f"{header.relative_to(root).as_posix()}:{text.count(chr(10), 0, token.start()) + 1}: {name}"
            if comment is None:
                found.append(f"{place} has no comment")
            elif not SINCE.search(comment):
                found.append(f"{place}: its comment does not say since when")
            elif re.match(r"G40_API g40_\w+ \*", token["declaration"]) and not re.search(r"\b[Ff]ree", comment):
                found.append(f"{place}: its comment does not say how to free it")
    return found


def own(comment, name):
    """Of the comment of an array's five functions the part of this one."""
    array, suffix = ARRAY.fullmatch(comment), name.rsplit("_", 1)[-1]
    if not array or suffix not in PARTS:
        return comment
    part = array[PARTS.index(suffix) + 1]
    return f"/** {part[0].upper()}{part[1:]}.{array[6]} */"


def filtered(text, name):
    """Each declaration with its own copy of the comment; the first comment as that of the file."""
    parts, at = [], 0
    for token, declared, comment in declarations(text):
        before = text[at:token.start()]
        if comment and not token["behind"]:
            before = before.removesuffix(comment + "\n") + own(comment, declared) + "\n"
        parts += [before, token[0]]
        at = token.end()
    parts.append(text[at:])
    head = f"/** @file {name}\n * @brief "
    if name == "g40.h":  # the umbrella's comment is the first page
        head += "Includes every module. */\n/** @mainpage libg40 in C\n * "
    return re.sub(r"^/\* [\w/.]+ - ", head, "".join(parts), count=1)


if __name__ == "__main__":
    if sys.argv[1] == "--filter":
        path = pathlib.Path(sys.argv[2])
        sys.stdout.write(filtered(path.read_text(encoding="utf-8"), path.name))
        sys.exit()
    faults = violations(pathlib.Path(sys.argv[1]))
    print("\n".join(faults) or "documented: ok")
    sys.exit(bool(faults))
