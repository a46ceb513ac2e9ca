"""pandas reads answers as frames: to_pandas() in any version, the Arrow stream from 3.0 on."""
import sys

import g40
import pandas

with g40.open() as db:
    rows = db.positions()
    plain = rows.to_pandas()
    assert len(plain) == len(rows) and list(plain["id"]) == [row.id for row in rows]
    if not hasattr(pandas.DataFrame, "from_arrow"):
        print(f"not run: pandas {pandas.__version__} has no from_arrow (it read to_pandas())")
        sys.exit()
    frame = pandas.DataFrame.from_arrow(rows)
    assert len(frame) == len(rows) and list(frame["text"]) == [row.text for row in rows]
