"""pyarrow reads answers as a table, and writes them as Parquet that says the same."""
import pathlib
import tempfile

import g40
import pyarrow
import pyarrow.parquet

PAPER = "De gemeente moet coöperaties financiële ruimte geven: 100% van de 3,5 miljoen €.\n\nPlan: cafés, ’s-Hertogenbosch.\n"
LISTINGS = "positions ministries stakeholders themes instruments advices figures citations documents members".split()


def there_and_back(rows, folder):
    """A table as it comes back from a Parquet file: its types, rows and texts are those that went."""
    table, path = pyarrow.table(rows), folder / "rows.parquet"
    pyarrow.parquet.write_table(table, path)
    back = pyarrow.parquet.read_table(path)
    back.validate(full=True)
    assert back.schema.equals(table.schema) and back.equals(table) and back.num_rows == len(rows)
    return back


def is_whole(db, folder):
    """All of a database's positions, with their parts, read again as to_dicts() says them."""
    rows = db.positions()
    back = there_and_back(rows, folder)
    assert back.num_rows == db.info().positions > 0
    parts = ("quote", "text", "start", "confidence", "passages", "stakeholders", "instruments")
    assert [{name: row[name] for name in parts} for row in back.to_pylist()] == [
        {name: row[name] for name in parts} for row in rows.to_dicts()]
    return back


with g40.open() as db:
    rows = db.positions()
    table = pyarrow.table(rows)
    assert table.num_rows == len(rows) > 40
    assert table.column("quote").to_pylist() == [row.quote for row in rows]
    assert table.column("start").to_pylist() == [row.start for row in rows]
    assert pyarrow.types.is_list(table.schema.field("ministries").type)
    table.validate(full=True)
    assert pyarrow.table(db.ministries()).num_rows == len(db.ministries())
    assert pyarrow.table(rows[5:9]).column("id").to_pylist() == [row.id for row in rows[5:9]]

with tempfile.TemporaryDirectory() as name, g40.open() as db:
    folder = pathlib.Path(name)
    assert "’" in "".join(is_whole(db, folder).column("quote").to_pylist())
    for listing in LISTINGS:
        there_and_back(getattr(db, listing)(), folder)
    (folder / "paper.txt").write_text(PAPER, encoding="utf-8")
    with g40.open(folder / "own.g40", create=True) as own:
        own.ingest([folder / "paper.txt"])
        (quote,) = [one for one in is_whole(own, folder).column("quote").to_pylist() if "coöperaties" in one]
        assert quote == PAPER.split("\n")[0]
        there_and_back(own.positions(text="nergens te vinden"), folder)  # no row: a file with the columns alone
