"""The examples of README.md and docs/cli.md run as they stand there, and those of README.md print what it shows."""
import os
import re
import shlex
import subprocess

import pytest
from conftest import BINARY, ROOT

BLOCK = re.compile(r"^```[a-z]*\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(name):
    """Lines of the page's blocks that run g40 alone: no pipe, no file that the example did not make."""
    path = ROOT / name
    found = []
    for block in BLOCK.findall(path.read_text(encoding="utf-8")):
        for line in block.split("\n"):
            match = re.fullmatch(r"(?:\$ )?(?:\./)?(?:build/)?g40 ([^|<>]*)", line)
            words = shlex.split(match[1], comments=True) if match else []
            if words and not {"COMMAND", "FILE", "-o", "--output", "--db"} & set(words):
                found.append(words)
    return found


@pytest.mark.parametrize("name", ["README.md", "docs/cli.md"])
def test_a_page_has_examples_and_they_run(g40, name):
    examples = commands(name)
    assert examples, f"{name} has no example of the command"
    for words in examples:
        run = g40(*words)
        assert run.status == 0, f"{name}: g40 {shlex.join(words)}: {run.err}"
        assert run.out


CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def shown(name):
    """(command, what the page shows below it) of each console block's commands."""
    for block in CONSOLE.findall((ROOT / name).read_text(encoding="utf-8")):
        for part in block.split("$ ")[1:]:
            command, _, answer = part.partition("\n")
            yield re.sub(r"  +# .*", "", command), answer.rstrip("\n")


def test_readme_commands_print_what_it_shows():
    build = os.environ.get("G40_BUILD", ROOT / "build")
    run, help_text = 0, subprocess.run([ROOT / "dev", "help"], capture_output=True, text=True, check=True).stdout
    for command, answer in shown("README.md"):
        words = shlex.split(command)
        if words[0] == "./dev":  # these build and test everything: that they are there is enough here
            assert f"\n  {words[1]} " in help_text
            continue
        if ".load" in command and "asan" in str(build):  # a program without sanitizers cannot load a module with them
            continue
        words = [str(BINARY) if word == "build/g40" else word.replace("build/", f"{build}/") for word in words]
        done = subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, "COLUMNS": "80"})
        assert done.returncode == 0 and done.stdout, f"{command}: {done.stderr}"
        beginning, more, rest = answer.partition("...")
        assert done.stdout.startswith(beginning) and (more or not answer or done.stdout.rstrip("\n") == answer), command
        assert not rest
        run += 1
    assert run >= 3
