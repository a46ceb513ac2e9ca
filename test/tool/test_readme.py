"""The examples of README.md and docs/cli.md run as they stand there."""
import re
import shlex

import pytest
from conftest import ROOT

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
