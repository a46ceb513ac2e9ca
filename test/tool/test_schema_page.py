"""docs/schema.md says what a database holds: every table, view and column of a view, and how a dump becomes a database again."""
import re
import shlex
import sqlite3
import subprocess

import pytest
from conftest import ROOT

PAGE = (ROOT / "docs" / "schema.md").read_text(encoding="utf-8")
SECTION = re.compile(r"^## (.*?)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


@pytest.fixture(name="database", scope="module")
def database_fixture(g40, tmp_path_factory):
    """A file with a paper in it."""
    folder = tmp_path_factory.mktemp("schema")
    (folder / "plan.txt").write_text("Plan\n\nHet ministerie van EZ moet in de stad een warmtenet betalen.\n", encoding="utf-8")
    run = g40("ingest", "--db", folder / "corpus.g40", "--date", "2025-09-01", folder / "plan.txt")
    assert run.status == 0, run.err
    return folder / "corpus.g40"


def asked(path, sql):
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def described(title):
    """The names in the first column of a section's first table."""
    body = next(text for name, text in SECTION.findall(PAGE) if name.startswith(title))
    first = next(block for block in body.strip().split("\n\n") if block.startswith("|"))
    return [name for row in first.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])]


@pytest.mark.parametrize("title, kind", [("Views", "view"), ("Tables", "table")])
def test_every_table_and_view_is_described_once(database, title, kind):
    there = [name for name, in asked(database, f"SELECT name FROM sqlite_schema WHERE type = '{kind}'")]
    assert sorted(described(title)) == sorted(there)


def test_the_columns_of_the_views_are_those_that_are_there(database):
    said = {name: re.findall(r"`(\w+)`", columns) for name, columns in re.findall(r"^\| `(\w+)` \| (`\w+`(?:, `\w+`)*) \|$", PAGE, re.MULTILINE)}
    there = {}
    for name, column in asked(database, "SELECT m.name, p.name FROM sqlite_schema m, pragma_table_info(m.name) p "
                                        "WHERE m.type = 'view' ORDER BY m.name, p.cid"):
        there.setdefault(name, []).append(column)
    assert said == there


def test_its_numbers_are_those_of_a_file(database):
    (number,), = asked(database, "PRAGMA application_id")
    (version,), = asked(database, "PRAGMA user_version")
    assert f"`PRAGMA application_id` is {number} (0x{number:08x}" in PAGE
    assert re.search(rf"`PRAGMA user_version` is the\s+schema version, {version}\b", PAGE)


def test_a_dump_is_a_database_again_once_its_numbers_are_set(g40, database):
    commands = re.findall(r"^\$ (sqlite3 .*again\.g40.*)$", PAGE, re.MULTILINE)
    assert len(commands) == 2
    dump, numbers = commands
    subprocess.run(["sh", "-c", dump], cwd=database.parent, check=True)
    again = database.parent / "again.g40"
    assert "again.g40" in g40("info", "--db", again).fails_with(1)
    subprocess.run(shlex.split(numbers), cwd=database.parent, check=True)
    assert g40("verify", "--db", again).status == 0
    assert g40("positions", "--db", again, "--format", "jsonl").out == g40("positions", "--db", database, "--format", "jsonl").out != ""
