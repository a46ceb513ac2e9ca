"""The Arrow stream, read by the letter of its specification, since Debian has no pyarrow: it says what to_dicts() says."""

import ctypes
import gc
import importlib.util
import pickle

import pytest

import g40


class Schema(ctypes.Structure):
    pass


Schema._fields_ = [
    ("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p), ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64), ("children", ctypes.POINTER(ctypes.POINTER(Schema))), ("dictionary", ctypes.c_void_p),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Schema))), ("private_data", ctypes.c_void_p),
]  # fmt: skip


class Array(ctypes.Structure):
    pass


Array._fields_ = [
    ("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64), ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64), ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(Array))), ("dictionary", ctypes.c_void_p),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Array))), ("private_data", ctypes.c_void_p),
]  # fmt: skip


class Stream(ctypes.Structure):
    pass


Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Schema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(Stream), ctypes.POINTER(Array))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.POINTER(Stream))),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(Stream))), ("private_data", ctypes.c_void_p),
]  # fmt: skip

get_pointer = ctypes.pythonapi.PyCapsule_GetPointer
get_pointer.restype, get_pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
NUMBERS = {b"l": ctypes.c_int64, b"i": ctypes.c_int32, b"g": ctypes.c_double}


def buffer(array, which, kind):
    return ctypes.cast(array.buffers[which], ctypes.POINTER(kind))


def bit(array, which, i):
    return bool(buffer(array, which, ctypes.c_uint8)[i // 8] >> i % 8 & 1)


def values(schema, array):
    """The array's values as Python's."""
    kind, n = schema.format, array.length
    children = [(schema.children[i].contents, array.children[i].contents) for i in range(schema.n_children)]
    assert array.n_children == schema.n_children and array.offset == 0
    valid = [not array.buffers[0] or bit(array, 0, i) for i in range(n)]
    assert valid.count(False) == array.null_count
    if kind == b"+s":
        columns = {child.name.decode(): values(child, part) for child, part in children}
        assert all(len(column) == n for column in columns.values())
        found = [{name: column[i] for name, column in columns.items()} for i in range(n)]
        return [value if ok else None for value, ok in zip(found, valid)]
    if kind == b"+l":
        (item,), ends = (values(*children[0]),), buffer(array, 1, ctypes.c_int32)
        return [item[ends[i] : ends[i + 1]] for i in range(n)]
    if kind == b"u":
        ends, data = buffer(array, 1, ctypes.c_int32), array.buffers[2]
        found = [ctypes.string_at(data + ends[i], ends[i + 1] - ends[i]).decode() for i in range(n)]
    elif kind == b"b":
        found = [bit(array, 1, i) for i in range(n)]
    else:
        found = [buffer(array, 1, NUMBERS[kind])[i] for i in range(n)]
    return [value if ok else None for value, ok in zip(found, valid)]


def read(rows):
    capsule = rows.__arrow_c_stream__()
    stream = Stream.from_address(get_pointer(capsule, b"arrow_array_stream"))
    del rows
    gc.collect()
    schema, found, batches = Schema(), [], 0
    assert stream.get_schema(stream, schema) == 0
    while True:
        array = Array()
        assert stream.get_next(stream, array) == 0
        if not array.release:
            break
        batches += 1
        found += values(schema, array)
        array.release(array)
        assert not array.release
    schema.release(schema)
    return found, batches


def without_now(value):
    """What is in itself (who answers now for who answers now) is always empty, and no column."""
    if isinstance(value, list):
        return [without_now(one) for one in value]
    if isinstance(value, dict):
        return {key: without_now(one) for key, one in value.items() if key != "now"}
    return value


LISTINGS = "positions ministries stakeholders themes instruments advices figures citations documents members".split()


@pytest.mark.parametrize("name", LISTINGS)
def test_columns_say_what_the_rows_say(name):
    db = g40.open()
    rows = getattr(db, name)(as_of="2026-05-01") if name != "members" else db.members()
    for part in (rows, rows[::-1], rows[1:2], rows[::3], rows[5:2]):
        plain = part.to_dicts()
        found, batches = read(part)
        assert without_now(found) == without_now(plain) and batches == (len(part) > 0)
    if name == "positions":
        assert any(ministry["now"] for row in read(rows)[0] for ministry in row["ministries"])


def test_hits_and_diagnostics_and_segments_have_columns():
    db = g40.open()
    for rows in (db.search("regio"), db.match("Er moet meer geld naar bedrijventerreinen"), db.verify()):
        assert read(rows)[0] == rows.to_dicts()
    text = "Gemeenten moeten betalen. Het Rijk bouwt 15 wegen.\n" * 9000
    segments = g40.analyze(text)
    found, batches = read(segments)
    assert batches > 2 and [row["start"] for row in found] == [row.start for row in segments]


def test_a_row_in_a_row_is_a_struct(tmp_path):
    with g40.open(tmp_path / "own.g40", create=True) as db:
        (tmp_path / "p.txt").write_text("Het Rijk moet meer geld geven aan gemeenten.\n", encoding="utf-8")
        (tmp_path / "empty.txt").write_text("\n", encoding="utf-8")
        db.ingest([tmp_path / "p.txt", tmp_path / "empty.txt"])
        rows = db.uptake()
    found = read(rows)[0]
    assert found == rows.to_dicts() and found[0]["match"]["quote"] and rows[0].match.quote == found[0]["match"]["quote"]
    assert rows.to_pandas().match[0] == found[0]["match"] if importlib.util.find_spec("pandas") else True


def test_a_stream_that_nobody_reads_is_given_back():
    rows = g40.open().positions()
    capsules = [rows.__arrow_c_stream__() for _ in range(10)]
    stream = Stream.from_address(get_pointer(capsules[0], b"arrow_array_stream"))
    stream.release(stream)
    assert not stream.release
    del rows, stream, capsules
    gc.collect()


def test_a_pickle_says_that_it_has_no_columns():
    with pytest.raises(TypeError, match="pickle"):
        pickle.loads(pickle.dumps(g40.open().themes())).__arrow_c_stream__()


def test_columns_by_name_are_what_the_rows_say():
    rows = g40.open().positions()[::2]
    plain = rows.to_dicts()
    kinds = {"q": ctypes.c_int64, "d": ctypes.c_double, "?": ctypes.c_bool}
    for name in rows[0]._fields:
        column = rows._core.column(name, *rows._slice())
        if isinstance(column, tuple):
            column = list((kinds[column[0]] * len(rows)).from_buffer(column[1]))
        assert column == [row[name] for row in plain], name
    for wrong in ((0, 1, 10**6), (-1, 1, 1), (0, -1, 2), (0, 2**62, 3), (3, 1, -1)):
        with pytest.raises(IndexError):
            rows._core.column("id", *wrong)
    for wrong in ("geen", "", None):
        with pytest.raises(KeyError):
            rows._core.column(wrong, 0, 1, 1)


def test_pandas_gets_a_column_a_field():
    pandas = pytest.importorskip("pandas")
    rows = g40.open().positions()
    frame = rows.to_pandas()
    assert list(frame.columns) == list(rows[0]._fields) and len(frame) == len(rows) and isinstance(frame, pandas.DataFrame)
    assert frame.id.tolist() == [row.id for row in rows] and frame.start.dtype == "int64"
    assert g40.analyze("Het Rijk moet betalen.").to_pandas().ranges[0] == ((0, 22),)
    assert list(g40.open().positions(id=rows[0])[1:].to_pandas().columns) == list(rows[0]._fields)
    some = rows.to_pandas(columns=["kind", "start", "passages"])
    assert list(some.columns) == ["kind", "start", "passages"] and some.equals(frame[["kind", "start", "passages"]])
    with pytest.raises(ValueError, match="columns.*knid"):
        rows.to_pandas(columns=["knid"])
    assert pickle.loads(pickle.dumps(rows)).to_pandas().to_dict("list").keys() == frame.to_dict("list").keys()


def test_pandas_gets_what_is_absent_as_not_a_number(tmp_path):
    pytest.importorskip("pandas")
    (tmp_path / "paper.txt").write_text("Het Rijk moet betalen.\n", encoding="utf-8")
    coding = "document: klein\nmeta: {text: paper.txt}\npositions:\n"
    coding += "".join(f'  - {{id: {id}, kind: ask, quotes: ["{quote}"]}}\n' for id, quote in (("een", "Het Rijk moet betalen."), ("twee", "Weg.")))
    (tmp_path / "coding.yaml").write_text(coding, encoding="utf-8")
    anchors = g40.check_coding(tmp_path / "coding.yaml").anchors.to_pandas()
    assert anchors.start.dtype == "float64" and anchors.start.isna().tolist() == [state == "orphaned" for state in anchors.state]
    assert anchors.start[0] == 0 and set(anchors.state) == {"found", "orphaned"}
    assert g40.open().stakeholders().to_pandas().tooi.isna().any() and g40.open().themes()[:0].to_pandas().empty
    assert g40.open().ministries().to_pandas().before_registry.dtype == "bool"
    assert g40.open().positions().to_pandas().confidence.dtype == "float64"
