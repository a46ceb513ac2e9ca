"""pandas reads answers as frames: to_pandas() in any version, the Arrow stream from 3.0 on."""
import doctest
import sys

import g40
import pandas

with g40.open() as db:
    rows = db.positions()
    plain = rows.to_pandas()
    assert len(plain) == len(rows) and list(plain["id"]) == [row.id for row in rows]
    (example,) = doctest.DocTestFinder().find(g40.Rows.to_pandas, globs={})
    assert doctest.DocTestRunner().run(example) == (0, 2)
    if not hasattr(pandas.DataFrame, "from_arrow"):
        print(f"not run: pandas {pandas.__version__} has no from_arrow (it read to_pandas())")
        sys.exit()
    frame = pandas.DataFrame.from_arrow(rows)
    assert len(frame) == len(rows) and list(frame["text"]) == [row.text for row in rows]
