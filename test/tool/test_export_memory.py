"""The memory of an export does not grow with the number of documents."""
import re
import select
import subprocess

import made_papers
import pytest
from conftest import BINARY

SIZES = (50, 500)
CACHE = 4096  # kilobytes: SQLite keeps up to 2 MB of pages, and GraphML four bytes an edge and position
PIPE = 4096  # bytes: less than any export, so that a command cannot end before it was looked at


def resident(run):
    """Kilobytes that a running command had resident at most, 0 when it has ended."""
    with open(f"/proc/{run.pid}/status", encoding="ascii") as status:
        found = re.search(r"VmHWM:\s*(\d+) kB", status.read())
    return int(found[1]) if found else 0


def peak(*arguments):
    """Kilobytes that a run of the command had resident at most, looked at before each read of a small pipe."""
    most = 0
    with subprocess.Popen([BINARY, *arguments], stdout=subprocess.PIPE, bufsize=0, pipesize=PIPE) as run:
        while True:
            select.select([run.stdout], [], [])
            most = max(most, resident(run))
            if not run.stdout.read(PIPE):
                break
    assert run.returncode == 0
    return most


@pytest.fixture(scope="module")
def databases(g40, tmp_path_factory):
    if b"__asan_" in BINARY.read_bytes():
        pytest.skip("a sanitizer keeps what was freed")
    folder = tmp_path_factory.mktemp("memory")
    made = []
    for size in SIZES:
        (folder / str(size)).mkdir()
        made.append(folder / f"{size}.g40")
        assert g40("ingest", "--db", made[-1], "--meta", made_papers.write(folder / str(size), size)).status == 0
    return made


@pytest.mark.parametrize("form", ["jsonld", "graphml", "popolo", "skos"])
def test_ten_times_the_documents_take_hardly_more_memory(databases, form):
    few, many = (peak("export", "--db", path, "--format", form, "-o", "-") for path in databases)
    assert 0 < many < few + CACHE, (few, many)


def test_the_measure_sees_what_is_held_whole(databases):
    few, many = (peak("positions", "--db", path, "--format", "jsonl") for path in databases)
    assert many > few + CACHE, (few, many)
