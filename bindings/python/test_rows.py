"""Rows and their sequences: what a person at a Python prompt does with them."""

import copy
import datetime
import html
import json
import pickle
import re

import pytest

import g40


@pytest.fixture(scope="module")
def db():
    with g40.open() as opened:
        yield opened


@pytest.fixture(scope="module")
def asks(db):
    return db.positions(kind="ask", responsible="SZW")


def test_an_answer_is_a_sequence(asks):
    assert len(asks) == asks.total > 5
    assert asks[0] == asks.first() == next(iter(asks)) == asks[-len(asks)]
    assert list(asks)[::-1] == list(reversed(asks)) == list(asks[::-1])
    assert asks[1:3][1] == asks[2] and len(asks[2:]) == len(asks) - 2 and asks[5:2].first() is None
    assert asks[3] in asks and asks.index(asks[3]) == 3 and asks.count(asks[3]) == 1 and 3 not in asks
    with pytest.raises(ValueError):
        asks.index(3)
    with pytest.raises(IndexError, match="row 9999"):
        asks[9999]
    with pytest.raises(TypeError):
        asks["first"]


def test_a_limit_says_how_many_there_are(db, asks):
    page = db.positions(kind="ask", responsible="SZW", limit=2)
    assert (len(page), page.total) == (2, len(asks)) and f"2 of {len(asks)}" in repr(page)
    assert db.positions(kind="ask", responsible="SZW", limit=2, after=page[1])[0] == asks[2]


def test_every_listing_answers(db):
    for name in "positions ministries stakeholders themes instruments advices figures citations documents members".split():
        rows = getattr(db, name)()
        assert len(rows) > 0 and rows.total == len(rows), name
        for field in rows[0]._fields:
            getattr(rows[0], field)
        assert type(rows[0]).__name__ in repr(rows[0])
        json.dumps(rows.to_dicts())


def test_filters_take_several_names_and_rows(db):
    both = db.positions(theme=["arbeidsmigratie", "participatie"])
    assert {row.theme for row in both} == {"arbeidsmigratie", "participatie"}
    theme = db.themes(id="theme/participatie")[0]
    assert db.positions(theme=theme) == db.positions(theme="participatie")
    version = db.resolve("SZW", "2025-09-01").ministry
    assert db.positions(responsible=version) == db.positions(responsible="SZW")


def test_days_are_dates(db):
    document = db.documents()[0]
    assert isinstance(document.date_issued, datetime.date)
    found = db.resolve("EZ", date=datetime.date(2025, 9, 1), as_of=datetime.datetime(2026, 5, 1, 12))
    assert found.as_of == datetime.date(2026, 5, 1) and found.ministry.valid_from < found.date
    assert found.ministry.valid_to is not None and [now.abbreviation for now in found.now] == ["EZK"]
    assert db.positions(ministry="EZK", as_of=datetime.date(2026, 5, 1)).total > 0


def test_offsets_fit_text_and_bytes(db):
    text, data = db.text("g40-economie-en-werk-2025", with_contacts=True), None
    data = db.text_bytes("g40-economie-en-werk-2025", with_contacts=True)
    for row in db.positions(with_contacts=True):
        for passage in row.passages:
            assert "\n".join(text[r.char_start : r.char_end] for r in passage.ranges) == passage.quote
            assert b"\n".join(data[r.start : r.end] for r in passage.ranges).decode() == passage.quote


def test_rows_are_equal_by_id(db, asks):
    again = g40.open().positions(kind="ask", responsible="SZW")
    assert again[0] == asks[0] and hash(again[0]) == hash(asks[0]) and again[0] != asks[1]
    assert len({*asks, *again}) == len(asks) and again == asks and asks[0] != asks[0].id
    assert asks[0].passages[0] == again[0].passages[0]


def test_rows_do_not_change(asks):
    with pytest.raises(AttributeError, match="kind"):
        asks[0].kind = "rule"
    with pytest.raises(AttributeError):
        asks[0].knid = "rule"
    with pytest.raises(AttributeError):
        asks[0].knid


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_rows_pickle_whole(db, asks, protocol):
    answers = [asks[0], asks[:3], db.resolve("EZ", "2025-09-01"), db.search("regio", limit=3), g40.analyze("Het Rijk moet betalen.")]
    for answer, back in zip(answers, pickle.loads(pickle.dumps(answers, protocol))):
        assert back == answer and type(back) is type(answer) and repr(back) == repr(answer)
        plain = answer.to_dicts() if isinstance(answer, g40.Rows) else answer.to_dict()
        assert plain == (back.to_dicts() if isinstance(back, g40.Rows) else back.to_dict())
    assert copy.deepcopy(asks[0]) == asks[0]
    assert pickle.loads(pickle.dumps(db.search("regio", limit=3), protocol)).facets == db.search("regio", limit=3).facets


def test_handles_do_not_pickle_and_say_what_to_do(db):
    with pytest.raises(TypeError, match="pickle rows"):
        pickle.dumps(db)


def test_failures_pickle(db):
    with pytest.raises(g40.NotFound) as caught:
        db.positions(ministry="Niksministerie")
    back = pickle.loads(pickle.dumps(caught.value))
    assert (type(back), str(back), back.code, back.offset) == (g40.NotFound, str(caught.value), caught.value.code, -1)


def test_a_notebook_shows_the_quote_in_its_sentence(db):
    row = next(row for row in db.positions() if row.text == "Bied ruimte voor circulaire economie")
    shown = row._repr_html_()
    assert "<mark>Bied ruimte voor circulaire economie</mark>" in shown and "overflow-wrap" in shown
    after = re.search("</mark>([^<]*)</blockquote>", shown).group(1)
    assert re.match("[,;] ", after)  # as it stands in the text: no space before it
    other = g40.open()
    alone = other.positions(id=row.id)[0]
    other.close()
    assert "<mark>Bied ruimte voor circulaire economie</mark></blockquote>" in alone._repr_html_()


def test_a_notebook_marks_what_answers_a_search(db):
    hits = db.search("regio", limit=3)
    shown = hits._repr_html_()
    assert "<mark>" in shown and f"3 of {hits.total}" in shown
    assert re.sub("</?mark>", "", re.search("<blockquote[^>]*>(.*)</blockquote>", hits[0]._repr_html_()).group(1)) == html.escape(hits[0].text)


def test_a_text_says_how_it_was_read(db, tmp_path):
    (tmp_path / "oud.txt").write_bytes("Gemeenten moeten cafés helpen.\n".encode("cp1252"))
    found = db.analyze_file(tmp_path / "oud.txt")
    assert "1252" in found.note and found[0].kind == "position" and g40.analyze("Tekst.").note is None
    assert isinstance(found[:1], g40.Segments) and pickle.loads(pickle.dumps(found)).note == found.note


def test_a_file_is_reviewed_without_a_database(db, tmp_path):
    plan = tmp_path / "plan.txt"
    plan.write_text("Wonen\n\nIn de stad staan 7.100 huizen leeg. Het ministerie van VROM moet de Bouwwet aanpassen. Dat duurt lang.\n")
    found = g40.review(plan, date="2025-09-01", kind="letter")
    assert {"figure_without_source", "name_unresolved"} <= {one.kind for one in found} and {one.document for one in found} == {"plan"}
    assert list(found) == list(db.review_file(str(plan), date=datetime.date(2025, 9, 1), holder="G40"))
    assert [path.name for path in tmp_path.iterdir()] == ["plan.txt"]
    with pytest.raises(OSError, match="nergens.pdf"):
        g40.review(tmp_path / "nergens.pdf")
    with pytest.raises(LookupError, match="Nergensland"):
        g40.review(plan, holder="Nergensland")
    with pytest.raises(TypeError, match="path"):
        g40.review(3)


def test_a_notebook_shows_what_a_row_without_a_quote_says(db):
    edge = db.network(between="theme-ministry", relation="responsible")[0]
    assert f"<strong>Edge</strong> {edge.from_name} · {edge.to_name} · responsible · {edge.weight}" in edge._repr_html_()
    found = db.resolve("EZ", "2025-09-01", "2026-05-01")._repr_html_()
    assert "resolved · EZ · EZK" in found and "Ministry(" not in found and "transfers" not in found
    assert db.verify()._repr_html_() == "<p>0 of 0 Diagnostic</p>"


def test_a_notebook_marks_what_changed(tmp_path):
    (tmp_path / "voor.txt").write_text("Gemeenten moeten <i>geld</i> krijgen voor de jeugd.\n", encoding="utf-8")
    (tmp_path / "na.txt").write_text("Gemeenten moeten <i>meer</i> geld krijgen voor de jeugd.\n", encoding="utf-8")
    with g40.open(tmp_path / "own.g40", create=True) as own:
        own.ingest([tmp_path / "voor.txt", tmp_path / "na.txt"])
        shown = own.compare("voor", "na")._repr_html_()
    assert "<ins>meer</ins>" in shown and "&lt;i&gt;" in shown and "<i>" not in shown


def test_a_notebook_breaks_long_words_only_where_they_are_long(db):
    shown = db.positions(limit=1)._repr_html_()
    assert re.search('<td style="[^"]*overflow-wrap: anywhere[^"]*">position/', shown)
    assert not re.search('<td style="[^"]*anywhere[^"]*">(ask|observation)<', shown)


def test_html_escapes_every_text():
    (segment,) = g40.analyze("Gemeenten <script>alert(1)</script> & \"Rijk\" moeten betalen.")
    for shown in (segment._repr_html_(), g40.analyze("Gemeenten <b>moeten</b> betalen.")._repr_html_()):
        assert "<script" not in shown and "<b>" not in shown and "&lt;" in shown


def test_without_pandas_it_says_what_is_missing(asks, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(ImportError, match="pandas"):
        asks.to_pandas()
