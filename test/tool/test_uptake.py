"""uptake: asks x documents, the state of each pair, and both quotes."""
import hashlib
import json
import sqlite3

import pytest

NEAR = """Werk en inkomen

Het Rijk moet de Participatiewet herzien, zodat mensen in de bijstand (a.jansen@voorbeeld.nl) sneller werk vinden.
De commissie-Borstlap krijgt gelijk: vaste contracten worden de norm.
"""
FAR = "Natuur\n\nDe heide en het bos krijgen meer rust. Bezoekers blijven op het pad.\n"
PAPER = "g40-economie-en-werk-2025"
ASK = f"{PAPER}/herziening-participatiewet"
KEYS = ["ask", "document", "state", "verdict", "note", "margin", "ask_document", "ask_quote", "ask_text", "ask_start", "ask_end",
        "ask_char_start", "ask_char_end", "searched", "match", "ask_section", "ask_sha256"]


@pytest.fixture(scope="module")
def papers(g40, tmp_path_factory):
    folder = tmp_path_factory.mktemp("uptake")
    (folder / "near.txt").write_text(NEAR, encoding="utf-8")
    (folder / "far.txt").write_text(FAR, encoding="utf-8")
    run = g40("ingest", "--db", folder / "papers.g40", folder / "near.txt", folder / "far.txt")
    assert run.status == 0, run.err
    return folder / "papers.g40"


def test_each_ask_of_the_embedded_paper_is_looked_for_in_each_document(g40, papers):
    rows = g40("uptake", "--db", papers, "--format", "jsonl").jsonl
    asks = g40("positions", "--kind", "ask", "--format", "jsonl").jsonl
    assert [row["ask"] for row in rows] == [ask["id"] for ask in asks for _ in range(2)]
    assert all(list(row) == KEYS for row in rows)
    assert {row["document"] for row in rows} == {"near", "far"}
    assert {row["state"] for row in rows} <= {"taken_up", "same_subject", "not_found"}
    texts = {"near": NEAR.encode(), "far": FAR.encode()}
    paper = g40("text", PAPER).out.encode()
    sha256 = hashlib.sha256(g40("text", "--with-contacts", PAPER).out.encode()).hexdigest()
    for row in rows:
        match = row["match"]
        quote = match["quote"].replace("[contact]", "a.jansen@voorbeeld.nl").encode()
        assert quote == texts[row["document"]][match["start"]:match["end"]]
        assert row["ask_quote"].encode() == paper[row["ask_start"]:row["ask_end"]]
        assert row["ask_quote"] == paper.decode()[row["ask_char_start"]:row["ask_char_end"]]
        assert row["ask_sha256"] == sha256
        assert row["searched"]["words"] and isinstance(row["searched"]["names"], list)


def test_what_takes_an_ask_up_comes_first_and_what_is_not_found_says_what_was_looked_for(g40, papers):
    near, far = g40("uptake", "--db", papers, "--position", ASK, "--format", "jsonl").jsonl
    assert near["document"] == "near" and near["margin"] > far["margin"] and far["state"] == "not_found"
    assert "Participatiewet" in near["match"]["quote"] and "Participatiewet" in far["searched"]["names"]
    table = g40("uptake", "--db", papers, "--position", ASK).out
    assert "looked for:" in table and "heide" not in table


def test_the_answer_says_how_right_it_is(g40, papers):
    whole = g40("uptake", "--db", papers, "--format", "json").json
    assert list(whole) == ["total", "measured", "rows"] and whole["total"] == len(whole["rows"])
    assert set(whole["measured"]) == {"precision", "recall", "subject_precision", "subject_recall",
                                      "passage_precision"}
    assert all(0 < value <= 1 for value in whole["measured"].values())
    words = " ".join(g40("uptake", "--db", papers).out.split())
    assert f"called taken up {whole['measured']['precision']:.0%}".replace("%", " %") in words


def test_tables_are_cut_and_say_so_other_formats_are_whole(g40, papers):
    rows = g40("uptake", "--db", papers, "--format", "csv").csv
    assert f"of {len(rows)} pairs" in g40("uptake", "--db", papers, "--limit", "3").out
    assert len(g40("uptake", "--db", papers, "--limit", "3", "--format", "csv").csv) == 3
    assert rows[0]["quote"] and rows[0]["searched_words"]


def test_asks_of_a_document_of_the_file_are_not_looked_for_in_it(g40, papers):
    rows = g40("uptake", "--db", papers, "--asks", "near", "--format", "jsonl").jsonl
    assert {row["document"] for row in rows} == {"far"} and {row["ask_document"] for row in rows} == {"near"}


def test_a_document_without_asks_and_a_database_without_documents_give_nothing(g40, papers, tmp_path):
    (tmp_path / "plain.txt").write_text("De zon schijnt.\n", encoding="utf-8")
    db = tmp_path / "one.g40"
    assert g40("ingest", "--db", db, tmp_path / "plain.txt").status == 0
    assert g40("uptake", "--db", db, "--asks", "plain", "--format", "jsonl").jsonl == []
    assert g40("remove", "--db", db, "plain").status == 0
    assert g40("uptake", "--db", db, "--format", "jsonl").jsonl == []
    assert "0 of 0" in g40("uptake", "--db", db).out
    assert g40("uptake", "--format", "jsonl").jsonl == []


def test_contacts_are_not_shown_unless_asked_for(g40, papers):
    for form in ("table", "json", "jsonl", "csv"):
        one = "uptake", "--db", papers, "--position", ASK, "--format", form
        assert "jansen" not in g40(*one).out and "jansen" in g40(*one, "--with-contacts").out


@pytest.mark.parametrize("options, status, says", [
    (("--asks", "nergens"), 1, "nergens"), (("--document", "nergens"), 1, "nergens"),
    (("--position", "niet/hier"), 1, "niet/hier"), (("--asks", "near", "--position", ASK), 2, "not both"),
    (("--theme", "werk"), 2, "--theme"), (("woord",), 2, "woord"), (("--asks", ""), 2, "--asks")])
def test_wrong_input_is_one_line(g40, papers, options, status, says):
    assert says in g40("uptake", "--db", papers, *options).fails_with(status)


def test_the_same_question_has_the_same_answer(g40, papers):
    first, second = (g40("uptake", "--db", papers, "--format", "jsonl").out for _ in range(2))
    assert first == second


# --- verdicts of people

CODING = """document: near
verdicts:
  - ask: {ask}
    verdict: {verdict}
    quote: "Bezoekers blijven op het pad"
    note: "gelezen door twee mensen"
  - ask: {paper}/aanbevelingen-borstlap
    verdict: none
"""
VISITORS = NEAR + "\nBezoekers blijven op het pad. Daarna gaan zij naar huis.\n"


@pytest.fixture
def judged(g40, tmp_path):
    """A function that takes the paper in with a verdict, and gives the run."""
    (tmp_path / "near.txt").write_text(VISITORS, encoding="utf-8")
    (tmp_path / "far.txt").write_text(FAR, encoding="utf-8")
    assert g40("ingest", "--db", tmp_path / "p.g40", tmp_path / "far.txt").status == 0

    def take_in(verdict="weaker", coding=CODING):
        (tmp_path / "near.yaml").write_text(coding.format(ask=ASK, verdict=verdict, paper=PAPER), encoding="utf-8")
        return g40("ingest", "--db", tmp_path / "p.g40", "--coding", tmp_path / "near.yaml", tmp_path / "near.txt")

    take_in.folder, take_in.db = tmp_path, tmp_path / "p.g40"
    return take_in


def row_of(g40, db, ask=ASK, document="near"):
    rows = g40("uptake", "--db", db, "--position", ask, "--document", document, "--format", "jsonl").jsonl
    return rows[0]


@pytest.mark.parametrize("verdict, state", [("literal", "taken_up"), ("same_aim", "taken_up"), ("weaker", "taken_up"),
                                            ("stronger", "taken_up"), ("contrary", "same_subject")])
def test_a_verdict_wins_and_shows_its_passage(g40, judged, verdict, state):
    run = judged(verdict)
    assert run.status == 0, run.err
    row = row_of(g40, judged.db)
    assert (row["state"], row["verdict"], row["note"]) == (state, verdict, "gelezen door twee mensen")
    assert row["match"]["quote"] == "Bezoekers blijven op het pad."
    table = g40("uptake", "--db", judged.db, "--position", ASK, env={"COLUMNS": "400"}).out
    assert f"(verdict: {verdict})" in " ".join(table.split())
    none = row_of(g40, judged.db, f"{PAPER}/aanbevelingen-borstlap")
    assert (none["state"], none["verdict"], none["note"]) == ("not_found", "none", None)
    assert row_of(g40, judged.db, document="far")["verdict"] is None


def test_a_verdict_is_exported_and_comes_back(g40, judged):
    assert judged().status == 0
    text = g40("coding", "export", "--db", judged.db, "near").out
    assert f'ask: "{ASK}"' in text and "verdict: weaker" in text and "verdict: none" in text
    before = row_of(g40, judged.db)
    assert judged(coding=text.replace("{", "{{").replace("}", "}}")).status == 0
    assert row_of(g40, judged.db) == before


def test_a_verdict_survives_a_new_text_and_waits_for_its_words(g40, judged):
    assert judged().status == 0
    paper = judged.folder / "near.txt"
    paper.write_text("Een nieuwe zin vooraf.\n\n" + VISITORS, encoding="utf-8")
    assert g40("ingest", "--db", judged.db, paper).status == 0
    row = row_of(g40, judged.db)
    assert row["verdict"] == "weaker" and row["match"]["start"] > VISITORS.encode().index(b"Bezoekers")
    paper.write_text(NEAR, encoding="utf-8")
    run = g40("ingest", "--db", judged.db, paper)
    assert "anchor-orphaned" in run.err and row_of(g40, judged.db)["verdict"] is None
    assert "verdict: weaker" in g40("coding", "export", "--db", judged.db, "near").out
    paper.write_text(VISITORS, encoding="utf-8")
    assert g40("ingest", "--db", judged.db, paper).status == 0
    assert row_of(g40, judged.db)["verdict"] == "weaker"


@pytest.mark.parametrize("change, code", [
    ("UPDATE verdict SET words = 'nergens te lezen' WHERE words IS NOT NULL", "words"),
    ("UPDATE verdict SET byte_start = byte_start + 1", "words"), ("UPDATE verdict SET byte_end = 99999", "offset"),
    ("UPDATE verdict SET char_start = char_start - 1", "offset"), ("UPDATE verdict SET char_end = NULL", "evidence"),
    ("UPDATE verdict SET words = NULL", "evidence"), ("UPDATE verdict SET verdict = 'misschien'", "vocabulary"),
    ("UPDATE verdict SET ask = 'los' WHERE words IS NULL", "vocabulary"),
    ("UPDATE verdict SET ask = 'position/far/nergens' WHERE words IS NULL", "reference"),
    ("UPDATE verdict SET document = 99 WHERE words IS NULL", "reference"),
    ("UPDATE verdict SET masked_words = 'iets anders' WHERE words IS NOT NULL", "contact"),
    ("INSERT INTO contact(document, kind, byte_start, byte_end, char_start, char_end) SELECT document, 'name', byte_start,"
     " byte_start + 9, char_start, char_start + 9 FROM verdict WHERE words IS NOT NULL", "masked words")])
def test_verify_looks_verdicts_up_again(g40, judged, change, code):
    assert judged().status == 0
    assert g40("verify", "--db", judged.db).status == 0
    with sqlite3.connect(judged.db) as db:
        assert db.execute(change).rowcount > 0
    db.close()
    run = g40("verify", "--db", judged.db)
    assert run.status == 1 and code in run.err and "verdict" in run.err, run.err


def test_coding_check_says_where_the_words_stand(g40, judged):
    judged()
    coding = judged.folder / "near.yaml"

    def state(at, words="Bezoekers blijven op het pad"):
        coding.write_text(f"document: near\nmeta: {{text: near.txt}}\nverdicts:\n  - {{ask: {ASK}, verdict: weaker, "
                          f"quote: \"{words}\", at: {at}}}\n", encoding="utf-8")
        rows = g40("coding", "check", "--format", "jsonl", coding).out.splitlines()
        return [json.loads(row)["state"] for row in rows]

    at = VISITORS.encode().index(b"Bezoekers")
    assert state(at) == ["found"] and state(3) == ["moved"]
    assert state(at, "nergens te lezen") == ["orphaned"] and state(at, "de") == ["ambiguous"]


@pytest.mark.parametrize("item, says", [
    ("{ask: a/b, verdict: maybe, quote: pad}", "maybe"), ("{ask: a/b, verdict: weaker}", "'quote' is missing"),
    ("{ask: a/b, verdict: none, quote: pad}", "none has no"), ("{ask: los, verdict: none}", "DOCUMENT/NAME"),
    ("{verdict: none}", "'ask' is missing"), ("{ask: a/b, verdict: none}, {ask: a/b, verdict: none}", "already"),
    ("{ask: a/b, verdict: weaker, quote: pad, at: x}", "no number"),
    ("{ask: a/b, verdict: weaker, quote: pad, at: -1}", "byte of the text"), ("{ask: a/b, verdict: none, who: ik}", "who")])
def test_a_wrong_verdict_is_a_fault_with_its_line(g40, judged, item, says):
    run = judged(coding="document: near\nverdicts: [" + item.replace("{", "{{").replace("}", "}}") + "]\n")
    assert run.status == 1 and "near.yaml:2:" in run.err and says in run.err
