"""Promise 2, time: which version of a ministry a document means, and who answers on a day before or after it."""
import shutil
import sqlite3

import pytest
from conftest import ROOT

SMALL = ROOT / "test" / "data" / "small"
EZ, BZK = "ministry/mnre1045", "ministry/mnre1034"


def without_a_date(g40, source, folder):
    data = shutil.copytree(source, folder / "data")
    for coding in data.glob("corpora/*/coding.yaml"):
        lines = coding.read_text(encoding="utf-8").splitlines(keepends=True)
        coding.write_text("".join(line for line in lines if " date_" not in line), encoding="utf-8")
    run = g40("compile", data, "-o", folder / "undated.g40")
    assert run.status == 0, run.err
    return folder / "undated.g40"


@pytest.fixture(scope="module")
def undated(g40, tmp_path_factory):
    """The corpus without its date: EZ is a name of several versions, KGG of one."""
    return without_a_date(g40, ROOT / "data", tmp_path_factory.mktemp("undated"))


@pytest.fixture(scope="module")
def small(g40, tmp_path_factory):
    """The small corpus without its date: EZ is a name of one version, its organisation has two."""
    return without_a_date(g40, SMALL, tmp_path_factory.mktemp("small"))


def roles(g40, database, *more):
    rows = g40("positions", "--db", database, "--format", "json", *more).json
    return [role for row in rows for role in row["ministries"] if role["id"]]


def test_without_a_date_a_name_of_several_versions_is_ambiguous(g40, undated):
    named = [role for role in roles(g40, undated) if role["as_written"] == "EZ"]
    assert named
    for role in named:
        assert (role["id"], role["state"], role["reason"], role["version"], role["abbreviation"], role["name"],
                role["now"]) == (EZ, "ambiguous", None, None, None, None, [])
    responsible = [role for role in roles(g40, undated) if role["relation"] == "responsible" and role["id"] == EZ]
    assert responsible and all(role["state"] == "ambiguous" and role["version"] is None for role in responsible)
    assert all(role["state"] == "resolved" for role in roles(g40, undated) if role["as_written"] == "KGG")
    table = g40("positions", "--db", undated, "--ministry", EZ, env={"COLUMNS": "600"}).out
    assert "EZ (ambiguous)" in table and "ministry/mnre1045 (ambiguous)" in table and "(ambiguous) \u2192" not in table


def test_without_a_date_a_name_of_one_version_means_it(g40, small):
    named = [role for role in roles(g40, small) if role["as_written"] == "EZ"]
    assert [(role["state"], role["version"]) for role in named] == [("resolved", "mnre1045@2024-07-02")]


def test_without_a_date_filters_read_names_as_the_rows_do(g40, undated, small):
    def found(database, *filters):
        return len(g40("positions", "--db", database, "--format", "json", *filters).json)

    assert found(undated, "--ministry", "EZ") == found(undated, "--ministry", "mnre1045@2024-07-02") == 0
    assert found(undated, "--ministry", EZ) > 0 < found(undated, "--ministry", "KGG")
    assert found(small, "--ministry", "EZ") == found(small, "--ministry", "mnre1045@2024-07-02") == 1
    assert found(small, "--ministry", "EZK") == found(small, "--ministry", "mnre1045@2017-10-26") == 0
    assert found(small, "--ministry", EZ) == found(small, "--responsible", "BZK") == 1


def test_without_a_date_views_and_counts_leave_the_version_open(g40, undated, small):
    counted = {row["version"]: (row["positions"], row["responsible"])
               for row in g40("ministries", "--db", small, "--format", "json").json}
    assert counted["mnre1034@"] == (0, 1) and counted["mnre1045@2024-07-02"] == (0, 0)
    with sqlite3.connect(small) as database:
        view = database.execute("SELECT ministry, version, state FROM position_ministries WHERE ministry IS NOT NULL"
                                " ORDER BY 1").fetchall()
        assert view == [(BZK, "mnre1034@", "resolved"), (EZ, None, "ambiguous")]
        assert database.execute("SELECT ministries_responsible FROM positions WHERE kind = 'ask'").fetchall() == [("BZK",)]


def test_a_day_before_the_document_shows_who_answered_then(g40):
    row = g40("positions", "--ministry", "EZ", "--as-of", "2022-01-01", "--limit", "1", "--format", "json").json[0]
    role = [one for one in row["ministries"] if one["abbreviation"] == "EZ"][0]
    assert [one["abbreviation"] for one in role["now"]] == ["EZK"]
    assert (row["as_of"], row["notes"]) == ("2022-01-01", [])


def test_a_line_that_goes_back_past_what_is_known_is_noted(g40, corpus):
    with sqlite3.connect(corpus) as database:
        (from_, through) = [database.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()[0]
                            for key in ("known_from", "known_through")]
    rows = g40("ministries", "--as-of", from_, "--format", "json").json
    noted = [row for row in rows if row["notes"]]
    assert from_ < through and noted
    for row in noted:
        assert row["notes"] == ["before_registry"] and row["valid_from"] is not None
    listed = g40("ministries", "--as-of", from_, "--format", "csv").csv
    assert [row["version"] for row in listed if row["notes"] == "before_registry"] == [row["version"] for row in noted]
