"""The Python and Lua examples of README.md run, and print what it shows."""
import os
import pathlib
import re
import subprocess
import sys

import pytest

README = pathlib.Path(__file__).resolve().parents[2] / "README.md"
# ";;" is Lua's own path.
ENVIRONMENT = {**os.environ, **{name: os.environ.get(name, "") + ";;" for name in ("LUA_PATH", "LUA_CPATH")}}


def block(language):
    return re.search(rf"^```{language}\n(.*?)^```", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)[1]


@pytest.mark.parametrize("language, program", [("python", [sys.executable, "-c"]), ("lua", [os.environ.get("G40_LUA", "lua5.4"), "-e"])])
def test_the_example_prints_what_is_shown(language, program):
    done = subprocess.run([*program, block(language)], capture_output=True, text=True, check=False, env=ENVIRONMENT)
    assert (done.returncode, done.stdout) == (0, block("text")), done.stderr
