"""Lifetimes: parents dropped or closed first, closed twice, used after closing, temporaries, an exit with live objects, and
any order of collection. Each gives an exception or an answer; the sanitizer build sees the rest."""

import gc
import itertools
import os
import pathlib
import random
import subprocess
import sys
import threading

import pytest

import g40

SOURCE = pathlib.Path(os.environ.get("G40_SOURCE", pathlib.Path(__file__).parents[2]))
PLAN = SOURCE / "test" / "data" / "reader" / "nota.txt"
LISTINGS = "positions ministries stakeholders themes instruments advices figures citations documents members".split()


def exported(db):
    pieces = []
    db.export("skos", pieces.append)
    return b"".join(pieces)


OTHERS = {
    "resolve": lambda db: db.resolve("EZ", "2025-09-01", "2026-05-01"),
    "search": lambda db: db.search("regio"),
    "match": lambda db: db.match("Geef gemeenten meer geld"),
    "uptake": lambda db: db.uptake(limit=2),
    "compare": lambda db: db.compare("g40-economie-en-werk-2025", g40.open().positions(kind="ask")),
    "network": lambda db: db.network(limit=20),
    "export": exported,
    "analyze": lambda db: db.analyze("Het Rijk moet gemeenten betalen."),
    "review": lambda db: db.review("g40-economie-en-werk-2025"),
    "review_file": lambda db: db.review_file(PLAN, date="2025-09-01"),
    "info": lambda db: db.info(),
    "verify": lambda db: db.verify(),
    "text": lambda db: db.text("g40-economie-en-werk-2025"),
    "context": lambda db: db.context("g40-economie-en-werk-2025", 709, 830),
    "coding": lambda db: db.coding("g40-economie-en-werk-2025"),
}
QUESTIONS = {**{name: (lambda db, name=name: getattr(db, name)()) for name in LISTINGS}, **OTHERS}


def plain(answer):
    """All that an answer holds."""
    if isinstance(answer, g40.Rows):
        return answer.to_dicts()
    return answer.to_dict() if isinstance(answer, g40.Row) else answer


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("end", ["close", "drop", "close twice", "close and drop"])
def test_answers_outlive_their_database(name, end):
    db = g40.open()
    answer = QUESTIONS[name](db)
    wanted = plain(QUESTIONS[name](g40.open()))
    if "close" in end:
        db.close()
    if "twice" in end:
        db.close()
    if "drop" in end:
        del db
    gc.collect()
    assert plain(answer) == wanted


@pytest.mark.parametrize("name", QUESTIONS)
def test_a_closed_database_raises(name):
    db = g40.open()
    db.close()
    with pytest.raises(g40.Closed, match="closed"):
        QUESTIONS[name](db)
    assert db.closed and "closed" in repr(db)
    with pytest.raises(g40.Closed):
        with db:
            QUESTIONS[name](db)


@pytest.mark.parametrize("name", ["ingest", "remove", "reindex", "registry_add", "registry_update"])
def test_a_closed_database_takes_nothing_in(name, tmp_path):
    db = g40.open(tmp_path / "own.g40", create=True)
    db.close()
    arguments = {"ingest": ("x.txt",), "remove": ("x",), "registry_add": ("x.yaml",)}.get(name, ())
    with pytest.raises(g40.Closed):
        getattr(db, name)(*arguments)


def test_temporaries_live_as_long_as_they_are_used():
    assert g40.open().positions(kind="ask")[0].passages[0].ranges[0].end > 0
    assert g40.open().search("regio")[0].marks[0].end > 0
    assert [row.kind for row in g40.open().positions(kind="ask", limit=2)] == ["ask", "ask"]
    assert g40.open().ministries().first().now is not None


def tree(db):
    """Objects of every level, each keeping alive what it shows."""
    positions = db.positions(kind="ask")
    row = positions[3]
    hits = db.search("regio")
    found = db.resolve("EZ", "2025-09-01", "2026-05-01")
    differences, edges = db.compare("g40-economie-en-werk-2025", positions), db.network(limit=5)
    return [
        db, positions, row, row.passages, row.passages[0], row.passages[0].ranges, row.passages[0].ranges[0], row.ministries,
        row.ministries[0].now, row.stakeholders, hits, hits[0], hits[0].marks, hits.facets, hits.facets[0], found,
        found.ministry, found.now, found.changes, positions[1:], differences, differences[2], differences[2].before,
        differences[2].after, differences[2].gone, edges, edges[0], edges[0].now, edges[0].positions, edges[0].positions[0],
        edges.__arrow_c_stream__(), differences.__arrow_c_stream__(), positions.__arrow_c_stream__(), iter(positions),
    ]  # fmt: skip


def read(objects):
    for one in objects:
        if isinstance(one, (g40.Row, g40.Rows)):
            plain(one)


@pytest.mark.parametrize("seed", range(30))
def test_any_order_of_letting_go(seed):
    objects = tree(g40.open())
    random.Random(seed).shuffle(objects)
    while objects:
        objects.pop()
        if seed % 3 == 0:
            gc.collect()
        if len(objects) % 7 == 0:
            read(objects)


def test_cycles_are_collected():
    class Knot:
        pass

    for _ in range(5):
        knot = Knot()
        knot.self, knot.objects = knot, tree(g40.open())
        del knot
    assert gc.collect() > 0


@pytest.mark.parametrize("order", list(itertools.permutations(["db", "rows", "row"])))
def test_an_exit_with_live_objects_is_quiet(order):
    code = (
        "import g40\nmade = {}\nmade['db'] = g40.open()\nmade['rows'] = made['db'].positions()\nmade['row'] = made['rows'][0]\n"
        + "".join(f"{name} = made['{name}']\n" for name in order)
        + "kept = [made, g40.open(), rows.__arrow_c_stream__(), iter(rows), db.search('regio')]\nkept.append(kept)\n"
    )
    done = subprocess.run([sys.executable, "-X", "dev", "-W", "error", "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


def test_an_exit_while_a_thread_asks_is_no_crash():
    code = "import g40, threading\ndb = g40.open()\ndef ask():\n    while True:\n        db.positions()\n"
    code += "for _ in range(3):\n    threading.Thread(target=ask, daemon=True).start()\nimport time\ntime.sleep(0.1)\n"
    # Python ends such threads where they stand, and what they held is lost.
    environment = {**os.environ, "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "") + ":detect_leaks=0"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "")


def test_rows_are_read_by_many_threads_while_their_database_closes():
    db = g40.open()
    rows = db.positions()
    wanted, faults = rows.to_dicts(), []

    def reader():
        for _ in range(5):
            if rows.to_dicts() != wanted:
                faults.append("differs")

    threads = [threading.Thread(target=reader) for _ in range(4)]
    for thread in threads:
        thread.start()
    db.close()
    del db
    gc.collect()
    for thread in threads:
        thread.join()
    assert faults == []
