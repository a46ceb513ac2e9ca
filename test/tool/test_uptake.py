"""uptake: asks x documents, the state of each pair, and both quotes."""
import pytest

NEAR = """Werk en inkomen

Het Rijk moet de Participatiewet herzien, zodat mensen in de bijstand (a.jansen@voorbeeld.nl) sneller werk vinden.
De commissie-Borstlap krijgt gelijk: vaste contracten worden de norm.
"""
FAR = "Natuur\n\nDe heide en het bos krijgen meer rust. Bezoekers blijven op het pad.\n"
PAPER = "g40-economie-en-werk-2025"
ASK = f"{PAPER}/herziening-participatiewet"
KEYS = ["ask", "document", "state", "margin", "ask_document", "ask_quote", "ask_text", "ask_start", "ask_end",
        "ask_char_start", "ask_char_end", "searched", "match"]


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
    for row in rows:
        match = row["match"]
        quote = match["quote"].replace("[contact]", "a.jansen@voorbeeld.nl").encode()
        assert quote == texts[row["document"]][match["start"]:match["end"]]
        assert row["ask_quote"].encode() == paper[row["ask_start"]:row["ask_end"]]
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
