#!/usr/bin/env python3
"""The ABI of the library against the recorded one (test/abi/libg40.abi). Before 1.0 a change is reported and no failure.

usage: abi.py PROJECT LIBRARY [--record]
"""
import pathlib
import re
import subprocess
import sys
import tempfile

DESCRIBE = ["abidw", "--exported-interfaces-only", "--drop-private-types", "--no-show-locs", "--no-corpus-path", "--no-comp-dir-path",
            "--no-elf-needed", "--no-parameter-names", "--no-write-default-sizes"]
COMPARE = ["abidiff", "--drop-private-types", "--no-added-syms"]
FAILED, CHANGED = 1 | 2, 4  # bits of abidiff's exit status


def describe(project, library):
    done = subprocess.run([*DESCRIBE, "--headers-dir", project / "include", library], capture_output=True, text=True, check=True)
    return done.stdout.replace(f"path='{project}/", "path='")


def version(project):
    header = (project / "include/g40/version.h").read_text(encoding="utf-8")
    return int(re.search(r'define G40_VERSION "(\d+)\.', header)[1])


def main(project, library, record):
    recorded = project / "test/abi/libg40.abi"
    now = describe(project, library)
    if record:
        recorded.write_text(now, encoding="utf-8")
        print(f"{recorded.relative_to(project)} holds the ABI of {library.name}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        current = pathlib.Path(folder) / "now.abi"
        current.write_text(now, encoding="utf-8")
        done = subprocess.run([*COMPARE, recorded, current], capture_output=True, text=True, check=False)
    print(done.stdout + done.stderr or "The ABI is as recorded.")
    if done.returncode & FAILED:
        return 1
    return int(bool(done.returncode & CHANGED) and version(project) >= 1)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve(), "--record" in sys.argv[3:]))
