"""Whatever the library writes, stock tools count, dump, reload and vacuum: compiled, new, and after each kind of change."""
import json
import shutil
import sqlite3
import subprocess

import pytest
from conftest import ROOT

PAPER = "Plan voor de buurt\n\nHet ministerie van EZ moet in de stad een warmtenet betalen. Mail jan@example.invalid.\n"
CHANGED = "Plan voor de buurt\n\nEr zijn te weinig huizen. Het Rijk moet de gemeenten meer geld geven.\n"
NAMES = ("source: eigen\nsources: [{id: eigen, title: Eigen namen}]\n"
         "stakeholders: [{id: buurthuis, kind: other, name: het buurthuis, same_as: [wijkhuis]}]\n")
STATES = ["compiled", "new", "ingested", "replaced", "removed", "emptied", "named", "updated", "indexed"]


@pytest.fixture(scope="module")
def databases(g40, tmp_path_factory):
    """{state: file}, each made from the one before it."""
    folder = tmp_path_factory.mktemp("stock")
    file, paper, other, names = (folder / name for name in ("a.g40", "plan.txt", "ander.txt", "eigen.yaml"))
    made = {}

    def keep(state, *commands):
        for command in commands:
            run = g40(*command)
            assert run.status == 0, run.err
        made[state] = shutil.copy(file, folder / f"{state}.g40")

    paper.write_text(PAPER, encoding="utf-8")
    other.write_text(CHANGED, encoding="utf-8")
    names.write_text(NAMES, encoding="utf-8")
    keep("compiled", ("compile", ROOT / "test" / "data" / "small", "-o", file))
    file.unlink()
    keep("new", ("ingest", "--db", file, paper), ("remove", "--db", file, "plan"))
    keep("ingested", ("ingest", "--db", file, paper, other))
    paper.write_text(CHANGED + PAPER, encoding="utf-8")
    keep("replaced", ("ingest", "--db", file, paper))
    keep("removed", ("remove", "--db", file, "plan"))
    keep("emptied", ("remove", "--db", file, "ander"))
    keep("named", ("registry", "add", "--db", file, names))
    keep("updated", ("registry", "update", "--db", file))
    keep("indexed", ("ingest", "--db", file, other), ("reindex", "--db", file))
    return made


def run(*command, **more):
    return subprocess.run(command, capture_output=True, check=True, **more).stdout


def counts(file):
    with sqlite3.connect(file) as db:
        names = [name for name, in db.execute("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')")]
        return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


@pytest.mark.parametrize("state", STATES)
def test_the_shell_counts_dumps_reloads_and_vacuums(databases, state, tmp_path, g40):
    file, again = databases[state], tmp_path / "again.db"
    dump = run("sqlite3", file, ".dump")
    run("sqlite3", again, input=dump)
    assert run("sqlite3", again, ".dump") == dump
    assert counts(again) == counts(file)
    assert run("sqlite3", file, "SELECT count(*) FROM positions", "PRAGMA integrity_check").split()[1] == b"ok"
    assert run("sqlite3", file, "PRAGMA foreign_key_check") == b""
    run("sqlite3", file, "VACUUM")
    assert run("sqlite3", file, ".dump") == dump
    assert g40("verify", "--db", file).status == 0


@pytest.mark.skipif(not shutil.which("sqlite-utils"), reason="sqlite-utils is not installed")
@pytest.mark.parametrize("state", STATES)
def test_sqlite_utils_counts_its_tables(databases, state):
    told = json.loads(run("sqlite-utils", "tables", databases[state], "--counts"))
    stored = counts(databases[state])
    assert told and {row["table"]: row["count"] for row in told}.items() <= stored.items()


def test_the_states_differ_as_they_should(databases):
    documents = {state: counts(file)["document"] for state, file in databases.items()}
    assert documents == {"compiled": 1, "new": 0, "ingested": 2, "replaced": 2, "removed": 1, "emptied": 0, "named": 0,
                         "updated": 0, "indexed": 1}
    assert counts(databases["removed"])["index_segment"] > 0
    assert counts(databases["emptied"])["index_posting"] == 0
