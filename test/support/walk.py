#!/usr/bin/env python3
"""Makes walk_types.h and walk_types.c: a visit to every getter of the public headers. Usage: walk.py INCLUDE FOLDER"""
import pathlib
import re
import sys

PROTOTYPE = re.compile(r"\bG40_API\s+((?:const\s+)?\w+)\s*(\*?)\s*(g40_\w+)\s*\(([^)]*)\)\s*;")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
NUMBERS = {"size_t", "int64_t", "int32_t", "int", "bool"}
SELF = re.compile(r"(?:const\s+)?(g40_\w+)\s*\*\s*\w+$")


def getters(include):
    """{type: [(name, result, takes an index)]} of all that take the type alone, or with an index."""
    found = {}
    umbrella = (include / "g40.h").read_text(encoding="utf-8")
    for header in [include / name for name in re.findall(r'#include "(g40/\w+\.h)"', umbrella)]:
        for base, star, name, arguments in PROTOTYPE.findall(COMMENT.sub("", header.read_text(encoding="utf-8"))):
            parts = [part.strip() for part in arguments.split(",")]
            self = SELF.match(parts[0])
            if self and self[1] != "g40_error" and (len(parts) == 1 or parts[1:] == ["size_t i"]):
                result = base.replace("const ", "") + star
                found.setdefault(self[1], []).append((name, result, len(parts) == 2))
    return found


def visit(name, result, call):
    if result == "char*":
        return f"walk_string(to, {call});"
    if result == "double":
        return f"walk_real(to, {call});"
    if result in NUMBERS:
        return f"walk_number(to, (int64_t){call});"
    return f"walk_{result[4:-1]}(to, {call});"


def function(kind, methods):
    """One type: its getters in the order of the header, its items last."""
    lines = [f"void walk_{kind[4:]}(walk *to, const {kind} *self) {{", "  if (!self) {", '    walk_string(to, "none");',
             "    return;", "  }", "  to->rows++;"]
    for name, result, indexed in methods:
        if name.endswith(("_free", "_release")) or result == "void":
            continue
        if name.endswith("_retain"):
            end = next(other for other, _, _ in methods if other.endswith(("_free", "_release")))
            lines.append(f"  {end}({name}(self));")
        elif name.endswith("_at"):
            count = name[:-2] + "count"
            lines += [f"  for (size_t i = 0; i <= {count}(self); i++) {{  /* one past the end, too */",
                      f"    {visit(name, result, f'{name}(self, i)')}", "  }"]
        elif indexed:
            lines += ["  for (size_t i = 0; i < 4; i++) {", f"    {visit(name, result, f'{name}(self, i)')}", "  }"]
        else:
            lines.append(f"  {visit(name, result, f'{name}(self)')}")
    return "\n".join(lines) + "\n}\n"


def nulls(types):
    lines = ["const char *walk_nulls(void) {"]
    for methods in types.values():
        for name, result, indexed in methods:
            call = f"{name}(NULL{', 0' if indexed else ''})"
            if result == "void":
                lines.append(f"  {call};")
            elif indexed and result not in NUMBERS or result.endswith("*"):
                lines.append(f'  if ({call}) {{\n    return "{name}";\n  }}')
            elif indexed:
                lines.append(f'  if ({call} != -1) {{\n    return "{name}";\n  }}')
            else:
                lines.append(f'  if ({call} > 0) {{\n    return "{name}";\n  }}')
    return "\n".join(lines + ["  return NULL;", "}", ""])


def main(include, folder):
    types = getters(include)
    rows = {kind: methods for kind, methods in types.items() if any(result != "void" for _, result, _ in methods)}
    head = "".join(f"void walk_{kind[4:]}(walk *to, const {kind} *self);\n" for kind in rows)
    body = ['#include "support/walk.h"\n'] + [function(kind, methods) for kind, methods in rows.items()] + [nulls(types)]
    (folder / "walk_types.h").write_text(head, encoding="utf-8")
    (folder / "walk_types.c").write_text("\n".join(body), encoding="utf-8")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
