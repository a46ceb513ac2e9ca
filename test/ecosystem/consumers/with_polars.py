"""polars reads answers as a frame, and writes and reads Parquet of it."""
import io

import g40
import polars

with g40.open() as db:
    rows = db.positions()
    frame = polars.DataFrame(rows)
    assert frame.height == len(rows) and frame["text"].to_list() == [row.text for row in rows]
    asks = frame.filter(polars.col("kind") == "ask")
    assert asks.height == len(db.positions(kind="ask"))
    named = frame.select(polars.col("ministries").explode().struct.field("abbreviation"))  # rows in rows: lists of structs
    assert {"SZW", "EZ", "VRO"} <= set(named["abbreviation"].to_list())
    file = io.BytesIO()
    frame.write_parquet(file)
    file.seek(0)
    assert polars.read_parquet(file).equals(frame)
