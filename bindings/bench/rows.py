#!@Python3_EXECUTABLE@
"""Many rows to pandas and to Arrow, against pandas.read_sql of the same columns from the same file; in turn in one run, in seconds
of the processor. Two readings: the hand-over of an answer that is there, and the query with it, since read_sql has its query in it.
The rows: positions of the .txt files of G40_BENCH_DIR, else of ../shared/corpus/bench, and of copies of them under
other names until there are 100 000. G40_BENCH_PYTHON: a Python of this version that has pyarrow, and maybe another pandas."""

import importlib.util
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
import warnings

sys.path.insert(0, "@PROJECT_BINARY_DIR@/python")
WANTED, ROUNDS = 100_000, 5
COLUMNS = "id document theme kind action text start end char_start char_end summary_nl summary_en method confidence sha256".split()
PEER = """the peer runs SQL on the view `positions` through Python's sqlite3: four tables joined, {} columns, no passages, roles, instruments,
  figures or reasons; positions() reads all of these, whatever is asked for afterwards, and "all columns" have them as rows in rows"""
SQL = ", ".join({"start": "byte_start AS start", "end": 'byte_end AS "end"'}.get(name, name) for name in COLUMNS)


def take_in(g40, folder, to):
    """The papers, and copies until there are enough rows."""
    papers = sorted(folder.glob("*.txt"))
    database = g40.open(to / "rows.g40", create=True)
    database.ingest(papers)
    while papers and database.info().positions < WANTED:
        copies = [shutil.copy(paper, to / f"kopie_{i}_{database.info().documents}.txt") for i, paper in enumerate(papers[:40])]
        database.ingest(copies)
    found = database.info()
    print(f"{found.positions} positions of {found.documents} documents, of which {found.documents - len(papers)} are copies")
    return found.positions > 0


def seconds(work):
    """Of the processor; what was made is let go of outside of the measure."""
    before = time.process_time()
    made = work()
    return time.process_time() - before, len(made)


def best(works):
    """The least of each, taken in turn."""
    least = {}
    for _ in range(ROUNDS):
        for name, work in works.items():
            taken, rows = seconds(work)
            assert rows >= WANTED, (name, rows)
            least[name] = min(taken, least.get(name, taken))
    return least


def measure(path):
    import pandas

    import g40

    warnings.simplefilter("ignore")  # pandas would rather have SQLAlchemy
    database, connection = g40.open(path), sqlite3.connect(path)
    rows = database.positions()
    works = {
        "pandas.read_sql": lambda: pandas.read_sql(f"SELECT {SQL} FROM positions", connection),
        "positions()": lambda: database.positions(),
        "to_pandas, the same columns": lambda: rows.to_pandas(columns=COLUMNS),
        "to_pandas, all columns": lambda: rows.to_pandas(),
        "positions() and to_pandas, the same columns": lambda: database.positions().to_pandas(columns=COLUMNS),
    }
    if importlib.util.find_spec("pyarrow"):
        import pyarrow

        works["pyarrow.table, all columns"] = lambda: pyarrow.table(rows)
        works["positions() and pyarrow.table, all columns"] = lambda: pyarrow.table(database.positions())
    found = best(works)
    print(f"pandas {pandas.__version__}, Python {sys.version.split()[0]}; {PEER.format(len(COLUMNS))}")
    for name, taken in found.items():
        bar = " (bar: 0.20x)" if "pyarrow" in name else " (bar: 1.00x)" if "the same" in name else ""
        ratio = "" if name == "pandas.read_sql" else f"{taken / found['pandas.read_sql']:5.2f}x of read_sql{bar}"
        print(f"  {name:45} {taken:6.3f} s  {ratio}")
    if "pyarrow.table, all columns" not in found:
        print("  pyarrow: not run, it is not installed (G40_BENCH_PYTHON)")


def main():
    if sys.argv[1:]:
        return measure(sys.argv[1])
    import g40

    folder = pathlib.Path(os.environ.get("G40_BENCH_DIR", "@PROJECT_SOURCE_DIR@/../shared/corpus/bench"))
    with tempfile.TemporaryDirectory() as made:
        if not take_in(g40, folder, pathlib.Path(made)):
            return print(f"there is no text in {folder}: nothing to measure with")
        for python in {sys.executable: 1, os.environ.get("G40_BENCH_PYTHON", sys.executable): 1}:
            if subprocess.run([python, "-c", "import pandas"], capture_output=True).returncode:
                print(f"pandas: not run, {python} does not have it")
            else:
                sys.stdout.flush()
                subprocess.run([python, __file__, f"{made}/rows.g40"], check=True)


if __name__ == "__main__":
    main()
