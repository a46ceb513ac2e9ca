"""Taking in, with progress; what a callable raises, and that other threads run meanwhile."""

import os
import pathlib
import sys
import threading
import time

import pytest

import g40

SOURCE = pathlib.Path(os.environ.get("G40_SOURCE", pathlib.Path(__file__).parents[2]))
NOTE = SOURCE / "test/data/reader/nota.txt"


@pytest.fixture
def db(tmp_path):
    with g40.open(tmp_path / "own.g40", create=True) as opened:
        yield opened


def papers(folder, count):
    for i in range(count):
        (folder / f"p{i}.txt").write_text(f"Het Rijk moet {i + 2} wegen aanleggen.\n" * 20, encoding="utf-8")
    return sorted(folder.glob("p*.txt"))


def test_a_paper_is_taken_in_and_out(db, tmp_path):
    steps = []
    done = db.ingest(NOTE, kind="letter", date="2025-06-01", progress=lambda *step: steps.append(step))
    assert (done.added, done.replaced, done.unchanged, done.failed, len(done.diagnostics)) == (1, 0, 0, 0, 0)
    assert steps[0][2] == str(NOTE) and steps[-1] == (1, 1, None) and all(type(step[0]) is int for step in steps)
    assert db.ingest([NOTE], kind="letter", date="2025-06-01").unchanged == 1
    assert db.documents()[0].slug == "nota" and db.positions(document="nota").total > 0
    assert db.coding("nota").startswith("document: nota")
    assert db.match("meer geld voor bedrijventerreinen", limit=1)[0].document == "nota"
    own = db.positions(kind="ask", document="nota")[0]
    assert all(found.document != "nota" for found in db.match(own))
    asks, steps = g40.open().positions(kind="ask", theme="economie"), []
    rows = g40.open(tmp_path / "own.g40").uptake(asks, progress=lambda *step: steps.append(step))
    assert len(rows) == len(asks) and steps and 0 < rows.precision <= 1 and rows[0].ask in {ask.id for ask in asks}
    assert {row.state for row in rows} <= {"taken_up", "same_subject", "not_found"} and rows[0].match.document == "nota"
    assert len(db.uptake(limit=1)) == 1 and db.uptake().total > len(rows)
    with pytest.raises(TypeError, match="asks"):
        db.uptake(asks[1:])
    assert db.verify().errors == 0
    db.remove("nota")
    assert db.documents().total == 0
    with pytest.raises(g40.NotFound, match="nota"):
        db.remove("nota")


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_taken_in(db, tmp_path):
    done = db.ingest([tmp_path / "none.txt", NOTE])
    assert (done.added, done.failed) == (1, 1)
    assert done.diagnostics[0].severity == "error" and "none.txt" in done.diagnostics[0].file


def test_what_progress_raises_is_raised(db, tmp_path):
    class Enough(Exception):
        pass

    def stop(done, total, what):
        if done == 2:
            raise Enough("two will do")

    with pytest.raises(Enough, match="two will do"):
        db.ingest(papers(tmp_path, 5), progress=stop)
    assert db.documents().total <= 2 and db.verify().errors == 0


def test_false_cancels(db, tmp_path):
    with pytest.raises(g40.Cancelled):
        db.ingest(papers(tmp_path, 3), progress=lambda *step: False)
    with pytest.raises(g40.Cancelled):
        g40.open().verify(progress=lambda *step: False)
    with pytest.raises(g40.Cancelled):
        g40.compile(SOURCE / "test/data/small", tmp_path / "small.g40", progress=lambda *step: False)
    assert not (tmp_path / "small.g40").exists()


def test_a_callback_may_not_use_the_database_at_work_and_may_use_another(db):
    seen = []

    def other(done, total, what):
        seen.append(g40.open().verify(progress=lambda *step: None).errors)
        with pytest.raises(RuntimeError, match="at work"):
            db.documents()
        with pytest.raises(RuntimeError, match="at work"):
            db.close()

    assert db.ingest(NOTE, progress=other).added == 1 and set(seen) == {0}


def test_progress_is_a_callable(db):
    with pytest.raises(TypeError, match="progress"):
        db.ingest(NOTE, progress=3)


def test_names_of_ingest_are_named_when_wrong(db):
    for name, wrong, error in (("holder", 3, TypeError), ("kind", "diary", ValueError), ("date", "soon", ValueError), ("title", "a\0b", ValueError), ("threads", "2", TypeError), ("threads", 65, ValueError), ("meta", 3, TypeError)):
        with pytest.raises(error, match=name):
            db.ingest(NOTE, **{name: wrong})
    with pytest.raises(TypeError, match="path"):
        db.ingest([3])
    with pytest.raises(TypeError, match="hodler"):
        db.ingest(NOTE, hodler="x")


def test_faults_of_data_files_are_all_told(tmp_path):
    with pytest.raises(g40.Invalid) as caught:
        g40.compile(SOURCE / "test/data/broken", tmp_path / "broken.g40")
    assert len(caught.value.diagnostics) > 3 and caught.value.diagnostics[0].line > 0
    assert g40.compile(SOURCE / "test/data/small", tmp_path / "small.g40").errors == 0
    check = g40.check_coding(SOURCE / "test/data/small/corpora/klein/coding.yaml")
    assert len(check.anchors) > 0 and 0 < check.units.covered <= len(check.units) and check.diagnostics.errors == 0


def test_other_threads_run_during_a_long_call():
    db, ticks, done = g40.open(), [], threading.Event()

    def tick():
        while not done.is_set():
            ticks.append(1)
            time.sleep(0)

    usual = sys.getswitchinterval()
    sys.setswitchinterval(100)  # a thread runs only where another lets it
    try:
        thread = threading.Thread(target=tick)
        thread.start()
        before = len(ticks)
        enough = time.monotonic() + 5
        while len(ticks) == before and time.monotonic() < enough:
            db.verify()
        meanwhile = len(ticks) - before
        done.set()
        thread.join()
    finally:
        sys.setswitchinterval(usual)
    assert meanwhile > 0
