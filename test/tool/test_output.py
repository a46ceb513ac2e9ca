"""Output that cannot be written is a fault; a reader who goes away is not shouted at."""
import os
import subprocess

import pytest
from conftest import BINARY, LISTINGS, PAPER

COMMANDS = [[name] for name in LISTINGS] + [[name, "--format", form] for name in ("positions", "ministries")
                                            for form in ("json", "jsonl", "csv")]
COMMANDS += [["text", PAPER], ["info"], ["verify"], ["resolve", "EZ"], ["show", "theme/economie"], ["help"], ["--version"]]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_disk_is_a_fault(command):
    with open("/dev/full", "wb") as full:
        run = subprocess.run([BINARY, *command], stdout=full, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    assert run.returncode == 1
    assert run.stderr == "g40: cannot write the output: No space left on device\n"


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_closed_standard_output_is_a_fault(command):
    run = subprocess.run(["sh", "-c", 'exec "$0" "$@" >&-', BINARY, *command], stderr=subprocess.PIPE, text=True,
                         timeout=60, check=False)
    assert run.returncode == 1
    assert run.stderr.startswith("g40: cannot write the output: ") and run.stderr.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_reader_who_went_away_gets_no_complaint(command):
    reading, writing = os.pipe()
    os.close(reading)
    run = subprocess.run([BINARY, *command], stdout=writing, stderr=subprocess.PIPE, text=True, timeout=60, check=False)
    os.close(writing)
    assert (run.returncode, run.stderr) == (1, "")


def test_a_file_is_written_whole_with_all_standard_streams_closed(g40, tmp_path):
    """The database must not get the number of a closed stream, into which messages go."""
    from conftest import ROOT
    path = tmp_path / "corpus.g40"
    run = subprocess.run(["sh", "-c", 'exec "$0" compile "$1" -o "$2" <&- >&- 2>&-', BINARY, ROOT / "data", path],
                         timeout=60, check=False)
    assert run.returncode == 1
    assert g40("verify", "--db", path).status == 0


def test_a_fault_says_nothing_on_standard_output(g40):
    for form in ("table", "json", "jsonl", "csv"):
        g40("positions", "--theme", "zwaveldioxide", "--format", form).fails_with(1)
