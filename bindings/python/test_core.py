"""SWIG's layer: the list is whole, and every object owns what it shows, in any order of letting go."""

import gc
import os
import pathlib
import re

import pytest

import g40
from g40 import core

SOURCE = pathlib.Path(os.environ.get("G40_SOURCE", pathlib.Path(__file__).parents[2]))
KEPT = []  # still alive when Python ends


def asks(db):
    query = core.g40_query_new()
    query.add_kind("ask")
    query.add_responsible("SZW")
    rows = db.positions(query)
    assert rows.count() == rows.total() > 1
    return rows


def test_an_ask_comes_with_its_exact_words():
    db = core.g40_db_open(None)
    ask = asks(db).at(0)
    print(ask.quote())
    first = ask.passages().at(0).ranges().at(0)
    words = db.text(ask.document(), False).bytes()[first.start():first.end()].decode()
    assert words and ask.quote().startswith(words)
    assert isinstance(ask.confidence(), float)
    KEPT.extend([db, ask, ask.ministries()])


def test_past_the_end_there_is_no_row():
    rows = asks(core.g40_db_open(None))
    assert rows.at(rows.count()) is None


def test_rows_outlive_a_closed_and_a_dropped_database():
    db = core.g40_db_open(None)
    rows = asks(db)
    db.close()
    db.close()
    assert rows.at(0).kind() == "ask"
    del db
    gc.collect()
    assert rows.at(1).kind() == "ask"


def test_a_row_outlives_its_array_and_parts_outlive_their_row():
    db = core.g40_db_open(None)
    rows = asks(db)
    row = rows.at(0)
    quote = row.quote()
    del rows, db
    gc.collect()
    assert row.quote() == quote
    passages = row.passages()
    del row
    gc.collect()
    ranges = passages.at(0).ranges()
    del passages
    gc.collect()
    assert ranges.at(0).end() > ranges.at(0).start() > 0


def test_parts_of_a_resolution_outlive_it():
    now = core.g40_db_open(None).resolve("EZ", "2025-11-01", "2026-05-01").now()
    gc.collect()
    assert [now.at(i).abbreviation() for i in range(now.count())] == ["EZK"]


def test_a_closed_database_refuses():
    db = core.g40_db_open(None)
    db.close()
    with pytest.raises(g40.G40Error, match="closed") as caught:
        db.positions(None)
    assert core.g40_error_name(caught.value.code) == "G40_CLOSED"


def test_a_failure_says_what_and_where():
    with pytest.raises(OSError, match="no-such-file") as caught:
        core.g40_db_open("/no-such-file")
    assert core.g40_error_name(caught.value.code) == "G40_IO"
    with pytest.raises(g40.G40Error, match="date") as caught:
        core.g40_query_new().set_as_of("yesterday")
    assert caught.value.offset == 0


def test_what_is_no_argument_is_refused():
    query = core.g40_query_new()
    for theme in ("a\0b", "\ud800"):
        with pytest.raises(ValueError):
            query.add_theme(theme)
    with pytest.raises(TypeError, match="theme"):
        query.add_theme(3)
    with pytest.raises(g40.G40Error, match="theme"):
        query.add_theme(None)
    with pytest.raises(TypeError, match="self"):
        core.g40_position.quote(None)
    with pytest.raises(AttributeError):
        query.theme = "economie"


def test_every_function_of_the_library_is_in_the_list():
    functions = re.findall(r"(g40_\w+);", (SOURCE / "src/libg40.map").read_text(encoding="utf-8"))
    ownership = re.compile("_(free|release|retain)$")
    assert len(functions) > 300
    assert [f for f in functions if not ownership.search(f) and not hasattr(core._core, f)] == []


def test_every_getter_of_a_row_is_a_field_of_its_class():
    functions = set(re.findall(r"(g40_\w+);", (SOURCE / "src/libg40.map").read_text(encoding="utf-8")))
    known = {re.sub("(?<!^)([A-Z])", r"_\1", name).lower(): value for name, value in vars(g40).items() if isinstance(value, type)}
    rows = {name: cls for name, cls in known.items() if issubclass(cls, (g40.Row, g40.Rows)) and cls not in (g40.Row, g40.Rows)}
    assert len(rows) > 30
    ours = {f"g40_{name}_{field}": name for name, cls in rows.items() for field in cls._fields}
    assert [field for field in ours if field not in functions and field != "g40_segment_ranges"] == []
    general = re.compile("_(retain|release|free|count|total|at|range_count|range_start|range_end)$")
    names = "|".join(sorted(rows, key=len, reverse=True))
    listed = re.findall(r"%rows\((\w+), (\w+),", (SOURCE / "bindings/g40.i").read_text(encoding="utf-8"))
    assert [row for row, _ in listed if row not in rows] == []
    own = re.compile("|".join(f"g40_{array}_(?!count$|total$|at$|retain$|free$)" for _, array in listed))
    assert [f for f in functions if own.match(f) and f not in ours] == []
    missing = [f for f in functions if re.match(f"g40_({names})_", f) and not general.search(f) and f not in ours]
    assert [f for f in missing if not f.startswith(("g40_ministry_roles", "g40_stakeholder_roles"))] == []
