#!/usr/bin/env python3
"""Makes arguments_calls.c: every function of the public headers that can fail, called with each argument bad in turn.

Usage: arguments.py INCLUDE FOLDER. A parameter of a name that GOOD does not know is a fault: say here what is good for it.
"""
import pathlib
import re
import sys

PROTOTYPE = re.compile(r"\bG40_API\s+((?:const\s+)?\w+)\s*(\*?)\s*(g40_\w+)\s*\(([^)]*)\)\s*;")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
PARAMETER = re.compile(r"(?:const\s+)?(\w+)\s*(\*?)\s*(\w+)$")

# What a call gets where it is not the one that is bad: a member of good_arguments, or a constant.
GOOD = {"db": "good->db", "query": "good->query", "ingest": "good->ingest", "options": "good->options",
        "position": "good->position", "asks": "good->asks",
        "before": "good->asks", "after": "good->asks", "between": '"theme-ministry"', "relation": '"named"', "path": "good->path", "csv": "good->path", "data": "good->data", "out": "good->out",
        "coding": "good->coding", "document": '"klein"', "text": '"Wonen in de stad"', "name": '"EZ"',
        "words": '"warmtenet"', "quote": '"Bouw woningen"', "date": '"2025-01-01"', "as_of": '"2025-01-01"',
        "id": '"klein/warmtenet"', "theme": '"wonen"', "ministry": '"EZ"', "stakeholder": '"stad"', "role": '"executor"',
        "kind": '"ask"', "action": '"fund"', "instrument": '"bouwwet"', "holder": '"netwerk"', "title": '"Plan"',
        "url": '"https://example.invalid/"', "start": "0", "end": "10", "around": "5", "length": "16", "limit": "1",
        "threads": "1", "milliseconds": "1", "create": "false", "with_contacts": "false", "related": "false",
        "progress": "NULL", "context": "NULL", "settings": "good->settings", "write": "good->write", "fd": "good->fd",
        "format": '"jsonld"', "language": '"nl"', "table": '"positions"', "base": '"urn:x:"', "g40_db_analyze_file.path": "good->coding"}
# Where NULL says something.
MAY_BE_NULL = {"g40_db_open.path", "g40_db_open_with.path", "g40_analyze.date", "g40_db_analyze.date", "g40_db_analyze_file.date",
               "g40_db_resolve.date", "g40_db_resolve.as_of", "g40_query_set_as_of.date", "g40_query_set_after.id",
               "g40_db_network.between", "g40_db_network.relation", "g40_export_set_uptake.asks"}
OPTIONAL_HANDLES = {"g40_query", "g40_options"}  # where they are not what the function is about
NUMBERS = {"int64_t", "int32_t", "size_t", "double", "bool"}  # 0 is good, unless GOOD says otherwise
DATES = {"date", "as_of"}
PATHS = {"path", "csv", "data", "out", "coding"}  # of any bytes, as the system has them


def functions(include):
    """(result, name, [(type, is pointer, name)]) of all that take a g40_error."""
    for header in sorted((include / "g40").glob("*.h")):
        text = COMMENT.sub("", header.read_text(encoding="utf-8"))
        for base, star, name, arguments in PROTOTYPE.findall(text):
            parts = [" ".join(part.split()) for part in arguments.split(",")]
            if parts[-1] == "g40_error *err":
                yield base.replace("const ", "") + star, name, [PARAMETER.match(part).groups() for part in parts[:-1]]


def bad_values(function, index, kind, pointer, name):
    """(what it is, the C expression, whether it must fail)."""
    if pointer and kind == "char":
        yield "NULL", "NULL", f"{function}.{name}" not in MAY_BE_NULL
        if name in PATHS:
            yield "nowhere", '"/nowhere/\\xff\\xfe"', not function.startswith("g40_ingest_")  # those look later
        else:
            yield "no UTF-8", '"\\xff\\xfe"', name != "words"  # of a search: finds nothing
        yield "10 MB", "good->huge", False
        yield "empty", '""', False
        if name not in PATHS:
            yield "strange", '"\\xe2\\x80\\xae%s%n\'\\";--"', False
        if name in DATES:
            for value in ("2025-02-30", "gisteren", "2025", "2025-01-01T00:00"):
                yield value, f'"{value}"', True
    elif pointer and kind != "void":
        needed = index == 0 or kind not in OPTIONAL_HANDLES
        yield "NULL", "NULL", needed and f"{function}.{name}" not in MAY_BE_NULL
    elif kind in ("int64_t", "int32_t") and name != "length":
        for value in ("-1", "INT32_MIN", "INT32_MAX"):
            yield value, value, False


def call(result, name, parameters, index, value):
    """The call as C: its code, with what it gave freed."""
    values = [GOOD.get(f"{name}.{parameter}", GOOD.get(parameter, "0")) for _, _, parameter in parameters]
    values[index] = value
    for i, (_, _, parameter) in enumerate(parameters):
        if parameter == "length" and i and values[i - 1] != "NULL":  # of the text before it
            values[i] = f"(int64_t)strlen({values[i - 1]})"
    arguments = ", ".join(values + ["err"])
    if result == "int":
        return f"  return {name}({arguments});"
    return (f"  {result[:-1]} *made = {name}({arguments});\n  int code = made ? G40_OK : err->code;\n"
            f"  {result[:-1]}_free(made);\n  return code;")


def main(include, folder):
    calls, table, seen = [], [], 0
    for result, name, parameters in functions(include):
        seen += 1
        for kind, pointer, parameter in parameters:
            if parameter not in GOOD and (pointer or kind not in NUMBERS):
                sys.exit(f"arguments.py: nothing is known to be good for {parameter} of {name}: say so in GOOD")
        for index, (kind, pointer, parameter) in enumerate(parameters):
            for what, value, fails in bad_values(name, index, kind, pointer, parameter):
                used = "" if "good->" in call(result, name, parameters, index, value) else "  (void)good;\n"
                calls.append(f"static int call_{len(calls)}(const good_arguments *good, g40_error *err) {{\n{used}"
                             f"{call(result, name, parameters, index, value)}\n}}\n")
                words = what.replace("\\", "\\\\").replace('"', '\\"')
                table.append(f'    {{"{name}", "{parameter}", "{words}", call_{len(calls) - 1}, {str(fails).lower()}}},')
    text = ['#include "support/arguments.h"\n\n#include <string.h>\n'] + calls
    text += ["const bad_call bad_calls[] = {", *table, "};", "const size_t bad_call_count = sizeof bad_calls / sizeof *bad_calls;",
             f"const size_t fallible_functions = {seen};", ""]
    (folder / "arguments_calls.c").write_text("\n".join(text), encoding="utf-8")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
