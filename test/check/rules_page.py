#!/usr/bin/env python3
"""docs/rules.md tells of every rule, with examples that are the tested ones.

Each RULE of src/extract/rules.def has a line there with two examples and one counter-example, and each of the three
stands in test/unit/test_extract_rules.c.

usage: rules_page.py PROJECT
"""
import pathlib
import re
import sys

RULE = re.compile(r'^RULE\(\w+, "([^"]+)"', re.MULTILINE)
LINE = re.compile(r"^\| `([\w.-]+)` \| (.*) \| (.*) \| (.*) \|$", re.MULTILINE)
QUOTED = re.compile(r'"([^"]+)"')


def violations(root):
    page = (root / "docs/rules.md").read_text(encoding="utf-8")
    tested = (root / "test/unit/test_extract_rules.c").read_text(encoding="utf-8")
    tested = re.sub(r'"\s*\n\s*"', "", tested).replace('\\n"', '"')
    tested = re.sub(r"(\\n)+", " / ", tested)
    lines = {name: (QUOTED.findall(examples), QUOTED.findall(counter)) for name, _, examples, counter in LINE.findall(page)}
    found = []
    for name in RULE.findall((root / "src/extract/rules.def").read_text(encoding="utf-8")):
        examples, counter = lines.get(name, ([], []))
        if len(examples) != 2 or len(counter) != 1:
            found.append(f"docs/rules.md: {name} has {len(examples)} examples and {len(counter)} counter-examples, not 2 and 1")
        found += [f"docs/rules.md: {name}: '{text}' is not in test_extract_rules.c" for text in examples + counter
                  if f'"{text}"' not in tested]
    return found


if __name__ == "__main__":
    faults = violations(pathlib.Path(sys.argv[1]))
    print("\n".join(faults))
    sys.exit(bool(faults))
