"""network: edges between what positions name; the rows of `positions` are the oracle."""
import collections
import itertools

import pytest


def edges(g40, *options):
    return g40("network", "--format", "jsonl", *options).jsonl


def counted(positions):
    """{(kind, relation, from, to, version): ids} by the rows that `positions` prints."""
    found = collections.defaultdict(list)
    for row in positions:
        actors = sorted({one["id"] for one in row["stakeholders"] if one["id"]})
        ministries = {("responsible" if one["relation"] == "responsible" else "named", one["id"], one["version"])
                      for one in row["ministries"] if one["id"]}
        for a, b in itertools.combinations(actors, 2):
            found["stakeholder-stakeholder", None, a, b, None].append(row["id"])
        for relation, ministry, version in ministries:
            for actor in actors:
                found["stakeholder-ministry", relation, actor, ministry, version].append(row["id"])
            if row["theme"]:
                found["theme-ministry", relation, f"theme/{row['theme']}", ministry, version].append(row["id"])
    return found


def as_keys(rows):
    return {(row["kind"], row["relation"], row["from"]["id"], row["to"]["id"], row["to"]["version"]):
            [one["id"] for one in row["positions"]] for row in rows}


@pytest.fixture(scope="module")
def papers(g40, tmp_path_factory):
    """The same ministry under its names of two days."""
    folder = tmp_path_factory.mktemp("network")
    text = "Het ministerie van {} moet gemeenten en provincies geld geven. Bel 06-12345678 voor het mkb.\n"
    (folder / "a.txt").write_text(text.format("EZK"), encoding="utf-8")
    (folder / "b.txt").write_text(text.format("EZ"), encoding="utf-8")
    for name, date in (("a", "2020-05-01"), ("b", "2025-05-01")):
        assert g40("ingest", "--db", folder / "p.g40", "--date", date, folder / f"{name}.txt").status == 0
    return folder / "p.g40"


@pytest.mark.parametrize("filters", [(), ("--kind", "ask"), ("--theme", "participatie"), ("--responsible", "SZW"),
                                     ("--stakeholder", "gemeenten", "--kind", "ask")])
def test_edges_are_those_of_the_positions(g40, filters):
    positions = g40("positions", "--format", "jsonl", *filters).jsonl
    rows = edges(g40, *filters)
    assert as_keys(rows) == dict(counted(positions)) and rows
    assert all(row["weight"] == len(row["positions"]) for row in rows)


def test_the_heaviest_come_first_and_the_order_is_fixed(g40):
    rows = edges(g40)
    keys = [(-row["weight"], ["stakeholder-stakeholder", "stakeholder-ministry", "theme-ministry"].index(row["kind"]),
             row["from"]["id"], row["to"]["id"], row["to"]["version"] or "", row["relation"] or "") for row in rows]
    assert keys == sorted(keys) and len(set(keys)) == len(keys) and edges(g40) == rows


def test_a_ministry_is_the_version_of_the_documents_date(g40, papers):
    rows = edges(g40, "--db", papers, "--between", "stakeholder-ministry", "--relation", "named", "--as-of", "2026-05-01")
    ends = {row["to"]["abbreviation"]: row for row in rows if row["from"]["id"] == "stakeholder/gemeenten"}
    assert set(ends) == {"EZK", "EZ"} and [row["weight"] for row in ends.values()] == [1, 1]
    assert [one["abbreviation"] for one in ends["EZ"]["to"]["now"]] == ["EZK"]
    assert ends["EZ"]["to"]["version"] != ends["EZK"]["to"]["version"] and ends["EZ"]["as_of"] == "2026-05-01"


def test_relation_and_between_keep_their_edges(g40, papers):
    assert {row["relation"] for row in edges(g40, "--relation", "responsible", "--between", "theme-ministry")} == {
        "responsible"}
    addressed = edges(g40, "--db", papers, "--relation", "addressee", "--between", "stakeholder-ministry")
    assert {row["relation"] for row in addressed} == {"addressee"}
    assert edges(g40, "--db", papers, "--relation", "holder", "--between", "stakeholder-ministry") == []
    assert {row["kind"] for row in edges(g40, "--between", "stakeholder-stakeholder")} == {"stakeholder-stakeholder"}


def test_the_table_is_cut_and_says_so_and_csv_has_all(g40):
    total = len(edges(g40))
    assert f"3 of {total} edges" in g40("network", "--limit", "3").out
    rows = g40("network", "--format", "csv").csv
    assert len(rows) == total and rows[0]["positions"].startswith("position/")
    assert len(edges(g40, "--limit", "3")) == 3 and g40("network", "--format", "json", "--limit", "3").json == edges(
        g40, "--limit", "3")


def test_contacts_are_not_shown(g40, papers):
    assert "12345678" not in g40("network", "--db", papers, "--format", "json").out


def test_a_database_without_positions_has_no_edges(g40, tmp_path):
    (tmp_path / "a.txt").write_text("De zon schijnt.\n", encoding="utf-8")
    assert g40("ingest", "--db", tmp_path / "a.g40", tmp_path / "a.txt").status == 0
    assert edges(g40, "--db", tmp_path / "a.g40") == [] and "0 of 0" in g40("network", "--db", tmp_path / "a.g40").out


@pytest.mark.parametrize("options, status, says", [
    (("--between", "theme-theme"), 1, "theme-theme"), (("--relation", "vriend"), 1, "vriend"),
    (("--theme", "nergens"), 1, "nergens"), (("--document", "nergens"), 1, "nergens"), (("woord",), 2, "woord"),
    (("--between", ""), 2, "--between")])
def test_wrong_input_is_one_line(g40, options, status, says):
    assert says in g40("network", *options).fails_with(status)


def test_english_names_are_shown_in_english_and_dutch_ones_in_dutch(g40):
    rows = g40("network", "--between", "stakeholder-ministry", "--format", "jsonl").jsonl
    row = next(row for row in rows if row["from"]["name_en"])
    known = {one["id"]: one for one in g40("stakeholders", "--format", "jsonl").jsonl}
    assert row["from"]["name_en"] == known[row["from"]["id"]]["name_en"] != row["from"]["name"]
    shown = {lang: g40("network", "--between", "stakeholder-ministry", "--lang", lang, env={"COLUMNS": "200"}).out for lang in ("en", "nl")}
    assert row["from"]["name_en"] in shown["en"] and row["from"]["name_en"] not in shown["nl"] and row["from"]["name"] in shown["nl"]
