"""g40 analyze: a text's segments and mentions, in every format, and what it says of texts that it cannot read."""
import json
import shutil
import subprocess

import pytest
from conftest import BINARY, ROOT

READER_DATA = ROOT / "test/data/reader"
TEXT = "De minister van SZW helpt gemeenten.\nBel 06-12345678 voor hulp aan huurders.\n"
KEYS = ["start", "end", "kind", "type", "action", "text", "mentions"]
MENTION_KEYS = ["start", "end", "text", "type", "id", "abbreviation", "form", "state", "role"]
KINDS = {"position", "principle", "statement", "other"}
TYPES = {"ministry", "government", "organisation", "group", "instrument", "advice", "other"}


@pytest.fixture
def paper(tmp_path):
    path = tmp_path / "paper.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_jsonl_has_an_object_a_segment_with_the_keys_of_the_design(g40, paper):
    rows = g40("analyze", "--date", "2025-09-01", "--format", "jsonl", paper).jsonl
    assert len(rows) == 2
    for row in rows:
        assert list(row) == KEYS
        assert row["kind"] in KINDS
        for mention in row["mentions"]:
            assert list(mention) == MENTION_KEYS
            assert mention["type"] in TYPES
    post = rows[0]["mentions"][0]
    assert (post["text"], post["abbreviation"], post["form"]) == ("minister van SZW", "SZW", "post")


def test_offsets_are_bytes_of_the_file(g40, tmp_path):
    path = tmp_path / "bytes.txt"
    path.write_bytes("\ufeffCoördinatie door gemeenten.\r\nDe huurders betalen.\r\n".encode())
    raw = path.read_bytes()
    rows = g40("analyze", "--format", "jsonl", path).jsonl
    for row in rows:
        assert raw[row["start"]:row["end"]].decode() == row["text"]
        for mention in row["mentions"]:
            assert raw[mention["start"]:mention["end"]].decode() == mention["text"]
    assert [m["text"] for row in rows for m in row["mentions"]] == ["gemeenten", "huurders"]


def test_a_sentence_that_runs_on_past_a_page_number_has_ranges(g40, tmp_path):
    path = tmp_path / "pages.txt"
    page = "Deze zin loopt door over de grens van een pagina en gaat daar verder met woorden die\n"
    path.write_text(f"{page}\n12\n\f\nop de volgende bladzijde van dit stuk staan.\n", encoding="utf-8")
    rows = g40("analyze", "--format", "jsonl", path).jsonl
    (row,) = [row for row in rows if "ranges" in row]
    assert len(row["ranges"]) == 2
    assert (row["start"], row["end"]) == (row["ranges"][0][0], row["ranges"][-1][1])


def test_standard_input_is_a_dash(paper):
    run = subprocess.run([BINARY, "analyze", "--format", "json", "-"], input=TEXT.encode(), capture_output=True, check=True)
    assert len(json.loads(run.stdout)) == 2


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_contacts_are_hidden_unless_asked_for(g40, paper, form):
    run = g40("analyze", "--format", form, paper)
    assert run.status == 0 and "12345678" not in run.out and "[contact]" in run.out
    assert "06-12345678" in g40("analyze", "--format", form, "--with-contacts", paper, env={"COLUMNS": "200"}).out


def test_csv_and_table_name_the_mentions(g40, paper):
    row = g40("analyze", "--date", "2025-09-01", "--format", "csv", paper).csv[0]
    assert row["mentions"] == "minister van SZW; gemeenten"
    assert row["mention_types"] == "ministry; government"
    table = g40("analyze", "--date", "2025-09-01", paper, env={"COLUMNS": "200"}).out
    assert "minister van SZW (ministry SZW" in table


@pytest.mark.parametrize("content, says", [(b"", "is empty"), (b"\0\1\2\3" * 50, "binary")])
def test_a_text_that_cannot_be_read_is_one_line_and_status_1(g40, tmp_path, content, says):
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    line = g40("analyze", path).fails_with(1)
    assert str(path) in line and says in line


def test_a_folder_and_a_missing_file_are_one_line_and_status_1(g40, tmp_path):
    assert "is a folder" in g40("analyze", tmp_path).fails_with(1)
    assert "No such file" in g40("analyze", tmp_path / "none.txt").fails_with(1)


def test_usage(g40, paper):
    g40("analyze").fails_with(2)
    g40("analyze", paper, paper).fails_with(2)
    g40("analyze", "--date", "gisteren", paper).fails_with(2)


def test_windows_1252_is_read_and_said_with_offsets_of_the_file(g40, tmp_path):
    path = tmp_path / "oud.txt"
    path.write_bytes("De coördinatie ligt bij gemeenten.\r\nBeëindig de regeling voor huurders.\r\n".encode("cp1252"))
    run = g40("analyze", "--format", "jsonl", path)
    assert run.status == 0 and "Windows-1252" in run.err
    raw = path.read_bytes()
    for row in run.jsonl:
        assert raw[row["start"]:row["end"]].decode("cp1252") == row["text"]
        for mention in row["mentions"]:
            assert raw[mention["start"]:mention["end"]].decode("cp1252") == mention["text"]


def test_markdown_and_html_are_read_by_their_blocks(g40, tmp_path):
    markdown, html = tmp_path / "stuk.md", tmp_path / "stuk.html"
    markdown.write_text("# Wonen\n\nHet Rijk moet *gemeenten* helpen.\n", encoding="utf-8")
    html.write_text("<html><script>var x = 'Het Rijk';</script><h1>Wonen</h1><p>Het Rijk moet <b>gemeenten</b> helpen.</p></html>",
                    encoding="utf-8")
    for path in (markdown, html):
        rows = g40("analyze", "--format", "jsonl", path).jsonl
        assert [row["text"] for row in rows] == ["Wonen", "Het Rijk moet gemeenten helpen."]
        assert [row["kind"] for row in rows] == ["other", "position"]
    raw = markdown.read_bytes()
    rows = g40("analyze", "--format", "jsonl", markdown).jsonl
    assert raw[rows[0]["start"]:rows[0]["end"]] == b"Wonen"


needs_pdftotext = pytest.mark.skipif(not shutil.which("pdftotext"), reason="pdftotext is not there")


@needs_pdftotext
def test_a_pdf_is_read_with_its_pages(g40):
    rows = g40("analyze", "--format", "jsonl", READER_DATA / "nota.pdf").jsonl
    pages = [row["page"] for row in rows]
    assert pages == sorted(pages) and set(pages) >= {1, 2}


@needs_pdftotext
@pytest.mark.parametrize("name, says", [("scan.pdf", "no text"), ("versleuteld.pdf", "encrypted")])
def test_a_pdf_that_holds_no_text_is_one_line_and_status_1(g40, name, says):
    assert says in g40("analyze", READER_DATA / name).fails_with(1)
