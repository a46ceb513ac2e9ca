"""g40 review: what is missing in a paper of our own, in its order, each with the words."""
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


def test_rows_are_in_order_and_their_words_stand_where_they_say(g40, database, found):
    text = g40("text", "--db", database, "plan", "--with-contacts").out
    assert found and [row["start"] for row in found] == sorted(row["start"] for row in found)
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
    assert not [row for row in rows if row["subject"] == "G40"]


def test_formats_agree_and_tables_end_with_counts(g40, database, found):
    whole = g40("review", "--db", database, "plan", "--format", "json").json
    assert whole["rows"] == found and whole["total"] == len(found)
    assert whole["counts"]["ask_lacks_date"] == sum("date" in row["lacks"] for row in found)
    assert [row["label_nl"] for row in g40("review", "--db", database, "plan", "--format", "csv").csv] == [r["label_nl"] for r in found]
    table = g40("review", "--db", database, "plan", "--lang", "nl", env={"COLUMNS": "200"})
    assert table.out.rstrip("\n").split("\n")[-1].startswith(f"{len(found)} bevindingen: ")


def test_contacts_are_masked_unless_asked_for(g40, tmp_path):
    (tmp_path / "brief.txt").write_text("Kop\n\nWij bellen 4.500 mensen, mail jan@voorbeeld.example. Het is zo. Het blijft zo.\n", encoding="utf-8")
    assert g40("ingest", "--db", tmp_path / "x.g40", tmp_path / "brief.txt").status == 0
    assert "voorbeeld" not in g40("review", "--db", tmp_path / "x.g40", "brief", "--format", "jsonl").out
    assert "voorbeeld" in g40("review", "--db", tmp_path / "x.g40", "brief", "--format", "jsonl", "--with-contacts").out


def test_an_unknown_document_is_one_line(g40):
    assert "geen-stuk" in g40("review", "geen-stuk").fails_with(1)
