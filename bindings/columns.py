#!/usr/bin/env python3
"""Makes columns.c from g40.i: for every array of rows its columns, as functions that read them. Usage: columns.py G40.I OUT"""
import pathlib
import re
import sys

KINDS = {"str": "TEXT", "int64_t": "INT64", "int32_t": "INT32", "size_t": "SIZE", "double": "DOUBLE", "bool": "BOOL"}
RESULTS = {"str": "const char *", "int64_t": "int64_t ", "int32_t": "int64_t ", "size_t": "int64_t ", "double": "double ", "bool": "bool "}
HIDDEN = {"range_count"}  # of segments: what it counts is no column


def tables(text):
    """{row: (array, [(column, type)])} in the order of g40.i, what is held before what holds it."""
    interface, rules = text
    interface = interface.replace("PLACE", re.search(r"#define PLACE (.*)", rules).group(1))
    found = {}
    for row, array, body in re.findall(r"%rows\((\w+), (\w+), (.*?;)\)\n", interface, re.DOTALL):
        columns = []
        for declaration in body.split(";"):
            match = re.match(r"\s*(?:const )?(\w+) (.*)", declaration.strip(), re.DOTALL)
            for name in re.findall(r"(\w+)\(\)", match[2]) if match else []:
                if name not in HIDDEN:
                    columns.append((name, match[1]))
        found[row] = (array, columns)
    return found


def code(found):
    arrays = {"g40_" + array: row for row, (array, _) in found.items()}
    lines = ['#include "columns.h"', "", "#include <g40.h>", ""]
    lines += [f"const table table_{array};" for array, _ in found.values()] + [""]
    for row, (array, columns) in found.items():
        list_of = []
        for name, kind in columns:
            result = RESULTS.get(kind, "const void *")
            cast = "(int64_t)" if result == "int64_t " else ""
            lines.append(f"static {result}{row}_{name}(const void *row) {{ return {cast}g40_{row}_{name}(row); }}")
            field = {"const char *": "text", "int64_t ": "number", "double ": "real", "bool ": "flag"}.get(result, "rows")
            held = found[arrays[kind]][0] if kind in arrays else found[kind[4:]][0] if field == "rows" else ""
            kind_name = KINDS.get(kind, "ROWS" if kind in arrays else "ROW")
            table = f"&table_{held}" if held else "NULL"
            list_of.append(f'  {{"{name}", COLUMN_{kind_name}, {{.{field} = {row}_{name}}}, {table}}},')
        lines += [
            f"static size_t {array}_count(const void *array) {{ return g40_{array}_count(array); }}",
            f"static const void *{array}_at(const void *array, size_t i) {{ return g40_{array}_at(array, i); }}",
            f"static const void *{array}_retain(const void *array) {{ return g40_{array}_retain(array); }}",
            f"static void {array}_free(const void *array) {{ g40_{array}_free(array); }}",
            f"static const column {array}_columns[] = {{", *list_of, "};",
            f"const table table_{array} = {{{array}_columns, sizeof {array}_columns / sizeof *{array}_columns, {array}_count, "
            f"{array}_at, {array}_retain, {array}_free}};", ""]
    return "\n".join(lines)


def main(interface, out):
    rules = (interface.parent / "rules.i").read_text(encoding="utf-8")
    found = tables((interface.read_text(encoding="utf-8"), rules))
    out.write_text(code(found), encoding="utf-8")
    head = "".join(f"extern const table table_{array};\n" for array, _ in found.values())
    out.with_name("columns_tables.h").write_text(head, encoding="utf-8")


if __name__ == "__main__":
    main(*map(pathlib.Path, sys.argv[1:3]))
