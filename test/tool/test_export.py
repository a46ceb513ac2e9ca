"""g40 export: whole files that other readers take, without contact data."""
import csv
import json
import os
import resource
import shutil
import signal
import sqlite3
import stat
import subprocess
import time

import pytest
from conftest import BINARY, ROOT

TABLES = {"positions", "passages", "roles", "responsible", "position_instruments", "reasons", "figures", "citations", "documents",
          "sections", "sentences", "ministries", "ministry_changes", "stakeholders", "names", "themes", "instruments", "members"}


@pytest.fixture
def positions(g40):
    return g40("positions", "--format", "jsonl").jsonl


def export(g40, tmp_path, form, *options):
    path = tmp_path / form
    run = g40("export", "--format", form, "-o", path, *options)
    assert (run.status, run.err) == (0, "")
    return path


def test_jsonld_has_every_position_with_its_words_and_both_selectors(g40, tmp_path, positions):
    graph = json.loads(export(g40, tmp_path, "jsonld").read_text(encoding="utf-8"))["@graph"]
    claims = {node["id"]: node for node in graph if node["type"] == "schema:Claim"}
    assert set(claims) == {f"urn:libg40:{row['id']}" for row in positions}
    for row in positions:
        evidence = claims[f"urn:libg40:{row['id']}"]["annotation"]
        assert len(evidence) == len(row["passages"])
        for passage, annotation in zip(row["passages"], evidence):
            selectors = [selector for target in annotation["target"] for selector in target["selector"]]
            exact = [s["exact"] for s in selectors if s["type"] == "oa:TextQuoteSelector"]
            places = [[s["start"], s["end"]] for s in selectors if s["type"] == "oa:TextPositionSelector"]
            assert "\n".join(exact) == passage["quote"] and places == passage["char_ranges"]


def test_jsonld_ids_are_unique_and_those_that_are_pointed_to_are_there(g40, tmp_path):
    graph = json.loads(export(g40, tmp_path, "jsonld").read_text(encoding="utf-8"))["@graph"]
    ids = [node["id"] for node in graph]
    assert len(ids) == len(set(ids))
    for node in graph:
        for key in ("document", "kind", "action", "theme", "inScheme", "original", "resulting", "versionOf"):
            assert node.get(key) is None or node[key] in ids or key == "inScheme", (key, node)
        for role in node.get("role", []):
            assert role["roleOf"] in ids and role.get("actor", ids[0]) in ids and set(role.get("now", [])) <= set(ids)


def test_csv_is_a_folder_with_a_file_a_table_that_a_spreadsheet_reads(g40, tmp_path, positions):
    folder = export(g40, tmp_path, "csv")
    assert {path.stem for path in folder.iterdir()} == TABLES
    raw = (folder / "positions.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.count(b"\r\n") >= len(positions) + 1
    with open(folder / "positions.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["id"], row["quote"], row["start"]) for row in rows] == [(p["id"], p["quote"], str(p["start"])) for p in positions]


def test_filters_hold_for_what_is_exported(g40, tmp_path):
    asks = g40("positions", "--kind", "ask", "--format", "jsonl").jsonl
    graph = json.loads(export(g40, tmp_path, "jsonld", "--kind", "ask").read_text(encoding="utf-8"))["@graph"]
    assert sum(node["type"] == "schema:Claim" for node in graph) == len(asks)
    with open(export(g40, tmp_path, "csv", "--kind", "ask") / "roles.csv", encoding="utf-8-sig", newline="") as file:
        assert {row["position"] for row in csv.DictReader(file)} <= {row["id"] for row in asks}


def test_popolo_points_to_what_is_there(g40, tmp_path):
    whole = json.loads(export(g40, tmp_path, "popolo").read_text(encoding="utf-8"))
    assert set(whole) == {"organizations", "posts", "memberships", "areas"}
    organizations = {one["id"] for one in whole["organizations"]}
    areas = {one["id"] for one in whole["areas"]}
    assert len(whole["memberships"]) == len(g40("members", "--format", "jsonl").jsonl)
    for one in whole["memberships"]:
        assert one["organization_id"] in organizations and one["member"]["id"] in organizations and one["area_id"] in areas
    for one in whole["posts"]:
        assert one["organization_id"] in organizations
    for one in whole["organizations"]:
        assert one.get("area_id") is None or one["area_id"] in areas


def test_skos_has_every_theme_and_action(g40, tmp_path):
    text = export(g40, tmp_path, "skos").read_text(encoding="utf-8")
    for theme in g40("themes", "--format", "jsonl").jsonl:
        assert f"<urn:libg40:{theme['id']}> a skos:Concept" in text
    assert '"investeren"@nl' in text and '"invest"@en' in text


@pytest.mark.parametrize("form", ["jsonld", "csv"])
def test_contact_data_is_left_out_unless_asked_for(g40, tmp_path, form):
    def text(path):
        return "".join(p.read_text(encoding="utf-8") for p in (sorted(path.iterdir()) if path.is_dir() else [path]))
    for secret in ("leistra", "1553 9715", "oss.nl"):
        assert secret not in text(export(g40, tmp_path, form)).lower()


def test_the_base_of_ids_can_be_chosen(g40, tmp_path):
    text = export(g40, tmp_path, "skos", "--base", "https://example.org/id/").read_text(encoding="utf-8")
    assert "<https://example.org/id/action/fund>" in text and "urn:libg40" not in text


def test_the_same_export_has_the_same_bytes_and_goes_to_standard_output(g40, tmp_path):
    path = export(g40, tmp_path, "jsonld")
    assert g40("export", "--format", "jsonld", "-o", "-").out == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments, status", [
    (["--format", "xml", "-o", "x"], 2),
    (["-o", "x"], 2),
    (["--format", "skos"], 2),
    (["--format", "csv", "-o", "-"], 2),
    (["--format", "skos", "-o", "x", "--base", "geen iri"], 2),
    (["--format", "skos", "-o", "/nowhere/x"], 1),
    (["--format", "jsonld", "-o", "/dev/null/x"], 1),
])
def test_a_wrong_export_is_one_line(g40, arguments, status):
    g40("export", *arguments).fails_with(status)


def test_an_unknown_name_leaves_no_file(g40, tmp_path):
    path = tmp_path / "x.jsonld"
    g40("export", "--format", "jsonld", "-o", path, "--document", "geen-document").fails_with(1)
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_cannot_be_put_in_its_place_leaves_nothing_half_made(g40, tmp_path):
    (tmp_path / "csv" / "themes.csv").mkdir(parents=True)
    (tmp_path / "csv" / "note.txt").write_text("mine", encoding="utf-8")
    run = g40("export", "--format", "csv", "-o", tmp_path / "csv")
    assert "themes.csv" in run.fails_with(1)
    assert not [path.name for path in (tmp_path / "csv").iterdir() if ".new" in path.name]


def test_tables_of_csv_are_of_one_state_of_the_database(corpus, tmp_path):
    database, folder = tmp_path / "corpus.g40", tmp_path / "csv"
    shutil.copy(corpus, database)
    folder.mkdir()
    os.mkfifo(folder / "themes.csv")  # a table in the middle waits here for its reader
    with subprocess.Popen([BINARY, "export", "--db", database, "--format", "csv", "-o", folder]) as export:
        while not list(folder.glob("names.csv.new*")) and export.poll() is None:
            time.sleep(0.01)
        writer = sqlite3.connect(database, timeout=0, isolation_level=None)
        writer.execute("BEGIN IMMEDIATE")
        writer.execute("DELETE FROM member")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            writer.execute("COMMIT")
        writer.execute("ROLLBACK")
        with open(folder / "themes.csv", encoding="utf-8-sig", newline="") as waiting:
            assert len(list(csv.DictReader(waiting))) > 3
        assert export.wait(60) == 0
    assert stat.S_ISFIFO((folder / "themes.csv").stat().st_mode)


def test_a_full_disk_is_told_and_leaves_what_was_there(g40, tmp_path):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    assert "too large" in g40("export", "--format", "jsonld", "-o", tmp_path / "x", preexec_fn=limit).fails_with(1)
    assert [path.name for path in tmp_path.iterdir()] == ["x"] and (tmp_path / "x").read_text(encoding="utf-8") == "mine"


def test_no_database_takes_the_place_of_a_device(g40, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    g40("compile", ROOT / "test" / "data" / "small", "-o", tmp_path / "pipe").fails_with(1)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@pytest.mark.parametrize("option, value", [("--between", "ministry-ministry"), ("--relation", "friend")])
def test_a_word_that_is_no_edge_or_relation_is_wrong_usage(g40, option, value):
    assert value in g40("export", "--format", "graphml", "-o", "-", option, value).fails_with(2)


def test_csv_begins_with_a_mark_and_quotes_stay_exact_where_a_spreadsheet_sees_a_formula(g40, tmp_path):
    sentences = ["=SOM(1;2) moet het kabinet betalen.", "+31 gemeenten moeten café's helpen.", "@stad: het kabinet moet coöperaties helpen."]
    (tmp_path / "plan.txt").write_text("Wonen\n\n" + "\n\n".join(sentences) + "\n", encoding="utf-8")
    assert g40("ingest", "--db", tmp_path / "plan.g40", tmp_path / "plan.txt").status == 0
    assert g40("export", "--db", tmp_path / "plan.g40", "--format", "csv", "-o", tmp_path / "tables").status == 0
    data = (tmp_path / "tables" / "sentences.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    with open(tmp_path / "tables" / "sentences.csv", encoding="utf-8-sig", newline="") as file:
        texts = [row["text"] for row in csv.DictReader(file)]
    assert set(sentences) <= set(texts)
