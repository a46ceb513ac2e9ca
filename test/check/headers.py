#!/usr/bin/env python3
"""Each public header alone compiles as C99 and as C++ with all warnings, in each compiler that is here. Usage: headers.py ROOT"""
import pathlib
import shutil
import subprocess
import sys

COMPILERS = [("gcc", "c"), ("clang-14", "c"), ("g++", "c++"), ("clang++-14", "c++")]
FLAGS = {
    "c": ["-x", "c", "-std=c99", "-Wstrict-prototypes", "-Wmissing-prototypes"],
    "c++": ["-x", "c++", "-std=c++11", "-Wold-style-cast"],
}
ALL = ["-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Wundef", "-Werror"]
FILLER = "typedef int no_empty_file;\n"  # a header of macros alone is fine


def violations(root):
    found = []
    include = root / "include"
    compilers = [(name, language) for name, language in COMPILERS if shutil.which(name)]
    if {language for _, language in compilers} != {"c", "c++"}:
        return ["headers: a C and a C++ compiler are needed"]
    for header in sorted(include.rglob("*.h")):
        name = header.relative_to(include).as_posix()
        for compiler, language in compilers:
            run = subprocess.run([compiler, *FLAGS[language], *ALL, f"-I{include}", "-"], text=True, capture_output=True,
                                 input=f"#include <{name}>\n{FILLER}", check=False)
            if run.returncode:
                found.append(f"{name}: {compiler} as {language}:\n{run.stderr.rstrip()}")
    return found


if __name__ == "__main__":
    faults = violations(pathlib.Path(sys.argv[1]))
    print("\n".join(faults) or "headers: ok")
    sys.exit(bool(faults))
