"""g40 review: what is missing in a paper of our own, in its order, each with the words."""
import os
import re

import pytest
from conftest import PAPER

TEXT = """Inleiding

Dit is het plan van de stad. Wij schrijven het voor de verkiezingen. Het gaat over wonen en werk.

Wonen

In onze stad wachten 12.400 mensen op een woning. Dat duurt lang. Er is wel iets gedaan. Volgens het CBS is 14% van de huizen leeg.
Wij vragen het kabinet om vóór 2028 € 30 miljoen in een woonfonds te steken.
Het kabinet moet investeren in betaalbare woningen.
Verruim de bouwregels.

Werk

De scholing liep goed. Er was veel belangstelling. De zaal zat vol. Vragen? Mail naar jan@voorbeeld.example.
De minister van Volkshuisvesting kwam ook.
"""


@pytest.fixture(scope="module")
def database(g40, tmp_path_factory):
    folder = tmp_path_factory.mktemp("review")
    (folder / "plan.txt").write_text(TEXT, encoding="utf-8")
    assert g40("ingest", "--db", folder / "plan.g40", "--date", "2025-09-01", folder / "plan.txt").status == 0
    return folder / "plan.g40"


@pytest.fixture(scope="module")
def found(g40, database):
    return g40("review", "--db", database, "plan", "--format", "jsonl").jsonl


def of_kind(found, kind):
    return [row for row in found if row["kind"] == kind]


def test_asks_say_what_they_lack_and_whole_ones_are_not_told(found):
    lacks = {row["quote"]: row["lacks"] for row in of_kind(found, "ask_lacks")}
    assert lacks["Het kabinet moet investeren in betaalbare woningen."] == ["amount", "date", "instrument"]
    assert lacks["Verruim de bouwregels."] == ["addressee", "date"]
    assert not [quote for quote in lacks if "woonfonds" in quote]


def test_a_figure_without_a_source_is_told_and_one_with_a_source_or_an_aim_is_not(found):
    assert [row["subject"] for row in of_kind(found, "figure_without_source")] == ["12.400"]


def test_themes_without_an_ask_are_told_by_their_heading_and_forewords_are_not(found):
    assert [row["subject"] for row in of_kind(found, "theme_without_ask")] == ["Werk"]


KINDS = ["ask_lacks", "theme_without_ask", "actor_not_asked", "name_unresolved", "figure_without_source"]


def rank(row):
    return KINDS.index(row["kind"]), ["high", "medium", "low"].index(row["severity"]), row["start"]


def test_rows_are_by_kind_severity_and_place_and_their_words_stand_where_they_say(g40, database, found):
    text = g40("text", "--db", database, "plan", "--with-contacts").out
    assert found and [rank(row) for row in found] == sorted(rank(row) for row in found)
    for row in found:
        assert text.encode()[row["start"]:row["end"]].decode() == text[row["char_start"]:row["char_end"]] == row["quote"]
        assert row["document"] == "plan" and re.fullmatch("[0-9a-f]{64}", row["sha256"]) and row["label_nl"] != row["label_en"]


def test_findings_on_the_paper_are_about_its_own_positions(g40):
    rows = g40("review", PAPER, "--format", "jsonl").jsonl
    positions = {row["id"]: row for row in g40("positions", "--format", "jsonl").jsonl}
    asks = {row["id"] for row in positions.values() if row["kind"] == "ask"}
    for row in rows:
        if row["position"]:
            assert row["quote"] in [passage["quote"] for passage in positions[row["position"]]["passages"]]
        if row["kind"] == "ask_lacks":
            named = {m["relation"] for m in positions[row["position"]]["ministries"]} | {
                s["role"] for s in positions[row["position"]]["stakeholders"]}
            assert row["position"] in asks and ("addressee" in row["lacks"]) == (not named & {"addressee", "executor"})
    assert [row["subject"] for row in of_kind(rows, "figure_without_source")] == ["15%", "70%"]
    assert [row["subject"] for row in of_kind(rows, "name_unresolved")] == ["het ministerie"]
    assert "provincies" in [row["subject"] for row in of_kind(rows, "actor_not_asked")]
    assert not {"G40", "G40-steden", "centrumsteden", "kabinet", "ministeries"} & {row["subject"] for row in of_kind(rows, "actor_not_asked")}


def test_formats_agree_and_tables_end_with_counts(g40, database, found):
    whole = g40("review", "--db", database, "plan", "--format", "json").json
    assert whole["rows"] == found and whole["total"] == len(found)
    assert whole["counts"]["ask_lacks_date"] == sum("date" in row["lacks"] for row in found)
    assert [row["label_nl"] for row in g40("review", "--db", database, "plan", "--format", "csv").csv] == [r["label_nl"] for r in found]
    assert sum(whole["counts"][name] for name in ("high", "medium", "low")) == len(found)
    table = g40("review", "--db", database, "plan", "--lang", "nl", env={"COLUMNS": "200"})
    assert table.out.rstrip("\n").split("\n")[-1].startswith(f"{len(found)} bevindingen: ")


def test_severity_says_what_an_ask_lacks_most(g40, tmp_path):
    (tmp_path / "plan.txt").write_text("Wonen\n\nVerruim de bouwregels.\nMaak mooiere parken.\nHet kabinet moet de huren verlagen.\n"
                                       "Het kabinet moet vóór 2028 investeren in een parkfonds.\n", encoding="utf-8")
    rows = [g40("review", tmp_path / "plan.txt", "--kind", kind, "--format", "jsonl").jsonl for kind in ("letter", "manifesto")]
    severities = [{row["quote"]: row["severity"] for row in of_kind(each, "ask_lacks")} for each in rows]
    assert severities[0]["Maak mooiere parken."] == "high" and severities[0]["Het kabinet moet de huren verlagen."] == "low"
    assert severities[0]["Verruim de bouwregels."] == severities[0]["Het kabinet moet vóór 2028 investeren in een parkfonds."] == "medium"
    assert severities[1]["Maak mooiere parken."] == "low" and severities[1]["Het kabinet moet vóór 2028 investeren in een parkfonds."] == "medium"


def test_a_limit_leaves_each_kind_its_share_and_only_keeps_one(g40, found):
    whole = g40("review", PAPER, "--format", "json").json
    kinds = {row["kind"] for row in whole["rows"]}
    some = g40("review", PAPER, "--format", "json", "--limit", "6").json
    assert len(some["rows"]) == 6 and some["total"] == whole["total"] and some["counts"] == whole["counts"]
    assert {row["kind"] for row in some["rows"]} == kinds and all(row in whole["rows"] for row in some["rows"])
    assert "6 of 31 findings" in g40("review", PAPER, "--limit", "6").out
    dates = g40("review", PAPER, "--only", "date", "--format", "jsonl").jsonl
    assert dates == [row for row in whole["rows"] if "date" in row["lacks"]]
    figures = g40("review", PAPER, "--only", "figure_without_source", "--format", "jsonl").jsonl
    assert figures == of_kind(whole["rows"], "figure_without_source")
    assert "no kind of finding" in g40("review", PAPER, "--only", "fouten").fails_with(2)


def test_what_is_said_twice_of_the_same_words_is_told_once(g40, tmp_path):
    (tmp_path / "plan.txt").write_text("Wonen\n\nEr staan 7.100 huizen leeg. Maak mooiere parken.\n\nWonen\n\nEr staan 7.100 huizen leeg. "
                                       "Maak mooiere parken.\n", encoding="utf-8")
    rows = g40("review", tmp_path / "plan.txt", "--format", "jsonl").jsonl
    assert sorted(row["kind"] for row in rows) == ["ask_lacks", "figure_without_source"]


def test_a_heading_with_a_promise_weighs_less_and_in_a_manifesto_nothing(g40, tmp_path):
    (tmp_path / "plan.txt").write_text("Scholen\n\nDe scholen zijn vol. Wij bouwen zelf een school. Dat kost tijd.\n\n"
                                       "Musea\n\nDe musea zijn mooi. De zaal was vol. Er kwamen mensen.\n", encoding="utf-8")
    rows = [{row["subject"]: row["severity"] for row in of_kind(g40("review", tmp_path / "plan.txt", "--format", "jsonl", "--kind", kind).jsonl,
                                                                 "theme_without_ask")} for kind in ("letter", "manifesto")]
    assert rows == [{"Scholen": "low", "Musea": "medium"}, {"Musea": "medium"}]


def test_pages_are_told_where_there_are_some(g40, tmp_path):
    (tmp_path / "plan.txt").write_text("Wonen\n\nEr is veel te doen in de stad.\n\fWerk\n\nEr staan 7.100 huizen leeg.\n", encoding="utf-8")
    rows = g40("review", tmp_path / "plan.txt", "--format", "jsonl").jsonl
    assert [row["page"] for row in of_kind(rows, "figure_without_source")] == [2]
    assert "p. 2" in g40("review", tmp_path / "plan.txt").out


def test_contacts_are_masked_unless_asked_for(g40, tmp_path):
    (tmp_path / "brief.txt").write_text("Kop\n\nWij bellen 4.500 mensen, mail jan@voorbeeld.example. Het is zo. Het blijft zo.\n", encoding="utf-8")
    assert g40("ingest", "--db", tmp_path / "x.g40", tmp_path / "brief.txt").status == 0
    assert "voorbeeld" not in g40("review", "--db", tmp_path / "x.g40", "brief", "--format", "jsonl").out
    assert "voorbeeld" in g40("review", "--db", tmp_path / "x.g40", "brief", "--format", "jsonl", "--with-contacts").out


def test_an_unknown_document_is_one_line(g40):
    assert "geen-stuk" in g40("review", "geen-stuk").fails_with(1)
    assert "unknown document" in g40("review", "document/geen-stuk").fails_with(1)


# --- of a file


@pytest.fixture()
def folder(tmp_path, monkeypatch):
    (tmp_path / "plan.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_file_has_the_findings_that_it_has_in_a_database_and_nothing_is_written(g40, folder, found):
    assert g40("review", "plan.txt", "--date", "2025-09-01", "--format", "jsonl").jsonl == found
    assert g40("review", folder / "plan.txt", "--date", "2025-09-01", "--format", "jsonl").jsonl == found
    assert [path.name for path in folder.iterdir()] == ["plan.txt"]


@pytest.mark.parametrize("name, wrap", [("plan.md", "{}"), ("plan.html", "<html><body><pre>{}</pre></body></html>")])
def test_any_format_that_is_read_is_reviewed(g40, folder, name, wrap):
    (folder / name).write_text(wrap.format(TEXT), encoding="utf-8")
    rows = g40("review", name, "--date", "2025-09-01", "--format", "jsonl").jsonl
    assert "figure_without_source" in {row["kind"] for row in rows} and {row["document"] for row in rows} == {"plan"}


def test_what_is_said_of_the_file_counts(g40, folder):
    (folder / "nota.txt").write_text("Kop\n\nWij vragen het ministerie van EZ om een plan. Zo blijft het.\n", encoding="utf-8")
    names = [[row["subject"] for row in of_kind(g40("review", "nota.txt", "--format", "jsonl", *more).jsonl, "name_unresolved")]
             for more in ([], ["--date", "2025-09-01", "--holder", "G40", "--title", "Nota", "--kind", "letter"])]
    assert names[0] and not names[1]
    assert "unknown holder" in g40("review", "nota.txt", "--holder", "Nergensland").fails_with(1)
    assert "none of" in g40("review", "nota.txt", "--kind", "gedicht").fails_with(1)


def test_an_id_of_the_database_is_the_document_and_a_path_with_a_slash_the_file(g40, database, folder):
    (folder / "plan").write_text("Kop\n\nIn de stad staan 7.100 bomen. Zo is het. Zo blijft het.\n", encoding="utf-8")
    figures = [[row["subject"] for row in g40("review", "--db", database, word, "--format", "jsonl").jsonl if row["kind"] == "figure_without_source"]
               for word in ("plan", "document/plan", "./plan")]
    assert figures == [["12.400"], ["12.400"], ["7.100"]]
    assert "./NAME" in g40("review", "--db", database, "plan", "--date", "2025-01-01").fails_with(2)
    assert [row["subject"] for row in g40("review", "plan", "--format", "jsonl").jsonl if row["kind"] == "figure_without_source"] == ["7.100"]


def test_the_name_of_a_file_may_be_any_bytes(g40, folder, found):
    name = b"plan\xff.txt"
    (folder / os.fsdecode(name)).write_text(TEXT, encoding="utf-8")
    rows = g40("review", name, "--date", "2025-09-01", "--format", "jsonl").jsonl
    assert [row["quote"] for row in rows] == [row["quote"] for row in found]
    assert "no document of the database, and no file" in g40("review", b"nergens\xff").fails_with(1)


def test_names_of_a_database_of_ones_own_are_known(g40, folder):
    (folder / "namen.yaml").write_text("source: eigen\nsources:\n  - {id: eigen, title: Eigen namen, licence: CC0-1.0}\nstakeholders:\n"
                                       "  - {id: buurtraad, kind: network, name: Buurtraad Zuid}\n", encoding="utf-8")
    assert g40("registry", "add", "namen.yaml", "--db", "eigen.g40").status == 0
    (folder / "brief.txt").write_text("Kop\n\nWij vragen de Buurtraad Zuid om vóór 2028 een plan te maken.\n", encoding="utf-8")
    lacks = [[row["lacks"] for row in g40("review", "./brief.txt", "--format", "jsonl", *more).jsonl if row["kind"] == "ask_lacks"]
             for more in ([], ["--db", "eigen.g40"])]
    assert lacks[1] == [] and g40("documents", "--db", "eigen.g40", "--format", "json").json == []


@pytest.mark.parametrize("name, content, says", [
    ("leeg.txt", b"  \n", "holds no text"), ("plaatje.txt", b"\x00\x01" * 400, "UTF-16"), ("kapot.pdf", b"%PDF-1.4\n", "broken PDF")])
def test_a_file_that_is_no_paper_is_one_line(g40, folder, name, content, says):
    (folder / name).write_bytes(content)
    line = g40("review", name).fails_with(1)
    assert name in line and says in line
    assert "No such file" in g40("review", "nergens/plan.pdf").fails_with(1)
    assert "folder" in g40("review", ".").fails_with(1)
