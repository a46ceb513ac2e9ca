"""The package as a whole: types, documentation that runs, a clean and quick import."""

import doctest
import importlib.util
import inspect
import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

import g40
from g40.fields import Field
from g40.listing import Listing

NEEDS = {"to_pandas": "pandas", "to_networkx": "networkx"}  # examples that need what may not be here; test-ecosystem has it
PACKAGE = pathlib.Path(g40.__file__).parent
HERE = pathlib.Path(__file__).parent
plain = pytest.mark.skipif("LD_PRELOAD" in os.environ, reason="says the same, or nothing, under a sanitizer")


def run(*command, **settings):
    done = subprocess.run(command, capture_output=True, text=True, cwd=PACKAGE.parent, **settings)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done


@pytest.mark.parametrize("name", sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem not in ("core", "__init__")))
def test_examples_in_the_documentation_run(name):
    runner = doctest.DocTestRunner()
    for example in doctest.DocTestFinder().find(importlib.import_module("g40." + name)):
        needed = NEEDS.get(example.name.rsplit(".")[-1])
        if not needed or importlib.util.find_spec(needed):
            runner.run(example)
    assert runner.failures == 0


def documented(name, value, owner=None):
    """Names of what is public and says nothing of itself."""
    doc = getattr(value, "__doc__", None)
    if not doc or owner and doc == getattr(type(value), "__doc__", None):
        yield name
    if isinstance(value, type):
        for inner, part in vars(value).items():
            own = inspect.isfunction(part) or isinstance(part, (property, Field, Listing))
            if own and not inner.startswith("_"):
                yield from documented(f"{name}.{inner}", part, value)


def test_every_public_name_is_documented():
    values = {name: getattr(g40, name) for name in g40.__all__}
    aliases = {"Piece", "Progress", "sqlite_version"}  # the sources say what these are, which no object can
    assert [bare for name, value in values.items() if name not in aliases for bare in documented(name, value)] == []
    public = {name for name, value in vars(g40).items() if not name.startswith("_") and not inspect.ismodule(value)}
    assert public - set(g40.__all__) <= {"annotations", "Callable", "Optional", "Tuple", "Union", "Day", "Path", "checked"}


def test_the_first_example_runs():
    result = doctest.testmod(g40)
    assert result.failed == 0 and result.attempted > 3


@plain
def test_types_are_strict(tmp_path):
    if not shutil.which("mypy"):
        pytest.skip("mypy is not installed")
    run("mypy", "--strict", "--cache-dir", str(tmp_path), "-p", "g40")
    use = tmp_path / "use.py"
    use.write_text("import g40\nreveal_type(g40.open().positions(kind='ask')[0].ministries[0].now.first())\ng40.open().positions(knid='ask')\n")
    done = subprocess.run(["mypy", "--strict", "--cache-dir", str(tmp_path), str(use)], capture_output=True, text=True, cwd=PACKAGE.parent)
    assert "Union[g40.ministries.Ministry, None]" in done.stdout and '"knid"' in done.stdout, done.stdout


@plain
def test_types_are_what_runs():
    if not shutil.which("stubtest"):
        pytest.skip("mypy is not installed")
    run("stubtest", "--ignore-unused-allowlist", "--allowlist", str(HERE / "stubtest.txt"), "g40")


def test_import_is_clean_and_quick():
    run(sys.executable, "-W", "error", "-X", "dev", "-c", "import g40")
    run(sys.executable, "-c", "import g40, sys; assert not {'pandas', 'numpy', 'html', 'json'} & set(sys.modules)")


@plain
def test_import_takes_less_than_50_milliseconds(tmp_path):
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def seconds(code):  # of the processor: others may be busy
        before = os.times()
        run(sys.executable, "-c", code, env=environment)
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    run(sys.executable, "-c", "import g40", env=environment)
    assert min(seconds("import g40") for _ in range(5)) - min(seconds("pass") for _ in range(5)) < 0.05


def test_the_typemaps_keep_to_the_stable_abi():
    """The wheel needs it, and is not built here: macros into objects, and what came after Python 3.9, are not in it."""
    beyond = r"->tp_\w+|Py[A-Z]\w*_(?:GET|SET|AS)_[A-Z]+|PyUnicode_AsUTF8\w*(?<!String)\(|PyType_Get\w+|PyErr_(?:Get|Set)Raised\w+"
    for path in (pathlib.Path(os.environ["G40_SOURCE"]) / "bindings" / "python").glob("*.i"):
        assert re.findall(beyond, path.read_text(encoding="utf-8")) == [], path.name


def test_the_wheel_has_a_notice_of_every_library_that_the_library_links():
    source = pathlib.Path(os.environ["G40_SOURCE"])
    notices = (source / "bindings" / "python" / "NOTICES").read_text(encoding="utf-8")
    linked = re.search(r"set\(G40_LIBRARY_DEPENDENCIES ([^)]*)\)", (source / "cmake" / "G40Dependencies.cmake").read_text())[1]
    known = {"PkgConfig::G40_SQLITE": "SQLite", "PkgConfig::G40_YAML": "libyaml", "PkgConfig::G40_UTF8PROC": "utf8proc",
             "PkgConfig::G40_MD": "libmd", "PkgConfig::G40_MD4C": "md4c", "PkgConfig::G40_XML": "libxml2",
             "g40_stemmer": "libstemmer"}
    libraries = set(linked.split()) - {"Threads::Threads"}
    assert libraries == set(known), "a notice is needed, and a line here"
    assert [name for name in known.values() if f"\n{name}" not in notices] == []
    for name in re.findall(r'^  "([^"]*(?:LICENSE|NOTICES)[^"]*)"', (source / "pyproject.toml").read_text(), re.MULTILINE):
        assert list(source.glob(name)), name
