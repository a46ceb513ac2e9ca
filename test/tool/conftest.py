"""What the tests of the g40 command share: running it. The binary is named by the variable G40 (default: build/g40)."""
import csv
import io
import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = pathlib.Path(os.environ.get("G40", ROOT / "build" / "g40")).resolve()
LISTINGS = ["positions", "stakeholders", "ministries", "themes", "instruments", "advices", "figures", "citations",
            "documents", "members"]
PAPER = "g40-economie-en-werk-2025"


class Run:
    """One run of the command: status, out, err."""

    def __init__(self, done):
        self.status, self.out, self.err = done.returncode, done.stdout.decode(), done.stderr.decode()

    def fails_with(self, status):
        """One line on standard error, nothing on standard output. Returns the line."""
        assert (self.status, self.out) == (status, ""), self.err
        assert self.err.startswith("g40: ") and self.err.count("\n") == 1, self.err
        return self.err

    @property
    def json(self):
        assert self.status == 0, self.err
        return json.loads(self.out)

    @property
    def jsonl(self):
        assert self.status == 0, self.err
        return [json.loads(line) for line in self.out.split("\n")[:-1]]

    @property
    def csv(self):
        assert self.status == 0, self.err
        return list(csv.DictReader(io.StringIO(self.out, newline="")))


@pytest.fixture(scope="session")
def g40():
    """g40("positions", "--kind", "ask") runs the command without a terminal, in an environment that says nothing."""

    def run(*arguments, env=None, **more):
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("COLUMNS", "NO_COLOR", "LANG", "LC_ALL")}
        environment.update(env or {})
        return Run(subprocess.run([BINARY, *arguments], capture_output=True, timeout=60, check=False,
                                  env=environment, stdin=subprocess.DEVNULL, **more))

    return run


@pytest.fixture(scope="session")
def corpus(g40, tmp_path_factory):
    """A database file that holds what the program carries: data/ compiled."""
    path = tmp_path_factory.mktemp("corpus") / "corpus.g40"
    run = g40("compile", ROOT / "data", "-o", path)
    assert run.status == 0, run.err
    return path


@pytest.fixture(scope="session")
def an_id(g40):
    """The first id of each listing."""
    return {name: g40(name, "--format", "json", "--limit", "1").json[0]["id"] for name in LISTINGS}
