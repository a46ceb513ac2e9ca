"""compile, verify and coding check: faults by place, nothing half-written; and data that plays tricks."""
import re
import shutil
import sqlite3

import pytest
from conftest import PAPER, ROOT
from test_tables import assert_fits, on_terminal

FAULT = re.compile(r"(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning|note): .+ \[(?P<code>[a-z0-9-]+)\]")
TRICKS = "Geef \x1b[31mruimte\x1b[0m aan \u202ewerk\u202c, 日本語の文字 en cafe\u0301's <script>alert(1)</script> \x9b2J \x7f."
LONG = "Bouw de " + "superlangewoordketting" * 20 + " af."


@pytest.fixture
def data(tmp_path):
    """A copy of data/ to spoil."""
    return shutil.copytree(ROOT / "data", tmp_path / "data")


def coding_of(data):
    return data / "corpora" / PAPER / "coding.yaml"


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[:text.index(old)].count("\n") + 1


def faults(run):
    lines = run.err.split("\n")[:-1]
    found = [FAULT.fullmatch(line) for line in lines]
    assert lines and all(found), run.err
    return found


def test_compile_says_what_it_made(g40, data, tmp_path):
    run = g40("compile", data, "-o", tmp_path / "new.g40")
    info = g40("info", "--db", tmp_path / "new.g40", "--format", "json").json
    assert (run.status, run.err) == (0, "")
    assert run.out.startswith(f"compiled {data} to {tmp_path}/new.g40: {info['documents']} document, "
                              f"{info['positions']} positions ({info['asks']} asks)")
    assert g40("compile", data, "--output", tmp_path / "new.g40").status == 0


def test_a_fault_is_named_by_file_line_and_column_and_nothing_is_written(g40, data, tmp_path):
    line = spoil(coding_of(data), "kind: ask", "kind: wish")
    run = g40("compile", data, "-o", tmp_path / "new.g40")
    assert (run.status, run.out) == (1, "")
    found = faults(run)
    assert any(one["file"] == str(coding_of(data)) and int(one["line"]) == line for one in found)
    assert not (tmp_path / "new.g40").exists()


def test_all_faults_come_at_once(g40, data, tmp_path):
    spoil(coding_of(data), "kind: ask", "kind: wish")
    spoil(coding_of(data), "theme: economie", "theme: zwaveldioxide")
    assert len(faults(g40("compile", data, "-o", tmp_path / "new.g40"))) >= 2


def test_an_older_database_survives_a_fault(g40, data, tmp_path):
    target = tmp_path / "new.g40"
    assert g40("compile", data, "-o", target).status == 0
    before = target.read_bytes()
    spoil(coding_of(data), "kind: ask", "kind: wish")
    assert g40("compile", data, "-o", target).status == 1
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "new.g40"]


@pytest.mark.parametrize("source, target", [("missing", "new.g40"), ("data", "missing/new.g40"), ("data", ".")])
def test_compile_of_or_to_what_is_not_there_is_a_fault(g40, data, tmp_path, source, target):
    run = g40("compile", tmp_path / source, "-o", tmp_path / target)
    assert (run.status, run.out) == (1, "") and run.err.count("\n") >= 1


def test_verify_of_the_corpus_holds(g40, corpus):
    positions = len(g40("positions", "--format", "json").json)
    for database in ([], ["--db", corpus]):
        run = g40("verify", *database)
        assert (run.status, run.err) == (0, "")
        assert run.out == f"verified: {positions} positions in 1 document, all quotes, offsets and hashes hold\n"


def test_verify_finds_a_changed_text(g40, corpus, tmp_path):
    path = shutil.copy(corpus, tmp_path / "changed.g40")
    with sqlite3.connect(path) as db:
        assert db.execute("UPDATE document_text SET text = CAST(replace(CAST(text AS TEXT), 'Rijk', 'Rijp') AS BLOB)").rowcount == 1
    db.close()
    run = g40("verify", "--db", path)
    assert (run.status, run.out) == (1, "")
    assert all(re.search(r": error: .+ \[[a-z0-9-]+\]$", line) for line in run.err.split("\n")[:-1])
    assert len(run.err.split("\n")) > 2


# --- coding check --------------------------------------------------------------------------------------------------


def test_the_papers_own_coding_accounts_for_everything(g40):
    run = g40("coding", "check", coding_of(ROOT / "data"))
    assert (run.status, run.err) == (0, ""), run.err
    anchors, units = run.out.split("\n")[:2]
    assert re.fullmatch(r"anchors: \d+ found, 0 ambiguous, 0 orphaned", anchors)
    assert re.fullmatch(r"units: (\d+) of \1 accounted for \(100 %\); \d+ words outside every quote", units)


@pytest.mark.parametrize("form", ["json", "jsonl", "csv"])
def test_coding_check_lists_its_anchors(g40, form):
    rows = getattr(g40("coding", "check", coding_of(ROOT / "data"), "--format", form), form)
    assert list(rows[0]) == ["owner", "words", "state", "start", "end", "line", "column"]
    assert {row["state"] for row in rows} == {"found"}
    text = g40("text", PAPER, "--with-contacts").out.encode()
    for row in rows:
        if "[contact]" not in row["words"]:
            assert row["words"].split()[0].encode()[:3] in text[int(row["start"]):int(row["end"])]


def test_an_anchor_that_does_not_stand_in_the_text_is_orphaned(g40, data):
    coding = coding_of(data)
    line = spoil(coding, "Bied ruimte voor circulaire economie", "Bied ruimte voor vierkante economie")
    run = g40("coding", "check", coding)
    assert run.status == 1
    assert any(int(one["line"]) == line for one in faults_with_place(run))
    assert re.search(r"^anchors: \d+ found, 0 ambiguous, [1-9]\d* orphaned$", run.out, re.MULTILINE)
    assert "vierkante economie" in run.out
    assert run.out.index("orphaned") < run.out.index("anchors: ")
    row = next(row for row in map_rows(g40, coding) if "vierkante" in row["words"])
    assert (row["state"], row["start"], row["end"], row["line"]) == ("orphaned", None, None, line)


def map_rows(g40, coding):
    import json
    return [json.loads(line) for line in g40("coding", "check", coding, "--format", "jsonl").out.split("\n")[:-1]]


def faults_with_place(run):
    return [found for found in map(FAULT.fullmatch, run.err.split("\n")) if found]


def test_a_sentence_that_nothing_accounts_for_is_listed(g40, data):
    text = data / "corpora" / PAPER / "paper.txt"
    text.write_bytes(text.read_bytes() + b"\n\nAlle fietspaden moeten verlicht worden voor de winter.\n")
    run = g40("coding", "check", coding_of(data), env={"COLUMNS": "200"})
    assert run.status == 1
    assert "Alle fietspaden moeten verlicht worden" in run.out and "[uncovered]" in run.err
    covered, units = map(int, re.search(r"^units: (\d+) of (\d+) accounted for", run.out, re.MULTILINE).groups())
    assert covered < units
    for width in (40, 80):
        lines = g40("coding", "check", coding_of(data), env={"COLUMNS": str(width)}).out.split("\n")
        assert max(map(len, lines)) <= width


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_coding_file_that_cannot_be_read_is_a_fault(g40, tmp_path, name):
    run = g40("coding", "check", tmp_path / name)
    assert (run.status, run.out) == (1, "") and run.err.count("\n") == 1


# --- data that plays tricks ------------------------------------------------------------------------------------------


@pytest.fixture
def tricky(g40, data, tmp_path):
    """A database with a paper of control characters, wide and combined characters, markup, and a word of 440 letters."""
    folder = data / "corpora" / "tricks"
    folder.mkdir()
    (folder / "LICENSE").write_text("Ours.\n", encoding="utf-8")
    (folder / "paper.txt").write_text(f"{TRICKS}\n\n{LONG}\n", encoding="utf-8")
    theme = g40("themes", "--format", "json", "--limit", "1").json[0]["theme"]
    (folder / "coding.yaml").write_text(f"""document: tricks
meta: {{title: "Streken", holder: g40, kind: letter, language: nl, date_issued: 2025-09-01, date_precision: day, text: paper.txt, licence: "Ours."}}
sections: [{{theme: {theme}}}]
positions:
  - {{id: streken, kind: ask, theme: {theme}, action: other, quotes: ["日本語の文字"], summary: {{nl: "Een.", en: "One."}}, reviewed: true}}
  - {{id: lang, kind: ask, theme: {theme}, action: other, quotes: ["{LONG}"], summary: {{nl: "Twee.", en: "Two."}}, reviewed: true}}
context:
  - {{quote: "Geef", of: [streken]}}
""", encoding="utf-8")
    path = tmp_path / "tricks.g40"
    run = g40("compile", data, "-o", path)
    assert run.status == 0, run.err
    return path


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_wide_characters_and_long_words_fit(g40, tricky, width):
    for command in (["positions", "--document", "tricks"], ["show", "tricks/streken"], ["show", "tricks/lang"]):
        assert_fits(g40(*command, "--db", tricky, env={"COLUMNS": str(width)}), width)


@pytest.mark.parametrize("command", [["positions", "--limit", "0"], ["show", "tricks/streken"], ["text", "tricks"],
                                     ["positions", "--format", "json"], ["positions", "--format", "csv"],
                                     ["show", "tricks/streken", "--format", "json"]])
def test_no_control_character_of_data_reaches_a_terminal(tricky, command):
    out, status = on_terminal([*command, "--db", tricky], {"NO_COLOR": "1"})
    assert status == 0 and "日本語" in out
    out = re.sub("\r+\n", "\n", out).replace("\t", " ")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", out)
    assert command[-1] == "json" or not re.search("[\u202a-\u202e]", out)


def test_text_to_a_file_is_byte_for_byte(g40, tricky):
    assert g40("text", "tricks", "--db", tricky).out == f"{TRICKS}\n\n{LONG}\n"


def test_markup_in_data_is_text(g40, tricky):
    assert "<script>alert(1)</script>" in g40("show", "tricks/streken", "--db", tricky, env={"COLUMNS": "400"}).out
