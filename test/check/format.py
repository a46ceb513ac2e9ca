#!/usr/bin/env python3
"""Every C file is as clang-format would write it. Usage: format.py ROOT CLANG_FORMAT [--write]"""
import pathlib
import subprocess
import sys

FOLDERS = ("src", "include", "test", "examples", "bindings")


def c_files(root):
    return [path for folder in FOLDERS for path in sorted((root / folder).rglob("*.[ch]"))]


def main(root, program, write):
    mode = ["-i"] if write else ["--dry-run", "-Werror"]
    return subprocess.run([program, "--style=file", *mode, *c_files(root)], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]), sys.argv[2], "--write" in sys.argv))
