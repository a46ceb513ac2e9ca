"""duckdb asks an answer in SQL, and writes and reads Parquet of it."""
import pathlib
import tempfile

import duckdb
import g40

with g40.open() as db:
    rows = db.positions()
    got = duckdb.sql("SELECT kind, count(*) FROM rows GROUP BY kind").fetchall()
    assert dict(got)["ask"] == len(db.positions(kind="ask")) and sum(count for _, count in got) == len(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = str(pathlib.Path(folder, "rows.parquet"))
        duckdb.sql("SELECT * FROM rows").write_parquet(path)
        back = duckdb.sql(f"SELECT id, text, len(ministries) FROM '{path}' ORDER BY id").fetchall()
        assert back == sorted((row.id, row.text, len(row.ministries)) for row in rows)
