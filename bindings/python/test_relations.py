"""Editions compared, the network, and exports: to a path, a descriptor, a file, a callable."""

import gzip
import io
import json
import os

import pytest

import g40


@pytest.fixture(scope="module")
def db():
    with g40.open() as opened:
        yield opened


@pytest.fixture
def editions(tmp_path):
    before, after = tmp_path / "voor.txt", tmp_path / "na.txt"
    before.write_text("Het Rijk moet tien wegen aanleggen.\nGemeenten moeten meer geld krijgen voor de jeugd.\n", encoding="utf-8")
    after.write_text("Gemeenten moeten veel meer geld krijgen voor de jeugd.\nWij bouwen een zwembad.\n", encoding="utf-8")
    with g40.open(tmp_path / "own.g40", create=True) as own:
        own.ingest([before, after])
        yield own


def test_editions_are_compared(editions):
    found = editions.compare("voor", editions.documents(id="document/na")[0])
    assert (found.kept, found.changed, found.dropped, found.added, found.moved) == (0, 1, 1, 1, 0)
    changed = next(row for row in found if row.state == "changed")
    (come,) = changed.come
    assert changed.after_text.encode()[come.start : come.end] == b"veel" and len(changed.gone) == 0
    assert changed.before.document == "voor" and changed.after.text == changed.after_text and 0.5 < changed.likeness < 1
    dropped = next(row for row in found if row.state == "dropped")
    assert dropped.after is None and dropped.after_text is None and dropped.to_dict()["before"]["kind"] == "ask"
    assert len(editions.compare("voor", "na", limit=1)) == 1 and editions.compare("voor", "na", limit=1).total == 3
    frame = found.to_pandas() if __import__("importlib").util.find_spec("pandas") else None
    assert frame is None or list(frame.state) == [row.state for row in found]


def test_editions_may_lie_in_two_databases(db, editions):
    asks = db.positions(kind="ask")
    assert db.compare(asks, g40.open().positions(kind="ask")).kept == len(asks)
    assert editions.compare(asks, "na").dropped == len(asks)


def test_what_is_no_edition_is_refused_by_its_name(db):
    asks = db.positions(kind="ask")
    for wrong, error in ((asks[1:], TypeError), (3, TypeError), (None, TypeError), (db.themes(), TypeError), ("a\0b", ValueError), ("\ud800", ValueError)):
        with pytest.raises(error, match="before|document"):
            db.compare(wrong, asks)
        with pytest.raises(error, match="after|document"):
            db.compare(asks, wrong)
    with pytest.raises(g40.NotFound, match="geen"):
        db.compare("geen", asks)
    with pytest.raises(TypeError, match="limit"):
        db.compare(asks, asks, limit="1")
    with pytest.raises(TypeError, match="with_contacts"):
        db.compare("g40-economie-en-werk-2025", asks, with_contacts=1)
    with pytest.raises(TypeError, match="kind"):
        db.compare(asks, asks, kind="ask")


def test_edges_say_who_and_by_which_positions(db):
    edges = db.network(between="theme-ministry", relation="responsible", as_of="2026-05-01")
    assert {edge.kind for edge in edges} == {"theme-ministry"} and all(edge.weight == len(edge.positions) for edge in edges)
    known = {row.id for row in db.positions()}
    assert all(position.id in known for edge in edges for position in edge.positions)
    (edge,) = [edge for edge in edges if edge.from_id == "theme/economie" and edge.to_abbreviation == "EZ"]
    assert [now.abbreviation for now in edge.now] == ["EZK"] and edge in db.network() and len({*edges, edge}) == len(edges)
    assert len(db.network(limit=2)) == 2 and db.network(kind="ask").total < db.network().total


def test_words_that_are_no_network_are_refused(db):
    for name in ("between", "relation"):
        for wrong, error in ((3, TypeError), ("a\0b", ValueError), ("\ud800", ValueError), ("soms", g40.BadArgument)):
            with pytest.raises(error, match=name):
                db.network(**{name: wrong})
    with pytest.raises(TypeError, match="betwen"):
        db.network(betwen="theme-ministry")


def test_networkx_gets_nodes_by_version_and_an_edge_a_relation(db):
    pytest.importorskip("networkx")
    edges = db.network(as_of="2026-05-01")
    graph = edges.to_networkx()
    assert graph.number_of_edges() == len(edges)
    assert {key for _, _, key in graph.edges(keys=True)} == {edge.relation or "together" for edge in edges}
    ends = {edge.from_id for edge in edges} | {edge.to_version or edge.to_id for edge in edges}
    assert set(graph) == ends and graph.nodes["theme/participatie"]["kind"] == "theme"
    version = next(edge.to_version for edge in edges if edge.to_abbreviation == "EZ")
    assert graph.nodes[version]["label"] == "EZ" and graph.nodes[version]["id"].startswith("ministry/")
    between = graph.edges["theme/participatie", db.resolve("SZW", "2025-09-01").ministry.version, "responsible"]
    assert between["weight"] == len(between["positions"]) and between["now"] == ["SZW"]


def test_without_networkx_it_says_what_is_missing(db, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "networkx", None)
    with pytest.raises(ImportError, match="networkx"):
        db.network(limit=1).to_networkx()


class Slow(io.RawIOBase):
    """Takes a little at a time."""

    def __init__(self):
        self.taken = bytearray()

    def write(self, piece):
        self.taken += piece[:1000]
        return len(piece[:1000])


def test_an_export_is_the_same_wherever_it_goes(db, tmp_path):
    pieces, memory, slow = [], io.BytesIO(), Slow()
    db.export("jsonld", pieces.append, kind="ask")
    whole = b"".join(pieces)
    assert len(pieces) > 1 and all(type(piece) is bytes for piece in pieces) and json.loads(whole)
    for to in (memory, slow, tmp_path / "path.json", str(tmp_path / "text.json")):
        assert db.export("jsonld", to, kind="ask") is None
    assert whole == memory.getvalue() == bytes(slow.taken) == (tmp_path / "path.json").read_bytes() == (tmp_path / "text.json").read_bytes()
    with open(tmp_path / "file.json", "wb") as file:
        db.export("jsonld", file.fileno(), kind="ask")
    assert (tmp_path / "file.json").read_bytes() == whole
    with gzip.open(tmp_path / "file.json.gz", "wb") as file:
        db.export("jsonld", file, kind="ask")
    assert gzip.open(tmp_path / "file.json.gz").read() == whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.json", "file.json.gz", "path.json", "text.json"]


def test_every_format_and_table_of_the_library_is_written(db):
    for format in g40.export_formats():
        out = io.BytesIO()
        db.export(format, out)
        assert len(out.getvalue()) > 1000, format
    for table in g40.export_tables():
        out = io.BytesIO()
        db.export("csv", out, table=table)
        assert out.getvalue().endswith(b"\r\n"), table
    assert len(g40.export_formats()) >= 4 and len(g40.export_tables()) > 3


def exported(db, format, **given):
    out = io.BytesIO()
    db.export(format, out, **given)
    return out.getvalue().decode()


def test_an_export_takes_every_setting_of_the_library(db):
    edges = exported(db, "graphml", between="theme-ministry", relation="responsible")
    assert "theme-ministry" in edges and "stakeholder-ministry" not in edges
    assert len(edges) < len(exported(db, "graphml", between="theme-ministry"))
    page = exported(db, "html")
    assert 'lang="en"' in page and 'lang="nl"' in exported(db, "html", language="nl")
    assert exported(db, "html", uptake=db.positions(kind="ask")) != page


def test_a_wrong_setting_of_an_export_is_named(db):
    for name, format in (("between", "graphml"), ("relation", "graphml"), ("language", "html")):
        with pytest.raises(g40.BadArgument, match=name):
            exported(db, format, **{name: "geen"})
        for wrong in (3, b"nl"):
            with pytest.raises(TypeError, match=name):
                exported(db, format, **{name: wrong})
    for wrong in ("asks", [], db.positions(kind="ask")[:2], db.documents()):
        with pytest.raises(TypeError, match="uptake"):
            exported(db, "html", uptake=wrong)


def test_a_failed_export_leaves_the_file_as_it_was(db, tmp_path):
    path = tmp_path / "mine.csv"
    path.write_bytes(b"mine")
    with pytest.raises(g40.NotFound):
        db.export("csv", path, table="themes", ministry="Niksministerie")
    with pytest.raises(g40.BadArgument, match="table"):
        db.export("csv", path, table="geen")
    assert path.read_bytes() == b"mine" and os.listdir(tmp_path) == ["mine.csv"]
    with pytest.raises(g40.FileError, match="none"):
        db.export("skos", tmp_path / "none" / "x.ttl")


def test_csv_to_a_path_is_one_table_or_a_folder_of_all(db, tmp_path):
    db.export("csv", tmp_path / "themes.csv", table="themes")
    db.export("csv", tmp_path / "all")
    assert (tmp_path / "themes.csv").read_bytes() == (tmp_path / "all" / "themes.csv").read_bytes()
    assert len(os.listdir(tmp_path / "all")) > 10


def test_what_a_writer_raises_is_raised(db):
    class Full(Exception):
        pass

    def refuse(piece):
        raise Full(len(piece))

    with pytest.raises(Full):
        db.export("skos", refuse)
    with pytest.raises(g40.FileError):
        db.export("skos", lambda piece: False)
    with pytest.raises(TypeError, match="bytes"):
        db.export("skos", io.StringIO())
    with pytest.raises(RuntimeError, match="at work"):
        db.export("skos", lambda piece: db.documents())
    with open("/dev/full", "wb", buffering=0) as full:
        with pytest.raises(OSError):
            db.export("skos", full)
        with pytest.raises(g40.FileError):
            db.export("skos", full.fileno())
    with pytest.raises(g40.FileError):
        db.export("skos", -1)


def test_arguments_of_export_are_refused_by_their_name(db, tmp_path):
    for name, wrong, error in (("format", 3, TypeError), ("format", "geen", g40.BadArgument), ("format", None, ValueError), ("format", "a\0b", ValueError), ("to", 3.5, TypeError), ("to", None, TypeError), ("to", True, TypeError), ("to", b"x", TypeError), ("table", 3, TypeError), ("base", "geen", g40.BadArgument), ("base", "\ud800", ValueError), ("fd", 2**40, OverflowError), ("limit", 1, TypeError)):
        given = {"format": "csv", "to": tmp_path / "x", **{"to" if name == "fd" else name: wrong}}
        with pytest.raises(error, match=name):
            db.export(given.pop("format"), given.pop("to"), **given)
    for path in ("a\0b", "\ud800"):
        with pytest.raises(ValueError):
            db.export("csv", path)


def test_a_handle_for_writing_waits_as_told_and_tells_of_verifying(tmp_path):
    told = []
    with g40.open(tmp_path / "own.g40", create=True, busy_timeout=0.5) as own:
        assert own.verify(lambda *step: told.append(step)).errors == 0 and told
    for wrong, error in ((-1, ValueError), (float("nan"), ValueError), ("1", TypeError), (True, TypeError), (3601, ValueError)):
        with pytest.raises(error, match="busy_timeout"):
            g40.open(busy_timeout=wrong)
