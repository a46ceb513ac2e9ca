#!/usr/bin/env python3
"""Builds the documentation: C reference, Lua reference, man pages, the pages of docs/ and the Python reference.

Usage: build.py ROOT BUILD OUT. A warning of any tool, and a link that leads nowhere, is a fault.
"""
import html.parser
import os
import pathlib
import re
import shutil
import subprocess
import sys
import urllib.parse

FIRST_PAGE = "docs/reference/index.html"


def run(name, command, said=None, **more):
    """A tool that is content says nothing on standard error. `said`: what it says all the same."""
    done = subprocess.run(command, text=True, capture_output=True, check=False, **more)
    told = [line for line in done.stderr.splitlines() if line.strip() and not (said and re.search(said, line))]
    if done.returncode or told:
        sys.exit(f"docs: {name} ({command[0]}):\n" + "\n".join(told or [done.stdout, done.stderr]))


def c_reference(root, out, version):
    settings = (root / "docs/reference/Doxyfile").read_text(encoding="utf-8")
    settings += f'OUTPUT_DIRECTORY = "{out}"\nPROJECT_NUMBER = {version}\n'
    run("C reference", ["doxygen", "-"], cwd=root, input=settings)


def lua_reference(root, out):
    run("Lua reference", ["ldoc", "--fatalwarnings", "-c", root / "docs/reference/config.ld", "-d", out / "lua",
                          root / "bindings/lua/g40.lua"], said="^(reading configuration|output written|format:)")


def man_pages(root, out):
    (out / "man").mkdir()
    for page in sorted((root / "docs/man").glob("*.[1-8]")):
        with open(out / "man" / f"{page.name}.html", "w", encoding="utf-8") as file:
            subprocess.run(["mandoc", "-T", "html", "-O", "toc,man=%N.%S.html", page], stdout=file, check=True)


def pages(root, build, out, version):
    """Everything else, the Python reference too."""
    environment = {**os.environ, "G40_PYTHON": str(build / "python"), "G40_VERSION": version, "LC_ALL": "C.UTF-8"}
    run("pages", [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-j", "auto", "-d", out / ".doctrees", "-c",
                  root / "docs/reference", "-b", "html", root, out], env=environment)
    (out / "index.html").write_text(f'<!DOCTYPE html>\n<meta charset="utf-8"><title>libg40</title>\n<meta http-equiv="refresh" '
                                    f'content="0; url={FIRST_PAGE}">\n<a href="{FIRST_PAGE}">libg40</a>\n', encoding="utf-8")


def missing_in_lua(root, out):
    """Public functions of g40.lua that have no comment: LDoc passes over them."""
    page = (out / "lua/index.html").read_text(encoding="utf-8")
    code = (root / "bindings/lua/g40.lua").read_text(encoding="utf-8")
    return [name for name in re.findall(r"^function ((?:db:|g40\.)\w+)", code, re.MULTILINE)
            if f'name = "{name.removeprefix("g40.")}"' not in page]


def missing_in_python(build, out):
    """Names of the Python package that the reference lacks."""
    told = subprocess.run([sys.executable, "-c", "import g40; print(*g40.__all__)"], capture_output=True, text=True, check=True,
                          env={**os.environ, "PYTHONPATH": str(build / "python")}).stdout
    page = (out / "docs/reference/python.html").read_text(encoding="utf-8")
    return [name for name in told.split() if f'id="g40.{name}"' not in page]


class Links(html.parser.HTMLParser):
    """What a page refers to."""

    def __init__(self, page):
        super().__init__()
        self.found = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.found += [value for name, value in attrs if name in ("href", "src") and value]


def broken(out):
    """Links to files that are not there. Man pages of other programs are not ours."""
    for page in sorted(out.rglob("*.html")):
        for link in Links(page).found:
            parts = urllib.parse.urlsplit(link)
            if parts.scheme or parts.netloc or not parts.path or re.fullmatch(r"(?!g40|libg40)[\w-]+\.\d\.html", parts.path):
                continue
            target = page.parent / urllib.parse.unquote(parts.path)
            if not target.exists():
                yield f"{page.relative_to(out)}: {link}"


def main(root, build, out):
    version = re.search(r'define G40_VERSION "(.*)"', (root / "include/g40/version.h").read_text(encoding="utf-8"))[1]
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    c_reference(root, out, version)
    lua_reference(root, out)
    man_pages(root, out)
    pages(root, build, out, version)
    faults = [f"docs/reference/python.rst lacks g40.{name}" for name in missing_in_python(build, out)]
    faults += [f"bindings/lua/g40.lua: {name} has no comment" for name in missing_in_lua(root, out)]
    faults += sorted(f"a link that leads nowhere: {link}" for link in set(broken(out)))
    if faults:
        sys.exit("docs: " + "\ndocs: ".join(faults))
    print(f"docs: {sum(1 for _ in out.rglob('*.html'))} pages, {out / 'index.html'}")


if __name__ == "__main__":
    main(*(pathlib.Path(argument).resolve() for argument in sys.argv[1:4]))
