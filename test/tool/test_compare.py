"""compare: two editions that we made, position by position."""
import pytest

BEFORE = """Plan van de stad

Wonen

Het Rijk moet per jaar 10.000 woningen in de steden betalen. De provincie moet het busvervoer naar de dorpen herstellen.
Het kabinet moet de verhuurderheffing schrappen.

Werk

Gemeenten moeten jongeren aan een leerplek helpen. Vragen kunnen naar p.devries@voorbeeld.nl.
"""
AFTER = """Plan van de stad

Werk

Gemeenten moeten jongeren aan een leerplek helpen. Het Rijk moet de zeehavens van walstroom voorzien.

Wonen

Het Rijk moet per jaar 15.000 woningen in de steden bouwen. De provincie moet het busvervoer naar de dorpen herstellen!
"""
PAPER = "g40-economie-en-werk-2025"


@pytest.fixture(scope="module")
def editions(g40, tmp_path_factory):
    folder = tmp_path_factory.mktemp("compare")
    (folder / "plan-2024.txt").write_text(BEFORE, encoding="utf-8")
    (folder / "plan-2025.txt").write_text(AFTER, encoding="utf-8")
    run = g40("ingest", "--db", folder / "plans.g40", folder / "plan-2024.txt", folder / "plan-2025.txt")
    assert run.status == 0, run.err
    return folder / "plans.g40"


def compare(g40, db, *arguments):
    return g40("compare", "--db", db, "--kind", "ask", "--format", "jsonl", *arguments).jsonl


def words(row, side):
    """The marked words of a side."""
    return [row[side]["text"].encode()[start:end].decode() for start, end in row[side]["marks"]]


def test_positions_are_kept_changed_dropped_and_new(g40, editions):
    rows = compare(g40, editions, "plan-2024", "plan-2025")
    assert [row["state"] for row in rows] == ["kept", "new", "changed", "kept", "dropped"]
    changed = rows[2]
    assert words(changed, "before") == ["10.000", "betalen"] and words(changed, "after") == ["15.000", "bouwen"]
    assert 0.5 <= changed["likeness"] < 1
    assert "walstroom" in rows[1]["after"]["text"] and rows[1]["before"] is None and rows[1]["likeness"] == 0
    assert "verhuurderheffing" in rows[4]["before"]["text"] and rows[4]["after"] is None


def test_what_left_its_order_is_said(g40, editions):
    rows = compare(g40, editions, "plan-2024", "plan-2025")
    assert [row["moved"] for row in rows] == [True, False, False, False, False]


def test_each_side_has_its_evidence(g40, editions):
    for row in compare(g40, editions, "plan-2024", "plan-2025"):
        for side, text in (("before", BEFORE), ("after", AFTER)):
            if row[side]:
                assert row[side]["quote"].encode() == text.encode()[row[side]["start"]:row[side]["end"]]
                assert row[side]["document"] == ("plan-2024" if side == "before" else "plan-2025")


def test_the_other_way_round_dropped_is_new(g40, editions):
    there = compare(g40, editions, "plan-2024", "plan-2025")
    back = compare(g40, editions, "plan-2025", "plan-2024")
    swapped = {"dropped": "new", "new": "dropped", "kept": "kept", "changed": "changed"}
    assert sorted(row["state"] for row in back) == sorted(swapped[row["state"]] for row in there)


def test_a_document_is_like_itself(g40, editions):
    for db, document in ((editions, "plan-2024"), (editions, PAPER)):
        whole = g40("compare", "--db", db, document, document, "--format", "json").json
        assert whole["kept"] == whole["total"] == len(whole["rows"]) > 0 and whole["moved"] == 0


def test_a_document_of_the_file_compares_with_the_embedded_paper(g40, editions):
    whole = g40("compare", "--db", editions, PAPER, "document/plan-2025", "--format", "json").json
    assert whole["dropped"] > 50 and whole["new"] >= 4
    assert list(whole) == ["before", "after", "total", "kept", "changed", "dropped", "new", "moved", "rows"]


def test_the_table_marks_words_and_says_the_counts(g40, editions):
    out = " ".join(g40("compare", "--db", editions, "--kind", "ask", "plan-2024", "plan-2025").out.split())
    assert "[-10.000-]" in out and "{+15.000+}" in out and "kept," in out
    assert "5 of 5 positions: 2 kept, 1 changed, 1 dropped, 1 new; 1 moved" in out
    cut = g40("compare", "--db", editions, "--kind", "ask", "--limit", "1", "plan-2024", "plan-2025").out
    assert "1 of 5 positions: 2 kept" in cut
    rows = g40("compare", "--db", editions, "--kind", "ask", "--format", "csv", "plan-2024", "plan-2025").csv
    assert [row["state"] for row in rows] == ["kept", "new", "changed", "kept", "dropped"]


def test_contacts_are_not_shown_unless_asked_for(g40, editions):
    run = g40("compare", "--db", editions, "plan-2024", "plan-2025", "--format", "json")
    assert run.status == 0 and "devries" not in run.out


def test_filters_leave_nothing_where_nothing_passes(g40, editions):
    run = g40("compare", "--db", editions, "--action", "tax", "plan-2024", "plan-2025", "--format", "jsonl")
    assert run.jsonl == []


@pytest.mark.parametrize("arguments, status, says", [
    (("plan-2024",), 2, "DOC DOC"), ((), 2, "DOC DOC"), (("plan-2024", "nergens"), 1, "nergens"),
    (("nergens", "plan-2025"), 1, "nergens"), (("plan-2024", "plan-2025", "x"), 2, "one word too many"),
    (("plan-2024", "plan-2025", "--document", "plan-2024"), 2, "--document"),
    (("plan-2024", "plan-2025", "--theme", "nergens"), 1, "nergens"), (("", "plan-2025"), 1, "")])
def test_wrong_input_is_one_line(g40, editions, arguments, status, says):
    assert says in g40("compare", "--db", editions, *arguments).fails_with(status)
