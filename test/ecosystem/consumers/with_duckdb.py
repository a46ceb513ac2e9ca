"""duckdb asks an answer in SQL."""
import duckdb
import g40

with g40.open() as db:
    rows = db.positions()
    got = duckdb.sql("SELECT kind, count(*) FROM rows GROUP BY kind").fetchall()
    assert dict(got)["ask"] == len(db.positions(kind="ask")) and sum(count for _, count in got) == len(rows)
