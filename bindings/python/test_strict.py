"""Arguments that are none: each refusal is an exception that names the argument."""

import datetime
import threading
import time

import pytest

import g40

LISTINGS = "positions ministries stakeholders themes instruments advices figures citations documents members".split()


@pytest.fixture(scope="module")
def db():
    with g40.open() as opened:
        yield opened


@pytest.mark.parametrize("name", LISTINGS)
def test_a_filter_that_is_none_is_refused_by_its_name(db, name):
    listing = getattr(db, name)
    for wrong, error in ((3, TypeError), (b"economie", TypeError), ([3], TypeError), ("a\0b", ValueError), ("\ud800", ValueError), ([], ValueError), ("", ValueError)):
        with pytest.raises(error, match="theme"):
            listing(theme=wrong)
    with pytest.raises(TypeError, match="mnistry"):
        listing(mnistry="SZW")
    with pytest.raises(TypeError):
        listing("SZW")


@pytest.mark.parametrize("value, error", [(2**53 + 0.0, TypeError), ("3", TypeError), (True, TypeError), (2**63, OverflowError), (-1, ValueError)])
def test_a_wrong_limit_is_refused_by_its_name(db, value, error):
    with pytest.raises(error, match="limit"):
        db.positions(limit=value)


def test_whole_numbers_beyond_doubles_arrive_whole(db):
    assert db.positions(limit=2**53 + 1).total > 0
    with pytest.raises(g40.G40Error) as caught:
        db.context("g40-economie-en-werk-2025", 2**53 + 1, 2**53 + 2)
    assert caught.value.code != 0


@pytest.mark.parametrize("value, error", [("yesterday", g40.BadArgument), (20250101, TypeError), ("2025-02-30", ValueError), (datetime.time(), TypeError)])
def test_a_wrong_day_is_refused_by_its_name(db, value, error):
    for call in (lambda: db.positions(as_of=value), lambda: db.resolve("EZ", as_of=value)):
        with pytest.raises(error, match="as_of|as-of|date"):
            call()
    with pytest.raises(error, match="date"):
        db.resolve("EZ", value)


def test_flags_take_bools_only(db):
    for call in (lambda: db.positions(with_contacts=1), lambda: g40.analyze("Tekst.", with_contacts=None)):
        with pytest.raises(TypeError, match="with_contacts"):
            call()
    with pytest.raises(TypeError, match="related"):
        db.search("regio", related="yes")


def test_texts_take_texts_only(db):
    with pytest.raises(TypeError, match="text"):
        g40.analyze(3)
    with pytest.raises(ValueError, match="text.*surrogate"):
        g40.analyze("\ud800")
    with pytest.raises(g40.Invalid) as caught:
        g40.analyze(b"ab\xff")
    assert caught.value.offset == 2
    assert g40.analyze("Gemeenten moeten\0betalen.") is not None
    with pytest.raises(TypeError, match="words"):
        db.search(3)
    with pytest.raises(g40.BadArgument, match="words|query"):
        db.search(None)
    with pytest.raises(g40.BadArgument, match="name"):
        db.resolve(None)
    with pytest.raises(TypeError, match="quote|ask"):
        db.match(3)


def test_paths_take_paths_only(tmp_path):
    for wrong in (3, b"/tmp", [], object()):
        with pytest.raises(TypeError, match="path"):
            g40.open(wrong)
    with pytest.raises(ValueError, match="path"):
        g40.open("a\0b")
    with pytest.raises(OSError, match="none"):
        g40.open(tmp_path / "none.g40")
    with pytest.raises(ValueError, match="busy|milliseconds"):
        g40.open(busy_timeout=-1.0)


def test_failures_are_of_what_python_calls_them(db):
    with pytest.raises(LookupError, match="Niksministerie") as caught:
        db.positions(ministry="Niksministerie")
    assert isinstance(caught.value, g40.G40Error) and caught.value.name == "G40_NOT_FOUND"
    with pytest.raises(ValueError) as caught:
        db.positions(as_of="soon")
    assert caught.value.name == "G40_ARGUMENT"
    with pytest.raises(g40.ReadOnly):
        db.remove("g40-economie-en-werk-2025")


@pytest.mark.parametrize(
    "question",
    [
        lambda db: db.positions(responsible="SZW", kind="ask"),
        lambda db: db.network(limit=3),
        lambda db: db.compare("g40-economie-en-werk-2025", "g40-economie-en-werk-2025"),
        lambda db: db.export("skos", lambda piece: None),
        lambda db: db.search("regio", limit=3),
    ],
)
def test_closing_in_another_thread_raises_and_never_crashes(question):
    for _ in range(3):
        db = g40.open()
        outcomes = []

        def ask():
            until = time.monotonic() + 60
            try:
                while time.monotonic() < until:
                    question(db)
                outcomes.append("open")
            except g40.Closed:
                outcomes.append("closed")

        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
        db.close()
        for thread in threads:
            thread.join()
        assert outcomes == ["closed"] * 3
