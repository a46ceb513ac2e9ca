"""The database is plain SQLite: stock tools read, dump, reload and vacuum it, and no view holds contact data."""
import os
import pathlib
import shutil
import sqlite3
import subprocess

import pytest
from conftest import ROOT

CORPUS = pathlib.Path(os.environ.get("G40_BUILD", ROOT / "build")) / "corpus.g40"


@pytest.fixture
def file(tmp_path):
    return shutil.copy(CORPUS, tmp_path / "corpus.g40")


def rows(file, sql):
    with sqlite3.connect(file) as db:
        return db.execute(sql).fetchall()


def test_it_says_what_it_is(file):
    assert rows(file, "PRAGMA application_id") == [(0x67343000,)]
    assert rows(file, "PRAGMA user_version") == [(1,)]
    assert rows(file, "PRAGMA journal_mode") == [("delete",)]


def test_there_are_only_ordinary_tables_and_views(file):
    assert rows(file, "SELECT name FROM sqlite_schema WHERE sql LIKE '%VIRTUAL%'") == []
    assert {kind for kind, in rows(file, "SELECT type FROM sqlite_schema")} == {"table", "index", "view"}


def test_no_view_holds_contact_data(file):
    views = [name for name, in rows(file, "SELECT name FROM sqlite_schema WHERE type = 'view'")]
    assert len(views) >= 16
    for view in views:
        text = repr(rows(file, f"SELECT * FROM {view}"))
        for private in ("leistra", "1553 9715", "%40", "mailto"):
            assert private not in text, f"{view} holds {private}"
    assert "[contact]" in repr(rows(file, "SELECT text FROM passages"))


@pytest.mark.parametrize("view, listings", [("stakeholders", ["stakeholders"]), ("themes", ["themes"]),
                                            ("instruments", ["instruments", "advices"])])
def test_views_count_positions_as_the_command_does(g40, file, view, listings):
    listed = [row for listing in listings for row in g40(listing, "--db", file, "--format", "json").json]
    assert sorted(rows(file, f"SELECT id, positions FROM {view}")) == sorted((row["id"], row["positions"]) for row in listed)


def test_base_tables_hold_the_text_as_it_is(file):
    text, = rows(file, "SELECT text FROM document_text")[0]
    assert text == (ROOT / "data/corpora/g40-economie-en-werk-2025/paper.txt").read_bytes()


def test_quotes_are_the_bytes_at_their_offsets(file):
    wrong = rows(file, "SELECT p.id FROM position_passage q JOIN position p ON p.pk = q.position JOIN document_text t"
                       " ON t.document = p.document WHERE CAST(substr(t.text, q.byte_start + 1, q.byte_end -"
                       " q.byte_start) AS TEXT) <> q.quote OR substr(CAST(t.text AS TEXT), q.char_start + 1, q.char_end -"
                       " q.char_start) <> q.quote")
    assert wrong == []


def test_the_shell_dumps_reloads_and_vacuums_it(file, tmp_path, g40):
    dump = subprocess.run(["sqlite3", file, ".dump"], capture_output=True, check=True).stdout
    again = tmp_path / "again.db"
    subprocess.run(["sqlite3", again], input=dump, check=True, capture_output=True)
    assert subprocess.run(["sqlite3", again, ".dump"], capture_output=True, check=True).stdout == dump
    subprocess.run(["sqlite3", file, "VACUUM"], check=True)
    assert subprocess.run(["sqlite3", file, ".dump"], capture_output=True, check=True).stdout == dump
    assert g40("--db", file, "verify").status == 0


def test_every_foreign_key_holds(file):
    assert rows(file, "PRAGMA foreign_key_check") == []
    assert rows(file, "PRAGMA integrity_check") == [("ok",)]


@pytest.mark.parametrize("column", ["type", "name", "tbl_name", "sql"])
@pytest.mark.parametrize("row", ["theme", "positions", "figure_position"])
def test_a_schema_that_names_nothing_is_damage_and_no_lack_of_memory(g40, file, row, column):
    with sqlite3.connect(file) as db:
        db.execute("PRAGMA writable_schema = 1")
        db.execute(f"UPDATE sqlite_schema SET {column} = NULL WHERE name = ?", [row])
    assert "damaged" in g40("verify", "--db", file).fails_with(1)
