"""The output contract: fields, order and types of every row in every format (docs/cli.md)."""
import hashlib
import json
import re

import pytest
from conftest import LISTINGS, PAPER, ROOT

POSITION = ["id", "document", "theme", "kind", "action", "quote", "text", "start", "end", "char_start", "char_end",
            "passages", "summary_nl", "summary_en", "method", "rule", "confidence", "ministries", "stakeholders",
            "instruments", "advices", "figures", "places", "reasons", "section", "as_of", "notes", "sha256"]
FIELDS = {
    "positions": POSITION,
    "ministries": ["id", "abbreviation", "name", "valid_from", "valid_to", "tooi", "now", "version", "registered_from",
                   "registered_to", "positions", "responsible", "wikidata", "source", "doubt", "as_of", "notes"],
    "stakeholders": ["id", "kind", "name", "name_en", "positions", "names", "broader", "tooi", "cbs_code", "wikidata",
                     "source", "doubt"],
    "themes": ["id", "theme", "label_nl", "label_en", "broader", "scheme", "positions", "asks"],
    "instruments": ["id", "kind", "name", "name_en", "positions", "quote", "names", "url", "date", "source", "doubt"],
    "figures": ["value", "unit", "about", "quote", "start", "end", "document", "id", "position", "about_en",
                "precision", "char_start", "char_end", "section", "sha256"],
    "citations": ["url", "kind", "quote", "id", "document", "position", "target", "start", "end", "char_start",
                  "char_end", "link_start", "link_end", "section", "sha256"],
    "documents": ["id", "document", "title", "holder", "holder_name", "kind", "language", "date_issued",
                  "date_precision", "occasion", "occasion_en", "url", "licence", "sha256", "source_sha256", "bytes",
                  "characters", "positions", "asks"],
    "members": ["name", "cbs_code", "tooi", "labour_market_region", "id", "network", "province", "oin", "wikidata",
                "source"],
}
FIELDS["advices"] = FIELDS["instruments"]
RESOLUTION = ["state", "reason", "id", "abbreviation", "name", "form", "valid_from", "valid_to", "now", "changes",
              "transfers", "candidates", "query", "date", "as_of", "notes", "version", "post", "tooi", "source", "doubt"]
INFO = ["version", "sqlite", "path", "embedded", "schema", "written_by", "known_from", "known_through", "documents",
        "positions", "asks", "stakeholders", "ministries"]


@pytest.mark.parametrize("listing", LISTINGS)
def test_every_row_has_every_field_in_order(g40, listing):
    rows = g40(listing, "--format", "json").json
    assert rows
    for row in rows:
        assert list(row) == FIELDS[listing]


@pytest.mark.parametrize("listing", LISTINGS)
def test_json_jsonl_and_csv_hold_the_same_rows(g40, listing):
    rows = g40(listing, "--format", "json").json
    assert g40(listing, "--format", "jsonl").jsonl == rows
    table = g40(listing, "--format", "csv").csv
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    scalars = [key for key in rows[0] if key in table[0] and not isinstance(rows[0][key], list)]
    for row, line in zip(rows, table):
        for key in scalars:
            if row[key] is None or isinstance(row[key], (str, int)):
                assert line[key] == ("" if row[key] is None else str(row[key])), key


@pytest.mark.parametrize("listing", LISTINGS)
def test_csv_has_one_shape_and_ends_lines_as_the_rfc_says(g40, listing):
    run = g40(listing, "--format", "csv")
    assert run.csv and all(None not in row and None not in row.values() for row in run.csv)
    assert run.out.endswith("\r\n") and run.out.split("\r\n")[0].count('"') == 0


@pytest.mark.parametrize("listing", LISTINGS)
def test_limit_and_after_page_through_a_listing(g40, listing):
    rows = g40(listing, "--format", "json").json
    first = g40(listing, "--format", "json", "--limit", "1").json
    assert first == rows[:1]
    key = "version" if listing == "ministries" else "id"  # versions share the id of their organisation
    rest = g40(listing, "--format", "json", "--after", first[0][key]).json
    assert rest == rows[1:]
    assert g40(listing, "--format", "json", "--limit", "0").json == rows


@pytest.mark.parametrize("listing", LISTINGS)
def test_ids_carry_their_type_and_are_unique(g40, listing):
    rows = g40(listing, "--format", "json").json
    key = "version" if listing == "ministries" else "id"
    assert len({row[key] for row in rows}) == len(rows)
    types = {"stakeholders": "stakeholder|ministry", "ministries": "ministry", "members": "stakeholder"}
    assert all(re.fullmatch(rf"({types.get(listing, listing[:-1])})/.+", row["id"]) for row in rows)


def test_a_positions_parts(g40):
    for row in g40("positions", "--format", "jsonl").jsonl:
        assert not row["document"].startswith("document/") and not row["theme"].startswith("theme/")
        assert row["method"] in ("curated", "rule") and 0 < row["confidence"] <= 1
        assert row["passages"] and row["passages"][0]["quote"] == row["quote"]
        assert row["as_of"] and row["notes"] == []
        for passage in row["passages"]:
            assert list(passage) == ["quote", "ranges", "char_ranges", "text"]
            assert all(start < end for start, end in passage["ranges"] + passage["char_ranges"])
        for ministry in row["ministries"]:
            assert list(ministry) == ["id", "abbreviation", "name", "relation", "as_written", "source", "state", "now",
                                      "version", "reason", "method", "start", "end"]
            named = ministry["relation"] != "responsible"
            assert (ministry["as_written"] is not None) == (ministry["start"] is not None) == named
            assert bool(ministry["source"]) or named
            assert all(list(now) == ["id", "abbreviation", "name", "version"] for now in ministry["now"])
        for stakeholder in row["stakeholders"]:
            assert list(stakeholder)[:5] == ["id", "name", "kind", "role", "as_written"]
        for mention in row["instruments"] + row["advices"] + row["places"]:
            assert list(mention) == ["id", "name", "kind", "as_written", "start", "end", "state"]
            assert mention["state"] == "resolved"
        for figure in row["figures"]:
            assert list(figure) == FIELDS["figures"]
        for reason in row["reasons"]:
            assert list(reason) == ["id", "kind", "text", "document", "section", "quote", "start", "end", "char_start", "char_end",
                                      "sha256"]


def test_offsets_cut_the_quotes_out_of_the_text(g40):
    text = g40("text", PAPER, "--with-contacts").out
    stored = text.encode()
    assert stored == (ROOT / "data/corpora" / PAPER / "paper.txt").read_bytes()
    for row in g40("positions", "--format", "jsonl", "--with-contacts").jsonl:
        for passage in row["passages"]:
            assert b"\n".join(stored[a:b] for a, b in passage["ranges"]).decode() == passage["quote"]
            assert "\n".join(text[a:b] for a, b in passage["char_ranges"]) == passage["quote"]
    for listing in ("figures", "citations"):
        for row in g40(listing, "--format", "jsonl").jsonl:
            assert stored[row["start"]:row["end"]].decode() == row["quote"]
            assert text[row["char_start"]:row["char_end"]] == row["quote"]


def test_every_row_with_offsets_says_of_which_text(g40):
    text = hashlib.sha256((ROOT / "data" / "corpora" / PAPER / "paper.txt").read_bytes()).hexdigest()
    rows = [row for listing in ("positions", "figures", "citations") for row in g40(listing, "--format", "json").json]
    rows += [figure for row in rows for figure in row.get("figures", [])]
    rows += g40("search", "arbeidsmigratie", "--format", "json").json["hits"]
    rows += g40("match", "Er moet meer woningbouw komen", "--format", "json").json
    rows += g40("show", "theme/economie", "--format", "json").json["evidence"]
    assert len(rows) > 100
    for row in rows:
        assert row["sha256"] == text and {"document", "section", "quote", "start", "end", "char_start", "char_end"} <= set(row)
    heading = {row["id"]: row["section"] for row in g40("positions", "--format", "json").json}
    for figure in g40("figures", "--format", "json").json:
        assert figure["section"] == heading[figure["position"]]
    assert any(row["section"] for row in g40("citations", "--format", "json").json)


def test_output_is_utf8_not_ascii(g40):
    out = g40("positions", "--format", "jsonl", "--text", "mkb’ers").out
    assert "mkb’ers" in out and "\\u" not in out


def test_numbers_print_shortest(g40):
    out = g40("figures", "--format", "jsonl").out
    assert re.findall(r'"value":([^,]+),', out) == [str(row["value"]) for row in map(json.loads, out.splitlines())]
    assert '"value":15,' in out and '"value":100000,' in out
    assert '"confidence":1,' in g40("positions", "--format", "jsonl").out


def test_info_is_one_object_and_counts(g40):
    info = g40("info", "--format", "json").json
    assert list(info) == INFO
    assert info["embedded"] is True and info["path"] is None
    assert info["positions"] == len(g40("positions", "--format", "json").json)
    assert info["documents"] == len(g40("documents", "--format", "json").json)
    assert info["asks"] == len(g40("positions", "--kind", "ask", "--format", "json").json)
    assert g40("info", "--format", "jsonl").jsonl == [info]
    assert g40("info", "--format", "csv").csv[0]["known_through"] == info["known_through"]
    assert info["known_through"] in g40("info").out


@pytest.mark.parametrize("arguments", [["EZ"], ["EZ", "--date", "2025-09-01"], ["nonsense"], ["VROM", "--date", "2025-09-01"]])
def test_a_resolution_has_every_field(g40, arguments):
    row = g40("resolve", *arguments, "--format", "json").json
    assert list(row) == RESOLUTION
    assert g40("resolve", *arguments, "--format", "jsonl").jsonl == [row]
    assert g40("resolve", *arguments, "--format", "csv").csv[0]["state"] == row["state"]
    for change in row["changes"] + row["transfers"]:
        assert list(change) == ["kind", "date", "register_date", "from", "to", "note"]
    for candidate in row["candidates"]:
        assert list(candidate) == ["id", "abbreviation", "name", "valid_from", "valid_to", "version"]


@pytest.mark.parametrize("listing", LISTINGS)
def test_show_gives_the_row_and_more(g40, an_id, listing):
    shown = g40("show", an_id[listing], "--format", "json").json
    if listing in ("ministries",):
        assert list(shown) == ["id", "abbreviation", "name", "tooi", "versions", "changes", "transfers", "evidence",
                               "as_of", "notes"]
        assert all(list(version) == FIELDS["ministries"] for version in shown["versions"])
    elif listing != "members":
        more = {"positions": ["source_document", "context"], "figures": ["context"], "citations": ["context"]}
        assert list(shown) == FIELDS[listing] + more.get(listing, ["evidence"])
    assert shown["id"] == an_id[listing]
    assert g40("show", an_id[listing], "--format", "jsonl").jsonl == [shown]
    assert g40("show", an_id[listing], "--format", "csv").csv[0]["id"] == an_id[listing]


def ids_in_table(text):
    """What stands under the head `id`, in a terminal that has room for all columns."""
    head, *rows = [line for line in text.rsplit("\n\n", 1)[0].split("\n") if line]
    at = f" {head} ".index(" id ")
    return [line[at:].split()[0] for line in rows if line[at:at + 1].strip()]


@pytest.mark.parametrize("listing", LISTINGS)
def test_show_takes_every_id_that_a_listing_prints(g40, listing):
    rows = g40(listing, "--format", "json", "--limit", "8").json
    printed = {"json": [row["id"] for row in rows],
               "jsonl": [row["id"] for row in g40(listing, "--format", "jsonl", "--limit", "8").jsonl],
               "csv": [row["id"] for row in g40(listing, "--format", "csv", "--limit", "8").csv],
               "table": ids_in_table(g40(listing, "--limit", "8", env={"COLUMNS": "1000"}).out)}
    for form, ids in printed.items():
        assert len(ids) == len(rows), form
        for row, one in zip(rows, ids):
            assert g40("show", one, "--format", "json").json["id"] == row["id"], form


def test_show_takes_every_id_inside_of_rows(g40):
    def walk(value, key=""):
        if isinstance(value, dict):
            for name, part in value.items():
                yield from walk(part, name)
        elif isinstance(value, list):
            for part in value:
                yield from walk(part, key)
        elif isinstance(value, str) and key in ("id", "position", "target", "broader", "holder"):
            yield value

    found = set()
    for listing in LISTINGS:
        found.update(walk(g40(listing, "--format", "json", "--limit", "20").json))
    found.update(walk(g40("search", "arbeidsmigratie", "--format", "json").json))
    assert {one.split("/")[0] for one in found} >= {"position", "ministry", "stakeholder", "advice", "figure"}
    for one in sorted(one for one in found if "/" in one):  # a year is a facet of search, and no row
        assert g40("show", one, "--format", "json").json["id"] == one


def test_a_document_called_like_a_type_keeps_the_ids_of_its_positions_apart(g40, tmp_path):
    paper = tmp_path / "theme.txt"
    paper.write_text("De gemeente moet meer fietspaden aanleggen.\n", encoding="utf-8")
    assert g40("ingest", "--db", tmp_path / "theme.g40", paper).status == 0
    printed = ids_in_table(g40("positions", "--db", tmp_path / "theme.g40", env={"COLUMNS": "1000"}).out)
    assert len(printed) == 1
    assert g40("show", "--db", tmp_path / "theme.g40", printed[0], "--format", "json").json["document"] == "theme"


def test_show_lists_all_of_its_evidence(g40):
    counted = g40("documents", "--format", "json").json[0]["positions"]
    shown = g40("show", "document/" + PAPER, env={"COLUMNS": "1000"}).out
    assert counted > 50 and shown.count("(" + PAPER + "/") == counted
    assert " of " not in shown.splitlines()[-1]


def test_show_takes_a_position_without_its_type(g40, an_id):
    whole = an_id["positions"]
    assert g40("show", whole.split("/", 1)[1], "--format", "json").json == g40("show", whole, "--format", "json").json


def test_context_holds_the_words_and_what_stands_around(g40):
    for row in g40("positions", "--format", "jsonl").jsonl[:5]:
        shown = g40("show", row["id"], "--format", "json").json
        assert [words["quote"] for words in shown["context"]] == [passage["text"] for passage in row["passages"]]
        assert any(words["before"] or words["after"] for words in shown["context"])


def test_evidence_of_an_entity_is_what_the_filter_finds(g40, an_id):
    for listing, option in (("stakeholders", "--stakeholder"), ("themes", "--theme"), ("instruments", "--instrument"),
                            ("documents", "--document")):
        evidence = g40("show", an_id[listing], "--format", "json").json["evidence"]
        found = g40("positions", option, an_id[listing], "--format", "json").json
        assert [one["position"] for one in evidence] == [row["id"] for row in found] != []


def test_dates_outside_the_registry_are_noted(g40):
    later = g40("positions", "--as-of", "2031-01-01", "--limit", "1", "--format", "json").json[0]
    assert (later["as_of"], later["notes"]) == ("2031-01-01", ["beyond_registry"])
    earlier = g40("ministries", "--as-of", "1901-01-01", "--limit", "1", "--format", "json").json[0]
    assert (earlier["as_of"], earlier["notes"]) == ("1901-01-01", ["before_registry"])
    assert g40("resolve", "EZ", "--date", "2025-09-01", "--as-of", "2031-01-01", "--format", "json").json["notes"] == \
        ["beyond_registry"]
    assert g40("positions", "--as-of", "2031-01-01", "--limit", "1", "--format", "csv").csv[0]["notes"] == "beyond_registry"
    assert "2031-01-01 (the registry is known through" in g40("positions", "--as-of", "2031-01-01").out
