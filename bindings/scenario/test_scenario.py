"""One scenario in C, Python and Lua prints the same bytes; and once more under valgrind, where it is."""

import os
import pathlib
import re
import shutil
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).parent
SOURCE = os.environ["G40_SOURCE"]
LANGUAGES = {
    "c": [os.environ.get("G40_SCENARIO", "")],
    "python": [sys.executable, str(HERE / "scenario.py")],
    "lua": [os.environ.get("G40_LUA", "lua5.4"), str(HERE / "scenario.lua")],
}


def run(language, folder, before=(), **settings):
    own = folder / f"{language}.g40"
    own.unlink(missing_ok=True)
    command = [*before, *LANGUAGES[language], str(HERE / "questions.txt"), SOURCE, str(own)]
    done = subprocess.run(command, capture_output=True, **settings)
    assert done.returncode == 0, done.stderr.decode()[-4000:]
    return done.stdout


def test_c_answers_every_question(tmp_path):
    said = run("c", tmp_path).decode()
    asked = [line for line in (HERE / "questions.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    assert [line for line in said.split("\n") if line and line[0] != " "] == asked
    assert len(said) > 100_000 and said.count("  G40_") == 11


@pytest.mark.parametrize("language", ["python", "lua"])
def test_other_languages_say_the_same_bytes(language, tmp_path):
    wanted, said = run("c", tmp_path), run(language, tmp_path)
    if wanted != said:
        for one, other in zip(wanted.decode().splitlines(), said.decode().splitlines()):
            assert one == other
    assert wanted == said


VALGRIND = ["valgrind", "-q", "--error-exitcode=9", f"--suppressions={HERE}/interpreters.supp", "--leak-check=full",
            "--errors-for-leak-kinds=definite,indirect,possible", "--show-leak-kinds=definite,indirect,possible"]  # fmt: skip
UNDER = {**os.environ, "PYTHONMALLOC": "malloc"}
valgrind = pytest.mark.skipif(not shutil.which("valgrind") or "LD_PRELOAD" in os.environ, reason="no valgrind, or a sanitizer")


@valgrind
@pytest.mark.parametrize("language", ["c", "python", "lua"])
def test_valgrind_finds_no_fault(language, tmp_path):
    assert run(language, tmp_path, VALGRIND, env=UNDER) == run("c", tmp_path)


# Some of the tests of lifetimes, a kind each: all of them take minutes here. Python's package is the built one: its folder comes
# before that of the tests (append), which has a package of that name too, but not its module.
LIFETIMES = {
    "python": [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--import-mode=append", "../python/test_lifetime.py",
               "-k", "temporaries or cycles or letting_go[0] or drop-search or drop-resolve or drop-network"],
    "lua": [os.environ.get("G40_LUA", "lua5.4"), "../lua/test_lifetime.lua", "temporaries", "go, [12]$", "close_variable", "coroutine", "search outlives", "resolve outlives"],
}  # fmt: skip


@valgrind
@pytest.mark.parametrize("language", LIFETIMES)
def test_valgrind_finds_no_fault_whoever_is_let_go_of_first(language):
    done = subprocess.run([*VALGRIND, *LIFETIMES[language]], capture_output=True, text=True, cwd=HERE, env=UNDER)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    passed = re.search(r"(\d+) (?:passed|tests)", done.stdout)
    assert passed and int(passed[1]) >= 6, done.stdout
