"""Laws, funds and reports that only their form tells, in papers that are taken in: rows, filters, pages, exports, codings, verify."""
import csv
import json
import sqlite3

import pytest

TEXT = """1. Rust en ruimte

De Wet rust en ruimte moet worden ingetrokken. Het Rijk moet het Béékdalfonds verhogen met 20 miljoen euro.
Wij willen dat het rapport Groene Zee wordt uitgevoerd. Schaf de vliegbelasting af.
Voer de Participatiewet uit en verhoog het beekdalfonds.
"""
UNKNOWN = ["Wet rust en ruimte", "Béékdalfonds", "rapport Groene Zee", "vliegbelasting", "beekdalfonds"]


@pytest.fixture
def papers(g40, tmp_path):
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "brief.txt").write_text("Verhoog het Beekdalfonds nog dit jaar.\n", encoding="utf-8")
    run = g40("ingest", "--db", tmp_path / "x.g40", tmp_path / "plan.txt", tmp_path / "brief.txt")
    assert run.status == 0, run.err
    return tmp_path


def positions(g40, papers, *options):
    return g40("positions", "--db", papers / "x.g40", *options, "--format", "jsonl").jsonl


def named(rows):
    return [one for row in rows for one in row["instruments"] + row["advices"]]


def change(path, sql):
    with sqlite3.connect(path) as connection:
        connection.execute(sql)
    connection.close()


def test_a_position_has_the_instruments_that_analyze_finds_in_its_sentence(g40, papers):
    rows = positions(g40, papers, "--document", "plan")
    seen = [one for segment in g40("analyze", papers / "plan.txt", "--format", "jsonl").jsonl for one in segment["mentions"]
            if one["type"] in ("instrument", "advice") and segment["kind"] in ("position", "principle")]
    there = sorted((one["start"], one["end"], one["as_written"], one["id"], one["state"]) for one in named(rows))
    assert there == sorted((one["start"], one["end"], one["text"], one["id"], one["state"]) for one in seen)
    unknown = [one for one in named(rows) if one["id"] is None]
    assert sorted(one["as_written"] for one in unknown) == sorted(UNKNOWN)
    assert all(one["name"] is None and one["state"] == "unresolved" for one in unknown)
    assert {one["as_written"]: one["kind"] for one in unknown}["rapport Groene Zee"] == "advice"
    bytes_ = TEXT.encode()
    assert all(bytes_[one["start"]:one["end"]].decode() == one["as_written"] for one in unknown)


def test_one_name_is_one_row_however_it_is_written_with_its_positions_counted(g40, papers):
    rows = g40("instruments", "--db", papers / "x.g40", "--kind", "ask", "--format", "json").json
    assert [(row["id"], row["name"], row["kind"], row["positions"]) for row in rows] == [
        (None, "Beekdalfonds", "instrument", 3), ("instrument/participatiewet", "Participatiewet", "law", 1),
        (None, "Wet rust en ruimte", "instrument", 1), (None, "vliegbelasting", "instrument", 1)]
    assert rows[0]["quote"] == "Béékdalfonds" and rows[0]["names"] == []
    rows = g40("advices", "--db", papers / "x.g40", "--document", "plan", "--format", "json").json
    assert [(row["id"], row["name"], row["kind"]) for row in rows] == [(None, "rapport Groene Zee", "advice")]
    rows = g40("instruments", "--db", papers / "x.g40", "--document", "brief", "--format", "json").json
    assert [(row["name"], row["positions"]) for row in rows] == [("Beekdalfonds", 1)]


@pytest.mark.parametrize("name", ["Beekdalfonds", "beekdalfonds", "BÉÉKDALFONDS"])
def test_a_filter_takes_the_name_in_any_case(g40, papers, name):
    rows = positions(g40, papers, "--instrument", name)
    assert [row["document"] for row in rows] == ["brief", "plan", "plan"]
    assert len(positions(g40, papers, "--instrument", name, "--instrument", "Participatiewet")) == 3
    assert len(positions(g40, papers, "--instrument", name, "--document", "brief")) == 1


def test_a_name_that_neither_registry_nor_papers_have_is_a_fault(g40, papers):
    for name in ("Beekdal", "Beekdalfondsen", "Duinfonds"):
        line = g40("positions", "--db", papers / "x.g40", "--instrument", name).fails_with(1)
        assert line == f"g40: unknown instrument '{name}'\n"


def test_pages_go_on_behind_a_row_without_an_id_by_its_name(g40, papers):
    listed = g40("instruments", "--db", papers / "x.g40", "--format", "json").json
    paged, after = [], []
    while True:
        page = g40("instruments", "--db", papers / "x.g40", "--format", "json", "--limit", "7", *after).json
        if not page:
            break
        paged += page
        after = ["--after", page[-1]["id"] or page[-1]["name"]]
    assert paged == listed and [row["id"] for row in listed].count(None) == 3


def test_a_page_goes_on_behind_the_name_itself_before_an_id_that_ends_like_it(g40, papers):
    """The registry learned the law since: a row has its id, another the name as a paper writes it."""
    names = papers / "mine.yaml"
    names.write_text("sources: [{id: s, title: Zelf}]\nsource: s\ninstruments: [{id: vliegbelasting, kind: tax, name: Een andere}]\n",
                     encoding="utf-8")
    assert g40("registry", "add", names, "--db", papers / "x.g40").status == 0
    (papers / "later.txt").write_text("Schaf de Een andere niet af. Schaf Een andere af.\n", encoding="utf-8")
    assert g40("ingest", "--db", papers / "x.g40", papers / "later.txt").status == 0
    rows = g40("instruments", "--db", papers / "x.g40", "--format", "json").json
    at = [row["name"] for row in rows].index("vliegbelasting")
    page = g40("instruments", "--db", papers / "x.g40", "--format", "json", "--after", "vliegbelasting").json
    assert page == rows[at + 1:]
    assert any(row["id"] == "instrument/vliegbelasting" for row in rows)


def test_a_coding_goes_out_and_comes_back_with_them(g40, papers):
    db = papers / "x.g40"
    coding = g40("coding", "export", "plan", "--db", db).out
    assert coding.count("state: unresolved") == len(UNKNOWN)
    (papers / "plan.yaml").write_text(coding.replace("reviewed: false", "reviewed: true"), encoding="utf-8")
    assert ", 0 ambiguous, 0 orphaned" in g40("coding", "check", papers / "plan.yaml").out
    before = named(positions(g40, papers, "--document", "plan"))
    assert g40("ingest", "--db", db, "--coding", papers / "plan.yaml", papers / "plan.txt").status == 0
    assert named(positions(g40, papers, "--document", "plan")) == before
    (papers / "plan.txt").write_text("Nieuw voorwoord.\n\n" + TEXT, encoding="utf-8")
    assert g40("ingest", "--db", db, papers / "plan.txt").status == 0
    after = named(positions(g40, papers, "--document", "plan"))
    assert [(one["as_written"], one["state"]) for one in after] == [(one["as_written"], one["state"]) for one in before]
    assert g40("verify", "--db", db).status == 0


@pytest.mark.parametrize("item, code", [("{as_written: vliegbelasting}", "missing-key"),
                                        ("{as_written: vliegbelasting, state: resolved}", "form"),
                                        ("{as_written: vliegbelasting, state: zeker}", "vocabulary"),
                                        ("{as_written: vliegbelasting, instrument: participatiewet, state: unresolved}", "form")])
def test_a_coded_instrument_has_an_id_or_says_why_not(g40, papers, item, code):
    coding = g40("coding", "export", "plan", "--db", papers / "x.g40").out
    assert coding.count("{as_written: vliegbelasting, state: unresolved}") == 1
    (papers / "plan.yaml").write_text(coding.replace("{as_written: vliegbelasting, state: unresolved}", item), encoding="utf-8")
    run = g40("coding", "check", papers / "plan.yaml")
    assert run.status == 1 and f"[{code}]" in run.err


def test_exports_have_them(g40, papers):
    db = papers / "x.g40"
    assert g40("export", "--db", db, "--format", "csv", "-o", papers / "tables").status == 0
    with open(papers / "tables" / "position_instruments.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["instrument"], row["kind"], row["as_written"], row["state"]) for row in rows if row["instrument"]] == [
        ("instrument/participatiewet", "law", "Participatiewet", "resolved")]
    assert sorted(row["as_written"] for row in rows if not row["instrument"]) == sorted([*UNKNOWN, "Beekdalfonds"])
    graph = json.loads(g40("export", "--db", db, "--format", "jsonld", "-o", "-").out)["@graph"]
    things = [one for node in graph if isinstance(node.get("instrument"), list) for one in node["instrument"] if isinstance(one, dict)]
    assert sorted(one["asWritten"] for one in things) == sorted([*UNKNOWN, "Beekdalfonds"])
    assert {one["type"] for one in things} == {"schema:CreativeWork"} and {one["state"] for one in things} == {"unresolved"}
    page = g40("export", "--db", db, "--format", "html", "-o", "-").out
    assert "<q lang=\"nl\">Wet rust en ruimte</q> <em class=\"state\">" in page
    row, = (row for row in g40("positions", "--db", db, "--format", "csv").csv if "Participatiewet" in row["text"])
    assert row["instruments"] == "Participatiewet; beekdalfonds"


def test_show_says_what_is_named_and_that_it_is_not_known(g40, papers):
    row, = positions(g40, papers, "--instrument", "Wet rust en ruimte")
    shown = g40("show", row["id"], "--db", papers / "x.g40").out
    assert '"Wet rust en ruimte" (unresolved)' in shown


def test_the_view_has_them_for_any_sqlite_client(papers):
    with sqlite3.connect(papers / "x.g40") as connection:
        rows = connection.execute("SELECT as_written, kind, state FROM position_instruments WHERE instrument IS NULL").fetchall()
    connection.close()
    assert sorted(rows) == sorted([(name, "advice" if name.startswith("rapport") else "instrument", "unresolved")
                                   for name in [*UNKNOWN, "Beekdalfonds"]])


@pytest.mark.parametrize("sql, code", [
    ("UPDATE position_instrument SET folded = 'duinfonds' WHERE folded = 'beekdalfonds'", "words"),
    ("UPDATE position_instrument SET folded = NULL WHERE folded = 'beekdalfonds'", "vocabulary"),
    ("UPDATE position_instrument SET state = 'resolved' WHERE instrument IS NULL", "vocabulary"),
    ("UPDATE position_instrument SET type = 'wet' WHERE instrument IS NULL", "vocabulary"),
    ("UPDATE position_instrument SET as_written = 'Duinfonds' WHERE as_written = 'Beekdalfonds'", "words")])
def test_verify_finds_damage_in_them(g40, papers, sql, code):
    assert g40("verify", "--db", papers / "x.g40").status == 0
    change(papers / "x.g40", sql)
    run = g40("verify", "--db", papers / "x.g40")
    assert run.status == 1 and f"[{code}]" in run.err


def test_a_newer_registry_still_drops_what_nothing_points_to(g40, papers):
    db = papers / "x.g40"
    change(db, "INSERT INTO instrument(id, kind, name_nl, origin) VALUES('instrument/ooit', 'law', 'Ooit', 'builtin')")
    assert g40("registry", "update", "--db", db).status == 0
    assert g40("show", "instrument/ooit", "--db", db).status == 1
    assert len(positions(g40, papers, "--instrument", "beekdalfonds")) == 3


def test_contact_data_is_no_name(g40, papers):
    (papers / "mail.txt").write_text("Verhoog het programma ‘mail jan.jansen@beekdal.nl’ met een miljoen euro.\n", encoding="utf-8")
    assert g40("ingest", "--db", papers / "x.g40", papers / "mail.txt").status == 0
    assert "jansen" not in json.dumps(named(positions(g40, papers))) + g40("instruments", "--db", papers / "x.g40").out


def test_a_database_made_before_is_refused_with_what_to_do(g40, papers):
    change(papers / "x.g40", "DROP VIEW position_instruments")
    change(papers / "x.g40", "DROP VIEW instruments")
    change(papers / "x.g40", "ALTER TABLE position_instrument DROP COLUMN folded")
    for command in (["instruments"], ["verify"], ["ingest", papers / "plan.txt"]):
        line = g40(*command, "--db", papers / "x.g40").fails_with(1)
        assert "'position_instrument'" in line and "make it anew" in line
