"""One scenario in C, Python and Lua prints the same bytes; and once more under valgrind, where it is."""

import os
import pathlib
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


@pytest.mark.skipif(not shutil.which("valgrind") or "LD_PRELOAD" in os.environ, reason="no valgrind, or a sanitizer")
@pytest.mark.parametrize("language", ["c", "python", "lua"])
def test_valgrind_finds_no_fault(language, tmp_path):
    leaks = ["--leak-check=full", "--errors-for-leak-kinds=definite", "--show-leak-kinds=definite"]
    before = ["valgrind", "-q", "--error-exitcode=9", f"--suppressions={HERE}/interpreters.supp", *leaks]
    environment = {**os.environ, "PYTHONMALLOC": "malloc"}
    assert run(language, tmp_path, before, env=environment) == run("c", tmp_path)
