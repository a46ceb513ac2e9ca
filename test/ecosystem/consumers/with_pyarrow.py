"""pyarrow reads answers as a table."""
import g40
import pyarrow

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
