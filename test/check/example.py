#!/usr/bin/env python3
"""The worked example of g40.h and the C example of README.md compile without a warning and run.

usage: example.py SOURCE BUILD
"""
import pathlib
import re
import subprocess
import sys
import tempfile


def of_header(text):
    """The indented program in the first comment, without its stars."""
    lines = [re.sub(r"^ \* ?", "", line) for line in text.split("*/", 1)[0].splitlines()]
    start = next(i for i, line in enumerate(lines) if line.startswith("    #include <g40.h>"))
    program = []
    for line in lines[start:]:
        if line and not line.startswith("    "):
            break
        program.append(line[4:])
    return "\n".join(program) + "\n"


def of_readme(text):
    return re.search(r"^```c\n(.*?)^```", text, re.MULTILINE | re.DOTALL)[1]


def run(source, build, program):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "example.c")
        path.write_text(program, encoding="utf-8")
        binary = pathlib.Path(folder, "example")
        subprocess.run(["cc", "-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Werror", f"-I{source}/include", str(path), "-o",
                        str(binary), f"-L{build}", "-lg40", f"-Wl,-rpath,{build}"], check=True)
        return subprocess.run([str(binary)], capture_output=True, text=True, check=True).stdout.splitlines()


def main():
    source, build = (pathlib.Path(x).resolve() for x in sys.argv[1:3])
    examples = {"include/g40.h": of_header, "README.md": of_readme}
    failed = 0
    for name, extract in examples.items():
        lines = run(source, build, extract((source / name).read_text(encoding="utf-8")))
        if len(lines) < 10 or not any("commissie" in line for line in lines):
            print(f"{name}: its example does not print the asks of SZW: {lines[:3]}")
            failed = 1
    sys.exit(failed)


if __name__ == "__main__":
    main()
